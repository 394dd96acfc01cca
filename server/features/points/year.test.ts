import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../testing.ts'
import { memberOf, postDeeds } from '../../testing-points.ts'

const house = await openHouse()
const he = await memberOf(house, '何白露')
const other = await memberOf(house, '韩立秋')
const ids = await postDeeds(house, '2026-09-23T02:15:30.250Z', [
  { who: '何白露', on: '2026-09-06', item: 'skills-taught', raw: 40, reviewer: 'zhouguyu' },
  {
    who: '何白露',
    on: '2026-09-21',
    item: 'volunteer-hours',
    raw: 80,
    reviewer: 'zhouguyu',
    evidence: ['paper:敬老院证明', `witness:${other.id}`],
  },
  { who: '何白露', on: '2026-10-02', item: 'village-work', raw: 50, reviewer: 'zhouguyu' },
])

type Line = {
  id: string
  credited: number
  raw: number
  limit: unknown
  marks: string[]
  reviewer: string
  evidence: unknown
  ruleSource: { no: number; document: { number: string }; title: { zh: string } }
  itemName: { zh: string }
  sealed: boolean
  objectUntil: string | null
}
type Term = { term: string; raw: number; credited: number; cap: number; lines: Line[] }

test('R-215: a total is the sum of its terms, each of its lines; a line names rule, cap, reviewer and evidence', async () => {
  const { status, body } = await house.call('hebailu', 'points.year', {})
  assert.equal(status, 200, JSON.stringify(body))
  const terms = body['terms'] as Term[]
  assert.deepEqual(
    terms.map(({ term }) => term),
    ['base', 'duty', 'pledgesAndTasks', 'serviceAndExample', 'bonus', 'deductions'],
  )
  assert.equal(
    terms.reduce((sum, { credited }) => sum + credited, 0),
    body['total'],
  )
  for (const { credited, lines } of terms)
    assert.equal(
      lines.reduce((sum, line) => sum + line.credited, 0),
      credited,
    )
  const service = terms.find(({ term }) => term === 'serviceAndExample')
  assert.deepEqual([service?.raw, service?.credited, service?.cap], [120, 100, 1200])
  const capped = service?.lines.find(({ id }) => id === ids[1])
  assert.equal(capped?.credited, 60)
  assert.deepEqual(capped?.limit, { by: 'category-month', cap: 100, used: 40 })
  assert.deepEqual(capped?.marks, ['capped'])
  assert.equal(capped?.reviewer, '周谷雨')
  assert.deepEqual(capped?.evidence, [
    { kind: 'paper', text: '敬老院证明' },
    { kind: 'witness', text: '韩立秋' },
  ])
  assert.ok((capped?.ruleSource.no ?? 0) > 0)
  assert.equal(capped?.ruleSource.title.zh, '农村党员积分办法')
  assert.equal(capped?.sealed, false)
  assert.equal(capped?.objectUntil, '2026-11-18')
  assert.deepEqual(body['base'], { kind: 'flat', points: 3000, percent: null, result: null })
  assert.equal(body['self'], true)
})

test('R-215: an officer of the organisation reads it, and the member sees who looked', async () => {
  const { status, body } = await house.call('zhouguyu', 'points.year', { memberId: he.id, year: 2026 })
  assert.equal(status, 200)
  assert.equal(body['self'], false)
  const looks = await house.call('hebailu', 'member.who-looked', {})
  const viewers = (looks.body['looks'] as { viewer: string }[]).map(({ viewer }) => viewer)
  assert.ok(viewers.includes('周谷雨'))
})

test('nobody else reads it: fellow members, other branches, administrators, another county', async () => {
  for (const who of ['qinlidong', 'shenliqiu', 'taochunfen', 'yingxiaohan', 'xuchushu', 'other'] as const) {
    for (const operation of ['points.year', 'points.room']) {
      assert.equal((await house.call(who, operation, { memberId: he.id })).status, 404, `${who} ${operation}`)
    }
    const statement = await house.call(who, 'points.statement', { memberId: he.id, month: '2026-09' })
    assert.equal(statement.status, 404, who)
  }
  assert.equal((await house.call(null, 'points.year', {})).status, 401)
  assert.equal((await house.call('hanhanlu', 'points.year', { memberId: he.id })).status, 200)
  assert.equal((await house.call('luqingming', 'points.year', { memberId: he.id })).status, 200)
})

test('the phone gets the sums with the newest lines; an account without membership gets nothing', async () => {
  const { body } = await house.call('hebailu', 'points.mine', {})
  const terms = body['terms'] as Term[]
  assert.equal(body['total'], 3000 + 100 + 50)
  assert.equal(
    terms.reduce((sum, { credited }) => sum + credited, 0),
    body['total'],
  )
  assert.equal((body['latest'] as unknown[]).length, 3)
  assert.deepEqual(body['years'], [2026])
  const none = await house.call('hanhanlu', 'points.mine', {})
  assert.deepEqual([none.status, none.body['person'], none.body['total']], [200, null, 0])
  const empty = await house.call('qinlidong', 'points.mine', {})
  assert.deepEqual([empty.status, empty.body['total']], [200, 0])
})

test('a statement of a month holds the lines of the month; before it closes there is no edition', async () => {
  const { status, body } = await house.call('hebailu', 'points.statement', { month: '2026-09' })
  assert.equal(status, 200, JSON.stringify(body))
  const parts = body['parts'] as { edition: number; total: number; lines: Line[]; orgName: string }[]
  assert.equal(parts.length, 1)
  assert.deepEqual([parts[0]?.edition, parts[0]?.orgName], [0, '石门村党支部'])
  assert.equal(parts[0]?.lines.length, 3)
  assert.equal(parts[0]?.total, 3000 + 100)
  assert.equal(body['yearTotal'], 3000 + 100)
})

test('R-238: the room under each cap is what the next deed would get', async () => {
  const { status, body } = await house.call('hebailu', 'points.room', { on: '2026-09-25' })
  assert.equal(status, 200, JSON.stringify(body))
  const items = body['items'] as { code: string; left: number; limit: { by: string } }[]
  assert.equal(items.find(({ code }) => code === 'skills-taught')?.left, 0)
  assert.equal(items.find(({ code }) => code === 'skills-taught')?.limit.by, 'category-month')
  const october = await house.call('hebailu', 'points.room', { on: '2026-10-25' })
  const next = october.body['items'] as typeof items
  assert.equal(next.find(({ code }) => code === 'skills-taught')?.left, 100)
  assert.deepEqual(october.body['total'], { cap: 10_000, used: 3150 })
})

test('R-232: points move with the member on a change of branch; the lines stay where they were posted', async () => {
  const before = await house.call('hebailu', 'points.mine', {})
  const moved = await memberOf(house, '韩立秋')
  await house.rows('update member set party_org_id = $1 where id = $2', [moved.orgId, he.id])
  const after = await house.call('hebailu', 'points.year', {})
  assert.equal(after.body['total'], before.body['total'])
  const lines = (after.body['terms'] as { lines: { orgName: string }[] }[]).flatMap((term) => term.lines)
  assert.ok(lines.every(({ orgName }) => orgName === '石门村党支部'))
  await postDeeds(house, '2026-11-03T00:00:00Z', [
    { who: '何白露', on: '2026-11-02', item: 'skills-taught', raw: 40, reviewer: 'shenliqiu' },
  ])
  const more = await house.call('hebailu', 'points.year', {})
  assert.equal(more.body['total'], Number(before.body['total']) + 40)
  assert.equal((await house.call('shenliqiu', 'points.year', { memberId: he.id })).status, 200)
  assert.equal((await house.call('zhouguyu', 'points.year', { memberId: he.id })).status, 404)
  await house.rows('update member set party_org_id = $1 where id = $2', [he.orgId, he.id])
})
