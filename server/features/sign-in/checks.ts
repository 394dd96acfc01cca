import { readAccountName } from '@steward/domain/sign-in/account-name.ts'
import type { CountyTx } from '#platform/db.ts'
import type { Invariant } from '#platform/invariants.ts'

type Named = { name: string }

/** An invariant whose breaches one statement finds; `looked` is what the first one counts. */
function bySql(id: string, says: Invariant['says'], count: string, breaches: string): Invariant {
  return {
    id: `sign-in.${id}`,
    says,
    async find(tx: CountyTx) {
      const looked = await tx.raw<{ count: number }>(`check-count-${id}`, count, [])
      const broken = await tx.raw<Named>(`check-${id}`, breaches, [])
      return { looked: looked[0]?.count ?? 0, breaches: broken.map(({ name }) => name) }
    },
  }
}

const ACCOUNTS = 'select count(*) as count from account where county_id = $1'
const OPEN_SESSIONS = 'select count(*) as count from session where county_id = $1 and ended_at is null'
const CODES = 'select count(*) as count from counter_code where county_id = $1'

export const signInInvariants: readonly Invariant[] = [
  bySql(
    'sessions-of-active-accounts',
    {
      zh: '没有结束的登录都属于启用的账号（R-300）',
      en: 'Every open session belongs to an active account (R-300)',
    },
    OPEN_SESSIONS,
    `select a.account_name as name from session s join account a on a.county_id = s.county_id and a.id = s.account_id
     where s.county_id = $1 and s.ended_at is null and a.state <> 'active'`,
  ),
  bySql(
    'sessions-end',
    {
      zh: '每次登录都有最长时间，不超过 24 小时（R-300）',
      en: 'Every session has an end within 24 hours (R-300)',
    },
    OPEN_SESSIONS,
    `select a.account_name as name from session s join account a on a.county_id = s.county_id and a.id = s.account_id
     where s.county_id = $1 and s.ended_at is null and s.ends_at > s.started_at + interval '24 hours'`,
  ),
  {
    id: 'sign-in.account-names',
    says: {
      zh: '账号名按统一写法保存，大小写和全角不算不同（R-297）',
      en: 'Account names are kept in one form, so that two never differ by capitals or width (R-297)',
    },
    async find(tx) {
      const rows = await tx.from('account').select('account_name as name').execute()
      const breaches = rows.filter(({ name }) => readAccountName(name) !== name).map(({ name }) => name)
      return { looked: rows.length, breaches }
    },
  },
  bySql(
    'way-in',
    {
      zh: '没有密码的账号都是党员账号，用一次性码登录（R-338）',
      en: 'An account without a password is a member’s, opened with a code from the counter (R-338)',
    },
    ACCOUNTS,
    `select account_name as name from account where county_id = $1 and password_hash is null and member_id is null`,
  ),
  bySql(
    'codes-once',
    {
      zh: '每个账号最多一个有效的一次性码，用过的都记着那次登录',
      en: 'An account has one open counter code at most; a used one says when',
    },
    CODES,
    `select a.account_name as name from counter_code c
     join account a on a.county_id = c.county_id and a.id = c.account_id
     where c.county_id = $1 and c.used_at is null and c.voided_at is null
     group by a.account_name having count(*) > 1`,
  ),
  bySql(
    'second-factor-whole',
    {
      zh: '确认过的第二道验证都有密钥（R-301）',
      en: 'A confirmed second factor has its secret (R-301)',
    },
    `${ACCOUNTS} and totp_confirmed_at is not null`,
    `select account_name as name from account
     where county_id = $1 and totp_confirmed_at is not null and totp_sealed is null`,
  ),
]
