import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply, TEST_NOW } from '../../testing.ts'

const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)
const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status

const draft = {
  kind: 'award',
  scope: 'villageBoard',
  title: '石门村党支部 2026 年先锋岗人选',
  body: '经支部党员大会讨论，现将 2026 年先锋岗人选公示如下。',
  contactOffice: '云溪镇党建办',
  contactPhone: '0000-7654321',
  contactHours: '周一至周五 8:30 至 17:30',
  paperPlace: '村部门口意见箱',
  routes: ['page', 'phone', 'paper'],
  workingDays: 5,
  names: 'masked',
}
const list = {
  columns: [
    { label: '岗位', kind: 'text' },
    { label: '本月', kind: 'points', strong: true },
  ],
  rows: [
    { name: '何白露', cells: ['村会计', 530] },
    { name: '秦立冬', cells: ['网格员', 190] },
  ],
  note: '按姓氏拼音排，不排名次',
}

describe('notices', async () => {
  const house = await openHouse()
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const shimen = await orgOf('石门村党支部')
  const make = async (who: CastName | 'other', change: object = {}, key?: string) =>
    await house.call(
      who,
      'notice.draft',
      { orgId: shimen, draft: { ...draft, ...change }, list },
      key === undefined ? {} : { key },
    )
  const drafted = async (change: object = {}) => String((await make('zhouguyu', change)).body.noticeId)
  const show = async (noticeId: string, who: CastName = 'zhouguyu') =>
    await house.answer(who, 'notice.show', { noticeId })
  const check = async (noticeId: string, who: CastName | 'other' = 'zhouguyu', change: object = {}) => {
    const { revision } = await show(noticeId)
    const input = { noticeId, revision, figuresCompared: true, enclosesEvidence: false, ...change }
    return await house.call(who, 'notice.check', input)
  }
  const post = async (noticeId: string, who: CastName | 'other' = 'luqingming') =>
    await house.call(who, 'notice.post', { noticeId, revision: (await show(noticeId)).revision })
  const posted = async (change: object = {}) => {
    const noticeId = await drafted(change)
    assert.equal(codeOf(await check(noticeId)), 200)
    assert.equal(codeOf(await post(noticeId)), 200)
    return noticeId
  }
  const open = async (noticeId: string, county = 'qingyuan') =>
    await house.call(null, 'notice.open', { county, code: (await show(noticeId)).code })
  const daily = async () => {
    await house.rows(`select steward_add_job('notices-daily', $1::json, null, 'daily')`, [
      JSON.stringify({ county: house.county, accountId: null, actorName: 'recurring', payload: {} }),
    ])
    await house.runJobs()
  }

  const kindsOf = async (who: CastName, subjectId: string) =>
    ((await house.call(who, 'message.things-to-do', {})).body.rows as { kind: string; subjectId: string }[])
      .filter((one) => one.subjectId === subjectId)
      .map(({ kind }) => kind)

  it('R-275: is drafted with its list for an organisation of the caller, with each refusal', async () => {
    const reply = await make('zhouguyu')
    assert.deepEqual([reply.status, reply.body.findings], [200, 0])
    const shown = await show(String(reply.body.noticeId))
    assert.deepEqual(
      [shown.state, shown.rows.map(({ shownName }) => shownName), shown.may],
      ['drafted', ['何*露', '秦*冬'], ['change', 'drop', 'check']],
    )
    for (const [change, code] of [
      [{ title: ' ' }, 'notice-words-missing'],
      [{ contactPhone: '' }, 'notice-contact-missing'],
      [{ routes: ['page'] }, 'notice-route-missing'],
      [{ workingDays: 4 }, 'notice-too-short'],
      [{ names: 'full' }, 'notice-full-names-need-decision'],
      [{ kind: 'monthPoints' }, 400],
    ] as const) {
      assert.equal(codeOf(await make('zhouguyu', change)), code)
    }
  })

  it('is nobody else’s business before it hangs: other branches, members, the other county', async () => {
    const noticeId = await drafted()
    for (const who of ['shenliqiu', 'taochunfen', 'hebailu', 'other', 'yingxiaohan'] as const) {
      assert.equal((await house.call(who, 'notice.show', { noticeId })).status, 404, who)
      assert.equal((await house.call(who, 'notice.read', { noticeId })).status, 404, who)
      assert.equal((await check(noticeId, who)).status, 404, who)
      assert.equal((await post(noticeId, who)).status, 404, who)
      assert.equal((await house.call(who, 'notice.drop', { noticeId, reason: '不用了' })).status, 404, who)
      assert.equal((await house.call(who, 'notice.interrupt', { noticeId, reason: '有误' })).status, 404, who)
      assert.equal((await house.call(who, 'notice.settle', { noticeId, result: '无异议' })).status, 404, who)
      assert.equal((await make(who)).status, 404, who)
    }
    assert.equal((await house.call(null, 'notice.show', { noticeId })).status, 401)
    assert.equal((await open(noticeId)).status, 404)
    const seen = await house.call('shenliqiu', 'notice.list', {})
    assert.deepEqual([seen.body.total, seen.body.rows], [0, []])
    assert.equal((await house.call('hebailu', 'notice.list', {})).status, 403)
    const own = await house.call('zhouguyu', 'notice.list', { show: 'work' })
    assert.ok((own.body.rows as { id: string }[]).some(({ id }) => id === noticeId))
    const above = await house.call('hanhanlu', 'notice.list', { orgId: shimen })
    assert.ok(Number(above.body.total) > 0)
  })

  it('one key drafts once', async () => {
    const [one, two] = [await make('zhouguyu', {}, 'k1'), await make('zhouguyu', {}, 'k1')]
    assert.deepEqual(one.body, two.body)
  })

  it('R-278: a telephone number is found, shown masked, and keeps it from being checked until mended', async () => {
    const noticeId = await drafted({ body: '人选如下，本人电话 13800001234。' })
    assert.deepEqual((await show(noticeId)).findings, [
      { where: 'body', kind: 'phone', words: '138****1234' },
    ])
    const refused = await check(noticeId)
    assert.equal(codeOf(refused), 'notice-private-content')
    const { revision } = await show(noticeId)
    const { kind: _kind, ...words } = draft
    const change = { noticeId, revision, draft: words }
    const changed = await house.call('zhouguyu', 'notice.change', change)
    assert.deepEqual(changed.body, { revision: revision + 1, findings: 0 })
    assert.equal(codeOf(await house.call('zhouguyu', 'notice.change', change)), 'notice-changed-since')
    assert.equal(
      codeOf(await check(noticeId, 'zhouguyu', { enclosesEvidence: true })),
      'notice-shows-evidence',
    )
    assert.equal(codeOf(await check(noticeId, 'zhouguyu', { revision })), 'notice-changed-since')
    assert.equal(codeOf(await check(noticeId)), 200)
    assert.equal(codeOf(await check(noticeId)), 'notice-wrong-state')
    const again = { ...change, revision: (await show(noticeId)).revision, list: { ...list, rows: [] } }
    assert.equal(codeOf(await house.call('zhouguyu', 'notice.change', again)), 200)
    assert.equal(codeOf(await post(noticeId)), 'notice-not-checked')
  })

  it('R-272, R-276: somebody else posts it beyond the branch; five working days begin the next day', async () => {
    const noticeId = await drafted()
    assert.equal(codeOf(await post(noticeId)), 'notice-not-checked')
    await check(noticeId)
    assert.equal(codeOf(await post(noticeId, 'zhouguyu')), 'notice-own-approval')
    const { revision } = await show(noticeId)
    const both = await Promise.all(
      [1, 2].map(() => house.call('luqingming', 'notice.post', { noticeId, revision })),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'notice-changed-since'])
    const shown = await show(noticeId)
    assert.deepEqual(
      [
        shown.state,
        shown.endsOn,
        shown.day,
        shown.postings,
        shown.moves.map(({ move, by }) => `${move} ${by}`),
      ],
      ['posted', '2026-11-10', 0, 1, ['draft 周谷雨', 'check 周谷雨', 'post 陆清明']],
    )
    assert.equal(codeOf(await post(noticeId)), 'notice-wrong-state')
    const own = await drafted({ scope: 'branch', names: 'full' })
    await check(own)
    assert.equal(codeOf(await post(own, 'zhouguyu')), 200)
  })

  it('R-272: where the branch has nobody else to post it, the committee above is asked', async () => {
    const hekou = await orgOf('河口村党支部')
    await house.rows(
      `update role_grant set revoked_at = now(), revoked_by = '' where party_org_id = $1 and account_id not in (
         select id from account where account_name = 'shenliqiu')`,
      [hekou],
    )
    const made = await house.call('shenliqiu', 'notice.draft', { orgId: hekou, draft, list })
    const noticeId = String(made.body.noticeId)
    assert.deepEqual(await kindsOf('shenliqiu', noticeId), ['notice.check'])
    const step = { noticeId, revision: 1, figuresCompared: true, enclosesEvidence: false }
    assert.equal(codeOf(await house.call('shenliqiu', 'notice.check', step)), 200)
    assert.deepEqual(
      [await kindsOf('shenliqiu', noticeId), await kindsOf('luqingming', noticeId)],
      [[], ['notice.post']],
    )
    await house.call('luqingming', 'notice.post', { noticeId, revision: 2 })
    assert.deepEqual(await kindsOf('luqingming', noticeId), [])
  })

  it('R-278, R-280, R-289: read without an account, masked; with one as decided; closed after the term', async () => {
    const noticeId = await posted({ scope: 'branch', names: 'full' })
    const page = (await open(noticeId)).body as {
      status: string
      rows: { name: string }[]
      noticeId: unknown
    }
    assert.deepEqual(
      [page.status, page.rows.map(({ name }) => name), page.noticeId],
      ['shown', ['何*露', '秦*冬'], null],
    )
    const read = async (who: CastName) =>
      (await house.call(who, 'notice.read', { noticeId })).body as typeof page
    assert.deepEqual(
      (await read('hebailu')).rows.map(({ name }) => name),
      ['何白露', '秦立冬'],
    )
    assert.equal((await house.call('hanliqiu', 'notice.read', { noticeId })).status, 404)
    assert.equal((await house.call('other', 'notice.read', { noticeId })).status, 404)
    assert.equal((await open(noticeId, 'linshui')).status, 404)
    const board = async (who: CastName) =>
      (await house.call(who, 'notice.board', {})).body.rows as { id: string; isShown: boolean }[]
    assert.ok((await board('hebailu')).some(({ id, isShown }) => id === noticeId && isShown))
    assert.ok((await board('hanliqiu')).every(({ id }) => id !== noticeId))
    assert.equal((await house.call('yingxiaohan', 'notice.board', {})).status, 403)
    house.at(beijing('11-11T08:00'))
    const closed = (await open(noticeId)).body as typeof page & { objectUntil: string; body: string }
    assert.deepEqual(
      [closed.status, closed.rows, closed.body, closed.objectUntil],
      ['closed', [], '', '2026-11-25'],
    )
    house.at(TEST_NOW)
  })

  it('members read what hangs at the committees above them, not what hangs beside them', async () => {
    const yunxi = await orgOf('云溪镇党委')
    const words = { ...draft, scope: 'branch', names: 'full' }
    const made = await house.call('luqingming', 'notice.draft', { orgId: yunxi, draft: words, list })
    const noticeId = String(made.body.noticeId)
    const step = { noticeId, revision: 1, figuresCompared: true, enclosesEvidence: false }
    await house.call('luqingming', 'notice.check', step)
    await house.call('luqingming', 'notice.post', { noticeId, revision: 2 })
    for (const [who, status] of [
      ['hebailu', 200],
      ['hanliqiu', 200],
      ['shenliqiu', 200],
      ['taochunfen', 404],
    ] as const) {
      assert.equal((await house.call(who, 'notice.read', { noticeId })).status, status, who)
    }
    assert.equal((await house.call('zhouguyu', 'notice.show', { noticeId })).status, 404)
  })

  it('codes cannot be tried out', async () => {
    const options = { address: '10.9.9.9' }
    const wrong = { county: 'qingyuan', code: 'AAAAA-AAAAA' }
    for (let tries = 0; tries < 200; tries += 1) {
      assert.equal((await house.call(null, 'notice.open', wrong, options)).status, 404)
    }
    assert.equal((await house.call(null, 'notice.open', wrong, options)).status, 429)
    assert.equal((await house.call(null, 'notice.open', wrong)).status, 404)
  })

  it('R-277, R-280: taken down with a reason, what hung is kept, and it runs its whole term again', async () => {
    const noticeId = await posted()
    assert.equal(
      codeOf(await house.call('luqingming', 'notice.interrupt', { noticeId, reason: ' ' })),
      'notice-needs-reason',
    )
    house.at(beijing('11-05T09:00'))
    const reason = '表里漏了一人'
    assert.equal(codeOf(await house.call('zhouguyu', 'notice.interrupt', { noticeId, reason })), 200)
    assert.equal(
      codeOf(await house.call('zhouguyu', 'notice.interrupt', { noticeId, reason })),
      'notice-wrong-state',
    )
    assert.equal(((await open(noticeId)).body as { status: string }).status, 'takenDown')
    const { kind: _kind, ...words } = draft
    const rows = [...list.rows, { name: '周谷雨', cells: ['书记', 10] }]
    const { revision } = await show(noticeId)
    await house.call('zhouguyu', 'notice.change', {
      noticeId,
      revision,
      draft: words,
      list: { ...list, rows },
    })
    await check(noticeId)
    const again = await post(noticeId)
    assert.deepEqual(again.body, { endsOn: '2026-11-12', postings: 2 })
    const shown = await show(noticeId)
    assert.deepEqual(
      [shown.rows.length, shown.sheets.map(({ postingNo, reason: why }) => [postingNo, why])],
      [3, [[1, reason]]],
    )
    const [kept] = await house.rows<{ names: string[] }>(
      `select array(select jsonb_array_elements(sheet->'rows')->>'name') as names from notice_sheet where notice_id = $1`,
      [noticeId],
    )
    assert.deepEqual(kept!.names, ['何白露', '秦立冬'])
    house.at(TEST_NOW)
  })

  it('R-244, R-280: ends by itself on the day after the last, then the result is written', async () => {
    const noticeId = await posted()
    const settle = async (result: string) =>
      await house.call('zhouguyu', 'notice.settle', { noticeId, result })
    assert.equal(codeOf(await settle('没有异议')), 'notice-wrong-state')
    house.at(beijing('11-10T23:00'))
    await daily()
    assert.equal((await show(noticeId)).state, 'posted')
    house.at(beijing('11-11T00:05'))
    await daily()
    await daily()
    const ended = await show(noticeId)
    assert.deepEqual([ended.state, ended.moves.filter(({ move }) => move === 'end').length], ['ended', 1])
    const things = (await house.call('zhouguyu', 'message.things-to-do', {})).body.rows as {
      kind: string
      subjectId: string
    }[]
    assert.ok(things.some(({ kind, subjectId }) => kind === 'notice.settle' && subjectId === noticeId))
    assert.equal(codeOf(await settle(' ')), 'notice-result-missing')
    assert.equal(codeOf(await settle('公示期间没有收到异议')), 200)
    const after = (await house.call('zhouguyu', 'message.things-to-do', {})).body.rows as {
      subjectId: string
    }[]
    assert.ok(after.every(({ subjectId }) => subjectId !== noticeId))
    house.at(TEST_NOW)
  })

  it('a draft is dropped with a reason and leaves the things to do', async () => {
    const noticeId = await drafted()
    const drop = async (reason: string) => await house.call('zhouguyu', 'notice.drop', { noticeId, reason })
    assert.equal(codeOf(await drop(' ')), 'notice-needs-reason')
    assert.equal(codeOf(await drop('并入下月')), 200)
    assert.equal(codeOf(await drop('并入下月')), 'notice-wrong-state')
    const things = (await house.call('zhouguyu', 'message.things-to-do', {})).body.rows as {
      subjectId: string
    }[]
    assert.ok(things.every(({ subjectId }) => subjectId !== noticeId))
  })

  it('places to draft for are the caller’s, with the office that takes calls', async () => {
    const rows = async (who: CastName) =>
      (await house.call(who, 'notice.places', {})).body.rows as { name: string }[]
    assert.deepEqual(
      (await rows('zhouguyu')).map(({ name }) => name),
      ['石门村党支部'],
    )
    assert.ok((await rows('luqingming')).length > 2)
    assert.equal((await house.call('hebailu', 'notice.places', {})).status, 403)
  })
})
