import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { CastName } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { begin, type Call, drawNumber, rollOf, type Walked } from './demo.ts'

const county = 'qingyuan'
const VOTERS = 7
const RUNS = 8
type Seen = { table: string; xmin: string; xmax: string; row: Record<string, unknown> }

/** What may happen to a voter while the box is open, in any order and any number of times. */
const steps = [
  'giveToken',
  'giveAgain',
  'read',
  'cast',
  'castAgain',
  'castOther',
  'wrongToken',
  'paper',
] as const
const step = fc.record({
  what: fc.constantFrom(...steps),
  who: fc.nat({ max: VOTERS - 1 }),
  grades: fc.array(fc.constantFrom('excellent', 'qualified', 'basicallyQualified', 'unqualified', null), {
    minLength: 3,
    maxLength: 3,
  }),
  minutes: fc.integer({ min: 1, max: 90 }),
})

describe('the secret of the ballot, whatever the order of things', async () => {
  const house = await openHouse()
  const call: Call = async (who, operation, input) => {
    const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const one = async (text: string, values: unknown[]) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgId = await one('select id from party_org where county_id = $1 and name = $2', [
    house.county,
    '石门村党支部',
  ])
  const secretaryMemberId = await one('select id from member where county_id = $1 and name = $2', [
    house.county,
    '周谷雨',
  ])
  const tables = await house.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const readAll = async (): Promise<Seen[]> =>
    (
      await Promise.all(
        tables.map(({ name }) =>
          house.rows<Seen>(
            `select $1::text as table, t.xmin::text, t.xmax::text, to_jsonb(t) as row from "${name}" t`,
            [name],
          ),
        ),
      )
    ).flat()
  const inBox = ({ table }: Seen) => table === 'ballot_slip' || table === 'ballot_receipt'

  let year = 2026
  // Goes on through all sequences, so that no two acts share a moment.
  let now = TEST_NOW.getTime()
  const openBox = async () => {
    const walked: Walked = {
      ...{ call, county, orgId, year, secretary: 'zhouguyu', above: 'luqingming', secretaryMemberId },
    }
    year -= 1
    const appraisalId = await begin(walked)
    await house.rows(`update appraisal set stage = 'ballots' where id = $1`, [appraisalId])
    const graded = (await rollOf(walked)).filter(({ place }) => place === 'graded').slice(0, 3)
    const names = Array.from({ length: VOTERS }, (_, at) => `群众代表${at + 1}`)
    const opened = await call('zhouguyu', 'ballot.open-box', { appraisalId, paper: 'masses', voters: names })
    const boxId = String(opened.boxId)
    const { rows } = (await call('zhouguyu', 'ballot.voters', { boxId })) as { rows: { voterId: string }[] }
    return { boxId, graded, voters: rows.map(({ voterId }) => voterId) }
  }

  it('R-184: after any sequence of casts no row of any table ties a ballot to a person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async (sequence) => {
        const { boxId, graded, voters } = await openBox()
        const held = voters.map((voterId) => ({ voterId, token: drawNumber(), receipt: drawNumber() }))
        const secrets: string[] = held.flatMap(({ token, receipt }) => [token, receipt])
        const moments: string[] = []
        let cast = 0
        const put = async (token: string, receipt: string, marked: (string | null)[]) => {
          const marks = graded.map(({ memberId }, at) => ({ memberId, grade: marked[at] ?? null }))
          secrets.push(receipt)
          const reply = await house.call(null, 'ballot.cast', { county, boxId, token, receipt, marks })
          if (reply.status !== 200) return
          cast += 1
          moments.push(new Date(now).toISOString().slice(0, 19))
        }
        // Every voter can have had a token, so that a sequence has ballots to look at.
        for (const { voterId, token } of held.slice(0, 4)) {
          await call('zhouguyu', 'ballot.give-token', { boxId, voterId, token })
        }
        for (const { what, who, grades, minutes } of sequence) {
          now += minutes * 60_000 + 1007
          house.at(new Date(now))
          const { voterId, token, receipt } = held[who] ?? assert.fail()
          if (what === 'giveToken')
            await house.call('zhouguyu', 'ballot.give-token', { boxId, voterId, token })
          if (what === 'giveAgain')
            await house.call('zhouguyu', 'ballot.give-token', { boxId, voterId, token: drawNumber() })
          if (what === 'read') await house.call(null, 'ballot.read-paper', { county, boxId, token })
          if (what === 'cast' || what === 'castAgain') await put(token, receipt, grades)
          if (what === 'castOther') await put(token, drawNumber(), grades)
          if (what === 'wrongToken') await put(drawNumber(), receipt, grades)
          if (what === 'paper') await house.call('zhouguyu', 'ballot.give-paper', { boxId, voterId })
        }
        const whole = await readAll()
        const ofBox = whole.filter((seen) => inBox(seen) && seen.row.box_id === boxId)
        assert.ok(cast === 0 || ofBox.length > 0)
        const casting = new Set(ofBox.map(({ xmin }) => xmin))
        const keys = ofBox.map(({ row }) => String(row.key ?? row.digest))
        for (const seen of whole) {
          const text = JSON.stringify(seen.row)
          for (const secret of secrets) assert.ok(!text.includes(secret), `${seen.table} holds a number`)
          if (inBox(seen)) continue
          assert.ok(!casting.has(seen.xmin), `${seen.table} was written with a ballot`)
          if (seen.table !== 'ballot_box')
            assert.ok(!casting.has(seen.xmax), `${seen.table} was locked with a ballot`)
          for (const key of keys) assert.ok(!text.includes(key), `${seen.table} holds a key of the box`)
          for (const moment of moments) assert.ok(!text.includes(moment), `${seen.table} carries a moment`)
        }
        // The state of a voter tells only what was given out; of the token nothing is left once it was used.
        const states = whole.filter((seen) => seen.table === 'ballot_voter' && seen.row.box_id === boxId)
        assert.ok(states.every(({ row }) => ['listed', 'tokenGiven', 'onPaper'].includes(String(row.state))))
        const receipts = ofBox.filter(({ table }) => table === 'ballot_receipt').length
        const given = states.filter(({ row }) => row.state === 'tokenGiven').length
        const left = whole.filter((seen) => seen.table === 'ballot_token' && seen.row.box_id === boxId).length
        assert.equal(left, given - receipts)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  })
})
