import type { FrozenSettlement, SignedSettlement } from '@steward/domain/appraisals/signed-settlement.ts'
import type { SettledGrade, SettlingMeeting } from '@steward/domain/appraisals/settlement.ts'
import type { YearResult } from '@steward/domain/appraisals/year-result.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import { type Points, toPoints } from '@steward/domain/shared/points.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type KeptMeeting = SettlingMeeting & { readonly id: string; readonly by: string }
type MeetingRow = {
  id: string
  body: SettlingMeeting['body']
  on: PlainDate
  shouldAttend: number
  present: number
  written: number
  yes: number
  no: number
  abstain: number
  minutes: string
  by: string
}

/** Meetings that settled, in order. */
export async function listMeetings(tx: CountyTx, appraisalId: string): Promise<KeptMeeting[]> {
  const rows = await tx.raw<MeetingRow>(
    'settlement-meetings',
    `select s.id, s.body, s.held_on as on, s.should_attend as "shouldAttend", s.present, s.written, s.yes, s.no, s.abstain,
       s.minutes, s.recorded_by as by from settlement_meeting s
     where s.county_id = $1 and s.appraisal_id = $2 order by s.recorded_at, s.id`,
    [appraisalId],
  )
  return rows.map(({ id, body, on, minutes, by, ...vote }) => ({
    id,
    body,
    on,
    vote,
    minutesId: minutes,
    by,
  }))
}

export async function insertMeeting(
  { tx, actor, now }: Context,
  appraisalId: string,
  { id, body, on, vote, minutesId }: Omit<KeptMeeting, 'by'>,
): Promise<void> {
  await tx
    .insert('settlement_meeting', {
      ...{ id, appraisal_id: appraisalId, body, held_on: on, minutes: minutesId },
      should_attend: vote.shouldAttend,
      ...{ present: vote.present, written: vote.written, yes: vote.yes, no: vote.no, abstain: vote.abstain },
      ...{ recorded_by: actor.name, recorded_by_account_id: actor.accountId, recorded_at: now },
    })
    .execute()
}

export type KeptGrade = {
  readonly memberId: string
  readonly meetingId: string
  readonly grade: Grade
  readonly opinion: string
  readonly reason: string
  readonly conduct: string
  readonly differs: boolean
  readonly recordedBy: string
  readonly recordedByName: string
}

export async function listGrades(tx: CountyTx, appraisalId: string): Promise<KeptGrade[]> {
  return await tx.raw<KeptGrade>(
    'settlement-grades',
    `select g.member_id as "memberId", g.meeting_id as "meetingId", g.grade, g.opinion, g.reason, g.conduct, g.differs,
       g.recorded_by_account_id as "recordedBy", g.recorded_by as "recordedByName"
     from settled_grade g where g.county_id = $1 and g.appraisal_id = $2 order by g.member_id`,
    [appraisalId],
  )
}

export async function putGrade(
  { tx, actor, now }: Context,
  appraisalId: string,
  settled: Omit<SettledGrade, 'meeting'>,
  more: { readonly meetingId: string; readonly conduct: string },
): Promise<void> {
  const columns = {
    meeting_id: more.meetingId,
    grade: settled.grade,
    opinion: settled.opinion,
    reason: settled.reason,
    conduct: more.conduct,
    differs: settled.differs,
    recorded_by: actor.name,
    recorded_by_account_id: settled.recordedBy,
    recorded_at: now,
  }
  await tx
    .insert('settled_grade', { appraisal_id: appraisalId, member_id: settled.memberId, ...columns })
    .onConflict((on) => on.columns(['county_id', 'appraisal_id', 'member_id']).doUpdateSet(columns))
    .execute()
}

export type YearFigures = {
  readonly memberId: string
  readonly points: Points
  /** As if lines in dispute that take points off were not there. */
  readonly withoutDisputed: Points
  readonly outsideCaps: Points
}

/** Process points of the year, with and without disputed minus lines. */
export async function loadFigures(
  tx: CountyTx,
  memberIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, YearFigures>> {
  const rows = await tx.raw<{ memberId: string; points: number; disputed: number; outsideCaps: number }>(
    'settlement-figures',
    `select m.id as "memberId", coalesce(b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions
         - b.outside_caps, 0) as points, coalesce(b.outside_caps, 0) as "outsideCaps",
       coalesce((select sum(e.credited)::int from ledger_entry e where e.county_id = m.county_id and e.member_id = m.id
         and e.credited < 0 and e.month like $3::text || '-%' and exists (select 1 from objection j where j.county_id = e.county_id
           and j.state in ('received', 'assigned') and (j.subject_kind = 'ledgerEntry' and j.subject_id = e.id::text
             or j.subject_kind = 'deduction' and j.subject_id = e.source_id))), 0) as disputed
     from member m left join points_balance b on b.county_id = m.county_id and b.member_id = m.id and b.year = $3::int
     where m.county_id = $1 and m.id = any($2::uuid[])`,
    [memberIds, year],
  )
  return new Map(
    rows.map(({ memberId, points, disputed, outsideCaps }) => [
      memberId,
      {
        memberId,
        points: toPoints(points),
        withoutDisputed: toPoints(points - disputed),
        outsideCaps: toPoints(outsideCaps),
      },
    ]),
  )
}

export type KeptSigned = {
  readonly edition: number
  readonly digest: string
  readonly bytes: Uint8Array
  readonly frozen: FrozenSettlement
  readonly ruleVersions: readonly string[]
  readonly signerName: string
  readonly signedBy: string
  readonly signedOn: PlainDate
}

export async function findSigned(
  tx: CountyTx,
  appraisalId: string,
  edition: number,
): Promise<KeptSigned | undefined> {
  const rows = await tx.raw<KeptSigned>(
    'settlement-signed',
    `select s.edition, s.digest, s.bytes, s.frozen, s.rule_versions as "ruleVersions", s.signer_name as "signerName",
       s.signed_by_account_id as "signedBy", s.signed_on as "signedOn"
     from signed_settlement s where s.county_id = $1 and s.appraisal_id = $2 and s.edition = $3`,
    [appraisalId, edition],
  )
  return rows[0]
}

export type NewResult = YearResult & {
  readonly memberId: string
  readonly grade: Grade
  readonly outsideCaps: Points
  readonly schemeVersionId: string | null
}

/** Keeps a signed settlement with the results of its members. */
export async function insertSigned(
  { tx, actor }: Context,
  of: { readonly id: string; readonly year: number },
  edition: number,
  kept: {
    readonly signed: SignedSettlement
    readonly form: string
    readonly digest: string
    readonly frozen: FrozenSettlement
    readonly reason: string
    readonly results: readonly NewResult[]
  },
): Promise<void> {
  const { signed } = kept
  await tx
    .insert('signed_settlement', {
      appraisal_id: of.id,
      edition,
      form: kept.form,
      bytes: Buffer.from(signed.bytes),
      digest: kept.digest,
      frozen: JSON.stringify(kept.frozen),
      rule_versions: [...signed.ruleVersions],
      signer_name: signed.signerName,
      signed_by: actor.name,
      signed_by_account_id: signed.signedBy,
      signed_on: signed.signedOn,
      reason: kept.reason,
    })
    .execute()
  if (kept.results.length === 0) return
  await tx
    .insert(
      'year_result',
      kept.results.map((one) => ({
        appraisal_id: of.id,
        edition,
        member_id: one.memberId,
        year: of.year,
        grade: one.grade,
        process: one.process,
        process_percent: one.processPercent,
        appraisal_score: one.appraisal,
        appraisal_percent: one.appraisalPercent,
        score: one.score,
        outside_caps: one.outsideCaps,
        scheme_version_id: one.schemeVersionId,
      })),
    )
    .execute()
}

export type ResultRow = YearResult & {
  readonly memberId: string
  readonly name: string
  readonly grade: Grade
}

/** Results of an edition, by name. The door for outcomes and the year's close. */
export async function listResults(tx: CountyTx, appraisalId: string, edition: number): Promise<ResultRow[]> {
  const rows = await tx.raw<{
    memberId: string
    name: string
    grade: Grade
    process: number
    processPercent: number
    appraisal: number | null
    appraisalPercent: number
    score: number
  }>(
    'year-results',
    `select y.member_id as "memberId", m.name, y.grade, y.process, y.process_percent as "processPercent",
       y.appraisal_score as appraisal, y.appraisal_percent as "appraisalPercent", y.score
     from year_result y join member m on m.county_id = y.county_id and m.id = y.member_id
     where y.county_id = $1 and y.appraisal_id = $2 and y.edition = $3 order by m.name_order, m.id`,
    [appraisalId, edition],
  )
  return rows.map((row) => ({
    ...row,
    process: toPoints(row.process),
    appraisal: row.appraisal === null ? null : toPoints(row.appraisal),
    score: toPoints(row.score),
  }))
}
