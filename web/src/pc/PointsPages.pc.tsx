import { useLocation, useParams, useSearchParams } from 'wouter'
import { MonthPage } from '../points/MonthPage.pc.tsx'
import { MonthsPage } from '../points/MonthsPage.pc.tsx'
import { RankingPage as Ranking } from '../points/RankingPage.pc.tsx'
import { StatementPage as Statement } from '../points/StatementPage.pc.tsx'
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

/** /points/ranking: of the own branch. */
export function RankingPage() {
  return <Ranking orgId={null} />
}

/** /points/branches/:orgId/ranking */
export function BranchRankingPage() {
  const { orgId = '' } = useParams()
  return <Ranking key={orgId} orgId={orgId} />
}

/** /my-year/statements/:month */
export function OwnStatementPage() {
  const { month = '' } = useParams()
  const [, navigate] = useLocation()
  return (
    <Statement memberId={null} month={month} onMonth={(next) => navigate(`/my-year/statements/${next}`)} />
  )
}

/** /members/:memberId/statements/:month */
export function MemberStatementPage() {
  const { memberId = '', month = '' } = useParams()
  const [, navigate] = useLocation()
  return (
    <Statement
      memberId={memberId}
      month={month}
      onMonth={(next) => navigate(`/members/${memberId}/statements/${next}`)}
    />
  )
}
