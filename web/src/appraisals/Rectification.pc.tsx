import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { type Items, type ProblemRow, useItems } from './hooks-feedback.ts'
import { type Part, useRoll, useWords } from './hooks-event.ts'
import { ItemCourse } from './ItemCourse.pc.tsx'
import { foundByTexts, itemTexts } from './labels-feedback.ts'
import { PlanForm } from './PlanForm.pc.tsx'
import { ProblemForm } from './ProblemForm.pc.tsx'

const RECORDING = ['self', 'peers', 'ballots', 'settlement', 'notice', 'feedback', 'rectification']

/** Problems and how each is put right, followed to the end (R-191, S-209). */
export function RectificationStep({ data, event }: Part) {
  const { t } = useWords()
  const found = useItems(event.id)
  const roll = useRoll(event.id, data.may.includes('settlement.read'))
  const people = (roll.data?.rows ?? []).map(({ memberId, name }) => ({ value: memberId, label: name }))
  return (
    <Fetched from={found} what={t(itemTexts.what)} rows={5}>
      {(items) => (
        <>
          <Sums items={items} />
          {items.mayFollow && RECORDING.includes(event.stage) && (
            <ProblemForm appraisalId={event.id} people={people} />
          )}
          {items.rows.length === 0 && <StateEmpty fact={t(itemTexts.none)} fill={t(itemTexts.noneNext)} />}
          <ul className="rows apr-after">
            {items.rows.map((row) => (
              <Problem key={row.problemId} row={row} mayFollow={items.mayFollow} people={people} />
            ))}
          </ul>
        </>
      )}
    </Fetched>
  )
}

function Sums({ items: { rows } }: { readonly items: Items }) {
  const { t, names } = useWords()
  if (rows.length === 0) return null
  const unplanned = rows.filter(({ item }) => item === null)
  return (
    <>
      <p className="s t2">
        {t(itemTexts.sums, {
          problems: rows.length,
          planned: rows.length - unplanned.length,
          mended: rows.filter(({ item }) => item?.state === 'confirmed').length,
        })}
      </p>
      {unplanned.length > 0 && (
        <p className="s ochre">
          {t(itemTexts.toPlan, { names: names([...new Set(unplanned.map(({ name }) => name))]) })}
        </p>
      )}
    </>
  )
}

export type People = readonly { readonly value: string; readonly label: string }[]
type ProblemProps = { readonly row: ProblemRow; readonly mayFollow: boolean; readonly people: People }

function Problem({ row, mayFollow, people }: ProblemProps) {
  const { t } = useWords()
  const [isPlanning, setPlanning] = useState(false)
  return (
    <li className="apr-said">
      <div className="between">
        <p>
          <span className="b">{row.name}</span> <Tag tone="line">{t(foundByTexts[row.foundBy])}</Tag>
        </p>
        {row.item === null && mayFollow && !isPlanning && (
          <Button small onClick={() => setPlanning(true)}>
            {t(itemTexts.plan)}
            <span className="sr"> {row.name}</span>
          </Button>
        )}
      </div>
      <p className="pre">{row.words}</p>
      {row.item !== null && <ItemCourse row={row} item={row.item} mayFollow={mayFollow} />}
      {isPlanning && row.item === null && (
        <PlanForm row={row} people={people} onDone={() => setPlanning(false)} />
      )}
    </li>
  )
}
