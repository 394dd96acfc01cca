import { addDays, addMonths, addYears, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import { sanctionEffectUntil } from '@steward/domain/outcomes/discipline.ts'
import type { PastRows } from '#features/outcomes/queries-bulk.ts'
import { newIdAt } from '#platform/new-id.ts'
import { momentOf } from './appraised-branch.ts'
import type { CasePerson, paperNumbers } from './case-person.ts'
import type { Reviewer } from './fill-loop.ts'

type Row = Readonly<Record<string, unknown>>
type Numbers = ReturnType<typeof paperNumbers>
export type DisposalOf = {
  readonly person: CasePerson
  readonly form: 'correctionOrder' | 'persuasion' | 'removal'
  readonly helpPlanId: string
  readonly proposedOn: PlainDate
  /** False for the case that is still open: it has come as far as the facts. */
  readonly ended: boolean
}
export type Left = {
  readonly memberId: string
  readonly to: 'persuadedToWithdraw' | 'removedFromRolls'
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: PlainDate
  readonly reason: string
  readonly proofOfService: string
}

const REASON = '多次无故不参加组织生活，承诺没有完成，帮扶半年没有改变。'
const ISSUERS = { correctionOrder: '限改', persuasion: '劝退', removal: '除名' } as const

/** A case of organisational disposal with all its steps, votes and moves (R-193…R-205). */
export function makeDisposal(
  of: DisposalOf,
  county: Reviewer,
  numbers: Numbers,
): { rows: PastRows; left: Left | undefined } {
  const { person, form, proposedOn, ended } = of
  const day = (count: number) => addDays(proposedOn, count)
  const id = newIdAt(momentOf(proposedOn))
  const on = {
    ...{ filed: day(3), found: day(10), heard: day(18), opinion: day(24), reviewed: day(32) },
    ...{ voted: day(40), decided: day(47), served: day(50), left: day(58) },
  }
  const by = person.by
  const base = {
    ...{ id, member_id: person.memberId, party_org_id: person.orgId, form, ground: 'helpInVain' },
    ...{ ground_facts: { lapse: null, lostContact: null, outsideDocument: null } },
    ...{ help_plan_id: of.helpPlanId, proposal_body: `${person.orgName}支部委员会`, proposed_on: proposedOn },
    ...{ reason: REASON, proposed_by: by.name, proposed_by_account_id: by.accountId, revision: 1 },
    ...{
      filing_document: `${person.committee.name}备案登记`,
      filed_on: on.filed,
      required_change: '',
      help: '',
    },
  }
  const moves = (steps: readonly (readonly [string, PlainDate])[]) =>
    steps.map(([move, moved]) => ({
      ...{ id: newIdAt(momentOf(moved)), disposal_id: id, move, words: '', by_name: by.name },
      ...{ account_id: by.accountId, moved_at: momentOf(moved) },
    }))
  const found = {
    finding_group: person.panel.map((each) => each.id),
    finding_words: '核对了签到表、承诺台账和帮扶记录，情况属实。',
    found_on: on.found,
  }
  if (!ended) {
    const steps = moves([
      ['propose', proposedOn],
      ['file', on.filed],
      ['findFacts', on.found],
    ])
    return {
      rows: { disposal: [{ ...base, ...found, state: 'factsFound' }], disposal_move: steps },
      left: undefined,
    }
  }
  const vote = voteOf(person, id, on.voted)
  const decision = decisionOf(of, on, county, numbers)
  const reviewed = form === 'correctionOrder' ? null : on.reviewed
  const end = endOf(of, on, by)
  const row = {
    ...base,
    ...found,
    state: 'inForce',
    hearing: hearingOf(person, on.found),
    heard_on: on.heard,
    opinion_body: `${person.orgName}支部委员会`,
    opinion_words: '支委会讨论，同意按程序处置，提请党员大会表决。',
    opinion_on: on.opinion,
    pre_review_document:
      reviewed === null ? null : `清组审〔${on.reviewed.slice(0, 4)}〕${numbers('清组审', on.reviewed)}号`,
    pre_review_on: reviewed,
    ...{ vote_id: vote['id'], voted_on: on.voted },
    ...decision,
    ...end,
  }
  const steps = moves([
    ...([
      ['propose', proposedOn],
      ['file', on.filed],
      ['findFacts', on.found],
      ['invite', on.found],
    ] as const),
    ...([
      ['hear', on.heard],
      ['giveOpinion', on.opinion],
    ] as const),
    ...(reviewed === null ? [] : ([['preReview', on.reviewed]] as const)),
    ...([
      ['vote', on.voted],
      ['decide', on.decided],
      ['serve', on.served],
    ] as const),
    ...(form === 'persuasion' ? ([['end', on.left]] as const) : []),
  ])
  const invitation = {
    ...{ id: newIdAt(momentOf(on.found)), disposal_id: id, to_what: 'hearing', held_on: on.heard },
    ...{ held_at: '15:00', place: `${person.orgName}活动室`, how: 'paper', invited_on: on.found },
    ...{
      invited_by: by.name,
      account_id: by.accountId,
      answer: 'comes',
      answer_words: '',
      answered_on: day(12),
    },
  }
  const rows: PastRows = {
    ...{ disposal_vote: [vote], disposal: [row], disposal_move: steps, disposal_invitation: [invitation] },
  }
  return { rows, left: leftOf(of, on, decision) }
}

type Days = {
  readonly voted: PlainDate
  readonly decided: PlainDate
  readonly served: PlainDate
  readonly left: PlainDate
}

function hearingOf({ panel }: CasePerson, invitedOn: PlainDate): Row {
  return {
    heldBy: panel.map(({ id }) => ({ memberId: id, full: true })),
    defence: '本人说明了情况，承认活动参加得少，对事实没有异议。',
    ...{ witnesses: [], invitedOn: [invitedOn], memberCame: true },
  }
}

function voteOf(person: CasePerson, disposalId: string, on: PlainDate): Row {
  const shouldAttend = person.full
  const present = Math.max(Math.floor(shouldAttend / 2) + 1, Math.round(shouldAttend * 0.85))
  const yes = Math.max(Math.floor(shouldAttend / 2) + 1, present - 1)
  const { by } = person
  return {
    ...{ id: newIdAt(momentOf(on)), disposal_id: disposalId, about: 'disposal', voted_on: on },
    ...{ should_attend: shouldAttend, present, written: 0, yes, no: present - yes, abstain: 0, secret: true },
    ...{
      chair: by.name,
      minutes: '党员大会会议记录第 3 次',
      left_out: [],
      carried: true,
      recorded_by: by.name,
    },
    ...{ account_id: by.accountId, recorded_at: momentOf(on) },
  }
}

function decisionOf({ person, form }: DisposalOf, on: Days, county: Reviewer, numbers: Numbers) {
  const { committee } = person
  const issuer = `${committee.name}${ISSUERS[form]}`
  const isOrder = form === 'correctionOrder'
  return {
    ...{ decision_org_id: committee.orgId, decision_body: committee.name, decider_name: committee.leader },
    ...{ decision_issuer: issuer, decision_year: Number(on.decided.slice(0, 4)) },
    ...{ decision_number: numbers(issuer, on.decided), decided_on: on.decided, decision_reason: REASON },
    term_months: isOrder ? 6 : null,
    required_change: isOrder ? '按时参加组织生活，把拖下的承诺补做完。' : '',
    help: isOrder ? '支部委员每月谈一次，安排一名党员联系。' : '',
    ...{ proof_of_service: '送达回证，本人签字', served_how: 'signed', served_on: on.served },
    ...{ served_by: person.by.name, entered_by_account_id: county.accountId },
    until_on: isOrder ? addMonths(on.decided, 6) : null,
    rejoin_from_on: isOrder ? null : addYears(on.decided, 5),
  }
}

function endOf({ form }: DisposalOf, on: Days, by: Reviewer): Row {
  if (form !== 'persuasion') return {}
  return {
    ...{ ended_how: 'withdrew', ended_on: on.left, end_words: '本人按劝告提交了退党申请。' },
    ...{
      end_minutes: '党员大会会议记录第 4 次',
      end_document: '本人退党申请书',
      ended_by_account_id: by.accountId,
    },
  }
}

function leftOf(
  { person, form }: DisposalOf,
  on: Days,
  decision: ReturnType<typeof decisionOf>,
): Left | undefined {
  if (form === 'correctionOrder') return undefined
  return {
    memberId: person.memberId,
    to: form === 'removal' ? 'removedFromRolls' : 'persuadedToWithdraw',
    ...{ deciderName: decision.decider_name, body: decision.decision_body, decidedOn: on.decided },
    ...{ reason: REASON, proofOfService: decision.proof_of_service },
  }
}

/** A sanction as the discipline commission decided it; here it is only recorded. */
export function makeSanction(
  person: CasePerson,
  sanction: 'warning' | 'removalFromPost',
  decidedOn: PlainDate,
  county: Reviewer,
  numbers: Numbers,
): Row {
  return {
    ...{ id: newIdAt(momentOf(decidedOn)), member_id: person.memberId, party_org_id: person.orgId, sanction },
    document_number: `清纪字〔${decidedOn.slice(0, 4)}〕${numbers('清纪字', decidedOn)}号`,
    ...{ deciding_level: 'countyDiscipline', complex: false, probation_years: null },
    ...{ decider_name: '县纪委常委会', body: '中共清源县纪律检查委员会', decided_on: decidedOn },
    reason: sanction === 'warning' ? '违反工作纪律，情节较轻。' : '不履行职责，造成工作损失。',
    proof_of_service: '处分决定送达回证，本人签字',
    effect_until_on: sanctionEffectUntil(sanction, decidedOn, null),
    ...{ recorded_by: county.name, recorded_by_account_id: county.accountId },
    recorded_at: momentOf(addDays(decidedOn, 7)),
  }
}

/** A help plan with its step and, where its time has run, what came of it (R-187, S-223). */
export function makeHelpPlan(
  person: CasePerson,
  of: {
    readonly year: number
    readonly useId: string | null
    readonly fromOn: PlainDate
    readonly result: 'changed' | 'partly' | 'notChanged' | null
  },
): { id: string; rows: PastRows } {
  const { by, other } = person
  const until =
    of.result === null
      ? plainDate(`${of.fromOn.slice(0, 4)}-12-31`)
      : plainDate(`${of.fromOn.slice(0, 4)}-06-30`)
  const id = newIdAt(momentOf(of.fromOn))
  const evaluated =
    of.result === null
      ? {}
      : {
          ...{
            state: 'evaluated',
            member_word: MEMBER_WORDS[of.result],
            result: of.result,
            evaluated_by: by.name,
          },
          ...{ evaluated_by_account_id: by.accountId, evaluated_on: until },
        }
  const plan = {
    ...{ id, member_id: person.memberId, party_org_id: person.orgId, use_id: of.useId, year: of.year },
    gaps: '组织生活参加少，承诺没有按时完成，联系群众不够。',
    measures: '每月谈心一次，安排一项力所能及的任务，帮着把拖下的承诺排上日程。',
    ...{
      helper_names: [by.name, person.panel[0].name],
      from_on: of.fromOn,
      until_on: until,
      state: 'running',
    },
    ...{ made_by: by.name, made_by_account_id: by.accountId, made_on: of.fromOn },
    ...evaluated,
  }
  const doneOn = addDays(of.fromOn, 30)
  const step = {
    ...{
      id: newIdAt(momentOf(doneOn)),
      help_plan_id: id,
      done_on: doneOn,
      words: '到家里谈了一次，说清了要补哪几样。',
    },
    ...{ noted_by: other.name, noted_by_account_id: other.accountId, noted_at: momentOf(doneOn) },
  }
  return { id, rows: { help_plan: [plan], help_step: [step] } }
}

const MEMBER_WORDS = {
  changed: '按计划补上了，谢谢大家提醒。',
  partly: '补了一部分，剩下的下半年接着做。',
  notChanged: '没有做到，我没有什么要说的。',
} as const
