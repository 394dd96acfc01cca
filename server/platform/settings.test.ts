import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadSettings, settingNames } from './settings.ts'
import { StartProblem } from './start-problem.ts'

test('without any setting the product listens on 8080 and keeps its data beside the code', () => {
  const settings = loadSettings({ env: {}, args: [] })
  assert.equal(settings.port, 8080)
  assert.match(settings.dataFolder, /[\\/]data$/)
  assert.equal(settings.firstContent, 'small')
  assert.equal(settings.databaseUrl, undefined)
})

test('an empty variable counts as not set, an argument goes before the environment', () => {
  const settings = loadSettings({
    env: { PORT: '9000', DATABASE_URL: ' ' },
    args: ['--port', '9001', '--full'],
  })
  assert.equal(settings.port, 9001)
  assert.equal(settings.firstContent, 'full')
  assert.equal(settings.databaseUrl, undefined)
})

test('a key is read from hex and from base64', () => {
  const key = Buffer.alloc(32, 7)
  for (const text of [key.toString('hex'), key.toString('base64'), key.toString('base64url')]) {
    assert.equal(loadSettings({ env: { STEWARD_KEY: text }, args: [] }).key, key.toString('base64'))
  }
})

test('a value that cannot be used is refused in one line that names the setting and no secret', () => {
  const wrong: [string, string][] = [
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://root:secret@db/x'],
    ['STEWARD_KEY', 'secret'],
    ['STEWARD_ADDRESS', 'dj.example.cn'],
    ['STEWARD_PROXY', 'yes'],
  ]
  for (const [name, value] of wrong) {
    assert.throws(
      () => loadSettings({ env: { [name]: value }, args: [] }),
      (error) =>
        error instanceof StartProblem &&
        error.message.includes(name) &&
        !error.message.includes('\n') &&
        !error.message.includes('secret'),
    )
    assert.ok(settingNames.some((setting) => setting.name === name))
  }
})

test('arguments that are not known are refused', () => {
  for (const args of [['--fast'], ['--full', '--empty'], ['--port'], ['extra']]) {
    assert.throws(() => loadSettings({ env: {}, args }), StartProblem)
  }
})
