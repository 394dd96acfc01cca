import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import type { Context as HonoContext } from 'hono'
import { apiPage, openApi } from './openapi.ts'
import { isReading, type Operation, pathOf } from './operation.ts'
import { Problem } from './problem.ts'
import type { Answer, Run } from './run.ts'

const COOKIE = 'steward_session'
const NAME_OF_FORM = 'steward'

// Answers are data or files to keep, never a page of this origin; the page of the API's documents has a style and no script.
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  // No search engine keeps what stands here for its days only.
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}
const SECURE_HEADERS = { ...HEADERS, 'Strict-Transport-Security': 'max-age=31536000' }
const JSON_TYPE = { 'Content-Type': 'application/json' }

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
  for (const { operation } of run.operations.values()) {
    if (isReading(operation.kind))
      app.get(pathOf(operation), (c) => serveReading(c, run, operation, settings))
    else app.post(pathOf(operation), (c) => serveCommand(c, run, operation, settings))
  }
  const operations = [...run.operations.values()].map(({ operation }) => operation)
  app.get('/api/openapi.json', (c) => c.json(openApi(operations, settings.version), 200, headersOf(settings)))
  app.get('/api/docs', (c) => c.html(apiPage(operations), 200, headersOf(settings)))
  // The runner answers its own bugs; what comes here is a bug of this file, and its text stays in the log.
  app.onError((error, c) => {
    const errorNumber = randomBytes(6).toString('hex')
    process.stderr.write(`${errorNumber} ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}\n`)
    return respond({ status: 500, problem: new Problem('internal', { errorNumber }) }, settings)
  })
  app.all('/api/*', () => respond({ status: 404, problem: new Problem('not-found') }, settings))
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
  return await guarded(settings, async () =>
    run({ operation: operation.id, input: fromQuery(c), ...caller(c, settings) }),
  )
}

async function serveCommand(
  c: HonoContext,
  run: Run,
  operation: Operation,
  settings: HttpSettings,
): Promise<Response> {
  return await guarded(settings, async () => {
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
  const told = c.req.header('content-length')
  if (Number(told ?? 0) > most) throw new Problem('too-large', { most })
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    // The server reads no more than was told, so that the short way is safe where a length was told.
    if (told !== undefined && c.req.header('transfer-encoding') === undefined)
      return Buffer.from(await c.req.arrayBuffer())
    for await (const piece of c.req.raw.body ?? []) {
      size += piece.length
      if (size > most) throw new Problem('too-large', { most })
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('input-invalid', { reason: 'body-cut-off' })
  }
  return Buffer.concat(pieces)
}

async function guarded(settings: HttpSettings, work: () => Promise<Answer>): Promise<Response> {
  try {
    return respond(await work(), settings)
  } catch (error) {
    if (error instanceof Problem) return respond({ status: error.status, problem: error }, settings)
    throw error
  }
}

function headersOf(settings: HttpSettings): Readonly<Record<string, string>> {
  return settings.secure ? SECURE_HEADERS : HEADERS
}

/** Made with plain headers, which go out as they are; those of the framework would be copied twice on the way. */
function respond(answer: Answer, settings: HttpSettings): Response {
  if ('value' in answer) {
    const cookie = answer.token === undefined ? {} : sessionCookie(answer.token, settings)
    if (isDownload(answer.value)) return download(answer.value, { ...headersOf(settings), ...cookie })
    return json(answer.value, 200, settings, cookie)
  }
  if ('refusal' in answer) return json({ refusal: answer.refusal }, 409, settings)
  const { code, details, fields } = answer.problem
  const cookie = code === 'not-signed-in' || code === 'session-ended' ? sessionCookie(null, settings) : {}
  return json({ problem: { code, details, fields } }, answer.problem.status, settings, cookie)
}

function json(
  value: unknown,
  status: number,
  settings: HttpSettings,
  cookie: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { ...headersOf(settings), ...JSON_TYPE, ...cookie },
  })
}

function sessionCookie(token: string | null, settings: HttpSettings): Record<string, string> {
  return {
    'Set-Cookie': generateCookie(COOKIE, token ?? '', {
      httpOnly: true,
      sameSite: 'Lax',
      secure: settings.secure,
      path: '/',
      ...(token === null ? { maxAge: 0 } : {}),
    }),
  }
}

type DownloadBody = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }
function isDownload(value: unknown): value is DownloadBody {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}

function download(value: DownloadBody, headers: Readonly<Record<string, string>>): Response {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(value.name)}`
  return new Response(value.bytes, {
    headers: { ...headers, 'Content-Type': value.type, 'Content-Disposition': disposition },
  })
}
