import { toPlainDate } from '@steward/domain/shared/plain-date.ts'
import type { RefusalDetails } from '@steward/domain/shared/decision.ts'
import { z } from 'zod'
import { accessOf } from './access.ts'
import { endOfCommand, type Outcome, saveAudit } from './audit.ts'
import { type Actor, type Context, GUEST, type Handled, type Identified, type Identify } from './context.ts'
import type { CountyCrypto } from './crypto.ts'
import { isClash, isUnreachable } from './database-errors.ts'
import {
  type Client,
  countyTx,
  type CountyTx,
  inTransaction,
  onConnection,
  type Pool,
  type Statement,
} from './db.ts'
import type { FileStore } from './file-store.ts'
import { enqueue } from './jobs.ts'
import type { Limits } from './limits.ts'
import { newIdAt } from './new-id.ts'
import { isReading, type Operation } from './operation.ts'
import { Problem } from './problem.ts'
import { preparingOf, requestOf } from './preparing.ts'
import { sealAnswer, takeReceipt, unsealAnswer } from './receipts.ts'

/** What the runner is made of; `main.ts` and the tests put it together. */
export type Parts = {
  readonly pool: Pool
  readonly crypto: (county: string) => CountyCrypto
  readonly files: FileStore
  readonly limits: (now: Date) => Limits
  readonly identify: Identify
  readonly now: () => Date
  readonly handlers: readonly Handled[]
  readonly onBug: (errorNumber: string, operation: string, error: unknown) => void
}

export type Call = {
  readonly operation: string
  readonly input: unknown
  readonly token?: string | undefined
  readonly key?: string | undefined
  readonly address?: string
  readonly agent?: string
  readonly upload?: Uint8Array
  /** In-process callers (demo, operator's command, jobs) come with an actor instead of a token. */
  readonly as?: { readonly county: string; readonly actor: Actor }
  readonly now?: Date
}

export type Answer =
  | { readonly status: 200; readonly value: unknown; readonly token?: string | null }
  | { readonly status: 409; readonly refusal: { code: string; details: RefusalDetails } }
  | { readonly status: number; readonly problem: Problem; readonly errorNumber?: string }

export type Run = { (call: Call): Promise<Answer>; readonly operations: ReadonlyMap<string, Handled> }

const NO_COUNTY = '00000000-0000-0000-0000-000000000000'
const MOST_TRIES = 4

/** Unwinds the transaction of a refused command. */
class RolledBack extends Error {
  readonly code: string
  readonly details: RefusalDetails
  constructor(code: string, details: RefusalDetails) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** What a handler leaves behind besides its value. */
type Traces = {
  county: string
  asked: () => boolean
  subject: Record<string, unknown>
  kept: ((tx: CountyTx) => Promise<void>)[]
  token?: string | null
}

/** Makes the one path every operation takes: who → input → transaction → receipt → handler → access asked → audit → output. */
export function createRunner(parts: Parts): Run {
  const operations = new Map(parts.handlers.map((handled) => [handled.operation.id, handled]))

  const execute = async (call: Call): Promise<Answer> => {
    const handled = operations.get(call.operation)
    const now = call.now ?? parts.now()
    let traces: Traces | undefined
    let actor = call.as?.actor ?? GUEST
    try {
      if (handled === undefined) throw new Problem('not-found')
      const who = await identifyCaller(parts, handled.operation, call, now)
      actor = who.actor
      const input = parseInput(handled.operation, call.input)
      const reading = isReading(handled.operation.kind)
      const prepared = await handled.prepare?.(preparingOf(parts, call, { ...who, now }), input)
      for (let tries = 1; ; tries += 1) {
        const current = { county: who.county, asked: () => false, subject: {}, kept: [] }
        traces = current
        try {
          const work = (client: Client) =>
            perform(parts, handled, call, { input, prepared }, { actor, now, client, traces: current })
          const value = reading
            ? await onConnection(parts.pool, false, async (client) => (await work(client)).value)
            : await inTransaction(parts.pool, work)
          return { status: 200, value, ...tokenOf(current) }
        } catch (error) {
          if (!isClash(error) || tries === MOST_TRIES) throw error
        }
      }
    } catch (error) {
      return await answerNo(parts, call, handled?.operation, { actor, now, traces }, error)
    }
  }
  return Object.assign(execute, { operations })
}

function tokenOf(traces: Traces): { token?: string | null } {
  return traces.token === undefined ? {} : { token: traces.token }
}

async function identifyCaller(
  parts: Parts,
  operation: Operation,
  call: Call,
  now: Date,
): Promise<{ county: string; actor: Actor }> {
  if (call.as !== undefined) return call.as
  if (operation.anonymous) return { county: NO_COUNTY, actor: GUEST }
  const found: Identified | 'session-ended' | undefined =
    call.token === undefined ? undefined : await parts.identify(parts.pool, call.token, now, toPlainDate(now))
  if (found === undefined || found === 'session-ended') {
    if (operation.open) return { county: NO_COUNTY, actor: GUEST }
    throw new Problem(found === undefined ? 'not-signed-in' : 'session-ended')
  }
  if (found.mustFirst !== null && !operation.beforeReady && !operation.open)
    throw new Problem(found.mustFirst)
  return found
}

function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.code }))
  throw new Problem('input-invalid', {}, fields)
}

async function perform(
  parts: Parts,
  handled: Handled,
  call: Call,
  given: { input: unknown; prepared: unknown },
  at: { actor: Actor; now: Date; client: Client; traces: Traces },
): Promise<{ value: unknown; last?: Statement }> {
  const { operation } = handled
  const { traces, actor, now } = at
  const context = contextOf(parts, call, at, traces.county)
  const reading = isReading(operation.kind)
  const key = !reading && actor.accountId !== null ? call.key : undefined
  if (key !== undefined) {
    const before = await takeReceipt(context.tx, actor.accountId ?? '', key, operation.id, now)
    if (before !== undefined)
      return { value: operation.secretAnswer ? unsealAnswer(context.crypto, before) : before }
  }
  const decision = await handled.run(context, given.input, given.prepared)
  if (!decision.ok) throw new RolledBack(decision.code, decision.details)
  if (!traces.asked()) throw new Error(`${operation.id} ended without asking for access`)
  const value = parseOutput(operation, decision.value)
  if (reading || traces.county === NO_COUNTY || isUnlogged(operation)) return { value }
  const entry = auditEntry(call, operation, 'done', at)
  const kept = operation.secretAnswer ? sealAnswer(context.crypto, value) : value
  const receipt = key === undefined ? null : { accountId: actor.accountId ?? '', key, value: kept }
  return { value, last: endOfCommand(traces.county, entry, receipt) }
}

/** Only where nobody is looked at in the first place: an act of an account is always kept. */
function isUnlogged({ unlogged, anonymous }: Operation): boolean {
  return unlogged && anonymous
}

function parseOutput(operation: Operation, value: unknown): unknown {
  const parsed = operation.output.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`${operation.id} answered what its contract does not say: ${z.prettifyError(parsed.error)}`)
}

/** The context of one operation or job on a connection. */
export function contextOf(
  parts: Omit<Parts, 'handlers' | 'identify' | 'now' | 'onBug'>,
  call: Pick<Call, 'address' | 'agent' | 'key' | 'upload'>,
  at: { actor: Actor; now: Date; client: Client; traces: Traces },
  county: string,
): Context {
  const { actor, now, client, traces } = at
  const access = accessOf(actor)
  const outer = traces.asked
  traces.asked = () => outer() || access.asked
  traces.county = county
  const tx = countyTx(client, county)
  return {
    tx,
    county,
    actor,
    access,
    now,
    today: toPlainDate(now),
    crypto: parts.crypto(county),
    files: parts.files,
    limits: parts.limits(now),
    newId: () => newIdAt(now),
    enqueue: (job, payload, options) => enqueue(tx, actor, job, payload, options),
    note: (subject) => {
      Object.assign(traces.subject, subject)
    },
    keep: (work) => {
      traces.kept.push(work)
    },
    enter: (entered) => contextOf(parts, call, at, entered),
    session: (token) => {
      traces.token = token
    },
    request: requestOf(call),
    upload: call.upload ?? new Uint8Array(),
  }
}

/** Fresh traces of a county, for jobs and in-process work. */
export function tracesOf(county: string): Traces {
  return { county, asked: () => false, subject: {}, kept: [] }
}

function auditEntry(
  call: Call,
  operation: Operation,
  outcome: Outcome,
  at: { actor: Actor; now: Date; traces: Traces },
) {
  return {
    at: at.now,
    accountId: at.actor.accountId,
    actorName: at.actor.name,
    operation: operation.id,
    outcome,
    subject: at.traces.subject,
    address: operation.anonymous ? '' : (call.address ?? ''),
  }
}

async function answerNo(
  parts: Parts,
  call: Call,
  operation: Operation | undefined,
  at: { actor: Actor; now: Date; traces: Traces | undefined },
  error: unknown,
): Promise<Answer> {
  const { traces } = at
  if (isUnreachable(error)) {
    parts.onBug('database', operation?.id ?? call.operation, error)
    return { status: 503, problem: new Problem('unavailable') }
  }
  const code = error instanceof RolledBack || error instanceof Problem ? error.code : 'internal'
  if (operation !== undefined && traces !== undefined) {
    await afterRollback(parts, call, operation, code, { ...at, traces }).catch((second: unknown) =>
      parts.onBug('audit', operation.id, second),
    )
  }
  if (error instanceof RolledBack)
    return { status: 409, refusal: { code: error.code, details: error.details } }
  if (error instanceof Problem) return { status: error.status, problem: error }
  const errorNumber = newIdAt(at.now).slice(-12)
  parts.onBug(errorNumber, operation?.id ?? call.operation, error)
  return { status: 500, problem: new Problem('internal', { errorNumber }), errorNumber }
}

/** Facts that outlive a "no": what the handler asked to keep, and the audit entry of a failed command. */
async function afterRollback(
  parts: Parts,
  call: Call,
  operation: Operation,
  code: string,
  at: { actor: Actor; now: Date; traces: Traces },
): Promise<void> {
  const { traces } = at
  const worthAudit = !isUnlogged(operation) && (!isReading(operation.kind) || code === 'forbidden')
  if (traces.county === NO_COUNTY || (!worthAudit && traces.kept.length === 0)) return
  await onConnection(parts.pool, true, async (client) => {
    const tx = countyTx(client, traces.county)
    for (const work of traces.kept) await work(tx)
    if (worthAudit) await saveAudit(tx, auditEntry(call, operation, code, at))
  })
}
