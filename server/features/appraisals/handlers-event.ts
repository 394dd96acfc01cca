import {
  advanceAppraisal,
  type AppraisalStage,
  appraisalStages,
  blocksOf,
  goBack as back,
  mayMeetInGroups,
} from '@steward/domain/appraisals/appraisal.ts'
import { excellentLimit } from '@steward/domain/appraisals/grade.ts'
import { checkRoll } from '@steward/domain/appraisals/roll.ts'
import { settlingBody } from '@steward/domain/appraisals/settlement.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { yearOf } from '@steward/domain/shared/plain-date.ts'
import { findOrg, nameOf } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checkRevision, checkStage, lockToRun } from './handlers-locking.ts'
import { takeNoticeBack } from './handlers-notice.ts'
import { draftRoll } from './handlers-roll.ts'
import { askWhoSeesTo, closeGoOn } from './handlers-asking.ts'
import { askForReports, closeReportThings } from './handlers-things.ts'
import {
  goBack,
  goOn,
  listAppraisals,
  nameBasis,
  openAppraisal,
  recordAssembly,
  showAppraisal,
} from './operations-event.ts'
import {
  type Appraisal,
  findAppraisalOf,
  insertAppraisal,
  insertMove,
  listBranches,
  listMoves,
  loadFacts,
  saveAppraisal,
} from './queries.ts'
import { prepareFeedbacks } from './handlers-feedback.ts'
import { listRoll } from './queries-roll.ts'

const SHOWN = [
  'appraisal.run',
  'appraisal.take-down',
  'duty-report.check',
  'ballot.count',
  'settlement.read',
  'settlement.record',
  'feedback.tell',
  'rectification.follow',
] as const

const open = handle(openAppraisal, async (context, { orgId, year }) => {
  const org = (await findOrg(context.tx, orgId)) ?? problem('not-found')
  context.access.demandHidden('appraisal.run', { path: org.path })
  if (org.kind !== 'branch') return refuse('appraisal-only-for-branches')
  if (org.dissolvedOn !== null) return refuse('appraisal-organisation-closed')
  if (year > yearOf(context.today)) return refuse('appraisal-year-not-begun', { year })
  const id = context.newId()
  if (!(await insertAppraisal(context, { id, orgId, year }))) return refuse('appraisal-already-open')
  await insertMove(context, id, 'open', 'basis')
  context.note({ appraisalId: id, orgId, year })
  return agree({ appraisalId: id })
})

const list = handle(listAppraisals, async ({ tx, access, today }, input) => {
  access.demandSomewhere('appraisal.read')
  const year = input.year ?? yearOf(today)
  const reach = access.withinText('appraisal.read', { path: 'o.path' }, 7)
  const named = { ...reach, name: nameOf('appraisal-list', reach.text) }
  const rows = await listBranches(tx, { ...input, year }, named)
  const [first] = rows
  const { all = 0, notOpened = 0, running = 0, closed = 0 } = first ?? {}
  const shown = rows.filter(({ orgId }) => orgId !== null)
  return agree({
    year,
    rows: shown.map(({ orgId, orgName, above, appraisalId, stage, graded, changedAt }) => ({
      ...{ orgId, orgName, above, appraisalId, stage, graded, changedAt },
    })),
    total: shown[0]?.total ?? 0,
    counts: { all, notOpened, running, closed },
  })
})

const show = handle(showAppraisal, async (context, { orgId, year: asked }) => {
  const { tx, access, today } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('appraisal.read', target)
  const of = await findAppraisalOf(tx, orgId, asked)
  const head = {
    org: { id: org.id, name: org.name },
    may: access.may(SHOWN, target) as (typeof SHOWN)[number][],
  }
  if (of === undefined)
    return agree({ ...head, year: asked ?? yearOf(today), appraisal: null, figures: null })
  return agree({ ...head, year: of.year, ...(await pageOf(context, of)) })
})

async function pageOf({ tx, today }: Context, of: Appraisal) {
  const { facts, row } = await loadFacts(tx, of, today)
  const moves = await listMoves(tx, of.id)
  const at = appraisalStages.indexOf(of.stage)
  const { id, stage, withLifeMeeting, inGroups, signedOn, edition, revision, shouldAttend, present } = of
  const assembly =
    of.assemblyOn === null || shouldAttend === null || present === null
      ? null
      : { on: of.assemblyOn, shouldAttend, present, chair: of.assemblyChair }
  const appraisal = {
    ...{ id, stage, withLifeMeeting, inGroups, signedOn, edition, revision, assembly, moves },
    next: appraisalStages[at + 1] ?? null,
    blocks: blocksOf(stage, facts, today),
    stages: appraisalStages.map((each, index) => ({
      stage: each,
      state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('later' as const),
      blocks: index < at ? [] : blocksOf(each, facts, today),
    })),
    basis: of.basisOn === null ? null : { body: of.basisBody, number: of.basisNumber, on: of.basisOn },
    // Groups are named when members are placed; whether the branch is large enough is known now.
    mayMeetInGroups: mayMeetInGroups({ members: row.fullMembers, groups: 2 }),
    members: row.branchMembers,
    ...{ graded: row.graded, withoutGrade: row.withoutGrade, notTakingPart: row.notTakingPart },
    excellentLimit: excellentLimit(row.branchMembers),
    settledBy: settlingBody(row.fullMembers),
    boxes: row.boxes.map((box) => ({ ...box })),
    notice:
      of.noticeId === null || row.noticeState === null
        ? null
        : {
            ...{
              id: of.noticeId,
              state: row.noticeState,
              postedOn: row.noticePostedOn,
              endsOn: row.noticeEndsOn,
            },
            objections: row.objectionsOpen,
          },
  }
  return { appraisal, figures: figuresOf(row) }
}

function figuresOf(row: Awaited<ReturnType<typeof loadFacts>>['row']) {
  return {
    reportsOwed: row.reportsOwed,
    reportsIn: row.reportsOwed - row.reportsMissing,
    reportsChecked: row.reportsChecked,
    selves: row.graded - row.selfMissing,
    spokenOf: row.graded - row.peersMissing,
    settled: row.graded - row.membersWithoutGrade,
    ...{ feedbacks: row.feedbacks, told: row.told, problems: row.problems, mended: row.mended },
  }
}

const basis = handle(nameBasis, async (context, input) => {
  const { tx } = context
  const of = await lockToRun(context, input.appraisalId)
  const fresh = checkRevision(of, input.revision)
  if (!fresh.ok) return fresh
  const stage = checkStage(of, ['basis', 'roll', 'dutyReports'])
  if (!stage.ok) return stage
  const { body, number, on } = input.basis
  if (body === '' || number === '' || on > context.today) return refuse('appraisal-basis-missing')
  const { row } = await loadFacts(tx, of, context.today)
  if (input.inGroups && !mayMeetInGroups({ members: row.fullMembers, groups: 2 })) {
    return refuse('appraisal-too-small-for-groups', { members: row.fullMembers })
  }
  const { withLifeMeeting, inGroups } = input
  const changed = { ...of, basisBody: body, basisNumber: number, basisOn: on, withLifeMeeting, inGroups }
  context.note({ appraisalId: of.id })
  return agree({ revision: await saveAppraisal(tx, changed) })
})

const assembly = handle(recordAssembly, async (context, input) => {
  const of = await lockToRun(context, input.appraisalId)
  const fresh = checkRevision(of, input.revision)
  if (!fresh.ok) return fresh
  const stage = checkStage(of, ['ballots'])
  if (!stage.ok) return stage
  const { on, shouldAttend, present, chair } = input
  if (on > context.today) return refuse('appraisal-day-in-future')
  if (shouldAttend === 0) return refuse('vote-nobody-to-attend')
  if (present > shouldAttend) return refuse('vote-more-present-than-due', { shouldAttend, present })
  await insertMove(context, of.id, 'assembly', `${present}/${shouldAttend}`)
  context.note({ appraisalId: of.id, shouldAttend, present })
  const changed = { ...of, assemblyOn: on, shouldAttend, present, assemblyChair: chair }
  return agree({ revision: await saveAppraisal(context.tx, changed) })
})

const forward = handle(goOn, async (context, { appraisalId, revision }) => {
  const { tx, today } = context
  const of = await lockToRun(context, appraisalId)
  const fresh = checkRevision(of, revision)
  if (!fresh.ok) return fresh
  const { facts } = await loadFacts(tx, of, today)
  const next = advanceAppraisal(of.stage, facts, today)
  if (!next.ok) return next
  const entered = await enter(context, of, next.value)
  if (!entered.ok) return entered
  const moved = { ...of, stage: next.value }
  const kept = await saveAppraisal(tx, moved)
  await insertMove(context, of.id, 'goOn', next.value)
  await closeGoOn(context, of.id)
  await askWhoSeesTo(context, of.id)
  context.note({ appraisalId: of.id, stage: next.value })
  const after = await loadFacts(tx, moved, today)
  return agree({ stage: next.value, revision: kept, blocks: blocksOf(next.value, after.facts, today) })
})

/** What entering a stage brings with it. */
async function enter(context: Context, of: Appraisal, stage: AppraisalStage) {
  if (stage === 'roll') return await draftRoll(context, of)
  if (stage === 'dutyReports') {
    const lines = await listRoll(context.tx, of.id)
    const whole = checkRoll(
      lines,
      lines.filter(({ reason }) => reason !== 'guest').map(({ memberId }) => memberId),
    )
    if (!whole.ok) return whole
    await askForReports(context, of, lines)
  }
  if (stage === 'self') await closeReportThings(context, of)
  if (stage === 'feedback') await prepareFeedbacks(context, of)
  return agree(null)
}

const backward = handle(goBack, async (context, { appraisalId, revision, reason }) => {
  const of = await lockToRun(context, appraisalId)
  const fresh = checkRevision(of, revision)
  if (!fresh.ok) return fresh
  const before = back(of.stage, reason)
  if (!before.ok) return before
  // A notice is taken back to the settlement, which is then signed anew.
  if (of.stage === 'notice') await takeNoticeBack(context, of, reason)
  const signedOn = of.stage === 'notice' ? null : of.signedOn
  const noticeId = of.stage === 'notice' ? null : of.noticeId
  const kept = await saveAppraisal(context.tx, { ...of, stage: before.value, signedOn, noticeId })
  await insertMove(context, of.id, 'goBack', `${before.value} ${reason.trim()}`)
  await closeGoOn(context, of.id)
  await askWhoSeesTo(context, of.id)
  context.note({ appraisalId: of.id, stage: before.value })
  return agree({ stage: before.value, revision: kept })
})

export const eventHandlers: readonly Handled[] = [open, list, show, basis, assembly, forward, backward]
