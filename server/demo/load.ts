import { MEMBER_ROLE, ROLES, type Role } from '@steward/domain/access/roles.ts'
import { plainDate, toPlainMonth, yearOf } from '@steward/domain/shared/plain-date.ts'
import { pledgesOfDemo } from '#features/pledges/demo.ts'
import { insertOrgs } from '#features/organisation/queries-bulk.ts'
import { seedCalendar } from '#features/organisation/queries-calendar.ts'
import { noteDefects } from '#features/organisation/queries-defect.ts'
import { seedFirstSchemes, seedSchemes } from '#features/schemes/queries.ts'
import { insertAccounts, insertGrants } from '#features/sign-in/queries-accounts.ts'
import { insertCounty } from '#features/sign-in/queries-installation.ts'
import type { Context } from '#platform/context.ts'
import { jobContexts } from '#platform/job-context.ts'
import { newIdAt } from '#platform/new-id.ts'
import { hashPassword } from '#platform/passwords.ts'
import { pinyinOfPerson } from '#platform/pinyin.ts'
import type { Parts, Run } from '#platform/run.ts'
import {
  CAST,
  CAST_ORGS,
  type CastName,
  DEMO_COUNTY,
  DEMO_PASSWORD,
  OTHER_COUNTY,
  OTHER_OFFICER,
} from './cast.ts'
import { fillActivity } from './fill-activity.ts'
import { fillCounty, type FilledCounty, type FilledMember } from './fill-county.ts'
import type { Accounts } from './fill-appraisals.ts'
import { fillLoop, type Reviewer, type Reviewers } from './fill-loop.ts'
import { fillYearBefore, type YearBeforeOf } from './fill-years.ts'
import { demoPlan } from './plan/plan.ts'
import type { DemoPlan } from './plan/plan-types.ts'
import { makeRoom } from './take-statistics.ts'

/** Changes with the cast or the plan, so that test templates are made anew. */
export const castVersion = '10'

type Say = (line: string) => void
type Content = 'small' | 'full' | 'empty'
type DemoParts = Omit<Parts, 'handlers' | 'identify'>

/** What the terminal announces after the start. */
export type FirstContent = {
  /** Whether anything was filled in now; the owner then lets the database count its rows. */
  readonly filled: boolean
  readonly accounts: readonly { accountName: string; name: string; role: string; org: string }[]
}

/** Fills an empty database at the first start, with `run` also a few days of work; a database with a county is left as it is. */
export async function loadDemo(
  parts: DemoParts,
  content: Content,
  say: Say,
  run?: Run,
): Promise<FirstContent> {
  const counties = await parts.pool.query<{ code: string }>('select code from county')
  const filled = counties.rows.length === 0 && content !== 'empty'
  if (filled) {
    say('正在装入演示县，数据都是虚构的 · loading the demo county, all of it invented')
    await loadCounty(parts, DEMO_COUNTY, async (context, passwordHash) => {
      const year = yearOf(context.today)
      const plan = demoPlan(content)
      const {
        filled: people,
        reviewers,
        accounts,
      } = await fillDemoCounty(context, plan, passwordHash, {
        // The schemes have stood since the year before, which is closed.
        schemesFrom: year - 1,
        say,
      })
      const county = await countyOf(context, people, reviewers)
      const checker = checkerOf(people, reviewers)
      const before = { plan, content, filled: people, reviewers, accounts, county, checker }
      const last = await fillYearBefore(context, before, say)
      const pledges = await pledgesOfDemo(context, year)
      say(`  承诺 · pledges ${pledges}`)
      await fillLoop(context, people, { reviewers, opensOn: last?.days.opensOn }, say)
      await noteDefects(context.tx, context.today)
    })
    if (run !== undefined) await fillActivity(run, parts.pool, parts.now())
  }
  const found = await parts.pool.query('select 1 from county where demo and code = $1', [DEMO_COUNTY.code])
  return { filled, accounts: found.rowCount === 0 ? [] : announcedAccounts() }
}

/** The small demo and a second county, for tests. */
export async function loadCast(parts: DemoParts): Promise<void> {
  const quiet = () => undefined
  await loadCounty(parts, DEMO_COUNTY, async (context, passwordHash) => {
    await fillDemoCounty(context, demoPlan('small'), passwordHash, { schemesFrom: 2026, say: quiet })
  })
  await loadCounty(parts, OTHER_COUNTY, fillOtherCounty)
}

function announcedAccounts(): FirstContent['accounts'] {
  return Object.entries(CAST).map(([accountName, { name, role, org }]) => ({
    accountName,
    name,
    role: ROLES[role].zh,
    org: CAST_ORGS[org],
  }))
}

/** One county in one transaction: a crash in the middle leaves nothing of it. */
async function loadCounty(
  parts: DemoParts,
  county: { code: string; name: string },
  fill: (context: Context, passwordHash: string) => Promise<void>,
): Promise<void> {
  const id = newIdAt(parts.now())
  // One hash for all demo accounts: they share one printed password.
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const make = jobContexts(parts)({ county: id, accountId: null, actorName: '演示数据', jobId: 'demo' })
  await make.run(true, async (context) => {
    await makeRoom(context.tx)
    await insertCounty(context.tx, { id, ...county, demo: true, createdAt: context.now })
    await fill(context, passwordHash)
  })
}

async function fillDemoCounty(
  context: Context,
  plan: DemoPlan,
  passwordHash: string,
  { schemesFrom, say }: { readonly schemesFrom: number; readonly say: Say },
): Promise<{ filled: FilledCounty; reviewers: Reviewers; accounts: Accounts }> {
  await seedDemoSchemes(context, schemesFrom)
  const filled = await fillCounty(context, plan, say)
  const secretaries = [...castAccounts(filled), ...secretaryAccounts(filled)]
  const deputies = deputyAccounts(filled, new Set(secretaries.map(({ memberId }) => memberId)))
  const accounts = await insertDemoAccounts(context, [...secretaries, ...deputies], passwordHash)
  say(`  账号 · accounts ${accounts.length}`)
  return {
    ...{ filled, reviewers: reviewersOf(filled, accounts) },
    accounts: new Map(
      accounts.flatMap(({ id, memberId, name }) =>
        memberId === null ? [] : [[memberId, { accountId: id, name }]],
      ),
    ),
  }
}

async function seedDemoSchemes({ tx, now, newId }: Context, year: number): Promise<void> {
  const adopted = {
    body: '清源县委组织部',
    number: `清组发〔${year - 1}〕31号`,
    on: plainDate(`${year - 1}-12-18`),
  }
  await seedSchemes(tx, {
    newId,
    now,
    effectiveFrom: toPlainMonth(plainDate(`${year}-01-01`)),
    adopted,
    by: '演示数据',
  })
}

type DemoAccount = {
  accountName: string
  name: string
  role: Role
  orgId: string
  memberId: string | null
}

function castAccounts(filled: FilledCounty): DemoAccount[] {
  const members = new Map(filled.members.map((member) => [member.accountName, member]))
  return (Object.keys(CAST) as CastName[]).map((accountName) => {
    const { name, role, org } = CAST[accountName]
    const member = members.get(accountName)
    return {
      accountName,
      name,
      role,
      orgId: orgIdOf(filled, org),
      memberId: member?.id ?? null,
    }
  })
}

/** Every other secretary in office signs in too: pinyin of the name and a running number. */
function secretaryAccounts(filled: FilledCounty): DemoAccount[] {
  const branches = [...filled.secretaries].filter(([, member]) => member.accountName === null)
  const seen = new Set<FilledMember>()
  return branches.flatMap(([key, member], index) => {
    if (seen.has(member) || key !== member.org) return []
    seen.add(member)
    return [
      {
        accountName: `${accountNameOf(member)}${index + 1}`,
        name: member.name,
        role: 'branch-secretary' as const,
        orgId: orgIdOf(filled, key),
        memberId: member.id,
      },
    ]
  })
}

/** In each branch one more of the committee signs in: who decides on the secretary's own deeds. */
function deputyAccounts(filled: FilledCounty, known: ReadonlySet<string | null>): DemoAccount[] {
  const deputies = new Map<string, FilledMember>()
  for (const member of filled.members) {
    const able = member.convertedOn !== null && !member.floating && member.bornOn > '1962-01-01'
    if (able && !deputies.has(member.org) && !known.has(member.id)) deputies.set(member.org, member)
  }
  return [...deputies].map(([key, member], index) => ({
    accountName: `${accountNameOf(member)}w${index + 1}`,
    name: member.name,
    role: 'branch-committee' as const,
    orgId: orgIdOf(filled, key),
    memberId: member.id,
  }))
}

function accountNameOf(member: FilledMember): string {
  return pinyinOfPerson(member.name).full.replaceAll(/[^a-z]/g, '')
}

/** Who decides on deeds of each branch; a branch of one is decided for by the county. */
function reviewersOf(filled: FilledCounty, accounts: readonly (DemoAccount & { id: string })[]): Reviewers {
  const inRole = (role: Role) =>
    new Map(
      accounts
        .filter((each) => each.role === role)
        .map(({ id, memberId, name, orgId }) => [orgId, { accountId: id, memberId: memberId ?? '', name }]),
    )
  const [secretaries, deputies] = [inRole('branch-secretary'), inRole('branch-committee')]
  const county = inRole('county-officer').get(orgIdOf(filled, 'county'))
  if (county === undefined) throw new Error('The cast has no county officer')
  return new Map(
    [...filled.orgIds.values()].map((orgId) => {
      const [own, other] = [secretaries.get(orgId), deputies.get(orgId)]
      return [orgId, { own: own ?? other ?? county, other: (own && other) ?? county }]
    }),
  )
}

/** Who decides for the county, and where it stands in the tree. */
async function countyOf(
  { tx }: Context,
  filled: FilledCounty,
  reviewers: Reviewers,
): Promise<YearBeforeOf['county']> {
  const orgId = orgIdOf(filled, 'county')
  const { path, name } = await tx
    .from('party_org')
    .select(['path', 'name'])
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  const officer = reviewers.get(orgId)
  if (officer === undefined) throw new Error('The cast has no county officer')
  return { ...officer.own, orgId, path, orgName: name }
}

/** Another than the county officer checks for the county: the secretary of the first branch of the cast. */
function checkerOf(filled: FilledCounty, reviewers: Reviewers): Reviewer {
  const pair = reviewers.get(orgIdOf(filled, 'shimen'))
  if (pair === undefined) throw new Error('The cast has no branch')
  return pair.own
}

function orgIdOf(filled: FilledCounty, key: string): string {
  const id = filled.orgIds.get(key)
  if (id === undefined) throw new Error(`${key} is not in the plan`)
  return id
}

async function insertDemoAccounts(
  context: Context,
  accounts: readonly DemoAccount[],
  passwordHash: string,
): Promise<(DemoAccount & { id: string })[]> {
  const { tx, now } = context
  const rows = accounts.map((account) => ({
    id: context.newId(),
    accountName: account.accountName,
    name: account.name,
    memberId: account.memberId,
    orgId: account.memberId === null ? account.orgId : null,
    passwordHash,
    mustChangePassword: false,
    openedBy: '演示数据',
    openedAt: now,
  }))
  const grants = accounts.flatMap(({ role, orgId }, index) => {
    const accountId = rows[index]?.id
    if (role === MEMBER_ROLE || accountId === undefined) return []
    const given = { accountId, role, orgId, fromOn: plainDate('2026-01-01'), untilOn: null }
    return [{ id: context.newId(), ...given, grantedBy: '演示数据', grantedAt: now }]
  })
  await insertAccounts(tx, rows)
  await insertGrants(tx, grants)
  return accounts.map((account, index) => ({ ...account, id: rows[index]?.id ?? '' }))
}

async function fillOtherCounty(context: Context, passwordHash: string): Promise<void> {
  await seedCalendar(context.tx)
  await seedFirstSchemes(context)
  const rootId = context.newId()
  const entry = {
    by: '演示数据',
    accountId: null,
    at: context.now,
    today: context.today,
    reason: '演示',
    newId: () => context.newId(),
  }
  const root = {
    id: rootId,
    parentId: null,
    kind: 'countyCommittee' as const,
    form: null,
    field: 'governmentOffice' as const,
    unitKind: 'other' as const,
    canApprove: false,
    name: '临水县委',
    foundedOn: plainDate('1950-01-01'),
  }
  const placed = await insertOrgs(context.tx, [root], entry)
  if (!placed.ok) throw new Error(placed.code)
  const officer = {
    ...OTHER_OFFICER,
    role: 'county-officer' as const,
    orgId: rootId,
    memberId: null,
  }
  await insertDemoAccounts(context, [officer], passwordHash)
}
