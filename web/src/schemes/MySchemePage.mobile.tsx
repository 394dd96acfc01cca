import { MyScheme } from './MyScheme.shared.tsx'

/** /m/schemes: what counts for the member who reads. */
export function MySchemePage() {
  return <MyScheme />
}
