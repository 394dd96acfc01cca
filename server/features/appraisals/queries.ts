import type { AppraisalFacts, AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** An appraisal as kept, with its branch. */
export type Appraisal = {
  readonly id: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly year: number
  readonly stage: AppraisalStage
  readonly basisBody: string
  readonly basisNumber: string
  readonly basisOn: PlainDate | null
  readonly withLifeMeeting: boolean
  readonly inGroups: boolean
  readonly assemblyOn: PlainDate | null
  readonly shouldAttend: number | null
  readonly present: number | null
  readonly assemblyChair: string
  readonly noticeId: string | null
  readonly edition: number
  readonly signedOn: PlainDate | null
  readonly revision: number
}

const COLUMNS = `a.id, a.party_org_id as "orgId", o.name as "orgName", o.path::text as "orgPath", a.year, a.stage,
  a.basis_body as "basisBody", a.basis_number as "basisNumber", a.basis_on as "basisOn",
  a.with_life_meeting as "withLifeMeeting", a.in_groups as "inGroups", a.assembly_on as "assemblyOn",
  a.should_attend as "shouldAttend", a.present, a.assembly_chair as "assemblyChair", a.notice_id as "noticeId",
  a.edition, a.signed_on as "signedOn", a.revision`
const FROM = `from appraisal a join party_org o on o.county_id = a.county_id and o.id = a.party_org_id`

export async function findAppraisal(tx: CountyTx, id: string): Promise<Appraisal | undefined> {
  const rows = await tx.raw<Appraisal>(
    'appraisal-find',
    `select ${COLUMNS} ${FROM} where a.county_id = $1 and a.id = $2`,
    [id],
  )
  return rows[0]
}

/** The same, locked: whatever moves or counts an appraisal goes one after the other. */
export async function lockAppraisal(tx: CountyTx, id: string): Promise<Appraisal | undefined> {
  const rows = await tx.raw<Appraisal>(
    'appraisal-lock',
    `select ${COLUMNS} ${FROM} where a.county_id = $1 and a.id = $2 for update of a`,
    [id],
  )
  return rows[0]
}

export async function findAppraisalOf(
  tx: CountyTx,
  orgId: string,
  year: number | null,
): Promise<Appraisal | undefined> {
  const rows = await tx.raw<Appraisal>(
    'appraisal-of',
    `select ${COLUMNS} ${FROM} where a.county_id = $1 and a.party_org_id = $2 and ($3::int is null or a.year = $3)
     order by a.year desc limit 1`,
    [orgId, year],
  )
  return rows[0]
}

/** Begins one; answers false where the branch has one of that year. */
export async function insertAppraisal(
  { tx, actor, now }: Context,
  of: { readonly id: string; readonly orgId: string; readonly year: number },
): Promise<boolean> {
  const rows = await tx
    .insert('appraisal', {
      id: of.id,
      party_org_id: of.orgId,
      year: of.year,
      stage: 'basis',
      opened_by: actor.name,
      opened_by_account_id: actor.accountId,
      opened_at: now,
    })
    .onConflict((on) => on.columns(['county_id', 'party_org_id', 'year']).doNothing())
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Writes an appraisal back; answers with the new revision. */
export async function saveAppraisal(tx: CountyTx, of: Appraisal): Promise<number> {
  await tx
    .update('appraisal')
    .set({
      stage: of.stage,
      basis_body: of.basisBody,
      basis_number: of.basisNumber,
      basis_on: of.basisOn,
      with_life_meeting: of.withLifeMeeting,
      in_groups: of.inGroups,
      assembly_on: of.assemblyOn,
      should_attend: of.shouldAttend,
      present: of.present,
      assembly_chair: of.assemblyChair,
      notice_id: of.noticeId,
      edition: of.edition,
      signed_on: of.signedOn,
      revision: of.revision + 1,
    })
    .where('id', '=', of.id)
    .execute()
  return of.revision + 1
}

export type AppraisalMove =
  | 'open'
  | 'goOn'
  | 'goBack'
  | 'place'
  | 'assembly'
  | 'openBox'
  | 'countPaper'
  | 'closeBox'
  | 'meeting'
  | 'settle'
  | 'sign'
  | 'notice'
  | 'tell'
  | 'confirm'
  | 'answer'
  | 'appeal'
  | 'correct'

/** Writes down what was done. Casting a ballot is never among it (R-184). */
export async function insertMove(
  { tx, actor, now, newId }: Context,
  appraisalId: string,
  move: AppraisalMove,
  words = '',
  memberId: string | null = null,
): Promise<void> {
  await tx
    .insert('appraisal_move', {
      id: newId(),
      appraisal_id: appraisalId,
      move,
      member_id: memberId,
      words,
      by_name: actor.name,
      account_id: actor.accountId,
      moved_at: now,
    })
    .execute()
}

export type MoveRow = {
  readonly move: string
  readonly words: string
  readonly by: string
  readonly at: Date
}

/** What happened to the event as a whole, newest first. */
export async function listMoves(tx: CountyTx, appraisalId: string): Promise<MoveRow[]> {
  return await tx.raw<MoveRow>(
    'appraisal-moves',
    `select m.move, m.words, m.by_name as by, m.moved_at as at from appraisal_move m
     where m.county_id = $1 and m.appraisal_id = $2 and m.member_id is null order by m.moved_at desc, m.id desc limit 100`,
    [appraisalId],
  )
}

type FactRow = {
  membersWithoutPlace: number
  reportsMissing: number
  reportsUnchecked: number
  selfMissing: number
  peersMissing: number
  boxesOpen: number
  boxesThere: number
  membersWithoutGrade: number
  noticeState: string | null
  noticePostedOn: PlainDate | null
  noticeEndsOn: PlainDate | null
  objectionsOpen: number
  feedbackRunning: number
  appealsOpen: number
  problemsWithoutItem: number
  reportsOwed: number
  reportsChecked: number
  feedbacks: number
  told: number
  problems: number
  mended: number
  branchMembers: number
  fullMembers: number
  graded: number
  withoutGrade: number
  notTakingPart: number
  boxes: BoxHead[]
}
export type BoxHead = {
  readonly id: string
  readonly paper: 'members' | 'masses'
  readonly state: 'open' | 'closed'
  readonly voters: number
  readonly cast: number
  readonly seal: string | null
}

const ROLL = `from appraisal_roll r where r.county_id = a.county_id and r.appraisal_id = a.id`
const on = (what: string) => `(select count(*)::int ${ROLL} and ${what})`
const MEMBERS = `from member m where m.county_id = a.county_id and m.party_org_id = a.party_org_id and m.state in ('active', 'suspended')`
const isOpen = `j.state in ('received', 'assigned')`

/** All that stands in the way at any stage, counted in one statement. */
export async function loadFacts(tx: CountyTx, of: Appraisal, today: PlainDate) {
  const [row] = await tx.raw<FactRow>(
    'appraisal-facts',
    `select
      (select count(*)::int ${MEMBERS} and not exists (select 1 ${ROLL} and r.member_id = m.id)) as "membersWithoutPlace",
      ${on(`r.owes_report and not exists (select 1 from duty_report d where d.county_id = r.county_id
        and d.appraisal_id = r.appraisal_id and d.member_id = r.member_id and d.state <> 'drafted')`)} as "reportsMissing",
      (select count(*)::int from duty_report d where d.county_id = a.county_id and d.appraisal_id = a.id
        and d.state in ('submitted', 'questioned')) as "reportsUnchecked",
      ${on(`r.place = 'graded' and not exists (select 1 from self_appraisal s where s.county_id = r.county_id
        and s.appraisal_id = r.appraisal_id and s.member_id = r.member_id)`)} as "selfMissing",
      ${on(`r.place = 'graded' and not exists (select 1 from peer_word w where w.county_id = r.county_id
        and w.appraisal_id = r.appraisal_id and w.about_member_id = r.member_id)`)} as "peersMissing",
      (select count(*)::int from ballot_box b where b.county_id = a.county_id and b.appraisal_id = a.id and b.state = 'open') as "boxesOpen",
      (select count(*)::int from ballot_box b where b.county_id = a.county_id and b.appraisal_id = a.id) as "boxesThere",
      ${on(`r.place = 'graded' and not exists (select 1 from settled_grade g where g.county_id = r.county_id
        and g.appraisal_id = r.appraisal_id and g.member_id = r.member_id)`)} as "membersWithoutGrade",
      n.state as "noticeState", n.posted_on as "noticePostedOn", n.ends_on as "noticeEndsOn",
      (select count(*)::int from objection j where j.county_id = a.county_id and j.notice_id = a.notice_id and ${isOpen}) as "objectionsOpen",
      (select count(*)::int from grade_feedback f where f.county_id = a.county_id and f.appraisal_id = a.id
        and (f.state = 'toTell' or (f.state = 'told' and $3 <= f.answer_until_on)
          or (f.state <> 'appealed' and $3 <= f.appeal_until_on))) as "feedbackRunning",
      (select count(*)::int from objection j where j.county_id = a.county_id and j.subject_kind = 'grade' and ${isOpen}
        and j.subject_id in (select f.id::text from grade_feedback f where f.county_id = a.county_id and f.appraisal_id = a.id)) as "appealsOpen",
      (select count(*)::int from appraisal_problem p where p.county_id = a.county_id and p.appraisal_id = a.id
        and not exists (select 1 from rectification_item i where i.county_id = p.county_id and i.problem_id = p.id)) as "problemsWithoutItem",
      ${on(`r.owes_report`)} as "reportsOwed",
      ${on(`r.owes_report and exists (select 1 from duty_report d where d.county_id = r.county_id
        and d.appraisal_id = r.appraisal_id and d.member_id = r.member_id and d.state = 'checked')`)} as "reportsChecked",
      (select count(*)::int from grade_feedback f where f.county_id = a.county_id and f.appraisal_id = a.id) as feedbacks,
      (select count(*)::int from grade_feedback f where f.county_id = a.county_id and f.appraisal_id = a.id and f.state <> 'toTell') as told,
      (select count(*)::int from appraisal_problem p where p.county_id = a.county_id and p.appraisal_id = a.id) as problems,
      (select count(*)::int from appraisal_problem p join rectification_item i on i.county_id = p.county_id and i.problem_id = p.id
        where p.county_id = a.county_id and p.appraisal_id = a.id and i.state = 'confirmed') as mended,
      (select count(*)::int ${MEMBERS}) as "branchMembers",
      (select count(*)::int ${MEMBERS} and m.membership_kind = 'full') as "fullMembers",
      ${on(`r.place = 'graded'`)} as graded, ${on(`r.place = 'withoutGrade'`)} as "withoutGrade",
      ${on(`r.place in ('exempt', 'atHost')`)} as "notTakingPart",
      coalesce((select json_agg(json_build_object('id', b.id, 'paper', b.paper, 'state', b.state, 'seal', b.seal,
          'voters', (select count(*) from ballot_voter v where v.county_id = b.county_id and v.box_id = b.id),
          'cast', (select count(*) from ballot_receipt c where c.county_id = b.county_id and c.box_id = b.id)
            + coalesce((select p.cast_count from paper_count p where p.county_id = b.county_id and p.box_id = b.id), 0))
          order by b.paper desc)
        from ballot_box b where b.county_id = a.county_id and b.appraisal_id = a.id), '[]') as boxes
     from appraisal a left join notice n on n.county_id = a.county_id and n.id = a.notice_id
     where a.county_id = $1 and a.id = $2`,
    [of.id, today],
  )
  if (row === undefined) throw new Error('The appraisal is there')
  const facts: AppraisalFacts = {
    ...row,
    basisOn: of.basisOn,
    assembly:
      of.shouldAttend === null || of.present === null
        ? null
        : { shouldAttend: of.shouldAttend, present: of.present },
    // Both are needed (R-188): a box that was never opened stands in the way like an open one.
    boxesOpen: row.boxesOpen + (2 - row.boxesThere),
    // What does not add up is refused when a box closes.
    boxesNotAddingUp: 0,
    signed: of.signedOn !== null,
    noticeInterrupted: row.noticeState === 'interrupted',
  }
  return { facts, row }
}

export type ListRow = {
  readonly orgId: string
  readonly orgName: string
  readonly above: string
  readonly appraisalId: string | null
  readonly stage: AppraisalStage | null
  readonly graded: number
  readonly changedAt: Date | null
}

/** Branches in reach with the appraisal of a year; `reach` is a condition over `o` whose values begin at $7. */
export async function listBranches(
  tx: CountyTx,
  wanted: { year: number; orgId: string | null; show: string; offset: number; limit: number },
  reach: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
): Promise<(ListRow & { total: number; notOpened: number; running: number; closed: number; all: number })[]> {
  return await tx.raw(
    reach.name,
    `with branch as (select o.id, o.name, o.path, o.parent_id, a.id as appraisal_id, a.stage from party_org o
       left join appraisal a on a.county_id = o.county_id and a.party_org_id = o.id and a.year = $2
       where o.county_id = $1 and o.kind = 'branch' and (o.dissolved_on is null or a.id is not null)
         and ($3::uuid is null or o.path <@ (select t.path from party_org t where t.county_id = $1 and t.id = $3)) and ${reach.text}),
     counted as (select count(*)::int as all, (count(*) filter (where stage is null))::int as "notOpened",
       (count(*) filter (where stage <> 'closed'))::int as running, (count(*) filter (where stage = 'closed'))::int as closed from branch),
     shown as (select *, (count(*) over ())::int as total from branch where case $4 when 'notOpened' then stage is null
       when 'running' then stage <> 'closed' when 'closed' then stage = 'closed' else true end order by path offset $5 limit $6)
     select s.id as "orgId", s.name as "orgName", coalesce(u.name, '') as above, s.appraisal_id as "appraisalId", s.stage,
       (select count(*)::int from appraisal_roll r where r.county_id = $1 and r.appraisal_id = s.appraisal_id and r.place = 'graded') as graded,
       (select max(m.moved_at) from appraisal_move m where m.county_id = $1 and m.appraisal_id = s.appraisal_id) as "changedAt",
       coalesce(s.total, 0) as total, c.* from counted c left join shown s on true
       left join party_org u on u.county_id = $1 and u.id = s.parent_id order by s.path`,
    [wanted.year, wanted.orgId, wanted.show, wanted.offset, wanted.limit, ...reach.values],
  )
}
