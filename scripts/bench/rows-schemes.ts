import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { onDatabase } from './copy.ts'
import { type Bench, type BenchCall, defineRow } from './row.ts'

const POLL_MS = 20
const OFFICER = 'hanhanlu'
/** At most three times one pass over the same lines. */
const RATIO = 0.33

type Content = { readonly categories: { readonly pledgesAndTasks: object } }
type WhatIf = {
  readonly state: string
  readonly year: number
  readonly result: { readonly members: number; readonly lines: number; readonly affected: number } | null
}

/** The draft of the rural scheme with one cap changed, tried on a year through the product. */
async function tryDraft(bench: Bench, token: string, schemeId: string) {
  const call = async (operation: string, input: object) =>
    await bench.call({ operation, input: { schemeId, ...input }, token })
  await call('scheme.draft', {}).catch(() => undefined)
  // The contracts of the operations.
  const shown = (await call('scheme.show-draft', {})) as { content: Content; draft: { revision: number } }
  const { content, draft } = shown
  const pledgesAndTasks = { ...content.categories.pledgesAndTasks, year: 1500 }
  const changed = { ...content, categories: { ...content.categories, pledgesAndTasks } }
  await call('scheme.change-draft', { revision: draft.revision, content: changed })
  const revision = draft.revision + 1
  const began = performance.now()
  let memory = 0
  await call('scheme.what-if-start', { revision })
  for (;;) {
    memory = Math.max(memory, bench.memory().now)
    const { whatIf } = (await call('scheme.what-if-show', {})) as { whatIf: WhatIf }
    if (whatIf.state === 'failed') throw new Error('The trial failed')
    if (whatIf.state === 'done') {
      const seconds = (performance.now() - began) / 1000
      await call('scheme.discard-draft', { revision })
      return { seconds, memory, whatIf }
    }
    await wait(POLL_MS)
  }
}

/** One pass over the same lines: each member's sum. */
async function passOverLines(client: pg.Client, bench: Bench, schemeId: string, year: number) {
  const began = performance.now()
  await client.query(
    `select e.member_id, sum(e.credited) as credited, sum(e.raw) as raw, count(*) as lines
     from ledger_entry e join scheme_version v on v.county_id = e.county_id and v.id = e.scheme_version_id
     where e.county_id = $1 and v.scheme_id = $2 and e.deed_on >= $3 and e.deed_on < $4 group by e.member_id`,
    [bench.county, schemeId, `${year}-01-01`, `${year + 1}-01-01`],
  )
  return (performance.now() - began) / 1000
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

export const rows = [
  defineRow({
    id: 'scheme-what-if',
    path: 'what-if over a year, rural scheme',
    target: { ratio: RATIO, words: '3 passes over the lines' },
    measure: async (bench) => {
      const token = await bench.session(OFFICER)
      const { rows: schemes } = (await bench.call({ operation: 'scheme.list', input: {}, token })) as {
        rows: { schemeId: string; field: string }[]
      }
      const schemeId = schemes.find(({ field }) => field === 'rural')?.schemeId ?? ''
      await tryDraft(bench, token, schemeId)
      const tries: Awaited<ReturnType<typeof tryDraft>>[] = []
      const passes: number[] = []
      await onDatabase(bench.ownerUrl, async (client) => {
        for (let turn = 0; turn < 5; turn += 1) {
          const tried = await tryDraft(bench, token, schemeId)
          tries.push(tried)
          passes.push(await passOverLines(client, bench, schemeId, tried.whatIf.year))
        }
      })
      const product = middle(tries.map(({ seconds }) => seconds))
      const floor = middle(passes)
      const last = tries.at(-1)
      const { members = 0, lines = 0, affected = 0 } = last?.whatIf.result ?? {}
      const memory = Math.max(...tries.map((tried) => tried.memory))
      const note = `${members} members, ${lines} lines, ${affected} affected, at most ${memory} MB`
      const path = 'what-if over a year, rural scheme'
      return [{ path, product, floor, ratio: floor / product, latency: null, unit: 'seconds', note }]
    },
  }),
  defineRow({
    id: 'scheme-mine',
    path: 'what counts for me',
    target: { ratio: 0.5, p99: 60 },
    load: async (bench) => {
      const names = ['hebailu', 'qinlidong', 'hanliqiu', 'zhouguyu']
      const calls: BenchCall[] = []
      for (const name of names)
        calls.push({ operation: 'scheme.mine', input: {}, token: await bench.session(name) })
      return { calls }
    },
  }),
]
