import {
  defectCodes,
  type DefectOwner,
  listDefects,
  type OrgFacts,
} from '@steward/domain/organisation/defects.ts'
import {
  type GapCode,
  listOrgGaps,
  type OrgDefect,
  orgDefectCodes,
  type OrgDefectCode,
  premisesKinds,
  type RecordedFacts,
} from '@steward/domain/organisation/org-gaps.ts'
import { isCommitteeOrg } from '@steward/domain/organisation/party-org.ts'
import { defaultSizes, type SizeSettings } from '@steward/domain/organisation/set-up-rules.ts'
import { addDays, laterOf, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { type FactRow, listOrgFacts } from './queries-facts.ts'

export type PlanRow = {
  readonly orgId: string
  readonly code: OrgDefectCode
  readonly ownerName: string
  readonly what: string
  readonly dueOn: PlainDate
  readonly by: string
  readonly at: Date
}
type Overseer = { readonly path: string; readonly name: string; readonly person: string | null }

/** What defects are judged and named with: thresholds, the committees with their persons, the newest plans. */
export type DefectFrame = {
  readonly sizes: SizeSettings
  readonly overseers: readonly Overseer[]
  readonly plans: ReadonlyMap<string, PlanRow>
}

export type OwnedDefect = OrgDefect & {
  readonly ownerOrg: string
  readonly ownerPerson: string | null
  readonly plan: PlanRow | null
}
export type JudgedOrg = { readonly org: FactRow; readonly defects: OwnedDefect[] }

const FRAME = `
select
  (select value from setting where county_id = $1 and area = 'organisation' and from_on <= $2
   order by version_no desc limit 1) as settings,
  (select coalesce(json_agg(json_build_object('path', o.path::text, 'name', o.name, 'person', (
      select m.name from committee_post c join member m on m.county_id = c.county_id and m.id = c.member_id
      where c.county_id = $1 and c.party_org_id = o.id and c.until_on is null
        and c.post in ('orgCommissioner', 'secretary') order by c.post limit 1))), '[]'::json)
   from party_org o where o.county_id = $1 and o.dissolved_on is null
     and o.kind in ('countyCommittee', 'workCommittee', 'baseCommittee')) as overseers,
  (select coalesce(json_agg(row_to_json(p)), '[]'::json) from (
      select distinct on (party_org_id, code) party_org_id as "orgId", code, owner_name as "ownerName", what,
        due_on as "dueOn", author_name as by, recorded_at as at
      from party_org_defect_plan where county_id = $1 order by party_org_id, code, recorded_at desc, id desc) p) as plans`

type FrameRow = {
  settings: Partial<SizeSettings> | null
  overseers: Overseer[]
  plans: (Omit<PlanRow, 'at'> & { at: string })[]
}

export async function loadDefectFrame(tx: CountyTx, today: PlainDate): Promise<DefectFrame> {
  const [row] = await tx.raw<FrameRow>('org-defect-frame', FRAME, [today])
  const plans = row?.plans.map((plan) => ({ ...plan, at: new Date(plan.at) })) ?? []
  return {
    sizes: { ...defaultSizes, ...row?.settings },
    overseers: row?.overseers ?? [],
    plans: new Map(plans.map((plan) => [`${plan.orgId} ${plan.code}`, plan])),
  }
}

/** Defects of the organisations one may see, at or below `rootId`, from facts counted in one statement. */
export async function judgeOrgs(
  tx: CountyTx,
  today: PlainDate,
  access: Access | 'all',
  rootId: string | null = null,
): Promise<JudgedOrg[]> {
  const rows = await listOrgFacts(tx, today, access, rootId)
  const frame = await loadDefectFrame(tx, today)
  return rows.map((org) => ({ org, defects: judge(org, frame, today) }))
}

export function judge(row: FactRow, frame: DefectFrame, today: PlainDate): OwnedDefect[] {
  const told = recordedFacts(row)
  const found: OrgDefect[] = [
    ...listDefects(toOrgFacts(row), today, frame.sizes),
    ...listOrgGaps({ ...row, hasSecretary: row.secretary !== null }, told.facts, told.since, today),
  ]
  return found.map((defect) => ({
    ...defect,
    ...nameOwner(defect.owner, row, frame.overseers),
    plan: frame.plans.get(`${row.id} ${defect.code}`) ?? null,
  }))
}

function toOrgFacts(row: FactRow): OrgFacts {
  const isDefectCode = (code: string) => defectCodes.some((known) => known === code)
  return {
    ...row,
    hasSecretary: row.secretary !== null,
    secretaryVacantSince: row.lastSecretaryUntil === null ? null : addDays(row.lastSecretaryUntil, 1),
    term:
      row.termStartedOn === null || row.termYears === null
        ? null
        : { startedOn: row.termStartedOn, years: row.termYears, approvedEnd: row.termApprovedEndOn },
    seenSince: Object.fromEntries(Object.entries(row.seen ?? {}).filter(([code]) => isDefectCode(code))),
  }
}

/** Recorded facts with their days; experience counts for the secretary in office when it was recorded, not the next one. */
export function recordedFacts(row: FactRow): {
  facts: RecordedFacts
  since: Partial<Record<GapCode, PlainDate>>
} {
  const { premises, secretaryExperience, fullTimeStaff, rules } = row.facts ?? {}
  const stillMeant =
    secretaryExperience !== undefined &&
    row.secretarySince !== null &&
    secretaryExperience.recordedOn >= row.secretarySince
  return {
    facts: {
      premises: premisesKinds.find((kind) => kind === premises?.value) ?? null,
      secretaryHasExperience: stillMeant ? secretaryExperience.value === 'yes' : null,
      fullTimeStaff: fullTimeStaff === undefined ? null : Number(fullTimeStaff.value),
      hasRules: rules === undefined ? null : rules.value === 'yes',
    },
    since: {
      noPremises: premises?.fromOn,
      rentedOffice: premises?.fromOn,
      secretaryWithoutExperience:
        stillMeant && row.secretarySince !== null
          ? laterOf(secretaryExperience.fromOn, row.secretarySince)
          : undefined,
      noFullTimeStaff: fullTimeStaff?.fromOn,
      noRules: rules?.fromOn,
    },
  }
}

/** The body that mends a defect and the person who answers for it there. */
function nameOwner(
  owner: DefectOwner,
  row: FactRow,
  overseers: readonly Overseer[],
): { ownerOrg: string; ownerPerson: string | null } {
  if (owner === 'branchSecretary' && row.secretary !== null)
    return { ownerOrg: row.name, ownerPerson: row.secretary }
  const above = overseers
    .filter(({ path }) => path !== row.path && isAtOrBelow(row.path, path))
    .toSorted((a, b) => a.path.length - b.path.length)
  const body = owner === 'orgDepartment' || isCommitteeOrg(row.kind) ? above[0] : above.at(-1)
  const own = overseers.find(({ path }) => path === row.path)
  const named = body ?? own
  return { ownerOrg: named?.name ?? row.name, ownerPerson: named?.person ?? null }
}

/** Whether a word is a defect of this version; older rows may name others. */
export function isOrgDefectCode(code: string): code is OrgDefectCode {
  return orgDefectCodes.some((known) => known === code)
}

/** Compares what is there today with what was there at the last look; answers with the numbers that came and went. */
export async function noteDefects(tx: CountyTx, today: PlainDate): Promise<{ came: number; went: number }> {
  const judged = await judgeOrgs(tx, today, 'all')
  const present = judged.flatMap(({ org, defects }) =>
    defects.map(({ code, since }) => ({ id: org.id, code, since })),
  )
  const values = [
    present.map(({ id }) => id),
    present.map(({ code }) => code),
    present.map(({ since }) => since),
    today,
  ]
  const went = await tx.raw(
    'org-defects-gone',
    `update party_org_defect d set gone_on = $5 where d.county_id = $1 and d.gone_on is null
       and not exists (select 1 from unnest($2::uuid[], $3::text[], $4::date[]) as t (id, code, since)
         where t.id = d.party_org_id and t.code = d.code) returning 1`,
    values,
  )
  const came = await tx.raw(
    'org-defects-seen',
    `insert into party_org_defect (county_id, party_org_id, code, seen_on)
     select $1, t.id, t.code, least(t.since, $5::date) from unnest($2::uuid[], $3::text[], $4::date[]) as t (id, code, since)
     where not exists (select 1 from party_org_defect d where d.county_id = $1 and d.party_org_id = t.id
       and d.code = t.code and d.gone_on is null)
     on conflict (county_id, party_org_id, code, seen_on) do update set gone_on = null returning 1`,
    values,
  )
  return { came: came.length, went: went.length }
}

export async function insertDefectPlan(
  tx: CountyTx,
  plan: {
    id: string
    orgId: string
    code: string
    ownerName: string
    what: string
    dueOn: PlainDate
    by: string
    accountId: string | null
    at: Date
  },
): Promise<void> {
  await tx
    .insert('party_org_defect_plan', {
      id: plan.id,
      party_org_id: plan.orgId,
      code: plan.code,
      owner_name: plan.ownerName,
      what: plan.what,
      due_on: plan.dueOn,
      author_name: plan.by,
      account_id: plan.accountId,
      recorded_at: plan.at,
    })
    .execute()
}
