import type { Sanction } from '@steward/domain/outcomes/discipline.ts'
import type { DisposalForm } from '@steward/domain/outcomes/disposal.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import type { KeptEnd } from './queries-disposal.ts'

export type MemberPlace = {
  readonly name: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly fullMembers: number
  readonly accountId: string | null
}

/** Where a member belongs and how many full members the branch has. */
export async function findMemberPlace(tx: CountyTx, memberId: string): Promise<MemberPlace | undefined> {
  const rows = await tx.raw<MemberPlace>(
    'disposal-member-place',
    `select m.name, o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
       (select count(*)::int from member x where x.county_id = m.county_id and x.party_org_id = m.party_org_id
         and x.state = 'active' and x.membership_kind = 'full') as "fullMembers",
       (select a.id from account a where a.county_id = m.county_id and a.member_id = m.id and a.state = 'active') as "accountId"
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = $2`,
    [memberId],
  )
  return rows[0]
}

export type MemberFacts = {
  readonly openId: string | null
  /** Day membership was stopped, where it is (R-207). */
  readonly stoppedOn: PlainDate | null
  readonly helpPlans: readonly {
    readonly id: string
    readonly year: number
    readonly until: PlainDate
    readonly state: 'running' | 'evaluated'
    readonly result: 'changed' | 'partly' | 'notChanged' | null
  }[]
  readonly earlier: readonly {
    readonly id: string
    readonly form: DisposalForm
    readonly endedHow: KeptEnd['how']
    readonly endedOn: PlainDate
    /** A case already follows it. */
    readonly followed: boolean
  }[]
  readonly sanctions: readonly {
    readonly id: string
    readonly sanction: Sanction
    readonly documentNumber: string
    readonly decidedOn: PlainDate
  }[]
}

const list = (fields: string, from: string, order: string) =>
  `coalesce((select json_agg(json_build_object(${fields}) order by ${order}) from ${from}), '[]'::json)`

/** What the register knows of a member before a case is proposed: help given, cases ended, sanctions, a stop of membership. */
export async function loadMemberFacts(tx: CountyTx, memberId: string): Promise<MemberFacts> {
  const rows = await tx.raw<MemberFacts>(
    'disposal-member-facts',
    `select
       (select d.id from disposal d where d.county_id = $1 and d.member_id = m.id and d.state <> 'stopped' and d.ended_how is null) as "openId",
       case when m.state = 'suspended' then m.state_from_on end as "stoppedOn",
       ${list(`'id', h.id, 'year', h.year, 'until', h.until_on, 'state', h.state, 'result', h.result`, 'help_plan h where h.county_id = $1 and h.member_id = m.id', 'h.until_on desc, h.id')} as "helpPlans",
       ${list(`'id', d.id, 'form', d.form, 'endedHow', d.ended_how, 'endedOn', d.ended_on, 'followed', exists (select 1 from disposal n where n.county_id = $1 and n.earlier_disposal_id = d.id and n.state <> 'stopped')`, 'disposal d where d.county_id = $1 and d.member_id = m.id and d.ended_how is not null', 'd.ended_on desc, d.id')} as earlier,
       ${list(`'id', s.id, 'sanction', s.sanction, 'documentNumber', s.document_number, 'decidedOn', s.decided_on`, 'sanction s where s.county_id = $1 and s.member_id = m.id', 's.decided_on desc, s.id')} as sanctions
     from member m where m.county_id = $1 and m.id = $2`,
    [memberId],
  )
  const [found] = rows
  if (found === undefined) throw new Error(`No member ${memberId}`)
  return found
}

export type Deciding = {
  /** The nearest committee above with the power to approve (R-026). */
  readonly id: string | null
  readonly name: string | null
  /** The next one above that: where an appeal goes. */
  readonly appealTo: string | null
}

/** Who decides on cases of a branch, and who stands above. */
export async function findDeciding(tx: CountyTx, orgPath: string): Promise<Deciding> {
  const rows = await tx.raw<{ id: string; name: string; approving: boolean }>(
    'disposal-deciding',
    `select o.id, o.name, o.approving from party_org o where o.county_id = $1 and o.path @> $2::ltree and o.path <> $2::ltree
       and o.kind in ('baseCommittee', 'workCommittee', 'countyCommittee') order by nlevel(o.path) desc`,
    [orgPath],
  )
  const at = rows.findIndex(({ approving }) => approving)
  const body = rows[at]
  return {
    id: body?.id ?? null,
    name: body?.name ?? null,
    appealTo: rows[at + 1]?.name ?? body?.name ?? rows[0]?.name ?? null,
  }
}

/** Whether the case, the one it follows, or the member's grade is disputed: it stays out of anything adverse (R-217). */
export async function isDisputedCase(
  tx: CountyTx,
  of: { readonly id: string; readonly memberId: string; readonly earlierId: string | null },
): Promise<boolean> {
  const rows = await tx.raw<{ disputed: boolean }>(
    'disposal-disputed',
    `select exists (select 1 from objection j join grade_feedback f on f.county_id = j.county_id and f.id::text = j.subject_id
         where j.county_id = $1 and j.subject_kind = 'grade' and j.state in ('received', 'assigned') and f.member_id = $2)
       or exists (select 1 from appeal a where a.county_id = $1 and a.subject_kind = 'disposal' and a.state in ('received', 'assigned')
         and a.subject_id in ($3, $4)) as disputed`,
    [of.memberId, of.id, of.earlierId],
  )
  return rows[0]?.disputed ?? false
}
