import { loadDemo } from '#demo/load.ts'
import { type Command, houseOf } from './command.ts'

/** Fills an empty database with the demo county. */
export const fillDemo: Command = {
  name: 'demo',
  usage: 'demo [--full]',
  zh: '在空库里装入演示县',
  en: 'fill an empty database with the demo county',
  database: true,
  async run(context) {
    const { pool, parts, run } = houseOf(context)
    const counties = await pool.query<{ count: number }>('select count(*)::int as count from county')
    if (counties.rows[0]?.count !== 0) {
      context.say(
        '库里已经有县了，演示数据只装进空库 · there is a county already; the demo goes into an empty database',
      )
      return 1
    }
    await loadDemo(parts, context.args.includes('--full') ? 'full' : 'small', context.say, run)
    return 0
  },
}
