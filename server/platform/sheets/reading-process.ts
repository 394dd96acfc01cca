// Runs as a process of its own with little memory: limits in the arguments, the file on its input, lines on its output.
import { readBytes } from './reading.ts'
import { type ReadLimits, type SheetLine, UnreadableSheet } from './sheet.ts'

const PIECE = 65_536

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

let waiting = ''
function pass(line: SheetLine): void {
  waiting += `${JSON.stringify(line)}\n`
  if (waiting.length < PIECE) return
  process.stdout.write(waiting)
  waiting = ''
}

const limits: ReadLimits = JSON.parse(process.argv[2] ?? '{}')
try {
  await readBytes(await readInput(), limits, pass)
} catch (error) {
  if (!(error instanceof UnreadableSheet)) throw error
  pass({ code: error.code, details: error.details })
}
process.stdout.write(waiting)
