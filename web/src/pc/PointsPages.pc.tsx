import { useParams, useSearchParams } from 'wouter'
import { MonthPage } from '../points/MonthPage.pc.tsx'
import { MonthsPage } from '../points/MonthsPage.pc.tsx'
import { useSession } from '../shared/session.ts'

/** The month a page is about stands in the address as ?month=. */
function useMonthInAddress() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('month')
  const month = asked !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : null
  return { month, onMonth: (next: string) => setParams({ month: next }) }
}

/** /points: the own branch's month, or where the branches below stand. */
export function PointsPage() {
  const address = useMonthInAddress()
  const { org } = useSession()
  return org?.kind === 'branch' ? (
    <MonthPage orgId={org.id} {...address} />
  ) : (
    <MonthsPage orgId={null} {...address} />
  )
}

/** /points/branches/:orgId */
export function BranchPointsPage() {
  const address = useMonthInAddress()
  const { orgId = '' } = useParams()
  return <MonthPage orgId={orgId} {...address} />
}
