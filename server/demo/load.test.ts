import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import pg from 'pg'
import { migrate } from '#platform/migrate.ts'
import { checkData } from '../commands/check-data.ts'
import { openServerHouse } from '../house.ts'
import { openHouse, TEST_NOW } from '../testing.ts'
import { loadDemo } from './load.ts'
import { OUTCOME_TOTALS, smallShare } from './plan/plan-outcomes.ts'

describe('the demo county as it starts', async () => {
  const house = await openHouse()
  const name = `demo_${randomBytes(6).toString('hex')}`
  const owner = async (text: string) => {
    const client = new pg.Client({ connectionString: house.ownerUrl })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await owner(`create database ${name}`)
  const url = house.ownerUrl.replace(/\/[^/]*$/, `/${name}`)
  const dataFolder = mkdtempSync(join(tmpdir(), 'steward-demo-'))
  await migrate(url)
  const settings = { dataFolder, key: Buffer.alloc(32, 7).toString('base64') }
  const demo = openServerHouse(settings, url, () => TEST_NOW, 4)
  after(async () => {
    await demo.pool.end()
    await owner(`drop database ${name} with (force)`)
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const rows = async <Row extends object>(text: string) => (await demo.pool.query<Row>(text)).rows
  const lines: string[] = []
  await loadDemo(demo.parts, 'small', () => undefined, demo.run)
  const code = await checkData.run({
    ...{ settings: { ...settings } as never, args: [], ownerUrl: url, house: demo }, // The check reads no settings.
    say: (line) => lines.push(line),
  })
  /** What a line of the check counted. */
  const counted = (id: string) => {
    const line = lines.find((each) => each.includes(` ${id} `))
    return Number(line?.match(/\s(\d+)\s{2}/)?.[1] ?? Number.NaN)
  }

  it('breaks no invariant of any feature', () => {
    assert.deepEqual(
      lines.filter((line) => line.includes('✗')),
      [],
    )
    assert.equal(code, 0)
  })

  it('S-212…S-227: shows a fair share of each outcome, every one at least once', () => {
    const share = (role: keyof typeof OUTCOME_TOTALS) => smallShare(OUTCOME_TOTALS[role])
    assert.equal(counted('outcomes.figure-commended'), share('commended'))
    assert.equal(counted('outcomes.figure-tolerated'), share('tolerated'))
    assert.equal(
      counted('outcomes.figure-warned'),
      share('measured') + share('talked') + share('talkExplained'),
    )
    assert.equal(counted('outcomes.figure-talked'), share('measured') + share('talked'))
    assert.equal(counted('outcomes.figure-talk-explained'), 1)
    for (const figure of ['down-measures', 'lost-awards', 'on-hold'])
      assert.equal(counted(`outcomes.figure-${figure}`), 1)
    const kinds = ['correction-notices', 'caution-notices', 'persuaded-out', 'removed', 'open']
    for (const kind of kinds) assert.equal(counted(`outcomes.figure-unqualified-${kind}`), 1, kind)
    const twice = ['turned-around', 'party-warnings', 'removed-from-posts']
    for (const kind of twice) assert.equal(counted(`outcomes.figure-unqualified-${kind}`), 2, kind)
    assert.equal(counted('outcomes.figure-unqualified'), 11)
  })

  it('S-228: the year before is closed for every branch and the county, on all four links', async () => {
    const [closed] = await rows<{ branches: number; county: number; gaps: number }>(
      `select (count(*) filter (where kind = 'branch'))::int as branches, (count(*) filter (where kind = 'county'))::int as county,
         (select count(*)::int from year_gap) as gaps from year_closing where year = 2025`,
    )
    assert.deepEqual(closed, { branches: 12, county: 1, gaps: closed?.gaps })
  })

  it('R-230, R-232: everybody who was there begins the year with what was carried over, newcomers flat', async () => {
    const kinds = await rows<{ kind: string; was: boolean; n: number; least: number; most: number }>(
      `select e.kind, m.admitted_on < '2025-01-01' as was, count(*)::int as n, min(e.credited)::int as least, max(e.credited)::int as most
       from ledger_entry e join member m on m.county_id = e.county_id and m.id = e.member_id
       where e.term = 'base' and e.deed_on = '2026-01-01' group by 1, 2 order by 1`,
    )
    assert.deepEqual(
      kinds.map(({ kind, was }) => [kind, was]),
      [
        ['base', false],
        ['carryOver', true],
      ],
    )
    assert.deepEqual([kinds[0]?.least, kinds[0]?.most], [3000, 3000])
    assert.ok((kinds[1]?.least ?? 0) > 0 && (kinds[1]?.most ?? 0) < 3000)
  })

  it('R-261: a tolerated deduction stands in the ledger with the line that took it back', async () => {
    const [row] = await rows<{ sum: number; dropped: number }>(
      `select sum(e.credited + r.credited)::int as sum,
         (select count(*)::int from deduction d where d.state = 'dropped') as dropped
       from tolerance_entry t join ledger_entry e on e.id = t.entry_id join ledger_entry r on r.id = t.reversal_id and r.refers_to = e.id`,
    )
    assert.deepEqual(row, { sum: 0, dropped: smallShare(OUTCOME_TOTALS.tolerated) })
  })

  it('R-229: problems go on as pledges, and deeds belong to pledges', async () => {
    const [row] = await rows<{ rectifying: number; deeds: number }>(
      `select (select count(*)::int from pledge where rectifies is not null and year = 2026) as rectifying,
         (select count(*)::int from claim where pledge_id is not null and state = 'approved') as deeds`,
    )
    assert.ok((row?.rectifying ?? 0) > 0 && (row?.deeds ?? 0) > 0, JSON.stringify(row))
  })

  it('S-004: who left stands beside the roster and not in it', async () => {
    const [row] = await rows<{ on: number; left: number }>(
      `select (count(*) filter (where state = 'active'))::int as on, (count(*) filter (where state <> 'active'))::int as left from member`,
    )
    assert.deepEqual(row, { on: 409, left: 2 })
  })
})
