import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('claims on their way up', async () => {
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
  const [hebailu, shimen] = [await idOf('何白露'), await orgOf('石门村党支部')]
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
