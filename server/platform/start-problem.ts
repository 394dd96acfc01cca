/** What keeps the product from starting: one line for the operator, Chinese first. The caller prints `message` and exits. */
export class StartProblem extends Error {
  readonly code: string

  constructor(code: string, zh: string, en: string) {
    super(`${zh} · ${en}`)
    this.name = 'StartProblem'
    this.code = code
  }
}
