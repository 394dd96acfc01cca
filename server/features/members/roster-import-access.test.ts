import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import iconv from 'iconv-lite'
import type { CastName } from '#demo/cast.ts'
import { countyCrypto } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { writeXlsx } from '#platform/sheets/write.ts'
import { type House, openHouse, type Reply, TEST_NOW } from '../../testing.ts'
import { rosterInvariants } from './checks-roster-import.ts'

const HEADER = ['姓名', '身份证号', '所在党支部', '入党日期', '转正日期', '身份类别', '联系电话']

const nameOf = (serial: number) =>
  `外来${[...String(serial)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}`

/** Somebody nobody knows yet; the number tells the birth date. */
function stranger(serial: number, name = nameOf(serial), branch = '石门村党支部'): string[] {
  const first17 = `99010019900101${String(serial).padStart(3, '0')}`
  return [name, first17 + checkDigitOf(first17), branch, '2015-07-01', '2016-07-01', '农民', '']
}

const csv = (...rows: string[][]) => Buffer.from([HEADER, ...rows].map((row) => row.join(',')).join('\n'))

type Sending = { who?: CastName | 'other'; org?: string; name?: string; key?: string }

function desk(house: House) {
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const send = async (
    bytes: Uint8Array,
    { who = 'luqingming', org = '云溪镇党委', name = '表.csv', key }: Sending = {},
  ) =>
    await house.call(
      who,
      'roster-import.begin',
      { orgId: await orgOf(org), fileName: name },
      { upload: bytes, ...(key === undefined ? {} : { key }) },
    )
  const ready = async (bytes: Uint8Array, sending: Sending = {}) => {
    const begun = await send(bytes, sending)
    assert.equal(begun.status, 200, JSON.stringify(begun.body))
    await house.runJobs()
    return String(begun.body.importId)
  }
  const show = async (importId: string) =>
    (await house.call('luqingming', 'roster-import.show', { importId })).body
  const rows = async (importId: string, group: string) =>
    (await house.call('luqingming', 'roster-import.rows', { importId, group })).body.rows as {
      rowNumber: number
      name: string
      reasons: { code: string; details: Record<string, unknown> }[]
      leftCode: string | null
      result: string | null
    }[]
  const apply = async (importId: string) =>
    await house.call('luqingming', 'roster-import.apply', {
      importId,
      toWrite: (await show(importId)).toWrite,
    })
  return { orgOf, send, ready, show, rows, apply }
}

const codeOf = (reply: Reply) =>
  ((reply.body.refusal ?? reply.body.problem) as { code: string } | undefined)?.code ?? `${reply.status}`

describe('who may import, and where', async () => {
  const house = await openHouse()
  const { orgOf, send, ready, show, rows } = desk(house)

  it('officers import for their own organisations only; others are refused, other counties see nothing', async () => {
    const file = csv(stranger(1))
    assert.equal((await send(file, { who: 'hanhanlu' })).status, 200)
    assert.equal((await send(file, { who: 'luqingming', org: '石门村党支部' })).status, 200)
    assert.deepEqual(
      [(await send(file, { who: 'zhouguyu' })).status, (await send(file, { who: 'taochunfen' })).status],
      [403, 403],
    )
    assert.equal((await send(file, { who: 'yingxiaohan' })).status, 403)
    assert.equal((await send(file, { who: 'other' })).status, 404)
    const nobody = await house.call(
      null,
      'roster-import.begin',
      { orgId: await orgOf('云溪镇党委'), fileName: 'x' },
      { upload: file },
    )
    assert.equal(nobody.status, 401)
  })

  it('an import of another organisation does not exist for those outside, in lists or alone', async () => {
    const importId = await ready(csv(stranger(2)))
    const asked: [string, object][] = [
      ['roster-import.show', {}],
      ['roster-import.rows', { group: 'new' }],
      ['roster-import.decide', { choice: { kind: 'tickGroup', group: 'new', ticked: false } }],
      ['roster-import.map', { sheet: 'CSV', headerRow: 1, columns: [] }],
      ['roster-import.apply', { toWrite: 1 }],
      ['roster-import.undo', { reason: '不该成功' }],
      ['roster-import.resume', {}],
      ['roster-import.abandon', {}],
      ['roster-import.refused-sheet', {}],
    ]
    for (const [operation, input] of asked) {
      for (const who of ['taochunfen', 'zhouguyu', 'other'] as const) {
        assert.equal(
          (await house.call(who, operation, { importId, ...input })).status,
          404,
          `${operation} ${who}`,
        )
      }
    }
    const seen = async (who: CastName | 'other') =>
      ((await house.call(who, 'roster-import.list', {})).body.rows as { id: string }[]).map(({ id }) => id)
    assert.ok((await seen('luqingming')).includes(importId))
    assert.ok((await seen('hanhanlu')).includes(importId))
    assert.deepEqual([await seen('taochunfen'), await seen('other')], [[], []])
    assert.equal((await house.call('zhouguyu', 'roster-import.list', {})).status, 403)
  })

  it('rows for branches elsewhere, and members who belong elsewhere, are refused without telling where', async () => {
    const away = (
      await house.rows<{ name: string; born_on: string }>(
        `select m.name, m.born_on from member m join party_org o on o.id = m.party_org_id
         where o.path <@ (select path from party_org where name = '柳湾镇党委') order by m.id limit 1`,
      )
    )[0]!
    const exported = await house.call('taochunfen', 'roster-export.download', {
      filter: { search: away.name },
      columns: ['name', 'identityNumber'],
      purpose: 'verify',
      unmasked: true,
    })
    const { readSheets } = await import('#platform/sheets/read.ts')
    const read = await readSheets(exported.body.bytes as Uint8Array)
    const [, , row] = read.ok ? read.value[0]!.rows : []
    const importId = await ready(
      csv(
        stranger(3, '外村人', '柳树湾村党支部'),
        [String(row?.[0]), String(row?.[1]), '石门村党支部', '', '', '', ''],
        stranger(4),
      ),
    )
    const refused = await rows(importId, 'refused')
    assert.deepEqual(
      refused.map(({ reasons }) => reasons[0]?.code),
      ['branch-outside-target', 'member-in-other-organisation'],
    )
    assert.ok(!JSON.stringify(refused[1]).includes('柳'))
    assert.deepEqual((await show(importId)).counts, { new: 1, changed: 0, double: 0, refused: 2, same: 0 })
  })

  it('the same key begins one import', async () => {
    const [one, two] = await Promise.all([
      send(csv(stranger(5)), { key: 'twice' }),
      send(csv(stranger(5)), { key: 'twice' }),
    ])
    assert.equal(one.body.importId, two.body.importId)
    const [count] = await house.rows<{ n: number }>(
      'select count(*)::int as n from roster_import where id = $1',
      [one.body.importId],
    )
    assert.equal(count?.n, 1)
  })

  it('the file lies sealed on disk, and rows hold no number in the clear', async () => {
    const person = stranger(6)
    await ready(csv(person))
    const [found] = await house.rows<{ n: number }>(
      `select count(*)::int as n from roster_import_row where facts::text like '%' || $1 || '%' or row_sealed::text like '%' || $1 || '%'`,
      [person[1]],
    )
    assert.equal(found?.n, 0)
  })
})

describe('files as offices send them', async () => {
  const house = await openHouse()
  const { ready, send, show, rows } = desk(house)

  it('a CSV in GB18030 and one in UTF-8 are read alike', async () => {
    for (const bytes of [csv(stranger(11)), iconv.encode(csv(stranger(11)).toString(), 'gb18030')]) {
      const shown = await show(await ready(bytes))
      assert.deepEqual(
        [shown.state, shown.counts],
        ['ready', { new: 1, changed: 0, double: 0, refused: 0, same: 0 }],
      )
    }
  })

  it('an old .xls, an empty file and one that is no sheet say what to do', async () => {
    const old = await show(
      await ready(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), {
        name: '册.xls',
      }),
    )
    assert.deepEqual([old.state, (old.refusal as { code: string }).code], ['unreadable', 'sheet-old-format'])
    const pdf = await show(await ready(Buffer.from('%PDF-1.7')))
    assert.equal((pdf.refusal as { code: string }).code, 'sheet-other-format')
    assert.equal(codeOf(await send(Buffer.alloc(0))), 'import-file-empty')
  })

  it('a sheet without a header waits for a person to name its columns, and is compared then', async () => {
    const person = stranger(12)
    const file = await writeXlsx({
      name: '甲',
      widths: [],
      headRows: 0,
      rows: [['x'], ['人', '码', '在', '入', '转'], person.slice(0, 5)],
    })
    const importId = await ready(file)
    const waiting = await show(importId)
    assert.equal(waiting.state, 'mapping')
    const map = async (input: object) =>
      await house.call('luqingming', 'roster-import.map', { importId, sheet: '甲', headerRow: 2, ...input })
    const fields = ['name', 'identityNumber', 'branchName', 'admittedOn', 'convertedOn']
    const columns = fields.map((field, index) => ({ index, field }))
    assert.equal(codeOf(await map({ columns: columns.slice(1) })), 'import-field-missing')
    assert.equal(
      codeOf(await map({ columns: [...columns, { index: 4, field: 'name' }] })),
      'import-field-twice',
    )
    assert.equal((await map({ columns })).status, 200)
    await house.runJobs()
    const shown = await show(importId)
    assert.deepEqual([shown.state, shown.toWrite], ['ready', 1])
    assert.equal((await rows(importId, 'new'))[0]?.name, person[0])
  })

  it('what was settled is remembered for the next file with these headers', async () => {
    const file = (serial: number) =>
      writeXlsx({
        name: '甲',
        widths: [],
        headRows: 0,
        rows: [['姓名', '身份证号', '说法一', '入党日期', '转正日期'], stranger(serial).slice(0, 5)],
      })
    const first = await ready(await file(13))
    assert.equal((await show(first)).toWrite, 0)
    const columns = ['name', 'identityNumber', 'branchName', 'admittedOn', 'convertedOn'].map(
      (field, index) => ({ index, field }),
    )
    await house.call('luqingming', 'roster-import.map', {
      importId: first,
      sheet: '甲',
      headerRow: 1,
      columns,
    })
    await house.runJobs()
    const { apply } = desk(house)
    assert.equal((await apply(first)).status, 200)
    await house.runJobs()
    const second = await show(await ready(await file(14)))
    assert.deepEqual([second.state, second.toWrite], ['ready', 1])
  })
})

describe('writing once, all or nothing', async () => {
  const house = await openHouse()
  const { ready, send, show, rows, apply } = desk(house)
  const countOf = async (name: string) =>
    (await house.rows<{ n: number }>('select count(*)::int as n from member where name = $1', [name]))[0]?.n

  it('two people who write at the same moment have one effect', async () => {
    const importId = await ready(csv(stranger(21, '同时甲')))
    const [one, two] = await Promise.all([apply(importId), apply(importId)])
    assert.deepEqual([one, two].map(codeOf).toSorted(), ['200', 'import-already-applied'])
    await Promise.all([house.runJobs(), house.runJobs()])
    assert.equal(await countOf('同时甲'), 1)
    assert.equal((await show(importId)).inserted, 1)
  })

  it('one key writes once and is answered twice', async () => {
    const importId = await ready(csv(stranger(22, '同键甲')))
    const input = { importId, toWrite: 1 }
    const first = await house.call('luqingming', 'roster-import.apply', input, { key: 'apply-22' })
    const second = await house.call('luqingming', 'roster-import.apply', input, { key: 'apply-22' })
    assert.deepEqual([first.status, second.status], [200, 200])
    await house.runJobs()
    assert.equal(await countOf('同键甲'), 1)
  })

  it('the same newcomer in two imports gets one file; the other import says so', async () => {
    const [one, two] = [
      await ready(csv(stranger(23, '两表甲'))),
      await ready(csv(stranger(23, '两表甲'), stranger(24, '两表乙'))),
    ]
    await Promise.all([apply(one), apply(two)])
    await house.runJobs()
    const shown = [await show(one), await show(two)]
    assert.deepEqual(
      shown.map(({ state }) => state),
      ['applied', 'applied'],
    )
    assert.equal(
      shown.reduce((sum, { inserted }) => sum + Number(inserted), 0),
      2,
    )
    assert.equal(await countOf('两表甲'), 1)
    const left = [...(await rows(one, 'new')), ...(await rows(two, 'new'))].filter(
      ({ result }) => result === 'left',
    )
    assert.deepEqual(
      left.map(({ leftCode }) => leftCode),
      ['identity-number-now-on-file'],
    )
  })

  it('a file changed since the dry run is left as it is, with the reason', async () => {
    const person = stranger(25, '后改甲')
    const first = await ready(csv(person))
    await apply(first)
    await house.runJobs()
    const next = await ready(csv([...person.slice(0, 6), '13800001111']))
    assert.equal((await show(next)).toWrite, 1)
    const [member] = await house.rows<{ id: string; revision: number }>(
      `select id, revision from member where name = '后改甲'`,
    )
    const changed = await house.call('luqingming', 'member.change', {
      memberId: member!.id,
      revision: member!.revision,
      changes: { phone: '13900002222' },
      reason: '本人来电',
    })
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    await apply(next)
    await house.runJobs()
    const shown = await show(next)
    assert.deepEqual([shown.state, shown.updated, shown.left], ['applied', 0, 1])
    assert.equal((await rows(next, 'changed'))[0]?.leftCode, 'register-changed')
    const [kept] = await house.rows<{ phone_mask: string }>(
      `select phone_mask from member where name = '后改甲'`,
    )
    assert.equal(kept?.phone_mask, '139****2222')
    const undo = await house.call('luqingming', 'roster-import.undo', { importId: first, reason: '撤销试试' })
    assert.deepEqual(undo.body.refusal, {
      code: 'import-built-upon',
      details: { count: 1, names: ['后改甲'] },
    })
  })

  it('work that was cut off shows as interrupted and goes on when asked', async () => {
    const importId = await ready(csv(stranger(26, '中断甲')))
    await house.rows(`update roster_import set state = 'applying', work_begun_at = now() where id = $1`, [
      importId,
    ])
    assert.deepEqual([(await show(importId)).state, (await show(importId)).work], ['applying', 'interrupted'])
    const resumed = await house.call('luqingming', 'roster-import.resume', { importId })
    assert.equal(resumed.status, 200)
    assert.equal((await show(importId)).work, 'waiting')
    assert.equal(
      codeOf(await house.call('luqingming', 'roster-import.resume', { importId })),
      'import-not-interrupted',
    )
    await house.runJobs()
    assert.equal((await show(importId)).state, 'applied')
    assert.equal(await countOf('中断甲'), 1)
  })

  it('R-283: an import is given up before it is written, not after; its file is forgotten a week later', async () => {
    const importId = await ready(csv(stranger(27)))
    const abandon = async () => await house.call('luqingming', 'roster-import.abandon', { importId })
    assert.equal((await abandon()).status, 200)
    assert.equal(codeOf(await abandon()), 'import-not-open')
    assert.equal(codeOf(await apply(importId)), 'import-not-ready')
    house.at(new Date(TEST_NOW.getTime() + 8 * 86_400_000))
    await house.rows(
      `select graphile_worker.add_job('roster-import.forget', json_build_object('county', $1::text, 'accountId', null, 'actorName', 'recurring', 'payload', '{}'::json))`,
      [house.county],
    )
    await house.runJobs()
    house.at(TEST_NOW)
    const [kept] = await house.rows<{ file: string | null; sealed: number }>(
      `select i.file_sha256 as file, (select count(row_sealed)::int from roster_import_row r where r.roster_import_id = i.id) as sealed
       from roster_import i where i.id = $1`,
      [importId],
    )
    assert.deepEqual(kept, { file: null, sealed: 0 })
    assert.equal(
      codeOf(await house.call('luqingming', 'roster-import.refused-sheet', { importId })),
      'import-forgotten',
    )
  })

  it('given up while it is being read, it stays given up', async () => {
    const begun = await send(csv(stranger(28)))
    const importId = String(begun.body.importId)
    await house.call('luqingming', 'roster-import.abandon', { importId })
    await house.runJobs()
    assert.equal((await show(importId)).state, 'abandoned')
  })

  it('nothing ticked is nothing to write', async () => {
    const importId = await ready(csv(stranger(29)))
    await house.call('luqingming', 'roster-import.decide', {
      importId,
      choice: { kind: 'tickGroup', group: 'new', ticked: false },
    })
    assert.equal(codeOf(await apply(importId)), 'import-nothing-to-write')
    const branch = await house.call('luqingming', 'roster-import.decide', {
      importId,
      choice: { kind: 'branch', name: '某', orgId: await desk(house).orgOf('柳树湾村党支部') },
    })
    assert.equal(codeOf(branch), 'import-branch-unusable')
  })

  it('all invariants hold, and a planted breach is named', async () => {
    const prove = async () =>
      await onConnection(house.pool, false, async (client) => {
        const found = []
        for (const invariant of rosterInvariants)
          found.push(
            await invariant.find(
              countyTx(client, house.county),
              countyCrypto(Buffer.alloc(32, 7), house.county),
            ),
          )
        return found
      })
    assert.deepEqual(
      (await prove()).flatMap(({ breaches }) => breaches),
      [],
    )
    await house.rows(
      `update roster_import set inserted_count = inserted_count + 1 where file_name = '表.csv' and state = 'applied'`,
    )
    assert.ok((await prove())[0]!.breaches.length > 0)
  })
})
