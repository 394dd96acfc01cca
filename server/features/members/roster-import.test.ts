import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { damageRoster, type DamagedRoster } from '#demo/damage-roster.ts'
import { readSheets } from '#platform/sheets/read.ts'
import type { Sheet } from '#platform/sheets/sheet.ts'
import { writeXlsx } from '#platform/sheets/write.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

type Shown = {
  state: string
  work: string | null
  counts: Record<string, number>
  toWrite: number
  inserted: number
  updated: number
  left: number
  undoUntil: string | null
  may: { write: boolean; undo: boolean; refusedSheet: boolean }
  mapping: { columns: { header: string; field: string | null; samples: string[] }[] }
}
type Row = {
  rowNumber: number
  name: string
  ticked: boolean
  changes: { field: string; from: string | null; to: string }[]
  reasons: { code: string; details: Record<string, unknown> }[]
  cautions: { code: string }[]
  suggestions: { orgId: string; name: string }[]
  other: { name: string; rowNumber: number | null; bornOn: string | null; branch: string | null } | null
  person: { identityMask: string } | null
  result: string | null
  leftCode: string | null
}

async function sheetOf(bytes: unknown): Promise<Sheet> {
  assert.ok(bytes instanceof Uint8Array)
  const read = await readSheets(bytes)
  assert.ok(read.ok && read.value[0])
  return read.value[0]
}

describe('a roster with eight damages goes through dry run, writing and undo', async () => {
  const house = await openHouse()
  const who = 'luqingming'
  let orgId = ''
  let damaged: DamagedRoster
  let importId = ''
  const call = async (operation: string, input: object = {}) => {
    const reply = await house.call(who, operation, { importId, ...input })
    assert.equal(reply.status, 200, `${operation}: ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const show = async () => (await call('roster-import.show')) as unknown as Shown
  const rowsOf = async (group: string) =>
    (await call('roster-import.rows', { group, limit: 100 })).rows as Row[]
  const register = async () =>
    await house.rows<{ digest: string; members: number }>(
      `select count(*)::int as members, md5(string_agg(concat_ws('|', m.id, m.name, m.category, m.education, m.converted_on, m.phone_mask,
         m.party_org_id, encode(m.identity_index, 'hex'), encode(m.phone_index, 'hex'), m.membership_kind, m.workplace), ',' order by m.id)) as digest from member m`,
    )

  before(async () => {
    orgId = (await house.rows<{ id: string }>(`select id from party_org where name = '云溪镇党委'`))[0]!.id
    const exported = await house.call(who, 'roster-export.download', {
      filter: { orgId },
      purpose: 'verify',
      unmasked: true,
    })
    assert.equal(exported.status, 200)
    damaged = damageRoster((await sheetOf(exported.body.bytes)).rows)
    const file = await writeXlsx({ name: 'Sheet1', widths: [], headRows: 0, ...damaged })
    const begun = await house.call(
      who,
      'roster-import.begin',
      { orgId, fileName: '花名册_云溪镇_1103.xlsx' },
      { upload: file },
    )
    assert.equal(begun.status, 200)
    importId = String(begun.body.importId)
  })

  it('waits, then shows exactly what was planted, and has written nothing', async () => {
    const [was] = await register()
    assert.deepEqual([(await show()).state, (await show()).work], ['reading', 'waiting'])
    await house.runJobs()
    const shown = await show()
    assert.equal(shown.state, 'ready')
    const { new: fresh, changed, double, refused, same, unticked } = damaged.planted
    assert.deepEqual(shown.counts, { new: fresh, changed, double, refused, same })
    assert.equal(shown.toWrite, fresh + changed - unticked)
    assert.deepEqual(await register(), [was])
  })

  it('guesses the columns under other names and shows samples without whole numbers', async () => {
    const { mapping } = await show()
    assert.deepEqual(
      mapping.columns.map(({ field }) => field),
      [
        'branchName',
        'name',
        'sex',
        'identityNumber',
        'bornOn',
        'ethnicGroup',
        'education',
        'admittedOn',
        'convertedOn',
        'category',
        'phone',
        'address',
      ],
    )
    assert.ok(!/\d{7}/.test(JSON.stringify(mapping.columns[3])))
    assert.ok(!JSON.stringify(mapping.columns[11]).includes('号'))
  })

  it('refused rows say why; an unknown branch has a near one', async () => {
    const rows = await rowsOf('refused')
    const reasons: Record<string, number> = {}
    for (const row of rows) for (const { code } of row.reasons) reasons[code] = (reasons[code] ?? 0) + 1
    assert.deepEqual(reasons, damaged.planted.reasons)
    const unknown = rows.find((row) => row.reasons[0]?.code === 'branch-unknown')
    assert.deepEqual(
      unknown?.suggestions.map(({ name }) => name),
      ['石门村党支部'],
    )
    assert.ok(!/\d{15}/.test(JSON.stringify(rows)))
  })

  it('changes are shown field by field with masked phones; what rests on papers waits unticked', async () => {
    const rows = await rowsOf('changed')
    const phone = rows.find((row) => row.changes[0]?.field === 'phone')
    assert.match(phone?.changes[0]?.from ?? '', /^1\d\d\*{4}\d{4}$/)
    assert.equal(phone?.changes[0]?.to, '138****0100')
    const papers = rows.filter((row) => !row.ticked)
    assert.deepEqual(
      papers.map((row) => [row.changes[0]?.field, row.cautions[0]?.code]),
      [['convertedOn', 'standing-changes']],
    )
    assert.equal(rows.filter((row) => row.cautions[0]?.code === 'category-changes').length, 2)
  })

  it('doubles stand side by side', async () => {
    const rows = await rowsOf('double')
    const codes = rows.map((row) => row.reasons[0]?.code)
    assert.deepEqual(codes.toSorted(), [
      ...Array.from({ length: 2 }, () => 'same-name-and-birth-date'),
      'same-name-and-birth-date-in-sheet',
      ...Array.from({ length: 3 }, () => 'same-number-in-sheet'),
    ])
    for (const row of rows) {
      assert.equal(row.other?.name, row.name)
      assert.ok(row.other?.bornOn && row.other.branch, row.name)
    }
  })

  it('the refused rows go back in the sender’s layout with a reason', async () => {
    const reply = await house.call(who, 'roster-import.refused-sheet', { importId })
    assert.equal(reply.status, 200)
    const sheet = await sheetOf(reply.body.bytes)
    assert.equal(sheet.rows[0]?.[0], damaged.rows[0]?.[0])
    assert.deepEqual(sheet.rows[3], [...damaged.rows[3]!, '退回原因'])
    assert.deepEqual(sheet.merged, damaged.merged.slice(0, 2))
    const { refused, double } = damaged.planted
    assert.equal(sheet.rows.length, 4 + refused + double)
    const byReason = sheet.rows.slice(4).map((row) => String(row[damaged.rows[3]!.length]))
    assert.equal(
      byReason.filter((text) => text.includes('没有“石门支部”这个党支部；是不是石门村党支部')).length,
      4,
    )
    assert.equal(byReason.filter((text) => text.startsWith('身份证号和第')).length, 3)
    assert.ok(byReason.every((text) => text !== '' && text !== 'undefined'))
  })

  it('a near branch is adopted for all rows at once; they are the same as on the register', async () => {
    const unknown = (await rowsOf('refused')).find((row) => row.suggestions.length > 0)
    const [shimen] = unknown?.suggestions ?? []
    const reply = await call('roster-import.decide', {
      choice: { kind: 'branch', name: '石门支部', orgId: shimen?.orgId },
    })
    assert.equal(reply.changed, 4)
    const counts = reply.counts as Record<string, number>
    assert.equal(counts.refused, damaged.planted.refused - 4)
    // Those of 石门村 are the same now, those of elsewhere would change branch and wait unticked.
    assert.equal(counts.same! + counts.changed!, damaged.planted.same + damaged.planted.changed + 4)
  })

  it('a namesake judged another person becomes new; the same one is left to the register', async () => {
    const doubles = (await rowsOf('double')).filter(
      (row) => row.reasons[0]?.code === 'same-name-and-birth-date',
    )
    const before = (await show()).toWrite
    const answer = async (row: Row | undefined, value: string | null) =>
      await call('roster-import.decide', {
        choice: { kind: 'double', rowNumbers: [row?.rowNumber], answer: value },
      })
    assert.equal((await answer(doubles[0], 'notSame')).toWrite, before + 1)
    assert.equal((await answer(doubles[1], 'samePerson')).toWrite, before + 1)
    assert.equal((await answer(doubles[0], null)).toWrite, before)
    assert.equal((await answer(doubles[0], 'notSame')).toWrite, before + 1)
  })

  it('unticked rows stay out', async () => {
    const [first] = await rowsOf('new')
    const before = (await show()).toWrite
    const tick = async (ticked: boolean) =>
      await call('roster-import.decide', { choice: { kind: 'tick', rowNumbers: [first?.rowNumber], ticked } })
    assert.equal((await tick(false)).toWrite, before - 1)
    assert.equal(
      (await call('roster-import.decide', { choice: { kind: 'tickGroup', group: 'new', ticked: true } }))
        .toWrite,
      before,
    )
  })

  let was: Awaited<ReturnType<typeof register>> = []
  it('another number than the person saw is not written', async () => {
    was = await register()
    const { toWrite } = await show()
    const reply = await house.call(who, 'roster-import.apply', { importId, toWrite: toWrite + 1 })
    assert.equal(reply.status, 409)
    assert.deepEqual(reply.body.refusal, { code: 'import-changed-meanwhile', details: { toWrite } })
  })

  it('writing does exactly what was ticked, once', async () => {
    const { toWrite } = await show()
    await call('roster-import.apply', { toWrite })
    const again = await house.call(who, 'roster-import.apply', { importId, toWrite })
    assert.equal((again.body.refusal as { code: string }).code, 'import-already-applied')
    await house.runJobs()
    const shown = await show()
    assert.equal(shown.state, 'applied')
    assert.deepEqual([shown.inserted, shown.inserted + shown.updated], [damaged.planted.new + 1, toWrite])
    assert.ok(shown.undoUntil !== null && shown.may.undo)
    const [now] = await register()
    assert.equal(now?.members, was[0]!.members + damaged.planted.new + 1)
    const lines = await house.rows<{ n: number }>(
      'select count(*)::int as n from member_change where batch_id = $1',
      [importId],
    )
    assert.equal(lines[0]?.n, shown.updated)
    const again2 = await house.call(who, 'roster-import.apply', { importId, toWrite })
    assert.equal((again2.body.refusal as { code: string }).code, 'import-already-applied')
  })

  it('a member who is built upon keeps the import from being undone, by name', async () => {
    const written = await house.rows<{ member_id: string; name: string }>(
      `select member_id, name from roster_import_row where roster_import_id = $1 and ticked and act = 'insert' order by row_number limit 1`,
      [importId],
    )
    const tag = await house.call(who, 'member.tag', {
      memberId: written[0]?.member_id,
      tag: 'veteranMember',
      fromOn: '2026-11-01',
      reason: '党龄较长',
    })
    assert.equal(tag.status, 200, JSON.stringify(tag.body))
    const reply = await house.call(who, 'roster-import.undo', { importId, reason: '传错了表' })
    assert.equal(reply.status, 409)
    assert.deepEqual(reply.body.refusal, {
      code: 'import-built-upon',
      details: { count: 1, names: [written[0]?.name] },
    })
    await house.rows('delete from member_tag where member_id = $1', [written[0]?.member_id])
  })

  it('the whole import is taken back within seven days, and not later', async () => {
    house.at(new Date(TEST_NOW.getTime() + 7 * 86_400_000 + 60_000))
    const late = await house.call(who, 'roster-import.undo', { importId, reason: '传错了表' })
    assert.equal((late.body.refusal as { code: string }).code, 'import-undo-too-late')
    house.at(new Date(TEST_NOW.getTime() + 6 * 86_400_000))
    const undone = await call('roster-import.undo', { reason: '传错了表' })
    const shown = await show()
    assert.deepEqual([undone.removed, undone.restored], [shown.inserted, shown.updated])
    assert.equal(shown.state, 'undone')
    assert.deepEqual(await register(), was)
    const twice = await house.call(who, 'roster-import.undo', { importId, reason: '传错了表' })
    assert.equal((twice.body.refusal as { code: string }).code, 'import-not-applied')
  })

  it('the columns are remembered for the next roster of this kind', async () => {
    const kept = await house.rows<{ branches: object }>('select branches from roster_mapping')
    assert.deepEqual(Object.keys(kept[0]?.branches ?? {}), ['石门支部'])
  })
})
