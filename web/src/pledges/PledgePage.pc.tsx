import { useState } from 'react'
import { useParams } from 'wouter'
import { outcomes, type Outcome } from '@steward/domain/pledges/pledge-outcome.ts'
import { parsePlainDate } from '@steward/domain/shared/plain-date.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextArea } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type Pledge, usePledge, usePledgeWords } from './hooks.ts'
import { outcomeTexts, pledgeLabels } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { PledgeTabs } from './Tabs.pc.tsx'
import { OwnActs, PledgeView } from './View.shared.tsx'
import './Pledges.css'

/** /pledges/:pledgeId: one pledge with its way, what is said of it, and the judgement at the end. */
export function PledgePage() {
  const { t } = usePledgeWords()
  const { pledgeId = '' } = useParams()
  return (
    <div className="pledges">
      <PledgeTabs />
      <Fetched from={usePledge(pledgeId)} what={t(pledgeLabels.one)} columns="1fr">
        {(pledge) => (
          <div className="pledge-two-columns">
            <div>
              <PledgeView pledge={pledge} />
              <Acts pledge={pledge} />
            </div>
            {pledge.may.includes('pledge.judge') && <Judge pledge={pledge} />}
          </div>
        )}
      </Fetched>
    </div>
  )
}

function Acts({ pledge }: { readonly pledge: Pledge }) {
  const { t } = usePledgeWords()
  const { id, memberId, state } = pledge.pledge
  const path = memberId === null ? `/pledges/organisation/${id}` : `/pledges/${id}/write`
  return (
    <>
      {pledge.may.includes('pledge.submit') && (
        <p className="pledge-gap">
          <ButtonLink href={path}>
            {t(state === 'returned' ? pledgeLabels.mend : pledgeLabels.goOn)}
          </ButtonLink>
        </p>
      )}
      <OwnActs pledge={pledge} />
    </>
  )
}

/** 评诺: kept, partly, missed and explained, dropped after the member was heard. */
function Judge({ pledge: { pledge } }: { readonly pledge: Pledge }) {
  const { t, today } = usePledgeWords()
  const say = useUndo()
  const [outcome, setOutcome] = useState<Outcome>()
  const [explanation, setExplanation] = useState('')
  const [heardOn, setHeardOn] = useState('')
  const judge = useCommandOperation('pledge.judge', {
    onDone: ({ outcome: said }) =>
      say({ text: t(reviewLabels.judged, { outcome: t(outcomeTexts[said].name) }) }),
  })
  const send = () => {
    if (outcome === undefined) return
    judge.mutate({
      pledgeId: pledge.id,
      outcome,
      explanation,
      heardOn: outcome === 'dropped' ? (parsePlainDate(heardOn) ?? null) : null,
    })
  }
  return (
    <section className="form" aria-label={t(reviewLabels.judge)}>
      <h2 className="sec">{t(reviewLabels.judge)}</h2>
      <RadioList
        label={t(reviewLabels.judge)}
        value={outcome}
        onValue={setOutcome}
        choices={outcomes.map((one) => ({
          value: one,
          label: t(outcomeTexts[one].name),
          help: t(outcomeTexts[one].help),
        }))}
      />
      {outcome === 'dropped' && (
        <DateField label={t(reviewLabels.heardOn)} value={heardOn} max={today} onValue={setHeardOn} />
      )}
      <TextArea
        label={t(reviewLabels.explanation)}
        help={t(reviewLabels.judgeNote)}
        optional={outcome === 'fulfilled'}
        maxLength={300}
        value={explanation}
        onValue={setExplanation}
      />
      {judge.error && <StateError error={judge.error} refusals={pledgeRefusals} />}
      <div className="acts">
        <Button ink={outcome !== undefined} onClick={send}>
          {t(reviewLabels.judge)}
        </Button>
      </div>
    </section>
  )
}
