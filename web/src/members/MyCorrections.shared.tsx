import { dayOfInstant } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useValueWords } from './History.shared.tsx'
import { useCorrections } from './hooks.ts'
import { fieldTexts } from './labels.ts'
import { correctionTexts, fileTexts } from './labels-file.ts'

/** What the member asked for and what was answered; nothing is shown while there is none. */
export function MyCorrections() {
  const t = useText()
  const [language] = useLanguage()
  const words = useValueWords()
  const mine = useCorrections('mine', 'all')
  const withdraw = useCommandOperation('correction.withdraw')
  const rows = mine.data?.corrections ?? []
  if (rows.length === 0) return null
  const day = (value: string) => formatDay(value, language)
  return (
    <section className="card pad">
      <h2 className="sec">{t(correctionTexts.mine)}</h2>
      <ul className="spans">
        {rows.map((one) => (
          <li key={one.id}>
            <span className="grow">
              {t(fieldTexts[one.field] ?? fileTexts.title)} → {words(one.field, one.wanted)}
              <span className="s t3 block">
                {one.state === 'open' && t(correctionTexts.due, { day: day(one.answerDueOn) })}
                {one.state !== 'open' && t(correctionTexts[one.state])}
              </span>
              {one.decidedBy !== null && one.decidedAt !== null && one.state !== 'withdrawn' && (
                <span className="s t2 block">
                  {t(
                    one.decisionReason === null ? correctionTexts.answeredPlain : correctionTexts.answeredBy,
                    {
                      by: one.decidedBy,
                      day: day(dayOfInstant(one.decidedAt)),
                      reason: one.decisionReason ?? '',
                    },
                  )}
                </span>
              )}
            </span>
            {one.state === 'open' && (
              <Button small plain onClick={() => withdraw.mutate({ correctionId: one.id })}>
                {t(correctionTexts.takeBack)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
