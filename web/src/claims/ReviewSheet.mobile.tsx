import { useState } from 'react'
import { readHundredths } from '@steward/domain/shared/decimal.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { useSpeech } from '../shared/kit/speech.ts'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useAmount } from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { plain } from './hooks.ts'
import type { Decisions } from './hooks-review.ts'
import { useChosen, wouldCredit } from './hooks-review.ts'
import { reviewRefusals } from './labels-refusal.ts'
import { reportLabels } from './labels-report.ts'
import { reviewLabels } from './labels-review.ts'
import { ReasonField } from './ReasonField.shared.tsx'
import { ValueField } from './ValueField.shared.tsx'

type How = 'adjust' | 'return' | 'refuse'
type SheetProps = {
  readonly claim: Claim
  readonly how: How
  readonly onHow: (how: How) => void
  readonly decisions: Decisions
  readonly onClose: () => void
}

/** Returning, changing, not crediting: each with a reason, typed or spoken. */
export function ReviewSheet({ claim, how, onHow, decisions, onClose }: SheetProps) {
  const t = useText()
  const amount = useAmount()(claim)
  const chosen = useChosen(claim)
  const [typed, setTyped] = useState(plain(claim.quantity))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const speech = useSpeech((text) => setReason(text.slice(0, 300)))
  const quantity = readHundredths(typed) ?? 0
  const would = wouldCredit(claim, quantity, chosen.chosen)
  // Choosing the value of a deed as reported is an approval and needs no reason.
  const onlyChosen = how === 'adjust' && claim.would === null && quantity === claim.quantity && reason === ''
  const command = {
    adjust: onlyChosen ? decisions.approve : decisions.adjust,
    return: decisions.giveBack,
    refuse: decisions.refuse,
  }[how]
  const submit = () => {
    setTried(true)
    const about = { claimId: claim.id, revision: claim.revision }
    if (how === 'adjust' && (quantity <= 0 || !chosen.ok)) return
    if (reason.trim() === '' && !onlyChosen) return
    decisions.about(claim)
    if (onlyChosen) decisions.approve.mutate({ ...about, chosen: chosen.chosen })
    else if (how === 'adjust') decisions.adjust.mutate({ ...about, quantity, chosen: chosen.chosen, reason })
    else (how === 'return' ? decisions.giveBack : decisions.refuse).mutate({ ...about, reason })
  }
  const words = {
    adjust: t(reviewLabels.doAdjust, { points: plain(would?.credited ?? 0) }),
    return: t(reviewLabels.doReturn, { name: claim.memberName }),
    refuse: t(reviewLabels.doRefuse, { name: claim.memberName }),
  }[how]
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(
        { adjust: reviewLabels.adjust, return: reviewLabels.return, refuse: reviewLabels.refuse }[how],
      )}
      keepOpen={reason !== ''}
      acts={
        <Button act busy={command.isPending && words} onClick={submit}>
          {words}
        </Button>
      }
    >
      <div className="form">
        {how === 'adjust' && (
          <TextField
            label={t(reviewLabels.amount)}
            help={t(reviewLabels.amountHelp, { amount })}
            error={quantity <= 0 ? t(reviewLabels.amountWrong) : undefined}
            inputMode="decimal"
            value={typed}
            onValue={setTyped}
          />
        )}
        {how === 'adjust' && <ValueField chosen={chosen} />}
        <ReasonField kind={how} value={reason} onValue={setReason} tried={tried && !onlyChosen} />
        {speech.canHear && (
          <Button icon="mic" aria-pressed={speech.listening} onClick={speech.toggle}>
            {t(speech.listening ? reportLabels.stopSpeaking : reportLabels.speak)}
          </Button>
        )}
        {how === 'return' && (
          <Button plain onClick={() => onHow('refuse')}>
            {t(reviewLabels.refuse)}
          </Button>
        )}
        {command.isError && <StateError error={command.error} refusals={reviewRefusals} />}
      </div>
    </Sheet>
  )
}
