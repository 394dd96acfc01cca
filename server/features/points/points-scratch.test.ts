import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { plainDate, toPlainDate } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { toCanonical } from '@steward/domain/points/canonical.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { newIdAt } from '#platform/new-id.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { openManyPostings } from './queries-bulk.ts'
import { sealLedger } from './queries-seal.ts'
import { canonicalBytes } from './queries-log.ts'
import { ENTRY_COLUMNS, toEntry } from './queries-ledger.ts'

const house = await openHouse()
await house.rows('analyze')
test('speed', async () => {
  const members = await house.rows<{ id: string; org: string }>(`select id, party_org_id as org from member where county_id = $1 and state='active'`, [house.county])
  console.log('members', members.length)
  const ids = members.map((m) => m.id)
  await onConnection(house.pool, true, async (client) => {
    const tx = countyTx(client, house.county)
    const versions = await loadVersions(tx)
    const facts = await findScoringFacts(tx, ids, plainDate('2026-10-01'))
    const pid = (await client.query('select pg_backend_pid() as p')).rows[0].p
    const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' '); return (Number(f[13]) + Number(f[14])) * 10 }
    let c = cpu(); let u = process.cpuUsage()
    const said = (n: number) => { const v = process.cpuUsage(u); console.log('   cpu µs/line: postgres', ((cpu() - c) * 1000 / n).toFixed(1), 'node', ((v.user + v.system) / n).toFixed(1)); c = cpu(); u = process.cpuUsage() }
    let t = performance.now()
    const now = new Date('2026-11-01T00:00:00Z')
    const context = { tx, now, newId: () => newIdAt(now) }
    const many = await openManyPostings(context, { memberIds: ids, year: 2026 })
    const deeds = []
    const N = Number(process.env.N ?? 40)
    for (let k = 0; k < N; k++) for (const m of members) {
      const f = facts.get(m.id)!
      const day = `2026-${String(1 + (k % 10)).padStart(2, '0')}-${String(1 + (k % 27)).padStart(2, '0')}`
      const version = schemeForMember(versions, f, day.slice(0, 7) as never)
      if (!version || !version.scored) continue
      const item = version.items[k % version.items.length]!
      if (item.category === 'deductions') continue
      deeds.push({ memberId: m.id, orgId: m.org, version, itemCode: item.code, deedOn: plainDate(day), raw: toPoints(20 + k), authorId: m.id, reviewerId: null, reviewerMemberId: null, source: { kind: 'automatic' as const, id: `r-${k}` }, evidence: [`roster:${k}`] })
    }
    const lines = await many.post(context, deeds)
    let ms = performance.now() - t
    console.log('posted', lines.length, ms, lines.length / ms * 1000, 'lines/s'); said(lines.length)
    t = performance.now()
    const sealed = await sealLedger(context, toPlainDate(now), true)
    ms = performance.now() - t
    console.log('sealed', sealed.size, ms, sealed.size / ms * 1000, 'lines/s'); said(sealed.size)
    const rows = await tx.raw<any>('x', `select ${ENTRY_COLUMNS}, ${canonicalBytes} as bytes from ledger_entry e where e.county_id=$1 limit 1000`, [])
    for (const row of rows) assert.deepEqual(Buffer.from(toCanonical(house.county, toEntry(row))), row.bytes)
    t = performance.now()
    const r = await tx.raw<any>('y', `select sum(length(${canonicalBytes})) as n from ledger_entry e where e.county_id=$1`, [])
    console.log('bytes in SQL only', performance.now() - t, r)
  })
})
test('where the time goes', async () => {
  await onConnection(house.pool, true, async (client) => {
    const r = await client.query(`explain (analyze, buffers off, costs off) insert into ledger_entry select county_id, gen_random_uuid(), member_id, party_org_id, 'award', case when term='base' then 'duty' else term end, coalesce(item_code,'x'), raw, credited, limit_by, limit_cap, limit_used, outside_caps, scheme_version_id, deed_on, posted_at, month, statement_month, author_id, reviewer_id, source_kind, source_id, evidence, refers_to, reason from ledger_entry where county_id='${house.county}' limit 10000`)
    console.log(r.rows.map((x: any) => x['QUERY PLAN']).join('\n'))
  })
})
