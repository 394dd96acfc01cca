import { grades } from '@steward/domain/appraisals/grade.ts'
import { formatPoints } from '../shared/formats.ts'
import { Fetched } from '../shared/kit/states.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { Feedback } from './hooks-mine.ts'
import { gradeTexts, paperTexts } from './labels-ballot-phone.ts'
import { resultTexts as texts } from './labels-result.ts'

/** The score set as its own sum: 0.8 × process + 0.2 × appraisal, by the percent of the scheme (R-189, S-206). */
export function ScoreSum({ feedback }: { readonly feedback: Feedback }) {
  const t = useText()
  const { score, process, processPercent, appraisalScore, appraisalPercent } = feedback
  if (score === null || process === null || processPercent === null) return null
  const both = appraisalScore !== null && appraisalPercent !== null && appraisalPercent > 0
  const part = (points: number, percent: number) => formatPoints(Math.round((points * percent) / 100))
  return (
    <section>
      <h2 className="s t2 over">{t(texts.score)}</h2>
      <div className="card pad" data-read>
        <div className="result-sum">
          <span className="whole">{formatPoints(score)}</span>
          <span className="op">=</span>
          <span>
            {t(texts.process, { points: formatPoints(process) })}{' '}
            <span className="nw">{t(texts.percent, { percent: processPercent })}</span>
          </span>
          <span className="num">{part(process, processPercent)}</span>
          {both && (
            <>
              <span className="op">+</span>
              <span>
                {t(texts.appraisal, { points: formatPoints(appraisalScore) })}{' '}
                <span className="nw">{t(texts.percent, { percent: appraisalPercent })}</span>
              </span>
              <span className="num">{part(appraisalScore, appraisalPercent)}</span>
            </>
          )}
        </div>
        <p className="s t2 result-split">{t(both ? texts.scoreHelp : texts.noAppraisal)}</p>
      </div>
    </section>
  )
}

type Box = OutputOf<'ballot.split'>['boxes'][number]

/** What of the own count is published, members and masses apart. */
export function BallotSplit({ feedback }: { readonly feedback: Feedback }) {
  const t = useText()
  const { appraisalId, memberId } = feedback
  return (
    <section>
      <h2 className="s t2 over">{t(texts.ballots)}</h2>
      <div className="card pad result-two" data-read>
        <Fetched
          from={useQueryOperation('ballot.split', { appraisalId })}
          what={t(texts.ballots)}
          columns="1fr"
        >
          {({ boxes }) => (
            <>
              {boxes.map((box) => (
                <OfBox key={box.boxId} box={box} memberId={memberId} />
              ))}
              <p className="s t2 result-split">{t(texts.ballotsHelp)}</p>
            </>
          )}
        </Fetched>
      </div>
    </section>
  )
}

function OfBox({ box, memberId }: { readonly box: Box; readonly memberId: string }) {
  const t = useText()
  const mine = box.persons.find((one) => one.memberId === memberId)
  const issued = box.electronic.issued + box.papers.issued
  const cast = box.electronic.cast + box.papers.cast
  return (
    <section>
      <h3 className="b">{t(paperTexts[box.paper])}</h3>
      <p className="s t2">{t(texts.castOf, { issued, cast })}</p>
      {mine?.counts == null ? (
        <p className="s t2">{t(mine?.because === 'unanimous' ? texts.unanimous : texts.few)}</p>
      ) : (
        <dl className="result-split">
          {grades.map((grade) => (
            <div key={grade}>
              <dt>{t(gradeTexts[grade])}</dt>
              <dd>{t(texts.votes, { count: mine.counts?.[grade] ?? 0 })}</dd>
            </div>
          ))}
          <div>
            <dt>{t(texts.abstained)}</dt>
            <dd>{t(texts.votes, { count: mine.abstained ?? 0 })}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}
