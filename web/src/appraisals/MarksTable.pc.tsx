import type { ChannelCount } from '@steward/domain/appraisals/ballot.ts'
import { sumCounts } from '@steward/domain/appraisals/grade.ts'
import { cellKey, markFields, type Typed, type Voters } from './hooks-ballot-box.ts'
import { useWords } from './hooks-event.ts'
import { paperTexts, shortGradeTexts } from './labels-ballot.ts'

type TableProps = {
  readonly graded: Voters['graded']
  readonly typed: Typed
  readonly count: ChannelCount
  readonly onType: (key: string, value: string) => void
}

/** One line for each person; the sum of a line is the valid papers. */
export function MarksTable({ graded, typed, count, onType }: TableProps) {
  const { t } = useWords()
  const valid = count.cast - count.spoiled
  return (
    <section className="apr-step" aria-labelledby="apr-marks">
      <h2 className="sec" id="apr-marks">
        {t(paperTexts.marks)}
      </h2>
      <p className="s t2">{t(paperTexts.valid, { valid: Number.isNaN(valid) ? '' : valid })}</p>
      <table className="tbl compact apr-marks">
        <thead>
          <tr>
            <th>{t(paperTexts.name)}</th>
            {markFields.map((field) => (
              <th key={field} className="num">
                {t(shortGradeTexts[field])}
              </th>
            ))}
            <th className="num">{t(paperTexts.sum)}</th>
          </tr>
        </thead>
        <tbody>
          {graded.map(({ memberId, name }, at) => {
            const person = count.persons[at]
            const sum = person === undefined ? 0 : sumCounts(person.counts) + person.abstained
            return (
              <tr key={memberId}>
                <td className="nw">{name}</td>
                {markFields.map((field) => {
                  const key = cellKey(memberId, field)
                  return (
                    <td key={field} className="num">
                      <input
                        className="field apr-cell"
                        inputMode="numeric"
                        aria-label={t(paperTexts.cell, { name, mark: t(shortGradeTexts[field]) })}
                        value={typed[key] ?? ''}
                        onChange={(event) => onType(key, event.target.value)}
                      />
                    </td>
                  )
                })}
                <td className={sum === valid ? 'num' : 'num ochre b'}>{Number.isNaN(sum) ? '' : sum}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
