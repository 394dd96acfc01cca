import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type Invitation = {
  readonly id: string
  readonly toWhat: 'hearing' | 'assembly'
  readonly on: PlainDate
  readonly at: string
  readonly place: string
  readonly how: 'app' | 'paper'
  readonly invitedOn: PlainDate
  readonly by: string
  readonly answer: 'comes' | 'cannot' | null
  readonly answerWords: string
}

/** Written invitations of a case, oldest first. */
export async function listInvitations(tx: CountyTx, disposalId: string): Promise<Invitation[]> {
  return await tx.raw<Invitation>(
    'disposal-invitations',
    `select i.id, i.to_what as "toWhat", i.held_on as on, i.held_at as at, i.place, i.how, i.invited_on as "invitedOn",
       i.invited_by as by, i.answer, i.answer_words as "answerWords" from disposal_invitation i
     where i.county_id = $1 and i.disposal_id = $2 order by i.invited_on, i.id`,
    [disposalId],
  )
}

export async function insertInvitation(
  { tx, actor, today }: Context,
  disposalId: string,
  of: Pick<Invitation, 'id' | 'toWhat' | 'on' | 'at' | 'place' | 'how'>,
): Promise<void> {
  await tx
    .insert('disposal_invitation', {
      ...{ id: of.id, disposal_id: disposalId, to_what: of.toWhat, held_on: of.on, held_at: of.at },
      ...{
        place: of.place,
        how: of.how,
        invited_on: today,
        invited_by: actor.name,
        account_id: actor.accountId,
      },
    })
    .execute()
}

export async function saveInvitationAnswer(
  { tx, today }: Context,
  id: string,
  answer: 'comes' | 'cannot',
  words: string,
): Promise<void> {
  await tx
    .update('disposal_invitation')
    .set({ answer, answer_words: words, answered_on: today })
    .where('id', '=', id)
    .execute()
}

export type PersonFacts = { readonly memberId: string; readonly name: string; readonly full: boolean }

/** Named members, wherever they belong, and whether they are full members with rights. */
export async function listPersons(tx: CountyTx, memberIds: readonly string[]): Promise<PersonFacts[]> {
  return await tx.raw<PersonFacts>(
    'disposal-persons',
    `select m.id as "memberId", m.name, m.membership_kind = 'full' and m.state = 'active' as full from member m
     where m.county_id = $1 and m.id = any($2::uuid[]) order by m.name_order, m.id`,
    [memberIds],
  )
}
