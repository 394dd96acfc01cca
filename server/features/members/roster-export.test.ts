import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { readSheets } from '#platform/sheets/read.ts'
import { openHouse } from '../../testing.ts'

describe('the exported roster', async () => {
  const house = await openHouse()
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const download = async (who: CastName | 'other' | null, input: object = {}) =>
    await house.call(who, 'roster-export.download', { purpose: 'verify', ...input })
  const rowsOf = async (who: CastName, input: object = {}) => {
    const reply = await download(who, input)
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    const read = await readSheets(reply.body.bytes as Uint8Array)
    assert.ok(read.ok)
    return read.value[0]!.rows
  }
  const codeOf = async (who: CastName | 'other' | null, input: object) => {
    const { status, body } = await download(who, input)
    return ((body.refusal ?? body.problem) as { code: string } | undefined)?.code ?? `${status}`
  }

  it('holds whom the caller may see, titled, with who exported it, when and what for at its foot', async () => {
    const rows = await rowsOf('zhouguyu', { note: '年底核对' })
    const [count] = await house.rows<{ n: number }>(
      `select count(*)::int as n from member m join party_org o on o.id = m.party_org_id
       where o.name = '石门村党支部' and m.state in ('active', 'suspended')`,
    )
    assert.equal(rows.length, 3 + count!.n)
    assert.ok(rows.slice(2, -1).every((row) => row[7] === '石门村党支部'))
    assert.match(
      String(rows.at(-1)?.[0]),
      new RegExp(`^说明：周谷雨于2026年11月3日导出，共 ${count!.n} 人，用途：核对信息，年底核对`),
    )
  })

  it('numbers and addresses are masked unless asked for with a purpose; every look is noted', async () => {
    const before = await house.rows<{ n: number }>(
      `select count(*)::int as n from record_look where what = 'export'`,
    )
    const masked = await rowsOf('zhouguyu', { columns: ['name', 'identityNumber', 'phone', 'address'] })
    assert.ok(!/\d{7}/.test(JSON.stringify(masked.slice(2, -1))))
    assert.match(String(masked[2]?.[1]), /^\*{14}\d{3}[\dX]$/)
    const open = await rowsOf('zhouguyu', {
      columns: ['name', 'identityNumber', 'phone', 'address'],
      unmasked: true,
      purpose: 'contact',
    })
    assert.match(String(open[2]?.[1]), /^\d{17}[\dX]$/)
    const looks = await house.rows<{ fields: string[]; purpose: string; n: number }>(
      `select fields, purpose, count(*)::int as n from record_look where what = 'export' and viewer_name = '周谷雨' group by fields, purpose order by purpose`,
    )
    assert.equal(before[0]?.n, open.length - 3)
    assert.deepEqual(
      looks.map(({ fields, purpose }) => [purpose, fields]),
      [
        ['contact', ['identityNumber', 'phone', 'address']],
        ['verify', []],
      ],
    )
  })

  it('filters as the list does', async () => {
    const orgId = await orgOf('云溪镇党委')
    const all = await rowsOf('luqingming', { filter: { orgId } })
    const women = await rowsOf('luqingming', { filter: { orgId, sex: 'female' } })
    assert.ok(women.length > 3 && women.length < all.length)
    assert.ok(women.slice(2, -1).every((row) => row[2] === '女'))
  })

  it('is refused without right, without note for other purposes, and where nobody fits', async () => {
    assert.equal(await codeOf('hebailu', {}), 'forbidden')
    assert.equal(await codeOf('yingxiaohan', {}), 'forbidden')
    assert.equal(await codeOf(null, {}), 'not-signed-in')
    assert.equal(await codeOf('zhouguyu', { purpose: 'other' }), 'purpose-needs-note')
    assert.equal(await codeOf('zhouguyu', { filter: { search: '没有这个人' } }), 'export-empty')
    assert.equal(await codeOf('zhouguyu', { filter: { orgId: await orgOf('河口村党支部') } }), 'not-found')
    assert.equal(await codeOf('other', { filter: { orgId: await orgOf('石门村党支部') } }), 'not-found')
    assert.equal(await codeOf('other', {}), 'export-empty')
  })
})
