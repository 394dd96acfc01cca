import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { openFileStore } from './file-store.ts'

const ONE = '0193a0c0-0000-7000-8000-000000000001'
const TWO = '0193a0c0-0000-7000-8000-000000000002'

describe('files by content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-files-'))
  after(() => rmSync(folder, { recursive: true }))
  const store = openFileStore(folder)
  const bytes = Buffer.from('会议记录')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const place = join(folder, 'files', ONE, sha256.slice(0, 2))

  it('keeps bytes once, also when twenty keep them at once', async () => {
    const names = await Promise.all(Array.from({ length: 20 }, () => store.put(ONE, bytes)))
    assert.deepEqual(new Set(names), new Set([sha256]))
    assert.deepEqual(readdirSync(place), [sha256])
    assert.deepEqual(Buffer.from(await store.get(ONE, sha256)), bytes)
  })

  it('shows no file of one county to another', async () => {
    assert.equal(store.has(ONE, sha256), true)
    assert.equal(store.has(TWO, sha256), false)
    await assert.rejects(store.get(TWO, sha256))
  })

  it('refuses bytes altered on disk and writes good ones over them', async () => {
    writeFileSync(join(place, sha256), 'altered')
    await assert.rejects(store.get(ONE, sha256), /altered/)
    await store.put(ONE, bytes)
    assert.deepEqual(readFileSync(join(place, sha256)), bytes)
  })

  it('takes no name that is not a fingerprint', async () => {
    for (const name of ['../../keys/master.key', 'ab', '', `${sha256}/..`]) {
      await assert.rejects(store.get(ONE, name))
      assert.equal(store.has(ONE, name), false)
    }
  })

  it('drops bytes, and dropping again does no harm', async () => {
    await store.drop(ONE, sha256)
    assert.equal(store.has(ONE, sha256), false)
    await store.drop(ONE, sha256)
  })
})
