import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import {
  daysOf,
  missingParts,
  type Pledge,
  type PledgeFields,
  publishPledge,
  submitPledge,
  withdrawPledge,
  writePledge,
} from './pledge.ts'
import {
  adviseCount,
  draftRectification,
  figuresOf,
  leadersBehind,
  withoutRectification,
} from './pledge-advice.ts'
import { evaluatePledge, isBehind, mayBeCriticised, type Outcome, progressOf } from './pledge-outcome.ts'
import { acceptPledge, recordTalk, returnPledge, reviewQuestions } from './pledge-review.ts'

const whole: PledgeFields = {
  object: '村里老人',
  measure: '教会用手机缴医保',
  quantity: { hundredths: 1000, unit: '户' },
  dueOn: day('2026-12-31'),
  evidence: ['paper', 'witness'],
  source: 'own',
}
const empty: PledgeFields = {
  object: '',
  measure: ' ',
  quantity: null,
  dueOn: null,
  evidence: [],
  source: null,
}
const year2026 = { kind: 'year', year: 2026 } as const
const pledge = (change: Partial<Pledge> = {}): Pledge => ({
  id: 'p1',
  pledger: { kind: 'member', memberId: 'm1', orgId: 'o1' },
  period: year2026,
  text: '教会村里 10 户老人用手机缴医保，12 月底前完成',
  fields: whole,
  planItemId: null,
  rectifies: null,
  state: 'drafted',
  returns: [],
  submittedOn: null,
  late: false,
  publishedOn: null,
  ...change,
})
const today = day('2026-01-20')
const secretary = { accountId: 'secretary', memberId: 'm2' }
const yes = { publicWish: true, strength: true, organisationNeed: true, concrete: true }
type Result = { ok: true; value: Pledge } | { ok: false; code: string }
const codeOf = (decision: Result) => (decision.ok ? decision.value.state : decision.code)
const must = (decision: Result): Pledge => (decision.ok ? decision.value : assert.fail(decision.code))

test('R-219: a pledge is for a year, a quarter or a month, with its first and last day', () => {
  const february = parsePlainMonth('2026-02') ?? assert.fail()
  for (const [period, from, until] of [
    [year2026, '2026-01-01', '2026-12-31'],
    [{ kind: 'quarter', year: 2026, quarter: 1 }, '2026-01-01', '2026-03-31'],
    [{ kind: 'quarter', year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31'],
    [{ kind: 'month', month: february }, '2026-02-01', '2026-02-28'],
  ] as const) {
    assert.deepEqual(daysOf(period), { from, until })
  }
})

test('R-223: six parts make a pledge, and each one missing is named', () => {
  assert.deepEqual(missingParts(whole), [])
  assert.deepEqual(missingParts(empty), ['object', 'measure', 'quantity', 'dueOn', 'evidence', 'source'])
  for (const [change, part] of [
    [{ object: '　' }, 'object'],
    [{ quantity: { hundredths: 1000, unit: ' ' } }, 'quantity'],
    [{ evidence: [] }, 'evidence'],
  ] as const) {
    assert.deepEqual(missingParts({ ...whole, ...change }), [part])
  }
})

test('R-223: what is written keeps to its period and its length', () => {
  const written = { text: pledge().text, fields: whole, period: year2026 }
  for (const [change, by, code] of [
    [{}, 'm1', 'drafted'],
    [{}, 'm2', 'pledge-not-yours'],
    [{ fields: { ...whole, dueOn: day('2027-01-01') } }, 'm1', 'pledge-due-outside-period'],
    [{ fields: { ...whole, quantity: { hundredths: 0, unit: '户' } } }, 'm1', 'pledge-quantity-not-positive'],
    [{ text: '好'.repeat(201) }, 'm1', 'pledge-too-long'],
    [{ text: '𠮷'.repeat(200) }, 'm1', 'drafted'],
  ] as const) {
    assert.equal(codeOf(writePledge(pledge(), { ...written, ...change }, by)), code)
  }
  assert.equal(codeOf(writePledge(pledge({ state: 'published' }), written, 'm1')), 'pledge-wrong-state')
})

test('S-160: a pledge with missing parts is handed in, and accepted only when they are there', () => {
  const window = { today, windowUntil: day('2026-01-31') }
  const sent = must(
    submitPledge(pledge({ fields: { ...whole, quantity: null, evidence: [] } }), 'm1', window),
  )
  const refused = acceptPledge(sent, yes, secretary)
  assert.ok(!refused.ok)
  assert.deepEqual(
    [refused.code, refused.details],
    ['pledge-parts-missing', { parts: ['quantity', 'evidence'] }],
  )
  assert.equal(codeOf(submitPledge(pledge({ text: ' ' }), 'm1', window)), 'pledge-empty')
  assert.equal(codeOf(submitPledge(pledge(), 'm2', window)), 'pledge-not-yours')
})

test('S-186: a pledge after the window is taken and marked', () => {
  const send = (on: string) =>
    must(submitPledge(pledge(), 'm1', { today: day(on), windowUntil: day('2026-01-31') })).late
  assert.deepEqual([send('2026-01-31'), send('2026-02-01')], [false, true])
})

test('R-224: it is accepted when the three questions and the fourth are answered yes, by somebody else', () => {
  const sent = pledge({ state: 'submitted' })
  assert.equal(codeOf(acceptPledge(sent, yes, secretary)), 'accepted')
  for (const question of reviewQuestions) {
    const refused = acceptPledge(sent, { ...yes, [question]: false }, secretary)
    assert.ok(!refused.ok && refused.code === 'pledge-question-answered-no')
    assert.deepEqual(refused.details, { questions: [question] })
  }
  assert.equal(codeOf(acceptPledge(sent, yes, { accountId: 'a1', memberId: 'm1' })), 'pledge-own-review')
  assert.equal(codeOf(acceptPledge(pledge(), yes, secretary)), 'pledge-not-submitted')
  const org = pledge({ state: 'submitted', pledger: { kind: 'org', orgId: 'o1', writtenBy: 'clerk' } })
  assert.equal(codeOf(acceptPledge(org, yes, secretary)), 'accepted')
})

test('R-225: a return carries reason and part; the second one goes to a talk, and after it the pledge is read again', () => {
  const sent = pledge({ state: 'submitted' })
  const give = (each: Pledge) =>
    returnPledge(each, { reason: '写明几户', part: 'quantity' }, secretary, today)
  assert.equal(
    codeOf(returnPledge(sent, { reason: ' ', part: 'quantity' }, secretary, today)),
    'pledge-return-needs-reason',
  )
  const once = must(give(sent))
  assert.deepEqual(
    [once.state, once.returns],
    ['returned', [{ reason: '写明几户', part: 'quantity', by: 'secretary', on: '2026-01-20' }]],
  )
  const twice = must(give({ ...once, state: 'submitted' }))
  assert.equal(twice.state, 'toTalk')
  assert.equal(
    codeOf(recordTalk(twice, { with: '许霜降', on: today, agreed: '' })),
    'pledge-talk-without-words',
  )
  assert.equal(
    codeOf(recordTalk(once, { with: '许霜降', on: today, agreed: '改成 5 户' })),
    'pledge-not-at-talk',
  )
  assert.equal(codeOf(recordTalk(twice, { with: '许霜降', on: today, agreed: '改成 5 户' })), 'submitted')
})

test('R-222: proposed, reviewed, published, kept, judged, in this order', () => {
  assert.equal(codeOf(publishPledge(pledge({ state: 'submitted' }), today)), 'pledge-wrong-state')
  const shown = must(publishPledge(pledge({ state: 'accepted' }), today))
  assert.deepEqual([shown.state, shown.publishedOn], ['published', '2026-01-20'])
  assert.equal(codeOf(withdrawPledge(shown, 'm1')), 'pledge-wrong-state')
  assert.equal(codeOf(withdrawPledge(pledge({ state: 'accepted' }), 'm1')), 'withdrawn')
  assert.equal(codeOf(withdrawPledge(pledge(), 'm2')), 'pledge-not-yours')
})

const deeds = (...amounts: number[]) =>
  amounts.map((hundredths) => ({ deedOn: day('2026-06-01'), hundredths }))

test('R-222: progress is counted in the unit of the pledge', () => {
  assert.deepEqual(progressOf(pledge(), deeds(300, 400)), { done: 700, of: 1000, percent: 70 })
  assert.deepEqual(progressOf(pledge(), deeds(900, 900)), { done: 1800, of: 1000, percent: 100 })
  assert.deepEqual(progressOf(pledge({ fields: empty }), deeds(100)), { done: 100, of: null, percent: 0 })
  const shown = pledge({ state: 'published' })
  assert.deepEqual(
    ['2026-12-31', '2027-01-01'].map((on) => isBehind(shown, progressOf(shown, []), day(on))),
    [false, true],
  )
})

test('R-228: missed for outside causes it is explained and not penalised; dropped needs that the member was heard', () => {
  const shown = pledge({ state: 'published' })
  const after = day('2027-01-05')
  const judge = (outcome: Outcome, done: number, change: object = {}, on = after) =>
    codeOf(
      evaluatePledge(
        shown,
        { outcome, by: secretary, explanation: '大水冲了路', heard: true, ...change },
        progressOf(shown, deeds(done)),
        on,
      ),
    )
  for (const [result, expected] of [
    [judge('fulfilled', 1000), 'fulfilled'],
    [judge('fulfilled', 1000, { explanation: '' }, today), 'fulfilled'],
    [judge('fulfilled', 999), 'pledge-not-all-done'],
    [judge('partly', 700), 'partly'],
    [judge('partly', 700, {}, today), 'pledge-still-running'],
    [judge('partly', 1000), 'pledge-all-done'],
    [judge('partly', 700, { explanation: ' ' }), 'pledge-needs-explanation'],
    [judge('missedExplained', 0), 'missedExplained'],
    [judge('missedExplained', 0, {}, today), 'missedExplained'],
    [judge('missedExplained', 0, { explanation: '' }), 'pledge-needs-explanation'],
    [judge('dropped', 0), 'dropped'],
    [judge('dropped', 0, { heard: false }), 'pledge-not-heard'],
    [judge('fulfilled', 1000, { by: { accountId: 'a1', memberId: 'm1' } }), 'pledge-own-evaluation'],
  ] as const) {
    assert.equal(result, expected)
  }
  assert.deepEqual((['fulfilled', 'partly', 'missedExplained', 'dropped'] as const).map(mayBeCriticised), [
    false,
    false,
    false,
    true,
  ])
  assert.equal(
    codeOf(
      evaluatePledge(
        pledge(),
        { outcome: 'partly', by: secretary, explanation: 'x', heard: true },
        progressOf(pledge(), []),
        after,
      ),
    ),
    'pledge-not-published',
  )
})

test('R-220, R-221, R-226: the usual numbers are advice; the elderly and frail pledge only if they wish', () => {
  for (const [count, kind, elderlyOrFrail, advice] of [
    [1, 'member', false, 'few'],
    [2, 'member', false, 'fine'],
    [5, 'member', false, 'fine'],
    [6, 'member', false, 'many'],
    [0, 'member', true, 'free'],
    [9, 'org', false, 'few'],
    [40, 'org', false, 'fine'],
  ] as const) {
    assert.equal(adviseCount(count, { kind, elderlyOrFrail }).advice, advice)
  }
})

test('R-227: leading cadres hand in first', () => {
  const who = (leadingCadre: boolean, handedIn: boolean) => ({ leadingCadre, handedIn })
  assert.deepEqual(leadersBehind([who(true, false), who(false, false)]), [])
  assert.deepEqual(leadersBehind([who(true, false), who(true, true), who(false, true)]), [who(true, false)])
})

test('R-229: a listed problem becomes a draft for next year, and stays one until the member hands it in', () => {
  const problem = {
    id: 'pr1',
    memberId: 'm1',
    orgId: 'o1',
    words: '党费有四个月没有按月交',
    measure: '按月交党费',
  }
  const draft = draftRectification(problem, 'p9', { kind: 'year', year: 2027 })
  assert.deepEqual(
    [draft.state, draft.rectifies, missingParts(draft.fields)],
    ['drafted', 'pr1', ['quantity', 'dueOn', 'evidence']],
  )
  assert.deepEqual(withoutRectification([problem], [draft]), [])
  assert.deepEqual(withoutRectification([problem], [{ ...draft, state: 'withdrawn' }]), [problem])
})

test('S-185, S-188: a branch reports where its pledges come from and what was returned', () => {
  const returned = { reason: 'x', part: 'quantity', by: 'a', on: today } as const
  const figures = figuresOf([
    pledge({ state: 'published' }),
    pledge({ state: 'submitted', fields: { ...whole, source: 'publicWish' }, returns: [returned, returned] }),
    pledge({ state: 'returned', fields: empty, returns: [returned] }),
    pledge(),
    pledge({ state: 'withdrawn' }),
  ])
  assert.deepEqual(
    [figures.pledges, figures.returned, figures.bySource],
    [3, 2, { own: 1, publicWish: 1, organisation: 0, unknown: 1 }],
  )
  assert.deepEqual([...figures.byPart], [['quantity', 3]])
})
