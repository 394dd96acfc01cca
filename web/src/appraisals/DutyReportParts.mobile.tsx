import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatNumber, formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Report, ReportDraft, ReportWords } from './hooks-mine.ts'
import { partTexts, reportTexts as texts } from './labels-mine.ts'
import { VoiceArea } from './VoiceArea.mobile.tsx'

type Facts = Report['facts']
const needed = ['gains', 'shortcomings', 'nextYear'] as const
const MOST_DEEDS = 4

/** The facts with their sources, and under each the own words. */
export function ReportFields({ report, draft }: { readonly report: Report; readonly draft: ReportDraft }) {
  const t = useText()
  const { facts } = report
  const area = (part: keyof ReportWords, label: ReactNode = <PartName part={part} />) => (
    <VoiceArea
      label={label}
      value={draft.words[part]}
      onValue={(value) => draft.change({ words: { ...draft.words, [part]: value } })}
    />
  )
  const own = t(texts.own)
  return (
    <div className="mine-report">
      {facts.missing.length > 0 && <p className="s ochre">{t(texts.missing, { kinds: facts.missing })}</p>}
      <section>
        <h2 className="sec">{t(partTexts.pledges)}</h2>
        <PledgeFacts pledges={facts.pledges} />
        {area('pledges', own)}
      </section>
      <section>
        <h2 className="sec">{t(partTexts.deeds)}</h2>
        <DeedFacts facts={facts} />
        {area('deeds', own)}
      </section>
      <section>{area('gains')}</section>
      <section>{area('shortcomings')}</section>
      {facts.problems.length > 0 && (
        <section>
          <h2 className="sec">{t(partTexts.lastYearProblems)}</h2>
          {facts.problems.map((problem) => (
            <div key={problem.id} className="mine-problem">
              <p className="b">{problem.words}</p>
              {problem.measure !== '' && (
                <p className="s t2">{t(texts.measure, { measure: problem.measure })}</p>
              )}
              <VoiceArea
                label={t(texts.onProblem)}
                rows={2}
                value={draft.onProblems[problem.id] ?? ''}
                onValue={(value) =>
                  draft.change({ onProblems: { ...draft.onProblems, [problem.id]: value } })
                }
              />
            </div>
          ))}
          {area('lastYearProblems', own)}
        </section>
      )}
      <section>{area('nextYear')}</section>
    </div>
  )
}

/** A part that is all own words: its name is the label. */
function PartName({ part }: { readonly part: keyof ReportWords }) {
  const t = useText()
  return (
    <span className="sec">
      {t(partTexts[part])}
      {needed.some((one) => one === part) && <span className="mine-needed">{t(texts.needed)}</span>}
    </span>
  )
}

function PledgeFacts({ pledges }: Pick<Facts, 'pledges'>) {
  const t = useText()
  if (pledges.length === 0) return null
  return (
    <ul className="card rows mine-facts">
      {pledges.map(({ id, text, outcome }) => (
        <li key={id}>
          <Link href={`/pledges/${id}`} className="entry">
            <span className="grow">
              {text}
              <span className="block s t2">{outcome === '' ? t(texts.pledgeOutcomeNone) : outcome}</span>
            </span>
            <Icon name="right" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function DeedFacts({ facts }: { readonly facts: Facts }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [all, setAll] = useState(false)
  const { deeds, hours, process } = facts
  const shown = all ? deeds : deeds.toSorted((a, b) => b.points - a.points).slice(0, MOST_DEEDS)
  return (
    <div className="card rows mine-facts">
      {shown.map(({ entryId, on, words, points }) => (
        <Link key={entryId} href={`/points/receipts/${entryId}`} className="entry">
          <span className="grow">
            {words}
            <span className="block s t2">{formatDay(on, language, today)}</span>
          </span>
          <span className="nw">{formatPoints(points)}</span>
          <Icon name="right" />
        </Link>
      ))}
      {!all && deeds.length > MOST_DEEDS && (
        <button type="button" className="entry mine-all" onClick={() => setAll(true)}>
          <span className="grow">{t(texts.deedsAll, { count: deeds.length })}</span>
          <Icon name="down" />
        </button>
      )}
      <Link href="/points" className="entry">
        <span className="grow">
          {t(texts.process, { points: formatPoints(process) })}
          {hours > 0 && (
            <span className="block s t2">{t(texts.hours, { hours: formatNumber(hours / 100) })}</span>
          )}
        </span>
        <span className="s t2">{t(texts.sourcePoints)}</span>
        <Icon name="right" />
      </Link>
    </div>
  )
}

const order = ['pledges', 'deeds', 'gains', 'shortcomings', 'lastYearProblems', 'nextYear'] as const

/** The report as it was handed in. */
export function ReportRead({ report }: { readonly report: Report }) {
  const t = useText()
  const isShown = (part: keyof ReportWords) =>
    part !== 'lastYearProblems' || report.facts.problems.length > 0 || report.words[part].trim() !== ''
  return (
    <section className="card pad mine-read">
      {order.filter(isShown).map((part) => (
        <div key={part}>
          <h2 className="s t2">{t(partTexts[part])}</h2>
          {part === 'lastYearProblems' &&
            report.facts.problems.map(({ id, words }) => (
              <p key={id} className="words">
                {words}：{report.onProblems[id] ?? t(texts.empty)}
              </p>
            ))}
          {(report.words[part].trim() !== '' || part !== 'lastYearProblems') && (
            <p className="words">{report.words[part].trim() === '' ? t(texts.empty) : report.words[part]}</p>
          )}
        </div>
      ))}
    </section>
  )
}
