import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDocument, wordsOf } from '../shared/document.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { draftCaution } from './caution.ts'
import { basisWords, type Instrument, instrumentOn, provinceTitles } from './instrument.ts'
import {
  toCautionNotice,
  toCommendationList,
  toToleranceFinding,
  toWarningNotice,
} from './outcome-documents.ts'
import type { ToleranceCase } from './tolerance.ts'
import { draftWarning } from './warning.ts'

const of = {
  number: { issuer: '县组警', year: 2027, number: 3 },
  bodyName: '中共某县委组织部',
  memberName: '欧阳明月',
  appealTo: '中共某县委',
  on: day('2027-03-21'),
  ruleVersions: ['v1'],
}
const countyMeasures: Instrument = {
  kind: 'warningMeasures',
  title: '某县能下预警办法',
  document: { body: '县委', number: '县发〔2026〕8号', on: day('2026-03-01') },
}

test('R-254, R-255: a paper names the instrument in force, and none where there is none', () => {
  const province: Instrument = { kind: 'tolerance', title: provinceTitles.tolerance, document: null }
  const newer = {
    ...countyMeasures,
    title: '新办法',
    document: { body: '县委', number: '县发〔2027〕1号', on: day('2027-01-10') },
  }
  const all = [province, newer, countyMeasures]
  assert.equal(instrumentOn(all, 'warningMeasures', day('2026-12-31'))?.title, '某县能下预警办法')
  assert.equal(instrumentOn(all, 'warningMeasures', day('2027-03-01'))?.title, '新办法')
  assert.equal(instrumentOn(all, 'warningMeasures', day('2026-02-28')), undefined)
  assert.equal(
    basisWords(instrumentOn(all, 'tolerance', day('2026-01-01'))),
    '根据《陕西省党政干部容错纠错办法（试行）》，',
  )
  assert.equal(basisWords(countyMeasures), '根据《某县能下预警办法》（县发〔2026〕8号），')
  assert.equal(basisWords(undefined), '')
})

test('R-268: the warning notice says all seven things', () => {
  const warning = draftWarning(
    {
      id: 'w1',
      memberId: 'm1',
      colour: 'yellow',
      graveFor: null,
      facts: '两个重点项目连续两次逾期',
      standard: '年度任务书第三项',
      requiredChange: '九月前完成前期手续',
      helperName: '赵明',
      changeBy: day('2027-06-21'),
    },
    of.on,
  )
  assert.ok(warning.ok)
  const document = toWarningNotice(warning.value, { ...of, instrument: countyMeasures })
  assert.ok(checkDocument(document).ok)
  const words = wordsOf(document)
  for (const part of [
    '两个重点项目连续两次逾期',
    '年度任务书第三项',
    '九月前完成前期手续',
    '2027年6月21日以前',
    '赵明',
    '当面或者书面说明',
    '中共某县委申诉',
    '预警解除',
  ]) {
    assert.ok(words.includes(part), part)
  }
  assert.equal(document.title, '预警通知书')
})

test('R-187: the caution names gaps, change and help', () => {
  const caution = draftCaution({
    id: 'c1',
    memberId: 'm1',
    helpPlanId: 'h1',
    gaps: '承诺三项未做',
    requiredChange: '每月到组里走一趟',
  })
  assert.ok(caution.ok)
  const document = toCautionNotice(caution.value, { ...of, help: '由赵明联系' })
  assert.ok(checkDocument(document).ok)
  for (const part of ['承诺三项未做', '每月到组里走一趟', '由赵明联系', '不是处分', '申诉']) {
    assert.ok(wordsOf(document).includes(part), part)
  }
})

const found: ToleranceCase = {
  id: 't1',
  memberId: 'm1',
  matter: '引种新品种受冻',
  deductionEntryIds: ['e1', 'e2'],
  appliedBy: 'member',
  appliedOn: day('2026-10-12'),
  state: 'tolerated',
  dueOn: null,
  reason: '四项条件都符合',
  check: {
    by: 'a9',
    on: day('2026-10-20'),
    conditions: { dutyOrReform: true, lawsKept: true, careTaken: true, noPrivateGain: true },
    distinctions: {
      inexperienceNotKnowingBreach: true,
      notForbiddenNotDefiance: true,
      forDevelopmentNotGain: true,
    },
    factors: {
      motive: '想多收',
      conditions: '没有先例',
      procedure: '开过会',
      nature: '技术失误',
      consequence: '三十亩',
      repair: '已改种',
    },
    exclusions: [],
  },
  finding: { body: '县委组织部', document: '县容〔2026〕2号', by: 'a8', on: day('2026-10-26') },
  answeredOn: null,
}

test('R-256, R-261: the finding names conditions and factors, and what is taken back', () => {
  const document = toToleranceFinding({ ...of, instrument: undefined }, found)
  assert.ok(document !== undefined && checkDocument(document).ok)
  const words = wordsOf(document)
  for (const part of [
    '予以容错（县容〔2026〕2号）',
    '没有谋取私利 符合',
    '挽回损失 已改种',
    '扣分2笔予以撤回',
  ]) {
    assert.ok(words.includes(part), part)
  }
  const against = toToleranceFinding({ ...of, instrument: undefined }, { ...found, state: 'notTolerated' })
  assert.ok(
    against !== undefined && wordsOf(against).includes('不予容错') && wordsOf(against).includes('申诉'),
  )
  assert.ok(!wordsOf(against).includes('予以撤回'))
  assert.equal(toToleranceFinding({ ...of, instrument: undefined }, { ...found, finding: null }), undefined)
})

test('R-187: the commendation list is a proposal until the body has decided', () => {
  const person = {
    memberId: 'm1',
    name: '陈小满',
    orgName: '杨湾村党支部',
    basis: '年度评议优秀',
    useId: 'u1',
  }
  const draft = toCommendationList({ ...of, year: 2026, draft: true }, [person])
  assert.ok(checkDocument(draft).ok && wordsOf(draft).includes('本名单是建议'))
  assert.equal(draft.signature?.sealed, false)
  assert.ok(!wordsOf(toCommendationList({ ...of, year: 2026, draft: false }, [person])).includes('建议'))
  assert.ok(checkDocument(toCommendationList({ ...of, year: 2026, draft: true }, [])).ok)
})
