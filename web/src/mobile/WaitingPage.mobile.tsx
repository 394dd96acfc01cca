import { useParams } from 'wouter'
import { OutboxLook } from '../shared/outbox/OutboxLook.tsx'
import { outboxRefusals } from './outbox-refusals.ts'

/** 要你看一眼: one item that was not taken. */
export function WaitingPage() {
  const { itemId = '' } = useParams()
  return <OutboxLook id={itemId} refusals={outboxRefusals} home="/" />
}
