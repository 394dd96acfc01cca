import {
  type DocumentNumber,
  type DocumentSource,
  figure,
  heading,
  type OfficialDocument,
  paragraph,
  paragraphsOf,
  table,
} from '../shared/document.ts'
import { formatPlainDate, type PlainDate } from '../shared/plain-date.ts'
import type { Caution } from './caution.ts'
import { basisWords, type Instrument } from './instrument.ts'
import {
  type Distinction,
  hindrancesOf,
  type ToleranceCase,
  type ToleranceCondition,
  type ToleranceFactor,
} from './tolerance.ts'
import type { Warning } from './warning.ts'

export const outcomeTemplates = {
  warning: 'warning-notice-2026-1',
  caution: 'caution-notice-2026-1',
  tolerance: 'tolerance-finding-2026-2',
  commendation: 'commendation-list-2026-1',
} as const

export type PaperFrame = {
  readonly number: DocumentNumber | null
  readonly bodyName: string
  readonly memberName: string
  readonly appealTo: string
  readonly on: PlainDate
  readonly ruleVersions: readonly string[]
}

/** 预警通知书: facts, standard, required change, helper, day, the right to answer and to appeal. */
export function toWarningNotice(
  warning: Warning,
  of: PaperFrame & { readonly instrument: Instrument | undefined },
): OfficialDocument {
  return {
    ...frame(of, 'warningNotice', outcomeTemplates.warning, '预警通知书'),
    blocks: [
      paragraph(`${basisWords(of.instrument)}现就以下事项向你预警。预警不是处分。`),
      heading(1, '事实'),
      ...paragraphsOf(warning.facts),
      heading(1, '应当达到的要求'),
      ...paragraphsOf(warning.standard),
      heading(1, '需要改正的事项'),
      ...paragraphsOf(warning.requiredChange),
      paragraph('请在', figure(formatPlainDate(warning.changeBy), 'warning'), '以前改正。'),
      heading(1, '帮助'),
      paragraph(`联系帮助你的人：${warning.helperName}。有难处可以直接找他。`),
      ...rightBlocks(of),
      paragraph('改正经确认后，预警解除，不再作为后续安排的依据。'),
    ],
    signHere: ['送达人签名', '本人签名', '送达日期'],
    sources: [source('warning', 'record', '预警记录', warning.id)],
  }
}

/** 警示通知书: gaps, required change and the help that goes with it. */
export function toCautionNotice(
  caution: Caution,
  of: PaperFrame & { readonly help: string },
): OfficialDocument {
  return {
    ...frame(of, 'cautionNotice', outcomeTemplates.caution, '警示通知书'),
    blocks: [
      paragraph('现就以下差距向你警示。警示不是处分，也不是组织处置。'),
      heading(1, '差距'),
      paragraph(figure(caution.gaps, 'caution')),
      heading(1, '需要改正的事项'),
      ...paragraphsOf(caution.requiredChange),
      heading(1, '帮助'),
      ...paragraphsOf(of.help),
      ...rightBlocks(of),
    ],
    signHere: ['送达人签名', '本人签名', '送达日期'],
    sources: [source('caution', 'record', '警示记录', caution.id)],
  }
}

const conditionWords: Readonly<Record<ToleranceCondition, string>> = {
  dutyOrReform: '履行职责或推进改革中出现失误',
  lawsKept: '没有违反法律法规和党纪',
  careTaken: '尽到了注意义务',
  noPrivateGain: '没有谋取私利',
}
const distinctionWords: Readonly<Record<Distinction, string>> = {
  inexperienceNotKnowingBreach: '缺乏经验，不是明知故犯',
  notForbiddenNotDefiance: '没有明令禁止的探索，不是有令不行',
  forDevelopmentNotGain: '为推动发展的无意过失，不是谋取私利',
}
const factorWords: Readonly<Record<ToleranceFactor, string>> = {
  motive: '动机',
  conditions: '客观条件',
  procedure: '程序方法',
  nature: '性质',
  consequence: '后果',
  repair: '挽回损失',
}

/** 容错认定书: the matter, each condition, each factor, the finding and what it undoes (R-256…R-261). Undefined before a finding. */
export function toToleranceFinding(
  of: PaperFrame & { readonly instrument: Instrument | undefined },
  tolerance: ToleranceCase,
): OfficialDocument | undefined {
  const { check, finding } = tolerance
  if (check === null || finding === null) return undefined
  const tolerated = tolerance.state === 'tolerated'
  const { exclusions } = hindrancesOf(check)
  const conditions = (Object.keys(conditionWords) as ToleranceCondition[]).map((condition) => [
    conditionWords[condition],
    figure(check.conditions[condition] ? '符合' : '不符合', 'check'),
  ])
  const told = (Object.keys(distinctionWords) as Distinction[]).map((distinction) => [
    distinctionWords[distinction],
    figure(check.distinctions[distinction] ? '符合' : '不符合', 'check'),
  ])
  const factors = (Object.keys(factorWords) as ToleranceFactor[]).map((factor) => [
    factorWords[factor],
    check.factors[factor],
  ])
  return {
    ...frame(of, 'toleranceFinding', outcomeTemplates.tolerance, '容错认定书'),
    blocks: [
      heading(1, '事项'),
      ...paragraphsOf(tolerance.matter),
      heading(1, '核查情况'),
      paragraph(`${formatPlainDate(tolerance.appliedOn)}申请，${formatPlainDate(check.on)}核查完毕。`),
      paragraph('条件和区分逐项核对如下。'),
      table(['条件和区分', '是否符合'], [...conditions, ...told], { widths: [3, 1] }),
      paragraph('各方面情况如下。'),
      table(['方面', '情况'], factors, { widths: [1, 4] }),
      ...(exclusions.length === 0 ? [] : [paragraph('本事项属于不予容错的情形。')]),
      heading(1, '认定'),
      paragraph(
        `${basisWords(of.instrument)}${finding.body}认定：${tolerated ? '予以容错' : '不予容错'}（`,
        figure(finding.document, 'finding'),
        `）。${tolerance.reason ?? ''}`,
      ),
      ...(tolerated
        ? [
            paragraph(
              '与本事项有关的扣分',
              figure(tolerance.deductionEntryIds.length, 'entries'),
              '笔予以撤回；本事项在评议、评优、使用中不作负面评价。',
            ),
          ]
        : rightBlocks(of)),
    ],
    signHere: ['送达人签名', '本人签名'],
    sources: [
      source('check', 'record', '核查记录', tolerance.id),
      source('finding', 'decision', '认定文件', finding.document),
      source('entries', 'ledger', '相关台账条目', tolerance.deductionEntryIds.join(' ')),
    ],
  }
}

export type CommendedPerson = {
  readonly memberId: string
  readonly name: string
  readonly orgName: string
  readonly basis: string
  readonly useId: string
}

/** The commendation list, for the body that decides: names in the order of their organisations, each with its basis (S-211, S-215). */
export function toCommendationList(
  of: Omit<PaperFrame, 'memberName' | 'appealTo'> & { readonly year: number; readonly draft: boolean },
  persons: readonly CommendedPerson[],
): OfficialDocument {
  return {
    kind: 'commendationList',
    templateVersion: outcomeTemplates.commendation,
    ruleVersions: of.ruleVersions,
    title: `${of.year}年度${of.draft ? '拟' : ''}表彰党员名单`,
    number: of.number,
    addressee: null,
    blocks: [
      paragraph(
        '共',
        figure(persons.length, 'list'),
        `名。${of.draft ? '本名单是建议，由有权限的党组织决定。' : ''}`,
      ),
      table(
        ['序号', '姓名', '所在党组织', '依据'],
        persons.map(({ name, orgName, basis }, at) => [String(at + 1), name, orgName, basis]),
        { widths: [2, 3, 5, 8] },
      ),
    ],
    attachments: [],
    signature: { body: of.bodyName, signer: null, on: of.on, sealed: !of.draft },
    signHere: [],
    sources: [source('list', 'count', '结果运用记录', persons.map(({ useId }) => useId).join(' '))],
  }
}

export function frame(
  of: PaperFrame,
  kind: string,
  templateVersion: string,
  title: string,
): Omit<OfficialDocument, 'blocks' | 'signHere' | 'sources'> {
  return {
    kind,
    templateVersion,
    ruleVersions: of.ruleVersions,
    title,
    number: of.number,
    addressee: `${of.memberName}同志：`,
    attachments: [],
    signature: { body: of.bodyName, signer: null, on: of.on, sealed: true },
  }
}

export function rightBlocks(of: Pick<PaperFrame, 'appealTo'>) {
  return [
    heading(1, '申辩和申诉'),
    paragraph(
      `你可以随时当面或者书面说明情况，原话附卷。不同意的，可以向${of.appealTo}申诉，由没有参与决定的人处理。`,
    ),
  ]
}

export function source(
  id: string,
  kind: DocumentSource['kind'],
  says: string,
  refersTo: string,
): DocumentSource {
  return { id, kind, says, refersTo }
}
