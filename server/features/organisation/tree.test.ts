import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Node = {
  id: string
  number: number
  parent: number | null
  name: string
  members: number | null
  defects: string[]
  closed: boolean
}

describe('the organisation tree', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const treeOf = async (who: CastName | 'other', input: object = {}) => {
    const reply = await house.call(who, 'organisation.tree', input)
    assert.equal(reply.status, 200)
    return reply.body.rows as Node[]
  }
  const statusOf = async (who: CastName | 'other' | null, operation: string, input: object = {}) =>
    (await house.call(who, operation, input)).status

  it('the county sees all, a town its own, a secretary the branch and its groups, a member the branch', async () => {
    const all = await treeOf('hanhanlu')
    const [counted] = await house.rows<{ count: number }>(
      'select count(*)::int as count from party_org where county_id = $1',
      [house.county],
    )
    assert.equal(all.length, counted?.count)
    assert.ok((await treeOf('luqingming')).every(({ name }) => name !== '清源县委' && name !== '柳湾镇党委'))
    assert.deepEqual(
      (await treeOf('zhouguyu')).map(({ name }) => name),
      ['石门村党支部', '第一党小组', '第二党小组', '第三党小组'],
    )
    assert.deepEqual(
      (await treeOf('hebailu')).map(({ name }) => name),
      ['石门村党支部'],
    )
    assert.equal(await statusOf(null, 'organisation.tree'), 401)
  })

  it('another county sees its own tree only', async () => {
    assert.deepEqual(
      (await treeOf('other')).map(({ name }) => name),
      ['临水县委'],
    )
    const shimen = await idOf('石门村党支部')
    assert.equal(await statusOf('other', 'organisation.show', { orgId: shimen }), 404)
  })

  it('members are counted over everything below, and each node names what is wrong with it', async () => {
    const rows = await treeOf('hanhanlu')
    const byNumber = new Map(rows.map((row) => [row.number, row]))
    for (const row of rows) {
      const below = rows.filter(({ parent }) => parent === row.number)
      const isAboveBranches = below.length > 0 && below.every(({ name }) => !name.endsWith('小组'))
      if (!isAboveBranches) continue
      assert.equal(
        row.members,
        below.reduce((sum, { members }) => sum + (members ?? 0), 0),
        row.name,
      )
    }
    assert.equal([...byNumber.values()].filter(({ parent }) => parent === null).length, 1)
    const vacant = rows.find(({ name }) => name === '桃坪村第二党支部')
    assert.ok(vacant?.defects.includes('noSecretary'))
  })

  it('a day before an organisation was founded does not show it', async () => {
    assert.deepEqual(await treeOf('hanhanlu', { asOf: '1949-01-01' }), [])
    const before = await treeOf('hanhanlu', { asOf: '2020-01-01' })
    assert.ok(before.length > 0)
    assert.equal(before[0]?.members, null)
  })

  it('one organisation shows its way, committee, defects with owner, groups and history', async () => {
    const { status, body } = await house.call('luqingming', 'organisation.show', {
      orgId: await idOf('石门村党支部'),
    })
    assert.equal(status, 200)
    const { path, terms, counts, may, below, history } = body as unknown as {
      path: Node[]
      terms: { seats: { name: string; post: string }[]; endsOn: string }[]
      counts: { members: number; fullMembers: number }
      may: string[]
      below: Node[]
      history: { kind: string }[]
    }
    assert.deepEqual(
      path.map(({ name }) => name),
      ['清源县委', '云溪镇党委', '石门村党支部'],
    )
    assert.deepEqual(terms[0]?.seats[0], { ...terms[0]?.seats[0], name: '周谷雨', post: 'secretary' })
    assert.equal(counts.members, 34)
    assert.equal(below.length, 3)
    assert.equal(history[0]?.kind, 'register')
    assert.ok(may.includes('change'))
  })

  it('may says what the caller can do there; reading outside the reach is refused', async () => {
    const shimen = await idOf('石门村党支部')
    const maySee = async (who: CastName) =>
      (await house.call(who, 'organisation.show', { orgId: shimen })).body.may as string[]
    assert.deepEqual(await maySee('zhouguyu'), ['setUp', 'committee', 'roster'])
    assert.deepEqual(await maySee('hebailu'), [])
    assert.equal(await statusOf('shenliqiu', 'organisation.show', { orgId: shimen }), 403)
    assert.equal(await statusOf('taochunfen', 'organisation.show', { orgId: shimen }), 403)
    assert.equal(await statusOf(null, 'organisation.show', { orgId: shimen }), 401)
  })

  it('a search finds by name, initials and pinyin, and suggests the nearest when nothing fits', async () => {
    const find = async (text: string, who: CastName | 'other' = 'hanhanlu', more: object = {}) => {
      const { body } = await house.call(who, 'organisation.search', { text, ...more })
      return (body.rows as { name: string; near: boolean }[]).map(({ name, near }) =>
        near ? `~${name}` : name,
      )
    }
    assert.equal((await find('石门村党支部'))[0], '石门村党支部')
    assert.equal((await find('smc'))[0], '石门村党支部')
    assert.equal((await find('shimencun'))[0], '石门村党支部')
    assert.equal((await find('石门支部'))[0], '~石门村党支部')
    assert.ok(!(await find('石门村', 'taochunfen')).some((name) => name.includes('石门村')))
    assert.deepEqual(await find('石门村党支部', 'other'), [])
    assert.deepEqual(await find('云溪', 'hanhanlu', { kinds: ['baseCommittee'] }), ['云溪镇党委'])
    const below = { below: await idOf('云溪镇党委') }
    assert.deepEqual(
      await find('柳树湾村党支部', 'hanhanlu', { ...below, limit: 1, kinds: ['generalBranch'] }),
      [],
    )
  })

  it('my branch: secretary, committee, group; nothing for somebody without a file', async () => {
    const mine = await house.call('hebailu', 'organisation.my-branch')
    const branch = mine.body.branch as { name: string; seats: { name: string }[]; group: { name: string } }
    assert.equal(branch.name, '石门村党支部')
    assert.equal(branch.seats[0]?.name, '周谷雨')
    assert.ok(branch.group.name.endsWith('党小组'))
    const nobody = await house.call('hanhanlu', 'organisation.my-branch')
    assert.deepEqual(nobody.body, { branch: null })
    assert.equal(await statusOf(null, 'organisation.my-branch'), 401)
  })
})
