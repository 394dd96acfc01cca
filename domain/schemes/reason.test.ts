import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkReason } from './reason.ts'

const answerOf = (text: string) => {
  const checked = checkReason('reason', text)
  return checked.ok ? checked.value : checked.code
}

test('R-271, R-206: a reason never rests on illness, leave, family, belief or complaints', () => {
  for (const text of [
    '因病长期没有参加活动',
    '经常请病假',
    '家属参与村里纠纷',
    '参加宗教活动',
    '多次到镇上信访',
  ]) {
    assert.equal(answerOf(text), 'reason-against-policy', text)
  }
  for (const text of ['认领的清渠任务三次没有去，也没有说明', ' 全年没有参加组织生活，谈话后仍未改正 ']) {
    assert.equal(answerOf(text), text.trim())
  }
  assert.equal(answerOf(' '), 'reason-missing')
  assert.equal(answerOf('没来'), 'reason-too-short')
})
