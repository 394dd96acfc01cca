import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string }

export const root = fileURLToPath(new URL('..', import.meta.url))

const skipped = new Set(['node_modules', '.git', 'dist', 'data'])

/** The files below a folder whose names end in one of the endings; paths are relative to the root, with `/`. */
export function readTree(folder: string, endings: readonly string[]): SourceFile[] {
  return listFiles(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** All TypeScript of the workspaces and the scripts. */
export function readSources(): SourceFile[] {
  return ['domain', 'server', 'web', 'e2e', 'scripts'].flatMap((folder) =>
    readTree(folder, ['.ts', '.tsx', '.css']),
  )
}

export function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(path)
      return [path]
    })
}
