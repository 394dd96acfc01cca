import type { CommandId, Details, InputOf, UploadId } from '../call.ts'
import { Problem, Refused, Unreachable } from '../call.ts'
import type { Text } from '../texts.ts'

/** 等网, 正在送, 支部收到了, 要你看一眼. */
export type OutboxState = 'waiting' | 'sending' | 'received' | 'look'

/** A failure as it is kept on the device; `toError` makes it an error again. */
export type KeptFailure =
  | { readonly kind: 'refused'; readonly code: string; readonly details: Details }
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly code: string
      readonly details: Details
      readonly errorNumber: string | null
    }
  | { readonly kind: 'unreachable' }

export type OutboxFile = {
  /** The receipt of its sending; its bytes are kept under this key. */
  readonly key: string
  readonly upload: UploadId
  readonly input: unknown
  readonly name: string
  /** Where the answer of the upload holds the identifier, such as file.id. */
  readonly idAt: readonly string[]
  /** Set once the server has it, so that it is not sent again with the command. */
  readonly sentId: string | null
}

/** A line of what was typed, as the page shows it when it asks for a look. */
export type TypedLine = { readonly label: Text; readonly value: string | Text }

/** One command on its way, with its files. It is never changed by the server's answer but in state and failure. */
export type OutboxItem = {
  /** The receipt key of the command, made on this device: sent three times it is done once. */
  readonly id: string
  /** Only this account sends and sees it. */
  readonly accountId: string
  readonly command: CommandId
  readonly input: unknown
  readonly files: readonly OutboxFile[]
  readonly title: string | Text
  readonly typed: readonly TypedLine[]
  /** The page where it can be changed, with {id}; null where it can only be sent again or left. */
  readonly editPath: string | null
  readonly writtenAt: string
  readonly state: OutboxState
  readonly failure: KeptFailure | null
  /** How often the server failed over it. */
  readonly failures: number
  readonly answer: unknown
  /** How much of the files has left this device, from 0 to 1; not kept. */
  readonly share?: number
}

export type NewFile<Id extends UploadId = UploadId> = {
  readonly upload: Id
  readonly input: InputOf<Id>
  readonly name: string
  readonly idAt: readonly string[]
  readonly bytes: Blob
  /** The mark that stands for it in the command's input; see `fileMark`. */
  readonly key: string
}

export type NewItem<Id extends CommandId = CommandId> = {
  readonly id: string
  readonly accountId: string
  readonly command: Id
  readonly input: InputOf<Id>
  readonly files: readonly NewFile[]
  readonly title: string | Text
  readonly typed: readonly TypedLine[]
  readonly editPath: string | null
}

/** Stands in an input where the identifier of a file will be, once the file was sent. */
export function fileMark(key: string): string {
  return `outbox-file:${key}`
}

/** The input with the identifiers of what was sent in the places of their marks. */
export function fillMarks(input: unknown, files: readonly OutboxFile[]): unknown {
  if (typeof input === 'string') return files.find(({ key }) => fileMark(key) === input)?.sentId ?? input
  if (Array.isArray(input)) return input.map((each: unknown) => fillMarks(each, files))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, fillMarks(value, files)]))
}

/** What is found in an answer along a path of names; throws where the answer is not of that shape. */
export function readAt(answer: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    answer,
  )
  if (typeof found !== 'string') throw new TypeError(`no identifier at ${path.join('.')}`)
  return found
}

/** The server's fault is tried so often before the person is asked to look. */
export const MOST_FAILURES = 3
const WAITS_FOR_SIGN_IN = ['not-signed-in', 'session-ended', 'password-change-first', 'second-factor-first']
const PASSES = [408, 425, 429, 502, 503, 504]

/** Where a failed sending leaves an item: it goes on waiting, or a person has to look. `stop` ends the round. */
export function afterFailure(
  item: OutboxItem,
  error: unknown,
): { readonly item: OutboxItem; readonly stop: 'no-answer' | 'signed-out' | undefined } {
  const failure = toKept(error)
  const waits = { ...item, state: 'waiting', failure } as const
  if (failure.kind === 'unreachable') return { item: waits, stop: 'no-answer' }
  if (failure.kind === 'problem') {
    if (failure.status === 401 || WAITS_FOR_SIGN_IN.includes(failure.code))
      return { item: waits, stop: 'signed-out' }
    if (PASSES.includes(failure.status)) return { item: waits, stop: 'no-answer' }
    if (failure.status >= 500 && item.failures + 1 < MOST_FAILURES)
      return { item: { ...waits, failures: item.failures + 1 }, stop: undefined }
  }
  return { item: { ...item, state: 'look', failure }, stop: undefined }
}

function toKept(error: unknown): KeptFailure {
  if (error instanceof Refused) return { kind: 'refused', code: error.code, details: error.details }
  if (error instanceof Unreachable) return { kind: 'unreachable' }
  if (error instanceof Problem) {
    const { status, code, details, errorNumber = null } = error
    return { kind: 'problem', status, code, details, errorNumber }
  }
  return { kind: 'problem', status: 500, code: 'internal', details: {}, errorNumber: null }
}

export function toError(failure: KeptFailure): Error {
  if (failure.kind === 'refused') return new Refused(failure.code, failure.details)
  if (failure.kind === 'unreachable') return new Unreachable('offline')
  const { status, code, details, errorNumber } = failure
  return new Problem(status, { code, details, ...(errorNumber === null ? {} : { errorNumber }) })
}
