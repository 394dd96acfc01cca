import {
  toAppraisalForm,
  toFeedbackDocument,
  toResultNotice,
} from '@steward/domain/appraisals/appraisal-documents.ts'
import { toDutyReportDocument } from '@steward/domain/appraisals/duty-report-document.ts'
import type { OfficialDocument } from '@steward/domain/shared/document.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { findNotice } from '#features/notices/queries-notice.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { docxType, renderDocument } from '#platform/documents.ts'
import { problem } from '#platform/problem.ts'
import { feedbackFile } from './operations-feedback.ts'
import { reportFile } from './operations-report.ts'
import { formFile, noticeFile } from './operations-settlement.ts'
import { type Appraisal, findAppraisal, loadFacts } from './queries.ts'
import { findFeedback } from './queries-feedback.ts'
import { factsOf, lineOf } from './handlers-report.ts'
import { findReport } from './queries-report.ts'
import { listRoll } from './queries-roll.ts'
import { findSigned, listResults } from './queries-settlement.ts'
import { listSelves } from './queries-word.ts'
import { findCommitteeAbove } from './queries-above.ts'

async function fileOf(context: Context, document: OfficialDocument, orgName: string, name: string) {
  const { bytes } = await renderDocument(document, { issuer: orgName, at: context.now })
  return agree({ name: `${name}.docx`, type: docxType, bytes })
}

const report = handle(reportFile, async (context, { reportId }) => {
  const { tx, access } = context
  const kept = (await findReport(tx, reportId)) ?? problem('not-found')
  const of = (await findAppraisal(tx, kept.appraisalId)) ?? problem('not-found')
  const { memberId } = kept.report
  access.demandHidden('duty-report.read', { path: of.orgPath, memberId })
  const line = (await lineOf(context, of, memberId)) ?? problem('not-found')
  const facts = kept.facts ?? (await factsOf(context, of, line))
  const document = toDutyReportDocument(kept.report, facts, [])
  return await fileOf(context, document, of.orgName, `${of.year}年度述职报告-${line.name}`)
})

/** What was signed last; there is no form before. */
async function signedOf({ tx }: Context, of: Appraisal) {
  const signed = of.signedOn === null ? undefined : await findSigned(tx, of.id, of.edition)
  return signed ?? problem('not-found')
}

const form = handle(formFile, async (context, { appraisalId, memberId }) => {
  const { tx, access } = context
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('settlement.read', { path: of.orgPath })
  const signed = await signedOf(context, of)
  const input = signed.frozen.inputs.find((one) => one.memberId === memberId) ?? problem('not-found')
  const settled = signed.frozen.settled.find((one) => one.memberId === memberId) ?? problem('not-found')
  const result = (await listResults(tx, of.id, of.edition)).find((one) => one.memberId === memberId)
  const self = (await listSelves(tx, of.id)).find((one) => one.memberId === memberId)
  const memberName = result?.name ?? ''
  const document = toAppraisalForm({
    ...{ year: of.year, orgName: of.orgName, ruleVersions: signed.ruleVersions, memberName, input, settled },
    selfText: self?.text ?? '',
    result: result ?? problem('not-found'),
  })
  return await fileOf(context, document, of.orgName, `${of.year}年度民主评议党员登记表-${memberName}`)
})

const notice = handle(noticeFile, async (context, { appraisalId }) => {
  const { tx, access, today } = context
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('settlement.read', { path: of.orgPath })
  const signed = await signedOf(context, of)
  const kept = (of.noticeId === null ? undefined : await findNotice(tx, of.noticeId)) ?? problem('not-found')
  const { row } = await loadFacts(tx, of, today)
  const { postedOn, endsOn, scope, contact } = kept.notice
  const document = toResultNotice({
    ...{
      year: of.year,
      orgName: of.orgName,
      ruleVersions: signed.ruleVersions,
      scope,
      contact,
      number: null,
    },
    basis: signed.frozen.basis,
    rows: (await listResults(tx, of.id, of.edition)).map(({ memberId, name, grade, ...result }) => ({
      ...{ memberId, name, grade, result },
    })),
    withoutGrade: row.withoutGrade,
    // Before it is posted the sheet says from when it would hang.
    period: { from: postedOn ?? today, until: endsOn ?? today },
  })
  return await fileOf(context, document, of.orgName, `${of.year}年度民主评议党员结果公示`)
})

const feedback = handle(feedbackFile, async (context, { feedbackId }) => {
  const { tx, access, actor } = context
  const kept = (await findFeedback(tx, feedbackId)) ?? problem('not-found')
  const { memberId, state } = kept.feedback
  access.demandHidden('feedback.read', { path: kept.orgPath, memberId })
  if (memberId === actor.memberId && state === 'toTell') problem('not-found')
  const of = (await findAppraisal(tx, kept.appraisalId)) ?? problem('not-found')
  const signed = await signedOf(context, of)
  const line = (await listRoll(tx, of.id)).find((one) => one.memberId === memberId)
  const document = toFeedbackDocument({
    ...{ year: of.year, orgName: of.orgName, ruleVersions: signed.ruleVersions, feedback: kept.feedback },
    memberName: line?.name ?? kept.name,
    appealTo: (await findCommitteeAbove(tx, kept.orgPath)) ?? of.orgName,
  })
  return await fileOf(context, document, of.orgName, `民主评议意见反馈单-${kept.name}`)
})

export const appraisalDocuments: readonly Handled[] = [report, form, notice, feedback]
