import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KEY_BYTES = 32

/** The master key: from STEWARD_KEY, else from the data folder, made on the first start (file mode 0600). Refuses a key of another length. */
export function openMasterKey(folder: string, fromEnvironment: string | undefined): Uint8Array {
  if (fromEnvironment !== undefined) return decode(fromEnvironment, 'STEWARD_KEY')
  const keys = join(folder, 'keys')
  const file = join(keys, 'master.key')
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return decode(readFileSync(file, 'utf8'), file)
}

function decode(text: string, where: string): Uint8Array {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== KEY_BYTES) throw new Error(`${where} must hold ${KEY_BYTES} bytes in base64`)
  return bytes
}
