import { maskName, masksNames } from '../notices/masking.ts'
import type { NoticeScope } from '../notices/notice.ts'
import type { DocumentRef } from '../schemes/scheme.ts'
import {
  type DocumentNumber,
  type DocumentSource,
  figure,
  heading,
  type OfficialDocument,
  paragraph,
  paragraphsOf,
  type Span,
  table,
} from '../shared/document.ts'
import { formatPlainDate, type PlainDate } from '../shared/plain-date.ts'
import { formatPoints } from '../shared/points.ts'
import type { PersonCount } from './ballot.ts'
import type { Feedback } from './feedback.ts'
import { countGrades, type Grade, grades, gradeWords } from './grade.ts'
import type { SettledGrade, SettlementInput } from './settlement.ts'
import type { YearResult } from './year-result.ts'

export const appraisalTemplates = {
  form: 'appraisal-form-2026-1',
  feedback: 'grade-feedback-2026-1',
  notice: 'result-notice-2026-1',
} as const

type Of = { readonly year: number; readonly orgName: string; readonly ruleVersions: readonly string[] }

/** The appraisal form of one member (民主评议党员登记表): points, both ballots, opinion and grade side by side (S-178). */
export function toAppraisalForm(
  of: Of & {
    readonly memberName: string
    readonly selfText: string
    readonly input: SettlementInput
    readonly settled: SettledGrade
    readonly result: YearResult
  },
): OfficialDocument {
  const { input, settled, result } = of
  const { vote } = settled.meeting
  const meetingWords = `应到${vote.shouldAttend}人，实到${vote.present}人，赞成${vote.yes}、反对${vote.no}、弃权${vote.abstain}`
  const decider = settled.meeting.body === 'committee' ? '支部委员会' : '党员大会'
  return {
    kind: 'appraisalForm',
    templateVersion: appraisalTemplates.form,
    ruleVersions: of.ruleVersions,
    title: `${of.year}年度民主评议党员登记表`,
    number: null,
    addressee: null,
    blocks: [
      table(['姓名', '所在党支部', '年度'], [[of.memberName, of.orgName, String(of.year)]]),
      heading(1, '个人自评'),
      ...paragraphsOf(of.selfText),
      heading(1, '年度积分'),
      table(
        ['过程分', '所占', '评议分', '所占', '年终得分'],
        [
          [
            figure(formatPoints(result.process), 'points'),
            `${result.processPercent}%`,
            result.appraisal === null ? '无' : figure(formatPoints(result.appraisal), 'ballots'),
            `${result.appraisalPercent}%`,
            figure(formatPoints(result.score), 'score'),
          ],
        ],
      ),
      heading(1, '两票双评'),
      table(
        ['票种', ...grades.map((grade) => gradeWords[grade]), '未填'],
        [
          ['党员票', ...ballotCells(input.membersBallot)],
          ['群众票', ...ballotCells(input.massesBallot)],
        ],
        { widths: [2, 1, 1, 1, 1, 1] },
      ),
      heading(1, '日常表现'),
      ...paragraphsOf(input.dailyConduct),
      heading(1, '组织评定'),
      paragraph(
        `积分建议格次：${input.proposal === null ? '无' : gradeWords[input.proposal]}。` +
          `${formatPlainDate(settled.meeting.on)}${decider}评定：`,
        figure(gradeWords[settled.grade], 'meeting'),
        `（${meetingWords}）。积分和票数只供参考，格次由会议评定。`,
      ),
      paragraph(`评议意见：${settled.opinion}`),
      ...(settled.reason === '' ? [] : [paragraph(`说明：${settled.reason}`)]),
    ],
    attachments: [],
    signature: { body: of.orgName, signer: null, on: settled.meeting.on, sealed: true },
    signHere: ['本人签名', '党支部书记签名'],
    sources: [
      { id: 'points', kind: 'ledger', says: '积分台账本年合计', refersTo: input.memberId },
      { id: 'ballots', kind: 'count', says: '两票双评计票', refersTo: input.memberId },
      { id: 'score', kind: 'rule', says: '年终得分办法', refersTo: input.schemeVersionId ?? '' },
      { id: 'meeting', kind: 'decision', says: '会议记录', refersTo: settled.meeting.minutesId },
    ],
  }
}

function ballotCells({ counts, abstained }: PersonCount): Span[] {
  return [...grades.map((grade) => figure(counts[grade], 'ballots')), figure(abstained, 'ballots')]
}

/** What the member is handed (评议意见反馈): grade, opinion, reason, and how to answer and to appeal. */
export function toFeedbackDocument(
  of: Of & { readonly memberName: string; readonly feedback: Feedback; readonly appealTo: string },
): OfficialDocument {
  const { feedback } = of
  const until = feedback.answerUntil === null ? '' : `${formatPlainDate(feedback.answerUntil)}以前`
  const appealUntil =
    feedback.appealUntil === null
      ? ''
      : `${formatPlainDate(feedback.appealUntil)}以前提出的，本年度结果等申诉答复后再定；`
  return {
    kind: 'gradeFeedback',
    templateVersion: appraisalTemplates.feedback,
    ruleVersions: of.ruleVersions,
    title: '民主评议意见反馈单',
    number: null,
    addressee: `${of.memberName}同志：`,
    blocks: [
      paragraph(`你${of.year}年度民主评议格次为`, figure(gradeWords[feedback.grade], 'grade'), '。'),
      heading(1, '评议意见'),
      ...paragraphsOf(feedback.opinion),
      ...(feedback.reason === '' ? [] : [heading(1, '说明'), ...paragraphsOf(feedback.reason)]),
      heading(1, '你可以怎么做'),
      paragraph(`看过以后请签名，签名只表示看过。有话要说的，${until}当面说或者写下来，原话附在后面。`),
      paragraph(
        `不同意的，可以向${of.appealTo}申诉，由没有参加评定的人处理。${appealUntil}以后提出的同样受理。`,
      ),
    ],
    attachments: [],
    signature: { body: of.orgName, signer: null, on: feedback.toldOn, sealed: true },
    signHere: ['谈话人签名', '本人签名', '本人意见'],
    sources: [{ id: 'grade', kind: 'decision', says: '评定会议', refersTo: feedback.id }],
  }
}

export type ResultRow = {
  readonly memberId: string
  readonly name: string
  readonly grade: Grade
  readonly result: YearResult
}

/**
 * The notice of results (R-191, S-207): names, scores and grades inside the branch. On a village board or in public names are
 * masked and low grades are not named at all, only counted.
 */
export function toResultNotice(
  of: Of & {
    readonly scope: NoticeScope
    readonly basis: DocumentRef
    readonly number: DocumentNumber | null
    readonly rows: readonly ResultRow[]
    readonly withoutGrade: number
    readonly period: { readonly from: PlainDate; readonly until: PlainDate }
    readonly contact: { readonly office: string; readonly phone: string }
  },
): OfficialDocument {
  const counts = countGrades(of.rows.map(({ grade }) => grade))
  const wide = masksNames(of.scope)
  const named = of.rows.filter(({ grade }) => !wide || grade === 'excellent' || grade === 'qualified')
  const sources: DocumentSource[] = [
    { id: 'settlement', kind: 'decision', says: '已签字的评定', refersTo: `${of.year}` },
    { id: 'ledger', kind: 'ledger', says: '年终得分', refersTo: `${of.year}` },
  ]
  return {
    kind: 'resultNotice',
    templateVersion: appraisalTemplates.notice,
    ruleVersions: of.ruleVersions,
    title: `关于${of.year}年度民主评议党员结果的公示`,
    number: of.number,
    addressee: null,
    blocks: [
      paragraph(
        `根据${of.basis.body}《${of.basis.number}》，${of.orgName}评议党员`,
        figure(of.rows.length, 'settlement'),
        '名：',
        ...grades.flatMap((grade, at): Span[] => [
          gradeWords[grade],
          figure(counts[grade], 'settlement'),
          at === grades.length - 1 ? '名。' : '名，',
        ]),
        ...(of.withoutGrade === 0
          ? []
          : ['参加评议不定格次的', figure(of.withoutGrade, 'settlement'), '名。']),
      ),
      table(
        ['姓名', '年终得分', '格次'],
        named.map(({ name, grade, result }) => [
          wide ? maskName(name) : name,
          figure(formatPoints(result.score), 'ledger'),
          figure(gradeWords[grade], 'settlement'),
        ]),
        { widths: [2, 1, 1] },
      ),
      paragraph(
        `公示从${formatPlainDate(of.period.from)}到${formatPlainDate(of.period.until)}。` +
          `有不同意见的，请向${of.contact.office}（电话${of.contact.phone}）提出，也可以写在纸上交来，可以不写姓名。`,
      ),
    ],
    attachments: [],
    signature: { body: of.orgName, signer: null, on: of.period.from, sealed: true },
    signHere: [],
    sources,
  }
}
