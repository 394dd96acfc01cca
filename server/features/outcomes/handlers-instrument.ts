import { instrumentKinds, instrumentOn, provinceTitles } from '@steward/domain/outcomes/instrument.ts'
import { enterInstrumentVersion } from '@steward/domain/outcomes/instrument-version.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { enterInstrument, listInstruments } from './operations-instrument.ts'
import { insertInstrument, listInstrumentRows, toInstruments } from './queries-instrument.ts'

const listing = handle(listInstruments, async ({ tx, access, today, actor }) => {
  access.demandSomewhere('outcome.read')
  const rows = await listInstrumentRows(tx)
  const all = toInstruments(rows)
  return agree({
    instruments: instrumentKinds.map((kind) => {
      const now = instrumentOn(all, kind, today)
      return {
        kind,
        title: now?.title ?? null,
        document: now?.document ?? null,
        ofProvince: Object.hasOwn(provinceTitles, kind),
        versions: rows.filter((row) => row.kind === kind).map(({ kind: _kind, ...row }) => row),
      }
    }),
    mayChange: actor.holdings.some(({ permission }) => permission === 'instrument.change'),
  })
})

const entering = handle(enterInstrument, async (context, { kind, title, body, number, on }) => {
  const { tx, access, today } = context
  access.demandSomewhere('instrument.change')
  const known = (await listInstrumentRows(tx)).filter((row) => row.kind === kind)
  const entered = enterInstrumentVersion({ title, document: { body, number, on } }, known, today)
  if (!entered.ok) return entered
  const { version, document } = entered.value
  if (!(await insertInstrument(context, { kind, version, title: entered.value.title, ...document })))
    return refuse('instrument-entered-already', { number })
  context.note({ kind, version, number: document.number })
  return agree({ version })
})

export const instrumentHandlers: readonly Handled[] = [listing, entering]
