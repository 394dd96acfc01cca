import {
  changeNotice as change,
  dropNotice as drop,
  type NoticeDraft,
} from '@steward/domain/notices/notice.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import type { z } from 'zod'
import { findOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { findingsOf } from './handlers-look.ts'
import { changeNotice, draftNotice, dropNotice } from './operations-notice.ts'
import type { NoticeMoved } from './queries-door.ts'
import { insertMove } from './queries-move.ts'
import {
  insertRows,
  type KeptNotice,
  type KeptRow,
  listRows,
  lockNotice,
  removeRows,
  saveNotice,
} from './queries-notice.ts'
import { closeNoticeThings, draftNoticeFor, openNoticeThing } from './queries.ts'

type Draft = Omit<z.output<typeof draftNotice.input>['draft'], 'kind'>
type List = z.output<typeof draftNotice.input>['list']

function toDraft(draft: Draft): Omit<NoticeDraft, 'id' | 'orgId' | 'kind' | 'draftedBy'> {
  const { scope, title, body, routes, workingDays, names, fullNames, contactOffice, contactPhone } = draft
  return {
    ...{ scope, title, body, routes, workingDays, names, fullNames },
    contact: { office: contactOffice, phone: contactPhone },
  }
}

function toRows(list: List): KeptRow[] {
  return list.rows.map(({ name, cells }, at) => ({
    rowNo: at + 1,
    memberId: null,
    name,
    // A line may be typed shorter than the head; what is too long has no column.
    cells: list.columns.map((_, column) => cells[column] ?? null),
    usedIds: [],
  }))
}

const byHand = handle(draftNotice, async (context, { orgId, draft, list }) => {
  const org = (await findOrg(context.tx, orgId)) ?? problem('not-found')
  context.access.demandHidden('notice.draft', { path: org.path })
  if (org.dissolvedOn !== null) return refuse('notice-organisation-closed')
  const rows = toRows(list)
  const drafted = await draftNoticeFor(context, {
    ...toDraft(draft),
    orgId,
    kind: draft.kind,
    contactHours: draft.contactHours,
    paperPlace: draft.paperPlace,
    columns: list.columns,
    listNote: list.note,
    rows,
    source: { kind: 'none', id: '' },
    root: '',
  })
  if (!drafted.ok) return drafted
  const kept = drafted.value
  context.note({ noticeId: kept.notice.id, orgId })
  return agree({ noticeId: kept.notice.id, findings: findingsOf(kept, rows).length })
})

const changeWords = handle(changeNotice, async (context, { noticeId, revision, draft, list }) => {
  const { tx, access } = context
  const kept = (await lockNotice(tx, noticeId)) ?? problem('not-found')
  access.demandHidden('notice.draft', { path: kept.orgPath })
  if (kept.revision !== revision) return refuse('notice-changed-since')
  const { orgId, kind, draftedBy } = kept.notice
  const decision = change(kept.notice, { ...toDraft(draft), id: noticeId, orgId, kind, draftedBy })
  if (!decision.ok) return decision
  if (list !== null && kept.source.kind !== 'none') return refuse('notice-list-from-source')
  const rows = list === null ? await listRows(tx, noticeId) : await writeList(context, noticeId, list)
  const changed: KeptNotice = {
    ...kept,
    notice: decision.value,
    contactHours: draft.contactHours,
    paperPlace: draft.paperPlace,
    ...(list === null ? {} : { columns: list.columns, listNote: list.note }),
  }
  const next = await saveNotice(tx, changed)
  await insertMove(context, noticeId, 'change')
  if (kept.notice.state === 'checked') {
    await closeNoticeThings(context, noticeId, ['post'])
    await openNoticeThing(context, changed, 'check')
  }
  context.note({ noticeId })
  return agree({ revision: next, findings: findingsOf(changed, rows).length })
})

async function writeList({ tx }: Context, noticeId: string, list: List): Promise<KeptRow[]> {
  const rows = toRows(list)
  await removeRows(tx, noticeId)
  await insertRows(tx, [{ noticeId, rows }])
  return rows
}

const dropDraft = (onMoved: NoticeMoved) =>
  handle(dropNotice, async (context, { noticeId, reason }) => {
    const { tx, access } = context
    const kept = (await lockNotice(tx, noticeId)) ?? problem('not-found')
    access.demandHidden('notice.draft', { path: kept.orgPath })
    const decision = drop(kept.notice, reason)
    if (!decision.ok) return decision
    const dropped = { ...kept, notice: decision.value }
    await saveNotice(tx, dropped)
    await insertMove(context, noticeId, 'drop', reason)
    await closeNoticeThings(context, noticeId, ['check', 'post'])
    await onMoved(context, dropped, 'drop')
    context.note({ noticeId })
    return agree({})
  })

export const draftHandlers = (onMoved: NoticeMoved): readonly Handled[] => [
  byHand,
  changeWords,
  dropDraft(onMoved),
]
