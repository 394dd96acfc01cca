import { importsOf } from './import-lines.ts'
import { listFiles, readTree, root } from './source-tree.ts'
import { features, floors } from './structure-table.ts'
import { writesOf } from './table-writers.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** All places of a feature: its files, tables, operations, rules and who uses it. */
export function placesOf(slug: string): { title: string; lines: string[] }[] {
  const inFolder = (folder: string) =>
    listFiles(folder).filter((path) => path.startsWith(`${folder}/${slug}/`))
  const server = readTree('server', ['.ts'])
  const own = server.filter(({ path }) => path.startsWith(`server/features/${slug}/`))
  const ids = own.flatMap(({ text }) =>
    [...text.matchAll(/\bid: '([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? ''),
  )
  const nouns = new Set(ids.map((id) => id.split('.')[0]))
  const permissions = readFileSync(join(root, 'domain/access/permissions.ts'), 'utf8').matchAll(
    /^ {2}'([a-z-]+)\.([a-z-]+)'/gm,
  )
  const rules = [
    ...own,
    ...readTree('domain', ['.ts']).filter(({ path }) => path.startsWith(`domain/${slug}/`)),
  ]
  const journeys = listFiles('e2e').filter(
    (path) => path.startsWith(`e2e/${slug}.`) || path.startsWith(`e2e/${slug}-`),
  )
  const migrations = listFiles('server/db').filter((path) =>
    new RegExp(`/\\d{8}-\\d{4}-${slug}(-[a-z0-9-]+)?\\.sql$`).test(path),
  )
  const users = server.filter(
    ({ path, text }) =>
      !path.startsWith(`server/features/${slug}/`) &&
      importsOf(path, text).some(({ to }) => to.startsWith(`server/features/${slug}/`)),
  )
  return [
    { title: 'rules and words', lines: inFolder('domain') },
    { title: 'server', lines: inFolder('server/features') },
    { title: 'screens', lines: inFolder('web/src') },
    { title: 'journeys', lines: journeys },
    { title: 'migrations', lines: migrations },
    { title: 'tables written', lines: unique(writesOf(own).map(({ table }) => table)) },
    { title: 'operations', lines: unique(ids) },
    {
      title: 'permissions',
      lines: [...permissions]
        .filter((match) => nouns.has(match[1]))
        .map((match) => `${match[1]}.${match[2]}`),
    },
    {
      title: 'rules cited',
      lines: [unique(rules.flatMap(({ text }) => text.match(/\bR-\d{3}\b/g) ?? [])).join(' ')],
    },
    { title: 'used by', lines: users.map(({ path }) => path) },
  ]
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '').toSorted()
}

if (import.meta.main) {
  const slug = process.argv[2] ?? ''
  if (features.includes(slug)) {
    console.log(`${slug} (floor ${floors[slug]})`)
    for (const { title, lines } of placesOf(slug)) {
      const said = lines.filter((line) => line !== '')
      console.log(`\n${title}\n${said.length === 0 ? '  –' : said.map((line) => `  ${line}`).join('\n')}`)
    }
  } else {
    console.error(`npm run where <feature>; the features are: ${features.join(' ')}`)
    process.exitCode = 1
  }
}
