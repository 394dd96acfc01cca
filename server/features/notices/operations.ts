import { noticeOperationsOfOffice } from './operations-notice.ts'
import { objectionOperations } from './operations-objection.ts'
import { pageOperations } from './operations-page.ts'

export const noticeOperations = {
  ...noticeOperationsOfOffice,
  ...pageOperations,
  ...objectionOperations,
}
