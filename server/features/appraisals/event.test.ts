import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'
type Line = { memberId: string; name: string; place: string; reason: string; owesReport: boolean }

describe('the appraisal of a branch', async () => {
  const house = await openHouse()
  const orgId = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const shimen = await orgId('石门村党支部')
  const year = 2026
  const page = async (who: Who = 'zhouguyu', asked = year) =>
    await house.answer(who, 'appraisal.show', { orgId: shimen, year: asked })
  const basis = { body: '清源县委组织部', number: '清组通〔2026〕41号', on: '2026-11-02' }
  const goOn = async (who: Who = 'zhouguyu') => {
    const { id: appraisalId, revision } = (await page()).appraisal!
    return await house.call(who, 'appraisal.go-on', { appraisalId, revision })
  }

  it('is opened once for a branch and a year by who runs it; others are refused or find nothing', async () => {
    const open = (who: Who, input: object = {}, options = {}) =>
      house.call(who, 'appraisal.open', { orgId: shimen, year, ...input }, options)
    assert.equal((await page()).appraisal, null)
    assert.equal((await open('hebailu')).status, 404)
    assert.equal((await open('shenliqiu')).status, 404)
    assert.equal((await open('other')).status, 404)
    assert.equal(codeOf(await open('zhouguyu', { year: 2027 })), 'appraisal-year-not-begun')
    const [first, second] = await Promise.all([
      open('zhouguyu', {}, { key: 'o' }),
      open('zhouguyu', {}, { key: 'o' }),
    ])
    assert.equal(first.status, 200, JSON.stringify(first.body))
    assert.deepEqual(first.body, second.body)
    assert.equal(codeOf(await open('zhouguyu')), 'appraisal-already-open')
    assert.equal((await page('hebailu')).appraisal?.stage, 'basis')
    assert.deepEqual((await page('hebailu')).may, [])
    assert.equal((await house.call('shenliqiu', 'appraisal.show', { orgId: shimen })).status, 404)
    assert.equal((await house.call('other', 'appraisal.show', { orgId: shimen })).status, 404)
  })

  it('S-202: the document comes first; each stage says what stands in its way', async () => {
    const before = await page()
    assert.deepEqual(before.appraisal!.blocks, [{ code: 'appraisal-basis-missing', count: 1 }])
    assert.equal(codeOf(await goOn()), 'appraisal-basis-missing')
    assert.equal((await goOn('hebailu')).status, 404)
    const { id: appraisalId } = before.appraisal!
    const name = (who: Who, more: object = {}) =>
      house.call(who, 'appraisal.name-basis', { appraisalId, revision: 1, basis, ...more })
    assert.equal((await name('other')).status, 404)
    assert.equal(codeOf(await name('zhouguyu', { revision: 9 })), 'appraisal-changed-since')
    const later = { ...basis, on: '2026-12-01' }
    assert.equal(codeOf(await name('zhouguyu', { basis: later })), 'appraisal-basis-missing')
    assert.equal((await name('zhouguyu', { withLifeMeeting: true })).status, 200)
    const went = await goOn()
    assert.deepEqual([went.status, went.body.stage, went.body.blocks], [200, 'roll', []])
  })

  it('R-183, R-170: the roll is drafted from the register; who is left out is left out by a document', async () => {
    const { appraisal } = await page()
    const appraisalId = appraisal!.id
    const roll = async () =>
      (await house.call('zhouguyu', 'appraisal.roll', { appraisalId })).body as {
        rows: Line[]
        missing: object[]
      }
    const { rows, missing } = await roll()
    assert.equal(rows.length, appraisal!.members)
    assert.deepEqual(missing, [])
    const probationary = await house.rows<{ n: number }>(
      `select count(*)::int as n from member where party_org_id = $1 and membership_kind = 'probationary' and state = 'active'`,
      [shimen],
    )
    assert.equal(rows.filter(({ reason }) => reason === 'probationary').length, probationary[0]!.n)
    assert.ok(
      rows.filter(({ reason }) => reason === 'probationary').every(({ place }) => place === 'withoutGrade'),
    )
    const him = rows.find(({ name }) => name === '秦立冬')!
    const place = (who: Who, placed: object, memberId = him.memberId) =>
      house.call(who, 'appraisal.place', { appraisalId, memberId, place: placed })
    const empty = { kind: 'exempt', decision: { ...basis, number: '' } }
    assert.equal(codeOf(await place('zhouguyu', empty)), 'roll-exemption-needs-decision')
    assert.equal((await place('hebailu', { kind: 'asRegistered' })).status, 404)
    assert.equal((await place('zhouguyu', { kind: 'exempt', decision: basis })).status, 200)
    assert.equal((await page()).appraisal!.notTakingPart, 1)
    assert.equal((await place('zhouguyu', { kind: 'atHost', hostOrgId: shimen })).status, 409)
    const hekou = await orgId('河口村党支部')
    const hosts = async (who: Who, search: string) =>
      await house.call(who, 'appraisal.find-host', { appraisalId, search })
    const found = (await hosts('zhouguyu', '河口')).body.rows as { id: string }[]
    assert.deepEqual(
      found.map(({ id }) => id),
      [hekou],
    )
    assert.deepEqual((await hosts('zhouguyu', '石门村党')).body.rows, [], 'not the own one')
    assert.deepEqual((await hosts('zhouguyu', '')).body.rows, [])
    assert.equal((await hosts('hebailu', '河口')).status, 404)
    assert.equal((await hosts('other', '河口')).status, 404)
    assert.equal((await place('zhouguyu', { kind: 'atHost', hostOrgId: hekou })).status, 200)
    const opened = await house.call('shenliqiu', 'appraisal.open', { orgId: hekou, year: 2026 })
    const there = await house.call('shenliqiu', 'appraisal.roll', { appraisalId: opened.body.appraisalId })
    assert.deepEqual(
      (there.body.guests as { name: string; homeOrgName: string }[]).map((one) => [
        one.name,
        one.homeOrgName,
      ]),
      [['秦立冬', '石门村党支部']],
      'who is to be appraised there stands ready',
    )
    const guest = await house.rows<{ id: string }>(
      `select id from member where name = '韩立秋' and party_org_id = $1`,
      [hekou],
    )
    assert.equal(codeOf(await place('zhouguyu', { kind: 'asRegistered' }, guest[0]!.id)), 'roll-stranger')
    assert.equal((await place('zhouguyu', { kind: 'guest' }, guest[0]!.id)).status, 200)
    assert.equal((await roll()).rows.find(({ name }) => name === '韩立秋')?.reason, 'guest')
    assert.equal((await place('zhouguyu', { kind: 'asRegistered' })).status, 200)
    assert.equal((await house.call('hebailu', 'appraisal.roll', { appraisalId })).status, 404)
  })

  it('goes back with a reason, and keeps what was placed by hand', async () => {
    const back = async (reason: string) => {
      const { id: appraisalId, revision } = (await page()).appraisal!
      return await house.call('zhouguyu', 'appraisal.go-back', { appraisalId, revision, reason })
    }
    assert.equal(codeOf(await back(' ')), 'appraisal-needs-reason')
    assert.equal((await back('依据文件写错了')).body.stage, 'basis')
    assert.equal(codeOf(await back('再退')), 'appraisal-wrong-stage')
    assert.equal((await goOn()).body.stage, 'roll')
    const went = await goOn()
    assert.equal(went.body.stage, 'dutyReports')
    assert.equal((went.body.blocks as { code: string }[])[0]!.code, 'appraisal-reports-missing')
    assert.equal(codeOf(await goOn()), 'appraisal-reports-missing')
    const kinds = (await house.call('hebailu', 'message.things-to-do')).body.rows as { kind: string }[]
    assert.ok(kinds.some(({ kind }) => kind === 'duty-report.write'))
  })

  it('is listed by branch for who may see them, and hidden elsewhere', async () => {
    const list = async (who: Who, show = 'all') =>
      (await house.call(who, 'appraisal.list', { year, show })).body as {
        rows: { orgName: string; stage: string | null }[]
        counts: { all: number; running: number }
      }
    assert.deepEqual(
      (await list('zhouguyu')).rows.map(({ orgName, stage }) => [orgName, stage]),
      [['石门村党支部', 'dutyReports']],
    )
    assert.ok((await list('luqingming')).rows.length > 1)
    assert.equal((await list('luqingming', 'running')).rows.length, 2)
    assert.ok(!(await list('taochunfen')).rows.some(({ orgName }) => orgName === '石门村党支部'))
    assert.ok(!(await list('other')).rows.some(({ orgName }) => orgName === '石门村党支部'))
    assert.deepEqual(
      (await list('shenliqiu', 'running')).rows.map(({ orgName }) => orgName),
      ['河口村党支部'],
    )
    const mine = (await house.call('hebailu', 'appraisal.mine')).body.appraisal as Record<string, unknown>
    assert.deepEqual(
      [mine.place, mine.stage, mine.box, mine.feedbackId],
      ['graded', 'dutyReports', null, null],
    )
  })
})
