import type { ImportLine } from './import-lines.ts'

/** Folders that reach themselves again through imports, with the first line that closes the circle. */
export function findCycles(
  files: readonly { path: string; imports: readonly ImportLine[] }[],
): { path: string; line: number; says: string }[] {
  const edges = new Map<string, Map<string, { path: string; line: number }>>()
  for (const { path, imports } of files) {
    if (path.startsWith('scripts/') || path.endsWith('/demo.ts')) continue
    for (const { to, isPackage, line } of imports) {
      const [from, target] = [folderOf(path), folderOf(to)]
      if (isPackage || from === target) continue
      const known = edges.get(from) ?? new Map<string, { path: string; line: number }>()
      edges.set(from, known.set(target, known.get(target) ?? { path, line }))
    }
  }
  return [...edges].flatMap(([from, targets]) =>
    [...targets].flatMap(([target, { path, line }]) => {
      const back = from < target ? wayBack(edges, target, from) : undefined
      return back === undefined ? [] : [{ path, line, says: `${[from, ...back].join(' → ')} is a circle` }]
    }),
  )
}

function wayBack(
  edges: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  start: string,
  goal: string,
): string[] | undefined {
  const ways = [[start]]
  const seen = new Set([start])
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const last = way.at(-1) ?? start
    if (last === goal) return way
    for (const next of edges.get(last)?.keys() ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

/** Folders of the domain, features and the parts of server and browser are the nodes; single files stand for themselves. */
function folderOf(path: string): string {
  const parts = path.split('/').slice(0, -1)
  const depth = path.startsWith('server/features/') || path.startsWith('web/src/') ? 3 : 2
  return parts.length < 2 ? path : parts.slice(0, depth).join('/')
}
