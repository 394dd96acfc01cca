import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../testing.ts'
import { memberOf, postDeeds, refusalOf } from '../../testing-points.ts'

const house = await openHouse()
const he = await memberOf(house, '何白露')
const orgOf = async (name: string) =>
  (
    await house.rows<{ id: string }>(`select id from party_org where county_id = $1 and name = $2`, [
      house.county,
      name,
    ])
  )[0]?.id ?? ''
const yunxi = await orgOf('云溪镇党委')
const county = await orgOf('清源县委')
await postDeeds(house, '2026-10-24T02:00:00Z', [
  { who: '何白露', on: '2026-10-06', item: 'village-work', raw: 50 },
  { who: '周谷雨', on: '2026-10-06', item: 'village-work', raw: 50 },
  { who: '许霜降', on: '2026-10-06', item: 'village-work', raw: 40 },
  { who: '韩立秋', on: '2026-10-06', item: 'village-work', raw: 150 },
])
type Row = { name: string; place: number; tied: boolean; points: number; mine: boolean }

test('R-279: inside the branch everybody is named; equal points share a place', async () => {
  const { status, body } = await house.call('hebailu', 'ranking.show', {})
  assert.equal(status, 200, JSON.stringify(body))
  const rows = body['rows'] as Row[]
  assert.equal(body['scope'], 'branch')
  assert.equal(rows.length, body['placed'])
  assert.deepEqual(
    rows.slice(0, 2).map(({ place, tied }) => [place, tied]),
    [
      [1, true],
      [1, true],
    ],
  )
  assert.deepEqual([rows[2]?.name, rows[2]?.place], ['许霜降', 3])
  assert.deepEqual(body['mine'], { place: 1, tied: true, points: 3050 })
})

test('R-170, R-247: who is left out of scoring, or is on probation, has no place', async () => {
  const before = (await house.call('zhouguyu', 'ranking.show', { orgId: he.orgId })).body
  const [probationer] = await house.rows<{ id: string }>(
    `select id from member where county_id = $1 and party_org_id = $2 and name not in ('何白露', '周谷雨', '许霜降')
       and membership_kind = 'full' limit 1`,
    [house.county, he.orgId],
  )
  await house.rows(`update member set membership_kind = 'probationary', converted_on = null where id = $1`, [
    probationer?.id,
  ])
  const after = (await house.call('zhouguyu', 'ranking.show', { orgId: he.orgId })).body
  assert.equal(after['placed'], Number(before['placed']) - 1)
  assert.equal(after['notPlaced'], Number(before['notPlaced']) + 1)
})

test('R-279: beyond the branch nothing is shown until the county has decided it, with body and document', async () => {
  const wide = await house.call('luqingming', 'ranking.show', { orgId: yunxi })
  assert.equal(refusalOf(wide), 'ranking-scope-not-decided')
  assert.equal(
    refusalOf(await house.call('hebailu', 'ranking.show', { orgId: yunxi })),
    'ranking-scope-not-decided',
  )
  const settings = { on: true, widest: 'baseCommittee', namedPercent: 30, decidedBy: '县委组织部' }
  for (const who of ['zhouguyu', 'luqingming', 'hebailu'] as const)
    assert.equal((await house.call(who, 'ranking.change', settings)).status, 403, who)
  assert.equal(
    refusalOf(await house.call('hanhanlu', 'ranking.change', settings)),
    'ranking-scope-needs-decision',
  )
  const decision = { body: '中共清源县委', document: '清委发〔2026〕3号' }
  const many = await house.call('hanhanlu', 'ranking.change', { ...settings, decision, namedPercent: 60 })
  assert.equal(refusalOf(many), 'ranking-named-too-many')
  const changed = await house.call('hanhanlu', 'ranking.change', { ...settings, decision }, { key: 'decide' })
  const again = await house.call('hanhanlu', 'ranking.change', { ...settings, decision }, { key: 'decide' })
  assert.deepEqual([changed.status, again.status], [200, 200])
  const { body } = await house.call('hebailu', 'ranking.settings', {})
  assert.deepEqual((body['settings'] as { decision: unknown }).decision, decision)
  assert.equal(body['mayChange'], false)
  assert.equal((await house.call('hanhanlu', 'ranking.settings', {})).body['mayChange'], true)
})

test('R-279: outside the branch only the upper part is named; each still sees the own place', async () => {
  const { status, body } = await house.call('hebailu', 'ranking.show', { orgId: yunxi })
  assert.equal(status, 200, JSON.stringify(body))
  const rows = body['rows'] as Row[]
  assert.ok(rows.length <= Math.floor((Number(body['placed']) * 30) / 100))
  assert.ok((body['mine'] as { place: number }).place > 1)
  assert.equal(
    refusalOf(await house.call('hanhanlu', 'ranking.show', { orgId: county })),
    'ranking-scope-not-decided',
  )
  assert.equal((await house.call('hanliqiu', 'ranking.show', { orgId: he.orgId })).status, 404)
  assert.equal((await house.call('other', 'ranking.show', { orgId: he.orgId })).status, 404)
})

test('R-279: the county may switch rankings off', async () => {
  await house.call('hanhanlu', 'ranking.change', {
    on: false,
    widest: 'branch',
    namedPercent: 30,
    decidedBy: '县委组织部',
  })
  assert.equal(refusalOf(await house.call('hebailu', 'ranking.show', {})), 'ranking-off')
})

test('R-232: a member from elsewhere begins with the share of the certified score; once', async () => {
  const certified = {
    memberId: he.id,
    year: 2026,
    certified: 9000,
    certificate: { body: '临水县委组织部', number: '12号', on: '2026-10-20' },
  }
  for (const [who, code] of [
    ['zhouguyu', 403],
    ['hebailu', 403],
    ['qinlidong', 404],
    ['taochunfen', 404],
  ] as const)
    assert.equal((await house.call(who, 'points.bring-along', certified)).status, code, who)
  const { status, body } = await house.call('luqingming', 'points.bring-along', certified)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(body, { base: 2700, before: 3000 })
  assert.equal(
    refusalOf(await house.call('luqingming', 'points.bring-along', certified)),
    'base-already-brought',
  )
  assert.equal(
    refusalOf(await house.call('luqingming', 'points.bring-along', { ...certified, year: 2025 })),
    'base-not-scored',
  )
  const shown = await house.call('hebailu', 'points.year', {})
  assert.deepEqual(shown.body['base'], { kind: 'broughtAlong', points: 2700, percent: 30, result: 9000 })
  const fresh = await memberOf(house, '秦立冬')
  const first = await house.call('luqingming', 'points.bring-along', { ...certified, memberId: fresh.id })
  assert.deepEqual([first.status, first.body['before']], [200, 0])
  await house.rows(
    `update ledger_entry set kind = 'carryOver', source_kind = 'year' where member_id = $1 and term = 'base'`,
    [fresh.id],
  )
  assert.equal(
    refusalOf(await house.call('luqingming', 'points.bring-along', { ...certified, memberId: fresh.id })),
    'base-carried-over',
  )
})

test('R-232: every morning who has no base gets the flat one, once', async () => {
  const run = async () => {
    await house.rows(`select steward_add_job('points-bases', $1::json, null, null)`, [
      JSON.stringify({ county: house.county, accountId: null, actorName: 'recurring', payload: {} }),
    ])
    await house.runJobs()
    const [row] = await house.rows<{ n: number; members: number }>(
      `select (select count(distinct member_id)::int from ledger_entry where county_id = $1 and term = 'base') as n,
         (select count(*)::int from member where county_id = $1 and state in ('active', 'suspended')) as members`,
      [house.county],
    )
    return row
  }
  const first = await run()
  assert.equal(first?.n, first?.members)
  const lines = async () =>
    (
      await house.rows<{ n: number }>(`select count(*)::int as n from ledger_entry where county_id = $1`, [
        house.county,
      ])
    )[0]?.n
  const before = await lines()
  await run()
  assert.equal(await lines(), before)
})
