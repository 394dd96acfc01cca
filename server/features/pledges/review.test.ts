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
type Queued = { id: string; together: boolean; barred: boolean; waitingDays: number; name: string }

describe('reading pledges in the branch', async () => {
  const house = await openHouse()
  /** Writes a pledge and hands it in; answers with its id and revision. */
  const handIn = async (who: Who, more: object = {}) => {
    const written = {
      pledgeId: null,
      text: TEXT,
      fields: WHOLE,
      period: { kind: 'year', year: 2026 },
      ...more,
    }
    const made = await house.call(who, 'pledge.write', written)
    const { pledgeId, revision } = made.body
    const sent = await house.call(who, 'pledge.submit', { pledgeId, revision })
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
    return { pledgeId, revision: sent.body.revision }
  }
  const accept = (who: Who, pledge: object, more: object = {}, options = {}) =>
    house.call(who, 'pledge.accept', { ...pledge, answers: YES, ...more }, options)
  const giveBack = (who: Who, pledge: object, more: object = {}) =>
    house.call(who, 'pledge.return', { ...pledge, part: 'quantity', reason: '写明几户', ...more })
  const queue = async (who: Who) =>
    ((await house.call(who, 'pledge.queue')).body.rows as Queued[] | undefined) ?? []
  const kinds = async (who: CastName) =>
    ((await house.call(who, 'message.things-to-do')).body.rows as { kind: string }[])
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('pledge'))
  const orgId = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]?.id ?? ''

  it('R-224: accepted when six parts are there and four times yes; each no and each missing part is named', async () => {
    const lacking = await handIn('hebailu', { fields: { ...WHOLE, quantity: null } })
    assert.equal(codeOf(await accept('zhouguyu', lacking)), 'pledge-parts-missing')
    const pledge = await handIn('hebailu')
    assert.equal(
      codeOf(await accept('zhouguyu', pledge, { answers: { ...YES, strength: false } })),
      'pledge-question-answered-no',
    )
    assert.equal(codeOf(await accept('zhouguyu', { ...pledge, revision: 1 })), 'pledge-changed-elsewhere')
    const accepted = await accept('zhouguyu', pledge, { comment: '和村委的事合得上' }, { key: 'a1' })
    assert.deepEqual([accepted.status, accepted.body.state], [200, 'accepted'])
    assert.deepEqual(
      (await accept('zhouguyu', pledge, { comment: '和村委的事合得上' }, { key: 'a1' })).body,
      accepted.body,
    )
    assert.equal(
      codeOf(await accept('zhouguyu', { ...pledge, revision: accepted.body.revision })),
      'pledge-not-submitted',
    )
    assert.deepEqual(await kinds('zhouguyu'), ['pledge.to-read'], 'one still waits')
    await giveBack('zhouguyu', lacking)
    assert.deepEqual(await kinds('zhouguyu'), [])
    assert.deepEqual(await kinds('hebailu'), ['pledge.mend'])
    const { body } = await house.call('hebailu', 'pledge.show', { pledgeId: pledge.pledgeId })
    const [review] = body.reviews as { comment: string; decision: string; by: string }[]
    assert.deepEqual([review?.comment, review?.by], ['和村委的事合得上', '周谷雨'])
  })

  it('R-225: returned with reason and part; the second return leads to a talk with day and words', async () => {
    const first = await handIn('hebailu')
    assert.equal(codeOf(await giveBack('zhouguyu', first, { reason: ' ' })), 'pledge-return-needs-reason')
    const once = await giveBack('zhouguyu', first)
    assert.equal(once.body.state, 'returned')
    const written = {
      pledgeId: first.pledgeId,
      revision: once.body.revision,
      text: TEXT,
      fields: WHOLE,
      period: { kind: 'year', year: 2026 },
    }
    const again = await house.call('hebailu', 'pledge.write', written)
    const sent = await house.call('hebailu', 'pledge.submit', {
      pledgeId: first.pledgeId,
      revision: again.body.revision,
    })
    const second = { pledgeId: first.pledgeId, revision: sent.body.revision }
    const talk = (who: Who, more: object = {}) =>
      house.call(who, 'pledge.record-talk', {
        ...second,
        on: '2026-11-02',
        with: '何白露',
        agreed: '定为 8 户',
        ...more,
      })
    const twice = await giveBack('zhouguyu', second, { part: 'object', reason: '写明哪个组' })
    assert.equal(twice.body.state, 'toTalk')
    Object.assign(second, { revision: twice.body.revision })
    assert.equal(codeOf(await talk('zhouguyu', { on: '2026-11-04' })), 'pledge-talk-in-future')
    assert.equal(codeOf(await talk('zhouguyu', { agreed: ' ' })), 'pledge-talk-without-words')
    assert.equal((await talk('hebailu')).status, 403)
    assert.equal((await talk('hanliqiu')).status, 404)
    const mended = { text: '教会 8 户', fields: { ...WHOLE, quantity: { hundredths: 800, unit: '户' } } }
    const talked = await talk('zhouguyu', { written: { ...mended, period: { kind: 'year', year: 2026 } } })
    assert.deepEqual([talked.status, talked.body.state], [200, 'submitted'])
    assert.equal((await accept('zhouguyu', { ...second, revision: talked.body.revision })).status, 200)
    const { body } = await house.call('zhouguyu', 'pledge.show', { pledgeId: first.pledgeId })
    const shown = body.pledge as { text: string; returns: unknown[] }
    assert.deepEqual([shown.text, shown.returns.length], ['教会 8 户', 2])
    assert.deepEqual(
      (body.talks as { agreed: string }[]).map(({ agreed }) => agreed),
      ['定为 8 户'],
    )
    const fellow = await house.call('qinlidong', 'pledge.show', { pledgeId: first.pledgeId })
    assert.equal(fellow.status, 404, 'not published yet')
  })

  it('S-160, R-338: what was told in words gets its parts at a talk, before any return', async () => {
    const told = await handIn('hebailu', {
      text: '教老人用手机',
      fields: { object: '', measure: '', quantity: null, dueOn: null, evidence: [], source: null },
    })
    const talk = (who: Who, pledge: object) =>
      house.call(who, 'pledge.record-talk', {
        ...pledge,
        ...{ on: '2026-11-03', with: '何白露', agreed: '定为 10 户，年底前' },
        written: { text: TEXT, fields: WHOLE, period: { kind: 'year', year: 2026 } },
      })
    assert.equal((await talk('shenliqiu', told)).status, 404)
    const settled = await talk('zhouguyu', told)
    assert.deepEqual([settled.status, settled.body.state], [200, 'submitted'])
    const now = { pledgeId: told.pledgeId, revision: settled.body.revision }
    const accepted = await accept('zhouguyu', now)
    assert.equal(accepted.status, 200)
    const late = await talk('zhouguyu', { ...now, revision: accepted.body.revision })
    assert.equal(codeOf(late), 'pledge-wrong-state')
    const { body } = await house.call('hebailu', 'pledge.show', { pledgeId: told.pledgeId })
    assert.equal((body.talks as unknown[]).length, 1, 'the member reads what was agreed')
    const without = await house.call('zhouguyu', 'pledge.record-talk', {
      ...now,
      ...{ revision: accepted.body.revision, on: '2026-11-03', with: '何白露', agreed: '再谈' },
    })
    assert.equal(codeOf(without), 'pledge-not-at-talk')
  })

  it('nobody reads the own; those without the right, of another branch or county find nothing', async () => {
    const own = await handIn('zhouguyu')
    assert.equal(codeOf(await accept('zhouguyu', own)), 'pledge-own-review')
    assert.equal(codeOf(await giveBack('zhouguyu', own)), 'pledge-own-review')
    assert.equal((await queue('zhouguyu')).find(({ id }) => id === own.pledgeId)?.barred, true)
    assert.ok((await kinds('luqingming')).includes('pledge.to-read-above'))
    assert.ok((await queue('luqingming')).some(({ id }) => id === own.pledgeId))
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const) {
      assert.equal((await accept(who, own)).status, 404, who)
      assert.equal((await giveBack(who, own)).status, 404, who)
      assert.ok(!(await queue(who)).some(({ id }) => id === own.pledgeId), who)
    }
    assert.equal((await house.call('hebailu', 'pledge.queue')).status, 403)
    assert.equal((await accept('luqingming', own)).status, 200)
    assert.deepEqual(await kinds('luqingming'), [])
  })

  it('R-224: accepted together only where nothing is hinted at; two at once accept once', async () => {
    const [clean, other] = [await handIn('hebailu'), await handIn('hebailu')]
    const hollow = await handIn('hebailu', { text: '全心全意为群众服务' })
    const together = (pledges: object[]) => house.call('zhouguyu', 'pledge.accept-together', { pledges })
    const queued = await queue('zhouguyu')
    const flags = new Map(queued.map(({ id, together: may }) => [id, may]))
    assert.deepEqual([flags.get(String(clean.pledgeId)), flags.get(String(hollow.pledgeId))], [true, false])
    assert.equal(codeOf(await together([clean, hollow])), 'pledge-hinted-alone')
    const stale = { ...other, revision: 9 }
    assert.equal(codeOf(await together([clean, stale])), 'pledge-changed-elsewhere')
    assert.equal((await house.call('shenliqiu', 'pledge.accept-together', { pledges: [clean] })).status, 404)
    const both = await Promise.all([together([clean, other]), together([other, clean])])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'pledge-changed-elsewhere'])
    const rows = await house.rows<{ count: number }>(
      `select count(*)::int as count from pledge_review where pledge_id = any($1) and decision = 'accepted'`,
      [[clean.pledgeId, other.pledgeId]],
    )
    assert.equal(rows[0]?.count, 2)
  })

  it('an acceptance is taken back by who gave it, until publication', async () => {
    const pledge = await handIn('hebailu')
    const back = (who: Who) => house.call(who, 'pledge.take-back', { pledgeId: pledge.pledgeId })
    assert.equal(codeOf(await back('zhouguyu')), 'pledge-not-accepted')
    await accept('zhouguyu', pledge)
    assert.equal(codeOf(await back('luqingming')), 'pledge-accepted-by-another')
    assert.equal((await back('shenliqiu')).status, 404)
    assert.equal((await back('hebailu')).status, 403)
    assert.deepEqual(
      [(await back('zhouguyu')).body.state, codeOf(await back('zhouguyu'))],
      ['submitted', 'pledge-not-accepted'],
    )
  })

  it('S-190: a pledge of an organisation is written by those who may and read from above, not by who wrote it', async () => {
    const shimen = await orgId('石门村党支部')
    const written = { orgId: shimen, text: '汛前疏通水渠 600 米', fields: { ...WHOLE, source: 'publicWish' } }
    assert.equal(
      (
        await house.call('hebailu', 'pledge.write', {
          pledgeId: null,
          period: { kind: 'year', year: 2026 },
          ...written,
        })
      ).status,
      404,
    )
    const pledge = await handIn('zhouguyu', written)
    assert.equal((await accept('zhouguyu', pledge)).status, 403)
    assert.ok((await kinds('luqingming')).includes('pledge.to-read-above'))
    assert.equal((await accept('luqingming', pledge)).status, 200)
    assert.deepEqual(await kinds('luqingming'), [])
    const own = await handIn('luqingming', { ...written, text: '汛前疏通水渠 300 米' })
    assert.equal(codeOf(await accept('luqingming', own)), 'pledge-own-review')
    const county = await queue('hanhanlu')
    assert.deepEqual(
      county.map(({ id }) => id),
      [own.pledgeId],
      'the county reads what nobody nearer may read',
    )
    assert.equal((await accept('hanhanlu', own)).status, 200)
  })

  it('R-222, R-228: judged after its day by somebody else; explained where missed, heard where dropped', async () => {
    const publish = async (...pledges: { pledgeId: unknown; revision: unknown }[]) => {
      for (const pledge of pledges) assert.equal((await accept('zhouguyu', pledge)).status, 200)
      const pledgeIds = pledges.map(({ pledgeId }) => pledgeId)
      const orgOf = await orgId('石门村党支部')
      const done = await house.call('zhouguyu', 'pledge.publish', { orgId: orgOf, year: 2026, pledgeIds })
      assert.equal(done.status, 200, JSON.stringify(done.body))
    }
    const [partly, dropped, missed] = [
      await handIn('hebailu'),
      await handIn('hebailu'),
      await handIn('hebailu'),
    ]
    const judge = (who: Who, pledge: { pledgeId: unknown }, outcome: string, more: object = {}) =>
      house.call(who, 'pledge.judge', { pledgeId: pledge.pledgeId, outcome, ...more })
    assert.equal(codeOf(await judge('zhouguyu', partly, 'partly')), 'pledge-not-published')
    await publish(partly, dropped, missed)
    assert.equal(codeOf(await judge('zhouguyu', partly, 'fulfilled')), 'pledge-not-all-done')
    const why = { explanation: '做了 6 户，其余外出' }
    assert.equal(codeOf(await judge('zhouguyu', partly, 'partly', why)), 'pledge-still-running')
    assert.equal((await judge('hebailu', partly, 'partly', why)).status, 403)
    assert.equal((await judge('shenliqiu', partly, 'partly', why)).status, 404)
    assert.equal((await judge('other', partly, 'partly', why)).status, 404)
    const flood = { explanation: '汛期封路，村里停了上门' }
    assert.equal(
      (await judge('zhouguyu', missed, 'missedExplained', flood)).status,
      200,
      'before its day too',
    )
    house.at(new Date('2027-01-05T01:00:00Z'))
    assert.equal(codeOf(await judge('zhouguyu', partly, 'partly')), 'pledge-needs-explanation')
    assert.equal(
      codeOf(await judge('zhouguyu', partly, 'partly', { explanation: '本人生病住院' })),
      'pledge-private-content',
    )
    assert.equal((await judge('zhouguyu', partly, 'partly', why)).status, 200)
    const given = { explanation: '没有说明原因' }
    assert.equal(codeOf(await judge('zhouguyu', dropped, 'dropped', given)), 'pledge-not-heard')
    assert.equal(
      codeOf(await judge('zhouguyu', dropped, 'dropped', { ...given, heardOn: '2027-01-06' })),
      'pledge-heard-in-future',
    )
    const both = await Promise.all(
      [1, 2].map(() => judge('zhouguyu', dropped, 'dropped', { ...given, heardOn: '2027-01-04' })),
    )
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'pledge-not-published'])
    const suggestions = (await house.call('hebailu', 'pledge.mine', { year: 2026 })).body.suggestions
    const learned = (suggestions as { kind: string }[]).filter(({ kind }) => kind === 'learn')
    assert.equal(learned.length, 3)
    house.at(new Date('2026-11-03T01:00:00Z'))
  })
})
