import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { VoteCount } from '@steward/domain/shared/vote.ts'
import type { PossibleVoter } from '@steward/domain/shared/voters.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** Members of a branch on a day as voters, less nobody: who is left out comes in with the vote. */
export async function listPossibleVoters(
  tx: CountyTx,
  branchId: string,
  on: PlainDate,
): Promise<(Omit<PossibleVoter, 'leftOut'> & { name: string })[]> {
  return await tx.raw(
    'disposal-voters',
    `select m.id as "memberId", m.name,
       case when m.membership_kind = 'full' and m.converted_on <= $3 then 'full' else 'probationary' end as "membershipKind",
       exists (select 1 from sanction s where s.county_id = m.county_id and s.member_id = m.id and s.sanction = 'partyProbation'
         and s.decided_on <= $3 and s.decided_on + make_interval(years => s.probation_years) > $3) as "onPartyProbation",
       m.state = 'suspended' as "rightsSuspended"
     from member_affiliation f join member m on m.county_id = f.county_id and m.id = f.member_id
     where f.county_id = $1 and f.party_org_id = $2 and f.from_on <= $3 and (f.until_on is null or f.until_on > $3)
       and m.state in ('active', 'suspended') order by m.name_order, m.id`,
    [branchId, on],
  )
}

export type KeptVote = {
  readonly id: string
  readonly about: 'disposal' | 'end'
  readonly on: PlainDate
  readonly count: VoteCount
  readonly secret: boolean
  readonly chair: string
  readonly minutes: string
  readonly leftOut: readonly {
    readonly memberId: string
    readonly body: string
    readonly document: string
    readonly assemblyOn: PlainDate | null
  }[]
  readonly carried: boolean
}

/** Keeps a vote, carried or not. */
export async function insertDisposalVote(
  { tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
  disposalId: string,
  { id, about, on, count, secret, chair, minutes, leftOut, carried }: KeptVote,
): Promise<void> {
  const { shouldAttend, present, written, yes, no, abstain } = count
  await tx
    .insert('disposal_vote', {
      ...{ id, disposal_id: disposalId, about, voted_on: on, should_attend: shouldAttend, present, written },
      ...{ yes, no, abstain, secret, chair, minutes, left_out: JSON.stringify(leftOut), carried },
      ...{ recorded_by: actor.name, account_id: actor.accountId, recorded_at: now },
    })
    .execute()
}

export type VoteRow = VoteCount & {
  readonly about: 'disposal' | 'end'
  readonly on: PlainDate
  readonly chair: string
  readonly minutes: string
  readonly carried: boolean
  readonly by: string
}

/** All votes of a case, oldest first. */
export async function listDisposalVotes(tx: CountyTx, disposalId: string): Promise<VoteRow[]> {
  return await tx.raw<VoteRow>(
    'disposal-votes',
    `select v.about, v.voted_on as on, v.should_attend as "shouldAttend", v.present, v.written, v.yes, v.no, v.abstain,
       v.chair, v.minutes, v.carried, v.recorded_by as by from disposal_vote v
     where v.county_id = $1 and v.disposal_id = $2 order by v.recorded_at, v.id`,
    [disposalId],
  )
}
