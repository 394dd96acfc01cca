import { useEffect, useRef, useState } from 'react'
import { checkScheme } from '@steward/domain/schemes/scheme-checks.ts'
import { lintScheme } from '@steward/domain/schemes/policy-linter.ts'
import { Refused } from '../shared/call.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Content, DraftShown, Item } from './hooks.ts'

const PAUSE_MS = 700

export type DraftEditor = {
  readonly content: Content
  readonly revision: number
  readonly changes: number
  readonly change: (next: Content) => void
  readonly changeItem: (code: string, next: Item | null) => void
  /** Whether everything written is with the server. */
  readonly isSaved: boolean
  readonly savedAt: string | null
  readonly error: Error | null
  readonly retry: () => void
  /** Somebody else was quicker: only the newer draft can be gone on with. */
  readonly isOld: boolean
}

/** A draft while it is written: kept by itself shortly after the last change, one save after the other. */
export function useDraftEditor(shown: DraftShown): DraftEditor {
  const { schemeId } = shown
  const [content, setContent] = useState<Content>(shown.content)
  const [saved, setSaved] = useState({
    content: shown.content,
    head: shown.draft,
    at: null as string | null,
  })
  const sent = useRef(shown.content)
  const save = useCommandOperation('scheme.change-draft', {
    refreshes: ['scheme.list', 'scheme.show-draft', 'scheme.what-if-show'],
    onDone: ({ draft }) => setSaved({ content: sent.current, head: draft, at: draft.changedAt }),
  })
  const { mutate, isPending, isError } = save
  const { head } = saved
  const isSaved = content === saved.content
  useEffect(() => {
    if (isSaved || isPending || isError) return
    const timer = setTimeout(() => {
      sent.current = content
      mutate({ schemeId, revision: head.revision, content })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, isSaved, isPending, isError, mutate, schemeId, head.revision])
  // Who leaves within the pause has their last change kept too.
  const latest = useRef({ content, isSaved, isPending, revision: head.revision })
  useEffect(() => {
    latest.current = { content, isSaved, isPending, revision: head.revision }
  })
  useEffect(
    () => () => {
      const { current } = latest
      if (!current.isSaved && !current.isPending)
        mutate({ schemeId, revision: current.revision, content: current.content })
    },
    [mutate, schemeId],
  )
  const changeItem = (code: string, next: Item | null) =>
    setContent((before) => ({ ...before, items: replaceItem(before.items, code, next) }))
  return {
    content,
    revision: head.revision,
    changes: head.changes,
    change: setContent,
    changeItem,
    isSaved,
    savedAt: saved.at,
    error: save.error,
    retry: () => {
      sent.current = content
      mutate({ schemeId, revision: head.revision, content })
    },
    isOld:
      save.error instanceof Refused &&
      (save.error.code === 'scheme-draft-changed-meanwhile' || save.error.code === 'scheme-draft-gone'),
  }
}

function replaceItem(items: readonly Item[], code: string, next: Item | null): readonly Item[] {
  if (!items.some((item) => item.code === code)) return next === null ? items : [...items, next]
  return items.flatMap((item) => (item.code === code ? (next ?? []) : item))
}

/** What keeps a draft from being adopted: numbers that do not fit, words that are not allowed. */
export function blocksOf(content: Content): number {
  return checkScheme(content).filter(({ weight }) => weight === 'error').length + lintScheme(content).length
}
