import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryAuthor } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { countyLinks, type LinkFacts, linksOf } from './link.ts'
import { closeCountyYear, closeYear, signGap, type YearFacts, yearBlocksOf } from './year-close.ts'

const officer: EntryAuthor = { kind: 'person', accountId: 'a2' }
const today = day('2027-01-25')
const whole: LinkFacts = {
  membersWithoutPledge: 0,
  pledgesNotJudged: 0,
  monthsNotClosed: 0,
  appraisalClosed: true,
  membersWithoutUse: 0,
  problemsWithoutPledge: 0,
}
const clear: YearFacts = {
  links: linksOf(whole),
  gaps: [],
  objectionsOpen: 0,
  appealsOpen: 0,
  toleranceOpen: 0,
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const close = (change: Partial<YearFacts> = {}, on = today, author: EntryAuthor = officer) =>
  codeOf(closeYear('open', 2026, { ...clear, ...change }, author, on))
const linksWith = (change: Partial<LinkFacts>) => linksOf({ ...whole, ...change })

test('R-229, S-228: a year closes when all four links are complete; what is open is named with its number', () => {
  assert.equal(close(), 'yes')
  for (const [change, code] of [
    [{ membersWithoutPledge: 2 }, 'year-link-pledges'],
    [{ pledgesNotJudged: 1 }, 'year-link-pledges'],
    [{ monthsNotClosed: 3 }, 'year-link-points'],
    [{ appraisalClosed: false }, 'year-link-appraisal'],
    [{ membersWithoutUse: 4 }, 'year-link-outcomes'],
    [{ problemsWithoutPledge: 1 }, 'year-link-outcomes'],
  ] as const) {
    assert.equal(close({ links: linksWith(change) }), code)
  }
  assert.equal(close({}, day('2026-12-31')), 'year-not-over')
  assert.deepEqual(
    yearBlocksOf(2026, { ...clear, links: linksWith({ monthsNotClosed: 3 }), appealsOpen: 2 }, today),
    [
      { code: 'year-link-points', count: 3 },
      { code: 'year-appeals-open', count: 2 },
    ],
  )
})

test('R-217: open objections, appeals and tolerance cases keep the year open; no signature covers them', () => {
  assert.equal(close({ objectionsOpen: 1 }), 'year-objections-open')
  assert.equal(close({ appealsOpen: 1 }), 'year-appeals-open')
  assert.equal(close({ toleranceOpen: 1 }), 'year-tolerance-open')
})

test('S-228: a missing link is signed with its reason, by a person', () => {
  const links = linksWith({ monthsNotClosed: 2 })
  const gap = { link: 'points', reason: '支部八月才成立，前七个月没有积分', signerName: '王建国' } as const
  const signed = signGap(gap, { links, gaps: [] }, officer, today)
  assert.ok(signed.ok)
  assert.equal(close({ links, gaps: [signed.value] }), 'yes')
  assert.equal(close({ links, gaps: [{ ...signed.value, link: 'pledges' }] }), 'year-link-points')
  for (const [change, facts, author, code] of [
    [{ reason: '没来得及' }, { links, gaps: [] }, officer, 'year-gap-needs-reason'],
    [{ signerName: ' ' }, { links, gaps: [] }, officer, 'year-gap-needs-signer'],
    [{ link: 'pledges' }, { links, gaps: [] }, officer, 'year-link-complete'],
    [{}, { links, gaps: [signed.value] }, officer, 'year-gap-signed-already'],
    [{}, { links, gaps: [] }, { kind: 'job' }, 'year-by-machine'],
  ] as const) {
    assert.equal(codeOf(signGap({ ...gap, ...change }, facts, author, today)), code)
  }
})

test('R-212, S-228: no machine closes a year, and a closed one stays closed', () => {
  assert.equal(close({}, today, { kind: 'job' }), 'year-by-machine')
  assert.equal(codeOf(closeYear('closed', 2026, clear, officer, today)), 'year-closed')
  assert.equal(codeOf(closeCountyYear('open', 0, officer)), 'yes')
  assert.equal(codeOf(closeCountyYear('open', 3, officer)), 'year-branches-open')
  assert.equal(codeOf(closeCountyYear('open', 0, { kind: 'import' })), 'year-by-machine')
  assert.equal(codeOf(closeCountyYear('closed', 0, officer)), 'year-closed')
})

test('S-228: the county counts branches by link', () => {
  const counted = countyLinks([
    { links: linksOf(whole), signed: [] },
    { links: linksWith({ monthsNotClosed: 1 }), signed: ['points'] },
    { links: linksWith({ monthsNotClosed: 1, appraisalClosed: false }), signed: [] },
  ])
  assert.deepEqual(counted[1], { link: 'points', branches: 3, complete: 1, signed: 1, open: 1 })
  assert.deepEqual(counted[2], { link: 'appraisal', branches: 3, complete: 2, signed: 0, open: 1 })
})
