import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { damageRoster } from '#demo/damage-roster.ts'
import { readSheets } from '#platform/sheets/read.ts'
import { writeXlsx } from '#platform/sheets/write.ts'
import { openHouse } from './testing.ts'

const PROGRAM = join(import.meta.dirname, 'steward.ts')
const SERVER = join(import.meta.dirname, 'main.ts')
const folder = mkdtempSync(join(tmpdir(), 'steward-operator-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

async function run(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env } })
  let out = ''
  let err = ''
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  return await new Promise((done) => child.once('close', (code) => done({ code, out, err })))
}

/** What does not hold in the demo county; the second one has no administrators and stands there for other tests. */
function brokenOf({ out, err }: Ended): string[] {
  const own = out.slice(out.indexOf('清源县'))
  assert.match(own, /✓/, err)
  return [...own.matchAll(/✗ (\S+)/g)].map(([, id]) => id ?? '')
}

async function rowsOf(file: string) {
  const read = await readSheets(readFileSync(file))
  assert.ok(read.ok)
  return read.value[0]?.rows ?? []
}

describe('steward on a database of its own', async () => {
  const house = await openHouse()
  const env = {
    DATABASE_URL: house.ownerUrl,
    STEWARD_DATA: folder,
    // The key the tests seal with.
    STEWARD_KEY: Buffer.alloc(32, 7).toString('base64'),
  }
  const steward = (...args: string[]) => run(env, ...args)
  const exported = join(folder, 'exported.xlsx')
  const members = async () => {
    const found = await house.rows<{ count: number }>(
      'select count(*)::int as count from member where county_id = $1',
      [house.county],
    )
    return found[0]?.count ?? 0
  }

  it('lists its commands, and says so where there is none of that name', async () => {
    const help = await steward('help')
    assert.equal(help.code, 0)
    for (const name of ['check', 'demo', 'import', 'export', 'reset-password', 'config'])
      assert.match(help.out, new RegExp(`^ {2}${name} `, 'm'))
    const unknown = await steward('chek')
    assert.equal(unknown.code, 2)
    assert.match(unknown.err, /chek/)
  })

  it('shows settings, and no secrets', async () => {
    const { out } = await steward('config')
    assert.match(out, /DATABASE_URL +••••/)
    assert.doesNotMatch(out, new RegExp(env.STEWARD_KEY))
  })

  it('finds every invariant true, and names a planted breach', async () => {
    assert.deepEqual(brokenOf(await steward('check')), [])
    await house.rows(
      `update party_org set path = path || '9999' where county_id = $1 and id = (select id from party_org
       where county_id = $1 and kind = 'branch' order by number limit 1)`,
      [house.county],
    )
    const broken = await steward('check')
    assert.equal(broken.code, 1)
    assert.ok(brokenOf(broken).includes('organisation.path-follows-parent'), broken.out)
    await house.rows("update party_org set path = subpath(path, 0, -1) where path ~ '*.9999'")
    assert.deepEqual(brokenOf(await steward('check')), [])
  })

  it('exports the roster into a file only its owner can read, masked unless told otherwise, and it is audited', async () => {
    const masked = await steward('export', '--county', 'qingyuan', '--out', join(folder, 'masked.xlsx'))
    assert.equal(masked.code, 0, masked.out + masked.err)
    const numberColumn = (rows: readonly (readonly unknown[])[]) =>
      rows.slice(2, 6).map((row) => String(row[rows[1]?.indexOf('身份证号') ?? -1]))
    assert.ok(numberColumn(await rowsOf(join(folder, 'masked.xlsx'))).every((text) => /\*|•/.test(text)))
    const open = await steward('export', '--county', 'qingyuan', '--out', exported, '--unmasked')
    assert.equal(open.code, 0, open.out + open.err)
    const rows = await rowsOf(exported)
    assert.ok(numberColumn(rows).every((text) => /^\d{17}[\dX]$/.test(text)))
    assert.equal(rows.filter((row) => row.length > 5).length - 1, await members())
    if (process.platform !== 'win32') assert.equal(statSync(exported).mode & 0o077, 0)
    const audit = await house.rows(
      "select 1 from record_look where county_id = $1 and what = 'export' and viewer_name like 'steward%' limit 1",
      [house.county],
    )
    assert.equal(audit.length, 1)
  })

  it('compares a damaged roster without writing, then writes it: the counts are those planted', async () => {
    const { rows, merged, planted } = damageRoster(await rowsOf(exported))
    const file = join(folder, 'damaged.xlsx')
    writeFileSync(
      file,
      await writeXlsx({ name: '花名册', widths: rows[0]?.map(() => 12) ?? [], headRows: 0, rows, merged }),
    )
    const said = `新增 new ${planted.new}，有变化 changed ${planted.changed}，疑似重复 double ${planted.double}，收不进来 refused ${planted.refused}，没有变化 same ${planted.same}`
    const before = await members()
    const dry = await steward('import', file, '--org', '清源县委', '--county', 'qingyuan')
    assert.equal(dry.code, 0, dry.out + dry.err)
    assert.ok(dry.out.includes(said), `${dry.out}\n${said}`)
    assert.match(dry.out, /第 \d+ 行 .+: [a-z-]+/)
    assert.equal(await members(), before)
    const applied = await steward('import', file, '--org', '清源县委', '--county', 'qingyuan', '--apply')
    assert.equal(applied.code, 0, applied.out + applied.err)
    assert.match(applied.out, new RegExp(`written: 新增 ${planted.new}，`))
    assert.equal(await members(), before + planted.new)
    const again = await steward('import', file, '--org', '清源县委', '--county', 'qingyuan')
    assert.match(again.out, /新增 new 0，/)
  })

  it('says what it needs: the county, an organisation that is there, a sheet that can be read', async () => {
    assert.equal((await steward('import', exported)).code, 2)
    const several = await steward('export')
    assert.equal(several.code, 1)
    assert.match(several.out, /qingyuan \(清源县\)/)
    const nowhere = await steward('import', exported, '--org', '石门党支部', '--county', 'qingyuan')
    assert.equal(nowhere.code, 1)
    assert.match(nowhere.out, /no such organisation/)
    const text = join(folder, 'text.xlsx')
    writeFileSync(text, '%PDF-1.4 not a workbook')
    const unread = await steward('import', text, '--org', '清源县委', '--county', 'qingyuan')
    assert.equal(unread.code, 1)
    assert.match(unread.out, /cannot be read: sheet-/)
    const missing = await steward(
      'import',
      join(folder, 'missing.xlsx'),
      '--org',
      '清源县委',
      '--county',
      'qingyuan',
    )
    assert.equal(missing.code, 1)
    assert.match(missing.out, /missing\.xlsx/)
    assert.equal(missing.err, '')
  })

  it('gives a temporary password once, with which one signs in', async () => {
    const reset = await steward('reset-password', 'qinlidong', '--county', 'qingyuan')
    assert.equal(reset.code, 0, reset.out + reset.err)
    const password = /: (\S+)$/m.exec(reset.out)?.[1] ?? ''
    const entered = await house.call(null, 'session.sign-in', {
      county: 'qingyuan',
      accountName: 'qinlidong',
      password,
    })
    assert.deepEqual([entered.status, entered.body['mustFirst']], [200, 'password-change-first'])
  })

  it('tells in one line that the database cannot be reached', async () => {
    const lost = await run({ ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' }, 'check')
    assert.equal(lost.code, 1)
    assert.equal(lost.err.trim().split('\n').length, 1)
  })

  describe('beside the running server', () => {
    let server: ReturnType<typeof spawn>
    let port = 0
    before(async () => {
      port = await freePort()
      server = spawn(process.execPath, [SERVER], {
        env: { ...process.env, ...env, PORT: String(port), STEWARD_HOST: '127.0.0.1' },
        stdio: 'ignore',
      })
      for (;;) {
        assert.equal(server.exitCode, null)
        const answer = await fetch(`http://127.0.0.1:${port}/api/openapi.json`).catch(() => undefined)
        if (answer?.ok === true) return
      }
    })
    after(async () => {
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await ended
    })

    it('shares its work with the server’s worker', async () => {
      const compared = await steward('import', exported, '--org', '清源县委', '--county', 'qingyuan')
      assert.equal(compared.code, 0, compared.out + compared.err)
      assert.match(compared.out, /新增 new 0，/)
      assert.deepEqual(brokenOf(await steward('check')), [])
    })
  })
})

describe('steward on an empty data folder', () => {
  it('starts the database for its own time and stops it again', async () => {
    const data = join(folder, 'own')
    const checked = await run({ STEWARD_DATA: data, DATABASE_URL: '', STEWARD_KEY: '' }, 'check')
    assert.equal(checked.code, 0, checked.out + checked.err)
    assert.match(checked.out, /0 counties/)
    assert.equal(existsSync(join(data, 'postgres', 'data', 'postmaster.pid')), false)
  })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}
