import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import test from 'node:test'
import { Problem, Refused, Unreachable, command, newKey, pathOf, query } from './call.ts'
import { explain } from './problems.ts'

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

/** Runs `work` against a real server that gives one answer to everything, and returns what it was sent. */
async function against(status: number, answer: unknown, work: () => Promise<void>): Promise<Seen[]> {
  const seen: Seen[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const plain = globalThis.fetch
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  globalThis.fetch = (url, init) => plain(new URL(String(url), base), init)
  try {
    await work()
  } finally {
    globalThis.fetch = plain
    server.close()
  }
  return seen
}

test('the path follows from the id', () => {
  assert.equal(pathOf('member.list'), '/api/member/list')
  assert.equal(pathOf('message.things-to-do'), '/api/message/things-to-do')
})

test('a query is a GET with its input as JSON', async () => {
  const [seen] = await against(200, { people: [], organisations: [] }, async () => {
    const answer = await query('member.search', { text: '何' })
    assert.deepEqual(answer, { people: [], organisations: [] })
  })
  assert.equal(seen?.method, 'GET')
  const url = new URL(seen?.url ?? '', 'http://x')
  assert.equal(url.pathname, '/api/member/search')
  assert.deepEqual(JSON.parse(url.searchParams.get('input') ?? ''), { text: '何' })
})

test('a command is a POST with its key and the header that keeps other sites out', async () => {
  const key = newKey()
  const [seen] = await against(200, {}, async () => {
    await command('session.end', {}, key)
  })
  assert.equal(seen?.method, 'POST')
  assert.equal(seen?.headers['idempotency-key'], key)
  assert.equal(seen?.headers['x-requested-with'], 'steward')
  assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a refusal comes with its code and facts, and is told in the feature’s words', async () => {
  await against(409, { refusal: { code: 'month-not-closable', details: { count: 6 } } }, async () => {
    const error: unknown = await command('session.end', {}).catch((thrown: unknown) => thrown)
    assert.ok(error instanceof Refused)
    assert.deepEqual([error.code, error.details], ['month-not-closable', { count: 6 }])
    const text = { zh: '还有 {count} 条没审', en: '{count} not reviewed' }
    assert.equal(explain(error, { 'month-not-closable': text }).title, text)
  })
})

test('a problem comes with status, fields and error number', async () => {
  const body = { problem: { code: 'input-invalid', fields: [{ path: 'name', message: 'too short' }] } }
  await against(400, body, async () => {
    const error: unknown = await query('member.search', { text: '' }).catch((thrown: unknown) => thrown)
    assert.ok(error instanceof Problem)
    assert.deepEqual([error.status, error.code, error.fields.length], [400, 'input-invalid', 1])
  })
  await against(500, { problem: { code: 'internal', errorNumber: '0417-2213' } }, async () => {
    const error: unknown = await query('session.show', {}).catch((thrown: unknown) => thrown)
    assert.equal(explain(error).errorNumber, '0417-2213')
  })
})

test('an answer that is not ours, such as a proxy’s page, still becomes a problem with words', async () => {
  await against(502, 'Bad Gateway', async () => {
    const error: unknown = await query('session.show', {}).catch((thrown: unknown) => thrown)
    assert.ok(error instanceof Problem)
    assert.equal(error.code, 'unavailable')
  })
})

test('no answer at all is told apart from a no', async () => {
  const plain = globalThis.fetch
  globalThis.fetch = () => Promise.reject(new TypeError('no route'))
  try {
    await assert.rejects(query('session.show', {}), Unreachable)
  } finally {
    globalThis.fetch = plain
  }
})
