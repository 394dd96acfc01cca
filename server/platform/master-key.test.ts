import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { openMasterKey } from './master-key.ts'
import { StartProblem } from './start-problem.ts'

describe('the master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-key-'))
  after(() => rmSync(folder, { recursive: true }))

  it('is made once, for the product’s account only, and leaves no draft', () => {
    const made = openMasterKey(folder, undefined)
    assert.equal(made.length, 32)
    assert.deepEqual(openMasterKey(folder, undefined), made)
    assert.deepEqual(readdirSync(join(folder, 'keys')), ['master.key'])
    if (process.platform === 'win32') return
    assert.equal(statSync(join(folder, 'keys', 'master.key')).mode & 0o777, 0o600)
    assert.equal(statSync(join(folder, 'keys')).mode & 0o777, 0o700)
  })

  it('comes from the environment where it is given, and no file is made', () => {
    const given = Buffer.alloc(32, 3)
    const other = join(folder, 'other')
    assert.deepEqual(Buffer.from(openMasterKey(other, given.toString('base64'))), given)
    assert.equal(statSync(other, { throwIfNoEntry: false }), undefined)
  })

  it('of another length stops the start with a line that names its place', () => {
    const broken = join(folder, 'broken')
    mkdirSync(join(broken, 'keys'), { recursive: true })
    writeFileSync(join(broken, 'keys', 'master.key'), 'AAAA\n')
    assert.throws(
      () => openMasterKey(broken, undefined),
      (error) => error instanceof StartProblem && error.message.includes('master.key'),
    )
    assert.throws(() => openMasterKey(folder, 'AAAA'), /STEWARD_KEY/)
  })
})
