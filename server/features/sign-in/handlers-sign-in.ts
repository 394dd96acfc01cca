import { ROLES } from '@steward/domain/access/roles.ts'
import { agree, type RefusalDetails, refuse } from '@steward/domain/shared/decision.ts'
import { toPlainDate } from '@steward/domain/shared/plain-date.ts'
import { readAccountName } from '@steward/domain/sign-in/account-name.ts'
import { readCounterCode, redeemCounterCode } from '@steward/domain/sign-in/counter-code.ts'
import { passwordLastsUntil } from '@steward/domain/sign-in/password.ts'
import { checkStep, mustFirst } from '@steward/domain/sign-in/second-factor.ts'
import { absoluteEndsAt } from '@steward/domain/sign-in/session.ts'
import type { z } from 'zod'
import { type Context, handlePrepared, type Preparing } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { isPassword } from '#platform/passwords.ts'
import { type Checked, stepOfCode, tryName } from './handlers-proof.ts'
import { signIn } from './operations.ts'
import { listAccountKeepers, useStep } from './queries-accounts.ts'
import { codeIndex, countWrongCode, findCounterCode, useCounterCode } from './queries-counter-codes.ts'
import type { HeldName, SignInAccount } from './queries-failures.ts'
import { listCounties } from './queries-installation.ts'
import { endSessions, insertSession } from './queries-sessions.ts'
import type { SignInRules } from './queries-settings.ts'

type Input = z.output<typeof signIn.input>
type Code = (typeof signIn.refusals)[number]

/** Wrong tries from one address in ten minutes. A meeting behind one address stays far below; a machine does not. */
const WRONG_PER_ADDRESS = 1000
const TEN_MINUTES = 600

/** Who is to be let in, and with what. */
type Right = {
  readonly account: SignInAccount
  readonly rules: SignInRules
  readonly step: number | null
  readonly counterCodeId: string | null
}
type Prepared = { readonly county: string | null; readonly accountId: string | null } & (
  | { readonly ok: true; readonly right: Right }
  | { readonly ok: false; readonly code: Code; readonly details: RefusalDetails }
)

/** Looks at what was typed before the transaction of the session: hashing takes time and must not hold a connection. */
async function prepare(at: Preparing, input: Input): Promise<Prepared> {
  const { address } = at.request
  await at.limits.demand('sign-in-wrong', address, WRONG_PER_ADDRESS)
  const prepared = await at.apart(async (tx, enter): Promise<Prepared> => {
    const found = await findCounty(tx, input.county)
    if (!found.ok) return { county: null, accountId: null, ...found }
    const county = enter(found.value)
    // A name no account can have is counted like any other, so that nothing shows which names exist.
    const name = readAccountName(input.accountName) ?? input.accountName.toLowerCase()
    let accountId: string | null = null
    const proof = await tryName(county, name, at, async (held) => {
      accountId = held.account?.id ?? null
      return await check(at, county, held, input)
    })
    return { county: found.value, accountId, ...proof }
  })
  const isWrong =
    !prepared.ok && (prepared.details['triesLeft'] !== undefined || prepared.code === 'account-locked')
  if (isWrong) await at.limits.take('sign-in-wrong', address, WRONG_PER_ADDRESS, TEN_MINUTES)
  return prepared
}

async function findCounty(tx: CountyTx, code: string | null) {
  const counties = await listCounties(tx)
  const [only] = counties
  if (code === null || code === '') {
    return only !== undefined && counties.length === 1 ? agree(only.id) : refuse('county-needed')
  }
  const found = counties.find((county) => county.code === code.toLowerCase())
  return found === undefined ? refuse('county-unknown', { county: code }) : agree(found.id)
}

async function check(
  at: Preparing,
  county: CountyTx,
  held: HeldName,
  input: Input,
): Promise<Checked<Right, Code>> {
  const byCode = input.counterCode !== null
  const first = byCode ? await checkCounterCode(at, county, held, input) : await checkPassword(held, input)
  if (first.is !== 'right') return first
  const { account } = first.right
  if (account.state === 'stopped') {
    return { is: 'no', code: 'account-stopped', details: { whom: await listAccountKeepers(county) } }
  }
  if (byCode || account.totpSealed === null || account.totpConfirmedAt === null) return first
  // Without its code the password forgives nothing: otherwise it could be typed again and again to guess the code.
  if (input.secondFactor === null) return { ...first, forgives: false }
  const step = stepOfCode(at.crypto(county.county), account.totpSealed, input.secondFactor, at.now)
  const checked = checkStep(step, account.totpLastStep)
  if (checked.ok) return { is: 'right', forgives: true, right: { ...first.right, step: checked.value } }
  if (checked.code === 'second-factor-wrong') return { is: 'wrong', code: checked.code }
  return { is: 'no', code: checked.code, details: {} }
}

async function checkPassword(held: HeldName, input: Input): Promise<Checked<Right, Code>> {
  const { account, rules } = held
  const isRight = await isPassword(account?.passwordHash ?? null, input.password ?? '')
  if (!isRight || account === undefined) return { is: 'wrong', code: 'sign-in-wrong' }
  return { is: 'right', forgives: true, right: { account, rules, step: null, counterCodeId: null } }
}

async function checkCounterCode(
  at: Preparing,
  county: CountyTx,
  held: HeldName,
  input: Input,
): Promise<Checked<Right, Code>> {
  const { account, rules } = held
  const digits = readCounterCode(input.counterCode ?? '')
  if (account === undefined || digits === undefined) return { is: 'wrong', code: 'counter-code-wrong' }
  const index = codeIndex(at.crypto(county.county), account.id, digits)
  const code = await findCounterCode(county, account.id, index)
  if (code === undefined) {
    await countWrongCode(county, account.id)
    return { is: 'wrong', code: 'counter-code-wrong' }
  }
  const redeemed = redeemCounterCode(code, true, at.now, rules.numbers)
  if (redeemed.ok) {
    return { is: 'right', forgives: true, right: { account, rules, step: null, counterCodeId: code.id } }
  }
  const refused: Code = redeemed.code === 'counter-code-own-account' ? 'counter-code-void' : redeemed.code
  return { is: 'no', code: refused, details: redeemed.details }
}

async function openSession(context: Context, _input: Input, prepared: Prepared) {
  if (prepared.county === null) {
    return prepared.ok ? refuse('county-needed') : refuse(prepared.code, prepared.details)
  }
  const here = context.enter(prepared.county)
  here.access.open('everybody')
  here.note({
    accountName: _input.accountName.slice(0, 40),
    ...(prepared.accountId === null ? {} : { accountId: prepared.accountId }),
  })
  if (!prepared.ok) return refuse(prepared.code, prepared.details)
  const { account, rules, step, counterCodeId } = prepared.right
  here.note({ name: account.name, with: counterCodeId === null ? 'password' : 'counter-code' })
  if (step !== null && !(await useStep(here.tx, account.id, step))) return refuse('second-factor-used')
  const session = newSession(here, prepared.right)
  const token = await insertSession(here.tx, session)
  if (token === undefined) return refuse('account-stopped', { whom: await listAccountKeepers(here.tx) })
  if (counterCodeId !== null && !(await useCounterCode(here.tx, counterCodeId, session.id, here.now))) {
    return refuse('counter-code-used')
  }
  await endFormer(context, here)
  here.session(token)
  const first = mustFirst({
    openedWith: session.openedWith,
    mustChangePassword: account.mustChangePassword || session.passwordAged,
    roles: account.roles,
    secondFactorConfirmed: account.totpConfirmedAt !== null,
    secondFactorShown: step !== null,
    demandedOf: rules.secondFactorRoles,
  })
  return agree({ mustFirst: first })
}

function newSession(here: Context, { account, rules, step, counterCodeId }: Right) {
  const isAdministrator = account.roles.some((role) => ROLES[role].administrator)
  const { numbers } = rules
  const times = { startedAt: here.now, lastSeenAt: here.now, isAdministrator, revokedAt: null }
  const setOn = account.passwordSetAt === null ? null : toPlainDate(account.passwordSetAt)
  return {
    id: here.newId(),
    accountId: account.id,
    now: here.now,
    endsAt: absoluteEndsAt(times, numbers),
    idleMinutes: isAdministrator ? numbers.administratorIdleMinutes : numbers.idleMinutes,
    secondFactorAt: step === null ? null : here.now,
    openedWith: counterCodeId === null ? ('password' as const) : ('counter-code' as const),
    passwordAged: counterCodeId === null && setOn !== null && passwordLastsUntil(setOn, numbers) < here.today,
    address: here.request.address,
    agent: here.request.agent,
  }
}

/** Who signs in anew in a browser leaves the session it had. */
async function endFormer({ actor, county }: Context, here: Context): Promise<void> {
  if (actor.accountId === null || actor.sessionId === null || county !== here.county) return
  await endSessions(here.tx, actor.accountId, 'signed-out', here.now, { only: actor.sessionId })
}

export const signInHandler = handlePrepared(signIn, prepare, openSession)
