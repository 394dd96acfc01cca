import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import sharp from 'sharp'
import { openHouse } from '../../testing.ts'
import { fileInvariants } from './checks.ts'

type FileView = { id: string; name: string; type: string; byteCount: number; state: string; addedBy: string }

/** A picture no other test adds. */
const picture = async () =>
  await sharp(randomBytes(24 * 24 * 3), { raw: { width: 24, height: 24, channels: 3 } })
    .jpeg()
    .toBuffer()
const png = async () =>
  await sharp(await picture())
    .png()
    .toBuffer()
/** A paper no other test adds; papers are kept as they come. */
const pdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200)])

describe('files', async () => {
  const house = await openHouse()
  const memberOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const bailu = { memberId: await memberOf('何白露') }
  const shimen = { orgId: await orgOf('石门村党支部') }
  const add = async (
    who: CastName | 'other' | null,
    bytes: Uint8Array,
    input: object = {},
    options: { key?: string } = {},
  ) =>
    await house.call(
      who,
      'file.add',
      { name: '清渠.jpg', purpose: 'evidence', about: bailu, ...input },
      { upload: bytes, ...options },
    )
  const added = async (bytes?: Uint8Array, input: object = {}, who: CastName = 'hebailu') =>
    ((await add(who, bytes ?? (await picture()), input)).body.file as FileView).id
  const open = async (who: CastName | 'other' | null, fileId: string) =>
    await house.call(who, 'file.download', { fileId })
  const list = async (who: CastName | 'other', about: object) => await house.call(who, 'file.list', { about })
  const codeOf = (reply: { body: Record<string, unknown> }) =>
    (reply.body.refusal as { code: string } | undefined)?.code
  const onDisk = () =>
    readdirSync(house.dataFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const placeOf = async (fileId: string) => {
    const [row] = await house.rows<{ kept_sha256: string }>(
      'select kept_sha256 from stored_file where id = $1',
      [fileId],
    )
    const found = onDisk().find(({ name }) => name === row!.kept_sha256)
    return found === undefined ? undefined : join(found.parentPath, found.name)
  }

  it('are added by the member, by those above, and by nobody else', async () => {
    for (const [who, status] of [
      ['hebailu', 200],
      ['zhouguyu', 200],
      ['luqingming', 200],
      ['hanhanlu', 200],
      ['qinlidong', 404],
      ['shenliqiu', 404],
      ['taochunfen', 404],
      ['yingxiaohan', 404],
      ['other', 404],
      [null, 401],
    ] as const) {
      assert.equal((await add(who, await picture())).status, status, String(who))
    }
    assert.equal((await add('hebailu', await picture(), { about: shimen })).status, 404)
    assert.equal((await add('zhouguyu', await picture(), { about: shimen })).status, 200)
    assert.equal((await add('shenliqiu', await picture(), { about: shimen })).status, 404)
    assert.equal(
      (await add('hanhanlu', await picture(), { about: { memberId: crypto.randomUUID() } })).status,
      404,
    )
  })

  it('come back byte for byte to who may read, and do not exist for others', async () => {
    const bytes = pdf()
    const fileId = await added(bytes, { name: '清渠.pdf' })
    for (const who of ['hebailu', 'zhouguyu', 'luqingming', 'hanhanlu'] as const) {
      const reply = await open(who, fileId)
      assert.equal(reply.status, 200, who)
      assert.deepEqual(Buffer.from(reply.body.bytes as Uint8Array), bytes)
    }
    for (const who of ['qinlidong', 'shenliqiu', 'taochunfen', 'yingxiaohan', 'other'] as const)
      assert.equal((await open(who, fileId)).status, 404, who)
    assert.equal((await open(null, fileId)).status, 401)
    assert.equal((await open('hanhanlu', crypto.randomUUID())).status, 404)
  })

  it('are listed for a member and for an organisation', async () => {
    const fileId = await added(await picture(), { name: 'C:\\照片\\清渠 2.jpg' })
    const reply = await list('zhouguyu', bailu)
    const own = (reply.body.rows as FileView[]).find(({ id }) => id === fileId)
    assert.deepEqual([own?.name, own?.addedBy, reply.body.mayAdd], ['清渠 2.jpg', '何白露', true])
    assert.equal((await list('hebailu', bailu)).status, 200)
    for (const who of ['qinlidong', 'taochunfen', 'other'] as const)
      assert.equal((await list(who, bailu)).status, 404, who)
    const atBranch = await added(await picture(), { about: shimen }, 'zhouguyu')
    const rows = (await list('zhouguyu', shimen)).body.rows as FileView[]
    assert.deepEqual(
      [rows.some(({ id }) => id === atBranch), rows.some(({ id }) => id === fileId)],
      [true, false],
    )
    assert.equal((await list('hebailu', shimen)).status, 404)
  })

  it('follow the member: the present branch opens them, the one left does not', async () => {
    const fileId = await added(await picture(), {}, 'zhouguyu')
    await house.rows('update member set party_org_id = $1 where id = $2', [
      await orgOf('河口村党支部'),
      bailu.memberId,
    ])
    assert.equal((await open('shenliqiu', fileId)).status, 200)
    assert.equal((await open('zhouguyu', fileId)).status, 404)
    await house.rows('update member set party_org_id = $1 where id = $2', [shimen.orgId, bailu.memberId])
  })

  it('R-305: are taken for what their bytes show', async () => {
    for (const [code, bytes, name] of [
      ['file-empty', Buffer.alloc(0), 'a.jpg'],
      ['file-type-not-kept', Buffer.from('MZ\u0090 this is a program'), 'a.jpg'],
      ['file-type-not-kept', Buffer.from('<script>alert(1)</script>'), 'a.pdf'],
      ['file-type-other-than-name', await png(), 'a.jpg'],
      ['file-type-other-than-name', await picture(), 'a.pdf'],
      ['file-name-too-long', await picture(), `${'长'.repeat(121)}.jpg`],
    ] as const) {
      const reply = await add('hebailu', bytes, { name })
      assert.equal(reply.status, 409, name)
      assert.equal(codeOf(reply), code, name)
    }
    const kept = (await add('hebailu', await png(), { name: '截图.PNG' })).body.file as FileView
    assert.deepEqual([kept.type, kept.name], ['image/jpeg', '截图.jpg'])
    assert.equal((await add('hebailu', Buffer.alloc(12_000_001), {})).status, 413)
  })

  it('of equal bytes are kept once on the disk, encrypted, and named as often as they were added', async () => {
    const bytes = pdf()
    const before = onDisk().length
    const first = await add('hebailu', bytes, { name: '一份.pdf' })
    const second = await add('zhouguyu', bytes, { about: shimen, name: '又一份.pdf' })
    assert.deepEqual([first.body.sameAs, second.body.sameAs], [0, 1])
    assert.equal(onDisk().length, before + 1)
    const place = (await placeOf((first.body.file as FileView).id))!
    assert.equal(readFileSync(place).includes(bytes.subarray(20)), false)
    // Somebody who may see neither learns nothing of them.
    const elsewhere = await add('taochunfen', bytes, {
      about: { orgId: await orgOf('柳湾镇党委') },
      name: '一份.pdf',
    })
    assert.equal(elsewhere.body.sameAs, 0)
  })

  it('added twice with one key are one file; two at once with the same bytes are two that both open', async () => {
    const bytes = await picture()
    const [a, b] = await Promise.all([
      add('hebailu', bytes, { name: '一次.jpg' }, { key: 'one' }),
      add('hebailu', bytes, { name: '一次.jpg' }, { key: 'one' }),
    ])
    assert.deepEqual(a.body, b.body)
    assert.equal((await house.rows(`select 1 from stored_file where name = '一次.jpg'`)).length, 1)
    const same = await picture()
    const both = await Promise.all([add('hebailu', same), add('zhouguyu', same)])
    for (const { body } of both) assert.equal((await open('hebailu', (body.file as FileView).id)).status, 200)
  })

  it('altered on the disk are not given out', async () => {
    const fileId = await added()
    const place = (await placeOf(fileId))!
    const bytes = readFileSync(place)
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(place, bytes)
    const reply = await open('hebailu', fileId)
    assert.equal(reply.status, 500)
    assert.equal('bytes' in reply.body, false)
  })

  it('R-309: reported are withheld with all copies at once, and not taken again', async () => {
    const bytes = await picture()
    const fileId = await added(bytes)
    const copy = await added(bytes, { about: shimen }, 'zhouguyu')
    assert.equal(
      codeOf(await house.call('hebailu', 'file.report', { fileId, reason: ' ' })),
      'file-report-without-reason',
    )
    for (const who of ['qinlidong', 'taochunfen', 'other'] as const)
      assert.equal((await house.call(who, 'file.report', { fileId, reason: '涉密' })).status, 404, who)
    const reports = await Promise.all([
      house.call('hebailu', 'file.report', { fileId, reason: '有密级标志' }),
      house.call('zhouguyu', 'file.report', { fileId: copy, reason: '有密级标志' }),
    ])
    assert.deepEqual(reports.map(({ status }) => status).toSorted(), [200, 409])
    assert.deepEqual(reports.map(codeOf).filter(Boolean), ['file-not-open'])
    for (const [who, id] of [
      ['hebailu', fileId],
      ['luqingming', copy],
    ] as const)
      assert.equal(codeOf(await open(who, id)), 'file-not-open')
    assert.equal(codeOf(await add('hebailu', bytes)), 'file-was-reported')
    assert.equal((await open('hanhanlu', fileId)).status, 200)
  })

  it('R-309: reported are given back or removed for good by the county', async () => {
    const settle = async (who: CastName | 'other', fileId: string, remove: boolean, reason = '核对过') =>
      await house.call(who, 'file.settle', { fileId, remove, reason })
    const [innocent, secret] = [await added(), await added()]
    assert.equal(codeOf(await settle('hanhanlu', innocent, false)), 'file-not-reported')
    for (const fileId of [innocent, secret])
      await house.call('zhouguyu', 'file.report', { fileId, reason: '像是涉密' })
    const reported = await house.call('hanhanlu', 'file.reported')
    assert.equal(
      (reported.body.rows as FileView[]).filter(({ id }) => [innocent, secret].includes(id)).length,
      2,
    )
    assert.equal((await house.call('luqingming', 'file.reported')).status, 403)
    assert.deepEqual((await house.call('other', 'file.reported')).body, { rows: [] })
    for (const who of ['zhouguyu', 'luqingming', 'other'] as const)
      assert.equal((await settle(who, secret, true)).status, 404, who)
    assert.equal(codeOf(await settle('hanhanlu', secret, true, '')), 'file-report-without-reason')
    assert.equal((await settle('hanhanlu', innocent, false)).status, 200)
    assert.equal((await open('hebailu', innocent)).status, 200)
    assert.notEqual(await placeOf(secret), undefined)
    assert.equal((await settle('hanhanlu', secret, true)).status, 200)
    await house.runJobs()
    assert.equal(await placeOf(secret), undefined)
    for (const who of ['hebailu', 'hanhanlu'] as const)
      assert.equal(codeOf(await open(who, secret)), 'file-not-open')
  })

  it('hold their invariants, and a planted breach of each is named', async () => {
    const breaches = async () =>
      await onConnection(house.pool, false, async (client) => {
        const found = []
        for (const invariant of fileInvariants) {
          const tx = countyTx(client, house.county)
          const { breaches: named } = await invariant.find(
            tx,
            cryptoByCounty(Buffer.alloc(32, 7))(house.county),
          )
          if (named.length > 0) found.push(invariant.id)
        }
        return found
      })
    assert.deepEqual(await breaches(), [])
    const bytes = await picture()
    const [one, two] = [await added(bytes), await added(bytes)]
    await house.rows(
      'insert into photo_hint (county_id, file_id, before_file_id, distance) values ($1, $2, $3, 0)',
      [house.county, one, two],
    )
    await house.rows(
      `update stored_file set state = 'withheld', reported_at = now(), type = 'text/html' where id = $1`,
      [one],
    )
    assert.deepEqual((await breaches()).toSorted(), fileInvariants.map(({ id }) => id).toSorted())
  })
})
