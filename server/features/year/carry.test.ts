import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { postReversal } from '#features/points/queries-posting.ts'
import { findEntry } from '#features/points/queries-ledger.ts'
import { insertVersions, loadVersions } from '#features/schemes/queries.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import type { Context } from '#platform/context.ts'
import { openHouse } from '../../testing.ts'
import { inCounty, memberOf, postDeeds } from '../../testing-points.ts'
import { appraise, beginYear, branchOf, fillLinks } from '../../testing-year.ts'
import { yearInvariants } from './checks.ts'
import { carryAgain, closeBranches, wholeLinks } from './queries-close.ts'

describe('what members carry into the next year', async () => {
  const house = await openHouse()
  const shimen = await branchOf(house, '石门村党支部', 'zhouguyu', 'luqingming')
  const hekou = await branchOf(house, '河口村党支部', 'shenliqiu', 'luqingming')
  const place = { orgId: shimen.orgId, year: 2026 }
  const [he, xu, zhou, qin] = [
    await memberOf(house, '何白露'),
    await memberOf(house, '许霜降'),
    await memberOf(house, '周谷雨'),
    await memberOf(house, '秦立冬'),
  ]
  const probationary = shimen.memberIds.find((id) => ![he.id, xu.id, zhou.id, qin.id].includes(id))
  await house.rows(`update member set membership_kind = 'probationary', converted_on = null where id = $1`, [
    probationary,
  ])
  await beginYear(house, '2026-01-05T02:00:00Z', shimen)
  await postDeeds(
    house,
    '2026-10-10T02:00:00Z',
    ['何白露', '许霜降', '周谷雨'].flatMap((who, at) =>
      Array.from({ length: at + 1 }, (_, no) => ({
        who,
        on: `2026-0${no + 3}-08`,
        item: 'village-work',
        raw: 50,
      })),
    ),
  )
  await appraise(house, shimen)
  await fillLinks(house, shimen, 2026)
  // Another share takes another version of the scheme (S-229): the retired carry twenty percent, the floating nothing.
  await inCounty(house, '2026-12-20T02:00:00Z', async ({ tx, newId, now }) => {
    const next = (await loadVersions(tx)).flatMap((version) => {
      const percent = { retired: 20, floating: 0 }[version.memberClass as string]
      return percent === undefined || version.effectiveFrom > '2026-12'
        ? []
        : [
            {
              ...version,
              id: newId(),
              label: '2027年1月起',
              effectiveFrom: '2027-01' as PlainMonth,
              carryOver: { ...version.carryOver, percent },
            },
          ]
    })
    await insertVersions(tx, next, { by: '韩寒露', accountId: null, at: now })
  })
  await house.rows(
    `insert into member_tag (county_id, id, member_id, tag, from_on, reason, set_by, set_at)
     values ($1, gen_random_uuid(), $2, 'floatingMember', '2026-12-01', '外出务工', '周谷雨', now())`,
    [house.county, xu.id],
  )
  // In January one moves to another branch: the line follows.
  await house.rows(`update member_affiliation set until_on = '2027-01-08' where member_id = $1`, [he.id])
  await house.rows(
    `insert into member_affiliation (county_id, id, member_id, party_org_id, from_on, reason, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, '2027-01-08', '转到河口村', '陆清明', now())`,
    [house.county, he.id, hekou.orgId],
  )
  await house.rows(`update member set party_org_id = $2, party_group_id = null where id = $1`, [
    he.id,
    hekou.orgId,
  ])
  house.at(new Date('2027-01-20T02:00:00Z'))

  const preview = async () => await house.answer('zhouguyu', 'year.preview', place)
  const basesOf = async (memberId: string) =>
    house.rows<{ kind: string; credited: number; orgId: string; reason: string | null }>(
      `select kind, credited, party_org_id as "orgId", reason from ledger_entry
       where county_id = $1 and member_id = $2 and term = 'base' and deed_on = '2027-01-01' order by posted_at, id`,
      [house.county, memberId],
    )
  const breaches = async () => {
    const crypto_ = cryptoByCounty(Buffer.alloc(32, 7))(house.county)
    const found: string[] = []
    for (const invariant of yearInvariants) {
      const { breaches: own } = await onConnection(house.pool, false, (client) =>
        invariant.find(countyTx(client, house.county), crypto_),
      )
      found.push(...own.map((each) => `${invariant.id} ${each}`))
    }
    return found
  }

  it('R-230, R-232: classes with their shares, no grade, moved away: each as it should be', async () => {
    assert.equal((await house.call('zhouguyu', 'year.close', place)).status, 200)
    const rows = new Map((await preview()).rows.map((row) => [row.memberId, row]))
    assert.equal(rows.get(qin.id)?.percent, 20)
    assert.deepEqual([rows.get(xu.id)?.percent, rows.get(xu.id)?.base], [0, null])
    assert.equal(rows.get(xu.id)?.words, '本类党员不结转，从零分开始')
    assert.deepEqual(await basesOf(xu.id), [])
    assert.equal(rows.get(he.id)?.movedTo, '河口村党支部')
    assert.deepEqual(
      (await basesOf(he.id)).map(({ kind, orgId }) => [kind, orgId]),
      [['carryOver', hekou.orgId]],
    )
    const [own] = await house.rows<{ total: number }>(
      `select base + duty + pledges_and_tasks + service_and_example + bonus + deductions as total from points_balance
       where member_id = $1 and year = 2026`,
      [probationary],
    )
    assert.equal(rows.get(probationary ?? '')?.result, own?.total)
    for (const { memberId, percent, base, result } of rows.values()) {
      const due = Math.min(3000, Math.round((Math.max(0, Math.min(10_000, result)) * percent) / 100))
      assert.equal(base, percent === 0 ? null : due)
      assert.equal(
        (await basesOf(memberId)).reduce((sum, { credited }) => sum + credited, 0),
        percent === 0 ? 0 : due,
      )
    }
    assert.deepEqual(await breaches(), [])
  })

  it('R-232: whoever is new begins flat, everybody else waits for the closing', async () => {
    await beginYear(house, '2026-01-05T02:00:00Z', hekou)
    const newcomer = (await memberOf(house, '韩立秋')).id
    await house.rows(`delete from points_balance where member_id = $1 and year = 2026`, [newcomer])
    await inCounty(house, '2027-01-21T02:00:00Z', async ({ tx }) => {
      await tx.raw(
        'test-job',
        `select steward_add_job('points-bases', $2::json, null, null) where $1::uuid is not null`,
        [JSON.stringify({ county: house.county, accountId: null, actorName: 'recurring', payload: {} })],
      )
    })
    await house.runJobs()
    assert.deepEqual(
      (await basesOf(newcomer)).map(({ kind, credited }) => [kind, credited]),
      [['base', 3000]],
    )
    for (const id of hekou.memberIds.filter((each) => each !== newcomer))
      assert.deepEqual(await basesOf(id), [])
    const waits = await house.call('shenliqiu', 'year.mine', { year: 2027 })
    assert.equal(waits.body['waits'], true)
  })

  it('R-218: an objection upheld after the closing is carried again with its reason; once', async () => {
    const [entry] = await house.rows<{ id: string }>(
      `select id from ledger_entry where county_id = $1 and member_id = $2 and kind = 'award' limit 1`,
      [house.county, zhou.id],
    )
    const before = (await basesOf(zhou.id))[0]?.credited ?? 0
    await house.rows(
      `update points_month set state = 'publishing' where party_org_id = $1 and month = '2026-12'`,
      [shimen.orgId],
    )
    await inCounty(house, '2027-01-25T02:00:00Z', async (context) => {
      const found = await findEntry(context.tx, entry?.id ?? '')
      assert.ok(found)
      const answering = { authorId: he.id, reviewerId: he.id, reviewerMemberId: he.id, reason: '记错了人' }
      // A job's context is enough for the door.
      const reversed = await postReversal(context as unknown as Context, found, {
        ...answering,
        source: { kind: 'objection', id: context.newId() },
      })
      assert.ok(reversed.ok)
      assert.equal(await carryAgain(context, 2026), 1)
    })
    await inCounty(house, '2027-01-26T02:00:00Z', async (context) =>
      assert.equal(await carryAgain(context, 2026), 0),
    )
    const lines = await basesOf(zhou.id)
    assert.deepEqual(
      lines.map(({ kind }) => kind),
      ['carryOver', 'reversal', 'correction'],
    )
    assert.ok((lines[2]?.credited ?? 0) < before)
    assert.match(lines[2]?.reason ?? '', /^2026年的结果在办结以后有变，重新结转：上年年终得分/)
    const row = (await preview()).rows.find(({ memberId }) => memberId === zhou.id)
    assert.equal(row?.reason, '2026年的结果在办结以后有变，重新结转')
    assert.equal(row?.base, lines[2]?.credited)
    const mine = await house.call('zhouguyu', 'year.mine', { year: 2027 })
    assert.equal((mine.body['carried'] as unknown[]).length, 2)
    assert.deepEqual(await breaches(), [])
  })

  it('R-230: a crash in the middle leaves nothing, and doing it again does it whole', async () => {
    const by = { name: '陆清明', accountId: null }
    const closing = [{ orgId: hekou.orgId, links: wholeLinks }]
    await assert.rejects(
      inCounty(house, '2027-01-27T02:00:00Z', async (context) => {
        await closeBranches(context, { year: 2026, by }, closing)
        throw new Error('the power went out')
      }),
      /power/,
    )
    const count = async () =>
      (
        await house.rows<{ n: number }>(
          `select count(*)::int as n from year_closing where party_org_id = $1`,
          [hekou.orgId],
        )
      )[0]?.n
    assert.equal(await count(), 0)
    assert.deepEqual(await basesOf(hekou.memberIds[0] ?? ''), [])
    await inCounty(house, '2027-01-27T02:00:00Z', (context) =>
      closeBranches(context, { year: 2026, by }, closing),
    )
    await inCounty(house, '2027-01-27T02:00:00Z', (context) =>
      closeBranches(context, { year: 2026, by }, closing),
    )
    assert.equal(await count(), 1)
    assert.deepEqual(await breaches(), [])
  })

  it('R-230, S-228: what breaks an invariant is named', async () => {
    await house.rows(`update carried_base set base = base + 1 where member_id = $1 and edition = 1`, [qin.id])
    assert.match((await breaches()).join(), /carried-has-closing/)
    await house.rows(`update carried_base set base = base - 1 where member_id = $1 and edition = 1`, [qin.id])
    await house.rows(
      `update ledger_entry set credited = credited - 1 where member_id = $1 and deed_on = '2027-01-01'`,
      [qin.id],
    )
    assert.match((await breaches()).join(), /base-is-carried member/)
    await house.rows(
      `update ledger_entry set credited = credited + 1 where member_id = $1 and deed_on = '2027-01-01'`,
      [qin.id],
    )
    await house.rows(
      `update year_closing set links = jsonb_set(links, '{1}', '{"link": "points", "complete": false, "open": 2, "signed": true}')
       where party_org_id = $1`,
      [shimen.orgId],
    )
    assert.match((await breaches()).join(), /closed-links-whole/)
    await house.rows(
      `insert into year_closing (county_id, id, party_org_id, year, kind, links, members, carried, carried_points, closed_by, closed_at)
       select $1, gen_random_uuid(), id, 2026, 'county', '[]', 0, 0, 0, '韩寒露', now() from party_org where county_id = $1 and parent_id is null`,
      [house.county],
    )
    assert.match((await breaches()).join(), /county-after-branches/)
  })
})
