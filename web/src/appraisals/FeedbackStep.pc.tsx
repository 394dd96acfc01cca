import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { type FeedbackHead, useFeedbacks } from './hooks-feedback.ts'
import { type Part, useWords } from './hooks-event.ts'
import { gradeTexts } from './labels-ballot.ts'
import { feedbackStateTexts, feedbackTexts, feedbackTones } from './labels-feedback.ts'

/** Where the talks stand, by name; who was not told yet is named. */
export function FeedbackStep({ data, event }: Part) {
  const { t } = useWords()
  const isReached = event.stages.find(({ stage }) => stage === 'feedback')?.state !== 'later'
  const found = useFeedbacks(event.id, isReached && data.may.includes('settlement.read'))
  if (!isReached) return <StateEmpty fact={t(feedbackTexts.notYet)} fill={t(feedbackTexts.notYetNext)} />
  return (
    <Fetched from={found} what={t(feedbackTexts.what)} rows={8} columns="120px 100px 1fr 140px">
      {({ rows }) => <Rows rows={rows} mayTell={data.may.includes('feedback.tell')} />}
    </Fetched>
  )
}

function Rows({ rows, mayTell }: { readonly rows: readonly FeedbackHead[]; readonly mayTell: boolean }) {
  const { t, day, names } = useWords()
  const toTell = rows.filter(({ state }) => state === 'toTell')
  const running = rows.filter(({ state, isRunning }) => isRunning && state !== 'toTell')
  return (
    <>
      <div className="between">
        <p className="s t2">
          {t(feedbackTexts.sums, { told: rows.length - toTell.length, all: rows.length })}
        </p>
        <span className="c t3">{t(feedbackTexts.order)}</span>
      </div>
      {toTell.length > 0 && (
        <p className="s ochre">{t(feedbackTexts.toTell, { names: names(toTell.map(({ name }) => name)) })}</p>
      )}
      {running.length > 0 && (
        <p className="s t2">{t(feedbackTexts.running, { names: names(running.map(({ name }) => name)) })}</p>
      )}
      <table className="tbl compact apr-after">
        <thead>
          <tr>
            <th>{t(feedbackTexts.name)}</th>
            <th>{t(feedbackTexts.grade)}</th>
            <th>{t(feedbackTexts.state)}</th>
            <th>{t(feedbackTexts.toldOn)}</th>
            <th>{t(feedbackTexts.until)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, grade, state, toldOn, answerUntil, appealUntil }) => (
            <tr key={id}>
              <td className="nw">{name}</td>
              <td>{t(gradeTexts[grade])}</td>
              <td>
                <Tag tone={feedbackTones[state]}>{t(feedbackStateTexts[state])}</Tag>
              </td>
              <td className="t2 nw">{toldOn === null ? '' : day(toldOn)}</td>
              <td className="t2 nw">
                {answerUntil === null || appealUntil === null
                  ? ''
                  : t(feedbackTexts.untilFact, { answer: day(answerUntil), appeal: day(appealUntil) })}
              </td>
              <td className="num">
                <ButtonLink plain small href={`/appraisals/feedback/${id}`}>
                  {t(state === 'toTell' && mayTell ? feedbackTexts.tell : feedbackTexts.open)}
                  <span className="sr"> {name}</span>
                </ButtonLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
