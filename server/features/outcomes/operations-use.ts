import { noUseRefusals, useRefusals } from '@steward/domain/outcomes/outcome-use.ts'
import { outcomeLists } from '@steward/domain/outcomes/outcome-list.ts'
import { limitRefusals } from '@steward/domain/outcomes/limit.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  body,
  Facts,
  grade,
  LimitLine,
  line,
  Org,
  page,
  Served,
  use,
  useKind,
  UseLine,
  useState,
  words,
  year,
} from './operations-use-shapes.ts'

const orgId = z.uuid()
const useId = z.uuid()

export const draftOutcomeUses = defineCommand({
  id: 'outcome.draft',
  summary: { zh: '按格次列出建议', en: 'Make the drafts of uses from the grades' },
  input: z.object({ orgId, year }),
  output: z.object({
    /** Branches whose grades are out, members graded there, drafts added, drafts and decisions taken back. */
    branches: z.int(),
    members: z.int(),
    drafted: z.int(),
    withdrawn: z.int(),
    /** Branches below that are not so far yet. */
    waiting: z.int(),
  }),
  refusals: ['outcome-grades-not-out'],
})

export const listUses = defineQuery({
  id: 'outcome.list',
  summary: { zh: '结果运用名单', en: 'List uses of results' },
  input: z.object({
    orgId,
    year,
    list: z.enum(outcomeLists).nullable().default(null),
    use: use.nullable().default(null),
    state: useState.nullable().default(null),
    /** Only what the caller may decide. */
    mine: z.boolean().default(false),
    search: z.string().trim().max(40).default(''),
    ...page,
  }),
  output: z.object({
    org: Org,
    total: z.int(),
    rows: z.array(UseLine),
    /** Counts of the whole list by use and state, encouragement first. */
    counts: z.array(z.object({ use, kind: useKind, body, state: useState, count: z.int() })),
  }),
})

export const showUse = defineQuery({
  id: 'outcome.show',
  summary: { zh: '一项结果运用', en: 'One use of a result' },
  input: z.object({ useId }),
  output: UseLine.extend({
    served: Served.nullable(),
    limit: LimitLine.nullable(),
    helpPlanId: z.uuid().nullable(),
    /** Where the member goes who disagrees. */
    appealTo: z.string(),
  }),
})

export const confirmUses = defineCommand({
  id: 'outcome.confirm',
  summary: { zh: '定下鼓励性的运用', en: 'Confirm encouraging uses' },
  input: z.object({ useIds: z.array(useId).min(1).max(500), document: line }),
  output: z.object({ confirmed: z.int() }),
  refusals: [...useRefusals, 'outcome-help-needs-plan', 'outcome-limited'],
})

export const enterUse = defineCommand({
  id: 'outcome.enter',
  summary: { zh: '登记限制和调整', en: 'Enter a limit or measure with its five facts' },
  input: z.object({
    useId,
    document: line,
    facts: Facts,
    /** Of a limit: first and last day; without them from the decision for a year. */
    from: plainDate.nullable().default(null),
    until: plainDate.nullable().default(null),
  }),
  output: z.object({ useId, limitId: z.uuid().nullable() }),
  refusals: [...useRefusals, ...limitRefusals, 'outcome-grade-not-told'],
})

export const declineUses = defineCommand({
  id: 'outcome.decline',
  summary: { zh: '不采用，写明原因', en: 'Decline drafts with the reason' },
  input: z.object({ useIds: z.array(useId).min(1).max(500), reason: words }),
  output: z.object({ declined: z.int() }),
  refusals: useRefusals,
})

export const listWithoutUse = defineQuery({
  id: 'outcome.without-use',
  summary: { zh: '还没有运用的党员', en: 'Graded members without a recorded use or reason' },
  input: z.object({ orgId, year, search: z.string().trim().max(40).default(''), ...page }),
  output: z.object({
    org: Org,
    total: z.int(),
    rows: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        orgId: z.uuid(),
        orgName: z.string(),
        grade,
        /** Drafts that wait for a decision, by use. */
        waiting: z.array(use),
        isMine: z.boolean(),
      }),
    ),
    mayExplain: z.boolean(),
  }),
})

export const explainNoUse = defineCommand({
  id: 'outcome.explain',
  summary: { zh: '写明没有运用的原因', en: 'Record why grades were not used' },
  input: z.object({ memberIds: z.array(z.uuid()).min(1).max(500), year, reason: words }),
  output: z.object({ explained: z.int() }),
  refusals: [...noUseRefusals, 'outcome-used-already', 'outcome-explained-already'],
})

export const useOperations = {
  draftOutcomeUses,
  listUses,
  showUse,
  confirmUses,
  enterUse,
  declineUses,
  listWithoutUse,
  explainNoUse,
}
