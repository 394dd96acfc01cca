import { knownSince } from '@steward/domain/points/objection-window.ts'
import { printRoot } from '@steward/domain/points/receipt.ts'
import { toCreditRules } from '@steward/domain/schemes/scheme.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import {
  plainDate,
  type PlainDate,
  type PlainMonth,
  toPlainDate,
  yearOf,
} from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import type { MonthState } from '@steward/domain/points/month.ts'
import {
  draftNoticeFor,
  findNoticesUsing,
  interruptNoticeFor,
  relistNoticeFor,
  type SubjectFacts,
} from '#features/notices/queries.ts'
import type { SubjectDoor } from '#features/notices/queries-door.ts'
import { findNotice } from '#features/notices/queries-notice.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { findEntry } from './queries-ledger.ts'
import { listNoticeRows, readMonthSource, toNoticeRows } from './queries-month-notice.ts'
import { postCorrection, postReversal } from './queries-posting.ts'
import { sealLedger } from './queries-seal.ts'
import { listMonthTable, reissueStatement } from './queries-statement.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Where the days to object have not begun: the month has not been shown. */
const NOT_BEGUN = plainDate('2900-01-01')

type SubjectRow = {
  readonly orgId: string
  readonly orgPath: string
  readonly memberId: string
  readonly authorId: string
  readonly reviewerId: string | null
  readonly postedAt: Date
  readonly monthState: MonthState
  readonly noticeId: string | null
  readonly endsOn: PlainDate | null
  readonly rowNo: number | null
}

/** A line as what is objected to; one that was taken back, or takes one back, is answered already. */
async function findSubject(tx: CountyTx, entryId: string): Promise<SubjectFacts | undefined> {
  if (!UUID.test(entryId)) return undefined
  const [row] = await tx.raw<SubjectRow>(
    'points-subject',
    `select e.party_org_id as "orgId", o.path::text as "orgPath", e.member_id as "memberId", e.author_id as "authorId",
       e.reviewer_id as "reviewerId", e.posted_at as "postedAt", coalesce(p.state, 'open') as "monthState", n.id as "noticeId",
       case when n.state in ('posted', 'ended', 'settled') then n.ends_on end as "endsOn",
       (select r.row_no from notice_row r where r.county_id = $1 and r.notice_id = n.id and r.member_id = e.member_id limit 1)
         as "rowNo"
     from ledger_entry e join party_org o on o.county_id = e.county_id and o.id = e.party_org_id
     left join points_month p on p.county_id = e.county_id and p.party_org_id = e.party_org_id and p.month = e.statement_month
     left join notice n on n.county_id = p.county_id and n.id = p.notice_id and n.postings > 0
     where e.county_id = $1 and e.id = $2 and e.kind <> 'reversal' and not exists (select 1 from ledger_entry r
       where r.county_id = $1 and r.refers_to = e.id and r.kind = 'reversal')`,
    [entryId],
  )
  if (row === undefined) return undefined
  const line = { postedOn: toPlainDate(row.postedAt), monthState: row.monthState, noticeEndsOn: row.endsOn }
  return {
    partyOrgId: row.orgId,
    orgPath: row.orgPath,
    concernedMemberIds: [row.memberId],
    firstDeciders: [row.authorId, ...(row.reviewerId === null ? [] : [row.reviewerId])],
    knownSince: knownSince(line, NOT_BEGUN),
    noticeId: row.noticeId,
    rowNo: row.rowNo,
  }
}

/** Lines of the ledger can be objected to; an upheld objection takes the line back, or writes it again, and issues anew what used it (R-216…R-218). */
export const ledgerSubject: SubjectDoor = {
  find: findSubject,
  async uphold(context, { objection }, answer, right) {
    const found = await findEntry(context.tx, objection.subject.id)
    if (found === undefined || found.reversed) return agree(null)
    const corrected = await correct(context, found, { objectionId: objection.id, answer, right })
    if (!corrected.ok) return corrected
    await reissue(context, found.entry, `异议成立：${answer}`.slice(0, 300))
    return agree(null)
  },
}

type Found = NonNullable<Awaited<ReturnType<typeof findEntry>>>

async function correct(
  context: Context,
  found: Found,
  by: { readonly objectionId: string; readonly answer: string; readonly right: number | null },
): Promise<Decision<unknown>> {
  const { actor } = context
  const account = actor.accountId ?? context.newId()
  const answering = {
    authorId: account,
    reviewerId: account,
    reviewerMemberId: actor.memberId,
    source: { kind: 'objection' as const, id: by.objectionId },
    reason: by.answer,
  }
  if (by.right === null || by.right === 0) return await postReversal(context, found, answering)
  const { entry } = found
  const version = (await loadVersions(context.tx)).find(({ id }) => id === entry.schemeVersionId)
  const rules = version && toCreditRules(version)
  const item = entry.itemCode === null ? undefined : rules?.items.get(entry.itemCode)
  if (rules === undefined || item === undefined) return refuse('entry-needs-item')
  if (by.right > 0 !== entry.raw > 0) return refuse('entry-wrong-sign', { kind: entry.kind, raw: by.right })
  return await postCorrection(context, found, { raw: toPoints(by.right), item, rules }, answering)
}

type OfMonth = { readonly orgId: string; readonly month: PlainMonth }

/** Statements and sheets that used a line are issued again with the reason; rankings are made anew whenever they are read. */
export async function reissue(context: Context, entry: Found['entry'], reason: string): Promise<void> {
  const { tx, today } = context
  await reissueStatements(context, entry, reason)
  // A base is of the year and stands on no sheet of a month.
  if (entry.term === 'base') return
  const using = (await findNoticesUsing(tx, [entry.id])).filter(
    ({ sourceKind }) => sourceKind === 'pointsMonth',
  )
  if (using.length === 0) return
  const sealed = await sealLedger(context, today, false)
  const root = sealed.sha256 === null ? '' : printRoot(sealed.sha256)
  for (const { noticeId, state, sourceId } of using) {
    const of = readMonthSource(sourceId)
    if (of === undefined || state === 'dropped') continue
    if (state === 'settled') await draftCorrectedSheet(context, noticeId, of, { root, entry })
    else {
      const list = { rows: await listNoticeRows(tx, of.orgId, of.month), root }
      if (state === 'posted' || state === 'ended') await interruptNoticeFor(context, noticeId, reason, list)
      else await relistNoticeFor(context, noticeId, list)
    }
    if (state !== 'settled') await saveRootSize(tx, of, sealed.size)
  }
}

/** The statements only; all there is of a base, which is of the year and stands on no sheet of a month. */
export async function reissueStatements(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  entry: Found['entry'],
  reason: string,
): Promise<void> {
  for (const of of await listStatementsUsing(tx, entry)) {
    await reissueStatement(tx, { ...of, memberId: entry.memberId }, { reason, at: now })
  }
}

/** The member's statements of the line's year from its month on, each branch; their totals of the year have changed. */
async function listStatementsUsing(tx: CountyTx, entry: Found['entry']): Promise<OfMonth[]> {
  return await tx.raw<OfMonth>(
    'statements-using',
    `select distinct s.party_org_id as "orgId", s.month from month_statement s where s.county_id = $1 and s.member_id = $2
       and s.month >= (select e.statement_month from ledger_entry e where e.county_id = $1 and e.id = $3)
       and (s.month like $4 or s.month = (select e.statement_month from ledger_entry e where e.county_id = $1 and e.id = $3))
     order by 2, 1`,
    [entry.memberId, entry.id, `${yearOf(entry.deedOn)}-%`],
  )
}

async function saveRootSize(tx: CountyTx, { orgId, month }: OfMonth, size: number): Promise<void> {
  await tx
    .update('points_month')
    .set({ root_size: size })
    .where('party_org_id', '=', orgId)
    .where('month', '=', month)
    .execute()
}

/** A notice that is over is never changed; the line that was wrong is shown again on a sheet of its own. */
async function draftCorrectedSheet(
  context: Context,
  noticeId: string,
  { orgId, month }: OfMonth,
  of: { readonly root: string; readonly entry: Found['entry'] },
): Promise<void> {
  const { tx } = context
  const kept = await findNotice(tx, noticeId)
  if (kept === undefined) return
  const { notice, contactHours, paperPlace, columns, source } = kept
  const table = await listMonthTable(tx, orgId, month)
  const rows = toNoticeRows(table.filter(({ memberId }) => memberId === of.entry.memberId))
  await draftNoticeFor(context, {
    ...notice,
    ...{ contactHours, paperPlace, columns, source, rows, root: of.root },
    title: `${notice.title}（更正）`,
    body: `《${notice.title}》中有一名党员的积分经异议查实有误，现更正公示如下。`,
    listNote: '只列更正的一行。',
  })
}
