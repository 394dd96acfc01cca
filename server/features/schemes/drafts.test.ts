import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { toPoints } from '@steward/domain/shared/points.ts'
import type { CastName } from '#demo/cast.ts'
import type { Operations } from '../../operations.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

type OutputOf<Id extends keyof Operations> = Operations[Id]['output']
type Content = OutputOf<'scheme.show-draft'>['content']

describe('drafts of schemes', async () => {
  const house = await openHouse()
  const found = (await house.call('hanhanlu', 'scheme.list')).body.rows as OutputOf<'scheme.list'>['rows']
  const schemeId = found.find(({ field }) => field === 'rural')!.schemeId
  const adopted = { body: '清源县委组织部', number: '清组发〔2026〕19号', on: '2026-11-02' }

  const call = async (id: string, input: object, who: CastName | 'other' = 'hanhanlu', key?: string) =>
    await house.call(who, id, { schemeId, ...input }, key === undefined ? {} : { key })
  const refusalOf = ({ body }: { body: Record<string, unknown> }) =>
    (body.refusal as { code: string } | undefined)?.code
  const draft = async () =>
    (await call('scheme.show-draft', {})).body as unknown as OutputOf<'scheme.show-draft'>
  const change = async (revision: number, content: Content, who?: CastName | 'other') =>
    await call('scheme.change-draft', { revision, content }, who)
  const withDuty = (content: Content, year: number): Content => ({
    ...content,
    categories: { ...content.categories, duty: { ...content.categories.duty, year: toPoints(year) } },
  })
  const adopt = async (revision: number, input: object = {}, key?: string) =>
    await call('scheme.adopt', { revision, effectiveFrom: '2026-12', adopted, ...input }, 'hanhanlu', key)

  beforeEach(async () => {
    house.at(TEST_NOW)
    await house.rows('delete from scheme_draft')
    await house.rows(`delete from scheme_version where effective_from > '2026-01' and county_id = $1`, [
      house.county,
    ])
    await house.rows('delete from points_month')
  })

  it('begin from the version in force, one at a time', async () => {
    assert.equal((await call('scheme.draft', {})).status, 200)
    const begun = await draft()
    assert.equal(begun.draft.revision, 1)
    assert.equal(begun.draft.changes, 0)
    assert.deepEqual(begun.content, begun.baseContent)
    assert.equal(begun.earliest, '2026-12')
    assert.equal(refusalOf(await call('scheme.draft', {})), 'scheme-draft-open')
    const listed = (await house.call('hanhanlu', 'scheme.list')).body.rows as OutputOf<'scheme.list'>['rows']
    assert.equal(listed.find((row) => row.schemeId === schemeId)?.draft?.changes, 0)
    const byBranch = (await house.call('zhouguyu', 'scheme.list')).body
      .rows as OutputOf<'scheme.list'>['rows']
    assert.ok(
      byBranch.every((row) => row.draft === null),
      'a draft is nobody else’s business',
    )
  })

  it('two who begin at once get one draft', async () => {
    const answers = await Promise.all([call('scheme.draft', {}), call('scheme.draft', {})])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  })

  it('are for the county only: forbidden below, not found in another county', async () => {
    await call('scheme.draft', {})
    const { content } = await draft()
    for (const who of ['luqingming', 'zhouguyu', 'hebailu', 'fengdahan'] as const) {
      for (const [id, input] of [
        ['scheme.draft', {}],
        ['scheme.show-draft', {}],
        ['scheme.change-draft', { revision: 1, content }],
        ['scheme.discard-draft', { revision: 1 }],
        ['scheme.adopt', { revision: 1, effectiveFrom: '2026-12', adopted }],
        ['scheme.what-if-start', { revision: 1 }],
        ['scheme.what-if-show', {}],
        ['scheme.what-if-members', {}],
      ] as const) {
        assert.equal((await call(id, input, who)).status, 403, `${who} ${id}`)
      }
    }
    for (const [id, input] of [
      ['scheme.draft', {}],
      ['scheme.show-draft', {}],
      ['scheme.change-draft', { revision: 1, content }],
      ['scheme.discard-draft', { revision: 1 }],
      ['scheme.adopt', { revision: 1, effectiveFrom: '2026-12', adopted }],
      ['scheme.what-if-start', { revision: 1 }],
      ['scheme.what-if-show', {}],
    ] as const) {
      assert.equal((await call(id, input, 'other')).status, 404, id)
    }
  })

  it('are changed by revision, and say at once what does not fit', async () => {
    await call('scheme.draft', {})
    const { content } = await draft()
    const saved = (await change(1, withDuty(content, 1500)))
      .body as unknown as OutputOf<'scheme.change-draft'>
    assert.deepEqual([saved.draft.revision, saved.draft.changes], [2, 1])
    assert.equal(refusalOf(await change(1, content)), 'scheme-draft-changed-meanwhile')
    const wrong = (await change(2, withDuty(content, 140))).body as unknown as OutputOf<'scheme.change-draft'>
    assert.ok(
      wrong.checks.faults.some(({ code, where }) => `${code} ${where}` === 'scheme-caps-out-of-order duty'),
      'half a draft is kept and told',
    )
    const others = { ...content, memberClass: 'retired' as const }
    assert.equal(refusalOf(await change(3, others)), 'scheme-for-others')
    await call('scheme.discard-draft', { revision: 3 })
    assert.equal(refusalOf(await change(3, content)), 'scheme-draft-gone')
  })

  it('two who save the same revision at once: one wins', async () => {
    await call('scheme.draft', {})
    const { content } = await draft()
    const answers = await Promise.all([
      change(1, withDuty(content, 1500)),
      change(1, withDuty(content, 1600)),
    ])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
    assert.equal((await draft()).draft.revision, 2)
  })

  it('are dropped only as they were last seen', async () => {
    await call('scheme.draft', {})
    assert.equal(
      refusalOf(await call('scheme.discard-draft', { revision: 7 })),
      'scheme-draft-changed-meanwhile',
    )
    assert.equal((await call('scheme.discard-draft', { revision: 1 })).status, 200)
    assert.equal((await call('scheme.show-draft', {})).status, 404)
    assert.equal(refusalOf(await call('scheme.discard-draft', { revision: 1 })), 'scheme-draft-gone')
  })

  it('R-253: are adopted from next month on with the document; the version before ends there', async () => {
    await call('scheme.draft', {})
    const { content } = await draft()
    await change(1, withDuty(content, 1500))
    const reply = await adopt(2, {}, 'adopt-once')
    assert.equal(reply.status, 200)
    const { version } = reply.body as unknown as OutputOf<'scheme.adopt'>
    assert.deepEqual(
      [version.label, version.effectiveFrom, version.adopted.number],
      ['2026年12月起', '2026-12', '清组发〔2026〕19号'],
    )
    assert.deepEqual((await adopt(2, {}, 'adopt-once')).body, reply.body, 'the same key, the same answer')
    assert.equal(refusalOf(await adopt(2)), 'scheme-draft-gone')
    const [row] = (
      (await house.call('hebailu', 'scheme.list')).body.rows as OutputOf<'scheme.list'>['rows']
    ).filter((one) => one.schemeId === schemeId)
    assert.deepEqual(
      [row?.inForce?.effectiveFrom, row?.inForce?.lastMonth, row?.next?.effectiveFrom],
      ['2026-01', '2026-11', '2026-12'],
    )
    const mine = async () => await house.answer('hebailu', 'scheme.mine')
    assert.equal((await mine()).content?.categories.duty.year, 1800)
    house.at(new Date('2026-12-01T01:00:00Z'))
    assert.equal((await mine()).content?.categories.duty.year, 1500)
    const compared = await call(
      'scheme.compare',
      { before: row!.inForce!.id, after: version.id },
      'qinlidong',
    )
    assert.deepEqual(compared.body.changes, [
      { part: 'category', where: 'duty', field: 'year', kind: 'changed', before: 1800, after: 1500 },
    ])
  })

  it('the next draft begins from the version adopted last and counts after it', async () => {
    await call('scheme.draft', {})
    await adopt(1)
    await call('scheme.draft', {})
    const begun = await draft()
    assert.equal(begun.base.effectiveFrom, '2026-12')
    assert.equal(begun.earliest, '2027-01')
    assert.equal(refusalOf(await adopt(1)), 'scheme-before-last-version')
    assert.equal((await adopt(1, { effectiveFrom: '2027-01', label: '2027 版' })).status, 200)
  })

  it('two who adopt at once adopt one version', async () => {
    await call('scheme.draft', {})
    const answers = await Promise.all([adopt(1), adopt(1)])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
    const versions = await house.rows('select 1 from scheme_version where scheme_id = $1', [schemeId])
    assert.equal(versions.length, 2)
  })

  it('R-253, R-248: each refusal of adopting', async () => {
    await call('scheme.draft', {})
    const { content } = await draft()
    const refused = async (input: object) => refusalOf(await adopt(1, input))
    assert.equal(await refused({ effectiveFrom: '2026-11' }), 'scheme-takes-effect-too-early')
    assert.equal(await refused({ adopted: { ...adopted, number: ' ' } }), 'scheme-needs-decision')
    assert.equal(await refused({ adopted: { ...adopted, on: '2026-11-04' } }), 'scheme-decision-in-future')
    await house.rows(
      `insert into points_month (county_id, party_org_id, month, state, changed_at)
       select county_id, id, '2026-12', 'closed', now() from party_org where county_id = $1 and name = '石门村党支部'`,
      [house.county],
    )
    assert.equal((await draft()).earliest, '2027-01')
    assert.equal(await refused({}), 'scheme-month-closed')
    await house.rows('delete from points_month')
    await change(1, withDuty(content, 100))
    assert.equal(refusalOf(await adopt(2)), 'scheme-does-not-fit')
    const [first, ...rest] = content.items
    const rule = { ...first!.rule, zh: '每天登录平台签到的，记0.1分' }
    const logIn: Content = { ...content, items: [{ ...first!, rule }, ...rest] }
    await change(2, logIn)
    const reply = await adopt(3)
    assert.equal(refusalOf(reply), 'scheme-against-policy')
    assert.deepEqual((reply.body.refusal as { details: object }).details, {
      findings: [`log-in ${first!.code}`],
    })
    assert.equal(refusalOf(await adopt(9)), 'scheme-draft-changed-meanwhile')
  })

  it('a content that is no scheme is refused before anything is asked', async () => {
    await call('scheme.draft', {})
    const { content } = await draft()
    const reply = await call('scheme.change-draft', {
      revision: 1,
      content: { ...content, totalCap: 1.5 },
    })
    assert.equal(reply.status, 400)
  })
})
