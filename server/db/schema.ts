// Row types of the schema after the last migration. Written by `npm run schema`; do not edit.
import type { ColumnType } from 'kysely'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'

/** Has a default: may be left out when a row is added. */
export type Generated<T> = ColumnType<T, T | undefined, T>
/** Comes out as it is, to be parsed; goes in as an object, or as JSON text (lists must: the driver writes them as SQL arrays). */
export type Json = ColumnType<unknown, object | string, object | string>
/** Computed by the database. */
export type Computed<T> = ColumnType<T, never, never>

/** Who may sign in. One person, one account; never shared. */
export interface AccountTable {
  county_id: string
  id: string
  account_name: string
  name: string
  member_id: string | null
  /** Argon2id in PHC form; empty while only a one-time code can open the account. */
  password_hash: string | null
  password_set_at: Date | null
  must_change_password: Generated<boolean>
  state: 'active' | 'stopped'
  state_reason: Generated<string>
  failed_count: Generated<number>
  locked_until: Date | null
  /** Secret of the second factor, encrypted; counts once confirmed. */
  totp_sealed: Buffer | null
  totp_confirmed_at: Date | null
  /** Last time step used, so that a code works once. */
  totp_last_step: number | null
  elder: Generated<boolean>
  language: Generated<'zh' | 'en'>
  created_at: Date
  last_seen_at: Date | null
}

/** Append-only. Who did what, when, with which result; failures too. */
export interface AuditEntryTable {
  county_id: string
  id: string
  at: Date
  account_id: string | null
  actor_name: string
  operation: string
  /** done, or the code of the refusal or problem. */
  outcome: string
  /** What it was about: ids, counts, purposes; never secrets. */
  subject: Json
  address: string
}

/** A county served by this installation. Reference data: small, without county key. */
export interface CountyTable {
  id: string
  code: string
  name: string
  /** Example data; screens say so. */
  demo: Generated<boolean>
  created_at: Date
}

/** How far background work is; written outside the transaction of the work. */
export interface JobProgressTable {
  county_id: string
  job_id: string
  done: number
  all_count: number
  step: string
  at: Date
}

/** A party member of the county: the national record's items and where they belong. */
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
  /** Day the assembly passed admission; membership starts here once approved. */
  admitted_on: PlainDate
  /** Day full membership began; party standing counts from here. */
  converted_on: PlainDate | null
  /** Since when the member belongs to the present branch. */
  joined_org_on: PlainDate
  post: Generated<string>
  work_unit: Generated<string>
  state: 'active' | 'suspended' | 'transferredOut' | 'deceased' | 'removed' | 'withdrawn' | 'expelled'
  state_from_on: PlainDate
  /** Identity number, encrypted with a key outside the database. */
  identity_sealed: Buffer | null
  /** Blind index of the identity number: equal numbers, equal value; the number cannot be read back. */
  identity_index: Buffer | null
  /** Last four characters, shown masked. */
  identity_tail: Generated<string>
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  /** Phone as shown masked, 138****2210. */
  phone_mask: Generated<string>
  address_sealed: Buffer | null
  /** Grows with every change; a change of an older revision is refused. */
  revision: Generated<number>
  created_at: Date
}

/** Nodes of a county's organisation tree, from county committee to group. */
export interface PartyOrgTable {
  county_id: string
  id: string
  parent_id: string | null
  /** Label of this node in paths; given once, never again. */
  number: number
  /** Numbers from the root down to this node; kept by the organisation feature. */
  path: string
  kind: 'countyCommittee' | 'workCommittee' | 'baseCommittee' | 'generalBranch' | 'branch' | 'partyGroup'
  form: 'independent' | 'joint' | 'attached' | 'villageEnterprise' | 'villageTown' | 'temporary' | 'floating' | 'retired' | 'byTrade'
  field: 'rural' | 'community' | 'governmentOffice' | 'stateFirm' | 'school' | 'privateFirm' | 'socialOrganisation' | 'otherPublicBody' | 'other'
  name: string
  short_name: string
  /** Pinyin initials of the name, for search. */
  initials: string
  /** Base committee that may approve admission, conversion, transfer and disposal. */
  approving: Generated<boolean>
  sort_no: Generated<number>
  founded_on: PlainDate
  dissolved_on: PlainDate | null
  /** Grows with every change; a change of an older revision is refused. */
  revision: Generated<number>
}

/** Counters of rate limits, per account and address; the form is the library's. */
export interface RateLimitTable {
  key: string
  points: Generated<number>
  expire: number | null
}

/** Receipts of commands: the same key is done once and answered as often as it comes. */
export interface ReceiptTable {
  county_id: string
  account_id: string
  key: string
  operation: string
  at: Date
  answer: Json | null
}

/** Roles held by accounts in organisations, with dates; roles are defined in domain/access/roles.ts. */
export interface RoleGrantTable {
  county_id: string
  id: string
  account_id: string
  role: string
  party_org_id: string
  from_on: PlainDate
  /** Last day it counts. */
  until_on: PlainDate | null
  granted_by: string
  granted_at: Date
  revoked_by: string | null
  revoked_at: Date | null
}

/** Signed-in browsers; rows, so that they can be ended at once. */
export interface SessionTable {
  county_id: string
  id: string
  account_id: string
  /** SHA-256 of the secret in the cookie. */
  token_hash: Buffer
  started_at: Date
  last_seen_at: Date
  /** Absolute end, whatever the use. */
  ends_at: Date
  idle_minutes: number
  second_factor_at: Date | null
  ended_at: Date | null
  ended_why: 'signed-out' | 'idle' | 'over' | 'revoked' | 'password-changed' | 'account-stopped' | null
  address: string
  agent: string
}

/** Append-only. One typed, dated document per area of a county's settings; the newest whose day has come counts. */
export interface SettingTable {
  county_id: string
  area: string
  version_no: number
  /** First day the version counts. */
  from_on: PlainDate
  value: Json
  decided_by: string
  decided_at: Date
}

export interface Database {
  account: AccountTable
  audit_entry: AuditEntryTable
  county: CountyTable
  job_progress: JobProgressTable
  member: MemberTable
  party_org: PartyOrgTable
  rate_limit: RateLimitTable
  receipt: ReceiptTable
  role_grant: RoleGrantTable
  session: SessionTable
  setting: SettingTable
}

/** Tables whose rows belong to a county; `county_id` leads their keys. */
export const countyTables = [
  'account',
  'audit_entry',
  'job_progress',
  'member',
  'party_org',
  'receipt',
  'role_grant',
  'session',
  'setting',
] as const
