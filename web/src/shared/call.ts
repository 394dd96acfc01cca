import type { Operations } from '@steward/server/operations.ts'
import type { PlannedOperations } from './planned-operations.ts'
import { noteServerTime } from './clock.ts'
import { sendBytes } from './send-bytes.ts'

type Known = Operations & Omit<PlannedOperations, keyof Operations>
type IdOf<Kind extends 'query' | 'command' | 'upload' | 'download'> = {
  [Id in keyof Known]: Known[Id] extends { kind: Kind } ? Id : never
}[keyof Known] &
  string

export type QueryId = IdOf<'query'>
export type CommandId = IdOf<'command'>
export type UploadId = IdOf<'upload'>
export type DownloadId = IdOf<'download'>
export type OperationId = QueryId | CommandId | UploadId | DownloadId
export type InputOf<Id extends OperationId> = Known[Id] extends { input: infer Input } ? Input : never
export type OutputOf<Id extends OperationId> = Known[Id] extends { output: infer Output } ? Output : never
export type RefusalOf<Id extends OperationId> = Known[Id] extends { refusals: infer Codes extends string }
  ? Codes
  : never

export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>
export type FieldProblem = { readonly path: string; readonly message: string }

/** An expected "no" of the business: the rule spoke. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly details: Details
  constructor(code: string, details: Details) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** A technical or access "no" of the platform. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: number
  readonly details: Details
  readonly fields: readonly FieldProblem[]
  readonly errorNumber: string | undefined
  constructor(status: number, body: ProblemBody) {
    super(body.code)
    this.code = body.code
    this.status = status
    this.details = body.details ?? {}
    this.fields = body.fields ?? []
    const number = body.errorNumber ?? this.details['errorNumber']
    this.errorNumber = number === undefined ? undefined : String(number)
  }
}

/** No answer came: no network, too slow, or stopped by the reader. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  readonly why: 'offline' | 'timeout' | 'stopped'
  constructor(why: 'offline' | 'timeout' | 'stopped') {
    super(why)
    this.why = why
  }
}

type ProblemBody = { code: string; details?: Details; fields?: readonly FieldProblem[]; errorNumber?: string }

const QUERY_LIMIT_MS = 30_000
const COMMAND_LIMIT_MS = 120_000

/** member.list → /api/member/list */
export function pathOf(id: string): string {
  return `/api/${id.replaceAll('.', '/')}`
}

/** A key for one submit. Made without crypto.randomUUID, which browsers withhold on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Asks. Throws Problem or Unreachable. */
export async function query<Id extends QueryId>(
  id: Id,
  input: InputOf<Id>,
  signal?: AbortSignal,
): Promise<OutputOf<Id>> {
  const answer = await request(addressOf(id, input), { method: 'GET', signal }, QUERY_LIMIT_MS)
  return answer as OutputOf<Id> // the server checks its answer against the same contract
}

/** Does. `key` stays the same when the same submit is tried again. Throws Refused, Problem or Unreachable. */
export async function command<Id extends CommandId>(
  id: Id,
  input: InputOf<Id>,
  key: string = newKey(),
): Promise<OutputOf<Id>> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(input ?? {}),
  }
  const answer = await request(pathOf(id), init, COMMAND_LIMIT_MS)
  return answer as OutputOf<Id> // the server checks its answer against the same contract
}

/** Sends a file as the body; the input goes in the address. Throws Refused, Problem or Unreachable. */
export async function upload<Id extends UploadId>(
  id: Id,
  input: InputOf<Id>,
  file: Blob,
  key: string = newKey(),
  onSent?: (share: number) => void,
): Promise<OutputOf<Id>> {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'steward', 'Idempotency-Key': key }
  const response = await sendBytes(addressOf(id, input), headers, file, onSent).catch(() => {
    throw new Unreachable(navigator.onLine ? 'timeout' : 'offline')
  })
  noteServerTime(response.headers.get('date'))
  if (!response.ok) throw await failureOf(response)
  return (await response.json()) as OutputOf<Id> // the server checks its answer against the same contract
}

/** Fetches a file and hands it to the browser's downloads under the server's name. */
export async function download<Id extends DownloadId>(id: Id, input: InputOf<Id>): Promise<void> {
  const response = await respond(addressOf(id, input), { method: 'GET' }, COMMAND_LIMIT_MS)
  if (!response.ok) throw await failureOf(response)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = named?.[1] ? decodeURIComponent(named[1]) : id
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Where a file can be shown in the page, such as a picture. */
export function downloadAddress<Id extends DownloadId>(id: Id, input: InputOf<Id>): string {
  return addressOf(id, input)
}

function addressOf(id: string, input: unknown): string {
  return `${pathOf(id)}?${new URLSearchParams({ input: JSON.stringify(input ?? {}) })}`
}

async function request(url: string, init: RequestInit, limitMs: number): Promise<unknown> {
  const response = await respond(url, init, limitMs)
  if (!response.ok) throw await failureOf(response)
  return await response.json()
}

async function respond(url: string, init: RequestInit, limitMs: number): Promise<Response> {
  const limit = AbortSignal.timeout(limitMs)
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit
  const headers = { Accept: 'application/json', 'X-Requested-With': 'steward', ...init.headers }
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...init, headers, signal })
    noteServerTime(response.headers.get('date'))
    return response
  } catch {
    if (init.signal?.aborted) throw new Unreachable('stopped')
    throw new Unreachable(!limit.aborted && !navigator.onLine ? 'offline' : 'timeout')
  }
}

async function failureOf(response: Response): Promise<Refused | Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  const failure = (body ?? {}) as { refusal?: { code: string; details?: Details }; problem?: ProblemBody } // our server's two shapes, each checked below
  if (failure.refusal) return new Refused(failure.refusal.code, failure.refusal.details ?? {})
  return new Problem(response.status, failure.problem ?? { code: codeOfStatus(response.status) })
}

/** For answers that did not come from the runner, such as a proxy's. */
function codeOfStatus(status: number): string {
  if (status === 401) return 'not-signed-in'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many-requests'
  if (status === 502 || status === 503 || status === 504) return 'unavailable'
  return 'internal'
}
