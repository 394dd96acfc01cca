import { maskName, showsFullNames } from '@steward/domain/notices/masking.ts'
import { dayOfNotice, privateIn } from '@steward/domain/notices/notice.ts'
import type { PrivateFinding } from '@steward/domain/notices/privacy.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { addWorkingDays, isUncertain, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { listCounties } from '#features/sign-in/queries-installation.ts'
import { loadCalendar } from '#features/organisation/queries-calendar.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { listDraftPlaces, listNotices, type noticeActs, showNotice } from './operations-notice.ts'
import * as queries from './queries-list.ts'
import { loadHistory } from './queries-move.ts'
import { findNotice, type KeptNotice, type KeptRow, listRows } from './queries-notice.ts'

const MOST_PLACES = 30

const list = handle(listNotices, async ({ tx, access, today }, asked) => {
  access.demandSomewhere('notice.draft')
  const { rows, counts } = await queries.listHeads(tx, access, asked)
  const calendar = await calendarOf(tx, rows, today)
  return agree({
    rows: rows.map((row) => ({ ...row, day: dayOfNotice(row, calendar, today) })),
    total: counts[asked.show],
    counts,
    mayDraft: true,
  })
})

/** The working days from the first posting among notices to the last day any of them can run. */
export async function calendarOf(
  tx: CountyTx,
  notices: readonly { readonly postedOn: PlainDate | null }[],
  today: PlainDate,
): Promise<WorkingCalendar> {
  const days = notices.flatMap(({ postedOn }) => postedOn ?? [])
  const from = days.reduce((first, day) => (day < first ? day : first), today)
  return await loadCalendar(tx, from, addDays(today, 90))
}

const places = handle(listDraftPlaces, async ({ tx, access }, { search }) => {
  access.demandSomewhere('notice.draft')
  return agree({ rows: await queries.listDraftPlaces(tx, access, search, MOST_PLACES) })
})

/** What the texts of a notice and its list say that is never published. */
export function findingsOf(kept: KeptNotice, rows: readonly KeptRow[]): PrivateFinding[] {
  return privateIn(kept.notice, [
    { where: 'contact', text: kept.contactHours },
    { where: 'listNote', text: kept.listNote },
    ...rows.map((row) => ({
      where: `row ${row.rowNo}`,
      text: [row.name, ...row.cells.filter((cell) => typeof cell === 'string')].join('，'),
    })),
  ])
}

const show = handle(showNotice, async (context, { noticeId }) => {
  const { tx, access, today } = context
  const kept = (await findNotice(tx, noticeId)) ?? problem('not-found')
  const target = { path: kept.orgPath }
  access.demandHidden('notice.draft', target)
  const rows = await listRows(tx, noticeId)
  const history = await loadHistory(tx, noticeId)
  const { disputedRows, ...objections } = await queries.countByState(tx, noticeId)
  const calendar = await calendarOf(tx, [kept.notice], today)
  const counties = await listCounties(tx)
  const { notice } = kept
  const inFull = showsFullNames(notice, 'account')
  return agree({
    ...headOf(kept),
    ...wordsOf(kept),
    ...history,
    countyCode: counties.find(({ id }) => id === context.county)?.code ?? '',
    openObjections: objections.open,
    objections,
    day: dayOfNotice(notice, calendar, today),
    firstDay: notice.postedOn && addWorkingDays(calendar, notice.postedOn, 1),
    uncertain: notice.postedOn !== null && isUncertain(calendar, notice.postedOn, notice.endsOn ?? today),
    rows: rows.map(({ rowNo, name, cells }) => ({
      rowNo,
      name,
      cells: [...cells],
      shownName: inFull ? name : maskName(name),
      disputed: disputedRows.includes(rowNo),
    })),
    findings: findingsOf(kept, rows),
    revision: kept.revision,
    may: actsOf(context, kept),
    isOwnDraft: notice.draftedBy === context.actor.accountId,
    mayTake: access.can('objection.take', target) && (notice.state === 'posted' || notice.state === 'ended'),
    mayHandle: access.can('objection.handle', target),
  })
})

function headOf(kept: KeptNotice) {
  const { id, orgId, kind, scope, title, state, postedOn, endsOn, workingDays, postings } = kept.notice
  return {
    ...{ id, orgId, kind, scope, title, state, postedOn, endsOn, workingDays, postings },
    orgName: kept.orgName,
    draftedBy: kept.draftedByName,
  }
}

function wordsOf(kept: KeptNotice) {
  const { body, contact, routes, names, fullNames, accuracy, privacy, interruptedFor, result } = kept.notice
  const { code, contactHours, paperPlace, root, columns, listNote } = kept
  return {
    ...{ code, contactHours, paperPlace, root, listNote, body, names, fullNames, interruptedFor, result },
    columns: [...columns],
    routes: [...routes],
    contactOffice: contact.office,
    contactPhone: contact.phone,
    sourceKind: kept.source.kind,
    accuracy: accuracy && { by: kept.accuracyByName ?? '', on: accuracy.on },
    privacy: privacy && { by: kept.privacyByName ?? '', on: privacy.on },
    approvedBy: kept.approvedByName,
  }
}

/** What the caller may do with a notice as it stands; the rule decides again when it is done. */
function actsOf({ access }: Context, { notice, orgPath }: KeptNotice): (typeof noticeActs)[number][] {
  const target = { path: orgPath }
  const { state } = notice
  const isOpen = state === 'drafted' || state === 'checked' || state === 'interrupted'
  const acts: (typeof noticeActs)[number][] = []
  if (isOpen && access.can('notice.draft', target)) acts.push('change', 'drop')
  if ((state === 'drafted' || state === 'interrupted') && access.can('notice.check', target))
    acts.push('check')
  if (!access.can('notice.approve', target)) return acts
  if (state === 'checked') acts.push('post')
  if (state === 'posted' || state === 'ended') acts.push('interrupt')
  if (state === 'ended') acts.push('settle')
  return acts
}

export const lookHandlers: readonly Handled[] = [list, places, show]
