import { type Bench, type BenchCall, defineRow, type Load } from './row.ts'

const PAGE = { ratio: 0.5, p99: 60 }
const OFFICER = 'hanhanlu'

async function memberIds({ house, county }: Bench, count: number): Promise<string[]> {
  const found = await house.pool.query<{ id: string }>(
    'select id from member where county_id = $1 order by md5(id::text) limit $2',
    [county, count],
  )
  return found.rows.map(({ id }) => id)
}

function calls(token: string, operation: string, inputs: readonly unknown[]): readonly BenchCall[] {
  return inputs.map((input) => ({ operation, input, token }))
}

function listRow(id: string, path: string, inputs: readonly unknown[]) {
  return defineRow({
    id,
    path,
    target: PAGE,
    load: async (bench): Promise<Load> => ({
      calls: calls(await bench.session(OFFICER), 'member.list', inputs),
    }),
  })
}

const initials = ['zgy', 'l', 'wx', 'cm', 'hbl', 'zz', 'sy', 'j']

export const rows = [
  listRow('member-list', 'member list, first page of 100', [{}]),
  listRow(
    'member-list-deep',
    'member list, deep pages',
    [20_000, 12_300, 27_000, 8_400].map((offset) => ({ offset })),
  ),
  listRow(
    'member-search',
    'member list, by initials',
    initials.map((search) => ({ search })),
  ),
  defineRow({
    id: 'member-show',
    path: 'member page',
    target: PAGE,
    load: async (bench) => {
      const ids = await memberIds(bench, 200)
      const inputs = ids.map((memberId) => ({ memberId }))
      return { calls: calls(await bench.session(OFFICER), 'member.show', inputs) }
    },
  }),
]
