import { branchPledgeOperations } from './operations-branch.ts'
import { pledgeCommentOperations } from './operations-comment.ts'
import { ownPledgeOperations } from './operations-own.ts'
import { pledgeReviewOperations } from './operations-review.ts'

export const pledgeOperations = {
  ...ownPledgeOperations,
  ...pledgeReviewOperations,
  ...branchPledgeOperations,
  ...pledgeCommentOperations,
}
