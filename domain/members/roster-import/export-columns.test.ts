import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEducationCell, readMemberClassCell, readSexCell } from './cell-values.ts'
import { exportColumns, exportWords } from './export-columns.ts'
import { findHeading } from './mapping.ts'
import { rosterFieldTexts } from './reason-texts.ts'

test('a roster that is exported is understood when it is imported', () => {
  for (const column of exportColumns) {
    assert.deepEqual(findHeading(rosterFieldTexts[column].zh), { field: column, certainty: 'exact' })
  }
  for (const [education, word] of Object.entries(exportWords.education)) {
    assert.deepEqual(readEducationCell(word), { ok: true, value: education })
  }
  for (const [category, word] of Object.entries(exportWords.category)) {
    assert.deepEqual(readMemberClassCell(word), { ok: true, value: { category } })
  }
  for (const [membershipKind, word] of Object.entries(exportWords.membershipKind)) {
    assert.deepEqual(readMemberClassCell(word), { ok: true, value: { membershipKind } })
  }
  for (const [sex, word] of Object.entries(exportWords.sex))
    assert.deepEqual(readSexCell(word), { ok: true, value: sex })
})
