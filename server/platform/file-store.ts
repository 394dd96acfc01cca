import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes by content: the same bytes are kept once per county. Rows about them live in the `files` feature. */
export type FileStore = {
  /** Keeps bytes and answers with their SHA-256 in hex. */
  put(county: string, bytes: Uint8Array): Promise<string>
  /** Reads bytes; throws when they are missing or were altered on disk. */
  get(county: string, sha256: string): Promise<Uint8Array>
  has(county: string, sha256: string): boolean
  /** Removes bytes no row names any more. */
  drop(county: string, sha256: string): Promise<void>
}

/** A renamed file outlives a power cut only when its folder was written too; Windows opens no folders and needs none. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const SHA256 = /^[0-9a-f]{64}$/

/** Files below the data folder, two letters a level. */
export function openFileStore(folder: string): FileStore {
  const place = (county: string, sha256: string) => {
    if (!SHA256.test(sha256)) throw new Error('Not the fingerprint of a file')
    return join(folder, 'files', county, sha256.slice(0, 2), sha256)
  }
  return {
    async put(county, bytes) {
      const sha256 = fingerprint(bytes)
      const file = place(county, sha256)
      const before = await readFile(file).catch(() => undefined)
      if (before !== undefined && fingerprint(before) === sha256) return sha256
      await mkdir(join(file, '..'), { recursive: true })
      // A crash leaves a .part file, never a short file under the final name.
      const part = `${file}.${randomBytes(6).toString('hex')}.part`
      await writeFile(part, bytes, { flush: true })
      await rename(part, file)
      await flushFolder(join(file, '..'))
      return sha256
    },
    async get(county, sha256) {
      const bytes = await readFile(place(county, sha256))
      if (fingerprint(bytes) !== sha256) throw new Error(`File ${sha256} was altered on disk`)
      return bytes
    },
    has: (county, sha256) => SHA256.test(sha256) && existsSync(place(county, sha256)),
    async drop(county, sha256) {
      await unlink(place(county, sha256)).catch(() => undefined)
    },
  }
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
