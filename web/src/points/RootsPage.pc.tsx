import { useSession } from '../shared/session.ts'
import { Roots } from './Roots.shared.tsx'

/** /roots */
export function RootsPage() {
  const { county } = useSession()
  return (
    <div className="own-page">
      <Roots county={county.code} />
    </div>
  )
}
