import { writeFile } from 'node:fs/promises'
import { type Command, optionOf } from './command.ts'
import { callAsOperator, findCounty } from './operator.ts'

/** The roster of a county as a workbook; the look is noted for everybody in it. */
export const exportRoster: Command = {
  name: 'export',
  usage: 'export [--county code] [--out roster.xlsx] [--unmasked]',
  zh: '导出全县花名册',
  en: 'export the roster of a county',
  database: true,
  async run(context) {
    const county = await findCounty(context)
    if (county === undefined) return 1
    const file = await callAsOperator(context, county, {
      operation: 'roster-export.download',
      input: { purpose: 'report', note: 'steward export', unmasked: context.args.includes('--unmasked') },
    })
    if (file === undefined || !(file.bytes instanceof Uint8Array)) return 1
    const out = optionOf(context.args, 'out') ?? `${county.code}-roster.xlsx`
    await writeFile(out, file.bytes, { mode: 0o600 })
    context.say(`已写入 · written: ${out} (${file.bytes.length} bytes)`)
    return 0
  },
}
