import type { ServerHouse } from '../../server/house.ts'
import type { Latency } from './load.ts'
import type { Refresh } from './statements.ts'

export type BenchCall = {
  readonly operation: string
  readonly input: unknown
  /** Makes the input anew for each request, where one input can be sent only once; with `keyed`. */
  readonly fresh?: () => unknown
  readonly token?: string
  /** Commands that are repeated safely: the product gets a new key each time. */
  readonly keyed?: boolean
}

/** What rows are made of. */
export type Bench = {
  readonly port: number
  readonly county: string
  readonly seconds: number
  /** The same code and database in this process: rows find their ids in it, and statements are recorded here. */
  readonly house: ServerHouse
  /** Address of the database as its owner. */
  readonly ownerUrl: string
  readonly folder: string
  readonly say: (line: string) => void
  /** A real session, opened through the product with the demo password. */
  session(accountName: string): Promise<string>
  /** Calls the product once; throws on any answer but 200. */
  call(call: BenchCall, upload?: Uint8Array): Promise<unknown>
  memory(): { now: number; most: number }
  /** Milliseconds of processor the server has used. */
  processor(): number
}

export type Target = { readonly ratio?: number; readonly p99?: number; readonly words?: string }

/** One line of the table. */
export type Line = {
  readonly path: string
  readonly product: number
  readonly floor: number | null
  /** Product ÷ floor. */
  readonly ratio: number | null
  readonly latency: Latency | null
  readonly target: Target
  /** Whether the target is met; null where there is none. */
  readonly ok: boolean | null
  readonly unit?: 'perSecond' | 'seconds'
  /** What a row of its own kind found about its target. */
  readonly met?: boolean
  readonly note?: string
}

/** Calls under load, measured beside the same statements. */
export type Load = {
  /** Distinct calls, taken in turn. */
  readonly calls: readonly BenchCall[]
  /** Values the floor must make anew besides identifiers and keys. */
  readonly refresh?: Refresh
  /** What the floor does besides its statements (hashing). */
  readonly beside?: () => Promise<void>
  readonly note?: string
}

export type BenchRow = {
  /** Slug for --only. */
  readonly id: string
  readonly path: string
  readonly target: Target
} & (
  | { readonly load: (bench: Bench) => Promise<Load> }
  | { readonly measure: (bench: Bench) => Promise<readonly Omit<Line, 'target' | 'ok'>[]> }
)

/** Declares a row. Each `rows-<feature>.ts` exports a list named `rows`. */
export function defineRow(row: BenchRow): BenchRow {
  return row
}
