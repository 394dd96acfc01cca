import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openPool } from '#platform/db.ts'
import { jobContexts } from '#platform/job-context.ts'
import { runWaitingJobs } from '#platform/jobs.ts'
import { jobs } from '../features.ts'
import { type Command, type CommandContext, houseOf, optionOf } from './command.ts'
import { callAsOperator, type County, findCounty } from './operator.ts'

const SHOWN_REFUSALS = 20
const TRIES = 3000

type Shown = {
  readonly state: string
  readonly counts: Readonly<Record<'new' | 'changed' | 'double' | 'refused' | 'same', number>>
  readonly toWrite: number
  readonly refusal: { readonly code: string } | null
  readonly inserted: number
  readonly updated: number
  readonly left: number
}

/** Compares a roster sheet with the register and prints what would change; `--apply` writes what is ticked by itself. */
export const importRoster: Command = {
  name: 'import',
  usage: 'import <file.xlsx|csv> --org <name> [--county code] [--apply]',
  zh: '核对花名册，加 --apply 才写入',
  en: 'compare a roster; --apply writes it',
  database: true,
  async run(context) {
    const file = context.args.find((arg) => /\.(xlsx|csv|xls)$/i.test(arg))
    const orgName = optionOf(context.args, 'org')
    if (file === undefined || orgName === undefined) {
      context.say(`用法 · usage: npm run steward -- ${importRoster.usage}`)
      return 2
    }
    const county = await findCounty(context)
    if (county === undefined) return 1
    const importId = await begin(context, county, file, orgName)
    if (importId === undefined) return 1
    const compared = await waitFor(context, county, importId, ['ready', 'mapping', 'unreadable'])
    if (compared?.state !== 'ready') return sayUnready(context, compared)
    await sayCompared(context, county, importId, compared)
    if (!context.args.includes('--apply')) return 0
    return await apply(context, county, importId, compared.toWrite)
  },
}

async function begin(
  context: CommandContext,
  county: County,
  file: string,
  orgName: string,
): Promise<string | undefined> {
  const upload = await readFile(file).catch(() => undefined)
  if (upload === undefined) {
    context.say(`读不到这个文件 · this file cannot be read: ${file}`)
    return undefined
  }
  const org = await findOrg(context, county, orgName)
  if (org === undefined) return undefined
  const begun = await callAsOperator(context, county, {
    operation: 'roster-import.begin',
    input: { orgId: org, fileName: basename(file) },
    upload,
  })
  return begun === undefined ? undefined : String(begun.importId)
}

async function findOrg(context: CommandContext, county: County, name: string): Promise<string | undefined> {
  const found = await callAsOperator(context, county, {
    operation: 'organisation.search',
    input: { text: name },
  })
  const rows = (found?.rows ?? []) as readonly { id: string; name: string }[]
  const org = rows.find((row) => row.name === name)
  if (org === undefined) {
    const near = rows.map((row) => row.name).join('、')
    context.say(
      `没有这个组织 · no such organisation: ${name}${near === '' ? '' : `；相近的 · near: ${near}`}`,
    )
  }
  return org?.id
}

/** Works beside the server's worker and without it: whoever takes the job first does it. */
async function waitFor(
  context: CommandContext,
  county: County,
  importId: string,
  states: readonly string[],
): Promise<Shown | undefined> {
  const { parts } = houseOf(context)
  const owner = openPool(context.ownerUrl, 3, null)
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      await runWaitingJobs(owner, jobs, jobContexts(parts))
      const shown = await callAsOperator(context, county, {
        operation: 'roster-import.show',
        input: { importId },
      })
      if (shown === undefined) return undefined
      if (states.includes(String(shown.state))) return shown as unknown as Shown
      await wait(200)
    }
    return undefined
  } finally {
    await owner.end()
  }
}

function sayUnready(context: CommandContext, shown: Shown | undefined): number {
  if (shown?.state === 'mapping') {
    context.say(
      '表头认不全，请在网页上对一下列，再核对 · the columns are not clear; settle them in the browser',
    )
  } else {
    context.say(`这份表读不了 · the sheet cannot be read: ${shown?.refusal?.code ?? 'timeout'}`)
  }
  return 1
}

async function sayCompared(
  context: CommandContext,
  county: County,
  importId: string,
  shown: Shown,
): Promise<void> {
  const { counts } = shown
  context.say(
    `新增 new ${counts.new}，有变化 changed ${counts.changed}，疑似重复 double ${counts.double}，收不进来 refused ${counts.refused}，没有变化 same ${counts.same}`,
  )
  const refused = await callAsOperator(context, county, {
    operation: 'roster-import.rows',
    input: { importId, group: 'refused', limit: SHOWN_REFUSALS },
  })
  const rows = (refused?.rows ?? []) as readonly {
    rowNumber: number
    name: string
    reasons: readonly { code: string }[]
  }[]
  for (const row of rows) {
    context.say(
      `  第 ${row.rowNumber} 行 ${row.name}: ${row.reasons.map((reason) => reason.code).join(', ')}`,
    )
  }
  if (counts.refused > rows.length) context.say(`  … ${counts.refused}`)
}

async function apply(
  context: CommandContext,
  county: County,
  importId: string,
  toWrite: number,
): Promise<number> {
  const applied = await callAsOperator(context, county, {
    operation: 'roster-import.apply',
    input: { importId, toWrite },
  })
  if (applied === undefined) return 1
  const shown = await waitFor(context, county, importId, ['applied'])
  if (shown === undefined) return 1
  context.say(`已写入 · written: 新增 ${shown.inserted}，更新 ${shown.updated}，留下 ${shown.left}`)
  return 0
}
