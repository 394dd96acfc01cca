import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHouse, type Reply } from '../../testing.ts'
import { memberOf, postDeeds, refusalOf } from '../../testing-points.ts'
import { appraise, beginYear, branchOf, fillLinks } from '../../testing-year.ts'

const codeOf = (reply: Reply) => (reply.status === 409 ? refusalOf(reply) : reply.status)
type Link = {
  link: string
  complete: boolean
  open: number
  signed: boolean
  items: { code: string; count: number; names: string[] }[]
}
type Branch = { state: string; links: Link[]; blocks: { code: string; count: number }[]; members: number }

describe('the year of a branch', async () => {
  const house = await openHouse()
  const shimen = await branchOf(house, '石门村党支部', 'zhouguyu', 'luqingming')
  await beginYear(house, '2026-01-05T02:00:00Z', shimen)
  await postDeeds(
    house,
    '2026-10-10T02:00:00Z',
    ['何白露', '许霜降', '周谷雨'].map((who) => ({ who, on: '2026-10-08', item: 'village-work', raw: 50 })),
  )
  const appraisalId = await appraise(house, shimen)
  house.at(new Date('2027-01-20T02:00:00Z'))
  const place = { orgId: shimen.orgId, year: 2026 }
  const look = async () => (await house.call('zhouguyu', 'year.branch', place)).body['branch'] as Branch
  const basesOf = (year: number) =>
    house.rows<{ id: string; base: number; lines: number }>(
      `select e.member_id as id, sum(e.credited)::int as base, count(*)::int as lines from ledger_entry e
       where e.county_id = $1 and e.term = 'base' and e.deed_on = make_date($2, 1, 1) group by 1`,
      [house.county, year],
    )

  it('S-155, S-228: what is open is named with its number and names', async () => {
    const { links, state } = await look()
    assert.equal(state, 'open')
    assert.deepEqual(
      links.map(({ link, complete }) => [link, complete]),
      [
        ['pledges', false],
        ['points', false],
        ['appraisal', true],
        ['outcomes', false],
      ],
    )
    assert.equal(links[1]?.items[0]?.names[0], '2026-01')
    const uses = links[3]?.items[0]
    assert.equal(uses?.code, 'members-without-use')
    assert.ok((uses?.names.length ?? 0) > 0 && (uses?.count ?? 0) >= (uses?.names.length ?? 0))
    const [pledges] = links
    assert.ok(pledges?.items[0]?.names.includes('何白露'))
  })

  it('S-228: each missing link refuses the closing, one after the other', async () => {
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-link-pledges')
    await fillLinks(house, shimen, 2026)
    await house.rows(
      `update points_month set state = 'publishing' where month = '2026-12' and party_org_id = $1`,
      [shimen.orgId],
    )
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-link-points')
    await house.rows(`update appraisal set stage = 'feedback' where id = $1`, [appraisalId])
    await house.rows(
      `update points_month set state = 'closed' where month = '2026-12' and party_org_id = $1`,
      [shimen.orgId],
    )
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-link-appraisal')
    await house.rows(`update appraisal set stage = 'closed' where id = $1`, [appraisalId])
    const he = await memberOf(house, '何白露')
    await house.rows(`update outcome_no_use set withdrawn_on = '2027-01-19' where member_id = $1`, [he.id])
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-link-outcomes')
    assert.deepEqual((await look()).links[3]?.items, [
      { code: 'members-without-use', count: 1, names: ['何白露'] },
    ])
    await house.rows(`update outcome_no_use set withdrawn_on = null where member_id = $1`, [he.id])
  })

  it('S-228: before New Year, by who may not, from another county or branch: no', async () => {
    house.at(new Date('2026-12-30T02:00:00Z'))
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-not-over')
    house.at(new Date('2027-01-20T02:00:00Z'))
    assert.equal((await house.call('hebailu', 'year.close', place)).status, 404)
    assert.equal((await house.call('shenliqiu', 'year.close', place)).status, 404)
    assert.equal((await house.call('taochunfen', 'year.close', place)).status, 404)
    assert.equal((await house.call('other', 'year.close', place)).status, 404)
    assert.equal((await house.call(null, 'year.close', place)).status, 401)
    assert.equal((await house.call('other', 'year.branch', place)).status, 404)
    assert.equal((await house.call('hebailu', 'year.preview', place)).status, 404)
  })

  it('S-228: a gap is signed with its reason and a name, once, and only for what is missing', async () => {
    await house.rows(
      `update points_month set state = 'publishing' where month = '2026-01' and party_org_id = $1`,
      [shimen.orgId],
    )
    const gap = { ...place, link: 'points', reason: '一月还没有实行积分，没有可关的账', signerName: '周谷雨' }
    for (const [change, code] of [
      [{ reason: '没来得及' }, 'year-gap-needs-reason'],
      [{ signerName: ' ' }, 'year-gap-needs-signer'],
      [{ link: 'pledges' }, 'year-link-complete'],
    ] as const) {
      assert.equal(codeOf(await house.call('zhouguyu', 'year.sign-gap', { ...gap, ...change })), code)
    }
    assert.equal((await house.call('hebailu', 'year.sign-gap', gap)).status, 404)
    const [one, two] = await Promise.all([
      house.call('zhouguyu', 'year.sign-gap', gap),
      house.call('luqingming', 'year.sign-gap', gap),
    ])
    assert.deepEqual([codeOf(one), codeOf(two)].toSorted(), [200, 'year-gap-signed-already'])
    assert.equal((await look()).state, 'ready')
    assert.equal((await look()).links[1]?.signed, true)
  })

  it('R-217: an open objection and an open appeal keep it open, and no signature covers them', async () => {
    const [entry] = await house.rows<{ id: string }>(
      `select id from ledger_entry where county_id = $1 and kind = 'award' and party_org_id = $2 limit 1`,
      [house.county, shimen.orgId],
    )
    const insert = (kind: string, subject: string) =>
      house.rows(
        `insert into objection (county_id, id, code, party_org_id, stage_org_id, subject_kind, subject_id, route, text, first_text,
           raised_on, raised_at, stage, state, due_on)
         values ($1, gen_random_uuid(), $2, $3, $3, $2, $4, 'paper', '记错了', '记错了', '2027-01-10', now(), 'branch', 'received', '2027-01-17')`,
        [house.county, kind, shimen.orgId, subject],
      )
    await insert('ledgerEntry', entry!.id)
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-objections-open')
    assert.deepEqual((await look()).blocks, [{ code: 'year-objections-open', count: 1 }])
    await house.rows(`delete from objection where county_id = $1`, [house.county])
    const [member] = shimen.memberIds
    await house.rows(
      `insert into grade_feedback (county_id, id, appraisal_id, member_id, grade, opinion, reason, state)
       values ($1, gen_random_uuid(), $2, $3, 'qualified', '好', '好', 'toTell') on conflict do nothing`,
      [house.county, appraisalId, member],
    )
    const [feedback] = await house.rows<{ id: string }>(
      `select id from grade_feedback where member_id = $1`,
      [member],
    )
    await insert('grade', feedback!.id)
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-appeals-open')
    await house.rows(`delete from objection where county_id = $1`, [house.county])
  })

  it('R-230, R-231: the preview says who gets what; the closing gives exactly that, once', async () => {
    const before = (await house.call('zhouguyu', 'year.preview', place)).body as {
      done: boolean
      rows: { memberId: string; base: number | null; words: string }[]
      points: number
    }
    assert.equal(before.done, false)
    assert.match(before.rows[0]?.words ?? '', /^上年年终得分[\d.]+分的30%，记[\d.]+分$/)
    const [one, two] = await Promise.all([
      house.call('zhouguyu', 'year.close', place, { key: 'close-1' }),
      house.call('luqingming', 'year.close', place, { key: 'close-2' }),
    ])
    assert.deepEqual([codeOf(one), codeOf(two)].toSorted(), [200, 'year-closed'])
    const winner =
      one.status === 200 ? (['zhouguyu', 'close-1', one] as const) : (['luqingming', 'close-2', two] as const)
    const again = await house.call(winner[0], 'year.close', place, { key: winner[1] })
    assert.deepEqual(again.body, winner[2].body)
    assert.equal(codeOf(await house.call('zhouguyu', 'year.close', place)), 'year-closed')
    const after = (await house.call('zhouguyu', 'year.preview', place)).body as typeof before
    assert.deepEqual({ ...after, done: false }, before)
    const bases = await basesOf(2027)
    assert.ok(bases.every(({ lines }) => lines === 1))
    assert.deepEqual(
      new Map(bases.map(({ id, base }) => [id, base])),
      new Map(before.rows.map(({ memberId, base }) => [memberId, base])),
    )
  })

  it('R-230: the base is that of an independent computation from results and versions', async () => {
    const expected = await house.rows<{ id: string; base: number }>(
      `select b.member_id as id, least(3000, round(least(10000, greatest(0, case when y.appraisal_score is null then b.total
           else round((b.total * (100 - y.appraisal_percent) + y.appraisal_score * y.appraisal_percent)::numeric / 100) end))
           * 30 / 100))::int as base
       from (select member_id, base + duty + pledges_and_tasks + service_and_example + bonus + deductions - outside_caps as total
         from points_balance where county_id = $1 and year = 2026 and entry_count > 0) b
       left join year_result y on y.member_id = b.member_id and y.year = 2026
       where b.member_id = any($2::uuid[])`,
      [house.county, shimen.memberIds],
    )
    const bases = new Map((await basesOf(2027)).map(({ id, base }) => [id, base]))
    assert.ok(expected.length > 10)
    for (const { id, base } of expected) assert.equal(bases.get(id), base)
  })

  it('S-228: a closed year takes no signature and offers no way back', async () => {
    const gap = { ...place, link: 'points', reason: '一月还没有实行积分，没有可关的账', signerName: '周谷雨' }
    assert.equal(codeOf(await house.call('zhouguyu', 'year.sign-gap', gap)), 'year-closed')
    const shown = await house.call('zhouguyu', 'year.branch', place)
    assert.deepEqual((shown.body['may'] as string[]).includes('year.close'), false)
    assert.equal((await look()).state, 'closed')
  })

  it('S-229: the member reads the first line of the new year as a sum, on the own year and among the points', async () => {
    const mine = (await house.call('hebailu', 'year.mine', { year: 2027 })).body as {
      carried: { base: number; words: string; result: number; percent: number }[]
      waits: boolean
    }
    assert.equal(mine.waits, false)
    assert.equal(mine.carried.length, 1)
    assert.match(mine.carried[0]?.words ?? '', /的30%/)
    const points = await house.call('hebailu', 'points.year', { memberId: null, year: 2027 })
    const base = points.body['base'] as { kind: string; points: number; result: number }
    assert.deepEqual(
      [base.kind, base.points, base.result],
      ['carryOver', mine.carried[0]?.base, mine.carried[0]?.result],
    )
  })
})
