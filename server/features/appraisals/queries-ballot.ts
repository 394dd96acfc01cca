import type { BallotPaper, ChannelCount, PersonCount } from '@steward/domain/appraisals/ballot.ts'
import type { BallotBox, BoxContent, Cast, Voter } from '@steward/domain/appraisals/ballot-box.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type KeptBox = BallotBox & {
  readonly appraisalId: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly year: number
  readonly issued: number | null
  readonly seal: string | null
  readonly closedOn: PlainDate | null
}

const BOX = `b.id, b.appraisal_id as "appraisalId", b.paper, b.state, b.graded, b.issued, b.seal, b.closed_on as "closedOn",
  a.party_org_id as "orgId", o.name as "orgName", o.path::text as "orgPath", a.year`
const FROM = `from ballot_box b join appraisal a on a.county_id = b.county_id and a.id = b.appraisal_id
  join party_org o on o.county_id = a.county_id and o.id = a.party_org_id`

export async function findBox(tx: CountyTx, id: string): Promise<KeptBox | undefined> {
  const rows = await tx.raw<KeptBox>(
    'ballot-box-find',
    `select ${BOX} ${FROM} where b.county_id = $1 and b.id = $2`,
    [id],
  )
  return rows[0]
}

/** The box of an operation; closing waits for those that are casting, and they find it closed afterwards. */
export async function lockBox(
  tx: CountyTx,
  id: string,
  how: 'update' | 'share',
): Promise<KeptBox | undefined> {
  const rows = await tx.raw<KeptBox>(
    `ballot-box-${how}`,
    `select ${BOX} ${FROM} where b.county_id = $1 and b.id = $2 for ${how} of b`,
    [id],
  )
  return rows[0]
}

export async function listBoxes(tx: CountyTx, appraisalId: string): Promise<KeptBox[]> {
  return await tx.raw<KeptBox>(
    'ballot-box-list',
    `select ${BOX} ${FROM} where b.county_id = $1 and b.appraisal_id = $2 order by b.paper desc`,
    [appraisalId],
  )
}

export type NewVoter = { readonly id: string; readonly memberId: string | null; readonly name: string }

/** Opens a box with its voters, in the order of their ids, which are drawn by chance. False where there is one. */
export async function insertBox(
  tx: CountyTx,
  box: {
    readonly id: string
    readonly appraisalId: string
    readonly paper: BallotPaper
    readonly graded: readonly string[]
    readonly openedOn: PlainDate
  },
  voters: readonly NewVoter[],
): Promise<boolean> {
  const rows = await tx
    .insert('ballot_box', {
      id: box.id,
      appraisal_id: box.appraisalId,
      paper: box.paper,
      state: 'open',
      graded: [...box.graded],
      opened_on: box.openedOn,
    })
    .onConflict((on) => on.columns(['county_id', 'appraisal_id', 'paper']).doNothing())
    .returning('id')
    .execute()
  if (rows.length === 0) return false
  const inOrder = voters.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await tx
    .insert(
      'ballot_voter',
      inOrder.map(({ id, memberId, name }) => ({
        box_id: box.id,
        id,
        member_id: memberId,
        name,
        state: 'listed',
      })),
    )
    .execute()
  return true
}

export type KeptVoter = Voter & { readonly name: string }
type VoterRow = {
  voterId: string
  memberId: string | null
  name: string
  state: 'listed' | 'tokenGiven' | 'onPaper'
  digest: string | null
}

const VOTER = `select v.id as "voterId", v.member_id as "memberId", v.name, v.state, t.digest from ballot_voter v
  left join ballot_token t on t.county_id = v.county_id and t.box_id = v.box_id and t.voter_id = v.id`

/** A voter whose token is gone has cast; while the box is open only, and written nowhere. */
function toVoter(row: VoterRow, paper: BallotPaper): KeptVoter {
  const { voterId, memberId, name, digest } = row
  const state = row.state === 'tokenGiven' && digest === null ? 'cast' : row.state
  return { voterId, memberId, name, paper, state, tokenDigest: digest }
}

/** One voter, locked, by id or as the member. */
export async function lockVoter(
  tx: CountyTx,
  box: KeptBox,
  who: { readonly voterId: string } | { readonly memberId: string },
): Promise<KeptVoter | undefined> {
  const [column, id] =
    'voterId' in who ? (['id', who.voterId] as const) : (['member_id', who.memberId] as const)
  const rows = await tx.raw<VoterRow>(
    `ballot-voter-${column}`,
    `${VOTER} where v.county_id = $1 and v.box_id = $2 and v.${column} = $3 for update of v`,
    [box.id, id],
  )
  return rows[0] && toVoter(rows[0], box.paper)
}

/**
 * The holder of a token. Only the token is locked, so that two who send the same one go one after the other; the row of
 * the voter is read and left alone: a lock would write the transaction that casts onto it.
 */
export async function lockToken(tx: CountyTx, box: KeptBox, digest: string): Promise<KeptVoter | undefined> {
  const rows = await tx.raw<VoterRow>(
    'ballot-token-lock',
    `select v.id as "voterId", v.member_id as "memberId", v.name, v.state, t.digest from ballot_token t
     join ballot_voter v on v.county_id = t.county_id and v.box_id = t.box_id and v.id = t.voter_id
     where t.county_id = $1 and t.box_id = $2 and t.digest = $3 for update of t`,
    [box.id, digest],
  )
  return rows[0] && toVoter(rows[0], box.paper)
}

export async function hasReceipt(tx: CountyTx, boxId: string, digest: string): Promise<boolean> {
  const rows = await tx.raw(
    'ballot-receipt-there',
    'select 1 as one from ballot_receipt r where r.county_id = $1 and r.box_id = $2 and r.digest = $3',
    [boxId, digest],
  )
  return rows.length > 0
}

export type VoterLine = {
  readonly voterId: string
  readonly name: string
  readonly isMember: boolean
  readonly state: 'listed' | 'tokenGiven' | 'onPaper'
}
export async function listVoterLines(tx: CountyTx, boxId: string): Promise<VoterLine[]> {
  return await tx.raw<VoterLine>(
    'ballot-voter-list',
    `select v.id as "voterId", v.name, v.member_id is not null as "isMember", v.state from ballot_voter v
     left join member m on m.county_id = v.county_id and m.id = v.member_id
     where v.county_id = $1 and v.box_id = $2 order by m.name_order, v.name, v.id`,
    [boxId],
  )
}

export async function saveTokenGiven(tx: CountyTx, boxId: string, voter: Voter): Promise<void> {
  await tx
    .update('ballot_voter')
    .set({ state: 'tokenGiven' })
    .where('box_id', '=', boxId)
    .where('id', '=', voter.voterId)
    .execute()
  await tx
    .insert('ballot_token', { box_id: boxId, digest: voter.tokenDigest ?? '', voter_id: voter.voterId })
    .execute()
}

/** Hands out a paper; a token that was given and not used is void with it. */
export async function saveOnPaper(tx: CountyTx, boxId: string, voterId: string): Promise<void> {
  await tx.remove('ballot_token').where('box_id', '=', boxId).where('voter_id', '=', voterId).execute()
  await tx
    .update('ballot_voter')
    .set({ state: 'onPaper' })
    .where('box_id', '=', boxId)
    .where('id', '=', voterId)
    .execute()
}

/**
 * Puts a ballot into the box and destroys the token, in one statement. Nothing of the voter is written: the state of the
 * row, its version and its time stay what they were when the token was given out.
 */
export async function insertCast(tx: CountyTx, boxId: string, tokenDigest: string, put: Cast): Promise<void> {
  await tx.raw(
    'ballot-cast',
    `with gone as (delete from ballot_token t where t.county_id = $1 and t.box_id = $2 and t.digest = $3),
       kept as (insert into ballot_receipt (county_id, box_id, digest) values ($1, $2, $4))
     insert into ballot_slip (county_id, box_id, key, member_id, grade)
     select $1, $2, s.key, s.member_id, s.grade
     from unnest($5::text[], $6::uuid[], $7::text[]) as s (key, member_id, grade)`,
    [
      boxId,
      tokenDigest,
      put.receiptDigest,
      put.slips.map(({ key }) => key),
      put.slips.map(({ memberId }) => memberId),
      put.slips.map(({ grade }) => grade),
    ],
  )
}

/** What lies in a box, in the order of keys. */
export async function loadContent(tx: CountyTx, boxId: string): Promise<BoxContent> {
  const receipts = await tx.raw<{ digest: string }>(
    'ballot-content-receipts',
    'select r.digest from ballot_receipt r where r.county_id = $1 and r.box_id = $2 order by r.digest',
    [boxId],
  )
  const slips = await tx.raw<{ key: string; memberId: string; grade: BoxContent['slips'][number]['grade'] }>(
    'ballot-content-slips',
    `select s.key, s.member_id as "memberId", s.grade from ballot_slip s where s.county_id = $1 and s.box_id = $2 order by s.key`,
    [boxId],
  )
  return { receipts: receipts.map(({ digest }) => digest), slips }
}

/** Tokens given out so far, used or not; papers not among them. */
export async function countIssued(tx: CountyTx, boxId: string): Promise<{ tokens: number; papers: number }> {
  const [row] = await tx.raw<{ tokens: number; papers: number }>(
    'ballot-issued',
    `select (count(*) filter (where v.state = 'tokenGiven'))::int as tokens, (count(*) filter (where v.state = 'onPaper'))::int as papers
     from ballot_voter v where v.county_id = $1 and v.box_id = $2`,
    [boxId],
  )
  return row ?? { tokens: 0, papers: 0 }
}

/**
 * Closes a box: tokens left over are void, and voters, receipts and slips are written anew in the order of their keys, so
 * that the order and the transactions of casting are gone from the tables.
 */
export async function saveClosed(
  tx: CountyTx,
  box: KeptBox,
  closed: { readonly on: PlainDate; readonly seal: string; readonly issued: number },
): Promise<void> {
  await tx.remove('ballot_token').where('box_id', '=', box.id).execute()
  for (const [table, columns, key] of [
    ['ballot_voter', 'id, member_id, name, state', 'id'],
    ['ballot_receipt', 'digest', 'digest'],
    ['ballot_slip', 'key, member_id, grade', 'key'],
  ] as const) {
    await tx.raw(
      `ballot-anew-${table}`,
      `with gone as (delete from ${table} x where x.county_id = $1 and x.box_id = $2 returning ${columns})
       insert into ${table} (county_id, box_id, ${columns}) select $1, $2, ${columns} from gone order by ${key}`,
      [box.id],
    )
  }
  await tx
    .update('ballot_box')
    .set({ state: 'closed', closed_on: closed.on, seal: closed.seal, issued: closed.issued })
    .where('id', '=', box.id)
    .execute()
}

export type KeptPaperCount = { readonly count: ChannelCount; readonly counters: readonly string[] }

export async function putPaperCount(
  tx: CountyTx,
  boxId: string,
  { count, counters }: KeptPaperCount,
  by: { readonly name: string; readonly accountId: string | null; readonly at: Date },
): Promise<void> {
  const columns = {
    issued: count.issued,
    cast_count: count.cast,
    spoiled: count.spoiled,
    returned_blank: count.returnedBlank,
    not_returned: count.notReturned,
    persons: JSON.stringify(count.persons),
    counters: [...counters],
    entered_by: by.name,
    entered_by_account_id: by.accountId,
    entered_at: by.at,
  }
  await tx
    .insert('paper_count', { box_id: boxId, ...columns })
    .onConflict((on) => on.columns(['county_id', 'box_id']).doUpdateSet(columns))
    .execute()
}

export async function findPaperCount(tx: CountyTx, boxId: string): Promise<KeptPaperCount | undefined> {
  const rows = await tx.raw<Omit<ChannelCount, 'persons'> & { persons: PersonCount[]; counters: string[] }>(
    'ballot-paper-count',
    `select p.issued, p.cast_count as cast, p.spoiled, p.returned_blank as "returnedBlank", p.not_returned as "notReturned",
       p.persons, p.counters from paper_count p where p.county_id = $1 and p.box_id = $2`,
    [boxId],
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { counters, ...count } = row
  return { count, counters }
}

/** Names of members, by name. */
export async function listNames(
  tx: CountyTx,
  memberIds: readonly string[],
): Promise<{ memberId: string; name: string }[]> {
  return await tx.raw(
    'appraisal-names',
    `select m.id as "memberId", m.name from member m where m.county_id = $1 and m.id = any($2::uuid[]) order by m.name_order, m.id`,
    [memberIds],
  )
}
