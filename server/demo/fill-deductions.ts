import { addDays, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { insertPastDeductions } from '#features/claims/queries-bulk-deduction.ts'
import { postDeductions } from '#features/points/queries-bulk-deduction.ts'
import { insertExemption } from '#features/schemes/queries-exemption.ts'
import type { Context } from '#platform/context.ts'
import { newIdAt } from '#platform/new-id.ts'
import { momentOf } from './appraised-branch.ts'
import type { FilledCounty } from './fill-county.ts'
import { eveningOf, type Person, type Reviewers } from './fill-loop.ts'
import type { DemoPlan } from './plan/plan-types.ts'
import { drawFrom } from './plan/random.ts'

/** One member in so many. */
const DEDUCTED_OF = 180
const REASON = '认领的任务没有做，也没有说明，经核实扣分。'

/** A few deductions of the year that were told, not answered in time and imposed by another. */
export async function imposeSome(
  context: Context,
  people: readonly Person[],
  of: { readonly reviewers: Reviewers; readonly calendar: WorkingCalendar; readonly day: PlainDate },
): Promise<void> {
  const { day } = of
  const proposedOn = addDays(day, -15)
  const deedOn = addDays(day, -18)
  const at = { tx: context.tx, ...eveningOf(day) }
  const planned = people.flatMap(({ member, orgId, version }) => {
    const pair = of.reviewers.get(orgId)
    const item = version.items.find(({ category }) => category === 'deductions')
    const isChosen = drawFrom(`deducted ${member.identityNumber}`).between(1, DEDUCTED_OF) === 1
    if (!isChosen || member.accountName !== null || pair === undefined || item === undefined) return []
    if ([pair.own.memberId, pair.other.memberId].includes(member.id)) return []
    const line = {
      ...{
        deductionId: newIdAt(momentOf(proposedOn)),
        memberId: member.id,
        orgId,
        version,
        itemCode: item.code,
      },
      ...{ deedOn, authorId: pair.own.accountId, reviewerId: pair.other.accountId, reason: REASON },
      reviewerMemberId: pair.other.memberId === '' ? null : pair.other.memberId,
    }
    return [{ line, pair }]
  })
  const entries = await postDeductions(
    at,
    planned.map(({ line }) => line),
  )
  await insertPastDeductions(
    context.tx,
    planned.map(({ line, pair }, index) => ({
      ...{ id: line.deductionId, memberId: line.memberId, orgId: line.orgId, itemCode: line.itemCode },
      ...{ versionId: line.version.id, deedOn, facts: '认领了村里清渠，当天没有到，也没有请人代。' },
      ...{ proposedBy: pair.own, proposedAt: momentOf(proposedOn), proposedOn },
      answerUntil: addWorkingDays(of.calendar, proposedOn, 5),
      ...{ decidedBy: pair.other, decidedOn: day, decidedAt: at.now, reason: REASON },
      ...{ entryId: entries[index]?.id ?? '', lifted: null },
    })),
  )
}

/** The oldest are left out of scoring by decision, with thanks for what they do; no ground is written. */
export async function exemptSome(
  context: Context,
  plan: DemoPlan,
  filled: FilledCounty,
  year: number,
): Promise<number> {
  const names = new Map(plan.orgs.map(({ key, name }) => [key, name]))
  const chosen = filled.members.filter(
    ({ bornOn, identityNumber, accountName }) =>
      accountName === null &&
      bornOn < '1940-01-01' &&
      drawFrom(`exempt ${identityNumber}`).between(1, 6) === 1,
  )
  const decidedOn = plainDate(`${year - 1}-12-28`)
  const entry = { by: '演示数据', accountId: null, at: momentOf(decidedOn) }
  for (const { id: memberId, org } of chosen) {
    const decidedByBody = `${names.get(org) ?? ''}党员大会`
    const exemption = { fromOn: plainDate(`${year}-01-01`), decidedByBody, decidedOn, document: '' }
    await insertExemption(context.tx, { ...exemption, id: newIdAt(momentOf(decidedOn)), memberId }, entry)
  }
  return chosen.length
}
