import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkStructure, type FindingKind } from './check-structure.ts'
import type { SourceFile } from './source-tree.ts'

const from = (specifier: string, what = '{ x }') => `import ${what} from '${specifier}'\n`
const file = (path: string, text = ''): SourceFile => ({ path, text })
const members = 'server/features/members'
const screens = 'web/src/members'

const clean: SourceFile[] = [
  file('domain/shared/text.ts', 'export const short = 1\n'),
  file('domain/members/member.ts', from('../shared/text.ts')),
  file('domain/members/roster-import/heading.ts', from('../member.ts')),
  file('domain/members/member.test.ts', from('node:test') + from('fast-check')),
  file(
    'server/platform/run.ts',
    from('zod') + from('@steward/domain/access/roles.ts') + 'const now = new Date()\n',
  ),
  file(
    `${members}/operations.ts`,
    from('zod') + from('#platform/operation.ts') + from('@steward/domain/members/member.ts'),
  ),
  file(
    `${members}/queries.ts`,
    "tx.insert('member', rows)\ntx.raw('x', 'update member set name = $2', [])\n",
  ),
  file(`${members}/queries-tag.ts`, "tx.remove('member_tag')\n"),
  file(
    `${members}/handlers.ts`,
    from('#features/organisation/queries.ts') +
      "// `new Date()` is not read here\nhash.update('member_tag')\n",
  ),
  file(
    `${members}/members.test.ts`,
    from('../../testing.ts') + '// NOTE: clock, the limit is real time\nDate.now()\n',
  ),
  file('server/features/organisation/queries.ts', 'export const find = 1\n'),
  file('server/operations.ts', "export * from './features/members/operations.ts'\n"),
  file('web/src/shared/call.ts', from('@steward/server/operations.ts', 'type { X }') + from('react')),
  file(`${screens}/hooks.ts`, from('../shared/call.ts')),
  file(`${screens}/MemberPage.pc.tsx`, from('antd') + from('./hooks.ts') + from('./MemberName.shared.tsx')),
  file(
    `${screens}/MemberName.shared.tsx`,
    from('@steward/domain/members/member.ts') + "import './MemberName.css'\n",
  ),
  file(`${screens}/MemberName.css`),
  file('web/src/pc/routes.tsx', from('../members/MemberPage.pc.tsx')),
  file('domain/sign-in/common-passwords.ts', 'export const known = 1\n'),
  file('web/vite.config.ts', 'export default {}\n'),
  file(
    'e2e/members.test.ts',
    from('playwright-core') + from('@steward/server/demo/cast.ts') + from('./platform/browser.ts'),
  ),
]

test('a house in order passes', () => {
  assert.deepEqual(checkStructure(clean), [])
})

const planted: [what: string, kind: FindingKind, path: string, text: string][] = [
  ['the domain importing the server', 'direction', 'domain/members/a.ts', from('@steward/server/main.ts')],
  ['the domain importing a package', 'direction', 'domain/members/a.ts', from('zod')],
  ['the domain importing Node', 'direction', 'domain/members/a.ts', from('node:fs')],
  [
    'the platform importing a feature',
    'direction',
    'server/platform/a.ts',
    from('#features/members/queries.ts'),
  ],
  [
    'the platform importing a business rule',
    'direction',
    'server/platform/a.ts',
    from('@steward/domain/members/member.ts'),
  ],
  ['the platform importing the demo', 'direction', 'server/platform/a.ts', from('#demo/cast.ts')],
  [
    'a wrong door into a feature',
    'direction',
    `${members}/jobs.ts`,
    from('#features/organisation/handlers.ts'),
  ],
  [
    'a feature importing a higher floor',
    'direction',
    `${members}/jobs.ts`,
    from('#features/points/queries.ts'),
  ],
  ['a feature importing its own floor', 'direction', `${members}/jobs.ts`, from('../messages/queries.ts')],
  [
    'a feature importing the browser',
    'direction',
    `${members}/jobs.ts`,
    from('../../../web/src/shared/call.ts'),
  ],
  ['the server importing a stage of tests', 'direction', 'server/main.ts', from('./testing-members.ts')],
  ['a feature importing the demo', 'direction', `${members}/jobs.ts`, from('#demo/cast.ts')],
  ['a contract importing its queries', 'direction', `${members}/operations.ts`, from('./queries.ts')],
  ['a contract importing a package', 'direction', `${members}/operations.ts`, from('kysely')],
  [
    'the browser importing server code',
    'direction',
    `${screens}/hooks.ts`,
    from('@steward/server/features/members/queries.ts', 'type { X }'),
  ],
  [
    'the browser importing a contract as value',
    'direction',
    `${screens}/hooks.ts`,
    from('@steward/server/operations.ts'),
  ],
  [
    'the browser loading a contract late',
    'direction',
    `${screens}/hooks.ts`,
    "await import('@steward/server/operations.ts')",
  ],
  ['the browser importing Node', 'direction', `${screens}/hooks.ts`, from('node:fs')],
  ['the PC importing the phone', 'direction', `${screens}/A.pc.tsx`, from('./B.mobile.tsx')],
  ['the phone importing the PC', 'direction', `${screens}/A.mobile.tsx`, from('./B.pc.tsx')],
  ['the PC shell importing the phone shell', 'direction', 'web/src/pc/a.ts', from('../mobile/b.ts')],
  ['a shared part importing one face', 'direction', `${screens}/A.shared.tsx`, from('./B.pc.tsx')],
  ['the phone carrying antd', 'direction', `${screens}/A.mobile.tsx`, from('antd')],
  [
    'a screen importing a screen of another feature',
    'direction',
    `${screens}/A.pc.tsx`,
    from('../access/B.pc.tsx'),
  ],
  ['a screen importing the shell', 'direction', `${screens}/A.pc.tsx`, from('../pc/routes.tsx')],
  ['a journey importing the server', 'direction', 'e2e/a.test.ts', from('@steward/server/operations.ts')],
  ['a journey importing the domain', 'direction', 'e2e/a.test.ts', from('@steward/domain/members/member.ts')],
  [
    'several lines of one import',
    'direction',
    'domain/members/a.ts',
    "import {\n  a,\n  type B,\n} from 'zod'\n",
  ],
  [
    'an export from elsewhere',
    'direction',
    'domain/members/a.ts',
    "export { a } from 'zod'\nexport const b = 1\n",
  ],
  ['an unknown file in a server feature', 'file-name', `${members}/rows.ts`, ''],
  ['a folder in a feature', 'file-name', `${members}/rows/queries.ts`, ''],
  ['an unknown file in a screen folder', 'file-name', `${screens}/state.ts`, ''],
  ['a screen without a face', 'file-name', `${screens}/MemberPage.tsx`, ''],
  ['a component in lower case', 'file-name', `${screens}/member-page.pc.tsx`, ''],
  ['a domain file in another case', 'file-name', 'domain/members/memberCard.ts', ''],
  ['a folder that is no feature', 'file-name', 'server/features/comrades/handlers.ts', ''],
  ['new Date()', 'clock', `${members}/jobs.ts`, 'const now = new Date()\n'],
  ['Date.now()', 'clock', 'domain/members/a.ts', 'const now = Date.now()\n'],
  ['performance.now()', 'clock', `${screens}/hooks.ts`, 'performance.now()\n'],
  ['a test that reads the clock in silence', 'clock', `${members}/a.test.ts`, 'const now = new Date()\n'],
  ['SQL that reads the clock', 'clock', `${members}/jobs.ts`, "tx.raw('x', 'select now()', [])\n"],
  [
    'a second writer by the builder',
    'second-writer',
    'server/features/points/queries.ts',
    "tx.update('member')\n",
  ],
  [
    'a second writer by raw text',
    'second-writer',
    'server/features/points/queries.ts',
    "'insert into member (id)\n values ($2)'\n",
  ],
  [
    'a second writer by another builder',
    'second-writer',
    'server/demo/load.ts',
    "db.deleteFrom('member_tag')\n",
  ],
  [
    'an update with an alias',
    'second-writer',
    'server/platform/a.ts',
    "'update member as m set name = $2'\n",
  ],
  [
    'a default export',
    'default-export',
    `${screens}/A.pc.tsx`,
    ['', 'export default function A() {}'].join('\n'),
  ],
  [
    'a default export by name',
    'default-export',
    `${screens}/A.pc.tsx`,
    ['', 'export { a as default }'].join('\n'),
  ],
  [
    'a barrel',
    'barrel',
    'domain/members/all.ts',
    "export * from './member.ts'\nexport { a } from './a.ts'\n",
  ],
  ['an index file', 'barrel', 'domain/members/index.ts', 'export const a = 1\n'],
  ['an empty word in a file name', 'empty-word', 'server/platform/date-utils.ts', ''],
  ['an empty word in a folder name', 'empty-word', 'web/src/shared/common/a.ts', ''],
  [
    'an empty word in an exported name',
    'empty-word',
    'server/platform/a.ts',
    ['', 'export class FileManager {}'].join('\n'),
  ],
]

for (const [what, kind, path, text] of planted) {
  test(`finds ${what}`, () => {
    const findings = checkStructure([...clean, file(path, text)])
    assert.ok(findings.length > 0, 'nothing found')
    // a wrong direction may close a circle as well
    const kinds = new Set(findings.map((finding) => finding.kind))
    if (kind !== 'cycle') kinds.delete('cycle')
    assert.deepEqual([...kinds], [kind])
    assert.ok(findings.some((finding) => finding.path === path))
  })
}

test('finds a circle of domain folders', () => {
  const circle = [
    file('domain/points/entry.ts', from('../claims/claim.ts')),
    file('domain/claims/claim.ts', from('../schemes/scheme.ts')),
    file('domain/schemes/scheme.ts', from('../points/entry.ts', 'type { x }')),
  ]
  const findings = checkStructure(circle)
  assert.ok(findings.length > 0)
  assert.deepEqual([...new Set(findings.map((finding) => finding.kind))], ['cycle'])
  assert.match(findings[0]?.says ?? '', /claims.*points|points.*claims/)
})

test('names the line of an import', () => {
  const findings = checkStructure([file('domain/members/a.ts', `// one\n// two\n${from('zod')}`)])
  assert.equal(findings[0]?.line, 3)
})
