import { Logger, parseCronItems, type Runner, run, runOnce } from 'graphile-worker'
import { z } from 'zod'
import type { JobContext } from './context.ts'
import type { CountyTx, Pool } from './db.ts'

/** Background work as data. `run` may happen twice and must not do harm then. */
export type Job<Payload extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly payload: Payload
  /** Whether the whole run is one transaction (the rule); otherwise it uses `inTransaction` itself. */
  readonly transaction: boolean
  readonly run: (context: JobContext, payload: z.output<Payload>) => Promise<void>
}

/** Declares a job. */
export function defineJob<Payload extends z.ZodType>(job: {
  name: string
  payload: Payload
  transaction?: boolean
  run: (context: JobContext, payload: z.output<Payload>) => Promise<void>
}): Job<Payload> {
  return { transaction: true, ...job }
}

export type EnqueueOptions = {
  readonly runAt?: Date
  /** A second job with the same key replaces the first while it waits. */
  readonly key?: string
}

/** What travels with a payload: whose county, and for whom. */
const Envelope = z.object({
  county: z.uuid(),
  accountId: z.uuid().nullable(),
  actorName: z.string(),
  payload: z.unknown(),
})
type Envelope = z.infer<typeof Envelope>

/** Adds a job in the caller's transaction, so that a rolled-back operation leaves no job. */
export async function enqueue<Payload extends z.ZodType>(
  tx: CountyTx,
  actor: { accountId: string | null; name: string },
  job: Job<Payload>,
  payload: z.input<Payload>,
  options: EnqueueOptions = {},
): Promise<void> {
  const envelope: Envelope = { county: tx.county, accountId: actor.accountId, actorName: actor.name, payload }
  await tx.raw(
    'job-add',
    'select steward_add_job($2, $3::json, $4::timestamptz, $5) where $1::uuid is not null /* county_id in payload */',
    [job.name, JSON.stringify(envelope), options.runAt ?? null, options.key ?? null],
  )
}

export type MakeJobContext = (envelope: {
  county: string
  accountId: string | null
  actorName: string
  jobId: string
}) => { run(transaction: boolean, work: (context: JobContext) => Promise<void>): Promise<void> }

function taskList(jobs: readonly Job[], make: MakeJobContext) {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (raw: unknown, info: { job: { id: string } }) => {
        const envelope = Envelope.parse(raw)
        const payload = job.payload.parse(envelope.payload)
        await make({ ...envelope, jobId: info.job.id }).run(job.transaction, (context) =>
          job.run(context, payload),
        )
      },
    ]),
  )
}

/** Work that comes back by the clock, once for each county. `cron` is in UTC (Beijing time less eight hours). */
export type Recurring = { readonly job: Job; readonly cron: string; readonly why: string }

const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`worker: ${message}\n`)
})

/** Starts the worker beside the server on the owner's pool. */
export async function startWorker(
  pool: Pool,
  jobs: readonly Job[],
  make: MakeJobContext,
  recurring: readonly Recurring[] = [],
): Promise<Runner> {
  const everyCounty = Object.fromEntries(
    recurring.map(({ job }) => [
      `each-county:${job.name}`,
      async () => {
        const counties = await pool.query<{ id: string }>('select id from county order by id')
        for (const { id } of counties.rows) {
          const envelope: Envelope = { county: id, accountId: null, actorName: 'recurring', payload: {} }
          await pool.query('select steward_add_job($1, $2::json, null, $3)', [
            job.name,
            JSON.stringify(envelope),
            `${job.name}:${id}`,
          ])
        }
      },
    ]),
  )
  return run({
    pgPool: pool,
    taskList: { ...taskList(jobs, make), ...everyCounty },
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quietLogger,
    parsedCronItems: parseCronItems(
      recurring.map(({ job, cron }) => ({
        task: `each-county:${job.name}`,
        match: cron,
        identifier: job.name,
      })),
    ),
  })
}

/** Runs all waiting jobs and returns; for tests, the demo and the operator's command. */
export async function runWaitingJobs(pool: Pool, jobs: readonly Job[], make: MakeJobContext): Promise<void> {
  await runOnce({ pgPool: pool, taskList: taskList(jobs, make), noHandleSignals: true, logger: quietLogger })
}
