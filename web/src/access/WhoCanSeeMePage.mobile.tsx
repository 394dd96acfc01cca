import { WhoCanSeeMe } from './WhoCanSeeMe.shared.tsx'

/** /m/who-can-see-me: the reach of others over the own file. */
export function WhoCanSeeMePage() {
  return <WhoCanSeeMe inCards />
}
