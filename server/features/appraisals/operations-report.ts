import { dutyReportRefusals, dutyReportStates } from '@steward/domain/appraisals/duty-report.ts'
import { wordRefusals } from '@steward/domain/appraisals/self-and-peers.ts'
import { defineCommand, defineDownload, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { appraisalId, memberId, points, revision, words } from './operations-shapes.ts'

const reportId = z.uuid()
const state = z.enum(dutyReportStates)
const place = { appraisalId, memberId }
export const DutyWords = z.object({
  pledges: words,
  deeds: words,
  gains: words,
  shortcomings: words,
  lastYearProblems: words,
  nextYear: words,
})
export const DutyFacts = z.object({
  pledges: z.array(z.object({ id: z.uuid(), text: z.string(), outcome: z.string() })),
  deeds: z.array(z.object({ entryId: z.uuid(), on: plainDate, words: z.string(), points })),
  /** Hundredths of an hour. */
  hours: z.int(),
  process: points,
  problems: z.array(z.object({ id: z.uuid(), words: z.string(), measure: z.string() })),
  missing: z.array(z.string()),
})

export const showReport = defineQuery({
  id: 'duty-report.show',
  summary: { zh: '述职报告', en: 'A duty report with its facts' },
  input: z.object(place),
  output: z.object({
    /** Null until a first word is kept: words are then the draft from the own facts. */
    reportId: reportId.nullable(),
    memberId,
    name: z.string(),
    orgName: z.string(),
    year: z.int(),
    state,
    owed: z.boolean(),
    words: DutyWords,
    onProblems: z.record(z.string(), z.string()),
    facts: DutyFacts,
    helper: z.object({ name: z.string(), consentOn: plainDate }).nullable(),
    submittedOn: plainDate.nullable(),
    questions: z.array(
      z.object({
        id: z.uuid(),
        by: z.string(),
        on: plainDate,
        text: z.string(),
        answer: z.string().nullable(),
        answeredOn: plainDate.nullable(),
      }),
    ),
    checkedBy: z.string().nullable(),
    checkedOn: plainDate.nullable(),
    revision: revision.nullable(),
    may: z.array(z.enum(['write', 'submit', 'ask', 'answer', 'check'])),
  }),
})

export const listReports = defineQuery({
  id: 'duty-report.list',
  summary: { zh: '述职报告收到哪些', en: 'Which duty reports are there' },
  input: z.object({ appraisalId }),
  output: z.object({
    /** By name. */
    rows: z.array(
      z.object({
        memberId,
        name: z.string(),
        owed: z.boolean(),
        reportId: reportId.nullable(),
        state: state.nullable(),
        openQuestions: z.int(),
        hasPhone: z.boolean(),
      }),
    ),
  }),
})

export const writeReport = defineCommand({
  id: 'duty-report.write',
  summary: { zh: '写述职报告', en: 'Write a duty report' },
  input: z.object({
    ...place,
    /** Null for the first time. */
    revision: revision.nullable(),
    words: DutyWords,
    onProblems: z.record(z.uuid(), words).default({}),
    /** Day the member agreed that somebody else writes it down. */
    consentOn: plainDate.nullable().default(null),
  }),
  output: z.object({ reportId, revision }),
  refusals: [
    ...dutyReportRefusals,
    'duty-report-changed-since',
    'duty-report-not-now',
    'duty-report-needs-consent',
  ],
})

const changed = z.object({ state, revision })
const one = { reportId, revision }

export const submitReport = defineCommand({
  id: 'duty-report.submit',
  summary: { zh: '交述职报告', en: 'Hand in a duty report' },
  input: z.object(one),
  output: changed,
  refusals: [...dutyReportRefusals, 'duty-report-changed-since', 'duty-report-not-now'],
})

export const askReport = defineCommand({
  id: 'duty-report.ask',
  summary: { zh: '就述职报告提问', en: 'Ask about a duty report' },
  input: z.object({ ...one, text: words }),
  output: changed,
  refusals: [...dutyReportRefusals, 'duty-report-changed-since'],
})

export const answerReport = defineCommand({
  id: 'duty-report.answer',
  summary: { zh: '回答述职报告的提问', en: 'Answer a question on a duty report' },
  input: z.object({ ...one, questionId: z.uuid(), answer: words }),
  output: changed,
  refusals: [...dutyReportRefusals, 'duty-report-changed-since'],
})

export const checkReport = defineCommand({
  id: 'duty-report.check',
  summary: { zh: '核对述职报告', en: 'Check a duty report off' },
  input: z.object(one),
  output: changed,
  refusals: [...dutyReportRefusals, 'duty-report-changed-since'],
})

export const reportFile = defineDownload({
  id: 'duty-report.file',
  summary: { zh: '下载述职报告', en: 'Download a duty report' },
  input: z.object({ reportId }),
})

export const saySelf = defineCommand({
  id: 'self-appraisal.say',
  summary: { zh: '写自评', en: 'Say something of the own year' },
  input: z.object({ ...place, text: words }),
  output: z.object({}),
  refusals: [...wordRefusals, 'word-not-now', 'word-not-on-roll'],
})

export const sayPeer = defineCommand({
  id: 'peer-word.say',
  summary: { zh: '写互评', en: 'Say something about a fellow member' },
  input: z.object({ appraisalId, aboutMemberId: memberId, byMemberId: memberId, text: words }),
  output: z.object({ wordId: z.uuid() }),
  refusals: [...wordRefusals, 'word-not-now', 'word-not-on-roll'],
})

export const answerPeer = defineCommand({
  id: 'peer-word.answer',
  summary: { zh: '回应互评', en: 'Answer a word about oneself' },
  input: z.object({ wordId: z.uuid(), answer: words }),
  output: z.object({}),
  refusals: wordRefusals,
})

export const listWords = defineQuery({
  id: 'peer-word.list',
  summary: { zh: '自评和互评', en: 'Self-appraisals and words about members' },
  input: z.object({ appraisalId, memberId: memberId.nullable().default(null) }),
  output: z.object({
    /** Those the caller may read: about or by oneself, or all for who follows the appraisal. */
    selves: z.array(
      z.object({ memberId, name: z.string(), text: z.string(), on: plainDate, writtenBy: z.string() }),
    ),
    peers: z.array(
      z.object({
        id: z.uuid(),
        aboutMemberId: memberId,
        about: z.string(),
        byMemberId: memberId,
        by: z.string(),
        text: z.string(),
        on: plainDate,
        answer: z.string().nullable(),
        mayAnswer: z.boolean(),
      }),
    ),
    /** Of whom the caller may speak: of the roll, and of the own group where it meets in groups. */
    fellows: z.array(z.object({ memberId, name: z.string(), said: z.boolean() })),
    /** On the roll and nothing said yet, by name. */
    withoutSelf: z.array(z.object({ memberId, name: z.string() })),
    withoutPeer: z.array(z.object({ memberId, name: z.string() })),
  }),
})

export const reportOperations = {
  showReport,
  listReports,
  writeReport,
  submitReport,
  askReport,
  answerReport,
  checkReport,
  reportFile,
  saySelf,
  sayPeer,
  answerPeer,
  listWords,
}
