import { useText } from '../shared/texts.ts'
import { receiptTexts } from './labels-own.ts'
import { ReceiptOfAddress } from './ReceiptPage.shared.tsx'
import './Own.css'

/** /points/receipts/:entryId */
export function ReceiptPage() {
  const t = useText()
  return (
    <div className="own-page">
      <h1 className="ph1">{t(receiptTexts.title)}</h1>
      <ReceiptOfAddress />
    </div>
  )
}
