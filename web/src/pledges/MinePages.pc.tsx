import { useLocation, useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { EnterForm } from './Enter.shared.tsx'
import { usePledgeWords, useMyPledges } from './hooks.ts'
import { useAddressYear } from './hooks-page.ts'
import { pledgeLabels } from './labels.ts'
import { MineEmpty, MineHead, Suggestions } from './Mine.shared.tsx'
import { PledgeTable } from './PledgeTable.pc.tsx'
import { PledgeTabs } from './Tabs.pc.tsx'
import { WriteDesk } from './WriteDesk.pc.tsx'
import './Pledges.css'

/** /pledges/mine: the own pledges on the PC. */
export function MinePage() {
  const { t } = usePledgeWords()
  const year = useAddressYear()
  return (
    <div className="pledges">
      <PledgeTabs />
      <div className="between">
        <h1 className="ph1">{t(pledgeLabels.yearTitle, { year })}</h1>
        <span className="acts">
          <ButtonLink href="/pledges/for" plain>
            {t(pledgeLabels.forOther)}
          </ButtonLink>
          <ButtonLink href="/pledges/new" icon="edit">
            {t(pledgeLabels.write)}
          </ButtonLink>
        </span>
      </div>
      <Fetched from={useMyPledges(year)} what={t(pledgeLabels.mine)} columns="1fr 120px 160px">
        {(mine) => (
          <>
            <MineHead mine={mine} year={year} />
            <Suggestions mine={mine} />
            {mine.rows.length === 0 ? (
              <MineEmpty mine={mine} year={year} />
            ) : (
              <PledgeTable rows={mine.rows} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

/** /pledges/new and /pledges/:pledgeId/write. */
export function WritePage() {
  const { t } = usePledgeWords()
  const { pledgeId } = useParams()
  const [, navigate] = useLocation()
  const year = useAddressYear()
  return (
    <div className="pledges">
      <PledgeTabs />
      <h1 className="ph1">{t(pledgeId === undefined ? pledgeLabels.write : pledgeLabels.rewrite)}</h1>
      <Fetched from={useMyPledges(year)} what={t(pledgeLabels.write)} columns="1fr">
        {(mine) => (
          <WriteDesk
            key={pledgeId ?? 'new'}
            pledge={mine.rows.find(({ id }) => id === pledgeId) ?? null}
            aids={mine}
            year={year}
            onSent={() => navigate('/pledges/mine')}
          />
        )}
      </Fetched>
    </div>
  )
}

/** /pledges/for: from paper, spoken words, or as a helper. */
export function EnterPage() {
  const { t } = usePledgeWords()
  const [, navigate] = useLocation()
  const year = useAddressYear()
  return (
    <div className="pledges">
      <PledgeTabs />
      <h1 className="ph1">{t(pledgeLabels.forOther)}</h1>
      <EnterForm year={year} onSent={() => navigate('/pledges')}>
        {({ fields, act }) => (
          <div className="pledge-form">
            {fields}
            <div className="acts">{act}</div>
          </div>
        )}
      </EnterForm>
    </div>
  )
}
