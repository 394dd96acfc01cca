import { Link } from 'wouter'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Warning } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { appealLabels, appealStateTexts } from './labels-appeal.ts'

/** Appeals against one thing, with their state; each opens. */
export function AppealsOn({ appeals }: Pick<Warning, 'appeals'>) {
  const t = useText()
  const { day } = useDays()
  if (appeals.length === 0) return null
  return (
    <ul className="rows">
      {appeals.map(({ id, state, dueOn, answer }) => {
        const known =
          state in appealStateTexts ? appealStateTexts[state as keyof typeof appealStateTexts] : undefined
        return (
          <li key={id}>
            {known && <Tag tone={known.tone}>{t(known.text)}</Tag>}{' '}
            {answer === null ? (
              <span className="s t2">{t(appealLabels.due, { day: day(dueOn) })}</span>
            ) : (
              <span>{answer}</span>
            )}{' '}
            <Link href={`/outcomes/appeals/${id}`} className="link">
              {t(appealLabels.see)}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
