import { spawnSync } from 'node:child_process'

/** A known weakness the project has looked at and lives with; kept in docs/advisories.json. */
export type Accepted = {
  readonly package: string
  readonly range: string
  readonly id: string
  readonly why: string
}
export type Advisory = {
  readonly package: string
  readonly range: string
  readonly id: string
  readonly title: string
}
export type Asked = { readonly advisories: readonly Advisory[] } | { readonly notAsked: string }

/** Asks the registry for known weaknesses of what runs in production. */
export function askRegistry(folder: string): Asked {
  const answer = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
    shell: process.platform === 'win32',
  })
  return readAudit(answer.stdout ?? '')
}

/** Reads the answer of `npm audit --json`; anything but a report means the registry was not asked. */
export function readAudit(text: string): Asked {
  const answer = parsed(text)
  const vulnerabilities = answer?.['vulnerabilities']
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    const message = answer?.['message']
    return {
      notAsked: typeof message === 'string' ? message.replaceAll(/https?:\S+/g, 'the registry') : 'no answer',
    }
  }
  const causes = Object.values(vulnerabilities as Record<string, { via?: readonly unknown[] }>).flatMap(
    ({ via = [] }) => via,
  )
  const advisories = causes.flatMap((cause) => (isCause(cause) ? [advisoryOf(cause)] : []))
  const byId = new Map(advisories.map((advisory) => [`${advisory.package} ${advisory.id}`, advisory]))
  return { advisories: [...byId.values()] }
}

/** One sentence for each weakness nobody accepted, and for each acceptance nothing needs or nobody explained. */
export function findWeaknesses(advisories: readonly Advisory[], accepted: readonly Accepted[]): string[] {
  const same = (
    one: { package: string; id: string; range: string },
    other: { package: string; id: string; range: string },
  ) => one.package === other.package && one.id === other.id && one.range === other.range
  return [
    ...advisories
      .filter((advisory) => !accepted.some((each) => same(each, advisory)))
      .map((advisory) => `${advisory.package} ${advisory.range}: ${advisory.title} (${advisory.id})`),
    ...accepted
      .filter((each) => !advisories.some((advisory) => same(each, advisory)))
      .map((each) => `docs/advisories.json accepts ${each.id} of ${each.package}, which is no longer there`),
  ]
}

/** Acceptances without a reason. */
export function findUnexplained(accepted: readonly Accepted[]): string[] {
  return accepted
    .filter(({ why }) => why.trim() === '')
    .map(({ id }) => `docs/advisories.json says no reason for ${id}`)
}

type Cause = { name: string; range: string; url: string; title: string }

/** Causes are advisories; a plain name only points to another package of the list. */
function isCause(cause: unknown): cause is Cause {
  return typeof cause === 'object' && cause !== null && 'url' in cause && 'name' in cause
}

function advisoryOf({ name, range, url, title }: Cause): Advisory {
  return { package: name, range, id: url.split('/').at(-1) ?? url, title }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
