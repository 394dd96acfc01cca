import {
  type Instrument,
  type InstrumentKind,
  instrumentOn,
  provinceTitles,
} from '@steward/domain/outcomes/instrument.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type InstrumentRow = {
  readonly kind: InstrumentKind
  readonly version: number
  readonly title: string
  readonly body: string
  readonly number: string
  readonly on: PlainDate
  readonly enteredBy: string
  readonly enteredAt: Date
}

/** All versions of all kinds, newest first. */
export async function listInstrumentRows(tx: CountyTx): Promise<InstrumentRow[]> {
  return await tx.raw<InstrumentRow>(
    'outcome-instruments',
    `select i.kind, i.version, i.title, i.body, i.number, i.issued_on as on, i.entered_by as "enteredBy", i.entered_at as "enteredAt"
     from outcome_instrument i where i.county_id = $1 order by i.kind, i.version desc`,
    [],
  )
}

/** As the rules take them: what the county entered, and the province's by title. */
export function toInstruments(rows: readonly InstrumentRow[]): Instrument[] {
  const ofProvince = Object.entries(provinceTitles).map(([kind, title]) => ({
    kind: kind as keyof typeof provinceTitles, // The record has exactly these keys.
    title,
    document: null,
  }))
  return [
    ...rows.map(({ kind, title, body, number, on }) => ({ kind, title, document: { body, number, on } })),
    ...ofProvince,
  ]
}

/** The instrument of a kind in force on a day, for papers that name it; undefined where there is none. */
export async function findInstrument(
  tx: CountyTx,
  kind: InstrumentKind,
  day: PlainDate,
): Promise<Instrument | undefined> {
  return instrumentOn(toInstruments(await listInstrumentRows(tx)), kind, day)
}

/** False where somebody else entered a version in the same moment. */
export async function insertInstrument(
  { tx, actor, now, newId }: Context,
  of: Pick<InstrumentRow, 'kind' | 'version' | 'title' | 'body' | 'number' | 'on'>,
): Promise<boolean> {
  const made = await tx
    .insert('outcome_instrument', {
      ...{ id: newId(), kind: of.kind, title: of.title, body: of.body, number: of.number, issued_on: of.on },
      ...{ version: of.version, entered_by: actor.name, entered_by_account_id: actor.accountId ?? '' },
      entered_at: now,
    })
    .onConflict((on) => on.columns(['county_id', 'kind', 'version']).doNothing())
    .returning('id')
    .execute()
  return made.length > 0
}
