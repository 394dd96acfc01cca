import { findCycles } from './folder-cycles.ts'
import { forbidden, type Place, placeOf } from './import-directions.ts'
import { type ImportLine, importsOf, lineAt } from './import-lines.ts'
import { readSources, type SourceFile } from './source-tree.ts'
import * as table from './structure-table.ts'
import { findSecondWriters } from './table-writers.ts'

export type FindingKind =
  | 'direction'
  | 'cycle'
  | 'file-name'
  | 'clock'
  | 'second-writer'
  | 'default-export'
  | 'barrel'
  | 'empty-word'
export type Finding = {
  readonly kind: FindingKind
  readonly path: string
  readonly line: number
  readonly says: string
}

/** Reads the whole house against docs/structure.md, sections 2, 3 and 7. */
export function checkStructure(files: readonly SourceFile[]): Finding[] {
  const read = files.map((file): ReadFile => ({
    ...file,
    imports: importsOf(file.path, file.text),
    place: placeOf(file.path),
  }))
  const findings = read.flatMap((file) => [
    ...checkName(file),
    ...file.imports.flatMap((line) => {
      const says = forbidden(file.path, file.place, line)
      return says === undefined ? [] : [finding('direction', file.path, line.line, says)]
    }),
    ...checkClock(file),
    ...checkExports(file),
  ])
  return [
    ...findings,
    ...findCycles(read.filter(({ place }) => !place.test)).map(({ path, line, says }) =>
      finding('cycle', path, line, says),
    ),
    ...findSecondWriters(files).map(({ path, line, says }) => finding('second-writer', path, line, says)),
  ]
}

type ReadFile = SourceFile & { readonly imports: readonly ImportLine[]; readonly place: Place }

function checkName({ path, place }: ReadFile): Finding[] {
  const [top = '', , folder = ''] = path.split('/')
  const segments = path
    .replace(/\.[a-z]+$/, '')
    .split('/')
    .map(wordsOf)
  // "common" in front says which (common-passwords), at the end it says nothing
  const word = segments.flatMap((words) =>
    words.filter(
      (each, index) => table.emptyWords.includes(each) || (each === 'common' && index === words.length - 1),
    ),
  )[0]
  const empty = word === undefined ? [] : [finding('empty-word', path, 1, `"${word}" says nothing in a name`)]
  const allowed = top === 'domain' || top === 'server' || top === 'web' ? table.fileNames[top] : undefined
  if (place.feature === '' || allowed === undefined) return empty
  const known =
    table.features.includes(place.feature) || (top === 'domain' && table.domainShared.includes(place.feature))
  if (!known) return [...empty, finding('file-name', path, 1, `no feature is called ${place.feature}`)]
  const depth = path.split('/').length - (top === 'domain' ? 3 : 4)
  // A large noun of the domain or of the screens may have a folder of its own.
  const closed = (depth === 0 || (top !== 'server' && depth === 1)) && allowed.test(place.name)
  return closed
    ? empty
    : [...empty, finding('file-name', path, 1, `not a file of a ${top} feature folder (${folder})`)]
}

function wordsOf(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase())
}

const clock = /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|\bTemporal\.Now\b/g
const sqlClock = /\bnow\(\)|\bcurrent_(?:date|timestamp)\b/gi

function checkClock({ path, text, place }: ReadFile): Finding[] {
  if (table.clockPlaces.some((allowed) => allowed.test(path))) return []
  const lines = text.split('\n')
  const patterns = place.floor === 'feature' && !place.test ? [clock, sqlClock] : [clock]
  return lines.flatMap((line, index) => {
    const code = line.replace(/(^|\s)(\/\/|\/?\*).*$/, '')
    if (!patterns.some((pattern) => code.search(pattern) >= 0)) return []
    const excused = place.test || place.floor === 'e2e'
    if (excused && `${lines[index - 1] ?? ''}\n${line}`.includes('NOTE: clock')) return []
    return [finding('clock', path, index + 1, 'reads the clock; take `now` or `today` from the context')]
  })
}

const exported = /^export (?:async )?(?:const|let|function\*?|class|type|interface) (\w+)/gm

function checkExports({ path, text }: ReadFile): Finding[] {
  const found: Finding[] = []
  const named = /^export (?:default\b|\{[^}]*\bas default\b)/m.exec(text)
  if (named !== null && !table.defaultExportPlaces.test(path)) {
    found.push(finding('default-export', path, lineAt(text, named.index), 'export by name'))
  }
  const statements = text
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^export\s+(?:type\s+)?[\w$*{},\s]*?\s*from\s+'[^']+'/gm, '')
  const onlyPasses = /\.tsx?$/.test(path) && statements.trim() === '' && /^export\b/m.test(text)
  if ((onlyPasses || /(^|\/)index\.tsx?$/.test(path)) && !table.gatherers.includes(path)) {
    found.push(finding('barrel', path, 1, 'only passes on what stands elsewhere; import that'))
  }
  for (const match of text.matchAll(exported)) {
    const word = wordsOf(match[1] ?? '').find((each) => table.emptyWords.includes(each))
    if (word !== undefined)
      found.push(finding('empty-word', path, lineAt(text, match.index), `"${word}" says nothing`))
  }
  return found
}

function finding(kind: FindingKind, path: string, line: number, says: string): Finding {
  return { kind, path, line, says }
}

if (import.meta.main) {
  const files = readSources()
  const findings = checkStructure(files)
  for (const { kind, path, line, says } of findings) console.error(`${path}:${line} ${kind}: ${says}`)
  console.log(`structure: ${files.length} files, ${findings.length} findings`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
