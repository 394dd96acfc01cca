import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskName, masksNames, showsFullNames } from './masking.ts'
import type { NoticeScope } from './notice.ts'
import { findPrivate, type PrivateKind, privateKinds } from './privacy.ts'

const examples: Readonly<Record<PrivateKind, { found: readonly string[]; passes: readonly string[] }>> = {
  identityNumber: {
    found: ['身份证号 110101197006150011', '11010119700615001x'],
    passes: ['清组发〔2026〕15号，共28人', '编号26-0921-0417'],
  },
  phone: {
    found: ['联系电话 138 0000 1234', '可打0911-1234567'],
    passes: ['可打0000-7654321反映', '2026年11月6日至12日'],
  },
  bankCard: { found: ['账号6222020200112233445'], passes: ['第12345号'] },
  address: { found: ['家住柳林路12号', '3栋2单元501'], passes: ['石门村党支部', '张贴在村务公开栏'] },
  health: {
    found: ['因病未参加', '患高血压病', '长期卧床'],
    passes: ['看望住院老党员3次', '参加残疾人服务志愿活动', '果树重病虫害防治', '接送残疾老人出行2次'],
  },
  family: { found: ['丧偶独居', '与配偶同住'], passes: ['辅导留守子女3次'] },
  income: {
    found: ['家庭年收入不足一万元', '低保户', '发放慰问金500元', '帮扶困难户李大山', '慰问困难党员'],
    passes: ['村集体收入增加', '党费收入公示', '帮扶困难户2户', '为困难群众办成一件事'],
  },
  complainant: { found: ['举报人王某', '由李大山反映'], passes: ['有不同意见，三条路都行'] },
  disposal: { found: ['因违纪受警告处分', '被诫勉'], passes: ['按办法扣1分'] },
}

test('R-278: each kind of private fact is found, and what comes near is let pass', () => {
  assert.deepEqual(Object.keys(examples), [...privateKinds])
  for (const [kind, { found, passes }] of Object.entries(examples)) {
    for (const text of found)
      assert.ok(
        findPrivate('body', text).some((each) => each.kind === kind),
        `${kind}: ${text}`,
      )
    for (const text of passes)
      assert.deepEqual(findPrivate('body', text, { official: ['0000-7654321'], disposal: false }), [], text)
  }
})

test('R-278: numbers are masked in the finding itself, and each is told once', () => {
  const findings = findPrivate('row 3', '13800001234，再打 138-0000-1234，身份证110101197006150011')
  assert.deepEqual(findings, [
    { kind: 'identityNumber', words: '**************0011', where: 'row 3' },
    { kind: 'phone', words: '138****1234', where: 'row 3' },
  ])
})

test('R-278: a notice of a disposal may name the disposal, and nothing more', () => {
  const allowed = { official: [], disposal: true }
  assert.deepEqual(findPrivate('body', '给予警告处分', allowed), [])
  assert.equal(findPrivate('body', '因病受处分', allowed).length, 1)
})

test('R-278: names are masked in wide scopes, by signs and not by code units', () => {
  assert.deepEqual((['branch', 'unit', 'villageBoard', 'public'] as const).map(masksNames), [
    false,
    false,
    true,
    true,
  ])
  for (const [name, masked] of [
    ['陈小满', '陈*满'],
    ['李明', '李*'],
    ['欧阳春分', '欧**分'],
    ['𠮷秋分', '𠮷*分'],
    ['秋𠮷', '秋*'],
    ['阿依古丽·买买提', '阿******提'],
    ['甲', '*'],
    ['', '*'],
  ] as const) {
    assert.equal(maskName(name), masked)
  }
})

test('R-278, R-289: full names are for the branch; by the code alone only where a body has decided it', () => {
  const shown = (scope: NoticeScope, names: 'full' | 'masked') =>
    (['account', 'code'] as const).map((reader) => showsFullNames({ scope, names }, reader))
  assert.deepEqual(shown('branch', 'full'), [true, false])
  assert.deepEqual(shown('unit', 'full'), [true, false])
  assert.deepEqual(shown('villageBoard', 'full'), [true, true])
  assert.deepEqual(shown('public', 'masked'), [false, false])
  assert.deepEqual(shown('branch', 'masked'), [false, false])
})
