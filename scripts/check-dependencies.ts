import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Accepted, askRegistry, findUnexplained, findWeaknesses } from './advisories.ts'
import { findLicenceProblems, readPackages } from './licences.ts'
import { root } from './source-tree.ts'

const document = 'docs/dependencies.md'
const workspaces = ['.', 'domain', 'server', 'web', 'e2e']

type Manifest = Readonly<
  Partial<
    Record<
      'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies',
      Record<string, string>
    >
  >
>

/** Names of packages the project asks for itself, its own workspaces apart. */
export function directDependencies(manifests: readonly Manifest[]): string[] {
  const lists = manifests.flatMap((each) => [
    each.dependencies,
    each.devDependencies,
    each.optionalDependencies,
    each.peerDependencies,
  ])
  const names = lists.flatMap((list) => Object.keys(list ?? {}))
  return [...new Set(names.filter((name) => !name.startsWith('@steward/')))].toSorted()
}

/** Packages without a line of reason, lines without a package, lines without a reason. `*` at the end of a name stands for a family. */
export function findUnreasoned(names: readonly string[], text: string): string[] {
  const lines = [...text.matchAll(/^\|\s*`([^`]+)`\s*\|(.*)\|\s*$/gm)].map((match) => ({
    name: match[1] ?? '',
    reason: (match[2] ?? '').split('|').at(-1)?.trim() ?? '',
  }))
  const covers = (line: string, name: string) =>
    line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : line === name
  return [
    ...names
      .filter((name) => !lines.some((line) => covers(line.name, name)))
      .map((name) => `${name} has no line in ${document}`),
    ...lines
      .filter((line) => !names.some((name) => covers(line.name, name)))
      .map((line) => `${document} names ${line.name}, which nothing asks for`),
    ...lines
      .filter((line) => line.reason === '')
      .map((line) => `${document} gives no reason for ${line.name}`),
  ]
}

/** A lock file that names download addresses ties every installation to one registry. */
export function findAddresses(lock: string): string[] {
  const count = lock.match(/"resolved":\s*"https?:/g)?.length ?? 0
  return count === 0
    ? []
    : [
        `package-lock.json names ${count} download addresses; set omit-lockfile-registry-resolved=true in .npmrc and write it again`,
      ]
}

if (import.meta.main) {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const names = directDependencies(
    workspaces.map((folder): Manifest => JSON.parse(read(`${folder}/package.json`))),
  )
  const packages = readPackages()
  const accepted: Accepted[] = existsSync(join(root, 'docs/advisories.json'))
    ? JSON.parse(read('docs/advisories.json'))
    : []
  const asked = process.argv.includes('--offline') ? { notAsked: 'told not to' } : askRegistry(root)
  const problems = [
    ...findUnreasoned(names, read(document)),
    ...findLicenceProblems(packages),
    ...findAddresses(read('package-lock.json')),
    ...findUnexplained(accepted),
    ...('advisories' in asked ? findWeaknesses(asked.advisories, accepted) : []),
  ]
  for (const problem of problems) console.error(problem)
  const weaknesses =
    'notAsked' in asked ? `known weaknesses not asked (${asked.notAsked})` : 'known weaknesses asked'
  console.log(
    `dependencies: ${names.length} direct, ${packages.length} in all, ${weaknesses}, ${problems.length} findings`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}
