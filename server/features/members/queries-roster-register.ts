import type { RegisterMember } from '@steward/domain/members/roster-import/diff.ts'
import type { NamedOrg } from '@steward/domain/members/roster-import/org-names.ts'
import type { MemberState } from '@steward/domain/members/member-state.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Sex } from '@steward/domain/shared/identity-number.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import type { CountyTx } from '#platform/db.ts'
import { shownOf } from './queries-facts.ts'

/** A member of the register with what the comparison and the screens need beside it. */
export type KnownMember = RegisterMember & {
  readonly revision: number
  readonly path: string
  readonly orgName: string
  readonly identityTail: string
  readonly phoneMask: string
}

type MemberRow = {
  id: string
  identity_index: Buffer | null
  identity_tail: string
  name: string
  born_on: PlainDate
  state: MemberState
  sex: Sex
  ethnic_group: string | null
  education: string | null
  admitted_on: PlainDate
  converted_on: PlainDate | null
  party_org_id: string
  phone_sealed: Buffer | null
  phone_mask: string
  address_sealed: Buffer | null
  membership_kind: string
  category: string
  post: string
  workplace: string
  revision: number
  path: string
  org_name: string
}

const MEMBERS = `select m.id, m.identity_index, m.identity_tail, m.name, m.born_on, m.state, m.sex, m.ethnic_group, m.education,
  m.admitted_on, m.converted_on, m.party_org_id, m.phone_sealed, m.phone_mask, m.address_sealed, m.membership_kind, m.category,
  m.post, m.workplace, m.revision, o.path::text as path, o.name as org_name
  from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id`

/** Members with one of these numbers (by blind index) or one of these names and birth dates. */
export async function listKnownMembers(
  tx: CountyTx,
  crypto: CountyCrypto,
  asked: {
    readonly indexes: readonly Buffer[]
    readonly names: readonly string[]
    readonly days: readonly string[]
  },
): Promise<KnownMember[]> {
  const rows = await tx.raw<MemberRow>(
    'roster-known',
    `${MEMBERS} where m.county_id = $1 and m.id in (
       select k.id from member k where k.county_id = $1 and k.identity_index = any($2::bytea[])
       union
       select n.id from unnest($3::text[], $4::date[]) as t (name, born_on)
         join member n on n.county_id = $1 and n.name = t.name and n.born_on = t.born_on)`,
    [asked.indexes, asked.names, asked.days],
  )
  return rows.map((row) => toKnown(row, crypto))
}

export async function listMembersById(
  tx: CountyTx,
  crypto: CountyCrypto,
  ids: readonly string[],
): Promise<Map<string, KnownMember>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.raw<MemberRow>(
    'roster-members',
    `${MEMBERS} where m.county_id = $1 and m.id = any($2::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, toKnown(row, crypto)]))
}

function toKnown(row: MemberRow, crypto: CountyCrypto): KnownMember {
  const open = (sealed: Buffer | null) => (sealed === null ? null : crypto.unseal(sealed))
  const text = (value: string) => (value === '' ? null : value)
  return {
    memberId: row.id,
    identityKey: row.identity_index?.toString('base64') ?? null,
    name: row.name,
    bornOn: row.born_on,
    state: row.state,
    values: {
      name: row.name,
      sex: row.sex,
      bornOn: row.born_on,
      ethnicGroup: row.ethnic_group,
      education: row.education,
      admittedOn: row.admitted_on,
      convertedOn: row.converted_on,
      branch: row.party_org_id,
      phone: open(row.phone_sealed),
      membershipKind: row.membership_kind,
      category: row.category,
      post: text(row.post),
      workplace: text(row.workplace),
      address: open(row.address_sealed),
    },
    revision: row.revision,
    path: row.path,
    orgName: row.org_name,
    identityTail: row.identity_tail,
    phoneMask: row.phone_mask,
  }
}

/** How a value of the register is shown in a change; sealed ones masked. */
export function shownValue(field: string, value: string | null): string | null {
  return field === 'address' ? shownOf('address', value) : value
}

/** An open branch with the committee that settles moves within itself. */
export type Branch = NamedOrg & {
  readonly path: string
  /** Clear in the whole county: the committee stands before a name that others share. */
  readonly fullName: string
  readonly committeeId: string | null
  readonly groups: readonly NamedOrg[]
}

type OrgRow = {
  id: string
  parent_id: string | null
  name: string
  short_name: string
  path: string
  kind: string
}

/** All open branches of the county; few thousand, read once for a comparison or a writing. */
export async function listBranches(tx: CountyTx, today: PlainDate): Promise<Branch[]> {
  const rows = await tx.raw<OrgRow>(
    'roster-orgs',
    `select id, parent_id, name, short_name, path::text as path, kind from party_org
     where county_id = $1 and (dissolved_on is null or dissolved_on > $2)`,
    [today],
  )
  const branches = rows.filter(({ kind }) => kind === 'branch')
  const groups = Map.groupBy(
    rows.filter(({ kind }) => kind === 'partyGroup'),
    ({ parent_id }) => parent_id,
  )
  const committees = new Map(rows.flatMap((row) => (COMMITTEES.includes(row.kind) ? [[row.path, row]] : [])))
  const shared = Map.groupBy(branches, ({ name }) => name)
  return branches.map((branch) =>
    toBranch(branch, {
      committee: committeeAbove(branch.path, committees),
      groups: groups.get(branch.id) ?? [],
      isShared: (shared.get(branch.name) ?? []).length > 1,
    }),
  )
}

const COMMITTEES = ['countyCommittee', 'workCommittee', 'baseCommittee']

function committeeAbove(path: string, committees: ReadonlyMap<string, OrgRow>): OrgRow | undefined {
  for (let above = path; above !== ''; above = above.slice(0, Math.max(0, above.lastIndexOf('.')))) {
    const found = committees.get(above)
    if (found !== undefined) return found
  }
  return undefined
}

type Around = {
  readonly committee: OrgRow | undefined
  readonly groups: readonly OrgRow[]
  readonly isShared: boolean
}

function toBranch(row: OrgRow, { committee, groups, isShared }: Around): Branch {
  // 云溪镇党委 leads 上岭村党支部 as 云溪镇上岭村党支部, as offices write it.
  const place = (committee?.name ?? '')
    .replace(/^(中国共产党|中共)/, '')
    .replace(/(党工委|工委|党委|委员会)$/, '')
  const withPlace = row.name.startsWith(place) ? row.name : place + row.name
  const others = [row.short_name, withPlace, place + row.short_name]
  return {
    id: row.id,
    name: row.name,
    otherNames: [...new Set(others.filter((name) => name !== '' && name !== row.name))],
    fullName: isShared ? withPlace : row.name,
    path: row.path,
    committeeId: committee?.id ?? null,
    groups: groups.map(({ id, name }) => ({ id, name })),
  }
}
