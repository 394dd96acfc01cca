import { Fragment } from 'react'
import { mostPledgeLetters } from '@steward/domain/pledges/pledge.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { useHints } from './hooks-write.ts'
import { writeLabels } from './labels-write.ts'

type Hints = ReturnType<typeof useHints>

/** The sentence, with phrases that say nothing underlined while it is written (S-188). */
export function WriteText({
  value,
  onValue,
  hints,
}: {
  readonly value: string
  readonly onValue: (text: string) => void
  readonly hints: Hints
}) {
  const t = useText()
  return (
    <div className="pledge-write">
      <div className="card pledge-ta">
        <div className="mirror" aria-hidden="true">
          <Marked text={value} hints={hints} />{' '}
        </div>
        <textarea
          aria-label={t(writeLabels.text)}
          aria-describedby="pledge-hints"
          placeholder={t(writeLabels.placeholder)}
          rows={3}
          maxLength={mostPledgeLetters * 2}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      </div>
      <HintLines hints={hints} />
    </div>
  )
}

function Marked({ text, hints }: { readonly text: string; readonly hints: Hints }) {
  let from = 0
  const parts = hints.phrases.map((phrase) => {
    const before = text.slice(from, phrase.from)
    from = phrase.until
    return (
      <Fragment key={phrase.from}>
        {before}
        <mark>{phrase.words}</mark>
      </Fragment>
    )
  })
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

/** Why a phrase is underlined, each reason once; it explains and blocks nothing. */
export function HintLines({ hints }: { readonly hints: Hints }) {
  const t = useText()
  const [language] = useLanguage()
  const reasons = [...new Map(hints.phrases.map(({ reason, says }) => [reason, says])).values()]
  return (
    <div id="pledge-hints" aria-live="polite" className="pledge-hints">
      {reasons.map((says) => (
        <p key={says.en}>{t(writeLabels.marked, { says: says[language] })}</p>
      ))}
      {hints.private.length > 0 && (
        <p>{t(writeLabels.privateHelp, { words: hints.private.join(language === 'zh' ? '、' : ', ') })}</p>
      )}
    </div>
  )
}
