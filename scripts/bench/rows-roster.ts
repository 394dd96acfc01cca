import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { readSheets } from '../../server/platform/sheets/read.ts'
import { copyIn, copyLine, copyOut, onDatabase } from './copy.ts'
import { strangersRoster } from './roster-file.ts'
import { type Bench, defineRow } from './row.ts'

const POLL_MS = 20
const MOST_MEMORY = 300
/** What an import writes, table by table. */
const WRITTEN = ['member', 'member_affiliation', 'member_category']

type Shown = {
  readonly state: string
  readonly toWrite: number
  readonly inserted: number
  readonly counts: object
}
type Timed = { readonly seconds: number; readonly memory: number; readonly shown: Shown }

/** Looks until the import is in the state, as the screen does, and keeps the most memory the server had meanwhile. */
async function untilState(
  bench: Bench,
  importId: string,
  token: string,
  state: string,
  began: number,
): Promise<Timed> {
  let memory = 0
  for (;;) {
    memory = Math.max(memory, bench.memory().now)
    // The contract of the operation.
    const shown = (await bench.call({ operation: 'roster-import.show', input: { importId }, token })) as Shown
    if (shown.state === state) return { seconds: (performance.now() - began) / 1000, memory, shown }
    if (shown.state === 'mapping' || shown.state === 'unreadable')
      throw new Error(`The import is ${shown.state}`)
    await wait(POLL_MS)
  }
}

async function product(bench: Bench, file: Uint8Array) {
  const token = await bench.session('hanhanlu')
  const root = await bench.house.pool.query<{ id: string }>(
    'select id from party_org where county_id = $1 and parent_id is null',
    [bench.county],
  )
  const input = { orgId: root.rows[0]?.id ?? '', fileName: 'roster.xlsx' }
  const began = performance.now()
  const begun = await bench.call({ operation: 'roster-import.begin', input, token }, file)
  // The contract of the operation.
  const { importId } = begun as { importId: string }
  const dry = await untilState(bench, importId, token, 'ready', began)
  const applying = performance.now()
  await bench.call({
    operation: 'roster-import.apply',
    input: { importId, toWrite: dry.shown.toWrite },
    token,
  })
  const applied = await untilState(bench, importId, token, 'applied', applying)
  return { importId, token, dry, applied }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Reading the same file, and COPY of its rows as they stand. */
async function floorOfReading(client: pg.Client, file: Uint8Array): Promise<number> {
  await client.query(
    'drop table if exists bench_row; create table bench_row (number integer primary key, cells text)',
  )
  const took = await seconds(async () => {
    const read = await readSheets(file)
    if (!read.ok) throw new Error(read.code)
    const rows = read.value[0]?.rows ?? []
    await copyIn(
      client,
      'bench_row',
      rows.map((cells, index) => copyLine([String(index), JSON.stringify(cells)])),
    )
  })
  await client.query('drop table bench_row')
  return took
}

/** COPY of the very rows the import wrote, into tables with the same keys and indexes. */
async function floorOfWriting(client: pg.Client, bench: Bench, importId: string): Promise<number> {
  const imported = `select member_id from roster_import_row where county_id = '${bench.county}' and roster_import_id = '${importId}' and act = 'insert' and left_code is null and member_id is not null`
  const parts: { table: string; rows: readonly Buffer[] }[] = []
  for (const table of WRITTEN) {
    const key = table === 'member' ? 'id' : 'member_id'
    const rows = await copyOut(
      client,
      `select * from ${table} where county_id = '${bench.county}' and ${key} in (${imported})`,
    )
    await client.query(
      `drop table if exists bench_${table}; create table bench_${table} (like ${table} including all)`,
    )
    parts.push({ table: `bench_${table}`, rows })
  }
  const took = await seconds(async () => {
    await client.query('begin')
    for (const { table, rows } of parts) await copyIn(client, table, rows)
    await client.query('commit')
  })
  for (const { table } of parts) await client.query(`drop table ${table}`)
  return took
}

export const rows = [
  defineRow({
    id: 'roster-import',
    path: 'roster import',
    target: { ratio: 0.5, words: `${MOST_MEMORY} MB` },
    measure: async (bench) => {
      const file = await strangersRoster(bench)
      return await onDatabase(bench.ownerUrl, async (client) => {
        const before = bench.memory().now
        const { importId, token, dry, applied } = await product(bench, file)
        const reading = await floorOfReading(client, file)
        const writing = await floorOfWriting(client, bench, importId)
        const undoing = await seconds(async () => {
          await bench.call({ operation: 'roster-import.undo', input: { importId, reason: 'bench' }, token })
        })
        const memory = Math.max(dry.memory, applied.memory)
        const line = (path: string, own: number, floor: number, note: string) => ({
          path: `roster import, ${path}`,
          product: own,
          floor,
          ratio: floor / own,
          latency: null,
          unit: 'seconds' as const,
          note,
        })
        const said = `${applied.shown.inserted} new files, undone in ${undoing.toFixed(1)} s, server ${before.toFixed(0)} → ${memory.toFixed(0)} MB`
        const both = line('both', dry.seconds + applied.seconds, reading + writing, said)
        return [
          {
            ...line('dry run', dry.seconds, reading, 'floor: reading the file + COPY of its rows'),
            met: undefined,
          },
          line('apply', applied.seconds, writing, 'floor: COPY of the files, same keys and indexes'),
          { ...both, met: both.ratio >= 0.5 && memory <= MOST_MEMORY },
        ]
      })
    },
  }),
]
