import type {
  Approval,
  Claim,
  ClaimEntry,
  ClaimLevel,
  ClaimTarget,
  HelpConsent,
  keptClaimStates,
} from '@steward/domain/claims/claim.ts'
import { toEvidence, type Witness, type WitnessAnswer } from '@steward/domain/claims/witness.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Points, toPoints } from '@steward/domain/shared/points.ts'
import type { CountyTx } from '#platform/db.ts'

type EvidenceRow = {
  readonly id: string
  readonly kind: 'photo' | 'paper' | 'roster'
  readonly fileId: string | null
  readonly sha256: string | null
  readonly name: string | null
  readonly type: string | null
  readonly note: string
  readonly addedBy: string
  readonly open: boolean
}
export type WitnessRow = {
  readonly id: string
  readonly memberId: string | null
  readonly name: string
  readonly askedOn: PlainDate
  readonly answer: WitnessAnswer | null
  readonly answeredOn: PlainDate | null
  readonly how: 'screen' | 'phone' | 'inPerson' | null
  readonly note: string
  readonly takenBy: string | null
}
type ApprovalRow = Approval & { readonly id: string; readonly byName: string }

/** A claim with everything rules and screens ask of it. */
export type ClaimRow = {
  readonly id: string
  readonly deviceKey: string
  readonly number: string
  readonly memberId: string
  readonly memberName: string
  /** The member's account, where there is one that works. */
  readonly accountId: string | null
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly targetKind: 'item' | 'pledge' | 'task'
  readonly pledgeId: string | null
  readonly taskId: string | null
  readonly targetTitle: string | null
  readonly taskLeast: number | null
  readonly taskMost: number | null
  readonly itemCode: string
  readonly versionId: string
  readonly deedOn: PlainDate
  readonly submittedOn: PlainDate
  readonly submittedAt: Date
  readonly writtenOn: PlainDate | null
  readonly quantity: number
  readonly chosen: number | null
  readonly said: string
  readonly place: string | null
  readonly hostBranch: string
  readonly entryBy: ClaimEntry['by']
  readonly entryAccountId: string | null
  readonly enteredBy: string
  readonly helperName: string
  readonly consentHow: HelpConsent['how'] | null
  readonly consentOn: PlainDate | null
  readonly paper: string
  readonly lateReason: string | null
  readonly state: (typeof keptClaimStates)[number]
  readonly level: ClaimLevel
  readonly levelSince: PlainDate
  readonly decideByOn: PlainDate
  readonly round: number
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedOn: PlainDate | null
  readonly reason: string | null
  readonly entryId: string | null
  readonly credited: number | null
  readonly confirmedByMember: boolean
  readonly revision: number
  readonly hasCommittee: boolean
  readonly evidence: readonly EvidenceRow[]
  readonly witnesses: readonly WitnessRow[]
  readonly approvals: readonly ApprovalRow[]
}

export const CLAIM_COLUMNS = `c.id, c.device_key as "deviceKey", c.number, c.member_id as "memberId", m.name as "memberName",
  (select a.id from account a where a.county_id = c.county_id and a.member_id = c.member_id and a.state = 'active') as "accountId",
  c.party_org_id as "orgId", o.name as "orgName", o.path::text as "orgPath", c.target_kind as "targetKind",
  c.pledge_id as "pledgeId", c.task_id as "taskId", coalesce(p.text, t.title) as "targetTitle", t.least as "taskLeast",
  t.most as "taskMost", c.item_code as "itemCode", c.scheme_version_id as "versionId", c.deed_on as "deedOn",
  c.submitted_on as "submittedOn", c.submitted_at as "submittedAt", c.written_on as "writtenOn", c.quantity, c.chosen,
  c.said, c.place, c.host_branch as "hostBranch", c.entry_by as "entryBy", c.entry_account_id as "entryAccountId",
  c.entered_by as "enteredBy", c.helper_name as "helperName", c.consent_how as "consentHow", c.consent_on as "consentOn",
  c.paper, c.late_reason as "lateReason", c.state, c.level, c.level_since_on as "levelSince", c.decide_by_on as "decideByOn",
  c.round, c.decided_by as "decidedBy", c.decided_by_name as "decidedByName", c.decided_on as "decidedOn", c.reason,
  c.entry_id as "entryId", (select e.credited from ledger_entry e where e.county_id = c.county_id and e.id = c.entry_id) as credited,
  c.confirmed_by_member as "confirmedByMember", c.revision,
  exists (select 1 from party_org b where b.county_id = c.county_id and b.path @> o.path
    and b.kind in ('baseCommittee', 'workCommittee') and b.dissolved_on is null) as "hasCommittee",
  (select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'fileId', v.file_id, 'sha256', v.sha256,
      'name', f.name, 'type', f.type, 'note', v.note, 'addedBy', v.added_by, 'open', f.state = 'kept') order by v.added_at, v.id), '[]'::json)
    from claim_evidence v left join stored_file f on f.county_id = v.county_id and f.id = v.file_id
    where v.county_id = c.county_id and v.claim_id = c.id and v.dropped_at is null) as evidence,
  (select coalesce(json_agg(json_build_object('id', w.id, 'memberId', w.member_id, 'name', w.name, 'askedOn', w.asked_on,
      'answer', w.answer, 'answeredOn', w.answered_on, 'how', w.how, 'note', w.note, 'takenBy', w.taken_by)
      order by w.asked_on, w.id), '[]'::json)
    from claim_witness w where w.county_id = c.county_id and w.claim_id = c.id) as witnesses,
  (select coalesce(json_agg(json_build_object('id', a.id, 'level', a.level, 'by', a.account_id, 'byName', a.by_name,
      'on', a.approved_on) order by a.approved_at, a.id), '[]'::json)
    from claim_approval a where a.county_id = c.county_id and a.claim_id = c.id and a.round = c.round and a.takes_back is null
      and not exists (select 1 from claim_approval b where b.county_id = a.county_id and b.claim_id = a.claim_id
        and b.takes_back = a.id)) as approvals`

export const CLAIM_FROM = `from claim c
  join member m on m.county_id = c.county_id and m.id = c.member_id
  join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
  left join pledge p on p.county_id = c.county_id and p.id = c.pledge_id
  left join task t on t.county_id = c.county_id and t.id = c.task_id`

/** One claim. */
export async function findClaim(tx: CountyTx, claimId: string): Promise<ClaimRow | undefined> {
  const [row] = await tx.raw<ClaimRow>(
    'claim-find',
    `select ${CLAIM_COLUMNS} ${CLAIM_FROM} where c.county_id = $1 and c.id = $2`,
    [claimId],
  )
  return row
}

/** One claim, held until the end of the transaction. */
export async function lockClaim(tx: CountyTx, claimId: string): Promise<ClaimRow | undefined> {
  const [row] = await tx.raw<ClaimRow>(
    'claim-lock',
    `select ${CLAIM_COLUMNS} ${CLAIM_FROM} where c.county_id = $1 and c.id = $2 for no key update of c`,
    [claimId],
  )
  return row
}

/** Several claims, held; in the order of members, so that those who hold many wait for each other and never cross. */
export async function lockClaims(tx: CountyTx, claimIds: readonly string[]): Promise<ClaimRow[]> {
  await tx.raw(
    'claims-hold',
    `select c.id from claim c where c.county_id = $1 and c.id = any($2::uuid[]) order by c.id for no key update`,
    [claimIds],
  )
  return await tx.raw<ClaimRow>(
    'claims-held',
    `select ${CLAIM_COLUMNS} ${CLAIM_FROM} where c.county_id = $1 and c.id = any($2::uuid[])
     order by c.member_id, c.deed_on, c.id`,
    [claimIds],
  )
}

/** The levels that exist above a claim's branch. */
export function levelsOf(row: Pick<ClaimRow, 'hasCommittee'>): readonly ClaimLevel[] {
  return row.hasCommittee ? ['branch', 'baseCommittee', 'county'] : ['branch', 'county']
}

/** The last day of a step of review counts from the version; a value in the row as the rules see it. */
export function toClaim(row: ClaimRow): Claim {
  return {
    id: row.id,
    deviceKey: row.deviceKey,
    memberId: row.memberId,
    orgId: row.orgId,
    target: targetOf(row),
    deedOn: row.deedOn,
    submittedOn: row.submittedOn,
    quantity: row.quantity,
    chosen: pointsOf(row.chosen),
    said: row.said,
    place: row.place,
    evidence: [
      ...row.evidence.map((each) => evidenceOf(each)),
      ...row.witnesses.flatMap((each) => toEvidence(toWitness(row.id, each)) ?? []),
    ],
    entry: entryOf(row),
    lateReason: row.lateReason,
    state: row.state,
    level: row.level,
    levelSince: row.levelSince,
    approvals: row.approvals.map(({ level, by, on }) => ({ level, by, on })),
    decision:
      row.decidedOn === null || row.decidedBy === null
        ? null
        : { by: row.decidedBy, on: row.decidedOn, reason: row.reason },
    confirmedByMember: row.confirmedByMember,
  }
}

export function toWitness(claimId: string, row: WitnessRow): Witness {
  return {
    id: row.id,
    claimId,
    person: row.memberId === null ? { name: row.name } : { memberId: row.memberId },
    askedOn: row.askedOn,
    answer: row.answer,
    answeredOn: row.answeredOn,
    takenBy: row.takenBy,
  }
}

function targetOf({ targetKind, pledgeId, taskId, itemCode }: ClaimRow): ClaimTarget {
  if (targetKind === 'pledge') return { kind: 'pledge', pledgeId: pledgeId ?? '', itemCode }
  if (targetKind === 'task') return { kind: 'task', taskId: taskId ?? '', itemCode }
  return { kind: 'item', itemCode }
}

function entryOf(row: ClaimRow): ClaimEntry {
  const accountId = row.entryAccountId ?? ''
  if (row.entryBy === 'member') return { by: 'member' }
  if (row.entryBy === 'secretary') return { by: 'secretary', accountId, paper: row.paper }
  const { consentHow: how, consentOn: on } = row
  const consent = how === null || on === null ? null : { how, on }
  return { by: 'helper', accountId, helperName: row.helperName, consent }
}

function evidenceOf({ id, kind, fileId, note }: EvidenceRow): Claim['evidence'][number] {
  if (kind === 'photo') return { kind, fileId: fileId ?? '' }
  return kind === 'paper' ? { kind, fileId, note } : { kind, rosterId: id }
}

function pointsOf(value: number | null): Points | null {
  return value === null ? null : toPoints(value)
}

/** What the line of the ledger says of the evidence: kind, identifier, digest of a file. */
export function evidenceReferences(row: ClaimRow): string[] {
  return [
    ...row.evidence.map(({ id, kind, fileId, sha256 }) =>
      fileId === null ? `${kind}:${id}` : `${kind}:${fileId}:sha256:${sha256}`,
    ),
    ...row.witnesses
      .filter(({ answer }) => answer === 'yes')
      .map(({ id, memberId }) => `witness:${memberId ?? id}`),
  ]
}
