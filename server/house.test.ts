import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { plainDate as day } from '@steward/domain/shared/plain-date.ts'
import { handle } from '#platform/context.ts'
import { defineJob } from '#platform/jobs.ts'
import { defineCommand, defineQuery } from '#platform/operation.ts'
import { z } from 'zod'
import { openHouse } from './testing.ts'

const summary = { zh: '试验', en: 'Trial' }
const done = z.object({ done: z.boolean() })
const declared = { summary, input: z.object({ value: z.string().default('') }), output: done }

const addDay = defineCommand({ ...declared, id: 'trial.add', refusals: ['trial-refused'] })
const forget = defineCommand({ ...declared, id: 'trial.forget' })
const leak = defineQuery({ ...declared, id: 'trial.leak', output: z.object({ seen: z.string() }) })
const everyCounty = defineQuery({ ...declared, id: 'trial.every-county' })
const secretaries = defineCommand({ ...declared, id: 'trial.secretaries' })

const trialJob = defineJob({
  name: 'trial.job',
  payload: z.object({ value: z.string() }),
  async run(context, { value }) {
    await context.progress(1, 2, value)
    await context.tx.insert('setting', settingOf(`job-${value}`, context.now)).execute()
  },
})

function settingOf(area: string, now: Date) {
  return {
    area,
    version_no: 1,
    from_on: day('2026-01-01'),
    value: JSON.stringify({}),
    decided_by: '试验',
    decided_at: now,
  }
}

const trials = [
  handle(addDay, async (context, { value }) => {
    context.access.demandSomewhere('member.read')
    await context.tx.insert('setting', settingOf(`trial-${context.newId()}`, context.now)).execute()
    await context.enqueue(trialJob, { value })
    context.keep(async (tx) => {
      await tx.insert('setting', settingOf(`kept-${value}`, context.now)).execute()
    })
    return value === 'refuse' ? refuse('trial-refused', { why: 'asked for' }) : agree({ done: true })
  }),
  handle(forget, async () => agree({ done: true })),
  handle(leak, async (context) => {
    context.access.open('everybody')
    const answer = { seen: 'yes', secret: 'never leaves' }
    return agree(answer)
  }),
  handle(everyCounty, async (context) => {
    context.access.open('everybody')
    await context.tx.raw('trial-every-county', 'select area from setting where $1::uuid is not null', [])
    return agree({ done: true })
  }),
  handle(secretaries, async (context) => {
    context.access.demandSomewhere('organisation.committee')
    return agree({ done: true })
  }),
]

describe('the path every operation takes', async () => {
  const house = await openHouse(trials, [trialJob])
  const settings = (like: string) => house.rows('select 1 from setting where area like $1', [like])

  it('answers 401 without a session and 404 for what does not exist', async () => {
    assert.equal((await house.call(null, 'trial.leak')).status, 401)
    assert.equal((await house.call('hebailu', 'trial.nothing')).status, 404)
  })

  it('fails an operation that never asked for access', async () => {
    assert.equal((await house.call('hebailu', 'trial.forget')).status, 500)
  })

  it('fails a statement on county tables that names no county', async () => {
    assert.equal((await house.call('hebailu', 'trial.every-county')).status, 500)
  })

  it('lets nothing out that the contract does not name', async () => {
    assert.deepEqual((await house.call('hebailu', 'trial.leak')).body, { seen: 'yes' })
  })

  it('names the fields of bad input', async () => {
    const reply = await house.call('hebailu', 'trial.add', { value: 7 })
    assert.equal(reply.status, 400)
    assert.deepEqual(reply.body.problem, {
      code: 'input-invalid',
      details: {},
      fields: [{ path: 'value', message: 'invalid_type' }],
    })
  })

  it('does a command once and answers it as often as its key comes, also twenty at once', async () => {
    const before = (await settings('trial-%')).length
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => house.call('hebailu', 'trial.add', { value: 'x' }, { key: 'once' })),
    )
    assert.deepEqual([...new Set(replies.map((reply) => reply.status))], [200])
    assert.equal((await settings('trial-%')).length, before + 1)
    const other = await house.call('hebailu', 'trial.secretaries', {}, { key: 'once' })
    assert.equal(other.status, 400)
  })

  it('rolls a refusal back with its job, keeps what must outlive it, and writes the audit entry', async () => {
    await house.runJobs()
    const before = (await settings('trial-%')).length
    const reply = await house.call('hebailu', 'trial.add', { value: 'refuse' })
    assert.equal(reply.status, 409)
    assert.deepEqual(reply.body.refusal, { code: 'trial-refused', details: { why: 'asked for' } })
    assert.equal((await settings('trial-%')).length, before)
    await house.runJobs()
    assert.equal((await settings('job-refuse')).length, 0)
    assert.equal((await settings('kept-refuse')).length, 1)
    const audit = await house.rows(
      "select outcome from audit_entry where operation = 'trial.add' and outcome = 'trial-refused'",
    )
    assert.equal(audit.length, 1)
  })

  it('runs a job after the commit and shows its progress', async () => {
    await house.call('hebailu', 'trial.add', { value: 'progress' })
    await house.runJobs()
    assert.equal((await settings('job-progress')).length, 1)
    assert.equal((await house.rows("select 1 from job_progress where step = 'progress'")).length, 1)
  })

  it('writes a forbidden command into the audit', async () => {
    const reply = await house.call('hebailu', 'trial.secretaries')
    assert.equal(reply.status, 403)
    const rows = await house.rows(
      "select 1 from audit_entry where operation = 'trial.secretaries' and outcome = 'forbidden'",
    )
    assert.equal(rows.length, 1)
  })

  it('refuses a command without the header a foreign form cannot send', async () => {
    const { httpApi } = await import('#platform/http.ts')
    const api = httpApi(house.run, { addressOf: () => '', secure: false, version: 'test' })
    const reply = await api.request('http://localhost/api/trial/add', { method: 'POST', body: '{}' })
    assert.equal(reply.status, 403)
  })

  it('R-303: the server can neither change nor delete what must only grow', async () => {
    for (const text of [
      'update audit_entry set outcome = outcome',
      'delete from audit_entry',
      'truncate setting',
    ]) {
      await assert.rejects(house.pool.query(text), { code: '42501' })
    }
  })
})
