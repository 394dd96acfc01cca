import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import type { Mine, PledgeRow } from './hooks.ts'
import { usePledgeWords } from './hooks.ts'
import { pledgeLabels, suggestionTexts } from './labels.ts'
import { FactsLine, ProgressBar, StateTag } from './State.shared.tsx'
import './Pledges.css'

/** Window, usual number and what to look at again (S-186, R-220, S-198). */
export function MineHead({ mine, year }: { readonly mine: Mine; readonly year: number }) {
  const { t, day } = usePledgeWords()
  const { window, advice, rows } = mine
  const until = day(window.until)
  const words = [
    t(window.open ? pledgeLabels.windowOpen : pledgeLabels.windowOver, { day: until }),
    advice.advice === 'few'
      ? t(pledgeLabels.few, { least: advice.least, most: advice.most ?? '' })
      : advice.advice === 'many'
        ? t(pledgeLabels.many)
        : undefined,
  ].filter((word) => word !== undefined)
  if (rows.length === 0) return null
  return (
    <p className="s t2 pledge-head" data-year={year}>
      {words.join('，')}
    </p>
  )
}

export function MineEmpty({
  mine,
  year,
  children,
}: {
  readonly mine: Mine
  readonly year: number
  readonly children?: ReactNode
}) {
  const { t, day } = usePledgeWords()
  const free = mine.advice.advice === 'free'
  return (
    <StateEmpty
      fact={t(pledgeLabels.none, { year })}
      fill={
        <>
          {t(free ? pledgeLabels.noneFree : pledgeLabels.noneNext)}{' '}
          {!free &&
            t(mine.window.open ? pledgeLabels.windowOpen : pledgeLabels.windowOver, {
              day: day(mine.window.until),
            })}
        </>
      }
    >
      {children}
    </StateEmpty>
  )
}

/** Suggestions for the member alone (S-198). */
export function Suggestions({ mine }: { readonly mine: Mine }) {
  const { t } = usePledgeWords()
  const rows = mine.suggestions.filter(({ kind }) => kind !== 'hand-in')
  if (rows.length === 0) return null
  return (
    <section className="card pledge-suggest" aria-label={t(pledgeLabels.look)}>
      <ul className="rows">
        {rows.map(({ pledgeId, kind, words }) => (
          <li key={pledgeId + kind}>
            <Link
              href={kind === 'mend' ? `/pledges/${pledgeId}/write` : `/pledges/${pledgeId}`}
              className="link"
            >
              {t(suggestionTexts[kind], { words })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One pledge in a list; drafts and returned ones open for writing. */
export function PledgeCard({
  pledge,
  named = false,
}: {
  readonly pledge: PledgeRow
  readonly named?: boolean
}) {
  const { t } = usePledgeWords()
  const writing = !named && (pledge.state === 'drafted' || pledge.state === 'returned')
  const name = pledge.memberId === null ? t(pledgeLabels.ofOrg) : pledge.name
  return (
    <Link
      href={writing ? `/pledges/${pledge.id}/write` : `/pledges/${pledge.id}`}
      className="card pad pledge-card"
    >
      <span className="between">
        <span className="grow">
          {named && <span className="block s t2">{name}</span>}
          <span className="block">{pledge.text || t(pledgeLabels.missing)}</span>
        </span>
        {pledge.toConfirm ? (
          <Tag tone="ochre">{t(pledgeLabels.toConfirm)}</Tag>
        ) : (
          <StateTag pledge={pledge} />
        )}
      </span>
      <FactsLine pledge={pledge} />
      <ProgressBar pledge={pledge} />
    </Link>
  )
}
