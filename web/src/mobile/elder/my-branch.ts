import { useQueryOperation } from '../../shared/use-operation.ts'

/** The branch of this person, whom to ring there and under which number. */
export function useMyBranch() {
  const answer = useQueryOperation('organisation.my-branch', {})
  const branch = answer.data?.branch ?? undefined
  const secretary = branch?.seats.find((seat) => seat.post === 'secretary')?.name
  return { answer, branch, secretary }
}
