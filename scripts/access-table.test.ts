import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERMISSIONS } from '../domain/access/permissions.ts'
import { accessTable, hasDrifted } from './access-table.ts'

test('docs/access.md is what the roles say; otherwise run npm run access-table', () => {
  assert.equal(hasDrifted(), false)
})

test('the table has a line for each permission', () => {
  const table = accessTable()
  for (const permission of Object.keys(PERMISSIONS))
    assert.ok(table.includes(`| \`${permission}\` |`), permission)
})
