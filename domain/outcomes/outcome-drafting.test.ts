import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appraisalStages } from '../appraisals/appraisal.ts'
import { grades } from '../appraisals/grade.ts'
import {
  cadreUses,
  checkGradeTold,
  deskOf,
  type GradedFacts,
  gradesAreOut,
  limitOf,
  reconcileDrafts,
  type StandingUse,
  toOutcomePerson,
} from './outcome-drafting.ts'
import { draftOutcomes, listOf, outcomeUses } from './outcome-table.ts'

const person: GradedFacts = {
  ...{ memberId: 'm1', grade: 'excellent', category: 'farmer', post: '', leadingCadre: false },
  ...{ markedWithoutPost: false, onReserve: false, disputed: false },
}

test('R-191: drafts are made when the notice of the grades is over, not before', () => {
  assert.deepEqual(appraisalStages.filter(gradesAreOut), ['feedback', 'rectification', 'closed'])
})

test('S-218, S-219: serving by category; without post by the mark or by an empty file, never the retired, students or serving', () => {
  const table = [
    [{}, false, true],
    [{ post: '村文书' }, false, false],
    [{ post: '村文书', markedWithoutPost: true }, false, true],
    [{ category: 'servingMember' }, true, false],
    [{ category: 'retiredMember' }, false, false],
    [{ category: 'student' }, false, false],
  ] as const
  for (const [change, serving, withoutPost] of table) {
    const of = toOutcomePerson({ ...person, ...change })
    assert.deepEqual([of.serving, of.withoutPost], [serving, withoutPost], JSON.stringify(change))
  }
})

test('S-166: the drafts are those of the grades; a second time adds nothing', () => {
  const first = reconcileDrafts([person], [])
  assert.deepEqual(
    first.add.map(({ use }) => use),
    ['cityAward', 'delegate', 'publicity', 'reserveFirst', 'studyTrip'],
  )
  const standing = first.add.map((draft, at): StandingUse => ({ ...draft, id: `u${at}`, state: 'drafted' }))
  assert.deepEqual(reconcileDrafts([person], standing), { add: [], withdraw: [] })
  const declined = standing.map((use): StandingUse => ({ ...use, state: 'declined' }))
  assert.deepEqual(reconcileDrafts([person], declined), { add: [], withdraw: [] })
})

test('R-217: while the grade is disputed nothing adverse is added; help is, and afterwards the rest', () => {
  const low = { ...person, grade: 'basicallyQualified', disputed: true } as const
  const during = reconcileDrafts([low], [])
  assert.deepEqual(
    during.add.map(({ use }) => use),
    ['helpPlan'],
  )
  const standing = during.add.map((draft): StandingUse => ({ ...draft, id: 'u0', state: 'confirmed' }))
  const after = reconcileDrafts([{ ...low, disputed: false }], standing)
  assert.deepEqual(
    after.add.map(({ use }) => use),
    ['noAwards'],
  )
})

test('R-218: what rests on a grade that was put right falls away, whatever became of it', () => {
  const standing: StandingUse[] = (['drafted', 'confirmed', 'declined'] as const).map((state, at) => ({
    ...{ id: `u${at}`, memberId: 'm1', grade: 'basicallyQualified', use: 'helpPlan', state },
  }))
  const [first] = standing
  assert.ok(first !== undefined)
  const other: StandingUse = { ...first, id: 'u9', memberId: 'm9' }
  const { add, withdraw } = reconcileDrafts([{ ...person, grade: 'unqualified' }], [...standing, other])
  assert.deepEqual(
    withdraw.map(({ id }) => id),
    ['u0', 'u1', 'u2'],
  )
  assert.deepEqual(
    add.map(({ use, grade }) => [use, grade]),
    [['helpPlan', 'unqualified']],
  )
})

test('R-186, R-212: a grade nobody has told the member holds nothing against them', () => {
  for (const [state, ok] of [
    [null, false],
    ['toTell', false],
    ['told', true],
    ['confirmed', true],
    ['answered', true],
    ['appealed', true],
  ] as const) {
    assert.equal(checkGradeTold(state).ok, ok)
  }
})

test('S-218: cadre matters lie with the cadre section, everything else with the body that decides', () => {
  assert.deepEqual(
    cadreUses,
    outcomeUses
      .filter((use) => listOf(use) === 'cadres')
      .toSorted((a, b) => cadreUses.indexOf(a) - cadreUses.indexOf(b)),
  )
  const all = grades.flatMap((grade) =>
    draftOutcomes(
      { memberId: 'm', grade, serving: true, leadingCadre: true, withoutPost: true, onReserve: true },
      false,
    ),
  )
  for (const { use, body } of all) {
    const desk = deskOf(use, body)
    if (listOf(use) === 'cadres') assert.equal(desk, 'cadres', use)
    else
      assert.equal(
        desk,
        { branch: 'branch', baseCommittee: 'committee', county: 'county', orgDepartment: '' }[body],
      )
  }
  const limits = new Map(all.filter(({ kind }) => kind === 'limit').map(({ use }) => [use, limitOf(use)]))
  assert.deepEqual([...limits.values()].includes(undefined), false)
})
