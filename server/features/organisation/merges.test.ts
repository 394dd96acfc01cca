import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { invariants } from '../../features.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse, type Reply } from '../../testing.ts'

const decided = {
  on: '2026-11-01',
  decidedOn: '2026-10-28',
  documentNumber: '云发〔2026〕33号',
  reason: '村级区划调整',
}

function codeOf({ status, body }: Reply): string {
  if (status === 200) return 'yes'
  const { refusal, problem } = body as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? `${status} ${problem?.code ?? ''}`
}

const sealing = cryptoByCounty(Buffer.alloc(32, 7))

describe('merging and splitting', async () => {
  const house = await openHouse()
  const org = async (name: string) =>
    (
      await house.rows<{ id: string; revision: number; dissolved_on: string | null; path: string }>(
        'select id, revision, dissolved_on::text as dissolved_on, path::text as path from party_org where name = $1 and county_id = $2 order by dissolved_on nulls first',
        [name, house.county],
      )
    )[0]!
  const known = async (name: string) => {
    const { id, revision } = await org(name)
    return { orgId: id, revision }
  }
  const people = async (name: string) =>
    (
      await house.rows<{ id: string; full: boolean; group: string | null }>(
        `select m.id, m.membership_kind = 'full' as full, m.party_group_id as group from member m
         join party_org o on o.id = m.party_org_id
         where o.id = $1 and m.state in ('active', 'suspended') order by m.id`,
        [(await org(name)).id],
      )
    ).map((row) => row)
  const breaches = async () =>
    await onConnection(house.pool, false, async (client) => {
      const found: string[] = []
      for (const { id, find } of invariants.filter((one) => /^(organisation|members)\./.test(one.id))) {
        const { breaches: all } = await find(countyTx(client, house.county), sealing(house.county))
        found.push(...all.map((one) => `${id}: ${one}`))
      }
      return found
    })
  const call = async (operation: string, input: object, who: CastName | 'other' = 'luqingming') =>
    await house.call(who, `organisation.${operation}`, input)

  it('the demo begins without a breach', async () => {
    assert.deepEqual(await breaches(), [])
  })

  it('R-013: a branch with groups is taken up into another: members, groups, units and posts follow', async () => {
    const source = '石门村党支部'
    const target = '河口村党支部'
    const before = (await people(source)).length + (await people(target)).length
    const group = await org('第一党小组')
    const input = { ...(await known(target)), sources: [await known(source)], ...decided }
    assert.equal(codeOf(await call('merge', input, 'zhouguyu')), '403 forbidden')
    assert.equal(codeOf(await call('merge', input, 'other')), '404 not-found')
    const reply = await call('merge', input)
    assert.equal(codeOf(reply), 'yes')
    assert.equal((await people(target)).length, before)
    assert.equal((await people(source)).length, 0)
    const closed = await org(source)
    assert.equal(closed.dissolved_on, '2026-11-01')
    assert.ok((await org('第一党小组')).path.startsWith(`${(await org(target)).path}.`))
    assert.ok((await people(target)).some((person) => person.group === group.id))
    const open = await house.rows(
      'select 1 from committee_post where party_org_id = $1 and until_on is null union all select 1 from committee_term where party_org_id = $1 and ended_on is null',
      [closed.id],
    )
    assert.equal(open.length, 0)
    const acts = await house.rows<{ kind: string }>(
      'select kind from party_org_change where act_id = $1 order by kind',
      [reply.body.actId],
    )
    assert.deepEqual(
      acts.map(({ kind }) => kind),
      ['merge', 'mergedInto', 'move', 'move', 'move'],
    )
    assert.deepEqual(await breaches(), [])
  })

  it('R-013: merging is refused with itself, with another kind, with nothing, and when changed meanwhile', async () => {
    const target = await known('河口村党支部')
    const merge = async (sources: object[], change: object = {}, who: CastName = 'luqingming') =>
      codeOf(await call('merge', { ...target, sources, ...decided, ...change }, who))
    const second = await known('桃坪村第二党支部')
    assert.equal(await merge([target]), 'org-merge-needs-others')
    assert.equal(await merge([await known('桃坪村党总支')]), 'org-merge-other-kind')
    assert.equal(await merge([second, second]), 'org-merge-needs-others')
    assert.equal(await merge([{ ...second, revision: 7 }]), 'organisation-changed-meanwhile')
    assert.equal(await merge([second], { revision: 99 }), 'organisation-changed-meanwhile')
    assert.equal(await merge([await known('石门村党支部')]), 'org-already-dissolved')
    assert.equal(await merge([]), '400 input-invalid')
    assert.equal(await merge([await known('柳树湾村党支部')]), '403 forbidden')
  })

  it('two merges of one branch at once: it is taken up once', async () => {
    const first = await known('桃坪村第一党支部')
    const replies = await Promise.all(
      ['河口村党支部', '桃坪村第二党支部'].map(async (name) =>
        call('merge', { ...(await known(name)), sources: [first], ...decided }),
      ),
    )
    const codes = replies.map(codeOf).toSorted()
    assert.deepEqual(codes, ['organisation-changed-meanwhile', 'yes'])
    assert.deepEqual(await breaches(), [])
  })

  const part = { field: 'rural', form: 'independent', unitKind: 'village' }

  it('R-003: a branch is split in two; members, their groups and history go along', async () => {
    const source = '河口村党支部'
    const all = await people(source)
    const half = all.slice(0, 20).map(({ id }) => id)
    const rest = all.slice(20).map(({ id }) => id)
    const children = (
      await house.rows<{ id: string }>(
        'select id from party_org where parent_id = $1 and dissolved_on is null',
        [(await org(source)).id],
      )
    ).map(({ id }) => id)
    const inGroups = all.filter(({ group }) => group !== null).map(({ id }) => id)
    const input = async (parts: object[], change: object = {}) => ({
      ...(await known(source)),
      parts,
      sourceCloses: false,
      ...decided,
      ...change,
    })
    const split = async (parts: object[], change: object = {}, who: CastName | 'other' = 'luqingming') =>
      codeOf(await call('split', await input(parts, change), who))
    const one = { ...part, name: '河口村新党支部' }
    assert.equal(await split([{ ...one, memberIds: half }], {}, 'shenliqiu'), '403 forbidden')
    assert.equal(await split([{ ...one, memberIds: half }], {}, 'other'), '404 not-found')
    const stranger = (await people('桃坪村第二党支部'))[0]?.id
    assert.equal(await split([{ ...one, memberIds: [stranger] }]), 'org-split-members-elsewhere')
    const twice = [
      { ...one, memberIds: half },
      { ...one, name: '河口村又党支部', memberIds: half },
    ]
    assert.equal(await split(twice), 'org-split-member-twice')
    assert.equal(await split([{ ...one, memberIds: half.slice(0, 2) }]), 'org-too-few-full-members')
    assert.equal(await split([{ ...one, memberIds: [...half], orgIds: children }]), 'org-split-group-divided')
    assert.equal(
      await split([{ ...one, memberIds: half }], { sourceCloses: true }),
      'org-has-organisations-below',
    )
    assert.equal(
      await split([{ ...one, memberIds: half }], { revision: 1 }),
      'organisation-changed-meanwhile',
    )

    const parts = [
      { ...one, memberIds: inGroups, orgIds: children },
      {
        ...part,
        name: '河口村北党支部',
        memberIds: all.filter(({ id }) => !inGroups.includes(id)).map(({ id }) => id),
      },
    ]
    const reply = await call('split', await input(parts, { sourceCloses: true }))
    assert.equal(codeOf(reply), 'yes')
    assert.equal((await people('河口村新党支部')).length, inGroups.length)
    assert.ok((await people('河口村新党支部')).every(({ group }) => group !== null))
    assert.equal((await people('河口村北党支部')).length, all.length - inGroups.length)
    assert.equal((await org(source)).dissolved_on, '2026-11-01')
    assert.equal(rest.length + half.length, all.length)
    assert.deepEqual(await breaches(), [])
  })

  it('the same key splits once', async () => {
    const source = '桃坪村第二党支部'
    const all = await people(source)
    const input = {
      ...(await known(source)),
      parts: [{ ...part, name: '桃坪村第三党支部', memberIds: all.slice(0, 5).map(({ id }) => id) }],
      sourceCloses: false,
      ...decided,
    }
    const first = await house.call('luqingming', 'organisation.split', input, { key: 'split-once' })
    const second = await house.call('luqingming', 'organisation.split', input, { key: 'split-once' })
    assert.equal(codeOf(first), 'yes')
    assert.deepEqual(second.body, first.body)
    assert.equal((await people('桃坪村第三党支部')).length, 5)
    const posts = await house.rows(
      `select 1 from committee_post c join member m on m.id = c.member_id
       where c.until_on is null and c.party_org_id = $1 and m.party_org_id <> c.party_org_id`,
      [(await org(source)).id],
    )
    assert.equal(posts.length, 0)
    assert.deepEqual(await breaches(), [])
  })
})
