import { sumCounts } from '@steward/domain/appraisals/grade.ts'
import { formatPoints } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useDownloadOperation } from '../shared/use-operation.ts'
import { Facts } from './Facts.pc.tsx'
import { type Event, useWords } from './hooks-event.ts'
import { useSpoken } from './hooks-report.ts'
import { type Ballot, grades, type TableRow } from './hooks-settlement.ts'
import { gradeTexts, paperNames } from './labels-ballot.ts'
import { settlementTexts } from './labels-settlement.ts'

/** Points with the proposal, both ballots, and what fellow members said; none of it decides. */
export function Grounds({ event, row }: { readonly event: Event; readonly row: TableRow }) {
  const { t } = useWords()
  const { proposal, scored } = row
  return (
    <section className="apr-grounds">
      <h3 className="s t3">{t(settlementTexts.grounds)}</h3>
      <p className="s">{scored ? <Points row={row} /> : t(settlementTexts.groundNotScored)}</p>
      {scored && (
        <p className="s">
          {proposal === null
            ? t(settlementTexts.groundNoProposal)
            : t(settlementTexts.groundProposal, { grade: t(gradeTexts[proposal]) })}
        </p>
      )}
      <p className="s">
        <BallotWords ballot={row.membersBallot} paper="members" />
      </p>
      <p className="s">
        <BallotWords ballot={row.massesBallot} paper="masses" />
      </p>
      <SaidOf event={event} memberId={row.memberId} />
    </section>
  )
}

function Points({ row: { result } }: { readonly row: TableRow }) {
  const { t } = useWords()
  const { process, processPercent, appraisal, appraisalPercent, score } = result
  return appraisal === null || appraisalPercent === 0
    ? t(settlementTexts.groundPointsOnly, { score: formatPoints(score), process: formatPoints(process) })
    : t(settlementTexts.groundPoints, {
        score: formatPoints(score),
        process: formatPoints(process),
        appraisal: formatPoints(appraisal),
        processPercent,
        appraisalPercent,
      })
}

function BallotWords({ ballot, paper }: { readonly ballot: Ballot; readonly paper: 'members' | 'masses' }) {
  const { t, join } = useWords()
  const counts = grades
    .filter((grade) => ballot.counts[grade] > 0)
    .map((grade) =>
      t(settlementTexts.groundCount, { grade: t(gradeTexts[grade]), count: ballot.counts[grade] }),
    )
  return t(settlementTexts.groundBallot, {
    paper: t(paperNames[paper]),
    all: sumCounts(ballot.counts) + ballot.abstained,
    counts: join(counts),
  })
}

function SaidOf({ event, memberId }: { readonly event: Event; readonly memberId: string }) {
  const { t } = useWords()
  const peers = useSpoken(event.id, memberId).data?.peers
  if (peers === undefined) return null
  return (
    <details className="s apr-details">
      <summary className="link">
        {t(peers.length === 0 ? settlementTexts.saidNone : settlementTexts.said)}
        {peers.length > 0 && ` ${peers.length}`}
      </summary>
      <ul>
        {peers.map(({ id, by, text }) => (
          <li key={id}>
            <span className="t3">{by}</span> {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was set, to be read; the form can be fetched once it is signed. */
export function Settled({ event, row }: { readonly event: Event; readonly row: TableRow }) {
  const { t } = useWords()
  const form = useDownloadOperation('settlement.form')
  const { settled } = row
  if (settled === null) return null
  return (
    <section className="apr-grounds">
      <p className="sec">{t(gradeTexts[settled.grade])}</p>
      <Facts
        rows={[
          [t(settlementTexts.opinionSettled), settled.opinion],
          [t(settlementTexts.reasonSettled), settled.reason],
          [t(settlementTexts.conduct), settled.conduct],
        ]}
      />
      <p className="s t3">{t(settlementTexts.recordedBy, { name: settled.recordedBy })}</p>
      {event.signedOn !== null && (
        <div className="acts">
          <Button
            icon="download"
            busy={form.isPending && t(settlementTexts.fetching)}
            onClick={() => form.mutate({ appraisalId: event.id, memberId: row.memberId })}
          >
            {t(settlementTexts.form)}
          </Button>
        </div>
      )}
      {form.isError && <StateError error={form.error} />}
    </section>
  )
}
