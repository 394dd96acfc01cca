import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditInOrder } from '@steward/domain/points/credit-run.ts'
import { creditRaw } from '@steward/domain/points/credit.ts'
import { toCreditRules } from '@steward/domain/schemes/scheme.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import { openHouse } from '../../testing.ts'
import { inCounty, memberOf, postDeeds } from '../../testing-points.ts'
import { openPosting } from './queries-posting.ts'

const house = await openHouse()
const he = await memberOf(house, '何白露')
const zhou = await memberOf(house, '周谷雨')
const items = ['skills-taught', 'village-work', 'neighbour-help', 'mediation']
const day = (no: number) => String(no).padStart(2, '0')
const deeds = Array.from({ length: 60 }, (_, at) => ({
  who: '何白露',
  on: `2026-0${Math.floor(at / 12) + 1}-${day((at % 12) + 3)}`,
  item: items[at % items.length] ?? '',
  raw: 15 + (at % 7) * 10,
}))
const creditedOf = async (memberId: string) =>
  (
    await house.rows<{ credited: number }>(
      `select credited from ledger_entry where county_id = $1 and member_id = $2 and term <> 'base' order by deed_on, id`,
      [house.county, memberId],
    )
  ).map(({ credited }) => credited)

test('R-238: many lines at once are credited as the run over the year credits them, continuing from what stands', async () => {
  await postDeeds(house, '2026-06-20T02:00:00Z', deeds.slice(0, 25))
  await postDeeds(house, '2026-06-21T02:00:00Z', deeds.slice(25))
  const versions = await inCounty(house, '2026-06-21T02:00:00Z', ({ tx }) => loadVersions(tx))
  const rural = versions.find(({ field, memberClass }) => field === 'rural' && memberClass === 'inPost')
  assert.ok(rural)
  const expected = creditInOrder(
    toCreditRules(rural),
    deeds.map(({ item, raw, on }, at) => ({
      id: day(at),
      itemCode: item,
      raw: toPoints(raw),
      deedOn: plainDate(on),
    })),
    toPoints(3000),
  )
  assert.deepEqual(
    await creditedOf(he.id),
    expected.map(({ credited }) => credited),
  )
  const [balance] = await house.rows<{ total: number; lines: number }>(
    `select base + duty + pledges_and_tasks + service_and_example + bonus + deductions as total, entry_count as lines
     from points_balance where member_id = $1 and year = 2026`,
    [he.id],
  )
  assert.equal(balance?.total, 3000 + expected.reduce((sum, { credited }) => sum + credited, 0))
  assert.equal(balance?.lines, 61)
})

test('R-238: two rosters at once over the same member hold the cap', async () => {
  const roster = (on: string) =>
    Array.from({ length: 6 }, () => ({ who: '周谷雨', on, item: 'skills-taught', raw: 40 }))
  await Promise.all([
    postDeeds(house, '2026-09-20T02:00:00Z', roster('2026-09-06')),
    postDeeds(house, '2026-09-20T02:00:00Z', roster('2026-09-07')),
  ])
  const credited = await creditedOf(zhou.id)
  assert.equal(credited.length, 12)
  assert.equal(
    credited.reduce((sum, each) => sum + each, 0),
    100,
  )
})

test('R-238: twenty single postings at once against one cap credit it once', async () => {
  const { id, orgId } = await memberOf(house, '许霜降')
  const versions = await inCounty(house, '2026-09-20T02:00:00Z', ({ tx }) => loadVersions(tx))
  const rural = versions.find(({ field, memberClass }) => field === 'rural' && memberClass === 'inPost')
  assert.ok(rural)
  const rules = toCreditRules(rural)
  const item = rules.items.get('skills-taught')
  assert.ok(item)
  const one = async (at: number) =>
    await inCounty(house, '2026-09-20T02:00:00Z', async (context) => {
      const of = { memberId: id, orgId, deedOn: plainDate(`2026-09-${day((at % 20) + 1)}`) }
      const posting = await openPosting(context as Context, of, rural)
      const posted = await posting.post({
        ...creditRaw(rules, item, toPoints(40), posting.used(item)),
        ...{ kind: 'award', term: item.category, itemCode: item.code, raw: toPoints(40) },
        ...{ authorId: id, reviewerId: zhou.id, reviewerMemberId: zhou.id },
        ...{ source: { kind: 'claim', id: context.newId() }, evidence: [], refersTo: null, reason: null },
      })
      assert.ok(posted.ok)
    })
  await Promise.all(Array.from({ length: 20 }, (_, at) => one(at)))
  const credited = await creditedOf(id)
  assert.equal(credited.length, 20)
  assert.equal(
    credited.reduce((sum, each) => sum + each, 0),
    100,
  )
  const [bases] = await house.rows<{ n: number }>(
    `select count(*)::int as n from ledger_entry where member_id = $1 and term = 'base'`,
    [id],
  )
  assert.equal(bases?.n, 1)
})

test('R-253: what comes after a month was closed goes to the first one that still takes lines', async () => {
  await house.rows(`update points_month set state = 'closed' where party_org_id = $1 and month = '2026-09'`, [
    zhou.orgId,
  ])
  await postDeeds(house, '2026-10-20T02:00:00Z', [
    { who: '周谷雨', on: '2026-09-08', item: 'village-work', raw: 40 },
  ])
  const [line] = await house.rows<{ month: string; statement_month: string }>(
    `select month, statement_month from ledger_entry where member_id = $1 and deed_on = '2026-09-08'`,
    [zhou.id],
  )
  assert.deepEqual(line, { month: '2026-10', statement_month: '2026-10' })
})

test('a deed under an item the version does not know writes nothing at all', async () => {
  const count = async () =>
    (await house.rows<{ n: number }>('select count(*)::int as n from ledger_entry'))[0]?.n
  const before = await count()
  await assert.rejects(
    postDeeds(house, '2026-10-20T02:00:00Z', [
      { who: '周谷雨', on: '2026-10-08', item: 'village-work', raw: 40 },
      { who: '周谷雨', on: '2026-10-08', item: 'no-such-item', raw: 40 },
    ]),
    /no-such-item/,
  )
  assert.equal(await count(), before)
})
