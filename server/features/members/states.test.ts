import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import type { CastName } from '#demo/cast.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { listSilencedMembers } from './queries-file.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status

const five = {
  to: 'suspended',
  deciderName: '陆清明',
  body: '云溪镇党委会',
  decidedOn: '2026-10-20',
  reason: '失去联系满六个月,经查找无下落',
  proofOfService: '2026-10-25 送达家属,签收单在卷',
}

describe('states of membership', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const show = async (memberId: string, who: CastName = 'hanhanlu') =>
    await house.answer(who, 'member.show', { memberId })
  const send = async (who: CastName | 'other', operation: string, memberId: string, input: object) =>
    house.call(who, operation, { memberId, revision: (await show(memberId)).facts.revision, ...input })
  const qin = await idOf('秦立冬')
  const han = await idOf('韩立秋')

  it('R-212: an adverse state without one of its five facts is refused', async () => {
    for (const [missing, code] of [
      ['deciderName', 'adverse-state-needs-decider'],
      ['body', 'adverse-state-needs-body'],
      ['reason', 'adverse-state-needs-reason'],
      ['proofOfService', 'adverse-state-needs-proof'],
    ] as const) {
      assert.equal(
        codeOf(await send('luqingming', 'member.record-adverse-state', han, { ...five, [missing]: ' ' })),
        code,
      )
    }
    const undated = await send('luqingming', 'member.record-adverse-state', han, { ...five, decidedOn: null })
    assert.equal(codeOf(undated), 'adverse-state-needs-date')
    const later = await send('luqingming', 'member.record-adverse-state', han, {
      ...five,
      decidedOn: '2026-11-04',
    })
    assert.equal(codeOf(later), 'state-date-in-future')
    assert.equal((await show(han)).facts.state, 'active')
  })

  it('R-193, R-208: persuasion, removal and expulsion are not entered by hand', async () => {
    for (const to of ['persuadedToWithdraw', 'removedFromRolls', 'expelled']) {
      const sent = await send('luqingming', 'member.record-adverse-state', han, { ...five, to })
      assert.equal(codeOf(sent), 'member-state-needs-case')
    }
  })

  it('R-212: only an officer in reach records it', async () => {
    assert.equal(codeOf(await send('shenliqiu', 'member.record-adverse-state', han, five)), 403)
    for (const who of ['taochunfen', 'other', 'zhouguyu'] as const) {
      assert.equal(codeOf(await send(who, 'member.record-adverse-state', han, five)), 404, who)
    }
  })

  it('R-211, R-215: the reasons are read by the member and those who settle states, not by the secretary', async () => {
    assert.equal(codeOf(await send('luqingming', 'member.record-adverse-state', han, five)), 200)
    for (const who of ['hanliqiu', 'luqingming', 'hanhanlu'] as const) {
      assert.notEqual((await show(han, who)).states[0]!.facts, null, who)
    }
    const seen = await show(han, 'shenliqiu')
    assert.deepEqual([seen.states[0]!.to, seen.states[0]!.facts], ['suspended', null])
    assert.equal(JSON.stringify(seen).includes('失去联系满六个月'), false)
  })

  it('R-143, R-175: a stopped member stays on the roll, gets no reminder, and may be restored', async () => {
    const silenced = async () =>
      await onConnection(house.pool, false, (client) =>
        listSilencedMembers(countyTx(client, house.county), [han, qin]),
      )
    assert.deepEqual([...(await silenced())], [han])
    assert.equal(
      codeOf(await send('luqingming', 'member.restore', han, { restoredOn: '2026-10-01', reason: '找到了' })),
      'state-date-before-admission',
    )
    assert.equal(
      codeOf(await send('luqingming', 'member.restore', han, { restoredOn: '2026-11-01', reason: '找到了' })),
      200,
    )
    assert.deepEqual([...(await silenced())], [])
    assert.equal(
      codeOf(await send('luqingming', 'member.restore', han, { restoredOn: '2026-11-01', reason: '找到了' })),
      'member-not-suspended',
    )
  })

  it('R-175: a death closes the file, the affiliation and all reminders the same day', async () => {
    assert.equal(
      codeOf(await send('zhouguyu', 'member.record-death', qin, { diedOn: '2026-11-04' })),
      'state-date-in-future',
    )
    assert.equal(codeOf(await send('shenliqiu', 'member.record-death', qin, { diedOn: '2026-11-01' })), 404)
    const before = await show(qin)
    const both = await Promise.all(
      [1, 2].map(() =>
        house.call('zhouguyu', 'member.record-death', {
          memberId: qin,
          revision: before.facts.revision,
          diedOn: '2026-11-01',
        }),
      ),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'member-changed-meanwhile'])
    const { facts, affiliations } = await show(qin)
    assert.equal(facts.state, 'deceased')
    assert.deepEqual(
      affiliations.map((one) => one.untilOn),
      ['2026-11-01'],
    )
    const silenced = await onConnection(house.pool, false, (client) =>
      listSilencedMembers(countyTx(client, house.county)),
    )
    assert.equal(silenced.has(qin), true)
    const listed = await house.call('zhouguyu', 'member.list', { search: '秦立冬' })
    assert.equal(listed.body.total, 0)
    const kept = await house.call('zhouguyu', 'member.list', { search: '秦立冬', state: 'deceased' })
    assert.equal(kept.body.total, 1)
    for (const [operation, input] of [
      ['member.record-death', { diedOn: '2026-11-01' }],
      ['member.change', { changes: { post: '无' }, reason: '无' }],
      ['member.change-category', { category: 'farmer', fromOn: '2026-11-01', reason: '无' }],
    ] as const) {
      assert.equal(codeOf(await send('zhouguyu', operation, qin, input)), 'member-already-closed', operation)
    }
  })
})

describe('opening a file by hand', async () => {
  const house = await openHouse()
  const [branch] = await house.rows<{ id: string }>("select id from party_org where name = '河口村党支部'")
  const first17 = '99010119900101001'
  const number = first17 + checkDigitOf(first17)
  const input = {
    orgId: branch!.id,
    name: '新　测',
    identityNumber: number,
    sex: 'male',
    bornOn: '1990-01-01',
    category: 'farmer',
    admittedOn: '2020-06-30',
    convertedOn: '2021-06-30',
    phone: '13800000000',
    reason: '建县首批',
  }
  const admit = (who: CastName | 'other', rest: object = {}, key?: string) =>
    house.call(who, 'member.admit', { ...input, ...rest }, key === undefined ? {} : { key })

  it('an officer opens files in the own tree only', async () => {
    assert.equal(codeOf(await admit('shenliqiu')), 403)
    for (const who of ['taochunfen', 'zhouguyu', 'hebailu', 'other', 'fengdahan'] as const) {
      assert.equal(codeOf(await admit(who)), 404, who)
    }
  })

  it('refuses what cannot be true', async () => {
    for (const [rest, code] of [
      [{ sex: 'female' }, 'identity-number-disagrees'],
      [{ identityNumber: '' }, 'identity-number-missing'],
      [{ admittedOn: '2006-01-01' }, 'admission-under-age'],
      [{ convertedOn: '2021-01-01' }, 'conversion-before-probation-ends'],
      [{ joinedOn: '2019-01-01' }, 'affiliation-before-last'],
      [{ joinedOn: '2027-01-01' }, 'affiliation-in-future'],
      [{ phone: '1' }, 'phone-not-a-number'],
    ] as const) {
      assert.equal(codeOf(await admit('luqingming', rest)), code, JSON.stringify(rest))
    }
    const [town] = await house.rows<{ id: string }>("select id from party_org where name = '云溪镇党委'")
    assert.equal(codeOf(await admit('luqingming', { orgId: town!.id })), 'affiliation-not-a-branch')
  })

  it('opens it once, with category and affiliation', async () => {
    const [one, two] = [await admit('luqingming', {}, 'k1'), await admit('luqingming', {}, 'k1')]
    assert.equal(codeOf(one), 200)
    assert.deepEqual(two.body, one.body)
    assert.equal(codeOf(await admit('luqingming')), 'identity-number-taken')
    const shown = await house.call('luqingming', 'member.show', { memberId: one.body.memberId })
    const file = shown.body as unknown as {
      facts: Record<string, unknown>
      categories: unknown[]
      affiliations: { fromOn: string }[]
    }
    assert.deepEqual(
      [file.facts.name, file.facts.kind, file.facts.phoneMask, file.facts.createdBy],
      ['新测', 'full', '138****0000', '陆清明'],
    )
    assert.deepEqual([file.categories.length, file.affiliations[0]!.fromOn], [1, '2020-06-30'])
  })
})
