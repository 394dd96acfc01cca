import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'

type Json = Record<string, unknown>

/** A person who talks to the running product without a browser, for what no screen is needed for. */
export type ApiPerson = {
  query<T = Json>(id: string, input?: Json): Promise<T>
  command<T = Json>(id: string, input?: Json): Promise<T>
  upload<T = Json>(id: string, input: Json, bytes: Uint8Array): Promise<T>
}

const pathOf = (id: string) => `/api/${id.replaceAll('.', '/')}`

/** Signs in with the demo password. */
export async function signInByApi(origin: string, accountName: string): Promise<ApiPerson> {
  let cookie = ''
  const send = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(`${origin}${path}`, {
      ...init,
      headers: { cookie, 'x-requested-with': 'steward', 'idempotency-key': randomUUID() },
    })
    const text = await answer.text()
    assert.equal(answer.status, 200, `${path}: ${text.slice(0, 400)}`)
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    // The caller names the shape it reads; the contract is proved by the server's own tests.
    return JSON.parse(text) as T
  }
  const withInput = (id: string, input: Json) =>
    `${pathOf(id)}?input=${encodeURIComponent(JSON.stringify(input))}`
  const person: ApiPerson = {
    query: (id, input = {}) => send(withInput(id, input), { method: 'GET' }),
    command: (id, input = {}) => send(pathOf(id), { method: 'POST', body: JSON.stringify(input) }),
    upload: (id, input, bytes) => send(withInput(id, input), { method: 'POST', body: Buffer.from(bytes) }),
  }
  await person.command('session.sign-in', { accountName, password: DEMO_PASSWORD })
  return person
}
