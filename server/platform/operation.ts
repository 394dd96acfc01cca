import type { PlainDate, PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { z } from 'zod'

export type OperationKind = 'query' | 'command' | 'upload' | 'download'
export type Summary = { readonly zh: string; readonly en: string }

/** One thing the HTTP API can do, as data. The path follows from the id: `member.list` is `/api/member/list`. */
export type Operation<
  Id extends string = string,
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> = {
  readonly id: Id
  readonly kind: Kind
  readonly summary: Summary
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Code[]
  /** Works without a session (sign-in, public pages). Such a handler enters a county by itself. */
  readonly open: boolean
  /** Nobody is to know who called: no session is looked at and no address kept, not even in the audit log. Open ones only. */
  readonly anonymous: boolean
  /**
   * Leaves no audit entry: its moment, or its transaction, would tie a person to what they said in secret. Anonymous ones
   * only; what they change keeps its own count.
   */
  readonly unlogged: boolean
  /** Works while the account must still change its password or enter its second factor. */
  readonly beforeReady: boolean
  readonly maxBytes: number
  /** The answer holds a password or code: its receipt is kept encrypted. */
  readonly secretAnswer: boolean
}

type Declared<Id, Input, Output, Code> = {
  id: Id
  summary: Summary
  input: Input
  output: Output
  refusals?: readonly Code[]
  open?: boolean
  anonymous?: boolean
  unlogged?: boolean
  beforeReady?: boolean
  maxBytes?: number
  secretAnswer?: boolean
}

function define<Kind extends OperationKind>(kind: Kind) {
  return <
    const Id extends string,
    Input extends z.ZodType,
    Output extends z.ZodType,
    const Code extends string = never,
  >(
    declared: Declared<Id, Input, Output, Code>,
  ): Operation<Id, Kind, Input, Output, Code> => ({
    refusals: [],
    open: false,
    anonymous: false,
    unlogged: false,
    beforeReady: false,
    maxBytes: 1_000_000,
    secretAnswer: false,
    ...declared,
    kind,
  })
}

/** Declares an operation that only reads: GET, input as JSON in `?input=`. */
export const defineQuery = define('query')
/** Declares an operation that changes something: POST, input as JSON body, repeated safely by its Idempotency-Key. */
export const defineCommand = define('command')
/** Declares a command whose body is a file: POST, input in `?input=`, the bytes as body. */
export const defineUpload = define('upload')

/** What a download handler answers with. */
export const DownloadValue = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
export type DownloadValue = z.infer<typeof DownloadValue>

/** Declares a query that answers with a file. */
export function defineDownload<
  const Id extends string,
  Input extends z.ZodType,
  const Code extends string = never,
>(declared: Omit<Declared<Id, Input, typeof DownloadValue, Code>, 'output'>) {
  return define('download')<Id, Input, typeof DownloadValue, Code>({ ...declared, output: DownloadValue })
}

/** The HTTP path of an operation. */
export function pathOf(operation: { readonly id: string }): string {
  return `/api/${operation.id.replaceAll('.', '/')}`
}

/** Whether the operation reads only. */
export function isReading(kind: OperationKind): boolean {
  return kind === 'query' || kind === 'download'
}

type Shape<Op> =
  Op extends Operation<infer _Id, infer Kind, infer Input, infer Output, infer Code>
    ? { kind: Kind; input: z.input<Input>; output: z.output<Output>; refusals: Code }
    : never

/** From a record of operations to the browser's type map, keyed by operation id. */
export type OperationMap<Operations> = {
  [Op in Operations[keyof Operations] as Op extends { id: infer Id extends string } ? Id : never]: Shape<Op>
}

/** An instant on the wire: ISO text out, Date in handlers. */
export const instant = z.date().transform((value) => value.toISOString())
/** A calendar day on the wire; handlers get and give it branded. */
export const plainDate: z.ZodType<PlainDate, string> = z.iso
  .date()
  .pipe(z.custom<PlainDate>().meta({ type: 'string', format: 'date' }))
/** A month on the wire, `2026-10`. */
export const plainMonth: z.ZodType<PlainMonth, string> = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .pipe(z.custom<PlainMonth>().meta({ type: 'string' }))
