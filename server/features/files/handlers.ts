import { createHash } from 'node:crypto'
import { checkFile, checkReport, cleanFileName, settleReport } from '@steward/domain/files/stored-file.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { fileTypeFromBuffer } from 'file-type'
import { dropBytes } from './jobs.ts'
import * as operations from './operations.ts'
import {
  countSeen,
  findFile,
  findPlace,
  insertFile,
  listFilesAbout,
  listWithheld,
  lockSame,
  settleFiles,
  withholdFiles,
} from './queries.ts'

const MOST_AN_HOUR = 120

const add = handle(operations.addFile, async (context, input) => {
  const { tx, access, actor, upload, now, files, county, crypto } = context
  const place = (await findPlace(tx, input.about)) ?? problem('not-found')
  access.demandHidden('file.add', place)
  await context.limits.take('file-add', actor.accountId ?? actor.name, MOST_AN_HOUR, 3600)
  const name = cleanFileName(input.name)
  const shown = upload.length === 0 ? undefined : await fileTypeFromBuffer(upload)
  const decision = checkFile(name, upload.length, shown?.mime)
  if (!decision.ok) return decision
  const sha256 = createHash('sha256').update(upload).digest('hex')
  const same = await lockSame(tx, sha256, 'share')
  if (same.some(({ state }) => state !== 'kept')) return refuse('file-was-reported')
  const keptSha256 = same[0]?.keptSha256 ?? (await files.put(county, crypto.sealBytes(upload)))
  const sameAs =
    same.length === 0
      ? 0
      : await countSeen(
          tx,
          same.map(({ id }) => id),
          access,
        )
  const file = {
    id: context.newId(),
    name,
    type: decision.value,
    byteCount: upload.length,
    purpose: input.purpose,
    addedBy: actor.name,
    addedAt: now,
  }
  await insertFile(tx, { ...file, sha256, keptSha256, ...place, accountId: actor.accountId })
  context.note({ fileId: file.id, memberId: place.memberId, purpose: file.purpose })
  return agree({ file: { ...file, state: 'kept' as const }, sameAs })
})

const download = handle(
  operations.downloadFile,
  async ({ tx, access, files, county, crypto }, { fileId }) => {
    const file = (await findFile(tx, fileId)) ?? problem('not-found')
    const settles = access.can('file.settle-report', file)
    if (!settles) access.demandHidden('member.read', file)
    if (file.state === 'removed' || (file.state === 'withheld' && !settles))
      return refuse('file-not-open', { state: file.state })
    const bytes = crypto.unsealBytes(await files.get(county, file.keptSha256))
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      throw new Error(`File ${file.id} holds other bytes than were added`)
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
  const locked = await lockSame(tx, file.sha256, 'update')
  const decision = checkReport(locked.find(({ id }) => id === file.id)?.state ?? file.state, reason)
  if (!decision.ok) return decision
  const withheld = await withholdFiles(tx, file.sha256, { by: actor.name, at: now, reason })
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
  const locked = await lockSame(tx, file.sha256, 'update')
  const decision = settleReport(locked.find(({ id }) => id === file.id)?.state ?? file.state, remove, reason)
  if (!decision.ok) return decision
  const settled = await settleFiles(tx, file.sha256, decision.value, { by: actor.name, at: now, reason })
  const gone = decision.value === 'removed' ? new Set(settled.map(({ keptSha256 }) => keptSha256)) : []
  for (const keptSha256 of gone) await context.enqueue(dropBytes, { keptSha256 })
  context.note({ fileId, state: decision.value, settled: settled.length })
  return agree({ settled: settled.length })
})

export const fileHandlers: readonly Handled[] = [add, download, list, report, reported, settle]
