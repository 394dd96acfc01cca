import { cautionRefusals } from '@steward/domain/outcomes/caution.ts'
import { defineCommand, defineDownload, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Facts, OrgRef, page, PaperNumber, Served, Step, words } from './operations-warning-shapes.ts'

const cautionId = z.uuid()
const revision = z.int()
const state = z.enum(['drafted', 'inForce', 'ended'])
const refusals = [...cautionRefusals, 'outcome-changed-since'] as const
const changed = z.object({ state, revision })

export const cautionOptions = defineQuery({
  id: 'caution.options',
  summary: { zh: '起草警示要用的', en: 'What a draft of a caution needs' },
  input: z.object({ memberId: z.uuid() }),
  output: z.object({
    memberName: z.string(),
    org: OrgRef,
    bodies: z.array(OrgRef),
    plans: z.array(z.object({ id: z.uuid(), says: z.string() })),
    grades: z.array(z.object({ id: z.uuid(), year: z.int(), says: z.string(), disputed: z.boolean() })),
  }),
})

export const draftCaution = defineCommand({
  id: 'caution.draft',
  summary: { zh: '起草警示通知书', en: 'Draft a caution' },
  input: z.object({
    memberId: z.uuid(),
    bodyOrgId: z.uuid(),
    helpPlanId: z.uuid(),
    feedbackId: z.uuid().nullable().default(null),
    gaps: words,
    requiredChange: words,
  }),
  output: z.object({ cautionId, number: PaperNumber }),
  refusals: [...refusals, 'outcome-body-not-competent', 'caution-plan-unknown'],
})

export const serveCaution = defineCommand({
  id: 'caution.serve',
  summary: { zh: '下达警示', en: 'Enter that a caution was decided and handed over' },
  input: z.object({ cautionId, revision, facts: Facts }),
  output: changed,
  refusals,
})

export const answerCaution = defineCommand({
  id: 'caution.answer',
  summary: { zh: '对警示作说明', en: 'Answer the own caution' },
  input: z.object({ cautionId, answer: words }),
  output: changed,
  refusals,
})

export const takeCautionAnswer = defineCommand({
  id: 'caution.take-answer',
  summary: { zh: '记下本人对警示的说明', en: 'Write down what the member says to a caution' },
  input: z.object({ cautionId, answer: words }),
  output: changed,
  refusals,
})

export const endCaution = defineCommand({
  id: 'caution.end',
  summary: { zh: '解除警示', en: 'End a caution' },
  input: z.object({ cautionId, revision, reason: words }),
  output: changed,
  refusals,
})

const Line = z.object({
  id: cautionId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  bodyName: z.string(),
  number: PaperNumber,
  state,
  servedOn: plainDate.nullable(),
  endedOn: plainDate.nullable(),
  answered: z.boolean(),
  disputed: z.boolean(),
})

export const listCautions = defineQuery({
  id: 'caution.list',
  summary: { zh: '警示', en: 'Cautions' },
  input: z.object({ show: z.enum(['drafted', 'inForce', 'ended', 'all']).default('all'), ...page }),
  output: z.object({
    rows: z.array(Line),
    total: z.int(),
    counts: z.object({ drafted: z.int(), inForce: z.int(), ended: z.int() }),
    mayDraft: z.boolean(),
  }),
})

export const showCaution = defineQuery({
  id: 'caution.show',
  summary: { zh: '看一份警示', en: 'One caution' },
  input: z.object({ cautionId }),
  output: Line.extend({
    gaps: z.string(),
    requiredChange: z.string(),
    help: z.string(),
    draftedBy: z.string(),
    served: Served.nullable(),
    answer: z.string().nullable(),
    ended: z.object({ on: plainDate, by: z.string(), words: z.string() }).nullable(),
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
    steps: z.array(Step),
    revision,
    isOwn: z.boolean(),
    may: z.array(z.enum(['serve', 'answer', 'takeAnswer', 'end', 'appeal'])),
  }),
})

export const listMyCautions = defineQuery({
  id: 'caution.mine',
  summary: { zh: '关于我的警示', en: 'Cautions about me' },
  input: z.object({}),
  output: z.object({ rows: z.array(Line) }),
})

export const cautionFile = defineDownload({
  id: 'caution.file',
  summary: { zh: '下载警示通知书', en: 'Download the notice of a caution' },
  input: z.object({ cautionId }),
})

export const cautionOperations = {
  cautionOptions,
  draftCaution,
  serveCaution,
  answerCaution,
  takeCautionAnswer,
  endCaution,
  listCautions,
  showCaution,
  listMyCautions,
  cautionFile,
}
