import { useParams } from 'wouter'
import { Roots } from './Roots.shared.tsx'

/** /m/roots/:county, without an account. */
export function RootsPage() {
  const { county = '' } = useParams()
  return (
    <main className="roots-open">
      <Roots county={county} />
    </main>
  )
}
