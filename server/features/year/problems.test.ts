import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHouse, type Reply } from '../../testing.ts'
import { memberOf, refusalOf } from '../../testing-points.ts'
import { appraise, beginYear, branchOf } from '../../testing-year.ts'

const codeOf = (reply: Reply) => (reply.status === 409 ? refusalOf(reply) : reply.status)

describe('problems and the lens', async () => {
  const house = await openHouse()
  const shimen = await branchOf(house, '石门村党支部', 'zhouguyu', 'luqingming')
  const place = { orgId: shimen.orgId, year: 2026 }
  const he = await memberOf(house, '何白露')
  const xu = await memberOf(house, '许霜降')
  await beginYear(house, '2026-01-05T02:00:00Z', shimen)
  const appraisalId = await appraise(house, shimen)
  await house.rows(`update appraisal set stage = 'rectification' where id = $1`, [appraisalId])
  await house.rows(
    `insert into peer_word (county_id, id, appraisal_id, about_member_id, by_member_id, text, said_on)
     values ($1, gen_random_uuid(), $2, $3, $4, '开会发言少，学习抓得不紧', '2026-11-03')`,
    [house.county, appraisalId, he.id, xu.id],
  )
  const list = async () => await house.answer('zhouguyu', 'problem.list', place)
  const record = (memberId: string, foundBy: string, words: string) =>
    house.call('zhouguyu', 'appraisal-problem.record', { appraisalId, memberId, foundBy, words })

  it('S-230: problems stand with their source; what was heard is offered until it is listed', async () => {
    assert.deepEqual(
      (await list()).heard.map(({ words, name }) => [name, words]),
      [['何白露', '开会发言少，学习抓得不紧']],
    )
    for (const [who, source, words] of [
      [he.id, 'organisation', '开会发言少，学习抓得不紧'],
      [xu.id, 'masses', '答应修的水渠拖了两个月'],
      [xu.id, 'organisation', '民情走访记录不全，补得也晚'],
    ] as const) {
      assert.equal((await record(who, source, words)).status, 200)
    }
    const shown = await list()
    assert.deepEqual(shown.counts, { self: 0, organisation: 2, masses: 1 })
    assert.deepEqual(shown.heard, [])
    assert.equal(shown.withoutPledge, 3)
    assert.equal(shown.appraisalId, appraisalId)
    assert.equal((await house.call('hebailu', 'problem.list', place)).status, 404)
    assert.equal((await house.call('shenliqiu', 'problem.list', place)).status, 404)
    assert.equal((await house.call('other', 'problem.list', place)).status, 404)
  })

  it('S-230: one is dropped with its reason, once', async () => {
    const problemId = (await list()).rows.at(-1)?.problemId
    const drop = { problemId, reason: '后来补齐了，当时记错了人' }
    assert.equal(
      codeOf(await house.call('zhouguyu', 'problem.drop', { ...drop, reason: ' ' })),
      'problem-needs-reason',
    )
    assert.equal((await house.call('hebailu', 'problem.drop', drop)).status, 404)
    assert.equal((await house.call('other', 'problem.drop', drop)).status, 404)
    const [one, two] = await Promise.all([
      house.call('zhouguyu', 'problem.drop', drop),
      house.call('zhouguyu', 'problem.drop', drop),
    ])
    assert.deepEqual([codeOf(one), codeOf(two)].toSorted(), [200, 'problem-wrong-state'])
    assert.equal((await list()).withoutPledge, 2)
  })

  it('S-231: each open problem becomes one draft of the next year, however often it is asked', async () => {
    assert.equal((await house.call('luqingming', 'problem.draft-pledges', place)).status, 404)
    const [one, two] = await Promise.all([
      house.call('zhouguyu', 'problem.draft-pledges', place),
      house.call('zhouguyu', 'problem.draft-pledges', place),
    ])
    assert.deepEqual([codeOf(one), codeOf(two)].toSorted(), [200, 'problem-nothing-to-draft'])
    const drafts = await house.rows<{ year: number; state: string; source: string; text: string }>(
      `select year, state, source, text from pledge where county_id = $1 and rectifies is not null order by source`,
      [house.county],
    )
    assert.deepEqual(
      drafts.map(({ year, state, source }) => [year, state, source]),
      [
        [2027, 'drafted', 'organisation'],
        [2027, 'drafted', 'publicWish'],
      ],
    )
    assert.match(drafts[0]?.text ?? '', /^整改：开会发言少/)
    const things = await house.rows<{ kind: string }>(
      `select kind from thing_to_do where kind = 'year.rectify'`,
    )
    // One for each of the two members.
    assert.equal(things.length, 2)
    assert.equal((await list()).withoutPledge, 0)
  })

  it('S-232: the next duty report speaks of the problems, the dropped ones left out', async () => {
    house.at(new Date('2027-11-03T01:00:00Z'))
    const [secretary] = await house.rows<{ id: string }>(
      `select id from account where account_name = 'zhouguyu'`,
    )
    assert.ok(secretary)
    const opened = await house.call('zhouguyu', 'appraisal.open', { orgId: shimen.orgId, year: 2027 })
    const next = String(opened.body['appraisalId'])
    await house.call('zhouguyu', 'appraisal.name-basis', {
      ...{ appraisalId: next, revision: 1 },
      basis: { body: '清源县委组织部', number: '清组通〔2027〕41号', on: '2027-11-02' },
    })
    const { appraisal } = (
      await house.call('zhouguyu', 'appraisal.show', { orgId: shimen.orgId, year: 2027 })
    ).body as {
      appraisal: { revision: number }
    }
    await house.call('zhouguyu', 'appraisal.go-on', { appraisalId: next, revision: appraisal.revision })
    await house.rows(`update appraisal set stage = 'dutyReports' where id = $1`, [next])
    const report = await house.call('zhouguyu', 'duty-report.show', { appraisalId: next, memberId: xu.id })
    const said = JSON.stringify(report.body)
    assert.equal(report.status, 200)
    const dropped = (
      await house.rows<{ words: string }>(
        `select p.words from problem_drop d join appraisal_problem p on p.id = d.problem_id`,
      )
    )[0]?.words
    assert.ok(!said.includes(dropped ?? '-'))
    assert.ok(said.includes('答应修的水渠拖了两个月') || said.includes('民情走访记录不全'))
    house.at(new Date('2027-01-20T02:00:00Z'))
  })

  it('R-182, R-185, R-192: the lens names what is far from peers; a talk is noted and nothing changed', async () => {
    const hekou = await branchOf(house, '河口村党支部', 'shenliqiu', 'luqingming')
    await beginYear(house, '2026-01-05T02:00:00Z', hekou)
    await house.rows(
      `update points_balance set duty = duty + 5000 where county_id = $1 and year = 2026 and member_id = any($2::uuid[])`,
      [house.county, hekou.memberIds],
    )
    const yunxi = (
      await house.rows<{ id: string }>(
        `select id from party_org where county_id = $1 and name = '云溪镇党委'`,
        [house.county],
      )
    )[0]?.id
    const look = async (who: 'luqingming' | 'zhouguyu', orgId = yunxi) =>
      await house.answer(who, 'lens.show', { orgId, year: 2026 })
    const seen = await look('luqingming')
    const flag = seen.flags.find(
      ({ code, subjectId }) => code === 'points-far-from-peers' && subjectId === shimen.orgId,
    )
    assert.ok(flag)
    // A branch sees its own place among the others, and none of the others by name.
    const own = await look('zhouguyu', shimen.orgId)
    assert.deepEqual(
      own.branches.map(({ orgName }) => orgName),
      ['石门村党支部'],
    )
    assert.ok(own.flags.every(({ subjectId }) => subjectId !== hekou.orgId))
    const talk = {
      orgId: yunxi,
      year: 2026,
      code: flag.code,
      subjectId: flag.subjectId,
      talkedOn: '2027-01-19',
    }
    const words = { said: '石门村当年修渠停工，任务少；不是尺度问题', talkedWith: '周谷雨' }
    assert.equal(
      codeOf(await house.call('luqingming', 'lens.note', { ...talk, ...words, said: ' ' })),
      'lens-said-missing',
    )
    assert.equal(
      codeOf(await house.call('luqingming', 'lens.note', { ...talk, ...words, talkedOn: '2027-02-19' })),
      'lens-day-in-future',
    )
    assert.equal(
      codeOf(await house.call('luqingming', 'lens.note', { ...talk, ...words, subjectId: 'old' })),
      'lens-flag-gone',
    )
    assert.equal((await house.call('zhouguyu', 'lens.note', { ...talk, ...words })).status, 404)
    assert.equal((await house.call('other', 'lens.show', { orgId: yunxi, year: 2026 })).status, 404)
    const before = await house.rows(`select * from points_balance where year = 2026 order by member_id`)
    assert.equal((await house.call('luqingming', 'lens.note', { ...talk, ...words })).status, 200)
    assert.deepEqual(
      await house.rows(`select * from points_balance where year = 2026 order by member_id`),
      before,
    )
    const again = (await look('luqingming')).flags.find(
      ({ subjectId, code }) => subjectId === shimen.orgId && code === flag.code,
    )
    assert.deepEqual(
      again?.talks.map(({ said }) => said),
      [words.said],
    )
  })
})
