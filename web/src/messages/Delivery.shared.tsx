import { formatNumber } from '../shared/formats.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import type { Choice } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import type { Delivery, DeliveryRow, Shown } from './hooks.ts'
import { useDayWords, useInstantWords } from './hooks.ts'
import { answerTexts, channelTexts, deliveryTexts, messageLabels } from './labels.ts'
import './Messages.css'

/** How many were reached, by which ways, and what was answered. */
export function DeliverySum({ delivery }: { readonly delivery: Delivery }) {
  const t = useText()
  const { counts, byChannel } = delivery
  const facts = { recipients: formatNumber(counts.recipients), reached: formatNumber(counts.reached) }
  return (
    <section className="delivery-sum">
      <Bar done={counts.reached} all={counts.recipients} words={t(deliveryTexts.sum, facts)} />
      <p className="s t2">
        {[
          ...byChannel.map(({ channel, count }) => `${t(channelTexts[channel].done)} ${formatNumber(count)}`),
          ...(counts.stopped > 0 ? [t(deliveryTexts.stopped, { count: counts.stopped })] : []),
        ].join(' · ')}
      </p>
    </section>
  )
}

/** Which readers may be listed, with their numbers. Answers are offered where the notice asks for one. */
export function useShownChoices({ counts, message }: Delivery): readonly Choice<Shown>[] {
  const t = useText()
  const asked = message.asked && answerTexts[message.asked.kind]
  const answers: Choice<Shown>[] = asked
    ? [
        { value: 'yes', label: t(deliveryTexts.yes, { word: t(asked.yes), count: counts.yes }) },
        { value: 'no', label: t(deliveryTexts.yes, { word: t(asked.no), count: counts.no }) },
      ]
    : []
  return [
    { value: 'open', label: t(deliveryTexts.open, { count: formatNumber(counts.open) }) },
    { value: 'reached', label: t(deliveryTexts.reached, { count: formatNumber(counts.reached) }) },
    ...answers,
    { value: 'all', label: t(deliveryTexts.all, { count: formatNumber(counts.recipients) }) },
  ]
}

/** How one reader was reached, in a line. */
export function useReachedWords(): (row: DeliveryRow) => string {
  const t = useText()
  return (row) => {
    if (row.stopped && row.channel === null) return t(deliveryTexts.stoppedOne)
    if (row.channel === null) return t(deliveryTexts.notReached)
    const by = { helper: row.helperName, by: row.reachedBy ?? '' }
    if (row.channel === 'helper') return t(deliveryTexts.byHelper, by)
    const how = t(channelTexts[row.channel].done)
    return row.channel === 'screen' ? how : `${how}，${t(deliveryTexts.by, by)}`
  }
}

/** Who sent it, to whom, when, and by when an answer is asked for. */
export function SentMeta({ message }: { readonly message: Delivery['message'] }) {
  const t = useText()
  const instant = useInstantWords()
  const day = useDayWords()
  const late = message.deliverAt !== message.sentAt
  return (
    <p className="s t2">
      {[
        t(messageLabels.sentOn, { name: message.sentBy, day: instant(message.sentAt) }),
        t(messageLabels.toOrg, { org: message.orgName }),
        ...(late ? [t(messageLabels.notYet, { when: instant(message.deliverAt) })] : []),
        ...(message.asked ? [t(messageLabels.answerBy, { day: day(message.asked.dueOn) })] : []),
      ].join(' · ')}
    </p>
  )
}
