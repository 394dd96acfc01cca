import type { QueryClient } from '@tanstack/react-query'
import type { QueryId } from './call.ts'
import { forgetDeviceDrafts } from './device-text.ts'

// Only what the first page needs (who is here, what is to be done) and what a deed can be reported for without a network.
const KEPT: readonly QueryId[] = ['session.show', 'message.things-to-do', 'claim.options']
const KEY = 'steward.kept'

/** The age of an answer that was kept from an earlier visit and not yet confirmed by the server. */
export const KEPT_AT = 1

type Kept = Record<string, unknown>

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

/** Phone: the first page opens without a network with what was last seen. Asked again at once; gone after signing out. */
export function keepAnswers(client: QueryClient): void {
  const kept = read()
  for (const id of KEPT) {
    if (kept[id] !== undefined) client.setQueryData([id, {}], kept[id], { updatedAt: KEPT_AT })
  }
  client.getQueryCache().subscribe(({ type, query }) => {
    const id = KEPT.find((one) => one === query.queryKey[0])
    if (type !== 'updated' || id === undefined || query.state.status !== 'success') return
    if (JSON.stringify(query.queryKey[1]) !== '{}') return
    if (query.state.dataUpdatedAt === KEPT_AT) return
    localStorage.setItem(KEY, JSON.stringify({ ...read(), [id]: query.state.data }))
  })
}

/** What was kept, and drafts that were not handed in. */
export function forgetKeptAnswers(): void {
  localStorage.removeItem(KEY)
  forgetDeviceDrafts()
}
