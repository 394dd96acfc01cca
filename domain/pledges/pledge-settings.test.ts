import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orgFields } from '../organisation/party-org.ts'
import { parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import { checkHollow } from './hollow-words.ts'
import type { Pledge } from './pledge.ts'
import { answerComment, sayOnPledge } from './pledge-comment.ts'
import { checkEntry } from './pledge-entry.ts'
import { evaluatePledge } from './pledge-outcome.ts'
import { privateAmong, publishTogether } from './pledge-publication.ts'
import { acceptPledge, mayAcceptTogether, takeBackAcceptance } from './pledge-review.ts'
import { checkPledgeSettings, defaultPledgeSettings, toPledgeSettings, windowOf } from './pledge-settings.ts'
import { pledgeTemplates } from './pledge-templates.ts'

const today = day('2026-01-20')
const accepted: Pledge & { name: string } = {
  name: '何白露',
  id: 'p1',
  pledger: { kind: 'member', memberId: 'm1', orgId: 'o1' },
  period: { kind: 'year', year: 2026 },
  text: '教会村里 10 户老人用手机缴医保，12 月底前完成',
  fields: {
    object: '村里老人',
    measure: '教会用手机缴医保',
    quantity: { hundredths: 1000, unit: '户' },
    dueOn: day('2026-12-31'),
    evidence: ['witness'],
    source: 'own',
  },
  planItemId: null,
  rectifies: null,
  state: 'accepted',
  returns: [],
  submittedOn: today,
  late: false,
  publishedOn: null,
}
const codeOf = (decision: { ok: boolean; code?: string }) => (decision.ok ? 'yes' : decision.code)

test('S-186: pledges of a year come in time until the end of February, of a quarter ten days, of a month five', () => {
  const month = parsePlainMonth('2026-10')
  assert.ok(month !== undefined)
  for (const [period, from, until] of [
    [{ kind: 'year', year: 2026 }, '2025-12-01', '2026-02-28'],
    [{ kind: 'quarter', year: 2026, quarter: 4 }, '2026-09-24', '2026-10-10'],
    [{ kind: 'month', month }, '2026-09-24', '2026-10-05'],
  ] as const)
    assert.deepEqual(windowOf(period), { from, until })
})

test('S-186, R-220: a county sets windows and numbers within bounds', () => {
  const windowDays = defaultPledgeSettings.windowDays
  for (const [change, code] of [
    [{}, 'yes'],
    [{ windowDays: { ...windowDays, year: 13 } }, 'pledge-window-too-short'],
    [{ windowDays: { ...windowDays, month: 11 } }, 'pledge-window-too-long'],
    [{ windowDays: { ...windowDays, quarter: 7.5 } }, 'pledge-window-too-short'],
    [{ member: { least: 5, most: 2 } }, 'pledge-count-order'],
    [{ member: { least: 0, most: 3 }, publicPage: 'off' as const }, 'yes'],
  ] as const)
    assert.equal(codeOf(checkPledgeSettings({ ...defaultPledgeSettings, ...change })), code)
  assert.equal(toPledgeSettings({ publicPage: 'named' }).publicPage, 'named')
  assert.deepEqual(toPledgeSettings({ orgLeast: -1 }), defaultPledgeSettings)
  assert.deepEqual(toPledgeSettings(null), defaultPledgeSettings)
})

test('S-181: every field has a way and examples, none of which is empty talk', () => {
  for (const field of orgFields) {
    const { way, examples } = pledgeTemplates[field]
    assert.ok(way.zh !== '' && way.en !== '' && examples.length > 0)
    for (const { object, measure, amounts, ...rest } of examples) {
      const fields = { object, measure, quantity: amounts[0] ?? null, dueOn: day('2026-12-31'), ...rest }
      assert.deepEqual(checkHollow(`${object}${measure}`, fields).hints, [], `${object}${measure}`)
    }
  }
})

test('R-278: what is never published stops a publication and is named; nothing to publish is refused', () => {
  assert.equal(codeOf(publishTogether([], today)), 'pledge-nothing-to-publish')
  const ill = { ...accepted, text: '看望因病住院的陈小满 4 次' }
  assert.deepEqual(
    privateAmong([accepted, ill]).map(({ name }) => name),
    ['何白露'],
  )
  assert.equal(codeOf(publishTogether([accepted, ill], today)), 'pledge-private-content')
  assert.equal(codeOf(publishTogether([{ ...accepted, state: 'submitted' }], today)), 'pledge-wrong-state')
  const published = publishTogether([accepted], today)
  assert.ok(published.ok)
  assert.deepEqual([published.value[0]?.state, published.value[0]?.publishedOn], ['published', today])
})

test('R-224: only what is hinted at nowhere and was never returned is accepted together', () => {
  const clean = checkHollow(accepted.text, accepted.fields)
  assert.equal(mayAcceptTogether(accepted, clean), true)
  assert.equal(mayAcceptTogether(accepted, checkHollow('全心全意为群众服务', accepted.fields)), false)
  assert.equal(
    mayAcceptTogether(accepted, checkHollow(accepted.text, { ...accepted.fields, source: null })),
    false,
  )
  const returned = { returns: [{ reason: '写明几户', part: 'quantity' as const, by: 'a1', on: today }] }
  assert.equal(mayAcceptTogether(returned, clean), false)
})

test('R-224: an acceptance is taken back by the one who gave it, until publication', () => {
  assert.equal(codeOf(takeBackAcceptance(accepted, 'a2', 'a2')), 'yes')
  assert.equal(codeOf(takeBackAcceptance(accepted, 'a2', 'a3')), 'pledge-accepted-by-another')
  assert.equal(codeOf(takeBackAcceptance(accepted, null, null)), 'pledge-accepted-by-another')
  assert.equal(
    codeOf(takeBackAcceptance({ ...accepted, state: 'published' }, 'a2', 'a2')),
    'pledge-not-accepted',
  )
})

test('R-224, R-222: who wrote a pledge for an organisation neither accepts nor judges it', () => {
  const org: Pledge = {
    ...accepted,
    state: 'submitted',
    pledger: { kind: 'org', orgId: 'o1', writtenBy: 'a1' },
  }
  const yes = { publicWish: true, strength: true, organisationNeed: true, concrete: true }
  assert.equal(codeOf(acceptPledge(org, yes, { accountId: 'a1', memberId: null })), 'pledge-own-review')
  assert.equal(codeOf(acceptPledge(org, yes, { accountId: 'a2', memberId: null })), 'yes')
  const evaluation = {
    outcome: 'fulfilled' as const,
    by: { accountId: 'a1', memberId: null },
    explanation: '',
    heard: false,
  }
  const all = { done: 1000, of: 1000, percent: 100 }
  const published: Pledge = { ...org, state: 'published' }
  assert.equal(codeOf(evaluatePledge(published, evaluation, all, today)), 'pledge-own-evaluation')
})

test('S-197: for an organisation answers who writes for it', () => {
  const org = {
    id: 'p1',
    state: 'published' as const,
    pledger: { kind: 'org' as const, orgId: 'o1', writtenBy: 'a1' },
  }
  const said = sayOnPledge(
    { id: 'c1', author: { kind: 'member', memberId: 'm9' }, text: '路灯还没修' },
    org,
    today,
  )
  assert.ok(said.ok)
  const answer = { byMemberId: 'm1', answer: '本月修', report: false }
  assert.equal(codeOf(answerComment(said.value, answer, org)), 'comment-not-subject')
  assert.equal(codeOf(answerComment(said.value, { ...answer, forOrg: true }, org)), 'yes')
})

test('R-338: a pledge is written down for another with consent on a day, for members on the roll', () => {
  const entry = { memberId: 'm1', byMemberId: 'm2', isOnRoll: true, consentOn: today }
  for (const [change, code] of [
    [{}, 'yes'],
    [{ byMemberId: null }, 'yes'],
    [{ byMemberId: 'm1' }, 'pledge-helper-is-member'],
    [{ isOnRoll: false }, 'pledge-member-off-roll'],
    [{ consentOn: day('2026-01-21') }, 'pledge-consent-in-future'],
  ] as const)
    assert.equal(codeOf(checkEntry({ ...entry, ...change }, today)), code)
})
