import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type ApiPerson, signInByApi } from './platform/api.ts'
import { startProduct } from './platform/product.ts'

const ROWS = 28_664
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A valid number of a region that exists nowhere. */
function identityNumber(serial: number): string {
  const first17 = `${991000 + Math.floor(serial / 999)}19800101${String(serial % 999).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return first17 + '10X98765432'.charAt(sum % 11)
}

function rosterOf(branch: string): Uint8Array {
  const lines = ['姓名,公民身份号码,所在党支部,入党日期,转正日期,人员类别']
  for (let serial = 0; serial < ROWS; serial += 1) {
    lines.push(
      `演${String.fromCodePoint(0x4e00 + (serial % 5000))}${String.fromCodePoint(0x5200 + Math.floor(serial / 5000))},${identityNumber(serial)},${branch},2005-07-01,2006-07-01,农牧渔民`,
    )
  }
  return Buffer.from(lines.join('\r\n'), 'utf8')
}

type Shown = {
  state: string
  work: string | null
  toWrite: number
  counts: Record<string, number>
  progress: { done: number } | null
}

async function until(
  officer: ApiPerson,
  importId: string,
  reached: (shown: Shown) => boolean,
): Promise<Shown> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const shown = await officer.query<Shown>('roster-import.show', { importId })
    if (reached(shown)) return shown
    await wait(50)
  }
  throw new Error('The import did not get there within a minute')
}

describe('a power cut while a roster of 28 664 rows is being written', async () => {
  const product = await startProduct('small')

  it('leaves all or nothing of it, and it can go on', { timeout: 240_000 }, async () => {
    let officer = await signInByApi(product.origin, 'hanhanlu')
    const before = (await officer.query<{ total: number }>('member.list', {})).total
    const found = await officer.query<{ rows: { id: string; name: string }[] }>('organisation.search', {
      text: '石门村党支部',
    })
    const branch = found.rows[0]
    assert.ok(branch)
    const { importId } = await officer.upload<{ importId: string }>(
      'roster-import.begin',
      { orgId: branch.id, fileName: '大花名册.csv' },
      rosterOf(branch.name),
    )
    const ready = await until(officer, importId, (shown) => shown.state === 'ready')
    assert.equal(ready.counts.new, ROWS)
    await officer.command('roster-import.apply', { importId, toWrite: ready.toWrite })
    await until(officer, importId, (shown) => shown.state === 'applying' && (shown.progress?.done ?? 0) > 0)

    const postmaster =
      readFileSync(join(product.folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
    await product.stop('SIGKILL')
    execFileSync('pkill', ['-9', '-P', postmaster])
    execFileSync('kill', ['-9', postmaster])

    await product.start()
    officer = await signInByApi(product.origin, 'hanhanlu')
    const after = (await officer.query<{ total: number }>('member.list', {})).total
    assert.ok(after === before || after === before + ROWS, `${after} members after the cut, ${before} before`)

    const shown = await officer.query<Shown>('roster-import.show', { importId })
    if (shown.state === 'applying' && shown.work === 'interrupted')
      await officer.command('roster-import.resume', { importId })
    await until(officer, importId, ({ state }) => state === 'applied')
    const total = (await officer.query<{ total: number }>('member.list', {})).total
    assert.equal(total, before + ROWS)
  })
})
