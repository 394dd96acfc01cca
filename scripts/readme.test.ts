import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { CAST, CAST_ORGS, DEMO_PASSWORD } from '../server/demo/cast.ts'
import { readTree, root } from './source-tree.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the accounts of the README are those of the cast', () => {
  const rows = [...readme.matchAll(/^\| `([a-z]+)` \| (\S+) \| .* \| (\S+) \|$/gm)].map((match) =>
    match.slice(1, 4),
  )
  const cast = Object.entries(CAST).map(([account, { name, org }]) => [account, name, CAST_ORGS[org]])
  assert.deepEqual(rows, cast)
  assert.ok(readme.includes(DEMO_PASSWORD))
})

test('every command the documents name exists', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const documents = [{ path: 'README.md', text: readme }, ...readTree('docs', ['.md'])]
  const named = documents.flatMap(({ text }) =>
    [...text.matchAll(/(?:`|^)npm (?:run )?([a-z][a-z-]*)/gm)].map((match) => match[1] ?? ''),
  )
  const ofNpm = new Set(['install', 'ci', 'audit'])
  assert.deepEqual(
    named.filter((name) => !(name in scripts) && !ofNpm.has(name)),
    [],
  )
})

test('every link of the documents leads somewhere', () => {
  const documents = [{ path: 'README.md', text: readme }, ...readTree('docs', ['.md'])]
  const broken = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map((match) => normalize(join(dirname(path), match[1] ?? '')))
      .filter((target) => !existsSync(join(root, target))),
  )
  assert.deepEqual(broken, [])
})
