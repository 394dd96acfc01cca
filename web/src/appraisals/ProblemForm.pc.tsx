import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField, TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { foundByTexts, itemTexts } from './labels-feedback.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import type { People } from './Rectification.pc.tsx'

const finders = ['organisation', 'masses', 'self'] as const

/** One problem of one member, as it was pointed out. */
export function ProblemForm({
  appraisalId,
  people,
}: {
  readonly appraisalId: string
  readonly people: People
}) {
  const { t } = useWords()
  const say = useUndo()
  const [memberId, setMemberId] = useState('')
  const [foundBy, setFoundBy] = useState<(typeof finders)[number]>('organisation')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const record = useCommandOperation('appraisal-problem.record', {
    onDone: (_, sent) => {
      say({
        text: t(itemTexts.recorded, {
          name: people.find(({ value }) => value === sent.memberId)?.label ?? '',
        }),
      })
      setWords('')
      setTried(false)
    },
  })
  const send = () => {
    setTried(true)
    if (memberId !== '' && words.trim() !== '') record.mutate({ appraisalId, memberId, foundBy, words })
  }
  return (
    <section className="form apr-form apr-take" aria-label={t(itemTexts.record)}>
      <div className="form-pair">
        <SelectField
          label={t(itemTexts.who)}
          none={t(itemTexts.pick)}
          error={tried && memberId === '' && t(itemTexts.pick)}
          value={memberId}
          onValue={setMemberId}
          choices={people}
        />
        <SelectField
          label={t(itemTexts.foundBy)}
          value={foundBy}
          onValue={setFoundBy}
          choices={finders.map((value) => ({ value, label: t(foundByTexts[value]) }))}
        />
      </div>
      <TextArea
        rows={2}
        label={t(itemTexts.words)}
        placeholder={t(itemTexts.wordsModel)}
        error={tried && words.trim() === '' && t(itemTexts.wordsMissing)}
        maxLength={4000}
        value={words}
        onValue={setWords}
      />
      <div className="acts">
        <Button ink busy={record.isPending && t(eventTexts.working)} onClick={send}>
          {t(itemTexts.save)}
        </Button>
      </div>
      {record.isError && <StateError error={record.error} refusals={settlementRefusalTexts} />}
    </section>
  )
}
