import { createHash } from 'node:crypto'
import { longestPhotoSide } from '@steward/domain/files/photo-cover.ts'
import { type PhotoPrint, printOf } from '@steward/domain/files/photo-hash.ts'
import {
  checkFile,
  cleanFileName,
  type FileRefusal,
  type FileType,
  isPicture,
  nameOfKept,
  pictureType,
} from '@steward/domain/files/stored-file.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { type Handled, handlePrepared } from '#platform/context.ts'
import { greySide, mostPixels, shrinkPicture } from '#platform/pictures.ts'
import { problem } from '#platform/problem.ts'
import { fileTypeFromBuffer } from 'file-type'
import { findSamePrints } from './jobs.ts'
import { addFile } from './operations.ts'
import { countSeen, findPlace, insertFile, lockSame } from './queries.ts'
import { insertPrint } from './queries-photo.ts'

const MOST_AN_HOUR = 120

/** An upload as it will be kept. */
type Received = {
  readonly name: string
  readonly type: FileType
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly contentSha256: string
  readonly picture: {
    readonly width: number
    readonly height: number
    readonly sentBytes: number
    readonly positionRemoved: boolean
  } | null
  readonly print: PhotoPrint | undefined
}

/** Looks at the bytes and draws pictures anew, before a connection is taken. */
async function receive(named: string, upload: Uint8Array): Promise<Decision<Received, FileRefusal>> {
  const name = cleanFileName(named)
  const shown = upload.length === 0 ? undefined : await fileTypeFromBuffer(upload)
  const decision = checkFile(name, upload.length, shown?.mime)
  if (!decision.ok) return decision
  const sha256 = fingerprint(upload)
  const type = decision.value
  if (!isPicture(type)) {
    return agree({
      name,
      type,
      bytes: upload,
      sha256,
      contentSha256: sha256,
      picture: null,
      print: undefined,
    })
  }
  const shrunk = await shrinkPicture(upload, longestPhotoSide)
  if (shrunk === 'unreadable') return refuse('file-picture-unreadable')
  if (shrunk === 'too-large')
    return refuse('file-picture-too-large', { millionPixels: mostPixels / 1_000_000 })
  const { bytes, width, height, hadPosition, grey } = shrunk
  return agree({
    name: nameOfKept(name, pictureType),
    type: pictureType,
    bytes,
    sha256,
    contentSha256: fingerprint(bytes),
    picture: { width, height, sentBytes: upload.length, positionRemoved: hadPosition },
    print: printOf(grey, greySide, greySide),
  })
}

const add = handlePrepared(
  addFile,
  async ({ upload, limits, actor }, { name }) => {
    await limits.take('file-add', actor.accountId ?? actor.name, MOST_AN_HOUR, 3600)
    return await receive(name, upload)
  },
  async (context, input, received) => {
    const { tx, access, actor, now, files, county, crypto } = context
    const place = (await findPlace(tx, input.about)) ?? problem('not-found')
    access.demandHidden('file.add', place)
    if (!received.ok) return received
    const { name, type, bytes, sha256, contentSha256, picture, print } = received.value
    const same = await lockSame(tx, [sha256, contentSha256], 'share')
    if (same.some(({ state }) => state !== 'kept')) return refuse('file-was-reported')
    const twin = same.find((one) => one.contentSha256 === contentSha256)
    const keptSha256 = twin?.keptSha256 ?? (await files.put(county, crypto.sealBytes(bytes)))
    const ids = same.map(({ id }) => id)
    const sameAs = ids.length === 0 ? 0 : await countSeen(tx, ids, access)
    const file = {
      id: context.newId(),
      name,
      type,
      byteCount: bytes.length,
      purpose: input.purpose,
      addedBy: actor.name,
      addedAt: now,
    }
    await insertFile(tx, {
      ...file,
      sha256,
      contentSha256,
      keptSha256,
      ...place,
      accountId: actor.accountId,
    })
    if (print !== undefined) {
      await insertPrint(tx, file.id, print)
      await context.enqueue(findSamePrints, { fileId: file.id })
    }
    context.note({ fileId: file.id, memberId: place.memberId, purpose: file.purpose })
    return agree({ file: { ...file, state: 'kept' as const }, sameAs, picture })
  },
)

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export const addFileHandlers: readonly Handled[] = [add]
