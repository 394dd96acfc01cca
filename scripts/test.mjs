// npm test [-- --no-journeys] [-- --only step,step]: every check and every test, one line each; see `steps`.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import {
  demandNode,
  ensureInstalled,
  environmentOf,
  fail,
  findNode24,
  root,
  toolPath,
  watchParent,
} from './node24.mjs'
import { startTestServer } from './test-server.mjs'

const workspaces = ['domain', 'server', 'web', 'e2e']
const isTypesConfig = (name) => /^tsconfig.*\.json$/.test(name)

const steps = {
  format: () => check([toolPath('oxfmt'), '--check', '.']),
  lint: () => check([toolPath('oxlint')]),
  types: () =>
    check(...typesConfigs().map((config) => [toolPath('typescript', 'tsc'), '--noEmit', '-p', config])),
  structure: () => checkScript('check-structure.ts'),
  rules: () => checkScript('check-rules.ts'),
  dependencies: () => checkScript('check-dependencies.ts'),
  schema: () => checkScript('check-schema.ts'),
  openapi: () => checkScript('check-operations.ts'),
  domain: () => tests(['domain', 'scripts'], ['--test-isolation=none']),
  server: () => tests(['server'], ['--test-concurrency=2']),
  web: () => tests(['web'], ['--test-concurrency=2']),
  build: () => check(['scripts/build-web.mjs']),
  journeys: () => journeys(),
}
const needsDatabase = ['schema', 'domain', 'server', 'journeys']

demandNode()
const chosen = chooseSteps(process.argv.slice(2))
await ensureInstalled()
const node24 = findNode24()
const database = chosen.some((name) => needsDatabase.includes(name)) ? startTestServer(node24) : undefined
const scratch = mkdtempSync(join(tmpdir(), 'branch-steward-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
let current
let databaseEnv = {}
let interrupted = false
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, interrupt)
watchParent(interrupt)

for (const name of chosen) if (!interrupted) await runStep(name)
await database?.stop()
rmSync(scratch, { recursive: true, force: true })
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(interrupted ? 130 : total.failed > 0 ? 1 : 0)

function chooseSteps(args) {
  const usage = () => fail('用法', `npm test [-- --no-journeys] [-- --only ${Object.keys(steps).join(',')}]`)
  const names = Object.keys(steps)
  if (args.length === 0) return names
  if (args.length === 1 && args[0] === '--no-journeys') return names.filter((name) => name !== 'journeys')
  const only = args[0] === '--only' && args.length === 2 ? args[1].split(',') : usage()
  return only.every((name) => names.includes(name)) ? names.filter((name) => only.includes(name)) : usage()
}

/** Runs one step, prints its line and, where it failed, what it said. A check counts as one test. */
async function runStep(name) {
  const start = performance.now()
  const { passed = 0, failed = 0, skipped: left = 0, note = '', said = '' } = await outcomeOf(name)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, left > 0 && `${left} skipped`].filter(
    Boolean,
  )
  console.log(
    `${name.padEnd(13)}${seconds.padStart(6)} s  ${failed > 0 ? 'FAILED' : 'ok    '}  ${note || counts.join(', ')}`,
  )
  if (failed > 0) console.log(`${said.trim()}\n`)
  total.passed += passed
  total.failed += failed
  total.skipped += left
}

async function outcomeOf(name) {
  try {
    if (needsDatabase.includes(name)) databaseEnv = { STEWARD_TEST_DB_URL: await database.url }
    return await steps[name]()
  } catch (error) {
    return { failed: 1, said: error.message }
  }
}

/** Commands that pass or do not. */
async function check(...commands) {
  const results = []
  for (const command of commands) results.push(await capture(command))
  const bad = results.filter((result) => result.code !== 0)
  return bad.length === 0 ? { passed: 1 } : { failed: 1, said: bad.map((result) => result.said).join('\n') }
}

function checkScript(file) {
  if (!existsSync(join(root, 'scripts', file))) return { skipped: 1, note: 'not there yet' }
  return check([`scripts/${file}`])
}

/** Test files of some folders under the test runner of Node. */
async function tests(folders, flags, more = {}) {
  const files = folders.flatMap((folder) => testFiles(folder))
  if (files.length === 0) return { note: 'no tests yet' }
  const tap = join(scratch, 'tap')
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${tap}`],
  ]
  const { code, said } = await capture(['--test', ...flags, ...reporters, ...files], more)
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(readTap(tap))?.[1] ?? 0)
  const failed = count('fail') + count('cancelled')
  return {
    passed: count('pass'),
    // a runner that breaks down counts too
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('skipped') + count('todo'),
    said: failures(said),
  }
}

async function journeys() {
  if (testFiles('e2e').length === 0) return { note: 'no tests yet' }
  const { path, missing } = findChromium()
  return missing
    ? { failed: 1, said: missing }
    : tests(['e2e'], ['--test-concurrency=2'], { STEWARD_CHROMIUM: path })
}

/** Runs a program of this repository under Node 24 and keeps what it says. */
async function capture(args, more = {}) {
  // the runner of Node tells its children so, and they would then report to nobody
  const { NODE_TEST_CONTEXT: _, ...env } = environmentOf(node24, { ...more, ...databaseEnv })
  return new Promise((resolve) => {
    let said = ''
    current = spawn(node24, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [current.stdout, current.stderr]) stream.on('data', (data) => (said += data))
    current.once('error', (error) => resolve({ code: 1, said: error.message }))
    current.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

function interrupt() {
  interrupted = true
  current?.kill('SIGTERM')
}

function typesConfigs() {
  return workspaces.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter(isTypesConfig)
      .map((name) => `${folder}/${name}`),
  )
}

function testFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith('.test.ts') && !/(^|[\\/])(node_modules|dist)[\\/]/.test(path))
    .map((path) => `${folder}/${path}`)
    .sort()
}

function readTap(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Of the report of a test run, what the files themselves printed (as a file that breaks down does) and what failed. */
function failures(said) {
  const [before = '', after] = said.split('✖ failing tests:')
  const printed = before.split('\n').filter((line) => line.trim() && !/^\s*[✔✖▶ℹ﹣]/.test(line))
  return [...printed.slice(-100), after?.trim() ?? ''].join('\n')
}
