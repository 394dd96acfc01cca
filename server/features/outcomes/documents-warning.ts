import { instrumentOn } from '@steward/domain/outcomes/instrument.ts'
import {
  toCautionNotice,
  toToleranceFinding,
  toWarningNotice,
} from '@steward/domain/outcomes/outcome-documents.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { formatNumber } from '@steward/domain/shared/document-layout.ts'
import type { OfficialDocument } from '@steward/domain/shared/document.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { docxType, renderDocument } from '#platform/documents.ts'
import { problem } from '#platform/problem.ts'
import { sightOf } from './handlers-warning-step.ts'
import { cautionFile } from './operations-caution.ts'
import { toleranceFile } from './operations-tolerance.ts'
import { warningFile } from './operations-warning.ts'
import { findAppealBody } from './queries-appeal-list.ts'
import { findCaution, findHelpWords, type KeptCaution } from './queries-caution.ts'
import { cautionSightOf } from './handlers-caution-step.ts'
import { recordReading } from './queries-reader.ts'
import { findTolerance, type KeptTolerance } from './queries-tolerance.ts'
import { toleranceSightOf } from './handlers-tolerance-step.ts'
import { findWarning, type KeptWarning } from './queries-warning.ts'
import { findServedPaper, listNamedInstruments } from './queries-warning-paper.ts'

/** The paper of a warning: as a draft with today's day, once decided with the day of the decision. */
export async function noticeOfWarning(context: Context, kept: KeptWarning): Promise<OfficialDocument> {
  const on = kept.warning.served?.decidedOn ?? context.today
  const instruments = await listNamedInstruments(context.tx)
  return toWarningNotice(kept.warning, {
    ...(await frameOf(context, kept, [kept.bodyOrgId], on)),
    instrument: instrumentOn(instruments, 'warningMeasures', on),
  })
}

export async function noticeOfCaution(context: Context, kept: KeptCaution): Promise<OfficialDocument> {
  const on = kept.caution.served?.decidedOn ?? context.today
  return toCautionNotice(kept.caution, {
    ...(await frameOf(context, kept, [kept.bodyOrgId], on)),
    help: await findHelpWords(context.tx, kept.caution.helpPlanId),
  })
}

/** Undefined before there is a finding. */
export async function findingOf(
  context: Context,
  kept: KeptTolerance,
): Promise<OfficialDocument | undefined> {
  const { number, tolerance } = kept
  if (number === null || tolerance.finding === null) return undefined
  const bodies = kept.findingBodyOrgId === null ? [] : [kept.findingBodyOrgId]
  const { on } = tolerance.finding
  const frame = await frameOf(context, { ...kept, number, bodyName: tolerance.finding.body }, bodies, on)
  const instrument = instrumentOn(await listNamedInstruments(context.tx), 'tolerance', on)
  return toToleranceFinding({ ...frame, instrument }, tolerance)
}

type Framed = Pick<KeptWarning, 'memberName' | 'bodyName' | 'number' | 'orgPath'>

async function frameOf({ tx }: Context, kept: Framed, bodies: readonly string[], on: PlainDate) {
  const above = await findAppealBody(tx, kept.orgPath, bodies)
  const { number, bodyName, memberName } = kept
  return { number, bodyName, memberName, appealTo: above.name, on, ruleVersions: [] }
}

async function fileOf(context: Context, document: OfficialDocument, issuer: string, name: string) {
  const { bytes } = await renderDocument(document, { issuer, at: context.now })
  return agree({ name: `${name}.docx`, type: docxType, bytes })
}

const warning = handle(warningFile, async (context, { warningId }) => {
  const kept = (await findWarning(context.tx, warningId)) ?? problem('not-found')
  const { file, standing } = await sightOf(context, kept)
  await recordReading(context, file, standing, 'file')
  const document = (await findServedPaper(context.tx, warningId)) ?? (await noticeOfWarning(context, kept))
  return await fileOf(
    context,
    document,
    kept.bodyName,
    `预警通知书-${formatNumber(kept.number)}-${kept.memberName}`,
  )
})

const caution = handle(cautionFile, async (context, { cautionId }) => {
  const kept = (await findCaution(context.tx, cautionId)) ?? problem('not-found')
  const { file, standing } = await cautionSightOf(context, kept)
  await recordReading(context, file, standing, 'file')
  const document = (await findServedPaper(context.tx, cautionId)) ?? (await noticeOfCaution(context, kept))
  return await fileOf(
    context,
    document,
    kept.bodyName,
    `警示通知书-${formatNumber(kept.number)}-${kept.memberName}`,
  )
})

const tolerance = handle(toleranceFile, async (context, { toleranceId }) => {
  const kept = (await findTolerance(context.tx, toleranceId)) ?? problem('not-found')
  const { file, standing } = await toleranceSightOf(context, kept)
  await recordReading(context, file, standing, 'file')
  const document =
    (kept.number === null ? undefined : await findServedPaper(context.tx, toleranceId)) ??
    problem('not-found')
  return await fileOf(context, document, kept.tolerance.finding?.body ?? '', `容错认定书-${kept.memberName}`)
})

export const warningDocuments: readonly Handled[] = [warning, caution, tolerance]
