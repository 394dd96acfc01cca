import { defineRow } from './row.ts'

export const rows = [
  defineRow({
    id: 'organisation-tree',
    path: 'organisation tree of the county',
    target: { ratio: 0.5, p99: 60 },
    load: async (bench) => ({
      calls: [{ operation: 'organisation.tree', input: {}, token: await bench.session('hanhanlu') }],
    }),
  }),
]
