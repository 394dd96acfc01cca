import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status

const YEAR = { kind: 'year', year: 2026 }
const WHOLE = {
  object: '村里老人',
  measure: '教会用手机缴医保',
  quantity: { hundredths: 1000, unit: '户' },
  dueOn: '2026-12-31',
  evidence: ['witness'],
  source: 'own',
}
const EMPTY = { object: '', measure: '', quantity: null, dueOn: null, evidence: [], source: null }
const TEXT = '教会村里 10 户老人用手机缴医保，12 月底前完成'

describe('writing pledges', async () => {
  const house = await openHouse()
  const write = (who: CastName | 'other', more: object = {}, options = {}) =>
    house.call(
      who,
      'pledge.write',
      { pledgeId: null, text: TEXT, fields: WHOLE, period: YEAR, ...more },
      options,
    )
  const mine = async (who: CastName, year = 2026) => await house.answer(who, 'pledge.mine', { year })
  const submit = (who: CastName | 'other', pledgeId: unknown, revision: unknown) =>
    house.call(who, 'pledge.submit', { pledgeId, revision })
  const things = async (who: CastName) =>
    (
      (await house.call(who, 'message.things-to-do')).body.rows as {
        kind: string
        subjectId: string | null
        facts: { text?: string }
      }[]
    ).filter(({ kind }) => kind.startsWith('pledge'))
  const memberId = async (name: string) =>
    (
      await house.rows<{ id: string }>(
        `select m.id from member m join party_org o on o.id = m.party_org_id where m.name = $1 and o.name in ('石门村党支部', '河口村党支部')`,
        [name],
      )
    )[0]?.id ?? ''
  const orgId = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]?.id ?? ''

  it('S-182: plan items of the unit are offered and carried; one from elsewhere is refused', async () => {
    const shimen = await orgId('石门村党支部')
    const add = (who: CastName | 'other', title: string, org = shimen) =>
      house.call(who, 'plan-item.add', { orgId: org, year: 2026, title })
    const item = await add('zhouguyu', '汛前疏通二组到三组的水渠')
    assert.deepEqual([item.status, item.body.position], [200, 1])
    assert.equal(codeOf(await add('zhouguyu', '汛前疏通二组到三组的水渠')), 'plan-item-twice')
    assert.equal(codeOf(await add('zhouguyu', ' ')), 'plan-item-without-title')
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal((await add(who, '别人的')).status, 404)
    const [one, two] = await Promise.all([add('zhouguyu', '教五户修枝'), add('luqingming', '修好村口路灯')])
    assert.deepEqual([one.body.position, two.body.position].toSorted(), [2, 3])
    const carried = await write('hebailu', { planItemId: item.body.planItemId })
    assert.equal(carried.status, 200)
    const elsewhere = await add('shenliqiu', '河口的事', await orgId('河口村党支部'))
    assert.equal(
      codeOf(await write('hebailu', { planItemId: elsewhere.body.planItemId })),
      'plan-item-elsewhere',
    )
    assert.equal(
      (await house.call('shenliqiu', 'plan-item.drop', { planItemId: item.body.planItemId })).status,
      404,
    )
    assert.equal(
      (await house.call('zhouguyu', 'plan-item.drop', { planItemId: two.body.planItemId })).status,
      200,
    )
    assert.equal(
      codeOf(await house.call('zhouguyu', 'plan-item.drop', { planItemId: two.body.planItemId })),
      'plan-item-dropped-already',
    )
    const plan = await house.call('hebailu', 'plan-item.list', { orgId: shimen, year: 2026 })
    assert.equal((plan.body.rows as unknown[]).length, 2)
    await house.call('hebailu', 'pledge.withdraw', { pledgeId: carried.body.pledgeId })
  })

  it('S-160: hints explain and do not block; a hollow pledge is kept as a draft and handed in', async () => {
    const text = '全心全意为群众服务，帮村里老人学会用手机缴医保'
    const advice = await house.call('hebailu', 'pledge.advise', { text, fields: EMPTY })
    const hints = advice.body.hints as { kind: string; words?: string }[]
    assert.equal(hints.find(({ kind }) => kind === 'phrase')?.words, '全心全意为群众服务')
    assert.equal(advice.body.hollow, true)
    const illness = await house.call('hebailu', 'pledge.advise', {
      text: '看望因病住院的陈小满',
      fields: EMPTY,
    })
    assert.notDeepEqual(illness.body.private, [])
    const draft = await write('hebailu', { text, fields: EMPTY })
    assert.equal(draft.status, 200)
    const sent = await submit('hebailu', draft.body.pledgeId, draft.body.revision)
    assert.deepEqual([sent.status, sent.body.late], [200, true])
    assert.deepEqual(
      (await things('zhouguyu')).map(({ kind }) => kind),
      ['pledge.to-read'],
    )
    assert.deepEqual(await things('shenliqiu'), [])
  })

  it('autosave: writing upon an older revision is refused; one key is one pledge', async () => {
    const made = await write('hebailu', {}, { key: 'p1' })
    assert.deepEqual((await write('hebailu', {}, { key: 'p1' })).body, made.body)
    const { pledgeId, revision } = made.body
    const again = await write('hebailu', { pledgeId, revision, text: '改过的' })
    assert.equal(again.body.revision, 2)
    assert.equal(
      codeOf(await write('hebailu', { pledgeId, revision, text: '旧页面' })),
      'pledge-changed-elsewhere',
    )
    const both = await Promise.all(
      ['甲', '乙'].map((text) => write('hebailu', { pledgeId, revision: 2, text })),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'pledge-changed-elsewhere'])
    assert.equal(codeOf(await submit('hebailu', pledgeId, 2)), 'pledge-changed-elsewhere')
    assert.equal((await house.call('hebailu', 'pledge.withdraw', { pledgeId })).status, 200)
    assert.equal(codeOf(await house.call('hebailu', 'pledge.withdraw', { pledgeId })), 'pledge-wrong-state')
    assert.equal(codeOf(await write('hebailu', { pledgeId, revision: 4 })), 'pledge-wrong-state')
  })

  it('R-223: lengths, days outside the period and empty pledges are refused', async () => {
    assert.equal(codeOf(await write('hebailu', { text: '长'.repeat(201) })), 'pledge-too-long')
    const outside = { fields: { ...WHOLE, dueOn: '2027-01-02' } }
    assert.equal(codeOf(await write('hebailu', outside)), 'pledge-due-outside-period')
    const none = { fields: { ...WHOLE, quantity: { hundredths: 0, unit: '户' } } }
    assert.equal(codeOf(await write('hebailu', none)), 'pledge-quantity-not-positive')
    const quarter = { period: { kind: 'quarter', year: 2026, quarter: 3 } }
    assert.equal(codeOf(await write('hebailu', quarter)), 'pledge-due-outside-period')
    const empty = await write('hebailu', { text: ' ', fields: EMPTY })
    assert.equal(codeOf(await submit('hebailu', empty.body.pledgeId, 1)), 'pledge-empty')
  })

  it('drafts are seen by nobody else; those without a file and other counties find nothing', async () => {
    const draft = await write('hebailu')
    const { pledgeId, revision } = draft.body
    for (const who of ['zhouguyu', 'luqingming', 'hanliqiu', 'hanhanlu', 'other'] as const) {
      assert.equal((await house.call(who, 'pledge.show', { pledgeId })).status, 404, who)
      assert.equal((await write(who, { pledgeId, revision })).status, 404, who)
      assert.equal((await submit(who, pledgeId, revision)).status, 404, who)
      assert.equal((await house.call(who, 'pledge.withdraw', { pledgeId })).status, 404, who)
      assert.equal((await house.call(who, 'pledge.confirm', { pledgeId })).status, 404, who)
    }
    assert.equal((await write('luqingming')).status, 404)
    assert.equal((await house.call('luqingming', 'pledge.mine', { year: 2026 })).status, 404)
    assert.equal((await house.call('hebailu', 'pledge.show', { pledgeId })).status, 200)
  })

  it('S-186: in the window it is in time; own pledges come with window, advice and suggestions', async () => {
    house.at(new Date('2027-01-20T02:00:00Z'))
    const fields = { ...WHOLE, dueOn: '2027-06-30' }
    const made = await write('hanliqiu', { fields, period: { kind: 'year', year: 2027 } })
    assert.deepEqual(
      (await mine('hanliqiu', 2027)).suggestions.map(({ kind }) => kind),
      ['hand-in'],
    )
    const sent = await submit('hanliqiu', made.body.pledgeId, made.body.revision)
    assert.deepEqual([sent.status, sent.body.late], [200, false])
    const found = await mine('hanliqiu', 2027)
    assert.deepEqual(found.window, { from: '2026-12-01', until: '2027-02-28', open: true })
    assert.deepEqual(
      [found.org.name, found.advice.advice, found.rows[0]?.state],
      ['河口村党支部', 'few', 'submitted'],
    )
    assert.equal((await mine('qinlidong', 2027)).advice.advice, 'free')
  })

  it('S-186: the window is reminded of once, and falls away with the pledge', async () => {
    house.at(new Date('2027-01-21T02:00:00Z'))
    const remind = async () => {
      await house.rows(
        `select graphile_worker.add_job('pledges-remind', json_build_object('county', $1::text, 'accountId', null, 'actorName', 'recurring', 'payload', '{}'::json))`,
        [house.county],
      )
      await house.runJobs()
    }
    await remind()
    await remind()
    const kinds = async (who: CastName) => (await things(who)).map(({ kind }) => kind)
    assert.deepEqual(await kinds('hebailu'), ['pledge.window'])
    assert.deepEqual(await kinds('hanliqiu'), [], 'handed in already')
    assert.deepEqual(await kinds('qinlidong'), [], 'eighty-two: only by wish (R-226)')
    const made = await write('hebailu', {
      fields: { ...WHOLE, dueOn: '2027-06-30' },
      period: { kind: 'year', year: 2027 },
    })
    await submit('hebailu', made.body.pledgeId, made.body.revision)
    assert.deepEqual(await kinds('hebailu'), [])
  })

  it('R-338: written down by a fellow member with consent, by the secretary from paper; the member confirms', async () => {
    house.at(new Date('2026-11-03T01:00:00Z'))
    const forWhom = await memberId('秦立冬')
    const entry = {
      memberId: forWhom,
      consentOn: '2026-11-02',
      consentHow: 'inPerson',
      text: TEXT,
      fields: WHOLE,
      period: YEAR,
    }
    const enter = (who: CastName | 'other', more: object = {}, options = {}) =>
      house.call(who, 'pledge.enter', { ...entry, ...more }, options)
    const made = await enter('hebailu', {}, { key: 'e1' })
    assert.deepEqual([made.status, (await enter('hebailu', {}, { key: 'e1' })).body], [200, made.body])
    assert.equal(codeOf(await enter('hebailu', { consentOn: '2026-11-04' })), 'pledge-consent-in-future')
    assert.equal(codeOf(await enter('qinlidong')), 'pledge-helper-is-member')
    assert.equal(codeOf(await enter('hebailu', { text: '' })), 'pledge-empty')
    for (const who of ['hanliqiu', 'shenliqiu', 'luqingming', 'other'] as const)
      assert.equal((await enter(who)).status, 404, who)
    const paper = await enter('zhouguyu', { consentHow: 'paper' })
    assert.equal(paper.status, 200)
    const unknown = { paperFileId: '018f0000-0000-7000-8000-000000000000' }
    assert.equal(codeOf(await enter('zhouguyu', unknown)), 'pledge-paper-unknown')
    const { rows } = await mine('qinlidong')
    assert.deepEqual(
      rows.map(({ entry: as, toConfirm, state }) => [as, toConfirm, state]),
      [
        ['helper', true, 'submitted'],
        ['secretary', true, 'submitted'],
      ],
    )
    assert.deepEqual(
      (await things('qinlidong')).map(({ kind }) => kind),
      ['pledge.confirm', 'pledge.confirm'],
    )
    assert.equal(
      (await house.call('hebailu', 'pledge.confirm', { pledgeId: made.body.pledgeId })).status,
      404,
    )
    const confirm = () => house.call('qinlidong', 'pledge.confirm', { pledgeId: made.body.pledgeId })
    assert.equal((await confirm()).status, 200)
    assert.equal(codeOf(await confirm()), 'pledge-already-confirmed')
    const whom = await house.call('hebailu', 'pledge.whom', { year: 2026 })
    assert.equal(whom.body.as, 'helper')
    const listed = whom.body.rows as { name: string; pledges: number }[]
    assert.ok(listed.some(({ name }) => name === '秦立冬') && listed.every(({ name }) => name !== '何白露'))
    assert.ok(
      listed.every(({ pledges }) => pledges === 0),
      'how many others handed in is not told',
    )
    const forBranch = await house.call('zhouguyu', 'pledge.whom', { year: 2026 })
    const told = forBranch.body.rows as { name: string; pledges: number }[]
    assert.deepEqual(
      [forBranch.body.as, told.find(({ name }) => name === '秦立冬')?.pledges],
      ['secretary', 2],
    )
    assert.equal(
      (await house.call('shenliqiu', 'pledge.whom', { orgId: await orgId('石门村党支部'), year: 2026 }))
        .status,
      404,
    )
  })

  it('S-194: what was written without a network is handed in at once, and three sendings are one pledge', async () => {
    const later = (who: CastName | 'other' | null, more: object = {}, options = {}) =>
      house.call(
        who,
        'pledge.send',
        { pledgeId: null, text: LATER, fields: WHOLE, period: YEAR, ...more },
        options,
      )
    const LATER = '教会村里 10 户老人用手机挂号，12 月底前完成'
    const sent = await Promise.all([1, 2, 3].map(() => later('hebailu', {}, { key: 'later' })))
    assert.deepEqual(
      sent.map(({ status }) => status),
      [200, 200, 200],
      JSON.stringify(sent[0]?.body),
    )
    const shown = async () => (await mine('hebailu')).rows.filter(({ text }) => text === LATER)
    assert.deepEqual(
      (await shown()).map(({ state, revision }) => [state, revision]),
      [['submitted', 1]],
    )
    assert.equal(codeOf(await later('hebailu', { text: ' ' })), 'pledge-empty')
    assert.equal(
      codeOf(await later('hebailu', { planItemId: await memberId('秦立冬') })),
      'plan-item-elsewhere',
    )
    assert.equal((await later('other')).status, 404)
    assert.equal((await later(null)).status, 401)

    const draft = await write('hebailu', { text: `${LATER}，一户一户教` })
    const { pledgeId, revision } = draft.body
    assert.equal(codeOf(await later('hebailu', { pledgeId, revision: 7 })), 'pledge-changed-elsewhere')
    assert.equal((await later('qinlidong', { pledgeId, revision })).status, 404)
    assert.equal((await later('hebailu', { pledgeId, revision })).status, 200)
    assert.equal(codeOf(await later('hebailu', { pledgeId, revision: 2 })), 'pledge-wrong-state')
  })

  it('R-338: the paper a pledge was written on is kept as a scan, for the member and those who read it', async () => {
    const entry = {
      ...{ memberId: await memberId('秦立冬'), consentOn: '2026-11-02', consentHow: 'paper' },
      ...{ text: `${TEXT}，逐户教`, fields: WHOLE, period: YEAR },
    }
    const scan = await house.call(
      'zhouguyu',
      'file.add',
      { name: '承诺.pdf', purpose: 'evidence', about: { memberId: entry.memberId } },
      { upload: new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') },
    )
    assert.equal(scan.status, 200, JSON.stringify(scan.body))
    const { id: paperFileId } = scan.body.file as { id: string }
    const byHelper = await house.call('hebailu', 'pledge.enter', { ...entry, paperFileId })
    assert.equal(codeOf(byHelper), 'pledge-paper-unknown')
    const made = await house.call('zhouguyu', 'pledge.enter', { ...entry, paperFileId })
    assert.equal(made.status, 200, JSON.stringify(made.body))
    const { pledgeId } = made.body
    for (const who of ['qinlidong', 'zhouguyu'] as const)
      assert.equal((await house.call(who, 'pledge.show', { pledgeId })).body.paperFileId, paperFileId, who)
    assert.equal((await house.call('hebailu', 'pledge.show', { pledgeId })).status, 404)
    await house.call('qinlidong', 'pledge.confirm', { pledgeId })
  })
})
