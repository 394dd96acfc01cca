import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { nextStepOf, useMyAppraisal } from './hooks-mine.ts'
import { mineTexts as texts, stageSaysTexts } from './labels-mine.ts'

const acts = {
  report: texts.reportAct,
  answer: texts.answerAct,
  self: texts.selfAct,
  peers: texts.peersAct,
  ballot: texts.ballotAct,
  feedback: texts.resultAct,
  mending: texts.mendingAct,
} as const

/** 评议 inside a page of the year: where the branch stands and what is mine to do; `empty` where there is none. */
export function AppraisalStage({
  path = '/appraisals',
  empty,
}: {
  readonly path?: string
  readonly empty: ReactNode
}) {
  const t = useText()
  const mine = useMyAppraisal().data
  if (mine?.appraisal == null) return <>{empty}</>
  const next = nextStepOf(mine.appraisal)
  return (
    <>
      <p>{t(texts.ofYear, { year: mine.year, says: t(stageSaysTexts[mine.appraisal.stage]) })}</p>
      <Link href={path} className="more">
        {t(next === undefined ? texts.title : acts[next])}
        <Icon name="right" />
      </Link>
    </>
  )
}
