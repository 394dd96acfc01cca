import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#platform/start-problem.ts'

const KEY_BYTES = 32

/** The master key: from STEWARD_KEY, else from the data folder, made on the first start (file mode 0600). Refuses a key of another length. */
export function openMasterKey(folder: string, fromEnvironment: string | undefined): Uint8Array {
  if (fromEnvironment !== undefined) return decode(fromEnvironment, 'STEWARD_KEY')
  const keys = join(folder, 'keys')
  const file = join(keys, 'master.key')
  const known = read(file)
  if (known !== undefined) return decode(known, file)
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  // Written whole beside its place first: a crash leaves no half key, and of two at once the first one's key counts.
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true })
  place(draft, file)
  return decode(readFileSync(file, 'utf8'), file)
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function place(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      // A disk without hard links.
      renameSync(draft, file)
      return
    }
  }
  unlinkSync(draft)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function decode(text: string, where: string): Uint8Array {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length === KEY_BYTES) return bytes
  throw new StartProblem(
    'key-invalid',
    `${where} 里的密钥不是 ${KEY_BYTES} 字节的 base64`,
    `${where} must hold ${KEY_BYTES} bytes in base64`,
  )
}
