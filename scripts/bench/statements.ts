import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { newIdAt } from '../../server/platform/new-id.ts'

/** One statement as it went to the database. */
export type Statement = {
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
}

/** Puts new values where a command made its own: the floor writes other rows than the recording, as the product does. */
export type Refresh = (value: unknown) => unknown

let recorded: Statement[] | undefined

type Query = (this: unknown, ...args: unknown[]) => unknown
// The driver's one door for statements of every pool; it is typed for callers, not for standing in between.
const door = pg.Client.prototype as unknown as { query: Query }
const passOn = door.query
door.query = function (...args) {
  const [first, second] = args
  if (recorded !== undefined) {
    const values = Array.isArray(second) ? second : undefined
    recorded.push(
      typeof first === 'string'
        ? { text: first, ...(values === undefined ? {} : { values }) }
        : { ...(first as Statement), ...(values === undefined ? {} : { values }) },
    )
  }
  return passOn.apply(this, args)
}

/** Every statement that `work` sends through the driver in this process, with its values, in order. */
export async function recordStatements(work: () => Promise<void>): Promise<readonly Statement[]> {
  const list: Statement[] = []
  recorded = list
  try {
    await work()
  } finally {
    recorded = undefined
  }
  return list.map(({ name, text, values }) => ({
    ...(name === undefined ? {} : { name }),
    text,
    ...(values === undefined ? {} : { values: [...values] }),
  }))
}

/** Sends the statements again, one after the other, as a program with nothing but the driver would. */
export async function replay(
  client: pg.ClientBase,
  statements: readonly Statement[],
  fresh: Refresh,
): Promise<void> {
  for (const { name, text, values } of statements) {
    await client.query({
      ...(name === undefined ? {} : { name }),
      text,
      ...(values === undefined ? {} : { values: values.map(fresh) }),
    })
  }
}

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const UUIDS7_WITHIN = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** For one replay: identifiers made since `since`, in JSON too, and the command's key become new ones, the same for the same. */
export function refresher(
  since: Date,
  key: string,
  now: () => Date,
  own: Refresh = (value) => value,
): () => Refresh {
  const isNew = (text: string) =>
    text === key ||
    (UUID7.test(text) && Number.parseInt(text.slice(0, 8) + text.slice(9, 13), 16) >= since.getTime())
  return () => {
    const known = new Map<string, string>()
    const fresh = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(fresh)
      if (typeof value !== 'string') return own(value)
      if (value.startsWith('{') || value.startsWith('['))
        return own(value.replaceAll(UUIDS7_WITHIN, (id) => String(isNew(id) ? fresh(id) : id)))
      if (!isNew(value)) return own(value)
      const made = known.get(value) ?? (value === key ? randomUUID() : newIdAt(now()))
      known.set(value, made)
      return made
    }
    return fresh
  }
}
