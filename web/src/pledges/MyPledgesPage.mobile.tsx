import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { OutboxList } from '../shared/outbox/OutboxList.tsx'
import { useText } from '../shared/texts.ts'
import { useMyPledges } from './hooks.ts'
import { usePledgesWaiting } from './hooks-later.ts'
import { pledgeLabels } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { MineEmpty, MineHead, PledgeCard, Suggestions } from './Mine.shared.tsx'

/** 我的承诺: what I pledged, how far it is, what to look at again. */
export function MyPledgesPage() {
  const t = useText()
  const year = yearOf(useToday())
  const waiting = usePledgesWaiting()
  return (
    <>
      <OutboxList items={waiting} refusals={pledgeRefusals} path="/waiting" />
      <Fetched from={useMyPledges(year)} what={t(pledgeLabels.mine)} columns="1fr 80px">
        {(mine) => (
          <>
            <MineHead mine={mine} year={year} />
            {mine.rows.length === 0 && (
              <div className="card pad">
                <MineEmpty mine={mine} year={year} />
              </div>
            )}
            <Suggestions mine={mine} />
            {mine.rows.map((pledge) => (
              <PledgeCard key={pledge.id} pledge={pledge} />
            ))}
            <div className="foot">
              <ButtonLink href="/pledges/new" wide>
                {t(pledgeLabels.writeNth, { n: mine.rows.length + 1 })}
              </ButtonLink>
              <p>
                <ButtonLink href="/pledges/for" plain>
                  {t(pledgeLabels.forOther)}
                </ButtonLink>
                <ButtonLink href="/pledges/branch" plain>
                  {t(pledgeLabels.board)}
                </ButtonLink>
              </p>
            </div>
          </>
        )}
      </Fetched>
    </>
  )
}
