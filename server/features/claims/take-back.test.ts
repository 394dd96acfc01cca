import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openClaims } from '../../testing-claims.ts'

type Body = Record<string, unknown>

describe('decisions taken back, and months that move on', async () => {
  const { house, hebailu, shimen, codeOf, claimOf, submit, item, decide, linesOf, assertBalanced } =
    await openClaims()

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
})
