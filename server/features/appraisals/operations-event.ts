import { appraisalBlocks, appraisalRefusals, appraisalStages } from '@steward/domain/appraisals/appraisal.ts'
import { ballotPapers } from '@steward/domain/appraisals/ballot.ts'
import { rollPlaces, rollReasons, rollRefusals } from '@steward/domain/appraisals/roll.ts'
import { noticeScopes, objectionRoutes } from '@steward/domain/notices/notice.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { appraisalId, DocumentRef, line, memberId, Org, revision } from './operations-shapes.ts'

const stage = z.enum(appraisalStages)
const year = z.int().min(2000).max(2200)
const Block = z.object({ code: z.enum(appraisalBlocks), count: z.int() })
const reason = z.string().trim().max(300)

export const openAppraisal = defineCommand({
  id: 'appraisal.open',
  summary: { zh: '开始一年的民主评议', en: 'Begin the appraisal of a year' },
  input: z.object({ orgId: z.uuid(), year }),
  output: z.object({ appraisalId }),
  refusals: [
    'appraisal-already-open',
    'appraisal-only-for-branches',
    'appraisal-organisation-closed',
    'appraisal-year-not-begun',
  ],
})

export const listAppraisals = defineQuery({
  id: 'appraisal.list',
  summary: { zh: '各支部评议走到哪一步', en: 'Where the appraisals of the branches stand' },
  input: z.object({
    year: year.nullable().default(null),
    orgId: z.uuid().nullable().default(null),
    show: z.enum(['all', 'notOpened', 'running', 'closed']).default('all'),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    year: z.int(),
    /** In the order of the organisations; never by result. */
    rows: z.array(
      z.object({
        orgId: z.uuid(),
        orgName: z.string(),
        above: z.string(),
        appraisalId: z.uuid().nullable(),
        stage: stage.nullable(),
        graded: z.int(),
        changedAt: instant.nullable(),
      }),
    ),
    total: z.int(),
    counts: z.object({ all: z.int(), notOpened: z.int(), running: z.int(), closed: z.int() }),
  }),
})

export const showAppraisal = defineQuery({
  id: 'appraisal.show',
  summary: { zh: '一个支部的评议走到哪一步', en: 'Where the appraisal of a branch stands' },
  input: z.object({ orgId: z.uuid(), year: year.nullable().default(null) }),
  output: z.object({
    org: Org,
    year: z.int(),
    /** Null until it is opened. */
    appraisal: z
      .object({
        id: appraisalId,
        stage,
        /** The stage that comes next; null once closed. */
        next: stage.nullable(),
        blocks: z.array(Block),
        /** Every stage with what still stands in its way, as of now. */
        stages: z.array(z.object({ stage, state: z.enum(['done', 'now', 'later']), blocks: z.array(Block) })),
        basis: DocumentRef.nullable(),
        withLifeMeeting: z.boolean(),
        inGroups: z.boolean(),
        mayMeetInGroups: z.boolean(),
        assembly: z
          .object({ on: plainDate, shouldAttend: z.int(), present: z.int(), chair: z.string() })
          .nullable(),
        members: z.int(),
        graded: z.int(),
        withoutGrade: z.int(),
        /** Only counted, never listed here. */
        notTakingPart: z.int(),
        excellentLimit: z.int(),
        settledBy: z.enum(['committee', 'assembly']),
        boxes: z.array(
          z.object({
            id: z.uuid(),
            paper: z.enum(ballotPapers),
            state: z.enum(['open', 'closed']),
            voters: z.int(),
            /** Ballots in the electronic box and papers counted. */
            cast: z.int(),
            seal: z.string().nullable(),
          }),
        ),
        signedOn: plainDate.nullable(),
        edition: z.int(),
        notice: z
          .object({
            id: z.uuid(),
            state: z.string(),
            postedOn: plainDate.nullable(),
            endsOn: plainDate.nullable(),
            objections: z.int(),
          })
          .nullable(),
        moves: z.array(z.object({ move: z.string(), words: z.string(), by: z.string(), at: instant })),
        revision,
      })
      .nullable(),
    /** How far each stage has come, out of how many; null until it is opened. */
    figures: z
      .object({
        reportsOwed: z.int(),
        reportsIn: z.int(),
        reportsChecked: z.int(),
        selves: z.int(),
        spokenOf: z.int(),
        settled: z.int(),
        feedbacks: z.int(),
        told: z.int(),
        problems: z.int(),
        mended: z.int(),
      })
      .nullable(),
    may: z.array(
      z.enum([
        'appraisal.run',
        'appraisal.take-down',
        'duty-report.check',
        'ballot.count',
        'settlement.read',
        'settlement.record',
        'feedback.tell',
        'rectification.follow',
      ]),
    ),
  }),
})

export const showMine = defineQuery({
  id: 'appraisal.mine',
  summary: { zh: '我的民主评议', en: 'The own part in this year’s appraisal' },
  input: z.object({ year: year.nullable().default(null) }),
  output: z.object({
    countyCode: z.string(),
    year: z.int(),
    appraisal: z
      .object({
        id: appraisalId,
        orgId: z.uuid(),
        orgName: z.string(),
        memberId,
        stage,
        place: z.enum(rollPlaces).nullable(),
        placeReason: z.enum(rollReasons).nullable(),
        owesReport: z.boolean(),
        reportId: z.uuid().nullable(),
        reportState: z.string().nullable(),
        openQuestions: z.int(),
        selfSaid: z.boolean(),
        box: z
          .object({
            id: z.uuid(),
            state: z.enum(['open', 'closed']),
            /** `tokenGiven` says nothing about whether it was used. */
            voter: z.enum(['listed', 'tokenGiven', 'onPaper']),
          })
          .nullable(),
        feedbackId: z.uuid().nullable(),
        feedbackState: z.string().nullable(),
        peersToAnswer: z.int(),
        /** Of the own problems, those that still want a report. */
        itemsOpen: z.int(),
        /** The last appeal against the own grade, also while the new grade waits for its talk. */
        appeal: z
          .object({
            state: z.string(),
            stageOrgName: z.string(),
            handlerName: z.string().nullable(),
            dueOn: plainDate,
            decidedOn: plainDate.nullable(),
            answer: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable(),
  }),
})

export const nameBasis = defineCommand({
  id: 'appraisal.name-basis',
  summary: { zh: '写明依据文件', en: 'Name the document that orders the appraisal' },
  input: z.object({
    appraisalId,
    revision,
    basis: DocumentRef,
    withLifeMeeting: z.boolean().default(false),
    inGroups: z.boolean().default(false),
  }),
  output: z.object({ revision }),
  refusals: [
    'appraisal-wrong-stage',
    'appraisal-changed-since',
    'appraisal-basis-missing',
    'appraisal-too-small-for-groups',
  ],
})

const RollLine = z.object({
  memberId,
  name: z.string(),
  place: z.enum(rollPlaces),
  reason: z.enum(rollReasons),
  decision: DocumentRef.nullable(),
  hostOrgName: z.string().nullable(),
  homeOrgName: z.string().nullable(),
  owesReport: z.boolean(),
  group: z.string(),
})

export const showRoll = defineQuery({
  id: 'appraisal.roll',
  summary: { zh: '评议名单', en: 'The roll of an appraisal' },
  input: z.object({ appraisalId }),
  output: z.object({
    rows: z.array(RollLine),
    /** Members of the branch without a line, for instance moved in since. */
    missing: z.array(z.object({ memberId, name: z.string() })),
    /** Members of other branches whose roll of the year says that they are appraised here, and who are not listed yet. */
    guests: z.array(z.object({ memberId, name: z.string(), homeOrgName: z.string() })),
    revision,
    mayChange: z.boolean(),
  }),
})

export const findHost = defineQuery({
  id: 'appraisal.find-host',
  summary: { zh: '找流入地支部', en: 'Find the branch where a member lives now' },
  input: z.object({ appraisalId, search: z.string().trim().max(40) }),
  output: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string(), above: z.string() })) }),
})

export const placeMember = defineCommand({
  id: 'appraisal.place',
  summary: { zh: '改一名党员在名单上的位置', en: 'Place a member on the roll' },
  input: z.object({
    appraisalId,
    memberId,
    /** `asRegistered` is what the register says; the others name their ground. */
    place: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('asRegistered') }),
      z.object({ kind: z.literal('exempt'), decision: DocumentRef }),
      z.object({ kind: z.literal('atHost'), hostOrgId: z.uuid() }),
      z.object({ kind: z.literal('guest') }),
    ]),
    owesReport: z.boolean().nullable().default(null),
    group: z.string().trim().max(30).default(''),
  }),
  output: z.object({ revision }),
  refusals: [...rollRefusals, 'appraisal-wrong-stage', 'roll-host-unknown'],
})

export const recordAssembly = defineCommand({
  id: 'appraisal.record-assembly',
  summary: { zh: '记下评议大会到会人数', en: 'Record the assembly of an appraisal' },
  input: z.object({
    appraisalId,
    revision,
    on: plainDate,
    shouldAttend: z.int().min(0).max(100_000),
    present: z.int().min(0).max(100_000),
    chair: line,
  }),
  output: z.object({ revision }),
  refusals: [
    'appraisal-wrong-stage',
    'appraisal-changed-since',
    'vote-nobody-to-attend',
    'vote-more-present-than-due',
    'appraisal-day-in-future',
  ],
})

const Moved = z.object({ stage, revision })

export const goOn = defineCommand({
  id: 'appraisal.go-on',
  summary: { zh: '评议走下一步', en: 'Take the next stage of an appraisal' },
  input: z.object({ appraisalId, revision }),
  output: Moved.extend({ blocks: z.array(Block) }),
  refusals: [...appraisalRefusals, ...rollRefusals, 'appraisal-changed-since'],
})

export const goBack = defineCommand({
  id: 'appraisal.go-back',
  summary: { zh: '评议退回上一步', en: 'Go back one stage of an appraisal' },
  input: z.object({ appraisalId, revision, reason }),
  output: Moved,
  refusals: [...appraisalRefusals, 'appraisal-changed-since'],
})

export const draftResultNotice = defineCommand({
  id: 'appraisal.draft-notice',
  summary: { zh: '起草评议结果公示', en: 'Draft the notice of results' },
  input: z.object({
    appraisalId,
    scope: z.enum(noticeScopes).default('branch'),
    workingDays: z.int().min(5).max(60).default(5),
    contactOffice: z.string().trim().max(40),
    contactPhone: z.string().trim().max(30),
    contactHours: z.string().trim().max(40).default(''),
    paperPlace: z.string().trim().max(60).default(''),
    routes: z.array(z.enum(objectionRoutes)).min(1).max(4).default(['page', 'phone', 'paper']),
  }),
  output: z.object({ noticeId: z.uuid() }),
  refusals: [
    'appraisal-wrong-stage',
    'appraisal-notice-there',
    'notice-words-missing',
    'notice-contact-missing',
    'notice-route-missing',
    'notice-too-short',
    'notice-full-names-need-decision',
    'notice-ranking-needs-decision',
  ],
})

export const eventOperations = {
  openAppraisal,
  listAppraisals,
  showAppraisal,
  showMine,
  nameBasis,
  showRoll,
  findHost,
  placeMember,
  recordAssembly,
  goOn,
  goBack,
  draftResultNotice,
}
