import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openClaims } from '../../testing-claims.ts'

type Body = Record<string, unknown>

describe('deciding claims', async () => {
  const {
    house,
    hebailu,
    qinlidong,
    codeOf,
    claimOf,
    revisionOf,
    submit,
    item,
    decide,
    linesOf,
    assertBalanced,
  } = await openClaims()

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
})
