import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { agree } from '@steward/domain/shared/decision.ts'
import { z } from 'zod'
import { type Actor, GUEST, handle, type Identify } from './context.ts'
import { cryptoByCounty } from './crypto.ts'
import { openPool } from './db.ts'
import { openFileStore } from './file-store.ts'
import { httpApi } from './http.ts'
import { openLimits } from './limits.ts'
import { migrate } from './migrate.ts'
import { defineCommand, defineDownload, defineQuery, defineUpload } from './operation.ts'
import { freshDatabase } from './postgres/test-database.ts'
import { createRunner } from './run.ts'

const COUNTY = '0193a0c0-0000-7000-8000-000000000001'
const AT = new Date('2026-11-03T01:00:00Z')
const ACTOR: Actor = { ...GUEST, kind: 'account', accountId: COUNTY, name: '试验员' }
const summary = { zh: '试验', en: 'Trial' }

const look = defineQuery({
  id: 'trial.look',
  summary,
  input: z.object({ n: z.number().default(0) }),
  output: z.object({ n: z.number(), name: z.string(), address: z.string() }),
})
const enter = defineCommand({
  id: 'trial.enter',
  summary,
  input: z.object({ token: z.string().nullable(), text: z.string().default('') }),
  output: z.object({ length: z.number() }),
  maxBytes: 1000,
  open: true,
})
const bytes = defineUpload({
  id: 'trial.bytes',
  summary,
  input: z.object({ name: z.string() }),
  output: z.object({ size: z.number(), name: z.string() }),
  maxBytes: 100_000,
})
const file = defineDownload({ id: 'trial.file', summary, input: z.object({}) })
const bug = defineCommand({ id: 'trial.bug', summary, input: z.object({}), output: z.object({}) })
const unspeakable = defineQuery({ id: 'trial.unspeakable', summary, input: z.object({}), output: z.any() })

const handlers = [
  handle(look, async ({ access, actor, request }, { n }) => {
    access.open('everybody')
    return agree({ n, name: actor.name, address: request.address })
  }),
  handle(enter, async ({ access, session }, { token, text }) => {
    access.open('everybody')
    session(token)
    return agree({ length: text.length })
  }),
  handle(bytes, async ({ access, upload }, { name }) => {
    access.open('everybody')
    return agree({ size: upload.length, name })
  }),
  handle(file, async ({ access }) => {
    access.open('everybody')
    return agree({ name: '花名册 1.html', type: 'text/html', bytes: Buffer.from('<b>1</b>') })
  }),
  handle(bug, async () => {
    throw new Error('select secret from account')
  }),
  handle(unspeakable, async ({ access }) => {
    access.open('everybody')
    return agree(10n)
  }),
]

const identify: Identify = async (_pool, token) => {
  if (token === 'gone') return 'session-ended'
  const mustFirst = token === 'must' ? 'password-change-first' : null
  return token === 'unknown' ? undefined : { county: COUNTY, actor: ACTOR, mustFirst }
}

describe('the API on HTTP', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-http-'))
  const url = await freshDatabase()
  const pool = openPool(url, 4)
  const logged = new Map<string, string>()
  const run = createRunner({
    pool,
    crypto: cryptoByCounty(Buffer.alloc(32, 7)),
    files: openFileStore(folder),
    limits: openLimits(pool),
    identify,
    now: () => AT,
    handlers,
    onBug: (errorNumber, operation, error) => logged.set(errorNumber, `${operation} ${String(error)}`),
  })
  const apiWith = (secure: boolean) =>
    httpApi(run, { addressOf: () => '192.0.2.7', secure, version: '1.2.3' })
  const api = apiWith(false)
  const get = (path: string, token = 'good') =>
    api.request(`/api/${path}`, { headers: { cookie: `steward_session=${token}` } })
  const post = (
    path: string,
    body: Uint8Array<ArrayBuffer> | ReadableStream | string,
    headers: Record<string, string> = {},
  ) =>
    api.request(`/api/${path}`, {
      method: 'POST',
      body,
      headers: { cookie: 'steward_session=good', 'x-requested-with': 'steward', ...headers },
    })
  const problemOf = async (response: Response) => {
    const body = (await response.json()) as { problem: { code: string; details: object } }
    return [response.status, body.problem.code, body.problem.details]
  }

  before(async () => {
    await migrate(url)
    await pool.query("insert into county (id, code, name, created_at) values ($1, 'one', '一县', $2)", [
      COUNTY,
      AT,
    ])
  })
  after(async () => {
    await pool.end()
    rmSync(folder, { recursive: true })
  })

  it('gives answers as JSON, with the caller’s name and address', async () => {
    const response = await get(`trial/look?input=${encodeURIComponent('{"n":3}')}`)
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/)
    assert.deepEqual(await response.json(), { n: 3, name: '试验员', address: '192.0.2.7' })
    assert.deepEqual(await (await get('trial/look')).json(), { n: 0, name: '试验员', address: '192.0.2.7' })
  })

  it('takes a command only with the header a form of another site cannot send', async () => {
    for (const header of ['', 'XMLHttpRequest']) {
      const response = await post('trial/enter', '{"token":null}', { 'x-requested-with': header })
      assert.deepEqual(await problemOf(response), [403, 'csrf', {}])
    }
    assert.equal((await post('trial/bytes?input={"name":"a"}', 'x', { 'x-requested-with': '' })).status, 403)
  })

  it('names what is wrong with a body or query that is no JSON', async () => {
    const notJson = [400, 'input-invalid', { reason: 'not-json' }]
    assert.deepEqual(await problemOf(await post('trial/enter', '{"token":')), notJson)
    assert.deepEqual(await problemOf(await get('trial/look?input=%7B')), notJson)
    const nul = await post('trial/enter', JSON.stringify({ token: null, text: 'a\0b' }))
    assert.deepEqual(await problemOf(nul), [400, 'input-invalid', { reason: 'unreadable-character' }])
    assert.equal((await get('trial/look?input=%E0%A4%A')).status, 400)
    assert.equal((await get('trial/look?input=null')).status, 200)
    assert.equal((await post('trial/enter', '[]')).status, 400)
    assert.equal((await post('trial/enter', '')).status, 400)
  })

  it('answers 404 for an unknown path and for the wrong method', async () => {
    assert.deepEqual(await problemOf(await get('trial/nothing')), [404, 'not-found', {}])
    assert.equal((await post('trial/look', '{}')).status, 404)
    assert.equal((await get('trial/enter')).status, 404)
  })

  describe('cookies', () => {
    it('of a session are for this origin’s requests only', async () => {
      const plain = await post('trial/enter', '{"token":"county.secret"}')
      assert.equal(
        plain.headers.get('set-cookie'),
        'steward_session=county.secret; Path=/; HttpOnly; SameSite=Lax',
      )
      const secure = await apiWith(true).request('/api/trial/enter', {
        method: 'POST',
        body: '{"token":"county.secret"}',
        headers: { 'x-requested-with': 'steward' },
      })
      assert.match(secure.headers.get('set-cookie') ?? '', /; Secure/)
    })

    it('are taken away at sign-out and where the session is over or unknown', async () => {
      const cleared = /^steward_session=; Max-Age=0; Path=\/; HttpOnly/
      assert.match((await post('trial/enter', '{"token":null}')).headers.get('set-cookie') ?? '', cleared)
      for (const [token, code] of [
        ['gone', 'session-ended'],
        ['unknown', 'not-signed-in'],
      ] as const) {
        const response = await get('trial/look', token)
        assert.match(response.headers.get('set-cookie') ?? '', cleared)
        assert.deepEqual(await problemOf(response), [401, code, {}])
      }
      assert.equal((await get('trial/look')).headers.get('set-cookie'), null)
    })
  })

  it('demands first what an account must still do', async () => {
    assert.deepEqual(await problemOf(await get('trial/look', 'must')), [403, 'password-change-first', {}])
  })

  it('sends its security headers with every answer, also with errors and files', async () => {
    const answers = [
      await get('trial/look'),
      await get('trial/look', 'gone'),
      await get('trial/nothing'),
      await get('trial/file'),
      await post('trial/enter', '{'),
      await post('trial/bug', '{}'),
      await get('docs'),
      await get('openapi.json'),
    ]
    for (const { headers, status } of answers) {
      assert.equal(headers.get('cache-control'), 'no-store', String(status))
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/)
      assert.equal(headers.get('strict-transport-security'), null)
    }
    const secure = await apiWith(true).request('/api/docs')
    assert.equal(secure.headers.get('strict-transport-security'), 'max-age=31536000')
  })

  it('gives files to keep, with their names', async () => {
    const response = await get('trial/file')
    assert.equal(response.headers.get('content-type'), 'text/html')
    const name = encodeURIComponent('花名册 1.html')
    assert.equal(response.headers.get('content-disposition'), `attachment; filename*=UTF-8''${name}`)
    assert.equal(await response.text(), '<b>1</b>')
  })

  it('tells nothing of a bug but its number, which stands in the log', async () => {
    const response = await post('trial/bug', '{}')
    const body = (await response.json()) as { problem: { details: { errorNumber: string } } }
    const { errorNumber } = body.problem.details
    assert.deepEqual(body, { problem: { code: 'internal', details: { errorNumber }, fields: [] } })
    assert.equal(response.status, 500)
    assert.equal(logged.get(errorNumber), 'trial.bug Error: select secret from account')
    const other = await get('trial/unspeakable')
    assert.equal(other.status, 500)
    assert.deepEqual(Object.keys(((await other.json()) as { problem: object }).problem), [
      'code',
      'details',
      'fields',
    ])
  })

  describe('on a real port', () => {
    let origin = ''
    let server: ReturnType<typeof serve>
    before(async () => {
      origin = await new Promise((resolve) => {
        server = serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
          resolve(`http://127.0.0.1:${info.port}`),
        )
      })
    })
    after(() => new Promise((done) => server.close(done)))
    const headers = { cookie: 'steward_session=good', 'x-requested-with': 'steward' }
    const send = (path: string, body: Uint8Array<ArrayBuffer> | ReadableStream | string) =>
      // A stream goes out in pieces, without its length before it.
      fetch(`${origin}/api/${path}`, { method: 'POST', headers, body, duplex: 'half' })
    const inPieces = (size: number) =>
      new ReadableStream({
        start(controller) {
          for (let left = size; left > 0; left -= 10_000)
            controller.enqueue(new Uint8Array(Math.min(left, 10_000)))
          controller.close()
        },
      })

    it('takes a body up to its limit and refuses a longer one, whether its length is told or not', async () => {
      const path = `trial/bytes?input=${encodeURIComponent('{"name":"名单"}')}`
      for (const make of [(size: number) => new Uint8Array(size), inPieces]) {
        const good = await send(path, make(100_000))
        assert.deepEqual(await good.json(), { size: 100_000, name: '名单' })
        const long = await send(path, make(100_001))
        assert.deepEqual(await problemOf(long), [413, 'too-large', { most: 100_000 }])
      }
      const command = await send('trial/enter', JSON.stringify({ token: null, text: 'x'.repeat(1000) }))
      assert.equal(command.status, 413)
    })

    it('goes on serving after a caller left in the middle of a body', async () => {
      const leaving = new AbortController()
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(10))
        },
      })
      const sent = fetch(`${origin}/api/trial/bytes?input={"name":"a"}`, {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
        signal: leaving.signal,
      })
      leaving.abort()
      await assert.rejects(sent)
      assert.equal((await fetch(`${origin}/api/trial/look`, { headers })).status, 200)
    })
  })
})
