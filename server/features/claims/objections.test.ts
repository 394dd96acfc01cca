import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('objections to claims (R-216…R-218)', async () => {
  const house = await openHouse()
  const accountOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from account where county_id = $1 and account_name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const [branch] = await house.rows<{ id: string }>(
    `select id from party_org where county_id = $1 and name = '石门村党支部'`,
    [house.county],
  )
  const qin = await accountOf('qinlidong')
  await house.call('fengdahan', 'access.grant', {
    ...{ accountId: qin, role: 'branch-committee', orgId: branch?.id, fromOn: '2026-11-01', untilOn: null },
  })
  const must = async (who: CastName, operation: string, input: Body) => {
    const reply = await house.call(who, operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  let keys = 0
  const submit = async (itemCode: string, quantity = 100) =>
    String(
      (
        await must('hebailu', 'claim.submit', {
          ...{ deviceKey: `objection-${++keys}`, target: { kind: 'item', itemCode }, quantity },
        })
      ).claimId,
    )
  const decide = (verb: string, claimId: string, more: Body = {}) =>
    must('zhouguyu', `claim.${verb}`, { claimId, revision: 1, ...more })
  const object = async (claimId: string, who: 'hebailu' | 'phone' = 'hebailu', more: Body = {}) => {
    const input = { subject: { kind: 'claim', id: claimId }, text: '和实际不一样' }
    const raised =
      who === 'phone'
        ? await must('zhouguyu', 'objection.take', { ...input, route: 'phone' })
        : await must('hebailu', 'objection.raise', input)
    const { objectionId } = raised
    await must('zhouguyu', 'objection.assign', { objectionId, accountId: qin })
    return await house.call('qinlidong', 'objection.decide', {
      ...{ objectionId, upheld: true, answer: '查了名单，是三小时' },
      ...more,
    })
  }
  const standingOf = async (claimId: string) =>
    (
      await house.rows<Body>(
        `select e.kind, e.credited, e.source_kind from claim c join ledger_entry e on e.county_id = c.county_id and e.id = c.entry_id
         where c.id = $1 and not exists (select 1 from ledger_entry r where r.refers_to = e.id and r.kind = 'reversal')`,
        [claimId],
      )
    )[0]
  const balanced = async () => {
    const [sums] = await house.rows<{ balance: number; lines: number }>(
      `select base + duty + pledges_and_tasks + service_and_example + bonus + deductions as balance,
         (select sum(credited)::int from ledger_entry e where e.member_id = b.member_id) as lines
       from points_balance b join member m on m.id = b.member_id where m.county_id = $1 and m.name = '何白露'`,
      [house.county],
    )
    assert.equal(sums?.balance, sums?.lines)
  }

  it('what the reviewer cut is written as it was claimed: a reversal and a correction', async () => {
    const claimId = await submit('volunteer-hours', 300)
    await decide('adjust', claimId, { quantity: 100, reason: '只看到一小时' })
    assert.equal((await object(claimId)).status, 200)
    assert.deepEqual(await standingOf(claimId), {
      kind: 'correction',
      credited: 60,
      source_kind: 'objection',
    })
    const shown = await must('hebailu', 'claim.show', { claimId })
    assert.deepEqual([shown.state, shown.quantity, shown.decidedBy], ['approved', 300, '秦立冬'])
    assert.equal((shown.steps as Body[]).at(-1)?.move, 'correct')
    await balanced()
  })

  it('what was refused is credited', async () => {
    const claimId = await submit('village-work')
    await decide('refuse', claimId, { reason: '没有看到人' })
    assert.equal((await object(claimId)).status, 200)
    assert.deepEqual(await standingOf(claimId), { kind: 'award', credited: 50, source_kind: 'objection' })
    await balanced()
  })

  it('a right value named in the answer is what stands', async () => {
    const claimId = await submit('volunteer-hours', 100)
    await decide('approve', claimId)
    assert.equal((await object(claimId, 'phone', { right: 10 })).status, 200)
    assert.deepEqual(await standingOf(claimId), {
      kind: 'correction',
      credited: 10,
      source_kind: 'objection',
    })
    assert.equal((await must('hebailu', 'claim.show', { claimId })).state, 'adjusted')
    await balanced()
  })

  it('somebody else is right: the line is reversed and the claim is not credited', async () => {
    const claimId = await submit('study-shared')
    await decide('approve', claimId)
    assert.equal((await object(claimId, 'phone')).status, 200)
    assert.equal(await standingOf(claimId), undefined)
    const shown = await must('hebailu', 'claim.show', { claimId })
    assert.deepEqual([shown.state, shown.entry], ['refused', null])
    await balanced()
  })

  it('an undecided claim takes no objection, and one upon which nothing follows is told so', async () => {
    const claimId = await submit('mediation')
    const input = { subject: { kind: 'claim', id: claimId }, text: '太慢' }
    assert.equal((await house.call('hebailu', 'objection.raise', input)).status, 404)
    await decide('approve', claimId)
    const reply = await object(claimId)
    assert.equal(reply.status, 409)
    const refusal = reply.body.refusal as { code: string; details: Body }
    assert.deepEqual(
      [refusal.code, refusal.details.why],
      ['objection-cannot-correct', 'claim-nothing-to-correct'],
    )
  })

  it('a claim that is not there takes no objection', async () => {
    const other = { subject: { kind: 'claim', id: crypto.randomUUID() }, text: 'x' }
    assert.equal((await house.call('hebailu', 'objection.raise', other)).status, 404)
    assert.equal(
      (await house.call('hebailu', 'objection.raise', { ...other, subject: { kind: 'claim', id: 'x' } }))
        .status,
      404,
    )
  })
})
