import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { type Hands, measure, serveWarning, talk, tolerate } from '#demo/make-warnings.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { warningInvariants } from './checks-warning.ts'

const house = await openHouse()
const crypto_ = cryptoByCounty(Buffer.alloc(32, 7))(house.county)
const findings = async (id: string) => {
  const invariant = warningInvariants.find((each) => each.id === `outcomes.${id}`) ?? assert.fail(id)
  return await onConnection(house.pool, false, (client) =>
    invariant.find(countyTx(client, house.county), crypto_),
  )
}
const one = async (text: string, ...values: unknown[]) =>
  (await house.rows<{ id: string }>(text, [house.county, ...values]))[0]!.id
const member = (name: string) => one('select id from member where county_id = $1 and name = $2', name)
const org = (name: string) => one('select id from party_org where county_id = $1 and name = $2', name)
const hands: Hands = {
  async call(who, operation, input) {
    const reply = await house.call(who as CastName, operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  },
  ...{ branch: 'zhouguyu', committee: 'luqingming', county: 'hanhanlu' },
  ...{ bodyOrgId: await org('云溪镇党委'), bodyName: '云溪镇党委' },
  ...{ countyOrgId: await org('清源县委'), countyName: '清源县委' },
}
const hebailu = await member('何白露')
const warning = {
  ...{
    memberId: hebailu,
    facts: '两次没有到会也没有请假',
    standard: '按时参加组织生活',
    requiredChange: '按时到会',
  },
  ...{
    helperName: '周谷雨',
    changeBy: '2026-12-01',
    deciderName: '陆清明',
    decidedOn: '2026-11-02',
    proof: '签收单 1',
  },
}
const measured = await serveWarning(hands, warning)
await talk(hands, measured, '谈过，本人表示会改')
await talk(hands, await serveWarning(hands, warning), '人在外地，月底回来', false)
house.at(new Date('2026-12-03T01:00:00Z'))
await measure(hands, measured, {
  ...{ kind: 'movePost', document: '清组干〔2026〕3号', deciderName: '韩寒露', decidedOn: '2026-12-02' },
  ...{ reason: '到期没有改正，经研究调整岗位', proof: '签收单 2' },
})
const deductions = await Promise.all(
  ['何白露', '何白露'].map(async () => {
    const [branch] = await house.rows<{ party_org_id: string }>(
      'select party_org_id from member where id = $1',
      [hebailu],
    )
    const [version] = await house.rows<{ id: string }>(
      'select id from scheme_version where county_id = $1 limit 1',
      [house.county],
    )
    const [account] = await house.rows<{ id: string }>(
      `select id from account where county_id = $1 and account_name = 'zhouguyu'`,
      [house.county],
    )
    const [line] = await house.rows<{ id: string }>(
      `insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, item_code, raw, credited, scheme_version_id,
         deed_on, posted_at, month, statement_month, author_id, reviewer_id, source_kind, source_id, reason)
       values ($1, gen_random_uuid(), $2, $3, 'deduction', 'deductions', 'village-rule', -50, -50, $4, '2026-11-02',
         '2026-11-02T02:00:00Z', '2026-11', '2026-11', $5, $5, 'deduction', 'x', '没有按期完成') returning id`,
      [house.county, hebailu, branch?.party_org_id, version?.id, account?.id],
    )
    return line!.id
  }),
)
const factors = {
  ...{ motive: '想少用人工', conditions: '第一次用', procedure: '问过村委会' },
  ...{ nature: '不熟练', consequence: '晚了四天', repair: '补完了' },
}
const story = {
  memberId: hebailu,
  matter: '试用新的清淤办法',
  factors,
  document: '清组容〔2026〕1号',
  reason: '条件都符合，予以容错',
}
const toleranceId = await tolerate(hands, { ...story, entryIds: deductions })
const second = await serveWarning(hands, { ...warning, changeBy: '2027-02-01' })
const appealed = (
  await house.call('hebailu', 'appeal.raise', { subject: { kind: 'warning', id: second }, words: '请过假' })
).body
const meng = await one(`select id from account where county_id = $1 and account_name = $2`, 'mengxiaoshu')
await hands.call('hanhanlu', 'appeal.assign', { appealId: appealed.appealId, accountId: meng })
await hands.call('mengxiaoshu', 'appeal.decide', {
  appealId: appealed.appealId,
  upheld: true,
  answer: '属实，撤销',
})

it('what the operations write breaks nothing', async () => {
  for (const { id } of warningInvariants) {
    const { looked, breaches } = await findings(id.replace('outcomes.', ''))
    assert.ok(looked > 0, id)
    assert.deepEqual(breaches, [], id)
  }
})

it('R-212: a state entered by a machine is named', async () => {
  await house.rows(
    `insert into outcome_step (county_id, id, subject_kind, subject_id, step, words, by_name, acted_at)
     values ($1, gen_random_uuid(), 'warning', $2, 'serve', '', 'job', now())`,
    [house.county, measured],
  )
  assert.deepEqual((await findings('adverse-steps-by-people')).breaches, [`warning ${measured} serve`])
})

it('R-212: a warning without one of its five facts is named, even where the table would let it stand', async () => {
  await house.rows('alter table warning drop constraint warning_five_facts_check')
  await house.rows(`update warning set served_proof = '' where id = $1`, [second])
  assert.deepEqual((await findings('warnings-five-facts')).breaches, [`warning ${second}`])
})

it('R-261: a tolerated deduction that still counts is named', async () => {
  const [entryId] = deductions
  await house.rows(`update tolerance_entry set reversal_id = null where entry_id = $1`, [entryId])
  await house.rows(`delete from ledger_entry where refers_to = $1`, [entryId])
  assert.deepEqual((await findings('tolerated-reversed-once')).breaches, [`${toleranceId} ${entryId}`])
})

it('R-216: an appeal decided by who decided first is named', async () => {
  await house.rows(
    `update appeal set decided_by_account_id = (select served_by_account_id from warning where id = $2) where id = $1`,
    [appealed.appealId, second],
  )
  assert.deepEqual((await findings('appeals-other-hands')).breaches, [appealed.appealId])
})

it('R-268: a notice that was not kept is named', async () => {
  await house.rows(`delete from served_paper where subject_id = $1`, [measured])
  assert.deepEqual((await findings('papers-kept')).breaches, [`warning ${measured}`])
})
