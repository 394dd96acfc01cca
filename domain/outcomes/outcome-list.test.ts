import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closedBy, contentOf, isShownToMember, outcomeLists } from './outcome-list.ts'
import { outcomeUses, useKinds } from './outcome-table.ts'
import { useStates } from './outcome-use.ts'

test('S-211…S-220: every use stands on a list; commended are the confirmed ones only', () => {
  const listed = new Set(outcomeLists.flatMap((list) => contentOf(list).uses))
  assert.deepEqual([...listed].toSorted(), [...outcomeUses].toSorted())
  assert.deepEqual(contentOf('commended').states, ['confirmed'])
  assert.deepEqual(contentOf('recommended').states, ['drafted', 'confirmed'])
})

test('S-221: a limit in force keeps from what it closes and from nothing else', () => {
  const closed = new Map(outcomeUses.map((use) => [use, closedBy(use)]))
  assert.deepEqual(
    [...closed].filter(([, by]) => by !== undefined),
    [
      ['cityAward', 'awards'],
      ['promotionFirst', 'promotion'],
      ['reserveFirst', 'reserve'],
      ['countyAward', 'awards'],
      ['recommendation', 'promotion'],
      ['reserve', 'reserve'],
    ],
  )
})

test('R-215, S-218: a member reads what was decided and what is proposed, but no drafts of the cadre list', () => {
  for (const kind of useKinds)
    for (const state of useStates)
      for (const onCadreList of [false, true]) {
        const hidden =
          state === 'withdrawn' ||
          (onCadreList && (kind === 'encouragement' || kind === 'help') && state !== 'confirmed')
        assert.equal(
          isShownToMember({ kind, state }, onCadreList),
          !hidden,
          `${kind} ${state} ${onCadreList}`,
        )
      }
})
