import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noCaps } from '../points/credit.ts'
import { addDays, parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { defaultSchemes } from './default-schemes.ts'
import { capsOf, each } from './defaults/build-item.ts'
import { rawValue } from './item-value.ts'
import { lintScheme } from './policy-linter.ts'
import {
  claimableItems,
  memberClassOf,
  proposeFrom,
  schemeFieldOf,
  type SchemeContent,
  type SchemeItem,
  type SchemeVersion,
} from './scheme.ts'
import { actualAttendance, attendanceShare, checkScheme, homeShare, mostOfYear } from './scheme-checks.ts'
import { adoptVersion, lastMonthOf, schemeFor, versionIn } from './scheme-version.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const month = (text: string) => parsePlainMonth(text) ?? assert.fail(text)
const decided = { body: '中共清源县委组织部', number: '清组发〔2026〕3号', on: day('2026-01-05') }
const codesOf = (content: SchemeContent) => checkScheme(content).map(({ code }) => code)
const itemOf = (code: string): SchemeItem =>
  rural.items.find((item) => item.code === code) ?? assert.fail(code)
const withItem = (code: string, change: Partial<SchemeItem>): SchemeContent => ({
  ...rural,
  items: rural.items.map((item) => (item.code === code ? { ...item, ...change } : item)),
})

test('R-236: attendance makes at most the set share of the process', () => {
  assert.deepEqual(attendanceShare(rural), { points: 1450, of: 6000, percent: 24 })
  const more = withItem('mediation', { attendance: true, caps: noCaps })
  assert.deepEqual(attendanceShare(more), { points: 2650, of: 6000, percent: 44 })
  assert.ok(codesOf(more).includes('scheme-attendance-share'))
  assert.deepEqual(
    lintScheme(more).map(({ ruleId, words }) => [ruleId, ...words]),
    [['attendance-share', '44%']],
  )
  // 18 of 60 is thirty percent and still within; one more is not.
  assert.deepEqual(codesOf({ ...rural, items: [{ ...itemOf('meeting'), caps: noCaps }] }), [])
  assert.ok(codesOf({ ...rural, attendancePercent: 20 }).includes('scheme-attendance-share'))
  assert.ok(codesOf({ ...rural, attendancePercent: 31 }).includes('scheme-attendance-limit-raised'))
})

test('S-161: the share attendance really had comes from what was credited', () => {
  const line = (itemCode: string, credited: number) => ({ itemCode, credited: toPoints(credited) })
  const lines = [
    line('meeting', 300),
    line('pledge-done', 500),
    line('county-award', 500),
    line('gone', 100),
    line('volunteer-hours', 200),
  ]
  assert.deepEqual(actualAttendance(rural, lines), { points: 300, of: 1000, percent: 30 })
  assert.equal(actualAttendance(rural, []).percent, 0)
})

test('R-237: more than twelve items to choose from are refused', () => {
  assert.equal(claimableItems(rural).length <= 12, true)
  const more = {
    ...rural,
    items: [...rural.items, ...['x1', 'x2', 'x3', 'x4'].map((code) => ({ ...itemOf('mediation'), code }))],
  }
  assert.ok(codesOf(more).includes('scheme-too-many-claimable'))
})

test('R-240: what the caps allow together stays within the total, and open bonuses need a decision', () => {
  assert.equal(mostOfYear(rural), 10_000)
  for (const [change, code] of [
    [{ categories: { ...rural.categories, bonus: capsOf({ year: 15 }) } }, 'scheme-caps-above-total'],
    [
      { categories: { ...rural.categories, bonus: capsOf({ year: 25 }) }, totalCap: null },
      'scheme-bonus-cap-unusual',
    ],
    [{ categories: { ...rural.categories, bonus: noCaps } }, 'scheme-bonus-open-without-decision'],
    [{ categories: { ...rural.categories, duty: noCaps } }, 'scheme-category-without-year-cap'],
    [
      { categories: { ...rural.categories, duty: capsOf({ month: 1, year: 18 }) } },
      'scheme-months-never-fill-year',
    ],
    [
      { categories: { ...rural.categories, duty: capsOf({ day: 2, month: 1.5, year: 18 }) } },
      'scheme-caps-out-of-order',
    ],
  ] as const) {
    assert.ok(codesOf({ ...rural, ...change }).includes(code), code)
  }
  assert.deepEqual(
    codesOf({
      ...rural,
      categories: { ...rural.categories, bonus: noCaps },
      openBonus: decided,
      totalCap: null,
    }),
    [],
  )
})

test('R-238: items that do not fit together are each named', () => {
  for (const [change, code] of [
    [{ code: 'Mediation' }, 'scheme-item-code-wrong'],
    [{ code: 'pledge-done' }, 'scheme-item-code-twice'],
    [{ name: { zh: '调解', en: ' ' } }, 'scheme-words-missing'],
    [{ value: each(0, 'time') }, 'scheme-value-not-positive'],
    [
      { value: { kind: 'range', least: toPoints(200), most: toPoints(100), unit: 'time' } },
      'scheme-value-not-positive',
    ],
    [{ caps: capsOf({ month: 2, year: 1 }) }, 'scheme-caps-out-of-order'],
    [{ caps: capsOf({ month: 1.2 }) }, 'scheme-item-cap-above-category'],
    [{ outsideCaps: decided }, 'scheme-outside-caps-not-bonus'],
    [{ automatic: 'training' }, 'scheme-automatic-and-claimed'],
    [{ claim: [], award: [] }, 'scheme-item-without-way'],
    [{ category: 'deductions' }, 'scheme-deduction-claimed'],
  ] as const satisfies readonly [Partial<SchemeItem>, string][]) {
    assert.ok(
      checkScheme(withItem('mediation', change)).some((fault) => fault.code === code),
      code,
    )
  }
})

test('R-242: a value the reviewer chooses is announced beforehand or decided higher up', () => {
  assert.ok(codesOf(withItem('ad-hoc-task', { announced: false })).includes('scheme-range-not-announced'))
  assert.deepEqual(codesOf(withItem('ad-hoc-task', { announced: false, approval: 'baseCommittee' })), [])
  assert.deepEqual(codesOf(withItem('key-project', { outsideCaps: decided, caps: capsOf({ year: 20 }) })), [])
})

test('R-239, R-244, R-249: working days to object and to answer are five at least, and every clock is set', () => {
  for (const change of [
    { noticeWorkingDays: 4 },
    { answerWorkingDays: 4 },
    { decideDays: 0 },
    { lateEntryDays: 1.5 },
    { appraisalPercent: 60 },
  ]) {
    assert.ok(codesOf({ ...rural, ...change }).includes('scheme-number-out-of-range'))
  }
  assert.ok(
    codesOf({ ...rural, carryOver: { ...rural.carryOver, percent: 130 } }).includes(
      'scheme-number-out-of-range',
    ),
  )
})

test('R-250: a veto without its document is pointed out', () => {
  const school = defaultSchemes.find(({ field }) => field === 'school') ?? assert.fail()
  assert.deepEqual(
    checkScheme(school).map(({ code, weight }) => [code, weight]),
    [['scheme-veto-without-document', 'advice']],
  )
  assert.deepEqual(
    codesOf({ ...school, vetoes: school.vetoes.map((veto) => ({ ...veto, document: decided })) }),
    [],
  )
})

test('R-245: lines propose, from the highest that is reached, and fall from first to last', () => {
  for (const [score, proposal] of [
    [100, 'excellent'],
    [85, 'excellent'],
    [84.99, 'qualified'],
    [60, 'qualified'],
    [59.99, 'basicallyQualified'],
    [0, 'basicallyQualified'],
  ] as const) {
    assert.equal(proposeFrom(rural.proposalLines, Math.round(score * 100)), proposal)
  }
  assert.equal(proposeFrom([], 9000), null)
  assert.ok(
    codesOf({ ...rural, proposalLines: rural.proposalLines.toReversed() }).includes(
      'scheme-lines-not-falling',
    ),
  )
})

test('R-192: no line of points can propose the lowest grade', () => {
  for (const scheme of defaultSchemes) {
    assert.ok(
      scheme.proposalLines.every(({ proposal }) =>
        ['excellent', 'qualified', 'basicallyQualified'].includes(proposal),
      ),
    )
  }
})

test('R-238: a raw value is units times value, and deductions are negative', () => {
  for (const [code, quantity, chosen, raw] of [
    ['volunteer-hours', 400, null, 80],
    ['volunteer-hours', 150, null, 30],
    ['volunteer-hours', 33, null, 7],
    ['pledge-done', 100, null, 100],
    ['key-project', 100, 350, 350],
    ['key-project', 100, 150, 'item-value-out-of-range'],
    ['key-project', 100, null, 'item-value-out-of-range'],
    ['village-rule', 100, null, -200],
    ['pledge-done', 0, null, 'item-quantity-not-positive'],
    ['pledge-done', 1.5, null, 'item-quantity-not-positive'],
  ] as const) {
    const value = rawValue(itemOf(code), quantity, chosen === null ? null : toPoints(chosen))
    assert.equal(value.ok ? value.value : value.code, raw, `${code} ${quantity}`)
  }
})

const draft = { ...rural, id: 'v2', schemeId: 's1', label: '2027', effectiveFrom: month('2026-12') }
const first: SchemeVersion = {
  ...rural,
  id: 'v1',
  schemeId: 's1',
  label: '2026',
  effectiveFrom: month('2026-01'),
  adopted: decided,
}
const facts = { today: day('2026-11-03'), lastClosedMonth: month('2026-09') }

test('R-253: a version takes effect from the next month, after closed months and after the one before', () => {
  for (const [change, closed, code] of [
    [{}, '2026-09', 'yes'],
    [{ effectiveFrom: month('2026-11') }, '2026-09', 'scheme-takes-effect-too-early'],
    [{ effectiveFrom: month('2026-08') }, '2026-09', 'scheme-takes-effect-too-early'],
    [{}, '2026-12', 'scheme-month-closed'],
    [{ memberClass: 'retired' }, '2026-09', 'scheme-for-others'],
    [{ totalCap: toPoints(9000) }, '2026-09', 'scheme-does-not-fit'],
    [{ title: { zh: '点赞积分办法', en: 'x' } }, '2026-09', 'scheme-against-policy'],
  ] as const) {
    const adopted = adoptVersion([first], { ...draft, ...change }, decided, {
      ...facts,
      lastClosedMonth: month(closed),
    })
    assert.equal(adopted.ok ? 'yes' : adopted.code, code)
  }
  const later = { ...first, id: 'v3', effectiveFrom: month('2027-01') }
  const before = adoptVersion([first, later], draft, decided, facts)
  assert.equal(before.ok ? 'yes' : before.code, 'scheme-before-last-version')
  const unsigned = adoptVersion([first], draft, { ...decided, number: '' }, facts)
  assert.equal(unsigned.ok ? 'yes' : unsigned.code, 'scheme-needs-decision')
  const early = adoptVersion([first], draft, { ...decided, on: addDays(facts.today, 1) }, facts)
  assert.equal(early.ok ? 'yes' : early.code, 'scheme-decision-in-future')
  const sameDay = adoptVersion([first], draft, { ...decided, on: facts.today }, facts)
  assert.equal(sameDay.ok, true)
})

test('R-253: a deed is scored by the version of its own month', () => {
  const second: SchemeVersion = { ...draft, adopted: decided }
  const versions = [second, first]
  assert.equal(versionIn(versions, month('2026-11'))?.id, 'v1')
  assert.equal(versionIn(versions, month('2026-12'))?.id, 'v2')
  assert.equal(versionIn(versions, month('2025-12')), undefined)
  assert.equal(lastMonthOf(first, versions), '2026-11')
  assert.equal(lastMonthOf(second, versions), null)
})

test('R-246, R-247, R-170: each class has its scheme, and the probationary one carries no grade', () => {
  const versions = defaultSchemes.map((content, index): SchemeVersion => ({
    ...content,
    id: `v${index}`,
    schemeId: `s${index}`,
    label: '2026',
    effectiveFrom: month('2026-01'),
    adopted: decided,
  }))
  for (const [field, memberClass, title, graded] of [
    ['rural', 'inPost', '农村党员积分办法', true],
    ['school', 'probationary', '学校党员积分办法', false],
    ['school', 'retired', '离退休党员积分办法', true],
    ['rural', 'floating', '流动党员积分办法', true],
    ['rural', 'exempt', '经批准不参加积分的党员', false],
  ] as const) {
    const found = schemeFor(versions, field, memberClass, month('2026-05'))
    assert.deepEqual([found?.title.zh, found?.graded, found?.memberClass], [title, graded, memberClass])
  }
  assert.equal(schemeFor([], 'rural', 'probationary', month('2026-05')), undefined)
  const nobody = { exempt: false, probationary: false, floating: false, retired: false }
  for (const [change, memberClass] of [
    [{}, 'inPost'],
    [{ retired: true }, 'retired'],
    [{ retired: true, floating: true }, 'floating'],
    [{ floating: true, probationary: true }, 'probationary'],
    [{ probationary: true, exempt: true }, 'exempt'],
  ] as const) {
    assert.equal(memberClassOf({ ...nobody, ...change }), memberClass)
  }
  assert.deepEqual([schemeFieldOf('rural'), schemeFieldOf('otherPublicBody')], ['rural', 'other'])
})

test('S-161: the share that can be earned near home stands beside the scheme', () => {
  const floating = defaultSchemes.find(({ memberClass }) => memberClass === 'floating') ?? assert.fail()
  assert.equal(homeShare(floating).percent, 100)
  assert.ok(homeShare(rural).percent >= 60)
})
