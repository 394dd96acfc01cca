import { useWords } from './hooks-event.ts'
import { settlementTexts } from './labels-settlement.ts'

const MOST_SQUARES = 40

/** As many squares as there are places for excellent, with the division shown; it informs and never fills up by itself. */
export function ShareMeter({
  used,
  limit,
  members,
}: {
  readonly used: number
  readonly limit: number
  readonly members: number
}) {
  const { t } = useWords()
  const third = (Math.floor((members * 100) / 3) / 100).toFixed(members % 3 === 0 ? 0 : 2)
  return (
    <div className="apr-meter">
      <span className="s b nw">{t(settlementTexts.meter, { used })}</span>
      {limit <= MOST_SQUARES && (
        <span className="apr-slots" role="img" aria-label={t(settlementTexts.meterLabel, { limit, used })}>
          {Array.from({ length: limit }, (_, at) => (
            <i key={at} className={at < used ? undefined : 'free'} />
          ))}
        </span>
      )}
      <span className="s t2">{t(settlementTexts.limit, { limit, members, third })}</span>
    </div>
  )
}
