import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { disposalInvariants } from './checks-disposal.ts'
import { type CallAs, type DisposalWalk, walkDisposal } from './demo.ts'

const house = await openHouse()
const crypto_ = cryptoByCounty(Buffer.alloc(32, 7))(house.county)
const findings = async (id: string) => {
  const invariant = disposalInvariants.find((each) => each.id === `outcomes.${id}`) ?? assert.fail(id)
  return await onConnection(house.pool, false, (client) =>
    invariant.find(countyTx(client, house.county), crypto_),
  )
}
const call: CallAs = async (who, operation, input) => {
  const reply = await house.call(who as CastName, operation, input)
  assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const people = await house.rows<{ id: string; name: string }>(
  `select m.id, m.name from member m join party_org o on o.id = m.party_org_id where o.name = '石门村党支部'
     and m.membership_kind = 'full' order by m.name = any($1) desc, m.id`,
  [['何白露', '秦立冬']],
)
const he = people.find(({ name }) => name === '何白露')!.id
const qin = people.find(({ name }) => name === '秦立冬')!.id
const walk: DisposalWalk = {
  ...{ call, secretary: 'zhouguyu', committee: 'luqingming', county: 'hanhanlu' },
  ...{ two: [people[2]!.id, people[3]!.id], on: '2026-11-03', assemblyOn: '2026-11-10' },
  toAssembly: () => house.at(new Date('2026-11-10T09:00:00+08:00')),
}
const lapse = {
  ...{ ground: 'lapse', monthsWithoutLife: 7, monthsWithoutDues: 2, monthsWithoutWork: 0 },
  ...{ goodReason: false, lookedIntoBy: '周谷雨' },
}
const reason = '连续七个月没有参加组织生活'
const order = await walkDisposal(walk, he, { form: 'correctionOrder', ground: lapse, reason }, 'inForce')
house.at(new Date('2026-11-03T09:00:00+08:00'))
const removal = await walkDisposal(walk, qin, { form: 'removal', ground: lapse, reason }, 'inForce')
await call('luqingming', 'sanction.record', {
  ...{ memberId: he, sanction: 'warning', documentNumber: '清纪〔2026〕4号', decidingLevel: 'baseCommittee' },
  ...{ deciderName: '陆清明', body: '云溪镇党委', decidedOn: '2026-10-20', reason: '违反工作纪律造成损失' },
  proofOfService: '送达回证第7号',
})

it('what the operations write breaks nothing', async () => {
  for (const { id } of disposalInvariants) {
    const { breaches } = await findings(id.replace('outcomes.', ''))
    assert.deepEqual(breaches, [], id)
  }
  assert.ok((await findings('disposals-five-facts')).looked >= 2)
})

/** Plants a breach as the owner, past what the table itself holds, sees it named, and takes it back. */
const breach = async (id: string, table: string, plant: string, undo: string, named: string) => {
  const checks = await house.rows<{ name: string; says: string }>(
    `select conname as name, pg_get_constraintdef(oid) as says from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  for (const { name } of checks) await house.rows(`alter table ${table} drop constraint ${name}`)
  await house.rows(plant)
  assert.deepEqual((await findings(id)).breaches, [named], id)
  await house.rows(undo)
  for (const { name, says } of checks) await house.rows(`alter table ${table} add constraint ${name} ${says}`)
  assert.deepEqual((await findings(id)).breaches, [], `${id} undone`)
}

it('each invariant names what breaks it', async () => {
  const of = (id: string) => `where id = '${id}'`
  const set = (id: string, change: string) => `update disposal set ${change} ${of(id)}`
  await breach(
    'disposals-five-facts',
    'disposal',
    set(order, `proof_of_service = ''`),
    set(order, `proof_of_service = '回证'`),
    order,
  )
  await breach(
    'disposals-reviewed-first',
    'disposal',
    set(removal, `pre_review_on = '2026-11-20'`),
    set(removal, `pre_review_on = '2026-11-03'`),
    removal,
  )
  await breach(
    'disposals-in-order',
    'disposal',
    set(order, `heard_on = '2026-11-01'`),
    set(order, `heard_on = '2026-11-03'`),
    order,
  )
  await breach(
    'disposals-terms',
    'disposal',
    set(order, `until_on = '2026-12-10'`),
    set(order, `until_on = '2027-05-10'`),
    order,
  )
  await breach(
    'disposals-one-after-another',
    'disposal',
    set(order, `ground = 'correctionWithoutChange'`),
    set(order, `ground = 'lapse'`),
    order,
  )
  await breach(
    'disposals-helped-first',
    'disposal',
    set(order, `ground = 'helpInVain'`),
    set(order, `ground = 'lapse'`),
    order,
  )
  const vote = (yes: string) => `update disposal_vote set yes = ${yes} where disposal_id = '${order}'`
  await breach('disposals-vote-carried', 'disposal_vote', vote('yes - 1'), vote('yes + 1'), order)
  const state = (to: string) => `update member set state = '${to}' where id = '${he}'`
  await breach('states-follow-cases', 'member', state('removedFromRolls'), state('active'), he)
  const until = (day: string) => `update sanction set effect_until_on = '${day}'`
  const [sanction] = await house.rows<{ id: string }>('select id from sanction')
  await breach('sanctions-recorded', 'sanction', until('2026-12-01'), until('2027-10-20'), sanction!.id)
})

it('R-205: the branch is asked in time to put a correction order before the assembly, once, and nothing ends by itself', async () => {
  const things = async () =>
    (
      await house.rows<{ due: string }>(
        `select due_on::text as due from thing_to_do where kind = 'disposal.end' and subject_id = $1 and done_at is null`,
        [order],
      )
    ).map(({ due }) => due)
  const remind = async (day: string) => {
    house.at(new Date(`${day}T09:00:00+08:00`))
    await house.rows(
      `select steward_add_job('outcomes-disposal-ends', json_build_object('county', $1::text, 'accountId', null,
         'actorName', 'recurring', 'payload', '{}'::json), null, null)`,
      [house.county],
    )
    await house.runJobs()
    return await things()
  }
  assert.deepEqual(await remind('2027-04-25'), [])
  assert.deepEqual(await remind('2027-04-26'), ['2027-05-10'])
  assert.deepEqual(await remind('2027-06-01'), ['2027-05-10'])
  const [kept] = await house.rows<{ how: string | null }>(
    'select ended_how as how from disposal where id = $1',
    [order],
  )
  assert.equal(kept!.how, null)
})
