import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import type { Warning } from '@steward/domain/outcomes/warning.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** A warning as it is kept, with what stands beside it. */
export type KeptWarning = {
  readonly warning: Warning
  readonly memberName: string
  /** The member's branch today; the one at drafting is in the table. */
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly bodyOrgId: string
  readonly bodyName: string
  readonly number: DocumentNumber
  readonly feedbackId: string | null
  readonly entryId: string | null
  readonly draftedBy: string
  readonly draftedByAccountId: string
  readonly draftedAt: Date
  readonly servedBy: string | null
  readonly servedOn: PlainDate | null
  readonly talkByName: string | null
  readonly measureBy: string | null
  readonly measureOn: PlainDate | null
  readonly measureBodyOrgId: string | null
  readonly endedByName: string | null
  /** An appeal against the notice or its measure runs, or a tolerance case on it. */
  readonly disputed: boolean
  readonly revision: number
}

type FactColumns<Prefix extends string> = {
  [Name in `${Prefix}${'Decider' | 'Body' | 'Reason' | 'Proof' | 'ById'}`]: string | null
} & { [Name in `${Prefix}DecidedOn`]: PlainDate | null }
export type WarningSqlRow = Omit<KeptWarning, 'warning' | 'number'> &
  Omit<Warning, 'served' | 'talk' | 'measure' | 'endedBy'> &
  FactColumns<'served'> &
  FactColumns<'measure'> & {
    numberIssuer: string
    numberYear: number
    numberNo: number
    talkOn: PlainDate | null
    talkById: string | null
    talkWords: string | null
    measureKind: NonNullable<Warning['measure']>['kind'] | null
    measureDocument: string | null
    endedById: string | null
  }

const facts = (
  prefix: string,
) => `w.${prefix}_decider as "${prefix}Decider", w.${prefix}_body as "${prefix}Body",
  w.${prefix}_decided_on as "${prefix}DecidedOn", w.${prefix}_reason as "${prefix}Reason", w.${prefix}_proof as "${prefix}Proof",
  w.${prefix}_by_account_id as "${prefix}ById", w.${prefix}_by as "${prefix}By", w.${prefix}_on as "${prefix}On"`
export const WARNING_DISPUTED = `(exists (select 1 from appeal a where a.county_id = w.county_id and a.subject_id = w.id
    and a.subject_kind in ('warning', 'downMeasure') and a.state in ('received', 'assigned'))
  or exists (select 1 from tolerance_case c where c.county_id = w.county_id and c.warning_id = w.id
    and c.state in ('applied', 'accepted', 'checked')))`
export const WARNING_ROWS = {
  columns: `w.id, w.member_id as "memberId", m.name as "memberName", o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
  w.body_org_id as "bodyOrgId", b.name as "bodyName", w.colour, w.grave_for as "graveFor", w.facts, w.standard,
  w.required_change as "requiredChange", w.helper_name as "helperName", w.change_by_on as "changeBy", w.feedback_id as "feedbackId",
  w.entry_id as "entryId", w.state, w.number_issuer as "numberIssuer", w.number_year as "numberYear", w.number as "numberNo",
  w.drafted_by as "draftedBy", w.drafted_by_account_id as "draftedByAccountId", w.drafted_at as "draftedAt", ${facts('served')},
  w.answer, w.talk_on as "talkOn", w.talk_by as "talkByName", w.talk_by_account_id as "talkById", w.talk_words as "talkWords",
  w.no_talk_for as "noTalkFor", w.measure_kind as "measureKind", w.measure_document as "measureDocument", ${facts('measure')},
  w.measure_body_org_id as "measureBodyOrgId", w.ended_on as "endedOn", w.ended_by as "endedByName",
  w.ended_by_account_id as "endedById", w.ended_for as "endedFor", ${WARNING_DISPUTED} as disputed, w.revision`,
  from: `from warning w join member m on m.county_id = w.county_id and m.id = w.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  join party_org b on b.county_id = w.county_id and b.id = w.body_org_id`,
}

function toServed(
  row: {
    decider: string | null
    body: string | null
    reason: string | null
    proof: string | null
    by: string | null
  },
  decidedOn: PlainDate | null,
): ServedDecision | null {
  if (decidedOn === null) return null
  // Kept only after it went through the gate; the check of the table demands all five.
  return {
    ...{ deciderName: row.decider ?? '', body: row.body ?? '', decidedOn, reason: row.reason ?? '' },
    ...{ proofOfServiceId: row.proof ?? '', enteredBy: row.by ?? '' },
  } as ServedDecision
}

export function toKeptWarning(row: WarningSqlRow): KeptWarning {
  const served = toServed(
    {
      ...{ decider: row.servedDecider, body: row.servedBody, reason: row.servedReason },
      ...{ proof: row.servedProof, by: row.servedById },
    },
    row.servedDecidedOn,
  )
  const measured = toServed(
    {
      ...{ decider: row.measureDecider, body: row.measureBody, reason: row.measureReason },
      ...{ proof: row.measureProof, by: row.measureById },
    },
    row.measureDecidedOn,
  )
  const { talkOn: on, talkById: by, talkWords: words, measureKind: kind, measureDocument: document } = row
  return {
    ...{ memberName: row.memberName, orgId: row.orgId, orgName: row.orgName, orgPath: row.orgPath },
    ...{ bodyOrgId: row.bodyOrgId, bodyName: row.bodyName, feedbackId: row.feedbackId, entryId: row.entryId },
    number: { issuer: row.numberIssuer, year: row.numberYear, number: row.numberNo },
    ...{ draftedBy: row.draftedBy, draftedByAccountId: row.draftedByAccountId },
    draftedAt: new Date(row.draftedAt),
    ...{ servedBy: row.servedBy, servedOn: row.servedOn, talkByName: row.talkByName },
    ...{ measureBy: row.measureBy, measureOn: row.measureOn, measureBodyOrgId: row.measureBodyOrgId },
    ...{ endedByName: row.endedByName, disputed: row.disputed, revision: row.revision },
    warning: {
      ...{ id: row.id, memberId: row.memberId, colour: row.colour, graveFor: row.graveFor, facts: row.facts },
      ...{ standard: row.standard, requiredChange: row.requiredChange, helperName: row.helperName },
      ...{ changeBy: row.changeBy, state: row.state, served, answer: row.answer, noTalkFor: row.noTalkFor },
      talk: on === null || words === null ? null : { on, by: by ?? '', words },
      measure:
        measured === null || kind === null ? null : { kind, document: document ?? '', served: measured },
      ...{ endedOn: row.endedOn, endedBy: row.endedById, endedFor: row.endedFor },
    },
  }
}

export async function findWarning(tx: CountyTx, id: string): Promise<KeptWarning | undefined> {
  const text = `select ${WARNING_ROWS.columns} ${WARNING_ROWS.from} where w.county_id = $1 and w.id = $2`
  const rows = await tx.raw<WarningSqlRow>('warning-find', text, [id])
  return rows[0] && toKeptWarning(rows[0])
}

export async function lockWarning(tx: CountyTx, id: string): Promise<KeptWarning | undefined> {
  const text = `select ${WARNING_ROWS.columns} ${WARNING_ROWS.from} where w.county_id = $1 and w.id = $2 for no key update of w`
  const rows = await tx.raw<WarningSqlRow>('warning-lock', text, [id])
  return rows[0] && toKeptWarning(rows[0])
}

/** What a draft says, as columns. */
function draftColumns({ warning, bodyOrgId, feedbackId, entryId }: KeptWarning) {
  return {
    body_org_id: bodyOrgId,
    colour: warning.colour,
    grave_for: warning.graveFor,
    facts: warning.facts,
    standard: warning.standard,
    required_change: warning.requiredChange,
    helper_name: warning.helperName,
    change_by_on: warning.changeBy,
    feedback_id: feedbackId,
    entry_id: entryId,
  }
}

function factColumns<Prefix extends 'served' | 'measure'>(prefix: Prefix, served: ServedDecision | null) {
  return {
    [`${prefix}_decider`]: served?.deciderName ?? null,
    [`${prefix}_body`]: served?.body ?? null,
    [`${prefix}_decided_on`]: served?.decidedOn ?? null,
    [`${prefix}_reason`]: served?.reason ?? null,
    [`${prefix}_proof`]: served?.proofOfServiceId ?? null,
    [`${prefix}_by_account_id`]: served?.enteredBy ?? null,
  }
}

export async function insertWarning(tx: CountyTx, kept: KeptWarning): Promise<void> {
  const { warning, number } = kept
  await tx
    .insert('warning', {
      ...{ id: warning.id, member_id: warning.memberId, party_org_id: kept.orgId, state: warning.state },
      ...draftColumns(kept),
      ...{ number_issuer: number.issuer, number_year: number.year, number: number.number },
      ...{
        drafted_by: kept.draftedBy,
        drafted_by_account_id: kept.draftedByAccountId,
        drafted_at: kept.draftedAt,
      },
    })
    .execute()
}

/** Saves the whole of it. */
export async function saveWarning(tx: CountyTx, kept: KeptWarning): Promise<number> {
  const { warning } = kept
  await tx
    .update('warning')
    .set({
      ...draftColumns(kept),
      state: warning.state,
      ...{ number_issuer: kept.number.issuer, number_year: kept.number.year, number: kept.number.number },
      ...factColumns('served', warning.served),
      ...{ served_by: kept.servedBy, served_on: kept.servedOn, answer: warning.answer },
      ...{ talk_on: warning.talk?.on ?? null, talk_by: kept.talkByName },
      ...{ talk_by_account_id: warning.talk?.by ?? null, talk_words: warning.talk?.words ?? null },
      ...{ no_talk_for: warning.noTalkFor, measure_kind: warning.measure?.kind ?? null },
      measure_document: warning.measure?.document ?? null,
      ...factColumns('measure', warning.measure?.served ?? null),
      ...{
        measure_by: kept.measureBy,
        measure_on: kept.measureOn,
        measure_body_org_id: kept.measureBodyOrgId,
      },
      ...{ ended_on: warning.endedOn, ended_by: kept.endedByName, ended_by_account_id: warning.endedBy },
      ...{ ended_for: warning.endedFor, revision: kept.revision + 1 },
    })
    .where('id', '=', warning.id)
    .execute()
  return kept.revision + 1
}

/** Throws a draft away; its number stays empty. */
export async function removeWarning(tx: CountyTx, id: string): Promise<void> {
  await tx.remove('warning').where('id', '=', id).where('state', '=', 'drafted').execute()
}
