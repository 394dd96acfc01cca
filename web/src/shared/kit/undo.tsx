import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { Icon } from './Icon.tsx'
import { kitLabels } from './kit-labels.ts'

const SHOWN_MS = 8000

type Done = { readonly text: string; readonly undo?: () => void; readonly id: number }
type ShowUndo = (done: { text: string; undo?: () => void }) => void

const UndoContext = createContext<ShowUndo>(() => {})

/** `const showUndo = useUndo()`, then `showUndo({ text: '许霜降的清渠已通过，记 1.0 分', undo })`. */
export function useUndo(): ShowUndo {
  return useContext(UndoContext)
}

/** Holds the ink bar of the last act; eight seconds, longer while the pointer or the focus is on it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [done, setDone] = useState<Done>()
  const show = useCallback<ShowUndo>((next) => setDone((last) => ({ ...next, id: (last?.id ?? 0) + 1 })), [])
  return (
    <UndoContext value={show}>
      {children}
      <div className="undo-place" role="status">
        {done && (
          <UndoBar key={done.id} text={done.text} undo={done.undo} onGone={() => setDone(undefined)} />
        )}
      </div>
    </UndoContext>
  )
}

export function UndoBar({ text, undo, onGone }: { text: string; undo?: () => void; onGone?: () => void }) {
  const t = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || !onGone) return
    const timer = setTimeout(onGone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, onGone])
  return (
    <div
      className="undo"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name="check" />
      <span className="grow">{text}</span>
      {undo && (
        <button
          type="button"
          onClick={() => {
            undo()
            onGone?.()
          }}
        >
          {t(kitLabels.undo)}
        </button>
      )}
    </div>
  )
}
