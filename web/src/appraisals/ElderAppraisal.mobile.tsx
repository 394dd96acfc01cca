import type { ReactNode } from 'react'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { MemberBallot } from './BallotPage.mobile.tsx'
import { elderTexts as texts } from './labels-elder.ts'
import type { Appraisal, NextStep } from './hooks-mine.ts'
import { nextStepOf, useMyAppraisal } from './hooks-mine.ts'
import { mineTexts, placeReasonTexts, stageSaysTexts } from './labels-mine.ts'
import { resultWords } from './MyAppraisalPage.mobile.tsx'
import './Mine.css'

/** 我的评议 in large words: where it stands, and one act. */
export function ElderAppraisalPage() {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} columns="1fr">
      {({ appraisal }) =>
        appraisal === null ? (
          <>
            <Say>
              {t(mineTexts.empty)}。{t(mineTexts.emptyNext)}
            </Say>
            <CallFoot />
          </>
        ) : (
          <Now appraisal={appraisal} />
        )
      }
    </Fetched>
  )
}

function Say({ children }: { readonly children: ReactNode }) {
  return (
    <p className="card pad" data-read>
      {children}
    </p>
  )
}

// A report is said to the branch, which writes it down; voting and reading one does oneself.
const ways: Partial<Record<NextStep, { readonly href: string; readonly act: keyof typeof texts }>> = {
  self: { href: '/elder/appraisals/say', act: 'sayAct' },
  ballot: { href: '/elder/appraisals/ballot', act: 'voteAct' },
  feedback: { href: '/elder/appraisals/feedback', act: 'readAct' },
}

function Now({ appraisal }: { readonly appraisal: Appraisal }) {
  const t = useText()
  const next = nextStepOf(appraisal)
  const way = next === undefined ? undefined : ways[next]
  const mayVoteStill = appraisal.box?.state === 'open' && appraisal.box.voter === 'tokenGiven'
  const { placeReason } = appraisal
  return (
    <>
      <section className="card pad" data-read>
        <p className="b">{t(stageSaysTexts[appraisal.stage])}。</p>
        {placeReason !== null && placeReason !== 'fullMember' && <p>{t(placeReasonTexts[placeReason])}。</p>}
        <p>{saysOf(next, appraisal, t)}</p>
      </section>
      {mayVoteStill && way === undefined && (
        <div className="elder-two">
          <ButtonLink href="/elder/appraisals/ballot" wide>
            {t(texts.voteGoOn)}
          </ButtonLink>
        </div>
      )}
      {appraisal.feedbackId !== null && next !== 'feedback' && (
        <div className="elder-two">
          <ButtonLink href="/elder/appraisals/feedback" wide>
            {t(texts.readAct)}
          </ButtonLink>
        </div>
      )}
      {way === undefined ? (
        <CallFoot />
      ) : (
        <div className="foot" data-read>
          <ButtonLink href={way.href} act wide>
            {t(texts[way.act])}
          </ButtonLink>
          <p className="s t2">{t(texts.orCall)}</p>
        </div>
      )}
    </>
  )
}

function saysOf(next: NextStep | undefined, appraisal: Appraisal, t: ReturnType<typeof useText>): string {
  if (next === 'report') return t(texts.reportSay)
  if (next === 'answer') return t(texts.answerSay, { count: appraisal.openQuestions })
  if (next === 'self') return t(mineTexts.selfNext)
  if (next === 'peers') return t(texts.peersSay)
  if (next === 'ballot') return t(mineTexts.ballotNext, { org: appraisal.orgName })
  if (next === 'feedback') return t(mineTexts.resultNext)
  if (next === 'mending') return t(texts.mendingSay)
  return appraisal.feedbackState === null ? t(mineTexts.elderDone) : `${t(resultWords(appraisal))}。`
}

/** The telephone, in words. */
export function CallFoot() {
  const t = useText()
  return (
    <div className="foot" data-read>
      <ButtonLink href="/elder/call" icon="phone" wide>
        {t(texts.call)}
      </ButtonLink>
      <p className="s t2">{t(texts.callText)}</p>
    </div>
  )
}

export function ElderBallotPage() {
  return <MemberBallot after="/elder/appraisals" elder />
}
