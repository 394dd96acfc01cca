import { grades } from '@steward/domain/appraisals/grade.ts'
import { Fetched } from '../shared/kit/states.tsx'
import { type Split, useSplits } from './hooks-ballot-box.ts'
import { type Event, useWords } from './hooks-event.ts'
import { ballotTexts, paperNames, shortGradeTexts } from './labels-ballot.ts'

/** What of closed boxes may be published: nothing that tells a few people apart. By name. */
export function Splits({ event }: { readonly event: Event }) {
  const { t } = useWords()
  const isAny = event.boxes.some(({ state }) => state === 'closed')
  const splits = useSplits(event.id, isAny)
  if (!isAny) return null
  return (
    <section className="apr-part">
      <h3 className="b">{t(ballotTexts.result)}</h3>
      <Fetched from={splits} what={t(ballotTexts.result)} rows={6} columns="120px 1fr 1fr">
        {({ boxes }) => (
          <>
            {boxes.map((box) => (
              <Sums key={box.boxId} box={box} />
            ))}
            <Table boxes={boxes} />
            <p className="s t2 apr-after">{t(ballotTexts.floor)}</p>
          </>
        )}
      </Fetched>
    </section>
  )
}

function Sums({ box }: { readonly box: Split }) {
  const { t, names } = useWords()
  const { electronic, papers, counters } = box
  return (
    <p className="s">
      <span className="b">{t(paperNames[box.paper])}</span>{' '}
      {t(ballotTexts.resultSums, {
        electronic: electronic.cast,
        issued: papers.issued,
        cast: papers.cast,
        spoiled: papers.spoiled,
      })}
      {counters.length > 0 && (
        <span className="t2"> {t(ballotTexts.counters, { names: names(counters) })}</span>
      )}
    </p>
  )
}

const columns = [...grades, 'abstained'] as const

function Table({ boxes }: { readonly boxes: readonly Split[] }) {
  const { t } = useWords()
  const people = boxes[0]?.persons ?? []
  return (
    <table className="tbl compact apr-ballots">
      <thead>
        <tr>
          <th rowSpan={2}>{t(ballotTexts.name)}</th>
          {boxes.map((box) => (
            <th key={box.boxId} colSpan={columns.length} className="apr-group" scope="colgroup">
              {t(paperNames[box.paper])}
            </th>
          ))}
        </tr>
        <tr>
          {boxes.flatMap((box) =>
            columns.map((column) => (
              <th key={`${box.boxId} ${column}`} className="num">
                {t(shortGradeTexts[column])}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {people.map(({ memberId, name }) => (
          <tr key={memberId}>
            <td className="nw">{name}</td>
            {boxes.map((box) => (
              <Cells key={box.boxId} person={box.persons.find((one) => one.memberId === memberId)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cells({ person }: { readonly person: Split['persons'][number] | undefined }) {
  const { t } = useWords()
  const counts = person?.counts
  if (person === undefined || counts === null || counts === undefined) {
    return (
      <td colSpan={columns.length} className="t3 num">
        {t(person?.because === 'unanimous' ? ballotTexts.unanimous : ballotTexts.few)}
      </td>
    )
  }
  const most = Math.max(...grades.map((grade) => counts[grade]))
  return columns.map((column) => {
    const count = column === 'abstained' ? (person.abstained ?? 0) : counts[column]
    const isMost = column !== 'abstained' && count === most && count > 0
    return (
      <td key={column} className={isMost ? 'num b' : count === 0 ? 'num t3' : 'num t2'}>
        {count}
      </td>
    )
  })
}
