import { toCorrectionNotice, toDisposalDecision } from '@steward/domain/outcomes/disposal-documents.ts'
import { addMonths } from '@steward/domain/shared/plain-date.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { docxType, renderDocument } from '#platform/documents.ts'
import { problem } from '#platform/problem.ts'
import { fileOf } from './handlers-disposal-locking.ts'
import { disposalPaper } from './operations-disposal.ts'
import { findDisposal } from './queries-disposal.ts'
import { findDeciding } from './queries-disposal-facts.ts'
import { demandReader, recordReading } from './queries-reader.ts'

/** The notice of a correction order, or the decision: from the day it was decided, to be handed over; for the member once it was. */
const paper = handle(disposalPaper, async (context, { disposalId }) => {
  const { tx, actor, now } = context
  const kept = (await findDisposal(tx, disposalId)) ?? problem('not-found')
  const file = fileOf(kept)
  const standing = await demandReader(context, file)
  const { of, decision } = kept
  if (decision === null || of.vote === null) problem('not-found')
  if (actor.memberId === of.memberId && of.state !== 'inForce') problem('not-found')
  await recordReading(context, file, standing, 'file')
  const decided = {
    ...{ id: of.id, form: of.form, vote: of.vote, preReview: of.preReview },
    decision: { body: decision.body, decidedOn: decision.on, reason: decision.reason },
    until: of.until ?? (decision.months === null ? null : addMonths(decision.on, decision.months)),
    ...{ required: decision.required, help: decision.help },
  }
  const frame = {
    ...{ number: decision.number, bodyName: decision.body, memberName: kept.memberName, on: decision.on },
    appealTo: (await findDeciding(tx, kept.orgPath)).appealTo ?? '上级党组织',
    ruleVersions: ['R-193…R-207'],
  }
  const document =
    toCorrectionNotice(decided, frame) ?? toDisposalDecision(decided, frame) ?? problem('not-found')
  const { bytes } = await renderDocument(document, { issuer: decision.body, at: now })
  return agree({ name: `${document.title}-${kept.memberName}.docx`, type: docxType, bytes })
})

export const disposalDocuments: readonly Handled[] = [paper]
