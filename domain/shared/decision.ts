/** The answer of a rule: the new value, or a refusal with its code and the facts its text needs. */
export type Decision<Value, Code extends string = string> = Agreed<Value> | Refused<Code>
export type Agreed<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Code extends string = string> = {
  readonly ok: false
  readonly code: Code
  readonly details: RefusalDetails
}
/** Plain facts for the text of a refusal: counts, names, dates, rule numbers; never secrets. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** Says yes with a value. */
export function agree<Value>(value: Value): Agreed<Value> {
  return { ok: true, value }
}

/** Says no with a code and the facts its text needs. */
export function refuse<Code extends string>(code: Code, details: RefusalDetails = {}): Refused<Code> {
  return { ok: false, code, details }
}
