import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Actor, Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import type { KeptNotice } from './queries-notice.ts'

export type Mover = Pick<Actor, 'kind' | 'name' | 'accountId'>
export type NoticeMove =
  | 'draft'
  | 'change'
  | 'check'
  | 'post'
  | 'interrupt'
  | 'reissue'
  | 'end'
  | 'settle'
  | 'drop'

/** Writes down who did what with a notice. */
export async function insertMove(
  context: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  noticeId: string,
  move: NoticeMove,
  reason = '',
): Promise<void> {
  const { tx, actor, now } = context
  await tx
    .insert('notice_move', {
      id: context.newId(),
      notice_id: noticeId,
      move,
      reason,
      by_name: actor.kind === 'system' ? '' : actor.name,
      account_id: actor.accountId,
      moved_at: now,
    })
    .execute()
}

/** Keeps what hung, words and list, before it is taken down. */
export async function insertSheet(
  tx: CountyTx,
  kept: KeptNotice,
  taken: { readonly on: PlainDate; readonly reason: string },
): Promise<void> {
  const { notice } = kept
  await tx.raw(
    'notice-sheet-insert',
    `insert into notice_sheet (county_id, notice_id, posting_no, posted_on, taken_down_on, reason, approved_by, sheet)
     select n.county_id, n.id, n.postings, n.posted_on, $3, $4, n.approved_by, jsonb_build_object('title', n.title,
       'body', n.body, 'root', n.root, 'endsOn', n.ends_on, 'columns', n.list_columns, 'listNote', n.list_note,
       'rows', (select coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'memberId', r.member_id, 'cells', r.cells)
          order by r.row_no), '[]') from notice_row r where r.county_id = n.county_id and r.notice_id = n.id))
     from notice n where n.county_id = $1 and n.id = $2`,
    [notice.id, taken.on, taken.reason],
  )
}

export type MoveRow = {
  readonly move: NoticeMove
  readonly by: string
  readonly at: Date
  readonly reason: string
}
export type SheetRow = {
  readonly postingNo: number
  readonly postedOn: PlainDate
  readonly takenDownOn: PlainDate
  readonly reason: string
}

/** What was done with a notice, oldest first, and the postings that were taken down. */
export async function loadHistory(
  tx: CountyTx,
  noticeId: string,
): Promise<{ moves: MoveRow[]; sheets: SheetRow[] }> {
  const moves = await tx.raw<MoveRow>(
    'notice-moves',
    `select m.move, m.by_name as by, m.moved_at as at, m.reason from notice_move m
     where m.county_id = $1 and m.notice_id = $2 order by m.moved_at, m.id`,
    [noticeId],
  )
  const taken = moves.some(({ move }) => move === 'interrupt' || move === 'reissue')
  const sheets = taken
    ? await tx.raw<SheetRow>(
        'notice-sheets',
        `select s.posting_no as "postingNo", s.posted_on as "postedOn", s.taken_down_on as "takenDownOn", s.reason
         from notice_sheet s where s.county_id = $1 and s.notice_id = $2 order by s.posting_no`,
        [noticeId],
      )
    : []
  return { moves, sheets }
}

/** The same for many notices at once, each by its own person where one is named. */
export async function insertMoves(
  context: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  notices: readonly { readonly id: string; readonly by?: Mover | undefined }[],
  move: NoticeMove,
): Promise<void> {
  if (notices.length === 0) return
  const { tx, actor, now } = context
  await tx
    .insert(
      'notice_move',
      notices.map(({ id, by = actor }) => ({
        id: context.newId(),
        notice_id: id,
        move,
        reason: '',
        by_name: by.kind === 'system' ? '' : by.name,
        account_id: by.accountId,
        moved_at: now,
      })),
    )
    .execute()
}
