import { toPlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Actor, Context, Preparing } from './context.ts'
import { countyTx, onConnection, sidePool } from './db.ts'
import type { Call, Parts } from './run.ts'

/** Where the call came from. */
export function requestOf(call: Pick<Call, 'address' | 'agent' | 'key'>): Context['request'] {
  return { address: call.address ?? '', agent: call.agent ?? '', key: call.key ?? null }
}

/** What work before the transaction gets. */
export function preparingOf(
  parts: Parts,
  call: Call,
  who: { county: string; actor: Actor; now: Date },
): Preparing {
  return {
    ...who,
    today: toPlainDate(who.now),
    limits: parts.limits(who.now),
    request: requestOf(call),
    upload: call.upload ?? new Uint8Array(),
    crypto: parts.crypto,
    apart: (work) =>
      onConnection(sidePool(parts.pool, 'apart'), true, (client) =>
        work(countyTx(client, who.county), (county) => countyTx(client, county)),
      ),
  }
}
