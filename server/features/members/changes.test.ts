import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

const identityOf = (born: string, order: string) => {
  const first17 = `990101${born.replaceAll('-', '')}${order}`
  return first17 + checkDigitOf(first17)
}
const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status

describe('changing a file', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const memberId = await idOf('何白露')
  const show = async (id = memberId) => await house.answer('hanhanlu', 'member.show', { memberId: id })
  const change = async (who: CastName | 'other', changes: object, rest: object = {}) => {
    const { facts } = await show()
    return await house.call(who, 'member.change', {
      memberId,
      revision: facts.revision,
      changes,
      reason: '核实',
      ...rest,
    })
  }

  it('a secretary changes phone and post; each field leaves a line with author and reason', async () => {
    assert.equal(codeOf(await change('zhouguyu', { post: '村会计、网格员', phone: '138 0000 2210' })), 200)
    const { facts, changes } = await show()
    assert.deepEqual([facts.post, facts.phoneMask], ['村会计、网格员', '138****2210'])
    const [first, second] = changes
    assert.deepEqual([first!.by, first!.reason, first!.source], ['周谷雨', '核实', 'form'])
    assert.deepEqual(new Set([first!.field, second!.field]), new Set(['post', 'phone']))
  })

  it('R-112: identity, birth and membership dates are settled by an officer only', async () => {
    for (const changes of [
      { name: '何白鹭' },
      { sex: 'male' },
      { bornOn: '1986-09-09' },
      { admittedOn: '2014-06-19' },
      { convertedOn: '' },
    ]) {
      assert.equal(codeOf(await change('zhouguyu', changes)), 403, JSON.stringify(changes))
    }
    assert.equal(codeOf(await change('luqingming', { name: '何白鹭' })), 200)
    const found = await house.call('luqingming', 'member.list', { search: 'hebailu' })
    assert.equal(
      (found.body.rows as { name: string }[]).some((row) => row.name === '何白鹭'),
      true,
    )
    assert.equal(codeOf(await change('luqingming', { name: '何白露' })), 200)
  })

  it('an older revision is refused, and of two at once only one goes through', async () => {
    const { facts } = await show()
    const both = await Promise.all(
      ['甲', '乙'].map((post) =>
        house.call('luqingming', 'member.change', {
          memberId,
          revision: facts.revision,
          changes: { post },
          reason: '核实',
        }),
      ),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'member-changed-meanwhile'])
    assert.equal((await show()).facts.revision, facts.revision + 1)
  })

  it('the same key changes once', async () => {
    const { facts } = await show()
    const send = () =>
      house.call(
        'luqingming',
        'member.change',
        { memberId, revision: facts.revision, changes: { workplace: '石门村' }, reason: '核实' },
        { key: 'same' },
      )
    const [one, two] = [await send(), await send()]
    assert.deepEqual(two.body, one.body)
    assert.equal((await show()).facts.revision, facts.revision + 1)
  })

  it('nobody out of reach changes anything, and nobody the own file', async () => {
    for (const who of ['shenliqiu', 'taochunfen', 'qinlidong', 'other', 'yingxiaohan'] as const) {
      assert.equal(codeOf(await change(who, { post: '无' })), 404, who)
    }
    assert.equal(codeOf(await change('hebailu', { post: '无' })), 403)
    const own = await idOf('周谷雨')
    const reply = await house.call('zhouguyu', 'member.change', {
      memberId: own,
      revision: (await show(own)).facts.revision,
      changes: { post: '无' },
      reason: '自己改',
    })
    assert.equal(codeOf(reply), 'member-own-file')
  })

  it('values that cannot be read or cannot be true together are refused', async () => {
    assert.equal(codeOf(await change('luqingming', { phone: '123' })), 'phone-not-a-number')
    assert.equal(
      codeOf(await change('luqingming', { identityNumber: '123' })),
      'identity-number-wrong-length',
    )
    assert.equal(
      codeOf(await change('luqingming', { identityNumber: identityOf('1990-01-01', '002') })),
      'identity-number-disagrees',
    )
    assert.equal(codeOf(await change('luqingming', { ethnicGroup: '火星' })), 'member-value-invalid')
    assert.equal(codeOf(await change('luqingming', { convertedOn: '2027-01-01' })), 'conversion-in-future')
    const { facts } = await show()
    assert.equal(
      codeOf(await change('luqingming', { convertedOn: facts.admittedOn })),
      'conversion-before-probation-ends',
    )
    assert.equal(codeOf(await change('luqingming', { post: facts.post })), 'member-nothing-to-change')
  })

  it('an identity number belongs to one member', async () => {
    const { facts } = await show()
    const born = String(facts.bornOn)
    const number = identityOf(born, facts.sex === 'female' ? '862' : '861')
    assert.equal(codeOf(await change('luqingming', { identityNumber: number })), 200)
    const other = await idOf('秦立冬')
    const { facts: file } = await show(other)
    const reply = await house.call('luqingming', 'member.change', {
      memberId: other,
      revision: file.revision,
      changes: {
        identityNumber: number,
        bornOn: born,
        sex: facts.sex,
        admittedOn: facts.admittedOn,
        convertedOn: facts.convertedOn,
      },
      reason: '核实',
    })
    assert.equal(codeOf(reply), 'identity-number-taken')
  })

  it('S-001, S-023: retirement changes the category from the next month on; branch and standing stay', async () => {
    const before = await show()
    const send = (input: object) =>
      house.call('zhouguyu', 'member.change-category', {
        memberId,
        revision: before.facts.revision,
        category: 'retiredMember',
        fromOn: '2026-11-02',
        reason: '退休',
        ...input,
      })
    assert.equal(codeOf(await send({ fromOn: '2026-11-04' })), 'category-in-future')
    assert.equal(codeOf(await send({ category: before.facts.category })), 'category-unchanged')
    assert.equal(codeOf(await send({ fromOn: '1950-01-01' })), 'category-before-last-change')
    const reply = await send({})
    assert.deepEqual([reply.status, reply.body.countsFrom], [200, '2026-12'])
    const { facts, categories } = await show()
    assert.deepEqual(
      [facts.category, facts.orgId, facts.convertedOn],
      ['retiredMember', before.facts.orgId, before.facts.convertedOn],
    )
    assert.deepEqual(
      categories.map((span) => span.category),
      ['retiredMember', before.facts.category],
    )
    assert.equal(codeOf(await send({ category: 'farmer' })), 'member-changed-meanwhile')
  })

  it('marks are dated, one of a kind at a time, and their history stays', async () => {
    const tag = (input: object = {}) =>
      house.call('zhouguyu', 'member.tag', {
        memberId,
        tag: 'floatingMember',
        fromOn: '2026-05-01',
        reason: '外出务工',
        ...input,
      })
    const untag = (input: object = {}) =>
      house.call('zhouguyu', 'member.untag', {
        memberId,
        tag: 'floatingMember',
        untilOn: '2026-10-01',
        reason: '返乡',
        ...input,
      })
    assert.equal(codeOf(await untag()), 'tag-not-set')
    assert.equal(codeOf(await tag({ fromOn: '2026-12-01' })), 'tag-in-future')
    assert.equal(codeOf(await tag({ tag: 'hardshipMember' })), 400)
    const both = await Promise.all([tag(), tag()])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'tag-already-set'])
    assert.deepEqual(
      (await show()).tags.map((one) => one.tag),
      ['floatingMember'],
    )
    assert.equal(codeOf(await untag({ untilOn: '2026-04-01' })), 'tag-ends-before-start')
    assert.equal(codeOf(await untag()), 200)
    assert.deepEqual((await show()).tags, [])
    const kept = await house.rows('select 1 from member_tag where member_id = $1', [memberId])
    assert.equal(kept.length, 1)
    for (const who of ['shenliqiu', 'other'] as const) {
      assert.equal(
        (
          await house.call(who, 'member.tag', {
            memberId,
            tag: 'floatingMember',
            fromOn: '2026-05-01',
            reason: '无',
          })
        ).status,
        404,
      )
    }
  })

  it('R-019: a move within the base committee ends the old affiliation on the day the new one begins', async () => {
    const { facts } = await show()
    const [file] = await house.rows<{ party_group_id: string | null }>(
      'select party_group_id from member where id = $1',
      [memberId],
    )
    const move = async (who: CastName, to: string, input: object = {}) =>
      house.call(who, 'member.change-branch', {
        memberId,
        revision: facts.revision,
        orgId: await orgOf(to),
        fromOn: '2026-11-01',
        reason: '搬家',
        ...input,
      })
    assert.equal(codeOf(await move('zhouguyu', '河口村党支部')), 403)
    assert.equal(codeOf(await move('luqingming', '柳树湾村党支部')), 'affiliation-needs-transfer')
    assert.equal(codeOf(await move('luqingming', '桃坪村党总支')), 'affiliation-not-a-branch')
    assert.equal(
      codeOf(await move('luqingming', '石门村党支部', { groupId: file!.party_group_id })),
      'affiliation-unchanged',
    )
    assert.equal(
      codeOf(await move('luqingming', '河口村党支部', { fromOn: '2026-11-04' })),
      'affiliation-in-future',
    )
    assert.equal(
      codeOf(await move('luqingming', '河口村党支部', { groupId: crypto.randomUUID() })),
      'affiliation-group-of-other-branch',
    )
    const reply = await move('luqingming', '河口村党支部')
    assert.equal(codeOf(reply), 200)
    const { affiliations, changes } = await show()
    assert.deepEqual(
      affiliations.map(({ orgName, untilOn }) => [orgName, untilOn]),
      [
        ['河口村党支部', null],
        ['石门村党支部', '2026-11-01'],
      ],
    )
    assert.deepEqual(
      [changes[0]!.field, changes[0]!.before, changes[0]!.after],
      ['branch', '石门村党支部', '河口村党支部'],
    )
    assert.equal((await house.call('zhouguyu', 'member.show', { memberId })).status, 404)
    assert.equal((await house.call('shenliqiu', 'member.show', { memberId })).status, 200)
  })
})
