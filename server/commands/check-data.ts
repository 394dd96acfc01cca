import { invariants } from '../features.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { type Command, houseOf } from './command.ts'

const MOST_NAMED = 5

/** Proves every data invariant of every feature on the live database; exit code 1 on a breach. */
export const checkData: Command = {
  name: 'check',
  usage: 'check',
  zh: '核对全部数据约束',
  en: 'prove every data invariant',
  database: true,
  async run(context) {
    const { pool, parts } = houseOf(context)
    const counties = await pool.query<{ id: string; name: string }>(
      'select id, name from county order by code',
    )
    let broken = 0
    for (const county of counties.rows) {
      context.say(`${county.name}`)
      for (const invariant of invariants) {
        const found = await onConnection(pool, false, (client) =>
          invariant.find(countyTx(client, county.id), parts.crypto(county.id)),
        )
        const mark = found.breaches.length === 0 ? '✓' : '✗'
        context.say(
          `  ${mark} ${invariant.id.padEnd(42)} ${String(found.looked).padStart(8)}  ${invariant.says.zh} · ${invariant.says.en}`,
        )
        for (const breach of found.breaches.slice(0, MOST_NAMED)) context.say(`      ${breach}`)
        if (found.breaches.length > MOST_NAMED) context.say(`      … ${found.breaches.length} in all`)
        if (found.breaches.length > 0) broken += 1
      }
    }
    const summary = `${invariants.length} invariants × ${counties.rows.length} counties, ${broken} broken`
    context.say(broken === 0 ? `全部成立 · all hold: ${summary}` : `有不成立的 · broken: ${summary}`)
    return broken === 0 ? 0 : 1
  },
}
