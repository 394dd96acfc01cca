import type { RollLine, RollMember } from '@steward/domain/appraisals/roll.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** What the register says of a member, for the roll. */
export type Registered = RollMember & { readonly name: string; readonly orgId: string }

const ELDERLY_YEARS = 70

/** Members of a branch as the register has them on a day, by name; or one of them. */
export async function listRegistered(
  tx: CountyTx,
  where: { readonly orgId: string } | { readonly memberId: string },
  today: PlainDate,
): Promise<Registered[]> {
  const [column, id] =
    'orgId' in where ? (['party_org_id', where.orgId] as const) : (['id', where.memberId] as const)
  const rows = await tx.raw<{
    memberId: string
    name: string
    orgId: string
    membershipKind: 'full' | 'probationary'
    suspended: boolean
    elderly: boolean
    exemptBody: string | null
    exemptNumber: string
    exemptOn: PlainDate
  }>(
    `appraisal-registered-${column}`,
    `select m.id as "memberId", m.name, m.party_org_id as "orgId", m.membership_kind as "membershipKind",
       m.state = 'suspended' as suspended, m.born_on <= ($3::date - interval '${ELDERLY_YEARS} years')::date as elderly,
       e.decided_by_body as "exemptBody", e.document as "exemptNumber", e.decided_on as "exemptOn"
     from member m left join lateral (select x.decided_by_body, x.document, x.decided_on from scoring_exemption x
       where x.county_id = m.county_id and x.member_id = m.id and x.from_on <= $3::date
         and (x.until_on is null or x.until_on > $3::date) order by x.from_on desc limit 1) e on true
     where m.county_id = $1 and m.${column} = $2 and m.state in ('active', 'suspended') order by m.name_order, m.id`,
    [id, today],
  )
  return rows.map((row) => ({
    memberId: row.memberId,
    name: row.name,
    orgId: row.orgId,
    membershipKind: row.membershipKind,
    suspended: row.suspended,
    // A host says so itself; until then a floating member is graded at home.
    floating: null,
    // Left out of scoring is followed and not placed; what has no document number stays on the roll until one is named.
    exemption:
      row.exemptBody === null || row.exemptNumber === ''
        ? null
        : { body: row.exemptBody, number: row.exemptNumber, on: row.exemptOn },
    elderlyOrFrail: row.elderly,
  }))
}

export type KeptLine = RollLine & {
  readonly name: string
  readonly group: string
  readonly hostOrgName: string | null
  readonly homeOrgName: string | null
  readonly membershipKind: 'full' | 'probationary'
  readonly accountId: string | null
}
type LineRow = Omit<KeptLine, 'decision'> & {
  decisionBody: string
  decisionNumber: string
  decisionOn: PlainDate | null
}

/** The roll of an appraisal, by name. */
export async function listRoll(tx: CountyTx, appraisalId: string): Promise<KeptLine[]> {
  const rows = await tx.raw<LineRow>(
    'appraisal-roll-list',
    `select r.member_id as "memberId", m.name, r.place, r.reason, r.decision_body as "decisionBody",
       r.decision_number as "decisionNumber", r.decision_on as "decisionOn", r.host_org_id as "hostOrgId",
       r.home_org_id as "homeOrgId", h.name as "hostOrgName", o.name as "homeOrgName", r.owes_report as "owesReport",
       r.spoken_group as "group", m.membership_kind as "membershipKind", c.id as "accountId"
     from appraisal_roll r join member m on m.county_id = r.county_id and m.id = r.member_id
     left join party_org h on h.county_id = r.county_id and h.id = r.host_org_id
     left join party_org o on o.county_id = r.county_id and o.id = r.home_org_id
     left join account c on c.county_id = r.county_id and c.member_id = r.member_id and c.state = 'active'
     where r.county_id = $1 and r.appraisal_id = $2 order by m.name_order, m.id`,
    [appraisalId],
  )
  return rows.map(({ decisionBody, decisionNumber, decisionOn, ...line }) => ({
    ...line,
    decision: decisionOn === null ? null : { body: decisionBody, number: decisionNumber, on: decisionOn },
  }))
}

/** Writes lines anew; those of the same member are replaced, others stay. */
export async function putLines(
  tx: CountyTx,
  appraisalId: string,
  lines: readonly (RollLine & { readonly group: string })[],
): Promise<void> {
  if (lines.length === 0) return
  await tx
    .remove('appraisal_roll')
    .where('appraisal_id', '=', appraisalId)
    .where(
      'member_id',
      'in',
      lines.map(({ memberId }) => memberId),
    )
    .execute()
  await tx
    .insert(
      'appraisal_roll',
      lines.map((line) => ({
        appraisal_id: appraisalId,
        member_id: line.memberId,
        place: line.place,
        reason: line.reason,
        decision_body: line.decision?.body ?? '',
        decision_number: line.decision?.number ?? '',
        decision_on: line.decision?.on ?? null,
        host_org_id: line.hostOrgId,
        home_org_id: line.homeOrgId,
        owes_report: line.owesReport,
        spoken_group: line.group,
      })),
    )
    .execute()
}

/** Takes members off who are no longer of the branch; guests stay. */
export async function removeGone(
  tx: CountyTx,
  appraisalId: string,
  memberIds: readonly string[],
): Promise<void> {
  await tx.raw(
    'appraisal-roll-gone',
    `delete from appraisal_roll r where r.county_id = $1 and r.appraisal_id = $2 and r.reason <> 'guest'
       and not (r.member_id = any($3::uuid[]))`,
    [appraisalId, memberIds],
  )
}
