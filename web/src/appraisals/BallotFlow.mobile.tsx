import { useState } from 'react'
import { Refused } from '../shared/call.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { StateEmpty, StateError, StateLoading } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { BallotPaper } from './BallotPaper.mobile.tsx'
import { BallotReceipt } from './BallotReceipt.mobile.tsx'
import type { BallotPlace } from './hooks-ballot.ts'
import { useBallot } from './hooks-ballot.ts'
import { ballotTexts as texts, paperTexts } from './labels-ballot-phone.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'
import './Ballot.css'

type Props = {
  readonly county: string
  readonly boxId: string
  readonly token: string
  readonly place: BallotPlace
  readonly onFinish: () => void
  readonly elder?: boolean
}

/** From the token to the receipt; the same for members and for the masses. */
export function BallotFlow({ county, boxId, token, place, onFinish, elder }: Props) {
  const t = useText()
  const { step, marks, mark, cast, casting, error, again } = useBallot({ county, boxId, token, place })
  if (step.at === 'reading') return <StateLoading what={t(texts.report)} columns="1fr" />
  if (step.at === 'failed')
    return <Failed error={step.error} boxOf={{ county, boxId }} onAgain={() => void again()} />
  if (step.at === 'cast') {
    const { orgName, year, paper } = step.paper
    return (
      <BallotReceipt
        receipt={step.receipt}
        about={t(texts.of, { org: orgName, year, paper: t(paperTexts[paper]) })}
        checkAddress={checkAddress(county, boxId)}
        onFinish={onFinish}
      />
    )
  }
  return (
    <BallotPaper
      paper={step.paper}
      marks={marks}
      onMark={mark}
      onCast={() => void cast()}
      casting={casting}
      error={error}
      elder={elder}
    />
  )
}

/** Where anybody with a number checks it. */
export function checkAddress(county: string, boxId: string): string {
  return `${location.origin}${import.meta.env.BASE_URL}b/${county}/${boxId}/check`
}

/** The address of the ballot for a slip; what stands behind # never reaches a server. */
export function slipAddress(county: string, boxId: string, token: string): string {
  return `${location.origin}${import.meta.env.BASE_URL}b/${county}/${boxId}#${token}`
}

type FailedProps = {
  readonly error: Error
  readonly boxOf: { readonly county: string; readonly boxId: string }
  readonly onAgain: () => void
}

function Failed({ error, boxOf: { county, boxId }, onAgain }: FailedProps) {
  const t = useText()
  const code = error instanceof Refused ? error.code : ''
  if (code === 'ballot-box-closed' || code === 'ballot-token-wrong') {
    const closed = code === 'ballot-box-closed'
    return (
      <section className="card pad" data-read>
        <StateEmpty
          fact={t(closed ? texts.closedTitle : texts.usedTitle)}
          fill={t(closed ? texts.closedNext : texts.usedNext)}
        >
          <ButtonLink href={`/b/${county}/${boxId}/check`}>{t(texts.check)}</ButtonLink>
        </StateEmpty>
      </section>
    )
  }
  return <StateError error={error} refusals={ballotRefusalTexts} title={t(texts.failed)} retry={onAgain} />
}

type IntroProps = {
  readonly about: string
  readonly own?: boolean
  readonly begun: boolean
  readonly busy: boolean
  readonly error: Error | null
  readonly onBegin: () => void
}

/** What the ballot is, before the token is taken. */
export function BallotIntro({ about, own = false, begun, busy, error, onBegin }: IntroProps) {
  const t = useText()
  const [shown] = useState(() => [texts.intro, texts.once, ...(own ? [texts.own] : [])])
  return (
    <>
      <section className="card pad ballot-intro" data-read>
        <h2 className="sec">{about}</h2>
        {shown.map((text) => (
          <p key={text.zh}>{t(text)}</p>
        ))}
      </section>
      <div className="foot">
        {error && <StateError error={error} refusals={ballotRefusalTexts} />}
        <Button act wide busy={busy && t(texts.taking)} onClick={onBegin}>
          {t(begun ? texts.goOn : texts.begin)}
        </Button>
        <p className="c t3">{t(texts.footNoteMore)}</p>
      </div>
    </>
  )
}
