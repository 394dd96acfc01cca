import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day, type PlainMonth, toPlainMonth } from '../shared/plain-date.ts'
import { endExemption, type ExemptionDecision, groundsIn, recordExemption } from './exemption.ts'

const october: PlainMonth = toPlainMonth(day('2026-10-01'))
const decision: ExemptionDecision = {
  fromOn: day('2026-11-03'),
  decidedByBody: '石门村党支部党员大会',
  decidedOn: day('2026-11-01'),
  document: '云溪镇党委批复〔2026〕8号',
}
const facts = { today: day('2026-11-03'), earlier: [], lastClosedMonth: october }

const records: readonly [
  string,
  Partial<ExemptionDecision>,
  Partial<Parameters<typeof recordExemption>[1]>,
  string,
][] = [
  ['an assembly decided it and the level above approved', {}, {}, 'yes'],
  ['on the day of the decision', { fromOn: day('2026-11-01') }, {}, 'yes'],
  [
    'after an earlier one has ended that day',
    {},
    { earlier: [{ fromOn: day('2026-01-01'), untilOn: day('2026-11-03') }] },
    'yes',
  ],
  [
    'while one holds',
    {},
    { earlier: [{ fromOn: day('2026-01-01'), untilOn: null }] },
    'exemption-open-already',
  ],
  [
    'while one still holds for a day',
    {},
    { earlier: [{ fromOn: day('2026-01-01'), untilOn: day('2026-11-04') }] },
    'exemption-open-already',
  ],
  ['nobody decided', { decidedByBody: ' ' }, {}, 'exemption-needs-decision'],
  [
    'decided tomorrow',
    { decidedOn: day('2026-11-04'), fromOn: day('2026-11-04') },
    {},
    'exemption-decision-in-future',
  ],
  ['from before the decision', { fromOn: day('2026-10-31') }, {}, 'exemption-before-decision'],
  [
    'in a closed month',
    { fromOn: day('2026-10-31'), decidedOn: day('2026-10-30') },
    {},
    'exemption-month-closed',
  ],
  [
    'no month closed yet',
    { fromOn: day('2026-10-31'), decidedOn: day('2026-10-30') },
    { lastClosedMonth: null },
    'yes',
  ],
  ['the paper names an illness', { document: '因病申请' }, {}, 'exemption-names-ground'],
  ['the paper names an age', { document: '年满70周岁党员名单' }, {}, 'exemption-names-ground'],
]

for (const [name, change, other, answer] of records) {
  test(`R-170: a member is left out: ${name}: ${answer}`, () => {
    const decided = recordExemption({ ...decision, ...change }, { ...facts, ...other })
    assert.equal(decided.ok ? 'yes' : decided.code, answer)
  })
}

const ends: readonly [string, string, string | null, string][] = [
  ['from today', '2026-11-03', null, 'yes'],
  ['on its first day', '2026-11-01', null, 'yes'],
  ['twice', '2026-11-03', '2026-11-02', 'exemption-ended-already'],
  ['before it began', '2026-10-30', null, 'exemption-ends-before-start'],
]
for (const [name, untilOn, ended, answer] of ends) {
  test(`R-171: it ends: ${name}: ${answer}`, () => {
    const open = { fromOn: day('2026-11-01'), untilOn: ended === null ? null : day(ended) }
    const decided = endExemption(open, day(untilOn), { lastClosedMonth: october })
    assert.equal(decided.ok ? 'yes' : decided.code, answer)
  })
}

test('R-253: it does not end in a closed month', () => {
  const open = { fromOn: day('2026-09-01'), untilOn: null }
  const decided = endExemption(open, day('2026-10-20'), { lastClosedMonth: october })
  assert.equal(decided.ok ? 'yes' : decided.code, 'exemption-month-closed')
})

test('R-278: grounds are found, names of bodies and papers are not', () => {
  for (const text of ['因病', '高龄党员', '长期卧床', '70岁以上', '家庭困难']) {
    assert.ok(groundsIn(text).length > 0, text)
  }
  for (const text of ['石门村党支部党员大会', '云溪镇党委批复〔2026〕8号', '支部党员大会记录2026年第5次']) {
    assert.deepEqual(groundsIn(text), [], text)
  }
})
