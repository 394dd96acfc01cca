import {
  findPrintedRoot,
  type LogFault,
  verifyComplete,
  verifyLines,
  verifyTree,
} from '#features/points/queries-verify.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { type Command, houseOf, optionOf } from './command.ts'

const MOST_NAMED = 20

const WORDS: Readonly<Record<LogFault['kind'], string>> = {
  'line-altered': '条目被改过 · line altered',
  'line-gone': '条目不见了 · line gone',
  'leaf-gone': '日志里缺了 · gone from the log',
  'block-altered': '日志的块对不上 · block altered',
  'root-altered': '校验根对不上 · root altered',
}

/** Computes the whole log of each county anew from the lines and names the first one that was altered. */
export const verifyLedger: Command = {
  name: 'verify-ledger',
  usage: 'verify-ledger [--root 7f3a-91c2-…]',
  zh: '从条目重算台账日志，核对每个校验根',
  en: 'compute the ledger’s log anew and compare every root',
  database: true,
  async run(context) {
    const { pool } = houseOf(context)
    const typed = optionOf(context.args, 'root')
    const counties = await pool.query<{ id: string; name: string }>(
      'select id, name from county order by code',
    )
    let broken = false
    let found = typed === undefined
    for (const county of counties.rows) {
      const result = await onConnection(pool, false, async (client) => {
        const tx = countyTx(client, county.id)
        const lines = await verifyLines(tx)
        const tree = await verifyTree(tx)
        const { entries, missing } = await verifyComplete(tx)
        const printed = typed === undefined ? undefined : await findPrintedRoot(tx, typed)
        return { lines, tree, entries, missing, printed }
      })
      const { lines, tree, entries, missing, printed } = result
      context.say(
        `${county.name}  条目 · entries ${entries}，日志 · in the log ${lines.looked}，校验根 · roots ${tree.looked}`,
      )
      const faults = [...lines.faults, ...tree.faults]
      for (const { kind, what } of faults.slice(0, MOST_NAMED)) context.say(`  ✗ ${WORDS[kind]}: ${what}`)
      if (faults.length > MOST_NAMED) context.say(`  … ${faults.length} in all`)
      for (const id of missing) context.say(`  ✗ 不在日志里 · not in the log: ${id}`)
      if (faults.length + missing.length > 0) broken = true
      if (printed !== undefined) {
        found = true
        context.say(`  ✓ 印出的校验根 · the printed root: ${printed.day}，${printed.size}`)
      }
    }
    if (!found)
      context.say(
        '✗ 没有哪个校验根是这样开头的：日志可能被整个重写过 · no root begins so: the log may have been written anew',
      )
    const whole = !broken && found
    context.say(whole ? '✓ 台账完整 · the ledger is whole' : '✗ 台账对不上 · the ledger does not hold')
    return whole ? 0 : 1
  },
}
