import type { PeerWord, SelfAppraisal } from '@steward/domain/appraisals/self-and-peers.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type SelfRow = {
  readonly memberId: string
  readonly name: string
  readonly text: string
  readonly on: PlainDate
  readonly writtenBy: string
}

export async function putSelf(
  tx: CountyTx,
  appraisalId: string,
  self: SelfAppraisal,
  writtenByName: string,
): Promise<void> {
  const columns = {
    text: self.text,
    said_on: self.on,
    written_by: writtenByName,
    written_by_account_id: self.writtenBy,
  }
  await tx
    .insert('self_appraisal', { appraisal_id: appraisalId, member_id: self.memberId, ...columns })
    .onConflict((on) => on.columns(['county_id', 'appraisal_id', 'member_id']).doUpdateSet(columns))
    .execute()
}

export async function listSelves(tx: CountyTx, appraisalId: string): Promise<SelfRow[]> {
  return await tx.raw<SelfRow>(
    'self-appraisal-list',
    `select s.member_id as "memberId", m.name, s.text, s.said_on as on, s.written_by as "writtenBy"
     from self_appraisal s join member m on m.county_id = s.county_id and m.id = s.member_id
     where s.county_id = $1 and s.appraisal_id = $2 order by m.name_order, m.id`,
    [appraisalId],
  )
}

export type PeerRow = PeerWord & {
  readonly appraisalId: string
  readonly about: string
  readonly by: string
  readonly orgPath: string
}

const PEERS = `select w.id, w.appraisal_id as "appraisalId", w.about_member_id as "aboutMemberId", b.name as about,
    w.by_member_id as "byMemberId", y.name as by, w.text, w.said_on as on, w.answer, o.path::text as "orgPath"
  from peer_word w join member b on b.county_id = w.county_id and b.id = w.about_member_id
  join member y on y.county_id = w.county_id and y.id = w.by_member_id
  join appraisal a on a.county_id = w.county_id and a.id = w.appraisal_id
  join party_org o on o.county_id = a.county_id and o.id = a.party_org_id`

export async function listPeers(tx: CountyTx, appraisalId: string): Promise<PeerRow[]> {
  return await tx.raw<PeerRow>(
    'peer-word-list',
    `${PEERS} where w.county_id = $1 and w.appraisal_id = $2 order by b.name_order, w.id`,
    [appraisalId],
  )
}

export async function lockPeer(tx: CountyTx, id: string): Promise<PeerRow | undefined> {
  const rows = await tx.raw<PeerRow>(
    'peer-word-lock',
    `${PEERS} where w.county_id = $1 and w.id = $2 for update of w`,
    [id],
  )
  return rows[0]
}

export async function insertPeer(
  tx: CountyTx,
  appraisalId: string,
  word: PeerWord,
  writtenBy: { readonly accountId: string | null; readonly name: string },
): Promise<void> {
  await tx
    .insert('peer_word', {
      id: word.id,
      appraisal_id: appraisalId,
      about_member_id: word.aboutMemberId,
      by_member_id: word.byMemberId,
      text: word.text,
      said_on: word.on,
      answer: word.answer,
      written_by: writtenBy.name,
      written_by_account_id: writtenBy.accountId,
    })
    .execute()
}

export async function savePeerAnswer(tx: CountyTx, id: string, answer: string | null): Promise<void> {
  await tx.update('peer_word').set({ answer }).where('id', '=', id).execute()
}
