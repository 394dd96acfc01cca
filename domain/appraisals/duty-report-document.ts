import {
  type Block,
  type DocumentSource,
  figure,
  heading,
  type OfficialDocument,
  paragraph,
  paragraphsOf,
  table,
} from '../shared/document.ts'
import { formatPlainDate, type PlainDate } from '../shared/plain-date.ts'
import { formatPoints, type Points } from '../shared/points.ts'
import type { DutyReport } from './duty-report.ts'

/** What the county's data hold of a member's year; nothing is guessed, and what is missing is named (S-203, S-210). */
export type DutyFacts = {
  readonly memberName: string
  readonly orgName: string
  readonly pledges: readonly { readonly id: string; readonly text: string; readonly outcome: string }[]
  readonly deeds: readonly {
    readonly entryId: string
    readonly on: PlainDate
    readonly words: string
    readonly points: Points
  }[]
  /** Volunteer hours in hundredths of an hour. */
  readonly hours: number
  readonly process: Points
  readonly problems: readonly { readonly id: string; readonly words: string; readonly measure: string }[]
  /** Kinds of records there are none of, in plain words. */
  readonly missing: readonly string[]
}

export const dutyReportTemplate = 'duty-report-2026-1'

/** Sentences a member can start from, out of the own facts (S-203). Gains, shortcomings and plans stay the member's to say. */
export function draftWords(facts: DutyFacts): Partial<DutyReport['words']> {
  const kept = facts.pledges.filter(({ outcome }) => outcome !== '').length
  return {
    pledges: facts.pledges.length === 0 ? '' : `今年作出承诺${facts.pledges.length}项，有结果的${kept}项。`,
    deeds: facts.deeds.length === 0 ? '' : `今年记录的事有${facts.deeds.length}件。`,
    lastYearProblems:
      facts.problems.length === 0 ? '' : `上一年列出的问题有${facts.problems.length}个，逐一说明如下。`,
  }
}

/** The duty report as a document (述职报告): the member's words, and beside them facts that each name their source. */
export function toDutyReportDocument(
  report: DutyReport,
  facts: DutyFacts,
  ruleVersions: readonly string[],
): OfficialDocument {
  const sources: DocumentSource[] = [
    { id: 'points', kind: 'ledger', says: '积分台账本年合计', refersTo: report.memberId },
    { id: 'hours', kind: 'record', says: '志愿服务时长记录', refersTo: report.memberId },
    ...facts.pledges.map(({ id }, at): DocumentSource => ({
      id: `pledge-${at + 1}`,
      kind: 'record',
      says: `承诺第${at + 1}项`,
      refersTo: id,
    })),
    ...facts.deeds.map(({ entryId }, at): DocumentSource => ({
      id: `deed-${at + 1}`,
      kind: 'ledger',
      says: `台账条目第${at + 1}项`,
      refersTo: entryId,
    })),
  ]
  return {
    kind: 'dutyReport',
    templateVersion: dutyReportTemplate,
    ruleVersions,
    title: `${report.year}年度党员述职报告`,
    number: null,
    addressee: `${facts.orgName}：`,
    blocks: [
      heading(1, '承诺完成情况'),
      ...paragraphsOf(report.words.pledges),
      ...pledgeTable(facts),
      heading(1, '做了哪些事'),
      ...paragraphsOf(report.words.deeds),
      ...deedTable(facts),
      heading(1, '收获'),
      ...paragraphsOf(report.words.gains),
      heading(1, '不足'),
      ...paragraphsOf(report.words.shortcomings),
      heading(1, '上一年问题整改情况'),
      ...paragraphsOf(report.words.lastYearProblems),
      ...problemBlocks(report, facts),
      heading(1, '下一年打算'),
      ...paragraphsOf(report.words.nextYear),
      ...questionBlocks(report),
      ...missingBlocks(facts),
    ],
    attachments: [],
    signature: { body: facts.memberName, signer: facts.memberName, on: report.submittedOn, sealed: false },
    signHere: ['本人签名', ...(report.helper === null ? [] : ['代写人签名'])],
    sources,
  }
}

function pledgeTable({ pledges }: DutyFacts): Block[] {
  if (pledges.length === 0) return []
  const rows = pledges.map(({ text, outcome }, at) => [
    text,
    figure(outcome === '' ? '未评' : outcome, `pledge-${at + 1}`),
  ])
  return [table(['承诺', '结果'], rows, { widths: [3, 1] })]
}

function deedTable({ deeds, hours, process }: DutyFacts): Block[] {
  const rows = deeds.map(({ on, words, points }, at) => [
    formatPlainDate(on),
    words,
    figure(formatPoints(points), `deed-${at + 1}`),
  ])
  return [
    ...(deeds.length === 0 ? [] : [table(['日期', '事项', '积分'], rows, { widths: [5, 9, 2] })]),
    paragraph(
      '全年过程分',
      figure(formatPoints(process), 'points'),
      '分，志愿服务',
      figure(formatHours(hours), 'hours'),
      '小时。',
    ),
  ]
}

function problemBlocks(report: DutyReport, { problems }: DutyFacts): Block[] {
  if (problems.length === 0) return [paragraph('上一年没有列出问题。')]
  return problems.flatMap(({ id, words, measure }) => [
    heading(2, words),
    paragraph(`整改措施：${measure}`),
    paragraph(`整改情况：${report.onProblems.get(id) ?? ''}`),
  ])
}

function questionBlocks({ questions }: DutyReport): Block[] {
  if (questions.length === 0) return []
  return [
    heading(1, '党组织提问和本人回答'),
    ...questions.flatMap(({ text, answer }) => [paragraph(`问：${text}`), paragraph(`答：${answer ?? ''}`)]),
  ]
}

function missingBlocks({ missing }: DutyFacts): Block[] {
  return missing.length === 0
    ? []
    : [paragraph(`系统里没有的记录：${missing.join('、')}。没有记录不等于没有做。`)]
}

function formatHours(hundredths: number): string {
  return String(hundredths / 100)
}
