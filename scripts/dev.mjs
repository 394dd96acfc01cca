// npm run dev [-- arguments of the server]: the server and both faces, started again as their files change.
import { demandNode, ensureInstalled, environmentOf, findNode24, root, run, toolPath } from './node24.mjs'

demandNode()
await ensureInstalled()
const node24 = findNode24()
const args = process.argv.slice(2)
const named = args.indexOf('--port')
const port = (named >= 0 ? args[named + 1] : process.env.PORT) ?? '8080'
const env = environmentOf(node24, { NODE_ENV: 'development', STEWARD_API: `http://127.0.0.1:${port}` })
const face = (name) =>
  run(node24, [toolPath('vite'), '--config', `${root}/web/vite.${name}.config.ts`], { env })
console.log('电脑端 · PC http://localhost:5173/   手机端 · phone http://localhost:5174/m/')
const code = await Promise.race([
  run(node24, ['--watch', '--watch-preserve-output', 'server/main.ts', ...args], { env }),
  face('pc'),
  face('mobile'),
])
// the others of our group end with us
process.exitCode = code
process.kill(process.pid, 'SIGTERM')
