import type { QueryClient } from '@tanstack/react-query'
import type { QueryId } from './call.ts'

// Only what the first page needs (who is here, what is to be done) and what a deed or a pledge can be written with without a network.
const KEPT: readonly QueryId[] = ['session.show', 'message.things-to-do', 'claim.options']
/** Kept with what was asked last, such as the year. */
const KEPT_AS_ASKED: readonly QueryId[] = ['pledge.mine']
const KEY = 'steward.kept'

/** The age of an answer that was kept from an earlier visit and not yet confirmed by the server. */
export const KEPT_AT = 1

type Kept = Record<string, unknown>
type AsAsked = { readonly input: unknown; readonly answer: unknown }

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

const isAsAsked = (kept: unknown): kept is AsAsked =>
  typeof kept === 'object' && kept !== null && 'input' in kept && 'answer' in kept

/** Phone: these open without a network with what was last seen. Asked again at once; gone after signing out. */
export function keepAnswers(client: QueryClient): void {
  const kept = read()
  const old = { updatedAt: KEPT_AT }
  for (const id of KEPT) {
    if (kept[id] !== undefined) client.setQueryData([id, {}], kept[id], old)
  }
  for (const id of KEPT_AS_ASKED) {
    const found = kept[id]
    if (isAsAsked(found)) client.setQueryData([id, found.input], found.answer, old)
  }
  client.getQueryCache().subscribe(({ type, query }) => {
    const [id, input] = query.queryKey
    const { status, data, dataUpdatedAt } = query.state
    if (type !== 'updated' || status !== 'success' || dataUpdatedAt === KEPT_AT) return
    const plain = KEPT.find((one) => one === id)
    const asAsked = KEPT_AS_ASKED.find((one) => one === id)
    if (plain !== undefined && JSON.stringify(input) === '{}') keep(plain, data)
    if (asAsked !== undefined) keep(asAsked, { input, answer: data })
  })
}

function keep(id: QueryId, answer: unknown): void {
  localStorage.setItem(KEY, JSON.stringify({ ...read(), [id]: answer }))
}

export function forgetKeptAnswers(): void {
  localStorage.removeItem(KEY)
}
