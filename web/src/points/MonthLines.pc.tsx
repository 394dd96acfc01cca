import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { useStatement } from './hooks.ts'
import { useMonthWords } from './hooks-month.ts'
import { termTexts } from './labels.ts'
import { monthTexts } from './labels-month.ts'
import { statementTexts } from './labels-own.ts'
import { LineActs } from './LineActs.pc.tsx'
import { LineWhy, useLineName } from './LineWhy.shared.tsx'
import type { Opened } from './MonthTable.pc.tsx'

type MonthLinesProps = { readonly opened: Opened; readonly month: string; readonly onClose: () => void }

/** The lines of a member in a month behind one figure of the table. */
export function MonthLines({ opened, month, onClose }: MonthLinesProps) {
  const t = useText()
  const words = useMonthWords()
  const { memberId, name, term } = opened
  const found = useStatement(memberId, month)
  return (
    <Drawer
      title={t(monthTexts.lines, { name, month: words(month) })}
      onClose={onClose}
      acts={
        <>
          <ButtonLink href={`/members/${memberId}/statements/${month}`}>{t(statementTexts.what)}</ButtonLink>
          <ButtonLink href={`/members/${memberId}/year?year=${month.slice(0, 4)}`}>
            {t(monthTexts.wholeYear)}
          </ButtonLink>
        </>
      }
    >
      <Fetched from={found} what={t(statementTexts.what)} columns="1fr 60px">
        {(data) => {
          const lines = data.parts
            .flatMap((part) => part.lines)
            .filter((line) => term === null || line.term === term)
          const sum = lines.reduce((total, line) => total + line.credited, 0)
          return (
            <>
              <p className="between month-lines-sum">
                <span>{t(term === null ? monthTexts.total : termTexts[term])}</span>
                <b>{formatPoints(sum)}</b>
              </p>
              {lines.length === 0 && <p className="s t2">{t(statementTexts.noLines)}</p>}
              {lines.map((line) => (
                <OneLine key={line.id} line={line} first={lines.length === 1} self={data.self} />
              ))}
            </>
          )
        }}
      </Fetched>
    </Drawer>
  )
}

type OneLineProps = { readonly line: Line; readonly first: boolean; readonly self: boolean }

function OneLine({ line, first, self }: OneLineProps) {
  const [language] = useLanguage()
  const today = useToday()
  const name = useLineName()
  const [isOpen, setOpen] = useState(first)
  return (
    <div className="month-line">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'down' : 'right'} />
        <span className="grow">
          {name(line)} <span className="c t3">{formatDay(line.deedOn, language, today)}</span>
        </span>
        <span className="num">{formatPoints(line.credited)}</span>
      </button>
      {isOpen && <LineWhy line={line} short acts={<LineActs line={line} self={self} />} />}
    </div>
  )
}
