import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, type SourceFile } from './source-tree.ts'
import { features } from './structure-table.ts'

/** The files a new feature begins with. `noun` is what one of its things is called, `moment` the time (yyyymmdd-hhmm) of its migration. */
export function filesOf(slug: string, noun: string, moment: string): SourceFile[] {
  const table = noun.replaceAll('-', '_')
  const server = `server/features/${slug}`
  return [
    {
      path: `domain/${slug}/${noun}.ts`,
      text: `/** TODO(issue): what a ${noun} is, its states and rules. */\nexport {}\n`,
    },
    { path: `domain/${slug}/${noun}.test.ts`, text: `// One test per rule and answer, named "R-000: …".\n` },
    {
      path: `server/db/migrations/${moment}-${slug}.sql`,
      text: `-- One statement per ";" at a line's end; the county leads every key.
create table ${table} (
  county_id uuid not null,
  id uuid not null,
  constraint ${table}_pk primary key (county_id, id)
);
comment on table ${table} is '';
alter table ${table} add constraint ${table}_county_fk foreign key (county_id) references county (id);
`,
    },
    {
      path: `${server}/operations.ts`,
      text: `// Contracts in zod, declared with defineQuery and defineCommand of #platform/operation.ts.\nexport {}\n`,
    },
    { path: `${server}/queries.ts`, text: `// All SQL on this feature's tables.\nexport {}\n` },
    { path: `${server}/handlers.ts`, text: handlersText },
    { path: `${server}/checks.ts`, text: checksText },
    { path: `${server}/demo.ts`, text: `// Demo data, made through the handlers.\n` },
    {
      path: `${server}/${slug}.test.ts`,
      text: `// Every operation: allowed, each refusal, forbidden, hidden in lists, other county, twice with one key, two at once where counted.\n`,
    },
    {
      path: `web/src/${slug}/labels.ts`,
      text: `import type { Text } from '../shared/texts.ts'\n\nexport const labels = {} as const satisfies Record<string, Text>\n`,
    },
    {
      path: `web/src/${slug}/hooks.ts`,
      text: `// Queries and commands of this feature; no other file fetches.\n`,
    },
    { path: `e2e/${slug}.test.ts`, text: `// One journey per promise to a user, on the PC or the phone.\n` },
  ]
}

const handlersText = `import type { Handled } from '#platform/context.ts'

/** What the operations of this feature do. */
export const handlers: readonly Handled[] = []
`

const checksText = `import type { Invariant } from '#platform/invariants.ts'

/** What is true of this feature's data at any time. */
export const invariants: readonly Invariant[] = []
`

const nextSteps = (slug: string) => `
Next:
  docs/glossary.md, docs/rules.md    its words and rules
  domain/access/permissions.ts       its permissions; roles.ts gives them to roles
  server/operations.ts, features.ts  its contracts and handlers
  web/src/pc, web/src/mobile         its routes
  docs/how-to/add-a-feature.md       the steps in order
  npm run where ${slug}`

if (import.meta.main) {
  const [slug = '', noun = slug] = process.argv.slice(2)
  const isName = /^[a-z][a-z0-9-]*$/
  if (!features.includes(slug) || !isName.test(noun)) {
    console.error(
      'npm run new-feature <feature> [noun], where the feature has its floor in scripts/structure-table.ts and docs/structure.md',
    )
    process.exitCode = 1
  } else {
    const moment = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')
    for (const { path, text } of filesOf(slug, noun, moment)) {
      const file = join(root, path)
      const taken = existsSync(file)
      if (!taken) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
      console.log(`${taken ? 'is there' : 'made    '}  ${path}`)
    }
    console.log(nextSteps(slug))
  }
}
