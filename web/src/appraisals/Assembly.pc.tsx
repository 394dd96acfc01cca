import { useState } from 'react'
import { hasQuorum, voteRules } from '@steward/domain/shared/vote.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type Part, useWords } from './hooks-event.ts'
import { ballotTexts } from './labels-ballot.ts'
import { eventTexts } from './labels-event.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'

/** Who came to the assembly; without a quorum it is held again. */
export function AssemblyPart({ data, event }: Part) {
  const { t, day } = useWords()
  const [isChanging, setChanging] = useState(false)
  const { assembly, stage } = event
  const mayRecord = data.may.includes('appraisal.run') && stage === 'ballots'
  const isForm = mayRecord && (assembly === null || isChanging)
  return (
    <section className="apr-part">
      <div className="between">
        <h3 className="b">{t(ballotTexts.assembly)}</h3>
        {assembly !== null && mayRecord && !isChanging && (
          <Button plain small onClick={() => setChanging(true)}>
            {t(ballotTexts.recordAgain)}
          </Button>
        )}
      </div>
      {assembly === null ? (
        <p className="s t2">{t(ballotTexts.assemblyNone)}</p>
      ) : (
        <p>
          {t(ballotTexts.assemblyFact, {
            day: day(assembly.on),
            should: assembly.shouldAttend,
            present: assembly.present,
            chair: assembly.chair,
          })}
        </p>
      )}
      {assembly !== null && !hasQuorum(assembly, voteRules.appraisal) && (
        <p className="s ochre">{t(ballotTexts.noQuorum)}</p>
      )}
      {isForm && <AssemblyForm data={data} event={event} onDone={() => setChanging(false)} />}
    </section>
  )
}

function AssemblyForm({ event, onDone }: Part & { readonly onDone: () => void }) {
  const { t, today } = useWords()
  const say = useUndo()
  const { assembly } = event
  const [on, setOn] = useState<string>(assembly?.on ?? today)
  const [should, setShould] = useState(assembly === null ? '' : String(assembly.shouldAttend))
  const [present, setPresent] = useState(assembly === null ? '' : String(assembly.present))
  const [chair, setChair] = useState(assembly?.chair ?? '')
  const [tried, setTried] = useState(false)
  const save = useCommandOperation('appraisal.record-assembly', {
    onDone: () => {
      say({ text: t(ballotTexts.recorded) })
      onDone()
    },
  })
  const isNumber = (text: string) => /^\d{1,6}$/.test(text.trim())
  const isTooMany = isNumber(should) && isNumber(present) && Number(present) > Number(should)
  const isWhole = isNumber(should) && isNumber(present) && !isTooMany && chair.trim() !== '' && on !== ''
  const send = () => {
    setTried(true)
    if (!isWhole) return
    const { id: appraisalId, revision } = event
    save.mutate({
      ...{ appraisalId, revision, on, chair },
      shouldAttend: Number(should),
      present: Number(present),
    })
  }
  const wrong = (text: string) => (tried && !isNumber(text) ? t(ballotTexts.whole) : undefined)
  return (
    <div className="apr-row form">
      <DateField label={t(ballotTexts.on)} max={today} value={on} onValue={setOn} />
      <TextField
        label={t(ballotTexts.shouldAttend)}
        inputMode="numeric"
        error={wrong(should)}
        value={should}
        onValue={setShould}
      />
      <TextField
        label={t(ballotTexts.present)}
        inputMode="numeric"
        error={isTooMany ? t(ballotTexts.tooMany) : wrong(present)}
        value={present}
        onValue={setPresent}
      />
      <TextField
        label={t(ballotTexts.chair)}
        error={tried && chair.trim() === '' ? t(ballotTexts.fill) : undefined}
        maxLength={120}
        value={chair}
        onValue={setChair}
      />
      <div className="acts apr-row-act">
        <Button ink busy={save.isPending && t(eventTexts.working)} onClick={send}>
          {t(ballotTexts.record)}
        </Button>
      </div>
      {save.isError && (
        <div className="apr-wrong">
          <StateError error={save.error} refusals={appraisalRefusalTexts} />
        </div>
      )}
    </div>
  )
}
