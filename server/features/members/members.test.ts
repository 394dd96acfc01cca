import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Row = { id: string; name: string; orgName: string }

describe('who sees which members', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const namesFor = async (who: CastName | 'other', input: object = {}) => {
    const reply = await house.call(who, 'member.list', input)
    assert.equal(reply.status, 200)
    return (reply.body.rows as Row[]).map((row) => row.name)
  }
  const idsFor = async (who: CastName) => {
    const ids: string[] = []
    for (;;) {
      const { body } = await house.call(who, 'member.list', { offset: ids.length, limit: 200 })
      ids.push(...(body.rows as Row[]).map((row) => row.id))
      if (ids.length >= Number(body.total)) return ids.toSorted()
    }
  }
  const idsBelow = async (org: string) =>
    (
      await house.rows<{ id: string }>(
        `select m.id from member m join party_org o on o.id = m.party_org_id
         where m.state in ('active', 'suspended') and o.path <@ (select path from party_org where name = $1)`,
        [org],
      )
    )
      .map((row) => row.id)
      .toSorted()
  const statusOf = async (who: CastName | 'other' | null, operation: string, input: object) =>
    (await house.call(who, operation, input)).status

  it('a member sees the own row only, a secretary the branch, an officer the town, the county everybody', async () => {
    assert.deepEqual(await namesFor('hebailu'), ['何白露'])
    for (const [who, org] of [
      ['zhouguyu', '石门村党支部'],
      ['luqingming', '云溪镇党委'],
      ['taochunfen', '柳湾镇党委'],
      ['hanhanlu', '清源县委'],
    ] as const) {
      assert.deepEqual(await idsFor(who), await idsBelow(org), who)
    }
    assert.equal((await idsBelow('石门村党支部')).length < (await idsBelow('云溪镇党委')).length, true)
  })

  it('another county sees nobody, and the system administrators hold no permission on members', async () => {
    assert.deepEqual(await namesFor('other'), [])
    assert.deepEqual(await namesFor('yingxiaohan'), [])
    assert.equal(await statusOf(null, 'member.list', {}), 401)
  })

  it('a list of an organisation out of reach is not found', async () => {
    const shimen = await orgOf('石门村党支部')
    assert.equal(
      (await namesFor('zhouguyu', { orgId: shimen })).length,
      (await idsBelow('石门村党支部')).length,
    )
    for (const who of ['shenliqiu', 'taochunfen', 'hebailu', 'other'] as const) {
      assert.equal(await statusOf(who, 'member.list', { orgId: shimen }), 404, who)
    }
    assert.equal(await statusOf('hanhanlu', 'member.list', { orgId: crypto.randomUUID() }), 404)
  })

  it('a file is shown to its member and those above, and does not exist for others', async () => {
    const bailu = await idOf('何白露')
    for (const who of ['hebailu', 'zhouguyu', 'luqingming', 'hanhanlu'] as const) {
      assert.equal(await statusOf(who, 'member.show', { memberId: bailu }), 200, who)
    }
    for (const who of ['qinlidong', 'shenliqiu', 'taochunfen', 'yingxiaohan', 'other'] as const) {
      assert.equal(await statusOf(who, 'member.show', { memberId: bailu }), 404, who)
    }
    const own = await house.call('hebailu', 'member.show', {})
    assert.equal((own.body.facts as Row).name, '何白露')
    assert.equal(await statusOf('luqingming', 'member.show', {}), 404)
  })

  it('R-105, R-109, R-139: a file shows three clocks with their rules', async () => {
    const reply = await house.call('hebailu', 'member.show', {})
    const facts = reply.body.facts as { admittedOn: string; convertedOn: string }
    const [membership, probation, standing] = reply.body.clocks as {
      on: string
      years: number
      rule: string
    }[]
    assert.deepEqual([membership!.on, membership!.rule], [facts.admittedOn, 'R-139'])
    assert.equal(probation!.rule, 'R-105')
    assert.deepEqual([standing!.on, standing!.rule], [facts.convertedOn, 'R-109'])
    assert.equal(
      standing!.years,
      2026 - Number(facts.convertedOn.slice(0, 4)) - (facts.convertedOn.slice(5) > '11-03' ? 1 : 0),
    )
  })

  it('says what the viewer may do, so that screens show no dead button', async () => {
    const bailu = await idOf('何白露')
    const may = async (who: CastName) =>
      ((await house.call(who, 'member.show', { memberId: bailu })).body.may as string[]).toSorted()
    assert.deepEqual(await may('hebailu'), ['member.request-correction', 'member.who-looked'])
    assert.deepEqual(await may('zhouguyu'), ['member.change', 'member.unmask', 'member.who-looked'])
    assert.ok((await may('luqingming')).includes('member.certify'))
  })

  it('the global search finds people and organisations within reach', async () => {
    const found = async (who: CastName | 'other', text: string) => {
      const { body } = await house.call(who, 'member.search', { text })
      return {
        people: (body.people as Row[]).map((row) => row.name),
        organisations: (body.organisations as Row[]).map((row) => row.name),
      }
    }
    assert.deepEqual(await found('luqingming', '何白露'), { people: ['何白露'], organisations: [] })
    assert.equal((await found('luqingming', 'hbl')).people.includes('何白露'), true)
    assert.equal((await found('luqingming', 'hebai')).people.includes('何白露'), true)
    assert.deepEqual((await found('luqingming', '石门')).organisations, ['石门村党支部'])
    assert.deepEqual((await found('shenliqiu', '何白露')).people, [])
    assert.deepEqual(await found('other', '石门'), { people: [], organisations: [] })
    assert.deepEqual(await found('hanhanlu', '%'), { people: [], organisations: [] })
    assert.deepEqual(await found('hanhanlu', ''), { people: [], organisations: [] })
  })

  it('nobody sorts people by points', async () => {
    assert.equal(await statusOf('hanhanlu', 'member.list', { sort: 'points' }), 400)
  })
})

describe('filters kept by name', async () => {
  const house = await openHouse()
  const save = (who: CastName, name: string, filter: object = {}) =>
    house.call(who, 'member.save-filter', { name, filter })
  const namesOf = async (who: CastName) =>
    ((await house.call(who, 'member.list-filters')).body.filters as Row[]).map((row) => row.name)

  it('a filter belongs to its account, and the same name replaces', async () => {
    await save('luqingming', '老党员', { ageFrom: 60 })
    await save('luqingming', '老党员', { ageFrom: 70 })
    assert.deepEqual(await namesOf('luqingming'), ['老党员'])
    assert.deepEqual(await namesOf('taochunfen'), [])
    const { body } = await house.call('luqingming', 'member.list-filters')
    const [first] = body.filters as { id: string; filter: { ageFrom: number } }[]
    assert.equal(first!.filter.ageFrom, 70)
    const foreign = await house.call('taochunfen', 'member.remove-filter', { filterId: first!.id })
    assert.equal(foreign.body.removed, false)
    const removed = await house.call('luqingming', 'member.remove-filter', { filterId: first!.id })
    assert.equal(removed.body.removed, true)
  })

  it('twenty are kept, a twenty-first is refused, also when two come at once', async () => {
    for (let n = 1; n < 20; n += 1) await save('zhouguyu', `筛选${n}`)
    const both = await Promise.all([save('zhouguyu', '甲'), save('zhouguyu', '乙')])
    assert.deepEqual(both.map((reply) => reply.status).toSorted(), [200, 409])
    assert.equal((await namesOf('zhouguyu')).length, 20)
  })
})
