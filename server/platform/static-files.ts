import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest'])
const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"

/** A page that states its own policy keeps it: a file that works without a server carries its script inside. */
const OWN_POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/

type Kept = {
  readonly mtimeMs: number
  readonly plain: Buffer
  readonly br?: Buffer
  readonly gzip?: Buffer
  readonly policy?: string
}

/** Serves a built face: its files, and its page for every address that is none of them (the browser routes). */
export function staticFace(folder: string, page: string, base: string): (c: Context) => Promise<Response> {
  const kept = new Map<string, Kept>()
  return async (c) => {
    const wanted = decoded(new URL(c.req.url).pathname)?.slice(base.length)
    if (wanted === undefined) return c.notFound()
    const inside = normalize(wanted).replace(/^(\.\.(\/|\\|$))+/, '')
    const file = extname(inside) === '' ? page : inside
    const found = await read(join(folder, file), kept)
    if (found !== undefined) return respond(c, file, found)
    if (file.startsWith('assets/') || file.startsWith('/assets/')) return c.notFound()
    const fallback = await read(join(folder, page), kept)
    return fallback === undefined
      ? c.text('The web pages are not built yet: npm start builds them', 503)
      : respond(c, page, fallback)
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

async function read(file: string, kept: Map<string, Kept>): Promise<Kept | undefined> {
  const info = await stat(file).catch(() => undefined)
  if (info === undefined || !info.isFile()) return undefined
  const known = kept.get(file)
  if (known !== undefined && known.mtimeMs === info.mtimeMs) return known
  const plain = await readFile(file)
  const made: Kept = COMPRESSED.has(extname(file))
    ? {
        mtimeMs: info.mtimeMs,
        plain,
        gzip: gzipSync(plain),
        br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      }
    : { mtimeMs: info.mtimeMs, plain }
  const own = extname(file) === '.html' ? OWN_POLICY.exec(plain.toString('utf8'))?.[1] : undefined
  const whole: Kept = own === undefined ? made : { ...made, policy: `${own}; frame-ancestors 'none'` }
  kept.set(file, whole)
  return whole
}

function respond(c: Context, file: string, found: Kept): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const body =
    accepted.includes('br') && found.br !== undefined
      ? 'br'
      : accepted.includes('gzip') && found.gzip !== undefined
        ? 'gzip'
        : 'plain'
  c.header('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
  c.header('Vary', 'Accept-Encoding')
  if (body !== 'plain') c.header('Content-Encoding', body)
  // Built assets carry a hash in their names; pages and the service worker are asked for anew.
  c.header('Cache-Control', /assets\//.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  if (extname(file) === '.html') {
    c.header('Content-Security-Policy', found.policy ?? POLICY)
    c.header('Referrer-Policy', 'same-origin')
  }
  return c.body(new Uint8Array(found[body] ?? found.plain))
}
