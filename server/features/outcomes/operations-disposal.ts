import { formWords } from '@steward/domain/outcomes/disposal-documents.ts'
import { sanctions } from '@steward/domain/outcomes/discipline.ts'
import { defineDownload, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  disposalEnds,
  disposalForm,
  disposalGround,
  disposalId,
  disposalState,
  VoteShown,
} from './operations-disposal-shapes.ts'

const Person = z.object({ memberId: z.uuid(), name: z.string() })
const Row = z.object({
  id: disposalId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  form: disposalForm,
  ground: disposalGround,
  state: disposalState,
  proposedOn: plainDate,
  decidedOn: plainDate.nullable(),
  /** Decided, and not yet handed over. */
  decided: z.boolean(),
  until: plainDate.nullable(),
  endedHow: z.enum(disposalEnds).nullable(),
})
export const disposalMays = [
  'file',
  'findFacts',
  'invite',
  'hear',
  'giveOpinion',
  'preReview',
  'vote',
  'decide',
  'serve',
  'stop',
  'endCorrection',
  'lengthen',
  'endPersuasion',
  'proposeNext',
  'answer',
  'say',
  'paper',
] as const

export const listDisposals = defineQuery({
  id: 'disposal.list',
  summary: { zh: '组织处置的卷', en: 'Cases of organisational disposal' },
  input: z.object({
    which: z.enum(['open', 'inForce', 'closed', 'all']).default('open'),
    /** Of one member; none for all the caller may read. */
    memberId: z.uuid().nullable().default(null),
    after: disposalId.nullable().default(null),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    rows: z.array(Row),
    next: disposalId.nullable(),
    figures: z.object({
      open: z.int(),
      correctionOrders: z.int(),
      turnedAround: z.int(),
      persuadedOut: z.int(),
      removed: z.int(),
    }),
    mayPropose: z.boolean(),
  }),
})

export const myDisposals = defineQuery({
  id: 'disposal.mine',
  summary: { zh: '我的处置和处分', en: 'Own cases and sanctions' },
  input: z.object({}),
  output: z.object({
    rows: z.array(Row.omit({ memberId: true, memberName: true })),
    sanctions: z.array(
      z.object({
        id: z.uuid(),
        sanction: z.enum(sanctions),
        documentNumber: z.string(),
        body: z.string(),
        decidedOn: plainDate,
        effectUntil: plainDate,
        reason: z.string(),
      }),
    ),
  }),
})

export const showDisposal = defineQuery({
  id: 'disposal.show',
  summary: { zh: '一件组织处置', en: 'One case of disposal' },
  input: z.object({ disposalId }),
  output: z.object({
    case: Row.extend({
      isMine: z.boolean(),
      revision: z.int(),
      proposal: z.object({ body: z.string(), reason: z.string(), by: z.string() }),
      facts: z.object({
        helpPlanId: z.uuid().nullable(),
        earlierId: disposalId.nullable(),
        lapse: z
          .object({
            monthsWithoutLife: z.int(),
            monthsWithoutDues: z.int(),
            monthsWithoutWork: z.int(),
            lookedIntoBy: z.string(),
          })
          .nullable(),
        lostContact: z
          .object({ lostSince: plainDate, stoppedOn: plainDate.nullable(), foundOn: plainDate.nullable() })
          .nullable(),
        outsideDocument: z.string().nullable(),
      }),
      filing: z.object({ document: z.string(), on: plainDate }).nullable(),
      finding: z.object({ group: z.array(z.string()), words: z.string(), on: plainDate }).nullable(),
      hearing: z
        .object({
          on: plainDate,
          heldBy: z.array(z.string()),
          came: z.boolean(),
          defence: z.string(),
          witnesses: z.array(z.object({ name: z.string(), words: z.string() })),
          invitedOn: z.array(plainDate),
        })
        .nullable(),
      opinion: z.object({ body: z.string(), words: z.string(), on: plainDate }).nullable(),
      preReview: z.object({ document: z.string(), on: plainDate }).nullable(),
      decision: z
        .object({
          body: z.string(),
          deciderName: z.string(),
          number: z.string(),
          on: plainDate,
          reason: z.string(),
          months: z.int().nullable(),
          required: z.string(),
          help: z.string(),
        })
        .nullable(),
      served: z
        .object({
          proof: z.string(),
          how: z.enum(['signed', 'refusedToSign']),
          on: plainDate,
          by: z.string(),
        })
        .nullable(),
      rejoinFrom: plainDate.nullable(),
      end: z
        .object({
          how: z.enum(disposalEnds),
          on: plainDate,
          words: z.string(),
          minutes: z.string().nullable(),
          document: z.string().nullable(),
        })
        .nullable(),
      stoppedFor: z.string().nullable(),
    }),
    needsPreReview: z.boolean(),
    votes: z.array(VoteShown),
    invitations: z.array(
      z.object({
        id: z.uuid(),
        toWhat: z.enum(['hearing', 'assembly']),
        on: plainDate,
        at: z.string(),
        place: z.string(),
        how: z.enum(['app', 'paper']),
        invitedOn: plainDate,
        by: z.string(),
        answer: z.enum(['comes', 'cannot']).nullable(),
        answerWords: z.string(),
      }),
    ),
    /** What happened, by whom and when; the member's own words among them. */
    moves: z.array(z.object({ move: z.string(), words: z.string(), by: z.string(), at: instant })),
    /** The bar of the next vote in numbers (R-049…R-051). */
    bar: z.object({ shouldAttend: z.int(), needed: z.int() }),
    /** Full members of the branch, for the group, the talk and who is left out; empty for the member. */
    people: z.array(Person),
    disputed: z.boolean(),
    /** Who decides, who may be asked, and who is appealed to. */
    deciding: z.object({ body: z.string().nullable(), appealTo: z.string() }),
    nextForm: disposalForm.nullable(),
    may: z.array(z.enum(disposalMays)),
  }),
})

export const prepareDisposal = defineQuery({
  id: 'disposal.prepare',
  summary: { zh: '提出处置前要看的', en: 'What to look at before a disposal is proposed' },
  input: z.object({ memberId: z.uuid() }),
  output: z.object({
    memberName: z.string(),
    orgName: z.string(),
    /** The committee, or the assembly where there is none. */
    body: z.string(),
    openId: disposalId.nullable(),
    helpPlans: z.array(
      z.object({
        id: z.uuid(),
        year: z.int(),
        until: plainDate,
        result: z.enum(['changed', 'partly', 'notChanged']).nullable(),
      }),
    ),
    earlier: z.array(
      z.object({ id: disposalId, form: disposalForm, endedHow: z.enum(disposalEnds), endedOn: plainDate }),
    ),
    sanctions: z.array(
      z.object({
        id: z.uuid(),
        sanction: z.enum(sanctions),
        documentNumber: z.string(),
        decidedOn: plainDate,
      }),
    ),
    stoppedOn: plainDate.nullable(),
  }),
})

export const disposalPaper = defineDownload({
  id: 'disposal.paper',
  summary: {
    zh: `下载${formWords.correctionOrder}通知书或者决定书`,
    en: 'Download the notice of a correction order or the decision',
  },
  input: z.object({ disposalId }),
})

export const disposalLookOperations = {
  listDisposals,
  myDisposals,
  showDisposal,
  prepareDisposal,
  disposalPaper,
}
