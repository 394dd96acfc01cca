import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolePlaces } from '../domain/access/grants.ts'
import { type Permission, PERMISSIONS } from '../domain/access/permissions.ts'
import { permissionsOf, type Role, ROLES } from '../domain/access/roles.ts'
import type { Reach } from '../domain/shared/reach.ts'
import { root } from './source-tree.ts'

const file = join(root, 'docs/access.md')
const roles = Object.keys(ROLES) as Role[] // the record's own keys
const permissions = Object.keys(PERMISSIONS) as Permission[] // the record's own keys

const marks: Readonly<Record<Reach, string>> = {
  self: '本人 self',
  'own-org': '本组织 own',
  'org-and-below': '及以下 below',
  everywhere: '全县 all',
}

/** docs/access.md, made from the roles. */
export function accessTable(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = row(['Permission', 'What it allows', ...roles.map((role) => `${ROLES[role].zh} \`${role}\``)])
  const lines = permissions.map((permission) =>
    row([
      `\`${permission}\``,
      `${PERMISSIONS[permission].zh} · ${PERMISSIONS[permission].en}`,
      ...roles.map((role) => cellOf(role, permission)),
    ]),
  )
  const places = roles.map((role) =>
    row([
      `${ROLES[role].zh} · ${ROLES[role].en}`,
      rolePlaces[role].join(', ') || 'follows the member’s file, in the branch of the day',
      ROLES[role].administrator ? 'alone (R-302)' : '',
    ]),
  )
  return [
    '# Who may do what',
    '',
    'Made from `domain/access/permissions.ts`, `domain/access/roles.ts` and `domain/access/grants.ts` by `npm run access-table`; a test fails when it has drifted. A permission counts for the own records (self), the organisation itself (own), that and all below it (below), or the whole county (all). An empty cell means no.',
    '',
    head,
    row(Array.from({ length: roles.length + 2 }, () => '---')),
    ...lines,
    '',
    '## Where a role is held',
    '',
    row(['Role', 'Kinds of organisations', 'With other roles']),
    row(['---', '---', '---']),
    ...places,
    '',
  ].join('\n')
}

function cellOf(role: Role, permission: Permission): string {
  const held = permissionsOf(role).find((one) => one.permission === permission)
  return held === undefined ? '' : marks[held.reach]
}

/** Whether docs/access.md says what the roles say. */
export function hasDrifted(): boolean {
  return !existsSync(file) || readFileSync(file, 'utf8') !== accessTable()
}

if (import.meta.main) {
  if (process.argv.includes('--write')) {
    writeFileSync(file, accessTable())
    console.log('wrote docs/access.md')
  } else if (hasDrifted()) {
    console.error('docs/access.md is not what the roles say; run: npm run access-table')
    process.exitCode = 1
  }
}
