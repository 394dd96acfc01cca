import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { warningForms } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'

/** One step that is words and a button; the error stands under it. */
export function WordsStep({
  title,
  intro,
  label,
  help,
  act,
  red,
  pending,
  error,
  onSend,
}: {
  readonly title: string
  readonly intro?: ReactNode
  readonly label: string
  readonly help?: string
  readonly act: string
  /** The next act of the page. */
  readonly red?: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onSend: (words: string) => void
}) {
  const t = useText()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const isEmpty = words.trim() === ''
  const send = () => {
    setTried(true)
    if (!isEmpty) onSend(words)
  }
  return (
    <section className="form">
      <h2 className="sec">{title}</h2>
      {intro !== undefined && <p className="s t2">{intro}</p>}
      <TextArea
        rows={4}
        label={label}
        help={help}
        error={tried && isEmpty ? t(warningForms.missing) : undefined}
        maxLength={2000}
        value={words}
        onValue={setWords}
      />
      <div className="acts">
        <Button act={red === true} busy={pending && t(warningForms.saving)} onClick={send}>
          {act}
        </Button>
      </div>
      {error !== null && error !== undefined && <StateError error={error} refusals={warningRefusals} />}
    </section>
  )
}

/** A step that is seldom taken stays folded. */
export function Folded({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <p>
        <Button small onClick={() => setOpen(true)}>
          {words}
        </Button>
      </p>
    )
  }
  return (
    <div>
      {children}
      <p>
        <Button plain small onClick={() => setOpen(false)}>
          {t(warningForms.fold)}
        </Button>
      </p>
    </div>
  )
}
