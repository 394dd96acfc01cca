import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSources, root, type SourceFile } from './source-tree.ts'

export type RuleRow = {
  readonly id: string
  readonly sentence: string
  /** Files that carry the rule. */
  readonly code: readonly string[]
  /** Names of the tests that prove it. */
  readonly tests: readonly string[]
}
export type Traced = { readonly rows: readonly RuleRow[]; readonly problems: readonly string[] }

const document = 'docs/rules.md'
const generatedTypes = 'server/db/schema.ts'
const row = /^\|\s*(R-\d{3})\s*\|\s*([^|]*?)\s*\|/gm
const testName = /\b(?:test|it|describe|suite)(?:\.\w+)?\(\s*(['"`])(.*?)\1/gs

/** Ties each rule of docs/rules.md to the code that carries it and the tests that prove it. */
export function traceRules(rules: string, files: readonly SourceFile[]): Traced {
  const ours = files.filter(
    ({ path }) => /^(domain|server|web|e2e)\/.*\.tsx?$/.test(path) && path !== generatedTypes,
  )
  const tests = ours.filter(isTest)
  const code = ours.filter((file) => !isTest(file))
  const listed = [...rules.matchAll(row)].map((match) => ({ id: match[1] ?? '', sentence: match[2] ?? '' }))
  const inCode = citations(code.map(({ path, text }) => ({ says: text, in: path })))
  const inTests = citations(
    tests.flatMap(({ text }) =>
      [...text.matchAll(testName)].map((match) => ({ says: match[2] ?? '', in: match[2] ?? '' })),
    ),
  )
  const rows = listed.map(({ id, sentence }) => ({
    id,
    sentence,
    code: (inCode.get(id) ?? []).filter((path) => path.startsWith('domain/') || path.startsWith('server/')),
    tests: inTests.get(id) ?? [],
  }))
  const known = new Set(listed.map(({ id }) => id))
  const twice = listed.filter(({ id }, index) => listed.findIndex((other) => other.id === id) < index)
  return {
    rows,
    problems: [
      ...twice.map(({ id }) => `${id} stands twice in ${document}`),
      ...rows
        .filter((each) => each.code.length === 0)
        .map(({ id }) => `${id} is in ${document} and in no code`),
      ...rows
        .filter((each) => each.tests.length === 0)
        .map(({ id }) => `${id} is in ${document} and in no test's name`),
      ...unknown(inCode, known, 'is cited in'),
      ...unknown(inTests, known, 'is in the test name'),
    ],
  }
}

function isTest({ path }: SourceFile): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** Rule numbers with the places that cite them; `R-001…R-004` cites four. */
function citations(texts: readonly { says: string; in: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { says, in: place } of texts) {
    for (const match of says.matchAll(/\bR-(\d{3})(?:\s*(?:…|–)\s*R-(\d{3}))?\b/g)) {
      const first = Number(match[1])
      const last = Number(match[2] ?? match[1])
      for (let number = first; number <= last; number += 1) {
        const id = `R-${String(number).padStart(3, '0')}`
        const places = found.get(id) ?? []
        if (!places.includes(place)) found.set(id, [...places, place])
      }
    }
  }
  return found
}

function unknown(
  cited: ReadonlyMap<string, readonly string[]>,
  known: ReadonlySet<string>,
  verb: string,
): string[] {
  return [...cited]
    .filter(([id]) => !known.has(id))
    .map(([id, places]) => `${id} ${verb} "${places[0]}" and is not in ${document}`)
    .toSorted()
}

function printTable(rows: readonly RuleRow[]): void {
  for (const { id, sentence, code, tests } of rows) {
    console.log(
      [`${id}  ${sentence}`, ...code.map((path) => `  ${path}`), ...tests.map((name) => `  ✓ ${name}`)].join(
        '\n',
      ),
    )
  }
}

if (import.meta.main) {
  const file = join(root, document)
  const { rows, problems } = traceRules(existsSync(file) ? readFileSync(file, 'utf8') : '', readSources())
  if (process.argv.includes('--table')) printTable(rows)
  for (const problem of problems) console.error(problem)
  console.log(
    `rules: ${rows.length} encoded, ${rows.flatMap(({ tests }) => tests).length} tests, ${problems.length} findings`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}
