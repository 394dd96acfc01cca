import {
  figure,
  heading,
  type OfficialDocument,
  paragraph,
  paragraphsOf,
  type Span,
} from '../shared/document.ts'
import { formatPlainDate, type PlainDate } from '../shared/plain-date.ts'
import type { VoteCount } from '../shared/vote.ts'
import type { DisposalForm } from './disposal.ts'
import { mayRejoinFrom } from './disposal-end.ts'
import { frame, type PaperFrame, rightBlocks, source } from './outcome-documents.ts'

export const disposalTemplates = {
  correction: 'correction-notice-2026-1',
  decision: 'disposal-decision-2026-1',
} as const

export const formWords: Readonly<Record<DisposalForm, string>> = {
  correctionOrder: '限期改正',
  persuasion: '劝退',
  removal: '除名',
}

/** What a paper is written from: a case that was voted on and decided; it is printed before it is handed over. */
export type DecidedDisposal = {
  readonly id: string
  readonly form: DisposalForm
  readonly vote: { readonly count: VoteCount; readonly on: PlainDate; readonly minutesId: string }
  readonly preReview: { readonly document: string; readonly on: PlainDate } | null
  readonly decision: { readonly body: string; readonly decidedOn: PlainDate; readonly reason: string }
  readonly until: PlainDate | null
  readonly required: string
  readonly help: string
}

/** 限期改正通知书: ground, term and help of a correction order, and that vote and speech remain. Undefined for other forms. */
export function toCorrectionNotice(disposal: DecidedDisposal, of: PaperFrame): OfficialDocument | undefined {
  const { decision, until } = disposal
  if (disposal.form !== 'correctionOrder' || until === null) return undefined
  return {
    ...frame(of, 'correctionNotice', disposalTemplates.correction, '限期改正通知书'),
    blocks: [
      paragraph(
        ...voteSpans(disposal),
        `${formatPlainDate(decision.decidedOn)}${decision.body}决定，对你给予限期改正。`,
      ),
      heading(1, '理由'),
      ...paragraphsOf(decision.reason),
      heading(1, '改正期限和要求'),
      paragraph(
        '期限从',
        figure(formatPlainDate(decision.decidedOn), 'decision'),
        '到',
        figure(formatPlainDate(until), 'decision'),
        '，一般不延长。期满后由党员大会评议。',
      ),
      ...paragraphsOf(disposal.required),
      heading(1, '帮助'),
      ...paragraphsOf(disposal.help),
      heading(1, '你的权利'),
      paragraph('改正期间，你的表决权、选举权、被选举权和在会上发言的权利不变。'),
      ...rightBlocks(of),
    ],
    signHere: ['送达人签名', '本人签名', '送达日期'],
    sources: sourcesOf(disposal),
  }
}

/** 组织处置决定书 for persuasion and removal: vote, review from above, reason, what follows and how to appeal. */
export function toDisposalDecision(disposal: DecidedDisposal, of: PaperFrame): OfficialDocument | undefined {
  const { decision, form, preReview } = disposal
  if (form === 'correctionOrder' || preReview === null) return undefined
  return {
    ...frame(
      of,
      'disposalDecision',
      disposalTemplates.decision,
      `关于给予${of.memberName}${formWords[form]}的决定`,
    ),
    blocks: [
      paragraph(
        '事前经',
        figure(preReview.document, 'preReview'),
        '预审。',
        ...voteSpans(disposal),
        `${formatPlainDate(decision.decidedOn)}${decision.body}决定，对你给予${formWords[form]}。`,
      ),
      heading(1, '理由'),
      ...paragraphsOf(decision.reason),
      heading(1, '执行'),
      ...(form === 'persuasion'
        ? [
            paragraph(
              '请你考虑后自己提出退党申请；不同意的，可以说明，由支部另行按程序讨论。送达本身不改变党籍。',
            ),
          ]
        : [paragraph('本决定从送达之日起执行，从党员名册中除名。')]),
      paragraph(
        '此后重新申请入党的，不早于',
        figure(formatPlainDate(mayRejoinFrom(decision.decidedOn)), 'decision'),
        form === 'persuasion' ? '（按劝退退党的）。' : '。',
      ),
      ...rightBlocks(of),
    ],
    signHere: ['送达人签名', '本人签名', '送达日期'],
    sources: [
      source('preReview', 'document', '组织部门预审意见', preReview.document),
      ...sourcesOf(disposal),
    ],
  }
}

function voteSpans({ vote }: DecidedDisposal): Span[] {
  const { shouldAttend, present, written, yes, no, abstain } = vote.count
  return [
    `经${formatPlainDate(vote.on)}党员大会讨论、无记名投票，应到有表决权的党员`,
    figure(shouldAttend, 'vote'),
    '名，实到',
    figure(present, 'vote'),
    ...(written === 0 ? [] : ['名，会前提出书面意见', figure(written, 'vote')]),
    '名，赞成',
    figure(yes, 'vote'),
    '票，反对',
    figure(no, 'vote'),
    '票，弃权',
    figure(abstain, 'vote'),
    '票；',
  ]
}

function sourcesOf({ id, vote }: DecidedDisposal) {
  return [
    source('vote', 'vote', '党员大会表决', vote.minutesId),
    source('decision', 'decision', '基层党委决定', id),
  ]
}
