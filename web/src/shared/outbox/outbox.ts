import type { CommandId, InputOf, UploadId } from '../call.ts'
import { command, upload } from '../call.ts'
import { instantIn } from '../clock.ts'
import { type NewItem, type OutboxItem, afterFailure, fillMarks, readAt } from './outbox-item.ts'
import type { OutboxStore } from './outbox-store.ts'

export type Round = {
  readonly received: readonly OutboxItem[]
  /** Why the round ended before all were through. */
  readonly stop: 'no-answer' | 'signed-out' | undefined
}

export type Outbox = {
  /** All on this device, oldest first; `undefined` until they were read. */
  readonly items: () => readonly OutboxItem[] | undefined
  readonly subscribe: (changed: () => void) => () => void
  /** Called when there is something new to send. */
  readonly whenAdded: (act: () => void) => () => void
  /** Keeps it, then answers: from here on nothing is lost. A second one of the same id is the same one. */
  readonly add: <Id extends CommandId>(item: NewItem<Id>) => Promise<void>
  /** Puts a changed one in the place of another, under a key of its own. */
  readonly replace: <Id extends CommandId>(id: string, item: NewItem<Id>) => Promise<void>
  /** Sends what waits for this account, one after the other; a second call joins the round that is under way. */
  readonly sendAll: (accountId: string) => Promise<Round>
  /** The person has looked and wants it sent as it is. */
  readonly sendAgain: (id: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** When a person signs out: nothing of theirs stays on the device. */
  readonly forget: (accountId: string) => Promise<void>
  readonly bytesOf: (fileKey: string) => Promise<Blob | undefined>
  readonly reread: () => Promise<void>
}

/** What people wrote without a network, kept on the device and sent while the page is open (S-159, S-194). */
export function makeOutbox(opening: Promise<OutboxStore>): Outbox {
  let items: readonly OutboxItem[] | undefined
  let round: Promise<Round> | undefined
  const listeners = new Set<() => void>()
  const senders = new Set<() => void>()
  const tellSenders = () => {
    for (const act of senders) act()
  }
  const show = (next: readonly OutboxItem[]) => {
    items = next.toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1))
    for (const listener of listeners) listener()
  }
  const setOne = (item: OutboxItem) => show([...(items ?? []).filter(({ id }) => id !== item.id), item])
  const reread = async () => {
    const kept = await (await opening).list()
    const underWay = (items ?? []).filter(({ state }) => state === 'sending')
    show(kept.map((item) => underWay.find(({ id }) => id === item.id) ?? item))
  }
  const keep = async (item: OutboxItem, bytes?: ReadonlyMap<string, Blob>) => {
    await (await opening).put(item, bytes)
    setOne(item)
  }
  const find = (id: string) => items?.find((item) => item.id === id)
  const remove = async (id: string) => {
    const item = find(id)
    if (item?.state === 'sending') return
    await (await opening).remove(id, item?.files.map(({ key }) => key) ?? [])
    show((items ?? []).filter((one) => one.id !== id))
  }
  const add = async <Id extends CommandId>(item: NewItem<Id>) => {
    if (items === undefined) await reread()
    if (find(item.id) !== undefined) return
    await keep(toItem(item), new Map(item.files.map(({ key, bytes }) => [key, bytes])))
    tellSenders()
  }
  const sendRound = async (accountId: string): Promise<Round> => {
    await reread()
    const store = await opening
    const received: OutboxItem[] = []
    const tried = new Set<string>()
    const next = () =>
      items?.find((item) => item.accountId === accountId && item.state === 'waiting' && !tried.has(item.id))
    // What is added meanwhile goes out in the same round.
    for (let item = next(); item !== undefined; item = next()) {
      tried.add(item.id)
      const { item: after, stop } = await sendOne(item, store, setOne)
      await keep(after)
      if (after.state === 'received') {
        await store.dropBytes(after.files.map(({ key }) => key))
        received.push(after)
      }
      if (stop !== undefined) return { received, stop }
    }
    return { received, stop: undefined }
  }
  return {
    items: () => items,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    whenAdded: (act) => {
      senders.add(act)
      return () => senders.delete(act)
    },
    add,
    replace: async (id, item) => {
      await add(item)
      await remove(id)
    },
    sendAll: (accountId) => {
      round ??= alone(() => sendRound(accountId)).finally(() => {
        round = undefined
      })
      return round
    },
    sendAgain: async (id) => {
      const item = find(id)
      // What was refused has left no receipt, so that the same key serves again; files that arrived are not sent twice.
      if (item?.state === 'look') await keep({ ...item, state: 'waiting', failure: null, failures: 0 })
      tellSenders()
    },
    remove,
    forget: async (accountId) => {
      await reread()
      for (const { id } of (items ?? []).filter((item) => item.accountId === accountId)) await remove(id)
    },
    bytesOf: async (fileKey) => (await opening).bytesOf(fileKey),
    reread,
  }
}

function toItem({ files, ...item }: NewItem): OutboxItem {
  return {
    ...item,
    files: files.map(({ key, upload: by, input, name, idAt }) => ({
      key,
      upload: by,
      input,
      name,
      idAt,
      sentId: null,
    })),
    writtenAt: instantIn(0),
    state: 'waiting',
    failure: null,
    failures: 0,
    answer: null,
  }
}

/** Files first, each under its own receipt, then the command with their identifiers. */
async function sendOne(item: OutboxItem, store: OutboxStore, show: (item: OutboxItem) => void) {
  let current: OutboxItem = { ...item, state: 'sending', failure: null }
  show(current)
  try {
    for (const file of current.files) {
      if (file.sentId !== null) continue
      const bytes = await store.bytesOf(file.key)
      if (bytes === undefined) throw new TypeError('the file is gone from this device')
      // Typed when it was put in.
      const input = file.input as InputOf<UploadId>
      const answer = await upload(file.upload, input, bytes, file.key, (share) => show({ ...current, share }))
      const sentId = readAt(answer, file.idAt)
      const files = current.files.map((one) => (one.key === file.key ? { ...one, sentId } : one))
      current = { ...current, files }
      await store.put({ ...current, state: 'waiting' })
      show(current)
    }
    // Typed when it was put in; only marks were replaced, by text.
    const input = fillMarks(current.input, current.files) as InputOf<CommandId>
    const answer: unknown = await command(current.command, input, current.id)
    return { item: { ...current, state: 'received', answer } satisfies OutboxItem, stop: undefined }
  } catch (error) {
    return afterFailure(current, error)
  }
}

/** One page of a device sends at a time. Where the browser has no locks, the receipts keep two pages from doing it twice. */
async function alone(work: () => Promise<Round>): Promise<Round> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (locks === undefined) return work()
  return locks.request('steward.outbox', { ifAvailable: true }, (lock) =>
    lock === null ? { received: [], stop: 'no-answer' as const } : work(),
  )
}
