import type { Permission } from '@steward/domain/access/permissions.ts'
import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import { closeThing, type NewThing, openThings } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import { countWaiting, type Waiting } from './queries-things.ts'

/** What the branch, or the committee above, is asked to do while something waits. */
type Asked = {
  readonly what: string
  readonly kind: string
  readonly to: Permission
  readonly above?: true
  /** Usual minutes for one of them. */
  readonly minutes: number
  readonly stages: readonly AppraisalStage[]
  readonly count: (waiting: Waiting) => number
}

const WRITING: readonly AppraisalStage[] = ['dutyReports', 'self', 'peers']
const TALKING: readonly AppraisalStage[] = ['feedback', 'rectification']
const MENDING: readonly AppraisalStage[] = [...TALKING, 'closed']
const MOST_MINUTES = 60

/**
 * Of the branch whoever takes words down sees to it (secretary and committee); what concerns those who run the appraisal
 * themselves is seen to from above. Each is asked once while it waits, and never louder.
 */
const all: readonly Asked[] = [
  {
    ...{ what: 'check', kind: 'duty-report.check', to: 'appraisal.take-down', minutes: 5, stages: WRITING },
    count: ({ toCheck }) => toCheck,
  },
  {
    ...{ what: 'check-above', kind: 'duty-report.check-above', to: 'duty-report.check', above: true },
    ...{ minutes: 5, stages: WRITING, count: ({ toCheckAbove }) => toCheckAbove },
  },
  {
    ...{ what: 'help', kind: 'duty-report.help', to: 'appraisal.take-down', minutes: 20 },
    ...{ stages: ['dutyReports'], count: ({ toTakeDown }) => toTakeDown },
  },
  {
    ...{ what: 'grade-above', kind: 'settlement.record-above', to: 'settlement.record', above: true },
    ...{ minutes: 5, stages: ['settlement'], count: ({ toGradeAbove }) => toGradeAbove },
  },
  {
    ...{ what: 'tell', kind: 'feedback.tell', to: 'appraisal.take-down', minutes: 10, stages: TALKING },
    count: ({ toTell }) => toTell,
  },
  {
    ...{ what: 'tell-above', kind: 'feedback.tell-above', to: 'feedback.tell', above: true },
    ...{ minutes: 10, stages: TALKING, count: ({ toTellAbove }) => toTellAbove },
  },
  {
    ...{ what: 'plan', kind: 'rectification.plan', to: 'appraisal.take-down', minutes: 5 },
    ...{ stages: ['rectification'], count: ({ problemsWithoutItem }) => problemsWithoutItem },
  },
  {
    ...{ what: 'confirm', kind: 'rectification.confirm', to: 'appraisal.take-down', minutes: 3 },
    ...{ stages: MENDING, count: ({ toConfirm }) => toConfirm },
  },
  {
    ...{ what: 'overdue', kind: 'rectification.overdue', to: 'appraisal.take-down', minutes: 3 },
    ...{ stages: MENDING, count: ({ overdue }) => overdue },
  },
]

const keyOf = (appraisalId: string, what: string) => `appraisal-${appraisalId}-${what}`

/** Asks for what waits in an appraisal and closes what was asked and waits no more. Twice changes nothing. */
export async function askWhoSeesTo(context: Context, appraisalId: string): Promise<void> {
  const { tx, actor, now, today } = context
  const keys = all.map(({ what }) => keyOf(appraisalId, what))
  const waiting = await countWaiting(tx, appraisalId, today, keys)
  const things: NewThing[] = []
  for (const asked of all) {
    const key = keyOf(appraisalId, asked.what)
    const count = asked.stages.includes(waiting.stage) ? asked.count(waiting) : 0
    const isOpen = waiting.keys.includes(key)
    const orgId = asked.above === true ? waiting.aboveOrgId : waiting.orgId
    if (count > 0 && !isOpen && orgId !== null)
      things.push(toThing(context, asked, waiting, { key, orgId, count }))
    if (count === 0 && isOpen) await closeThing(tx, key, actor, now)
  }
  await openThings(tx, things)
}

function toThing(
  { newId, now }: Context,
  { kind, to, minutes }: Asked,
  { orgId: branchId, orgName, year }: Waiting,
  at: { readonly key: string; readonly orgId: string; readonly count: number },
): NewThing {
  return {
    ...{ id: newId(), key: at.key, kind, to: { permission: to }, orgId: at.orgId },
    ...{ facts: { org: orgName, year }, dueOn: null, askedBy: orgName },
    ...{ minutes: Math.min(MOST_MINUTES, at.count * minutes), subjectId: branchId, openedAt: now },
  }
}

/** Whoever runs the appraisal is told, once a stage, that nothing stands in the way of the next one. */
export async function tellToGoOn(
  { tx, now, newId }: Context,
  of: { readonly id: string; readonly orgId: string; readonly orgName: string; readonly year: number },
  stage: AppraisalStage,
): Promise<void> {
  await openThings(tx, [
    {
      ...{
        id: newId(),
        key: keyOf(of.id, 'next'),
        kind: 'appraisal.go-on',
        to: { permission: 'appraisal.run' },
      },
      ...{
        orgId: of.orgId,
        facts: { org: of.orgName, year: of.year, stage },
        dueOn: null,
        askedBy: of.orgName,
      },
      ...{ minutes: 3, subjectId: of.orgId, openedAt: now },
    },
  ])
}

export async function closeGoOn({ tx, actor, now }: Context, appraisalId: string): Promise<void> {
  await closeThing(tx, keyOf(appraisalId, 'next'), actor, now)
}
