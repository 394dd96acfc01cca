import {
  answerQuestion,
  askAboutReport,
  beginReport,
  checkReport as check,
  type DutyReport,
  submitReport as submit,
  writeReport as write,
} from '@steward/domain/appraisals/duty-report.ts'
import { type DutyFacts, draftWords } from '@steward/domain/appraisals/duty-report-document.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { versionsOf } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askWhoSeesTo } from './handlers-asking.ts'
import { askQuestion, closeQuestion, closeReportThing } from './handlers-things.ts'
import { answerReport, askReport, checkReport, submitReport, writeReport } from './operations-report.ts'
import { type Appraisal, findAppraisal, lockAppraisal } from './queries.ts'
import {
  findReportOf,
  type KeptReport,
  loadMemberYear,
  lockReport,
  putQuestion,
  putReport,
} from './queries-report.ts'
import { type KeptLine, listRoll } from './queries-roll.ts'

/** The year of a member as the report names it; nothing is guessed, and what is missing is named (S-203, S-210). */
export async function factsOf(
  { tx }: Context,
  of: Appraisal,
  member: { readonly memberId: string; readonly name: string },
): Promise<DutyFacts> {
  const year = await loadMemberYear(tx, member.memberId, of.year)
  const versions = await versionsOf(tx, [...new Set(year.deeds.map(({ versionId }) => versionId))])
  const itemOf = (versionId: string, code: string) =>
    versions.find(({ id }) => id === versionId)?.items.find((item) => item.code === code)
  const deeds = year.deeds.map((deed) => ({ ...deed, item: itemOf(deed.versionId, deed.itemCode) }))
  const missing = [
    ...(year.pledges.length === 0 ? ['承诺'] : []),
    ...(deeds.length === 0 ? ['申报的事'] : []),
    ...(year.problems.length === 0 ? ['上一年的问题'] : []),
  ]
  return {
    memberName: member.name,
    orgName: of.orgName,
    pledges: year.pledges,
    deeds: deeds.map(({ entryId, on, said, item, itemCode, points }) => ({
      ...{ entryId, on, points, words: said === '' ? (item?.name.zh ?? itemCode) : said },
    })),
    hours: deeds.reduce((sum, { item, quantity }) => sum + (item?.value.unit === 'hour' ? quantity : 0), 0),
    process: year.process,
    problems: year.problems,
    missing,
  }
}

/** Whether the caller writes the report: the own one, or that of a member who agreed. */
export function mayWrite({ access, actor }: Context, of: Appraisal, memberId: string): boolean {
  if (memberId === actor.memberId) return access.can('appraisal.take-part', { memberId })
  return access.can('appraisal.take-down', { path: of.orgPath })
}

export async function lineOf(
  { tx }: Context,
  of: Appraisal,
  memberId: string,
): Promise<KeptLine | undefined> {
  return (await listRoll(tx, of.id)).find((line) => line.memberId === memberId)
}

/** Reports are written until the ballots begin. */
export function isTimeToWrite(of: Appraisal): boolean {
  return of.stage === 'dutyReports' || of.stage === 'self' || of.stage === 'peers'
}

const writing = handle(writeReport, async (context, input) => {
  const { tx, actor } = context
  const { appraisalId, memberId } = input
  const of = (await lockAppraisal(tx, appraisalId)) ?? problem('not-found')
  if (!mayWrite(context, of, memberId)) problem('not-found')
  const line = (await lineOf(context, of, memberId)) ?? problem('not-found')
  if (!isTimeToWrite(of)) return refuse('duty-report-not-now', { stage: of.stage })
  const isOwn = memberId === actor.memberId
  if (!isOwn && input.consentOn === null) return refuse('duty-report-needs-consent')
  const kept = (await findReportOf(tx, appraisalId, memberId)) ?? begun(context, of, line)
  const isSame = kept.revision === (input.revision ?? 0)
  if (!isSame) return refuse('duty-report-changed-since', { revision: kept.revision })
  const helper =
    isOwn || actor.accountId === null || input.consentOn === null
      ? null
      : { accountId: actor.accountId, consentOn: input.consentOn }
  const onProblems = new Map(Object.entries(input.onProblems))
  const written = write(kept.report, { words: input.words, onProblems }, memberId)
  if (!written.ok) return written
  const report: DutyReport = { ...written.value, helper }
  const revision = await putReport(tx, { ...kept, report, helperName: helper === null ? '' : actor.name })
  context.note({ reportId: report.id, memberId })
  return agree({ reportId: report.id, revision })
})

function begun({ newId }: Context, of: Appraisal, { memberId }: KeptLine): KeptReport {
  return {
    report: beginReport({ id: newId(), memberId, orgId: of.orgId, year: of.year, helper: null }),
    appraisalId: of.id,
    askedBy: new Map(),
    helperName: '',
    checkedByName: null,
    facts: null,
    revision: 0,
  }
}

/** The draft a member starts from. */
export function draftOf(facts: DutyFacts): DutyReport['words'] {
  const none = { pledges: '', deeds: '', gains: '', shortcomings: '', lastYearProblems: '', nextYear: '' }
  return { ...none, ...draftWords(facts) }
}

type Opened = { readonly kept: KeptReport; readonly of: Appraisal }

/** A report locked at the revision the caller has read. */
async function lockAt(
  { tx }: Context,
  reportId: string,
  revision: number,
): Promise<{ opened: Opened; fresh: Decision<true, 'duty-report-changed-since'> }> {
  const kept = (await lockReport(tx, reportId)) ?? problem('not-found')
  const of = (await findAppraisal(tx, kept.appraisalId)) ?? problem('not-found')
  const fresh =
    kept.revision === revision
      ? agree(true as const)
      : refuse('duty-report-changed-since', { revision: kept.revision })
  return { opened: { kept, of }, fresh }
}

const handing = handle(submitReport, async (context, { reportId, revision }) => {
  const { tx, today } = context
  const { opened, fresh } = await lockAt(context, reportId, revision)
  const { kept, of } = opened
  const { memberId } = kept.report
  if (!mayWrite(context, of, memberId)) problem('not-found')
  if (!fresh.ok) return fresh
  if (!isTimeToWrite(of)) return refuse('duty-report-not-now', { stage: of.stage })
  const line = (await lineOf(context, of, memberId)) ?? problem('not-found')
  const facts = await factsOf(context, of, line)
  const problemIds = facts.problems.map(({ id }) => id)
  const submitted = submit(kept.report, memberId, { problemIds, today })
  if (!submitted.ok) return submitted
  const next = await putReport(tx, { ...kept, report: submitted.value, facts })
  await closeReportThing(context, of.id, memberId)
  await askWhoSeesTo(context, of.id)
  context.note({ reportId, memberId })
  return agree({ state: submitted.value.state, revision: next })
})

const asking = handle(askReport, async (context, { reportId, revision, text }) => {
  const { tx, actor, today } = context
  const { opened, fresh } = await lockAt(context, reportId, revision)
  const { kept, of } = opened
  context.access.demandHidden('duty-report.check', { path: of.orgPath })
  if (!fresh.ok) return fresh
  const by = { accountId: actor.accountId ?? problem('forbidden'), memberId: actor.memberId }
  const asked = askAboutReport(kept.report, { id: context.newId(), text }, by, today)
  if (!asked.ok) return asked
  const question = asked.value.questions.at(-1) ?? problem('not-found')
  await putQuestion(tx, reportId, question, actor.name)
  const line = await lineOf(context, of, kept.report.memberId)
  if (line?.accountId != null) {
    await askQuestion(context, { reportId, accountId: line.accountId, orgId: of.orgId, text: question.text })
  }
  context.note({ reportId, memberId: kept.report.memberId })
  const next = await putReport(tx, { ...kept, report: asked.value })
  await askWhoSeesTo(context, of.id)
  return agree({ state: asked.value.state, revision: next })
})

const answering = handle(answerReport, async (context, { reportId, revision, questionId, answer }) => {
  const { tx, today } = context
  const { opened, fresh } = await lockAt(context, reportId, revision)
  const { kept, of } = opened
  const { memberId } = kept.report
  if (!mayWrite(context, of, memberId)) problem('not-found')
  if (!fresh.ok) return fresh
  const answered = answerQuestion(kept.report, questionId, answer, memberId, today)
  if (!answered.ok) return answered
  const question = answered.value.questions.find(({ id }) => id === questionId) ?? problem('not-found')
  await putQuestion(tx, reportId, question, kept.askedBy.get(questionId) ?? '')
  if (answered.value.state === 'submitted') await closeQuestion(context, reportId)
  context.note({ reportId, memberId })
  const next = await putReport(tx, { ...kept, report: answered.value })
  await askWhoSeesTo(context, of.id)
  return agree({ state: answered.value.state, revision: next })
})

const checking = handle(checkReport, async (context, { reportId, revision }) => {
  const { tx, actor, today } = context
  const { opened, fresh } = await lockAt(context, reportId, revision)
  const { kept, of } = opened
  context.access.demandHidden('duty-report.check', { path: of.orgPath })
  if (!fresh.ok) return fresh
  const by = { accountId: actor.accountId ?? problem('forbidden'), memberId: actor.memberId }
  const checked = check(kept.report, by, today)
  if (!checked.ok) return checked
  context.note({ reportId, memberId: kept.report.memberId })
  const next = await putReport(tx, { ...kept, report: checked.value, checkedByName: actor.name })
  await askWhoSeesTo(context, of.id)
  return agree({ state: checked.value.state, revision: next })
})

export const reportHandlers: readonly Handled[] = [writing, handing, asking, answering, checking]
