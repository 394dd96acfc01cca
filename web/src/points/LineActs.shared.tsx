import { Link } from 'wouter'
import { useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { whyTexts } from './labels.ts'

/** What one can do with a line: check its receipt, object. */
export function LineActs({ line, self }: { readonly line: Line; readonly self: boolean }) {
  const t = useText()
  return (
    <>
      {line.sealed && (
        <Link href={`/points/receipts/${line.id}`} className="link">
          {t(whyTexts.verify)}
        </Link>
      )}
      {self && line.objectUntil !== null && (
        <Link href={`/points/lines/${line.id}/object`} className="link">
          {t(whyTexts.object)}
        </Link>
      )}
    </>
  )
}
