import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { newKey, pathOf } from '../call.ts'
import type { NewItem } from './outbox-item.ts'
import { fileMark, fillMarks, MOST_FAILURES, readAt, toError } from './outbox-item.ts'
import { memoryStore } from './outbox-store.ts'
import { makeOutbox } from './outbox.ts'

type Answer = { status: number; body: unknown }
type Seen = { path: string; key: string; body: unknown }

/** A server that answers each sending by `reply`, kept in the order it came; `undefined` closes the line without an answer. */
async function against(
  reply: (seen: Seen, nth: number) => Answer | undefined,
  work: (seen: Seen[]) => Promise<void>,
): Promise<void> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const path = new URL(request.url ?? '', 'http://x').pathname
      const one = { path, key: String(request.headers['idempotency-key']), body: tryJson(text) }
      seen.push(one)
      const answer = reply(one, seen.length)
      if (answer === undefined) return request.socket.destroy()
      response
        .writeHead(answer.status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const plain = globalThis.fetch
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  globalThis.fetch = (url, init) => plain(new URL(String(url), base), init)
  try {
    await work(seen)
  } finally {
    globalThis.fetch = plain
    server.closeAllConnections()
    server.close()
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const LU = 'account-lu'
const HE = 'account-he'

function item(change: Partial<NewItem<'account.prefer'>> = {}): NewItem<'account.prefer'> {
  return {
    id: newKey(),
    accountId: LU,
    command: 'account.prefer',
    input: { elder: true },
    files: [],
    title: '清渠两小时',
    typed: [],
    editPath: null,
    ...change,
  }
}

const fine = { status: 200, body: {} }
const makeOne = () => makeOutbox(Promise.resolve(memoryStore()))

test('what is put in is sent and marked as received, with the server’s answer', async () => {
  await against(
    () => ({ status: 200, body: { number: '26-0921-0417' } }),
    async (seen) => {
      const box = makeOne()
      const one = item()
      await box.add(one)
      assert.equal(box.items()?.[0]?.state, 'waiting')
      const { received, stop } = await box.sendAll(LU)
      assert.deepEqual([received.length, stop], [1, undefined])
      assert.equal(box.items()?.[0]?.state, 'received')
      assert.deepEqual(box.items()?.[0]?.answer, { number: '26-0921-0417' })
      assert.deepEqual(
        [seen[0]?.path, seen[0]?.key, seen[0]?.body],
        [pathOf('account.prefer'), one.id, { elder: true }],
      )
    },
  )
})

test('the same item sent three times goes out under one key and stands once in the list', async () => {
  // The first two answers are lost on the way.
  await against(
    (_, nth) => (nth < 3 ? undefined : fine),
    async (seen) => {
      const box = makeOne()
      const one = item()
      await Promise.all([box.add(one), box.add(one)])
      await box.add(one)
      for (const _ of [1, 2, 3]) await box.sendAll(LU)
      assert.deepEqual(new Set(seen.map(({ key }) => key)), new Set([one.id]))
      assert.equal(seen.length, 3)
      assert.deepEqual(
        box.items()?.map(({ state }) => state),
        ['received'],
      )
    },
  )
})

test('without an answer it goes on waiting, the round ends, and nothing behind it is tried', async () => {
  await against(
    () => undefined,
    async (seen) => {
      const box = makeOne()
      await box.add(item())
      await box.add(item())
      assert.equal((await box.sendAll(LU)).stop, 'no-answer')
      assert.equal(seen.length, 1)
      assert.deepEqual(
        box.items()?.map(({ state }) => state),
        ['waiting', 'waiting'],
      )
    },
  )
})

test('a refused one is shown with its reason and all that was typed; the next one still goes out', async () => {
  const no = { status: 409, body: { refusal: { code: 'claim-too-late', details: { days: 70, most: 60 } } } }
  await against(
    (_, nth) => (nth === 1 ? no : fine),
    async (seen) => {
      const box = makeOne()
      const typed = [{ label: { zh: '说一句', en: 'Words' }, value: '淤泥堆在右边' }]
      const refused = item({ typed })
      await box.add(refused)
      await box.add(item())
      await box.sendAll(LU)
      const [first, second] = box.items() ?? []
      assert.deepEqual([first?.state, second?.state], ['look', 'received'])
      assert.deepEqual([first?.input, first?.typed], [refused.input, typed])
      const error = first?.failure ? toError(first.failure) : undefined
      assert.equal(error?.message, 'claim-too-late')
      await box.sendAll(LU)
      assert.equal(seen.length, 2, 'it is not tried again before somebody has looked')
      await box.sendAgain(refused.id)
      await box.sendAll(LU)
      assert.deepEqual([seen[2]?.key, box.items()?.[0]?.state], [refused.id, 'received'])
    },
  )
})

test('a changed one takes the place of the refused one', async () => {
  const no = { status: 409, body: { refusal: { code: 'claim-late-needs-reason' } } }
  await against(
    (_, nth) => (nth === 1 ? no : fine),
    async (seen) => {
      const box = makeOne()
      const first = item()
      await box.add(first)
      await box.sendAll(LU)
      const second = item({ input: { elder: false } })
      await box.replace(first.id, second)
      await box.sendAll(LU)
      assert.deepEqual(
        box.items()?.map(({ id, state }) => [id, state]),
        [[second.id, 'received']],
      )
      assert.deepEqual(seen[1]?.body, { elder: false })
    },
  )
})

test('when the session has ended it waits for the sign-in; another account on the device neither sees nor sends it', async () => {
  const ended = { status: 401, body: { problem: { code: 'session-ended' } } }
  await against(
    (_, nth) => (nth === 1 ? ended : fine),
    async (seen) => {
      const box = makeOne()
      await box.add(item())
      assert.equal((await box.sendAll(LU)).stop, 'signed-out')
      assert.equal(box.items()?.[0]?.state, 'waiting')
      await box.sendAll(HE)
      assert.equal(seen.length, 1)
      await box.sendAll(LU)
      assert.equal(box.items()?.[0]?.state, 'received')
    },
  )
})

test('the server’s own failure is tried three times, then shown with its number', async () => {
  const bug = { status: 500, body: { problem: { code: 'internal', errorNumber: '0417-2213' } } }
  await against(
    () => bug,
    async (seen) => {
      const box = makeOne()
      await box.add(item())
      for (let n = 0; n < MOST_FAILURES + 2; n += 1) await box.sendAll(LU)
      assert.equal(seen.length, MOST_FAILURES)
      const [one] = box.items() ?? []
      assert.equal(one?.state, 'look')
      assert.equal(one?.failure?.kind === 'problem' && one.failure.errorNumber, '0417-2213')
    },
  )
})

test('a page that is opened again finds what was kept', async () => {
  await against(
    () => fine,
    async (seen) => {
      const store = Promise.resolve(memoryStore())
      const one = item()
      await makeOutbox(store).add(one)
      const later = makeOutbox(store)
      assert.equal(later.items(), undefined)
      await later.sendAll(LU)
      assert.deepEqual([seen[0]?.key, later.items()?.[0]?.state], [one.id, 'received'])
    },
  )
})

test('two rounds asked for at once are one', async () => {
  await against(
    () => fine,
    async (seen) => {
      const box = makeOne()
      await box.add(item())
      await Promise.all([box.sendAll(LU), box.sendAll(LU), box.sendAll(LU)])
      assert.equal(seen.length, 1)
    },
  )
})

test('bytes are kept with the item and go when it goes', async () => {
  const box = makeOne()
  const key = newKey()
  const file = { upload: 'file.add', input: {}, name: 'a.jpg', idAt: ['file', 'id'], key } as const
  const one = {
    ...item(),
    files: [{ ...file, bytes: new Blob(['picture']) }],
  } as unknown as NewItem<'account.prefer'>
  await box.add(one)
  assert.equal(await (await box.bytesOf(key))?.text(), 'picture')
  await box.remove(one.id)
  assert.equal(await box.bytesOf(key), undefined)
})

test('the identifiers of sent files take the places of their marks, however deep', () => {
  const file = { key: 'k1', upload: 'file.add', input: {}, name: 'a.jpg', idAt: [], sentId: 'f-1' } as const
  const input = {
    evidence: [{ kind: 'photo', fileId: fileMark('k1') }],
    said: fileMark('other'),
    n: 1,
    none: null,
  }
  assert.deepEqual(fillMarks(input, [file]), {
    evidence: [{ kind: 'photo', fileId: 'f-1' }],
    said: fileMark('other'),
    n: 1,
    none: null,
  })
  assert.equal(readAt({ file: { id: 'f-1' } }, ['file', 'id']), 'f-1')
  assert.throws(() => readAt({ file: null }, ['file', 'id']), TypeError)
})
