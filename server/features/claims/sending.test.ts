import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('reporting a deed', async () => {
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
  const addFile = async (memberId: string, who: CastName) => {
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.from(`${memberId} ${key()}`),
      Buffer.from('\n%%EOF'),
    ])
    const input = { name: 'paper.pdf', purpose: 'evidence', about: { memberId } }
    const reply = await house.call(who, 'file.add', input, { upload: bytes })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return (reply.body.file as { id: string }).id
  }

  it('R-234, S-159: what can be reported comes in one round, with the room under the caps, twelve items at most', async () => {
    const { status, body } = await house.call('hebailu', 'claim.options')
    assert.equal(status, 200)
    const items = body.items as { code: string; room: { left: number | null }; often: number }[]
    assert.ok(items.length > 5 && items.length <= 12)
    assert.ok(items.every(({ code }) => code !== 'meeting' && code !== 'ad-hoc-task'))
    assert.equal(items.find(({ code }) => code === 'volunteer-hours')?.room.left, 100)
    assert.deepEqual([body.scored, body.today, body.earliestOn], [true, '2026-11-03', '2026-10-03'])
    assert.equal((await house.call('hanhanlu', 'claim.options')).status, 403)
    assert.equal((await house.call('hebailu', 'claim.options', { memberId: hanliqiu })).status, 404)
    assert.equal((await house.call('zhouguyu', 'claim.options', { memberId: hanliqiu })).status, 404)
    assert.equal((await house.call('zhouguyu', 'claim.options', { memberId: hebailu })).status, 200)
    assert.equal((await house.call('other', 'claim.options', { memberId: hebailu })).status, 404)
  })

  it('S-194: one tap on a thing is enough; the claim waits at the branch with a number of its own', async () => {
    const first = await submit()
    assert.equal(first.status, 200, JSON.stringify(first.body))
    const second = await submit({ target: item('neighbour-help'), said: '替张奶奶取药', place: '村卫生室' })
    const [one, two] = [String(first.body.number), String(second.body.number)]
    assert.match(one, /^26-1103-\d{4}$/)
    assert.equal(Number(two.slice(-4)), Number(one.slice(-4)) + 1)
    const row = await claimOf(first.body.claimId)
    assert.deepEqual(
      [row.state, row.level, row.deed_on, row.submitted_on, row.decide_by_on, row.quantity, row.entry_by],
      ['submitted', 'branch', '2026-11-03', '2026-11-03', '2026-11-10', 100, 'member'],
    )
    assert.equal(first.body.decideDays, 7)
    const { body } = await house.call('hebailu', 'claim.mine', { show: 'open' })
    assert.ok((body.rows as Body[]).some(({ id }) => id === first.body.claimId))
    const frequent = (await house.call('hebailu', 'claim.options')).body.items as { often: number }[]
    assert.equal(frequent[0]?.often, 1)
  })

  it('R-234, R-233, S-195: what cannot be sent is told with its reason', async () => {
    for (const [change, code] of [
      [{ target: item('no-such-thing') }, 'claim-item-unknown'],
      [{ target: item('meeting') }, 'claim-item-recorded-already'],
      [{ target: item('task-dropped') }, 'claim-not-open-to-you'],
      [{ target: item('ad-hoc-task') }, 'claim-needs-task'],
      [{ deedOn: '2026-11-04' }, 'claim-in-future'],
      [{ deedOn: '2026-09-20', lateReason: '出门在外' }, 'claim-too-late'],
      [{ deedOn: '2026-10-30' }, 'claim-late-needs-reason'],
      [{ deedOn: '2026-10-30', lateReason: '出门在外' }, 'yes'],
      [{ deedOn: '2026-10-30', writtenOn: '2026-10-31' }, 'yes'],
      [{ quantity: 0 }, 'claim-quantity-not-positive'],
      [{ target: item('county-award') }, 'claim-evidence-needed'],
      [{ photoIds: [crypto.randomUUID()] }, 'claim-file-unknown'],
      [{ witness: { memberId: hebailu } }, 'claim-own-witness'],
      [{ witness: { memberId: crypto.randomUUID() } }, 'claim-witness-unknown'],
      [{ witness: { name: '' } }, 'witness-name-missing'],
      [{ target: { kind: 'pledge', pledgeId: crypto.randomUUID() } }, 'claim-pledge-not-open'],
      [{ target: { kind: 'task', taskId: crypto.randomUUID() } }, 'claim-task-not-open'],
    ] as const) {
      assert.equal(codeOf(await submit(change)), code, JSON.stringify(change))
    }
    assert.equal(codeOf(await submit({}, 'hanhanlu')), '403')
  })

  it('a paper proves an award, and only a file about the member or added by the sender counts', async () => {
    const own = await addFile(hebailu, 'hebailu')
    const sent = await submit({ target: item('county-award'), paperId: own })
    assert.equal(sent.status, 200)
    const [evidence] = await house.rows<Body>('select * from claim_evidence where claim_id = $1', [
      sent.body.claimId,
    ])
    assert.equal(evidence?.file_id, own)
    assert.match(String(evidence?.sha256), /^[0-9a-f]{64}$/)
    const foreign = await addFile(qinlidong, 'qinlidong')
    assert.equal(
      codeOf(await submit({ target: item('county-award'), paperId: foreign })),
      'claim-file-unknown',
    )
  })

  it('R-170: who is left out of scoring by decision reports nothing', async () => {
    await house.rows(
      `insert into scoring_exemption (county_id, id, member_id, from_on, decided_by_body, decided_on, recorded_by, recorded_at)
       values ($1, gen_random_uuid(), $2, '2026-11-01', 'x', '2026-11-01', 'x', now())`,
      [house.county, hanliqiu],
    )
    assert.equal(codeOf(await submit({ target: item('village-work') }, 'hanliqiu')), 'claim-no-scheme')
    const { body } = await house.call('hanliqiu', 'claim.options')
    assert.deepEqual([body.scored, body.items], [false, []])
    await house.rows('delete from scoring_exemption where county_id = $1', [house.county])
  })

  it('a device that sends the same claim three times makes one, with the same answer, one after the other or at once', async () => {
    const once = deed({ deviceKey: 'kept-on-the-phone-1', deedOn: '2026-11-01', writtenOn: '2026-11-01' })
    const replies = []
    for (let time = 0; time < 3; time += 1) replies.push(await house.call('hebailu', 'claim.submit', once))
    assert.deepEqual(new Set(replies.map(({ body }) => JSON.stringify(body))).size, 1)
    const twin = deed({ deviceKey: 'kept-on-the-phone-2' })
    const together = await Promise.all([1, 2, 3].map(() => house.call('hebailu', 'claim.submit', twin)))
    assert.deepEqual(
      together.map(({ status }) => status),
      [200, 200, 200],
    )
    assert.equal(new Set(together.map(({ body }) => JSON.stringify(body))).size, 1)
    const [counted] = await house.rows<{ count: number; moves: number }>(
      `select count(*)::int as count, (select count(*)::int from claim_move v join claim c on c.id = v.claim_id
         where c.device_key like 'kept-on-the-phone-%') as moves from claim where device_key like 'kept-on-the-phone-%'`,
    )
    assert.deepEqual(counted, { count: 2, moves: 2 })
    // Days later, decided or not, the answer stays.
    house.at(new Date('2026-11-06T01:00:00Z'))
    const later = await house.call('hebailu', 'claim.submit', once)
    assert.equal(JSON.stringify(later.body), JSON.stringify(replies[0]?.body))
    const days = await claimOf(later.body.claimId)
    assert.deepEqual(
      [days.deed_on, days.submitted_on, days.written_on],
      ['2026-11-01', '2026-11-03', '2026-11-01'],
    )
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('one key is one claim; the same key of another member is another claim', async () => {
    const input = deed({ deviceKey: 'shared-key-1' })
    const first = await house.call('hebailu', 'claim.submit', input, { key: 'receipt-1' })
    const again = await house.call('hebailu', 'claim.submit', input, { key: 'receipt-1' })
    assert.deepEqual(again.body, first.body)
    const other = await house.call('qinlidong', 'claim.submit', { ...input, target: item('mediation') })
    assert.equal(other.status, 200)
    assert.notEqual(other.body.claimId, first.body.claimId)
  })

  it('a claim is taken back while nobody has decided, by the member alone', async () => {
    const { body } = await submit()
    const input = { claimId: body.claimId }
    assert.equal(codeOf(await house.call('qinlidong', 'claim.withdraw', input)), '404')
    assert.equal(codeOf(await house.call('zhouguyu', 'claim.withdraw', input)), '404')
    assert.equal(codeOf(await house.call('hebailu', 'claim.withdraw', input)), 'yes')
    assert.equal(codeOf(await house.call('hebailu', 'claim.withdraw', input)), 'claim-wrong-state')
  })

  it('a member, the branch and those above see a claim; others do not learn that it exists', async () => {
    const { body } = await submit({ said: '清渠' })
    const input = { claimId: body.claimId }
    for (const [who, status] of [
      ['hebailu', 200],
      ['zhouguyu', 200],
      ['luqingming', 200],
      ['hanhanlu', 200],
      ['qinlidong', 404],
      ['shenliqiu', 404],
      ['taochunfen', 404],
      ['yingxiaohan', 404],
      ['other', 404],
    ] as const) {
      assert.equal((await house.call(who, 'claim.show', input)).status, status, who)
    }
    const { body: shown } = await house.call('hebailu', 'claim.show', input)
    assert.deepEqual(
      (shown.steps as Body[]).map(({ move, by }) => [move, by]),
      [['submit', '何白露']],
    )
    assert.deepEqual((shown.would as Body).credited, 50)
    assert.equal(shown.nextOrgName, '云溪镇党委')
    assert.deepEqual(shown.may, {
      review: false,
      takeBack: false,
      withdraw: true,
      complete: false,
      confirm: false,
      nameWitness: true,
      takeDownWitness: false,
      object: false,
    })
  })

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
