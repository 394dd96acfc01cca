import { useLocation } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { EnterForm } from './Enter.shared.tsx'

/** 替别人写, on the phone. */
export function ForOtherPage() {
  const [, navigate] = useLocation()
  const year = yearOf(useToday())
  return (
    <EnterForm year={year} wide later onSent={() => navigate('/pledges', { replace: true })}>
      {({ fields, act }) => (
        <>
          {fields}
          <div className="foot">{act}</div>
        </>
      )}
    </EnterForm>
  )
}
