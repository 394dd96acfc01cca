import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { checkHollow } from '@steward/domain/pledges/hollow-words.ts'
import { readDeadline, readQuantity } from '@steward/domain/pledges/pledge-text.ts'
import { findPrivate } from '@steward/domain/notices/privacy.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Fields, Period, PledgeRow } from './hooks.ts'

/** What is being written. */
export type Draft = {
  readonly text: string
  readonly fields: Fields
  readonly period: Period
  readonly planItemId: string | null
  readonly skill: string
}

export const emptyFields: Fields = {
  object: '',
  measure: '',
  quantity: null,
  dueOn: null,
  evidence: [],
  source: null,
}
export const emptyDraft = (year: number): Draft => ({
  text: '',
  fields: emptyFields,
  period: { kind: 'year', year },
  planItemId: null,
  skill: '',
})
export const draftOf = ({ text, fields, period, planItemId, skill }: PledgeRow): Draft => ({
  text,
  fields,
  period,
  planItemId,
  skill,
})

/** Hints for the preview, by the same rule as the server's, and what the sentence itself offers for a missing part. */
export function useHints(draft: Draft) {
  const { text, fields, period } = draft
  return useMemo(() => {
    const check = checkHollow(text, fields)
    const year = period.kind === 'month' ? Number(period.month.slice(0, 4)) : period.year
    const deadline = readDeadline(text)?.dayIn(year)
    const found = findPrivate('text', [text, fields.object, fields.measure].join('\n'))
    return {
      ...check,
      phrases: check.hints.filter((hint) => hint.kind === 'phrase'),
      quantity: readQuantity(text)?.quantity,
      deadline,
      private: found.map(({ words }) => words),
    }
  }, [text, fields, period])
}

type Kept = { readonly pledgeId: string | null; readonly revision: number }
const SAVE_AFTER_MS = 1200

/**
 * Keeps what is written: a little after the last stroke, and at once when asked. One save at a time, each upon the revision
 * of the one before; what was typed meanwhile goes out with the next.
 */
export function useAutosave(start: Kept, orgId: string | null) {
  const kept = useRef<Kept>(start)
  const [savedAt, setSavedAt] = useState<string>()
  const [dirty, setDirty] = useState(false)
  const { mutateAsync, error, isPending } = useCommandOperation('pledge.write', { refreshes: [] })
  const waiting = useRef<Draft | undefined>(undefined)
  const running = useRef<Promise<Kept> | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(async (): Promise<Kept> => {
    clearTimeout(timer.current)
    if (running.current) await running.current.catch(() => undefined)
    const draft = waiting.current
    if (draft === undefined) return kept.current
    waiting.current = undefined
    running.current = mutateAsync({ ...draft, ...kept.current, orgId })
      .then(({ pledgeId, revision, savedAt: at }) => {
        kept.current = { pledgeId, revision }
        setSavedAt(at)
        setDirty(waiting.current !== undefined)
        return kept.current
      })
      .catch((failure: unknown) => {
        waiting.current ??= draft
        throw failure
      })
      .finally(() => {
        running.current = undefined
      })
    return await running.current
  }, [mutateAsync, orgId])

  const keep = useCallback(
    (draft: Draft) => {
      waiting.current = draft
      setDirty(true)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush().catch(() => undefined), SAVE_AFTER_MS)
    },
    [flush],
  )
  /** What was kept last, for who sends it another way; nothing more is saved here. */
  const drop = useCallback((): Kept => {
    clearTimeout(timer.current)
    waiting.current = undefined
    return kept.current
  }, [])
  // A page that is left keeps its last words too.
  useEffect(
    () => () => {
      if (waiting.current !== undefined) void flush().catch(() => undefined)
    },
    [flush],
  )
  return { keep, flush, drop, savedAt, dirty, error, isSaving: isPending }
}
