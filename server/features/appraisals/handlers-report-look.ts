import { agree } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { draftOf, factsOf, isTimeToWrite, lineOf, mayWrite } from './handlers-report.ts'
import { listReports, showReport } from './operations-report.ts'
import { type Appraisal, findAppraisal } from './queries.ts'
import { findReportOf, type KeptReport, listReportRows } from './queries-report.ts'

const show = handle(showReport, async (context, { appraisalId, memberId }) => {
  const { tx, access } = context
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('duty-report.read', { path: of.orgPath, memberId })
  const line = (await lineOf(context, of, memberId)) ?? problem('not-found')
  const kept = await findReportOf(tx, appraisalId, memberId)
  const facts = kept?.facts ?? (await factsOf(context, of, line))
  const report = kept?.report
  return agree({
    reportId: report?.id ?? null,
    ...{ memberId, name: line.name, orgName: of.orgName, year: of.year, owed: line.owesReport },
    state: report?.state ?? 'drafted',
    words: report?.words ?? draftOf(facts),
    onProblems: Object.fromEntries(report?.onProblems ?? []),
    facts: {
      ...{ hours: facts.hours, process: facts.process, missing: [...facts.missing] },
      pledges: facts.pledges.map((pledge) => ({ ...pledge })),
      deeds: facts.deeds.map((deed) => ({ ...deed })),
      problems: facts.problems.map((each) => ({ ...each })),
    },
    helper:
      report?.helper == null ? null : { name: kept?.helperName ?? '', consentOn: report.helper.consentOn },
    submittedOn: report?.submittedOn ?? null,
    questions: (report?.questions ?? []).map(({ id, on, text, answer, answeredOn }) => ({
      ...{ id, on, text, answer, answeredOn, by: kept?.askedBy.get(id) ?? '' },
    })),
    checkedBy: kept?.checkedByName ?? null,
    checkedOn: report?.checkedOn ?? null,
    revision: kept?.revision ?? null,
    may: mayOf(context, of, memberId, kept),
  })
})

type Act = 'write' | 'submit' | 'ask' | 'answer' | 'check'

/** What the caller can do with the report as it stands; nobody checks the own one. */
function mayOf(context: Context, of: Appraisal, memberId: string, kept: KeptReport | undefined): Act[] {
  const state = kept?.report.state ?? 'drafted'
  const writes = mayWrite(context, of, memberId)
  const checks =
    context.actor.memberId !== memberId && context.access.can('duty-report.check', { path: of.orgPath })
  const isTime = isTimeToWrite(of)
  return [
    ...(writes && isTime && (state === 'drafted' || state === 'questioned') ? (['write'] as const) : []),
    ...(writes && isTime && kept !== undefined && state === 'drafted' ? (['submit'] as const) : []),
    ...(checks && (state === 'submitted' || state === 'questioned') ? (['ask'] as const) : []),
    ...(writes && state === 'questioned' ? (['answer'] as const) : []),
    ...(checks && state === 'submitted' ? (['check'] as const) : []),
  ]
}

const list = handle(listReports, async ({ tx, access }, { appraisalId }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('duty-report.read', { path: of.orgPath })
  return agree({ rows: await listReportRows(tx, appraisalId) })
})

export const reportLookHandlers: readonly Handled[] = [show, list]
