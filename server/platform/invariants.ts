import type { CountyTx } from './db.ts'

/** Something that is true of the data at any time; `steward check` proves it. A feature lists its own in checks.ts. */
export type Invariant = {
  /** Slug, led by the feature: `members.one-affiliation`. */
  readonly id: string
  /** One sentence, with its R-number where there is one. */
  readonly says: { readonly zh: string; readonly en: string }
  /** How many records were looked at, and those in breach (at most a few are named). */
  readonly find: (tx: CountyTx) => Promise<{ readonly looked: number; readonly breaches: readonly string[] }>
}
