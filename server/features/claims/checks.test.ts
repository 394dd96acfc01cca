import assert from 'node:assert/strict'
import { it } from 'node:test'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { claimInvariants } from './checks.ts'

type Body = Record<string, unknown>
const house = await openHouse()
const crypto_ = cryptoByCounty(Buffer.alloc(32, 7))(house.county)

const findings = async (id: string) => {
  const invariant = claimInvariants.find((each) => each.id === id) ?? assert.fail(id)
  return await onConnection(house.pool, false, (client) =>
    invariant.find(countyTx(client, house.county), crypto_),
  )
}
const breaches = async (id: string) => (await findings(id)).breaches.length
const must = async (who: Parameters<typeof house.call>[0], operation: string, input: Body) => {
  const reply = await house.call(who, operation, input)
  assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
  return reply.body
}
let keys = 0
const submit = async (itemCode = 'village-work') =>
  (
    await must('hebailu', 'claim.submit', {
      deviceKey: `checks-key-${++keys}`,
      target: { kind: 'item', itemCode },
    })
  ).claimId
const approved = async () => {
  const claimId = await submit()
  await must('zhouguyu', 'claim.approve', { claimId, revision: 1 })
  return claimId
}

it('what the operations write breaks nothing', async () => {
  await approved()
  const back = await approved()
  await must('zhouguyu', 'claim.take-back-decision', { claimId: back })
  await must('zhouguyu', 'claim.approve', { claimId: back, revision: 3 })
  const refused = await submit('mediation')
  await must('zhouguyu', 'claim.refuse', { claimId: refused, revision: 1, reason: '没有这件事' })
  for (const { id } of claimInvariants) assert.equal(await breaches(id), 0, id)
  assert.ok((await findings('claims.one-line')).looked >= 2)
})

it('each invariant names what breaks it', async () => {
  const claimId = await approved()
  const plant = async (id: string, text: string, values: readonly unknown[], undo: string) => {
    await house.rows(text, [house.county, ...values])
    assert.equal(await breaches(id), 1, id)
    await house.rows(undo, [house.county, ...values])
    assert.equal(await breaches(id), 0, id)
  }
  await plant(
    'claims.one-line',
    `update claim set deed_on = deed_on - 1 where county_id = $1 and id = $2`,
    [claimId],
    `update claim set deed_on = deed_on + 1 where county_id = $1 and id = $2`,
  )
  await plant(
    'claims.no-line-without-approval',
    `update claim set state = 'refused', reason = 'x', entry_id = null where county_id = $1 and id = $2`,
    [claimId],
    `update claim c set state = 'approved', entry_id = (select id from ledger_entry e where e.source_id = c.id::text limit 1)
     where county_id = $1 and id = $2`,
  )
  await plant(
    'claims.not-decided-by-the-member',
    `update claim_approval p set account_id = (select a.id from account a where a.county_id = $1 and a.account_name = 'hebailu')
     where county_id = $1 and claim_id = $2`,
    [claimId],
    `update claim_approval p set account_id = (select a.id from account a where a.county_id = $1 and a.account_name = 'zhouguyu')
     where county_id = $1 and claim_id = $2`,
  )
  await plant(
    'claims.history-is-whole',
    `update claim_move set move = 'confirm' where county_id = $1 and claim_id = $2 and move = 'submit'`,
    [claimId],
    `update claim_move set move = 'submit' where county_id = $1 and claim_id = $2 and move = 'confirm'`,
  )
  await plant(
    'claims.large-bonus-went-up',
    `insert into claim_approval select county_id, gen_random_uuid(), claim_id, round, 'county', account_id, 'x', approved_on, approved_at, null
     from claim_approval where county_id = $1 and claim_id = $2`,
    [claimId],
    `delete from claim_approval where county_id = $1 and claim_id = $2 and by_name = 'x'`,
  )
})

it('tasks and deductions are looked at too', async () => {
  const org = (
    await house.rows<{ id: string }>(
      `select id from party_org where county_id = $1 and name = '石门村党支部'`,
      [house.county],
    )
  )[0]!.id
  const { taskId } = await must('zhouguyu', 'task.draft', {
    ...{ orgId: org, kind: 'adHoc', itemCode: 'ad-hoc-task', title: '清渠', what: '带锹', announce: true },
    ...{ least: 50, most: 50, startsOn: '2026-11-05', dueOn: '2026-11-20', places: 1 },
  })
  await must('hebailu', 'task.take', { taskId })
  await house.rows(
    `insert into task_taking (county_id, id, task_id, member_id, state, taken_on, taken_at)
     select $1, gen_random_uuid(), $2, m.id, 'taken', '2026-11-03', now() from member m
     where m.county_id = $1 and m.name = '秦立冬'`,
    [house.county, taskId],
  )
  assert.equal(await breaches('claims.task-places'), 1)
  const member = (
    await house.rows<{ id: string }>(`select id from member where county_id = $1 and name = '何白露'`, [
      house.county,
    ])
  )[0]!.id
  const { deductionId } = await must('zhouguyu', 'deduction.propose', {
    ...{ memberId: member, itemCode: 'task-dropped', deedOn: '2026-11-02', facts: '认领清渠没有去' },
    ...{ chosen: 100, evidence: [{ kind: 'paper', note: '任务单' }] },
  })
  await must('zhouguyu', 'deduction.tell', { deductionId, how: 'screen' })
  await must('hebailu', 'deduction.answer', { deductionId, answer: '那天下雨' })
  await must('luqingming', 'deduction.impose', { deductionId, reason: '按办法' })
  assert.equal(await breaches('claims.deduction-line'), 0)
  await house.rows(`update deduction set told_on = '2026-11-09' where county_id = $1 and id = $2`, [
    house.county,
    deductionId,
  ])
  assert.equal(await breaches('claims.deduction-line'), 1)
})
