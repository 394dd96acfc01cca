import { posix } from 'node:path'

export type ImportLine = {
  /** A path of the repository (`domain/shared/text.ts`) or the name of a package (`zod`, `node:fs`). */
  readonly to: string
  readonly isPackage: boolean
  readonly typeOnly: boolean
  readonly line: number
}

// Imports have one form here, so that a reader of lines is enough.
const statement = /^[ \t]*(?:import|export)(\s+type)?\s*[\w$*{},\s]*?\s*from\s+['"]([^'"\n]+)['"]/gm
const bare = /^[ \t]*import\s+['"]([^'"\n]+)['"]/gm
const dynamic = /(typeof\s+)?\bimport\(\s*['"]([^'"\n]+)['"]/g

/** The imports of a file, with relative and `#` paths resolved against the repository. */
export function importsOf(path: string, text: string): ImportLine[] {
  const found: ImportLine[] = []
  const add = (match: RegExpExecArray, specifier: string | undefined, typeOnly: boolean) => {
    if (specifier === undefined) return
    found.push({ ...resolve(path, specifier), typeOnly, line: lineAt(text, match.index + match[0].length) })
  }
  for (const match of text.matchAll(statement)) add(match, match[2], match[1] !== undefined)
  for (const match of text.matchAll(bare)) add(match, match[1], false)
  for (const match of text.matchAll(dynamic)) add(match, match[2], match[1] !== undefined)
  return found
}

/** The line number, from 1, of a place in a text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

function resolve(from: string, specifier: string): { to: string; isPackage: boolean } {
  if (specifier.startsWith('.')) return { to: posix.join(posix.dirname(from), specifier), isPackage: false }
  if (specifier.startsWith('#')) return { to: `server/${specifier.slice(1)}`, isPackage: false }
  if (specifier.startsWith('@steward/')) return { to: specifier.slice('@steward/'.length), isPackage: false }
  return { to: specifier, isPackage: true }
}
