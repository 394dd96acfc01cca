import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { FactsForm, FileForm, HearForm, InviteForm, OpinionForm, ReviewForm } from './CaseForms.shared.tsx'
import { DecideForm, ServeForm } from './CaseDecide.shared.tsx'
import { EndCorrectionForm, EndPersuasionForm } from './CaseEnd.shared.tsx'
import { StepContent } from './CaseSteps.shared.tsx'
import { VoteForm } from './CaseVote.shared.tsx'
import type { CaseStep, CaseView, May } from './hooks-disposal.ts'
import { currentStep, isDone, stepsOf } from './hooks-disposal.ts'
import { stepLabels, stepTexts } from './labels-disposal-step.ts'

const actOf: Readonly<Record<CaseStep, readonly May[]>> = {
  propose: [],
  file: ['file'],
  findFacts: ['findFacts'],
  hear: ['hear'],
  giveOpinion: ['giveOpinion'],
  preReview: ['preReview'],
  vote: ['vote'],
  decide: ['decide'],
  serve: ['serve'],
  end: ['endCorrection', 'lengthen', 'endPersuasion'],
}
const waitsFor: Readonly<Record<CaseStep, Text>> = {
  propose: stepLabels.whoBranch,
  file: stepLabels.whoFile,
  findFacts: stepLabels.whoBranch,
  hear: stepLabels.whoBranch,
  giveOpinion: stepLabels.whoBranch,
  preReview: stepLabels.whoCounty,
  vote: stepLabels.whoBranch,
  decide: stepLabels.whoFile,
  serve: stepLabels.whoFile,
  end: stepLabels.whoBranch,
}

/** The steps of a case one under the other: what was done, by whom and when, what is due now and what it needs. */
export function CasePath({ view }: { readonly view: CaseView }) {
  const t = useText()
  const now = currentStep(view)
  return (
    <ol className="case-path">
      {stepsOf(view).map((step) => {
        const done = isDone(view.case, step)
        const mark = done ? 'done' : step === now ? 'now' : 'later'
        return (
          <li key={step} data-mark={mark} aria-current={mark === 'now' ? 'step' : undefined}>
            <span className="case-dot" aria-hidden="true">
              {done && <Icon name="check" />}
            </span>
            <div className="case-step-head">
              <h2 className="sec">{t(stepTexts[step].name)}</h2>
              {mark === 'now' && <Tag tone="ochre">{t(stepLabels.now)}</Tag>}
              {!done && <span className="sr">{t(mark === 'now' ? stepLabels.now : stepLabels.later)}</span>}
            </div>
            {done ? (
              <StepContent view={view} step={step} />
            ) : (
              <p className="s t2">{t(stepTexts[step].needs)}</p>
            )}
            {mark === 'now' && !view.case.isMine && <Now view={view} step={step} />}
          </li>
        )
      })}
    </ol>
  )
}

/** The form of the step that is due, for who may take it; for others, whom it waits for. */
function Now({ view, step }: { readonly view: CaseView; readonly step: CaseStep }) {
  const t = useText()
  if (!actOf[step].some((act) => view.may.includes(act))) {
    return <p className="s t2">{t(stepLabels.waitsFor, { who: t(waitsFor[step]) })}</p>
  }
  const invitedTo = (toWhat: 'hearing' | 'assembly') => view.invitations.some((one) => one.toWhat === toWhat)
  const forms: Readonly<Record<CaseStep, ReactNode>> = {
    propose: null,
    file: <FileForm view={view} />,
    findFacts: <FactsForm view={view} />,
    hear: (
      <>
        <InviteForm view={view} toWhat="hearing" />
        <HearForm view={view} />
      </>
    ),
    giveOpinion: <OpinionForm view={view} />,
    preReview: <ReviewForm view={view} />,
    vote: invitedTo('assembly') ? (
      <VoteForm view={view} />
    ) : (
      <>
        <p className="s t2">{t(stepLabels.inviteFirst)}</p>
        <InviteForm view={view} toWhat="assembly" red />
      </>
    ),
    decide: <DecideForm view={view} />,
    serve: (
      <>
        <p className="s t2">{t(stepLabels.decidedNext)}</p>
        <ServeForm view={view} />
        <p className="acts">
          <DecideForm view={view} again />
        </p>
      </>
    ),
    end: view.may.includes('endPersuasion') ? (
      <EndPersuasionForm view={view} />
    ) : (
      <EndCorrectionForm view={view} />
    ),
  }
  return <>{forms[step]}</>
}
