import { type Grade, grades, isLowGrade } from '@steward/domain/appraisals/grade.ts'
import type { OutputOf } from '../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type Table = OutputOf<'settlement.show'>
export type TableRow = Table['rows'][number]
export type Meeting = Table['meetings'][number]
export type Ballot = TableRow['membersBallot']
export type { Grade }
export { grades }

export function useTable(appraisalId: string, enabled: boolean) {
  return useQueryOperation('settlement.show', { appraisalId }, { enabled, keepPrevious: true })
}
export function useSetGrade(onDone: (output: OutputOf<'settlement.set-grade'>, memberId: string) => void) {
  return useCommandOperation('settlement.set-grade', {
    onDone: (output, { memberId }) => onDone(output, memberId),
  })
}
export function useRecordMeeting(onDone: () => void) {
  return useCommandOperation('settlement.record-meeting', { onDone })
}
export function useSign(onDone: () => void) {
  return useCommandOperation('settlement.sign', { onDone })
}

/** The grade with most marks of a ballot; undefined where none leads or nobody marked. */
export function mostOf({ counts }: Ballot): Grade | undefined {
  const most = Math.max(...grades.map((grade) => counts[grade]))
  const leading = grades.filter((grade) => counts[grade] === most)
  return most > 0 && leading.length === 1 ? leading[0] : undefined
}

/** Whether the meeting must say why: it differs from the proposal, is low, or is the best without a proposal. */
export function needsReason(grade: Grade, proposal: TableRow['proposal']): boolean {
  return (
    (proposal !== null && grade !== proposal) ||
    isLowGrade(grade) ||
    (proposal === null && grade === 'excellent')
  )
}

/** What the signer looks at; it corrects nothing. */
export function lensOf(rows: readonly TableRow[]) {
  const settled = rows.flatMap((row) => (row.settled === null ? [] : [{ ...row, settled: row.settled }]))
  const nameOf = ({ name }: TableRow) => name
  return {
    differs: settled.filter((row) => row.settled.differs).map(nameOf),
    againstBallots: settled
      .filter(({ membersBallot, massesBallot, settled: { grade } }) => {
        const [members, masses] = [mostOf(membersBallot), mostOf(massesBallot)]
        return members !== undefined && members === masses && members !== grade
      })
      .map(nameOf),
    low: settled.filter((row) => isLowGrade(row.settled.grade)).map(nameOf),
    missing: rows.filter((row) => row.settled === null).map(nameOf),
  }
}
