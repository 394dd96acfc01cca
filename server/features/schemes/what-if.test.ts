import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { noPoints, toPoints } from '@steward/domain/shared/points.ts'
import type { Operations } from '../../operations.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

type OutputOf<Id extends keyof Operations> = Operations[Id]['output']

/** Members the rural scheme in post is for, said in SQL without the product's rules. */
const RURAL = `select m.id, m.name, m.party_org_id, m.membership_kind, m.category, m.born_on from member m
  join party_org o on o.id = m.party_org_id
  where m.county_id = $1 and o.field = 'rural' and m.state in ('active', 'suspended')
    and (m.membership_kind = 'probationary' or m.category <> 'retiredMember' and not exists (
      select 1 from member_tag t where t.member_id = m.id and t.tag = 'floatingMember' and t.until_on is null))`

/** A year of lines without chance: work on village projects, half a point and more, some of it taken back. */
const YEAR = `insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, item_code, raw, credited,
    scheme_version_id, deed_on, posted_at, month, statement_month, author_id, source_kind, source_id)
  select $1, gen_random_uuid(), m.id, m.party_org_id, 'award', 'pledgesAndTasks', 'village-work', r.raw, r.raw, v.id,
    d.day, now(), to_char(d.day, 'YYYY-MM'), to_char(d.day, 'YYYY-MM'), gen_random_uuid(), 'claim', 'test'
  from member m
  cross join generate_series(1, 40) g (no)
  cross join lateral (select 50 + abs(hashtext(m.id::text || g.no)) % 4 * 50 as raw) r
  cross join lateral (select date '2026-01-01' + abs(hashtext(g.no || m.id::text)) % 300 as day) d
  join scheme s on s.county_id = m.county_id and s.field = 'rural' and s.member_class = 'inPost'
  join scheme_version v on v.county_id = s.county_id and v.scheme_id = s.id and v.effective_from = '2026-01'
  where m.county_id = $1 and abs(hashtext(m.id::text)) % 4 > 0`

const BASES = `insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, raw, credited,
    scheme_version_id, deed_on, posted_at, month, statement_month, author_id, source_kind, source_id)
  select county_id, gen_random_uuid(), id, party_org_id, 'base', 'base', 3000, 3000,
    (select v.id from scheme_version v where v.county_id = $1 limit 1), '2026-01-01', now(), '2026-01', '2026-01', gen_random_uuid(), 'year', '2026'
  from member where county_id = $1`

const TAKEN_BACK = `insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, item_code, raw, credited,
    scheme_version_id, deed_on, posted_at, month, statement_month, author_id, source_kind, source_id, refers_to, reason)
  select county_id, gen_random_uuid(), member_id, party_org_id, 'reversal', term, item_code, -raw, -credited,
    scheme_version_id, deed_on, now(), month, statement_month, author_id, 'objection', 'test', id, '重复'
  from ledger_entry where county_id = $1 and kind = 'award' and abs(hashtext(id::text)) % 9 = 0`

/** Who is affected when the year cap of a kind with a month cap of 2.5 goes from 30 to $2: no caps of items, no order. */
const AFFECTED = `with months as (
    select e.member_id, to_char(e.deed_on, 'YYYY-MM') as month, least(250, sum(e.raw)) as points
    from ledger_entry e
    where e.county_id = $1 and e.kind = 'award' and e.deed_on between '2026-01-01' and '2026-12-31'
      and not exists (select 1 from ledger_entry r where r.kind = 'reversal' and r.refers_to = e.id)
    group by 1, 2),
  years as (select member_id, sum(points) as points from months group by 1)
  select m.name, m.id, 3000 + least(3000, points)::int as before, 3000 + least($2::int, points)::int as after
  from years join (${RURAL}) m on m.id = years.member_id
  where least(3000, points) <> least($2::int, points) order by m.id`

describe('a draft tried on a year of the ledger', async () => {
  const house = await openHouse()
  const schemes = (await house.call('hanhanlu', 'scheme.list')).body.rows as OutputOf<'scheme.list'>['rows']
  const schemeId = schemes.find(({ field }) => field === 'rural')!.schemeId
  const call = async (id: string, input: object = {}) =>
    await house.call('hanhanlu', id, { schemeId, ...input })
  const refusalOf = ({ body }: { body: Record<string, unknown> }) =>
    (body.refusal as { code: string } | undefined)?.code
  const draft = async () => (await call('scheme.show-draft')).body as unknown as OutputOf<'scheme.show-draft'>
  const show = async () =>
    ((await call('scheme.what-if-show')).body as unknown as OutputOf<'scheme.what-if-show'>).whatIf
  const affected = async (offset = 0) =>
    (await call('scheme.what-if-members', { limit: 100, offset }))
      .body as unknown as OutputOf<'scheme.what-if-members'>
  const withYearCap = async (year: number) => {
    const { content, draft: head } = await draft()
    const { pledgesAndTasks } = content.categories
    const next = {
      ...content,
      categories: { ...content.categories, pledgesAndTasks: { ...pledgesAndTasks, year: toPoints(year) } },
    }
    const saved = await call('scheme.change-draft', { revision: head.revision, content: next })
    assert.equal(saved.status, 200)
    return head.revision + 1
  }

  before(async () => {
    await call('scheme.draft')
  })

  it('is refused without lines, without a draft, and for an older draft', async () => {
    assert.equal(refusalOf(await call('scheme.what-if-start', { revision: 1 })), 'what-if-no-lines')
    assert.equal(
      refusalOf(await call('scheme.what-if-start', { revision: 1, year: 2024 })),
      'what-if-no-lines',
    )
    assert.equal(
      refusalOf(await call('scheme.what-if-start', { revision: 5 })),
      'scheme-draft-changed-meanwhile',
    )
    const other = schemes.find(({ field }) => field === 'community')!.schemeId
    const none = await house.call('hanhanlu', 'scheme.what-if-start', { schemeId: other, revision: 1 })
    assert.equal(refusalOf(none), 'scheme-draft-gone')
    assert.equal(await show(), null)
    assert.deepEqual(await affected(), { total: 0, rows: [] })
  })

  it('R-245: one cap changed: the affected are those an independent count in SQL finds', async () => {
    await house.rows(BASES, [house.county])
    await house.rows(YEAR, [house.county])
    await house.rows(TAKEN_BACK, [house.county])
    const cap = 2200
    const revision = await withYearCap(cap)
    const started = await call('scheme.what-if-start', { revision })
    assert.equal(started.status, 200)
    assert.equal(started.body.year, 2026, 'last year has no lines, so this year so far')
    assert.equal((await show())?.state, 'waiting')
    await house.runJobs()
    const whatIf = (await show())!
    assert.equal(whatIf.state, 'done')
    assert.deepEqual(whatIf.progress.done, whatIf.progress.all)
    const result = whatIf.result!

    type Expected = { id: string; name: string; before: number; after: number }
    const expected = await house.rows<Expected>(AFFECTED, [house.county, cap])
    assert.ok(expected.length > 5, `${expected.length} of the demo are enough to say something`)
    assert.equal(result.affected, expected.length)
    assert.deepEqual([result.risen, result.fallen], [0, expected.length])
    const rows = []
    for (let offset = 0; ; offset += 100) {
      const page = await affected(offset)
      assert.ok(page.rows.length === 0 || page.total === expected.length)
      rows.push(...page.rows)
      if (page.rows.length < 100) break
    }
    const told = rows.map(({ memberId, name, before: was, after }) => ({
      id: memberId,
      name,
      before: was,
      after,
    }))
    assert.deepEqual(
      told.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      expected.map(({ id, name, before: was, after }) => ({ id, name, before: was, after })),
    )
    const [counted] = await house.rows<{ members: number }>(
      `select count(*)::int as members from (${RURAL}) m`,
      [house.county],
    )
    assert.equal(result.members, counted?.members)
  })

  it('S-175: groups add up to all members, and none is smaller than ten', async () => {
    const { result } = (await show())!
    assert.ok(result)
    for (const groups of [result.byCategory, result.byClass, result.byAge, result.byBranch]) {
      const sum = (of: 'members' | 'risen' | 'fallen') => groups.reduce((all, group) => all + group[of], 0)
      assert.equal(sum('members'), result.members)
      assert.equal(sum('fallen'), result.fallen)
      assert.ok(groups.every(({ members }) => members >= 10 || groups.length === 1))
    }
    assert.ok(result.byBranch.every(({ key, name }) => key === 'merged' || name !== null))
    const pledges = result.categories.find(({ category }) => category === 'pledgesAndTasks')!
    assert.ok(pledges.after < pledges.before)
  })

  it('is told as outdated once the draft goes on, and replaced by the next', async () => {
    const revision = await withYearCap(3000)
    const before = (await show())!
    assert.equal(before.outdated, true)
    await call('scheme.what-if-start', { revision, year: 2026 })
    await house.runJobs()
    const after = (await show())!
    assert.notEqual(after.id, before.id)
    assert.equal(after.outdated, false)
    assert.deepEqual([after.result?.affected, after.result?.medianChange], [0, noPoints])
    assert.equal((await affected()).total, 0)
    const kept = await house.rows('select 1 from scheme_what_if_member')
    assert.equal(kept.length, 0, 'what was replaced is gone')
  })

  it('two started at once leave one', async () => {
    const { draft: head } = await draft()
    const start = async () => await call('scheme.what-if-start', { revision: head.revision })
    const answers = await Promise.all([start(), start()])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    )
    await house.runJobs()
    const rows = await house.rows<{ state: string }>('select state from scheme_what_if')
    assert.deepEqual(rows, [{ state: 'done' }])
  })

  it('R-246: a decision to leave somebody out takes them out of the trial', async () => {
    const { result } = (await show())!
    await house.rows(
      `insert into scoring_exemption (county_id, id, member_id, from_on, decided_by_body, decided_on, recorded_by, recorded_at)
       select $1, gen_random_uuid(), id, '2026-11-01', 'x', '2026-11-01', 'x', $2 from (${RURAL}) m limit 1`,
      [house.county, TEST_NOW],
    )
    const { draft: head } = await draft()
    await call('scheme.what-if-start', { revision: head.revision })
    await house.runJobs()
    assert.equal((await show())!.result!.members, result!.members - 1)
  })

  it('goes with the draft', async () => {
    const { draft: head } = await draft()
    await call('scheme.discard-draft', { revision: head.revision })
    assert.equal(await show(), null)
  })
})
