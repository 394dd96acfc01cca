import { defineQuery } from '#platform/operation.ts'
import { z } from 'zod'
import {
  Checks,
  DraftHead,
  field,
  Finding,
  memberClass,
  plainMonth,
  SchemeContent,
  VersionHead,
} from './operations-content.ts'
import { draftOperations } from './operations-draft.ts'
import { exemptionOperations } from './operations-exemption.ts'
import { whatIfOperations } from './operations-what-if.ts'

const title = z.object({ zh: z.string(), en: z.string() })

export const listSchemes = defineQuery({
  id: 'scheme.list',
  summary: { zh: '积分办法', en: 'Points schemes' },
  input: z.object({}),
  output: z.object({
    rows: z
      .array(
        z.object({
          schemeId: z.uuid(),
          field,
          memberClass,
          title,
          /** Whether members of this class are scored at all. */
          scored: z.boolean(),
          items: z.int(),
          inForce: VersionHead.nullable(),
          next: VersionHead.nullable(),
          /** Only for those who may change schemes. */
          draft: DraftHead.nullable(),
        }),
      )
      .readonly(),
    may: z.array(z.string()).readonly(),
  }),
})

/** A version of the scheme; without one the version in force, else the next. */
const which = z.object({ schemeId: z.uuid(), versionId: z.uuid().nullable().default(null) })

export const showScheme = defineQuery({
  id: 'scheme.show',
  summary: { zh: '一个积分办法', en: 'One points scheme' },
  input: which,
  output: z.object({
    schemeId: z.uuid(),
    version: VersionHead,
    content: SchemeContent,
    checks: Checks,
    /** All adopted versions, newest first. */
    versions: z.array(VersionHead).readonly(),
    draft: DraftHead.nullable(),
    may: z.array(z.string()).readonly(),
  }),
})

/** `draft` stands for the draft of the scheme. */
const side = z.union([z.literal('draft'), z.uuid()])

export const compareSchemes = defineQuery({
  id: 'scheme.compare',
  summary: { zh: '对照两版积分办法', en: 'Compare two versions of a scheme' },
  input: z.object({ schemeId: z.uuid(), before: side, after: side }),
  output: z.object({
    before: z.object({ label: z.string(), content: SchemeContent }),
    after: z.object({ label: z.string().nullable(), content: SchemeContent }),
    changes: z
      .array(
        z.object({
          part: z.enum(['title', 'category', 'item', 'veto', 'line', 'setting']),
          where: z.string(),
          field: z.string(),
          kind: z.enum(['changed', 'added', 'removed']),
          before: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          after: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      )
      .readonly(),
  }),
})

export const checkSchemeText = defineQuery({
  id: 'scheme.check-text',
  summary: { zh: '检查一段话', en: 'Check a text against the principles' },
  input: z.object({ text: z.string().max(600) }),
  output: z.object({ findings: z.array(Finding).readonly() }),
})

export const showMyScheme = defineQuery({
  id: 'scheme.mine',
  summary: { zh: '我的积分怎么算', en: 'What counts for me' },
  input: z.object({ month: plainMonth.nullable().default(null) }),
  output: z.object({
    month: plainMonth,
    memberClass,
    version: VersionHead.nullable(),
    content: SchemeContent.nullable(),
    /** The decision by which the member is left out of scoring. */
    exemption: z.object({ decidedByBody: z.string(), decidedOn: z.string(), fromOn: z.string() }).nullable(),
  }),
})

export const schemeOperations = {
  listSchemes,
  showScheme,
  compareSchemes,
  checkSchemeText,
  showMyScheme,
  ...draftOperations,
  ...whatIfOperations,
  ...exemptionOperations,
}
