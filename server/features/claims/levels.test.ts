import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openClaims } from '../../testing-claims.ts'

type Body = Record<string, unknown>

describe('claims on their way up', async () => {
  const { house, hebailu, codeOf, claimOf, submit, item, decide, linesOf, next } = await openClaims()

  describe('upward', () => {
    const toCounty = async () => {
      const bytes = Buffer.from(`%PDF-1.4\n${next()}\n%%EOF`)
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
