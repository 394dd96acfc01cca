import {
  distinctions,
  toleranceConditions,
  toleranceExclusions,
  toleranceFactors,
  toleranceRefusals,
  toleranceStates,
} from '@steward/domain/outcomes/tolerance.ts'
import { defineCommand, defineDownload, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { line, OrgRef, page, PaperNumber, Step, words } from './operations-warning-shapes.ts'

const toleranceId = z.uuid()
const revision = z.int()
const state = z.enum(toleranceStates)
const refusals = [...toleranceRefusals, 'outcome-changed-since'] as const
const changed = z.object({ state, revision, dueOn: plainDate.nullable() })
/** Whole hundredths. */
const points = z.int()

const Entry = z.object({
  id: z.uuid(),
  deedOn: plainDate,
  says: z.string(),
  credited: points,
  reversalId: z.uuid().nullable(),
})

const Check = z.object({
  conditions: z.record(z.enum(toleranceConditions), z.boolean()),
  distinctions: z.record(z.enum(distinctions), z.boolean()),
  factors: z.record(z.enum(toleranceFactors), words),
  exclusions: z.array(z.enum(toleranceExclusions)),
})

export const toleranceOptions = defineQuery({
  id: 'tolerance.options',
  summary: { zh: '可以申请容错的事项', en: 'What a tolerance case may name' },
  input: z.object({ memberId: z.uuid() }),
  output: z.object({
    memberName: z.string(),
    entries: z.array(Entry.extend({ disputed: z.boolean() })),
    warnings: z.array(z.object({ id: z.uuid(), number: PaperNumber, says: z.string() })),
    days: z.object({ accept: z.int(), check: z.int(), answer: z.int() }),
  }),
})

export const applyTolerance = defineCommand({
  id: 'tolerance.apply',
  summary: { zh: '申请容错', en: 'Apply for tolerance, for oneself or for a member of the branch' },
  input: z.object({
    memberId: z.uuid(),
    matter: words,
    entryIds: z.array(z.uuid()).max(20).default([]),
    warningId: z.uuid().nullable().default(null),
  }),
  output: z.object({ toleranceId, dueOn: plainDate }),
  refusals: [...refusals, 'tolerance-entry-unknown', 'tolerance-names-nothing'],
})

export const acceptTolerance = defineCommand({
  id: 'tolerance.accept',
  summary: { zh: '受理容错申请', en: 'Take a tolerance case up, or not' },
  input: z.object({ toleranceId, revision, accepted: z.boolean(), reason: words.default('') }),
  output: changed,
  refusals,
})

export const checkTolerance = defineCommand({
  id: 'tolerance.check',
  summary: { zh: '写下核查情况', en: 'Write down what the check found' },
  input: z.object({ toleranceId, revision, check: Check }),
  output: changed,
  refusals: [...refusals, 'tolerance-checked-before'],
})

export const findTolerance = defineCommand({
  id: 'tolerance.find',
  summary: { zh: '作出容错认定', en: 'Find on tolerance' },
  input: z.object({
    toleranceId,
    revision,
    tolerated: z.boolean(),
    bodyOrgId: z.uuid(),
    document: line,
    reason: words,
  }),
  output: changed.extend({ reversed: z.int() }),
  refusals: [
    ...refusals,
    'outcome-body-not-competent',
    'tolerance-found-before',
    'tolerance-cannot-reverse',
    'tolerance-cannot-lift',
  ],
})

export const answerTolerance = defineCommand({
  id: 'tolerance.answer',
  summary: { zh: '书面答复本人', en: 'Enter that the member was answered' },
  input: z.object({ toleranceId, revision }),
  output: changed,
  refusals,
})

const Line = z.object({
  id: toleranceId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  start: z.string(),
  state,
  appliedOn: plainDate,
  dueOn: plainDate.nullable(),
  isOverdue: z.boolean(),
  answeredOn: plainDate.nullable(),
})

export const listTolerance = defineQuery({
  id: 'tolerance.list',
  summary: { zh: '容错', en: 'Tolerance cases' },
  input: z.object({
    show: z.enum(['open', 'toAnswer', 'decided', 'all']).default('open'),
    ...page,
  }),
  output: z.object({
    rows: z.array(Line),
    total: z.int(),
    counts: z.object({ open: z.int(), toAnswer: z.int(), decided: z.int(), all: z.int() }),
    mayApply: z.boolean(),
    maySetDays: z.boolean(),
    days: z.object({ accept: z.int(), check: z.int(), answer: z.int() }),
  }),
})

export const showTolerance = defineQuery({
  id: 'tolerance.show',
  summary: { zh: '看一件容错', en: 'One tolerance case' },
  input: z.object({ toleranceId }),
  output: Line.extend({
    matter: z.string(),
    appliedBy: z.enum(['member', 'organisation']),
    appliedByName: z.string(),
    entries: z.array(Entry),
    warning: z.object({ id: z.uuid(), number: PaperNumber, state: z.string() }).nullable(),
    reason: z.string().nullable(),
    check: Check.extend({ by: z.string(), on: plainDate }).nullable(),
    /** What stands in the way of toleration, from the check. */
    hindrances: z
      .object({
        conditions: z.array(z.enum(toleranceConditions)),
        distinctions: z.array(z.enum(distinctions)),
        exclusions: z.array(z.enum(toleranceExclusions)),
      })
      .nullable(),
    finding: z
      .object({ body: z.string(), document: z.string(), by: z.string(), on: plainDate, number: PaperNumber })
      .nullable(),
    appeals: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        state: z.string(),
        dueOn: plainDate,
        answer: z.string().nullable(),
      }),
    ),
    appealTo: z.string(),
    bodies: z.array(OrgRef),
    steps: z.array(Step),
    edition: z.int(),
    revision,
    isOwn: z.boolean(),
    may: z.array(z.enum(['accept', 'check', 'find', 'answer', 'appeal'])),
  }),
})

export const listMyTolerance = defineQuery({
  id: 'tolerance.mine',
  summary: { zh: '我的容错申请', en: 'Tolerance cases about me' },
  input: z.object({}),
  output: z.object({ rows: z.array(Line) }),
})

export const setToleranceDays = defineCommand({
  id: 'tolerance.set-days',
  summary: { zh: '定容错各步的工作日', en: 'Settle the working days of each step' },
  input: z.object({
    accept: z.int().min(1).max(60),
    check: z.int().min(1).max(120),
    answer: z.int().min(1).max(60),
    document: line.min(1),
  }),
  output: z.object({}),
})

export const toleranceFile = defineDownload({
  id: 'tolerance.file',
  summary: { zh: '下载容错认定书', en: 'Download the finding on tolerance' },
  input: z.object({ toleranceId }),
})

export const toleranceOperations = {
  toleranceOptions,
  applyTolerance,
  acceptTolerance,
  checkTolerance,
  findTolerance,
  answerTolerance,
  listTolerance,
  showTolerance,
  listMyTolerance,
  setToleranceDays,
  toleranceFile,
}
