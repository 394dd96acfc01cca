// Runs a TypeScript file of the repository under Node 24: node scripts/run.mjs <file.ts> arguments…
import { demandNode, ensureInstalled, environmentOf, fail, findNode24, run } from './node24.mjs'

demandNode()
const [file, ...args] = process.argv.slice(2)
if (!file) fail('用法：node scripts/run.mjs 文件.ts', 'Usage: node scripts/run.mjs file.ts')
await ensureInstalled()
const node24 = findNode24()
process.exit(await run(node24, [file, ...args], { env: environmentOf(node24) }))
