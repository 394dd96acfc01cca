import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { memberOf, postDeeds, refusalOf } from '../../testing-points.ts'
import { pointsInvariants } from './checks.ts'

const house = await openHouse()
const he = await memberOf(house, '何白露')
await house.rows(
  `update party_org set phone = '0000-7654321' where kind in ('baseCommittee', 'workCommittee')`,
)
const deed = { who: '何白露', item: 'village-work', raw: 50, reviewer: 'zhouguyu' } as const
const september = { orgId: he.orgId, month: '2026-09' }

async function post(noticeId: string): Promise<void> {
  const shown = await house.call('zhouguyu', 'notice.show', { noticeId })
  const checked = await house.call('zhouguyu', 'notice.check', {
    noticeId,
    revision: shown.body['revision'],
    figuresCompared: true,
    enclosesEvidence: false,
  })
  const posted = await house.call('zhouguyu', 'notice.post', { noticeId, revision: checked.body['revision'] })
  assert.equal(posted.status, 200, JSON.stringify(posted.body))
}

async function publish(place: { orgId: string; month: string }): Promise<string> {
  await house.call('zhouguyu', 'points-month.review', place)
  const published = await house.call('zhouguyu', 'points-month.publish', place)
  assert.equal(published.status, 200, JSON.stringify(published.body))
  const noticeId = String(published.body['noticeId'])
  await post(noticeId)
  return noticeId
}

async function object(entryId: string): Promise<string> {
  const raised = await house.call('hebailu', 'objection.raise', {
    subject: { kind: 'ledgerEntry', id: entryId },
    text: '那天我没有去，记错人了',
  })
  assert.equal(raised.status, 200, JSON.stringify(raised.body))
  return String(raised.body['objectionId'])
}

/** Answered by the officer of the committee above, who decided nothing before. */
async function uphold(objectionId: string, right: number | null = null): Promise<void> {
  const [account] = await house.rows<{ id: string }>(
    `select id from account where county_id = $1 and account_name = 'luqingming'`,
    [house.county],
  )
  const assigned = await house.call('luqingming', 'objection.assign', { objectionId, accountId: account?.id })
  assert.equal(assigned.status, 200, JSON.stringify(assigned.body))
  const decided = await house.call('luqingming', 'objection.decide', {
    objectionId,
    upheld: true,
    answer: '查实是同名的人',
    right,
  })
  assert.equal(decided.status, 200, JSON.stringify(decided.body))
}

async function breaches(): Promise<string[]> {
  return await onConnection(house.pool, false, async (client) => {
    const found: string[] = []
    for (const invariant of pointsInvariants)
      found.push(...(await invariant.find(countyTx(client, house.county), {} as never)).breaches)
    return found
  })
}

/** The objection that runs on a line, as who handles it reads the member's year. */
async function runningOn(lineId: string): Promise<string | null | undefined> {
  const { body } = await house.call('zhouguyu', 'points.year', { memberId: he.id })
  const terms = body['terms'] as { lines: { id: string; objectionId: string | null }[] }[]
  return terms.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)?.objectionId
}

const rowOf = async (noticeId: string) => {
  const shown = await house.call('zhouguyu', 'notice.show', { noticeId })
  const rows = shown.body['rows'] as { name: string; cells: number[]; disputed: boolean }[]
  return {
    state: shown.body['state'],
    root: shown.body['root'],
    row: rows.find(({ name }) => name === '何白露'),
  }
}

test('R-217: a disputed line is marked and, where it harms, left out of anything adverse', async () => {
  const [id = ''] = await postDeeds(house, '2026-11-02T02:00:00Z', [{ ...deed, on: '2026-11-01' }])
  const objectionId = await object(id)
  const { body } = await house.call('hebailu', 'points.year', {})
  assert.deepEqual(body['disputed'], [id])
  assert.ok((body['open'] as { kind: string }[]).some(({ kind }) => kind === 'objection'))
  assert.equal(await runningOn(id), objectionId)
  assert.equal((await house.call('hebailu', 'points.mine', {})).body['disputedCount'], 1)
  assert.equal(body['totalForAdverse'], body['total'])
  await house.call('hebailu', 'objection.withdraw', { objectionId })
  assert.deepEqual((await house.call('hebailu', 'points.year', {})).body['disputed'], [])
  assert.equal(await runningOn(id), null)
})

test('R-216: who reviewed a line does not decide on the objection to it', async () => {
  const [id = ''] = await postDeeds(house, '2026-11-02T03:00:00Z', [{ ...deed, on: '2026-11-01' }])
  const objectionId = await object(id)
  const [account] = await house.rows<{ id: string }>(
    `select id from account where county_id = $1 and account_name = 'zhouguyu'`,
    [house.county],
  )
  const assigned = await house.call('luqingming', 'objection.assign', { objectionId, accountId: account?.id })
  assert.equal(refusalOf(assigned), 'objection-decided-before')
  await uphold(objectionId)
  const { body } = await house.call('hebailu', 'points.year', {})
  const lines = (
    body['terms'] as { lines: { id: string; takenBackBy: string | null; marks: string[] }[] }[]
  ).flatMap((term) => term.lines)
  assert.ok(lines.find((line) => line.id === id)?.takenBackBy)
  assert.deepEqual(lines.find((line) => line.id === id)?.marks, ['reversed'])
  assert.deepEqual(await breaches(), [])
})

let first = ''
let noticeId = ''
test('R-218, R-277: while its month is on notice an upheld objection takes the sheet down and puts the right figures in its place', async () => {
  ;[first = ''] = await postDeeds(house, '2026-09-20T02:00:00Z', [
    { ...deed, on: '2026-09-06' },
    { ...deed, on: '2026-09-07' },
    { ...deed, on: '2026-09-08' },
  ])
  noticeId = await publish(september)
  const before = await rowOf(noticeId)
  assert.deepEqual(before.row?.cells, [0, 150, 0, 0, 0, 150])
  const objectionId = await object(first)
  assert.equal((await rowOf(noticeId)).row?.disputed, true)
  await uphold(objectionId, 20)
  const after = await rowOf(noticeId)
  assert.deepEqual([after.state, after.row?.cells], ['interrupted', [0, 120, 0, 0, 0, 120]])
  assert.notEqual(after.root, before.root)
  const lines = await house.rows<{ kind: string; month: string; credited: number }>(
    `select kind, month, credited from ledger_entry where county_id = $1 and refers_to = $2 order by credited`,
    [house.county, first],
  )
  assert.deepEqual(lines, [
    { kind: 'reversal', month: '2026-09', credited: -50 },
    { kind: 'correction', month: '2026-09', credited: 20 },
  ])
  const shown = await house.call('zhouguyu', 'points-month.show', september)
  assert.deepEqual([shown.body['state'], shown.body['next']], ['publishing', 'notice'])
  assert.deepEqual(await breaches(), [])
})

test('R-218: after the month was closed the statement is issued again with the reason, and a corrected sheet is drafted', async () => {
  await post(noticeId)
  house.at(new Date('2026-11-11T01:00:00Z'))
  const closed = await house.call('zhouguyu', 'points-month.close', september)
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  await house.rows(
    `update notice set state = 'settled', result = '没有异议', settled_on = '2026-11-11' where id = $1`,
    [noticeId],
  )
  const [second = ''] = await house
    .rows<{ id: string }>(`select id from ledger_entry where county_id = $1 and deed_on = '2026-09-07'`, [
      house.county,
    ])
    .then((rows) => rows.map(({ id }) => id))
  await uphold(await object(second))
  const [answer] = await house.rows<{ month: string; statement_month: string }>(
    `select month, statement_month from ledger_entry where county_id = $1 and refers_to = $2`,
    [house.county, second],
  )
  assert.deepEqual(answer, { month: '2026-10', statement_month: '2026-09' })
  const { body } = await house.call('hebailu', 'points.statement', { month: '2026-09' })
  const [part] = body['parts'] as {
    edition: number
    total: number
    reason: string
    editions: { total: number }[]
  }[]
  assert.equal(part?.edition, 2)
  assert.match(part?.reason ?? '', /查实是同名的人/)
  assert.deepEqual(
    part?.editions.map(({ total }) => total),
    [120, 70],
  )
  assert.equal(part?.total, 70)
  const old = await rowOf(noticeId)
  assert.deepEqual([old.state, old.row?.cells], ['settled', [0, 120, 0, 0, 0, 120]])
  const sheets = await house.rows<{ id: string; title: string }>(
    `select id, title from notice where county_id = $1 and title like '%更正%' and state = 'drafted'`,
    [house.county],
  )
  assert.equal(sheets.length, 1)
  assert.deepEqual((await rowOf(sheets[0]?.id ?? '')).row?.cells, [0, 70, 0, 0, 0, 70])
  assert.deepEqual(await breaches(), [])
})

test('a line that was taken back, and the one that takes it back, cannot be objected to again', async () => {
  for (const id of [
    first,
    ...(await house.rows<{ id: string }>(`select id from ledger_entry where kind = 'reversal'`)).map(
      (row) => row.id,
    ),
  ]) {
    const raised = await house.call('hebailu', 'objection.raise', {
      subject: { kind: 'ledgerEntry', id },
      text: '再看看',
    })
    assert.equal(raised.status, 404)
  }
})

test('R-217: a place in the order leaves a disputed deduction out', async () => {
  const [version] = await house.rows<{ id: string }>(
    `select scheme_version_id as id from ledger_entry limit 1`,
  )
  const [account] = await house.rows<{ id: string }>(
    `select id from account where county_id = $1 and account_name = 'zhouguyu'`,
    [house.county],
  )
  await house.rows(
    `insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, item_code, raw, credited, scheme_version_id,
       deed_on, posted_at, month, statement_month, author_id, reviewer_id, source_kind, source_id, reason)
     values ($1, gen_random_uuid(), $2, $3, 'deduction', 'deductions', 'village-rule', -50, -50, $4, '2026-11-02', now(), '2026-11',
       '2026-11', $5, $5, 'deduction', 'x', '村委会决定')`,
    [house.county, he.id, he.orgId, version?.id, account?.id],
  )
  await house.rows(
    `update points_balance set deductions = deductions - 50, entry_count = entry_count + 1 where member_id = $1 and year = 2026`,
    [he.id],
  )
  const [line] = await house.rows<{ id: string }>(`select id from ledger_entry where kind = 'deduction'`)
  const before = (await house.call('hebailu', 'points.year', {})).body
  await object(line?.id ?? '')
  const { body } = await house.call('hebailu', 'points.year', {})
  assert.equal(body['totalForAdverse'], Number(before['total']) + 50)
  const ranking = await house.call('hebailu', 'ranking.show', {})
  assert.equal((ranking.body['mine'] as { points: number }).points, body['totalForAdverse'])
})
