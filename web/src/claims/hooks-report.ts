import { useEffect, useReducer, useState } from 'react'
import { isLate } from '@steward/domain/claims/claim.ts'
import { rankByWords } from '@steward/domain/claims/likely-item.ts'
import { scaleWhole } from '@steward/domain/shared/decimal.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import type { InputOf } from '../shared/call.ts'
import { newKey } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { fileMark } from '../shared/outbox/outbox-item.ts'
import type { NewFile, NewItem, OutboxItem, TypedLine } from '../shared/outbox/outbox-item.ts'
import { outbox } from '../shared/outbox/use-outbox.ts'
import { useSession } from '../shared/session.ts'
import type { Text } from '../shared/texts.ts'
import type { ItemOption, ItemView, Options, TargetOption } from './hooks.ts'
import { useQuantityWords } from './hooks.ts'
import { claimLabels } from './labels.ts'
import { helpLabels } from './labels-report.ts'

/** One thing a deed can be reported for. */
export type Choice = {
  /** item:code, pledge:id, task:id */
  readonly key: string
  readonly kind: 'pledge' | 'task' | 'item'
  readonly title: string | Text
  readonly item: ItemView
  readonly room: ItemOption['room']
  readonly from: string | undefined
  readonly until: string | undefined
  readonly target: InputOf<'claim.submit'>['target']
}

export type Photo = { readonly key: string; readonly name: string; readonly bytes: Blob }
export type WitnessPerson =
  | { readonly memberId: string; readonly name: string }
  | { readonly memberId?: undefined; readonly name: string }

export type Draft = {
  readonly choice: string | undefined
  readonly deedOn: string
  readonly quantity: number
  readonly said: string
  readonly place: string
  readonly hostBranch: string
  readonly lateReason: string
  readonly witness: WitnessPerson | undefined
  readonly photos: readonly Photo[]
}

export const emptyDraft: Draft = {
  choice: undefined,
  deedOn: '',
  quantity: 100,
  said: '',
  place: '',
  hostBranch: '',
  lateReason: '',
  witness: undefined,
  photos: [],
}

export type Change = Partial<Draft>

/** Pledges and tasks first, then the items of the scheme, usual ones first. */
export function choicesOf(options: Options): readonly Choice[] {
  const target = (kind: 'pledge' | 'task', one: TargetOption): Choice => ({
    key: `${kind}:${one.id}`,
    kind,
    title: one.title,
    item: one.item,
    room: one.room,
    from: one.from,
    until: one.until,
    target: kind === 'pledge' ? { kind, pledgeId: one.id } : { kind, taskId: one.id },
  })
  return [
    ...options.pledges.map((one) => target('pledge', one)),
    ...options.tasks.map((one) => target('task', one)),
    ...options.items.map((one): Choice => ({
      key: `item:${one.code}`,
      kind: 'item',
      title: one.name,
      item: one,
      room: one.room,
      from: undefined,
      until: undefined,
      target: { kind: 'item', itemCode: one.code },
    })),
  ]
}

/** The choices with the likely one first, by what was said. */
export function likelyFirst(choices: readonly Choice[], said: string): readonly Choice[] {
  const texts = choices.map(({ title, item }) =>
    [typeof title === 'string' ? title : `${title.zh} ${title.en}`, item.name.zh, item.rule.zh].join('。'),
  )
  return rankByWords(said, texts).flatMap((place) => choices[place] ?? [])
}

/** What the deed would bring: raw by the scheme, and what is left of it under the caps; undefined where the branch sets it. */
export function wouldBring(
  choice: Choice,
  quantity: number,
): { raw: number; credited: number; limit: ItemOption['room']['limit'] } | undefined {
  const { value } = choice.item
  if (value.kind !== 'fixed' || quantity <= 0) return undefined
  const raw = scaleWhole(value.points, quantity, 100)
  const { left, limit } = choice.room
  return left === null || raw <= left ? { raw, credited: raw, limit: null } : { raw, credited: left, limit }
}

export function isLateDraft(draft: Draft, today: string): boolean {
  return draft.deedOn !== '' && isLate(plainDate(draft.deedOn), plainDate(today))
}

/** The draft of the page; begins from what is asked for, or from an item that was not taken. */
export function useDraft(waitingId: string | undefined, begin: Partial<Draft>) {
  const [draft, change] = useReducer((before: Draft, next: Change) => ({ ...before, ...next }), {
    ...emptyDraft,
    ...begin,
  })
  const [deviceKey, setDeviceKey] = useState(newKey)
  useEffect(() => {
    if (waitingId === undefined) return
    let left = false
    void readDraft(waitingId).then((read) => {
      if (left || read === undefined) return
      change(read.draft)
      setDeviceKey(read.deviceKey)
    })
    return () => {
      left = true
    }
  }, [waitingId])
  const clear = () => {
    change(emptyDraft)
    setDeviceKey(newKey())
  }
  return { draft, change, deviceKey, clear }
}

type Kept = InputOf<'claim.submit'> | InputOf<'claim.enter'>

async function readDraft(id: string): Promise<{ draft: Draft; deviceKey: string } | undefined> {
  if (outbox.items() === undefined) await outbox.reread()
  const item = outbox.items()?.find((one) => one.id === id)
  if (item === undefined) return undefined
  const kept = item.input as Kept // put in by this page
  const deed = 'rows' in kept ? kept.rows[0] : kept
  if (deed === undefined) return undefined
  const { target } = deed
  const choice = {
    item: () => `item:${'itemCode' in target ? target.itemCode : ''}`,
    pledge: () => `pledge:${'pledgeId' in target ? target.pledgeId : ''}`,
    task: () => `task:${'taskId' in target ? target.taskId : ''}`,
  }[target.kind]()
  return {
    deviceKey: deed.deviceKey,
    draft: {
      choice,
      deedOn: deed.deedOn ?? '',
      quantity: deed.quantity ?? 100,
      said: deed.said ?? '',
      place: deed.place ?? '',
      hostBranch: deed.hostBranch ?? '',
      lateReason: deed.lateReason ?? '',
      witness: witnessOf(item, deed.witness ?? null),
      photos: await photosOf(item),
    },
  }
}

type KeptWitness = { memberId: string } | { name: string } | null

function witnessOf(item: OutboxItem, kept: KeptWitness): WitnessPerson | undefined {
  if (kept === null) return undefined
  if (!('memberId' in kept)) return { name: kept.name }
  const shown = item.typed.find(({ label }) => label.zh === claimLabels.witness.zh)?.value
  return { memberId: kept.memberId, name: typeof shown === 'string' ? shown : '' }
}

async function photosOf(item: OutboxItem): Promise<Photo[]> {
  const found = await Promise.all(
    item.files.map(async ({ key, name }) => ({ key, name, bytes: await outbox.bytesOf(key) })),
  )
  // Under keys of their own: the old ones go with the item they belong to.
  return found.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ key: newKey(), name, bytes }]))
}

export type HelpFor = {
  readonly name: string
  readonly consent: { readonly how: 'spoken' | 'written' | 'standing'; readonly on: string }
}

/** Puts a deed into the outbox: kept on the phone first, then sent. Answers the id of the item. */
export function useSendDeed(
  options: Options | undefined,
  helpFor?: HelpFor,
  /** Where it can be changed if it is not taken. */
  editPath = '/report?waiting={id}',
) {
  const today = useToday()
  const { account } = useSession()
  const quantityWords = useQuantityWords()
  return async (draft: Draft, choice: Choice, deviceKey: string, waitingId?: string): Promise<string> => {
    const id = newKey()
    const aboutId = helpFor === undefined ? options?.memberId : account.memberId
    const files: NewFile[] = draft.photos.map(({ key, name, bytes }) => ({
      upload: 'file.add',
      input: { name, purpose: 'evidence', about: { memberId: aboutId ?? '' } },
      name,
      idAt: ['file', 'id'],
      bytes,
      key,
    }))
    const { witness } = draft
    const deed = {
      target: choice.target,
      deedOn: draft.deedOn || today,
      quantity: draft.quantity,
      said: draft.said.trim(),
      place: draft.place.trim() || null,
      hostBranch: draft.hostBranch.trim(),
      lateReason: draft.lateReason.trim() || null,
      witness: witness && (witness.memberId ? { memberId: witness.memberId } : { name: witness.name }),
      photoIds: files.map(({ key }) => fileMark(key)),
      writtenOn: today,
      deviceKey,
    }
    const typed: TypedLine[] = [
      { label: claimLabels.deedOn, value: deed.deedOn },
      { label: claimLabels.quantity, value: quantityWords(draft.quantity, choice.item.value.unit) },
      { label: claimLabels.said, value: deed.said },
      { label: claimLabels.witness, value: witness?.name ?? '' },
      { label: claimLabels.place, value: deed.place ?? '' },
      { label: claimLabels.lateReason, value: deed.lateReason ?? '' },
      { label: helpLabels.whom, value: helpFor?.name ?? '' },
    ].filter(({ value }) => value !== '')
    const rest = { id, accountId: account.id, files, title: choice.title, typed }
    const item: NewItem =
      helpFor === undefined
        ? {
            ...rest,
            command: 'claim.submit',
            input: deed,
            editPath,
          }
        : {
            ...rest,
            command: 'claim.enter',
            input: {
              entry: { by: 'helper', consent: helpFor.consent },
              rows: [{ ...deed, memberId: options?.memberId ?? '' }],
            },
            editPath: null,
          }
    if (waitingId === undefined) await outbox.add(item)
    else await outbox.replace(waitingId, item)
    return id
  }
}
