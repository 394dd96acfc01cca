import { type GivenRole, rolesHolding } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** An account to be opened; everything is checked by the caller. */
export type NewAccount = {
  readonly id: string
  readonly accountName: string
  readonly name: string
  readonly memberId: string | null
  /** Where a person works who is no member here. */
  readonly orgId: string | null
  /** Digest of the password; null while only a code from the counter opens the account. */
  readonly passwordHash: string | null
  readonly mustChangePassword: boolean
  readonly openedBy: string
  readonly openedAt: Date
}

const ROWS_A_STATEMENT = 500

/** The door for one account or thousands; names must be read by `readAccountName` and not be taken. */
export async function insertAccounts(tx: CountyTx, accounts: readonly NewAccount[]): Promise<void> {
  for (let start = 0; start < accounts.length; start += ROWS_A_STATEMENT) {
    const rows = accounts.slice(start, start + ROWS_A_STATEMENT).map((account) => ({
      id: account.id,
      account_name: account.accountName,
      name: account.name,
      member_id: account.memberId,
      party_org_id: account.orgId,
      password_hash: account.passwordHash,
      password_set_at: account.passwordHash === null ? null : account.openedAt,
      must_change_password: account.mustChangePassword,
      state: 'active' as const,
      opened_by: account.openedBy,
      created_at: account.openedAt,
    }))
    await tx.insert('account', rows).execute()
  }
}

/** A role to be given; everything is checked by the caller. */
export type NewGrant = {
  readonly id: string
  readonly accountId: string
  readonly role: GivenRole
  readonly orgId: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly grantedBy: string
  readonly grantedAt: Date
}

/** The door for one grant or thousands. The role `member` is never given: it follows the member's file. */
export async function insertGrants(tx: CountyTx, grants: readonly NewGrant[]): Promise<void> {
  for (let start = 0; start < grants.length; start += ROWS_A_STATEMENT) {
    const rows = grants.slice(start, start + ROWS_A_STATEMENT).map((grant) => ({
      id: grant.id,
      account_id: grant.accountId,
      role: grant.role,
      party_org_id: grant.orgId,
      from_on: grant.fromOn,
      until_on: grant.untilOn,
      granted_by: grant.grantedBy,
      granted_at: grant.grantedAt,
    }))
    await tx.insert('role_grant', rows).execute()
  }
}

/** Withdraws a role at once. */
export async function revokeGrant(tx: CountyTx, id: string, by: string, now: Date): Promise<void> {
  await tx.update('role_grant').set({ revoked_by: by, revoked_at: now }).where('id', '=', id).execute()
}

export type AccountRow = {
  readonly id: string
  readonly accountName: string
  readonly name: string
  readonly memberId: string | null
  readonly state: 'active' | 'stopped'
  readonly passwordHash: string | null
  readonly mustChangePassword: boolean
  readonly totpSealed: Buffer | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
}

/** Locks an account that is about to change; undefined where there is none. */
export async function lockAccount(tx: CountyTx, id: string): Promise<AccountRow | undefined> {
  const rows = await tx.raw<AccountRow>(
    'account-lock',
    `select id, account_name as "accountName", name, member_id as "memberId", state, password_hash as "passwordHash",
       must_change_password as "mustChangePassword", totp_sealed as "totpSealed",
       totp_confirmed_at as "totpConfirmedAt", totp_last_step as "totpLastStep"
     from account where county_id = $1 and id = $2 for no key update`,
    [id],
  )
  return rows[0]
}

/** Sets a password; a temporary one must be changed at the next sign-in. */
export async function savePassword(
  tx: CountyTx,
  accountId: string,
  password: { hash: string; setAt: Date; temporary: boolean },
): Promise<void> {
  await tx
    .update('account')
    .set({
      password_hash: password.hash,
      password_set_at: password.setAt,
      must_change_password: password.temporary,
    })
    .where('id', '=', accountId)
    .execute()
}

/** Stops or starts an account. */
export async function saveAccountState(
  tx: CountyTx,
  accountId: string,
  state: 'active' | 'stopped',
  reason: string,
): Promise<void> {
  await tx.update('account').set({ state, state_reason: reason }).where('id', '=', accountId).execute()
}

export type SecondFactorKept = { sealed: Buffer | null; confirmedAt: Date | null; lastStep: number | null }

/** Keeps the second factor: begun (unconfirmed), confirmed, or removed. */
export async function saveSecondFactor(
  tx: CountyTx,
  accountId: string,
  kept: SecondFactorKept,
): Promise<void> {
  await tx
    .update('account')
    .set({ totp_sealed: kept.sealed, totp_confirmed_at: kept.confirmedAt, totp_last_step: kept.lastStep })
    .where('id', '=', accountId)
    .execute()
}

/** Uses a time step up; false where this or a later one was used before, also by somebody at the same moment. */
export async function useStep(tx: CountyTx, accountId: string, step: number): Promise<boolean> {
  const used = await tx
    .update('account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** What a person likes: the elder layout, the language. */
export async function savePreference(
  tx: CountyTx,
  accountId: string,
  wanted: { elder?: boolean | undefined; language?: 'zh' | 'en' | undefined },
): Promise<void> {
  const set = {
    ...(wanted.elder === undefined ? {} : { elder: wanted.elder }),
    ...(wanted.language === undefined ? {} : { language: wanted.language }),
  }
  if (Object.keys(set).length > 0) {
    await tx.update('account').set(set).where('id', '=', accountId).execute()
  }
}

/** Names of those who may open, stop and start accounts: whom to ask. */
export async function listAccountKeepers(tx: CountyTx): Promise<string[]> {
  const rows = await tx.raw<{ name: string }>(
    'account-keepers',
    `select distinct a.name from role_grant g join account a on a.county_id = g.county_id and a.id = g.account_id
     where g.county_id = $1 and g.role = any($2) and g.revoked_at is null and a.state = 'active'
     order by a.name limit 3`,
    [rolesHolding('account.manage')],
  )
  return rows.map(({ name }) => name)
}

/** Which of these names are taken. */
export async function listTakenNames(tx: CountyTx, names: readonly string[]): Promise<Set<string>> {
  const rows = await tx.raw<{ accountName: string }>(
    'account-names-taken',
    `select account_name as "accountName" from account where county_id = $1 and account_name = any($2)`,
    [names],
  )
  return new Set(rows.map(({ accountName }) => accountName))
}

/** The own account in a session, for changes of password and second factor. */
export type OwnAccount = {
  readonly accountName: string
  readonly passwordHash: string | null
  readonly openedWith: 'password' | 'counter-code'
  readonly totpSealed: Buffer | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
  /** A second factor is set up and has not been shown in this session. */
  readonly secondFactorPending: boolean
}

/** Reads the own account and what this session has shown. */
export async function findOwnAccount(
  tx: CountyTx,
  accountId: string,
  sessionId: string,
): Promise<OwnAccount | undefined> {
  const rows = await tx.raw<OwnAccount>(
    'account-own',
    `select a.account_name as "accountName", a.password_hash as "passwordHash", s.opened_with as "openedWith",
       a.totp_sealed as "totpSealed", a.totp_confirmed_at as "totpConfirmedAt", a.totp_last_step as "totpLastStep",
       a.totp_confirmed_at is not null and s.second_factor_at is null and s.opened_with = 'password'
         as "secondFactorPending"
     from account a join session s on s.county_id = a.county_id and s.account_id = a.id and s.id = $3
     where a.county_id = $1 and a.id = $2`,
    [accountId, sessionId],
  )
  return rows[0]
}

/** An account by the name typed at sign-in. */
export async function findAccountByName(
  tx: CountyTx,
  accountName: string,
): Promise<{ id: string; name: string; state: 'active' | 'stopped' } | undefined> {
  return await tx
    .from('account')
    .select(['id', 'name', 'state'])
    .where('account_name', '=', accountName)
    .executeTakeFirst()
}
