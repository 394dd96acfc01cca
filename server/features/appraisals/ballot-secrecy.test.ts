import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { begin, type Call, drawNumber, rollOf, type Walked } from './demo.ts'

const county = 'qingyuan'
type Seen = { table: string; xmin: string; xmax: string; ctid: string; row: Record<string, unknown> }

describe('the secret of the ballot', async () => {
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
  const memberOf = (name: string) =>
    one('select id from member where county_id = $1 and name = $2 and party_org_id = $3', [
      house.county,
      name,
      orgId,
    ])
  const walked: Walked = {
    ...{ call, county, orgId, year: 2026, secretary: 'zhouguyu', above: 'luqingming' },
    secretaryMemberId: await memberOf('周谷雨'),
  }
  const appraisalId = await begin(walked)
  await house.rows(`update appraisal set stage = 'ballots' where id = $1`, [appraisalId])
  const graded = (await rollOf(walked))
    .filter(({ place }) => place === 'graded')
    .map(({ memberId }) => memberId)

  /** Every row of the database with the marks PostgreSQL keeps beside it. */
  const readAll = async (): Promise<Seen[]> => {
    const tables = await house.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
    const all: Seen[] = []
    for (const { name } of tables) {
      all.push(
        ...(await house.rows<Seen>(
          `select $1::text as table, t.xmin::text, t.xmax::text, t.ctid::text, to_jsonb(t) as row from "${name}" t`,
          [name],
        )),
      )
    }
    return all
  }
  const inBox = ({ table }: Seen) => table === 'ballot_slip' || table === 'ballot_receipt'
  const openedBox = await call('zhouguyu', 'ballot.open-box', { appraisalId, paper: 'members' })
  const boxId = String(openedBox.boxId)

  // Three vote, each at an hour of their own, and each has another favourite.
  const people = ['何白露', '秦立冬', '周谷雨'] as const
  const accounts = ['hebailu', 'qinlidong', 'zhouguyu'] as const
  const ballots: { voter: string; token: string; receipt: string; favourite: string; at: Date }[] = []
  for (const [index, who] of accounts.entries()) {
    const token = drawNumber()
    await call(who, 'ballot.take-token', { boxId, token })
    const voter = await memberOf(people[index] ?? '')
    const favourite = graded.filter((id) => id !== voter)[index * 3] ?? ''
    ballots.push({
      voter,
      token,
      receipt: drawNumber(),
      favourite,
      at: new Date(TEST_NOW.getTime() + (index + 1) * 3_600_000 + 61_007),
    })
  }
  const votersBefore = (await readAll()).filter(({ table }) => table === 'ballot_voter')
  for (const ballot of [ballots[2], ballots[0], ballots[1]]) {
    if (ballot === undefined) continue
    house.at(ballot.at)
    const marks = graded
      .filter((memberId) => memberId !== ballot.voter)
      .map((memberId) => ({ memberId, grade: memberId === ballot.favourite ? 'excellent' : 'qualified' }))
    const { token, receipt } = ballot
    await house.call(null, 'ballot.read-paper', { county, boxId, token }, { key: `read-${receipt}` })
    // A browser that is signed in sends its session along; it is not looked at, and its key is not kept.
    const sent = await house.call(
      'hebailu',
      'ballot.cast',
      { county, boxId, token, receipt, marks },
      { key: receipt },
    )
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
  }
  house.at(new Date(TEST_NOW.getTime() + 6 * 3_600_000))
  const whole = await readAll()

  it('R-184: the choices are in the box, and the box alone has them', () => {
    const slips = whole.filter(({ table }) => table === 'ballot_slip')
    assert.equal(slips.length, 3 * (graded.length - 1))
    for (const { favourite } of ballots) {
      assert.ok(slips.some(({ row }) => row.member_id === favourite && row.grade === 'excellent'))
    }
    const keys = slips.flatMap(({ row }) => Object.keys(row))
    assert.deepEqual([...new Set(keys)].toSorted(), ['box_id', 'county_id', 'grade', 'key', 'member_id'])
    const receipts = whole.filter(({ table }) => table === 'ballot_receipt')
    assert.deepEqual([...new Set(receipts.flatMap(({ row }) => Object.keys(row)))].toSorted(), [
      'box_id',
      'county_id',
      'digest',
    ])
  })

  it('R-184: no secret of a voter and no key of the box stands in any other row', () => {
    const secrets = ballots.flatMap(({ token, receipt }) => [
      token,
      receipt,
      token.replaceAll('-', ''),
      receipt.replaceAll('-', ''),
    ])
    const keys = whole.filter(inBox).map(({ row }) => String(row.key ?? row.digest))
    for (const seen of whole) {
      const text = JSON.stringify(seen.row)
      for (const secret of secrets) assert.ok(!text.includes(secret), `${seen.table} holds a number`)
      if (!inBox(seen))
        for (const key of keys) assert.ok(!text.includes(key), `${seen.table} holds a key of the box`)
    }
    assert.equal(whole.filter(({ table }) => table === 'ballot_token').length, 0)
  })

  it('R-184: no transaction that put a ballot into the box has touched a row elsewhere', () => {
    const casting = new Set(whole.filter(inBox).map(({ xmin }) => xmin))
    assert.equal(casting.size, 3)
    for (const seen of whole) {
      if (inBox(seen)) continue
      assert.ok(!casting.has(seen.xmin), `${seen.table} was written with a ballot`)
      // The box itself was held while each of them was cast, so it says nothing of any one.
      if (seen.table !== 'ballot_box')
        assert.ok(!casting.has(seen.xmax), `${seen.table} was locked with a ballot`)
    }
  })

  it('R-184: rows of voters are those from before, and no row carries the moment of a ballot', () => {
    const after = whole.filter(({ table }) => table === 'ballot_voter')
    assert.deepEqual(after, votersBefore)
    const taken = TEST_NOW.toISOString().slice(0, 19)
    assert.ok(
      whole.some(({ row }) => JSON.stringify(row).includes(taken)),
      'moments would be seen in this form',
    )
    const moments = ballots.map(({ at }) => at.toISOString().slice(0, 19))
    for (const { table, row } of whole) {
      const text = JSON.stringify(row)
      for (const moment of moments) assert.ok(!text.includes(moment), `${table} carries the moment`)
    }
    const logged = whole.filter(
      ({ table, row }) => table === 'audit_entry' && /ballot\.(cast|read)/.test(String(row.operation)),
    )
    assert.deepEqual(logged, [])
    assert.ok(
      !whole.some(
        ({ table, row }) => table === 'receipt' && /ballot\.(cast|read)/.test(String(row.operation)),
      ),
    )
  })

  it('R-184: ids of the box and its voters are drawn by chance, not by time', () => {
    const isTimed = (id: unknown) => /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(String(id))
    assert.ok(!whole.some(({ table, row }) => table === 'ballot_voter' && isTimed(row.id)))
    const digests = whole.filter(inBox).map(({ row }) => String(row.key ?? row.digest))
    assert.ok(digests.every((digest) => /^[0-9a-f]{64}$/.test(digest)))
  })

  it('R-184: a closed box has one transaction and the order of its keys', async () => {
    await call('zhouguyu', 'ballot.close-box', { boxId })
    const closed = await readAll()
    const rows = closed.filter((seen) => inBox(seen) || seen.table === 'ballot_voter')
    assert.equal(new Set(rows.map(({ xmin }) => xmin)).size, 1)
    for (const table of ['ballot_slip', 'ballot_receipt', 'ballot_voter']) {
      const placed = rows.filter((seen) => seen.table === table).toSorted((a, b) => placeOf(a) - placeOf(b))
      const keys = placed.map(({ row }) => String(row.key ?? row.digest ?? row.id))
      assert.deepEqual(keys, keys.toSorted(), table)
    }
    const states = new Set(closed.filter(({ table }) => table === 'ballot_voter').map(({ row }) => row.state))
    assert.deepEqual([...states].toSorted(), ['listed', 'tokenGiven'])
  })
})

/** Where a row lies: page and line. */
function placeOf({ ctid }: Seen): number {
  const [page = 0, line = 0] = ctid.replaceAll(/[()]/g, '').split(',').map(Number)
  return page * 10_000 + line
}
