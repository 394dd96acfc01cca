import type { OrgShape } from '@steward/domain/organisation/party-org.ts'
import type { OrgChangeRefusal } from '@steward/domain/organisation/org-change-checks.ts'
import { setUpOrg } from '@steward/domain/organisation/org-change.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { pinyinOfText } from '#platform/pinyin.ts'
import { insertChanges } from './queries-change.ts'

/** An organisation to be written, parents before children. */
export type NewOrg = OrgShape & {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly shortName?: string
  readonly foundedOn: PlainDate
  readonly task?: string
  readonly taskEndsOn?: PlainDate | null
  readonly phone?: string
  readonly address?: string
  readonly sortNo?: number
}
export type PlacedOrg = NewOrg & { readonly number: number; readonly path: string }

/** Who enters rows by the thousand, when and why. */
export type BulkEntry = {
  readonly by: string
  readonly accountId: string | null
  readonly at: Date
  readonly today: PlainDate
  readonly reason: string
  newId(): string
}

const ROWS_A_STATEMENT = 2000

type Standing = {
  kind: OrgShape['kind']
  foundedOn: PlainDate
  dissolvedOn: PlainDate | null
  path: string
  names: string[]
}

/**
 * The door for import and demo: checks organisations that exist already by the rules of a single entry, gives them
 * numbers and paths below what is there, and writes them with their first dated fact in a few statements. Refuses the
 * first that does not fit, with its name. Access is the caller's business; the county's tree is locked meanwhile.
 */
export async function insertOrgs(
  tx: CountyTx,
  orgs: readonly NewOrg[],
  entry: BulkEntry,
): Promise<Decision<PlacedOrg[], OrgChangeRefusal>> {
  const before = await tx.raw<{
    id: string
    parentId: string | null
    kind: OrgShape['kind']
    foundedOn: PlainDate
    dissolvedOn: PlainDate | null
    path: string
    name: string
    number: number
  }>(
    'org-bulk-tree',
    `select o.id, o.parent_id as "parentId", o.kind, o.founded_on as "foundedOn", o.dissolved_on as "dissolvedOn",
       o.path::text as path, o.name, o.number from party_org o where o.county_id = $1 order by nlevel(o.path) for update`,
    [],
  )
  const standing = new Map<string, Standing>(before.map((row) => [row.id, { ...row, names: [] }]))
  for (const row of before)
    if (row.parentId !== null && row.dissolvedOn === null) standing.get(row.parentId)?.names.push(row.name)
  let next = before.reduce((most, { number }) => Math.max(most, number), 0)
  const placed: PlacedOrg[] = []
  for (const org of orgs) {
    const parent = org.parentId === null ? null : standing.get(org.parentId)
    if (parent === undefined)
      return refuse('org-wrong-parent', { name: org.name, kind: org.kind, parentKind: 'none' })
    const allowed = setUpOrg(
      { shape: org, name: org.name, fullMembers: 0, task: org.task ?? null },
      { today: entry.today, on: org.foundedOn, parent, siblingNames: parent?.names ?? [], decided: null },
    )
    if (!allowed.ok) return refuse(allowed.code, { name: org.name, ...allowed.details })
    next += 1
    const path = parent === null ? String(next) : `${parent.path}.${next}`
    standing.set(org.id, { ...org, dissolvedOn: null, path, names: [] })
    parent?.names.push(org.name)
    placed.push({ ...org, number: next, path })
  }
  await writeOrgs(tx, placed)
  await insertChanges(
    tx,
    {
      ...entry,
      actId: entry.newId(),
      on: entry.today,
      decidedByOrgId: null,
      decidedOn: null,
      requestedOn: null,
      documentNumber: '',
    },
    placed.map(({ id, name, kind, form, foundedOn }) => ({
      orgId: id,
      kind: 'register',
      before: null,
      after: { name, kind, form },
      on: foundedOn,
    })),
  )
  return agree(placed)
}

/** Writes rows whose place has been decided. */
export async function writeOrgs(tx: CountyTx, orgs: readonly PlacedOrg[]): Promise<void> {
  for (let start = 0; start < orgs.length; start += ROWS_A_STATEMENT) {
    const part = orgs.slice(start, start + ROWS_A_STATEMENT)
    const read = part.map(({ name }) => pinyinOfText(name))
    await tx.raw(
      'orgs-insert',
      `insert into party_org (county_id, id, parent_id, number, path, kind, form, field, unit_kind, name, short_name,
         initials, pinyin, approving, sort_no, founded_on, task, task_ends_on, phone, address)
       select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::ltree[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[], $15::integer[], $16::date[],
         $17::text[], $18::date[], $19::text[], $20::text[]) as t`,
      [
        part.map(({ id }) => id),
        part.map(({ parentId }) => parentId),
        part.map(({ number }) => number),
        part.map(({ path }) => path),
        part.map(({ kind }) => kind),
        part.map(({ form }) => form),
        part.map(({ field }) => field),
        part.map(({ unitKind }) => unitKind),
        part.map(({ name }) => name.trim()),
        part.map(({ shortName, name }) => shortName || name.trim()),
        read.map(({ initials }) => initials),
        read.map(({ full }) => full),
        part.map(({ canApprove }) => canApprove),
        part.map(({ sortNo }) => sortNo ?? 0),
        part.map(({ foundedOn }) => foundedOn),
        part.map(({ task }) => task ?? ''),
        part.map(({ taskEndsOn }) => taskEndsOn ?? null),
        part.map(({ phone }) => phone ?? ''),
        part.map(({ address }) => address ?? ''),
      ],
    )
  }
}

/** Recorded facts by the thousand: premises, experience, staff, rules. */
export async function insertOrgFacts(
  tx: CountyTx,
  facts: readonly {
    readonly orgId: string
    readonly kind: 'premises' | 'secretaryExperience' | 'fullTimeStaff' | 'rules'
    readonly value: string
    readonly fromOn: PlainDate
  }[],
  entry: BulkEntry,
): Promise<void> {
  await tx.raw(
    'org-facts-insert',
    `insert into party_org_fact (county_id, id, party_org_id, kind, value, from_on, basis, author_name, account_id, recorded_at)
     select $1, t.*, $7, $8, $9, $10 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[]) as t`,
    [
      facts.map(() => entry.newId()),
      facts.map(({ orgId }) => orgId),
      facts.map(({ kind }) => kind),
      facts.map(({ value }) => value),
      facts.map(({ fromOn }) => fromOn),
      entry.reason,
      entry.by,
      entry.accountId,
      entry.at,
    ],
  )
}
