import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { Cell, CellRange, ReadLimits, Sheet, SheetLine, SheetRefusal } from './sheet.ts'

const PROGRAM = fileURLToPath(new URL('reading-process.ts', import.meta.url))
const MOST_ERROR_TEXT = 2000
/** May read our own program, may not write, start anything or load add-ons. */
const FLAGS = ['--permission', '--allow-fs-read=*', '--disable-warning=SecurityWarning']

export type ReadSettings = ReadLimits & {
  /** Memory of the reading process. */
  readonly memoryMb: number
  readonly seconds: number
}

const PRESET: ReadSettings = { maxRows: 60_000, maxUnpackedBytes: 200_000_000, memoryMb: 320, seconds: 60 }

/**
 * Reads .xlsx, .csv (UTF-8, UTF-16 or GB18030) and web or XML tables saved under such a name, in a process of its own
 * that may not write and dies of too much memory or time alone. Refuses files it cannot read, never rows.
 */
export async function readSheets(
  bytes: Uint8Array,
  settings: Partial<ReadSettings> = {},
): Promise<Decision<readonly Sheet[], SheetRefusal>> {
  const { memoryMb, seconds, ...limits } = { ...PRESET, ...settings }
  const gathered = gatherSheets()
  const ended = await runReader(bytes, [JSON.stringify(limits)], memoryMb, seconds, gathered.line)
  if (ended.tooSlow) return refuse('sheet-too-slow', { seconds })
  if (ended.exitCode !== 0) {
    // Node ends itself with SIGABRT (134 in a shell) when its memory is used up.
    if (ended.signal === 'SIGABRT' || ended.exitCode === 134) return refuse('sheet-too-large')
    throw new Error(`Reading a sheet failed: ${ended.errorText}`)
  }
  return gathered.answer()
}

type Draft = { readonly name: string; readonly rows: (readonly Cell[])[]; readonly merged: CellRange[] }
const EMPTY_ROW: readonly Cell[] = []

function gatherSheets() {
  const sheets: Draft[] = []
  let refused: { code: SheetRefusal; details: Readonly<Record<string, string | number>> } | undefined
  return {
    line(text: string): void {
      // The process is our own program; its lines have this form.
      const line = JSON.parse(text) as SheetLine
      const sheet = sheets.at(-1)
      if ('sheet' in line) sheets.push({ name: line.sheet, rows: [], merged: [] })
      else if ('code' in line) refused = line
      else if (sheet === undefined) return
      else if ('merged' in line) sheet.merged.push(line.merged)
      else {
        const [number, cells] = line
        while (sheet.rows.length < number - 1) sheet.rows.push(EMPTY_ROW)
        sheet.rows[number - 1] = cells
      }
    },
    answer(): Decision<readonly Sheet[], SheetRefusal> {
      return refused === undefined ? agree(sheets) : refuse(refused.code, refused.details)
    },
  }
}

type Ended = { exitCode: number | null; signal: string | null; errorText: string; tooSlow: boolean }

async function runReader(
  bytes: Uint8Array,
  limits: string[],
  memoryMb: number,
  seconds: number,
  onLine: (line: string) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, ...FLAGS, PROGRAM, ...limits], {
    stdio: 'pipe',
    env: {},
  })
  let errorText = ''
  let tooSlow = false
  child.stderr.on('data', (chunk: Buffer) => {
    if (errorText.length < MOST_ERROR_TEXT) errorText += chunk.toString('utf8')
  })
  // A reader that ended early closes its input; its exit says why.
  child.stdin.on('error', () => undefined)
  const limit = setTimeout(() => {
    tooSlow = true
    child.kill('SIGKILL')
  }, seconds * 1000)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, errorText, tooSlow }))
  })
  child.stdin.end(bytes)
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })
  lines.on('line', onLine)
  try {
    return await ended
  } finally {
    clearTimeout(limit)
  }
}
