import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { BallotPaper, ChannelCount } from '@steward/domain/appraisals/ballot.ts'
import type { DutyReport } from '@steward/domain/appraisals/duty-report.ts'
import type { DutyFacts } from '@steward/domain/appraisals/duty-report-document.ts'
import type { Feedback } from '@steward/domain/appraisals/feedback.ts'
import type { RectificationItem } from '@steward/domain/appraisals/rectification.ts'
import type { RollLine } from '@steward/domain/appraisals/roll.ts'
import type { SettlingMeeting } from '@steward/domain/appraisals/settlement.ts'
import {
  type FrozenSettlement,
  settlementDigest,
  settlementForm,
  type SignedSettlement,
} from '@steward/domain/appraisals/signed-settlement.ts'
import type { DocumentRef } from '@steward/domain/schemes/scheme.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { systemHashes } from '#features/points/queries-log.ts'
import type { CountyTx } from '#platform/db.ts'
import type { AppraisalMove } from './queries.ts'
import type { FoundBy } from './queries-rectification.ts'
import type { NewResult } from './queries-settlement.ts'

type By = { readonly name: string; readonly accountId: string }

/** One of the two boxes, all of it voted on paper. */
export type PastBox = {
  readonly id: string
  readonly paper: BallotPaper
  readonly seal: string
  readonly graded: readonly string[]
  readonly voters: readonly { readonly id: string; readonly memberId: string | null; readonly name: string }[]
  readonly count: ChannelCount
  readonly counters: readonly string[]
}
export type PastProblem = {
  readonly id: string
  readonly memberId: string
  readonly foundBy: FoundBy
  readonly words: string
  readonly item: RectificationItem
  readonly confirmedByName: string | null
}

/** An appraisal of a record from before, from its document to its end. */
export type PastAppraisal = {
  readonly id: string
  readonly orgId: string
  readonly year: number
  readonly stage: AppraisalStage
  readonly basis: DocumentRef
  /** Who ran it. */
  readonly by: By
  readonly openedAt: Date
  readonly assembly: {
    readonly on: PlainDate
    readonly shouldAttend: number
    readonly present: number
    readonly chair: string
  }
  readonly noticeId: string | null
  readonly roll: readonly RollLine[]
  readonly memberNames: ReadonlyMap<string, string>
  readonly reports: readonly {
    readonly report: DutyReport
    readonly facts: DutyFacts
    readonly helperName: string
    readonly checkedByName: string
  }[]
  readonly selfWords: readonly { readonly memberId: string; readonly text: string }[]
  readonly peerWords: readonly {
    readonly id: string
    readonly about: string
    readonly by: string
    readonly text: string
  }[]
  readonly boxes: readonly PastBox[]
  readonly meeting: SettlingMeeting & { readonly id: string }
  /** Names beside the accounts that recorded grades. */
  readonly recorders: ReadonlyMap<string, string>
  readonly conduct: ReadonlyMap<string, string>
  readonly frozen: FrozenSettlement
  readonly signed: SignedSettlement
  readonly results: readonly NewResult[]
  readonly feedbacks: readonly (Feedback & { readonly toldByName: string })[]
  readonly problems: readonly PastProblem[]
  readonly moves: readonly {
    readonly id: string
    readonly move: AppraisalMove
    readonly words: string
    readonly memberId: string | null
    readonly by: { readonly name: string; readonly accountId: string | null }
    readonly at: Date
  }[]
}

type Row = Readonly<Record<string, unknown>>

/**
 * Writes appraisals of a record from before; whoever calls has made them by the rules of a single one. Several at a time,
 * a table after the other.
 */
export async function insertPastAppraisals(tx: CountyTx, all: readonly PastAppraisal[]): Promise<void> {
  const one = { county_id: tx.county }
  const boxes = all.flatMap((each) => each.boxes.map((box) => ({ of: each, box })))
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    ['appraisal', all.map((each) => ({ ...one, ...toAppraisal(each) }))],
    [
      'appraisal_roll',
      all.flatMap((each) => each.roll.map((line) => ({ ...one, ...toRoll(each.id, line) }))),
    ],
    [
      'duty_report',
      all.flatMap((each) => each.reports.map((kept) => ({ ...one, ...toReport(each.id, kept) }))),
    ],
    [
      'self_appraisal',
      all.flatMap((each) => each.selfWords.map((said) => ({ ...one, ...toSelf(each, said) }))),
    ],
    ['peer_word', all.flatMap((each) => each.peerWords.map((said) => ({ ...one, ...toPeer(each, said) })))],
    ['ballot_box', boxes.map(({ of, box }) => ({ ...one, ...toBox(of, box) }))],
    [
      'ballot_voter',
      boxes.flatMap(({ box }) =>
        box.voters
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, memberId, name }) => ({
            ...one,
            ...{ box_id: box.id, id, member_id: memberId, name, state: 'onPaper' },
          })),
      ),
    ],
    ['paper_count', boxes.map(({ of, box }) => ({ ...one, ...toCount(of, box) }))],
    ['settlement_meeting', all.map((each) => ({ ...one, ...toMeeting(each) }))],
    ['settled_grade', all.flatMap((each) => toGrades(each).map((row) => ({ ...one, ...row })))],
    ['signed_settlement', all.map((each) => ({ ...one, ...toSigned(each) }))],
    [
      'year_result',
      all.flatMap((each) => each.results.map((result) => ({ ...one, ...toResult(each, result) }))),
    ],
    [
      'grade_feedback',
      all.flatMap((each) => each.feedbacks.map((told) => ({ ...one, ...toFeedback(each.id, told) }))),
    ],
    [
      'appraisal_problem',
      all.flatMap((each) => each.problems.map((found) => ({ ...one, ...toProblem(each, found) }))),
    ],
    [
      'rectification_item',
      all.flatMap((each) => each.problems.map((found) => ({ ...one, ...toItem(found) }))),
    ],
    [
      'rectification_report',
      all.flatMap((each) =>
        each.problems.flatMap((found) => toItemReports(each, found).map((row) => ({ ...one, ...row }))),
      ),
    ],
    [
      'appraisal_move',
      all.flatMap((each) => each.moves.map((move) => ({ ...one, ...toMove(each.id, move) }))),
    ],
  ]
  // Sent together, done one after the other.
  await Promise.all(tables.map(([table, rows]) => insertRows(tx, table, rows)))
}

async function insertRows(tx: CountyTx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const text = `insert into ${table} select r.* from json_populate_recordset(null::${table}, $2::json) r where r.county_id = $1`
  await tx.raw(`past-${table}`, text, [JSON.stringify(rows)])
}

function toAppraisal({
  id,
  orgId,
  year,
  stage,
  basis,
  by,
  openedAt,
  assembly,
  noticeId,
  signed,
}: PastAppraisal) {
  return {
    ...{ id, party_org_id: orgId, year, stage },
    ...{ basis_body: basis.body, basis_number: basis.number, basis_on: basis.on },
    ...{ with_life_meeting: true, in_groups: false, assembly_on: assembly.on },
    ...{ should_attend: assembly.shouldAttend, present: assembly.present, assembly_chair: assembly.chair },
    ...{ notice_id: noticeId, edition: 1, signed_on: signed.signedOn },
    ...{ opened_by: by.name, opened_by_account_id: by.accountId, opened_at: openedAt, revision: 12 },
  }
}

function toRoll(appraisalId: string, line: RollLine) {
  return {
    ...{ appraisal_id: appraisalId, member_id: line.memberId, place: line.place, reason: line.reason },
    ...{ decision_body: line.decision?.body ?? '', decision_number: line.decision?.number ?? '' },
    ...{ decision_on: line.decision?.on ?? null, host_org_id: line.hostOrgId, home_org_id: line.homeOrgId },
    ...{ owes_report: line.owesReport, spoken_group: '' },
  }
}

function toReport(appraisalId: string, kept: PastAppraisal['reports'][number]) {
  const { report, facts, helperName, checkedByName } = kept
  return {
    ...{ id: report.id, appraisal_id: appraisalId, member_id: report.memberId, state: report.state },
    ...{ words: report.words, on_problems: Object.fromEntries(report.onProblems), facts },
    ...{ helper_account_id: report.helper?.accountId ?? null, helper_name: helperName },
    ...{ consent_on: report.helper?.consentOn ?? null, submitted_on: report.submittedOn },
    ...{ checked_by: checkedByName, checked_by_account_id: report.checkedBy, checked_on: report.checkedOn },
    revision: 3,
  }
}

function toSelf({ id, assembly, by }: PastAppraisal, { memberId, text }: PastAppraisal['selfWords'][number]) {
  const written = { written_by: by.name, written_by_account_id: by.accountId }
  return { appraisal_id: id, member_id: memberId, text, said_on: assembly.on, ...written }
}

function toPeer({ id, assembly, by }: PastAppraisal, said: PastAppraisal['peerWords'][number]) {
  return {
    ...{ id: said.id, appraisal_id: id, about_member_id: said.about, by_member_id: said.by, text: said.text },
    ...{ said_on: assembly.on, answer: null, written_by: by.name, written_by_account_id: by.accountId },
  }
}

function toBox({ id, assembly }: PastAppraisal, box: PastBox) {
  return {
    ...{ id: box.id, appraisal_id: id, paper: box.paper, state: 'closed', graded: box.graded, issued: 0 },
    ...{ seal: box.seal, opened_on: assembly.on, closed_on: assembly.on },
  }
}

function toCount({ by, assembly }: PastAppraisal, { id, count, counters }: PastBox) {
  return {
    ...{ box_id: id, issued: count.issued, cast_count: count.cast, spoiled: count.spoiled },
    ...{ returned_blank: count.returnedBlank, not_returned: count.notReturned, persons: count.persons },
    ...{
      counters,
      entered_by: by.name,
      entered_by_account_id: by.accountId,
      entered_at: eveningOf(assembly.on),
    },
  }
}

function toMeeting({ id, meeting, by }: PastAppraisal) {
  const { vote } = meeting
  return {
    ...{ id: meeting.id, appraisal_id: id, body: meeting.body, held_on: meeting.on },
    ...{ should_attend: vote.shouldAttend, present: vote.present, written: vote.written },
    ...{ yes: vote.yes, no: vote.no, abstain: vote.abstain, minutes: meeting.minutesId },
    ...{ recorded_by: by.name, recorded_by_account_id: by.accountId, recorded_at: eveningOf(meeting.on) },
  }
}

function toGrades({ id, meeting, frozen, conduct, recorders }: PastAppraisal): Row[] {
  return frozen.settled.map(({ memberId, grade, opinion, reason, differs, recordedBy }) => ({
    ...{ appraisal_id: id, member_id: memberId, meeting_id: meeting.id, grade, opinion, reason, differs },
    ...{ conduct: conduct.get(memberId) ?? '', recorded_by: recorders.get(recordedBy) ?? '' },
    ...{ recorded_by_account_id: recordedBy, recorded_at: eveningOf(meeting.on) },
  }))
}

function toSigned({ id, frozen, signed, by }: PastAppraisal) {
  return {
    ...{
      appraisal_id: id,
      edition: 1,
      form: settlementForm,
      bytes: `\\x${Buffer.from(signed.bytes).toString('hex')}`,
    },
    ...{ digest: settlementDigest(signed, systemHashes.sha256), frozen, rule_versions: signed.ruleVersions },
    ...{ signer_name: signed.signerName, signed_by: by.name, signed_by_account_id: signed.signedBy },
    ...{ signed_on: signed.signedOn, reason: '' },
  }
}

function toResult({ id, year }: PastAppraisal, result: NewResult) {
  return {
    ...{ appraisal_id: id, edition: 1, member_id: result.memberId, year, grade: result.grade },
    ...{ process: result.process, process_percent: result.processPercent, appraisal_score: result.appraisal },
    ...{ appraisal_percent: result.appraisalPercent, score: result.score, outside_caps: result.outsideCaps },
    scheme_version_id: result.schemeVersionId,
  }
}

function toFeedback(appraisalId: string, told: PastAppraisal['feedbacks'][number]) {
  const { served } = told
  return {
    ...{ id: told.id, appraisal_id: appraisalId, member_id: told.memberId, grade: told.grade },
    ...{ opinion: told.opinion, reason: told.reason, state: told.state, told_by: told.toldByName },
    ...{ told_by_account_id: told.toldBy, told_how: told.toldHow, told_on: told.toldOn },
    ...{ answer_until_on: told.answerUntil, appeal_until_on: told.appealUntil, answer: told.answer },
    ...{ served_decider: served?.deciderName ?? null, served_body: served?.body ?? null },
    ...{ served_decided_on: served?.decidedOn ?? null, served_reason: served?.reason ?? null },
    ...{ served_proof: served?.proofOfServiceId ?? null, served_by_account_id: served?.enteredBy ?? null },
    revision: told.state === 'told' ? 2 : 3,
  }
}

function toProblem({ id, by, meeting }: PastAppraisal, found: PastProblem) {
  return {
    ...{
      id: found.id,
      appraisal_id: id,
      member_id: found.memberId,
      found_by: found.foundBy,
      words: found.words,
    },
    ...{ recorded_by: by.name, recorded_by_account_id: by.accountId, recorded_at: eveningOf(meeting.on) },
  }
}

function toItem({ id: problemId, item, confirmedByName }: PastProblem) {
  return {
    ...{ id: item.id, problem_id: problemId, member_id: item.memberId, owner_member_id: item.memberId },
    ...{ measure: item.measure, due_on: item.dueOn, state: item.state, confirmed_by: confirmedByName },
    ...{ confirmed_by_account_id: item.confirmedBy, confirmed_on: item.confirmedOn },
  }
}

function toItemReports({ by }: PastAppraisal, { id, item }: PastProblem): Row[] {
  // The problem has one item and an item one report here, so that the id of the problem names it.
  return item.reports.map(({ on, words }) => ({
    ...{ id, item_id: item.id, said_on: on, words, said_by: by.name, account_id: by.accountId },
  }))
}

function toMove(appraisalId: string, { id, move, words, memberId, by, at }: PastAppraisal['moves'][number]) {
  return {
    ...{ id, appraisal_id: appraisalId, move, member_id: memberId, words },
    ...{ by_name: by.name, account_id: by.accountId, moved_at: at },
  }
}

const EVENING = 'T20:00:00+08:00'
function eveningOf(day: PlainDate): string {
  return `${day}${EVENING}`
}
