import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Grade, grades } from '../appraisals/grade.ts'
import { draftOutcomes, isAdverseKind, listOf, type OutcomePerson } from './outcome-table.ts'

const person: OutcomePerson = {
  memberId: 'm1',
  grade: 'excellent',
  serving: false,
  leadingCadre: false,
  withoutPost: false,
  onReserve: false,
}
const uses = (change: Partial<OutcomePerson>, disputed = false) =>
  draftOutcomes({ ...person, ...change }, disputed).map(({ use }) => use)

test('R-187, R-269: each grade has its uses by class and post, as in the table', () => {
  for (const [change, expected] of [
    [{}, ['cityAward', 'delegate', 'publicity']],
    [{ serving: true }, ['cityAward', 'delegate', 'publicity', 'promotionFirst']],
    [{ withoutPost: true }, ['cityAward', 'delegate', 'publicity', 'reserveFirst', 'studyTrip']],
    [{ grade: 'qualified' }, ['countyAward']],
    [{ grade: 'qualified', serving: true }, ['countyAward', 'recommendation']],
    [{ grade: 'qualified', withoutPost: true }, ['countyAward', 'reserve']],
    [{ grade: 'basicallyQualified' }, ['helpPlan', 'noAwards']],
    [{ grade: 'basicallyQualified', serving: true }, ['helpPlan', 'noAwards', 'promotionOnHold']],
    [
      { grade: 'basicallyQualified', serving: true, leadingCadre: true },
      ['helpPlan', 'noAwards', 'promotionOnHold', 'warning', 'nonLeadingPost'],
    ],
    [{ grade: 'unqualified' }, ['helpPlan']],
    [{ grade: 'unqualified', onReserve: true }, ['helpPlan', 'reserveEnds']],
    [
      { grade: 'unqualified', serving: true, leadingCadre: true },
      ['helpPlan', 'noPromotion', 'demotionOrRemoval'],
    ],
  ] as const satisfies readonly (readonly [Partial<OutcomePerson>, readonly string[]])[]) {
    assert.deepEqual(uses(change), expected)
  }
})

test('R-187: every grade has a use, encouragement and help before limits and measures', () => {
  for (const grade of grades) {
    const drafts = draftOutcomes(
      { ...person, grade, serving: true, leadingCadre: true, withoutPost: true },
      false,
    )
    assert.ok(drafts.length > 0, grade)
    const adverse = drafts.map(({ kind }) => isAdverseKind(kind))
    assert.deepEqual(
      adverse,
      adverse.toSorted((a, b) => Number(a) - Number(b)),
    )
  }
})

test('R-217: while the grade is disputed nothing adverse is drafted, help is', () => {
  const all = { serving: true, leadingCadre: true, onReserve: true }
  for (const grade of ['basicallyQualified', 'unqualified'] as const satisfies readonly Grade[]) {
    assert.deepEqual(uses({ ...all, grade }, true), ['helpPlan'])
  }
  assert.equal(uses({ serving: true }, true).length, 4)
})

test('R-193: no grade drafts a disposal; cadre matters go to the cadre section alone', () => {
  for (const grade of grades) {
    const drafted: readonly string[] = uses({ grade, serving: true, leadingCadre: true, onReserve: true })
    assert.ok(!drafted.some((use) => /removalFromRolls|persuasion|correctionOrder/.test(use)))
  }
  assert.deepEqual(
    (['cityAward', 'promotionFirst', 'delegate', 'publicity', 'helpPlan', 'reserve'] as const).map(listOf),
    ['awards', 'cadres', 'delegates', 'publicity', 'help', 'cadres'],
  )
})
