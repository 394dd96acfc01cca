import type { OutputOf } from '../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type FeedbackHead = OutputOf<'feedback.list'>['rows'][number]
export type Feedback = OutputOf<'feedback.show'>
export type Appeal = Feedback['appeals'][number]
export type Items = OutputOf<'rectification.list'>
export type ProblemRow = Items['rows'][number]
export type Item = NonNullable<ProblemRow['item']>

export function useFeedbacks(appraisalId: string, enabled: boolean) {
  return useQueryOperation('feedback.list', { appraisalId }, { enabled })
}
export function useFeedback(feedbackId: string, enabled = true) {
  return useQueryOperation('feedback.show', { feedbackId }, { enabled })
}
export function useItems(appraisalId: string, enabled = true) {
  return useQueryOperation('rectification.list', { appraisalId }, { enabled })
}
export function useTell(onDone: (output: OutputOf<'feedback.tell'>) => void) {
  return useCommandOperation('feedback.tell', { onDone })
}
