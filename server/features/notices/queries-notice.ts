import type {
  Notice,
  NoticeKind,
  NoticeScope,
  NoticeState,
  ObjectionRoute,
} from '@steward/domain/notices/notice.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** A column of a list and its values; points are whole hundredths. */
export type ListColumn = {
  readonly label: string
  readonly kind: 'points' | 'number' | 'text'
  readonly strong: boolean
}
export type Cell = string | number | null
export type ListRow = {
  readonly memberId: string | null
  readonly name: string
  readonly cells: readonly Cell[]
  /** Ledger entries or other facts the row was made from. */
  readonly usedIds: readonly string[]
}

/** A notice as kept: persons in `notice` are accounts, their names stand beside. */
export type KeptNotice = {
  readonly notice: Notice
  readonly orgName: string
  readonly orgPath: string
  readonly code: string
  readonly contactHours: string
  readonly paperPlace: string
  readonly columns: readonly ListColumn[]
  readonly listNote: string
  readonly source: { readonly kind: NoticeSourceKind; readonly id: string }
  readonly root: string
  readonly draftedByName: string
  readonly accuracyByName: string | null
  readonly privacyByName: string | null
  readonly approvedByName: string | null
  readonly settledOn: PlainDate | null
  readonly revision: number
}
export type NoticeSourceKind = 'none' | 'pointsMonth' | 'pledges' | 'appraisal' | 'award'

type Row = Omit<KeptNotice, 'notice'> & {
  id: string
  orgId: string
  kind: NoticeKind
  scope: NoticeScope
  title: string
  body: string
  contactOffice: string
  contactPhone: string
  routes: ObjectionRoute[]
  workingDays: number
  names: 'full' | 'masked'
  fullNamesBody: string | null
  fullNamesDocument: string | null
  draftedBy: string
  state: NoticeState
  accuracyBy: string | null
  accuracyOn: PlainDate | null
  privacyBy: string | null
  privacyOn: PlainDate | null
  approvedBy: string | null
  postedOn: PlainDate | null
  endsOn: PlainDate | null
  postings: number
  interruptedFor: string | null
  result: string | null
}

export const NOTICE_COLUMNS = `n.id, n.party_org_id as "orgId", n.kind, n.scope, n.title, n.body,
  n.contact_office as "contactOffice", n.contact_phone as "contactPhone", n.contact_hours as "contactHours",
  n.paper_place as "paperPlace", n.routes, n.working_days as "workingDays", n.names,
  n.full_names_body as "fullNamesBody", n.full_names_document as "fullNamesDocument", n.list_columns as columns,
  n.list_note as "listNote", json_build_object('kind', n.source_kind, 'id', n.source_id) as source, n.root,
  n.drafted_by_account_id as "draftedBy", n.drafted_by as "draftedByName", n.state,
  n.accuracy_by_account_id as "accuracyBy", n.accuracy_by as "accuracyByName", n.accuracy_on as "accuracyOn",
  n.privacy_by_account_id as "privacyBy", n.privacy_by as "privacyByName", n.privacy_on as "privacyOn",
  n.approved_by_account_id as "approvedBy", n.approved_by as "approvedByName", n.posted_on as "postedOn",
  n.ends_on as "endsOn", n.postings, n.interrupted_for as "interruptedFor", n.result, n.settled_on as "settledOn",
  n.code, n.revision, o.name as "orgName", o.path::text as "orgPath"`
export const FROM_NOTICE = 'notice n join party_org o on o.county_id = n.county_id and o.id = n.party_org_id'

/** From a row of `NOTICE_COLUMNS` to the notice the rules know. */
export function toKept(row: Row): KeptNotice {
  const { contactOffice, contactPhone, fullNamesBody, fullNamesDocument, ...rest } = row
  const check = (by: string | null, on: PlainDate | null) => (by === null || on === null ? null : { by, on })
  const notice: Notice = {
    id: row.id,
    orgId: row.orgId,
    kind: row.kind,
    scope: row.scope,
    title: row.title,
    body: row.body,
    contact: { office: contactOffice, phone: contactPhone },
    routes: row.routes,
    workingDays: row.workingDays,
    names: row.names,
    fullNames: fullNamesBody === null ? null : { body: fullNamesBody, document: fullNamesDocument ?? '' },
    draftedBy: row.draftedBy,
    state: row.state,
    accuracy: check(row.accuracyBy, row.accuracyOn),
    privacy: check(row.privacyBy, row.privacyOn),
    approvedBy: row.approvedBy,
    postedOn: row.postedOn,
    endsOn: row.endsOn,
    postings: row.postings,
    interruptedFor: row.interruptedFor,
    result: row.result,
  }
  return { ...rest, notice }
}

/** One notice. */
export async function findNotice(tx: CountyTx, id: string): Promise<KeptNotice | undefined> {
  const [row] = await tx.raw<Row>(
    'notice-find',
    `select ${NOTICE_COLUMNS} from ${FROM_NOTICE} where n.county_id = $1 and n.id = $2`,
    [id],
  )
  return row && toKept(row)
}

/** The same, locked: `change` for whoever moves it, `count` for whoever adds an objection to it. */
export async function lockNotice(
  tx: CountyTx,
  id: string,
  why: 'change' | 'count' = 'change',
): Promise<KeptNotice | undefined> {
  const [row] = await tx.raw<Row>(
    `notice-lock-${why}`,
    `select ${NOTICE_COLUMNS} from ${FROM_NOTICE} where n.county_id = $1 and n.id = $2
     for ${why === 'change' ? 'update' : 'share'} of n`,
    [id],
  )
  return row && toKept(row)
}

/** The notice a printed code opens; never one that was not posted. */
export async function findNoticeByCode(tx: CountyTx, code: string): Promise<KeptNotice | undefined> {
  const [row] = await tx.raw<Row>(
    'notice-by-code',
    `select ${NOTICE_COLUMNS} from ${FROM_NOTICE} where n.county_id = $1 and n.code = $2 and n.postings > 0`,
    [code],
  )
  return row && toKept(row)
}

/** The notice that was made from a source, the newest where one was dropped. */
export async function findNoticeMadeFrom(
  tx: CountyTx,
  kind: NoticeSourceKind,
  sourceId: string,
): Promise<KeptNotice | undefined> {
  const [row] = await tx.raw<Row>(
    'notice-of-source',
    `select ${NOTICE_COLUMNS} from ${FROM_NOTICE} where n.county_id = $1 and n.source_kind = $2 and n.source_id = $3
       and n.state <> 'dropped' order by n.drafted_at desc, n.id desc limit 1`,
    [kind, sourceId],
  )
  return row && toKept(row)
}

/** What is written of a notice, whether it is new or has moved on. */
function valuesOf(kept: KeptNotice) {
  const { notice } = kept
  return {
    scope: notice.scope,
    title: notice.title,
    body: notice.body,
    contact_office: notice.contact.office,
    contact_phone: notice.contact.phone,
    contact_hours: kept.contactHours,
    paper_place: kept.paperPlace,
    routes: [...notice.routes],
    working_days: notice.workingDays,
    names: notice.names,
    full_names_body: notice.fullNames?.body ?? null,
    full_names_document: notice.fullNames?.document ?? null,
    list_columns: JSON.stringify(kept.columns),
    list_note: kept.listNote,
    root: kept.root,
    state: notice.state,
    accuracy_by: notice.accuracy && kept.accuracyByName,
    accuracy_by_account_id: notice.accuracy?.by ?? null,
    accuracy_on: notice.accuracy?.on ?? null,
    privacy_by: notice.privacy && kept.privacyByName,
    privacy_by_account_id: notice.privacy?.by ?? null,
    privacy_on: notice.privacy?.on ?? null,
    approved_by: notice.approvedBy && kept.approvedByName,
    approved_by_account_id: notice.approvedBy,
    posted_on: notice.postedOn,
    ends_on: notice.endsOn,
    postings: notice.postings,
    interrupted_for: notice.interruptedFor,
    result: notice.result,
    settled_on: kept.settledOn,
  }
}

/** Writes new notices; several at once for months loaded in bulk. */
export async function insertNotices(
  tx: CountyTx,
  notices: readonly (KeptNotice & { readonly draftedAt: Date })[],
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map((kept) => ({
    ...valuesOf(kept),
    id: kept.notice.id,
    party_org_id: kept.notice.orgId,
    kind: kept.notice.kind,
    source_kind: kept.source.kind,
    source_id: kept.source.id,
    drafted_by: kept.draftedByName,
    drafted_by_account_id: kept.notice.draftedBy,
    drafted_at: kept.draftedAt,
    code: kept.code,
    revision: kept.revision,
  }))
  await tx.insert('notice', rows).execute()
}

/** Writes a notice that was locked and has moved on; answers with its new revision. */
export async function saveNotice(tx: CountyTx, kept: KeptNotice): Promise<number> {
  const revision = kept.revision + 1
  await tx
    .update('notice')
    .set({ ...valuesOf(kept), revision })
    .where('id', '=', kept.notice.id)
    .execute()
  return revision
}

/** Writes the list of a notice, in its order. */
export async function insertRows(
  tx: CountyTx,
  lists: readonly { readonly noticeId: string; readonly rows: readonly ListRow[] }[],
): Promise<void> {
  const all = lists.flatMap(({ noticeId, rows }) => rows.map((row, at) => ({ noticeId, no: at + 1, ...row })))
  if (all.length === 0) return
  await tx.raw(
    'notice-rows-insert',
    `insert into notice_row (county_id, notice_id, row_no, member_id, name, cells, used_ids)
     select $1, x."noticeId", x.no, x."memberId", x.name, x.cells, array(select jsonb_array_elements_text(x."usedIds"))
     from jsonb_to_recordset($2::jsonb) as x ("noticeId" uuid, no int, "memberId" uuid, name text, cells jsonb, "usedIds" jsonb)`,
    [JSON.stringify(all)],
  )
}

/** Takes the list away, to write another one in a transaction that has kept the sheet. */
export async function removeRows(tx: CountyTx, noticeId: string): Promise<void> {
  await tx.remove('notice_row').where('notice_id', '=', noticeId).execute()
}

export type KeptRow = ListRow & { readonly rowNo: number }

/** One line of a list with the names of its columns. */
export async function findRow(
  tx: CountyTx,
  noticeId: string,
  rowNo: number,
): Promise<{ rowNo: number; name: string; columns: ListColumn[]; cells: Cell[] } | undefined> {
  const rows = await tx.raw<{ rowNo: number; name: string; columns: ListColumn[]; cells: Cell[] }>(
    'notice-row',
    `select r.row_no as "rowNo", r.name, r.cells, n.list_columns as columns from notice_row r
     join notice n on n.county_id = r.county_id and n.id = r.notice_id
     where r.county_id = $1 and r.notice_id = $2 and r.row_no = $3`,
    [noticeId, rowNo],
  )
  return rows[0]
}

/** The list of a notice, in its order. */
export async function listRows(tx: CountyTx, noticeId: string): Promise<KeptRow[]> {
  return await tx.raw<KeptRow>(
    'notice-rows',
    `select r.row_no as "rowNo", r.member_id as "memberId", r.name, r.cells, r.used_ids as "usedIds"
     from notice_row r where r.county_id = $1 and r.notice_id = $2 order by r.row_no`,
    [noticeId],
  )
}
