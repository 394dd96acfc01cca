export type ProblemCode =
  | 'not-signed-in'
  | 'session-ended'
  | 'password-change-first'
  | 'second-factor-first'
  | 'forbidden'
  | 'not-found'
  | 'input-invalid'
  | 'county-unknown'
  | 'csrf'
  | 'too-large'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal'

const STATUS: Record<ProblemCode, number> = {
  'not-signed-in': 401,
  'session-ended': 401,
  'password-change-first': 403,
  'second-factor-first': 403,
  forbidden: 403,
  'not-found': 404,
  'input-invalid': 400,
  'county-unknown': 404,
  csrf: 403,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
}

export type FieldProblem = { readonly path: string; readonly message: string }

/** A technical or access "no". Thrown anywhere, answered in one place; its text lives in the browser. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>
  readonly fields: readonly FieldProblem[]

  constructor(
    code: ProblemCode,
    details: Readonly<Record<string, unknown>> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(code)
    this.code = code
    this.status = STATUS[code]
    this.details = details
    this.fields = fields
  }
}

/** Throws a problem; typed `never` so that a look-up can end in it. */
export function problem(code: ProblemCode, details: Readonly<Record<string, unknown>> = {}): never {
  throw new Problem(code, details)
}
