import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openClaims } from '../../testing-claims.ts'

type Body = Record<string, unknown>

describe('claims waiting for review', async () => {
  const {
    house,
    hebailu,
    qinlidong,
    shimen,
    codeOf,
    claimOf,
    revisionOf,
    submit,
    item,
    decide,
    linesOf,
    assertBalanced,
  } = await openClaims()

  describe('the queue', () => {
    it('the longest wait first, with what each would bring; a member has none', async () => {
      const ids = [await submit(), await submit({ target: item('mediation') })]
      const { status, body } = await house.call('zhouguyu', 'claim.queue')
      assert.equal(status, 200, JSON.stringify(body))
      const rows = body.rows as Body[]
      assert.deepEqual(
        rows.map(({ id }) => id),
        ids,
      )
      assert.deepEqual([body.total, body.minutes], [2, 2])
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
})
