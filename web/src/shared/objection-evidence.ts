import type { ObjectionSubject } from '@steward/domain/notices/objection.ts'

/** PC pages with the record an objection speaks of, by its kind. A feature whose things can be objected to adds its line here. */
export const evidencePaths: Partial<Record<ObjectionSubject['kind'], (about: ObjectionAbout) => string>> = {
  ledgerEntry: ({ subjectId, memberId }) => `/members/${memberId}/year?line=${subjectId}`,
  claim: ({ subjectId }) => `/claims/${subjectId}`,
  deduction: ({ subjectId }) => `/deductions/${subjectId}`,
  grade: ({ subjectId }) => `/appraisals/feedback/${subjectId}`,
}

/** What is objected to, and the first of the members concerned. */
type ObjectionAbout = { readonly subjectId: string; readonly memberId: string }
