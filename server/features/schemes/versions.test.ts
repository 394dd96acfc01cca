import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { findScoringFacts, loadVersions, schemeForMember, seedSchemes } from './queries.ts'

const house = await openHouse()
const day = plainDate('2026-11-03')
const month = '2026-11' as never

async function reading<T>(work: (tx: ReturnType<typeof countyTx>) => Promise<T>, county = house.county) {
  return await onConnection(house.pool, false, async (client) => await work(countyTx(client, county)))
}

test('a county starts with a scheme for every field in post and for each other class (R-235, R-246)', async () => {
  const versions = await reading(loadVersions)
  const places = versions.map(({ field, memberClass }) => `${field} ${memberClass}`)
  assert.equal(new Set(places).size, places.length)
  assert.equal(versions.filter(({ memberClass }) => memberClass === 'inPost').length, 8)
  assert.deepEqual(
    versions
      .filter(({ field }) => field === 'every')
      .map(({ memberClass }) => memberClass)
      .toSorted(),
    ['exempt', 'floating', 'retired'],
  )
})

test('adopted versions are read once and then kept', async () => {
  const first = await reading(loadVersions)
  const again = await reading(loadVersions)
  for (const version of first) assert.ok(again.includes(version), 'the same object')
})

test('a county never reads versions of another', async () => {
  const mine = new Set((await reading(loadVersions)).map(({ id }) => id))
  const theirs = await reading(loadVersions, house.otherCounty)
  assert.ok(theirs.length > 0)
  assert.ok(theirs.every(({ id }) => !mine.has(id)))
})

test('R-246 the class decides the scheme: exempt, probationary, floating, retired, then in post', async () => {
  const [member] = await house.rows<{ id: string }>(
    `select id from member where county_id = $1 and name = '何白露'`,
    [house.county],
  )
  const id = member?.id ?? ''
  const classOf = async (on = day) => {
    const facts = (await reading((tx) => findScoringFacts(tx, [id], on))).get(id)
    return facts?.memberClass
  }
  assert.equal(await classOf(), 'inPost')
  const versions = await reading(loadVersions)
  const facts = (await reading((tx) => findScoringFacts(tx, [id], day))).get(id)!
  assert.equal(schemeForMember(versions, facts, month)?.field, 'rural')

  // S-023: a change of category counts from the month after it.
  const put = (category: string, from: string) =>
    house.rows(
      `insert into member_category (county_id, id, member_id, category, from_on, reason, recorded_by, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'x', 'x', now())`,
      [house.county, id, category, from],
    )
  await put('retiredMember', '2026-11-02')
  assert.equal(await classOf(), 'inPost')
  assert.equal(await classOf(plainDate('2026-12-01')), 'retired')

  await house.rows(
    `insert into member_tag (county_id, id, member_id, tag, from_on, until_on, reason, set_by, set_at)
     values ($1, gen_random_uuid(), $2, 'floatingMember', '2026-11-01', '2026-12-15', 'x', 'x', now())`,
    [house.county, id],
  )
  assert.equal(await classOf(), 'floating')
  assert.equal(await classOf(plainDate('2026-12-15')), 'retired', 'the first day it no longer holds')

  await house.rows(
    `insert into scoring_exemption (county_id, id, member_id, from_on, until_on, decided_by_body, decided_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, '2026-11-03', '2026-11-05', 'x', '2026-11-03', 'x', now())`,
    [house.county, id],
  )
  assert.equal(await classOf(), 'exempt')
  assert.equal(await classOf(plainDate('2026-11-05')), 'floating')
})

test('a county is seeded once only', async () => {
  await assert.rejects(
    reading((tx) =>
      seedSchemes(tx, {
        newId: () => crypto.randomUUID(),
        now: new Date('2026-11-03T01:00:00Z'),
        effectiveFrom: month,
        adopted: { body: 'x', number: 'x', on: day },
        by: 'x',
      }),
    ),
  )
})
