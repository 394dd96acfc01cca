import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { begin, type Call, goOn, type Walked } from './demo.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'

describe('duty reports, self and peers', async () => {
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
  const hebailu = await memberOf('何白露')
  const qinlidong = await memberOf('秦立冬')
  await house.rows(
    `insert into pledge (county_id, id, party_org_id, member_id, period_kind, year, text, object, measure, quantity_hundredths, quantity_unit, due_on, evidence, source, state, entered_as, entered_by, created_at, changed_at, published_on, submitted_on, submitted_at)
     values ($1, gen_random_uuid(), $2, $3, 'year', 2026, '教会 8 户老人用手机缴医保', '村里老人', '教会用手机缴医保', 800, '户', '2026-12-31', '{witness}', 'own', 'published', 'member', '何白露', now(), now(), '2026-02-01', '2026-01-20', now())`,
    [house.county, orgId, hebailu],
  )
  await house.rows(
    `insert into points_balance (county_id, member_id, year, base, duty, deductions) values ($1, $2, 2026, 3000, 2050, -200)
     on conflict (county_id, member_id, year) do update set base = 3000, duty = 2050, deductions = -200`,
    [house.county, hebailu],
  )
  const seen = async (who: Who, memberId = hebailu) =>
    await house.answer(who, 'duty-report.show', { appraisalId, memberId })
  const write = (who: Who, revision: number | null, words: object, more: object = {}, options = {}) =>
    house.call(
      who,
      'duty-report.write',
      { appraisalId, memberId: hebailu, revision, words, ...more },
      options,
    )
  const said = {
    pledges: '今年作出承诺一项。',
    deeds: '',
    gains: '学会了修渠。',
    shortcomings: '开会发言少。',
    lastYearProblems: '',
    nextYear: '管好水渠。',
  }

  it('S-203: drafted from the own facts; what is missing is named and not guessed', async () => {
    assert.equal(codeOf(await write('hebailu', null, said)), 'duty-report-not-now')
    await goOn(walked)
    const draft = await seen('hebailu')
    assert.equal(draft.reportId, null)
    assert.equal(draft.facts.process, 4850)
    assert.deepEqual(draft.words.pledges, '今年作出承诺1项，有结果的0项。')
    assert.ok(draft.facts.missing.includes('上一年的问题'))
    assert.deepEqual(draft.may, ['write'])
  })

  it('R-190: the member writes and hands in; needed parts must say something; nobody else reads it', async () => {
    const first = await write('hebailu', null, { ...said, gains: '' }, {}, { key: 'w' })
    assert.equal(first.status, 200, JSON.stringify(first.body))
    assert.deepEqual(
      (await write('hebailu', null, { ...said, gains: '' }, {}, { key: 'w' })).body,
      first.body,
    )
    const { reportId } = first.body
    assert.equal(codeOf(await write('hebailu', null, said)), 'duty-report-changed-since')
    const submit = (who: Who, revision: number) =>
      house.call(who, 'duty-report.submit', { reportId, revision })
    assert.equal(codeOf(await submit('hebailu', 1)), 'duty-report-part-empty')
    assert.equal((await write('hebailu', 1, said)).status, 200)
    for (const who of ['qinlidong', 'shenliqiu', 'hanliqiu', 'other'] as const) {
      assert.equal(
        (await house.call(who, 'duty-report.show', { appraisalId, memberId: hebailu })).status,
        404,
        who,
      )
      assert.equal((await submit(who, 2)).status, 404, who)
    }
    assert.deepEqual((await submit('hebailu', 2)).body, { state: 'submitted', revision: 3 })
    assert.equal(codeOf(await write('hebailu', 3, said)), 'duty-report-wrong-state')
    const things = (await house.call('hebailu', 'message.things-to-do')).body.rows as { kind: string }[]
    assert.ok(!things.some(({ kind }) => kind === 'duty-report.write'))
  })

  it('S-205: the organisation asks, the member answers, then it is checked off by somebody else', async () => {
    const { reportId } = await seen('zhouguyu')
    const step = (who: Who, verb: string, revision: number, more: object = {}) =>
      house.call(who, `duty-report.${verb}`, { reportId, revision, ...more })
    assert.equal((await step('hebailu', 'ask', 3, { text: '水渠有多长' })).status, 404)
    assert.equal(codeOf(await step('zhouguyu', 'ask', 3, { text: ' ' })), 'duty-report-question-empty')
    assert.equal((await step('zhouguyu', 'ask', 3, { text: '水渠有多长' })).body.state, 'questioned')
    assert.equal(codeOf(await step('zhouguyu', 'check', 4)), 'duty-report-questions-open')
    const [question] = (await seen('hebailu')).questions
    assert.equal(question?.by, '周谷雨')
    const answer = (text: string) => step('hebailu', 'answer', 4, { questionId: question.id, answer: text })
    assert.equal(codeOf(await answer(' ')), 'duty-report-answer-empty')
    assert.equal((await answer('两百米')).body.state, 'submitted')
    assert.equal(codeOf(await step('zhouguyu', 'check', 4)), 'duty-report-changed-since')
    assert.equal((await step('zhouguyu', 'check', 5)).body.state, 'checked')
  })

  it('R-338: written down by the branch for one who agreed; nobody checks the own', async () => {
    const input = { appraisalId, memberId: qinlidong, revision: null, words: said }
    assert.equal(
      codeOf(await house.call('zhouguyu', 'duty-report.write', input)),
      'duty-report-needs-consent',
    )
    assert.equal(
      (await house.call('hebailu', 'duty-report.write', { ...input, consentOn: '2026-11-02' })).status,
      404,
    )
    const kept = await house.call('zhouguyu', 'duty-report.write', { ...input, consentOn: '2026-11-02' })
    assert.equal(kept.status, 200)
    assert.equal((await seen('qinlidong', qinlidong)).helper?.name, '周谷雨')
    const own = await house.call('zhouguyu', 'duty-report.write', { ...input, memberId: secretaryMemberId })
    const handed = await house.call('zhouguyu', 'duty-report.submit', {
      reportId: own.body.reportId,
      revision: 1,
    })
    const check = { reportId: own.body.reportId, revision: handed.body.revision }
    assert.equal(codeOf(await house.call('zhouguyu', 'duty-report.check', check)), 'duty-report-own-check')
    assert.equal((await house.call('luqingming', 'duty-report.check', check)).status, 200)
    const { rows } = (await house.call('zhouguyu', 'duty-report.list', { appraisalId })).body as {
      rows: { name: string; state: string }[]
    }
    assert.equal(rows.find(({ name }) => name === '何白露')?.state, 'checked')
    assert.equal((await house.call('hebailu', 'duty-report.list', { appraisalId })).status, 404)
  })

  it('is a document with the words and facts, for the member and the branch', async () => {
    const { reportId } = await seen('zhouguyu')
    for (const who of ['hebailu', 'zhouguyu'] as const) {
      const { status, body } = await house.call(who, 'duty-report.file', { reportId })
      assert.equal(status, 200)
      assert.equal(Buffer.from((body.bytes as Uint8Array).slice(0, 2)).toString(), 'PK')
    }
    assert.equal((await house.call('qinlidong', 'duty-report.file', { reportId })).status, 404)
    assert.equal((await house.call('other', 'duty-report.file', { reportId })).status, 404)
  })

  it('R-178, R-213: self and peers are said by name; the one spoken about answers', async () => {
    const self = (who: Who, text: string, memberId = hebailu) =>
      house.call(who, 'self-appraisal.say', { appraisalId, memberId, text })
    assert.equal(codeOf(await self('hebailu', ' ')), 'word-empty')
    assert.equal((await self('hebailu', '今年学习不够。')).status, 200)
    assert.equal((await self('qinlidong', '替她说')).status, 404)
    assert.equal((await self('zhouguyu', '秦立冬口述，记下。', qinlidong)).status, 200)
    const say = (who: Who, text: string, about = hebailu, by = qinlidong) =>
      house.call(who, 'peer-word.say', { appraisalId, aboutMemberId: about, byMemberId: by, text })
    assert.equal(codeOf(await say('qinlidong', '自己夸自己', qinlidong)), 'word-about-oneself')
    assert.equal((await say('hebailu', '借别人的名字', hebailu, qinlidong)).status, 404)
    const word = await say('qinlidong', '肯帮忙，话说得少。')
    assert.equal(word.status, 200, JSON.stringify(word.body))
    const answer = (who: Who) =>
      house.call(who, 'peer-word.answer', { wordId: word.body.wordId, answer: '以后多说。' })
    assert.equal(codeOf(await answer('qinlidong')), 'word-not-yours')
    assert.equal((await answer('shenliqiu')).status, 404)
    assert.equal((await answer('hebailu')).status, 200)
    const list = async (who: Who) =>
      (await house.call(who, 'peer-word.list', { appraisalId })).body as {
        peers: { answer: string }[]
        selves: unknown[]
        fellows: { memberId: string; said: boolean }[]
      }
    const mine = async () =>
      (await house.call('hebailu', 'appraisal.mine')).body.appraisal as { peersToAnswer: number }
    assert.equal((await mine()).peersToAnswer, 0)
    assert.equal((await list('hebailu')).peers[0]?.answer, '以后多说。')
    const { fellows } = await list('qinlidong')
    assert.deepEqual(
      [
        fellows.some(({ memberId }) => memberId === qinlidong),
        fellows.find(({ memberId }) => memberId === hebailu)?.said,
        fellows.find(({ memberId }) => memberId === secretaryMemberId)?.said,
      ],
      [false, true, false],
    )
    assert.deepEqual((await list('luqingming')).fellows, [], 'who is not on the roll speaks of nobody')
    await house.rows(
      `update appraisal_roll set spoken_group = case when member_id = $2 then '二组' else '一组' end where appraisal_id = $1`,
      [appraisalId, qinlidong],
    )
    await house.rows('update appraisal set in_groups = true where id = $1', [appraisalId])
    assert.deepEqual((await list('qinlidong')).fellows, [], 'R-179: of the own group')
    await house.rows('update appraisal set in_groups = false where id = $1', [appraisalId])
    assert.equal((await list('hebailu')).selves.length, 1)
    assert.equal((await list('zhouguyu')).selves.length, 2)
    assert.equal((await house.call('other', 'peer-word.list', { appraisalId })).status, 404)
  })
})
