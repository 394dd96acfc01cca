import { type Claim, claimNumber, type HelpConsent } from '@steward/domain/claims/claim.ts'
import type { TaskState } from '@steward/domain/claims/task.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { yearOf } from '@steward/domain/shared/plain-date.ts'
import { scoringColumns, type ScoringRow, versionIdsText } from '#features/schemes/queries.ts'
import type { CountyTx } from '#platform/db.ts'

/** What a device was told before about the same sending. */
export type Known = {
  readonly id: string
  readonly number: string
  readonly deedOn: PlainDate
  readonly submittedOn: PlainDate
  readonly versionId: string
}
export type TaskForClaim = {
  readonly id: string
  readonly itemCode: string
  readonly least: number
  readonly most: number
  readonly startsOn: PlainDate
  readonly dueOn: PlainDate
  readonly places: number | null
  readonly state: TaskState
  readonly announcedOn: PlainDate | null
  readonly taken: boolean
}
export type NamedWitness = {
  readonly memberId: string
  readonly name: string
  readonly accountId: string | null
}

/** Everything a sending is judged by, in one statement. */
export type SendFacts = ScoringRow & {
  readonly account_id: string | null
  readonly version_ids: string[]
  readonly known: Known | null
  readonly files: readonly { id: string; sha256: string }[]
  readonly witness: NamedWitness | null
  readonly task: TaskForClaim | null
  readonly has_committee: boolean
}

const KNOWN = `(select json_build_object('id', k.id, 'number', k.number, 'deedOn', k.deed_on, 'submittedOn', k.submitted_on,
    'versionId', k.scheme_version_id) from claim k where k.county_id = $1 and k.member_id = m.id and k.device_key = $4)`

/** Only files about the member, or that the sender has added. */
const FILES = `(select coalesce(json_agg(json_build_object('id', f.id, 'sha256', f.sha256)), '[]'::json) from stored_file f
    where f.county_id = $1 and f.id = any($5::uuid[]) and f.state = 'kept'
      and (f.member_id = m.id or f.added_by_account_id = $8))`

/** A witness is a member of the county who can be asked. */
const WITNESS = `(select json_build_object('memberId', w.id, 'name', w.name, 'accountId',
      (select a.id from account a where a.county_id = $1 and a.member_id = w.id and a.state = 'active'))
    from member w where w.county_id = $1 and w.id = $6 and w.state in ('active', 'suspended'))`

/** A task of the branch or of an organisation above it. */
const TASK = `(select json_build_object('id', t.id, 'itemCode', t.item_code, 'least', t.least, 'most', t.most,
      'startsOn', t.starts_on, 'dueOn', t.due_on, 'places', t.places, 'state', t.state, 'announcedOn', t.announced_on,
      'taken', exists (select 1 from task_taking g where g.county_id = $1 and g.task_id = t.id and g.member_id = m.id
        and g.state = 'taken'))
    from task t join party_org b on b.county_id = t.county_id and b.id = t.party_org_id
    where t.county_id = $1 and t.id = $7 and b.path @> o.path)`

const FACTS = `select ${scoringColumns('$3')}, ${versionIdsText} as version_ids,
    (select a.id from account a where a.county_id = $1 and a.member_id = m.id and a.state = 'active') as account_id,
    ${KNOWN} as known, ${FILES} as files, ${WITNESS} as witness, ${TASK} as task,
    exists (select 1 from party_org b where b.county_id = $1 and b.path @> o.path
      and b.kind in ('baseCommittee', 'workCommittee') and b.dissolved_on is null) as has_committee
  from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  where m.county_id = $1 and m.id = $2`

export async function findSendFacts(
  tx: CountyTx,
  of: {
    readonly memberId: string
    readonly deedOn: PlainDate
    readonly deviceKey: string
    readonly fileIds: readonly string[]
    readonly witnessId: string | null
    readonly taskId: string | null
    readonly accountId: string | null
  },
): Promise<SendFacts | undefined> {
  const { memberId, deedOn, deviceKey, fileIds, witnessId, taskId, accountId } = of
  const [row] = await tx.raw<SendFacts>('claim-send-facts', FACTS, [
    memberId,
    deedOn,
    deviceKey,
    fileIds,
    witnessId,
    taskId,
    accountId,
  ])
  return row
}

export type NewEvidence = {
  readonly id: string
  readonly kind: 'photo' | 'paper' | 'roster'
  readonly fileId: string | null
  readonly sha256: string | null
  readonly note: string
}
export type NewWitness = { readonly id: string; readonly memberId: string | null; readonly name: string }

export type NewClaim = {
  readonly claim: Claim
  readonly versionId: string
  readonly decideByOn: PlainDate
  readonly writtenOn: PlainDate | null
  readonly hostBranch: string
  readonly enteredBy: string
  readonly entryAccountId: string | null
  readonly helperName: string
  readonly consent: HelpConsent | null
  readonly paper: string
  readonly evidence: readonly NewEvidence[]
  readonly witnesses: readonly NewWitness[]
  readonly moveId: string
  readonly at: Date
}

// The number is taken from the branch's count of the year; whoever sends at the same moment waits for it.
const INSERT = `
with given as materialized (select $2::jsonb as g),
counted as (
  insert into claim_count as n (county_id, party_org_id, year, last_no)
  select $1, (g->>'orgId')::uuid, (g->>'year')::int, 1 from given
  on conflict (county_id, party_org_id, year) do update set last_no = n.last_no + 1 returning last_no
), added as (
  insert into claim (county_id, id, device_key, number, member_id, party_org_id, target_kind, pledge_id, task_id, item_code,
    scheme_version_id, deed_on, submitted_on, submitted_at, written_on, quantity, chosen, said, place, host_branch, entry_by,
    entry_account_id, entered_by, helper_name, consent_how, consent_on, paper, late_reason, state, level, level_since_on,
    decide_by_on, confirmed_by_member)
  select $1, c.id, c.device_key, (g->>'prefix') || lpad(last_no::text, greatest(4, length(last_no::text)), '0'), c.member_id,
    c.party_org_id, c.target_kind, c.pledge_id, c.task_id, c.item_code, c.scheme_version_id, c.deed_on, c.submitted_on, $3,
    c.written_on, c.quantity, c.chosen, c.said, c.place, c.host_branch, c.entry_by, c.entry_account_id, c.entered_by,
    c.helper_name, c.consent_how, c.consent_on, c.paper, c.late_reason, 'submitted', c.level, c.level_since_on,
    c.decide_by_on, c.confirmed_by_member
  from given, counted, jsonb_populate_record(null::claim, g->'claim') c
  on conflict (county_id, member_id, device_key) do nothing returning id, number
), moved as (
  insert into claim_move (county_id, id, claim_id, move, level, by_name, account_id, moved_at)
  select $1, (g->>'moveId')::uuid, a.id, g->>'move', g->'claim'->>'level', g->'claim'->>'entered_by',
    (g->'claim'->>'entry_account_id')::uuid, $3 from given, added a
), proved as (
  insert into claim_evidence (county_id, id, claim_id, kind, file_id, sha256, note, added_by, added_at)
  select $1, v.id, a.id, v.kind, v."fileId", v.sha256, v.note, g->'claim'->>'entered_by', $3
  from given, added a, jsonb_to_recordset(g->'evidence') as v (id uuid, kind text, "fileId" uuid, sha256 text, note text)
), witnessed as (
  insert into claim_witness (county_id, id, claim_id, member_id, name, asked_on, asked_by)
  select $1, w.id, a.id, w."memberId", w.name, (g->'claim'->>'submitted_on')::date, g->'claim'->>'entered_by'
  from given, added a, jsonb_to_recordset(g->'witnesses') as w (id uuid, "memberId" uuid, name text)
)
select number from added`

/** The same sending came on another line and won. */
class SentMeanwhile extends Error {
  readonly code = '40001'
}

/** Writes a claim with its number, evidence, witnesses and first move; the number comes back. */
export async function insertClaim(tx: CountyTx, { claim, at, ...more }: NewClaim): Promise<string> {
  const { target } = claim
  const given = {
    orgId: claim.orgId,
    year: yearOf(claim.deedOn),
    prefix: claimNumber(claim.deedOn, 0).slice(0, -4),
    move: claim.entry.by === 'member' ? 'submit' : 'enter',
    moveId: more.moveId,
    evidence: more.evidence,
    witnesses: more.witnesses,
    claim: {
      id: claim.id,
      device_key: claim.deviceKey,
      member_id: claim.memberId,
      party_org_id: claim.orgId,
      target_kind: target.kind,
      pledge_id: target.kind === 'pledge' ? target.pledgeId : null,
      task_id: target.kind === 'task' ? target.taskId : null,
      item_code: target.itemCode,
      scheme_version_id: more.versionId,
      deed_on: claim.deedOn,
      submitted_on: claim.submittedOn,
      written_on: more.writtenOn,
      quantity: claim.quantity,
      chosen: claim.chosen,
      said: claim.said,
      place: claim.place,
      host_branch: more.hostBranch,
      entry_by: claim.entry.by,
      entry_account_id: more.entryAccountId,
      entered_by: more.enteredBy,
      helper_name: more.helperName,
      consent_how: more.consent?.how ?? null,
      consent_on: more.consent?.on ?? null,
      paper: more.paper,
      late_reason: claim.lateReason,
      level: claim.level,
      level_since_on: claim.levelSince,
      decide_by_on: more.decideByOn,
      confirmed_by_member: claim.confirmedByMember,
    },
  }
  const [row] = await tx.raw<{ number: string }>('claim-insert', INSERT, [JSON.stringify(given), at])
  if (row === undefined) throw new SentMeanwhile()
  return row.number
}
