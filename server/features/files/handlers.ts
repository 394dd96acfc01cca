import { createHash } from 'node:crypto'
import { checkReport, settleReport } from '@steward/domain/files/stored-file.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { addFileHandlers } from './handlers-add.ts'
import { dropBytes } from './jobs.ts'
import * as operations from './operations.ts'
import {
  findFile,
  findPlace,
  listFilesAbout,
  listWithheld,
  lockSame,
  settleFiles,
  type StoredFile,
  withholdFiles,
} from './queries.ts'
import { findSamePhotos, removePrints, toPhotoHints } from './queries-photo.ts'

const download = handle(
  operations.downloadFile,
  async ({ tx, access, files, county, crypto }, { fileId }) => {
    const file = (await findFile(tx, fileId)) ?? problem('not-found')
    const settles = access.can('file.settle-report', file)
    if (!settles) access.demandHidden('member.read', file)
    if (file.state === 'removed' || (file.state === 'withheld' && !settles))
      return refuse('file-not-open', { state: file.state })
    const bytes = crypto.unsealBytes(await files.get(county, file.keptSha256))
    if (createHash('sha256').update(bytes).digest('hex') !== file.contentSha256)
      throw new Error(`File ${file.id} holds other bytes than were kept`)
    return agree({ name: file.name, type: file.type, bytes })
  },
)

const list = handle(operations.listFiles, async ({ tx, access }, { about }) => {
  const place = (await findPlace(tx, about)) ?? problem('not-found')
  access.demandHidden('member.read', place)
  const rows = await listFilesAbout(tx, about)
  return agree({ rows, mayAdd: access.may(['file.add'], place).length > 0 })
})

const report = handle(operations.reportFile, async (context, { fileId, reason }) => {
  const { tx, access, actor, now } = context
  const file = (await findFile(tx, fileId)) ?? problem('not-found')
  access.demandHidden('member.read', file)
  const locked = await lockSame(tx, hashesOf(file), 'update')
  const decision = checkReport(locked.find(({ id }) => id === file.id)?.state ?? file.state, reason)
  if (!decision.ok) return decision
  const withheld = await withholdFiles(tx, hashesOf(file), { by: actor.name, at: now, reason })
  context.note({ fileId, withheld })
  return agree({ withheld })
})

const reported = handle(operations.listReported, async ({ tx, access }) => {
  access.demandSomewhere('file.settle-report')
  return agree({ rows: await listWithheld(tx, access) })
})

const settle = handle(operations.settleFile, async (context, { fileId, remove, reason }) => {
  const { tx, access, actor, now } = context
  const file = (await findFile(tx, fileId)) ?? problem('not-found')
  access.demandHidden('file.settle-report', file)
  const locked = await lockSame(tx, hashesOf(file), 'update')
  const decision = settleReport(locked.find(({ id }) => id === file.id)?.state ?? file.state, remove, reason)
  if (!decision.ok) return decision
  const settled = await settleFiles(tx, hashesOf(file), decision.value, { by: actor.name, at: now, reason })
  if (decision.value === 'removed') {
    const ids = settled.map(({ id }) => id)
    if (ids.length > 0) await removePrints(tx, ids)
    for (const keptSha256 of new Set(settled.map((one) => one.keptSha256)))
      await context.enqueue(dropBytes, { keptSha256 })
  }
  context.note({ fileId, state: decision.value, settled: settled.length })
  return agree({ settled: settled.length })
})

const samePhotos = handle(operations.listSamePhotos, async ({ tx, access }, { fileId }) => {
  const file = (await findFile(tx, fileId)) ?? problem('not-found')
  access.demandHidden('file.compare', file)
  return agree({ hints: toPhotoHints(access, await findSamePhotos(tx, fileId)) })
})

function hashesOf({ sha256, contentSha256 }: StoredFile): string[] {
  return [sha256, contentSha256]
}

export const fileHandlers: readonly Handled[] = [
  ...addFileHandlers,
  download,
  list,
  report,
  reported,
  settle,
  samePhotos,
]
