import { maskName, showsFullNames } from '@steward/domain/notices/masking.ts'
import { dayOfNotice, isShown } from '@steward/domain/notices/notice.ts'
import { objectionWindowDays, readObjectionCode } from '@steward/domain/notices/objection.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { addWorkingDays } from '@steward/domain/shared/working-days.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { listCounties } from '#features/sign-in/queries-installation.ts'
import { type Actor, type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { calendarOf } from './handlers-look.ts'
import { takesObjections } from './handlers-subject.ts'
import { listBoard, openNotice, readNotice } from './operations-page.ts'
import { listBoardRows } from './queries-list.ts'
import { findNotice, findNoticeByCode, type KeptNotice, listRows } from './queries-notice.ts'

/** Printed codes tried in vain from one address in ten minutes; a village behind one address stays far below. */
const WRONG_CODES = 200
const TEN_MINUTES = 600
const BOARD_DAYS = 90

/** The context of the county whose code was printed; everything after it is that county's. */
export async function enterCounty(context: Context, code: string): Promise<Context> {
  await context.limits.demand('notice-code-wrong', context.request.address, WRONG_CODES)
  const counties = await listCounties(context.tx)
  const found = counties.find((county) => county.code === code.toLowerCase())
  if (found === undefined) return await unknownCode(context)
  const here = context.enter(found.id)
  here.access.open('everybody')
  return here
}

/** A code that opens nothing: counted, so that codes cannot be tried out. */
export async function unknownCode({ limits, request }: Context): Promise<never> {
  await limits.take('notice-code-wrong', request.address, WRONG_CODES, TEN_MINUTES)
  problem('not-found')
}

/** The notice of a printed code. */
export async function noticeOfCode(here: Context, typed: string): Promise<KeptNotice> {
  const code = readObjectionCode(typed)
  return (code === undefined ? undefined : await findNoticeByCode(here.tx, code)) ?? (await unknownCode(here))
}

const byCode = handle(openNotice, async (context, { county, code }) => {
  const here = await enterCounty(context, county)
  const kept = await noticeOfCode(here, code)
  return agree(await pageOf(here, kept, 'code', county.toLowerCase()))
})

const board = handle(listBoard, async ({ tx, access, actor, today }) => {
  access.demandSomewhere('notice.read')
  const since = addDays(today, -BOARD_DAYS)
  const rows = await listBoardRows(tx, readPaths(actor), actor.memberId, { today, since })
  const calendar = await calendarOf(tx, rows, today)
  return agree({
    rows: rows.map(({ state, ...row }) => ({
      ...row,
      isShown: isShown({ ...row, state }, today),
      firstDay: addWorkingDays(calendar, row.postedOn, 1),
      day: dayOfNotice(row, calendar, today),
    })),
  })
})

/** Where somebody reads notices: the organisations of the permission; a notice of one above them is theirs too. */
function readPaths(actor: Actor): string[] {
  const held = actor.holdings.filter(({ permission }) => permission === 'notice.read')
  return [...new Set(held.map(({ orgPath }) => orgPath))]
}

/** Whether somebody reads the notices of an organisation: it is theirs, above theirs, or in their reach. */
export function readsNoticesOf({ access, actor }: Context, orgPath: string): boolean {
  return (
    access.can('notice.read', { path: orgPath }) || readPaths(actor).some((own) => isAtOrBelow(own, orgPath))
  )
}

const byAccount = handle(readNotice, async (context, { noticeId }) => {
  const { tx } = context
  const kept = (await findNotice(tx, noticeId)) ?? problem('not-found')
  if (!readsNoticesOf(context, kept.orgPath) || kept.notice.postings === 0) problem('not-found')
  const counties = await listCounties(tx)
  const county = counties.find(({ id }) => id === context.county)?.code ?? ''
  return agree(await pageOf(context, kept, 'account', county))
})

/** The page of a notice for a reader; after its term and while it is corrected the head alone. */
async function pageOf(context: Context, kept: KeptNotice, reader: 'account' | 'code', countyCode: string) {
  const { tx, today, actor } = context
  const { notice } = kept
  const shown = isShown(notice, today)
  const calendar = await calendarOf(tx, [notice], today)
  const head = {
    status: shown ? ('shown' as const) : takesObjections(kept) ? ('closed' as const) : ('takenDown' as const),
    noticeId: reader === 'account' ? notice.id : null,
    ...{ countyCode, code: kept.code, orgName: kept.orgName, kind: notice.kind, scope: notice.scope },
    ...{ title: notice.title, postedOn: notice.postedOn, endsOn: notice.endsOn, routes: [...notice.routes] },
    firstDay: notice.postedOn && addWorkingDays(calendar, notice.postedOn, 1),
    workingDays: notice.workingDays,
    day: dayOfNotice(notice, calendar, today),
    result: reader === 'account' ? notice.result : null,
    objectUntil: objectUntil(kept, today),
    contactOffice: notice.contact.office,
    contactPhone: notice.contact.phone,
    contactHours: kept.contactHours,
    paperPlace: kept.paperPlace,
  }
  if (!shown) return { ...head, body: '', columns: [], listNote: '', rows: [], root: '' }
  const inFull = showsFullNames(notice, reader)
  const rows = (await listRows(tx, notice.id)).map(({ rowNo, name, cells, memberId }) => {
    const isMine = reader === 'account' && memberId !== null && memberId === actor.memberId
    return { rowNo, name: inFull || isMine ? name : maskName(name), cells: [...cells], isMine }
  })
  return {
    ...head,
    body: notice.body,
    columns: [...kept.columns],
    listNote: kept.listNote,
    rows,
    root: kept.root,
  }
}

/** Last day on which somebody may object; null where nothing can be objected to now. */
function objectUntil(kept: KeptNotice, today: PlainDate): PlainDate | null {
  const { endsOn } = kept.notice
  if (!takesObjections(kept) || endsOn === null) return null
  const until = addDays(endsOn, objectionWindowDays)
  return today <= until ? until : null
}

export const pageHandlers: readonly Handled[] = [byCode, board, byAccount]
