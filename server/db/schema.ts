import type { ColumnType } from 'kysely'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'

export type Generated<T> = ColumnType<T, T | undefined, T>

export interface CountyTable {
  id: string
  code: string
  name: string
  demo: Generated<boolean>
  created_at: Date
}

export interface SettingTable {
  county_id: string
  area: string
  version_no: number
  from_on: PlainDate
  value: unknown
  decided_by: string
  decided_at: Date
}

export interface AuditEntryTable {
  county_id: string
  id: string
  at: Date
  account_id: string | null
  actor_name: string
  operation: string
  outcome: string
  subject: unknown
  address: string
}

export interface ReceiptTable {
  county_id: string
  account_id: string
  key: string
  operation: string
  at: Date
  answer: unknown | null
}

export interface JobProgressTable {
  county_id: string
  job_id: string
  done: number
  all_count: number
  step: string
  at: Date
}

export interface RateLimitTable {
  key: string
  points: Generated<number>
  expire: number | null
}

export interface PartyOrgTable {
  county_id: string
  id: string
  parent_id: string | null
  number: number
  path: string
  kind: 'countyCommittee' | 'workCommittee' | 'baseCommittee' | 'generalBranch' | 'branch' | 'partyGroup'
  form: 'independent' | 'joint' | 'attached' | 'villageEnterprise' | 'villageTown' | 'temporary' | 'floating' | 'retired' | 'byTrade'
  field: 'rural' | 'community' | 'governmentOffice' | 'stateFirm' | 'school' | 'privateFirm' | 'socialOrganisation' | 'otherPublicBody' | 'other'
  name: string
  short_name: string
  initials: string
  approving: Generated<boolean>
  sort_no: Generated<number>
  founded_on: PlainDate
  dissolved_on: PlainDate | null
  revision: Generated<number>
}

export interface AccountTable {
  county_id: string
  id: string
  account_name: string
  name: string
  member_id: string | null
  password_hash: string | null
  password_set_at: Date | null
  must_change_password: Generated<boolean>
  state: 'active' | 'stopped'
  state_reason: Generated<string>
  failed_count: Generated<number>
  locked_until: Date | null
  totp_sealed: Buffer | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
  elder: Generated<boolean>
  language: Generated<'zh' | 'en'>
  created_at: Date
  last_seen_at: Date | null
}

export interface SessionTable {
  county_id: string
  id: string
  account_id: string
  token_hash: Buffer
  started_at: Date
  last_seen_at: Date
  ends_at: Date
  idle_minutes: number
  second_factor_at: Date | null
  ended_at: Date | null
  ended_why: 'signed-out' | 'idle' | 'over' | 'revoked' | 'password-changed' | 'account-stopped' | null
  address: string
  agent: string
}

export interface RoleGrantTable {
  county_id: string
  id: string
  account_id: string
  role: string
  party_org_id: string
  from_on: PlainDate
  until_on: PlainDate | null
  granted_by: string
  granted_at: Date
  revoked_by: string | null
  revoked_at: Date | null
}

export interface MemberTable {
  county_id: string
  id: string
  party_org_id: string
  party_group_id: string | null
  name: string
  initials: string
  pinyin: string
  sex: 'male' | 'female'
  born_on: PlainDate
  nation: string
  education: string
  membership_kind: 'full' | 'probationary'
  category: string
  admitted_on: PlainDate
  converted_on: PlainDate | null
  joined_org_on: PlainDate
  post: Generated<string>
  work_unit: Generated<string>
  state: 'active' | 'suspended' | 'transferredOut' | 'deceased' | 'removed' | 'withdrawn' | 'expelled'
  state_from_on: PlainDate
  identity_sealed: Buffer | null
  identity_index: Buffer | null
  identity_tail: Generated<string>
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  phone_mask: Generated<string>
  address_sealed: Buffer | null
  revision: Generated<number>
  created_at: Date
}

export interface Database {
  county: CountyTable
  setting: SettingTable
  audit_entry: AuditEntryTable
  receipt: ReceiptTable
  job_progress: JobProgressTable
  rate_limit: RateLimitTable
  party_org: PartyOrgTable
  account: AccountTable
  session: SessionTable
  role_grant: RoleGrantTable
  member: MemberTable
}

export const countyTables = ['account', 'audit_entry', 'job_progress', 'member', 'party_org', 'receipt', 'role_grant', 'session', 'setting'] as const
