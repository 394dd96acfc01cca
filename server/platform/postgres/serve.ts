/**
 * `serve.ts <folder> [--throwaway]`: keeps the embedded server of a folder open until standard input ends or a signal
 * comes, and prints its address. A throwaway server waits for no disk and is removed at the end.
 */
import { rmSync } from 'node:fs'
import { openEmbedded } from './embedded.ts'

const [folder = '', mode] = process.argv.slice(2)
const isThrowaway = mode === '--throwaway'
try {
  const embedded = await openEmbedded({ folder, durable: !isThrowaway, log: (line) => console.error(line) })
  const end = async () => {
    await embedded.stop()
    for (const path of isThrowaway ? [embedded.place, folder] : [])
      rmSync(path, { recursive: true, force: true })
    process.exit(0)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void end())
  process.stdin.on('end', () => void end()).resume()
  console.log(embedded.url)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
