import type { ObjectionSubject } from '@steward/domain/notices/objection.ts'

/** PC pages with the record an objection speaks of, by its kind. A feature whose things can be objected to adds its line here. */
export const evidencePaths: Partial<Record<ObjectionSubject['kind'], (subjectId: string) => string>> = {}
