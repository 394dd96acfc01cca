import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source-tree.ts'

export type InstalledPackage = { readonly name: string; readonly version: string; readonly licence: string }

/** Licences that let a county run, change and hand on the product. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Unlicense',
  'Python-2.0',
  'MPL-2.0',
  'PostgreSQL',
  'Zlib',
])

/**
 * Ready-made libvips, as shared libraries beside our code (docs/dependencies.md): whoever runs the product can exchange them, which is
 * what the LGPL asks of a program that only uses them. Nothing else may come under it.
 */
const sharedLibraries = /^@img\/sharp-(?:libvips-|win32-|wasm32$)/

/** Packages whose own words name no licence, with what was found by reading them. */
const readByHand: Readonly<Record<string, string>> = {}

/** Whether a licence expression can be met with allowed licences only, and those in `also`. */
export function isAllowed(expression: string, also: readonly string[] = []): boolean {
  const words = expression.replaceAll(/[()]/g, ' $& ').split(/\s+/).filter(Boolean)
  let at = 0
  const either = (): boolean => {
    let met = both()
    while (words[at]?.toUpperCase() === 'OR') {
      at += 1
      met = both() || met
    }
    return met
  }
  const both = (): boolean => {
    let met = one()
    while (words[at]?.toUpperCase() === 'AND') {
      at += 1
      met = one() && met
    }
    return met
  }
  const one = (): boolean => {
    const word = words[at]
    at += 1
    if (word !== '(') return word !== undefined && (allowed.has(word) || also.includes(word))
    const met = either()
    at += 1
    return met
  }
  const met = either()
  return met && at === words.length
}

/** One sentence for each package whose licence is not on the list. */
export function findLicenceProblems(packages: readonly InstalledPackage[]): string[] {
  return packages
    .map((each) => ({ ...each, licence: readByHand[each.name] ?? each.licence }))
    .filter(
      ({ name, licence }) => !isAllowed(licence, sharedLibraries.test(name) ? ['LGPL-3.0-or-later'] : []),
    )
    .map(
      ({ name, version, licence }) =>
        `${name} ${version} has the licence "${licence || 'none'}", which is not on the list`,
    )
}

/** All installed packages, and those the lock file names for other systems. */
export function readPackages(): InstalledPackage[] {
  const installed = readFolder(join(root, 'node_modules'))
  const known = new Set(installed.map(({ name, version }) => `${name} ${version}`))
  return [...installed, ...readLock().filter(({ name, version }) => !known.has(`${name} ${version}`))]
}

type Manifest = { name?: string; version?: string; license?: unknown; licenses?: unknown }

function readFolder(folder: string): InstalledPackage[] {
  if (!existsSync(folder)) return []
  // links lead to our own workspaces
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  )
  return entries.flatMap(({ name }) => {
    const path = join(folder, name)
    if (name.startsWith('@')) return readFolder(path)
    const file = join(path, 'package.json')
    if (!existsSync(file)) return []
    const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'))
    const found = {
      name: manifest.name ?? name,
      version: manifest.version ?? '',
      licence: licenceOf(manifest),
    }
    return [found, ...readFolder(join(path, 'node_modules'))]
  })
}

/** `license` as a text, as `{ type }`, or the old `licenses: [{ type }]`. */
function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license
  if (Array.isArray(licenses)) return licenses.map((each) => licenceOf({ license: each })).join(' OR ')
  return typeof license === 'object' && license !== null && 'type' in license ? String(license.type) : ''
}

function readLock(): InstalledPackage[] {
  const lock: { packages: Record<string, { version?: string; license?: string; link?: boolean }> } =
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path.startsWith('node_modules/') && link !== true)
    .map(([path, { version = '', license = '' }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license,
    }))
}
