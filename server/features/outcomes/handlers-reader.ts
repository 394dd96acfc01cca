import { addReader, type SubjectKind } from '@steward/domain/outcomes/reader.ts'
import { ROLES, isRole } from '@steward/domain/access/roles.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import {
  addToReaders,
  findReaderCandidates,
  listReaderList,
  listReadingLog,
  takeOffReaders,
} from './operations-reader.ts'
import {
  type CaseFile,
  demandReader,
  findCaseFile,
  findReaderAccount,
  insertReader,
  listCandidates,
  listReaders,
  listReadings,
  lockReader,
  removeReader,
} from './queries-reader.ts'

/** The file whose list is changed; only who settles lists for the member's organisation, and never for the own file. */
async function getChangeable(context: Context, kind: SubjectKind, id: string): Promise<CaseFile> {
  const file = (await findCaseFile(context.tx, kind, id)) ?? problem('not-found')
  context.access.demandHidden('outcome-reader.change', { path: file.path })
  if (context.actor.memberId === file.memberId) problem('not-found')
  return file
}

const list = handle(listReaderList, async (context, { kind, id }) => {
  const file = (await findCaseFile(context.tx, kind, id)) ?? problem('not-found')
  const standing = await demandReader(context, file)
  const mayChange =
    standing !== 'self' && context.access.may(['outcome-reader.change'], { path: file.path }).length > 0
  return agree({ readers: await listReaders(context.tx, file), mayChange })
})

const candidates = handle(findReaderCandidates, async (context, { kind, id, search }) => {
  const file = await getChangeable(context, kind, id)
  const found = await listCandidates(context.tx, file, search)
  return agree({
    people: found.map(({ role, ...one }) => ({ ...one, role: isRole(role) ? ROLES[role].zh : role })),
  })
})

const adding = handle(addToReaders, async (context, { kind, id, accountId, reason }) => {
  const { tx, actor } = context
  const file = await getChangeable(context, kind, id)
  const account = (await findReaderAccount(tx, accountId)) ?? problem('not-found')
  const listed = await listReaders(tx, file)
  const added = addReader(
    { accountId, name: account.name, reason },
    {
      ...{ subjectMemberId: file.memberId, readerMemberId: account.memberId, stopped: account.stopped },
      ...{ byAccountId: actor.accountId ?? '', listed: listed.map((one) => one.accountId) },
    },
  )
  if (!added.ok) return added
  const readerId = await insertReader(context, file, added.value)
  if (readerId === undefined) return refuse('reader-already-listed', { name: account.name })
  context.note({ kind, id, memberId: file.memberId, readerAccountId: accountId })
  return agree({ readerId })
})

const removing = handle(takeOffReaders, async (context, { readerId }) => {
  const kept = (await lockReader(context.tx, readerId)) ?? problem('not-found')
  const file = await getChangeable(context, kept.kind, kept.subjectId)
  if (kept.removed) return refuse('reader-not-listed')
  await removeReader(context, readerId)
  context.note({ kind: file.kind, id: file.id, memberId: file.memberId })
  return agree({})
})

/** Who read: a member about all of their own; of one file also those who settle its list. */
const readings = handle(listReadingLog, async (context, { file, offset, limit }) => {
  const { tx, actor, access } = context
  if (file === null) {
    access.open('own-account')
    if (actor.memberId === null) return agree({ total: 0, rows: [] })
    return agree(await listReadings(tx, { memberId: actor.memberId }, { offset, limit }))
  }
  const of = (await findCaseFile(tx, file.kind, file.id)) ?? problem('not-found')
  if (actor.memberId !== of.memberId) access.demandHidden('outcome-reader.change', { path: of.path })
  else access.open('own-account')
  return agree(await listReadings(tx, { kind: of.kind, subjectId: of.id }, { offset, limit }))
})

export const readerHandlers: readonly Handled[] = [list, candidates, adding, removing, readings]
