import { newKey, Unreachable } from '../shared/call.ts'
import type { CommandId, InputOf } from '../shared/call.ts'
import type { OutboxItem, TypedLine } from '../shared/outbox/outbox-item.ts'
import { outbox, useOutboxItems } from '../shared/outbox/use-outbox.ts'
import { useSession } from '../shared/session.ts'
import type { Draft } from './hooks-write.ts'
import { partTexts, pledgeLabels } from './labels.ts'

/** No answer came: what was written is kept on the phone and goes out later. */
export const hasNoNetwork = (error: unknown): boolean => error instanceof Unreachable

type Kept = { readonly pledgeId: string | null; readonly revision: number }

/** Keeps an own pledge on the phone until it can be handed in; `waitingId` is the one it takes the place of. */
export function useSendLater() {
  const { account } = useSession()
  return async (draft: Draft, kept: Kept, waitingId?: string): Promise<void> => {
    const item = {
      ...{ id: newKey(), accountId: account.id, command: 'pledge.send' as const, files: [] },
      input: { ...draft, ...kept },
      title: draft.text,
      typed: typedOf(draft),
      editPath: '/pledges/new?waiting={id}',
    }
    await (waitingId === undefined ? outbox.add(item) : outbox.replace(waitingId, item))
  }
}

/** The same for one written down for somebody, who agreed. */
export function useEnterLater() {
  const { account } = useSession()
  return async (input: InputOf<'pledge.enter'>, name: string): Promise<void> => {
    await outbox.add({
      ...{ id: newKey(), accountId: account.id, command: 'pledge.enter', files: [], input },
      title: input.text,
      typed: [{ label: pledgeLabels.forOther, value: name }],
      editPath: null,
    })
  }
}

function typedOf({ fields }: Draft): readonly TypedLine[] {
  const { object, measure } = fields
  return [
    { label: partTexts.object, value: object },
    { label: partTexts.measure, value: measure },
  ].filter(({ value }) => value !== '')
}

const COMMANDS: readonly CommandId[] = ['pledge.send', 'pledge.enter']

/** Pledges of this person that are on their way. */
export function usePledgesWaiting(): readonly OutboxItem[] {
  return useOutboxItems().filter(({ command }) => COMMANDS.includes(command))
}

/** What was kept, to be changed; undefined where it is gone or is none of one's own. */
export function readWaiting(item: OutboxItem | undefined): { draft: Draft; kept: Kept } | undefined {
  if (item?.command !== 'pledge.send') return undefined
  const { pledgeId, revision, ...draft } = item.input as Draft & Kept // put in by useSendLater
  return { draft, kept: { pledgeId, revision } }
}
