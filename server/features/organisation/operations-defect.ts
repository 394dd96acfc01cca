import { defectPlanRefusals } from '@steward/domain/organisation/defect-plan.ts'
import { communityGaps } from '@steward/domain/organisation/community.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { DefectView, DefectWord, day, OrgRef, words } from './operations-org.ts'

export const listDefects = defineQuery({
  id: 'organisation.list-defects',
  summary: { zh: '组织设置问题', en: 'Defects of organisations' },
  input: z.object({
    orgId: z.uuid().optional(),
    codes: z.array(DefectWord).optional(),
    severity: z.enum(['defect', 'notice']).optional(),
    plan: z.enum(['all', 'with', 'without', 'overdue']).default('all'),
  }),
  output: z.object({
    rows: z.array(DefectView.extend({ org: OrgRef, above: z.string() })),
    counts: z.array(z.object({ code: DefectWord, count: z.int() })),
    organisations: z.int(),
    mayPlan: z.boolean(),
  }),
})

export const planDefect = defineCommand({
  id: 'organisation.plan-defect',
  summary: { zh: '定整改：谁、做什么、何时', en: 'Plan the mending of a defect' },
  input: z.object({
    orgId: z.uuid(),
    code: DefectWord,
    ownerName: words(40),
    what: words(400),
    dueOn: day,
  }),
  output: z.object({ id: z.uuid() }),
  refusals: defectPlanRefusals,
})

export const listCommunities = defineQuery({
  id: 'organisation.list-communities',
  summary: { zh: '社区组织', en: 'Communities and their gaps' },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        town: z.string(),
        formedOn: plainDate.nullable(),
        formerNames: z.array(z.string()),
        org: OrgRef.nullable(),
        branches: z.int(),
        smallestBranchMembers: z.int().nullable(),
        gaps: z.array(z.enum(communityGaps)),
        unreported: z.array(z.enum(['premises', 'secretaryExperience', 'fullTimeStaff', 'rules'])),
        planned: z.int(),
      }),
    ),
    counts: z.array(z.object({ gap: z.enum(communityGaps), count: z.int() })),
    formerTotal: z.int(),
  }),
})
