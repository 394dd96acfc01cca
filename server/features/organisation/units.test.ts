import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

function codeOf({ status, body }: Reply): string {
  if (status === 200) return 'yes'
  const { refusal, problem } = body as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? `${status} ${problem?.code ?? ''}`
}

type Figures = { own: number; joint: number; attached: number; none: number; units: number; covered: number }

describe('units and their coverage', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const yunxi = await idOf('云溪镇党委')
  const shimen = await idOf('石门村党支部')
  const unit = {
    kind: 'privateFirm',
    name: '试验果品厂',
    townId: yunxi,
    staff: 40,
    fullMembers: 2,
    coverage: 'none',
    orgId: null,
    on: '2026-10-01',
    reason: '摸底登记',
  }
  const record = (change: object = {}, who: CastName | 'other' = 'luqingming') =>
    house.call(who, 'organisation.record-unit', { ...unit, ...change })
  const figures = async (who: CastName | 'other' = 'hanhanlu') =>
    (await house.call(who, 'organisation.coverage')).body as { total: Figures; towns: Figures[] }

  it('S-119: coverage is a numerator and a denominator, by town', async () => {
    const { total, towns } = await figures()
    assert.equal(total.units, total.own + total.joint + total.attached + total.none)
    assert.equal(total.covered, total.units - total.none)
    assert.equal(
      towns.reduce((sum, town) => sum + town.units, 0),
      total.units,
    )
    assert.ok((await figures('luqingming')).total.units < total.units)
    assert.equal((await figures('other')).total.units, 0)
    assert.equal((await figures('hebailu')).total.units, 0)
  })

  it('S-119, R-021: what is recorded of a unit must fit', async () => {
    const code = async (change: object, who: CastName | 'other' = 'luqingming') =>
      codeOf(await record(change, who))
    assert.equal(await code({ name: '' }), 'unit-name-missing')
    assert.equal(await code({ fullMembers: 41 }), 'unit-members-above-staff')
    assert.equal(await code({ coverage: 'own' }), 'unit-coverage-needs-organisation')
    assert.equal(await code({ orgId: shimen }), 'unit-none-has-organisation')
    assert.equal(await code({ coverage: 'joint', orgId: shimen }), 'unit-organisation-not-joint')
    assert.equal(await code({ townId: shimen }), 'unit-town-not-committee')
    assert.equal(await code({ formerNames: ['东门'] }), 'unit-former-only-community')
    assert.equal(await code({ on: '2026-11-04' }), 'unit-change-in-future')
    assert.equal(await code({ reason: '' }), 'unit-reason-missing')
    assert.equal(await code({}, 'taochunfen'), '403 forbidden')
    assert.equal(await code({}, 'zhouguyu'), '403 forbidden')
    assert.equal(await code({}, 'other'), '404 not-found')
  })

  it('S-119: a unit gets an organisation, each step a dated fact; an older revision is refused', async () => {
    const made = await record({}, 'luqingming')
    assert.equal(codeOf(made), 'yes')
    assert.equal(codeOf(await record()), 'unit-name-taken')
    const known = { unitId: made.body.id, revision: 1 }
    const covered = { ...known, coverage: 'attached', orgId: shimen, reason: '挂靠石门村' }
    assert.equal(codeOf(await record(covered)), 'yes')
    assert.equal(codeOf(await record(covered)), 'organisation-changed-meanwhile')
    const changes = await house.rows<{ after: { coverage: string } }>(
      'select after from unit_change where unit_id = $1 order by recorded_at, id',
      [made.body.id],
    )
    assert.deepEqual(
      changes.map(({ after }) => after.coverage),
      ['none', 'attached'],
    )
    assert.equal(codeOf(await record({ ...known, revision: 2, unitId: shimen })), '404 not-found')
  })

  it('S-119: two units do not both call one organisation their own', async () => {
    const own = { coverage: 'own', orgId: await idOf('河口村党支部') }
    const codes = await Promise.all([
      record({ ...own, name: '同支部一厂' }),
      record({ ...own, name: '同支部二厂' }),
    ])
    assert.deepEqual(codes.map(codeOf).toSorted(), ['unit-organisation-taken', 'yes'])
  })

  it('R-022, S-120: an instructor goes to a firm of 25 and more without a branch, and ends with coverage', async () => {
    const made = await record({ name: '待派指导员厂', staff: 25 })
    const missing = async () =>
      (
        (await house.call('luqingming', 'organisation.list-units', { instructor: 'missing', limit: 200 }))
          .body.rows as { id: string; needsInstructor: boolean }[]
      ).some(({ id, needsInstructor }) => id === made.body.id && needsInstructor)
    assert.equal(await missing(), true)
    const assign = async (change: object = {}, who: CastName | 'other' = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.assign-instructor', {
          unitId: made.body.id,
          name: '许指导',
          sentBy: '镇经发办',
          fromOn: '2026-10-10',
          ...change,
        }),
      )
    assert.equal(await assign({ name: '' }), 'instructor-name-missing')
    assert.equal(await assign({ fromOn: '2026-11-04' }), 'instructor-in-future')
    assert.equal(await assign({}, 'taochunfen'), '403 forbidden')
    assert.equal(await assign({}, 'other'), '404 not-found')
    assert.equal(await assign(), 'yes')
    assert.equal(await assign(), 'instructor-before-present')
    assert.equal(await missing(), false)
    assert.equal(await assign({ name: '何指导', fromOn: '2026-10-20' }), 'yes')
    const terms = await house.rows<{ name: string; until: string | null }>(
      'select name, until_on::text as until from unit_instructor where unit_id = $1 order by from_on',
      [made.body.id],
    )
    assert.deepEqual(terms, [
      { name: '许指导', until: '2026-10-19' },
      { name: '何指导', until: null },
    ])
    const shared = await house.call('luqingming', 'organisation.register', {
      parentId: yunxi,
      kind: 'branch',
      form: 'joint',
      field: 'privateFirm',
      name: '工业园联合党支部',
      foundedOn: '2020-01-01',
    })
    const covered = { unitId: made.body.id, revision: 1, name: '待派指导员厂', staff: 25 }
    assert.equal(codeOf(await record({ ...covered, coverage: 'joint', orgId: shared.body.id })), 'yes')
    assert.equal(await assign({ fromOn: '2026-10-25' }), 'instructor-unit-has-organisation')
    const [open] = await house.rows<{ count: number }>(
      'select count(*)::int as count from unit_instructor where unit_id = $1 and until_on is null',
      [made.body.id],
    )
    assert.equal(open?.count, 0)
  })

  it('a closed unit leaves the lists and takes no more facts', async () => {
    const made = await record({ name: '注销厂' })
    const close = async (change: object = {}, who: CastName | 'other' = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.close-unit', {
          unitId: made.body.id,
          revision: 1,
          on: '2026-11-01',
          reason: '已注销',
          ...change,
        }),
      )
    assert.equal(await close({ reason: '' }), 'unit-reason-missing')
    assert.equal(await close({ on: '2026-11-04' }), 'unit-change-in-future')
    assert.equal(await close({ revision: 3 }), 'organisation-changed-meanwhile')
    assert.equal(await close({}, 'taochunfen'), '403 forbidden')
    assert.equal(await close({}, 'other'), '404 not-found')
    assert.equal(await close(), 'yes')
    assert.equal(await close({ revision: 2 }), 'unit-closed')
    assert.equal(codeOf(await record({ unitId: made.body.id, revision: 2, name: '注销厂' })), 'unit-closed')
    const found = await house.call('luqingming', 'organisation.list-units', { text: '注销厂' })
    assert.equal(found.body.total, 0)
    const assign = { unitId: made.body.id, name: '许指导', sentBy: '', fromOn: '2026-10-10' }
    assert.equal(
      codeOf(await house.call('luqingming', 'organisation.assign-instructor', assign)),
      'instructor-unit-closed',
    )
  })

  it('units are found by name, initials, coverage and organisation, within reach', async () => {
    const total = async (input: object, who: CastName | 'other' = 'hanhanlu') =>
      Number((await house.call(who, 'organisation.list-units', input)).body.total)
    assert.ok((await total({ text: '试验果品' })) === 1)
    assert.ok((await total({ text: 'sygp' })) === 1)
    assert.equal(await total({ text: '%' }), 0)
    assert.ok((await total({ orgId: shimen })) >= 1)
    assert.ok((await total({ townId: yunxi, coverage: 'none' })) > 0)
    assert.equal(await total({ townId: yunxi }, 'taochunfen'), 0)
    assert.equal(await total({}, 'other'), 0)
  })
})
