import type { OutboxItem } from './outbox-item.ts'

/** Where items and the bytes of their files are kept on this device. */
export type OutboxStore = {
  readonly list: () => Promise<OutboxItem[]>
  /** Writes the item, and the bytes of its files in the same step. */
  readonly put: (item: OutboxItem, bytes?: ReadonlyMap<string, Blob>) => Promise<void>
  readonly bytesOf: (fileKey: string) => Promise<Blob | undefined>
  readonly remove: (id: string, fileKeys: readonly string[]) => Promise<void>
  readonly dropBytes: (fileKeys: readonly string[]) => Promise<void>
  /** False where the browser keeps nothing, as in some private windows: then closing the page loses what waits. */
  readonly lasting: boolean
}

const NAME = 'steward.outbox'
const ITEMS = 'items'
const BYTES = 'bytes'
type KeptBytes = { readonly type: string; readonly bytes: ArrayBuffer }

/** The device's own database; in memory where there is none. */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    return databaseStore(await openDatabase())
  } catch {
    return memoryStore()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(ITEMS, { keyPath: 'id' })
      opening.result.createObjectStore(BYTES)
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
    opening.onblocked = () => reject(new Error('blocked'))
  })
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not read'))
  })
}

function databaseStore(database: IDBDatabase): OutboxStore {
  const write = (work: (items: IDBObjectStore, bytes: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const step = database.transaction([ITEMS, BYTES], 'readwrite')
      step.oncomplete = () => resolve()
      step.onabort = () => reject(step.error ?? new Error('not written'))
      work(step.objectStore(ITEMS), step.objectStore(BYTES))
    })
  return {
    lasting: true,
    list: () => answerOf<OutboxItem[]>(database.transaction(ITEMS).objectStore(ITEMS).getAll()),
    put: async (item, bytes = new Map()) => {
      // Buffers, not blobs: some browsers keep no blobs in private windows. Read before the step, which ends when idle.
      const kept = await Promise.all(
        [...bytes].map(async ([key, blob]) => [key, await toKept(blob)] as const),
      )
      await write((items, files) => {
        items.put(item)
        for (const [key, each] of kept) files.put(each, key)
      })
    },
    bytesOf: async (fileKey) => {
      const kept = await answerOf<KeptBytes | undefined>(
        database.transaction(BYTES).objectStore(BYTES).get(fileKey),
      )
      return kept && new Blob([kept.bytes], { type: kept.type })
    },
    remove: (id, fileKeys) =>
      write((items, files) => {
        items.delete(id)
        for (const key of fileKeys) files.delete(key)
      }),
    dropBytes: (fileKeys) =>
      write((_, files) => {
        for (const key of fileKeys) files.delete(key)
      }),
  }
}

async function toKept(blob: Blob): Promise<KeptBytes> {
  return { type: blob.type, bytes: await blob.arrayBuffer() }
}

export function memoryStore(): OutboxStore {
  const items = new Map<string, OutboxItem>()
  const files = new Map<string, Blob>()
  const dropBytes = (fileKeys: readonly string[]) => {
    for (const key of fileKeys) files.delete(key)
    return Promise.resolve()
  }
  return {
    lasting: false,
    list: () => Promise.resolve([...items.values()]),
    put: (item, bytes = new Map()) => {
      items.set(item.id, item)
      for (const [key, blob] of bytes) files.set(key, blob)
      return Promise.resolve()
    },
    bytesOf: (fileKey) => Promise.resolve(files.get(fileKey)),
    remove: (id, fileKeys) => {
      items.delete(id)
      return dropBytes(fileKeys)
    },
    dropBytes,
  }
}
