import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { openHouse } from '../../testing.ts'
import { inCounty, memberOf, postDeeds } from '../../testing-points.ts'
import { type Carried, postCarryOver } from './queries-carry.ts'

const house = await openHouse()
const CLOSING = '00000000-0000-7000-8000-000000000001'
const deed = (who: string, on: string) => ({ who, on, item: 'village-work', raw: 50 })

const basesOf = async (who: string) =>
  await house.rows<{ kind: string; credited: number; month: string; source: string; reason: string | null }>(
    `select e.kind, e.credited, e.month, e.source_kind as source, e.reason from ledger_entry e join member m
       on m.county_id = e.county_id and m.id = e.member_id
     where e.county_id = $1 and m.name = $2 and e.term = 'base' and e.deed_on = '2027-01-01' order by e.posted_at, e.id`,
    [house.county, who],
  )

async function carry(
  points: Readonly<Record<string, number>>,
  at: string,
  change: (version: SchemeVersion) => SchemeVersion = (version) => version,
): Promise<Carried[]> {
  const people = await Promise.all(
    Object.entries(points).map(async ([name, score]) => ({ score, ...(await memberOf(house, name)) })),
  )
  return await inCounty(house, at, async (context) => {
    const versions = await loadVersions(context.tx)
    const facts = await findScoringFacts(
      context.tx,
      people.map(({ id }) => id),
      context.today,
    )
    return await postCarryOver(
      context,
      { year: 2027, closingId: () => CLOSING, authorId: null, why: '2026年度办结' },
      people.map(({ id, orgId, score }) => {
        const own = facts.get(id)
        const version = own && schemeForMember(versions, own, '2027-01' as never)
        assert.ok(version)
        const parts = { points: toPoints(score), unlimitedBonus: toPoints(0), appraisal: null }
        return {
          memberId: id,
          orgId,
          version: change(version),
          coming: { kind: 'stayed', parts, appraisalPercent: 20 },
        }
      }),
    )
  })
}

test('R-230: who had a points year here gets no flat base from a deed or the daily job, who is new does', async () => {
  await postDeeds(house, '2026-11-02T02:00:00Z', [deed('何白露', '2026-11-01')])
  await postDeeds(house, '2027-01-08T02:00:00Z', [deed('何白露', '2027-01-06'), deed('许霜降', '2027-01-06')])
  assert.deepEqual(await basesOf('何白露'), [])
  assert.deepEqual(
    (await basesOf('许霜降')).map(({ kind, credited }) => [kind, credited]),
    [['base', 3000]],
  )
})

test('R-230, R-231: the closing writes the base once, however often it is done', async () => {
  const first = await carry({ 何白露: 8640 }, '2027-01-20T02:00:00Z')
  assert.deepEqual(
    first.map(({ base, written }) => [base, written]),
    [[2592, true]],
  )
  assert.deepEqual(
    (await carry({ 何白露: 8640 }, '2027-01-21T02:00:00Z')).map(({ written }) => written),
    [false],
  )
  assert.deepEqual(await basesOf('何白露'), [
    {
      ...{ kind: 'carryOver', credited: 2592, month: '2027-01', source: 'year' },
      reason: '上年年终得分86.4分的30%，记25.92分',
    },
  ])
})

test('R-232: a flat base that stands is taken back and the carried one written in its place', async () => {
  await carry({ 许霜降: 5000 }, '2027-01-20T02:00:00Z')
  const lines = await basesOf('许霜降')
  assert.deepEqual(
    lines.map(({ kind, credited }) => [kind, credited]),
    [
      ['base', 3000],
      ['reversal', -3000],
      ['correction', 1500],
    ],
  )
  assert.equal(lines[2]?.reason, '2026年度办结：上年年终得分50分的30%，记15分')
  const shown = await house.call('zhouguyu', 'points.year', {
    memberId: (await memberOf(house, '许霜降')).id,
    year: 2027,
  })
  assert.deepEqual(shown.body['base'], { kind: 'carryOver', points: 1500, percent: 30, result: 5000 })
})

test('R-218: a result that changed is carried again by a reversal and a correction', async () => {
  await carry({ 何白露: 9000 }, '2027-02-10T02:00:00Z')
  assert.deepEqual(
    (await basesOf('何白露')).map(({ kind, credited }) => [kind, credited]),
    [
      ['carryOver', 2592],
      ['reversal', -2592],
      ['correction', 2700],
    ],
  )
})

test('R-230: a class with nought percent gets no line, and a base that stood is taken back', async () => {
  const none = (version: SchemeVersion) => ({
    ...version,
    carryOver: { ...version.carryOver, percent: 0 },
  })
  const [after] = await carry({ 许霜降: 5000 }, '2027-02-11T02:00:00Z', none)
  assert.deepEqual([after?.base, after?.entryId, after?.written], [null, null, true])
  assert.equal((await basesOf('许霜降')).at(-1)?.kind, 'reversal')
  const [free] = await carry({ 秦立冬: 5000 }, '2027-02-11T02:00:00Z', none)
  assert.deepEqual([free?.base, free?.written], [null, false])
  assert.deepEqual(await basesOf('秦立冬'), [])
})

test('R-253: where January is closed the line goes to the next month of the branch, by its day still the first of the year', async () => {
  const { orgId } = await memberOf(house, '韩立秋')
  await house.rows(
    `insert into points_month (county_id, party_org_id, month, state, changed_at) values ($1, $2, '2027-01', 'closed', $3)`,
    [house.county, orgId, new Date('2027-02-08T02:00:00Z')],
  )
  await carry({ 韩立秋: 8000 }, '2027-02-10T02:00:00Z')
  assert.deepEqual(
    (await basesOf('韩立秋')).map(({ kind, credited, month }) => [kind, credited, month]),
    [['carryOver', 2400, '2027-02']],
  )
})

test('R-230: two closings at once write one base', async () => {
  await Promise.all([
    carry({ 周谷雨: 7000 }, '2027-01-20T02:00:00Z'),
    carry({ 周谷雨: 7000 }, '2027-01-20T02:00:00Z'),
  ])
  assert.deepEqual(
    (await basesOf('周谷雨')).map(({ kind, credited }) => [kind, credited]),
    [['carryOver', 2100]],
  )
})
