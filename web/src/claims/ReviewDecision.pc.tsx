import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { readHundredths } from '@steward/domain/shared/decimal.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useAmount } from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { plain, useDay } from './hooks.ts'
import type { Decisions } from './hooks-review.ts'
import { useChosen, wouldCredit } from './hooks-review.ts'
import { levelTexts } from './labels.ts'
import { reviewRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { ReasonField } from './ReasonField.shared.tsx'
import { ValueField } from './ValueField.shared.tsx'

export type Deciding = 'approve' | 'adjust' | 'return' | 'refuse'

type DecisionProps = {
  readonly claim: Claim
  readonly deciding: Deciding | undefined
  readonly onDeciding: (deciding: Deciding | undefined) => void
  readonly decisions: Decisions
}

/** The decision at the foot of the third column: a name, a value, a reason where one is needed. */
export function ReviewDecision(props: DecisionProps) {
  const { claim } = props
  if (claim.barred !== null || !claim.may.review)
    return <NotYours claim={claim} decisions={props.decisions} />
  return <Decide {...props} />
}

/** Why it is not this person's, or what was decided. */
function NotYours({ claim, decisions }: Pick<DecisionProps, 'claim' | 'decisions'>) {
  const t = useText()
  const day = useDay()
  const { takeBack, about } = decisions
  return (
    <div className="review-decision">
      {claim.state === 'submitted' && claim.barred !== null && (
        <p className="s">{t(reviewRefusals[claim.barred])}</p>
      )}
      {claim.decidedBy !== null && claim.decidedOn !== null && (
        <p className="s">
          {t(reviewLabels.decidedBy, { by: claim.decidedBy, day: day(claim.decidedOn) })}
          {claim.reason !== null && claim.reason !== '' && <span className="block t2">{claim.reason}</span>}
        </p>
      )}
      {claim.may.takeBack && (
        <Button
          icon="undo"
          busy={takeBack.isPending && t(reviewLabels.takeBack)}
          onClick={() => {
            about(claim)
            takeBack.mutate({ claimId: claim.id })
          }}
        >
          {t(reviewLabels.takeBack)}
        </Button>
      )}
      {takeBack.isError && <StateError error={takeBack.error} refusals={reviewRefusals} />}
    </div>
  )
}

function Decide({ claim, deciding, onDeciding, decisions }: DecisionProps) {
  const t = useText()
  const value = useChosen(claim)
  const place = useRef<HTMLDivElement>(null)
  const { approve } = decisions
  const canApprove = value.ok
  const run = () => {
    if (!canApprove || approve.isPending) return place.current?.querySelector('input')?.focus()
    decisions.about(claim)
    approve.mutate({ claimId: claim.id, revision: claim.revision, chosen: value.chosen })
  }
  const act = useRef(run)
  useEffect(() => {
    act.current = run
  })
  // The key A begins an approval; it goes through at once where the value is set.
  useEffect(() => {
    if (deciding !== 'approve') return
    act.current()
    onDeciding(undefined)
  }, [deciding, onDeciding])
  if (deciding === 'adjust')
    return <Adjust claim={claim} decisions={decisions} onBack={() => onDeciding(undefined)} />
  if (deciding === 'return' || deciding === 'refuse')
    return (
      <TurnDown claim={claim} how={deciding} decisions={decisions} onBack={() => onDeciding(undefined)} />
    )
  const points = plain(wouldCredit(claim, claim.quantity, value.chosen)?.credited ?? 0)
  const words = !canApprove
    ? t(reviewLabels.approveChoose)
    : claim.countsNow
      ? t(reviewLabels.approve, { points })
      : t(reviewLabels.approveUp, { level: t(levelTexts[nextOf(claim)]) })
  return (
    <div className="review-decision">
      <ValueField chosen={value} place={place} />
      <Button act wide onClick={run} busy={approve.isPending && words} hint={<kbd>A</kbd>}>
        {words}
      </Button>
      <div className="review-two">
        <Button onClick={() => onDeciding('adjust')} hint={<kbd>E</kbd>}>
          {t(reviewLabels.adjust)}
        </Button>
        <Button onClick={() => onDeciding('return')} hint={<kbd>R</kbd>}>
          {t(reviewLabels.return)}
        </Button>
      </div>
      <div className="between review-refuse">
        <p className="c t2">{t(reviewLabels.decisionNote, { name: claim.memberName })}</p>
        <Button plain small onClick={() => onDeciding('refuse')}>
          {t(reviewLabels.refuse)}
        </Button>
      </div>
      {approve.isError && <StateError error={approve.error} refusals={reviewRefusals} />}
    </div>
  )
}

function nextOf(claim: Claim): Claim['level'] {
  return claim.level === 'branch' ? 'baseCommittee' : 'county'
}

type FormProps = Pick<DecisionProps, 'claim' | 'decisions'> & { readonly onBack: () => void }

/** Esc leaves, Ctrl or ⌘ with Enter does. */
function formKeys(onBack: () => void, submit: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onBack()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
}

function Adjust({ claim, decisions, onBack }: FormProps) {
  const t = useText()
  const amount = useAmount()(claim)
  const chosen = useChosen(claim)
  const [typed, setTyped] = useState(plain(claim.quantity))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const quantity = readHundredths(typed) ?? 0
  const would = wouldCredit(claim, quantity, chosen.chosen)
  const { adjust } = decisions
  const submit = () => {
    setTried(true)
    if (quantity <= 0 || !chosen.ok || reason.trim() === '' || adjust.isPending) return
    decisions.about(claim)
    adjust.mutate({
      claimId: claim.id,
      revision: claim.revision,
      quantity,
      chosen: chosen.chosen,
      reason,
    })
  }
  const words = t(reviewLabels.doAdjust, { points: plain(would?.credited ?? 0) })
  return (
    <div className="review-decision form" onKeyDown={formKeys(onBack, submit)}>
      <TextField
        label={t(reviewLabels.amount)}
        help={t(reviewLabels.amountHelp, { amount })}
        error={quantity <= 0 ? t(reviewLabels.amountWrong) : undefined}
        inputMode="decimal"
        autoFocus
        value={typed}
        onValue={setTyped}
      />
      <ValueField chosen={chosen} />
      <ReasonField kind="adjust" value={reason} onValue={setReason} tried={tried} />
      <div className="acts">
        <Button act busy={adjust.isPending && words} onClick={submit}>
          {words}
        </Button>
        <Button plain onClick={onBack}>
          {t(reviewLabels.back)}
        </Button>
      </div>
      {adjust.isError && <StateError error={adjust.error} refusals={reviewRefusals} />}
    </div>
  )
}

function TurnDown({ claim, how, decisions, onBack }: FormProps & { readonly how: 'return' | 'refuse' }) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = how === 'return' ? decisions.giveBack : decisions.refuse
  const submit = () => {
    setTried(true)
    if (reason.trim() === '' || command.isPending) return
    decisions.about(claim)
    command.mutate({ claimId: claim.id, revision: claim.revision, reason })
  }
  const words = t(how === 'return' ? reviewLabels.doReturn : reviewLabels.doRefuse, {
    name: claim.memberName,
  })
  return (
    <div className="review-decision form" onKeyDown={formKeys(onBack, submit)}>
      <ReasonField kind={how} value={reason} onValue={setReason} tried={tried} autoFocus />
      <div className="acts">
        <Button act busy={command.isPending && words} onClick={submit}>
          {words}
        </Button>
        <Button plain onClick={onBack}>
          {t(reviewLabels.back)}
        </Button>
      </div>
      {command.isError && <StateError error={command.error} refusals={reviewRefusals} />}
    </div>
  )
}
