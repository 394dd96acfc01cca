// npm start [-- --full|--empty|--port N]: installs, builds the web pages and runs the server.
import { demandNode, ensureInstalled, environmentOf, fail, findNode24, run } from './node24.mjs'
import { buildWeb } from './build-web.mjs'

demandNode()
await ensureInstalled()
const node24 = findNode24()
if (!(await buildWeb(node24)))
  fail('网页没能生成，见上面的信息', 'The web pages could not be built; see above')
const env = environmentOf(node24, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
// Young garbage goes in small portions: a third less memory under load (docs/operations/deploy.md).
process.exit(
  await run(node24, ['--max-semi-space-size=8', 'server/main.ts', ...process.argv.slice(2)], { env }),
)
