import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Context as HonoContext } from 'hono'
import { apiPage, openApi } from './openapi.ts'
import { isReading, type Operation, pathOf } from './operation.ts'
import { Problem } from './problem.ts'
import type { Answer, Run } from './run.ts'

const COOKIE = 'steward_session'
const NAME_OF_FORM = 'steward'

// Answers are data or files to keep, never a page of this origin; the page of the API's documents has a style and no script.
const HEADERS: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"],
]
const SECURE_HEADERS = [['Strict-Transport-Security', 'max-age=31536000']] as const

export type HttpSettings = {
  /** The address of the caller: the socket's, or the proxy's where the operator trusts one. */
  readonly addressOf: (context: HonoContext) => string
  /** Whether the cookie is marked Secure (behind TLS). */
  readonly secure: boolean
  /** The product's version, for the API document. */
  readonly version: string
}

/** Mounts every operation below /api; the same application serves tests (in process) and the port. */
export function httpApi(run: Run, settings: HttpSettings): Hono {
  const app = new Hono()
  const headers = settings.secure ? [...HEADERS, ...SECURE_HEADERS] : HEADERS
  app.use('/api/*', async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
  })
  for (const { operation } of run.operations.values()) {
    if (isReading(operation.kind))
      app.get(pathOf(operation), (c) => serveReading(c, run, operation, settings))
    else app.post(pathOf(operation), (c) => serveCommand(c, run, operation, settings))
  }
  const operations = [...run.operations.values()].map(({ operation }) => operation)
  app.get('/api/openapi.json', (c) => c.json(openApi(operations, settings.version)))
  app.get('/api/docs', (c) => c.html(apiPage(operations)))
  // The runner answers its own bugs; what comes here is a bug of this file, and its text stays in the log.
  app.onError((error, c) => {
    const errorNumber = randomBytes(6).toString('hex')
    process.stderr.write(`${errorNumber} ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}\n`)
    return respond(c, { status: 500, problem: new Problem('internal', { errorNumber }) }, settings)
  })
  app.all('/api/*', (c) => respond(c, { status: 404, problem: new Problem('not-found') }, settings))
  return app
}

function caller(c: HonoContext, settings: HttpSettings) {
  return {
    token: getCookie(c, COOKIE),
    address: settings.addressOf(c),
    agent: (c.req.header('user-agent') ?? '').slice(0, 300),
  }
}

function fromQuery(c: HonoContext): unknown {
  const text = c.req.query('input')
  return text === undefined ? {} : parseJson(text)
}

function parseJson(text: string): unknown {
  // The database keeps no NUL in a text.
  if (text.includes('\\u0000')) throw new Problem('input-invalid', { reason: 'unreadable-character' })
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('input-invalid', { reason: 'not-json' })
  }
}

async function serveReading(
  c: HonoContext,
  run: Run,
  operation: Operation,
  settings: HttpSettings,
): Promise<Response> {
  return await guarded(c, settings, async () =>
    run({ operation: operation.id, input: fromQuery(c), ...caller(c, settings) }),
  )
}

async function serveCommand(
  c: HonoContext,
  run: Run,
  operation: Operation,
  settings: HttpSettings,
): Promise<Response> {
  return await guarded(c, settings, async () => {
    // A form of another site cannot set this header; with SameSite cookies it keeps commands from being forged.
    if (c.req.header('x-requested-with') !== NAME_OF_FORM) throw new Problem('csrf')
    const bytes = await readBody(c, operation.maxBytes)
    const isUpload = operation.kind === 'upload'
    const input = isUpload ? fromQuery(c) : bytes.length === 0 ? {} : parseJson(bytes.toString('utf8'))
    const key = c.req.header('idempotency-key')?.slice(0, 100)
    return await run({
      operation: operation.id,
      input,
      key,
      ...caller(c, settings),
      ...(isUpload ? { upload: bytes } : {}),
    })
  })
}

/** The body, never more than `most` bytes in memory, whatever its headers say. */
async function readBody(c: HonoContext, most: number): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new Problem('too-large', { most })
  const { body } = c.req.raw
  if (body === null) return Buffer.alloc(0)
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of body) {
      size += piece.length
      if (size > most) throw new Problem('too-large', { most })
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('input-invalid', { reason: 'body-cut-off' })
  }
  return Buffer.concat(pieces)
}

async function guarded(
  c: HonoContext,
  settings: HttpSettings,
  work: () => Promise<Answer>,
): Promise<Response> {
  try {
    return respond(c, await work(), settings)
  } catch (error) {
    if (error instanceof Problem) return respond(c, { status: error.status, problem: error }, settings)
    throw error
  }
}

function respond(c: HonoContext, answer: Answer, settings: HttpSettings): Response {
  if ('value' in answer) {
    if (answer.token !== undefined) setSession(c, answer.token, settings)
    if (isDownload(answer.value)) return download(c, answer.value)
    return c.json(answer.value as object)
  }
  if ('refusal' in answer) return c.json({ refusal: answer.refusal }, 409)
  const { code, details, fields } = answer.problem
  if (code === 'not-signed-in' || code === 'session-ended') setSession(c, null, settings)
  return c.json({ problem: { code, details, fields } }, answer.problem.status as 400)
}

function setSession(c: HonoContext, token: string | null, settings: HttpSettings): void {
  setCookie(c, COOKIE, token ?? '', {
    httpOnly: true,
    sameSite: 'Lax',
    secure: settings.secure,
    path: '/',
    ...(token === null ? { maxAge: 0 } : {}),
  })
}

type DownloadBody = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }
function isDownload(value: unknown): value is DownloadBody {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}

function download(c: HonoContext, value: DownloadBody): Response {
  c.header('Content-Type', value.type)
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(value.name)}`)
  return c.body(value.bytes)
}
