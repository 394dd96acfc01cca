import { committeePosts, committeeRefusals } from '@steward/domain/organisation/committee.ts'
import { fillRefusals, termStartRefusals } from '@steward/domain/organisation/committee-change.ts'
import { defineCommand } from '#platform/operation.ts'
import { z } from 'zod'
import { day, words } from './operations-org.ts'

const filledBy = z.enum(['election', 'appointment'])
const person = [
  'committee-person-unknown',
  'committee-person-elsewhere',
  'committee-person-not-active',
] as const
const document = 'committee-needs-document'

export const recordCommittee = defineCommand({
  id: 'organisation.record-committee',
  summary: { zh: '登记新一届班子', en: 'Record a committee and its term' },
  input: z.object({
    orgId: z.uuid(),
    startsOn: day,
    filledBy,
    documentNumber: words(60),
    seats: z.array(z.object({ memberId: z.uuid(), post: z.enum(committeePosts) })).max(20),
  }),
  output: z.object({ termId: z.uuid(), endsOn: z.string() }),
  refusals: [...committeeRefusals, ...termStartRefusals, ...person, document],
})

export const extendTerm = defineCommand({
  id: 'organisation.extend-term',
  summary: { zh: '延长或缩短任期', en: 'Lengthen or cut short a term' },
  input: z.object({
    termId: z.uuid(),
    revision: z.int(),
    newEnd: day,
    approvedOn: day,
    documentNumber: words(60),
  }),
  output: z.object({ termId: z.uuid(), endsOn: z.string(), revision: z.int() }),
  refusals: [
    'term-change-needs-approval',
    'term-change-not-after-start',
    'term-extension-too-long',
    'term-end-unchanged',
    'term-over',
    'term-approval-in-future',
    'organisation-changed-meanwhile',
  ],
})

export const fillPost = defineCommand({
  id: 'organisation.fill-post',
  summary: { zh: '补选或指派', en: 'Fill a vacant post' },
  input: z.object({
    orgId: z.uuid(),
    memberId: z.uuid(),
    post: z.enum(committeePosts),
    fromOn: day,
    filledBy,
    documentNumber: words(60),
  }),
  output: z.object({ postId: z.uuid() }),
  refusals: [
    ...committeeRefusals,
    ...fillRefusals,
    ...person,
    'committee-in-future',
    'committee-no-term',
    document,
  ],
})

export const endPost = defineCommand({
  id: 'organisation.end-post',
  summary: { zh: '免去职务', en: 'End a post' },
  input: z.object({ postId: z.uuid(), on: day, reason: words(200) }),
  output: z.object({ postId: z.uuid() }),
  refusals: [
    'committee-post-ended',
    'committee-post-end-before-start',
    'committee-in-future',
    'committee-end-reason-missing',
  ],
})

export const setGroupLeader = defineCommand({
  id: 'organisation.set-group-leader',
  summary: { zh: '定党小组组长', en: 'Name the leader of a group' },
  input: z.object({ orgId: z.uuid(), memberId: z.uuid(), fromOn: day }),
  output: z.object({ postId: z.uuid() }),
  refusals: [
    ...person,
    'group-leader-only-in-group',
    'group-leader-unchanged',
    'committee-in-future',
    'org-already-dissolved',
  ],
})
