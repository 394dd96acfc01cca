import { useState } from 'react'
import { isLowGrade } from '@steward/domain/appraisals/grade.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { OfBranch, Words } from './BranchAppraisalPage.mobile.tsx'
import type { FeedbackRow } from './hooks-branch-phone.ts'
import type { Feedback } from './hooks-mine.ts'
import { branchTexts as texts } from './labels-branch-phone.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { Opinion } from './ResultPage.mobile.tsx'
import { VoiceArea } from './VoiceArea.mobile.tsx'
import './Mine.css'

const stateTexts = {
  toTell: texts.toTell,
  told: texts.told,
  confirmed: texts.confirmed,
  answered: texts.answered,
  appealed: texts.appealed,
} as const

/** 当面反馈: who is still to be told; the words to say, and noting that it was said. */
export function TellPage() {
  const [chosen, setChosen] = useState<FeedbackRow>()
  const { account } = useSession()
  const back = () => setChosen(undefined)
  return (
    <OfBranch>
      {(event) => {
        if (chosen === undefined) return <List appraisalId={event.id} onChoose={setChosen} />
        // Nobody reads the own grade before the talk.
        if (chosen.memberId === account.memberId) return <Own name={chosen.name} onBack={back} />
        return <One key={chosen.id} feedbackId={chosen.id} onDone={back} />
      }}
    </OfBranch>
  )
}

function List({
  appraisalId,
  onChoose,
}: {
  readonly appraisalId: string
  readonly onChoose: (row: FeedbackRow) => void
}) {
  const t = useText()
  return (
    <Fetched
      from={useQueryOperation('feedback.list', { appraisalId })}
      what={t(texts.tell)}
      columns="1fr"
      isEmpty={({ rows }) => rows.length === 0}
      empty={<Words fact={texts.tellNone} next={texts.tellNoneNext} />}
    >
      {({ rows }) => (
        <>
          <p className="s t2 mine-help">
            {t(texts.tellSum, {
              all: rows.length,
              told: rows.filter(({ state }) => state !== 'toTell').length,
            })}
          </p>
          <ul className="card rows mine-fellows">
            {waitingFirst(rows).map((row) => (
              <li key={row.id}>
                <button type="button" className="entry" onClick={() => onChoose(row)}>
                  <span className="grow">{row.name}</span>
                  <span className="s t2">{t(stateTexts[row.state])}</span>
                  <Icon name="right" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fetched>
  )
}

/** Those still to be told first, each half by name. */
function waitingFirst(rows: readonly FeedbackRow[]): readonly FeedbackRow[] {
  const waits = (row: FeedbackRow) => row.state === 'toTell'
  return [...rows.filter(waits), ...rows.filter((row) => !waits(row))]
}

type HeadProps = { readonly name: string; readonly onBack: () => void }

function Head({ name, onBack }: HeadProps) {
  const t = useText()
  return (
    <div className="between mine-help">
      <h2 className="sec">{name}</h2>
      <Button plain onClick={onBack}>
        {t(texts.tellAll)}
      </Button>
    </div>
  )
}

function Own({ name, onBack }: HeadProps) {
  const t = useText()
  return (
    <>
      <Head name={name} onBack={onBack} />
      <p className="card pad">{t(texts.notByYou)}</p>
    </>
  )
}

function One({ feedbackId, onDone }: { readonly feedbackId: string; readonly onDone: () => void }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (on: string | null) => (on === null ? '' : formatDay(on, language, today))
  return (
    <Fetched from={useQueryOperation('feedback.show', { feedbackId })} what={t(texts.tell)} columns="1fr">
      {(feedback) => (
        <>
          <Head name={feedback.name} onBack={onDone} />
          <Opinion feedback={feedback} />
          {feedback.may.includes('tell') ? (
            <TellForm feedback={feedback} onDone={onDone} />
          ) : (
            <p className="s t2 mine-act">
              {t(texts.clocks, { answer: day(feedback.answerUntil), appeal: day(feedback.appealUntil) })}
            </p>
          )}
        </>
      )}
    </Fetched>
  )
}

type Facts = { deciderName: string; body: string; decidedOn: string; reason: string; proof: string }

function TellForm({ feedback, onDone }: { readonly feedback: Feedback; readonly onDone: () => void }) {
  const t = useText()
  const [how, setHow] = useState<'inPerson' | 'phone'>('inPerson')
  const [facts, setFacts] = useState<Facts>({
    ...{ deciderName: '', body: '', decidedOn: '', reason: feedback.reason, proof: '' },
  })
  const tell = useCommandOperation('feedback.tell', { onDone })
  const isLow = isLowGrade(feedback.grade)
  const send = () =>
    tell.mutate({
      ...{ feedbackId: feedback.id, revision: feedback.revision, how, consentToPhone: how === 'phone' },
      facts: isLow
        ? {
            ...{ deciderName: facts.deciderName, body: facts.body, reason: facts.reason },
            decidedOn: facts.decidedOn === '' ? null : facts.decidedOn,
            proofOfServiceId: facts.proof === '' ? null : facts.proof,
          }
        : null,
    })
  return (
    <div className="form mine-tell">
      <p className="s t2">{t(texts.tellOrder)}</p>
      <RadioList
        label={t(texts.tellHow)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'inPerson', label: t(texts.inPerson) },
          { value: 'phone', label: t(texts.phone) },
        ]}
      />
      {isLow && <FactFields facts={facts} onFacts={setFacts} />}
      <div className="foot">
        {tell.error && <StateError error={tell.error} refusals={settlementRefusalTexts} />}
        <Button act wide busy={tell.isPending && t(texts.noting)} onClick={send}>
          {t(texts.tellDone)}
        </Button>
      </div>
    </div>
  )
}

/** The five facts without which a low grade does not take effect. */
function FactFields({ facts, onFacts }: { readonly facts: Facts; readonly onFacts: (facts: Facts) => void }) {
  const t = useText()
  const set = (change: Partial<Facts>) => onFacts({ ...facts, ...change })
  return (
    <>
      <p className="b">{t(texts.facts)}</p>
      <TextField
        label={t(texts.decider)}
        maxLength={120}
        value={facts.deciderName}
        onValue={(deciderName) => set({ deciderName })}
      />
      <TextField label={t(texts.body)} maxLength={120} value={facts.body} onValue={(body) => set({ body })} />
      <DateField
        label={t(texts.decidedOn)}
        value={facts.decidedOn}
        onValue={(decidedOn) => set({ decidedOn })}
      />
      <VoiceArea label={t(texts.factsReason)} value={facts.reason} onValue={(reason) => set({ reason })} />
      <TextField
        label={t(texts.proof)}
        help={t(texts.proofHelp)}
        maxLength={80}
        value={facts.proof}
        onValue={(proof) => set({ proof })}
      />
    </>
  )
}
