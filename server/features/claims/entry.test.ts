import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('reporting for others, and witnesses', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from member where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const orgOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const [hebailu, qinlidong, hanliqiu, zhou] = [
    await idOf('何白露'),
    await idOf('秦立冬'),
    await idOf('韩立秋'),
    await idOf('周谷雨'),
  ]
  let keys = 0
  const key = () => `device-key-${++keys}`
  const item = (itemCode: string) => ({ kind: 'item', itemCode })
  const deed = (change: Body = {}): Body => ({ deviceKey: key(), target: item('village-work'), ...change })
  const submit = async (change: Body = {}, who: CastName | 'other' = 'hebailu') =>
    await house.call(who, 'claim.submit', deed(change))
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const claimOf = async (id: unknown) =>
    (await house.rows<Body>('select * from claim where county_id = $1 and id = $2', [house.county, id]))[0]!
  describe('for somebody else (R-338)', () => {
    const consent = { how: 'spoken', on: '2026-11-03' }
    const enter = async (who: CastName | 'other', entry: Body, memberId: string, change: Body = {}) =>
      await house.call(who, 'claim.enter', { entry, rows: [{ ...deed(change), memberId }] })

    it('an officer enters with consent or from paper, and the member says whether it is right', async () => {
      assert.equal(
        codeOf(await enter('zhouguyu', { by: 'helper', consent: null }, hebailu)),
        'claim-needs-consent',
      )
      assert.equal(
        codeOf(await enter('zhouguyu', { by: 'secretary', paper: '' }, hebailu)),
        'claim-needs-paper',
      )
      const helped = await enter('zhouguyu', { by: 'helper', name: '何白露的女儿', consent }, hebailu)
      assert.equal(codeOf(helped), 'yes', JSON.stringify(helped.body))
      const { claimId } = (helped.body.rows as Body[])[0]!
      const row = await claimOf(claimId)
      assert.deepEqual(
        [row.entry_by, row.helper_name, row.entered_by, row.consent_how, row.confirmed_by_member],
        ['helper', '何白露的女儿', '周谷雨', 'spoken', false],
      )
      const things = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
      assert.ok(things.some(({ kind, subjectId }) => kind === 'claim.confirm' && subjectId === claimId))
      assert.equal(
        codeOf(await house.call('qinlidong', 'claim.confirm-assisted', { claimId, right: true })),
        '404',
      )
      assert.equal(
        codeOf(await house.call('hebailu', 'claim.confirm-assisted', { claimId, right: true })),
        'yes',
      )
      assert.equal((await claimOf(claimId)).confirmed_by_member, true)
      const left = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
      assert.ok(!left.some(({ kind, subjectId }) => kind === 'claim.confirm' && subjectId === claimId))

      const wrong = await enter('zhouguyu', { by: 'secretary', paper: '登记表 7 行' }, hebailu)
      const second = (wrong.body.rows as Body[])[0]!.claimId
      const said = await house.call('hebailu', 'claim.confirm-assisted', { claimId: second, right: false })
      assert.equal(said.body.state, 'withdrawn')
      const own = (await submit()).body.claimId
      assert.equal(
        codeOf(await house.call('hebailu', 'claim.confirm-assisted', { claimId: own, right: true })),
        'claim-wrong-state',
      )
    })

    it('a paper list comes whole or not at all, and the row that does not fit is named', async () => {
      const entry = { by: 'secretary', paper: '10 月登记表' }
      const rows = [
        { ...deed(), memberId: hebailu },
        { ...deed({ target: item('mediation') }), memberId: qinlidong },
        { ...deed({ target: item('meeting') }), memberId: hebailu },
      ]
      const refused = await house.call('zhouguyu', 'claim.enter', { entry, rows })
      assert.equal(codeOf(refused), 'claim-item-recorded-already')
      assert.equal((refused.body.refusal as { details: Body }).details.row, 3)
      const [none] = await house.rows<{ count: number }>(
        `select count(*)::int as count from claim where paper = '10 月登记表'`,
      )
      assert.equal(none?.count, 0)
      const taken = await house.call('zhouguyu', 'claim.enter', { entry, rows: rows.slice(0, 2) })
      assert.equal((taken.body.rows as Body[]).length, 2)
      const again = await house.call('zhouguyu', 'claim.enter', { entry, rows: rows.slice(0, 2) })
      assert.deepEqual(again.body, taken.body)
    })

    it('members of other branches are not there, and an officer does not enter the own deed so', async () => {
      const entry = { by: 'secretary', paper: '登记表' }
      assert.equal(codeOf(await enter('zhouguyu', entry, hanliqiu)), '404')
      assert.equal(codeOf(await enter('hebailu', entry, qinlidong)), '404')
      assert.equal(codeOf(await enter('hanhanlu', entry, hebailu)), '404')
      assert.equal(codeOf(await enter('other', entry, hebailu)), '404')
      assert.equal(codeOf(await enter('zhouguyu', entry, zhou)), 'claim-not-open-to-you')
    })

    it('a member whom the branch lets stand in reports for the branch with consent, never from paper', async () => {
      const orgId = await orgOf('石门村党支部')
      const helped = { by: 'helper', consent }
      assert.equal(codeOf(await enter('qinlidong', helped, hebailu)), '404')
      const appoint = (who: CastName, memberId: string) =>
        house.call(who, 'stand-in.appoint', { orgId, memberId })
      assert.equal(codeOf(await appoint('hebailu', qinlidong)), '404')
      assert.equal(codeOf(await appoint('shenliqiu', qinlidong)), '404')
      assert.equal(codeOf(await appoint('zhouguyu', hanliqiu)), 'stand-in-of-other-branch')
      const given = await appoint('zhouguyu', qinlidong)
      assert.equal(codeOf(given), 'yes')
      assert.equal(codeOf(await appoint('zhouguyu', qinlidong)), 'stand-in-appointed-already')

      const sent = await enter('qinlidong', { ...helped, name: '别人' }, hebailu)
      assert.equal(codeOf(sent), 'yes')
      assert.equal((await claimOf((sent.body.rows as Body[])[0]!.claimId)).helper_name, '秦立冬')
      assert.equal(
        codeOf(await enter('qinlidong', { by: 'secretary', paper: '登记表' }, hebailu)),
        'claim-not-open-to-you',
      )
      assert.equal(codeOf(await enter('qinlidong', helped, hanliqiu)), '404')
      const whom = (await house.call('qinlidong', 'claim.whom-for', { search: '何白露' })).body
      assert.deepEqual(
        (whom.rows as Body[]).map(({ memberId }) => memberId),
        [hebailu],
      )
      assert.deepEqual(whom.as, ['helper'])
      assert.equal((await house.call('hebailu', 'claim.whom-for')).status, 403)
      assert.equal((await house.call('qinlidong', 'claim.options', { memberId: hebailu })).status, 200)
      const listed = (await house.call('zhouguyu', 'stand-in.list', { orgId })).body.rows as Body[]
      assert.deepEqual(
        listed.map(({ name, reported }) => [name, reported]),
        [['秦立冬', 1]],
      )
      assert.equal((await house.call('hebailu', 'stand-in.list', { orgId })).status, 404)

      const end = { id: given.body.id }
      assert.equal(codeOf(await house.call('shenliqiu', 'stand-in.end', end)), '404')
      assert.equal(codeOf(await house.call('zhouguyu', 'stand-in.end', end)), 'yes')
      assert.equal(codeOf(await house.call('zhouguyu', 'stand-in.end', end)), 'stand-in-ended-already')
      assert.equal(codeOf(await enter('qinlidong', helped, hebailu)), '404')
    })
  })

  describe('with a witness', () => {
    const nameFor = async (claimId: unknown, person: Body, who: CastName = 'hebailu') =>
      await house.call(who, 'witness.name', { claimId, person })

    it('the witness is asked where they sign in and answers once', async () => {
      const { body } = await submit({ witness: { memberId: qinlidong }, said: '修渠' })
      const { claimId } = body
      const asked = (await house.call('qinlidong', 'witness.mine')).body.rows as Body[]
      const mine = asked.find((row) => row.claimId === claimId)!
      assert.deepEqual([mine.memberName, mine.said, mine.open, mine.answer], ['何白露', '修渠', true, null])
      const things = (await house.call('qinlidong', 'message.things-to-do')).body.rows as Body[]
      assert.ok(things.some(({ kind, subjectId }) => kind === 'witness.answer' && subjectId === claimId))
      const answer = { witnessId: mine.id, answer: 'yes', note: '我在场' }
      assert.equal(codeOf(await house.call('hebailu', 'witness.answer', answer)), '404')
      assert.equal(codeOf(await house.call('zhouguyu', 'witness.answer', answer)), '404')
      assert.equal(codeOf(await house.call('qinlidong', 'witness.answer', answer)), 'yes')
      assert.equal(codeOf(await house.call('qinlidong', 'witness.answer', answer)), 'witness-answered')
      const shown = (await house.call('zhouguyu', 'claim.show', { claimId })).body
      assert.equal(shown.evidenceComplete, true)
      assert.deepEqual(
        (shown.steps as Body[]).map(({ move }) => move),
        ['submit', 'answerWitness'],
      )
    })

    it('an officer takes down what a witness without a phone says, and names are not taken twice', async () => {
      const { claimId } = (await submit()).body
      assert.equal(codeOf(await nameFor(claimId, { memberId: hebailu })), 'witness-own-deed')
      assert.equal(codeOf(await nameFor(claimId, { name: ' ' })), 'witness-name-missing')
      assert.equal(codeOf(await nameFor(claimId, { memberId: crypto.randomUUID() })), 'claim-witness-unknown')
      assert.equal(codeOf(await nameFor(claimId, { name: '邻居老赵' }, 'qinlidong')), '404')
      const named = await nameFor(claimId, { name: '邻居老赵' })
      assert.equal(codeOf(named), 'yes')
      assert.equal(codeOf(await nameFor(claimId, { name: '邻居老赵' })), 'witness-named-already')
      const down = { witnessId: named.body.witnessId, answer: 'no', how: 'phone', note: '没见到' }
      assert.equal(codeOf(await house.call('qinlidong', 'witness.take-down', down)), '404')
      assert.equal(codeOf(await house.call('hebailu', 'witness.take-down', down)), '403')
      assert.equal(codeOf(await house.call('shenliqiu', 'witness.take-down', down)), '404')
      assert.equal(codeOf(await house.call('zhouguyu', 'witness.take-down', down)), 'yes')
      const shown = (await house.call('hebailu', 'claim.show', { claimId })).body
      const [witness] = shown.witnesses as Body[]
      assert.deepEqual([witness?.answer, witness?.how, witness?.takenBy], ['no', 'phone', '周谷雨'])
      assert.equal(shown.evidenceComplete, false)
    })

    it('a stand-in who reported it does not prove it, and a decided claim takes no more words', async () => {
      const orgId = await orgOf('石门村党支部')
      await house.call('zhouguyu', 'stand-in.appoint', { orgId, memberId: qinlidong })
      const rows = [{ ...deed({ witness: { memberId: qinlidong } }), memberId: hebailu }]
      const entry = { by: 'helper', consent: { how: 'written', on: '2026-11-03' } }
      assert.equal(
        codeOf(await house.call('qinlidong', 'claim.enter', { entry, rows })),
        'witness-entered-it',
      )
      const { claimId } = (await submit()).body
      await house.call('hebailu', 'claim.withdraw', { claimId })
      assert.equal(codeOf(await nameFor(claimId, { memberId: qinlidong })), 'witness-claim-decided')
    })

    it('members of the own branch can be named from a list', async () => {
      const { body } = await house.call('hebailu', 'witness.candidates', { search: '秦' })
      assert.deepEqual(
        (body.rows as Body[]).map(({ name }) => name),
        ['秦立冬'],
      )
      const all = (await house.call('hebailu', 'witness.candidates')).body.rows as Body[]
      assert.ok(all.every(({ memberId }) => memberId !== hebailu && memberId !== hanliqiu))
      assert.equal((await house.call('hanhanlu', 'witness.candidates')).status, 403)
    })
  })
})
