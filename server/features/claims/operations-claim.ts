import { claimLevels, claimRefusals, submitRefusals } from '@steward/domain/claims/claim.ts'
import { limitKinds } from '@steward/domain/points/credit.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  Award,
  ClaimLine,
  ClaimStep,
  EvidenceView,
  ItemView,
  Limit,
  page,
  points,
  quantity,
  reviewRefusal,
  Room,
  Witness,
} from './operations-shapes.ts'

const claimId = z.uuid()

export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), itemCode: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('pledge'), pledgeId: z.uuid() }),
  z.object({ kind: z.literal('task'), taskId: z.uuid() }),
])

/** A member of the county, or somebody else by name. */
export const WitnessPerson = z.union([
  z.strictObject({ memberId: z.uuid() }),
  z.strictObject({ name: z.string().trim().max(40) }),
])

/** What is said of a deed; all but the target may be left out. */
export const Deed = z.object({
  target: Target,
  /** Today where it is left out. */
  deedOn: plainDate.optional(),
  quantity: quantity.default(100),
  said: z.string().trim().max(500).default(''),
  /** Only if the member wishes (S-194). */
  place: z.string().trim().max(80).nullable().default(null),
  photoIds: z.array(z.uuid()).max(3).default([]),
  witness: WitnessPerson.nullable().default(null),
  /** Branch where the member lives that has confirmed it. */
  hostBranch: z.string().trim().max(60).default(''),
  /** A paper that proves it, such as an award. */
  paperId: z.uuid().nullable().default(null),
  lateReason: z.string().trim().max(200).nullable().default(null),
  /** Day it was kept on the device without network. */
  writtenOn: plainDate.nullable().default(null),
})

/** Why a sending is refused. */
export const sendingRefusals = [
  ...submitRefusals,
  'claim-no-scheme',
  'claim-file-unknown',
  'claim-pledge-not-open',
  'claim-task-not-open',
  'claim-witness-unknown',
  'witness-name-missing',
  'witness-entered-it',
] as const

export const Sent = z.object({
  claimId,
  number: z.string(),
  deedOn: plainDate,
  submittedOn: plainDate,
  /** Days in which it is decided before it goes up. */
  decideDays: z.int(),
})

const Option = ItemView.extend({
  room: Room,
  /** How often this member has reported it; the frequent ones come first. */
  often: z.int(),
})
const TargetOption = z.object({
  id: z.uuid(),
  title: z.string(),
  from: plainDate,
  until: plainDate,
  item: ItemView,
  room: Room,
})

export const claimOptions = defineQuery({
  id: 'claim.options',
  summary: { zh: '现在能报什么', en: 'What can be reported now' },
  input: z.object({
    /** Whom it is reported for; oneself where it is left out. */
    memberId: z.uuid().optional(),
    /** Caps of this day; today where it is left out. */
    deedOn: plainDate.optional(),
  }),
  output: z.object({
    memberId: z.uuid(),
    memberName: z.string(),
    orgName: z.string(),
    today: plainDate,
    /** False for members left out of scoring by decision. */
    scored: z.boolean(),
    /** The earliest day a deed can be of. */
    earliestOn: plainDate,
    decideDays: z.int(),
    pledges: z.array(TargetOption),
    tasks: z.array(TargetOption.extend({ least: points, most: points })),
    /** At most twelve. */
    items: z.array(Option),
    /** Claims that were returned and wait for the member. */
    returned: z.int(),
    /** Members one may report for as their branch's stand-in. */
    mayStandIn: z.boolean(),
  }),
})

export const submitClaim = defineCommand({
  id: 'claim.submit',
  summary: { zh: '报一件事', en: 'Report a deed' },
  input: Deed.extend({ deviceKey: z.string().min(8).max(80) }),
  output: Sent,
  refusals: sendingRefusals,
})

export const resubmitClaim = defineCommand({
  id: 'claim.resubmit',
  summary: { zh: '补全退回的一件事，再交', en: 'Complete a returned deed and send it again' },
  input: Deed.omit({ target: true, writtenOn: true, witness: true }).extend({ claimId }),
  output: Sent,
  refusals: sendingRefusals,
})

export const listMyClaims = defineQuery({
  id: 'claim.mine',
  summary: { zh: '我报的事', en: 'My reported deeds' },
  input: z.object({ show: z.enum(['open', 'decided', 'all']).default('all'), ...page }),
  output: z.object({
    rows: z.array(
      ClaimLine.extend({
        waitingDays: z.int(),
        /** Last day of the level it lies at; null once decided. */
        decideByOn: plainDate.nullable(),
        /** Wants something of the member: complete it, or say whether it is right. */
        asks: z.enum(['complete', 'confirm']).nullable(),
      }),
    ),
    total: z.int(),
    counts: z.object({ open: z.int(), decided: z.int(), all: z.int() }),
  }),
})

/** A claim of the same item within a day: a hint, nothing follows by itself. */
const Double = z.object({
  id: z.uuid(),
  number: z.string(),
  deedOn: plainDate,
  state: z.string(),
  said: z.string(),
})
/** A look-alike photo of this or another branch: a hint. */
const PhotoHint = z.object({
  fileId: z.uuid(),
  likeness: z.enum(['exact', 'samePicture', 'alike']),
  /** Which one, for who may read it; null says only that there is one. */
  photo: z
    .object({ id: z.uuid(), name: z.string(), addedBy: z.string(), addedAt: instant, orgName: z.string() })
    .nullable(),
})

export const showClaim = defineQuery({
  id: 'claim.show',
  summary: { zh: '看一件申报', en: 'One claim' },
  input: z.object({ claimId }),
  output: ClaimLine.extend({
    item: ItemView,
    schemeTitle: z.object({ zh: z.string(), en: z.string() }),
    schemeLabel: z.string(),
    schemeDocument: z.string(),
    orgPath: z.string(),
    place: z.string().nullable(),
    hostBranch: z.string(),
    chosen: points.nullable(),
    writtenOn: plainDate.nullable(),
    lateReason: z.string().nullable(),
    enteredBy: z.string(),
    paper: z.string(),
    consent: z.object({ how: z.enum(['spoken', 'written', 'standing']), on: plainDate }).nullable(),
    confirmedByMember: z.boolean(),
    pledgeId: z.uuid().nullable(),
    taskId: z.uuid().nullable(),
    taskValue: z.object({ least: points, most: points }).nullable(),
    evidence: z.array(EvidenceView),
    evidenceComplete: z.boolean(),
    witnesses: z.array(Witness),
    approvals: z.array(z.object({ level: z.enum(claimLevels), by: z.string(), on: plainDate })),
    steps: z.array(ClaimStep),
    waitingDays: z.int(),
    decideByOn: plainDate.nullable(),
    /** Days left at this level; negative when over. */
    daysLeft: z.int().nullable(),
    /** The committee it goes up to when nobody decides; null at the top. */
    nextLevel: z.enum(claimLevels).nullable(),
    nextOrgName: z.string().nullable(),
    /** Every cap that is set for the item, with what is taken of it before this deed. */
    caps: z.array(Limit),
    /** What the ledger would hold if it were approved now; null while the value must be chosen. */
    would: Award.nullable(),
    /** Whether the approval is the last one, so that it counts at once. */
    countsNow: z.boolean(),
    entry: z
      .object({
        id: z.uuid(),
        raw: points,
        credited: points,
        limit: z.object({ by: z.enum(limitKinds), cap: points, used: points }).nullable(),
        month: z.string(),
        postedAt: instant,
        reversed: z.boolean(),
      })
      .nullable(),
    doubles: z.array(Double),
    /** For who decides the claim; empty for others. */
    photoHints: z.array(PhotoHint),
    /** What the same pledge, task or item has brought this member before, newest first. */
    before: z.array(
      z.object({
        id: z.uuid(),
        deedOn: plainDate,
        said: z.string(),
        state: z.string(),
        credited: points.nullable(),
      }),
    ),
    /** Why the reader may not decide; null where they may. */
    barred: reviewRefusal.nullable(),
    may: z.object({
      review: z.boolean(),
      takeBack: z.boolean(),
      withdraw: z.boolean(),
      complete: z.boolean(),
      confirm: z.boolean(),
      nameWitness: z.boolean(),
      takeDownWitness: z.boolean(),
      object: z.boolean(),
    }),
  }),
})

export const withdrawClaim = defineCommand({
  id: 'claim.withdraw',
  summary: { zh: '撤回一件申报', en: 'Take a claim back' },
  input: z.object({ claimId }),
  output: z.object({}),
  refusals: claimRefusals,
})

export const confirmAssisted = defineCommand({
  id: 'claim.confirm-assisted',
  summary: { zh: '别人替我报的对不对', en: 'Say whether what somebody reported for me is right' },
  input: z.object({ claimId, right: z.boolean() }),
  output: z.object({ state: z.string() }),
  refusals: claimRefusals,
})

export const seeClaim = defineCommand({
  id: 'claim.seen',
  summary: { zh: '知道了申报的结果', en: 'Take note of a decision on a claim' },
  input: z.object({ claimId }),
  output: z.object({}),
})

export const memberClaimOperations = {
  claimOptions,
  submitClaim,
  resubmitClaim,
  listMyClaims,
  showClaim,
  withdrawClaim,
  confirmAssisted,
  seeClaim,
}
