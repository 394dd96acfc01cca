import { documentRefusals } from '@steward/domain/shared/document.ts'
import { outcomeLists } from '@steward/domain/outcomes/outcome-list.ts'
import { defineCommand, defineDownload, defineQuery, instant } from '#platform/operation.ts'
import { z } from 'zod'
import { line, Org, year } from './operations-use-shapes.ts'

const orgId = z.uuid()
const paperId = z.uuid()

export const outcomeListFile = defineDownload({
  id: 'outcome.list-file',
  summary: { zh: '下载名单（表格）', en: 'Download a list as a sheet' },
  input: z.object({ orgId, year, list: z.enum(outcomeLists) }),
  refusals: ['outcome-list-empty'],
})

export const commendationDraftFile = defineDownload({
  id: 'commendation.draft-file',
  summary: { zh: '下载拟表彰名单（建议稿）', en: 'Download the draft commendation list' },
  input: z.object({ orgId, year }),
  refusals: ['outcome-list-empty'],
})

export const issueCommendation = defineCommand({
  id: 'commendation.issue',
  summary: { zh: '编号印发表彰名单', en: 'Issue the commendation list under a number' },
  input: z.object({
    orgId,
    year,
    /** As the office gives it: `清组发〔2026〕12号`. */
    number: line,
  }),
  output: z.object({ paperId, persons: z.int() }),
  refusals: ['outcome-list-empty', 'paper-number-taken', ...documentRefusals],
})

export const listCommendations = defineQuery({
  id: 'commendation.list',
  summary: { zh: '印发过的表彰名单', en: 'Commendation lists that were issued' },
  input: z.object({ orgId, year }),
  output: z.object({
    org: Org,
    papers: z.array(
      z.object({
        id: paperId,
        number: z.string(),
        title: z.string(),
        persons: z.int(),
        issuedBy: z.string(),
        issuedAt: instant,
        orgName: z.string(),
      }),
    ),
    mayIssue: z.boolean(),
  }),
})

export const commendationFile = defineDownload({
  id: 'commendation.file',
  summary: { zh: '下载印发的表彰名单', en: 'Download an issued commendation list' },
  input: z.object({ paperId }),
})

export const paperOperations = {
  outcomeListFile,
  commendationDraftFile,
  issueCommendation,
  listCommendations,
  commendationFile,
}
