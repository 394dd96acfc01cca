import { adoptRefusals } from '@steward/domain/schemes/scheme-version.ts'
import { defineCommand, defineQuery } from '#platform/operation.ts'
import { z } from 'zod'
import {
  Checks,
  DocumentRef,
  DraftHead,
  plainMonth,
  SchemeContent,
  VersionHead,
} from './operations-content.ts'

const on = { schemeId: z.uuid(), revision: z.int() }
const gone = ['scheme-draft-gone', 'scheme-draft-changed-meanwhile'] as const

export const showDraft = defineQuery({
  id: 'scheme.show-draft',
  summary: { zh: '积分办法草稿', en: 'The draft of a scheme' },
  input: z.object({ schemeId: z.uuid() }),
  output: z.object({
    schemeId: z.uuid(),
    draft: DraftHead,
    content: SchemeContent,
    checks: Checks,
    base: VersionHead,
    baseContent: SchemeContent,
    baseChecks: Checks,
    /** The first month the draft can take effect in. */
    earliest: plainMonth,
  }),
})

export const beginDraft = defineCommand({
  id: 'scheme.draft',
  summary: { zh: '起草下一版', en: 'Begin the next version' },
  input: z.object({ schemeId: z.uuid() }),
  output: z.object({ schemeId: z.uuid(), revision: z.int() }),
  refusals: ['scheme-draft-open'],
})

export const changeDraft = defineCommand({
  id: 'scheme.change-draft',
  summary: { zh: '改草稿', en: 'Change the draft' },
  input: z.object({ ...on, content: SchemeContent }),
  output: z.object({ draft: DraftHead, checks: Checks }),
  refusals: [...gone, 'scheme-for-others'],
})

export const discardDraft = defineCommand({
  id: 'scheme.discard-draft',
  summary: { zh: '不要这份草稿', en: 'Drop the draft' },
  input: z.object(on),
  output: z.object({ schemeId: z.uuid() }),
  refusals: gone,
})

export const adoptDraft = defineCommand({
  id: 'scheme.adopt',
  summary: { zh: '通过这一版', en: 'Adopt the draft' },
  input: z.object({
    ...on,
    effectiveFrom: plainMonth,
    label: z.string().trim().max(40).default(''),
    adopted: DocumentRef,
  }),
  output: z.object({ version: VersionHead }),
  refusals: [...gone, ...adoptRefusals],
})

export const draftOperations = { showDraft, beginDraft, changeDraft, discardDraft, adoptDraft }
