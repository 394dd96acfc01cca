import type { InputOf } from '../shared/call.ts'
import { useMay } from '../shared/session.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useDays } from './hooks-warning.ts'
import { appealLabels } from './labels-appeal.ts'
import { Folded, WordsStep } from './StepForm.pc.tsx'

/** The branch writes down the appeal of a member who came in, rang or sent a paper. */
export function TakeAppeal({ subject }: { readonly subject: InputOf<'appeal.take'>['subject'] }) {
  const t = useText()
  const say = useUndo()
  const may = useMay()
  const { day } = useDays()
  const take = useCommandOperation('appeal.take', {
    onDone: ({ bodyName, dueOn }) =>
      say({ text: t(appealLabels.takenDone, { body: bodyName, day: day(dueOn) }) }),
  })
  if (!may('appeal.take')) return null
  return (
    <Folded words={t(appealLabels.take)}>
      <WordsStep
        title={t(appealLabels.take)}
        label={t(appealLabels.words)}
        help={t(appealLabels.wordsHelp)}
        act={t(appealLabels.take)}
        pending={take.isPending}
        error={take.error}
        onSend={(words) => take.mutate({ subject, words })}
      />
    </Folded>
  )
}
