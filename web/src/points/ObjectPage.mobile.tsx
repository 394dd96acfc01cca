import { ObjectOfAddress } from './ObjectLine.shared.tsx'

/** /m/points/lines/:entryId/object */
export function ObjectPage() {
  return <ObjectOfAddress after="/points" mine="/objections" />
}
