import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDate } from '../shared/plain-date.ts'
import { checkAnswer, checkMessage, checkReached } from './message.ts'
import {
  checkQuietHours,
  defaultQuietHours,
  deliverAt,
  fromQuietHours,
  isQuiet,
  toQuietHours,
} from './quiet-hours.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)
const hours = (from: number, until: number) => ({ fromMinute: from * 60, untilMinute: until * 60 })

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

  it('are longer where the county says so', () => {
    const long = hours(19, 8)
    assert.equal(isQuiet(beijing('2026-11-03T20:00:00'), long), true)
    assert.equal(
      deliverAt(beijing('2026-11-03T20:00:00'), long).toISOString(),
      beijing('2026-11-04T08:00:00').toISOString(),
    )
  })

  for (const [code, from, until] of [
    ['quiet-hours-too-short', 23, 6],
    ['quiet-hours-too-short', 22, 5],
    ['quiet-hours-too-long', 12, 14],
    ['quiet-hours-too-long', 17, 7],
    ['quiet-hours-too-long', 21, 10],
    ['quiet-hours-not-whole', 21.001, 7],
    ['', 22, 6],
    ['', 18, 9],
  ] as const) {
    it(`from ${from} to ${until}: ${code === '' ? 'may be set' : code}`, () => {
      const decision = checkQuietHours(hours(from, until))
      assert.equal(decision.ok ? '' : decision.code, code)
    })
  }

  it('of a setting count only where they hold', () => {
    assert.deepEqual(toQuietHours(fromQuietHours(hours(20, 8))), hours(20, 8))
    for (const none of [undefined, null, 'x', {}, { quietFromMinute: 720, quietUntilMinute: 840 }])
      assert.deepEqual(toQuietHours(none), defaultQuietHours)
  })
})

describe('a notice to members', () => {
  const today = plainDate('2026-11-03')
  const asked = { kind: 'coming', dueOn: today } as const
  const draft = { title: ' 主题党日 ', body: '周二九点，村果园', asked }
  it('goes out with words and a day not past, its words trimmed', () => {
    assert.deepEqual(checkMessage(draft, today), { ok: true, value: { ...draft, title: '主题党日' } })
  })
  for (const [code, changed] of [
    ['message-without-words', { ...draft, body: ' ' }],
    ['message-without-words', { ...draft, title: '' }],
    ['message-due-in-past', { ...draft, asked: { ...asked, dueOn: plainDate('2026-11-02') } }],
  ] as const) {
    it(`is refused: ${code}`, () => {
      const decision = checkMessage(changed, today)
      assert.equal(decision.ok ? '' : decision.code, code)
    })
  }

  it('takes answers to the end of the day named', () => {
    assert.equal(checkAnswer(asked, today).ok, true)
    const late = checkAnswer(asked, plainDate('2026-11-04'))
    assert.equal(late.ok ? '' : late.code, 'message-answer-too-late')
    const unasked = checkAnswer(null, today)
    assert.equal(unasked.ok ? '' : unasked.code, 'message-answer-not-asked')
  })

  for (const [code, reached] of [
    ['', { channel: 'board', helperName: '', answer: null }],
    ['', { channel: 'helper', helperName: '陈小满', answer: 'yes' }],
    ['', { channel: 'phone', helperName: '', answer: 'no' }],
    ['message-helper-without-name', { channel: 'helper', helperName: ' ', answer: null }],
    ['message-board-takes-no-answer', { channel: 'board', helperName: '', answer: 'yes' }],
  ] as const) {
    const name = `R-338: reached by ${reached.channel}, answer ${reached.answer}, is ${code || 'recorded'}`
    it(name, () => {
      const decision = checkReached(reached, asked, today)
      assert.equal(decision.ok ? '' : decision.code, code)
    })
  }
  it('takes no answer by telephone after its day', () => {
    const late = checkReached(
      { channel: 'phone', helperName: '', answer: 'yes' },
      asked,
      plainDate('2026-11-04'),
    )
    assert.equal(late.ok ? '' : late.code, 'message-answer-too-late')
  })
})
