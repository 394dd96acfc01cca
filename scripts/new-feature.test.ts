import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkStructure } from './check-structure.ts'
import { filesOf } from './new-feature.ts'

test('the files of a new feature stand where the house wants them', () => {
  const files = filesOf('role-models', 'role-model', '20260301-0900')
  assert.ok(files.some(({ path }) => path === 'server/db/migrations/20260301-0900-role-models.sql'))
  assert.deepEqual(checkStructure(files.filter(({ path }) => !path.endsWith('.sql'))), [])
})
