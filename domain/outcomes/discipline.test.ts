import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import type { Actor } from './adverse-step.ts'
import { recordHandOver, recordSanction, sanctionEffectUntil } from './discipline.ts'

const officer: Actor = { author: { kind: 'person', accountId: 'a9' }, memberId: 'm9' }
const machine: Actor = { author: { kind: 'import' }, memberId: null }
const own: Actor = { author: { kind: 'person', accountId: 'a1' }, memberId: 'm1' }
const facts: AdverseFacts = {
  deciderName: '王建国',
  body: '柳河镇党委',
  decidedOn: day('2027-03-20'),
  reason: '挪用集体资金，县纪委已作决定',
  proofOfServiceId: 's1',
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-208, R-210: a sanction is recorded with document number, by the level that may decide it', () => {
  const record = {
    id: 'd1',
    memberId: 'm1',
    sanction: 'warning',
    documentNumber: '县纪〔2027〕4号',
    decidingLevel: 'baseCommittee',
    probationYears: null,
    complex: false,
  } as const
  const enter = (change: Partial<Parameters<typeof recordSanction>[0]>, by = officer) =>
    codeOf(recordSanction({ ...record, ...change }, facts, by, day('2027-03-22')))
  assert.equal(enter({}), 'yes')
  assert.equal(enter({ documentNumber: ' ' }), 'sanction-needs-document-number')
  assert.equal(enter({ sanction: 'expulsion' }), 'sanction-other-level')
  assert.equal(enter({ complex: true }), 'sanction-other-level')
  assert.equal(enter({ sanction: 'expulsion', decidingLevel: 'countyDiscipline' }), 'yes')
  assert.equal(enter({ sanction: 'partyProbation' }), 'sanction-probation-years')
  assert.equal(enter({ sanction: 'partyProbation', probationYears: 1 }), 'yes')
  assert.equal(enter({}, machine), 'adverse-state-not-by-machine')
  assert.equal(enter({}, own), 'adverse-state-own-case')
  const over = {
    id: 'h1',
    memberId: 'm1',
    to: 'discipline',
    document: '移交函1号',
    on: day('2027-03-01'),
  } as const
  assert.equal(codeOf(recordHandOver(over, officer)), 'yes')
  assert.equal(codeOf(recordHandOver({ ...over, document: '' }, officer)), 'hand-over-needs-document')
  assert.equal(codeOf(recordHandOver(over, machine)), 'hand-over-by-machine')
})

test('R-209: each sanction keeps from promotion for its time', () => {
  const from = day('2027-03-20')
  for (const [sanction, years, until] of [
    ['warning', null, '2028-03-20'],
    ['seriousWarning', null, '2028-09-20'],
    ['removalFromPost', null, '2029-03-20'],
    ['partyProbation', 1, '2030-03-20'],
    ['partyProbation', 2, '2031-03-20'],
    ['expulsion', null, '2032-03-20'],
  ] as const) {
    assert.equal(sanctionEffectUntil(sanction, from, years), until, sanction)
  }
})
