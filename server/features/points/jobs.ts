import { isLate, scoringDueOn } from '@steward/domain/points/month.ts'
import { addDays, addToMonth, startOfDay, toPlainMonth, yearOf } from '@steward/domain/shared/plain-date.ts'
import { openThings } from '#features/messages/queries.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { defineJob, type Job, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { sweepJob } from './jobs-sweep.ts'
import { listWithoutBase } from './queries-base.ts'
import { openManyPostings } from './queries-bulk.ts'
import { listUnbegun } from './queries-month-due.ts'
import { sealLedger } from './queries-seal.ts'

/** Takes what was posted until midnight into the log; the root is the day's (docs/ledger.md). */
const seal = defineJob({
  name: 'points-seal',
  payload: z.object({}),
  async run(context) {
    const midnight = startOfDay(context.today)
    await sealLedger(context, addDays(context.today, -1), true, { until: midnight })
  },
})

const PEOPLE_AT_ONCE = 2000

/** Gives the flat base to whoever begins a year, or came in the course of it, and has none. */
const bases = defineJob({
  name: 'points-bases',
  payload: z.object({}),
  transaction: false,
  async run(context) {
    const { today } = context
    const year = yearOf(today)
    const all = await context.inTransaction(({ tx }) => listWithoutBase(tx, year, today))
    for (let start = 0; start < all.length; start += PEOPLE_AT_ONCE) {
      const part = all.slice(start, start + PEOPLE_AT_ONCE)
      await context.inTransaction(async (inner) => {
        const versions = await loadVersions(inner.tx)
        const facts = await findScoringFacts(inner.tx, part, today)
        const postings = await openManyPostings(inner, { memberIds: part, year })
        const people = [...facts.values()].flatMap(({ memberId, orgId, ...own }) => {
          const version = schemeForMember(versions, own, toPlainMonth(today))
          return version?.scored === true ? [{ memberId, orgId, version, deedOn: today }] : []
        })
        await postings.begin(inner, people)
      })
      await context.progress(start + part.length, all.length)
    }
  },
})

const MINUTES = 12

/** Asks each branch for the month that is over until its scoring is due; once, and never louder. */
const due = defineJob({
  name: 'points-months-due',
  payload: z.object({}),
  async run({ tx, now, today, newId }) {
    const month = addToMonth(toPlainMonth(today), -1)
    const dueOn = scoringDueOn(month)
    const branches = (await listUnbegun(tx, month)).filter(
      ({ state }) => state === 'open' || isLate(state, month, today),
    )
    await openThings(
      tx,
      branches.map(({ orgId, orgName }) => ({
        id: newId(),
        key: `points-month-${orgId}-${month}`,
        kind: 'points-month.review',
        to: { permission: 'points-month.move' },
        orgId,
        facts: { month, org: orgName },
        dueOn,
        minutes: MINUTES,
        askedBy: '',
        subjectId: orgId,
        openedAt: now,
      })),
    )
  },
})

export const pointsJobs: readonly Job[] = [seal, bases, due, sweepJob]
export const pointsRecurring: readonly Recurring[] = [
  { job: seal, cron: '5 16 * * *', why: 'The root of the day stands just after midnight, Beijing time' },
  { job: bases, cron: '15 16 * * *', why: 'Who came yesterday, and everybody on New Year, has a base' },
  { job: due, cron: '30 23 * * *', why: 'On the first working hours of a month branches find what is due' },
]
