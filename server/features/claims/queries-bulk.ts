import { decideBy } from '@steward/domain/claims/review.ts'
import { claimNumber, isLate } from '@steward/domain/claims/claim.ts'
import { type PlainDate, toPlainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { newIdAt } from '#platform/new-id.ts'

/** A claim as it stands in a record from before, decided on the level of the branch or still waiting there. */
export type PastClaim = {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly orgId: string
  readonly itemCode: string
  /** The pledge the deed belongs to; null for a deed by itself. */
  readonly pledgeId: string | null
  readonly versionId: string
  readonly decideDays: number
  readonly deedOn: PlainDate
  readonly submittedAt: Date
  /** In hundredths of the unit. */
  readonly quantity: number
  readonly said: string
  readonly entry:
    | { readonly by: 'member' }
    | { readonly by: 'helper'; readonly name: string }
    | { readonly by: 'secretary'; readonly accountId: string; readonly name: string; readonly paper: string }
  /** Who bore witness and said yes. */
  readonly witness: string | null
  readonly decided: {
    readonly accountId: string
    readonly name: string
    readonly at: Date
    readonly entryId: string
    readonly credited: number
  } | null
}

const CLAIMS_A_STEP = 4000

/** Numbers given so far, by branch and year. */
export type ClaimCounts = Map<string, number>

/**
 * Writes claims of a record from before with their approvals, witnesses and history; their lines stand in the ledger.
 * `counts` goes on from call to call.
 */
export async function insertPastClaims(
  tx: CountyTx,
  claims: readonly PastClaim[],
  counts: ClaimCounts,
): Promise<void> {
  let [before, writing] = [Promise.resolve(), Promise.resolve()]
  // While the database takes one part, the next is made and waits for it.
  for (let start = 0; start < claims.length; start += CLAIMS_A_STEP) {
    const part = claims.slice(start, start + CLAIMS_A_STEP)
    const rows = JSON.stringify(part.map((claim) => toRow(claim, counts)))
    const traces = JSON.stringify(part.flatMap(toMoves))
    await before
    before = writing
    const parts = [
      writing,
      tx.raw('claims-past', CLAIMS, [rows]),
      tx.raw('claims-past-traces', TRACES, [traces]),
    ]
    writing = Promise.all(parts).then(() => undefined)
    writing.catch(() => undefined)
  }
  await writing
  const keys = [...new Set(claims.map(countKey))]
  await tx.raw(
    'claims-past-count',
    `insert into claim_count (county_id, party_org_id, year, last_no)
     select $1, t.org_id, t.year, t.last from unnest($2::uuid[], $3::int[], $4::int[]) as t (org_id, year, last)
     on conflict (county_id, party_org_id, year) do update set last_no = excluded.last_no`,
    [
      keys.map((key) => key.slice(5)),
      keys.map((key) => Number(key.slice(0, 4))),
      keys.map((key) => counts.get(key)),
    ],
  )
}

function countKey({ orgId, deedOn }: Pick<PastClaim, 'orgId' | 'deedOn'>): string {
  return `${yearOf(deedOn)} ${orgId}`
}

function toRow(claim: PastClaim, counts: ClaimCounts) {
  const { entry, decided, deedOn, orgId, submittedAt } = claim
  const submittedOn = toPlainDate(submittedAt)
  const key = countKey(claim)
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return {
    id: claim.id,
    device_key: claim.id,
    number: claimNumber(deedOn, count),
    member_id: claim.memberId,
    party_org_id: orgId,
    item_code: claim.itemCode,
    pledge_id: claim.pledgeId,
    scheme_version_id: claim.versionId,
    deed_on: deedOn,
    submitted_on: submittedOn,
    submitted_at: submittedAt,
    quantity: claim.quantity,
    said: claim.said,
    entry_by: entry.by,
    entry_account_id: entry.by === 'secretary' ? entry.accountId : null,
    entered_by: entry.by === 'member' ? claim.memberName : entry.name,
    helper_name: entry.by === 'helper' ? entry.name : '',
    consent_how: entry.by === 'helper' ? 'spoken' : null,
    consent_on: entry.by === 'helper' ? deedOn : null,
    paper: entry.by === 'secretary' ? entry.paper : '',
    late_reason: isLate(deedOn, submittedOn) ? '当时没有来得及报' : null,
    state: decided === null ? 'submitted' : 'approved',
    decide_by_on: decideBy({ levelSince: submittedOn }, claim.decideDays),
    decided_by: decided?.accountId ?? null,
    decided_by_name: decided?.name ?? null,
    decided_on: decided === null ? null : toPlainDate(decided.at),
    decided_at: decided?.at ?? null,
    entry_id: decided?.entryId ?? null,
    confirmed_by_member: entry.by === 'member',
    witness: claim.witness,
    witness_id: claim.witness === null ? null : newIdAt(submittedAt),
    approval_id: decided === null ? null : newIdAt(decided.at),
  }
}

const CLAIMS = `
with given as materialized (
  select * from jsonb_to_recordset($2::jsonb) as g (id uuid, device_key text, number text, member_id uuid,
    party_org_id uuid, item_code text, pledge_id uuid, scheme_version_id uuid, deed_on date, submitted_on date, submitted_at timestamptz,
    quantity int, said text, entry_by text, entry_account_id uuid, entered_by text, helper_name text, consent_how text,
    consent_on date, paper text, late_reason text, state text, decide_by_on date, decided_by uuid, decided_by_name text,
    decided_on date, decided_at timestamptz, entry_id uuid, confirmed_by_member boolean, witness text, witness_id uuid,
    approval_id uuid)
), claims as (
  insert into claim (county_id, id, device_key, number, member_id, party_org_id, target_kind, pledge_id, item_code,
    scheme_version_id, deed_on, submitted_on, submitted_at, quantity, said, entry_by, entry_account_id, entered_by,
    helper_name, consent_how, consent_on, paper, late_reason, state, level, level_since_on, decide_by_on, decided_by,
    decided_by_name, decided_on, decided_at, entry_id, confirmed_by_member)
  select $1, id, device_key, number, member_id, party_org_id,
    case when pledge_id is null then 'item' else 'pledge' end, pledge_id, item_code, scheme_version_id, deed_on,
    submitted_on, submitted_at, quantity, said, entry_by, entry_account_id, entered_by, helper_name, consent_how,
    consent_on, paper, late_reason, state, 'branch', submitted_on, decide_by_on, decided_by, decided_by_name, decided_on,
    decided_at, entry_id, confirmed_by_member
  from given
), witnesses as (
  insert into claim_witness (county_id, id, claim_id, name, asked_on, asked_by, answer, answered_on, answered_at, how,
    taken_by)
  select $1, witness_id, id, witness, submitted_on, entered_by, 'yes', submitted_on, submitted_at, 'phone', entered_by
  from given where witness_id is not null
)
insert into claim_approval (county_id, id, claim_id, round, level, account_id, by_name, approved_on, approved_at)
select $1, approval_id, id, 1, 'branch', decided_by, decided_by_name, decided_on, decided_at
from given where approval_id is not null`

function toMoves({ id, submittedAt, entry, memberName, decided }: PastClaim) {
  const first = {
    id: newIdAt(submittedAt),
    claim_id: id,
    move: entry.by === 'member' ? 'submit' : 'enter',
    facts: {},
    by_name: entry.by === 'member' ? memberName : entry.name,
    account_id: entry.by === 'secretary' ? entry.accountId : null,
    moved_at: submittedAt,
  }
  if (decided === null) return [first]
  const { at, name, accountId, credited } = decided
  const last = {
    id: newIdAt(at),
    claim_id: id,
    move: 'approve',
    facts: { credited },
    by_name: name,
    account_id: accountId,
    moved_at: at,
  }
  return [first, last]
}

const TRACES = `
insert into claim_move (county_id, id, claim_id, move, level, facts, by_name, account_id, moved_at)
select $1, id, claim_id, move, 'branch', facts, by_name, account_id, moved_at
from jsonb_to_recordset($2::jsonb) as g (id uuid, claim_id uuid, move text, facts jsonb, by_name text, account_id uuid,
  moved_at timestamptz)`
