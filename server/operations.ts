import type { accessOperations } from '#features/access/operations.ts'
import type { appraisalOperations } from '#features/appraisals/operations.ts'
import type { claimOperations } from '#features/claims/operations.ts'
import type { fileOperations } from '#features/files/operations.ts'
import type { memberOperations } from '#features/members/operations.ts'
import type { rosterOperations } from '#features/members/operations-roster-import.ts'
import type { messageOperations } from '#features/messages/operations.ts'
import type { noticeOperations } from '#features/notices/operations.ts'
import type { organisationOperations } from '#features/organisation/operations.ts'
import type { outcomeOperations } from '#features/outcomes/operations.ts'
import type { pledgeOperations } from '#features/pledges/operations.ts'
import type { schemeOperations } from '#features/schemes/operations.ts'
import type { signInOperations } from '#features/sign-in/operations.ts'
import type { pointsOperations } from '#features/points/operations.ts'
import type { yearOperations } from '#features/year/operations.ts'
import type { OperationMap } from '#platform/operation.ts'

/** Contracts of all features, for the browser's types; the server takes them with their handlers from features.ts. */
export type Operations = OperationMap<typeof organisationOperations> &
  OperationMap<typeof signInOperations> &
  OperationMap<typeof accessOperations> &
  OperationMap<typeof memberOperations> &
  OperationMap<typeof rosterOperations> &
  OperationMap<typeof messageOperations> &
  OperationMap<typeof fileOperations> &
  OperationMap<typeof noticeOperations> &
  OperationMap<typeof pointsOperations> &
  OperationMap<typeof pledgeOperations> &
  OperationMap<typeof claimOperations> &
  OperationMap<typeof schemeOperations> &
  OperationMap<typeof appraisalOperations> &
  OperationMap<typeof outcomeOperations> &
  OperationMap<typeof yearOperations>
