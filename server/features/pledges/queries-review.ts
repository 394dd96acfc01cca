import type { Evaluation, Progress } from '@steward/domain/pledges/pledge-outcome.ts'
import type { ReviewAnswers, Talk } from '@steward/domain/pledges/pledge-review.ts'
import type { PledgePart, PledgeState } from '@steward/domain/pledges/pledge.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** How pledges were read; the same words for each of them. */
export async function insertReviews(
  { tx, actor, now, newId }: Context,
  pledgeIds: readonly string[],
  review: {
    readonly decision: 'accepted' | 'returned' | 'takenBack'
    readonly answers: ReviewAnswers
    readonly comment: string
    readonly together: boolean
  },
): Promise<void> {
  const { answers } = review
  const rows = pledgeIds.map((pledgeId) => ({
    id: newId(),
    pledge_id: pledgeId,
    public_wish: answers.publicWish,
    strength: answers.strength,
    organisation_need: answers.organisationNeed,
    concrete: answers.concrete,
    comment: review.comment,
    decision: review.decision,
    together: review.together,
    reviewed_by: actor.name,
    reviewed_by_account_id: actor.accountId,
    reviewed_at: now,
  }))
  await tx.insert('pledge_review', rows).execute()
}

/** Accepts pledges together: state and line of the way, in one statement. */
export async function saveAccepted(
  { tx, actor, now, today, newId }: Context,
  ids: readonly string[],
): Promise<void> {
  await tx.raw(
    'pledges-accept',
    `with saved as (update pledge set state = 'accepted', revision = revision + 1, changed_at = $4
       where county_id = $1 and id = any($2::uuid[]))
     insert into pledge_move (county_id, id, pledge_id, from_state, to_state, moved_by, moved_by_account_id, moved_on, moved_at)
       select $1, m.id, m.pledge_id, 'submitted', 'accepted', $6, $7, $3, $4
       from unnest($5::uuid[], $2::uuid[]) as m (id, pledge_id)`,
    [ids, today, now, ids.map(() => newId()), actor.name, actor.accountId],
  )
}

export async function insertReturn(
  { tx, actor, now, today, newId }: Context,
  pledgeId: string,
  given: { readonly part: PledgePart | 'text'; readonly reason: string },
): Promise<void> {
  await tx
    .insert('pledge_return', {
      id: newId(),
      pledge_id: pledgeId,
      part: given.part,
      reason: given.reason,
      returned_by: actor.name,
      returned_by_account_id: actor.accountId,
      returned_on: today,
      returned_at: now,
    })
    .execute()
}

export async function insertTalk(
  { tx, actor, now, newId }: Context,
  pledgeId: string,
  talk: Talk,
): Promise<void> {
  await tx
    .insert('pledge_talk', {
      id: newId(),
      pledge_id: pledgeId,
      talked_with: talk.with,
      talked_on: talk.on,
      agreed: talk.agreed,
      recorded_by: actor.name,
      recorded_by_account_id: actor.accountId,
      recorded_at: now,
    })
    .execute()
}

export async function insertOutcome(
  { tx, actor, now, today }: Context,
  pledgeId: string,
  evaluation: Pick<Evaluation, 'outcome' | 'explanation'> & { readonly heardOn: PlainDate | null },
  progress: Progress,
): Promise<void> {
  await tx
    .insert('pledge_outcome', {
      pledge_id: pledgeId,
      outcome: evaluation.outcome,
      explanation: evaluation.explanation,
      heard_on: evaluation.heardOn,
      done_hundredths: progress.done,
      percent: progress.percent,
      judged_by: actor.name,
      judged_by_account_id: actor.accountId,
      judged_on: today,
      judged_at: now,
    })
    .execute()
}

/** Who accepted a pledge last: the account; null where nobody did. */
export async function findAcceptedBy(tx: CountyTx, pledgeId: string): Promise<string | null> {
  const row = await tx
    .from('pledge_review')
    .select(['reviewed_by_account_id', 'decision'])
    .where('pledge_id', '=', pledgeId)
    .orderBy('reviewed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.decision === 'accepted' ? row.reviewed_by_account_id : null
}

type Move = {
  from: PledgeState | null
  to: PledgeState
  by: string
  at: string
  note: string
}
type Review = ReviewAnswers & {
  decision: 'accepted' | 'returned' | 'takenBack'
  comment: string
  by: string
  accountId: string | null
  at: string
}
export type History = {
  readonly moves: readonly Move[]
  readonly reviews: readonly Review[]
  readonly talks: readonly { with: string; on: PlainDate; agreed: string; by: string }[]
}

/** The way of a pledge, how it was read, and the talks. */
export async function loadHistory(tx: CountyTx, pledgeId: string): Promise<History> {
  const [row] = await tx.raw<History>(
    'pledge-history',
    `select
      (select coalesce(json_agg(json_build_object('from', v.from_state, 'to', v.to_state, 'by', v.moved_by, 'at', v.moved_at, 'note', v.note)
        order by v.moved_at, v.id), '[]'::json) from pledge_move v where v.county_id = $1 and v.pledge_id = $2) as moves,
      (select coalesce(json_agg(json_build_object('decision', v.decision, 'publicWish', v.public_wish, 'strength', v.strength,
        'organisationNeed', v.organisation_need, 'concrete', v.concrete, 'comment', v.comment, 'by', v.reviewed_by,
        'accountId', v.reviewed_by_account_id, 'at', v.reviewed_at) order by v.reviewed_at, v.id), '[]'::json)
        from pledge_review v where v.county_id = $1 and v.pledge_id = $2) as reviews,
      (select coalesce(json_agg(json_build_object('with', t.talked_with, 'on', t.talked_on, 'agreed', t.agreed, 'by', t.recorded_by)
        order by t.recorded_at, t.id), '[]'::json) from pledge_talk t where t.county_id = $1 and t.pledge_id = $2) as talks`,
    [pledgeId],
  )
  return row ?? { moves: [], reviews: [], talks: [] }
}
