import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countDisposals, countOutcomes, countUnqualified } from './outcome-figures.ts'

test('R-269: results are counted in persons, and drafts count nothing', () => {
  const use = (
    memberId: string,
    name: 'cityAward' | 'countyAward' | 'delegate',
    state: 'confirmed' | 'drafted',
  ) => ({
    memberId,
    use: name,
    state,
  })
  assert.deepEqual(
    countOutcomes({
      uses: [
        use('m1', 'cityAward', 'confirmed'),
        use('m1', 'countyAward', 'confirmed'),
        use('m2', 'countyAward', 'confirmed'),
        use('m3', 'cityAward', 'drafted'),
        use('m4', 'delegate', 'confirmed'),
      ],
      tolerance: [
        { memberId: 'm5', state: 'tolerated' },
        { memberId: 'm6', state: 'notTolerated' },
      ],
      warnings: [],
      limits: [
        { memberId: 'm7', kind: 'awards' },
        { memberId: 'm8', kind: 'appointmentHold' },
        { memberId: 'm9', kind: 'promotion' },
      ],
    }),
    {
      commended: 2,
      tolerated: 1,
      warned: 0,
      talked: 0,
      talkExplained: 0,
      measured: 0,
      lostAwards: 1,
      onHold: 1,
    },
  )
})

test('R-193: disposal cases are counted by form and end; what was stopped or runs is in no result', () => {
  const of = (
    id: string,
    form: 'correctionOrder' | 'persuasion' | 'removal',
    state: 'inForce' | 'voted' | 'stopped',
  ) => ({
    id,
    memberId: `m-${id}`,
    form,
    state,
  })
  assert.deepEqual(
    countDisposals(
      [
        of('1', 'correctionOrder', 'inForce'),
        of('2', 'correctionOrder', 'inForce'),
        of('3', 'persuasion', 'inForce'),
        of('4', 'removal', 'inForce'),
        of('5', 'removal', 'voted'),
        of('6', 'removal', 'stopped'),
      ],
      [
        { caseId: '1', how: 'changed' },
        { caseId: '3', how: 'withdrew' },
      ],
    ),
    { cases: 6, open: 1, correctionOrders: 2, turnedAround: 1, persuadedOut: 1, removed: 1 },
  )
})

test('S-223…S-227: what became of those graded unqualified; others do not count, and the open ones are those without any', () => {
  const of = (id: string, form: 'correctionOrder' | 'persuasion' | 'removal', memberId: string) =>
    ({ id, memberId, form, state: 'inForce' }) as const
  assert.deepEqual(
    countUnqualified({
      graded: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'h'].map((memberId) => ({ memberId })),
      cases: [
        of('1', 'correctionOrder', 'a'),
        of('2', 'persuasion', 'b'),
        of('3', 'removal', 'c'),
        of('4', 'removal', 'z'),
        { ...of('5', 'removal', 'h'), state: 'voted' },
      ],
      ends: [
        { caseId: '1', how: 'changed' },
        { caseId: '2', how: 'withdrew' },
      ],
      cautions: [
        { memberId: 'd', state: 'inForce' },
        { memberId: 'h', state: 'drafted' },
      ],
      helpPlans: [
        { memberId: 'e', result: 'changed' },
        { memberId: 'h', result: 'notChanged' },
      ],
      sanctions: [
        { memberId: 'f', sanction: 'warning' },
        { memberId: 'g', sanction: 'removalFromPost' },
        { memberId: 'z', sanction: 'warning' },
      ],
    }),
    {
      ...{ graded: 8, correctionOrders: 1, cautions: 1, turnedAround: 2, partyWarnings: 1 },
      ...{ removedFromPosts: 1, persuadedOut: 1, removed: 1, open: 1 },
    },
  )
})
