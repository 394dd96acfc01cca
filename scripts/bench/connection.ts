import { connect, type Socket } from 'node:net'

export type Answer = { readonly status: number; readonly headers: string; readonly body: Buffer }

/** One kept-alive HTTP connection, one request at a time. Lean, so that its cost is not taken for the product's. */
export type Connection = {
  send(request: Buffer): Promise<Answer>
  close(): void
}

const END_OF_HEADERS = '\r\n\r\n'

/** Opens a connection to the server; one that the server closed while it was idle is opened again. */
export async function openConnection(port: number): Promise<Connection> {
  let line = await openLine(port)
  return {
    async send(request) {
      if (line.socket.destroyed || !line.socket.writable) line = await openLine(port)
      return await line.send(request)
    },
    close: () => line.socket.destroy(),
  }
}

async function openLine(port: number): Promise<{ socket: Socket; send(request: Buffer): Promise<Answer> }> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail))
  let pieces: Buffer[] = []
  let have = 0
  let expected: ReturnType<typeof readHead>
  let waiting: { done: (answer: Answer) => void; fail: (error: Error) => void } | undefined
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece)
    have += piece.length
    expected ??= readHead(pieces.length === 1 ? piece : Buffer.concat(pieces))
    if (expected === undefined || have < expected.total) return
    const whole = pieces.length === 1 ? piece : Buffer.concat(pieces)
    const { status, headers, bodyAt, total } = expected
    pieces = []
    have = 0
    expected = undefined
    const answered = waiting
    waiting = undefined
    answered?.done({ status, headers, body: whole.subarray(bodyAt, total) })
  })
  const broken = (error?: Error) => waiting?.fail(error ?? new Error('The server closed the connection'))
  socket.on('error', broken)
  socket.on('close', () => broken())
  return {
    socket,
    send: (request) =>
      new Promise((done, fail) => {
        waiting = { done, fail }
        socket.write(request)
      }),
  }
}

function readHead(bytes: Buffer) {
  const end = bytes.indexOf(END_OF_HEADERS)
  if (end === -1) return undefined
  const headers = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1]
  if (length === undefined) throw new Error(`An answer without its length: ${headers}`)
  const bodyAt = end + END_OF_HEADERS.length
  return { status: Number(headers.slice(9, 12)), headers, bodyAt, total: bodyAt + Number(length) }
}

/** A call of the API as bytes. */
export function requestBytes(call: {
  method: 'GET' | 'POST'
  path: string
  token?: string | undefined
  key?: string | undefined
  body?: Uint8Array | undefined
}): Buffer {
  const { body } = call
  const lines = [
    `${call.method} ${call.path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...(call.token === undefined ? [] : [`cookie: steward_session=${call.token}`]),
    ...(call.method === 'POST' ? ['x-requested-with: steward', `content-length: ${body?.length ?? 0}`] : []),
    ...(call.key === undefined ? [] : [`idempotency-key: ${call.key}`]),
  ]
  const head = Buffer.from(`${lines.join('\r\n')}${END_OF_HEADERS}`)
  return body === undefined ? head : Buffer.concat([head, body])
}
