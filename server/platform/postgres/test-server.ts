import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from '#platform/start-problem.ts'
import { joinEmbedded, openEmbedded } from './embedded.ts'

/**
 * A PostgreSQL for tests, superuser address. The one of this run of `npm test` (STEWARD_TEST_DB_URL, which may name
 * any PostgreSQL 15 or newer); without it a server in the temporary folder that keeps running for the next run.
 */
export async function testServer(): Promise<{ url: string }> {
  const given = process.env['STEWARD_TEST_DB_URL']
  if (given) return { url: given }
  const folder = join(tmpdir(), `branch-steward-test-${process.getuid?.() ?? 'user'}`)
  demandOwnFolder(folder)
  for (let attempt = 0; ; attempt++) {
    const running = await joinEmbedded(folder)
    if (running) return { url: running.url }
    try {
      const opened = await openEmbedded({ folder, durable: false, log: () => undefined })
      opened.leave()
      return { url: opened.url }
    } catch (error) {
      // another test file is starting it in this moment
      const isTaken = error instanceof StartProblem && error.code === 'data-folder-in-use'
      if (!isTaken || attempt === 150) throw error
      await wait(200)
    }
  }
}

/** Everybody may write to the temporary folder; a stranger's server would see our statements. */
function demandOwnFolder(folder: string) {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid
  if (owner !== undefined && process.getuid && owner !== process.getuid()) {
    throw new StartProblem(
      'test-folder-of-another',
      `${folder} 属于别人`,
      'the test folder belongs to somebody else',
    )
  }
}
