import { type Actor, type Context, GUEST, type JobContext } from './context.ts'
import { type Client, countyTx, onConnection } from './db.ts'
import type { MakeJobContext } from './jobs.ts'
import { contextOf, type Parts, tracesOf } from './run.ts'

/** An actor for background work: the system by name, or the account it works for. It holds no permission; jobs do what was already allowed. */
export function systemActor(name: string, accountId: string | null = null): Actor {
  return { ...GUEST, kind: 'system', name, accountId }
}

/** How jobs get their contexts: one transaction for the whole run, or several through `inTransaction`. */
export function jobContexts(parts: Omit<Parts, 'handlers' | 'identify'>): MakeJobContext {
  return ({ county, accountId, actorName, jobId }) => {
    const actor = systemActor(actorName, accountId)
    const contextOn = (client: Client): Context =>
      contextOf(parts, {}, { actor, now: parts.now(), client, traces: tracesOf(county) }, county)
    const jobContextOn = (client: Client): JobContext => ({
      ...contextOn(client),
      progress: (done, all, step = '') => saveProgress(parts, county, jobId, done, all, step),
      inTransaction: (work) => onConnection(parts.pool, true, (inner) => work(contextOn(inner))),
    })
    return {
      run: (transaction, work) =>
        onConnection(parts.pool, transaction, (client) => work(jobContextOn(client))),
    }
  }
}

/** Progress is written outside the transaction of the work, so that others see it at once. */
async function saveProgress(
  parts: Omit<Parts, 'handlers' | 'identify'>,
  county: string,
  jobId: string,
  done: number,
  all: number,
  step: string,
): Promise<void> {
  await onConnection(parts.pool, false, async (client) => {
    await countyTx(client, county).raw(
      'progress-save',
      `insert into job_progress (county_id, job_id, done, all_count, step, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (county_id, job_id) do update set done = $3, all_count = $4, step = $5, at = $6`,
      [jobId, done, all, step, parts.now()],
    )
  })
}
