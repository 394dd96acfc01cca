import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { testServer } from './test-server.ts'

/** An empty database of its own for one test file, dropped after its tests; answers with its owner's address. */
export async function freshDatabase(): Promise<string> {
  const server = await testServer()
  const name = `fresh_${randomBytes(6).toString('hex')}`
  await onDatabase(server.url, (client) => client.query(`create database ${name}`))
  after(() => onDatabase(server.url, (client) => client.query(`drop database ${name} with (force)`)))
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

/** Work on one connection of its own. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  // A test may cut it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
