import { settlementRefusals } from '@steward/domain/appraisals/settlement.ts'
import { proposals } from '@steward/domain/schemes/scheme.ts'
import { voteRefusals } from '@steward/domain/shared/vote.ts'
import { defineCommand, defineDownload, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  appraisalId,
  grade,
  line,
  memberId,
  PersonCount,
  points,
  revision,
  VoteCount,
  words,
} from './operations-shapes.ts'

const body = z.enum(['committee', 'assembly'])
const YearResult = z.object({
  process: points,
  processPercent: z.int(),
  appraisal: points.nullable(),
  appraisalPercent: z.int(),
  score: points,
})

export const showSettlement = defineQuery({
  id: 'settlement.show',
  summary: { zh: '评定表', en: 'The table of a settlement' },
  input: z.object({ appraisalId }),
  output: z.object({
    orgName: z.string(),
    year: z.int(),
    body,
    excellentLimit: z.int(),
    excellent: z.int(),
    signed: z
      .object({
        edition: z.int(),
        digest: z.string(),
        signerName: z.string(),
        on: plainDate,
        asSigned: z.boolean(),
      })
      .nullable(),
    meetings: z.array(
      z.object({ id: z.uuid(), body, on: plainDate, vote: VoteCount, minutes: z.string(), by: z.string() }),
    ),
    /** By name; never by points. */
    rows: z.array(
      z.object({
        memberId,
        name: z.string(),
        /** The proposal of the lines of the scheme: beside the ballots, it decides nothing. */
        proposal: z.enum(proposals).nullable(),
        result: YearResult,
        /** Whether a scheme counts points for this member. */
        scored: z.boolean(),
        membersBallot: PersonCount,
        massesBallot: PersonCount,
        settled: z
          .object({
            meetingId: z.uuid(),
            grade,
            opinion: z.string(),
            reason: z.string(),
            conduct: z.string(),
            differs: z.boolean(),
            recordedBy: z.string(),
          })
          .nullable(),
        /** The caller's own line is recorded by somebody else. */
        isMine: z.boolean(),
      }),
    ),
    revision,
    may: z.array(z.enum(['record', 'sign'])),
  }),
})

export const recordMeeting = defineCommand({
  id: 'settlement.record-meeting',
  summary: { zh: '记下评定会议', en: 'Record the meeting that settles' },
  input: z.object({ appraisalId, body, on: plainDate, vote: VoteCount, minutes: line }),
  output: z.object({ meetingId: z.uuid() }),
  refusals: [
    ...voteRefusals,
    'appraisal-wrong-stage',
    'appraisal-day-in-future',
    'settlement-wrong-body',
    'settlement-minutes-missing',
  ],
})

export const setGrade = defineCommand({
  id: 'settlement.set-grade',
  summary: { zh: '写下会议评定的格次', en: 'Enter the grade a meeting has set' },
  input: z.object({
    appraisalId,
    meetingId: z.uuid(),
    memberId,
    grade,
    opinion: words,
    reason: words.default(''),
    conduct: words,
  }),
  output: z.object({ differs: z.boolean(), excellent: z.int() }),
  refusals: [...settlementRefusals, 'appraisal-wrong-stage'],
})

export const signSettlement = defineCommand({
  id: 'settlement.sign',
  summary: { zh: '签字评定', en: 'Sign a settlement' },
  input: z.object({
    appraisalId,
    revision,
    /** The fairness lens was looked at; it corrects nothing. */
    lensSeen: z.boolean(),
    signerName: line,
  }),
  output: z.object({ edition: z.int(), digest: z.string(), revision }),
  refusals: [
    ...settlementRefusals,
    'appraisal-wrong-stage',
    'appraisal-changed-since',
    'settlement-already-signed',
  ],
})

export const formFile = defineDownload({
  id: 'settlement.form',
  summary: { zh: '下载民主评议登记表', en: 'Download the appraisal form of a member' },
  input: z.object({ appraisalId, memberId }),
})

export const noticeFile = defineDownload({
  id: 'settlement.notice-file',
  summary: { zh: '下载评议结果公示', en: 'Download the notice of results' },
  input: z.object({ appraisalId }),
})

export const settlementOperations = {
  showSettlement,
  recordMeeting,
  setGrade,
  signSettlement,
  formFile,
  noticeFile,
}
