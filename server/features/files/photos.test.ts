import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import sharp from 'sharp'
import { openHouse, TEST_NOW } from '../../testing.ts'

type Hint = { likeness: string; photo: { id: string; orgName: string } | null }
type Added = {
  file: { id: string; name: string; byteCount: number }
  picture: { width: number; height: number; sentBytes: number; positionRemoved: boolean } | null
  sameAs: number
}

const WIDE = 640
const TALL = 480
const HOUR = 3_600_000

/** A fixed row of numbers, so that a failure can be seen again. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x100000000
  }
}

/** A scene drawn by program: sky and ground, discs, boxes and fences in all colours, under the noise of a camera. */
async function scene(seed: number): Promise<Buffer> {
  const pick = numbers(seed * 7919 + 17)
  for (let skipped = 0; skipped < 5; skipped += 1) pick()
  const colour = () => [pick() * 255, pick() * 255, pick() * 255] as const
  const values = new Float64Array(WIDE * TALL * 3)
  const paint = (at: number, by: readonly number[], share = 1) => {
    for (let band = 0; band < 3; band += 1) values[at * 3 + band] = by[band]! * share
  }
  const [sky, ground, horizon] = [colour(), colour(), TALL * (0.25 + pick() * 0.5)]
  for (let at = 0; at < WIDE * TALL; at += 1) {
    const y = Math.floor(at / WIDE)
    if (y < horizon) paint(at, sky, 1 - (0.4 * y) / horizon)
    else paint(at, ground, 0.6 + (0.4 * (y - horizon)) / TALL)
  }
  for (let things = 0; things < 18; things += 1) {
    const [kind, x, y, fence] = [Math.floor(pick() * 3), pick() * WIDE, pick() * TALL, 5 + pick() * 20]
    const [w, h, fill] = [WIDE * (0.03 + pick() * 0.3), TALL * (0.03 + pick() * 0.3), colour()]
    for (let row = Math.max(0, Math.ceil(y - h)); row < Math.min(TALL, y + h); row += 1) {
      for (let column = Math.max(0, Math.ceil(x - w)); column < Math.min(WIDE, x + w); column += 1) {
        const inside = kind !== 0 || ((column - x) / w) ** 2 + ((row - y) / h) ** 2 < 1
        if (inside && (kind !== 2 || column % fence < fence / 2)) paint(row * WIDE + column, fill)
      }
    }
  }
  const pixels = Uint8Array.from(values, (value) => Math.max(0, Math.min(255, value + pick() * 30 - 15)))
  return await sharp(pixels, { raw: { width: WIDE, height: TALL, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '29/1 52/1 30/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '121/1 33/1 0/1',
}
const chance = numbers(11)

/** A part that lost 5 to 15 percent of each side's length, anywhere. */
async function cropped(bytes: Buffer): Promise<Buffer> {
  const share = 0.85 + chance() * 0.1
  const [width, height] = [Math.round(WIDE * share), Math.round(TALL * share)]
  const left = Math.floor(chance() * (WIDE - width + 1))
  const top = Math.floor(chance() * (TALL - height + 1))
  return await sharp(bytes).extract({ left, top, width, height }).jpeg({ quality: 85 }).toBuffer()
}

const changes: Readonly<Record<string, { change: (bytes: Buffer) => Promise<Buffer>; least: number }>> = {
  'compressed to 40': {
    change: async (bytes) => await sharp(bytes).jpeg({ quality: 40 }).toBuffer(),
    least: 50,
  },
  mirrored: { change: async (bytes) => await sharp(bytes).flop().jpeg().toBuffer(), least: 50 },
  'made smaller': { change: async (bytes) => await sharp(bytes).resize(320).jpeg().toBuffer(), least: 50 },
  'cropped by 5 to 15 %': { change: cropped, least: 45 },
  'cropped, mirrored, compressed': {
    change: async (bytes) =>
      await sharp(await cropped(bytes))
        .flop()
        .jpeg({ quality: 40 })
        .toBuffer(),
    least: 43,
  },
}

describe('photos', async () => {
  const house = await openHouse()
  const idOf = async (table: 'member' | 'party_org', name: string) =>
    (await house.rows<{ id: string }>(`select id from ${table} where name = $1`, [name]))[0]!.id
  const bailu = { memberId: await idOf('member', '何白露') }
  const liuwan = { orgId: await idOf('party_org', '柳湾镇党委') }
  const add = async (who: CastName | 'other', bytes: Uint8Array, input: object = {}, key?: string) =>
    await house.call(
      who,
      'file.add',
      { name: '清渠.jpg', purpose: 'evidence', about: bailu, ...input },
      { upload: bytes, ...(key === undefined ? {} : { key }) },
    )
  const added = async (who: CastName, bytes: Uint8Array, input: object = {}) => {
    const { status, body } = await add(who, bytes, input)
    assert.equal(status, 200, JSON.stringify(body))
    return body as Added
  }
  const kept = async (fileId: string, who: CastName = 'hanhanlu') =>
    Buffer.from((await house.call(who, 'file.download', { fileId })).body.bytes as Uint8Array)
  const hints = async (who: CastName, fileId: string) =>
    (await house.call(who, 'file.same-photos', { fileId })).body.hints as Hint[]
  const refusalOf = ({ body }: { body: Record<string, unknown> }) =>
    (body.refusal as { code: string } | undefined)?.code

  it('are kept upright, at most 1600 pixels long, without position or any other data about them', async () => {
    const large = await sharp(await scene(900))
      .resize(3000, 2000, { fit: 'fill' })
      .withExif({ IFD0: { Make: 'A telephone' }, IFD3: place })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
      )
      .withIccProfile('p3')
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 92 })
      .toBuffer()
    const sent = await sharp(large).metadata()
    assert.deepEqual([sent.orientation, sent.exif !== undefined, sent.icc !== undefined], [6, true, true])
    assert.ok(sent.exif?.includes('A telephone'))
    const { file, picture } = await added('hebailu', large)
    assert.deepEqual(picture, { width: 1067, height: 1600, sentBytes: large.length, positionRemoved: true })
    const bytes = await kept(file.id)
    const { width, height, format, exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata()
    assert.deepEqual([width, height, format], [1067, 1600, 'jpeg'])
    assert.deepEqual(
      [exif, xmp, icc, iptc, orientation],
      [undefined, undefined, undefined, undefined, undefined],
    )
    for (const word of ['Exif', 'GPS', 'xmpmeta', 'telephone', 'ICC_PROFILE'])
      assert.equal(bytes.includes(word), false, word)
    assert.deepEqual([file.byteCount, file.byteCount < large.length / 2], [bytes.length, true])
  })

  it('without a position say so, and PNG and WebP become JPEG on white', async () => {
    for (const format of ['png', 'webp'] as const) {
      const clear = await sharp({
        create: { width: 60, height: 40, channels: 4, background: { r: 200, g: 20, b: 20, alpha: 0 } },
      })
        .toFormat(format)
        .toBuffer()
      const { file, picture } = await added('hebailu', clear, { name: `截图.${format}` })
      assert.deepEqual([file.name, picture?.positionRemoved, picture?.width], ['截图.jpg', false, 60])
      const [red, green, blue] = await sharp(await kept(file.id))
        .raw()
        .toBuffer()
      assert.ok(red! > 250 && green! > 250 && blue! > 250, `${red} ${green} ${blue}`)
    }
  })

  it('that cannot be opened, or would fill the memory, are refused', async () => {
    const whole = await scene(901)
    const flood = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    for (const [code, bytes, name] of [
      ['file-picture-unreadable', whole.subarray(0, whole.length / 2), '半张.jpg'],
      ['file-picture-unreadable', Buffer.concat([whole.subarray(0, 30), Buffer.alloc(500)]), '坏的.jpg'],
      ['file-picture-too-large', flood, '很大.png'],
    ] as const)
      assert.equal(refusalOf(await add('hebailu', bytes, { name })), code, name)
  })

  it('are drawn anew while other requests are answered', async () => {
    const large = await sharp(await scene(902))
      .resize(4000, 3000, { fit: 'fill' })
      .jpeg()
      .toBuffer()
    let answered = 0
    const adding = Promise.all(
      Array.from({ length: 6 }, async () => {
        const { status } = await add('hebailu', large)
        answered += 1
        return status
      }),
    )
    assert.equal((await house.call('zhouguyu', 'file.list', { about: bailu })).status, 200)
    assert.ok(answered < 6, 'the list waited for all six')
    assert.deepEqual(
      await adding,
      Array.from({ length: 6 }, () => 200),
    )
  })

  it('S-194: sent or kept bytes that come again are the same, and a report withholds them all', async () => {
    const bytes = await scene(903)
    const first = await added('hebailu', bytes)
    const again = await added('zhouguyu', bytes)
    const fetched = await added('zhouguyu', await kept(first.file.id))
    const twice = await added('zhouguyu', await kept(fetched.file.id))
    assert.deepEqual(
      [first, again, fetched, twice].map(({ sameAs }) => sameAs),
      [0, 1, 2, 3],
    )
    const found = await hints('zhouguyu', fetched.file.id)
    assert.deepEqual(
      found.map(({ likeness }) => likeness),
      ['exact', 'exact'],
    )
    assert.equal(
      (await house.call('zhouguyu', 'file.report', { fileId: twice.file.id, reason: '像是涉密' })).status,
      200,
    )
    for (const { file } of [first, again, fetched, twice])
      assert.equal(
        refusalOf(await house.call('zhouguyu', 'file.download', { fileId: file.id })),
        'file-not-open',
      )
    assert.equal(refusalOf(await add('hebailu', bytes)), 'file-was-reported')
  })

  it('S-194: the same photo from another branch is a hint, and which one only for who may read it', async () => {
    const bytes = await scene(904)
    const before = await added('taochunfen', bytes, { about: liuwan })
    const { file } = await added('hebailu', await sharp(bytes).flop().jpeg({ quality: 60 }).toBuffer())
    await house.runJobs()
    assert.deepEqual(await hints('zhouguyu', file.id), [{ likeness: 'samePicture', photo: null }])
    const [seen] = await hints('hanhanlu', file.id)
    assert.deepEqual([seen?.photo?.id, seen?.photo?.orgName], [before.file.id, '柳湾镇党委'])
    // The earlier one gets no hint, whichever was compared last.
    assert.deepEqual(await hints('hanhanlu', before.file.id), [])
    for (const who of ['hebailu', 'taochunfen', 'qinlidong', 'other'] as const)
      assert.equal((await house.call(who, 'file.same-photos', { fileId: file.id })).status, 404, who)
    assert.equal((await house.call(null, 'file.same-photos', { fileId: file.id })).status, 401)
  })

  it('S-194: another county is never compared with', async () => {
    const bytes = await scene(905)
    const [org] = await house.rows<{ id: string }>('select id from party_org where county_id = $1 limit 1', [
      house.otherCounty,
    ])
    assert.equal((await add('other', bytes, { about: { orgId: org!.id } })).status, 200)
    const { file } = await added('hebailu', bytes)
    await house.runJobs()
    assert.deepEqual(await hints('hanhanlu', file.id), [])
  })

  it('S-194: two at once and one key twice leave one hint each, and removal forgets them', async () => {
    const bytes = await scene(906)
    const copy = await sharp(bytes).jpeg({ quality: 50 }).toBuffer()
    const replies = await Promise.all([
      add('hebailu', bytes, {}, 'photo'),
      add('hebailu', bytes, {}, 'photo'),
      add('zhouguyu', copy),
    ])
    const [one, , two] = replies.map(({ body }) => (body as Added).file.id).toSorted()
    await house.runJobs()
    const found = [await hints('hanhanlu', one!), await hints('hanhanlu', two!)]
    assert.deepEqual(found.map(({ length }) => length).toSorted(), [0, 1])
    const [gone] = replies.map(({ body }) => (body as Added).file.id)
    await house.call('zhouguyu', 'file.report', { fileId: gone, reason: '像是涉密' })
    assert.equal(
      (await house.call('hanhanlu', 'file.settle', { fileId: gone, remove: true, reason: '确是' })).status,
      200,
    )
    assert.deepEqual(await house.rows('select 1 from photo_print where file_id = $1', [gone]), [])
    assert.deepEqual(
      await house.rows('select 1 from photo_hint where $1 in (file_id, before_file_id)', [gone]),
      [],
    )
  })

  it('S-194: of fifty photos, changed copies are found and other photos give few hints', async (t) => {
    const originals = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => await scene(index + 1)),
    )
    const sceneOf = new Map<string, number>()
    let hour = 0
    const addAll = async (pictures: readonly Buffer[]) => {
      // The hourly allowance of one account is smaller than this test.
      hour += 1
      house.at(new Date(TEST_NOW.getTime() + hour * HOUR))
      const ids = await Promise.all(
        pictures.map(async (bytes, index) => {
          const { file } = await added('zhouguyu', bytes)
          sceneOf.set(file.id, index)
          return file.id
        }),
      )
      await house.runJobs()
      return await Promise.all(ids.map(async (id) => await hints('hanhanlu', id)))
    }
    const falseIn = (all: readonly Hint[][]) =>
      all.flatMap((list, index) => list.filter(({ photo }) => sceneOf.get(photo!.id) !== index)).length
    const wrong = falseIn(await addAll(originals))
    t.diagnostic(`fifty different photos: ${wrong} false hints among 1225 pairs`)
    assert.ok(wrong <= 3, `${wrong} false hints`)
    for (const [name, { change, least }] of Object.entries(changes)) {
      const all = await addAll(await Promise.all(originals.map(change)))
      const found = all.filter((list, index) =>
        list.some(({ photo }) => sceneOf.get(photo!.id) === index),
      ).length
      t.diagnostic(`${name}: ${found} of 50 found, ${falseIn(all)} false hints`)
      assert.ok(found >= least, `${name}: ${found} of 50`)
      assert.ok(falseIn(all) <= 10, `${name}: ${falseIn(all)} false hints`)
    }
  })
})
