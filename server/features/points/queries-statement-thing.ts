import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { closeThing, openThings } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'

const MINUTES = 1

const keyOf = (memberId: string, month: PlainMonth) => `points-statement-${memberId}-${month}`

type Account = {
  readonly accountId: string
  readonly memberId: string
  readonly orgId: string
  readonly orgName: string
}

/** Members with an account find in their list that the statement is there; nothing is sent, and reading it is all there is to do. */
export async function openStatementThings(
  context: Pick<Context, 'tx' | 'now' | 'newId'>,
  orgIds: readonly string[],
  month: PlainMonth,
): Promise<void> {
  const { tx, now } = context
  const accounts = await tx.raw<Account>(
    'points-statement-accounts',
    `select distinct on (a.id) a.id as "accountId", s.member_id as "memberId", o.id as "orgId", o.name as "orgName"
     from month_statement s join account a on a.county_id = s.county_id and a.member_id = s.member_id and a.state = 'active'
     join party_org o on o.county_id = s.county_id and o.id = s.party_org_id
     where s.county_id = $1 and s.party_org_id = any($2::uuid[]) and s.month = $3 and s.edition = 1 order by a.id, o.id`,
    [orgIds, month],
  )
  await openThings(
    tx,
    accounts.map(({ accountId, memberId, orgId, orgName }) => ({
      id: context.newId(),
      key: keyOf(memberId, month),
      kind: 'points.statement',
      to: { accountId },
      orgId,
      facts: { month },
      dueOn: null,
      minutes: MINUTES,
      askedBy: orgName,
      subjectId: null,
      openedAt: now,
    })),
  )
}

/** The member has read it. */
export async function settleStatementThing(
  context: Context,
  memberId: string,
  month: PlainMonth,
): Promise<void> {
  await closeThing(context.tx, keyOf(memberId, month), context.actor, context.now)
}
