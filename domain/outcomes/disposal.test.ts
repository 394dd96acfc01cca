import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import type { VoteCount } from '../shared/vote.ts'
import type { Actor } from './adverse-step.ts'
import {
  checkDay,
  checkDecision,
  checkService,
  type DisposalCase,
  type DisposalForm,
  enforceDisposal,
  fileDisposal,
  giveOpinion,
  type Hearing,
  proposeDisposal,
  recordFacts,
  recordHearing,
  recordPreReview,
  stopDisposal,
  voteDisposal,
} from './disposal.ts'
import {
  endCorrection,
  endPersuasion,
  lengthenCorrection,
  mayRejoinFrom,
  memberStateOf,
  nextForm,
} from './disposal-end.ts'
import { type GroundFacts, isLapse } from './disposal-ground.ts'

const officer: Actor = { author: { kind: 'person', accountId: 'a9' }, memberId: 'm9' }
const machine: Actor = { author: { kind: 'import' }, memberId: null }
const own: Actor = { author: { kind: 'person', accountId: 'a1' }, memberId: 'm1' }
const facts: AdverseFacts = {
  deciderName: '王建国',
  body: '柳河镇党委',
  decidedOn: day('2027-03-20'),
  reason: '帮扶半年后仍不参加组织生活',
  proofOfServiceId: 's1',
}
const noGround: GroundFacts = {
  helpFailed: false,
  lapse: null,
  lostContact: null,
  correctionUnchanged: false,
  persuasionRefused: false,
  outsideDocument: null,
  disciplined: false,
}
const lapse = {
  monthsWithoutLife: 7,
  monthsWithoutDues: 2,
  monthsWithoutWork: 0,
  goodReason: false,
  lookedIntoBy: 'a2',
}
const hearing: Hearing = {
  on: day('2027-02-20'),
  heldBy: [
    { memberId: 'm2', full: true },
    { memberId: 'm3', full: true },
  ],
  defence: '这半年在外地打工',
  witnesses: [{ name: '李秋', words: '平时肯帮忙' }],
  invitedOn: [],
  memberCame: true,
}
const count = (yes: number, no = 34 - yes): VoteCount => ({
  shouldAttend: 34,
  present: yes + no,
  written: 0,
  yes,
  no,
  abstain: 0,
})
const secret = { secret: true, persons: 1, invited: true }
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

const propose = (form: DisposalForm = 'removal', ground: Partial<GroundFacts> = { lapse }, by = officer) =>
  proposeDisposal(
    {
      id: 'c1',
      memberId: 'm1',
      form,
      ground: ground.helpFailed ? 'helpInVain' : 'lapse',
      body: '杨湾村党支部委员会',
      reason: '连续七个月没有参加组织生活',
    },
    { ...noGround, ...ground },
    by,
    day('2027-02-01'),
  )
const filed = (form?: DisposalForm, ground?: Partial<GroundFacts>) =>
  ok(fileDisposal(ok(propose(form, ground)), '杨支发〔2027〕1号', day('2027-02-03')))
const found = (...of: Parameters<typeof filed>) =>
  ok(recordFacts(filed(...of), { group: ['m2', 'm3'], words: '查了签到册和谈话', on: day('2027-02-10') }))
const heard = (...of: Parameters<typeof filed>) => ok(recordHearing(found(...of), hearing))
const opinion = { body: '杨湾村党支部委员会', words: '建议除名', on: day('2027-02-22') }
const opined = (...of: Parameters<typeof filed>) => ok(giveOpinion(heard(...of), opinion))
const preReview = { document: '县组函〔2027〕5号', on: day('2027-03-01') }
const reviewed = () => ok(recordPreReview(opined(), preReview))
const ballot = (yes: number, no?: number) => ({
  count: count(yes, no),
  on: day('2027-03-10'),
  minutesId: 'min1',
})
const voted = (of: DisposalCase = reviewed()) => ok(voteDisposal(of, ballot(18), secret))
const step = { bodyMayApprove: true, disputed: false, months: null, today: day('2027-03-22') }

test('R-193, R-197: the branch proposes one of three forms and the committee above is told before any step', () => {
  assert.equal(codeOf(propose()), 'yes')
  assert.equal(codeOf(propose('removal', { lapse }, machine)), 'disposal-by-machine')
  assert.equal(codeOf(propose('removal', { lapse }, own)), 'disposal-own-case')
  assert.equal(codeOf(fileDisposal(ok(propose()), ' ', day('2027-02-03'))), 'disposal-needs-document')
  const early = { group: ['m2', 'm3'], words: 'x', on: day('2027-02-02') }
  assert.equal(codeOf(recordFacts(ok(propose()), early)), 'disposal-wrong-state')
  assert.equal(codeOf(recordFacts(filed(), early)), 'disposal-out-of-order')
})

test('R-196: what discipline has punished is not disposed of again', () => {
  assert.equal(codeOf(propose('removal', { lapse, disciplined: true })), 'disposal-already-disciplined')
})

test('R-203: a lapse is a pattern of facts and not a timer', () => {
  for (const [change, is] of [
    [{}, true],
    [{ monthsWithoutLife: 6 }, true],
    [{ monthsWithoutLife: 5 }, false],
    [{ monthsWithoutLife: 0, monthsWithoutDues: 6 }, true],
    [{ monthsWithoutLife: 0, monthsWithoutWork: 6 }, true],
    [{ goodReason: true }, false],
    [{ lookedIntoBy: ' ' }, false],
  ] as const) {
    assert.equal(isLapse({ ...lapse, ...change }), is)
  }
  assert.equal(
    codeOf(propose('removal', { lapse: { ...lapse, goodReason: true } })),
    'disposal-ground-not-met',
  )
  assert.equal(codeOf(propose('persuasion', { lapse })), 'disposal-ground-other-form')
})

test('R-187: a disposal after a low grade is reached only through help that changed nothing', () => {
  assert.equal(codeOf(propose('correctionOrder', { helpFailed: true })), 'yes')
  assert.equal(codeOf(propose('removal', { helpFailed: true })), 'disposal-ground-other-form')
  assert.equal(codeOf(propose('correctionOrder', {})), 'disposal-ground-not-met')
})

test('R-206: a case decided elsewhere keeps its document and no ground', () => {
  const decide = (outsideDocument: string | null) =>
    codeOf(
      proposeDisposal(
        {
          id: 'c1',
          memberId: 'm1',
          form: 'persuasion',
          ground: 'decidedElsewhere',
          body: '支委会',
          reason: '按上级文件办理',
        },
        { ...noGround, outsideDocument },
        officer,
        day('2027-02-01'),
      ),
    )
  assert.equal(decide('县组发〔2027〕7号'), 'yes')
  assert.equal(decide(' '), 'disposal-ground-not-met')
})

test('R-198, R-199: facts, hearing, opinion, vote, decision follow in this order', () => {
  const one = { group: ['m2', 'm1'], words: 'x', on: day('2027-02-10') }
  assert.equal(codeOf(recordFacts(filed(), one)), 'disposal-group-too-small')
  assert.equal(
    codeOf(recordFacts(filed(), { ...one, group: ['m2', 'm3'], words: ' ' })),
    'disposal-facts-missing',
  )
  assert.equal(codeOf(recordHearing(filed(), hearing)), 'disposal-wrong-state')
  assert.equal(codeOf(giveOpinion(found(), opinion)), 'disposal-wrong-state')
  assert.equal(codeOf(giveOpinion(heard(), { ...opinion, words: '' })), 'disposal-opinion-missing')
  assert.equal(codeOf(giveOpinion(heard(), { ...opinion, body: '' })), 'disposal-needs-body')
  assert.equal(codeOf(giveOpinion(heard(), { ...opinion, on: day('2027-02-19') })), 'disposal-out-of-order')
  assert.equal(codeOf(voteDisposal(heard(), ballot(18), secret)), 'disposal-wrong-state')
  assert.equal(
    codeOf(voteDisposal(reviewed(), { ...ballot(18), on: day('2027-02-28') }, secret)),
    'disposal-out-of-order',
  )
  assert.equal(
    codeOf(voteDisposal(reviewed(), { ...ballot(18), minutesId: '' }, secret)),
    'disposal-minutes-missing',
  )
  assert.equal(codeOf(enforceDisposal(reviewed(), facts, officer, step)), 'disposal-wrong-state')
})

test('R-199, R-201, R-213: two full members hear the member, or invited twice in writing', () => {
  const hear = (change: Partial<Hearing>) => codeOf(recordHearing(found(), { ...hearing, ...change }))
  const [first, second] = hearing.heldBy
  assert.ok(first && second)
  assert.equal(hear({}), 'yes')
  assert.equal(hear({ heldBy: [first] }), 'disposal-two-full-members')
  assert.equal(hear({ heldBy: [first, { ...second, full: false }] }), 'disposal-two-full-members')
  assert.equal(hear({ heldBy: [first, { memberId: 'm1', full: true }] }), 'disposal-two-full-members')
  assert.equal(hear({ defence: ' ' }), 'disposal-member-not-heard')
  const absent = { memberCame: false, defence: '' }
  assert.equal(hear({ ...absent, invitedOn: [day('2027-02-11'), day('2027-02-15')] }), 'yes')
  assert.equal(hear({ ...absent, invitedOn: [day('2027-02-11')] }), 'disposal-member-not-heard')
  assert.equal(
    hear({ ...absent, invitedOn: [day('2027-02-11'), day('2027-02-20')] }),
    'disposal-member-not-heard',
  )
})

test('R-200: persuasion and removal are asked about above in writing first, a correction order is not', () => {
  assert.equal(codeOf(voteDisposal(opined(), ballot(18), secret)), 'disposal-needs-pre-review')
  assert.equal(codeOf(recordPreReview(opined(), { ...preReview, document: '' })), 'disposal-needs-document')
  assert.equal(codeOf(recordPreReview(opined('correctionOrder'), preReview)), 'disposal-not-needed')
  assert.equal(codeOf(voteDisposal(opined('correctionOrder'), ballot(18), secret)), 'yes')
})

test('R-202: a removal with exactly half of those who should attend fails, one vote more carries', () => {
  assert.equal(codeOf(voteDisposal(reviewed(), ballot(17, 17), secret)), 'vote-no-majority')
  assert.equal(codeOf(voteDisposal(reviewed(), ballot(18, 16), secret)), 'yes')
  assert.equal(codeOf(voteDisposal(reviewed(), ballot(17, 0), secret)), 'vote-no-quorum')
  assert.equal(codeOf(voteDisposal(reviewed(), ballot(18), { ...secret, secret: false })), 'vote-not-secret')
  assert.equal(
    codeOf(voteDisposal(reviewed(), ballot(18), { ...secret, invited: false })),
    'disposal-member-not-invited',
  )
  assert.equal(
    codeOf(voteDisposal(reviewed(), ballot(18), { ...secret, persons: 2 })),
    'vote-several-persons',
  )
})

test('R-199, R-212: it is in force when a body that may approve decided and the paper was handed over', () => {
  const enforce = (change: Partial<AdverseFacts>, of: Partial<typeof step> = {}, by = officer) =>
    codeOf(enforceDisposal(voted(), { ...facts, ...change }, by, { ...step, ...of }))
  assert.equal(enforce({}), 'yes')
  assert.equal(enforce({}, { bodyMayApprove: false }), 'disposal-body-may-not-approve')
  assert.equal(enforce({ decidedOn: day('2027-03-09') }), 'disposal-out-of-order')
  assert.equal(enforce({ proofOfServiceId: null }), 'adverse-state-needs-proof')
  assert.equal(enforce({}, { disputed: true }), 'adverse-state-disputed')
  assert.equal(enforce({}, {}, machine), 'adverse-state-not-by-machine')
  assert.equal(codeOf(stopDisposal(voted(), '表决未通过')), 'yes')
  assert.equal(codeOf(stopDisposal(voted(), ' ')), 'disposal-needs-reason')
  const inForce = ok(enforceDisposal(voted(), facts, officer, step))
  assert.equal(codeOf(stopDisposal(inForce, 'x')), 'disposal-wrong-state')
})

const order = (months: number | null = null) =>
  enforceDisposal(voted(opined('correctionOrder')), facts, officer, { ...step, months })

test('R-026, R-194: a decision waits for its service with all but the proof; a correction order names what is required and who helps', () => {
  const check = (of: DisposalCase, change: Partial<AdverseFacts>, more: object = {}, by = officer) =>
    codeOf(checkDecision(of, { ...facts, ...change }, by, { ...step, required: '', help: '', ...more }))
  const correction = voted(opined('correctionOrder'))
  const helped = { required: '每月参加组织生活', help: '由赵明联系' }
  assert.equal(check(voted(), {}), 'yes')
  assert.equal(check(voted(), { deciderName: '' }), 'adverse-state-needs-decider')
  assert.equal(check(voted(), {}, { bodyMayApprove: false }), 'disposal-body-may-not-approve')
  assert.equal(check(voted(), {}, {}, own), 'adverse-state-own-case')
  assert.equal(check(correction, {}), 'disposal-help-missing')
  assert.equal(check(correction, {}, { ...helped, help: ' ' }), 'disposal-help-missing')
  assert.equal(check(correction, {}, helped), 'yes')
  assert.equal(check(correction, {}, { ...helped, months: 13 }), 'disposal-term-wrong')
})

test('R-064, R-199: no step and no service is dated in the future, no service before its decision', () => {
  const on = day('2027-03-20')
  assert.equal(codeOf(checkDay(on, on)), 'yes')
  assert.equal(codeOf(checkDay(day('2027-03-21'), on)), 'disposal-day-in-future')
  for (const [servedOn, code] of [
    ['2027-03-19', 'disposal-out-of-order'],
    ['2027-03-20', 'yes'],
    ['2027-03-22', 'yes'],
    ['2027-03-23', 'disposal-day-in-future'],
  ] as const) {
    assert.equal(codeOf(checkService({ decidedOn: on, servedOn: day(servedOn) }, day('2027-03-22'))), code)
  }
})

test('R-206, R-271: neither facts nor opinion rest on belief, illness or leave', () => {
  for (const words of ['因病请假没有来', '信教，不参加组织生活']) {
    const finding = { group: ['m2', 'm3'], words, on: day('2027-02-10') }
    assert.equal(codeOf(recordFacts(filed(), finding)), 'reason-against-policy')
    assert.equal(codeOf(giveOpinion(heard(), { ...opinion, words })), 'reason-against-policy')
  }
})

test('R-194: a correction order lasts six months as a rule and twelve at most', () => {
  assert.equal(ok(order()).until, '2027-09-20')
  assert.equal(ok(order(12)).until, '2028-03-20')
  assert.equal(codeOf(order(13)), 'disposal-term-wrong')
  assert.equal(codeOf(order(0)), 'disposal-term-wrong')
})

test('R-205: at the end the assembly discusses; no change leads to persuasion, refusal to removal; nothing is lengthened', () => {
  const end = (change: {
    on?: string
    changed?: boolean
    yes?: number
    words?: string
    minutesId?: string
  }) =>
    endCorrection(ok(order()), {
      changed: change.changed ?? false,
      words: change.words ?? '会上议过',
      minutesId: change.minutesId ?? 'min2',
      vote: count(change.yes ?? 20),
      on: day(change.on ?? '2027-09-20'),
    })
  assert.equal(ok(end({})).how, 'notChanged')
  assert.equal(ok(end({ changed: true })).how, 'changed')
  assert.equal(codeOf(end({ on: '2027-09-19' })), 'disposal-term-running')
  assert.equal(codeOf(end({ yes: 17 })), 'vote-no-majority')
  assert.equal(codeOf(end({ words: '' })), 'disposal-words-missing')
  assert.equal(codeOf(end({ minutesId: '' })), 'disposal-minutes-missing')
  assert.equal(codeOf(lengthenCorrection(ok(order()))), 'disposal-not-lengthened')
  assert.equal(nextForm({ form: 'correctionOrder' }, { how: 'notChanged' }), 'persuasion')
  assert.equal(nextForm({ form: 'correctionOrder' }, { how: 'changed' }), null)
  assert.equal(nextForm({ form: 'persuasion' }, { how: 'refused' }), 'removal')
  assert.equal(nextForm({ form: 'persuasion' }, { how: 'withdrew' }), null)
})

test('R-205: whoever is persuaded writes the own request, or refuses', () => {
  const persuasion: DisposalCase = {
    ...ok(enforceDisposal(voted(), facts, officer, step)),
    form: 'persuasion',
  }
  const end = { withdrew: true, requestDocument: '退党申请', words: '本人同意', on: day('2027-04-20') }
  assert.equal(codeOf(endPersuasion(persuasion, end)), 'yes')
  assert.equal(codeOf(endPersuasion(persuasion, { ...end, requestDocument: '' })), 'disposal-request-missing')
  assert.equal(codeOf(endPersuasion(persuasion, { ...end, withdrew: false, requestDocument: '' })), 'yes')
  assert.equal(codeOf(endPersuasion(ok(order()), end)), 'disposal-other-form')
  assert.equal(memberStateOf(persuasion, { how: 'withdrew' }), 'persuadedToWithdraw')
  assert.equal(memberStateOf(persuasion, null), null)
  assert.equal(memberStateOf({ form: 'removal', state: 'inForce' }, null), 'removedFromRolls')
  assert.equal(memberStateOf({ form: 'removal', state: 'voted' }, null), null)
  assert.equal(memberStateOf({ form: 'correctionOrder', state: 'inForce' }, { how: 'changed' }), null)
})

test('R-195: five years pass before somebody may apply again', () => {
  assert.equal(mayRejoinFrom(day('2027-03-20')), '2032-03-20')
})
