import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useWords } from './hooks-event.ts'
import {
  isNeeded,
  parts,
  type Report,
  type ReportPart,
  useSubmitReport,
  useWriteReport,
} from './hooks-report.ts'
import { eventTexts } from './labels-event.ts'
import { partTexts, reportTexts } from './labels-report.ts'
import { basisTexts } from './labels-roll.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'

/** The report as it stands, part by part. */
export function ReportRead({ report }: { readonly report: Report }) {
  const { t } = useWords()
  return (
    <section className="apr-report" aria-label={t(reportTexts.words)}>
      {parts.map((part) => (
        <div key={part}>
          <h2 className="sec">{t(partTexts[part].title)}</h2>
          <p className={report.words[part] === '' ? 't3' : 'pre'}>
            {report.words[part] === '' ? t(reportTexts.notIn) : report.words[part]}
          </p>
          {part === 'lastYearProblems' &&
            report.facts.problems.map(({ id, words }) => (
              <p key={id} className="s">
                <span className="t2">{words}</span>
                <span className="block pre">{report.onProblems[id] ?? ''}</span>
              </p>
            ))}
        </div>
      ))}
    </section>
  )
}

type WriteProps = { readonly report: Report; readonly appraisalId: string }

/** Written by the member, or down for one who agreed. Kept first, then handed in. */
export function ReportWrite({ report, appraisalId }: WriteProps) {
  const { t, today } = useWords()
  const say = useUndo()
  const { memberId: ownId } = useSession().account
  const isOwn = ownId === report.memberId
  const [words, setWords] = useState(report.words)
  const [onProblems, setOnProblems] = useState(report.onProblems)
  const [consentOn, setConsentOn] = useState(report.helper?.consentOn ?? '')
  const [tried, setTried] = useState<'save' | 'hand'>()
  const submit = useSubmitReport(() => say({ text: t(reportTexts.handed) }))
  const write = useWriteReport(() => {})
  const isConsenting = isOwn || (consentOn !== '' && consentOn <= today)
  const isWhole =
    parts.every((part) => !isNeeded(part) || words[part].trim() !== '') &&
    report.facts.problems.every(({ id }) => (onProblems[id] ?? '').trim() !== '')
  const send = (how: 'save' | 'hand') => {
    setTried(how)
    if (!isConsenting || (how === 'hand' && !isWhole)) return
    const given = { appraisalId, memberId: report.memberId, revision: report.revision, words, onProblems }
    const kept = isOwn ? given : { ...given, consentOn }
    if (how === 'save') write.mutate(kept, { onSuccess: () => say({ text: t(reportTexts.saved) }) })
    else write.mutate(kept, { onSuccess: (one) => submit.mutate(one) })
  }
  const wrong = (text: string) => (tried === 'hand' && text.trim() === '' ? t(reportTexts.needed) : undefined)
  const failed = write.error ?? submit.error
  const isBusy = write.isPending || submit.isPending
  const mayHand = report.state === 'drafted'
  return (
    <section className="form apr-report" aria-label={t(reportTexts.words)}>
      {report.reportId === null && <p className="s t2">{t(reportTexts.drafted)}</p>}
      {!isOwn && (
        <div className="apr-day">
          <DateField
            label={t(reportTexts.consent)}
            help={t(reportTexts.consentHelp)}
            error={
              consentOn > today
                ? t(basisTexts.ahead)
                : tried && !isConsenting
                  ? t(reportTexts.consentWrite)
                  : undefined
            }
            max={today}
            value={consentOn}
            onValue={setConsentOn}
          />
        </div>
      )}
      {parts.map((part) => (
        <PartField
          key={part}
          part={part}
          value={words[part]}
          error={isNeeded(part) ? wrong(words[part]) : undefined}
          onValue={(value) => setWords({ ...words, [part]: value })}
        />
      ))}
      {report.facts.problems.map(({ id, words: problem }) => (
        <TextArea
          key={id}
          rows={2}
          label={problem}
          help={t(reportTexts.onProblem)}
          error={wrong(onProblems[id] ?? '')}
          maxLength={4000}
          value={onProblems[id] ?? ''}
          onValue={(value) => setOnProblems({ ...onProblems, [id]: value })}
        />
      ))}
      <div className="acts">
        {mayHand && (
          <Button act busy={isBusy && tried === 'hand' && t(eventTexts.working)} onClick={() => send('hand')}>
            {t(reportTexts.hand)}
          </Button>
        )}
        <Button busy={isBusy && tried === 'save' && t(eventTexts.working)} onClick={() => send('save')}>
          {t(reportTexts.save)}
        </Button>
      </div>
      {failed && <StateError error={failed} refusals={dutyReportRefusalTexts} />}
    </section>
  )
}

type PartProps = {
  readonly part: ReportPart
  readonly value: string
  readonly error: string | undefined
  readonly onValue: (value: string) => void
}

function PartField({ part, value, error, onValue }: PartProps) {
  const { t } = useWords()
  return (
    <TextArea
      rows={isNeeded(part) ? 4 : 2}
      optional={!isNeeded(part)}
      label={t(partTexts[part].title)}
      help={t(partTexts[part].help)}
      error={error}
      maxLength={4000}
      value={value}
      onValue={onValue}
    />
  )
}
