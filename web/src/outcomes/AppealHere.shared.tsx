import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { InputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useDay } from './hooks-use.ts'
import { appealHereRefusals } from './labels-appeal-here.ts'
import { mineLabels } from './labels-mine.ts'

/** Appeals against one decision from where it stands. */
export function AppealHere({
  subject,
  appealTo,
}: {
  readonly subject: InputOf<'appeal.raise'>['subject']
  readonly appealTo: string
}) {
  const t = useText()
  const day = useDay()
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [said, setSaid] = useState<string>()
  const raise = useCommandOperation('appeal.raise', {
    onDone: ({ bodyName, dueOn }) => {
      const text = t(mineLabels.appealed, { org: bodyName || appealTo, day: day(dueOn) })
      say({ text })
      setSaid(text)
    },
  })
  if (said !== undefined) return <p className="s t2">{said}</p>
  if (!open)
    return (
      <div className="acts">
        <Button small onClick={() => setOpen(true)}>
          {t(mineLabels.appealThis)}
        </Button>
      </div>
    )
  return (
    <div className="form">
      <TextArea
        label={t(mineLabels.appealWords)}
        help={t(mineLabels.appealWordsHelp)}
        maxLength={2000}
        value={words}
        onValue={setWords}
      />
      <div className="acts">
        <Button onClick={() => setOpen(false)}>{t(mineLabels.cancel)}</Button>
        <Button
          act
          busy={raise.isPending && t(mineLabels.saving)}
          onClick={() => raise.mutate({ subject, words })}
        >
          {t(mineLabels.doAppeal)}
        </Button>
      </div>
      {raise.isError && <StateError error={raise.error} refusals={appealHereRefusals} />}
    </div>
  )
}
