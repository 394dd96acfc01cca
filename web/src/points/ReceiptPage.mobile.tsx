import { ReceiptOfAddress } from './ReceiptPage.shared.tsx'

/** /m/points/receipts/:entryId */
export function ReceiptPage() {
  return <ReceiptOfAddress />
}
