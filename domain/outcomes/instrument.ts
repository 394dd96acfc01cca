import type { DocumentRef } from '../schemes/scheme.ts'

/** Instruments an outcome may rest on: three of the province, three of the county. */
export const instrumentKinds = [
  'encouragement',
  'tolerance',
  'upOrDown',
  'warningMeasures',
  'preAppointmentExam',
  'pointsInMechanisms',
] as const
export type InstrumentKind = (typeof instrumentKinds)[number]

/** Titles of the province's three measures of 2016; the county enters its own three with number and day. */
export const provinceTitles = {
  encouragement: '陕西省干部鼓励激励办法（试行）',
  tolerance: '陕西省党政干部容错纠错办法（试行）',
  upOrDown: '陕西省推进省管党政领导干部能上能下办法（试行）',
} as const

export type Instrument = {
  readonly kind: InstrumentKind
  readonly title: string
  /** Null for instruments of the province that stand by their title. */
  readonly document: DocumentRef | null
}

/** The instrument in force for a kind on a day; undefined where the county has entered none, and then no paper names one. */
export function instrumentOn(
  instruments: readonly Instrument[],
  kind: InstrumentKind,
  day: DocumentRef['on'],
): Instrument | undefined {
  return instruments
    .filter((each) => each.kind === kind && (each.document === null || each.document.on <= day))
    .toSorted((a, b) => ((a.document?.on ?? '') < (b.document?.on ?? '') ? 1 : -1))[0]
}

/** `根据《…》（县组发〔2026〕8号），`, or nothing where there is no instrument. */
export function basisWords(instrument: Instrument | undefined): string {
  if (instrument === undefined) return ''
  return instrument.document === null
    ? `根据《${instrument.title}》，`
    : `根据《${instrument.title}》（${instrument.document.number}），`
}
