import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkFile } from './stored-file.ts'

describe('R-305: a file that may be kept', () => {
  it('shows in its bytes what its name says', () => {
    assert.deepEqual(checkFile('清渠.JPG', 10, 'image/jpeg'), { ok: true, value: 'image/jpeg' })
  })
  for (const [code, name, bytes, shown] of [
    ['file-empty', 'a.jpg', 0, 'image/jpeg'],
    ['file-type-not-kept', 'a.exe', 9, 'application/x-msdownload'],
    ['file-type-not-kept', 'a.txt', 9, undefined],
    ['file-type-other-than-name', 'a.pdf', 9, 'image/png'],
    ['file-type-other-than-name', 'pdf', 9, 'image/png'],
    ['file-name-too-long', `${'长'.repeat(121)}.pdf`, 9, 'application/pdf'],
  ] as const) {
    it(`is refused otherwise: ${code} for ${name.slice(0, 12)}`, () => {
      const decision = checkFile(name, bytes, shown)
      assert.equal(decision.ok ? '' : decision.code, code)
    })
  }
})
