import { useEffect, useRef } from 'react'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Claim } from './hooks.ts'

/** Opening a decided deed says that its result was seen. */
export function useSeen(claim: Claim | undefined): void {
  const { mutate } = useCommandOperation('claim.seen', { refreshes: ['message.things-to-do'] })
  const told = useRef<string>(undefined)
  const decided = claim !== undefined && !['submitted', 'withdrawn'].includes(claim.state)
  const mark = decided ? `${claim.id} ${claim.revision}` : undefined
  const id = claim?.id
  useEffect(() => {
    if (mark === undefined || id === undefined || told.current === mark) return
    told.current = mark
    mutate({ claimId: id })
  }, [mark, id, mutate])
}
