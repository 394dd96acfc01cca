// The one PostgreSQL of a run of the tests.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './node24.mjs'

/** Starts it. `url` is answered when it takes connections; `stop` ends it, and so does our own death. */
export function startTestServer(node24) {
  const given = process.env.STEWARD_TEST_DB_URL
  if (given) return { url: Promise.resolve(given), stop: () => Promise.resolve() }
  const folder = join(tmpdir(), `branch-steward-run-${randomUUID()}`)
  const program = ['server/platform/postgres/serve.ts', folder, '--throwaway']
  // a group of its own, so that Ctrl-C reaches it only through us, when the steps have ended
  const child = spawn(node24, program, { cwd: root, stdio: 'pipe', detached: true })
  let said = ''
  child.stderr.on('data', (data) => (said += data))
  const exit = new Promise((resolve) => child.once('close', resolve))
  const url = new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()))
    void exit.then(() => reject(new Error(`The test database did not start: ${said.trim()}`)))
  })
  url.catch(() => undefined)
  return {
    url,
    async stop() {
      child.stdin.end()
      await exit
    },
  }
}
