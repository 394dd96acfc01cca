import { useParams } from 'wouter'
import { OutboxLook } from '../../shared/outbox/OutboxLook.tsx'
import { outboxRefusals } from '../outbox-refusals.ts'
import { CallFoot } from './ElderPages.mobile.tsx'

/** One item that was not taken, in large words; the telephone stays a way. */
export function ElderWaitingPage() {
  const { itemId = '' } = useParams()
  return (
    <>
      <OutboxLook id={itemId} refusals={outboxRefusals} home="/elder" />
      <CallFoot />
    </>
  )
}
