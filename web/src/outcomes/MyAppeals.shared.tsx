import { useState } from 'react'
import { Link, useLocation, useParams, useSearchParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AppealWords, subjectPath } from './AppealParts.shared.tsx'
import type { Appeal } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { appealKindTexts, appealLabels, appealStateTexts } from './labels-appeal.ts'
import { warnedLabels } from './labels-warned.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import './Warnings.css'

export function MyAppealsPage() {
  const t = useText()
  const { day } = useDays()
  return (
    <Fetched
      from={useQueryOperation('appeal.mine', {})}
      what={t(appealLabels.mine)}
      columns="1fr"
      isEmpty={(data) => data.rows.length === 0}
      empty={
        <section className="card pad">
          <StateEmpty fact={t(appealLabels.mineEmpty)} fill={t(appealLabels.mineEmptyNext)} />
        </section>
      }
    >
      {(data) => (
        <section className="card rows" aria-label={t(appealLabels.mine)}>
          {data.rows.map((row) => (
            <Link key={row.id} href={`/outcomes/appeals/${row.id}`} className="thing row">
              <span className="grow">
                <span className="block">{row.about}</span>
                <span className="block s t2">{day(row.raisedOn)}</span>
                <Tag tone={appealStateTexts[row.state].tone}>{t(appealStateTexts[row.state].text)}</Tag>
              </span>
              <Icon name="right" />
            </Link>
          ))}
        </section>
      )}
    </Fetched>
  )
}

/** One own appeal with its answer; it can go on, or be withdrawn. */
export function MyAppealPage() {
  const t = useText()
  const { appealId = '' } = useParams()
  return (
    <Fetched from={useQueryOperation('appeal.show', { appealId })} what={t(appealLabels.title)} columns="1fr">
      {(appeal) => <Shown appeal={appeal} />}
    </Fetched>
  )
}

function Shown({ appeal }: { readonly appeal: Appeal }) {
  const t = useText()
  const { text, tone } = appealStateTexts[appeal.state]
  const path = subjectPath(appeal.subject)
  return (
    <>
      <div className="outcome-head">
        <h2 className="ph1">{appeal.about}</h2>
        <Tag tone={tone}>{t(text)}</Tag>
      </div>
      {path !== undefined && (
        <Link href={path} className="link">
          {t(appealLabels.evidence)}
        </Link>
      )}
      <section className="card pad">
        <AppealWords appeal={appeal} />
      </section>
      <OwnAppealActs appeal={appeal} />
    </>
  )
}

export function OwnAppealActs({ appeal }: { readonly appeal: Appeal }) {
  const t = useText()
  const say = useUndo()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const further = useCommandOperation('appeal.further', { onDone: () => setWords('') })
  const withdraw = useCommandOperation('appeal.withdraw', {
    onDone: () => say({ text: t(appealLabels.withdrawn) }),
  })
  const { id: appealId, may } = appeal
  const isEmpty = words.trim() === ''
  const go = () => {
    setTried(true)
    if (!isEmpty) further.mutate({ appealId, words })
  }
  return (
    <>
      {may.includes('further') && (
        <section className="card pad form">
          <h3 className="sec">{t(appealLabels.further)}</h3>
          <p className="s t2">{t(appealLabels.furtherTo, { body: appeal.nextBodyName ?? '' })}</p>
          <TextArea
            rows={4}
            label={t(appealLabels.words)}
            help={t(appealLabels.wordsHelp)}
            error={tried && isEmpty ? t(warnedLabels.answerMissing) : undefined}
            maxLength={2000}
            value={words}
            onValue={setWords}
          />
          {further.isError && <StateError error={further.error} refusals={warningRefusals} />}
          <Button wide busy={further.isPending && t(appealLabels.sending)} onClick={go}>
            {t(appealLabels.further)}
          </Button>
        </section>
      )}
      {may.includes('withdraw') && (
        <p className="acts">
          <Button
            busy={withdraw.isPending && t(appealLabels.withdraw)}
            onClick={() => withdraw.mutate({ appealId })}
          >
            {t(appealLabels.withdraw)}
          </Button>
        </p>
      )}
      {withdraw.isError && <StateError error={withdraw.error} refusals={warningRefusals} />}
    </>
  )
}

const isKind = (kind: string | null): kind is Appeal['subject']['kind'] =>
  kind !== null && Object.hasOwn(appealKindTexts, kind)

/** 我不同意: what is appealed against stands in the address (`?kind=&id=`), so that every outcome can lead here. */
export function RaiseAppealPage() {
  const t = useText()
  const say = useUndo()
  const { day } = useDays()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const kind = params.get('kind')
  const id = params.get('id')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const raise = useCommandOperation('appeal.raise', {
    onDone: ({ appealId, bodyName, dueOn }) => {
      say({ text: t(appealLabels.sent, { body: bodyName, day: day(dueOn) }) })
      navigate(`/outcomes/appeals/${appealId}`, { replace: true })
    },
  })
  if (!isKind(kind) || id === null)
    return <StateEmpty fact={t(appealLabels.mineEmpty)} fill={t(appealLabels.mineEmptyNext)} />
  const isEmpty = words.trim() === ''
  const send = () => {
    setTried(true)
    if (!isEmpty) raise.mutate({ subject: { kind, id }, words })
  }
  return (
    <section className="card pad form">
      <h2 className="ph1">{t(appealLabels.raiseTitle)}</h2>
      <p className="s t2" data-read>
        {t(appealKindTexts[kind])} · {t(appealLabels.promise)}
      </p>
      <TextArea
        rows={6}
        label={t(appealLabels.words)}
        help={t(appealLabels.wordsHelp)}
        error={tried && isEmpty ? t(warnedLabels.answerMissing) : undefined}
        maxLength={2000}
        value={words}
        onValue={setWords}
      />
      <p className="s t2">{t(appealLabels.ways)}</p>
      {raise.isError && <StateError error={raise.error} refusals={warningRefusals} />}
      <Button act wide busy={raise.isPending && t(appealLabels.sending)} onClick={send}>
        {t(appealLabels.send)}
      </Button>
    </section>
  )
}
