import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceRules } from './check-rules.ts'

const rules = `# Rules
| No. | Rule | Source | File |
|---|---|---|---|
| R-003 | A branch has at most 50 members. | Art. 5 | organisation |
| R-004 | From seven members a branch elects a committee. | Art. 6 | organisation |
`
const code = {
  path: 'domain/organisation/party-org.ts',
  text: '/** Too large? [R-003] */\n/** Committee (R-004). */',
}
const tests = {
  path: 'domain/organisation/party-org.test.ts',
  text: "test('R-003: 51 are too many', () => {})\ntest(\n  `R-004: ${name}`,\n  () => {},\n)",
}

test('a rule with code and test passes', () => {
  const { rows, problems } = traceRules(rules, [code, tests])
  assert.deepEqual(problems, [])
  assert.deepEqual(rows[0], {
    id: 'R-003',
    sentence: 'A branch has at most 50 members.',
    code: ['domain/organisation/party-org.ts'],
    tests: ['R-003: 51 are too many'],
  })
})

test('a rule without test is found, although its number stands in a comment of a test', () => {
  const commented = { path: tests.path, text: "// R-003\ntest('R-004: yes', () => {})" }
  assert.deepEqual(traceRules(rules, [code, commented]).problems, [
    "R-003 is in docs/rules.md and in no test's name",
  ])
})

test('a rule without code is found', () => {
  const half = { path: code.path, text: '/** Committee (R-004). */' }
  assert.deepEqual(traceRules(rules, [half, tests]).problems, ['R-003 is in docs/rules.md and in no code'])
})

test('a number that is no rule of ours is found, in code and in tests', () => {
  const { problems } = traceRules(rules, [
    { path: code.path, text: '/** [R-003…R-005] */' },
    { path: tests.path, text: `${tests.text}\ntest('R-099: odd', () => {})` },
  ])
  assert.deepEqual(problems, [
    'R-005 is cited in "domain/organisation/party-org.ts" and is not in docs/rules.md',
    'R-099 is in the test name "R-099: odd" and is not in docs/rules.md',
  ])
})

test('a rule listed twice is found', () => {
  const doubled = `${rules}| R-003 | Again. | Art. 5 | organisation |\n`
  assert.deepEqual(traceRules(doubled, [code, tests]).problems, ['R-003 stands twice in docs/rules.md'])
})

test('a citation on a screen is no code of the rule', () => {
  const screen = { path: 'web/src/organisation/labels.ts', text: '// R-003, R-004' }
  assert.equal(traceRules(rules, [screen, tests]).problems.length, 2)
})
