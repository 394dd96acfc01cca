import { closeThing, openThing, openThings } from '#features/messages/queries.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { Appraisal } from './queries.ts'
import { type KeptLine, listRoll } from './queries-roll.ts'
import { listToVote } from './queries-things.ts'

/** Minutes a thing to do usually takes. */
const MINUTES = { report: 20, question: 5, feedback: 3, vote: 5, item: 5 }

const keys = {
  report: (appraisalId: string, memberId: string) => `duty-report-${appraisalId}-${memberId}`,
  question: (reportId: string) => `duty-question-${reportId}`,
  feedback: (feedbackId: string) => `grade-feedback-${feedbackId}`,
  vote: (voterId: string) => `ballot-${voterId}`,
  item: (itemId: string) => `rectification-item-${itemId}`,
}

/** Everybody who owes a report and signs in is asked for it; the branch sees to the others. */
export async function askForReports(
  { tx, actor, now, newId }: Context,
  of: Appraisal,
  lines: readonly KeptLine[],
): Promise<void> {
  await openThings(
    tx,
    lines.flatMap(({ memberId, accountId, owesReport }) =>
      accountId === null || !owesReport
        ? []
        : [
            {
              ...{ id: newId(), key: keys.report(of.id, memberId), kind: 'duty-report.write' },
              ...{ to: { accountId }, orgId: of.orgId, facts: { year: of.year }, dueOn: null },
              ...{ minutes: MINUTES.report, askedBy: actor.name, subjectId: of.id, openedAt: now },
            },
          ],
    ),
  )
}

/** The stage of reports is over: nobody is asked for one any more. */
export async function closeReportThings(context: Context, of: Appraisal): Promise<void> {
  for (const { memberId, owesReport, accountId } of await listRoll(context.tx, of.id)) {
    if (owesReport && accountId !== null) await closeReportThing(context, of.id, memberId)
  }
}

export async function closeReportThing(
  { tx, actor, now }: Context,
  appraisalId: string,
  memberId: string,
): Promise<void> {
  await closeThing(tx, keys.report(appraisalId, memberId), actor, now)
}

/** A question waits for the member's answer. */
export async function askQuestion(
  { tx, actor, now, newId }: Context,
  about: {
    readonly reportId: string
    readonly accountId: string
    readonly orgId: string
    readonly text: string
  },
): Promise<void> {
  await openThing(tx, {
    ...{ id: newId(), key: keys.question(about.reportId), kind: 'duty-report.answer' },
    ...{ to: { accountId: about.accountId }, orgId: about.orgId, facts: { text: about.text.slice(0, 40) } },
    ...{
      dueOn: null,
      minutes: MINUTES.question,
      askedBy: actor.name,
      subjectId: about.reportId,
      openedAt: now,
    },
  })
}

export async function closeQuestion({ tx, actor, now }: Context, reportId: string): Promise<void> {
  await closeThing(tx, keys.question(reportId), actor, now)
}

/** The member was told in person and reads the words again. */
export async function askToRead(
  { tx, actor, now, newId }: Context,
  about: {
    readonly feedbackId: string
    readonly accountId: string
    readonly orgId: string
    readonly year: number
    readonly answerUntil: PlainDate
  },
): Promise<void> {
  await openThing(tx, {
    ...{ id: newId(), key: keys.feedback(about.feedbackId), kind: 'feedback.read' },
    ...{ to: { accountId: about.accountId }, orgId: about.orgId, facts: { year: about.year } },
    ...{
      dueOn: about.answerUntil,
      minutes: MINUTES.feedback,
      askedBy: actor.name,
      subjectId: about.feedbackId,
      openedAt: now,
    },
  })
}

export async function closeToRead({ tx, actor, now }: Context, feedbackId: string): Promise<void> {
  await closeThing(tx, keys.feedback(feedbackId), actor, now)
}

/** Voters who sign in are asked once; who has a token or a paper is not asked any more. */
export async function askToVote(
  { tx, actor, now, newId }: Context,
  of: Appraisal,
  boxId: string,
): Promise<void> {
  const voters = await listToVote(tx, boxId)
  await openThings(
    tx,
    voters.map(({ voterId, accountId }) => ({
      ...{ id: newId(), key: keys.vote(voterId), kind: 'ballot.cast', to: { accountId }, orgId: of.orgId },
      ...{ facts: { year: of.year }, dueOn: null, minutes: MINUTES.vote, askedBy: actor.name },
      ...{ subjectId: boxId, openedAt: now },
    })),
  )
}

export async function closeToVote({ tx, actor, now }: Context, voterId: string): Promise<void> {
  await closeThing(tx, keys.vote(voterId), actor, now)
}

/** The box is closed: nobody is asked to vote any more. */
export async function closeAllToVote(context: Context, boxId: string): Promise<void> {
  for (const { voterId } of await listToVote(context.tx, boxId)) await closeToVote(context, voterId)
}

/** Whoever puts a problem right says by its day what was done. */
export async function askForItem(
  { tx, actor, now, newId }: Context,
  about: {
    readonly itemId: string
    readonly accountId: string
    readonly orgId: string
    readonly measure: string
    readonly dueOn: PlainDate
  },
): Promise<void> {
  await openThing(tx, {
    ...{ id: newId(), key: keys.item(about.itemId), kind: 'rectification.report', orgId: about.orgId },
    ...{
      to: { accountId: about.accountId },
      facts: { text: about.measure.slice(0, 40) },
      dueOn: about.dueOn,
    },
    ...{ minutes: MINUTES.item, askedBy: actor.name, subjectId: about.itemId, openedAt: now },
  })
}

export async function closeItemThing({ tx, actor, now }: Context, itemId: string): Promise<void> {
  await closeThing(tx, keys.item(itemId), actor, now)
}
