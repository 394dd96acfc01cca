import { claimInvariants } from '#features/claims/checks.ts'
import { claimDoor, deductionDoor } from '#features/claims/handlers-objection.ts'
import { claimHandlers } from '#features/claims/handlers.ts'
import { claimJobs, claimRecurring } from '#features/claims/jobs.ts'
import { appraisalInvariants } from '#features/appraisals/checks.ts'
import { gradeDoor } from '#features/appraisals/handlers-appeal.ts'
import { appraisalHandlers } from '#features/appraisals/handlers.ts'
import { appraisalJobs, appraisalRecurring } from '#features/appraisals/jobs.ts'
import { outcomeInvariants } from '#features/outcomes/checks.ts'
import { redraftedAfter } from '#features/outcomes/handlers-draft.ts'
import { outcomeHandlers } from '#features/outcomes/handlers.ts'
import { outcomeJobs, outcomeRecurring } from '#features/outcomes/jobs.ts'
import { fileInvariants } from '#features/files/checks.ts'
import { accessInvariants } from '#features/access/checks.ts'
import { accessHandlers } from '#features/access/handlers.ts'
import { fileHandlers } from '#features/files/handlers.ts'
import { dropBytes, findSamePrints } from '#features/files/jobs.ts'
import { memberInvariants } from '#features/members/checks.ts'
import { memberHandlers } from '#features/members/handlers.ts'
import { rosterInvariants } from '#features/members/checks-roster-import.ts'
import { rosterHandlers } from '#features/members/handlers-roster.ts'
import { rosterJobs, rosterRecurring } from '#features/members/jobs-roster-import.ts'
import { messageInvariants } from '#features/messages/checks.ts'
import { messageHandlers } from '#features/messages/handlers.ts'
import { noticeInvariants } from '#features/notices/checks.ts'
import { noticeHandlers } from '#features/notices/handlers.ts'
import { noticeJobs } from '#features/notices/jobs.ts'
import type { NoticeDoors } from '#features/notices/queries-door.ts'
import { moveMembers } from '#features/members/queries-branch-change.ts'
import { organisationInvariants } from '#features/organisation/checks.ts'
import { organisationHandlers } from '#features/organisation/handlers.ts'
import { organisationJobs, organisationRecurring } from '#features/organisation/jobs.ts'
import { pledgeInvariants } from '#features/pledges/checks.ts'
import { pointsInvariants } from '#features/points/checks.ts'
import { pointsHandlers } from '#features/points/handlers.ts'
import { pointsJobs, pointsRecurring } from '#features/points/jobs.ts'
import { ledgerSubject } from '#features/points/queries-correct.ts'
import { monthFollowsNotice } from '#features/points/queries-notice-moved.ts'
import { pledgeHandlers } from '#features/pledges/handlers.ts'
import { pledgeJobs, pledgeRecurring } from '#features/pledges/jobs.ts'
import { signInInvariants } from '#features/sign-in/checks.ts'
import { schemeInvariants } from '#features/schemes/checks.ts'
import { schemeHandlers } from '#features/schemes/handlers.ts'
import { schemeJobs } from '#features/schemes/jobs.ts'
import { seedFirstSchemes } from '#features/schemes/queries.ts'
import { signInHandlers } from '#features/sign-in/handlers.ts'
import { signInJobs, signInRecurring } from '#features/sign-in/jobs.ts'
import { yearInvariants } from '#features/year/checks.ts'
import { yearHandlers } from '#features/year/handlers.ts'
import { yearJobs, yearRecurring } from '#features/year/jobs.ts'
import type { Handled } from '#platform/context.ts'
import type { Job, Recurring } from '#platform/jobs.ts'
import type { Invariant } from '#platform/invariants.ts'
import { upkeepJob, upkeepRecurring } from '#platform/upkeep.ts'

/** What higher features give to the notices: what can be objected to, and what follows a notice. */
const noticeDoors: NoticeDoors = {
  subjects: {
    ledgerEntry: ledgerSubject,
    claim: claimDoor,
    deduction: deductionDoor,
    grade: redraftedAfter(gradeDoor),
  },
  onMoved: monthFollowsNotice,
}
const noticeWork = noticeJobs(noticeDoors)

/** Everything the server can do, feature by feature, lowest floor first. */
export const handlers: readonly Handled[] = [
  ...organisationHandlers({ moveMembers }),
  ...signInHandlers({ seedCounty: seedFirstSchemes }),
  ...accessHandlers,
  ...memberHandlers,
  ...rosterHandlers,
  ...messageHandlers,
  ...fileHandlers,
  ...noticeHandlers(noticeDoors),
  ...schemeHandlers,
  ...pointsHandlers,
  ...pledgeHandlers,
  ...claimHandlers,
  ...appraisalHandlers,
  ...outcomeHandlers,
  ...yearHandlers,
]
/** Background work of all features. */
export const jobs: readonly Job[] = [
  ...organisationJobs,
  ...signInJobs,
  ...rosterJobs,
  ...noticeWork.jobs,
  ...schemeJobs,
  ...pointsJobs,
  dropBytes,
  findSamePrints,
  ...pledgeJobs,
  ...claimJobs,
  ...appraisalJobs,
  ...outcomeJobs,
  ...yearJobs,
  upkeepJob,
]
/** Work that comes back by the clock. */
export const recurring: readonly Recurring[] = [
  ...organisationRecurring,
  ...signInRecurring,
  ...rosterRecurring,
  ...noticeWork.recurring,
  ...pointsRecurring,
  ...pledgeRecurring,
  ...claimRecurring,
  ...appraisalRecurring,
  ...outcomeRecurring,
  ...yearRecurring,
  upkeepRecurring,
]
/** Data invariants that `steward check` proves on the live database. */
export const invariants: readonly Invariant[] = [
  ...organisationInvariants,
  ...signInInvariants,
  ...accessInvariants,
  ...memberInvariants,
  ...rosterInvariants,
  ...messageInvariants,
  ...fileInvariants,
  ...noticeInvariants,
  ...schemeInvariants,
  ...pointsInvariants,
  ...pledgeInvariants,
  ...claimInvariants,
  ...appraisalInvariants,
  ...outcomeInvariants,
  ...yearInvariants,
]
