import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { EntryAuthor } from '@steward/domain/shared/adverse-gate.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import {
  closeCountyYear as closeCountyByRule,
  closeYear,
  signGap,
  type YearRefusal,
} from '@steward/domain/year/year-close.ts'
import { closeThing } from '#features/messages/queries.ts'
import { findOrg, lockOrg, type Org } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { closeBelowJob } from './jobs-close.ts'
import { closeBranchYear, closeCountyYear, closeYearsBelow, signYearGap } from './operations-year.ts'
import { findCountyOrg, loadCountyState } from './queries.ts'
import { closeBranches, closeCounty, toClosing } from './queries-close.ts'
import { insertGap, loadBranchYears, loadYearsBelow, toYearFacts } from './queries-facts.ts'
import { findRun, insertRun } from './queries-run.ts'
import { thingKeyOf } from './queries-things.ts'

const authorOf = ({ actor }: Context): EntryAuthor & { kind: 'person' } => ({
  kind: 'person',
  accountId: actor.accountId ?? problem('forbidden'),
})

/** The branch held, once the caller may see the year there and close it, from the branch or from above. */
async function lockToClose(context: Context, orgId: string): Promise<Org> {
  const { tx, access } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('year.read', target)
  if (!access.can('year.close', target)) access.demand('year.close-below', target)
  return await lockOrg(tx, orgId)
}

const sign = handle(signYearGap, async (context, { orgId, year, link, reason, signerName }) => {
  const { tx, actor, today } = context
  await lockToClose(context, orgId)
  const [branch] = await loadBranchYears(tx, [orgId], year)
  if (branch === undefined) return refuse('year-only-for-branches')
  if (branch.closing !== null) return refuse('year-closed')
  const { links } = toYearFacts(branch)
  const author = authorOf(context)
  const signed = signGap({ link, reason, signerName }, { links, gaps: branch.gaps }, author, today)
  if (!signed.ok) return narrowGap(signed)
  const openCount = links.find((each) => each.link === link)?.open ?? 0
  await insertGap(tx, {
    ...{ id: context.newId(), orgId, year, link, openCount },
    ...{ reason: signed.value.reason, signerName: signed.value.signerName },
    ...{ by: actor.name, accountId: author.accountId, on: today },
  })
  context.note({ orgId, year, link })
  return agree({})
})

type GapRefusal = Extract<
  YearRefusal,
  | 'year-by-machine'
  | 'year-gap-needs-reason'
  | 'year-gap-needs-signer'
  | 'year-link-complete'
  | 'year-gap-signed-already'
>
const gapRefusals: readonly string[] = [
  'year-by-machine',
  'year-gap-needs-reason',
  'year-gap-needs-signer',
  'year-link-complete',
  'year-gap-signed-already',
]
const isGapRefusal = (code: string): code is GapRefusal => gapRefusals.includes(code)

function narrowGap({ code, details }: Extract<Decision<never, YearRefusal>, { ok: false }>) {
  if (!isGapRefusal(code)) throw new Error(`A gap is not refused as ${code}`)
  return refuse(code, details)
}

const close = handle(closeBranchYear, async (context, { orgId, year }) => {
  const { tx, actor, now, today } = context
  await lockToClose(context, orgId)
  const [branch] = await loadBranchYears(tx, [orgId], year)
  if (branch === undefined) return refuse('year-only-for-branches')
  const { facts } = toYearFacts(branch)
  const state = branch.closing === null ? 'open' : 'closed'
  const closed = closeYear(state, year, facts, authorOf(context), today)
  if (!closed.ok) return narrowClose(closed)
  const by = { name: actor.name, accountId: actor.accountId }
  const [done] = await closeBranches(context, { year, by }, [toClosing(branch)])
  if (done === undefined) return refuse('year-closed')
  await closeThing(tx, thingKeyOf(orgId, year), actor, now)
  context.note({ orgId, year, closingId: done.closingId, members: done.members })
  return agree({ members: done.members, carried: done.carried, points: done.carriedPoints })
})

type CloseRefusal = Exclude<YearRefusal, 'year-branches-open' | `year-gap-${string}` | 'year-link-complete'>
const isCloseRefusal = (code: YearRefusal): code is CloseRefusal =>
  code !== 'year-branches-open' && code !== 'year-link-complete' && !code.startsWith('year-gap-')

function narrowClose({ code, details }: Extract<Decision<never, YearRefusal>, { ok: false }>) {
  if (!isCloseRefusal(code)) throw new Error(`A year is not refused as ${code}`)
  return refuse(code, details)
}

/** Somebody above closes what is ready below, in the background and in the own name. */
const below = handle(closeYearsBelow, async (context, { orgId, year }) => {
  const { tx, access, today } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('year.read', { path: org.path })
  access.demand('year.close-below', { path: org.path })
  await lockOrg(tx, orgId)
  const running = await findRun(tx, orgId, year)
  if (running?.endedAt === null) return refuse('year-run-running', { done: running.done, all: running.all })
  const author = authorOf(context)
  const ready = (await loadYearsBelow(tx, org.path, year)).filter(
    (branch) =>
      branch.closing === null && closeYear('open', year, toYearFacts(branch).facts, author, today).ok,
  )
  if (ready.length === 0) return refuse('year-nothing-ready')
  const { accountId } = author
  const runId = await insertRun(context, { orgId, year, all: ready.length, accountId })
  const orgIds = ready.map((branch) => branch.orgId)
  await context.enqueue(closeBelowJob, { runId, year, orgIds }, { key: runId })
  context.note({ orgId, year, branches: ready.length })
  return agree({ branches: ready.length })
})

const county = handle(closeCountyYear, async (context, { year }) => {
  const { tx, access, actor, today } = context
  const org = (await findCountyOrg(tx)) ?? problem('not-found')
  access.demand('year.close-county', { path: org.path })
  if (today < plainDate(`${year + 1}-01-01`)) return refuse('year-not-over', { count: 1 })
  await lockOrg(tx, org.id)
  const { county: standing } = await loadCountyState(tx, org.path, year)
  const open = (await loadYearsBelow(tx, org.path, year)).filter(({ closing }) => closing === null).length
  const closed = closeCountyByRule(standing === null ? 'open' : 'closed', open, authorOf(context))
  if (!closed.ok) {
    const { code, details } = closed
    if (code === 'year-closed' || code === 'year-branches-open') return refuse(code, details)
    throw new Error(`The year of a county is not refused as ${code}`)
  }
  await closeCounty(context, {
    ...{ year, countyOrgId: org.id },
    by: { name: actor.name, accountId: actor.accountId },
  })
  context.note({ year })
  const { carried } = await loadCountyState(tx, org.path, year)
  return agree({ members: carried.members, carried: carried.carried, points: carried.points })
})

export const closeHandlers: readonly Handled[] = [sign, close, below, county]
