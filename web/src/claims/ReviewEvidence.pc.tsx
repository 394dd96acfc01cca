import { useState } from 'react'
import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import type { IconName } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { History, RouteWord, StateTag, useAmount, WitnessWord } from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { useDay, useTitleOf } from './hooks.ts'
import { claimLabels } from './labels.ts'
import { reviewLabels } from './labels-review.ts'
import { ReviewPhotos } from './ReviewPhotos.pc.tsx'
import { TakeDownDialog } from './TakeDownDialog.shared.tsx'

type EvidenceProps = {
  readonly found: UseQueryResult<Claim>
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
  /** Narrow windows: opens the third column. */
  readonly onRule: () => void
}

/** What was done and what proves it, at reading size. */
export function ReviewEvidence({ found, large, onLarge, onRule }: EvidenceProps) {
  const t = useText()
  return (
    <Fetched from={found} what={t(claimLabels.what)} columns="1fr" rows={5}>
      {(claim) => (
        <article>
          <Head claim={claim} onRule={onRule} />
          {claim.photos > 0 && <ReviewPhotos claim={claim} large={large} onLarge={onLarge} />}
          {claim.said !== '' && <p className="review-said">“{claim.said}”</p>}
          <Proof claim={claim} />
          <details className="review-steps">
            <summary className="s t2">{t(claimLabels.history)}</summary>
            <History steps={claim.steps} />
          </details>
        </article>
      )}
    </Fetched>
  )
}

function Head({ claim, onRule }: { readonly claim: Claim; readonly onRule: () => void }) {
  const t = useText()
  const title = useTitleOf()(claim)
  return (
    <header>
      <div className="between review-title">
        <h2 className="ph1">{title}</h2>
        {claim.state !== 'submitted' && <StateTag state={claim.state} />}
        <span className="review-open-rule">
          <Button small onClick={onRule}>
            {t(reviewLabels.rulesAndDecision)}
          </Button>
        </span>
      </div>
      <p className="review-meta">
        <span>{claim.memberName}</span>
        <RouteWord claim={claim} />
        <TimeLeft claim={claim} />
      </p>
    </header>
  )
}

function TimeLeft({ claim: { daysLeft, state } }: { readonly claim: Claim }) {
  const t = useText()
  if (state !== 'submitted' || daysLeft === null) return null
  if (daysLeft < 0) return <span className="ochre">{t(claimLabels.over, { days: -daysLeft })}</span>
  return <span>{daysLeft === 0 ? t(claimLabels.lastDay) : t(claimLabels.daysLeft, { days: daysLeft })}</span>
}

/** Each line: what it is, and at the right where it stands. */
function Proof({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  const amount = useAmount()(claim)
  return (
    <ul className="proof">
      <Line icon="calendar">{t(reviewLabels.deedDay, { day: day(claim.deedOn), amount })}</Line>
      {claim.witnesses.map((witness) => (
        <WitnessLine key={witness.id} claim={claim} witness={witness} />
      ))}
      <TargetLine claim={claim} />
      {claim.paper !== '' && (
        <Line icon="paper">{t(reviewLabels.paper, { paper: claim.paper, by: claim.enteredBy })}</Line>
      )}
      <HelperLine claim={claim} />
      {claim.hostBranch !== '' && (
        <Line icon="transfer">{t(reviewLabels.host, { branch: claim.hostBranch })}</Line>
      )}
      {claim.place !== null && claim.place !== '' && (
        <Line icon="flag">{t(reviewLabels.placeIs, { place: claim.place })}</Line>
      )}
      {claim.late && (
        <Line icon="clock">
          {t(reviewLabels.late, { day: day(claim.deedOn), reason: claim.lateReason ?? '' })}
        </Line>
      )}
      {claim.doubles.map((double) => (
        <Line key={double.id} icon="merge" tone="ochre">
          {t(reviewLabels.double, { number: double.number, said: double.said })}
        </Line>
      ))}
      {claim.evidence.length === 0 && claim.witnesses.length === 0 && claim.paper === '' && (
        <Line icon="help">{t(reviewLabels.noProof)}</Line>
      )}
    </ul>
  )
}

type LineProps = {
  readonly icon: IconName
  readonly children: ReactNode
  readonly end?: ReactNode
  readonly tone?: string
}

function Line({ icon, children, end, tone }: LineProps) {
  return (
    <li className={tone}>
      <Icon name={icon} />
      <span className="grow">{children}</span>
      {end}
    </li>
  )
}

function WitnessLine({ claim, witness }: { claim: Claim; witness: Claim['witnesses'][number] }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const canTake = claim.may.takeDownWitness && witness.answer === null
  const end = (
    <span className="acts">
      <WitnessWord witness={witness} />
      {canTake && (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t(reviewLabels.takeDown)}
        </button>
      )}
    </span>
  )
  return (
    <>
      <Line icon="person" end={end}>
        {t(claimLabels.witnessNamed, { name: witness.name })}
      </Line>
      {open && <TakeDownDialog witness={witness} onClose={() => setOpen(false)} />}
    </>
  )
}

function TargetLine({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const { pledgeId, taskId, targetTitle } = claim
  const title = targetTitle ?? ''
  if (pledgeId !== null) {
    const link = (
      <Link href={`/pledges/${pledgeId}`} className="link">
        {t(reviewLabels.seePledge)}
      </Link>
    )
    return (
      <Line icon="pledge" end={link}>
        {t(reviewLabels.forPledge, { title })}
      </Line>
    )
  }
  if (taskId === null) return null
  const link = (
    <Link href={`/tasks?task=${taskId}`} className="link">
      {t(reviewLabels.seeTask)}
    </Link>
  )
  return (
    <Line icon="flag" end={link}>
      {t(reviewLabels.forTask, { title })}
    </Line>
  )
}

function HelperLine({ claim: { consent, enteredFor, confirmedByMember, route } }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  if (consent === null || enteredFor === null) {
    if (route !== 'paper') return null
    return confirmedByMember ? <Line icon="check">{t(reviewLabels.confirmed)}</Line> : null
  }
  const words = {
    spoken: claimLabels.consentSpoken,
    written: claimLabels.consentWritten,
    standing: claimLabels.consentStanding,
  }
  const end = (
    <span className={confirmedByMember ? 'pine' : 'ochre'}>
      {t(confirmedByMember ? reviewLabels.confirmed : reviewLabels.unconfirmed)}
    </span>
  )
  return (
    <Line icon="helper" end={end}>
      {t(reviewLabels.helper, {
        name: enteredFor,
        consent: t(words[consent.how], { day: day(consent.on) }),
      })}
    </Line>
  )
}
