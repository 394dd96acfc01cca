import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('deciding claims', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from member where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const orgOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const [hebailu, qinlidong, shimen] = [
    await idOf('何白露'),
    await idOf('秦立冬'),
    await orgOf('石门村党支部'),
  ]
  let keys = 0
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const claimOf = async (id: unknown) =>
    (await house.rows<Body>('select * from claim where county_id = $1 and id = $2', [house.county, id]))[0]!
  const revisionOf = async (id: unknown) => Number((await claimOf(id)).revision)
  const submit = async (change: Body = {}, who: CastName = 'hebailu') => {
    const input = {
      deviceKey: `review-key-${++keys}`,
      target: { kind: 'item', itemCode: 'village-work' },
      ...change,
    }
    const reply = await house.call(who, 'claim.submit', input)
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.claimId)
  }
  const item = (itemCode: string) => ({ kind: 'item', itemCode })
  const decide = async (
    who: CastName | 'other',
    verb: 'approve' | 'adjust' | 'return' | 'refuse',
    claimId: string,
    more: Body = {},
  ) => await house.call(who, `claim.${verb}`, { claimId, revision: await revisionOf(claimId), ...more })
  const linesOf = async (claimId: string) =>
    await house.rows<Body>(
      `select kind, credited, raw, limit_by, month, reason, reviewer_id, evidence from ledger_entry
       where county_id = $1 and source_kind = 'claim' and source_id = $2 order by posted_at, id`,
      [house.county, claimId],
    )
  /** The balance of a member's year beside the sum of the lines. */
  const sumsOf = async (memberId: string) =>
    (
      await house.rows<{ balance: number; lines: number; entries: number; counted: number }>(
        `select base + duty + pledges_and_tasks + service_and_example + bonus + deductions as balance,
           (select sum(credited)::int from ledger_entry e where e.member_id = b.member_id) as lines,
           entry_count as entries, (select count(*)::int from ledger_entry e where e.member_id = b.member_id) as counted
         from points_balance b where county_id = $1 and member_id = $2 and year = 2026`,
        [house.county, memberId],
      )
    )[0]!
  const assertBalanced = async (memberId: string) => {
    const { balance, lines, entries, counted } = await sumsOf(memberId)
    assert.deepEqual([balance, entries], [lines, counted])
  }
  const grant = await house.call('fengdahan', 'access.grant', {
    accountName: 'qinlidong',
    accountId: (
      await house.rows<{ id: string }>(
        `select id from account where county_id = $1 and account_name = 'qinlidong'`,
        [house.county],
      )
    )[0]!.id,
    role: 'branch-committee',
    orgId: shimen,
    fromOn: '2026-11-01',
    untilOn: null,
  })
  assert.equal(grant.status, 200, JSON.stringify(grant.body))

  it('R-234: approved, a claim is one line with what the scheme gives, its evidence and who reviewed it', async () => {
    const claimId = await submit({ witness: { memberId: qinlidong } })
    const { body } = await decide('zhouguyu', 'approve', claimId)
    assert.deepEqual(
      [body.state, body.level, body.month, (body.award as Body).credited],
      ['approved', 'branch', '2026-11', 50],
    )
    const lines = await linesOf(claimId)
    assert.deepEqual(
      lines.map(({ kind, credited, raw, limit_by }) => [kind, credited, raw, limit_by]),
      [['award', 50, 50, null]],
    )
    const row = await claimOf(claimId)
    assert.deepEqual([row.state, row.entry_id, row.decided_by_name], ['approved', body.entryId, '周谷雨'])
    assert.equal(codeOf(await decide('zhouguyu', 'approve', claimId)), 'claim-already-decided')
    assert.equal(
      codeOf(await decide('zhouguyu', 'refuse', claimId, { reason: 'x' })),
      'claim-already-decided',
    )
    await assertBalanced(hebailu)
    const shown = (await house.call('hebailu', 'claim.show', { claimId })).body
    assert.deepEqual([(shown.entry as Body).credited, (shown.entry as Body).reversed], [50, false])
  })

  it('nobody decides the own deed, proves and decides, decides what one reported as a stand-in, or decides from elsewhere', async () => {
    const own = await submit({}, 'zhouguyu')
    assert.equal(codeOf(await decide('zhouguyu', 'approve', own)), 'claim-own-decision')
    assert.equal(codeOf(await decide('qinlidong', 'approve', own)), 'yes')
    const proved = await submit({ witness: { memberId: qinlidong } })
    assert.equal(codeOf(await decide('qinlidong', 'approve', proved)), 'claim-witness-decides')
    const rows = [{ deviceKey: 'helped-1', target: item('village-work'), memberId: hebailu }]
    const consent = { how: 'spoken', on: '2026-11-03' }
    const helped = await house.call('qinlidong', 'claim.enter', { entry: { by: 'helper', consent }, rows })
    const entered = String((helped.body.rows as Body[])[0]?.claimId)
    assert.equal(codeOf(await decide('qinlidong', 'approve', entered)), 'claim-own-entry')
    assert.equal(codeOf(await decide('zhouguyu', 'approve', entered)), 'yes')
    for (const [who, code] of [
      ['hebailu', '403'],
      ['shenliqiu', '404'],
      ['taochunfen', '404'],
      ['other', '404'],
      ['luqingming', 'claim-other-level'],
      ['hanhanlu', 'claim-other-level'],
    ] as const) {
      assert.equal(codeOf(await decide(who, 'approve', proved)), code, who)
    }
  })

  it('S-196: less or more is credited with the reason the member reads', async () => {
    const claimId = await submit({ target: item('volunteer-hours'), quantity: 300 })
    const right = { quantity: 200, chosen: null, reason: '名单上是两小时' }
    assert.equal(
      codeOf(await decide('zhouguyu', 'adjust', claimId, { ...right, reason: ' ' })),
      'claim-needs-reason',
    )
    assert.equal(
      codeOf(await decide('zhouguyu', 'adjust', claimId, { ...right, quantity: 300 })),
      'claim-not-adjusted',
    )
    assert.equal(
      codeOf(await decide('zhouguyu', 'adjust', claimId, { ...right, quantity: 0 })),
      'claim-quantity-not-positive',
    )
    const { body } = await decide('zhouguyu', 'adjust', claimId, right)
    assert.deepEqual([body.state, (body.award as Body).credited], ['adjusted', 40])
    const things = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(things.some(({ kind, subjectId }) => kind === 'claim.adjusted' && subjectId === claimId))
    assert.equal(codeOf(await house.call('qinlidong', 'claim.seen', { claimId: 'x' })), '400')
    assert.equal(codeOf(await house.call('hebailu', 'claim.seen', { claimId })), 'yes')
    assert.equal(codeOf(await house.call('hanliqiu', 'claim.seen', { claimId })), '404')
    const left = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(!left.some(({ subjectId }) => subjectId === claimId))
    const steps = (await house.call('hebailu', 'claim.show', { claimId })).body.steps as Body[]
    assert.equal(steps.at(-1)?.reason, '名单上是两小时')
    await assertBalanced(hebailu)
  })

  it('returned, it is completed and sent again; refused, the reason stays; both take a reason', async () => {
    const claimId = await submit({ target: item('mediation'), deedOn: '2026-11-01' })
    assert.equal(codeOf(await decide('zhouguyu', 'return', claimId, { reason: '' })), 'claim-needs-reason')
    assert.equal(codeOf(await decide('hebailu', 'return', claimId, { reason: '为什么' })), '403')
    assert.equal(codeOf(await decide('shenliqiu', 'refuse', claimId, { reason: 'x' })), '404')
    assert.equal(codeOf(await decide('zhouguyu', 'return', claimId, { reason: '写一句在哪里' })), 'yes')
    const mine = (await house.call('hebailu', 'claim.mine', { show: 'open' })).body.rows as Body[]
    assert.equal(mine.find(({ id }) => id === claimId)?.asks, 'complete')
    assert.equal(codeOf(await decide('zhouguyu', 'approve', claimId)), 'claim-already-decided')
    const again = { claimId, said: '二组老王和老李', quantity: 100 }
    assert.equal(codeOf(await house.call('hanliqiu', 'claim.resubmit', again)), '404')
    assert.equal(
      codeOf(await house.call('hebailu', 'claim.resubmit', { ...again, deedOn: '2026-10-30' })),
      'claim-outside-period',
    )
    assert.equal(
      codeOf(await house.call('hebailu', 'claim.resubmit', { ...again, photoIds: [crypto.randomUUID()] })),
      'claim-file-unknown',
    )
    assert.equal(codeOf(await house.call('hebailu', 'claim.resubmit', again)), 'yes')
    assert.equal(codeOf(await house.call('hebailu', 'claim.resubmit', again)), 'claim-wrong-state')
    const row = await claimOf(claimId)
    assert.deepEqual(
      [row.state, row.said, row.decided_by, row.round],
      ['submitted', '二组老王和老李', null, 2],
    )
    assert.equal(codeOf(await decide('zhouguyu', 'refuse', claimId, { reason: '没有这件事' })), 'yes')
    assert.deepEqual(await linesOf(claimId), [])
  })

  it('a claim that changed since it was looked at wants another look', async () => {
    const claimId = await submit({ target: item('mediation'), witness: { memberId: qinlidong } })
    const revision = await revisionOf(claimId)
    const rows = (await house.call('qinlidong', 'witness.mine')).body.rows as Body[]
    const asked = rows.find((row) => row.claimId === claimId)
    await house.call('qinlidong', 'witness.answer', { witnessId: asked?.id, answer: 'no' })
    const input = { claimId, revision }
    assert.equal(codeOf(await house.call('zhouguyu', 'claim.approve', input)), 'claim-changed')
    assert.equal(
      codeOf(await house.call('zhouguyu', 'claim.return', { ...input, reason: 'x' })),
      'claim-changed',
    )
    assert.equal(codeOf(await decide('zhouguyu', 'refuse', claimId, { reason: '证明人没见到' })), 'yes')
  })

  it('one key is one decision', async () => {
    const claimId = await submit()
    const input = { claimId, revision: 1 }
    const first = await house.call('zhouguyu', 'claim.approve', input, { key: 'approve-1' })
    const again = await house.call('zhouguyu', 'claim.approve', input, { key: 'approve-1' })
    assert.deepEqual([first.status, again.body], [200, first.body])
    assert.equal((await linesOf(claimId)).length, 1)
  })

  it('two reviewers at once on one claim: one effect', async () => {
    for (let round = 0; round < 4; round += 1) {
      const claimId = await submit({ deedOn: '2026-11-02' })
      const replies = await Promise.all(
        (['zhouguyu', 'qinlidong', 'zhouguyu'] as const).map((who) =>
          house.call(who, 'claim.approve', { claimId, revision: 1 }),
        ),
      )
      assert.deepEqual(replies.map(codeOf).toSorted(), [
        'claim-already-decided',
        'claim-already-decided',
        'yes',
      ])
      assert.equal((await linesOf(claimId)).length, 1)
    }
    await assertBalanced(hebailu)
  })

  it('R-238: twenty at once against one cap: the cap holds exactly and the balance is the sum of the lines', async () => {
    const before = await house.rows<{ sum: number }>(
      `select coalesce(sum(credited), 0)::int as sum from ledger_entry where county_id = $1 and member_id = $2
         and item_code = 'environment' and month = '2026-11'`,
      [house.county, hebailu],
    )
    assert.equal(before[0]?.sum, 0)
    const ids = []
    for (let count = 0; count < 20; count += 1)
      ids.push(await submit({ target: item('environment'), deedOn: `2026-11-0${1 + (count % 3)}` }))
    const replies = await Promise.all(
      ids.map((claimId, index) =>
        house.call(index % 2 === 0 ? 'zhouguyu' : 'qinlidong', 'claim.approve', { claimId, revision: 1 }),
      ),
    )
    assert.deepEqual(new Set(replies.map(codeOf)), new Set(['yes']))
    const [after] = await house.rows<{ sum: number; lines: number; zero: number; category: number }>(
      `select sum(credited)::int as sum, count(*)::int as lines, count(*) filter (where credited = 0)::int as zero,
         (select sum(credited)::int from ledger_entry where member_id = $2 and term = 'pledgesAndTasks' and month = '2026-11') as category
       from ledger_entry where county_id = $1 and member_id = $2 and item_code = 'environment'`,
      [house.county, hebailu],
    )
    // 1.00 a month for the item, 2.50 for the category, whichever comes first.
    assert.ok(after!.sum === 100 || after!.category === 250, JSON.stringify(after))
    assert.ok(after!.sum <= 100 && after!.category <= 250)
    assert.deepEqual([after!.lines, after!.zero >= 18], [20, true])
    await assertBalanced(hebailu)
  })

  describe('the queue', () => {
    it('the longest wait first, with what each would bring; a member has none', async () => {
      const { status, body } = await house.call('zhouguyu', 'claim.queue')
      assert.equal(status, 200, JSON.stringify(body))
      const rows = body.rows as Body[]
      assert.ok(rows.length >= 1)
      assert.equal((await house.call('hebailu', 'claim.queue')).status, 403)
      assert.equal((await house.call('yingxiaohan', 'claim.queue')).status, 403)
      assert.deepEqual((await house.call('other', 'claim.queue')).body.rows, [])
      assert.deepEqual((await house.call('shenliqiu', 'claim.queue')).body.rows, [])
      assert.deepEqual((await house.call('luqingming', 'claim.queue')).body.rows, [])
      const all = (await house.call('luqingming', 'claim.queue', { show: 'all' })).body
      assert.equal((all.rows as Body[]).length, (body.counts as Body).all)
    })

    it('what stands above is credited first, the same deed twice is named, and what is left alone says why', async () => {
      const first = await submit({
        target: item('skills-taught'),
        deedOn: '2026-10-20',
        lateReason: '收果子忙',
      })
      const second = await submit({
        target: item('skills-taught'),
        deedOn: '2026-10-25',
        quantity: 300,
        lateReason: '收果子忙',
      })
      const third = await submit({
        target: item('skills-taught'),
        deedOn: '2026-10-26',
        lateReason: '收果子忙',
      })
      const { body } = await house.call('zhouguyu', 'claim.queue', { month: '2026-10' })
      const rows = body.rows as {
        id: string
        would: Body
        alone: string
        hasDouble: boolean
        late: boolean
      }[]
      const by = (id: string) => rows.find((row) => row.id === id)!
      // The category gives 1.00 a month: 0.40, then 0.60 of 1.20, then nothing.
      assert.deepEqual(
        [first, second, third].map((id) => by(id).would.credited),
        [40, 60, 0],
      )
      assert.deepEqual(
        [first, second, third].map((id) => [by(id).alone, by(id).hasDouble, by(id).late]),
        [
          ['evidence', false, true],
          ['evidence', true, true],
          ['evidence', true, true],
        ],
      )
      assert.deepEqual(
        [body.total, body.months],
        [3, [{ month: '2026-10', count: 3 }, ...(body.months as Body[]).slice(1)]],
      )
      const filtered = await house.call('zhouguyu', 'claim.queue', {
        month: '2026-10',
        category: 'serviceAndExample',
        route: 'phone',
        search: 'hbl',
        orgId: shimen,
        memberId: hebailu,
      })
      assert.equal(filtered.body.total, 3)
      assert.equal(
        (await house.call('zhouguyu', 'claim.queue', { month: '2026-10', route: 'paper' })).body.total,
        0,
      )
      for (const claimId of [first, second, third])
        await decide('zhouguyu', 'refuse', claimId, { reason: '试' })
    })

    it('S-196: together only with complete evidence and no cap touched; the others are left with the reason', async () => {
      const proved = async (change: Body) => {
        const claimId = await submit({ witness: { memberId: qinlidong }, lateReason: '收果子忙', ...change })
        const asked = (await house.call('qinlidong', 'witness.mine')).body.rows as Body[]
        const witnessId = asked.find((row) => row.claimId === claimId)?.id
        await house.call('qinlidong', 'witness.answer', { witnessId, answer: 'yes' })
        return claimId
      }
      const good = await proved({ target: item('linked-households'), deedOn: '2026-10-10' })
      const bare = await submit({ target: item('mediation'), deedOn: '2026-10-12', lateReason: '收果子忙' })
      const capped = await proved({ target: item('mediation'), deedOn: '2026-10-16', quantity: 300 })
      const large = await proved({ target: item('emergency'), deedOn: '2026-10-18' }).catch(() => undefined)
      assert.equal(large, undefined, 'the rural scheme knows no such item')
      const own = await submit(
        { target: item('village-work'), deedOn: '2026-10-20', lateReason: '收果子忙' },
        'zhouguyu',
      )
      const stale = await proved({ target: item('linked-households'), deedOn: '2026-10-22' })
      const claims = await Promise.all(
        [good, bare, capped, own, stale].map(async (claimId) => ({
          claimId,
          revision: (await revisionOf(claimId)) - (claimId === stale ? 1 : 0),
        })),
      )
      assert.equal(codeOf(await house.call('shenliqiu', 'claim.approve-many', { claims })), '404')
      assert.equal(
        codeOf(await house.call('hebailu', 'claim.approve-many', { claims: claims.slice(0, 1) })),
        '403',
      )
      const { status, body } = await house.call('zhouguyu', 'claim.approve-many', { claims })
      assert.equal(status, 200, JSON.stringify(body))
      assert.deepEqual(
        (body.approved as Body[]).map(({ claimId, credited }) => [claimId, credited]),
        [[good, 40]],
      )
      assert.equal(body.credited, 40)
      const why = new Map((body.left as Body[]).map(({ claimId, why: reason }) => [claimId, reason]))
      assert.deepEqual(
        [why.get(bare), why.get(capped), why.get(own), why.get(stale)],
        ['evidence', 'cap', 'barred', 'changed'],
      )
      for (const claimId of [bare, capped, stale]) assert.equal((await claimOf(claimId)).state, 'submitted')
      await assertBalanced(hebailu)
    })

    it('two batches at once over the same claims in another order: each claim once', async () => {
      const ids = []
      for (const day of ['05', '07', '09']) {
        const claimId = await submit({
          target: item('study-shared'),
          deedOn: `2026-10-${day}`,
          lateReason: '忙',
          witness: { memberId: qinlidong },
        })
        const asked = (await house.call('qinlidong', 'witness.mine')).body.rows as Body[]
        await house.call('qinlidong', 'witness.answer', {
          witnessId: asked.find((row) => row.claimId === claimId)?.id,
          answer: 'yes',
        })
        ids.push(claimId)
      }
      const claims = await Promise.all(
        ids.map(async (claimId) => ({ claimId, revision: await revisionOf(claimId) })),
      )
      const replies = await Promise.all(
        [claims, claims.toReversed()].map((some) =>
          house.call('zhouguyu', 'claim.approve-many', { claims: some }),
        ),
      )
      assert.deepEqual(
        replies.map(({ status }) => status),
        [200, 200],
      )
      for (const claimId of ids) assert.ok((await linesOf(claimId)).length <= 1)
      await assertBalanced(hebailu)
    })
  })

  describe('taking a decision back', () => {
    const takeBack = async (who: CastName, claimId: string, reason = '') =>
      await house.call(who, 'claim.take-back-decision', { claimId, reason })

    it('R-215: a posted line is answered by a reversal, and the claim is decided anew', async () => {
      const claimId = await submit({ target: item('volunteer-hours'), quantity: 200 })
      await decide('zhouguyu', 'adjust', claimId, { quantity: 100, reason: '一小时' })
      assert.equal(codeOf(await takeBack('qinlidong', claimId)), 'claim-not-your-decision')
      assert.equal(codeOf(await takeBack('hebailu', claimId)), '403')
      assert.equal(codeOf(await takeBack('shenliqiu', claimId)), '404')
      const back = await takeBack('zhouguyu', claimId)
      assert.equal(codeOf(back), 'yes', JSON.stringify(back.body))
      assert.equal(codeOf(await takeBack('zhouguyu', claimId)), 'claim-not-decided')
      const row = await claimOf(claimId)
      assert.deepEqual(
        [row.state, row.quantity, row.entry_id, row.decided_by],
        ['submitted', 200, null, null],
      )
      await assertBalanced(hebailu)
      assert.equal(codeOf(await decide('qinlidong', 'approve', claimId)), 'yes')
      assert.deepEqual(
        (await linesOf(claimId)).map(({ kind, credited }) => [kind, credited]),
        [
          ['award', 20],
          ['reversal', -20],
          ['award', 40],
        ],
      )
      await assertBalanced(hebailu)
      const steps = (await house.call('hebailu', 'claim.show', { claimId })).body.steps as Body[]
      assert.deepEqual(
        steps.map(({ move }) => move),
        ['submit', 'adjust', 'takeBack', 'approve'],
      )
    })

    it('a refusal and a return are taken back too; twice at once is once', async () => {
      const claimId = await submit({ target: item('mediation') })
      await decide('zhouguyu', 'refuse', claimId, { reason: '看错了' })
      const both = await Promise.all([takeBack('zhouguyu', claimId), takeBack('zhouguyu', claimId)])
      assert.deepEqual(both.map(codeOf).toSorted(), ['claim-not-decided', 'yes'])
      const things = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
      assert.ok(!things.some(({ subjectId }) => subjectId === claimId))
      await decide('zhouguyu', 'return', claimId, { reason: '再写一句' })
      assert.equal(codeOf(await takeBack('zhouguyu', claimId)), 'yes')
      assert.equal((await claimOf(claimId)).state, 'submitted')
    })

    it('once the month stands on the notice, it stays; a later approval goes to the next month', async () => {
      const [decided, waiting] = [
        await submit({ target: item('village-work'), deedOn: '2026-10-21', lateReason: '忙' }),
        await submit({ target: item('village-work'), deedOn: '2026-10-28', lateReason: '忙' }),
      ]
      await decide('zhouguyu', 'approve', decided)
      await house.rows(
        `insert into points_month (county_id, party_org_id, month, state, changed_at) values ($1, $2, '2026-10', 'publishing', now())
         on conflict (county_id, party_org_id, month) do update set state = 'publishing'`,
        [house.county, shimen],
      )
      assert.equal(codeOf(await takeBack('zhouguyu', decided)), 'claim-month-published')
      assert.equal((await claimOf(decided)).state, 'approved')
      const { body } = await decide('zhouguyu', 'approve', waiting)
      assert.equal(body.month, '2026-11')
      await house.rows(`update points_month set state = 'open' where county_id = $1 and month = '2026-10'`, [
        house.county,
      ])
      await assertBalanced(hebailu)
    })
  })

  it('approving while the month is being published: the line is in the month, or in the next one, never lost', async () => {
    for (let round = 0; round < 4; round += 1) {
      const claimId = await submit({ target: item('village-work'), deedOn: '2026-10-29', lateReason: '忙' })
      const publish = house.rows(
        `update points_month set state = 'publishing' where county_id = $1 and party_org_id = $2 and month = '2026-10'`,
        [house.county, shimen],
      )
      const [reply] = await Promise.all([decide('zhouguyu', 'approve', claimId), publish])
      assert.equal(codeOf(reply), 'yes')
      const [line] = await linesOf(claimId)
      assert.ok(line?.month === '2026-10' || line?.month === '2026-11')
      assert.equal((await linesOf(claimId)).length, 1)
      await house.rows(`update points_month set state = 'open' where county_id = $1 and month = '2026-10'`, [
        house.county,
      ])
    }
    await assertBalanced(hebailu)
  })

  describe('upward', () => {
    const toCounty = async () => {
      const bytes = Buffer.from(`%PDF-1.4\n${++keys}\n%%EOF`)
      const input = { name: 'award.pdf', purpose: 'evidence', about: { memberId: hebailu } }
      const file = (await house.call('hebailu', 'file.add', input, { upload: bytes })).body.file as Body
      return await submit({ target: item('county-award'), paperId: file.id })
    }

    it('R-241: an award of the county goes through branch, base committee and county, and counts at the end', async () => {
      const claimId = await toCounty()
      const first = await decide('zhouguyu', 'approve', claimId)
      assert.deepEqual(
        [first.body.state, first.body.level, first.body.award],
        ['submitted', 'baseCommittee', null],
      )
      assert.equal(codeOf(await decide('zhouguyu', 'approve', claimId)), 'claim-other-level')
      assert.equal(codeOf(await decide('taochunfen', 'approve', claimId)), '404')
      const queue = (await house.call('luqingming', 'claim.queue')).body.rows as Body[]
      assert.ok(queue.some(({ id, mayReview }) => id === claimId && mayReview === true))
      const things = (await house.call('luqingming', 'message.things-to-do')).body.rows as Body[]
      assert.ok(
        things.some(({ kind }) => kind === 'claim.review'),
        JSON.stringify(things),
      )
      assert.equal((await decide('luqingming', 'approve', claimId)).body.level, 'county')
      assert.deepEqual(await linesOf(claimId), [])
      const last = await decide('hanhanlu', 'approve', claimId)
      assert.deepEqual([last.body.state, (last.body.award as Body).credited], ['approved', 500])
      const [line] = await linesOf(claimId)
      assert.match(String((line!.evidence as string[])[0]), /^paper:[0-9a-f-]{36}:sha256:[0-9a-f]{64}$/)
      const approvals = (await house.call('hebailu', 'claim.show', { claimId })).body.approvals as Body[]
      assert.deepEqual(
        approvals.map(({ level, by }) => [level, by]),
        [
          ['branch', '周谷雨'],
          ['baseCommittee', '陆清明'],
          ['county', '韩寒露'],
        ],
      )
    })

    it('R-241: a word passed on is taken back while nobody above has decided', async () => {
      const claimId = await toCounty()
      await decide('zhouguyu', 'approve', claimId)
      const take = (who: CastName) => house.call(who, 'claim.take-back-decision', { claimId })
      assert.equal(codeOf(await take('luqingming')), 'claim-not-your-decision')
      assert.equal(codeOf(await take('zhouguyu')), 'yes')
      assert.equal((await claimOf(claimId)).level, 'branch')
      await decide('zhouguyu', 'approve', claimId)
      await decide('luqingming', 'approve', claimId)
      assert.equal(codeOf(await take('zhouguyu')), 'claim-decided-above')
      assert.equal(codeOf(await take('luqingming')), 'yes')
      const row = await claimOf(claimId)
      assert.deepEqual([row.level, row.state], ['baseCommittee', 'submitted'])
      assert.equal(codeOf(await decide('luqingming', 'refuse', claimId, { reason: '同一件事记过了' })), 'yes')
    })

    it('R-239: undecided after seven days it goes one level up, once a day, with something to do there', async () => {
      const claimId = await submit({ target: item('mediation') })
      const levelAfterJob = async (day: string) => {
        house.at(new Date(`${day}T16:30:00Z`))
        await house.rows(
          `select steward_add_job('claims-escalate', json_build_object('county', $1::text, 'accountId', null, 'actorName', 'recurring', 'payload', '{}'::json), null, null)`,
          [house.county],
        )
        await house.runJobs()
        return (await claimOf(claimId)).level
      }
      assert.equal(await levelAfterJob('2026-11-09'), 'branch')
      assert.equal(await levelAfterJob('2026-11-10'), 'baseCommittee')
      assert.equal(await levelAfterJob('2026-11-10'), 'baseCommittee', 'twice on one day changes nothing')
      assert.equal(codeOf(await decide('zhouguyu', 'approve', claimId)), 'claim-other-level')
      const steps = (await house.call('hebailu', 'claim.show', { claimId })).body.steps as Body[]
      assert.deepEqual([steps.at(-1)?.move, steps.at(-1)?.by], ['escalate', ''])
      const things = (await house.call('luqingming', 'message.things-to-do')).body.rows as Body[]
      assert.ok(things.some(({ kind }) => kind === 'claim.review'))
      assert.equal(await levelAfterJob('2026-11-18'), 'county')
      assert.equal(await levelAfterJob('2026-12-18'), 'county')
      assert.equal(codeOf(await decide('hanhanlu', 'approve', claimId)), 'yes')
      house.at(new Date('2026-11-03T01:00:00Z'))
    })
  })
})
