import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import { plainDate as day } from '@steward/domain/shared/plain-date.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { newIdAt } from '#platform/new-id.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { insertMembers, type NewMember, sealPerson } from './queries.ts'

type Row = {
  id: string
  name: string
  orgName: string
  category: string
  standingYears: number | null
  age: number
  tags: string[]
}

const identityOf = (born: string, order: string) => {
  const first17 = `990101${born.replaceAll('-', '')}${order}`
  return first17 + checkDigitOf(first17)
}

describe('the roll', async () => {
  const house = await openHouse()
  const sealed = cryptoByCounty(Buffer.alloc(32, 7))(house.county)
  const [branch] = await house.rows<{ id: string }>("select id from party_org where name = '柳树湾村党支部'")
  const orgId = branch!.id
  const person = (
    name: string,
    rest: Partial<NewMember> & { phone?: string; number?: string } = {},
  ): NewMember => ({
    id: newIdAt(TEST_NOW),
    orgId,
    name,
    sex: 'female',
    bornOn: day('1980-01-02'),
    ethnicGroup: '汉族',
    education: 'bachelor',
    category: 'farmer',
    admittedOn: day('2005-06-30'),
    convertedOn: day('2006-06-30'),
    ...rest,
    sealed: sealPerson(sealed, {
      identityNumber: rest.number ?? null,
      phone: rest.phone ?? null,
      address: null,
    }),
  })
  const people = [
    person('曾测一', { phone: '13912345678', number: identityOf('1980-01-02', '002') }),
    person('陈测二', {
      category: 'retiredMember',
      bornOn: day('1950-11-03'),
      convertedOn: day('1976-11-03'),
      admittedOn: day('1975-11-03'),
    }),
    person('周测三', {
      convertedOn: null,
      admittedOn: day('2026-06-30'),
      sex: 'male',
      education: null,
      ethnicGroup: null,
    }),
    person('程测四', { tags: [{ tag: 'floatingMember', fromOn: day('2026-01-01') }], education: 'master' }),
  ]
  await onConnection(house.pool, true, async (client) => {
    await insertMembers(countyTx(client, house.county), people, {
      source: 'import',
      by: '测试',
      accountId: null,
      at: TEST_NOW,
      reason: '建档',
      newId: () => newIdAt(TEST_NOW),
    })
  })
  const list = async (input: object) =>
    (await house.call('taochunfen', 'member.list', { search: '测', orgId, ...input })).body as unknown as {
      rows: Row[]
      total: number
    }
  const names = async (input: object) => (await list(input)).rows.map((row) => row.name)

  it('sorts in pinyin order with surnames read as surnames', async () => {
    assert.deepEqual(await names({}), ['陈测二', '程测四', '曾测一', '周测三'])
  })

  it('sorts by party standing, longest first, probationary members last', async () => {
    assert.deepEqual(await names({ sort: 'standing' }), ['陈测二', '程测四', '曾测一', '周测三'])
    const { rows } = await list({ sort: 'standing' })
    assert.deepEqual(
      rows.map((row) => row.standingYears),
      [50, 20, 20, null],
    )
  })

  it('narrows by every field, and fields narrow together', async () => {
    for (const [input, expected] of [
      [{ categories: ['retiredMember'] }, ['陈测二']],
      [{ kind: 'probationary' }, ['周测三']],
      [{ sex: 'male' }, ['周测三']],
      [{ tags: ['floatingMember'] }, ['程测四']],
      [{ educations: ['master', 'doctor'] }, ['程测四']],
      [{ ageFrom: 76 }, ['陈测二']],
      [{ ageFrom: 77 }, []],
      [{ ageTo: 46 }, ['程测四', '曾测一', '周测三']],
      [{ standingFrom: 50 }, ['陈测二']],
      [{ standingFrom: 20, standingTo: 20 }, ['程测四', '曾测一']],
      [{ lacking: ['phone'] }, ['陈测二', '程测四', '周测三']],
      [{ lacking: ['identityNumber', 'education'] }, ['周测三']],
      [{ lacking: ['ethnicGroup'] }, ['周测三']],
      [{ categories: ['farmer'], sex: 'female', tags: ['floatingMember'] }, ['程测四']],
      [{ state: 'deceased' }, []],
      [{ state: 'all', sex: 'male' }, ['周测三']],
    ] as const) {
      const found = await list(input)
      assert.deepEqual(
        found.rows.map((row) => row.name),
        expected,
        JSON.stringify(input),
      )
      assert.equal(found.total, expected.length)
    }
  })

  it('finds by full number, full phone, last four, pinyin, initials and branch', async () => {
    const number = identityOf('1980-01-02', '002')
    for (const search of [
      number,
      number.toLowerCase(),
      '13912345678',
      '+86 139 1234 5678',
      number.slice(-4),
      '5678',
      'zengceyi',
      'zeng ce',
      'zcy',
      'ZCY',
    ]) {
      assert.deepEqual(await names({ search }), ['曾测一'], search)
    }
    assert.equal((await names({ search: '柳树湾' })).includes('陈测二'), true)
    assert.deepEqual(await names({ search: '1391234567' }), [])
    assert.deepEqual(await names({ search: "' or 1=1 --" }), [])
  })

  it('answers in windows that fit together in each sort', async () => {
    for (const sort of ['name', 'administrative', 'standing']) {
      const read = async (offset: number, limit: number) =>
        (await house.call('hanhanlu', 'member.list', { sort, offset, limit })).body as unknown as {
          rows: Row[]
          total: number
        }
      const { total } = await read(0, 1)
      const whole: string[] = []
      for (let offset = 0; offset < total; offset += 200)
        whole.push(...(await read(offset, 200)).rows.map((row) => row.id))
      assert.equal(new Set(whole).size, total, sort)
      const middle = await read(150, 70)
      assert.deepEqual(
        middle.rows.map((row) => row.id),
        whole.slice(150, 220),
        sort,
      )
      assert.deepEqual((await read(total, 10)).rows, [])
      assert.equal((await read(total + 500, 10)).total, total)
    }
  })

  it('administrative order keeps a branch together and follows the tree', async () => {
    const { body } = await house.call('luqingming', 'member.list', { sort: 'administrative', limit: 200 })
    const orgs = (body.rows as Row[]).map((row) => row.orgName)
    const changes = orgs.filter((org, index) => org !== orgs[index - 1])
    assert.equal(new Set(changes).size, changes.length)
    assert.equal(changes[0], '石门村党支部')
  })

  it('R-017: a party group lists its own people', async () => {
    const [group] = await house.rows<{ id: string; people: string[] }>(
      `select g.id, array_agg(m.name order by m.name_order, m.id) as people from party_org g join member m on m.party_group_id = g.id
       where g.name = '第二党小组' group by g.id`,
    )
    const { body } = await house.call('zhouguyu', 'member.list', { orgId: group!.id, limit: 200 })
    assert.deepEqual(
      (body.rows as Row[]).map((row) => row.name),
      group!.people,
    )
    assert.equal(group!.people.length > 0, true)
    assert.equal((await house.call('shenliqiu', 'member.list', { orgId: group!.id })).status, 404)
  })

  it('a doubled identity number cannot be inserted', async () => {
    const again = person('曾测五', { number: identityOf('1980-01-02', '002') })
    const insert = onConnection(house.pool, true, async (client) => {
      await insertMembers(countyTx(client, house.county), [again], {
        source: 'import',
        by: '测试',
        accountId: null,
        at: TEST_NOW,
        reason: '建档',
        newId: () => newIdAt(TEST_NOW),
      })
    })
    await assert.rejects(insert, { code: '23505' })
  })
})

describe('figures of a roll', async () => {
  const house = await openHouse()
  const [org] = await house.rows<{ id: string; path: string }>(
    "select id, path::text from party_org where name = '云溪镇党委'",
  )
  const read = async (who: 'luqingming' | 'hanhanlu', asOf: string | null = null) =>
    await house.answer(who, 'member.figures', { orgId: org!.id, asOf })

  it('S-004, S-065: every grouping adds up to the total, and organisations below do too', async () => {
    const figures = await read('luqingming')
    const [counted] = await house.rows<{ n: number }>(
      "select count(*)::int as n from member m join party_org o on o.id = m.party_org_id where o.path <@ $1::ltree and m.state in ('active', 'suspended')",
      [org!.path],
    )
    assert.equal(figures.total, counted!.n)
    for (const group of ['byKind', 'byCategory', 'bySex', 'byAge', 'byEducation', 'byStanding'] as const) {
      assert.equal(
        figures[group].reduce((sum, one) => sum + one.count, 0),
        figures.total,
        group,
      )
    }
    assert.equal(
      figures.below.reduce((sum, one) => sum + one.total, 0),
      figures.total,
    )
    const retired = figures.byCategory.find((one) => one.key === 'retiredMember')!.count
    assert.equal(
      figures.below.reduce((sum, one) => sum + one.retired, 0),
      retired,
    )
  })

  it('S-004: a past day counts who belonged then', async () => {
    const past = await read('hanhanlu', '2018-01-01')
    const now = await read('hanhanlu')
    assert.equal(past.total > 0 && past.total < now.total, true)
    assert.equal((await read('hanhanlu', '1900-01-01')).total, 0)
    assert.equal((await read('hanhanlu', '1900-01-01')).byKind[0]!.share, null)
  })

  it('is for those who may see the files', async () => {
    for (const who of ['zhouguyu', 'taochunfen', 'hebailu', 'other'] as const) {
      assert.equal((await house.call(who, 'member.figures', { orgId: org!.id })).status, 404, who)
    }
  })
})
