import { rolePlaces } from '@steward/domain/access/grants.ts'
import { isRole, MEMBER_ROLE, type Role, ROLES } from '@steward/domain/access/roles.ts'
import type { Invariant } from '#platform/invariants.ts'

const ADMINISTRATORS = (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].administrator) // The record's own keys.

type Grant = { account: string; role: string; kind: string }

export const accessInvariants: readonly Invariant[] = [
  {
    id: 'access.administrators-alone',
    says: {
      zh: '三类管理员互不兼任，也不兼业务角色（R-302）',
      en: 'No account holds an administrator’s role and another at a time (R-302)',
    },
    async find(tx) {
      const rows = await tx.raw<{ name: string; breach: boolean }>(
        'check-administrators-alone',
        `select a.account_name as name, a.member_id is not null or exists (
           select 1 from role_grant h where h.county_id = g.county_id and h.account_id = g.account_id
             and h.role <> g.role and h.revoked_at is null
             and (h.until_on is null or h.until_on >= g.from_on) and (g.until_on is null or g.until_on >= h.from_on)
         ) as breach
         from role_grant g join account a on a.county_id = g.county_id and a.id = g.account_id
         where g.county_id = $1 and g.role = any($2) and g.revoked_at is null`,
        [ADMINISTRATORS],
      )
      return { looked: rows.length, breaches: rows.flatMap(({ name, breach }) => (breach ? [name] : [])) }
    },
  },
  {
    id: 'access.security-administrator',
    says: {
      zh: '每一类管理员至少有一个启用的账号（R-302）',
      en: 'Each kind of administrator has at least one active account (R-302)',
    },
    async find(tx) {
      const rows = await tx.raw<{ role: string }>(
        'check-administrators-exist',
        `select distinct g.role from role_grant g
         join account a on a.county_id = g.county_id and a.id = g.account_id and a.state = 'active'
         where g.county_id = $1 and g.role = any($2) and g.revoked_at is null and g.until_on is null`,
        [ADMINISTRATORS],
      )
      const held = new Set(rows.map(({ role }) => role))
      return { looked: ADMINISTRATORS.length, breaches: ADMINISTRATORS.filter((role) => !held.has(role)) }
    },
  },
  {
    id: 'access.grants-known',
    says: {
      zh: '授予的角色都是现有角色，党员身份随档案，不授予；所在组织的类型对得上',
      en: 'Roles given are known ones, never that of member, in an organisation of the right kind',
    },
    async find(tx) {
      const rows = await tx.raw<Grant>(
        'check-grants-known',
        `select a.account_name as account, g.role, o.kind from role_grant g
         join account a on a.county_id = g.county_id and a.id = g.account_id
         join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
         where g.county_id = $1 and g.revoked_at is null`,
        [],
      )
      const isRight = ({ role, kind }: Grant) =>
        isRole(role) && role !== MEMBER_ROLE && rolePlaces[role].some((one) => one === kind)
      const breaches = rows.filter((row) => !isRight(row))
      return { looked: rows.length, breaches: breaches.map(({ account, role }) => `${account} ${role}`) }
    },
  },
  {
    id: 'access.grant-dates',
    says: {
      zh: '授予的起止日期前后有序，收回的都写明谁收回',
      en: 'Days of grants are in order; a withdrawn one says who did it',
    },
    async find(tx) {
      const rows = await tx.raw<{ name: string; breach: boolean }>(
        'check-grant-dates',
        `select a.account_name || ' ' || g.role as name,
           coalesce(g.until_on < g.from_on, false) or (g.revoked_at is null) <> (g.revoked_by is null) as breach
         from role_grant g join account a on a.county_id = g.county_id and a.id = g.account_id where g.county_id = $1`,
        [],
      )
      return { looked: rows.length, breaches: rows.flatMap(({ name, breach }) => (breach ? [name] : [])) }
    },
  },
]
