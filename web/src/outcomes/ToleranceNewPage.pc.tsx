import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useMay, useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { useDays } from './hooks-warning.ts'
import { toleranceForms, toleranceLabels } from './labels-tolerance.ts'
import { ToleranceApply } from './ToleranceApply.shared.tsx'
import { WhoField } from './WhoField.pc.tsx'
import './Warnings.css'

/** The branch applies for a member. */
export function ToleranceNewPage() {
  const t = useText()
  const say = useUndo()
  const { day } = useDays()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const may = useMay()
  const ownId = useSession().account.memberId ?? undefined
  // Who works for others names the member; everybody else applies for oneself.
  const forOthers = may('warning.talk')
  const given = params.get('member') ?? undefined
  const isOwnLine = params.has('entry') || params.has('warning')
  const [memberId, setMemberId] = useState(given ?? (forOthers && !isOwnLine ? undefined : ownId))
  const options = useQueryOperation(
    'tolerance.options',
    { memberId: memberId ?? '' },
    { enabled: memberId !== undefined },
  )
  return (
    <div className="outcome-page">
      <Link href="/outcomes/tolerance" className="more">
        <Icon name="left" />
        {t(toleranceLabels.back)}
      </Link>
      <h1 className="ph1">{t(toleranceLabels.applyFor)}</h1>
      <p className="s t2">{t(toleranceLabels.intro)}</p>
      <div className="form outcome-form">
        {forOthers && (
          <WhoField
            name={memberId === undefined ? undefined : options.data?.memberName}
            onMember={setMemberId}
          />
        )}
        {memberId !== undefined && (
          <ToleranceApply
            key={memberId}
            memberId={memberId}
            entryId={params.get('entry') ?? undefined}
            warningId={params.get('warning') ?? undefined}
            onSent={(toleranceId, dueOn) => {
              say({ text: t(toleranceForms.sent, { day: day(dueOn) }) })
              navigate(`/outcomes/tolerance/${toleranceId}`)
            }}
          />
        )}
      </div>
    </div>
  )
}
