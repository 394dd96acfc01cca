import { type Connection, openConnection } from './connection.ts'

export const CONCURRENCY = 16

/** One thing done again and again; `n` counts up over all workers. */
export type Work = (n: number) => Promise<void>

/** Does the work with `workers` at once for some seconds, answers with how often per second. */
export async function saturate(works: readonly Work[], seconds: number): Promise<number> {
  let n = 0
  let done = 0
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() < until) {
        await work(n++)
        done += 1
      }
    }),
  )
  return done / ((performance.now() - began) / 1000)
}

/** Milliseconds between which half, and 99 of 100, were answered. */
export type Latency = { readonly p50: number; readonly p99: number }

/**
 * Begins work at a steady rate, whether earlier work is done or not, and measures from the moment each was due: a server
 * that stands still for a second makes everybody of that second wait.
 */
export async function steady(works: readonly Work[], perSecond: number, seconds: number): Promise<Latency> {
  const all = Math.max(20, Math.round(perSecond * seconds))
  const every = 1000 / perSecond
  const free = [...works]
  const due: number[] = []
  const took: number[] = []
  const running: Promise<void>[] = []
  const began = performance.now()
  const one = async (work: Work, at: number, n: number) => {
    await work(n)
    took.push(performance.now() - at)
    free.push(work)
    next()
  }
  const next = () => {
    while (free.length > 0 && due.length > 0) {
      const at = due.shift() ?? 0
      const work = free.pop()
      if (work !== undefined) running.push(one(work, at, running.length))
    }
  }
  await new Promise<void>((done) => {
    let sent = 0
    const tick = () => {
      const now = performance.now()
      for (; sent < all && began + sent * every <= now; sent += 1) due.push(began + sent * every)
      next()
      if (sent < all) setTimeout(tick, 1)
      else done()
    }
    tick()
  })
  while (took.length < all) await Promise.all(running)
  return latencyOf(took)
}

export function latencyOf(milliseconds: readonly number[]): Latency {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

/** Opens connections, uses them and closes them. */
export async function withConnections<T>(
  port: number,
  count: number,
  use: (connections: readonly Connection[]) => Promise<T>,
): Promise<T> {
  const connections = await Promise.all(Array.from({ length: count }, () => openConnection(port)))
  try {
    return await use(connections)
  } finally {
    for (const connection of connections) connection.close()
  }
}
