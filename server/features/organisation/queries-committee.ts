import type { CommitteePost } from '@steward/domain/organisation/committee.ts'
import type { BranchForm, OrgKind } from '@steward/domain/organisation/party-org.ts'
import {
  isTermEndingSoon,
  type TermOfOffice,
  termEndsOn,
} from '@steward/domain/organisation/term-of-office.ts'
import { addDays, addYears, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import type { BulkEntry } from './queries-bulk.ts'

export type FilledBy = 'election' | 'appointment'

export type TermRow = {
  readonly id: string
  readonly orgId: string
  readonly orgPath: string
  readonly parentPath: string | null
  readonly startedOn: PlainDate
  readonly years: number
  readonly approvedEndOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly filledBy: FilledBy
  readonly revision: number
}

/** One term, locked, with the place of its organisation. */
export async function lockTerm(tx: CountyTx, id: string): Promise<TermRow | undefined> {
  const rows = await tx.raw<TermRow>(
    'term-lock',
    `select t.id, t.party_org_id as "orgId", o.path::text as "orgPath",
       case when o.parent_id is null then null else subpath(o.path, 0, -1)::text end as "parentPath",
       t.started_on as "startedOn", t.years, t.approved_end_on as "approvedEndOn", t.ended_on as "endedOn",
       t.filled_by as "filledBy", t.revision
     from committee_term t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id
     where t.county_id = $1 and t.id = $2 for update of t`,
    [id],
  )
  return rows[0]
}

/** Lengthens or cuts short a term. */
export async function saveTermEnd(
  tx: CountyTx,
  term: { id: string; revision: number; approvedEndOn: PlainDate; document: string },
): Promise<void> {
  await tx
    .update('committee_term')
    .set({
      approved_end_on: term.approvedEndOn,
      approval_document: term.document,
      revision: term.revision + 1,
    })
    .where('id', '=', term.id)
    .execute()
}

export type CommitteeSituation = {
  readonly fullMembers: number
  readonly term: { id: string; startedOn: PlainDate; filledBy: FilledBy } | null
  readonly seats: readonly { postId: string; memberId: string; post: CommitteePost }[]
  readonly people: readonly {
    id: string
    orgId: string
    orgPath: string
    groupId: string | null
    state: string
    convertedOn: PlainDate | null
  }[]
}

/** Full members of an organisation, its open term and seats, and the people proposed. */
export async function loadCommittee(
  tx: CountyTx,
  orgId: string,
  memberIds: readonly string[],
): Promise<CommitteeSituation> {
  const [row] = await tx.raw<CommitteeSituation>(
    'committee-load',
    `select
       (select count(*)::int from member m where m.county_id = $1 and m.state = 'active' and m.membership_kind = 'full'
         and (m.party_group_id = $2 or m.party_org_id in (select b.id from party_org b where b.county_id = $1
           and b.path <@ (select path from party_org where county_id = $1 and id = $2)))) as "fullMembers",
       (select json_build_object('id', t.id, 'startedOn', t.started_on, 'filledBy', t.filled_by) from committee_term t
         where t.county_id = $1 and t.party_org_id = $2 and t.ended_on is null) as term,
       (select coalesce(json_agg(json_build_object('postId', c.id, 'memberId', c.member_id, 'post', c.post)), '[]'::json)
         from committee_post c where c.county_id = $1 and c.party_org_id = $2 and c.until_on is null) as seats,
       (select coalesce(json_agg(json_build_object('id', m.id, 'orgId', m.party_org_id, 'orgPath', o.path::text,
           'groupId', m.party_group_id, 'state', m.state, 'convertedOn', m.converted_on)), '[]'::json)
         from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
         where m.county_id = $1 and m.id = any($3)) as people`,
    [orgId, memberIds],
  )
  if (row === undefined) throw new Error('The statement answers with one row')
  return row
}

export type NewPost = {
  readonly id: string
  readonly memberId: string
  readonly post: CommitteePost
  /** Later than the term's start when the post was filled in between. */
  readonly fromOn?: PlainDate
  /** Last day held; left out while held. */
  readonly untilOn?: PlainDate
}
export type NewTerm = {
  readonly id: string
  readonly orgId: string
  readonly startedOn: PlainDate
  readonly years: number
  readonly filledBy: FilledBy
  readonly documentNumber: string
  readonly posts: readonly NewPost[]
}

/** Terms with their posts by the thousand; an open term of the same organisation ends, its posts the day before. */
export async function insertTerms(tx: CountyTx, terms: readonly NewTerm[], entry: BulkEntry): Promise<void> {
  const places = [terms.map(({ orgId }) => orgId), terms.map(({ startedOn }) => startedOn)]
  await tx.raw(
    'terms-end',
    `with posts as (
       update committee_post c set until_on = greatest(t.started_on - 1, c.from_on - 1), end_reason = '换届'
       from unnest($2::uuid[], $3::date[]) as t (org, started_on)
       where c.county_id = $1 and c.party_org_id = t.org and c.until_on is null and c.post <> 'groupLeader'
     )
     update committee_term e set ended_on = t.started_on, revision = e.revision + 1
     from unnest($2::uuid[], $3::date[]) as t (org, started_on)
     where e.county_id = $1 and e.party_org_id = t.org and e.ended_on is null`,
    places,
  )
  await tx.raw(
    'terms-insert',
    `insert into committee_term (county_id, id, party_org_id, started_on, years, filled_by, document_number, author_name, account_id, recorded_at)
     select $1, t.*, $8, $9, $10 from unnest($2::uuid[], $3::uuid[], $4::date[], $5::integer[], $6::text[], $7::text[]) as t`,
    [
      terms.map(({ id }) => id),
      ...places,
      terms.map(({ years }) => years),
      terms.map(({ filledBy }) => filledBy),
      terms.map(({ documentNumber }) => documentNumber),
      entry.by,
      entry.accountId,
      entry.at,
    ],
  )
  await insertPosts(
    tx,
    terms.flatMap((term) =>
      term.posts.map((post) => ({
        ...post,
        orgId: term.orgId,
        termId: term.id,
        fromOn: post.fromOn ?? term.startedOn,
        filledBy: term.filledBy,
        documentNumber: term.documentNumber,
      })),
    ),
  )
}

export type PostRow = Omit<NewPost, 'post'> & {
  readonly post: CommitteePost | 'groupLeader'
  readonly orgId: string
  readonly termId: string | null
  readonly fromOn: PlainDate
  readonly filledBy: FilledBy
  readonly documentNumber: string
}

export async function insertPosts(tx: CountyTx, posts: readonly PostRow[]): Promise<void> {
  await tx.raw(
    'posts-insert',
    `insert into committee_post (county_id, id, party_org_id, term_id, member_id, post, from_on, until_on, filled_by, document_number)
     select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[], $9::text[], $10::text[]) as t`,
    [
      posts.map(({ id }) => id),
      posts.map(({ orgId }) => orgId),
      posts.map(({ termId }) => termId),
      posts.map(({ memberId }) => memberId),
      posts.map(({ post }) => post),
      posts.map(({ fromOn }) => fromOn),
      posts.map(({ untilOn }) => untilOn ?? null),
      posts.map(({ filledBy }) => filledBy),
      posts.map(({ documentNumber }) => documentNumber),
    ],
  )
}

export type HeldPost = {
  readonly id: string
  readonly orgPath: string
  readonly memberId: string
  readonly post: CommitteePost | 'groupLeader'
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** One post, locked. */
export async function lockPost(tx: CountyTx, id: string): Promise<HeldPost | undefined> {
  const rows = await tx.raw<HeldPost>(
    'post-lock',
    `select c.id, o.path::text as "orgPath", c.member_id as "memberId", c.post, c.from_on as "fromOn", c.until_on as "untilOn"
     from committee_post c join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
     where c.county_id = $1 and c.id = $2 for update of c`,
    [id],
  )
  return rows[0]
}

/** Ends posts; `until` is the last day they are held. */
export async function endPosts(
  tx: CountyTx,
  ids: readonly string[],
  until: PlainDate,
  reason: string,
): Promise<void> {
  await tx.raw(
    'posts-end',
    `update committee_post set until_on = greatest($3::date, from_on - 1), end_reason = $4
     where county_id = $1 and id = any($2) and until_on is null`,
    [ids, until, reason],
  )
}

/** Ends all posts of people who leave an organisation, the roll or the county; the door for the members feature. */
export async function endPostsOfMembers(
  tx: CountyTx,
  memberIds: readonly string[],
  until: PlainDate,
  reason: string,
  orgIds: readonly string[] | 'everywhere' = 'everywhere',
): Promise<void> {
  await tx.raw(
    'posts-of-members-end',
    `update committee_post set until_on = greatest($3::date, from_on - 1), end_reason = $4
     where county_id = $1 and member_id = any($2) and until_on is null and ($5::uuid[] is null or party_org_id = any($5))`,
    [memberIds, until, reason, orgIds === 'everywhere' ? null : orgIds],
  )
}

export type EndingTerm = {
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly term: TermOfOffice
  readonly endsOn: PlainDate
  readonly secretaryId: string | null
}

/** Open terms that end on or before a day, the earliest first; for reminders of re-elections. */
export async function listTermsEnding(tx: CountyTx, until: PlainDate): Promise<EndingTerm[]> {
  type Row = Omit<EndingTerm, 'term' | 'endsOn'> & {
    startedOn: PlainDate
    years: number
    approvedEnd: PlainDate | null
  }
  const rows = await tx.raw<Row>(
    'terms-ending',
    `select o.id as "orgId", o.name as "orgName", o.path::text as "orgPath", o.kind, o.form,
       t.started_on as "startedOn", t.years, t.approved_end_on as "approvedEnd",
       (select c.member_id from committee_post c where c.county_id = $1 and c.party_org_id = o.id
         and c.post = 'secretary' and c.until_on is null) as "secretaryId"
     from committee_term t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id
     where t.county_id = $1 and t.ended_on is null and o.dissolved_on is null and o.form is distinct from 'temporary'
       and coalesce(t.approved_end_on, t.started_on + make_interval(years => t.years)) <= $2::date
     order by coalesce(t.approved_end_on, t.started_on + make_interval(years => t.years)), o.number`,
    [addDays(until, 1)],
  )
  return rows
    .map(({ startedOn, years, approvedEnd, ...row }) => {
      const term = { startedOn, years, approvedEnd }
      return { ...row, term, endsOn: termEndsOn(term) }
    })
    .filter(({ endsOn }) => endsOn <= until)
}

/** Of those, the ones whose reminders have begun today. */
export async function listTermsEndingSoon(tx: CountyTx, today: PlainDate): Promise<EndingTerm[]> {
  const ending = await listTermsEnding(tx, addYears(today, 1))
  return ending.filter(({ term }) => isTermEndingSoon(term, today))
}

export type Vacancy = {
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  /** First day without a secretary. */
  readonly since: PlainDate
}

/** Organisations without a secretary, for the monthly reminder; groups have leaders instead. */
export async function listVacancies(tx: CountyTx, today: PlainDate): Promise<Vacancy[]> {
  return await tx.raw<Vacancy>(
    'vacancies',
    `select o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
       coalesce((select max(c.until_on) + 1 from committee_post c where c.county_id = $1 and c.party_org_id = o.id
         and c.post = 'secretary'), o.founded_on) as since
     from party_org o where o.county_id = $1 and o.dissolved_on is null and o.kind <> 'partyGroup'
       and not exists (select 1 from committee_post c where c.county_id = $1 and c.party_org_id = o.id
         and c.post = 'secretary' and c.from_on <= $2 and (c.until_on is null or c.until_on >= $2))
     order by since, o.number`,
    [today],
  )
}
