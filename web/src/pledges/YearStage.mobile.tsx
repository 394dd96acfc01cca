import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useMyPledges, usePledgeWords } from './hooks.ts'
import { pledgeLabels } from './labels.ts'
import { MineEmpty } from './Mine.shared.tsx'
import { ProgressBar, StateTag } from './State.shared.tsx'
import './Pledges.css'

const MOST = 3

/** 承诺 on the page 这一年: the first few, and the way to all. */
export function PledgeStage({ path = '/pledges' }: { readonly path?: string }) {
  const { t } = usePledgeWords()
  const year = yearOf(useToday())
  return (
    <Fetched from={useMyPledges(year)} what={t(pledgeLabels.mine)} columns="1fr 60px">
      {(mine) => (
        <>
          {mine.rows.length === 0 && <MineEmpty mine={mine} year={year} />}
          {mine.rows.slice(0, MOST).map((pledge) => (
            <div key={pledge.id} className="pledge-comment" data-read>
              <span className="between">
                <span className="grow">{pledge.text || t(pledgeLabels.missing)}</span>
                <StateTag pledge={pledge} />
              </span>
              <ProgressBar pledge={pledge} />
            </div>
          ))}
          <Link href={path} className="more">
            {t(pledgeLabels.mine)}
            <Icon name="right" />
          </Link>
        </>
      )}
    </Fetched>
  )
}
