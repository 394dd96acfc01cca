import type { ReactNode } from 'react'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatPoints, monthOf } from '../shared/formats.ts'
import type { Translate } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { evidenceTexts, limitTexts, recordTexts, termTexts, whyTexts } from './labels.ts'

/** What a line is called: what was done, or the name of its item. */
export function useLineName(): (line: Line) => string {
  const t = useText()
  return (line) => {
    if (line.said !== '') return line.said
    if (line.itemName !== null) return t(line.itemName)
    return t(termTexts[line.term])
  }
}

type Words = {
  readonly t: Translate
  readonly day: (day: string) => string
  readonly month: (month: string) => string
}

function useWords(): Words {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return {
    t,
    day: (day) => formatDay(day, language, today),
    month: (month) => String(monthOf(`${month.slice(0, 7)}-01`)),
  }
}

/** Why it counts what it counts, in one or two sentences. */
export function useWhy(): (line: Line) => string {
  const words = useWords()
  return (line) => whyOf(line, words)
}

function whyOf(line: Line, { t, day, month }: Words): string {
  if (line.kind === 'base') return t(line.source === 'transfer' ? whyTexts.brought : whyTexts.flat)
  if (line.kind === 'carryOver') return t(whyTexts.carried)
  if (line.kind === 'reversal') return t(whyTexts.reversal, { day: day(line.deedOn) })
  const parts = [
    line.kind === 'correction' && t(whyTexts.correction),
    line.quantity !== null && line.quantity !== 100 && t(whyTexts.quantity, { count: line.quantity / 100 }),
    limitSentence(line, { t, day, month }),
    line.outsideCaps && t(whyTexts.outside),
  ]
  return parts.filter(Boolean).join('')
}

function limitSentence(line: Line, { t, day, month }: Words): string {
  const { limit, raw, credited } = line
  if (limit === null) return t(whyTexts.full)
  const facts = { raw: formatPoints(Math.abs(raw)), credited: formatPoints(Math.abs(credited)) }
  if (limit.by === 'floor') return t(whyTexts.floor, facts)
  const places = { day: day(line.deedOn), month: month(line.deedOn), term: t(termTexts[line.term]) }
  return t(whyTexts.limited, {
    ...facts,
    limit: t(limitTexts[limit.by], places),
    cap: formatPoints(limit.cap),
    used: formatPoints(limit.used),
  })
}

export function useBasis(): (source: Line['ruleSource']) => string {
  const t = useText()
  return ({ title, label, no }) => {
    const facts = { title: t(title), label, no: no ?? '' }
    return t(no === null ? whyTexts.basisWhole : whyTexts.basisLine, facts)
  }
}

function useHands(): (line: Line) => string {
  const { t, day, month } = useWords()
  return (line) => {
    const postedOn = day(dayOfInstant(line.postedAt))
    const { notice } = line.published
    const who =
      line.reviewer === null
        ? [t(line.source === 'automatic' ? whyTexts.byRecord : whyTexts.byRule, { day: postedOn })]
        : [
            line.author !== '' && line.author !== line.reviewer && t(whyTexts.wrote, { name: line.author }),
            t(whyTexts.reviewed, { name: line.reviewer, day: postedOn }),
          ]
    const shown =
      notice?.postedOn != null && notice.endsOn !== null
        ? [
            t(whyTexts.onNotice, { from: day(notice.postedOn), until: day(notice.endsOn) }),
            notice.objections > 0
              ? t(whyTexts.objections, { count: notice.objections })
              : t(whyTexts.noObjection),
          ]
        : [t(whyTexts.notNoticed, { month: month(line.published.month) })]
    return [...who, ...shown].filter(Boolean).join(t(comma))
  }
}

const comma = { zh: '，', en: ', ' }

function useEvidence(): (line: Line) => string {
  const t = useText()
  return ({ evidence }) =>
    evidence.length === 0
      ? t(whyTexts.noEvidence)
      : evidence
          .map(({ kind, text }) => {
            const record = text in recordTexts ? t(recordTexts[text as keyof typeof recordTexts]) : text // The key was looked up.
            const name = kind in evidenceTexts ? t(evidenceTexts[kind as keyof typeof evidenceTexts]) : kind // The key was looked up.
            return [name, record].filter(Boolean).join(' ')
          })
          .join(t({ zh: '；', en: '; ' }))
}

/** All that explains a line: why, rule, evidence, who and when, number; `acts` stand with the receipt. */
export function LineWhy({ line, acts, short }: { line: Line; acts?: ReactNode; short?: boolean }) {
  const { t, day, month } = useWords()
  const why = useWhy()
  const basis = useBasis()
  const hands = useHands()
  const evidence = useEvidence()
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      t(short ? whyTexts.whyShort : whyTexts.why, { points: formatPoints(line.credited) }),
      [line.rule !== null && line.kind === 'award' && line.limit === null && t(line.rule), why(line)]
        .filter(Boolean)
        .join(t({ zh: '。', en: '. ' })),
    ],
    [t(whyTexts.basis), basis(line.ruleSource)],
    ...(line.reason === '' ? [] : [[t(whyTexts.reason), line.reason] as const]),
    ...(line.kind === 'award' || line.kind === 'deduction'
      ? [[t(whyTexts.evidence), evidence(line)] as const]
      : []),
    [t(whyTexts.hands), hands(line)],
    ...(line.marks.includes('late')
      ? [
          [
            t({ zh: '迟报', en: 'Late' }),
            t(whyTexts.late, { deed: day(line.deedOn), month: month(line.published.month) }),
          ] as const,
        ]
      : []),
  ]
  return (
    <dl className="why">
      {rows.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
      {(acts || line.number !== null) && (
        <div>
          <dt>{t(whyTexts.receipt)}</dt>
          <dd className="why-acts">
            {line.number !== null && <span>{t(whyTexts.number, { number: line.number })}</span>}
            {acts}
          </dd>
        </div>
      )}
    </dl>
  )
}
