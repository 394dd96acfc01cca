import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Witness } from '@steward/domain/claims/witness.ts'
import type { CountyTx } from '#platform/db.ts'
import type { WitnessRow } from './queries-claim.ts'

export async function insertWitness(
  tx: CountyTx,
  witness: {
    readonly id: string
    readonly claimId: string
    readonly memberId: string | null
    readonly name: string
    readonly on: PlainDate
    readonly by: string
  },
): Promise<void> {
  await tx
    .insert('claim_witness', {
      id: witness.id,
      claim_id: witness.claimId,
      member_id: witness.memberId,
      name: witness.name,
      asked_on: witness.on,
      asked_by: witness.by,
    })
    .execute()
}

/** The claim a witness was named for. */
export async function findClaimOfWitness(tx: CountyTx, witnessId: string): Promise<string | undefined> {
  const [row] = await tx.raw<{ claimId: string }>(
    'witness-claim',
    `select claim_id as "claimId" from claim_witness where county_id = $1 and id = $2`,
    [witnessId],
  )
  return row?.claimId
}

export async function saveAnswer(
  tx: CountyTx,
  witness: Witness,
  more: {
    readonly how: 'screen' | 'phone' | 'inPerson'
    readonly note: string
    readonly accountId: string | null
    readonly at: Date
  },
): Promise<void> {
  const taken = witness.takenBy !== null
  await tx
    .update('claim_witness')
    .set({
      answer: witness.answer,
      answered_on: witness.answeredOn,
      answered_at: more.at,
      how: more.how,
      note: more.note,
      taken_by: witness.takenBy,
      taken_by_account_id: taken ? more.accountId : null,
    })
    .where('id', '=', witness.id)
    .execute()
}

/** Members of one's own branch by name, oneself left out. */
export async function listCandidates(
  tx: CountyTx,
  memberId: string,
  search: string,
  most: number,
): Promise<{ memberId: string; name: string }[]> {
  return await tx.raw<{ memberId: string; name: string }>(
    'witness-candidates',
    `select m.id as "memberId", m.name from member m join member me on me.county_id = m.county_id and me.id = $2
       and me.party_org_id = m.party_org_id
     where m.county_id = $1 and m.id <> $2 and m.state = 'active'
       and ($3 = '' or m.name like '%' || $3 || '%' or m.initials like lower($3) || '%')
     order by m.name_order, m.id limit $4`,
    [memberId, search, most],
  )
}

/** Who somebody is, as a witness. */
export async function findPerson(
  tx: CountyTx,
  memberId: string,
): Promise<{ name: string; accountId: string | null } | undefined> {
  const [row] = await tx.raw<{ name: string; accountId: string | null }>(
    'witness-person',
    `select m.name, (select a.id from account a where a.county_id = $1 and a.member_id = m.id and a.state = 'active') as "accountId"
     from member m where m.county_id = $1 and m.id = $2 and m.state in ('active', 'suspended')`,
    [memberId],
  )
  return row
}

export type AskedRow = WitnessRow & {
  readonly claimId: string
  readonly memberName: string
  readonly versionId: string
  readonly itemCode: string
  readonly targetTitle: string | null
  readonly said: string
  readonly deedOn: PlainDate
  readonly open: boolean
}

/** Deeds a member is asked to witness: open ones first, answered ones of half a year. */
export async function listAskedOf(tx: CountyTx, memberId: string, today: PlainDate): Promise<AskedRow[]> {
  return await tx.raw<AskedRow>(
    'witness-asked',
    `select w.id, w.member_id as "memberId", w.name, w.asked_on as "askedOn", w.answer, w.answered_on as "answeredOn",
       w.how, w.note, w.taken_by as "takenBy", c.id as "claimId", m.name as "memberName",
       c.scheme_version_id as "versionId", c.item_code as "itemCode", coalesce(p.text, t.title) as "targetTitle", c.said,
       c.deed_on as "deedOn", c.state in ('submitted', 'returned') as open
     from claim_witness w join claim c on c.county_id = w.county_id and c.id = w.claim_id
     join member m on m.county_id = c.county_id and m.id = c.member_id
     left join pledge p on p.county_id = c.county_id and p.id = c.pledge_id
     left join task t on t.county_id = c.county_id and t.id = c.task_id
     where w.county_id = $1 and w.member_id = $2 and c.state <> 'withdrawn' and w.asked_on > $3::date - 183
     order by w.answer is not null, w.asked_on desc, w.id limit 100`,
    [memberId, today],
  )
}
