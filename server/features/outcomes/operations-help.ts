import { helpPlanRefusals, helpPlanStates, helpResults } from '@steward/domain/outcomes/help-plan.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { line, Org, page, words, year } from './operations-use-shapes.ts'

const helpPlanId = z.uuid()
const state = z.enum(helpPlanStates)
const result = z.enum(helpResults)

export const PlanLine = z.object({
  id: helpPlanId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  year,
  from: plainDate,
  until: plainDate,
  helperNames: z.array(z.string()),
  state,
  result: result.nullable(),
  steps: z.int(),
  isMine: z.boolean(),
})
export const PlanView = PlanLine.omit({ steps: true }).extend({
  gaps: z.string(),
  measures: z.string(),
  steps: z.array(z.object({ on: plainDate, words: z.string(), by: z.string() })),
  memberWord: z.string().nullable(),
  madeBy: z.string(),
  madeOn: plainDate,
  evaluatedBy: z.string().nullable(),
  evaluatedOn: plainDate.nullable(),
  may: z.array(z.enum(['note', 'evaluate'])),
})

export const listHelpPlans = defineQuery({
  id: 'help-plan.list',
  summary: { zh: '帮扶计划', en: 'List help plans' },
  input: z.object({
    orgId: z.uuid(),
    year: year.nullable().default(null),
    state: state.nullable().default(null),
    ...page,
  }),
  output: z.object({ org: Org, total: z.int(), rows: z.array(PlanLine), mayMake: z.boolean() }),
})

export const showHelpPlan = defineQuery({
  id: 'help-plan.show',
  summary: { zh: '一份帮扶计划', en: 'One help plan' },
  input: z.object({ helpPlanId }),
  output: PlanView,
})

export const makeNewHelpPlan = defineCommand({
  id: 'help-plan.make',
  summary: { zh: '定帮扶计划', en: 'Make a help plan' },
  input: z.object({
    memberId: z.uuid(),
    year,
    gaps: words,
    measures: words,
    helperNames: z.array(line).max(10),
    from: plainDate,
    until: plainDate,
  }),
  output: z.object({ helpPlanId }),
  refusals: [...helpPlanRefusals, 'help-plan-running-already'],
})

export const noteHelpStep = defineCommand({
  id: 'help-plan.note',
  summary: { zh: '记一次帮扶', en: 'Note what was done of a help plan' },
  input: z.object({ helpPlanId, words, on: plainDate }),
  output: z.object({ steps: z.int() }),
  refusals: [...helpPlanRefusals, 'state-date-in-future'],
})

export const evaluateHelpPlan = defineCommand({
  id: 'help-plan.evaluate',
  summary: { zh: '评估帮扶', en: 'Evaluate a help plan after hearing the member' },
  input: z.object({ helpPlanId, result, memberWord: words }),
  output: z.object({}),
  refusals: helpPlanRefusals,
})

export const helpOperations = {
  listHelpPlans,
  showHelpPlan,
  makeNewHelpPlan,
  noteHelpStep,
  evaluateHelpPlan,
}
