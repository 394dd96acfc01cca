import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

function codeOf({ status, body }: Reply): string {
  if (status === 200) return 'yes'
  const { refusal, problem } = body as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? `${status} ${problem?.code ?? ''}`
}

describe('the working-day calendar', async () => {
  const house = await openHouse()
  const until = async (from: string, count: number, who: CastName | 'other' = 'hebailu') =>
    (await house.call(who, 'calendar.working-days', { from, count })).body as {
      until: string
      uncertain: boolean
    }
  const holiday = { kind: 'holiday', festival: 'other', name: '县庆' }
  const change = async (
    days: object[],
    reason = '县政府通知〔2026〕5号',
    who: CastName | 'other' = 'hanhanlu',
  ) => codeOf(await house.call(who, 'calendar.change', { days, reason }))

  it('R-276: periods begin the day after posting, skip holidays, count make-up days', async () => {
    assert.equal((await until('2026-09-30', 5)).until, '2026-10-13')
    assert.equal((await until('2026-11-03', 5)).until, '2026-11-10')
    assert.equal((await until('2026-11-03', 5)).uncertain, false)
    assert.equal((await until('2026-12-30', 5)).uncertain, true)
  })

  it('everybody signed in sees the year and its days; the next year says it is provisional', async () => {
    const show = async (year: number, who: CastName | 'other' = 'hebailu') =>
      (await house.call(who, 'calendar.show', { year })).body as {
        provisional: boolean
        days: { on: string; kind: string }[]
        years: number[]
        mayChange: boolean
        changes: { by: string; reason: string }[]
      }
    const year = await show(2026)
    assert.equal(year.provisional, false)
    assert.ok(year.days.some(({ on, kind }) => on === '2026-10-10' && kind === 'makeUpDay'))
    assert.deepEqual(year.years, [2026, 2027])
    assert.equal(year.mayChange, false)
    assert.equal((await show(2027)).provisional, true)
    assert.equal((await show(2030)).provisional, true)
    assert.equal((await show(2026, 'hanhanlu')).mayChange, true)
    assert.equal((await house.call(null, 'calendar.show', { year: 2026 })).status, 401)
  })

  it('R-276: a change has a reason and an author, and periods follow it', async () => {
    assert.equal(await change([{ on: '2026-11-05', entry: holiday }]), 'yes')
    assert.equal((await until('2026-11-03', 5)).until, '2026-11-11')
    assert.equal(await change([{ on: '2026-11-07', entry: { ...holiday, kind: 'makeUpDay' } }]), 'yes')
    assert.equal((await until('2026-11-03', 5)).until, '2026-11-10')
    const { body } = await house.call('hanhanlu', 'calendar.show', { year: 2026 })
    const [last] = body.changes as { by: string; reason: string; on: string }[]
    assert.deepEqual([last?.by, last?.reason], ['韩寒露', '县政府通知〔2026〕5号'])
    assert.equal(await change([{ on: '2026-11-05', entry: null }]), 'yes')
  })

  it('R-276: refused without reason or effect, on days that are over, and a make-up day on a weekday', async () => {
    assert.equal(await change([{ on: '2026-12-01', entry: holiday }], ''), 'calendar-reason-missing')
    assert.equal(await change([{ on: '2026-11-02', entry: holiday }]), 'calendar-day-past')
    assert.equal(await change([{ on: '2026-12-01', entry: null }]), 'calendar-day-unchanged')
    assert.equal(
      await change([{ on: '2026-12-01', entry: { ...holiday, name: '' } }]),
      'calendar-name-missing',
    )
    assert.equal(
      await change([{ on: '2026-12-01', entry: { ...holiday, kind: 'makeUpDay' } }]),
      'calendar-make-up-not-weekend',
    )
    const half = [
      { on: '2026-12-02', entry: holiday },
      { on: '2026-11-01', entry: holiday },
    ]
    assert.equal(await change(half), 'calendar-day-past')
    assert.equal((await house.rows("select 1 from calendar_day where day_on = '2026-12-02'")).length, 0)
  })

  it('only the county changes it, and only its own', async () => {
    const days = [{ on: '2026-12-03', entry: holiday }]
    assert.equal(await change(days, '理由', 'luqingming'), '403 forbidden')
    assert.equal(await change(days, '理由', 'zhouguyu'), '403 forbidden')
    assert.equal(await change(days, '邻县县庆', 'other'), 'yes')
    assert.equal((await until('2026-12-02', 1)).until, '2026-12-03')
    assert.equal((await until('2026-12-02', 1, 'other')).until, '2026-12-04')
  })

  it('two changes of one day at once: the second finds the first', async () => {
    const days = [{ on: '2026-12-08', entry: holiday }]
    assert.deepEqual((await Promise.all([change(days), change(days)])).toSorted(), [
      'calendar-day-unchanged',
      'yes',
    ])
  })
})
