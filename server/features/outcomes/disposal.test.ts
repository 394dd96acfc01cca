import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { barOf, type CallAs, type DisposalWalk, revisionOf, voteOf, walkDisposal } from './demo.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'
const beijing = (text: string) => new Date(`${text}T09:00:00+08:00`)
const on = '2026-11-03'
const assemblyOn = '2026-11-10'
const lapse = {
  ...{ ground: 'lapse', monthsWithoutLife: 7, monthsWithoutDues: 2, monthsWithoutWork: 0 },
  ...{ goodReason: false, lookedIntoBy: '周谷雨' },
}
const removal = { form: 'removal', ground: lapse, reason: '连续七个月没有参加组织生活' }

describe('disposal', async () => {
  const house = await openHouse()
  const send = (who: Who | null, operation: string, input: object, key?: string) =>
    house.call(who, operation, input, key === undefined ? {} : { key })
  const call: CallAs = async (who, operation, input) => {
    const reply = await house.call(who as CastName, operation, input)
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
      ...[house.county, name, orgId],
    ])
  const qin = await memberOf('秦立冬')
  const he = await memberOf('何白露')
  const zhou = await memberOf('周谷雨')
  const others = (
    await house.rows<{ id: string; kind: string }>(
      `select id, membership_kind as kind from member where party_org_id = $1 and id <> all($2) and state = 'active' order by id`,
      [orgId, [qin, he]],
    )
  ).map((row) => row)
  const full = others.filter(({ kind }) => kind === 'full').map(({ id }) => id)
  const two = [full[0]!, full[1]!] as const
  const walk: DisposalWalk = {
    ...{ call, secretary: 'zhouguyu', committee: 'luqingming', county: 'hanhanlu', two, on, assemblyOn },
    toAssembly: () => house.at(beijing(assemblyOn)),
  }
  const back = () => house.at(beijing(on))
  const stateOf = async (memberId: string) =>
    (await house.rows<{ state: string }>('select state from member where id = $1', [memberId]))[0]!.state
  /** Ends a case that a test has opened, so that the next may open one. */
  const drop = async (disposalId: string) => {
    const revision = await revisionOf(walk, disposalId)
    assert.equal(
      codeOf(await send('zhouguyu', 'disposal.stop', { disposalId, revision, reason: '事实不成立' })),
      200,
    )
    back()
  }
  const step = async (who: Who, operation: string, disposalId: string, input: object) =>
    codeOf(await send(who, operation, { disposalId, revision: await revisionOf(walk, disposalId), ...input }))

  it('R-197, R-203, R-187: proposed by the branch on facts that are there; one case at a time', async () => {
    const propose = (who: Who, change: object = {}) =>
      send(who, 'disposal.propose', { memberId: qin, ...removal, ...change })
    assert.equal(codeOf(await propose('shenliqiu')), 404)
    assert.equal(codeOf(await propose('other')), 404)
    assert.equal(codeOf(await propose('hebailu')), 404)
    assert.equal(codeOf(await propose('hanhanlu')), 403)
    assert.equal(
      codeOf(await send('zhouguyu', 'disposal.propose', { memberId: zhou, ...removal })),
      'disposal-own-case',
    )
    for (const [change, code] of [
      [{ ground: { ...lapse, monthsWithoutLife: 5 } }, 'disposal-ground-not-met'],
      [{ ground: { ...lapse, goodReason: true } }, 'disposal-ground-not-met'],
      [{ ground: { ...lapse, lookedIntoBy: '' } }, 'disposal-ground-not-met'],
      [{ form: 'persuasion' }, 'disposal-ground-other-form'],
      [{ reason: '' }, 'reason-missing'],
      [{ reason: '没来' }, 'reason-too-short'],
      [{ reason: '因病请假半年没有来' }, 'reason-against-policy'],
      [{ reason: '信教，不来开会的' }, 'reason-against-policy'],
      [
        { ground: { ground: 'helpInVain', helpPlanId: qin }, form: 'correctionOrder' },
        'disposal-ground-not-met',
      ],
      [{ ground: { ground: 'persuasionRefused', earlierId: qin } }, 'disposal-ground-not-met'],
      [{ ground: { ground: 'decidedElsewhere', outsideDocument: '' } }, 'disposal-ground-not-met'],
      [
        { ground: { ground: 'lostContact', lostSince: '2024-01-01', foundOn: null } },
        'disposal-ground-not-met',
      ],
    ] as const) {
      assert.equal(codeOf(await propose('zhouguyu', change)), code, JSON.stringify(change))
    }
    const both = await Promise.all([propose('zhouguyu'), propose('luqingming')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'disposal-already-open'])
    const { disposalId } = both.find(({ status }) => status === 200)!.body as { disposalId: string }
    const prepared = await call('luqingming', 'disposal.prepare', { memberId: qin })
    assert.equal(prepared.openId, disposalId)
    assert.equal(codeOf(await send('shenliqiu', 'disposal.prepare', { memberId: qin })), 404)
    await drop(disposalId)
  })

  it('twice with one key is one case', async () => {
    const input = { memberId: qin, ...removal }
    const first = await send('zhouguyu', 'disposal.propose', input, 'propose-once-0001')
    const second = await send('zhouguyu', 'disposal.propose', input, 'propose-once-0001')
    assert.deepEqual([first.status, second.status], [200, 200])
    assert.equal(first.body.disposalId, second.body.disposalId)
    await drop(String(first.body.disposalId))
  })

  it('R-211, R-215: read by the member at once, by those who handle it, by nobody else; each reading is written', async () => {
    const id = await walkDisposal(walk, qin, removal, 'proposed')
    const show = (who: Who) => send(who, 'disposal.show', { disposalId: id })
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const) {
      assert.equal((await show(who)).status, 404, who)
    }
    const own = (await show('qinlidong')).body as {
      case: { isMine: boolean; proposal: { reason: string } }
      may: string[]
      people: unknown[]
    }
    assert.deepEqual(
      [own.case.isMine, own.case.proposal.reason, own.may, own.people],
      [true, removal.reason, ['say'], []],
    )
    for (const who of ['zhouguyu', 'luqingming', 'hanhanlu'] as const) {
      assert.equal((await show(who)).status, 200)
    }
    const read = await house.rows<{ reader_name: string }>(
      `select distinct reader_name from outcome_reading where subject_kind = 'disposal' and subject_id = $1 order by 1`,
      [id],
    )
    assert.deepEqual(read.map((row) => row.reader_name).toSorted(), ['周谷雨', '陆清明', '韩寒露'].toSorted())
    const list = async (who: Who) =>
      ((await send(who, 'disposal.list', { which: 'all' })).body.rows as { id: string }[]).map(
        (row) => row.id,
      )
    assert.ok((await list('zhouguyu')).includes(id))
    assert.ok((await list('qinlidong')).includes(id))
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const) {
      assert.equal((await list(who)).includes(id), false, who)
    }
    const { rows } = (await send('qinlidong', 'disposal.mine', {})).body as { rows: { id: string }[] }
    assert.equal(rows[0]!.id, id)
    assert.deepEqual((await send('hebailu', 'disposal.mine', {})).body.rows, [])
    const things = await house.rows<{ kind: string }>(
      'select kind from thing_to_do where subject_id = $1 and done_at is null order by 1',
      [id],
    )
    assert.deepEqual(
      things.map(({ kind }) => kind),
      ['disposal.file', 'disposal.read'],
    )
    await drop(id)
  })

  it('R-197: told beforehand by the base committee, not by the branch itself', async () => {
    const id = await walkDisposal(walk, qin, removal, 'proposed')
    const document = '石支发〔2026〕3号'
    assert.equal(await step('zhouguyu', 'disposal.file', id, { document }), 403)
    assert.equal(await step('taochunfen', 'disposal.file', id, { document }), 404)
    assert.equal(await step('luqingming', 'disposal.file', id, { document: ' ' }), 'disposal-needs-document')
    assert.equal(
      codeOf(await send('luqingming', 'disposal.file', { disposalId: id, revision: 9, document })),
      'disposal-changed-since',
    )
    assert.equal(
      await step('zhouguyu', 'disposal.find-facts', id, { group: two, words: '查了', on }),
      'disposal-wrong-state',
    )
    assert.equal(await step('luqingming', 'disposal.file', id, { document }), 200)
    assert.equal(await step('luqingming', 'disposal.file', id, { document }), 'disposal-wrong-state')
    await drop(id)
  })

  it('R-199, R-201, R-213: two others find facts; the member is invited, heard by two full members, with witnesses', async () => {
    const id = await walkDisposal(walk, qin, removal, 'filed')
    const facts = (change: object = {}, who: Who = 'zhouguyu') =>
      step(who, 'disposal.find-facts', id, { group: two, words: '查了签到册', on, ...change })
    assert.equal(await facts({ group: [two[0], qin] }), 'disposal-group-too-small')
    assert.equal(
      await facts({ group: [two[0], '01900000-0000-7000-8000-000000000001'] }),
      'disposal-group-too-small',
    )
    assert.equal(await facts({ words: ' ' }), 'disposal-facts-missing')
    assert.equal(await facts({ words: '信教' }), 'reason-against-policy')
    assert.equal(await facts({ on: '2026-11-04' }), 'disposal-day-in-future')
    assert.equal(await facts({ on: '2026-11-02' }), 'disposal-out-of-order')
    assert.equal(await facts({}, 'hebailu'), 404)
    assert.equal(await facts(), 200)
    const invite = (change: object = {}) =>
      step('zhouguyu', 'disposal.invite', id, {
        ...{ toWhat: 'hearing', heldOn: '2026-11-05', heldAt: '九点', place: '村部', how: 'app', ...change },
      })
    assert.equal(await invite({ toWhat: 'assembly' }), 'disposal-wrong-state')
    assert.equal(await invite({ heldOn: on }), 'disposal-invitation-too-late')
    assert.equal(await invite({ place: ' ' }), 'disposal-invitation-incomplete')
    assert.equal(await invite(), 200)
    const shown = (await call('qinlidong', 'disposal.show', { disposalId: id })) as {
      invitations: { id: string }[]
      may: string[]
    }
    assert.deepEqual(shown.may, ['answer', 'say'])
    const answer = { disposalId: id, invitationId: shown.invitations[0]!.id, answer: 'comes', words: '我来' }
    assert.equal(codeOf(await send('hebailu', 'disposal.answer-invitation', answer)), 404)
    assert.equal(codeOf(await send('zhouguyu', 'disposal.answer-invitation', answer)), 404)
    assert.equal(
      codeOf(await send('qinlidong', 'disposal.answer-invitation', { ...answer, invitationId: id })),
      404,
    )
    assert.equal(codeOf(await send('qinlidong', 'disposal.answer-invitation', answer)), 200)
    assert.equal(
      codeOf(await send('qinlidong', 'disposal.say', { disposalId: id, words: ' ' })),
      'disposal-words-missing',
    )
    assert.equal(codeOf(await send('hebailu', 'disposal.say', { disposalId: id, words: '我说' })), 404)
    assert.equal(
      codeOf(await send('qinlidong', 'disposal.say', { disposalId: id, words: '病好了我就来' })),
      200,
    )
    house.at(beijing('2026-11-06'))
    assert.equal(
      codeOf(await send('qinlidong', 'disposal.answer-invitation', answer)),
      'disposal-invitation-past',
    )
    const probationary = others.find(({ kind }) => kind === 'probationary')?.id
    const hear = (change: object = {}) =>
      step('zhouguyu', 'disposal.hear', id, {
        ...{ on: '2026-11-05', heldBy: two, came: true, defence: '在外地打工', witnesses: [], ...change },
      })
    assert.equal(await hear({ heldBy: [two[0]] }), 'disposal-two-full-members')
    assert.equal(await hear({ heldBy: [two[0], qin] }), 'disposal-two-full-members')
    if (probationary !== undefined) {
      assert.equal(await hear({ heldBy: [two[0], probationary] }), 'disposal-two-full-members')
    }
    assert.equal(await hear({ defence: '' }), 'disposal-member-not-heard')
    // Somebody who does not come was invited twice; once is not enough.
    assert.equal(await hear({ came: false, defence: '' }), 'disposal-member-not-heard')
    assert.equal(await hear({ on: '2026-11-07' }), 'disposal-day-in-future')
    assert.equal(await hear({ on: '2026-11-02' }), 'disposal-out-of-order')
    assert.equal(await invite({ heldOn: '2026-11-09' }), 200)
    house.at(beijing('2026-11-09'))
    assert.equal(await hear({ came: false, defence: '', on: '2026-11-09' }), 200)
    const opinion = (change: object = {}) =>
      step('zhouguyu', 'disposal.give-opinion', id, { words: '建议除名', on: '2026-11-09', ...change })
    assert.equal(await opinion({ words: '' }), 'disposal-opinion-missing')
    assert.equal(await opinion({ words: '因病没来' }), 'reason-against-policy')
    assert.equal(await opinion({ on: '2026-11-08' }), 'disposal-out-of-order')
    assert.equal(await opinion({ on: '2026-11-10' }), 'disposal-day-in-future')
    assert.equal(await opinion(), 200)
    assert.equal(await opinion(), 'disposal-wrong-state')
    await drop(id)
  })

  it('R-200: persuasion and removal are reviewed by the county first, a correction order is not', async () => {
    const id = await walkDisposal(walk, qin, removal, 'opinionGiven')
    const review = (who: Who, change: object = {}) =>
      step(who, 'disposal.pre-review', id, { document: '清组函〔2026〕5号', on, ...change })
    const vote = { vote: voteOf(on, 1, 1), secret: true, persons: 1 }
    assert.equal(await review('luqingming'), 403)
    assert.equal(await review('hanhanlu', { document: '' }), 'disposal-needs-document')
    assert.equal(await review('hanhanlu', { on: '2026-11-02' }), 'disposal-out-of-order')
    assert.equal(await review('hanhanlu', { on: '2026-11-04' }), 'disposal-day-in-future')
    const { shouldAttend } = await barOf(walk, id)
    assert.equal(
      await step('zhouguyu', 'disposal.vote', id, { ...vote, vote: voteOf(on, shouldAttend, shouldAttend) }),
      'disposal-needs-pre-review',
    )
    assert.equal(await review('hanhanlu'), 200)
    await drop(id)
    const order = { ...removal, form: 'correctionOrder' }
    const light = await walkDisposal(walk, qin, order, 'opinionGiven')
    assert.equal(
      await step('hanhanlu', 'disposal.pre-review', light, { document: '函', on }),
      'disposal-not-needed',
    )
    await drop(light)
  })

  it('R-049…R-057, R-064, R-202: exactly half is refused and kept, one more carries; the register says who should attend', async () => {
    const id = await walkDisposal(walk, qin, removal, 'ready')
    const { shouldAttend, needed } = await barOf(walk, id)
    assert.equal(needed, Math.floor(shouldAttend / 2) + 1)
    const half = Math.floor(shouldAttend / 2)
    const even = shouldAttend % 2 === 0
    const vote = (change: object = {}, more: object = {}, who: Who = 'zhouguyu') =>
      step(who, 'disposal.vote', id, {
        ...{
          vote: { ...voteOf(assemblyOn, shouldAttend, needed), ...change },
          secret: true,
          persons: 1,
          ...more,
        },
      })
    const count = (present: number, yes: number, abstain = 0) => ({
      present,
      yes,
      no: present - yes - abstain,
      abstain,
    })
    assert.equal(await vote({}, { secret: false }), 'vote-not-secret')
    assert.equal(await vote({}, { persons: 2 }), 'vote-several-persons')
    assert.equal(await vote({ no: 0 }), 'vote-does-not-add-up')
    assert.equal(
      await vote({ present: shouldAttend + 1, no: shouldAttend + 1 - needed }),
      'vote-more-present-than-due',
    )
    assert.equal(await vote({ minutes: '' }), 'disposal-minutes-missing')
    assert.equal(await vote({ chair: '' }), 'disposal-minutes-missing')
    assert.equal(await vote({ seenShouldAttend: shouldAttend - 1 }), 'disposal-voters-changed')
    assert.equal(await vote({ on: '2026-11-11' }), 'disposal-day-in-future')
    assert.equal(await vote({ on: '2026-11-09' }), 'disposal-member-not-invited')
    assert.equal(await vote({}, {}, 'hebailu'), 404)
    assert.equal(await vote(count(half, half)), 'vote-no-quorum')
    assert.equal(await vote(count(shouldAttend, half)), 'vote-no-majority')
    // Abstentions are no yes, and those present are no denominator.
    assert.equal(await vote(count(shouldAttend, half, shouldAttend - half)), 'vote-no-majority')
    assert.equal(await vote(count(needed, needed - 1)), 'vote-no-majority')
    const kept = (await call('zhouguyu', 'disposal.show', { disposalId: id })) as {
      votes: { yes: number; carried: boolean }[]
      case: { state: string }
    }
    assert.equal(kept.case.state, 'preReviewed')
    assert.deepEqual(
      kept.votes.map(({ carried }) => carried),
      [false, false, false, false],
    )
    // Left out only with the document from above and the word of the assembly.
    const left = { memberId: full[2]!, body: '云溪镇党委', document: '云镇党发〔2026〕8号', assemblyOn: on }
    const fewer = shouldAttend - 1
    const without = (change: object) => ({
      ...voteOf(assemblyOn, fewer, Math.floor(fewer / 2) + 1),
      leftOut: [{ ...left, ...change }],
    })
    assert.equal(await vote(without({ document: '' })), 'voter-leave-out-needs-approval')
    assert.equal(await vote(without({ assemblyOn: null })), 'voter-leave-out-needs-assembly')
    if (even) assert.equal(await vote({ ...without({}), yes: Math.floor(fewer / 2) + 1 }), 200)
    else assert.equal(await vote(count(shouldAttend, needed)), 200)
    assert.equal(await vote(), 'disposal-wrong-state')
    await drop(id)
  })

  it('R-026, R-199, R-212: decided by the base committee, in force when handed over, never without one of the five', async () => {
    const id = await walkDisposal(walk, qin, removal, 'voted')
    const number = { issuer: '云镇党发', year: 2026, number: 21 }
    const decision = { deciderName: '陆清明', number, decidedOn: assemblyOn, reason: '长期不参加组织生活' }
    const decide = (change: object = {}, who: Who = 'luqingming') =>
      step(who, 'disposal.decide', id, { ...decision, ...change })
    const service = { proofOfService: '回证第3号', how: 'signed', servedOn: assemblyOn }
    const serve = (change: object = {}, who: Who = 'luqingming') =>
      step(who, 'disposal.serve', id, { ...service, ...change })
    assert.equal(await decide({}, 'zhouguyu'), 403)
    assert.equal(await decide({}, 'taochunfen'), 404)
    assert.equal(await serve(), 'disposal-not-decided')
    assert.equal((await send('luqingming', 'disposal.paper', { disposalId: id })).status, 404)
    for (const [change, code] of [
      [{ deciderName: '' }, 'adverse-state-needs-decider'],
      [{ decidedOn: null }, 'adverse-state-needs-date'],
      [{ reason: '' }, 'adverse-state-needs-reason'],
      [{ reason: '没来' }, 'reason-too-short'],
      [{ decidedOn: '2026-11-11' }, 'state-date-in-future'],
      [{ decidedOn: '2026-11-09' }, 'disposal-out-of-order'],
    ] as const) {
      assert.equal(await decide(change), code)
    }
    assert.equal(await decide(), 200)
    const before = await send('luqingming', 'disposal.paper', { disposalId: id })
    assert.equal(before.status, 200, 'to be handed over')
    assert.equal((await send('qinlidong', 'disposal.paper', { disposalId: id })).status, 404)
    assert.equal(await stateOf(qin), 'active')
    assert.equal(await serve({}, 'zhouguyu'), 403)
    assert.equal(await serve({ proofOfService: ' ' }), 'adverse-state-needs-proof')
    assert.equal(await serve({ servedOn: '2026-11-09' }), 'disposal-out-of-order')
    assert.equal(await serve({ servedOn: '2026-11-11' }), 'disposal-day-in-future')
    const body = { disposalId: id, revision: await revisionOf(walk, id), ...service }
    const both = await Promise.all([1, 2].map(() => send('luqingming', 'disposal.serve', body)))
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'disposal-changed-since'])
    assert.equal(await stateOf(qin), 'removedFromRolls')
    const shown = (await call('qinlidong', 'disposal.show', { disposalId: id })) as {
      case: { rejoinFrom: string; state: string }
      may: string[]
    }
    assert.deepEqual(
      [shown.case.state, shown.case.rejoinFrom, shown.may],
      ['inForce', '2031-11-10', ['say', 'paper']],
    )
    assert.equal((await send('qinlidong', 'disposal.paper', { disposalId: id })).status, 200)
    // Removed, and still heard: the own words, the appeal.
    assert.equal(codeOf(await send('qinlidong', 'disposal.say', { disposalId: id, words: '我不同意' })), 200)
    const subject = { kind: 'disposal', id }
    assert.equal(codeOf(await send('hebailu', 'appeal.raise', { subject, words: '不同意' })), 404)
    const raised = await send('qinlidong', 'appeal.raise', { subject, words: '有三次我参加了' })
    assert.deepEqual([raised.status, raised.body.bodyName], [200, '清源县委'])
    const mine = (await send('qinlidong', 'appeal.mine', {})).body.rows as { subject: { id: string } }[]
    assert.deepEqual(
      mine.map(({ subject: { id: of } }) => of),
      [id],
    )
    assert.equal(await step('zhouguyu', 'disposal.stop', id, { reason: '不办了' }), 'disposal-wrong-state')
    const again = await send('zhouguyu', 'disposal.propose', { memberId: qin, ...removal })
    assert.equal(codeOf(again), 'member-already-closed')
    back()
  })

  it('R-194, R-204, R-205: a correction order keeps the vote, ends with the assembly and not before, is not lengthened', async () => {
    const order = { ...removal, form: 'correctionOrder' }
    const id = await walkDisposal(walk, he, order, 'voted')
    const decision = {
      ...{ deciderName: '陆清明', decidedOn: assemblyOn, reason: '长期不参加组织生活' },
      number: { issuer: '云镇党发', year: 2026, number: 31 },
    }
    const helped = { required: '每月参加组织生活', help: '由李秋联系' }
    const decide = (change: object) => step('luqingming', 'disposal.decide', id, { ...decision, ...change })
    assert.equal(await decide({}), 'disposal-help-missing')
    assert.equal(await decide({ ...helped, months: 13 }), 'disposal-term-wrong')
    assert.equal(await decide({ ...helped, months: 0 }), 'disposal-term-wrong')
    assert.equal(
      await decide({ ...helped, number: { ...decision.number, number: 21 } }),
      'disposal-number-taken',
    )
    assert.equal(await decide(helped), 200)
    const service = { proofOfService: '回证第4号', how: 'refusedToSign', servedOn: assemblyOn }
    assert.equal(await step('luqingming', 'disposal.serve', id, service), 200)
    assert.equal(await stateOf(he), 'active')
    const shown = (await call('zhouguyu', 'disposal.show', { disposalId: id })) as {
      case: { until: string }
      bar: { shouldAttend: number; needed: number }
      may: string[]
    }
    assert.equal(shown.case.until, '2027-05-10')
    assert.ok(shown.may.includes('lengthen') && !shown.may.includes('endCorrection'))
    const before = (
      await house.rows<{ n: number }>(
        `select count(*)::int as n from member where party_org_id = $1 and membership_kind = 'full' and state = 'active'`,
        [orgId],
      )
    )[0]!.n
    assert.equal(shown.bar.shouldAttend, before, 'a correction order takes no vote away')
    assert.equal(
      codeOf(await send('zhouguyu', 'disposal.lengthen', { disposalId: id })),
      'disposal-not-lengthened',
    )
    assert.equal(codeOf(await send('hebailu', 'disposal.lengthen', { disposalId: id })), 404)
    const end = (change: object = {}, yes = shown.bar.needed, endOn = '2027-05-10', who: Who = 'zhouguyu') =>
      step(who, 'disposal.end-correction', id, {
        ...{
          changed: false,
          words: '会上议过，没有改变',
          vote: voteOf(endOn, shown.bar.shouldAttend, yes),
          ...change,
        },
      })
    assert.equal(await end({}, undefined, assemblyOn), 'disposal-term-running')
    house.at(beijing('2027-05-10'))
    assert.equal(await end({}, undefined, '2027-05-11'), 'disposal-day-in-future')
    assert.equal(await end({}, Math.floor(shown.bar.shouldAttend / 2)), 'vote-no-majority')
    assert.equal(await end({ words: '' }), 'disposal-words-missing')
    assert.equal(await end({}, undefined, undefined, 'hebailu'), 404)
    assert.equal(await end(), 200)
    assert.equal(await end(), 'disposal-already-ended')
    // What follows is a case of its own: persuasion; refused, removal.
    const later = {
      ...walk,
      ...{ on: '2027-05-10', assemblyOn: '2027-05-20' },
      toAssembly: () => house.at(beijing('2027-05-20')),
    }
    const persuade = {
      form: 'persuasion',
      ground: { ground: 'correctionWithoutChange', earlierId: id },
      reason: '限期改正期满没有改变',
    }
    const wrong = { memberId: he, ...persuade, form: 'removal' }
    assert.equal(codeOf(await send('zhouguyu', 'disposal.propose', wrong)), 'disposal-ground-other-form')
    const persuasion = await walkDisposal(later, he, persuade, 'inForce')
    assert.equal(await stateOf(he), 'active', 'persuasion alone changes nothing')
    const answer = (change: object = {}) =>
      step('zhouguyu', 'disposal.end-persuasion', persuasion, {
        ...{ withdrew: false, words: '本人不同意', on: '2027-05-20', ...change },
      })
    assert.equal(await answer({ withdrew: true }), 'disposal-request-missing')
    assert.equal(await answer({ words: '' }), 'disposal-words-missing')
    assert.equal(await answer({ on: '2027-05-21' }), 'disposal-day-in-future')
    assert.equal(await answer({ on: '2027-05-19' }), 'disposal-out-of-order')
    assert.equal(await answer(), 200)
    assert.equal(await answer(), 'disposal-already-ended')
    const second = { memberId: he, ...persuade }
    assert.equal(codeOf(await send('zhouguyu', 'disposal.propose', second)), 'disposal-ground-not-met')
    const last = {
      form: 'removal',
      ground: { ground: 'persuasionRefused', earlierId: persuasion },
      reason: '劝退后本人拒绝',
    }
    const end_ = {
      ...walk,
      ...{ on: '2027-05-20', assemblyOn: '2027-05-30' },
      toAssembly: () => house.at(beijing('2027-05-30')),
    }
    await walkDisposal(end_, he, last, 'inForce')
    assert.equal(await stateOf(he), 'removedFromRolls')
  })

  it('R-214, R-217, R-218: upheld on appeal by somebody who had no hand in it, a removal is lifted and the member is back', async () => {
    house.at(beijing('2027-06-01'))
    const lei = full[4]!
    const later = {
      ...walk,
      ...{ on: '2027-06-01', assemblyOn: '2027-06-10' },
      toAssembly: () => house.at(beijing('2027-06-10')),
    }
    const id = await walkDisposal(later, lei, removal, 'inForce')
    assert.equal(await stateOf(lei), 'removedFromRolls')
    const subject = { kind: 'disposal', id }
    const { appealId } = await call('luqingming', 'appeal.take', { subject, words: '有三次我参加了' })
    const shown = (await call('luqingming', 'disposal.show', { disposalId: id })) as { disputed: boolean }
    assert.equal(shown.disputed, true)
    const countyAccount = await one('select id from account where county_id = $1 and account_name = $2', [
      ...[house.county, 'hanhanlu'],
    ])
    const assign = () => send('hanhanlu', 'appeal.assign', { appealId, accountId: countyAccount })
    assert.equal(codeOf(await assign()), 'appeal-person-decided-before')
    // As if somebody else of the department had done the review, and so stayed out of it.
    await house.rows(
      `update appeal set persons_before = array_remove(persons_before, $1::uuid) where id = $2`,
      [...[countyAccount, appealId]],
    )
    assert.equal(codeOf(await assign()), 200)
    const decided = await send('hanhanlu', 'appeal.decide', {
      appealId,
      upheld: true,
      answer: '签到册漏记，事实不成立',
    })
    assert.equal(codeOf(decided), 200)
    assert.equal(await stateOf(lei), 'active')
    const after = (await call('zhouguyu', 'disposal.show', { disposalId: id })) as {
      case: { endedHow: string; rejoinFrom: string | null }
      may: string[]
    }
    assert.deepEqual([after.case.endedHow, after.case.rejoinFrom], ['lifted', null])
    assert.equal(after.may.includes('proposeNext'), false)
    const [open] = await house.rows<{ n: number }>(
      'select count(*)::int as n from member_affiliation where member_id = $1 and until_on is null',
      [lei],
    )
    assert.equal(open!.n, 1)
    const none = await send('luqingming', 'appeal.take', { subject, words: '再看一次' })
    assert.equal(none.status === 404 || codeOf(none) === 'appeal-nothing-there', true)
  })
})
