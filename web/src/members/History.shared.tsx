import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import type { Text } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { MemberFile } from './hooks.ts'
import {
  categoryTexts,
  educationTexts,
  fieldTexts,
  sexTexts,
  sourceTexts,
  stateTexts,
  tagTexts,
} from './labels.ts'
import { fileTexts } from './labels-file.ts'

const WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  category: categoryTexts,
  education: educationTexts,
  sex: sexTexts,
  state: stateTexts,
  tag: tagTexts,
}

/** A stored value as people read it: words of lists in the reader's language, days in one form. */
export function useValueWords(): (field: string, value: string | null) => string {
  const t = useText()
  const [language] = useLanguage()
  return (field, value) => {
    if (value === null || value === '') return t(fileTexts.noValue)
    const text = WORDS[field]?.[value]
    if (text) return t(text)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, language) : value
  }
}

/** What was changed, by whom, when and why; newest first, the opening of the file at the end. */
export function History({ file }: { file: MemberFile }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const words = useValueWords()
  const day = (instant: string) => formatDay(dayOfInstant(instant), language, today)
  const { changes, facts } = file
  return (
    <>
      {changes.length === 0 && <p className="s t3 file-note">{t(fileTexts.historyEmptyNext)}</p>}
      <ul className="history">
        {changes.map((change) => (
          <li key={change.id}>
            <span className="s t3 nw">{day(change.at)}</span>
            <span>
              <span className="t2">
                {fieldTexts[change.field] ? t(fieldTexts[change.field] ?? fileTexts.history) : change.field}
              </span>{' '}
              <Change field={change.field} before={change.before} after={change.after} words={words} />
              <span className="s t3 block">
                {[change.by, change.source === 'form' ? '' : t(sourceTexts[change.source]), change.reason]
                  .filter(Boolean)
                  .join(language === 'zh' ? '，' : ', ')}
              </span>
            </span>
          </li>
        ))}
        <li>
          <span className="s t3 nw">{day(facts.createdAt)}</span>
          <span className="t2">{t(fileTexts.opened, { by: facts.createdBy })}</span>
        </li>
      </ul>
    </>
  )
}

type ChangeProps = {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly words: (field: string, value: string | null) => string
}

function Change({ field, before, after, words }: ChangeProps) {
  const t = useText()
  if (before === null) return <>{t(fileTexts.setTo, { after: words(field, after) })}</>
  if (after === null) return <>{t(fileTexts.cleared, { before: words(field, before) })}</>
  return (
    <>
      {words(field, before)} → <b>{words(field, after)}</b>
    </>
  )
}

/** Categories and branches with their days. */
export function Spans({ file }: { file: MemberFile }) {
  const t = useText()
  const [language] = useLanguage()
  const day = (value: string) => formatDay(value, language)
  return (
    <>
      <section className="file-block">
        <div className="head">
          <h2 className="sec">{t(fileTexts.categories)}</h2>
        </div>
        <ul className="spans">
          {file.categories.map((span, place) => (
            <li key={`${span.fromOn} ${span.category}`}>
              <span className="grow">
                {t(categoryTexts[span.category])}
                {place < file.categories.length - 1 && (
                  <span className="c t3 block">
                    {t(fileTexts.countsFrom, { month: monthOf(span.countsFrom, language) })}
                  </span>
                )}
              </span>
              <span className="s t3">{t(fileTexts.since, { day: day(span.fromOn) })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="file-block">
        <div className="head">
          <h2 className="sec">{t(fileTexts.branches)}</h2>
        </div>
        <ul className="spans">
          {file.affiliations.map((span) => (
            <li key={span.fromOn + span.orgId}>
              <span className="grow">{span.orgName}</span>
              <span className="s t3">
                {span.untilOn === null
                  ? t(fileTexts.since, { day: day(span.fromOn) })
                  : t(fileTexts.span, { from: day(span.fromOn), to: day(span.untilOn) })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function monthOf(month: string, language: 'zh' | 'en'): string {
  const [year, number] = month.split('-')
  return language === 'zh' ? `${year}年${Number(number)}月` : `${month}`
}

/** Changes of state; an adverse one with its five facts and the way to appeal. */
export function States({ file }: { file: MemberFile }) {
  const t = useText()
  const [language] = useLanguage()
  if (file.states.length === 0) return null
  return (
    <section className="file-block">
      <div className="head">
        <h2 className="sec">{t(fileTexts.states)}</h2>
      </div>
      <ul className="spans">
        {file.states.map((state) => (
          <li key={state.on + state.to}>
            <span className="grow">
              {t(stateTexts[state.from])} → {t(stateTexts[state.to])}
              {state.facts && (
                <span className="s t2 block">
                  {t(fileTexts.decider, {
                    body: state.facts.body,
                    decider: state.facts.deciderName,
                    day: formatDay(state.facts.decidedOn, language),
                  })}
                  <span className="block">{state.facts.reason}</span>
                  <span className="block">{t(fileTexts.served, { proof: state.facts.proofOfService })}</span>
                  <span className="block">{t(fileTexts.appeal)}</span>
                </span>
              )}
            </span>
            <span className="s t3">{formatDay(state.on, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
