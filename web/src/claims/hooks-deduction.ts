import type { InputOf, OutputOf } from '../shared/call.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type Deduction = OutputOf<'deduction.show'>
export type DeductionLine = OutputOf<'deduction.list'>['rows'][number]
export type DeductionShow = NonNullable<InputOf<'deduction.list'>['show']>

export const DEDUCTION_SIZE = 50

export function useDeductions(show: DeductionShow, offset = 0) {
  return useQueryOperation('deduction.list', { show, offset, limit: DEDUCTION_SIZE }, { keepPrevious: true })
}

export function useDeduction(deductionId: string | undefined) {
  return useQueryOperation(
    'deduction.show',
    { deductionId: deductionId ?? '' },
    { enabled: deductionId !== undefined && deductionId !== '' },
  )
}

export function useMyDeductions(enabled = true) {
  return useQueryOperation('deduction.mine', {}, { enabled })
}

/** How many can be decided now; for the navigation. */
export function useRipeCount(): number | undefined {
  return useQueryOperation('deduction.list', { show: 'ripe', limit: 1 }, { staleMs: 60_000 }).data?.counts
    .ripe
}
