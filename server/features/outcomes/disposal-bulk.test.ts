import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sanctions } from '@steward/domain/outcomes/discipline.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { defineJob } from '#platform/jobs.ts'
import { z } from 'zod'
import { openHouse } from '../../testing.ts'
import { disposalInvariants } from './checks-disposal.ts'
import { insertPastDisposal, insertPastSanction, type PastDisposal } from './queries-bulk-disposal.ts'

let pasts: readonly PastDisposal[] = []
let sanctioned: Parameters<typeof insertPastSanction>[1][] = []
const fill = defineJob({
  name: 'test-past-disposals',
  payload: z.object({}),
  async run(context) {
    for (const past of pasts) await insertPastDisposal(context, past)
    for (const past of sanctioned) await insertPastSanction(context, past)
  },
})
const house = await openHouse([], [fill])
const [org] = await house.rows<{ id: string; name: string; path: string }>(
  `select id, name, path::text from party_org where county_id = $1 and name = '石门村党支部'`,
  [house.county],
)
const [town] = await house.rows<{ id: string; name: string }>(
  `select id, name from party_org where county_id = $1 and name = '云溪镇党委'`,
  [house.county],
)
const accountOf = async (name: string) =>
  (
    await house.rows<{ id: string }>('select id from account where county_id = $1 and account_name = $2', [
      house.county,
      name,
    ])
  )[0]!.id
const secretary = { accountId: await accountOf('zhouguyu'), name: '周谷雨' }
const officer = { accountId: await accountOf('luqingming'), name: '陆清明' }
const people = await house.rows<{ id: string; name: string }>(
  `select id, name from member where party_org_id = $1 and membership_kind = 'full' and admitted_on < '2020-01-01' order by id`,
  [org!.id],
)
const past = (at: number, change: Partial<PastDisposal>): PastDisposal => ({
  ...{
    memberId: people[at]!.id,
    memberName: people[at]!.name,
    orgId: org!.id,
    orgName: org!.name,
    orgPath: org!.path,
  },
  ...{ form: 'removal', ground: 'lapse', helpPlanId: null, earlierId: null, secretary, officer },
  facts: {
    lapse: {
      ...{ monthsWithoutLife: 8, monthsWithoutDues: 0, monthsWithoutWork: 0, goodReason: false },
      lookedIntoBy: '周谷雨',
    },
  },
  ...{ reason: '连续八个月没有参加组织生活', two: [people[0]!.id, people[1]!.id] },
  ...{ body: { orgId: town!.id, name: town!.name }, deciderName: '陆清明' },
  number: { issuer: '云镇党发', year: 2025, number: at },
  ...{ required: '每月参加组织生活', help: '由支部书记联系' },
  vote: { shouldAttend: 30, present: 26, written: 0, yes: 20, no: 4, abstain: 2 },
  ...{ decidedOn: plainDate('2025-09-10'), reached: 'inForce', end: null, ...change },
})

it('cases of two years are written through the rules, with the states that follow, and break nothing', async () => {
  const elsewhere = { ground: 'decidedElsewhere' as const, facts: { outsideDocument: '县组发〔2025〕7号' } }
  const on = (day: string, how: 'changed' | 'withdrew') => ({
    how,
    on: plainDate(day),
    words: '会上议过，有改变',
  })
  pasts = [
    past(2, {}),
    past(3, { form: 'correctionOrder', end: on('2026-03-11', 'changed') }),
    past(4, { form: 'persuasion', ...elsewhere, end: on('2025-09-20', 'withdrew') }),
    past(5, { reached: 'opinionGiven', decidedOn: plainDate('2026-12-01') }),
    past(6, { form: 'correctionOrder', decidedOn: plainDate('2026-08-10') }),
  ]
  sanctioned = [
    {
      ...{
        memberId: people[7]!.id,
        orgId: org!.id,
        officer,
        sanction: 'removalFromPost',
        documentNumber: '清纪〔2025〕4号',
      },
      ...{
        decidingLevel: 'countyDiscipline',
        probationYears: null,
        deciderName: '县纪委常委会',
        body: '清源县纪委',
      },
      ...{ decidedOn: plainDate('2025-05-08'), reason: '违反工作纪律造成损失' },
    },
  ]
  assert.ok(sanctions.includes('removalFromPost'))
  await house.rows(
    `select steward_add_job('test-past-disposals', json_build_object('county', $1::text, 'accountId', null,
       'actorName', '演示数据', 'payload', '{}'::json), null, null)`,
    [house.county],
  )
  await house.runJobs()
  const states = await house.rows<{ state: string }>(
    'select state from member where id = any($1) order by id',
    [people.slice(2, 7).map(({ id }) => id)],
  )
  assert.deepEqual(
    states.map(({ state }) => state),
    ['removedFromRolls', 'active', 'persuadedToWithdraw', 'active', 'active'],
  )
  const listed = (await house.call('luqingming', 'disposal.list', { which: 'all' })).body as {
    figures: object
    rows: { state: string }[]
  }
  assert.deepEqual(listed.figures, {
    open: 1,
    correctionOrders: 2,
    turnedAround: 1,
    persuadedOut: 1,
    removed: 1,
  })
  for (const { id, find } of disposalInvariants) {
    const { breaches } = await onConnection(house.pool, false, (client) =>
      find(countyTx(client, house.county), cryptoByCounty(Buffer.alloc(32, 7))(house.county)),
    )
    assert.deepEqual(breaches, [], id)
  }
})
