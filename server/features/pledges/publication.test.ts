import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status

const WHOLE = {
  object: '村里老人',
  measure: '教会用手机缴医保',
  quantity: { hundredths: 1000, unit: '户' },
  dueOn: '2026-12-31',
  evidence: ['witness'],
  source: 'own',
}
const TEXT = '教会村里 10 户老人用手机缴医保，12 月底前完成'
const YES = { publicWish: true, strength: true, organisationNeed: true, concrete: true }
type Who = CastName | 'other'

describe('publishing pledges and what is said of them', async () => {
  const house = await openHouse()
  const orgId = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]?.id ?? ''
  const shimen = await orgId('石门村党支部')
  const settled = async (who: Who, text = TEXT) => {
    const period = { kind: 'year', year: 2026 }
    const made = await house.call(who, 'pledge.write', { pledgeId: null, text, fields: WHOLE, period })
    const { pledgeId, revision } = made.body
    const sent = await house.call(who, 'pledge.submit', { pledgeId, revision })
    const accepting = { pledgeId, revision: sent.body.revision, answers: YES }
    assert.equal((await house.call('zhouguyu', 'pledge.accept', accepting)).status, 200)
    return String(pledgeId)
  }
  const publish = (who: Who, pledgeIds: readonly string[], more: object = {}, options = {}) =>
    house.call(who, 'pledge.publish', { orgId: shimen, year: 2026, pledgeIds, ...more }, options)
  const kinds = async (who: CastName) =>
    ((await house.call(who, 'message.things-to-do')).body.rows as { kind: string }[])
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('pledge'))
  let published = ''
  let page = { county: '', code: '' }
  const open = (more: object = {}) => house.call(null, 'pledge.public-page', { ...page, ...more })

  it('S-189: accepted pledges are published together, on page and sheet with one code', async () => {
    published = await settled('hebailu')
    const second = await settled('hebailu', '教会 10 户老人视频通话，12 月底前完成')
    const made = await publish('zhouguyu', [published, second], {}, { key: 'pub' })
    assert.deepEqual([made.status, made.body.published], [200, 2])
    assert.deepEqual((await publish('zhouguyu', [published, second], {}, { key: 'pub' })).body, made.body)
    const parts = String(made.body.pagePath).split('/')
    page = { county: parts.at(-2) ?? '', code: parts.at(-1) ?? '' }
    assert.match(page.code, /^\d{8}$/)
    assert.equal(codeOf(await publish('zhouguyu', [published])), 'pledge-wrong-state')
    const sheet = await house.call('zhouguyu', 'pledge.sheet', { orgId: shimen, year: 2026 })
    const rows = sheet.body.rows as { name: string }[]
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['何*露', '何*露'],
    )
    assert.equal(sheet.body.pagePath, made.body.pagePath)
    assert.equal((await house.call('hebailu', 'pledge.sheet', { orgId: shimen, year: 2026 })).status, 404)
    assert.equal((await house.call('shenliqiu', 'pledge.sheet', { orgId: shimen, year: 2026 })).status, 404)
  })

  it('R-278: what is never published stops the publication; others publish nothing', async () => {
    const ill = await settled('hebailu', '每月看望因病住院的陈小满 10 次，12 月底前完成')
    const refused = await publish('zhouguyu', [ill])
    assert.equal(codeOf(refused), 'pledge-private-content')
    for (const who of ['hebailu', 'shenliqiu', 'hanhanlu', 'other'] as const)
      assert.equal((await publish(who, [ill])).status, 404, who)
    assert.equal((await publish('zhouguyu', [ill], { year: 2025 })).status, 404)
    const fine = await settled('hebailu', '教会 10 户老人发照片，12 月底前完成')
    const both = await Promise.all([publish('zhouguyu', [fine]), publish('luqingming', [fine])])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'pledge-wrong-state'])
  })

  it('S-189: the page is read without an account, names masked as the county decides, or closed', async () => {
    const shown = await open()
    assert.deepEqual([shown.status, shown.body.orgName, shown.body.year], [200, '石门村党支部', 2026])
    const rows = shown.body.rows as { id: string; name: string }[]
    assert.deepEqual([rows.length, rows[0]?.name], [3, '何*露'])
    assert.equal((await open({ code: '00000000' })).status, 404)
    assert.equal((await open({ county: 'linshui' })).status, 404)
    const before = (await house.call('hanhanlu', 'pledge.settings')).body
    const { versionNo: _, mayChange: __, ...settings } = before
    const set = (who: Who, change: object) =>
      house.call(who, 'pledge.change-settings', { ...settings, ...change })
    for (const who of ['zhouguyu', 'luqingming', 'yingxiaohan'] as const)
      assert.equal((await set(who, { publicPage: 'named' })).status, 403, who)
    assert.equal((await set('hanhanlu', { publicPage: 'named' })).status, 200)
    assert.equal(((await open()).body.rows as { name: string }[])[0]?.name, '何白露')
    assert.equal((await set('hanhanlu', { publicPage: 'off' })).status, 200)
    assert.equal((await open()).status, 404)
    const windows = { year: 10, quarter: 10, month: 5 }
    assert.equal(codeOf(await set('hanhanlu', { windowDays: windows })), 'pledge-window-too-short')
    assert.equal(
      codeOf(await set('hanhanlu', { windowDays: { ...windows, year: 91 } })),
      'pledge-window-too-long',
    )
    assert.equal(codeOf(await set('hanhanlu', { member: { least: 6, most: 5 } })), 'pledge-count-order')
    assert.equal((await set('hanhanlu', {})).status, 200)
    assert.equal((await open()).status, 200)
  })

  it('S-180: the branch says that it read the rules; a new version asks again', async () => {
    const read = (who: Who) => house.call(who, 'pledge.read-rules', { orgId: shimen })
    const rulesOf = async () =>
      (await house.call('zhouguyu', 'pledge.branch', { orgId: shimen, year: 2026 })).body.rules as {
        readBy: string | null
      }
    assert.equal((await rulesOf()).readBy, null)
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal((await read(who)).status, 404, who)
    assert.deepEqual((await Promise.all([read('zhouguyu'), read('zhouguyu')])).map(codeOf), [200, 200])
    assert.equal((await rulesOf()).readBy, '周谷雨')
    const {
      versionNo: _,
      mayChange: __,
      ...settings
    } = (await house.call('hanhanlu', 'pledge.settings')).body
    await house.call('hanhanlu', 'pledge.change-settings', { ...settings, rulesText: '今年起按季报' })
    assert.equal((await rulesOf()).readBy, null)
  })

  it('S-189: a word of the public is read by the branch first, never by the one it is about, then shown and answered', async () => {
    const say = (text: string, more: object = {}) =>
      house.call(null, 'pledge.comment-publicly', { ...page, pledgeId: published, text, ...more })
    assert.equal(codeOf(await say(' ')), 'comment-empty')
    assert.equal(codeOf(await say('长'.repeat(301))), 'comment-too-long')
    assert.equal(codeOf(await say('打 13812345678 找他')), 'comment-private-content')
    assert.equal((await say('好', { code: '00000000' })).status, 404)
    assert.equal((await say('我家老人还没人教')).status, 200)
    const trace = await house.rows<{ account_id: string | null; address: string | null }>(
      `select account_id, address from audit_entry where operation = 'pledge.comment-publicly'`,
    )
    assert.deepEqual([...new Set(trace.map(({ account_id: id }) => id))], [null])
    assert.equal(((await open()).body.rows as { comments: unknown[] }[])[0]?.comments.length, 0)
    assert.deepEqual(await kinds('zhouguyu'), ['pledge-comment.to-read'])
    const waiting = async (who: Who) =>
      ((await house.call(who, 'pledge-comment.waiting')).body.rows as
        | { id: string; text: string }[]
        | undefined) ?? []
    const [comment] = await waiting('zhouguyu')
    assert.equal(comment?.text, '我家老人还没人教')
    assert.deepEqual(await waiting('shenliqiu'), [])
    assert.equal((await house.call('hebailu', 'pledge-comment.waiting')).status, 403)
    const read = (who: Who, hold: string | null = null) =>
      house.call(who, 'pledge-comment.read', { commentId: comment?.id, hold })
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal((await read(who)).status, 404, who)
    const both = await Promise.all([read('zhouguyu'), read('zhouguyu')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'comment-wrong-state'])
    assert.deepEqual(await kinds('zhouguyu'), [])
    assert.deepEqual(await kinds('hebailu'), ['pledge-comment.to-answer'])
    const answer = (who: Who, words: string | null, report = false) =>
      house.call(who, 'pledge-comment.answer', { commentId: comment?.id, answer: words, report })
    assert.equal(codeOf(await answer('zhouguyu', '我替他答')), 'comment-not-subject')
    assert.equal((await answer('hanliqiu', '我替他答')).status, 404)
    assert.equal(codeOf(await answer('hebailu', ' ')), 'comment-answer-empty')
    assert.equal((await answer('hebailu', '下周六去你家')).status, 200)
    assert.deepEqual(await kinds('hebailu'), [])
    const rows = (await open()).body.rows as { id: string; comments: { answer: string; signed: boolean }[] }[]
    const about = rows.find(({ id }) => id === published)
    assert.deepEqual(
      about?.comments.map(({ answer: said, signed }) => [said, signed]),
      [['下周六去你家', false]],
    )
  })

  it('S-197: members sign, are shown at once; the subject reports and somebody reads again', async () => {
    const say = (who: Who, text: string) =>
      house.call(who, 'pledge-comment.say', { pledgeId: published, text })
    assert.equal(codeOf(await say('hebailu', '我做得好')), 'comment-on-own-pledge')
    assert.equal((await say('hanliqiu', '外村的')).status, 404)
    assert.equal((await say('luqingming', '没有党员档案')).status, 404)
    const said = await say('qinlidong', '教得很耐心，声音再大点')
    assert.equal(said.status, 200)
    const shown = await house.call('zhouguyu', 'pledge.show', { pledgeId: published })
    const comments = shown.body.comments as { by: string | null; text: string }[]
    assert.ok(comments.some(({ by }) => by === '秦立冬'))
    const report = await house.call('hebailu', 'pledge-comment.answer', {
      commentId: said.body.commentId,
      answer: null,
      report: true,
    })
    assert.equal(report.status, 200)
    assert.ok((await kinds('zhouguyu')).includes('pledge-comment.to-read'))
    const held = await house.call('zhouguyu', 'pledge-comment.read', {
      commentId: said.body.commentId,
      hold: 'offTopic',
    })
    assert.equal(held.body.state, 'held')
    const fellow = await house.call('qinlidong', 'pledge.show', { pledgeId: published })
    assert.equal((fellow.body.comments as unknown[]).length, 1)
  })

  it('too many words from the street wait an hour', async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        house.call(null, 'pledge.comment-publicly', { ...page, pledgeId: published, text: `第 ${at} 句` }),
      ),
    )
    assert.ok(many.some(({ status }) => status === 429))
  })

  it('members see the board of their branch, officers where branches stand; others nothing', async () => {
    const board = await house.call('qinlidong', 'pledge.board', { year: 2026 })
    const rows = board.body.rows as { name: string; returns: unknown[]; state: string }[]
    assert.deepEqual([...new Set(rows.map(({ state }) => state))], ['published'])
    assert.equal((await house.call('hanliqiu', 'pledge.board', { orgId: shimen, year: 2026 })).status, 404)
    assert.equal((await house.call('hebailu', 'pledge.branch', { orgId: shimen, year: 2026 })).status, 404)
    const branch = await house.call('zhouguyu', 'pledge.branch', { orgId: shimen, year: 2026 })
    const figures = branch.body.figures as Record<string, number>
    assert.deepEqual([figures.published, figures.accepted, figures.own, figures.handedIn], [3, 1, 4, 1])
    const yunxi = await orgId('云溪镇党委')
    const below = await house.call('luqingming', 'pledge.below', { orgId: yunxi, year: 2026 })
    const counts = below.body.counts as { branches: number; published: number }
    assert.equal(counts.published, 1)
    const unpublished = await house.call('luqingming', 'pledge.below', {
      orgId: yunxi,
      year: 2026,
      show: 'unpublished',
    })
    assert.equal(unpublished.body.total, counts.branches - 1)
    for (const who of ['taochunfen', 'hebailu', 'other'] as const)
      assert.equal((await house.call(who, 'pledge.below', { orgId: yunxi, year: 2026 })).status, 404, who)
  })
})
