import { randomUUID } from 'node:crypto'
import type { Pool } from '../../server/platform/db.ts'
import { pathOf } from '../../server/platform/operation.ts'
import { type Connection, requestBytes } from './connection.ts'
import { CONCURRENCY, saturate, steady, type Work, withConnections } from './load.ts'
import type { Bench, BenchCall, BenchRow, Line, Load, Target } from './row.ts'
import { recordStatements, refresher, replay, type Statement } from './statements.ts'

/** Turns are short, so that product and floor see the same machine. */
const TURN_SECONDS = 1
const MOST_RECORDED = 24
const WARM_SECONDS = 1

/** Measures one row: product and floor take turns, so that a noisy moment meets both. */
export async function measureRow(bench: Bench, row: BenchRow, floorPool: Pool): Promise<readonly Line[]> {
  if ('measure' in row) {
    const lines = await row.measure(bench)
    return lines.map((line) => ({ ...line, target: row.target, ok: line.met ?? isMet(row.target, line) }))
  }
  const load = await row.load(bench)
  const floor = await floorWorks(bench, load, floorPool)
  return await withConnections(bench.port, CONCURRENCY, async (connections) => {
    const product = connections.map((connection) => productWork(bench, load, connection))
    await saturate(product, WARM_SECONDS)
    await saturate(floor.works, WARM_SECONDS)
    const rounds: Round[] = []
    const turns = Math.max(3, Math.round(bench.seconds / TURN_SECONDS))
    for (let turn = 0; turn < turns; turn += 1) rounds.push(await measureRound(bench, product, floor.works))
    floor.close()
    const middle = rounds.toSorted((a, b) => a.product / a.floor - b.product / b.floor)[turns >> 1]
    if (middle === undefined) throw new Error('No round was measured')
    const latency = await steady(product, middle.product / 2, bench.seconds)
    const { product: own, floor: same } = middle
    const line = { path: row.path, product: own, floor: same, ratio: own / same, latency }
    const { processor, floorProcessor } = middle
    const spent = `${processor.toFixed(2)} ms of processor against ${floorProcessor.toFixed(2)}`
    const note = [`${floor.statements} statements`, spent, load.note].filter(Boolean).join(', ')
    return [{ ...line, note, target: row.target, ok: isMet(row.target, line) }]
  })
}

/** Calls per second, and processor time a call costs the process that does it (the server, or the bare loop). */
type Round = { product: number; floor: number; processor: number; floorProcessor: number }

async function measureRound(bench: Bench, product: readonly Work[], floor: readonly Work[]): Promise<Round> {
  const seconds = TURN_SECONDS
  const atStart = bench.processor()
  const own = await saturate(product, seconds)
  const processor = (bench.processor() - atStart) / (own * seconds)
  const floorAtStart = process.cpuUsage()
  const same = await saturate(floor, seconds)
  const used = process.cpuUsage(floorAtStart)
  return {
    product: own,
    floor: same,
    processor,
    floorProcessor: (used.user + used.system) / 1000 / (same * seconds),
  }
}

function isMet(target: Target, line: Omit<Line, 'target' | 'ok'>): boolean | null {
  const checks = [
    target.ratio === undefined ? [] : [line.ratio !== null && line.ratio >= target.ratio],
    target.p99 === undefined || line.latency === null ? [] : [line.latency.p99 <= target.p99],
  ].flat()
  return checks.length === 0 ? null : checks.every(Boolean)
}

function productWork(bench: Bench, load: Load, connection: Connection): Work {
  const made = load.calls.map((call) => (call.keyed === true ? undefined : bytesOf(bench, call)))
  return async (n) => {
    const call = load.calls[n % load.calls.length]
    if (call === undefined) throw new Error('A row without calls')
    const { status, body } = await connection.send(made[n % made.length] ?? bytesOf(bench, call))
    if (status !== 200) throw new Error(`${call.operation}: ${status} ${body.toString('utf8').slice(0, 300)}`)
  }
}

function inputOf({ fresh, input }: BenchCall): unknown {
  return fresh === undefined ? input : fresh()
}

/** A call as it goes over the wire. */
export function bytesOf(bench: Pick<Bench, 'house'>, call: BenchCall, upload?: Uint8Array): Buffer {
  const handled = bench.house.run.operations.get(call.operation)
  if (handled === undefined) throw new Error(`There is no operation ${call.operation}`)
  const { kind } = handled.operation
  const input = JSON.stringify(inputOf(call))
  const inQuery = kind !== 'command'
  return requestBytes({
    method: kind === 'query' || kind === 'download' ? 'GET' : 'POST',
    path: pathOf(handled.operation) + (inQuery ? `?input=${encodeURIComponent(input)}` : ''),
    token: call.token,
    key: call.keyed === true ? randomUUID() : undefined,
    body: kind === 'command' ? Buffer.from(input) : kind === 'upload' ? upload : undefined,
  })
}

/** The same statements with the same values in a tight loop: the calls are recorded here, in process, through the same runner. */
async function floorWorks(bench: Bench, load: Load, pool: Pool) {
  const { run, parts } = bench.house
  const key = `bench-${randomUUID()}`
  const since = parts.now()
  const sequences: (readonly Statement[])[] = []
  for (const call of load.calls.slice(0, MOST_RECORDED)) {
    const once = async () => {
      const input = inputOf(call)
      const answer = await run({
        ...call,
        input,
        key: call.keyed === true ? key : undefined,
        address: '127.0.0.1',
      })
      if (answer.status !== 200) throw new Error(`${call.operation} in process: ${JSON.stringify(answer)}`)
    }
    // The first one of a session may note that it was seen; the recorded one is like most.
    if (call.keyed !== true) await once()
    sequences.push(await recordStatements(once))
  }
  const makeFresh = refresher(since, key, parts.now, load.refresh)
  const clients = await Promise.all(Array.from({ length: CONCURRENCY }, () => pool.connect()))
  const works = clients.map((client): Work => async (n) => {
    await replay(client, sequences[n % sequences.length] ?? [], makeFresh())
    await load.beside?.()
  })
  return {
    works,
    statements: Math.max(...sequences.map((one) => one.length)),
    close: () => {
      for (const client of clients) client.release()
    },
  }
}
