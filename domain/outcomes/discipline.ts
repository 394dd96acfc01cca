import type { AdverseFacts, ServedDecision } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addMonths, addYears, type PlainDate } from '../shared/plain-date.ts'
import { type Actor, adverseStepRefusals, enterAdverse } from './adverse-step.ts'

/** Five sanctions, decided by the competent body; the platform only records them with their document. */
export const sanctions = [
  'warning',
  'seriousWarning',
  'removalFromPost',
  'partyProbation',
  'expulsion',
] as const
export type Sanction = (typeof sanctions)[number]

export const sanctionWords: Readonly<Record<Sanction, string>> = {
  warning: '警告',
  seriousWarning: '严重警告',
  removalFromPost: '撤销党内职务',
  partyProbation: '留党察看',
  expulsion: '开除党籍',
}

export type SanctionRecord = {
  readonly id: string
  readonly memberId: string
  readonly sanction: Sanction
  readonly documentNumber: string
  readonly decidingLevel: 'baseCommittee' | 'countyDiscipline' | 'higher'
  /** Years of probation within the party, 1 or 2. */
  readonly probationYears: 1 | 2 | null
  readonly served: ServedDecision
}

export const sanctionRefusals = [
  'sanction-needs-document-number',
  'sanction-other-level',
  'sanction-probation-years',
  ...adverseStepRefusals,
] as const
export type SanctionRefusal = (typeof sanctionRefusals)[number]

/**
 * Records a sanction decided elsewhere. Refuses one without document number, an expulsion or complex case below the county
 * discipline commission, probation without its years, and whatever lacks the five facts.
 */
export function recordSanction(
  record: Omit<SanctionRecord, 'served'> & { readonly complex: boolean },
  facts: AdverseFacts,
  by: Actor,
  today: PlainDate,
): Decision<SanctionRecord, SanctionRefusal> {
  const { complex, ...of } = record
  const documentNumber = of.documentNumber.trim()
  if (documentNumber === '') return refuse('sanction-needs-document-number')
  if ((of.sanction === 'expulsion' || complex) && of.decidingLevel === 'baseCommittee') {
    return refuse('sanction-other-level', { sanction: of.sanction })
  }
  if ((of.sanction === 'partyProbation') !== (of.probationYears !== null))
    return refuse('sanction-probation-years')
  const entered = enterAdverse(facts, by, { subjectMemberId: of.memberId, disputed: false, today })
  return entered.ok ? agree({ ...of, documentNumber, served: entered.value }) : entered
}

/** Last day on which a sanction keeps from promotion, or from rejoining after expulsion. */
export function sanctionEffectUntil(
  sanction: Sanction,
  decidedOn: PlainDate,
  probationYears: 1 | 2 | null = null,
): PlainDate {
  switch (sanction) {
    case 'warning':
      return addYears(decidedOn, 1)
    case 'seriousWarning':
      return addMonths(decidedOn, 18)
    case 'removalFromPost':
      return addYears(decidedOn, 2)
    case 'partyProbation':
      return addYears(decidedOn, (probationYears ?? 2) + 2)
    case 'expulsion':
      return addYears(decidedOn, 5)
  }
}

/** That a matter went to discipline or to the law (S-227): where, when, by which letter; no details are kept. */
export type HandOver = {
  readonly id: string
  readonly memberId: string
  readonly to: 'discipline' | 'law'
  readonly document: string
  readonly on: PlainDate
}
export const handOverRefusals = ['hand-over-needs-document', 'hand-over-by-machine'] as const

export function recordHandOver(
  handOver: HandOver,
  by: Actor,
): Decision<HandOver, (typeof handOverRefusals)[number]> {
  if (by.author.kind !== 'person') return refuse('hand-over-by-machine', { author: by.author.kind })
  return handOver.document.trim() === '' ? refuse('hand-over-needs-document') : agree(handOver)
}
