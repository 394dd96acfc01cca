import { recordAdverseState } from '@steward/domain/members/member-state.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import { closeMembership, insertStateChange } from './queries-change.ts'

/** Who left by a decision of a record from before, with its five facts. */
export type LeftByDecision = {
  readonly memberId: string
  readonly to: 'persuadedToWithdraw' | 'removedFromRolls'
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: PlainDate
  readonly reason: string
  readonly proofOfService: string
}

/** Takes people off the rolls through the same gate as a single case, from the day of each decision. */
export async function leaveByDecision(
  { tx, now, newId }: Pick<Context, 'tx' | 'now' | 'newId'>,
  all: readonly LeftByDecision[],
  by: { readonly name?: string; readonly by: string; readonly accountId: string },
): Promise<void> {
  const entry = {
    ...{ source: 'system-of-record' as const, by: by.by, accountId: by.accountId, at: now, reason: '' },
    newId: () => newId(),
  }
  for (const one of all) {
    const { memberId, to, deciderName, body, decidedOn, reason, proofOfService } = one
    const facts = { deciderName, body, decidedOn, reason, proofOfServiceId: proofOfService }
    const author = { kind: 'person' as const, accountId: by.accountId }
    const [member] = await tx
      .from('member')
      .select(['state', 'membership_kind', 'admitted_on'])
      .where('id', '=', memberId)
      .execute()
    if (member === undefined) throw new Error('The member of a case is there')
    const subject = {
      ...{ state: member.state, membershipKind: member.membership_kind, admittedOn: member.admitted_on },
    }
    const decided = recordAdverseState(subject, to, facts, author, decidedOn)
    if (!decided.ok) throw new Error(`A record from before breaks a rule: ${decided.code}`)
    await insertStateChange(tx, memberId, decided.value, entry)
    await closeMembership(tx, memberId, decided.value.on, entry)
    await tx
      .update('member')
      .set({ state: to, state_from_on: decided.value.on })
      .where('id', '=', memberId)
      .execute()
  }
}
