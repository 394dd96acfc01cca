import { randomBytes } from 'node:crypto'
import { DEMO_COUNTY, DEMO_PASSWORD } from '../../server/demo/cast.ts'
import { isPassword } from '../../server/platform/passwords.ts'
import { CONCURRENCY, latencyOf, saturate, withConnections } from './load.ts'
import { bytesOf } from './measure.ts'
import { type Bench, type BenchCall, defineRow } from './row.ts'

const BURST = 1000

type Account = { readonly name: string; readonly hash: string }

async function findAccounts({ house, county }: Bench, most: number): Promise<Account[]> {
  const found = await house.pool.query<Account>(
    `select account_name as name, password_hash as hash from account
     where county_id = $1 and password_hash is not null and totp_confirmed_at is null and state = 'active' and not must_change_password
     order by md5(account_name) limit $2`,
    [county, most],
  )
  return found.rows
}

function signIn({ name }: Account): BenchCall {
  const input = { county: DEMO_COUNTY.code, accountName: name, password: DEMO_PASSWORD }
  return { operation: 'session.sign-in', input }
}

/** Tokens and their fingerprints are unique. */
const freshToken = (value: unknown) =>
  Buffer.isBuffer(value) && value.length === 32 ? randomBytes(32) : value

export const rows = [
  defineRow({
    id: 'sign-in',
    path: 'sign-in',
    target: { ratio: 0.6, p99: 500 },
    load: async (bench) => {
      const accounts = await findAccounts(bench, 300)
      const hash = accounts[0]?.hash ?? ''
      const hashing = await saturate(
        Array.from({ length: CONCURRENCY }, () => async () => void (await isPassword(hash, DEMO_PASSWORD))),
        bench.seconds / 2,
      )
      return {
        calls: accounts.map(signIn),
        refresh: freshToken,
        beside: async () => void (await isPassword(hash, DEMO_PASSWORD)),
        note: `floor with its argon2; argon2 alone ${hashing.toFixed(0)}/s`,
      }
    },
  }),
  defineRow({
    id: 'sign-in-burst',
    path: `sign-in, ${BURST} at once`,
    target: { words: 'none refused' },
    measure: async (bench) => {
      const accounts = await findAccounts(bench, BURST)
      const began = performance.now()
      const took: number[] = []
      const refused: string[] = []
      await withConnections(bench.port, BURST, async (connections) => {
        await Promise.all(
          connections.map(async (connection, n) => {
            const account = accounts[n % accounts.length]
            if (account === undefined) throw new Error('Nobody can sign in')
            const { status, body } = await connection.send(bytesOf(bench, signIn(account)))
            if (status === 200) took.push(performance.now() - began)
            else refused.push(`${status} ${body.toString('utf8').slice(0, 100)}`)
          }),
        )
      })
      const seconds = (performance.now() - began) / 1000
      const words = refused.length === 0 ? 'all let in' : `${refused.length} refused: ${refused[0]}`
      return [
        {
          path: `sign-in, ${BURST} at once`,
          product: took.length / seconds,
          floor: null,
          ratio: null,
          latency: latencyOf(took),
          met: refused.length === 0,
          note: `${words}, the last after ${seconds.toFixed(1)} s; latencies of the burst itself`,
        },
      ]
    },
  }),
  defineRow({
    id: 'session-show',
    path: 'session.show',
    target: { ratio: 0.5, p99: 60 },
    load: async (bench) => {
      const accounts = await findAccounts(bench, 40)
      const tokens: string[] = []
      for (const { name } of accounts) tokens.push(await bench.session(name))
      return { calls: tokens.map((token) => ({ operation: 'session.show', input: {}, token })) }
    },
  }),
]
