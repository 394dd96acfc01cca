import type { Settings } from '#platform/settings.ts'
import type { ServerHouse } from '../house.ts'

export type CommandContext = {
  readonly settings: Settings
  readonly args: readonly string[]
  readonly say: (line: string) => void
  /** Set for commands that need the database. */
  readonly house: ServerHouse | undefined
  readonly ownerUrl: string
}

/** One word of the operator's command; answers with the exit code. */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly zh: string
  readonly en: string
  readonly database: boolean
  readonly run: (context: CommandContext) => Promise<number>
}

/** The house of a command that declared it needs the database. */
export function houseOf(context: CommandContext): ServerHouse {
  if (context.house === undefined) throw new Error('This command declared no database')
  return context.house
}

/** The value after `--name`, if given. */
export function optionOf(args: readonly string[], name: string): string | undefined {
  const place = args.indexOf(`--${name}`)
  return place === -1 ? undefined : args[place + 1]
}
