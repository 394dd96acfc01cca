import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkFile, checkReport, cleanFileName, nameOfKept, settleReport } from './stored-file.ts'

describe('R-305: a file that may be kept', () => {
  it('shows in its bytes what its name says', () => {
    assert.deepEqual(checkFile('清渠.JPG', 10, 'image/jpeg'), { ok: true, value: 'image/jpeg' })
  })
  for (const [code, name, bytes, shown] of [
    ['file-empty', 'a.jpg', 0, 'image/jpeg'],
    ['file-type-not-kept', 'a.exe', 9, 'application/x-msdownload'],
    ['file-type-not-kept', 'a.txt', 9, undefined],
    ['file-type-other-than-name', 'a.pdf', 9, 'image/png'],
    ['file-type-other-than-name', 'pdf', 9, 'application/pdf'],
    ['file-name-too-long', `${'长'.repeat(121)}.pdf`, 9, 'application/pdf'],
  ] as const) {
    it(`is refused otherwise: ${code} for ${name.slice(0, 12)}`, () => {
      const decision = checkFile(name, bytes, shown)
      assert.equal(decision.ok ? '' : decision.code, code)
    })
  }

  for (const [given, kept] of [
    ['C:\\桌面\\清渠 照片.jpg', '清渠 照片.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['fdp\u202excod.pdf', 'fdpxcod.pdf'],
  ] as const) {
    it(`keeps the name ${JSON.stringify(given)} as ${kept}`, () => assert.equal(cleanFileName(given), kept))
  }
})

describe('a picture that is kept as JPEG', () => {
  for (const [given, kept] of [
    ['清渠.JPG', '清渠.JPG'],
    ['清渠.jpeg', '清渠.jpeg'],
    ['截图.PNG', '截图.jpg'],
    ['清渠.2.webp', '清渠.2.jpg'],
  ] as const)
    it(`is called ${kept} where it came as ${given}`, () =>
      assert.equal(nameOfKept(given, 'image/jpeg'), kept))
})

describe('R-309: a file reported as secret', () => {
  it('is withheld at once, and given back or removed with a reason', () => {
    assert.deepEqual(checkReport('kept', '像是涉密文件'), { ok: true, value: 'withheld' })
    assert.deepEqual(settleReport('withheld', false, '已公开的文件'), { ok: true, value: 'kept' })
    assert.deepEqual(settleReport('withheld', true, '确是涉密'), { ok: true, value: 'removed' })
  })
  for (const [code, decision] of [
    ['file-not-open', checkReport('withheld', '再报')],
    ['file-report-without-reason', checkReport('kept', ' ')],
    ['file-not-reported', settleReport('kept', true, '确是涉密')],
    ['file-report-without-reason', settleReport('withheld', true, '')],
  ] as const) {
    it(`is refused otherwise: ${code}`, () => assert.equal(decision.ok ? '' : decision.code, code))
  }
})
