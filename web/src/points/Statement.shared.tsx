import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { PointsYear, StatementPart } from './hooks.ts'
import { stateTexts } from './labels-month.ts'
import { statementTexts } from './labels-own.ts'

type Month = {
  readonly month: string
  readonly credited: number
  readonly count: number
  readonly state: PointsYear['terms'][number]['lines'][number]['published']['state']
}

/** Newest first; a line belongs to the month whose statement carries it. */
export function monthsOf(year: PointsYear): readonly Month[] {
  const months = new Map<string, Month>()
  for (const { credited, published } of year.terms.flatMap(({ lines }) => lines)) {
    const { month, state } = published
    const known = months.get(month) ?? { month, state, credited: 0, count: 0 }
    months.set(month, { ...known, credited: known.credited + credited, count: known.count + 1 })
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? 1 : -1))
}

/** Where the month of one branch stands. */
export function StatementState({ part }: { readonly part: StatementPart }) {
  const t = useText()
  const where = useWhere()
  const { published } = part
  return (
    <p className="statement-state">
      <Tag tone={published.state === 'publishing' ? 'indigo' : 'plain'}>{t(stateTexts[published.state])}</Tag>
      <span className="s t2">{where(part)}</span>
    </p>
  )
}

function useWhere(): (part: StatementPart) => string {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return ({ published: { state, notice }, issuedAt }) => {
    if (state === 'open') return t(statementTexts.open)
    if (state === 'reviewing') return t(statementTexts.reviewing)
    if (state === 'closed' && issuedAt !== null)
      return t(statementTexts.closed, { day: formatDay(dayOfInstant(issuedAt), language, today) })
    return notice?.endsOn == null
      ? t(statementTexts.publishingSoon)
      : t(statementTexts.publishing, { until: formatDay(notice.endsOn, language, today) })
  }
}

/** A statement that was corrected names why, and what stood there before. */
export function Editions({ part }: { readonly part: StatementPart }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  if (part.edition < 2) return null
  const day = (at: string) => formatDay(dayOfInstant(at), language, today)
  return (
    <div className="s t2 points-after">
      {part.issuedAt !== null && (
        <p>
          {t(statementTexts.again, { edition: part.edition, day: day(part.issuedAt), reason: part.reason })}
        </p>
      )}
      {part.editions
        .filter(({ edition }) => edition < part.edition)
        .map(({ edition, issuedAt, total }) => (
          <p key={edition}>{t(statementTexts.before, { day: day(issuedAt), total: formatPoints(total) })}</p>
        ))}
    </div>
  )
}
