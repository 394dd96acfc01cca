import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { CaseForm } from './CaseForm.shared.tsx'
import { CasePath } from './CasePath.shared.tsx'
import { OwnWords, PaperButton } from './CaseParts.shared.tsx'
import { Term } from './CaseSteps.shared.tsx'
import type { CaseView } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { caseLabels, formTexts } from './labels-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'
import { appealHereRefusals } from './labels-appeal-here.ts'
import { disposalRefusals } from './labels-disposal-refusal.ts'

type OwnProps = { readonly view: CaseView }

/** The own case as the member concerned reads it: invitations first, then the steps, the own words, the ways to appeal (R-213…R-215). */
export function OwnCase({ view }: OwnProps) {
  const t = useText()
  return (
    <>
      <OpenInvitations view={view} />
      <PaperButton view={view} act={view.case.end === null && !view.may.includes('answer')} />
      <Rights view={view} />
      <div className="case-section">
        <CasePath view={view} />
      </div>
      <section className="case-section">
        <h2 className="sec">{t(caseLabels.ownWords)}</h2>
        <OwnWords view={view} />
        {view.may.includes('say') && <Say view={view} />}
      </section>
      <section className="case-section">
        <h2 className="sec">{t(caseLabels.appealWay)}</h2>
        <p>{t(caseLabels.appealText, { body: view.deciding.appealTo })}</p>
        {view.case.state === 'inForce' && view.case.endedHow !== 'lifted' && <AppealOn view={view} />}
      </section>
    </>
  )
}

/** What follows from a decision in force, said first. */
function Rights({ view }: OwnProps) {
  const t = useText()
  const { until, end, form } = view.case
  if (until === null || end !== null) return null
  return (
    <p className="case-bar">
      {t(formTexts[form])} <Term until={until} />
    </p>
  )
}

function OpenInvitations({ view }: OwnProps) {
  const { today } = useCaseDays()
  if (!view.may.includes('answer')) return null
  const open = view.invitations.filter(({ answer, on }) => answer === null && on >= today)
  return (
    <>
      {open.map((one) => (
        <Invitation key={one.id} disposalId={view.case.id} one={one} />
      ))}
    </>
  )
}

function Invitation({
  disposalId,
  one,
}: {
  readonly disposalId: string
  readonly one: CaseView['invitations'][number]
}) {
  const t = useText()
  const say = useUndo()
  const { day } = useCaseDays()
  const [words, setWords] = useState('')
  const answer = useCommandOperation('disposal.answer-invitation', {
    onDone: () => say({ text: t(stepLabels.answerDone) }),
  })
  const send = (choice: 'comes' | 'cannot') =>
    answer.mutate({ disposalId, invitationId: one.id, answer: choice, words })
  return (
    <section className="case-form form">
      <h2 className="sec">{t(one.toWhat === 'hearing' ? stepLabels.hearingAt : stepLabels.assemblyAt)}</h2>
      <p className="b">
        {day(one.on)} {one.at} · {one.place}
      </p>
      <p className="s t2">{t(stepLabels.hearingRight)}</p>
      <TextArea
        optional
        rows={2}
        label={t(stepLabels.answerNote)}
        maxLength={1000}
        value={words}
        onValue={setWords}
      />
      <div className="acts">
        <Button act busy={answer.isPending && t(stepLabels.saving)} onClick={() => send('comes')}>
          {t(stepLabels.answerComes)}
        </Button>
        <Button busy={answer.isPending && t(stepLabels.saving)} onClick={() => send('cannot')}>
          {t(stepLabels.answerCannot)}
        </Button>
      </div>
      {answer.isError && <StateError error={answer.error} refusals={disposalRefusals} />}
    </section>
  )
}

function Say({ view }: OwnProps) {
  const t = useText()
  const told = useUndo()
  const [words, setWords] = useState('')
  const say = useCommandOperation('disposal.say', {
    onDone: () => {
      told({ text: t(stepLabels.sayDone) })
      setWords('')
    },
  })
  return (
    <CaseForm
      title={t(stepLabels.say)}
      act={t(stepLabels.sayAct)}
      pending={say.isPending}
      error={say.error}
      onSend={() => say.mutate({ disposalId: view.case.id, words })}
    >
      <TextArea
        rows={3}
        label={t(stepLabels.sayWhat)}
        help={t(stepLabels.sayHelp)}
        maxLength={4000}
        value={words}
        onValue={setWords}
      />
    </CaseForm>
  )
}

/** The way to appeal, on the page itself; the running one with its answer. */
function AppealOn({ view }: OwnProps) {
  const t = useText()
  const { day } = useCaseDays()
  const told = useUndo()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const mine = useQueryOperation('appeal.mine', {})
  const raise = useCommandOperation('appeal.raise', { onDone: () => told({ text: t(caseLabels.appealed) }) })
  const of = mine.data?.rows.filter(({ subject }) => subject.id === view.case.id) ?? []
  const running = of.some(({ state }) => state === 'received' || state === 'assigned')
  return (
    <>
      {of.map((one) => (
        <p key={one.id} className="s">
          {t(caseLabels.appealLine, { on: day(one.raisedOn), body: one.bodyName, due: day(one.dueOn) })}
        </p>
      ))}
      {!running && !open && (
        <p className="acts">
          <Button onClick={() => setOpen(true)}>{t(caseLabels.appeal)}</Button>
        </p>
      )}
      {!running && open && (
        <section className="case-form form">
          <TextArea
            rows={4}
            label={t(caseLabels.appealWords)}
            maxLength={2000}
            value={words}
            onValue={setWords}
          />
          <div className="acts">
            <Button
              act
              busy={raise.isPending && t(stepLabels.saving)}
              onClick={() => raise.mutate({ subject: { kind: 'disposal', id: view.case.id }, words })}
            >
              {t(caseLabels.appealSend)}
            </Button>
          </div>
          {raise.isError && <StateError error={raise.error} refusals={appealHereRefusals} />}
        </section>
      )}
    </>
  )
}
