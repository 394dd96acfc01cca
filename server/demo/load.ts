import { hash } from '@node-rs/argon2'
import { ROLES } from '@steward/domain/access/roles.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { insertMembers, type NewMember, NOTHING_SEALED } from '#features/members/queries.ts'
import { type CountyTx, countyTx, onConnection } from '#platform/db.ts'
import { newIdAt } from '#platform/new-id.ts'
import type { Parts } from '#platform/run.ts'
import {
  CAST,
  CAST_ORGS,
  type CastOrg,
  DEMO_COUNTY,
  DEMO_PASSWORD,
  OTHER_COUNTY,
  OTHER_OFFICER,
} from './cast.ts'

/** Changes with the cast, so that test templates are made anew. */
export const castVersion = '2'

const TREE: Record<
  CastOrg,
  { parent: CastOrg | null; kind: 'countyCommittee' | 'baseCommittee' | 'generalBranch' | 'branch' }
> = {
  county: { parent: null, kind: 'countyCommittee' },
  yunxi: { parent: 'county', kind: 'baseCommittee' },
  shimen: { parent: 'yunxi', kind: 'branch' },
  hekou: { parent: 'yunxi', kind: 'branch' },
  taoping: { parent: 'yunxi', kind: 'generalBranch' },
  taopingFirst: { parent: 'taoping', kind: 'branch' },
  taopingSecond: { parent: 'taoping', kind: 'branch' },
  liuwan: { parent: 'county', kind: 'baseCommittee' },
  liuwanVillage: { parent: 'liuwan', kind: 'branch' },
}

/** Loads the cast into an empty database. */
export async function loadCast(parts: Parts, now: Date): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 4096, timeCost: 1 })
  await onConnection(parts.pool, true, async (client) => {
    for (const county of [DEMO_COUNTY, OTHER_COUNTY]) {
      const id = newIdAt(now)
      await client.query(
        'insert into county (id, code, name, demo, created_at) values ($1, $2, $3, true, $4)',
        [id, county.code, county.name, now],
      )
      const tx = countyTx(client, id)
      if (county === DEMO_COUNTY) await loadDemoCounty(tx, now, passwordHash)
      else await loadOtherCounty(tx, now, passwordHash)
    }
  })
}

async function insertOrg(
  tx: CountyTx,
  now: Date,
  org: {
    name: string
    kind: (typeof TREE)[CastOrg]['kind']
    number: number
    parent: { id: string; path: string } | null
  },
) {
  const id = newIdAt(now)
  const path = org.parent === null ? String(org.number) : `${org.parent.path}.${org.number}`
  await tx
    .insert('party_org', {
      id,
      parent_id: org.parent?.id ?? null,
      number: org.number,
      path,
      kind: org.kind,
      form: org.kind === 'branch' ? 'independent' : null,
      field: 'rural',
      unit_kind: org.kind === 'branch' || org.kind === 'generalBranch' ? 'village' : 'other',
      name: org.name,
      short_name: org.name,
      initials: '',
      founded_on: plainDate('1998-07-01'),
    })
    .execute()
  return { id, path }
}

async function insertAccount(
  tx: CountyTx,
  now: Date,
  account: {
    accountName: string
    name: string
    role: string
    orgId: string
    memberId: string | null
    passwordHash: string
  },
) {
  const id = newIdAt(now)
  await tx
    .insert('account', {
      id,
      account_name: account.accountName,
      name: account.name,
      member_id: account.memberId,
      password_hash: account.passwordHash,
      password_set_at: now,
      must_change_password: false,
      state: 'active',
      created_at: now,
    })
    .execute()
  await tx
    .insert('role_grant', {
      id: newIdAt(now),
      account_id: id,
      role: account.role,
      party_org_id: account.orgId,
      from_on: plainDate('2026-01-01'),
      granted_by: '安全管理员',
      granted_at: now,
    })
    .execute()
}

async function loadDemoCounty(tx: CountyTx, now: Date, passwordHash: string): Promise<void> {
  const orgs = new Map<CastOrg, { id: string; path: string }>()
  let number = 1
  for (const [key, { parent, kind }] of Object.entries(TREE) as [CastOrg, (typeof TREE)[CastOrg]][]) {
    orgs.set(
      key,
      await insertOrg(tx, now, {
        name: CAST_ORGS[key],
        kind,
        number,
        parent: parent === null ? null : (orgs.get(parent) ?? null),
      }),
    )
    number += 1
  }
  for (const [accountName, person] of Object.entries(CAST)) {
    const org = orgs.get(person.org)
    if (org === undefined) throw new Error(`${person.org} is not in the tree`)
    const memberId = person.member ? newIdAt(now) : null
    if (memberId !== null) {
      const file: NewMember = {
        id: memberId,
        orgId: org.id,
        name: person.name,
        sex: 'male',
        bornOn: plainDate('1970-05-01'),
        ethnicGroup: '汉族',
        education: 'highSchool',
        category: 'farmer',
        admittedOn: plainDate('1999-06-01'),
        convertedOn: plainDate('2000-06-01'),
        sealed: NOTHING_SEALED,
      }
      await insertMembers(tx, [file], {
        source: 'form',
        by: '县委组织部',
        accountId: null,
        at: now,
        reason: '建档',
        newId: () => newIdAt(now),
      })
    }
    await insertAccount(tx, now, {
      accountName,
      name: person.name,
      role: person.role,
      orgId: org.id,
      memberId,
      passwordHash,
    })
  }
}

async function loadOtherCounty(tx: CountyTx, now: Date, passwordHash: string): Promise<void> {
  const root = await insertOrg(tx, now, {
    name: '临水县委',
    kind: 'countyCommittee',
    number: 1,
    parent: null,
  })
  await insertAccount(tx, now, {
    accountName: OTHER_OFFICER.accountName,
    name: OTHER_OFFICER.name,
    role: 'county-officer',
    orgId: root.id,
    memberId: null,
    passwordHash,
  })
}

/** What the terminal announces after the start. */
export type FirstContent = {
  readonly setUpCode: string | null
  readonly accounts: readonly { accountName: string; name: string; role: string; org: string }[]
}

/** Fills an empty database at the first start; a database with a county is left as it is. */
export async function loadDemo(
  parts: Parts,
  content: 'small' | 'full' | 'empty',
  say: (line: string) => void,
): Promise<FirstContent> {
  const counties = await parts.pool.query<{ demo: boolean }>('select demo from county')
  if (counties.rows.length === 0 && content !== 'empty') {
    say('正在装入演示县 · loading the demo county')
    await loadCast(parts, parts.now())
  }
  const isDemo = (await parts.pool.query('select 1 from county where demo')).rowCount !== 0
  const accounts = Object.entries(CAST).map(([accountName, { name, role, org }]) => ({
    accountName,
    name,
    role: ROLES[role].zh,
    org: CAST_ORGS[org],
  }))
  return { setUpCode: null, accounts: isDemo ? accounts : [] }
}
