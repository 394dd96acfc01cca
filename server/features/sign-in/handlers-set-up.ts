import { type GivenRole, type Role, ROLES } from '@steward/domain/access/roles.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { isDefaultAccountName, readAccountName } from '@steward/domain/sign-in/account-name.ts'
import { defaultSignInSettings } from '@steward/domain/sign-in/settings.ts'
import type { z } from 'zod'
import { insertOrgs } from '#features/organisation/queries-bulk.ts'
import { seedCalendar } from '#features/organisation/queries-calendar.ts'
import { type Context, type Handled, handle } from '#platform/context.ts'
import { hashPassword, temporaryPassword } from '#platform/passwords.ts'
import { demoAccounts } from './demo.ts'
import { beginSetUp, checkSetUpCode, showSetUp } from './operations-set-up.ts'
import { insertAccounts, insertGrants } from './queries-accounts.ts'
import { holdSetUp, insertCounty, listCounties, saveSetUp } from './queries-installation.ts'
import { saveSignInRules } from './queries-settings.ts'

type Input = z.output<typeof beginSetUp.input>
type FirstPerson = { role: GivenRole; name: string; accountName: string }

const CODE_TRIES = 20
const TEN_MINUTES = 600
const COUNTY_CODE = /^[a-z0-9-]{2,40}$/

/** Whether the code from the terminal opens the set-up; wrong tries are limited by address. */
async function checkCode(
  { tx, limits, request }: Context,
  code: string,
): Promise<Decision<true, 'set-up-code-wrong' | 'set-up-done-already'>> {
  if ((await listCounties(tx)).length > 0) return refuse('set-up-done-already')
  await limits.demand('set-up-code', request.address, CODE_TRIES)
  const held = await holdSetUp(tx, code)
  if (held === 'open') return agree(true)
  if (held === 'done') return refuse('set-up-done-already')
  await limits.take('set-up-code', request.address, CODE_TRIES, TEN_MINUTES)
  return refuse('set-up-code-wrong')
}

/** The first people with their account names as they are kept; refuses names that do not fit. */
function readPeople({ people }: Input) {
  const typed: FirstPerson[] = [
    { role: 'system-administrator', ...people.system },
    { role: 'security-administrator', ...people.security },
    { role: 'audit-administrator', ...people.audit },
    { role: 'county-officer', ...people.officer },
  ]
  const read: FirstPerson[] = []
  for (const person of typed) {
    const accountName = readAccountName(person.accountName)
    if (accountName === undefined) return refuse('account-name-invalid', { accountName: person.accountName })
    if (isDefaultAccountName(accountName)) return refuse('account-name-default', { accountName })
    if (read.some((one) => one.accountName === accountName))
      return refuse('account-name-twice', { accountName })
    read.push({ ...person, accountName })
  }
  return agree(read)
}

async function openFirstAccounts(here: Context, orgId: string, people: readonly FirstPerson[]) {
  const opened = await Promise.all(
    people.map(async (person) => {
      const password = temporaryPassword()
      return { ...person, id: here.newId(), password, hash: await hashPassword(password) }
    }),
  )
  const openedBy = '首次设立'
  const accounts = opened.map(({ id, accountName, name, hash }) => ({
    id,
    accountName,
    name,
    memberId: null,
    orgId,
    passwordHash: hash,
    mustChangePassword: true,
    openedBy,
    openedAt: here.now,
  }))
  const grants = opened.map(({ id, role }) => ({
    id: here.newId(),
    accountId: id,
    role,
    orgId,
    fromOn: here.today,
    untilOn: null,
    grantedBy: openedBy,
    grantedAt: here.now,
  }))
  await insertAccounts(here.tx, accounts)
  await insertGrants(here.tx, grants)
  return opened.map(({ role, name, accountName, password }) => ({
    role,
    roleLabel: { zh: ROLES[role].zh, en: ROLES[role].en },
    name,
    accountName,
    temporaryPassword: password,
  }))
}

/** The root of the tree, the calendar and the rules of sign-in. */
async function fillCounty(here: Context, input: Input): Promise<string> {
  const rootId = here.newId()
  const root = {
    id: rootId,
    parentId: null,
    kind: 'countyCommittee' as const,
    form: null,
    field: 'governmentOffice' as const,
    unitKind: 'other' as const,
    canApprove: false,
    name: input.rootName,
    foundedOn: here.today,
  }
  const { now, today, newId } = here
  const entry = { by: '首次设立', accountId: null, at: now, today, reason: '首次设立', newId }
  const placed = await insertOrgs(here.tx, [root], entry)
  if (!placed.ok) throw new Error(`The root of the county was refused: ${placed.code}`)
  await seedCalendar(here.tx)
  const administrators = (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].administrator) // The record's own keys.
  const secondFactorRoles = input.secondFactorForAdministrators ? administrators : []
  const rules = { numbers: defaultSignInSettings, secondFactorRoles }
  await saveSignInRules(here.tx, rules, { fromOn: today, decidedBy: '首次设立', decidedAt: now })
  return rootId
}

/** What higher floors give a county that is set up, each through its own door. */
export type SeedCounty = (here: Context) => Promise<void>

export function setUpHandlers(seedCounty: SeedCounty): readonly Handled[] {
  return [showing, checkingCode, beginning(seedCounty)]
}

const showing = handle(showSetUp, async ({ tx, access }) => {
  access.open('everybody')
  const counties = await listCounties(tx)
  const demo = counties.find((county) => county.demo)
  return agree({
    counties: counties.map(({ code, name, demo: isDemo }) => ({ code, name, demo: isDemo })),
    canSetUp: counties.length === 0,
    demo: demo === undefined ? null : demoAccounts(),
  })
})

const checkingCode = handle(checkSetUpCode, async (context, { code }) => {
  context.access.open('set-up')
  const checked = await checkCode(context, code)
  return checked.ok ? agree({}) : checked
})

function beginning(seedCounty: SeedCounty): Handled {
  return handle(beginSetUp, async (context, input) => {
    context.access.open('set-up')
    const checked = await checkCode(context, input.code)
    if (!checked.ok) return checked
    const code = input.county.code.toLowerCase()
    if (!COUNTY_CODE.test(code)) return refuse('county-code-invalid')
    const people = readPeople(input)
    if (!people.ok) return people
    const county = { id: context.newId(), code, name: input.county.name, demo: false }
    await insertCounty(context.tx, { ...county, createdAt: context.now })
    const here = context.enter(county.id)
    here.note({ county: county.name })
    const rootId = await fillCounty(here, input)
    await seedCounty(here)
    const accounts = await openFirstAccounts(here, rootId, people.value)
    await saveSetUp(here.tx, here.now)
    return agree({ county: { code, name: county.name }, accounts })
  })
}
