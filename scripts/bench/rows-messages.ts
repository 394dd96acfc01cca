import { defineRow } from './row.ts'

const PEOPLE = ['zhouguyu', 'shenliqiu', 'hebailu', 'qinlidong', 'hanliqiu', 'luqingming']

export const rows = [
  defineRow({
    id: 'things-to-do',
    path: 'things to do',
    target: { ratio: 0.5, p99: 60 },
    load: async (bench) => {
      const tokens = await Promise.all(PEOPLE.map((name) => bench.session(name)))
      return { calls: tokens.map((token) => ({ operation: 'message.things-to-do', input: {}, token })) }
    },
  }),
]
