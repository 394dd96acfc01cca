import { addDays, addMonths, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import type { PastRows } from '#features/outcomes/queries-bulk.ts'
import { newIdAt } from '#platform/new-id.ts'
import { momentOf } from './appraised-branch.ts'
import type { CasePerson, paperNumbers } from './case-person.ts'
import type { Reviewer } from './fill-loop.ts'
import { type PlannedWarning, warningMatters } from './plan/outcome-words.ts'

type Row = Readonly<Record<string, unknown>>
type Numbers = ReturnType<typeof paperNumbers>
export type CountyBody = Reviewer & { readonly orgId: string; readonly name: string }
export type Bodies = { readonly county: CountyBody; readonly countyName: string }

const MEASURES = ['movePost', 'nonLeadingPost', 'movePost', 'resign'] as const

function stepsOf(
  kind: 'warning' | 'caution' | 'tolerance',
  id: string,
  by: Reviewer,
  steps: readonly (readonly [string, PlainDate])[],
): Row[] {
  return steps.map(([step, on]) => ({
    ...{ id: newIdAt(momentOf(on)), subject_kind: kind, subject_id: id, step, words: '' },
    ...{ by_name: by.name, account_id: by.accountId, acted_at: momentOf(on) },
  }))
}

/** A warning of the county with its notice, talk and what came of it: 24, 23 and 12 persons. */
export function makeWarning(
  person: CasePerson,
  { county, countyName }: Bodies,
  numbers: Numbers,
  of: { readonly at: number; readonly servedOn: PlainDate },
): PastRows {
  const { role } = person
  const { servedOn, at } = of
  const matter = warningMatters[at % warningMatters.length] as PlannedWarning // The list is not empty.
  const draftedOn = addDays(servedOn, -6)
  const decidedOn = addDays(servedOn, -2)
  const talkOn = addDays(servedOn, 5)
  const changeBy = addMonths(servedOn, 3)
  const endOn = addDays(changeBy, 4)
  const id = newIdAt(momentOf(draftedOn))
  const issuer = `${countyName}预警`
  const isMeasured = role === 'measured'
  const isChanged = role === 'talked' && at % 3 !== 2
  const talk =
    role === 'talkExplained' ? { no_talk_for: '本人派驻外地挂职，回县以后补谈。' } : talkOf(county, talkOn)
  const row = {
    ...{ id, member_id: person.memberId, party_org_id: person.orgId, body_org_id: county.orgId },
    ...{ colour: isMeasured ? 'orange' : 'yellow', grave_for: isMeasured ? matter.grave : null },
    ...{ facts: matter.facts, standard: matter.standard, required_change: matter.change },
    ...{ helper_name: person.by.name, change_by_on: changeBy },
    state: isMeasured ? 'measured' : isChanged ? 'changed' : role === 'talked' ? 'talked' : 'noticed',
    ...{
      number_issuer: issuer,
      number_year: Number(draftedOn.slice(0, 4)),
      number: numbers(issuer, draftedOn),
    },
    ...{ drafted_by: county.name, drafted_by_account_id: county.accountId, drafted_at: momentOf(draftedOn) },
    ...{ served_decider: '部务会议', served_body: countyName, served_decided_on: decidedOn },
    ...{ served_reason: matter.facts, served_proof: '预警通知书送达回证，本人签字', served_by: county.name },
    ...{
      served_by_account_id: county.accountId,
      served_on: servedOn,
      answer: '认可通知书所列的事，按期改。',
    },
    ...talk,
    ...(isMeasured ? measureOf(person, county, countyName, numbers, addDays(changeBy, 10), at) : {}),
    ...(isChanged
      ? {
          ended_on: endOn,
          ended_by: county.name,
          ended_by_account_id: county.accountId,
          ended_for: '到期核实，要改的都改了。',
        }
      : {}),
    revision: 4,
  }
  const steps = stepsOf('warning', id, county, [
    ...([
      ['draft', draftedOn],
      ['serve', servedOn],
    ] as const),
    ...(role === 'talkExplained' ? ([['explainNoTalk', talkOn]] as const) : ([['talk', talkOn]] as const)),
    ...(isMeasured ? ([['measure', addDays(changeBy, 10)]] as const) : []),
    ...(isChanged ? ([['confirm', endOn]] as const) : []),
  ])
  return { warning: [row], outcome_step: steps }
}

function talkOf(county: CountyBody, on: PlainDate): Row {
  const words = '当面讲清了问题和要求，本人表示按期改正。'
  return { talk_on: on, talk_by: county.name, talk_by_account_id: county.accountId, talk_words: words }
}

function measureOf(
  _person: CasePerson,
  county: CountyBody,
  countyName: string,
  numbers: Numbers,
  on: PlainDate,
  at: number,
): Row {
  return {
    ...{
      measure_kind: MEASURES[at % MEASURES.length],
      measure_decider: '县委常委会',
      measure_body: countyName,
    },
    measure_document: `清组任〔${on.slice(0, 4)}〕${numbers('清组任', on)}号`,
    ...{ measure_decided_on: on, measure_reason: '预警期满，工作仍没有起色，经研究调整。', measure_on: on },
    ...{
      measure_proof: '谈话记录，本人签字',
      measure_by: county.name,
      measure_by_account_id: county.accountId,
    },
    measure_body_org_id: county.orgId,
  }
}

/** A written caution beside a help plan that runs. */
export function makeCaution(
  person: CasePerson,
  helpPlanId: string,
  county: Reviewer,
  numbers: Numbers,
  servedOn: PlainDate,
): PastRows {
  const { committee } = person
  const id = newIdAt(momentOf(servedOn))
  const issuer = `${committee.name}警示`
  const row = {
    ...{ id, member_id: person.memberId, party_org_id: person.orgId, body_org_id: committee.orgId },
    ...{ help_plan_id: helpPlanId, gaps: '组织生活参加少，承诺没有按时完成。' },
    ...{ required_change: '按帮扶计划每月补一项，年底前补齐。', state: 'inForce', number_issuer: issuer },
    ...{
      number_year: Number(servedOn.slice(0, 4)),
      number: numbers(issuer, servedOn),
      drafted_by: person.by.name,
    },
    ...{ drafted_by_account_id: person.by.accountId, drafted_at: momentOf(addDays(servedOn, -5)) },
    ...{
      served_decider: committee.leader,
      served_body: committee.name,
      served_decided_on: addDays(servedOn, -1),
    },
    ...{ served_reason: '评为不合格，按规定帮扶并书面警示。', served_proof: '警示通知书送达回证，本人签字' },
    ...{ served_by: county.name, served_by_account_id: county.accountId, served_on: servedOn, revision: 2 },
  }
  const steps = stepsOf('caution', id, county, [
    ['draft', addDays(servedOn, -5)],
    ['serve', servedOn],
  ])
  return { caution: [row], outcome_step: steps }
}

/** What is closed to somebody for a time by decision (R-212, S-221, S-226). */
export function makeLimit(
  person: CasePerson,
  kind: 'awards' | 'appointmentHold',
  { county, countyName }: Bodies,
  numbers: Numbers,
  fromOn: PlainDate,
): Row {
  const reason =
    kind === 'awards'
      ? '年度评议基本合格，按规定一年内不参加评先评优和记功。'
      : '拟任职人选年度积分有扣分，任职前考察暂缓。'
  const until = kind === 'awards' ? addMonths(fromOn, 12) : plainDate(`${fromOn.slice(0, 4)}-12-31`)
  return {
    ...{
      id: newIdAt(momentOf(fromOn)),
      member_id: person.memberId,
      use_id: null,
      year: Number(fromOn.slice(0, 4)) - 1,
    },
    ...{ kind, from_on: fromOn },
    ...{ until_on: until, document: `清组通〔${fromOn.slice(0, 4)}〕${numbers('清组通', fromOn)}号` },
    ...{ served_decider: '部务会议', served_body: countyName, served_decided_on: addDays(fromOn, -1) },
    ...{ served_reason: reason, served_proof: '谈话记录，本人签字', served_by: county.name },
    ...{ served_by_account_id: county.accountId, recorded_at: momentOf(fromOn) },
  }
}

export type Tolerated = {
  readonly entryId: string
  readonly reversalId: string
  readonly caseId: string
  readonly matter: string
}

/** An honest error that was tolerated; its deduction was taken back in the ledger (R-256…R-261). */
export function makeTolerance(
  person: CasePerson,
  { county, countyName }: Bodies,
  checker: Reviewer,
  numbers: Numbers,
  tolerated: Tolerated,
  on: { readonly applied: PlainDate; readonly found: PlainDate },
): PastRows {
  const checkedOn = addDays(on.found, -6)
  const issuer = `${countyName}容错`
  const honest = { dutyOrReform: true, lawsKept: true, careTaken: true, noPrivateGain: true }
  const row = {
    ...{
      id: tolerated.caseId,
      member_id: person.memberId,
      party_org_id: person.orgId,
      matter: tolerated.matter,
    },
    ...{
      applied_by: 'organisation',
      applied_by_name: person.by.name,
      applied_by_account_id: person.by.accountId,
    },
    ...{
      applied_on: on.applied,
      applied_at: momentOf(on.applied),
      state: 'tolerated',
      accepted_by: county.name,
    },
    ...{ accepted_by_account_id: county.accountId, conditions: honest },
    distinctions: {
      inexperienceNotKnowingBreach: true,
      notForbiddenNotDefiance: true,
      forDevelopmentNotGain: true,
    },
    factors: {
      motive: '为了赶农时，没有谋私利。',
      conditions: '当时技术力量不足。',
      procedure: '事先开会研究过，有记录。',
      nature: '工作失误，没有违反规定。',
      consequence: '损失不大，已经补上。',
      repair: '发现以后当天补救，群众认可。',
    },
    ...{
      exclusions: [],
      checked_by: checker.name,
      checked_by_account_id: checker.accountId,
      checked_on: checkedOn,
    },
    ...{ finding_body: countyName, finding_body_org_id: county.orgId, found_by: county.name },
    finding_document: `清组容〔${on.found.slice(0, 4)}〕${numbers('清组容', on.found)}号`,
    ...{ found_by_account_id: county.accountId, found_on: on.found, answered_on: addDays(on.found, 2) },
    ...{ answered_by: county.name, number_issuer: issuer, number_year: Number(on.found.slice(0, 4)) },
    ...{ number: numbers(issuer, on.found), edition: 1, checked_before: [], found_before: [], revision: 5 },
  }
  const entry = {
    tolerance_id: tolerated.caseId,
    entry_id: tolerated.entryId,
    reversal_id: tolerated.reversalId,
  }
  const steps = [
    ...stepsOf('tolerance', tolerated.caseId, person.by, [['apply', on.applied]]),
    ...stepsOf('tolerance', tolerated.caseId, county, [['accept', addDays(on.applied, 2)]]),
    ...stepsOf('tolerance', tolerated.caseId, checker, [['check', checkedOn]]),
    ...stepsOf('tolerance', tolerated.caseId, county, [
      ['find', on.found],
      ['answer', addDays(on.found, 2)],
    ]),
  ]
  return { tolerance_case: [row], tolerance_entry: [entry], outcome_step: steps }
}
