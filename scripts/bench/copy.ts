import type { Submittable } from 'pg'
import pg from 'pg'

/** The part of the driver's connection that COPY speaks to; its types leave it out. */
type Wire = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }

/** COPY … FROM STDIN or TO STDOUT as the driver lets own queries do it. */
class Copy implements Submittable {
  readonly rows: Buffer[] = []
  readonly done: Promise<void>
  #end: { done: () => void; fail: (error: Error) => void } | undefined
  readonly #text: string
  readonly #send: readonly Buffer[]

  constructor(text: string, send: readonly Buffer[] = []) {
    this.#text = text
    this.#send = send
    this.done = new Promise((done, fail) => {
      this.#end = { done, fail }
    })
  }
  submit(connection: unknown): void {
    // The driver hands its own connection in.
    ;(connection as Wire).query(this.#text)
  }
  handleCopyInResponse(connection: Wire): void {
    for (const chunk of this.#send) connection.sendCopyFromChunk(chunk)
    connection.endCopyFrom()
  }
  handleCopyData(message: { chunk: Buffer }): void {
    // The driver uses the memory again.
    this.rows.push(Buffer.from(message.chunk))
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#end?.done()
  }
  handleError(error: Error): void {
    this.#end?.fail(error)
  }
}

async function copy(client: pg.Client, text: string, send?: readonly Buffer[]): Promise<readonly Buffer[]> {
  const query = new Copy(text, send)
  client.query(query)
  await query.done
  return query.rows
}

/** Rows of a query in the form COPY reads. */
export async function copyOut(client: pg.Client, select: string): Promise<readonly Buffer[]> {
  return await copy(client, `copy (${select}) to stdout`)
}

const CHUNK_BYTES = 64_000

/** Loads rows into a table in one COPY. */
export async function copyIn(client: pg.Client, table: string, rows: readonly Buffer[]): Promise<void> {
  const chunks: Buffer[] = []
  let part: Buffer[] = []
  let size = 0
  for (const row of rows) {
    part.push(row)
    size += row.length
    if (size < CHUNK_BYTES) continue
    chunks.push(Buffer.concat(part))
    part = []
    size = 0
  }
  chunks.push(Buffer.concat(part))
  await copy(client, `copy ${table} from stdin`, chunks)
}

/** Cells as one line of COPY. */
export function copyLine(cells: readonly (string | null)[]): Buffer {
  const escaped = cells.map((cell) =>
    cell === null
      ? '\\N'
      : cell.replaceAll(/[\\\t\n\r]/g, (one) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[one] ?? one}`),
  )
  return Buffer.from(`${escaped.join('\t')}\n`)
}

/** A plain connection as the owner of the database. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
