import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { listPromotionLimits } from './queries-sanction.ts'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'

describe('sanctions and hand-overs', async () => {
  const house = await openHouse()
  const memberOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from member where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const qin = await memberOf('秦立冬')
  const zhou = await memberOf('周谷雨')
  const han = await memberOf('韩立秋')
  const five = {
    ...{
      deciderName: '县纪委常委会',
      body: '清源县纪委',
      decidedOn: '2026-10-20',
      reason: '违反工作纪律造成损失',
    },
    proofOfService: '送达回证第7号',
  }
  const sanction = {
    ...{
      memberId: qin,
      sanction: 'seriousWarning',
      documentNumber: '清纪〔2026〕4号',
      decidingLevel: 'countyDiscipline',
    },
    ...five,
  }
  const record = (who: Who, change: object = {}, key?: string) =>
    house.call(who, 'sanction.record', { ...sanction, ...change }, key === undefined ? {} : { key })

  it('R-208, R-210, R-212: recorded with document number and the five facts by an officer, decided elsewhere', async () => {
    assert.equal(codeOf(await record('zhouguyu')), 403)
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const) {
      assert.equal(codeOf(await record(who)), 404, who)
    }
    for (const [change, code] of [
      [{ documentNumber: ' ' }, 'sanction-needs-document-number'],
      [{ sanction: 'expulsion', decidingLevel: 'baseCommittee' }, 'sanction-other-level'],
      [{ complex: true, decidingLevel: 'baseCommittee' }, 'sanction-other-level'],
      [{ sanction: 'partyProbation' }, 'sanction-probation-years'],
      [{ probationYears: 1 }, 'sanction-probation-years'],
      [{ deciderName: '' }, 'adverse-state-needs-decider'],
      [{ body: '' }, 'adverse-state-needs-body'],
      [{ decidedOn: null }, 'adverse-state-needs-date'],
      [{ reason: '' }, 'adverse-state-needs-reason'],
      [{ reason: '短' }, 'reason-too-short'],
      [{ proofOfService: '' }, 'adverse-state-needs-proof'],
      [{ decidedOn: '2026-11-04' }, 'state-date-in-future'],
    ] as const) {
      assert.equal(codeOf(await record('luqingming', change)), code, JSON.stringify(change))
    }
    const first = await record('luqingming', {}, 'sanction-once-00001')
    assert.deepEqual([first.status, first.body.effectUntil], [200, '2028-04-20'])
    assert.equal(
      (await record('luqingming', {}, 'sanction-once-00001')).body.sanctionId,
      first.body.sanctionId,
    )
    const both = await Promise.all(
      [1, 2].map(() => record('hanhanlu', { documentNumber: '清纪〔2026〕9号', sanction: 'warning' })),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'sanction-recorded-before'])
  })

  it('R-209: promotion is closed until the day the rule says', async () => {
    const limits = await onConnection(house.pool, false, (client) =>
      listPromotionLimits(countyTx(client, house.county), [qin, han], plainDate('2026-11-03')),
    )
    assert.deepEqual([...limits], [[qin, '2028-04-20']])
  })

  it('R-211, R-215: in the lists of those who handle them and of the member, every reading written, nobody else', async () => {
    const list = async (who: Who) =>
      ((await house.call(who, 'sanction.list', {})).body.rows as { memberId: string }[]).length
    assert.deepEqual([await list('luqingming'), await list('hanhanlu'), await list('zhouguyu')], [2, 2, 2])
    assert.equal(await list('qinlidong'), 2)
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const)
      assert.equal(await list(who), 0, who)
    const mine = (await house.call('qinlidong', 'disposal.mine', {})).body as {
      sanctions: { reason: string }[]
    }
    assert.deepEqual(
      mine.sanctions.map(({ reason }) => reason),
      [five.reason, five.reason],
    )
    const [read] = await house.rows<{ n: number }>(
      `select count(distinct reader_name)::int as n from outcome_reading where subject_kind = 'sanction' and member_id = $1`,
      [qin],
    )
    assert.equal(read!.n, 3)
  })

  it('R-196: what discipline has punished is not disposed of again, unless it is another matter', async () => {
    const [known] = await house.rows<{ ids: string[] }>(
      'select array_agg(id) as ids from sanction where member_id = $1',
      [qin],
    )
    const proposal = {
      ...{ memberId: qin, form: 'correctionOrder', reason: '连续七个月没有参加组织生活' },
      ground: {
        ...{ ground: 'lapse', monthsWithoutLife: 7, monthsWithoutDues: 0, monthsWithoutWork: 0 },
        ...{ goodReason: false, lookedIntoBy: '周谷雨' },
      },
    }
    const propose = (sanctionsApart: string[]) =>
      house.call('zhouguyu', 'disposal.propose', { ...proposal, sanctionsApart })
    assert.equal(codeOf(await propose([])), 'disposal-already-disciplined')
    assert.equal(codeOf(await propose(known!.ids.slice(1))), 'disposal-already-disciplined')
    assert.equal(codeOf(await propose(known!.ids)), 200)
  })

  it('R-208: expulsion takes the member off the rolls by the recorded decision', async () => {
    const expulsion = {
      ...{ memberId: han, sanction: 'expulsion', documentNumber: '清纪〔2026〕12号' },
    }
    assert.equal(codeOf(await record('luqingming', expulsion)), 200)
    const [row] = await house.rows<{ state: string }>('select state from member where id = $1', [han])
    assert.equal(row!.state, 'expelled')
    const after = { ...expulsion, documentNumber: '清纪〔2026〕13号' }
    assert.equal(codeOf(await record('luqingming', after)), 'member-already-closed')
  })

  it('R-195, R-209: whoever was expelled is not admitted again for five years', async () => {
    const first17 = '99010119880304003'
    const identityNumber = first17 + checkDigitOf(first17)
    const [branch] = await house.rows<{ id: string }>(
      `select id from party_org where name = '河口村党支部' and county_id = $1`,
      [house.county],
    )
    const admit = () =>
      house.call('luqingming', 'member.admit', {
        ...{ orgId: branch!.id, name: '田小满', identityNumber, sex: 'male', bornOn: '1988-03-04' },
        ...{ category: 'farmer', admittedOn: '2016-07-01', convertedOn: '2017-07-01', reason: '转入' },
      })
    const admitted = await admit()
    assert.equal(admitted.status, 200, JSON.stringify(admitted.body))
    assert.equal(codeOf(await admit()), 'identity-number-taken')
    const expelled = {
      memberId: admitted.body.memberId,
      sanction: 'expulsion',
      documentNumber: '清纪〔2026〕20号',
    }
    assert.equal(codeOf(await record('luqingming', expelled)), 200)
    const again = await admit()
    assert.equal(codeOf(again), 'member-may-not-rejoin')
    assert.deepEqual((again.body.refusal as { details: object }).details, { from: '2031-10-20' })
    house.at(new Date('2031-10-20T09:00:00+08:00'))
    assert.equal(codeOf(await admit()), 'identity-number-taken')
    house.at(new Date('2026-11-03T09:00:00+08:00'))
  })

  it('S-227: that a matter was handed over, by which letter, and nothing more', async () => {
    const input = { memberId: zhou, to: 'discipline', document: '清组移〔2026〕1号', on: '2026-11-02' }
    const hand = (who: Who, change: object = {}) =>
      house.call(who, 'hand-over.record', { ...input, ...change })
    assert.equal(codeOf(await hand('zhouguyu')), 403)
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal(codeOf(await hand(who)), 404, who)
    assert.equal(codeOf(await hand('luqingming', { document: ' ' })), 'hand-over-needs-document')
    assert.equal(codeOf(await hand('luqingming', { on: '2026-11-04' })), 'hand-over-in-future')
    const both = await Promise.all([hand('luqingming'), hand('luqingming')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'hand-over-recorded-before'])
    const list = async (who: Who) =>
      ((await house.call(who, 'hand-over.list', {})).body.rows as { document: string }[]).map(
        (row) => row.document,
      )
    assert.deepEqual(await list('luqingming'), [input.document])
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const) assert.deepEqual(await list(who), [], who)
    const [columns] = await house.rows<{ names: string[] }>(
      `select array_agg(column_name::text order by 1) as names from information_schema.columns where table_name = 'hand_over'`,
    )
    assert.deepEqual(
      columns!.names.filter((name) => /reason|words|detail|ground/.test(name)),
      [],
    )
  })
})
