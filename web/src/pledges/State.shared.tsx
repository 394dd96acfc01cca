import { pledgeParts } from '@steward/domain/pledges/pledge.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { PledgeRow } from './hooks.ts'
import { amountOf, stateTones, usePledgeWords } from './hooks.ts'
import { partTexts, pledgeLabels, stateTexts } from './labels.ts'

/** Where a pledge stands, in a word. */
export function StateTag({ pledge }: { readonly pledge: Pick<PledgeRow, 'state' | 'behind'> }) {
  const t = useText()
  if (pledge.behind) return <Tag tone="ochre">{t(pledgeLabels.behind)}</Tag>
  return <Tag tone={stateTones[pledge.state]}>{t(stateTexts[pledge.state])}</Tag>
}

/** Done of all in the pledge's own unit; nothing before it is published. */
export function ProgressBar({
  pledge,
}: {
  readonly pledge: Pick<PledgeRow, 'progress' | 'fields' | 'publishedOn' | 'text'>
}) {
  const t = useText()
  const { progress, fields, publishedOn } = pledge
  if (publishedOn === null || progress.of === null) return null
  const unit = fields.quantity?.unit ?? ''
  const words = t(pledgeLabels.progress, { done: amountOf(progress.done), of: amountOf(progress.of), unit })
  return <Bar done={progress.done} all={progress.of} words={words} label={pledge.text} />
}

/** 全年 · 12月31日前 · 我想做的 · 工作要点 */
export function FactsLine({ pledge }: { readonly pledge: PledgeRow }) {
  const { t, day, period, part } = usePledgeWords()
  const facts = [
    pledge.period.kind === 'year' ? undefined : period(pledge.period),
    pledge.fields.dueOn ? t(pledgeLabels.due, { day: day(pledge.fields.dueOn) }) : undefined,
    part(pledge.fields, 'source'),
    pledge.planItem === null ? undefined : t(pledgeLabels.planItem, { title: pledge.planItem }),
    pledge.rectifies ? t(pledgeLabels.rectifies) : undefined,
    pledge.late ? t(pledgeLabels.late) : undefined,
    pledge.comments > 0 ? t(pledgeLabels.comments, { n: pledge.comments }) : undefined,
  ].filter((fact) => fact !== undefined)
  return <span className="block s t2">{facts.join(' · ')}</span>
}

/** The six parts, one a line; what is missing says so. */
export function PartsList({ pledge }: { readonly pledge: PledgeRow }) {
  const { t, part } = usePledgeWords()
  return (
    <dl className="pledge-parts">
      {pledgeParts.map((name) => {
        const said = part(pledge.fields, name)
        return (
          <div key={name}>
            <dt>{t(partTexts[name])}</dt>
            <dd className={said === undefined ? 'ochre' : undefined}>{said ?? t(pledgeLabels.missing)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
