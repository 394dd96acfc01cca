import { createHash } from 'node:crypto'
import { type Pool, sidePool } from './db.ts'
import { problem } from './problem.ts'

/** Rate limits kept in the database, so that several servers share them. They count at once, whatever becomes of the operation. */
export type Limits = {
  /** Takes one from the allowance of `key`; throws `too-many-requests` with the seconds to wait when none is left. */
  take(name: string, key: string, most: number, perSeconds: number): Promise<void>
  /** Throws `too-many-requests` when nothing is left of the allowance; takes nothing. */
  demand(name: string, key: string, most: number): Promise<void>
  /** Gives the allowance back, for instance after a good sign-in. */
  clear(name: string, key: string): Promise<void>
}

type Row = { points: number; expire: number }

const TAKE = `insert into rate_limit as r (key, points, expire) values ($1, 1, $3)
on conflict (key) do update set
  points = case when r.expire <= $2 then 1 else r.points + 1 end,
  expire = case when r.expire <= $2 then $3 else r.expire end
returning points, expire`

const PLAIN_KEY = /^[^\0]{0,150}$/u

/** What callers send stands in keys, so long or unreadable ones go in as their fingerprint. */
function keyOf(name: string, key: string): string {
  return `${name}:${PLAIN_KEY.test(key) ? key : createHash('sha256').update(key).digest('hex')}`
}

/** Limits on the table `rate_limit`, at an instant. */
export function openLimits(pool: Pool): (now: Date) => Limits {
  const side = sidePool(pool, 'limits')
  return (now) => {
    const at = now.getTime()
    const decide = (row: Row | undefined, most: number) => {
      if (row === undefined || row.points <= most) return
      problem('too-many-requests', { waitSeconds: Math.max(1, Math.ceil((row.expire - at) / 1000)) })
    }
    return {
      async take(name, key, most, perSeconds) {
        const values = [keyOf(name, key), at, at + perSeconds * 1000]
        const taken = await side.query<Row>({ name: 'limit-take', text: TAKE, values })
        decide(taken.rows[0], most)
      },
      async demand(name, key, most) {
        const text = 'select points + 1 as points, expire from rate_limit where key = $1 and expire > $2'
        const left = await side.query<Row>({ name: 'limit-demand', text, values: [keyOf(name, key), at] })
        decide(left.rows[0], most)
      },
      async clear(name, key) {
        await side.query({
          name: 'limit-clear',
          text: 'delete from rate_limit where key = $1',
          values: [keyOf(name, key)],
        })
      },
    }
  }
}
