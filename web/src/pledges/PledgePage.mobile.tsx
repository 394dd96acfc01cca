import { useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { usePledge } from './hooks.ts'
import { pledgeLabels } from './labels.ts'
import { OwnActs, PledgeView } from './View.shared.tsx'

/** One pledge on the phone. */
export function PledgePage() {
  const t = useText()
  const { pledgeId = '' } = useParams()
  return (
    <Fetched from={usePledge(pledgeId)} what={t(pledgeLabels.one)} columns="1fr">
      {(pledge) => (
        <>
          <div className="card pad">
            <PledgeView pledge={pledge} />
            <OwnActs pledge={pledge} />
          </div>
          {pledge.mine && pledge.may.includes('pledge.submit') && (
            <div className="foot">
              <ButtonLink href={`/pledges/${pledgeId}/write`} wide>
                {t(pledge.pledge.state === 'returned' ? pledgeLabels.mend : pledgeLabels.goOn)}
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </Fetched>
  )
}
