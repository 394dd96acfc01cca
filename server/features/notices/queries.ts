import { randomBytes } from 'node:crypto'
import { rolesHolding } from '@steward/domain/access/roles.ts'
import {
  changeNotice,
  draftNotice,
  dropNotice,
  interruptNotice,
  type Notice,
  type NoticeDraft,
  type DraftRefusal,
  type ObjectionRoute,
} from '@steward/domain/notices/notice.ts'
import {
  type ObjectionStage,
  type ObjectionSubject,
  objectionAnswerDays,
  type RaiseRefusal,
  raiseObjection,
  toObjectionCode,
} from '@steward/domain/notices/objection.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { findOrg } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { insertMove, insertSheet } from './queries-move.ts'
import {
  findNoticeMadeFrom,
  insertNotices,
  insertRows,
  type KeptNotice,
  type ListColumn,
  type ListRow,
  lockNotice,
  type NoticeSourceKind,
  removeRows,
  saveNotice,
} from './queries-notice.ts'
import {
  findStageOrg,
  hasOpenObjection,
  insertObjection,
  insertStep,
  type KeptObjection,
  lockSubject,
} from './queries-objection.ts'

/** A notice another feature drafts, with its list and what that was made from. */
export type NewNotice = Omit<NoticeDraft, 'id' | 'draftedBy'> & {
  readonly contactHours: string
  readonly paperPlace: string
  readonly columns: readonly ListColumn[]
  readonly listNote: string
  readonly rows: readonly ListRow[]
  readonly source: { readonly kind: NoticeSourceKind; readonly id: string }
  /** Root of the ledger as printed, or empty. */
  readonly root: string
}

/** Minutes a thing to do usually takes. */
const MINUTES = { check: 5, post: 3, settle: 3, assign: 2 }

/** A code that opens a page or an answer without an account. */
export function newCode(): string {
  return toObjectionCode(randomBytes(10))
}

/** Drafts a notice with its list inside the caller's transaction; the caller has asked for access. */
export async function draftNoticeFor(
  context: Context,
  made: NewNotice,
): Promise<Decision<KeptNotice, DraftRefusal>> {
  const { tx, actor, now } = context
  const { contactHours, paperPlace, columns, listNote, rows, source, root, ...draft } = made
  const org = (await findOrg(tx, draft.orgId)) ?? problem('not-found')
  const draftedBy = actor.accountId ?? problem('forbidden')
  const decision = draftNotice({ ...draft, id: context.newId(), draftedBy })
  if (!decision.ok) return decision
  const kept: KeptNotice = {
    notice: decision.value,
    orgName: org.name,
    orgPath: org.path,
    code: newCode(),
    ...{ contactHours, paperPlace, columns, listNote, source, root },
    draftedByName: actor.name,
    accuracyByName: null,
    privacyByName: null,
    approvedByName: null,
    settledOn: null,
    revision: 1,
  }
  await insertNotices(tx, [{ ...kept, draftedAt: now }])
  await insertRows(tx, [{ noticeId: kept.notice.id, rows }])
  await insertMove(context, kept.notice.id, 'draft')
  await openNoticeThing(context, kept, 'check')
  return agree(kept)
}

/** The notice made from a source, the newest where one was dropped. */
export async function findNoticeOfSource(
  tx: CountyTx,
  kind: NoticeSourceKind,
  sourceId: string,
): Promise<KeptNotice | undefined> {
  return await findNoticeMadeFrom(tx, kind, sourceId)
}

/**
 * Takes a notice down because what it says was wrong or is withdrawn; what hung is kept. With `list` the corrected
 * one takes its place, to be checked and posted again for its whole term.
 */
export async function interruptNoticeFor(
  context: Context,
  noticeId: string,
  reason: string,
  list?: { readonly rows: readonly ListRow[]; readonly root: string; readonly body?: string },
): Promise<Decision<KeptNotice, 'notice-wrong-state' | 'notice-needs-reason'>> {
  const { tx, today } = context
  const kept = (await lockNotice(tx, noticeId)) ?? problem('not-found')
  const decision = interruptNotice(kept.notice, reason)
  if (!decision.ok) return decision
  await insertSheet(tx, kept, { on: today, reason: reason.trim() })
  const notice: Notice = { ...decision.value, body: list?.body ?? kept.notice.body }
  const down: KeptNotice = { ...kept, notice, root: list?.root ?? kept.root }
  if (list !== undefined) {
    await removeRows(tx, noticeId)
    await insertRows(tx, [{ noticeId, rows: list.rows }])
  }
  const revision = await saveNotice(tx, down)
  await insertMove(context, noticeId, list === undefined ? 'interrupt' : 'reissue', reason.trim())
  if (kept.notice.state === 'ended') await closeNoticeThings(context, noticeId, ['settle'])
  await openNoticeThing(context, down, 'check')
  return agree({ ...down, revision })
}

/**
 * Drops a notice that was made from something which is worked over again; one that hangs is taken down first. What hung
 * stays in the archive. Ended or settled ones stay as they are.
 */
export async function dropNoticeFor(
  context: Context,
  noticeId: string,
  reason: string,
): Promise<Decision<null, 'notice-wrong-state' | 'notice-needs-reason'>> {
  const { tx } = context
  let kept = (await lockNotice(tx, noticeId)) ?? problem('not-found')
  if (kept.notice.state === 'dropped') return agree(null)
  if (kept.notice.state === 'posted' || kept.notice.state === 'ended') {
    const down = await interruptNoticeFor(context, noticeId, reason)
    if (!down.ok) return down
    kept = down.value
  }
  const decision = dropNotice(kept.notice, reason)
  if (!decision.ok) return refuse('notice-wrong-state', { state: kept.notice.state })
  await saveNotice(tx, { ...kept, notice: decision.value })
  await insertMove(context, noticeId, 'drop', reason.trim())
  await closeNoticeThings(context, noticeId, ['check', 'post'])
  return agree(null)
}

/**
 * Puts another list in place of that of a notice which does not hang: what it was made from was corrected before it was posted
 * . What was checked is checked anew.
 */
export async function relistNoticeFor(
  context: Context,
  noticeId: string,
  list: { readonly rows: readonly ListRow[]; readonly root: string },
): Promise<Decision<KeptNotice, 'notice-wrong-state'>> {
  const { tx } = context
  const kept = (await lockNotice(tx, noticeId)) ?? problem('not-found')
  const decision = changeNotice(kept.notice, kept.notice)
  if (!decision.ok) return refuse('notice-wrong-state', { state: kept.notice.state })
  const relisted: KeptNotice = { ...kept, notice: decision.value, root: list.root }
  await removeRows(tx, noticeId)
  await insertRows(tx, [{ noticeId, rows: list.rows }])
  const revision = await saveNotice(tx, relisted)
  await insertMove(context, noticeId, 'reissue')
  await openNoticeThing(context, relisted, 'check')
  return agree({ ...relisted, revision })
}

/** Asks the organisation of a notice for its next step. */
export async function openNoticeThing(
  context: Context,
  kept: KeptNotice,
  step: 'check' | 'post' | 'settle',
): Promise<void> {
  const { tx, actor, now } = context
  const { id, title, scope, draftedBy } = kept.notice
  // Beyond the branch its writer does not post it: where the branch has nobody else, the committee above is asked.
  const orgId =
    step === 'post' && scope !== 'branch'
      ? await findApprovingOrg(context, kept.notice.orgId, draftedBy)
      : kept.notice.orgId
  await openThing(tx, {
    id: context.newId(),
    key: `notice-${step}-${id}`,
    kind: `notice.${step}`,
    to: { permission: 'notice.attend' },
    orgId,
    facts: { title },
    dueOn: null,
    minutes: MINUTES[step],
    askedBy: actor.kind === 'account' ? actor.name : '',
    subjectId: id,
    openedAt: now,
  })
}

async function findApprovingOrg({ tx, today }: Context, orgId: string, draftedBy: string): Promise<string> {
  const rows = await tx.raw<{ id: string }>(
    'notice-approving-org',
    `select case when o.parent_id is null or exists (select 1 from role_grant g join account a on a.county_id = g.county_id
         and a.id = g.account_id and a.state = 'active' where g.county_id = o.county_id and g.party_org_id = o.id
         and g.role = any($3) and g.account_id <> $4 and g.revoked_at is null and g.from_on <= $5
         and (g.until_on is null or g.until_on >= $5)) then o.id else o.parent_id end as id
     from party_org o where o.county_id = $1 and o.id = $2`,
    [orgId, rolesHolding('notice.approve'), draftedBy, today],
  )
  return rows[0]?.id ?? orgId
}

/** Closes what was asked for a notice. */
export async function closeNoticeThings(
  { tx, actor, now }: Context,
  noticeId: string,
  steps: readonly ('check' | 'post' | 'settle')[],
): Promise<void> {
  for (const step of steps) await closeThing(tx, `notice-${step}-${noticeId}`, actor, now)
}

/** What a feature knows of a thing that can be objected to. */
export type SubjectFacts = {
  readonly partyOrgId: string
  readonly orgPath: string
  readonly concernedMemberIds: readonly string[]
  /** Accounts that decided it: none of them decides the objection. */
  readonly firstDeciders: readonly string[]
  /** Last day of the notice, or the day the member was told; the window begins there. */
  readonly knownSince: PlainDate
  /** Notice it stands on, where there is one. */
  readonly noticeId?: string | null
  readonly rowNo?: number | null
  /** Where it is answered first, where that is not the branch itself. */
  readonly firstStage?: ObjectionStage
}

export type NewObjection = {
  readonly subject: ObjectionSubject
  readonly facts: SubjectFacts
  readonly route: ObjectionRoute
  readonly raisedByMemberId: string | null
  readonly raisedName: string
  readonly text: string
  /** Wrote it down for somebody else. */
  readonly takenBy: { readonly accountId: string; readonly name: string } | null
  /** The sender's key, where no receipt remembers it. */
  readonly requestKey: string | null
}

/** Takes in an objection inside the caller's transaction; the caller has asked for access and found the subject. */
export async function raiseObjectionOn(
  context: Context,
  raised: NewObjection,
): Promise<Decision<KeptObjection, RaiseRefusal>> {
  const { tx, now, today } = context
  const { subject, facts, route, raisedByMemberId, text, takenBy } = raised
  await lockSubject(tx, subject)
  const { calendar } = await workingDaysAfter(tx, today, objectionAnswerDays)
  const decision = raiseObjection(
    {
      id: context.newId(),
      code: newCode(),
      subject,
      route,
      raisedByMemberId,
      text,
      firstDeciders: facts.firstDeciders,
      firstStage: facts.firstStage,
    },
    {
      knownSince: facts.knownSince,
      sameMemberHasOpen: await hasOpenObjection(tx, subject, raisedByMemberId),
      calendar,
      today,
    },
  )
  if (!decision.ok) return decision
  const { stage } = decision.value
  const org = (await findStageOrg(tx, facts.orgPath, 'branch')) ?? problem('not-found')
  const at = stage === 'branch' ? org : ((await findStageOrg(tx, facts.orgPath, stage)) ?? org)
  const kept: KeptObjection = {
    objection: decision.value,
    noticeId: facts.noticeId ?? null,
    rowNo: facts.rowNo ?? null,
    orgId: org.id,
    orgName: org.name,
    orgPath: org.path,
    stageOrgId: at.id,
    stageOrgName: at.name,
    stageOrgPath: at.path,
    raisedName: raised.raisedName,
    takenBy: takenBy?.name ?? '',
    takenByAccountId: takenBy?.accountId ?? null,
    firstText: decision.value.text,
    handlerName: null,
    concernedMemberIds: facts.concernedMemberIds,
    about: '',
    revision: 1,
  }
  const { requestKey } = raised
  await insertObjection(tx, kept, { at: now, requestKey })
  await insertStep(tx, context.newId(), kept.objection.id, {
    ...{ step: 'raise', stage, words: decision.value.text, by: '', accountId: null, at: now },
  })
  await openAssignThing(context, kept)
  return agree(kept)
}

/** Asks the organisation that answers at this stage to give it to somebody. Never says who objected. */
export async function openAssignThing(context: Context, kept: KeptObjection): Promise<void> {
  const { objection } = kept
  await openThing(context.tx, {
    id: context.newId(),
    key: `objection-assign-${objection.id}`,
    kind: 'objection.assign',
    to: { permission: 'notice.attend' },
    orgId: kept.stageOrgId,
    facts: { org: kept.orgName },
    dueOn: objection.dueOn,
    minutes: MINUTES.assign,
    askedBy: '',
    subjectId: objection.id,
    openedAt: context.now,
  })
}

/** Those among things that are in dispute: left out of anything adverse until decided. */
export async function loadDisputed(
  tx: CountyTx,
  kind: ObjectionSubject['kind'],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.raw<{ id: string }>(
    'objection-disputed',
    `select distinct j.subject_id as id from objection j where j.county_id = $1 and j.subject_kind = $2
       and j.subject_id = any($3::text[]) and j.state in ('received', 'assigned')`,
    [kind, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Open objections that belong to a notice, and those nobody has been given. */
export async function countObjectionsOf(
  tx: CountyTx,
  noticeId: string,
): Promise<{ open: number; withoutHandler: number }> {
  const [row] = await tx.raw<{ open: number; withoutHandler: number }>(
    'objection-count',
    `select count(*)::int as open, (count(*) filter (where j.state = 'received'))::int as "withoutHandler"
     from objection j where j.county_id = $1 and j.notice_id = $2 and j.state in ('received', 'assigned')`,
    [noticeId],
  )
  return row ?? { open: 0, withoutHandler: 0 }
}

/** Notices whose list was made from any of these facts: sheets a correction issues again. */
export async function findNoticesUsing(
  tx: CountyTx,
  usedIds: readonly string[],
): Promise<{ noticeId: string; state: Notice['state']; sourceKind: NoticeSourceKind; sourceId: string }[]> {
  return await tx.raw(
    'notices-using',
    `select n.id as "noticeId", n.state, n.source_kind as "sourceKind", n.source_id as "sourceId" from notice n
     where n.county_id = $1 and n.id in (select r.notice_id from notice_row r where r.county_id = $1
       and r.used_ids && $2::text[]) order by n.id`,
    [usedIds],
  )
}
