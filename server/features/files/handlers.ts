import { handle, type Handled } from '#platform/context.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { checkFile } from '@steward/domain/files/stored-file.ts'
import { fileTypeFromBuffer } from 'file-type'
import { addFile, downloadFile, listFiles } from './operations.ts'
import { countSame, getFile, getPlace, insertFile, listMemberFiles } from './queries.ts'

export const fileHandlers: readonly Handled[] = [
  handle(addFile, async (context, { name, purpose, orgId, memberId }) => {
    const { tx, access, actor, upload, now } = context
    const place = await getPlace(tx, orgId, memberId)
    access.demandHidden('file.add', { path: place.path, memberId })
    const shown = upload.length === 0 ? undefined : await fileTypeFromBuffer(upload)
    const decision = checkFile(name, upload.length, shown?.mime)
    if (!decision.ok) return decision
    const sha256 = await context.files.put(context.county, upload)
    const sameAs = await countSame(tx, sha256)
    const file = {
      id: context.newId(),
      sha256,
      name,
      type: decision.value,
      byteCount: upload.length,
      addedBy: actor.name,
      addedByAccountId: actor.accountId,
      addedAt: now,
      memberId,
    }
    await insertFile(tx, { ...file, orgId: place.orgId, purpose })
    context.note({ fileId: file.id, memberId, purpose })
    return agree({ file, sameAs })
  }),

  handle(downloadFile, async ({ tx, access, actor, files, county }, { fileId }) => {
    const file = await getFile(tx, fileId)
    const own = file.addedByAccountId !== null && file.addedByAccountId === actor.accountId
    if (own) access.open('own-account')
    else access.demandHidden('member.read', { path: file.path, memberId: file.memberId })
    return agree({ name: file.name, type: file.type, bytes: await files.get(county, file.sha256) })
  }),

  handle(listFiles, async ({ tx, access }, { memberId }) => {
    const place = await getPlace(tx, memberId, memberId)
    access.demandHidden('member.read', { path: place.path, memberId })
    return agree({ rows: await listMemberFiles(tx, memberId) })
  }),
]
