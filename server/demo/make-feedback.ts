import { confirmFeedback, prepareFeedback, tellGrade } from '@steward/domain/appraisals/feedback.ts'
import { isLowGrade } from '@steward/domain/appraisals/grade.ts'
import type { SettledGrade } from '@steward/domain/appraisals/settlement.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { PastAppraisal } from '#features/appraisals/queries-bulk.ts'
import { newIdAt } from '#platform/new-id.ts'
import { checkerOf, type Made, momentOf, must } from './appraised-branch.ts'
import { problems } from './plan/year-words.ts'

/** Each grade was told in a talk, a low one with its five facts; who has an account has confirmed it. */
export function makeFeedbacks(made: Made, grades: readonly SettledGrade[]): PastAppraisal['feedbacks'] {
  const { frame, branch, byId } = made
  const { days, calendar, year } = frame
  return grades.map(({ memberId, grade, opinion, reason }) => {
    const teller = checkerOf(branch, memberId)
    const prepared = prepareFeedback({
      ...{ id: newIdAt(momentOf(days.toldOn)), memberId, year, grade, opinion, reason },
    })
    const facts = {
      ...{
        deciderName: branch.own.name,
        body: `${branch.orgName}评定会议`,
        decidedOn: days.settledOn,
        reason,
      },
      proofOfServiceId: `谈话记录，本人签字，${days.toldOn}`,
    }
    const author = { kind: 'person' as const, accountId: teller.accountId }
    const talk = {
      by: { author, memberId: teller.memberId === '' ? null : teller.memberId },
      ...{ how: 'inPerson' as const, consentToPhone: false, facts: isLowGrade(grade) ? facts : null },
    }
    const told = must(tellGrade(prepared, talk, { calendar, today: days.toldOn }))
    const reads = byId.get(memberId)?.account !== undefined
    return { ...(reads ? must(confirmFeedback(told, memberId)) : told), toldByName: teller.name }
  })
}

/** Problems of those with low grades and of some others; half were put right, the others go on as pledges. */
export function makeProblems(made: Made, grades: readonly SettledGrade[]): PastAppraisal['problems'] {
  const { frame, branch, draw } = made
  const { days } = frame
  return grades.flatMap(({ memberId, grade }) => {
    if (!isLowGrade(grade) && !draw.chance(6)) return []
    const { words, measure } = draw.oneOf(problems)
    const id = newIdAt(momentOf(days.settledOn))
    const isDone = !isLowGrade(grade) && draw.chance(50)
    const confirmer = checkerOf(branch, memberId)
    const reports = [{ on: addDays(days.toldOn, 4), words: '照着做了，登记在支部台账上。' }]
    return [
      {
        ...{ id, memberId, words, foundBy: draw.oneOf(['self', 'organisation', 'masses'] as const) },
        item: {
          ...{ id: newIdAt(momentOf(days.toldOn)), problemId: id, memberId, ownerId: memberId, measure },
          ...{ dueOn: days.endedOn, state: isDone ? ('confirmed' as const) : ('carriedOver' as const) },
          reports: isDone ? reports : [],
          confirmedBy: isDone ? confirmer.accountId : null,
          confirmedOn: isDone ? days.endedOn : null,
        },
        confirmedByName: isDone ? confirmer.name : null,
      },
    ]
  })
}

type Move = PastAppraisal['moves'][number]

export function makeMoves({ frame, branch, byId }: Made, grades: readonly SettledGrade[]): Move[] {
  const { days } = frame
  let minute = 0
  const move = (
    on: PlainDate,
    what: Move['move'],
    words = '',
    memberId: string | null = null,
    by?: Move['by'],
  ): Move => {
    minute += 1
    const at = new Date(momentOf(on).getTime() + minute * 1000)
    const who = by ?? { name: branch.own.name, accountId: branch.own.accountId }
    return { id: newIdAt(at), move: what, words, memberId, by: who, at }
  }
  const told = grades.flatMap(({ memberId }) => {
    const teller = checkerOf(branch, memberId)
    const by = { name: teller.name, accountId: teller.accountId }
    const one = byId.get(memberId)
    const own = { name: one?.member.name ?? '', accountId: one?.account?.accountId ?? null }
    const tell = move(days.toldOn, 'tell', 'inPerson', memberId, by)
    return own.accountId === null ? [tell] : [tell, move(days.toldOn, 'confirm', '', memberId, own)]
  })
  return [
    move(days.basisOn, 'open'),
    move(days.rollOn, 'goOn', 'roll'),
    move(days.rollOn, 'goOn', 'dutyReports'),
    ...(['self', 'peers', 'ballots'] as const).map((stage) => move(days.assemblyOn, 'goOn', stage)),
    move(days.assemblyOn, 'assembly'),
    ...(['members', 'masses'] as const).flatMap((paper) =>
      (['openBox', 'countPaper', 'closeBox'] as const).map((step) => move(days.assemblyOn, step, paper)),
    ),
    move(days.settledOn, 'goOn', 'settlement'),
    move(days.settledOn, 'meeting'),
    ...grades.map(({ memberId }) => {
      const { name, accountId } = checkerOf(branch, memberId)
      return move(days.settledOn, 'settle', '', memberId, { name, accountId })
    }),
    move(days.signedOn, 'sign'),
    move(days.signedOn, 'goOn', 'notice'),
    move(days.signedOn, 'notice'),
    move(days.toldOn, 'goOn', 'feedback'),
    ...told,
    move(days.endedOn, 'goOn', 'rectification'),
    move(days.endedOn, 'goOn', 'closed'),
  ]
}
