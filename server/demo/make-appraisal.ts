import {
  beginReport,
  checkReport,
  submitReport,
  writeReport,
} from '@steward/domain/appraisals/duty-report.ts'
import { isLowGrade, noGrades } from '@steward/domain/appraisals/grade.ts'
import { gradedHere, placeOnRoll } from '@steward/domain/appraisals/roll.ts'
import {
  checkSettlement,
  proposalFor,
  type SettledGrade,
  settleGrade,
  type SettlementInput,
  settlingBody,
  type SettlingMeeting,
} from '@steward/domain/appraisals/settlement.ts'
import { signSettlement } from '@steward/domain/appraisals/signed-settlement.ts'
import { appraisalScore, yearResult } from '@steward/domain/appraisals/year-result.ts'
import { addYears } from '@steward/domain/shared/plain-date.ts'
import type { PastAppraisal } from '#features/appraisals/queries-bulk.ts'
import type { NewResult } from '#features/appraisals/queries-settlement.ts'
import { newIdAt } from '#platform/new-id.ts'
import {
  type AppraisedBranch,
  checkerOf,
  type Made,
  momentOf,
  must,
  type YearFrame,
} from './appraised-branch.ts'
import { type Ballots, makeBallots } from './make-ballots.ts'
import { makeFeedbacks, makeMoves, makeProblems } from './make-feedback.ts'
import { drawFrom } from './plan/random.ts'
import {
  conductWords,
  gradeReasons,
  opinions,
  peerWords,
  reportGains,
  reportPlans,
  reportShortcomings,
  selfWords,
} from './plan/year-words.ts'

const BODY = '清源县委组织部'
/** The appraisal of a branch from its document to its end, by the rules of the single steps (R-178…R-192). */
export function makeAppraisal(frame: YearFrame, branch: AppraisedBranch): PastAppraisal {
  const made = gather(frame, branch)
  const { days, year } = frame
  const ballots = makeBallots(made)
  const settled = settle(made, ballots)
  const by = { name: branch.own.name, accountId: branch.own.accountId }
  const basis = basisOf(frame)
  const frozen = {
    ...{ countyId: frame.county, orgId: branch.orgId, year, basis, membersOfBranch: branch.members.length },
    ...{ roll: made.roll, ballots: ballots.counts, seals: ballots.seals },
    ...{ inputs: settled.inputs, settled: settled.grades, ruleVersions: versionsOf(made) },
  }
  const signer = { signedBy: by.accountId, signerName: by.name, signedOn: days.signedOn }
  return {
    ...{
      id: newIdAt(momentOf(days.basisOn)),
      orgId: branch.orgId,
      year,
      stage: 'closed' as const,
      basis,
      by,
    },
    openedAt: momentOf(days.basisOn),
    assembly: { on: days.assemblyOn, ...ballots.assembly, chair: by.name },
    noticeId: null,
    roll: made.roll,
    memberNames: new Map(branch.members.map(({ member }) => [member.id, member.name])),
    reports: makeReports(made),
    ...makeWords(made),
    boxes: ballots.boxes,
    meeting: settled.meeting,
    recorders: new Map([branch.own, branch.other].map(({ accountId, name }) => [accountId, name])),
    conduct: new Map(settled.inputs.map(({ memberId, dailyConduct }) => [memberId, dailyConduct])),
    frozen,
    signed: signSettlement(frozen, signer),
    results: settled.results,
    feedbacks: makeFeedbacks(made, settled.grades),
    problems: frame.leavesProblems ? makeProblems(made, settled.grades) : [],
    moves: makeMoves(made, settled.grades),
  }
}

function basisOf({ year, days }: YearFrame) {
  return { body: BODY, number: `清组通〔${year}〕41号`, on: days.basisOn }
}

function gather(frame: YearFrame, branch: AppraisedBranch): Made {
  const roll = branch.members.map(({ member }) =>
    must(
      placeOnRoll({
        memberId: member.id,
        membershipKind: member.convertedOn === null ? 'probationary' : 'full',
        ...{ suspended: false, floating: null, exemption: null },
        elderlyOrFrail: member.bornOn <= addYears(frame.days.rollOn, -70),
      }),
    ),
  )
  const byId = new Map(branch.members.map((each) => [each.member.id, each]))
  const graded = gradedHere(roll).flatMap((id) => byId.get(id) ?? [])
  const fullMembers = branch.members.filter(({ member }) => member.convertedOn !== null).length
  return {
    frame,
    branch,
    draw: drawFrom(`year ${frame.year} ${branch.orgName}`),
    roll,
    graded,
    byId,
    fullMembers,
  }
}

function versionsOf({ graded }: Made): string[] {
  return [...new Set(graded.flatMap(({ version }) => version?.id ?? []))].toSorted()
}

/** Reports of those who owe one; who has no account was helped by the branch, with consent. */
function makeReports({ frame, branch, roll, byId, draw }: Made): PastAppraisal['reports'] {
  const { days, year } = frame
  return roll.flatMap(({ memberId, owesReport }) => {
    const one = byId.get(memberId)
    if (!owesReport || one === undefined) return []
    const helper =
      one.account === undefined ? { accountId: branch.own.accountId, consentOn: days.rollOn } : null
    const id = newIdAt(momentOf(days.reportedOn))
    const begun = beginReport({ id, memberId, orgId: branch.orgId, year, helper })
    const words = {
      ...begun.words,
      gains: draw.oneOf(reportGains),
      shortcomings: draw.oneOf(reportShortcomings),
      nextYear: draw.oneOf(reportPlans),
    }
    const written = must(writeReport(begun, { words, onProblems: new Map() }, memberId))
    const handed = must(submitReport(written, memberId, { problemIds: [], today: days.reportedOn }))
    const checker = checkerOf(branch, memberId)
    const facts = {
      ...{ memberName: one.member.name, orgName: branch.orgName, pledges: [], deeds: [], hours: 0 },
      ...{ process: one.points, problems: [], missing: ['志愿服务时长'] },
    }
    return [
      {
        report: must(checkReport(handed, checker, days.checkedOn)),
        facts,
        helperName: helper === null ? '' : branch.own.name,
        checkedByName: checker.name,
      },
    ]
  })
}

function makeWords({ graded, draw, frame }: Made): Pick<PastAppraisal, 'selfWords' | 'peerWords'> {
  const self = graded.map(({ member }) => ({ memberId: member.id, text: draw.oneOf(selfWords) }))
  const peers = graded.flatMap(({ member }, at) => {
    const by = graded[(at + 1) % graded.length]?.member.id
    if (by === undefined || by === member.id) return []
    const id = newIdAt(momentOf(frame.days.assemblyOn))
    return [{ id, about: member.id, by, text: draw.oneOf(peerWords) }]
  })
  return { selfWords: self, peerWords: peers }
}

type Settled = {
  readonly meeting: SettlingMeeting & { readonly id: string }
  readonly inputs: readonly SettlementInput[]
  readonly grades: readonly SettledGrade[]
  readonly results: readonly NewResult[]
}

/** The meeting sets every grade; somebody else records that of the one who records the others. */
function settle(made: Made, ballots: Ballots): Settled {
  const { frame, branch, graded, draw, fullMembers } = made
  const meeting = meetingOf(made)
  const { id: _id, ...held } = meeting
  const facts = { fullMembers, graded: graded.map(({ member }) => member.id) }
  const empty = (memberId: string) => ({ memberId, counts: noGrades, abstained: 0 })
  const results: NewResult[] = []
  const inputs: SettlementInput[] = []
  const grades = graded.map(({ member, version, points, outsideCaps }, at): SettledGrade => {
    const membersBallot = ballots.counts.members.persons[at] ?? empty(member.id)
    const massesBallot = ballots.counts.masses.persons[at] ?? empty(member.id)
    const appraisal = appraisalScore(membersBallot.counts, massesBallot.counts)
    const parts = { points, unlimitedBonus: outsideCaps, appraisal }
    // Before there were points the ballots alone were the score.
    const result = yearResult(parts, version?.appraisalPercent ?? 100)
    const isProposed = version?.scored === true && version.graded
    const { score } = result
    const proposal = isProposed
      ? proposalFor({ lines: version.proposalLines, score, scoreWithoutDisputed: score, vetoes: [] })
      : null
    const grade = ballots.grades.get(member.id) ?? 'qualified'
    const input = {
      ...{ memberId: member.id, points, proposal, schemeVersionId: version?.id ?? null, vetoes: [] },
      ...{ membersBallot, massesBallot, dailyConduct: draw.oneOf(conductWords) },
    }
    inputs.push(input)
    results.push({ ...result, memberId: member.id, grade, outsideCaps, schemeVersionId: version?.id ?? null })
    const needsReason =
      (proposal !== null && grade !== proposal) || isLowGrade(grade) || grade === 'excellent'
    const reason = needsReason ? draw.oneOf(gradeReasons[grade]) : ''
    const recorder = checkerOf(branch, member.id)
    const author = { kind: 'person' as const, accountId: recorder.accountId }
    return must(
      settleGrade(
        input,
        { grade, opinion: draw.oneOf(opinions[grade]), reason, meeting: held },
        { author, memberId: recorder.memberId === '' ? null : recorder.memberId },
        facts,
      ),
    )
  })
  const whole = { membersOfBranch: branch.members.length, lensSeen: true, signerName: branch.own.name }
  must(checkSettlement(grades, { graded: facts.graded, ...whole }))
  return { meeting: { ...meeting, on: frame.days.settledOn }, inputs, grades, results }
}

function meetingOf({ frame, fullMembers }: Made): Settled['meeting'] {
  const body = settlingBody(fullMembers)
  const voters = body === 'assembly' ? Math.max(1, fullMembers) : fullMembers >= 30 ? 5 : 3
  return {
    ...{ id: newIdAt(momentOf(frame.days.settledOn)), body, on: frame.days.settledOn },
    vote: { shouldAttend: voters, present: voters, written: 0, yes: voters, no: 0, abstain: 0 },
    minutesId: body === 'committee' ? '支委会会议记录第 12 次' : '党员大会会议记录第 4 次',
  }
}
