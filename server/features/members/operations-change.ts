import { memberCategories } from '@steward/domain/members/category.ts'
import { educations } from '@steward/domain/members/education.ts'
import { adverseStates, stateRefusals } from '@steward/domain/members/member-state.ts'
import { rosterTags } from '@steward/domain/members/tag.ts'
import { defineCommand, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { valueRefusals } from './operations-correction.ts'

const sex = z.enum(['male', 'female'])
const reason = z.string().trim().min(1).max(300)
const on = { memberId: z.uuid(), revision: z.int() }
const done = z.object({ memberId: z.uuid(), revision: z.int() })
const always = ['member-changed-meanwhile', 'member-already-closed', 'member-own-file'] as const

/** Texts are read and checked by the rules; an empty text clears a field that may be empty. */
const FileChanges = z
  .object({
    name: z.string().trim().min(2).max(60),
    identityNumber: z.string().trim().max(40),
    sex,
    bornOn: plainDate,
    ethnicGroup: z.string().trim().max(20),
    education: z.enum(educations).or(z.literal('')),
    phone: z.string().trim().max(40),
    address: z.string().trim().max(200),
    workplace: z.string().trim().max(100),
    post: z.string().trim().max(100),
    admittedOn: plainDate,
    convertedOn: plainDate.or(z.literal('')),
    extensionMonths: z.int().min(0).max(12),
    earlyConversion: z.string().trim().max(200),
  })
  .partial()

export const changeMember = defineCommand({
  id: 'member.change',
  summary: { zh: '更改党员信息', en: 'Change member facts' },
  input: z.object({ ...on, changes: FileChanges, reason }),
  output: done,
  refusals: [...always, ...valueRefusals, 'member-nothing-to-change'],
})

export const changeMemberCategory = defineCommand({
  id: 'member.change-category',
  summary: { zh: '改类别', en: 'Change the category' },
  input: z.object({ ...on, category: z.enum(memberCategories), fromOn: plainDate, reason }),
  output: done.extend({ countsFrom: z.string() }),
  refusals: [
    ...always,
    'category-unchanged',
    'category-in-future',
    'category-before-last-change',
    'category-needs-reason',
  ],
})

const tagRefusals = [
  'tag-already-set',
  'tag-not-set',
  'tag-needs-reason',
  'tag-needs-consent',
  'tag-not-by-machine',
  'tag-in-future',
  'tag-ends-before-start',
] as const

export const tagMember = defineCommand({
  id: 'member.tag',
  summary: { zh: '加标签', en: 'Set a mark' },
  input: z.object({ memberId: z.uuid(), tag: z.enum(rosterTags), fromOn: plainDate, reason }),
  output: z.object({ memberId: z.uuid() }),
  refusals: ['member-already-closed', 'member-own-file', ...tagRefusals],
})

export const untagMember = defineCommand({
  id: 'member.untag',
  summary: { zh: '去标签', en: 'End a mark' },
  input: z.object({ memberId: z.uuid(), tag: z.enum(rosterTags), untilOn: plainDate, reason }),
  output: z.object({ memberId: z.uuid() }),
  refusals: ['member-own-file', ...tagRefusals],
})

export const changeBranch = defineCommand({
  id: 'member.change-branch',
  summary: { zh: '在同一基层党委内换支部', en: 'Change branch within a base committee' },
  input: z.object({
    ...on,
    orgId: z.uuid(),
    groupId: z.uuid().nullable().default(null),
    fromOn: plainDate,
    reason,
  }),
  output: done,
  refusals: [
    ...always,
    'affiliation-missing',
    'affiliation-more-than-one',
    'affiliation-unchanged',
    'affiliation-before-last',
    'affiliation-not-a-branch',
    'affiliation-group-missing',
    'affiliation-group-of-other-branch',
    'affiliation-in-future',
    'affiliation-needs-transfer',
    'affiliation-branch-dissolved',
  ],
})

export const admitMember = defineCommand({
  id: 'member.admit',
  summary: { zh: '建一份党员档案', en: 'Open a member file by hand' },
  input: z.object({
    orgId: z.uuid(),
    groupId: z.uuid().nullable().default(null),
    name: z.string().trim().min(2).max(60),
    identityNumber: z.string().trim().max(40),
    sex,
    bornOn: plainDate,
    ethnicGroup: z.string().trim().max(20).default(''),
    education: z.enum(educations).nullable().default(null),
    category: z.enum(memberCategories),
    admittedOn: plainDate,
    convertedOn: plainDate.nullable().default(null),
    earlyConversion: z.string().trim().max(200).default(''),
    joinedOn: plainDate.nullable().default(null),
    phone: z.string().trim().max(40).default(''),
    address: z.string().trim().max(200).default(''),
    post: z.string().trim().max(100).default(''),
    workplace: z.string().trim().max(100).default(''),
    reason,
  }),
  output: done,
  refusals: [
    ...valueRefusals,
    'affiliation-missing',
    'affiliation-more-than-one',
    'affiliation-not-a-branch',
    'affiliation-branch-dissolved',
    'affiliation-group-missing',
    'affiliation-group-of-other-branch',
    'affiliation-in-future',
    'affiliation-before-last',
    'member-may-not-rejoin',
  ],
})

export const recordDeath = defineCommand({
  id: 'member.record-death',
  summary: { zh: '登记去世', en: 'Record a death' },
  input: z.object({ ...on, diedOn: plainDate, reason: z.string().trim().max(300).default('') }),
  output: done,
  refusals: ['member-changed-meanwhile', ...stateRefusals],
})

export const recordAdverseState = defineCommand({
  id: 'member.record-adverse-state',
  summary: { zh: '登记组织处理决定', en: 'Record a decision against a member' },
  input: z.object({
    ...on,
    to: z.enum(adverseStates),
    deciderName: z.string().trim().max(60),
    body: z.string().trim().max(120),
    decidedOn: plainDate.nullable(),
    reason: z.string().trim().max(500),
    proofOfService: z.string().trim().max(200),
  }),
  output: done,
  refusals: ['member-changed-meanwhile', 'member-own-file', 'member-state-needs-case', ...stateRefusals],
})

export const restoreMember = defineCommand({
  id: 'member.restore',
  summary: { zh: '恢复党籍', en: 'Restore membership' },
  input: z.object({ ...on, restoredOn: plainDate, reason }),
  output: done,
  refusals: ['member-changed-meanwhile', 'member-own-file', ...stateRefusals],
})

export const changeOperations = {
  changeMember,
  changeMemberCategory,
  tagMember,
  untagMember,
  changeBranch,
  admitMember,
  recordDeath,
  recordAdverseState,
  restoreMember,
}
