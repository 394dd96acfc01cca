import { useSearchParams } from 'wouter'
import { useText } from '../shared/texts.ts'
import { objectTexts } from './labels-own.ts'
import { ObjectOfAddress } from './ObjectLine.shared.tsx'
import './Own.css'

/** /points/lines/:entryId/object */
export function ObjectPage() {
  const t = useText()
  const [params] = useSearchParams()
  const member = params.get('member')
  return (
    <div className="own-page">
      <h1 className="ph1">{t(member === null ? objectTexts.title : objectTexts.takeTitle)}</h1>
      <ObjectOfAddress
        after={member === null ? '/my-year' : `/members/${member}/year`}
        mine="/my-objections"
        handled={(objectionId) => `/objections/${objectionId}`}
      />
    </div>
  )
}
