import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, afterEach, test } from 'node:test'
import pg from 'pg'
import { StartProblem } from '#platform/start-problem.ts'
import { joinEmbedded, openEmbedded, type Embedded } from './embedded.ts'
import { lockFolder } from './lock.ts'
import { findShippedPrograms, preparePrograms } from './programs.ts'

const root = mkdtempSync(join(tmpdir(), 'branch-steward-embedded-'))
chmodSync(root, 0o711)
const lines: string[] = []
let everOpened: Embedded[] = []
afterEach(async () => {
  for (const embedded of everOpened) await embedded.stop()
  everOpened = []
})
after(() => rmSync(root, { recursive: true, force: true }))

async function open(folder: string): Promise<Embedded> {
  const embedded = await openEmbedded({ folder, log: (line) => lines.push(line) })
  everOpened.push(embedded)
  return embedded
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** One data folder for all tests that leave it as they found it; no server runs on it between them. */
const used = join(root, 'used')

/** Another process that holds the server of a folder. */
async function holder(folder: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), folder], { stdio: 'pipe' })
  const exit = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (data) => (said += data))
  const url = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    exit.then(() => ''),
  ])
  return { child, exit, url, said: () => said }
}

const serverPid = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

const isInUse = (error: unknown) => error instanceof StartProblem && error.code === 'data-folder-in-use'

test('a new folder becomes a server with Unicode, ICU, checksums and a password, and keeps its port', async () => {
  // made by mkdtemp, which shuts everybody else out
  const folder = mkdtempSync(join(root, 'new'))
  const first = await open(folder)
  assert.equal(first.started, true)
  assert.equal(first.place, join(folder, 'postgres'))
  const settings = `select current_setting('data_checksums'), current_setting('fsync'), current_setting('synchronous_commit'),
    pg_encoding_to_char(encoding), upper('é'), '啊' < '中' collate "zh-x-icu" from pg_database where datname = current_database()`
  assert.deepEqual(await ask(first.url, settings), ['on', 'on', 'on', 'UTF8', 'É', true])
  await ask(first.url, `create collation pinyin (provider = icu, locale = 'zh-u-co-pinyin')`)
  assert.deepEqual(
    await ask(first.url, `select x from unnest(array['中','啊','党']) x order by x collate pinyin`),
    ['啊', '党', '中'],
  )
  await assert.rejects(ask(first.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1'), { code: '28P01' })
  assert.equal(statSync(join(folder, 'postgres/password')).mode & 0o777, 0o600)
  await first.stop()
  assert.equal(existsSync(join(folder, 'steward.lock')), false)
  await assert.rejects(ask(first.url, 'select 1'), { code: 'ECONNREFUSED' })

  const second = await open(folder)
  assert.equal(second.url, first.url)
  await second.stop()
})

test('a second process on the same folder is refused in one line, the operator joins beside it', async () => {
  const folder = used
  const first = await open(folder)
  await assert.rejects(open(folder), isInUse)
  const second = await holder(folder)
  assert.equal((await second.exit)[0], 1)
  assert.match(second.said(), /^[^\n]*数据文件夹[^\n]*\n$/)
  assert.deepEqual(await joinEmbedded(folder), { url: first.url, port: first.port })
  await first.stop()
  assert.equal(await joinEmbedded(folder), undefined)
  assert.equal(await joinEmbedded(join(root, 'nowhere')), undefined)
})

test('a server that outlived its process is joined, and stopped by whoever joined it', async () => {
  const folder = used
  const first = await holder(folder)
  await ask(first.url, 'create table outlived (id int)')
  first.child.kill('SIGKILL')
  await first.exit
  const second = await open(folder)
  assert.equal(second.started, false)
  assert.equal(second.url, first.url)
  assert.deepEqual(await ask(second.url, 'select count(*)::int from outlived'), [0])
  await second.stop()
  await assert.rejects(ask(second.url, 'select 1'), { code: 'ECONNREFUSED' })
})

test('after kill -9 of everything the next start has every committed fact', async () => {
  const folder = used
  const first = await holder(folder)
  await ask(first.url, 'create table fact (id int)')
  let committed = 0
  const writing = (async () => {
    const client = new pg.Client({ connectionString: first.url })
    client.on('error', () => undefined)
    await client.connect()
    for (;;) {
      await client.query('insert into fact values ($1)', [committed])
      if (++committed === 300) process.kill(serverPid(folder), 'SIGKILL')
    }
  })()
  await assert.rejects(writing)
  first.child.kill('SIGKILL')
  await first.exit
  const second = await open(folder)
  assert.equal(second.started, true)
  const [count] = await ask(second.url, 'select count(*)::int from fact')
  assert.ok(Number(count) >= committed, `${String(count)} of ${committed}`)
  await second.stop()
})

test('a server that dies under a running product is started again on the same port', async () => {
  const folder = used
  const opened = await open(folder)
  const before = serverPid(folder)
  process.kill(before, 'SIGKILL')
  await answers(opened)
  assert.notEqual(serverPid(folder), before)
  assert.ok(lines.some((line) => line.includes('数据库意外结束')))
  await opened.stop()
})

async function answers(opened: Embedded): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return void (await ask(opened.url, 'select 1'))
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

test('data that were put back from a copy, and now belong to root and are open to all, are taken into use', async () => {
  await (await open(used)).stop()
  const folder = join(root, 'copy')
  cpSync(used, folder, { recursive: true, verbatimSymlinks: true })
  chmodSync(join(folder, 'postgres/data'), 0o755)
  const copy = await open(folder)
  assert.equal(copy.started, true)
})

test('leftovers of an interrupted first start and of a number used again do no harm', async () => {
  const folder = join(root, 'leftovers')
  mkdirSync(join(folder, 'postgres/data.half'), { recursive: true, mode: 0o755 })
  mkdirSync(join(folder, 'postgres/programs.half'))
  writeFileSync(join(folder, 'postgres/data.half/half'), '')
  writeFileSync(join(folder, 'steward.lock'), '')
  const first = await open(folder)
  await first.stop()
  // our own number: alive, of this machine, and no server
  writeFileSync(
    join(folder, 'postgres/data/postmaster.pid'),
    `${process.pid}\n${folder}\n0\n${first.port}\n\n\n\nready\n`,
  )
  const second = await open(folder)
  assert.equal(second.started, true)
  await second.stop()
})

test('a port that somebody else took is changed', async () => {
  const folder = used
  const first = await open(folder)
  await first.stop()
  const other = createServer().listen(first.port, '127.0.0.1')
  await once(other, 'listening')
  const second = await open(folder)
  assert.notEqual(second.port, first.port)
  await second.stop()
  other.close()
})

test('a data folder behind closed doors: root keeps the server outside and says so, and finds it again', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('only root has a separate server account')
  const closed = join(root, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const first = await open(join(closed, 'data'))
  t.after(() => rmSync(first.place, { recursive: true, force: true }))
  assert.ok(!first.place.startsWith(root))
  assert.ok(lines.some((line) => line.includes(first.place)))
  await ask(first.url, 'create table fact (id int)')
  await first.stop()
  const second = await open(join(closed, 'data'))
  assert.equal(second.place, first.place)
  assert.deepEqual(await ask(second.url, 'select count(*)::int from fact'), [0])
  await second.stop()
})

test('the lock of a killed process, of an earlier start of the machine and of a number used again is taken over', async () => {
  const folder = join(root, 'lock')
  mkdirSync(folder)
  const path = join(folder, 'steward.lock')
  const mine = await lockFolder(folder, () => undefined)
  const holding = JSON.parse(readFileSync(path, 'utf8'))
  await assert.rejects(
    lockFolder(folder, () => undefined),
    isInUse,
  )
  mine.release()
  for (const stale of [{ pid: 999_999_999 }, { boot: 'earlier' }, { start: '1' }]) {
    writeFileSync(path, JSON.stringify({ ...holding, ...stale }))
    const taken = await lockFolder(folder, () => undefined)
    taken.release()
    assert.equal(existsSync(path), false)
  }
})

test(
  'the programs are made runnable from a package without links',
  { skip: process.platform === 'win32' },
  () => {
    const shipped = findShippedPrograms()
    const place = join(root, 'programs')
    mkdirSync(place)
    const folder = preparePrograms(shipped, place, true)
    assert.ok(shipped.links.length > 0)
    for (const link of shipped.links) assert.ok(existsSync(join(folder, link.target)), link.target)
    assert.equal(preparePrograms(shipped, place, true), folder)
  },
)
