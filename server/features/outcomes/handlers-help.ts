import { evaluateHelp, makeHelpPlan, noteHelp } from '@steward/domain/outcomes/help-plan.ts'
import { confirmUse } from '@steward/domain/outcomes/outcome-use.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { formatPlainDate } from '@steward/domain/shared/plain-date.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { tellOutcome } from './handlers-things.ts'
import { stepActor } from './handlers-use-shape.ts'
import {
  evaluateHelpPlan,
  listHelpPlans,
  makeNewHelpPlan,
  noteHelpStep,
  showHelpPlan,
} from './operations-help.ts'
import {
  findHelpPlan,
  insertHelpPlan,
  insertHelpStep,
  type KeptHelpPlan,
  listHelpPlansOf,
  lockHelpPlan,
  lockHelpUse,
  saveHelpEvaluated,
} from './queries-help.ts'
import { lockSubject } from './queries-person.ts'
import { demandReader, recordReading } from './queries-reader.ts'
import { findUse, saveUses } from './queries-use.ts'

function planHead(context: Context, plan: KeptHelpPlan) {
  return {
    ...{ id: plan.id, memberId: plan.memberId, memberName: plan.memberName, orgName: plan.orgName },
    ...{ year: plan.year, from: plan.from, until: plan.until, helperNames: [...plan.helperNames] },
    ...{ state: plan.state, result: plan.result, isMine: plan.memberId === context.actor.memberId },
  }
}

export function planView(context: Context, plan: KeptHelpPlan) {
  const head = planHead(context, plan)
  const runs =
    !head.isMine &&
    plan.state === 'running' &&
    context.access.may(['help-plan.run'], { path: plan.orgPath }).length > 0
  return {
    ...head,
    ...{ gaps: plan.gaps, measures: plan.measures, steps: [...plan.steps], memberWord: plan.memberWord },
    ...{ madeBy: plan.madeBy, madeOn: plan.madeOn },
    ...{ evaluatedBy: plan.evaluatedByName, evaluatedOn: plan.evaluatedOn },
    may: runs ? (['note', 'evaluate'] as const).slice() : [],
  }
}

const listing = handle(listHelpPlans, async (context, { orgId, year, state, ...window }) => {
  const { tx, access } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('outcome.read', { path: org.path })
  const { total, rows } = await listHelpPlansOf(context, { path: org.path, year, state }, window)
  return agree({
    org: { id: org.id, name: org.name },
    total,
    rows: rows.map((plan) => ({ ...planHead(context, plan), steps: plan.steps.length })),
    mayMake: access.may(['help-plan.run'], { path: org.path }).length > 0,
  })
})

const showing = handle(showHelpPlan, async (context, { helpPlanId }) => {
  const plan = (await findHelpPlan(context.tx, helpPlanId)) ?? problem('not-found')
  const file = {
    ...{ kind: 'helpPlan' as const, id: plan.id, memberId: plan.memberId, path: plan.orgPath },
    handles: ['outcome.read'] as const,
  }
  await recordReading(context, file, await demandReader(context, file))
  return agree(planView(context, plan))
})

const making = handle(makeNewHelpPlan, async (context, input) => {
  const { tx, access, today, newId } = context
  const subject = (await lockSubject(tx, input.memberId, input.year)) ?? problem('not-found')
  access.demandHidden('help-plan.run', { path: subject.orgPath })
  const by = stepActor(context)
  if (by.memberId === input.memberId) return refuse('help-plan-own-case')
  const helperNames = input.helperNames.map((name) => name.trim()).filter((name) => name !== '')
  const made = makeHelpPlan({ ...input, id: newId(), helperNames })
  if (!made.ok) return made
  const drafted = await lockHelpUse(tx, input.memberId, input.year)
  const plan = { ...made.value, orgId: subject.orgId, useId: drafted?.id ?? null }
  if (!(await insertHelpPlan(context, plan))) return refuse('help-plan-running-already')
  if (drafted !== undefined) {
    // The plan is what became of the draft (R-187, S-223).
    const use = (await findUse(tx, drafted.id)) ?? problem('not-found')
    const document = `帮扶计划（${formatPlainDate(plan.from)}至${formatPlainDate(plan.until)}）`
    const confirmed = confirmUse(use, by, document, today)
    if (confirmed.ok) await saveUses(context, [confirmed.value])
  }
  const about = { id: plan.id, memberId: plan.memberId, orgId: subject.orgId, year: plan.year }
  await tellOutcome(context, about, 'help-plan.read')
  context.note({ helpPlanId: plan.id, memberId: plan.memberId })
  return agree({ helpPlanId: plan.id })
})

async function lockRunnable(context: Context, id: string): Promise<KeptHelpPlan> {
  const plan = (await lockHelpPlan(context.tx, id)) ?? problem('not-found')
  context.access.demandHidden('help-plan.run', { path: plan.orgPath })
  return plan
}

const noting = handle(noteHelpStep, async (context, { helpPlanId, words, on }) => {
  const plan = await lockRunnable(context, helpPlanId)
  if (plan.memberId === context.actor.memberId) return refuse('help-plan-own-case')
  if (on > context.today) return refuse('state-date-in-future', { today: context.today })
  const noted = noteHelp(plan, words, on)
  if (!noted.ok) return noted
  await insertHelpStep(context, plan.id, { on, words: words.trim() })
  context.note({ helpPlanId, memberId: plan.memberId })
  return agree({ steps: noted.value.steps.length })
})

const evaluating = handle(evaluateHelpPlan, async (context, { helpPlanId, result, memberWord }) => {
  const plan = await lockRunnable(context, helpPlanId)
  const evaluated = evaluateHelp(plan, { result, memberWord }, stepActor(context), context.today)
  if (!evaluated.ok) return evaluated
  await saveHelpEvaluated(context, evaluated.value)
  const about = { id: plan.id, memberId: plan.memberId, orgId: plan.orgId, year: plan.year }
  await tellOutcome(context, about, 'help-plan.read')
  context.note({ helpPlanId, memberId: plan.memberId, result })
  return agree({})
})

export const helpHandlers: readonly Handled[] = [listing, showing, making, noting, evaluating]
