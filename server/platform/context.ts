import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Decision } from '@steward/domain/shared/decision.ts'
import type { HeldPermission } from '@steward/domain/shared/reach.ts'
import type { Role } from '@steward/domain/access/roles.ts'
import type { z } from 'zod'
import type { Access } from './access.ts'
import type { CountyCrypto } from './crypto.ts'
import type { CountyTx, Pool } from './db.ts'
import type { FileStore } from './file-store.ts'
import type { EnqueueOptions, Job } from './jobs.ts'
import type { Limits } from './limits.ts'
import type { Operation, OperationKind } from './operation.ts'

export type RoleHeld = {
  readonly role: Role
  readonly orgId: string
  readonly orgPath: string
  readonly orgName: string
}

/** Who calls: a signed-in account, nobody yet (open operations), or the system with the name of the job or tool. */
export type Actor = {
  readonly kind: 'account' | 'guest' | 'system'
  readonly accountId: string | null
  readonly sessionId: string | null
  readonly memberId: string | null
  readonly name: string
  readonly roles: readonly RoleHeld[]
  readonly holdings: readonly HeldPermission[]
}

export const GUEST: Actor = {
  kind: 'guest',
  accountId: null,
  sessionId: null,
  memberId: null,
  name: '',
  roles: [],
  holdings: [],
}

/** What every handler and job gets; there is nothing else to reach the outside with. */
export type Context = {
  readonly tx: CountyTx
  readonly county: string
  readonly actor: Actor
  readonly access: Access
  readonly now: Date
  readonly today: PlainDate
  readonly crypto: CountyCrypto
  readonly files: FileStore
  readonly limits: Limits
  /** A new UUIDv7 at `now`. */
  newId(): string
  /** Adds a job inside this transaction. */
  enqueue<Payload extends z.ZodType>(
    job: Job<Payload>,
    payload: z.input<Payload>,
    options?: EnqueueOptions,
  ): Promise<void>
  /** Adds facts to this operation's audit entry: what it was about, never secrets. */
  note(subject: Readonly<Record<string, unknown>>): void
  /** Work that must outlive a refusal or problem (failed sign-ins); runs in a transaction of its own after the rollback. */
  keep(work: (tx: CountyTx) => Promise<void>): void
  /** Gives another context of the county an open operation has found; the rest of the operation must use it. */
  enter(county: string): Context
  /** Sets or clears the session of the caller's browser. */
  session(token: string | null): void
  /** The caller's address, browser and session. */
  readonly request: { readonly address: string; readonly agent: string; readonly key: string | null }
  /** The bytes of an upload. */
  readonly upload: Uint8Array
}

/** A context of background work: progress is visible at once, outside the transaction. */
export type JobContext = Context & {
  /** Says how far the work is (rows done of all). */
  progress(done: number, all: number, step?: string): Promise<void>
  /** Runs a part of the work in a transaction of its own. */
  inTransaction<T>(work: (context: Context) => Promise<T>): Promise<T>
}

export type Handler<Op extends Operation> =
  Op extends Operation<infer _Id, infer _Kind extends OperationKind, infer Input, infer Output, infer Code>
    ? (context: Context, input: z.output<Input>) => Promise<Decision<z.input<Output>, Code>>
    : never

/** Where slow work (hashing of passwords, drawing pictures anew) is done before an operation's transaction, so that no connection waits for it. */
export type Preparing = {
  readonly county: string
  readonly actor: Actor
  readonly now: Date
  readonly today: PlainDate
  readonly limits: Limits
  readonly request: Context['request']
  /** The bytes of an upload. */
  readonly upload: Uint8Array
  crypto(county: string): CountyCrypto
  /** A transaction of its own, kept whatever becomes of the operation; `enter` gives the database of another county in it. */
  apart<T>(work: (tx: CountyTx, enter: (county: string) => CountyTx) => Promise<T>): Promise<T>
}

export type Handled = {
  readonly operation: Operation
  readonly run: (context: Context, input: unknown, prepared: unknown) => Promise<Decision<unknown>>
  readonly prepare?: (preparing: Preparing, input: unknown) => Promise<unknown>
}

/** Ties a handler to its operation. A refusal the operation does not list does not compile. */
export function handle<Op extends Operation>(operation: Op, run: NoInfer<Handler<Op>>): Handled {
  return { operation, run }
}

/** The same with work before the transaction; what it answers comes to the handler. A throw there ends the operation. */
export function handlePrepared<Op extends Operation, Prepared>(
  operation: Op,
  prepare: (preparing: Preparing, input: z.output<Op['input']>) => Promise<Prepared>,
  run: (
    context: Context,
    input: z.output<Op['input']>,
    prepared: NoInfer<Prepared>,
  ) => ReturnType<Handler<Op>>,
): Handled {
  return { operation, run: run as Handled['run'], prepare: prepare as Handled['prepare'] }
}

/** How a session token becomes an actor; given by the sign-in feature to the runner. */
export type Identified = {
  readonly county: string
  readonly actor: Actor
  /** What the account must still do before anything else works. */
  readonly mustFirst: 'password-change-first' | 'second-factor-first' | null
}
export type Identify = (
  pool: Pool,
  token: string,
  now: Date,
  today: PlainDate,
) => Promise<Identified | 'session-ended' | undefined>
