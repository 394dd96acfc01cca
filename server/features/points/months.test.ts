import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type Reply } from '../../testing.ts'
import { memberOf, postDeeds, refusalOf } from '../../testing-points.ts'
import { pointsInvariants } from './checks.ts'
import { countyTx, onConnection } from '#platform/db.ts'

const house = await openHouse()
const { orgId } = await memberOf(house, '何白露')
const hekou = (await memberOf(house, '韩立秋')).orgId
const october = { orgId, month: '2026-10' }
const claim = await postDeeds(house, '2026-10-24T02:00:00Z', [
  { who: '何白露', on: '2026-10-06', item: 'skills-taught', raw: 40, reviewer: 'zhouguyu' },
  { who: '何白露', on: '2026-10-21', item: 'village-work', raw: 50, reviewer: 'zhouguyu' },
  { who: '许霜降', on: '2026-10-21', item: 'village-work', raw: 50, reviewer: 'zhouguyu' },
])
await house.rows(
  `update party_org set phone = '0000-7654321' where kind in ('baseCommittee', 'workCommittee')`,
)
const noticeOf = (reply: Reply) => String(reply.body['noticeId'])

async function waiting(on: string, who = '何白露'): Promise<string> {
  const { id, orgId: branch } = await memberOf(house, who)
  const [version] = await house.rows<{ id: string }>(
    `select id from scheme_version where county_id = $1 limit 1`,
    [house.county],
  )
  const [row] = await house.rows<{ id: string }>(
    `insert into claim (county_id, id, device_key, number, member_id, party_org_id, target_kind, item_code, scheme_version_id,
       deed_on, submitted_on, submitted_at, quantity, entry_by, entered_by, state, level, level_since_on, decide_by_on,
       confirmed_by_member)
     values ($1, gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid()::text, $2, $3, 'item', 'village-work', $4, $5::date,
       $5::date, now(), 100, 'member', '何白露', 'submitted', 'branch', $5::date, $5::date + 7, true) returning id`,
    [house.county, id, branch, version?.id, on],
  )
  return row?.id ?? ''
}
const settle = (id: string) => house.rows(`update claim set state = 'withdrawn' where id = $1`, [id])

async function post(noticeId: string): Promise<void> {
  const shown = await house.call('zhouguyu', 'notice.show', { noticeId })
  const checked = await house.call('zhouguyu', 'notice.check', {
    noticeId,
    revision: shown.body['revision'],
    figuresCompared: true,
    enclosesEvidence: false,
  })
  assert.equal(checked.status, 200, JSON.stringify(checked.body))
  const posted = await house.call('zhouguyu', 'notice.post', { noticeId, revision: checked.body['revision'] })
  assert.equal(posted.status, 200, JSON.stringify(posted.body))
}

async function breaches(id: string): Promise<readonly string[]> {
  const invariant = pointsInvariants.find((each) => each.id === id)
  assert.ok(invariant, id)
  return await onConnection(
    house.pool,
    false,
    async (client) => (await invariant.find(countyTx(client, house.county), {} as never)).breaches,
  )
}

test('R-233: the page of a month says where it stands, what comes next and what stands in the way', async () => {
  const open = await waiting('2026-10-30')
  const { status, body } = await house.call('zhouguyu', 'points-month.show', october)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    [body['state'], body['next'], body['dueOn'], body['isLate']],
    ['open', 'review', '2026-11-05', false],
  )
  assert.deepEqual(body['blocks'], [{ step: 'publish', code: 'month-claims-undecided', count: 1 }])
  assert.equal(body['lines'], 5)
  assert.ok(Number(body['minutes']) > 0)
  assert.deepEqual(body['may'], ['move'])
  const preset = await house.call('zhouguyu', 'points-month.show', { orgId })
  assert.equal(preset.body['month'], '2026-10')
  for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'yingxiaohan', 'other'] as const)
    assert.equal((await house.call(who, 'points-month.show', october)).status, 404, who)
  await settle(open)
})

test('the table of the month stands by name; who is left out of scoring is only counted (R-170)', async () => {
  const { id } = await memberOf(house, '方雨水')
  await house.rows(
    `insert into scoring_exemption (county_id, id, member_id, from_on, decided_by_body, decided_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, '2026-01-01', '支部大会', '2026-01-01', 'x', now())`,
    [house.county, id],
  )
  const { status, body } = await house.call('zhouguyu', 'points.branch-month', october)
  assert.equal(status, 200, JSON.stringify(body))
  const rows = body['rows'] as {
    name: string
    total: number
    yearTotal: number
    serviceAndExample: number
    lines: number
  }[]
  const [count] = await house.rows<{ n: number }>(
    `select count(*)::int as n from member where county_id = $1 and party_org_id = $2 and state = 'active'`,
    [house.county, orgId],
  )
  assert.equal(rows.length, Number(count?.n) - 1)
  assert.equal(body['notScored'], 1)
  assert.equal(
    rows.some(({ name }) => name === '方雨水'),
    false,
  )
  const he = rows.find(({ name }) => name === '何白露')
  assert.deepEqual([he?.total, he?.serviceAndExample, he?.yearTotal, he?.lines], [90, 40, 3090, 3])
  assert.equal((body['totals'] as { total: number }).total, 140)
  assert.equal((await house.call('hebailu', 'points.branch-month', october)).status, 404)
})

test('R-233: nobody but the branch moves a month before it is late; the county only looks', async () => {
  assert.equal((await house.call('hebailu', 'points-month.review', october)).status, 404)
  assert.equal((await house.call('shenliqiu', 'points-month.review', october)).status, 404)
  assert.equal((await house.call('other', 'points-month.review', october)).status, 404)
  const above = await house.call('luqingming', 'points-month.review', october)
  assert.deepEqual([above.status, refusalOf(above)], [409, 'month-not-yours'])
  const early = await house.call('zhouguyu', 'points-month.review', { orgId, month: '2026-11' })
  assert.equal(refusalOf(early), 'month-not-over')
  const order = await house.call('zhouguyu', 'points-month.publish', october)
  assert.equal(refusalOf(order), 'month-wrong-state')
})

test('R-233: a month is reviewed; twice with one key is once, and a claim in between holds the notice up', async () => {
  const first = await house.call('zhouguyu', 'points-month.review', october, { key: 'review-october' })
  const again = await house.call('zhouguyu', 'points-month.review', october, { key: 'review-october' })
  assert.deepEqual([first.status, again.status, again.body['state']], [200, 200, 'reviewing'])
  assert.equal(refusalOf(await house.call('zhouguyu', 'points-month.review', october)), 'month-wrong-state')
  const open = await waiting('2026-10-28')
  const held = await house.call('zhouguyu', 'points-month.publish', october)
  assert.deepEqual(
    [refusalOf(held), (held.body['refusal'] as { details: { count: number } }).details.count],
    ['month-claims-undecided', 1],
  )
  const stays = await house.call('zhouguyu', 'points-month.go-on', october)
  assert.deepEqual([stays.status, stays.body['did'], stays.body['state']], [200, [], 'reviewing'])
  assert.deepEqual(stays.body['blocks'], [{ step: 'publish', code: 'month-claims-undecided', count: 1 }])
  await settle(open)
})

let noticeId = ''
test('R-234, R-275: publishing drafts the notice with the figures, by name, under the root of all that is posted', async () => {
  const { status, body } = await house.call('zhouguyu', 'points-month.go-on', october)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body['did'], body['state'], body['next']], [['publish'], 'publishing', 'notice'])
  noticeId = String(body['noticeId'])
  const shown = await house.call('zhouguyu', 'notice.show', { noticeId })
  const rows = shown.body['rows'] as { name: string; cells: number[] }[]
  assert.deepEqual(rows.find(({ name }) => name === '何白露')?.cells, [0, 50, 40, 0, 0, 90])
  assert.match(String(shown.body['body']), /另有1名党员本月不参加积分/)
  assert.match(String(shown.body['root']), /^([0-9a-f]{4}-){7}[0-9a-f]{4}$/)
  const [root] = await house.rows<{ size: number; entries: number }>(
    `select root_size::int as size, (select count(*)::int from ledger_entry where county_id = $1) as entries
     from points_month where county_id = $1 and party_org_id = $2 and month = '2026-10'`,
    [house.county, orgId],
  )
  assert.equal(root?.size, root?.entries)
})

test('R-253: while it is on notice a late deed goes to the next month', async () => {
  await postDeeds(house, '2026-11-03T01:30:00Z', [
    { who: '许霜降', on: '2026-10-29', item: 'village-work', raw: 50, reviewer: 'zhouguyu' },
  ])
  const [line] = await house.rows<{ month: string }>(
    `select month from ledger_entry where county_id = $1 and deed_on = '2026-10-29'`,
    [house.county],
  )
  assert.equal(line?.month, '2026-11')
})

test('R-277: a withdrawn notice is dropped and the review is open again; a reason is needed', async () => {
  assert.equal(
    refusalOf(await house.call('zhouguyu', 'points-month.withdraw', { ...october, reason: ' ' })),
    'month-needs-reason',
  )
  const back = await house.call('zhouguyu', 'points-month.withdraw', {
    ...october,
    reason: '少了一条纸质登记',
  })
  assert.deepEqual([back.status, back.body['state'], back.body['noticeId']], [200, 'reviewing', null])
  const shown = await house.call('zhouguyu', 'notice.show', { noticeId })
  assert.equal(shown.body['state'], 'dropped')
  const again = await house.call('zhouguyu', 'points-month.publish', october)
  assert.equal(again.status, 200, JSON.stringify(again.body))
  noticeId = noticeOf(again)
})

test('R-277: a draft that is dropped on its own page opens the review as well', async () => {
  const dropped = await house.call('zhouguyu', 'notice.drop', { noticeId, reason: '重来' })
  assert.equal(dropped.status, 200, JSON.stringify(dropped.body))
  const shown = await house.call('zhouguyu', 'points-month.show', october)
  assert.deepEqual([shown.body['state'], shown.body['notice']], ['reviewing', null])
  noticeId = noticeOf(await house.call('zhouguyu', 'points-month.publish', october))
})

test('R-233, R-244: a month closes when its notice has run; each member gets the statement in the same moment', async () => {
  assert.equal(refusalOf(await house.call('zhouguyu', 'points-month.close', october)), 'month-notice-missing')
  await post(noticeId)
  assert.equal(refusalOf(await house.call('zhouguyu', 'points-month.close', october)), 'month-notice-running')
  house.at(new Date('2026-11-11T01:00:00Z'))
  const [a, b] = await Promise.all([
    house.call('zhouguyu', 'points-month.close', october),
    house.call('zhouguyu', 'points-month.close', october),
  ])
  assert.deepEqual([a.status, b.status].toSorted(), [200, 409])
  const [count] = await house.rows<{ n: number; right: number }>(
    `select count(*)::int as n, (count(*) filter (where edition = 1))::int as right from month_statement where county_id = $1`,
    [house.county],
  )
  const members = (await house.call('zhouguyu', 'points.branch-month', october)).body['rows'] as unknown[]
  assert.deepEqual([count?.n, count?.right], [members.length, members.length])
  const things = async () =>
    ((await house.call('hebailu', 'message.things-to-do', {})).body['rows'] as { kind: string }[]).filter(
      ({ kind }) => kind === 'points.statement',
    ).length
  assert.equal(await things(), 1)
  const statement = await house.call('hebailu', 'points.statement', { month: '2026-10' })
  assert.equal(await things(), 0)
  const [part] = statement.body['parts'] as {
    edition: number
    total: number
    published: { state: string; notice: { id: string } }
  }[]
  assert.deepEqual([part?.edition, part?.published.state, part?.published.notice.id], [1, 'closed', noticeId])
  assert.equal((await house.call('hebailu', 'points.mine', {})).body['closedUntil'], '2026-10')
  assert.deepEqual(await breaches('points.statement-is-sum'), [])
  assert.deepEqual(await breaches('points.months-shown'), [])
})

test('R-253: a closed month takes nothing and stays closed', async () => {
  await postDeeds(house, '2026-11-11T01:30:00Z', [
    { who: '何白露', on: '2026-10-30', item: 'village-work', raw: 50, reviewer: 'zhouguyu' },
  ])
  assert.deepEqual(await breaches('points.closed-month-takes-none'), [])
  for (const operation of ['review', 'publish', 'close'] as const)
    assert.equal(
      refusalOf(await house.call('zhouguyu', `points-month.${operation}`, october)),
      'month-wrong-state',
    )
  const back = await house.call('zhouguyu', 'points-month.withdraw', { ...october, reason: 'x' })
  assert.equal(refusalOf(back), 'month-wrong-state')
  const none = await house.call('zhouguyu', 'points-month.go-on', october)
  assert.deepEqual([none.body['did'], none.body['next']], [[], null])
})

test('R-233: a receipt leads to the root printed on the notice of its month', async () => {
  const receipt = await house.call('hebailu', 'points.receipt', { entryId: claim[0] })
  assert.equal(receipt.status, 200, JSON.stringify(receipt.body))
  const shown = await house.call('zhouguyu', 'notice.show', { noticeId })
  assert.equal(receipt.body['printedRoot'], shown.body['root'])
})

test('R-233: the committee above lists the months of its branches without any order of merit', async () => {
  const { status, body } = await house.call('luqingming', 'points-month.list', { month: '2026-10' })
  assert.equal(status, 200, JSON.stringify(body))
  const rows = body['rows'] as { orgId: string; orgName: string; state: string; isLate: boolean }[]
  assert.equal(rows.find((row) => row.orgId === orgId)?.state, 'closed')
  assert.equal(rows.find((row) => row.orgId === hekou)?.isLate, true)
  const counts = body['counts'] as Record<string, number>
  assert.equal(counts['closed'], 1)
  assert.equal(counts['late'], Number(counts['all']) - 1)
  const late = await house.call('luqingming', 'points-month.list', { month: '2026-10', show: 'late' })
  assert.equal(late.body['total'], counts['late'])
  assert.ok((late.body['rows'] as typeof rows).every((row) => row.isLate))
  assert.equal((await house.call('hebailu', 'points-month.list', { orgId })).status, 404)
  const own = await house.call('zhouguyu', 'points-month.list', { month: '2026-10' })
  assert.equal((own.body['rows'] as unknown[]).length, 1)
})

test('R-233: the committee above moves what is late on, in the background, by the same rules', async () => {
  const [yunxi] = await house.rows<{ id: string }>(
    `select id from party_org where county_id = $1 and name = '云溪镇党委'`,
    [house.county],
  )
  await postDeeds(house, '2026-11-11T02:00:00Z', [
    { who: '韩立秋', on: '2026-10-12', item: 'village-work', raw: 50, reviewer: 'shenliqiu' },
  ])
  const open = await waiting('2026-10-12', '沈立秋')
  const place = { orgId: yunxi?.id, month: '2026-10' }
  assert.equal((await house.call('zhouguyu', 'points-month.sweep', place)).status, 404)
  assert.equal((await house.call('taochunfen', 'points-month.sweep', place)).status, 404)
  const early = await house.call('luqingming', 'points-month.sweep', { ...place, month: '2026-11' })
  assert.equal(refusalOf(early), 'month-nothing-late')
  const started = await house.call('luqingming', 'points-month.sweep', place)
  assert.equal(started.status, 200, JSON.stringify(started.body))
  assert.equal(refusalOf(await house.call('luqingming', 'points-month.sweep', place)), 'month-sweep-running')
  await house.runJobs()
  const { body } = await house.call('luqingming', 'points-month.list', place)
  const sweep = body['sweep'] as {
    done: number
    all: number
    moved: number
    blocked: number
    endedAt: string
  }
  assert.deepEqual([sweep.done, sweep.moved, sweep.blocked], [sweep.all, sweep.all - 1, 1])
  assert.ok(sweep.endedAt)
  const blocked = await house.call('shenliqiu', 'points-month.show', { orgId: hekou, month: '2026-10' })
  assert.equal(blocked.body['state'], 'open')
  await settle(open)
  const late = await house.call('luqingming', 'points-month.review', { orgId: hekou, month: '2026-10' })
  assert.equal(late.status, 200)
  const published = await house.call('luqingming', 'points-month.publish', { orgId: hekou, month: '2026-10' })
  assert.equal(published.status, 200, JSON.stringify(published.body))
  for (const { id } of pointsInvariants) assert.deepEqual(await breaches(id), [], id)
})
