import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEMO_COUNTY, DEMO_PASSWORD } from '../server/demo/cast.ts'
import { openServerHouse } from '../server/house.ts'
import { openPool } from '../server/platform/db.ts'
import { onDatabase } from './bench/copy.ts'
import { openConnection } from './bench/connection.ts'
import { CONCURRENCY } from './bench/load.ts'
import { bytesOf, measureRow } from './bench/measure.ts'
import { type Product, startProduct } from './bench/product.ts'
import type { Bench, BenchRow, Line } from './bench/row.ts'
import { tableOf } from './bench/table.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '6' },
    small: { type: 'boolean', default: false },
    data: { type: 'string' },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const HELP = `npm run bench -- [options]
  --only a,b     rows whose id begins so
  --seconds n    of each measurement (6)
  --small        the small demo county
  --data FOLDER  use and keep this data folder instead of a new one
  --profile      write a processor profile of the server to ./profiles`

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Each feature's rows stand in a file of their own; none is named here. */
async function readRows(): Promise<readonly BenchRow[]> {
  const folder = join(import.meta.dirname, 'bench')
  const names = readdirSync(folder)
    .filter((name) => /^rows-.*\.ts$/.test(name))
    .toSorted()
  const lists = await Promise.all(
    names.map(async (name) => {
      const file: { rows: readonly BenchRow[] } = await import(join(folder, name))
      return file.rows
    }),
  )
  const wanted = options.only?.split(',')
  return lists.flat().filter(({ id }) => wanted === undefined || wanted.some((start) => id.startsWith(start)))
}

function openBench(product: Product, house: ReturnType<typeof openServerHouse>, county: string): Bench {
  const tokens = new Map<string, Promise<string>>()
  const once = async (bytes: Buffer) => {
    const connection = await openConnection(product.port)
    const answer = await connection.send(bytes)
    connection.close()
    if (answer.status !== 200)
      throw new Error(`${answer.status} ${answer.body.toString('utf8').slice(0, 400)}`)
    return answer
  }
  const signIn = async (accountName: string) => {
    const input = { county: DEMO_COUNTY.code, accountName, password: DEMO_PASSWORD }
    const { headers } = await once(bytesOf({ house }, { operation: 'session.sign-in', input }))
    const token = /steward_session=([^;]+)/.exec(headers)?.[1]
    if (token === undefined) throw new Error(`${accountName} got no session`)
    return token
  }
  return {
    port: product.port,
    county,
    seconds: Number(options.seconds),
    house,
    ownerUrl: product.databaseUrl,
    folder: product.folder,
    say,
    session: (accountName) => {
      const known = tokens.get(accountName) ?? signIn(accountName)
      tokens.set(accountName, known)
      return known
    },
    async call(call, upload) {
      const { body } = await once(bytesOf({ house }, call, upload))
      return JSON.parse(body.toString('utf8'))
    },
    memory: () => product.memory(),
    processor: () => product.processor(),
  }
}

async function main(): Promise<void> {
  const rows = await readRows()
  const product = await startProduct({
    full: !options.small,
    folder: options.data,
    profile: options.profile,
    say,
  })
  const house = openServerHouse(
    { dataFolder: product.folder, key: undefined },
    product.databaseUrl,
    () => new Date(),
  )
  const floorPool = openPool(product.databaseUrl, CONCURRENCY)
  try {
    const found = await house.pool.query<{ id: string }>('select id from county where code = $1', [
      DEMO_COUNTY.code,
    ])
    const bench = openBench(product, house, found.rows[0]?.id ?? '')
    // As the database would do by itself within minutes; otherwise the first rows pay for the loading.
    await onDatabase(product.databaseUrl, (client) => client.query('vacuum (analyze)'))
    const lines: Line[] = []
    for (const row of rows) {
      say(`… ${row.path}`)
      lines.push(...(await measureRow(bench, row, floorPool)))
    }
    const { now, most } = product.memory()
    process.stdout.write(
      `${tableOf(lines)}\n\nmemory of the server: ${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB\n`,
    )
  } finally {
    await floorPool.end()
    await house.pool.end()
    await product.stop()
  }
}

if (options.help) process.stdout.write(`${HELP}\n`)
else await main()
