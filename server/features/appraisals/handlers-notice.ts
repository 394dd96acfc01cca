import { masksNames } from '@steward/domain/notices/masking.ts'
import { dropNotice } from '@steward/domain/notices/notice.ts'
import { gradeWords, isLowGrade } from '@steward/domain/appraisals/grade.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type KeptNotice, type ListRow, lockNotice, saveNotice } from '#features/notices/queries-notice.ts'
import { insertMove as insertNoticeMove } from '#features/notices/queries-move.ts'
import { closeNoticeThings, draftNoticeFor, interruptNoticeFor } from '#features/notices/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checkStage, lockToRun } from './handlers-locking.ts'
import { draftResultNotice } from './operations-event.ts'
import { type Appraisal, findAppraisal, insertMove, loadFacts, saveAppraisal } from './queries.ts'
import { listResults, type ResultRow } from './queries-settlement.ts'

const COLUMNS = [
  { label: '年终得分', kind: 'points', strong: true },
  { label: '过程分', kind: 'points', strong: false },
  { label: '评议分', kind: 'points', strong: false },
  { label: '格次', kind: 'text', strong: false },
] as const

/** Lines of the sheet. In a wide scope low grades are counted and never named. */
function rowsOf(results: readonly ResultRow[], scope: KeptNotice['notice']['scope']): ListRow[] {
  return results
    .filter(({ grade }) => !masksNames(scope) || !isLowGrade(grade))
    .map(({ memberId, name, grade, score, process, appraisal }) => ({
      memberId,
      name,
      cells: [score, process, appraisal, gradeWords[grade]],
      usedIds: [],
    }))
}

const draft = handle(draftResultNotice, async (context, input) => {
  const { tx, today } = context
  const of = await lockToRun(context, input.appraisalId)
  const stage = checkStage(of, ['notice'])
  if (!stage.ok) return stage
  if (of.noticeId !== null) {
    const before = await lockNotice(tx, of.noticeId)
    if (before?.notice.state !== 'dropped') return refuse('appraisal-notice-there')
  }
  const results = await listResults(tx, of.id, of.edition)
  const { row } = await loadFacts(tx, of, today)
  const { scope, workingDays, contactOffice, contactPhone, contactHours, paperPlace, routes } = input
  const drafted = await draftNoticeFor(context, {
    ...{ orgId: of.orgId, kind: 'appraisal', scope, workingDays, routes, contactHours, paperPlace },
    title: `关于${of.year}年度民主评议党员结果的公示`,
    body:
      `根据${of.basisBody}《${of.basisNumber}》，${of.orgName}评议党员${results.length}名，` +
      `参加评议不定格次的${row.withoutGrade}名。格次由会议评定，得分和票数只供参考。`,
    names: masksNames(scope) ? 'masked' : 'full',
    fullNames: null,
    contact: { office: contactOffice, phone: contactPhone },
    columns: COLUMNS,
    listNote: '按姓名排列',
    rows: rowsOf(results, scope),
    source: { kind: 'appraisal', id: of.id },
    root: '',
  })
  if (!drafted.ok) return drafted
  const noticeId = drafted.value.notice.id
  await saveAppraisal(tx, { ...of, noticeId })
  await insertMove(context, of.id, 'notice')
  context.note({ appraisalId: of.id, noticeId })
  return agree({ noticeId })
})

/** Takes the notice of an appraisal down or drops its draft, since the settlement is written anew. */
export async function takeNoticeBack(context: Context, of: Appraisal, reason: string): Promise<void> {
  if (of.noticeId === null) return
  let kept = (await lockNotice(context.tx, of.noticeId)) ?? problem('not-found')
  if (kept.notice.state === 'posted' || kept.notice.state === 'ended') {
    const down = await interruptNoticeFor(context, of.noticeId, reason)
    if (down.ok) kept = down.value
  }
  const dropped = dropNotice(kept.notice, reason)
  if (!dropped.ok) return
  await saveNotice(context.tx, { ...kept, notice: dropped.value })
  await insertNoticeMove(context, of.noticeId, 'drop', reason)
  await closeNoticeThings(context, of.noticeId, ['check', 'post'])
}

/** Puts corrected results in the place of those that hang: checked and posted again for the whole term. */
export async function reissueNotice(context: Context, appraisalId: string, reason: string): Promise<void> {
  const of = (await findAppraisal(context.tx, appraisalId)) ?? problem('not-found')
  if (of.noticeId === null) return
  const kept = await lockNotice(context.tx, of.noticeId)
  if (kept?.notice.state !== 'posted' && kept?.notice.state !== 'ended') return
  const results = await listResults(context.tx, of.id, of.edition)
  const rows = rowsOf(results, kept.notice.scope)
  await interruptNoticeFor(context, of.noticeId, reason, { rows, root: '' })
}

export const noticeOfResultHandlers: readonly Handled[] = [draft]
