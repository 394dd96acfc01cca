import { placeOf } from './import-directions.ts'
import { lineAt } from './import-lines.ts'
import type { SourceFile } from './source-tree.ts'

export type Write = {
  readonly table: string
  readonly writer: string
  readonly path: string
  readonly line: number
}

const patterns = [
  /\b(?:tx|trx|db|reference)\s*\.\s*(?:insert|update|remove)(?:<[^>]*>)?\(\s*['"`]([a-z_]+)/g,
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([a-z_]+)/g,
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?([a-z_]+)/gi,
  /\bupdate\s+"?([a-z_]+)"?(?:\s+(?:as\s+)?[a-z_]+)?\s+set\b/gi,
  /\bcopy\s+"?([a-z_]+)"?\s*\([^)]*\)\s*from\b/gi,
]

/** Which part of the server writes which table, tests apart. */
export function writesOf(files: readonly SourceFile[]): Write[] {
  return files
    .filter(
      ({ path }) =>
        path.startsWith('server/') &&
        path.endsWith('.ts') &&
        !/(\.test|^server\/testing(-[a-z]+)?)\.ts$/.test(path),
    )
    .flatMap(({ path, text }) => {
      const place = placeOf(path)
      const writer = place.feature === '' ? place.floor : place.feature
      return patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)]
          .filter((match) => match[1] !== 'set')
          .map((match) => ({ table: match[1] ?? '', writer, path, line: lineAt(text, match.index) })),
      )
    })
}

/** Each table is written by one feature; every place of a table with two writers is named. */
export function findSecondWriters(
  files: readonly SourceFile[],
): { path: string; line: number; says: string }[] {
  const byTable = Map.groupBy(writesOf(files), (write) => write.table)
  return [...byTable].flatMap(([name, writes]) => {
    const writers = [...new Set(writes.map((write) => write.writer))]
    if (writers.length < 2) return []
    const says = `table ${name} is written by ${writers.join(' and ')}`
    return writes.map(({ path, line }) => ({ path, line, says }))
  })
}
