import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lensOf, mostOf, needsReason, type TableRow } from './hooks-settlement.ts'

const ballot = (excellent: number, qualified: number) => ({
  memberId: 'm',
  counts: { excellent, qualified, basicallyQualified: 0, unqualified: 0 },
  abstained: 0,
})
const row = (name: string, more: Partial<TableRow>): TableRow => ({
  ...{ memberId: name, name, proposal: 'qualified', scored: true, settled: null, isMine: false },
  result: { process: 0, processPercent: 80, appraisal: null, appraisalPercent: 20, score: 0 },
  ...{ membersBallot: ballot(1, 9), massesBallot: ballot(2, 5) },
  ...more,
})
const settled = (grade: 'excellent' | 'qualified' | 'unqualified', differs: boolean) => ({
  ...{ meetingId: 'x', grade, opinion: '好', reason: '', conduct: '好', differs, recordedBy: '周谷雨' },
})

describe('the settlement on the screen', () => {
  it('R-185: asks for a reason where the grade differs, is low, or is the best without a proposal', () => {
    assert.equal(needsReason('qualified', 'qualified'), false)
    assert.equal(needsReason('excellent', 'qualified'), true)
    assert.equal(needsReason('basicallyQualified', 'basicallyQualified'), true)
    assert.equal(needsReason('qualified', null), false)
    assert.equal(needsReason('excellent', null), true)
  })

  it('names the grade that leads, and none where two do', () => {
    assert.equal(mostOf(ballot(1, 9)), 'qualified')
    assert.equal(mostOf(ballot(4, 4)), undefined)
    assert.equal(mostOf(ballot(0, 0)), undefined)
  })

  it('shows before signing what differs, what stands against both ballots, what is low, who is missing', () => {
    const lens = lensOf([
      row('甲', { settled: settled('excellent', true) }),
      row('乙', { settled: settled('qualified', false) }),
      row('丙', { settled: settled('unqualified', true), massesBallot: ballot(3, 3) }),
      row('丁', {}),
    ])
    assert.deepEqual(lens, { differs: ['甲', '丙'], againstBallots: ['甲'], low: ['丙'], missing: ['丁'] })
  })
})
