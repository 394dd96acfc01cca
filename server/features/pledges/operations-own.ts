import { hollowReasons } from '@steward/domain/pledges/hollow-words.ts'
import { consentWays, entryRefusals } from '@steward/domain/pledges/pledge-entry.ts'
import {
  pledgeEvidence,
  pledgeParts,
  pledgeRefusals,
  pledgeSources,
  pledgeStates,
} from '@steward/domain/pledges/pledge.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { CommentRow, Fields, Person, PlanItem, PledgeRow, Written, Year } from './operations-shape.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const State = z.enum(pledgeStates)
const Example = z.object({
  object: z.string(),
  measure: z.string(),
  amounts: z.array(z.object({ hundredths: z.int(), unit: z.string() })),
  evidence: z.array(z.enum(pledgeEvidence)),
  source: z.enum(pledgeSources),
})

/** What helps to write: the field's way and examples (S-181), the unit's plan (S-182), the county's rules (S-180). */
const Aids = z.object({
  template: z.object({ way: Words, examples: z.array(Example) }),
  planItems: z.array(PlanItem),
  rulesTitle: z.string(),
  rulesText: z.string(),
})

export const listMyPledges = defineQuery({
  id: 'pledge.mine',
  summary: { zh: '我的承诺', en: 'My pledges' },
  input: z.object({ year: Year }),
  output: Aids.extend({
    org: Person,
    rows: z.array(PledgeRow),
    /** Days in which pledges of the year come in time (S-186). */
    window: z.object({ from: plainDate, until: plainDate, open: z.boolean() }),
    advice: z.object({
      advice: z.enum(['fine', 'few', 'many', 'free']),
      least: z.int(),
      most: z.int().nullable(),
    }),
    /** Own pledges one may look at again: returned, behind, commented upon (S-198). */
    suggestions: z.array(
      z.object({
        pledgeId: z.uuid(),
        kind: z.enum(['mend', 'confirm', 'talk', 'behind', 'answer', 'hand-in', 'learn']),
        words: z.string(),
      }),
    ),
  }),
})

export const showPledge = defineQuery({
  id: 'pledge.show',
  summary: { zh: '一件承诺', en: 'One pledge' },
  input: z.object({ pledgeId: z.uuid() }),
  output: z.object({
    pledge: PledgeRow,
    moves: z.array(
      z.object({ from: State.nullable(), to: State, by: z.string(), at: instant, note: z.string() }),
    ),
    reviews: z.array(
      z.object({
        decision: z.enum(['accepted', 'returned', 'takenBack']),
        publicWish: z.boolean(),
        strength: z.boolean(),
        organisationNeed: z.boolean(),
        concrete: z.boolean(),
        comment: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
    talks: z.array(z.object({ with: z.string(), on: plainDate, agreed: z.string(), by: z.string() })),
    comments: z.array(CommentRow),
    /** The scan of the paper it was written on, for the member and those who read it. */
    paperFileId: z.uuid().nullable(),
    /** What the caller may do here now, by operation id. */
    may: z.array(z.string()),
    mine: z.boolean(),
  }),
})

const Hint = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('phrase'),
    reason: z.enum(hollowReasons),
    words: z.string(),
    from: z.int(),
    until: z.int(),
    says: Words,
  }),
  z.object({
    kind: z.literal('missing'),
    part: z.enum(pledgeParts),
    found: z.string().nullable(),
    says: Words,
  }),
])

export const advisePledge = defineQuery({
  id: 'pledge.advise',
  summary: { zh: '写承诺时的提示', en: 'Hints while writing a pledge' },
  input: z.object({ text: z.string().max(2000), fields: Fields }),
  output: z.object({
    hints: z.array(Hint),
    missing: z.array(z.enum(pledgeParts)),
    /** Nothing concrete beside the phrases: it will most likely come back. */
    hollow: z.boolean(),
    /** Words that are never published. */
    private: z.array(z.string()),
  }),
})

const changed = ['pledge-changed-elsewhere'] as const

export const writePledge = defineCommand({
  id: 'pledge.write',
  summary: { zh: '写承诺，存草稿', en: 'Write a pledge, kept as a draft' },
  input: Written.extend({
    /** Null begins a new one; `revision` is then not looked at. */
    pledgeId: z.uuid().nullable(),
    revision: z.int().default(0),
    /** A new pledge of this organisation instead of one's own. */
    orgId: z.uuid().nullable().default(null),
  }),
  output: z.object({ pledgeId: z.uuid(), revision: z.int(), savedAt: instant }),
  refusals: [...pledgeRefusals, ...changed, 'plan-item-elsewhere', 'pledge-member-off-roll'],
})

export const submitPledge = defineCommand({
  id: 'pledge.submit',
  summary: { zh: '请支部看看', en: 'Ask the branch to read a pledge' },
  input: z.object({ pledgeId: z.uuid(), revision: z.int() }),
  output: z.object({ revision: z.int(), late: z.boolean() }),
  refusals: [...pledgeRefusals, ...changed],
})

export const sendPledge = defineCommand({
  id: 'pledge.send',
  summary: {
    zh: '写好并请支部看看，没有网络时写的',
    en: 'Hand in a pledge with its words, as a device does that was without a network',
  },
  input: Written.extend({
    /** Null begins a new one; `revision` is then not looked at. */
    pledgeId: z.uuid().nullable(),
    revision: z.int().default(0),
  }),
  output: z.object({ pledgeId: z.uuid(), revision: z.int(), late: z.boolean() }),
  refusals: [...pledgeRefusals, ...changed, 'plan-item-elsewhere', 'pledge-member-off-roll'],
})

export const withdrawPledge = defineCommand({
  id: 'pledge.withdraw',
  summary: { zh: '撤回承诺', en: 'Take a pledge back' },
  input: z.object({ pledgeId: z.uuid() }),
  output: z.object({ withdrawn: z.literal(true) }),
  refusals: pledgeRefusals,
})

export const listWhom = defineQuery({
  id: 'pledge.whom',
  summary: { zh: '可以替谁写承诺', en: 'Members one may write a pledge down for' },
  input: z.object({ orgId: z.uuid().nullable().default(null), year: Year }),
  output: z.object({
    rows: z.array(Person.extend({ pledges: z.int() })),
    /** As whom the caller writes: a fellow member, or for the branch. */
    as: z.enum(['helper', 'secretary']),
    aids: Aids,
  }),
})

export const enterPledge = defineCommand({
  id: 'pledge.enter',
  summary: { zh: '替党员写下承诺', en: 'Write a pledge down for a member' },
  input: Written.extend({
    memberId: z.uuid(),
    consentOn: plainDate,
    consentHow: z.enum(consentWays),
    paperFileId: z.uuid().nullable().default(null),
  }),
  output: z.object({ pledgeId: z.uuid(), late: z.boolean() }),
  refusals: [...pledgeRefusals, ...entryRefusals, 'plan-item-elsewhere', 'pledge-paper-unknown'],
})

export const confirmPledge = defineCommand({
  id: 'pledge.confirm',
  summary: { zh: '确认别人替我写的承诺', en: 'Confirm a pledge another person wrote down for me' },
  input: z.object({ pledgeId: z.uuid() }),
  output: z.object({ confirmed: z.literal(true) }),
  refusals: ['pledge-already-confirmed'],
})

export const ownPledgeOperations = {
  listMyPledges,
  showPledge,
  advisePledge,
  writePledge,
  submitPledge,
  sendPledge,
  withdrawPledge,
  listWhom,
  enterPledge,
  confirmPledge,
}
