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
  const [hebailu, qinlidong, hanliqiu] = [await idOf('何白露'), await idOf('秦立冬'), await idOf('韩立秋')]
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
})
