import { useParams } from 'wouter'
import { Refused } from '../shared/call.ts'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useReceipt } from './hooks.ts'
import { pointsRefusals } from './labels-refusal.ts'
import { receiptTexts } from './labels-own.ts'
import { ReceiptParts } from './Receipt.shared.tsx'

/** The receipt of the line in the address; a line of today has none before the night. */
export function ReceiptOfAddress() {
  const t = useText()
  const { entryId = '' } = useParams()
  const found = useReceipt(entryId)
  if (found.error instanceof Refused) {
    return <StateEmpty fact={t(receiptTexts.title)} fill={t(pointsRefusals['receipt-not-sealed'])} />
  }
  return (
    <Fetched from={found} what={t(receiptTexts.what)} columns="1fr 120px">
      {(receipt) => <ReceiptParts receipt={receipt} />}
    </Fetched>
  )
}
