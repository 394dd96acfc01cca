import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Pool } from './db.ts'
import { problem } from './problem.ts'

/** Rate limits kept in the database, so that several servers share them. */
export type Limits = {
  /** Takes one from the allowance of `key`; throws `too-many-requests` with the seconds to wait when none is left. */
  take(name: string, key: string, most: number, perSeconds: number): Promise<void>
  /** Gives the allowance back, for instance after a good sign-in. */
  clear(name: string, key: string): Promise<void>
}

/** Limits on the table `rate_limit`. */
export function openLimits(pool: Pool): Limits {
  const limiters = new Map<string, RateLimiterPostgres>()
  const limiterOf = (name: string, most: number, perSeconds: number) => {
    const id = `${name}:${most}:${perSeconds}`
    const found =
      limiters.get(id) ??
      new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: name,
        points: most,
        duration: perSeconds,
        clearExpiredByTimeout: false,
      })
    limiters.set(id, found)
    return found
  }
  return {
    async take(name, key, most, perSeconds) {
      try {
        await limiterOf(name, most, perSeconds).consume(key)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        problem('too-many-requests', { waitSeconds: Math.ceil(error.msBeforeNext / 1000) })
      }
    },
    async clear(name, key) {
      for (const [id, limiter] of limiters) if (id.startsWith(`${name}:`)) await limiter.delete(key)
    },
  }
}
