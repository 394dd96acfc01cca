import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Caution } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { cautionLabels, cautionStateTexts } from './labels-caution.ts'
import { warningLabels } from './labels-warning.ts'
import { Block, ServedLine } from './WarningParts.shared.tsx'

export function CautionTag({ state }: Pick<Caution, 'state'>) {
  const t = useText()
  const { text, tone } = cautionStateTexts[state]
  return <Tag tone={tone}>{t(text)}</Tag>
}

/** Gaps, what to change, the help that goes with it, the answer, the end. */
export function CautionWords({ caution }: { readonly caution: Caution }) {
  const t = useText()
  const { day } = useDays()
  const { gaps, requiredChange, help, served, answer, ended } = caution
  return (
    <>
      <Block title={t(cautionLabels.gaps)}>
        <p className="said">{gaps}</p>
      </Block>
      <Block title={t(cautionLabels.change)}>
        <p className="said">{requiredChange}</p>
      </Block>
      <Block title={t(cautionLabels.help)}>
        <p className="said">{help}</p>
      </Block>
      {served !== null && (
        <Block title={t(cautionLabels.served)}>
          <p>
            <ServedLine served={served} />
          </p>
        </Block>
      )}
      <Block title={t(warningLabels.answer)}>
        {answer === null ? (
          <p className="t2">{t(warningLabels.noAnswer)}</p>
        ) : (
          <p className="said">{answer}</p>
        )}
      </Block>
      {ended !== null && (
        <Block title={t(cautionStateTexts.ended.text)}>
          <p className="said">{ended.words}</p>
          <p className="s t2">{t(warningLabels.endedLine, { day: day(ended.on), by: ended.by })}</p>
        </Block>
      )}
    </>
  )
}
