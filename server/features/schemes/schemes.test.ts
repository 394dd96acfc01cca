import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Operations } from '../../operations.ts'
import { openHouse } from '../../testing.ts'

type OutputOf<Id extends keyof Operations> = Operations[Id]['output']

describe('points schemes', async () => {
  const house = await openHouse()
  const list = async (who: Parameters<typeof house.call>[0]) => await house.call(who, 'scheme.list')
  const rows = async (who: 'hanhanlu' | 'zhouguyu' | 'other' = 'hanhanlu') =>
    (await list(who)).body.rows as OutputOf<'scheme.list'>['rows']
  const rural = async () => (await rows()).find(({ field }) => field === 'rural')!

  it('R-235: are listed by field and class with the version in force', async () => {
    const found = await rows()
    assert.equal(found.length, 11)
    assert.deepEqual(
      [found[0]!.field, found[0]!.memberClass, found[0]!.inForce?.effectiveFrom],
      ['rural', 'inPost', '2026-01'],
    )
    assert.equal(found[0]!.next, null)
    assert.deepEqual((await list('hanhanlu')).body.may, ['scheme.change'])
    assert.deepEqual((await list('zhouguyu')).body.may, [])
    assert.equal((await list('hebailu')).status, 200, 'adopted schemes are published')
  })

  it('are nothing to administrators and nobody', async () => {
    assert.equal((await list('yingxiaohan')).status, 403)
    assert.equal((await list(null)).status, 401)
    const { schemeId } = await rural()
    assert.equal((await house.call('yingxiaohan', 'scheme.show', { schemeId })).status, 403)
    assert.equal((await house.call('yingxiaohan', 'scheme.mine')).status, 404)
  })

  it('of one county are not found from another', async () => {
    const { schemeId } = await rural()
    assert.equal((await house.call('other', 'scheme.show', { schemeId })).status, 404)
    assert.ok((await rows('other')).every((row) => row.schemeId !== schemeId))
  })

  it('show what they say, their checks and their shares (R-236)', async () => {
    const { schemeId } = await rural()
    const { body } = await house.call('zhouguyu', 'scheme.show', { schemeId })
    const shown = body as unknown as OutputOf<'scheme.show'>
    assert.equal(shown.content.title.zh, '农村党员积分办法')
    assert.deepEqual(shown.checks.findings, [])
    assert.deepEqual(
      shown.checks.faults.filter(({ weight }) => weight === 'error'),
      [],
    )
    assert.ok(shown.checks.attendance.percent <= 30)
    assert.ok(shown.checks.home.percent > 0)
    assert.equal(shown.checks.most, 10_000)
    assert.equal(shown.versions.length, 1)
    const again = await house.call('zhouguyu', 'scheme.show', { schemeId, versionId: shown.version.id })
    assert.equal(again.status, 200)
    const none = { schemeId, versionId: '00000000-0000-7000-8000-000000000000' }
    assert.equal((await house.call('zhouguyu', 'scheme.show', none)).status, 404)
  })

  it('R-248: a text is checked while it is written, for those who write schemes', async () => {
    const check = async (text: string) => await house.call('hanhanlu', 'scheme.check-text', { text })
    const { findings } = (await check('每天登录平台签到的，记0.1分'))
      .body as unknown as OutputOf<'scheme.check-text'>
    assert.deepEqual(
      findings.map(({ ruleId, words }) => [ruleId, ...words]),
      [['log-in', '登录']],
    )
    assert.match(findings[0]!.article.zh, /五项禁止/)
    assert.deepEqual((await check('会议现场签到，由主持人核对名单')).body.findings, [])
    assert.equal((await house.call('zhouguyu', 'scheme.check-text', { text: 'x' })).status, 403)
  })

  it('R-253: two versions are compared place by place', async () => {
    const { schemeId, inForce } = await rural()
    const same = { schemeId, before: inForce!.id, after: inForce!.id }
    assert.deepEqual((await house.call('zhouguyu', 'scheme.compare', same)).body.changes, [])
    const draft = { schemeId, before: inForce!.id, after: 'draft' }
    assert.equal((await house.call('zhouguyu', 'scheme.compare', draft)).status, 403)
    assert.equal((await house.call('hanhanlu', 'scheme.compare', draft)).status, 404, 'no draft yet')
    assert.equal((await house.call('other', 'scheme.compare', same)).status, 404)
  })

  it('R-246: a member sees what counts for them, and a decision that leaves them out', async () => {
    const mine = async () => await house.answer('hebailu', 'scheme.mine')
    const before = await mine()
    assert.deepEqual([before.memberClass, before.content?.field, before.exemption], ['inPost', 'rural', null])
    assert.equal(before.month, '2026-11')
    const later = await house.call('hebailu', 'scheme.mine', { month: '2025-12' })
    assert.equal(later.body.version, null, 'before the first version nothing counted')
    await house.rows(
      `insert into scoring_exemption (county_id, id, member_id, from_on, decided_by_body, decided_on, recorded_by, recorded_at)
       select county_id, gen_random_uuid(), id, '2026-11-01', '石门村党支部党员大会', '2026-10-30', 'x', now()
       from member where county_id = $1 and name = '何白露'`,
      [house.county],
    )
    const left = await mine()
    assert.equal(left.memberClass, 'exempt')
    assert.equal(left.content?.scored, false)
    assert.equal(left.exemption?.decidedByBody, '石门村党支部党员大会')
    assert.equal((await house.call('hanhanlu', 'scheme.mine')).status, 404, 'an officer without a file')
  })
})
