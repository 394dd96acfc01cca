import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDocument, wordsOf } from '../shared/document.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { type DecidedDisposal, toCorrectionNotice, toDisposalDecision } from './disposal-documents.ts'

const of = {
  number: { issuer: '柳镇党发', year: 2027, number: 3 },
  bodyName: '柳河镇党委',
  memberName: '欧阳明月',
  appealTo: '中共某县委',
  on: day('2027-03-21'),
  ruleVersions: ['v1'],
}
const order: DecidedDisposal = {
  id: 'c1',
  form: 'correctionOrder',
  vote: {
    count: { shouldAttend: 34, present: 30, written: 0, yes: 20, no: 8, abstain: 2 },
    on: day('2027-03-10'),
    minutesId: 'min1',
  },
  preReview: null,
  decision: { body: '柳河镇党委', decidedOn: day('2027-03-20'), reason: '帮扶半年后仍不参加组织生活' },
  until: day('2027-09-20'),
  required: '每月参加组织生活',
  help: '由赵明联系',
}
const removal: DecidedDisposal = {
  ...order,
  form: 'removal',
  preReview: { document: '县组函〔2027〕5号', on: day('2027-03-01') },
  until: null,
}
const says = (document: ReturnType<typeof toCorrectionNotice>, parts: readonly string[]) => {
  assert.ok(document !== undefined && checkDocument(document).ok)
  for (const part of parts) assert.ok(wordsOf(document).includes(part), part)
}

test('R-194, R-204: the correction notice names vote, decision, term, help and the rights that remain', () => {
  says(toCorrectionNotice(order, of), [
    '应到有表决权的党员34名',
    '赞成20票',
    '到2027年9月20日',
    '由赵明联系',
    '表决权、选举权',
    '柳河镇党委决定',
    '向中共某县委申诉',
  ])
  assert.equal(toCorrectionNotice({ ...order, until: null }, of), undefined)
  assert.equal(toCorrectionNotice(removal, of), undefined)
})

test('R-195, R-200, R-214: the decision names the review from above, the vote, the five years and the appeal', () => {
  const count = { ...order.vote.count, written: 1, abstain: 3 }
  const document = toDisposalDecision({ ...removal, vote: { ...removal.vote, count } }, of)
  says(document, ['县组函〔2027〕5号', '书面意见1名', '不早于2032年3月20日', '向中共某县委申诉', '除名'])
  assert.equal(document?.title, '关于给予欧阳明月除名的决定')
  says(toDisposalDecision({ ...removal, form: 'persuasion' }, of), ['自己提出退党申请', '送达本身不改变党籍'])
  assert.equal(toDisposalDecision({ ...removal, preReview: null }, of), undefined)
  assert.equal(toDisposalDecision(order, of), undefined)
})
