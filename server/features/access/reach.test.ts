import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { PERMISSIONS, type Permission } from '@steward/domain/access/permissions.ts'
import { permissionsOf, type Role, ROLES } from '@steward/domain/access/roles.ts'
import { isAtOrBelow, type Reach } from '@steward/domain/shared/reach.ts'
import { toPlainDate } from '@steward/domain/shared/plain-date.ts'
import fc from 'fast-check'
import { accessOf } from '#platform/access.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { identify, tokenHash } from '#features/sign-in/queries.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
const roles = Object.keys(ROLES) as Role[]
const permissions = Object.keys(PERMISSIONS) as Permission[]

/** Parents by index (each before its children), where members are, and the grants of one account. */
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
  closed: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  members: fc.array(fc.nat(), { maxLength: 8 }),
  isMember: fc.boolean(),
  grants: fc.array(
    fc.record({
      role: fc.constantFrom(...roles.filter((role) => role !== 'member')),
      org: fc.nat(),
      when: fc.constantFrom('current', 'current', 'current', 'past', 'coming', 'revoked'),
    }),
    { maxLength: 5 },
  ),
})
type World = typeof world extends fc.Arbitrary<infer One> ? One : never

type Org = { id: string; parentId: string | null; path: string; isClosed: boolean }
type Planted = { county: string; token: string; orgs: Org[]; members: { id: string; path: string }[] }

const DAYS = {
  current: ['2026-01-01', null, null],
  past: ['2025-01-01', '2026-11-02', null],
  coming: ['2026-11-04', null, null],
  revoked: ['2026-01-01', null, TEST_NOW],
} as const

/** Writes a world into a county of its own. */
async function plant({ parents, closed, members, isMember, grants }: World): Promise<Planted> {
  const county = randomUUID()
  const secret = randomBytes(16).toString('base64url')
  const orgs: Org[] = [{ id: randomUUID(), parentId: null, path: '1', isClosed: false }]
  for (const [index, parent] of parents.entries()) {
    const above = orgs[parent % orgs.length]!
    orgs.push({
      id: randomUUID(),
      parentId: above.id,
      path: `${above.path}.${index + 2}`,
      isClosed: closed[index] === true && parent % 3 === 0,
    })
  }
  const placed = members.map((at) => ({ id: randomUUID(), org: orgs[at % orgs.length]! }))
  await onConnection(house.pool, true, async (client) => {
    const put = (text: string, values: unknown[]) => client.query(text, values)
    await put(`insert into county (id, code, name, created_at) values ($1, $2, 'x', now())`, [
      county,
      `r-${county.slice(0, 8)}`,
    ])
    for (const { id, parentId, path, isClosed } of orgs) {
      await put(
        `insert into party_org select (jsonb_populate_record(o, jsonb_build_object('county_id', $1::uuid, 'id', $2::uuid,
           'parent_id', $7::uuid, 'number', $3::int, 'path', $4::text, 'dissolved_on', $5::date))).*
         from party_org o where county_id = $6 and kind = case when $7::uuid is null then 'countyCommittee' else 'branch' end limit 1`,
        [
          county,
          id,
          Number(path.split('.').at(-1)),
          path,
          isClosed ? '2026-06-30' : null,
          house.county,
          parentId,
        ],
      )
    }
    for (const { id, org } of placed) {
      await put(
        `insert into member select (jsonb_populate_record(m, jsonb_build_object('county_id', $1::uuid, 'id', $2::uuid,
           'party_org_id', $3::uuid, 'party_group_id', null, 'identity_index', null, 'identity_sealed', null,
           'identity_tail', '', 'phone_index', null, 'phone_sealed', null, 'phone_mask', '', 'address_sealed', null))).*
         from member m where county_id = $4 and state = 'active' limit 1`,
        [county, id, org.id, house.county],
      )
    }
    const accountId = randomUUID()
    await put(
      `insert into account (county_id, id, account_name, name, member_id, state, must_change_password, created_at)
       values ($1, $2, 'somebody', 'x', $3, 'active', false, now())`,
      [county, accountId, isMember ? (placed[0]?.id ?? null) : null],
    )
    await put(
      `insert into session (county_id, id, account_id, token_hash, started_at, last_seen_at, ends_at, idle_minutes, address, agent)
       values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz, $5::timestamptz + interval '1 hour', 30, '', '')`,
      [county, randomUUID(), accountId, tokenHash(secret), TEST_NOW],
    )
    for (const { role, org, when } of grants) {
      const [fromOn, untilOn, revokedAt] = DAYS[when]
      await put(
        `insert into role_grant (county_id, id, account_id, role, party_org_id, from_on, until_on, granted_by, granted_at, revoked_by, revoked_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'x', now(), $8, $9)`,
        [
          county,
          randomUUID(),
          accountId,
          role,
          orgs[org % orgs.length]!.id,
          fromOn,
          untilOn,
          revokedAt === null ? null : 'x',
          revokedAt,
        ],
      )
    }
  })
  return {
    county,
    token: `${county}.${secret}`,
    orgs,
    members: placed.map(({ id, org }) => ({ id, path: org.path })),
  }
}

/** The rule said once more, from the world alone. */
function mayByTheBook(
  planted: Planted,
  { isMember, grants }: World,
  permission: Permission,
  member: { id: string; path: string },
) {
  const covers = (reach: Reach, path: string, own: boolean) =>
    reach === 'everywhere' ||
    (reach === 'org-and-below' && isAtOrBelow(member.path, path)) ||
    (reach === 'own-org' && member.path === path) ||
    (reach === 'self' && own)
  const own = isMember ? planted.members[0] : undefined
  const held = grants.flatMap(({ role, org, when }) => {
    const at = planted.orgs[org % planted.orgs.length]!
    return when === 'current' && !at.isClosed ? [{ role, path: at.path }] : []
  })
  const all = [...held, ...(own === undefined ? [] : [{ role: 'member' as const, path: own.path }])]
  return all.some(({ role, path }) =>
    permissionsOf(role).some(
      (one) => one.permission === permission && covers(one.reach, path, member.id === own?.id),
    ),
  )
}

describe('reach', () => {
  it('yes or no for one record and the condition on a list agree, on any tree with any grants', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...permissions), async (one, permission) => {
        const planted = await plant(one)
        const who = await identify(house.pool, planted.token, TEST_NOW, toPlainDate(TEST_NOW))
        assert.ok(who !== undefined && who !== 'session-ended')
        const access = accessOf(who.actor)
        const byTheBook = planted.members.filter((member) => mayByTheBook(planted, one, permission, member))
        const byQuestion = planted.members.filter(({ id, path }) =>
          access.can(permission, { path, memberId: id }),
        )
        const columns = { path: 'o.path', memberId: 'm.id' }
        const [byCondition, byText] = await onConnection(house.pool, false, async (client) => {
          const tx = countyTx(client, planted.county)
          const listed = await tx
            .from('member', 'm')
            .innerJoin('party_org as o', (join) =>
              join.onRef('o.county_id', '=', 'm.county_id').onRef('o.id', '=', 'm.party_org_id'),
            )
            .where(access.within(permission, columns))
            .select('m.id')
            .execute()
          const { text, values } = access.withinText(permission, columns, 2)
          const raw = await client.query<{ id: string }>(
            `select m.id from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
             where m.county_id = $1 and ${text}`,
            [planted.county, ...values],
          )
          return [listed, raw.rows]
        })
        const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted()
        assert.deepEqual(ids(byQuestion), ids(byTheBook))
        assert.deepEqual(ids(byCondition), ids(byTheBook))
        assert.deepEqual(ids(byText), ids(byTheBook))
      }),
      { numRuns: 120 },
    )
  })

  it('the condition speaks of one county, whoever asks', async () => {
    const planted = await plant({
      parents: [],
      closed: [],
      members: [0, 0],
      isMember: false,
      grants: [{ role: 'county-officer', org: 0, when: 'current' }],
    })
    const found = await onConnection(house.pool, false, (client) => {
      const access = accessOf({
        memberId: null,
        holdings: [{ permission: 'member.read', reach: 'everywhere', orgPath: '1' }],
      })
      return countyTx(client, planted.county)
        .from('member', 'm')
        .where(access.within('member.read', {}))
        .select('m.id')
        .execute()
    })
    assert.equal(found.length, 2)
  })
})
