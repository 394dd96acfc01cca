import { permissionsOf } from '@steward/domain/access/roles.ts'
import { listCounties } from '#features/sign-in/queries-installation.ts'
import { type Actor, GUEST } from '#platform/context.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { type CommandContext, houseOf, optionOf } from './command.ts'

const NO_COUNTY = '00000000-0000-0000-0000-000000000000'

export type County = { readonly id: string; readonly code: string; readonly name: string }

/** The county a command is about: the one named with `--county`, or the only one; says so when it is neither. */
export async function findCounty(context: CommandContext): Promise<County | undefined> {
  const counties = await onConnection(houseOf(context).pool, false, (client) =>
    listCounties(countyTx(client, NO_COUNTY)),
  )
  const code = optionOf(context.args, 'county')
  const found =
    code === undefined && counties.length === 1 ? counties[0] : counties.find((one) => one.code === code)
  if (found === undefined) {
    const known = counties.map((one) => `${one.code} (${one.name})`).join(', ')
    context.say(`用 --county 指明县 · name the county with --county: ${known}`)
  }
  return found
}

/** Whoever has the server acts as the county's organisation department; the audit log names the command. */
export function operatorOf(command: string): Actor {
  const holdings = permissionsOf('county-officer').map((one) => ({ ...one, orgPath: '' }))
  return { ...GUEST, kind: 'system', name: `steward ${command}`, holdings }
}

/** Calls an operation as the operator; answers with its value, or says why not. */
export async function callAsOperator(
  context: CommandContext,
  county: County,
  call: { readonly operation: string; readonly input: object; readonly upload?: Uint8Array },
): Promise<Record<string, unknown> | undefined> {
  const answer = await houseOf(context).run({
    ...call,
    as: { county: county.id, actor: operatorOf(call.operation) },
  })
  // An operation's value is an object by its contract.
  if ('value' in answer) return answer.value as Record<string, unknown>
  const why =
    'refusal' in answer
      ? `${answer.refusal.code} ${JSON.stringify(answer.refusal.details)}`
      : answer.problem.code
  context.say(`没有做成 · not done: ${call.operation}: ${why}`)
  return undefined
}
