import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import type { MembershipKind } from '@steward/domain/members/member.ts'
import type { MemberState } from '@steward/domain/members/member-state.ts'
import type { Lapse } from '@steward/domain/members/standing.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { RosterTag } from '@steward/domain/members/tag.ts'
import type { Sex } from '@steward/domain/shared/identity-number.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { LAPSES } from './queries-roll.ts'

/** One file as rules, access and screens need it; sealed values stay sealed. */
export type FileRow = {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly sex: Sex
  readonly born_on: PlainDate
  readonly ethnic_group: string | null
  readonly education: Education | null
  readonly membership_kind: MembershipKind
  readonly category: MemberCategory
  readonly admitted_on: PlainDate
  readonly converted_on: PlainDate | null
  readonly extension_months: number
  readonly early_conversion: string
  readonly party_org_id: string
  readonly party_group_id: string | null
  readonly post: string
  readonly workplace: string
  readonly state: MemberState
  readonly state_from_on: PlainDate
  readonly identity_sealed: Buffer | null
  readonly identity_tail: string
  readonly phone_sealed: Buffer | null
  readonly phone_mask: string
  readonly address_sealed: Buffer | null
  readonly created_by: string
  readonly created_at: Date
  readonly org_path: string
  readonly org_name: string
}

const FILE = `select m.*, o.path::text as org_path, o.name as org_name
  from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  where m.county_id = $1 and m.id = $2`

/** A member's file. */
export async function findFile(tx: CountyTx, memberId: string): Promise<FileRow | undefined> {
  return (await tx.raw<FileRow>('member-file', FILE, [memberId]))[0]
}

/** The same, locked until the transaction ends. */
export async function lockFile(tx: CountyTx, memberId: string): Promise<FileRow | undefined> {
  return (await tx.raw<FileRow>('member-file-lock', `${FILE} for update of m`, [memberId]))[0]
}

type Recorded = { readonly reason: string; readonly by: string; readonly at: string }

export type Histories = {
  readonly group_name: string | null
  readonly place: readonly { readonly id: string; readonly name: string; readonly kind: OrgKind }[]
  readonly lapses: readonly Lapse[]
  readonly tags: readonly (Recorded & { readonly tag: RosterTag; readonly fromOn: PlainDate })[]
  readonly categories: readonly (Recorded & {
    readonly category: MemberCategory
    readonly fromOn: PlainDate
  })[]
  readonly affiliations: readonly (Recorded & {
    readonly orgId: string
    readonly orgName: string
    readonly groupName: string | null
    readonly fromOn: PlainDate
    readonly untilOn: PlainDate | null
  })[]
  readonly states: readonly {
    readonly from: MemberState
    readonly to: MemberState
    readonly on: PlainDate
    readonly by: string
    readonly deciderName: string
    readonly body: string
    readonly decidedOn: PlainDate | null
    readonly reason: string
    readonly proofOfService: string
  }[]
  readonly changes: readonly (Recorded & {
    readonly id: string
    readonly field: string
    readonly before: string | null
    readonly after: string | null
    readonly source: 'form' | 'import' | 'correction' | 'system-of-record'
  })[]
  readonly open_corrections: readonly {
    readonly id: string
    readonly field: string
    readonly wanted: string
    readonly answerDueOn: PlainDate
  }[]
}

const MOST_CHANGES = 100

const list = (fields: string, from: string, order: string) =>
  `coalesce((select json_agg(json_build_object(${fields}) order by ${order}) from ${from}), '[]'::json)`

const HISTORIES = `select
  (select g.name from party_org g where g.county_id = $1 and g.id = m.party_group_id) as group_name,
  ${list(`'id', a.id, 'name', a.name, 'kind', a.kind`, 'party_org a join party_org o on o.county_id = a.county_id and o.id = m.party_org_id where a.county_id = $1 and a.path @> o.path', 'nlevel(a.path)')} as place,
  ${LAPSES} as lapses,
  ${list(`'tag', t.tag, 'fromOn', t.from_on, 'reason', t.reason, 'by', t.set_by, 'at', t.set_at`, 'member_tag t where t.county_id = $1 and t.member_id = m.id and t.until_on is null', 't.from_on')} as tags,
  ${list(`'category', c.category, 'fromOn', c.from_on, 'reason', c.reason, 'by', c.recorded_by, 'at', c.recorded_at`, 'member_category c where c.county_id = $1 and c.member_id = m.id', 'c.from_on desc, c.id desc')} as categories,
  ${list(`'orgId', f.party_org_id, 'orgName', p.name, 'groupName', g.name, 'fromOn', f.from_on, 'untilOn', f.until_on, 'reason', f.reason, 'by', f.recorded_by, 'at', f.recorded_at`, 'member_affiliation f join party_org p on p.county_id = f.county_id and p.id = f.party_org_id left join party_org g on g.county_id = f.county_id and g.id = f.party_group_id where f.county_id = $1 and f.member_id = m.id', 'f.from_on desc, f.id desc')} as affiliations,
  ${list(`'from', s.from_state, 'to', s.to_state, 'on', s.begins_on, 'by', s.recorded_by, 'deciderName', s.decider_name, 'body', s.body, 'decidedOn', s.decided_on, 'reason', s.reason, 'proofOfService', s.proof_of_service`, 'member_state_change s where s.county_id = $1 and s.member_id = m.id', 's.begins_on desc, s.id desc')} as states,
  ${list(`'id', h.id, 'field', h.field, 'before', h.before, 'after', h.after, 'reason', h.reason, 'by', h.author_name, 'at', h.at, 'source', h.source`, `(select * from member_change h where h.county_id = $1 and h.member_id = m.id order by h.at desc, h.id desc limit ${MOST_CHANGES}) h`, 'h.at desc, h.id desc')} as changes,
  ${list(`'id', r.id, 'field', r.field, 'wanted', r.wanted_shown, 'answerDueOn', r.answer_due_on`, `correction_request r where r.county_id = $1 and r.member_id = m.id and r.state = 'open'`, 'r.requested_at')} as open_corrections
  from member m where m.county_id = $1 and m.id = $2`

/** All histories of a file in one statement. */
export async function getHistories(tx: CountyTx, memberId: string): Promise<Histories> {
  const [found] = await tx.raw<Histories>('member-histories', HISTORIES, [memberId])
  if (found === undefined) throw new Error(`No member ${memberId}`)
  return found
}

/** Those of the named who must get no reminder: everybody but active members (R-175). Without names: all of the county. */
export async function listSilencedMembers(tx: CountyTx, memberIds?: readonly string[]): Promise<Set<string>> {
  const rows = await tx.raw<{ id: string }>(
    'member-silenced',
    `select id from member where county_id = $1 and state <> 'active' and ($2::uuid[] is null or id = any($2))`,
    [memberIds ?? null],
  )
  return new Set(rows.map((row) => row.id))
}
