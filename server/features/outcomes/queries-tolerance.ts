import {
  type ToleranceCase,
  type ToleranceCheck,
  type ToleranceDays,
  toleranceDays,
} from '@steward/domain/outcomes/tolerance.ts'
import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type NamedEntry = {
  readonly id: string
  readonly deedOn: PlainDate
  readonly says: string
  readonly credited: number
  readonly reversalId: string | null
}

/** A tolerance case as it is kept, with what stands beside it. */
export type KeptTolerance = {
  readonly tolerance: ToleranceCase
  readonly memberName: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly warningId: string | null
  readonly appliedByName: string
  readonly appliedByAccountId: string | null
  readonly appliedAt: Date
  readonly acceptedByName: string | null
  readonly acceptedById: string | null
  readonly checkedByName: string | null
  readonly findingBodyOrgId: string | null
  readonly foundByName: string | null
  readonly answeredByName: string | null
  readonly number: DocumentNumber | null
  readonly entries: readonly NamedEntry[]
  readonly edition: number
  /** Accounts that checked or found in earlier editions, before an upheld appeal had the matter checked anew. */
  readonly checkedBefore: readonly string[]
  readonly foundBefore: readonly string[]
  readonly disputed: boolean
  readonly revision: number
}

export type ToleranceSqlRow = Omit<KeptTolerance, 'tolerance' | 'number'> &
  Omit<ToleranceCase, 'check' | 'finding' | 'deductionEntryIds'> & {
    conditions: ToleranceCheck['conditions'] | null
    distinctions: ToleranceCheck['distinctions'] | null
    factors: ToleranceCheck['factors'] | null
    exclusions: ToleranceCheck['exclusions'] | null
    checkedById: string | null
    checkedOn: PlainDate | null
    findingBody: string | null
    findingDocument: string | null
    foundById: string | null
    foundOn: PlainDate | null
    numberIssuer: string | null
    numberYear: number | null
    numberNo: number | null
  }

const ENTRIES = `(select coalesce(json_agg(json_build_object('id', t.entry_id, 'deedOn', e.deed_on, 'credited', e.credited,
    'says', coalesce((select d.facts from deduction d where d.county_id = e.county_id and e.source_kind = 'deduction'
      and d.id::text = e.source_id), e.reason, ''), 'reversalId', t.reversal_id) order by e.deed_on, e.id), '[]'::json)
  from tolerance_entry t join ledger_entry e on e.county_id = t.county_id and e.id = t.entry_id
  where t.county_id = c.county_id and t.tolerance_id = c.id)`
export const TOLERANCE_ROWS = {
  columns: `c.id, c.member_id as "memberId", m.name as "memberName", o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
  c.matter, c.warning_id as "warningId", c.applied_by as "appliedBy", c.applied_by_name as "appliedByName",
  c.applied_by_account_id as "appliedByAccountId", c.applied_on as "appliedOn", c.applied_at as "appliedAt", c.state,
  c.due_on as "dueOn", c.accepted_by as "acceptedByName", c.accepted_by_account_id as "acceptedById", c.reason, c.conditions,
  c.distinctions, c.factors, c.exclusions, c.checked_by as "checkedByName", c.checked_by_account_id as "checkedById",
  c.checked_on as "checkedOn", c.finding_body as "findingBody", c.finding_body_org_id as "findingBodyOrgId",
  c.finding_document as "findingDocument", c.found_by as "foundByName", c.found_by_account_id as "foundById",
  c.found_on as "foundOn", c.answered_on as "answeredOn", c.answered_by as "answeredByName", c.number_issuer as "numberIssuer",
  c.number_year as "numberYear", c.number as "numberNo", c.edition,
  c.checked_before as "checkedBefore", c.found_before as "foundBefore", c.revision, ${ENTRIES} as entries,
  exists (select 1 from appeal a where a.county_id = c.county_id and a.subject_id = c.id and a.subject_kind = 'tolerance'
    and a.state in ('received', 'assigned')) as disputed`,
  from: `from tolerance_case c join member m on m.county_id = c.county_id and m.id = c.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id`,
}

export function toKeptTolerance(row: ToleranceSqlRow): KeptTolerance {
  const { checkedById: by, checkedOn: on, conditions, distinctions, factors, exclusions } = row
  const check =
    by === null || on === null || conditions === null || distinctions === null || factors === null
      ? null
      : { by, on, conditions, distinctions, factors, exclusions: exclusions ?? [] }
  const { findingBody, findingDocument, foundById, foundOn, numberIssuer, numberYear, numberNo } = row
  const finding =
    foundOn === null
      ? null
      : { body: findingBody ?? '', document: findingDocument ?? '', by: foundById ?? '', on: foundOn }
  return {
    ...{ memberName: row.memberName, orgId: row.orgId, orgName: row.orgName, orgPath: row.orgPath },
    ...{
      warningId: row.warningId,
      appliedByName: row.appliedByName,
      appliedByAccountId: row.appliedByAccountId,
    },
    appliedAt: new Date(row.appliedAt),
    ...{
      acceptedByName: row.acceptedByName,
      acceptedById: row.acceptedById,
      checkedByName: row.checkedByName,
    },
    ...{ findingBodyOrgId: row.findingBodyOrgId, foundByName: row.foundByName, entries: row.entries },
    ...{ checkedBefore: row.checkedBefore, foundBefore: row.foundBefore },
    ...{
      answeredByName: row.answeredByName,
      edition: row.edition,
      disputed: row.disputed,
      revision: row.revision,
    },
    number:
      numberIssuer === null || numberYear === null || numberNo === null
        ? null
        : { issuer: numberIssuer, year: numberYear, number: numberNo },
    tolerance: {
      ...{ id: row.id, memberId: row.memberId, matter: row.matter, appliedBy: row.appliedBy },
      deductionEntryIds: row.entries.map(({ id }) => id),
      ...{ appliedOn: row.appliedOn, state: row.state, dueOn: row.dueOn, reason: row.reason, check, finding },
      answeredOn: row.answeredOn,
    },
  }
}

export async function findTolerance(tx: CountyTx, id: string): Promise<KeptTolerance | undefined> {
  const text = `select ${TOLERANCE_ROWS.columns} ${TOLERANCE_ROWS.from} where c.county_id = $1 and c.id = $2`
  const rows = await tx.raw<ToleranceSqlRow>('tolerance-find', text, [id])
  return rows[0] && toKeptTolerance(rows[0])
}

export async function lockTolerance(tx: CountyTx, id: string): Promise<KeptTolerance | undefined> {
  const text = `select ${TOLERANCE_ROWS.columns} ${TOLERANCE_ROWS.from} where c.county_id = $1 and c.id = $2 for no key update of c`
  const rows = await tx.raw<ToleranceSqlRow>('tolerance-lock', text, [id])
  return rows[0] && toKeptTolerance(rows[0])
}

function columnsOf(kept: KeptTolerance) {
  const { tolerance, number } = kept
  const { check, finding } = tolerance
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  return {
    ...{ state: tolerance.state, due_on: tolerance.dueOn, reason: tolerance.reason },
    ...{ accepted_by: kept.acceptedByName, accepted_by_account_id: kept.acceptedById },
    ...{
      conditions: json(check?.conditions),
      distinctions: json(check?.distinctions),
      factors: json(check?.factors),
    },
    exclusions: check === null ? null : [...check.exclusions],
    ...{ checked_by: check === null ? null : kept.checkedByName, checked_by_account_id: check?.by ?? null },
    ...{ checked_on: check?.on ?? null, finding_body: finding?.body ?? null },
    finding_body_org_id: finding === null ? null : kept.findingBodyOrgId,
    ...{ finding_document: finding?.document ?? null, found_by: finding === null ? null : kept.foundByName },
    ...{ found_by_account_id: finding?.by ?? null, found_on: finding?.on ?? null },
    ...{ answered_on: tolerance.answeredOn, answered_by: kept.answeredByName, edition: kept.edition },
    ...{ checked_before: [...kept.checkedBefore], found_before: [...kept.foundBefore] },
    ...{
      number_issuer: number?.issuer ?? null,
      number_year: number?.year ?? null,
      number: number?.number ?? null,
    },
  }
}

export async function insertTolerance(tx: CountyTx, kept: KeptTolerance): Promise<void> {
  const { tolerance } = kept
  await tx
    .insert('tolerance_case', {
      ...{
        id: tolerance.id,
        member_id: tolerance.memberId,
        party_org_id: kept.orgId,
        matter: tolerance.matter,
      },
      ...{ warning_id: kept.warningId, applied_by: tolerance.appliedBy, applied_by_name: kept.appliedByName },
      ...{
        applied_by_account_id: kept.appliedByAccountId,
        applied_on: tolerance.appliedOn,
        applied_at: kept.appliedAt,
      },
      ...columnsOf(kept),
    })
    .execute()
  if (tolerance.deductionEntryIds.length === 0) return
  await tx
    .insert(
      'tolerance_entry',
      tolerance.deductionEntryIds.map((entryId) => ({ tolerance_id: tolerance.id, entry_id: entryId })),
    )
    .execute()
}

export async function saveTolerance(tx: CountyTx, kept: KeptTolerance): Promise<number> {
  await tx
    .update('tolerance_case')
    .set({ ...columnsOf(kept), revision: kept.revision + 1 })
    .where('id', '=', kept.tolerance.id)
    .execute()
  return kept.revision + 1
}

export async function saveReversal(
  tx: CountyTx,
  of: { readonly toleranceId: string; readonly entryId: string; readonly reversalId: string },
): Promise<void> {
  await tx
    .update('tolerance_entry')
    .set({ reversal_id: of.reversalId })
    .where('tolerance_id', '=', of.toleranceId)
    .where('entry_id', '=', of.entryId)
    .execute()
}

/** Lets one case after the other be opened for a member, so that no matter runs twice. */
export async function lockMatters(tx: CountyTx, memberId: string): Promise<void> {
  await tx.raw(
    'tolerance-matters-lock',
    'select pg_advisory_xact_lock(hashtextextended($1::text || $2 /* county_id */, 260))',
    [memberId],
  )
}

/** Whether a case on one of these lines or on this warning runs, or has found for toleration. */
export async function isMatterTaken(
  tx: CountyTx,
  named: { readonly entryIds: readonly string[]; readonly warningId: string | null },
): Promise<boolean> {
  const rows = await tx.raw(
    'tolerance-matter-taken',
    `select 1 from tolerance_case c where c.county_id = $1 and c.state in ('applied', 'accepted', 'checked', 'tolerated')
       and (c.warning_id = $2::uuid or exists (select 1 from tolerance_entry t where t.county_id = c.county_id
         and t.tolerance_id = c.id and t.entry_id = any($3::uuid[]))) limit 1`,
    [named.warningId, named.entryIds],
  )
  return rows.length > 0
}

/** The days of each step as the county has settled them last. */
export async function findToleranceDays(tx: CountyTx): Promise<ToleranceDays> {
  const rows = await tx.raw<ToleranceDays>(
    'tolerance-days',
    `select s.accept_days as accept, s.check_days as check, s.answer_days as answer from tolerance_setting s
     where s.county_id = $1 order by s.changed_at desc, s.id desc limit 1`,
    [],
  )
  return rows[0] ?? toleranceDays
}

export async function insertToleranceDays(
  { tx, actor, now, newId }: Context,
  days: ToleranceDays & { readonly document: string; readonly accountId: string },
): Promise<void> {
  await tx
    .insert('tolerance_setting', {
      ...{ id: newId(), accept_days: days.accept, check_days: days.check, answer_days: days.answer },
      ...{
        document: days.document,
        changed_by: actor.name,
        changed_by_account_id: days.accountId,
        changed_at: now,
      },
    })
    .execute()
}

/** Lines of the ledger that count against nobody: the door for appraisals, uses and limits. */
export async function listToleratedEntryIds(tx: CountyTx, memberId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.raw<{ id: string }>(
    'tolerance-entry-ids',
    `select t.entry_id as id from tolerance_case c join tolerance_entry t on t.county_id = c.county_id and t.tolerance_id = c.id
     where c.county_id = $1 and c.member_id = $2 and c.state = 'tolerated'`,
    [memberId],
  )
  return new Set(rows.map(({ id }) => id))
}
