import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import {
  ballots,
  begin,
  type Call,
  goOn,
  hang,
  reports,
  rollOf,
  settle,
  show,
  sign,
  type Walked,
  words,
} from './demo.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'
const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)

describe('settlement and notice', async () => {
  const house = await openHouse()
  const call: Call = async (who, operation, input) => {
    const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const one = async (text: string, values: unknown[]) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgId = await one('select id from party_org where county_id = $1 and name = $2', [
    house.county,
    '石门村党支部',
  ])
  const memberOf = (name: string) =>
    one('select id from member where county_id = $1 and name = $2 and party_org_id = $3', [
      house.county,
      name,
      orgId,
    ])
  const secretaryMemberId = await memberOf('周谷雨')
  const walked: Walked = {
    ...{
      call,
      county: 'qingyuan',
      orgId,
      year: 2026,
      secretary: 'zhouguyu',
      above: 'luqingming',
      secretaryMemberId,
    },
  }
  const appraisalId = await begin(walked)
  await reports(walked)
  await words(walked)
  await ballots(walked, ['王婶', '李伯', '张叔', '赵姨', '孙姐', '钱哥'])
  const hebailu = await memberOf('何白露')
  const qinlidong = await memberOf('秦立冬')
  const table = async (who: Who = 'zhouguyu') => await house.answer(who, 'settlement.show', { appraisalId })
  const meet = (who: Who, more: object = {}) =>
    house.call(who, 'settlement.record-meeting', {
      appraisalId,
      ...{ body: 'committee', on: '2026-11-03', minutes: '支委会会议记录第 10 次' },
      vote: { shouldAttend: 5, present: 5, written: 0, yes: 5, no: 0, abstain: 0 },
      ...more,
    })
  const set = (who: Who, meetingId: unknown, more: object = {}) =>
    house.call(who, 'settlement.set-grade', {
      ...{ appraisalId, meetingId, memberId: hebailu, grade: 'qualified' },
      ...{
        opinion: '按时完成承诺，群众反映较好。',
        reason: '会议按全年的工作评定。',
        conduct: '全年参加集体劳动。',
      },
      ...more,
    })

  it('R-185, R-192: points, both ballots and conduct stand side by side; none of it sets a grade', async () => {
    assert.equal((await show(walked)).stage, 'settlement')
    const { rows, signed, excellentLimit } = await table()
    assert.equal(signed, null)
    assert.ok(rows.every(({ settled }) => settled === null))
    const { members } = (await house.call('zhouguyu', 'appraisal.show', { orgId, year: 2026 })).body
      .appraisal as { members: number }
    assert.equal(excellentLimit, Math.floor(members / 3))
    const her = rows.find(({ memberId }) => memberId === hebailu)!
    assert.deepEqual([her.result.processPercent, her.result.appraisalPercent], [80, 20])
    assert.equal(
      her.result.score,
      Math.round((her.result.process * 80 + (her.result.appraisal ?? 0) * 20) / 100),
    )
    assert.equal(her.membersBallot.abstained, 1, 'she does not mark herself')
    assert.equal(rows.find(({ memberId }) => memberId === secretaryMemberId)?.isMine, true)
    assert.equal((await house.call('hebailu', 'settlement.show', { appraisalId })).status, 404)
    assert.equal((await house.call('other', 'settlement.show', { appraisalId })).status, 404)
    const { boxes } = (await house.call('hebailu', 'ballot.split', { appraisalId })).body as {
      boxes: { persons: { counts: object | null }[] }[]
    }
    assert.ok(boxes.every(({ persons }) => persons.some(({ counts }) => counts !== null)))
  })

  it('R-178, R-004: the right body with a vote that carried sets each grade, with reasons where they are due', async () => {
    assert.equal(codeOf(await meet('zhouguyu', { body: 'assembly' })), 'settlement-wrong-body')
    const half = { shouldAttend: 4, present: 4, written: 0, yes: 2, no: 2, abstain: 0 }
    assert.equal(codeOf(await meet('zhouguyu', { vote: half })), 'vote-no-majority')
    assert.equal(codeOf(await meet('zhouguyu', { on: '2026-11-04' })), 'appraisal-day-in-future')
    assert.equal((await meet('hebailu')).status, 404)
    const { meetingId } = (await meet('zhouguyu')).body
    assert.equal((await set('hebailu', meetingId)).status, 404)
    assert.equal((await set('other', meetingId)).status, 404)
    assert.equal(
      codeOf(await set('zhouguyu', meetingId, { memberId: secretaryMemberId })),
      'settlement-own-recording',
    )
    assert.equal(codeOf(await set('zhouguyu', meetingId, { conduct: '' })), 'settlement-conduct-missing')
    assert.equal(codeOf(await set('zhouguyu', meetingId, { opinion: '' })), 'settlement-opinion-missing')
    assert.equal(
      codeOf(await set('zhouguyu', meetingId, { grade: 'unqualified', reason: '' })),
      'settlement-needs-low-reason',
    )
    assert.equal(
      codeOf(await set('zhouguyu', meetingId, { grade: 'excellent', reason: '' })),
      'settlement-needs-difference-reason',
    )
    const ill = { grade: 'basicallyQualified', reason: '长期生病住院，不能参加活动' }
    assert.equal(codeOf(await set('zhouguyu', meetingId, ill)), 'reason-against-policy')
    assert.equal((await set('zhouguyu', meetingId)).status, 200)
    const probationary = (await rollOf(walked)).find(({ place }) => place === 'withoutGrade')
    if (probationary !== undefined)
      assert.equal(
        codeOf(await set('zhouguyu', meetingId, { memberId: probationary.memberId })),
        'settlement-not-graded',
      )
  })

  it('R-182: a third is excellent at most, also when two are entered at once; signing needs all of it and the lens', async () => {
    const graded = (await rollOf(walked)).filter(
      ({ place, memberId }) =>
        place === 'graded' &&
        memberId !== secretaryMemberId &&
        memberId !== hebailu &&
        memberId !== qinlidong,
    )
    const { excellentLimit } = await table()
    const best = new Map(graded.slice(0, excellentLimit - 1).map(({ memberId }) => [memberId, 'excellent']))
    const low = new Map([...best, [hebailu, 'basicallyQualified']])
    const early = await show(walked)
    const unsigned = { appraisalId, revision: early.revision, lensSeen: true, signerName: '周谷雨' }
    assert.equal(codeOf(await house.call('zhouguyu', 'settlement.sign', unsigned)), 'settlement-not-whole')
    await settle(walked, low)
    const { meetingId } = (await meet('zhouguyu')).body
    const [a, b] = graded.slice(excellentLimit, excellentLimit + 2)
    const both = await Promise.all(
      [a!, b!].map(({ memberId }) => set('zhouguyu', meetingId, { memberId, grade: 'excellent' })),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'grade-too-many-excellent'])
    assert.equal((await table()).excellent, excellentLimit)
    const { revision } = await show(walked)
    const input = { appraisalId, revision, lensSeen: true, signerName: '周谷雨' }
    assert.equal(
      codeOf(await house.call('zhouguyu', 'settlement.sign', { ...input, lensSeen: false })),
      'settlement-lens-not-seen',
    )
    assert.equal(
      codeOf(await house.call('zhouguyu', 'settlement.sign', { ...input, signerName: '' })),
      'settlement-needs-signer',
    )
    assert.equal(
      codeOf(await house.call('zhouguyu', 'settlement.sign', { ...input, revision: 1 })),
      'appraisal-changed-since',
    )
    assert.equal((await house.call('hebailu', 'settlement.sign', input)).status, 404)
    await sign(walked)
    const { signed } = await table()
    assert.deepEqual([signed?.edition, signed?.asSigned], [1, true])
    assert.equal(codeOf(await set('zhouguyu', meetingId)), 'appraisal-wrong-stage')
  })

  it('S-207, R-277: results go on notice; taken back, the settlement is signed anew', async () => {
    const contact = { contactOffice: '石门村党支部', contactPhone: '0000-7654321' }
    const draft = (who: Who, more: object = {}) =>
      house.call(who, 'appraisal.draft-notice', { appraisalId, ...contact, ...more })
    assert.equal(codeOf(await draft('zhouguyu', { contactPhone: '' })), 'notice-contact-missing')
    assert.equal((await draft('hebailu')).status, 404)
    await hang(walked)
    assert.equal(codeOf(await draft('zhouguyu')), 'appraisal-notice-there')
    const { revision } = await show(walked)
    assert.equal(
      codeOf(await house.call('zhouguyu', 'appraisal.go-on', { appraisalId, revision })),
      'appraisal-notice-running',
    )
    const back = await house.call('zhouguyu', 'appraisal.go-back', {
      appraisalId,
      revision,
      reason: '有一名的意见写错了',
    })
    assert.deepEqual([back.status, back.body.stage], [200, 'settlement'])
    assert.equal((await table()).signed, null)
    await sign(walked)
    const noticeId = await hang(walked)
    const shown = (await house.call('zhouguyu', 'notice.show', { noticeId })).body as {
      rows: { name: string; cells: unknown[] }[]
    }
    assert.equal(shown.rows.length, (await table()).rows.length)
    assert.deepEqual(shown.rows.find(({ name }) => name === '何白露')?.cells.at(-1), '基本合格')
    house.at(beijing('11-12T09:00'))
    await goOn(walked)
    assert.equal((await show(walked)).stage, 'feedback')
  })
})
