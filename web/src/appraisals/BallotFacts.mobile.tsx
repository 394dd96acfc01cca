import { useState } from 'react'
import { Sheet } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'
import type { Paper, PaperPerson } from './hooks-ballot.ts'
import { ballotTexts as texts } from './labels-ballot-phone.ts'
import { partTexts } from './labels-mine.ts'

const parts = ['pledges', 'deeds', 'gains', 'shortcomings', 'lastYearProblems', 'nextYear'] as const

/** What the branch's data say of a person, before any mark. */
export function BallotFacts({
  person,
  paper,
  elder = false,
}: {
  readonly person: PaperPerson
  readonly paper: Paper['paper']
  readonly elder?: boolean
}) {
  const t = useText()
  const { deeds, report } = person
  const deedWords = ({ words, times }: (typeof deeds)[number]) =>
    times === 1 ? words : t(texts.deedTimes, { words, times })
  return (
    <dl className="card facts ballot-facts" data-read>
      <div>
        <dt>{t(texts.pledges)}</dt>
        <dd>
          <PledgeWords pledges={person.pledges} />
        </dd>
      </div>
      <div>
        <dt>{t(texts.deeds)}</dt>
        <dd>{deeds.length === 0 ? t(texts.deedsNone) : deeds.map(deedWords).join('；')}</dd>
      </div>
      {paper === 'members' && (
        <div>
          <dt>{t(texts.said)}</dt>
          <dd>
            <span className="ballot-quote">
              {report === null ? t(texts.saidNone) : t(texts.quote, { words: report.shortcomings.trim() })}
            </span>
            {report !== null && elder && <Unfolded report={report} />}
          </dd>
        </div>
      )}
      {report !== null && !elder && <InFull name={person.name} report={report} />}
    </dl>
  )
}

function PledgeWords({ pledges: { all, kept, judged } }: Pick<PaperPerson, 'pledges'>) {
  const t = useText()
  if (all === 0) return <>{t(texts.pledgesNone)}</>
  if (judged === 0) return <>{t(texts.pledgesOpen, { all })}</>
  return <>{t(kept === all ? texts.pledgesAllKept : texts.pledgesSome, { all, kept, judged })}</>
}

type OfReport = { readonly report: NonNullable<PaperPerson['report']> }

function Parts({ report }: OfReport) {
  const t = useText()
  return (
    <>
      {parts.map((part) => (
        <section key={part} className="ballot-report-part">
          <h3 className="s t2">{t(partTexts[part])}</h3>
          <p className="words">{report[part].trim() === '' ? t(texts.reportEmpty) : report[part]}</p>
        </section>
      ))}
    </>
  )
}

/** In the elder layout nothing floats: it unfolds in its place. */
function Unfolded({ report }: OfReport) {
  const t = useText()
  return (
    <details data-silent>
      <summary className="link ballot-unfold">{t(texts.reportInFull)}</summary>
      <Parts report={report} />
    </details>
  )
}

function InFull({ name, report }: OfReport & { readonly name: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <div data-silent>
      <dt>{t(texts.inFull)}</dt>
      <dd>
        <button type="button" className="link ballot-report" onClick={() => setOpen(true)}>
          {t(texts.report)}
        </button>
        <Sheet open={open} onClose={() => setOpen(false)} title={t(texts.reportOf, { name })}>
          <Parts report={report} />
        </Sheet>
      </dd>
    </div>
  )
}
