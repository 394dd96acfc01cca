import type { Handled } from '#platform/context.ts'
import { appraisalDocuments } from './documents.ts'
import { appealHandlers } from './handlers-appeal.ts'
import { ballotCloseHandlers } from './handlers-ballot-close.ts'
import { ballotHandlers } from './handlers-ballot.ts'
import { eventHandlers } from './handlers-event.ts'
import { feedbackHandlers } from './handlers-feedback.ts'
import { mineHandlers } from './handlers-mine.ts'
import { noticeOfResultHandlers } from './handlers-notice.ts'
import { rectificationHandlers } from './handlers-rectification.ts'
import { reportLookHandlers } from './handlers-report-look.ts'
import { reportHandlers } from './handlers-report.ts'
import { rollHandlers } from './handlers-roll.ts'
import { settlementHandlers } from './handlers-settlement.ts'
import { wordHandlers } from './handlers-word.ts'

export const appraisalHandlers: readonly Handled[] = [
  ...eventHandlers,
  ...rollHandlers,
  ...mineHandlers,
  ...reportHandlers,
  ...reportLookHandlers,
  ...wordHandlers,
  ...ballotHandlers,
  ...ballotCloseHandlers,
  ...settlementHandlers,
  ...noticeOfResultHandlers,
  ...feedbackHandlers,
  ...appealHandlers,
  ...rectificationHandlers,
  ...appraisalDocuments,
]
