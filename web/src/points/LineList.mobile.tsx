import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { pointsTexts, whyTexts } from './labels.ts'
import { LineWhy, useLineName } from './LineWhy.shared.tsx'

type LineListProps = {
  readonly lines: readonly Line[]
  readonly self: boolean
  /** How many are shown at first. */
  readonly shown: number
}

/** Lines one under the other, the first one open. */
export function LineList({ lines, self, shown }: LineListProps) {
  const t = useText()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState(lines[0]?.id)
  const rest = lines.length - shown
  return (
    <>
      {(all ? lines : lines.slice(0, shown)).map((line) => (
        <OneLine
          key={line.id}
          line={line}
          self={self}
          isOpen={open === line.id}
          onToggle={() => setOpen(open === line.id ? undefined : line.id)}
        />
      ))}
      {rest > 0 && (
        <button type="button" className="between s t2 points-more" onClick={() => setAll(!all)}>
          {all ? t(pointsTexts.seeLess) : t(pointsTexts.others, { count: rest })}
          <Icon name={all ? 'up' : 'down'} />
        </button>
      )}
    </>
  )
}

type OneLineProps = {
  readonly line: Line
  readonly self: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function OneLine({ line, self, isOpen, onToggle }: OneLineProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const name = useLineName()
  const sign = line.credited > 0 ? '+' : ''
  const mayObject = self && line.objectUntil !== null
  const mayTolerate = self && line.kind === 'deduction' && line.takenBackBy === null
  const follows = self && line.objectionId !== null
  return (
    <div className="points-line">
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>
        <span className={isOpen ? 'b' : undefined}>
          {name(line)}
          <span className="block c t3 points-day">
            {formatDay(line.deedOn, language, today)}
            {line.marks.includes('disputed') && (
              <Tag tone="ochre" tight>
                {t(pointsTexts.stateDisputed)}
              </Tag>
            )}
            {line.takenBackBy !== null && <Tag tight>{t(pointsTexts.stateTaken)}</Tag>}
          </span>
        </span>
        <span className="b nw">
          {sign}
          {formatPoints(line.credited)}
        </span>
      </button>
      {isOpen && (
        <>
          <LineWhy line={line} short />
          {(line.sealed || mayObject || follows || mayTolerate) && (
            <div className="points-two">
              {line.sealed && (
                <ButtonLink href={`/points/receipts/${line.id}`} icon="paper">
                  {t(whyTexts.verify)}
                </ButtonLink>
              )}
              {mayObject && (
                <ButtonLink
                  href={`/points/lines/${line.id}/object?year=${line.deedOn.slice(0, 4)}`}
                  icon="comment"
                >
                  {t(whyTexts.object)}
                </ButtonLink>
              )}
              {mayTolerate && (
                <ButtonLink href={`/outcomes/tolerance/new?entry=${line.id}`} icon="helper">
                  {t(whyTexts.tolerate)}
                </ButtonLink>
              )}
              {follows && (
                <ButtonLink href="/objections" icon="comment">
                  {t(whyTexts.seeObjection)}
                </ButtonLink>
              )}
            </div>
          )}
        </>
      )}
    </div>
  )
}
