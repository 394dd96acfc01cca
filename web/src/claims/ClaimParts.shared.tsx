import { useState } from 'react'
import { downloadAddress } from '../shared/call.ts'
import { dayOfInstant } from '../shared/clock.ts'
import { formatTime } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Claim, Step } from './hooks.ts'
import { plain, useDay, useLimitWords, useQuantityWords } from './hooks.ts'
import {
  claimLabels,
  claimStateTexts,
  levelTexts,
  moveTexts,
  routeTexts,
  witnessAnswerTexts,
} from './labels.ts'
import { photoLabels } from './labels-photo.ts'
import './ClaimParts.css'

export function StateTag({ state }: { readonly state: Claim['state'] }) {
  const t = useText()
  const { text, tone, icon } = claimStateTexts[state]
  return (
    <Tag tone={tone} icon={icon}>
      {t(text)}
    </Tag>
  )
}

/** 手机报送 10月30日 17:42; the four routes are equal in size and tone. */
export function RouteWord({
  claim,
}: {
  readonly claim: Pick<Claim, 'route' | 'enteredFor' | 'submittedAt'>
}) {
  const t = useText()
  const day = useDay()
  const { icon, sent } = routeTexts[claim.route]
  return (
    <span className="claim-route">
      <Icon name={icon} />
      {t(sent, { name: claim.enteredFor ?? '' })} {day(dayOfInstant(claim.submittedAt))}{' '}
      {formatTime(claim.submittedAt)}
    </span>
  )
}

/** A picture of a claim; says so where it cannot be opened. */
export function Photo({ fileId, alt }: { readonly fileId: string; readonly alt: string }) {
  const t = useText()
  const [gone, setGone] = useState(false)
  if (gone) return <span className="photo-gone c t2">{t(photoLabels.gone)}</span>
  return <img src={downloadAddress('file.download', { fileId })} alt={alt} onError={() => setGone(true)} />
}

/** Whom the deed was seen by and what they said. */
export function WitnessWord({ witness }: { readonly witness: Claim['witnesses'][number] }) {
  const t = useText()
  const day = useDay()
  const { answer, answeredOn, takenBy, note } = witness
  if (answer === null || answeredOn === null)
    return <span className="ochre">{t(claimLabels.witnessOpen)}</span>
  const words = {
    yes: claimLabels.witnessYes,
    no: claimLabels.witnessNo,
    unknown: claimLabels.witnessUnknown,
  }
  return (
    <span className={answer === 'yes' ? 'pine' : 'ochre'}>
      {answer === 'yes' && <Icon name="check" />}
      {t(words[answer], { day: day(answeredOn) })}
      {takenBy !== null && <span className="t3"> {t(claimLabels.witnessTaken, { by: takenBy })}</span>}
      {note !== '' && <span className="t2"> {note}</span>}
    </span>
  )
}

/** What happened, oldest first: who, when, why. */
export function History({ steps }: { readonly steps: readonly Step[] }) {
  const t = useText()
  const day = useDay()
  return (
    <ol className="claim-history">
      {steps.map((step) => (
        <li key={step.at + step.move}>
          <span className="s t3 nw">
            {day(dayOfInstant(step.at))} {formatTime(step.at)}
          </span>
          <span className="s">
            <span className="b">{t(moveTexts[step.move])}</span> {step.by}
            <StepFacts step={step} />
            {step.reason !== '' && <span className="block t2">{step.reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function StepFacts({ step: { facts, move, level } }: { readonly step: Step }) {
  const t = useText()
  const credited = facts['credited']
  const answer = facts['answer']
  if (typeof credited === 'number') return <> {t(claimLabels.points, { points: plain(credited) })}</>
  if (answer === 'yes' || answer === 'no' || answer === 'unknown')
    return <> {t(witnessAnswerTexts[answer])}</>
  if (move === 'escalate' || move === 'passOn') return <> {t(levelTexts[level])}</>
  return null
}

/** 帮 3 户老人办医保缴费，3 户; what was said stands in quotation marks on its own. */
export function useAmount(): (claim: Pick<Claim, 'quantity' | 'unit'>) => string {
  const words = useQuantityWords()
  return ({ quantity, unit }) => words(quantity, unit)
}

/** 这一类一个月最多 1，已记 0.4，所以记 0.6. */
export function CreditedWhy({ credited, limit }: Pick<NonNullable<Claim['entry']>, 'credited' | 'limit'>) {
  const t = useText()
  const why = useLimitWords()
  const points = t(claimLabels.points, { points: plain(credited) })
  return limit === null ? (
    <>{points}</>
  ) : (
    <>{t({ zh: '{why}，所以记 {points}', en: '{why}, so {points}' }, { why: why(limit), points })}</>
  )
}
