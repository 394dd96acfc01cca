import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDate } from '../shared/plain-date.ts'
import { checkAnswer, checkMessage } from './message.ts'
import { deliverAt, isQuiet } from './quiet-hours.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)

describe('quiet hours', () => {
  for (const [sent, delivered] of [
    ['2026-11-03T20:59:59', '2026-11-03T20:59:59'],
    ['2026-11-03T21:00:00', '2026-11-04T07:30:00'],
    ['2026-11-30T23:59:00', '2026-12-01T07:30:00'],
    ['2026-11-04T00:10:00', '2026-11-04T07:30:00'],
    ['2026-11-04T07:29:59', '2026-11-04T07:30:00'],
    ['2026-11-04T07:30:00', '2026-11-04T07:30:00'],
  ] as const) {
    it(`delivers what is sent at ${sent} at ${delivered}`, () => {
      assert.equal(deliverAt(beijing(sent)).toISOString(), beijing(delivered).toISOString())
    })
  }

  it('may lie within one day', () => {
    const noon = { fromMinute: 720, untilMinute: 840 }
    assert.equal(isQuiet(beijing('2026-11-03T13:00:00'), noon), true)
    assert.equal(isQuiet(beijing('2026-11-03T14:00:00'), noon), false)
    assert.equal(
      deliverAt(beijing('2026-11-03T13:00:00'), noon).toISOString(),
      beijing('2026-11-03T14:00:00').toISOString(),
    )
  })
})

describe('a notice to members', () => {
  const today = plainDate('2026-11-03')
  const draft = { title: '主题党日', body: '周二九点，村果园', answerDueOn: today }
  it('goes out with words, readers and a day not past', () => {
    assert.equal(checkMessage(draft, 1, today).ok, true)
  })
  for (const [code, changed, readers] of [
    ['message-without-words', { ...draft, body: ' ' }, 1],
    ['message-due-in-past', { ...draft, answerDueOn: plainDate('2026-11-02') }, 1],
    ['message-nobody-to-reach', draft, 0],
  ] as const) {
    it(`is refused: ${code}`, () => {
      const decision = checkMessage(changed, readers, today)
      assert.equal(decision.ok ? '' : decision.code, code)
    })
  }

  it('takes answers to the end of the day named', () => {
    assert.equal(checkAnswer(draft, today).ok, true)
    const late = checkAnswer(draft, plainDate('2026-11-04'))
    assert.equal(late.ok ? '' : late.code, 'message-answer-too-late')
    const unasked = checkAnswer({ answerDueOn: null }, today)
    assert.equal(unasked.ok ? '' : unasked.code, 'message-answer-not-asked')
  })
})
