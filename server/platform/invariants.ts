import type { CountyCrypto } from './crypto.ts'
import type { CountyTx } from './db.ts'

/** How many records were looked at, and those in breach, each named so that a person finds it. */
export type Findings = { readonly looked: number; readonly breaches: readonly string[] }

/** Something that is true of the data at any time; `steward check` proves it. A feature lists its own in checks.ts. */
export type Invariant = {
  /** Slug, led by the feature: `members.one-affiliation`. */
  readonly id: string
  /** One sentence, with its R-number where there is one. */
  readonly says: { readonly zh: string; readonly en: string }
  /** Looks at one county. */
  readonly find: (tx: CountyTx, crypto: CountyCrypto) => Promise<Findings>
}
