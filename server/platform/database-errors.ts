/** The SQLSTATE of the database, or the code of the socket. */
function stateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Two transactions in each other's way: serialization failure or deadlock; the operation is tried again. */
export function isClash(error: unknown): boolean {
  const state = stateOf(error)
  return state === '40001' || state === '40P01'
}

// Class 08, stop and start of the server, too many connections, and what the socket says.
const UNREACHABLE =
  /^(08...|57P0[1235]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENOENT)$/
// The driver gives these no code.
const CUT =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** Whether the database cannot be reached now, so that trying again later may help. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.every(isUnreachable)
  const state = stateOf(error)
  // A missing file and a missing socket share one code; only the socket is meant.
  if (state === 'ENOENT' && !('syscall' in error && error.syscall === 'connect')) return false
  return state === undefined ? CUT.test(error.message) : UNREACHABLE.test(state)
}
