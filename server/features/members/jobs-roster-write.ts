import { toNewcomer } from '@steward/domain/members/roster-import/caution.ts'
import type { ParsedRow } from '@steward/domain/members/roster-import/row.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Context } from '#platform/context.ts'
import { pinyinOfPerson } from '#platform/pinyin.ts'
import { findGroup, openRow } from './jobs-roster-compare.ts'
import { insertManyChanges } from './queries-change.ts'
import type { ImportRow } from './queries-roster-import.ts'
import { listTicked, markLeft, type RosterRow, type RowFacts, saveBefores } from './queries-roster-row.ts'
import { type Branch, listBranches } from './queries-roster-register.ts'
import {
  countAnew,
  insertCategories,
  listOpenAffiliations,
  listTaken,
  lockMembers,
  type LockedMember,
  type OpenAffiliation,
  redirectAffiliations,
  replaceAffiliations,
  replaceMembers,
  type WritableFacts,
} from './queries-roster-write.ts'
import {
  type Entry,
  insertMembers,
  type NewMember,
  sealAddress,
  sealIdentity,
  sealPerson,
  sealPhone,
} from './queries.ts'

const ROWS_AT_ONCE = 5000
/** Enough for the database to see how the tables grow. */
const FIRST_ROWS = 500

/** What taking a change back needs: the facts before, and what was opened beside them. */
export type Before = {
  readonly facts: {
    readonly [Name in keyof WritableFacts]: WritableFacts[Name] extends Buffer | null
      ? string | null
      : WritableFacts[Name]
  }
  readonly categoryId?: string
  readonly affiliation?:
    | { readonly endedId: string; readonly openedId: string }
    | { readonly id: string; readonly orgId: string; readonly groupId: string | null }
}

type Means = Pick<Context, 'tx' | 'crypto' | 'today' | 'now' | 'newId' | 'actor'>
type Writing = {
  readonly means: Means
  readonly imported: ImportRow
  readonly branches: ReadonlyMap<string, Branch>
  readonly entry: Entry
  /** Whether the database has counted the growing tables anew. */
  counted: boolean
}

/** Writes the ticked rows of an import: new files first, then changes; what does not fit any more is left over with its reason. */
export async function writeRoster(
  means: Means,
  imported: ImportRow,
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  const branches = new Map((await listBranches(means.tx, means.today)).map((branch) => [branch.id, branch]))
  const writing = {
    means,
    imported,
    branches,
    entry: importEntry(means, imported, `花名册导入：${imported.file_name}`),
    counted: false,
  }
  let done = 0
  for (const [act, write] of [
    ['insert', insertRows],
    ['update', updateRows],
  ] as const) {
    for (let after = 0; ;) {
      const rows = await listTicked(means.tx, imported.id, act, after, ROWS_AT_ONCE)
      if (rows.length === 0) break
      await write(writing, rows)
      after = rows.at(-1)?.row_number ?? Number.MAX_SAFE_INTEGER
      done += rows.length
      await onProgress(done)
    }
  }
}

/** How lines of a file's history name an import. */
export function importEntry(means: Means, imported: ImportRow, reason: string): Entry {
  const { actor, now, newId } = means
  return {
    source: 'import',
    by: actor.name,
    accountId: actor.accountId,
    at: now,
    reason,
    batchId: imported.id,
    newId,
  }
}

function isOpenInside({ branches, imported }: Writing, orgId: string | null): Branch | undefined {
  const branch = branches.get(orgId ?? '')
  return branch !== undefined && isAtOrBelow(branch.path, imported.path) ? branch : undefined
}

async function insertRows(writing: Writing, rows: readonly RosterRow[]): Promise<void> {
  const { means, imported, entry } = writing
  const left: { rowNumber: number; code: string }[] = []
  const made: { rowNumber: number; member: NewMember }[] = []
  for (const row of rows) {
    const branch = isOpenInside(writing, row.party_org_id)
    const parsed = parsedOf(row, means)
    const newcomer = toNewcomer(parsed, means.today)
    const group = branch && findGroup(branch, parsed.groupName)
    if (!newcomer.ok || branch === undefined || group === undefined) {
      left.push({ rowNumber: row.row_number, code: 'branch-closed-meanwhile' })
      continue
    }
    const { sex, bornOn, category, admittedOn, convertedOn } = newcomer.value
    const member: NewMember = {
      id: row.member_id ?? means.newId(),
      orgId: branch.id,
      groupId: group,
      name: parsed.name,
      sex,
      bornOn,
      ethnicGroup: parsed.ethnicGroup ?? null,
      education: parsed.education ?? null,
      category,
      admittedOn,
      convertedOn,
      earlyConversion: earlyConversionOf(parsed),
      post: parsed.post ?? '',
      workplace: parsed.workplace ?? '',
      sealed: sealPerson(means.crypto, {
        identityNumber: parsed.identity?.number ?? null,
        phone: parsed.phone?.number ?? null,
        address: parsed.address ?? null,
      }),
    }
    made.push({ rowNumber: row.row_number, member })
  }
  const taken = await listTaken(
    means.tx,
    made.flatMap(({ member }) => member.sealed.identity_index ?? []),
  )
  const fresh = made.filter(({ rowNumber, member }) => {
    const isTaken = taken.has(member.sealed.identity_index?.toString('base64') ?? '')
    if (isTaken) left.push({ rowNumber, code: 'identity-number-now-on-file' })
    return !isTaken
  })
  const members = fresh.map(({ member }) => member)
  await insertMembers(means.tx, members.slice(0, FIRST_ROWS), entry)
  if (!writing.counted && members.length > FIRST_ROWS) {
    await countAnew(means.tx)
    writing.counted = true
  }
  await insertMembers(means.tx, members.slice(FIRST_ROWS), entry)
  await markLeft(means.tx, imported.id, left)
}

function parsedOf(row: RosterRow, means: Means): ParsedRow {
  if (row.row_sealed === null) throw new Error(`Row ${row.row_number} is ticked and says nothing`)
  return openRow(row.row_sealed, means)
}

function earlyConversionOf({ doubts }: ParsedRow): string {
  return doubts.some(({ code }) => code === 'conversion-before-probation-ends') ? '花名册如此，材料待补' : ''
}

type Update = {
  readonly row: RosterRow
  readonly parsed: ParsedRow
  readonly fields: ReadonlySet<string>
  readonly before: LockedMember
  readonly branch: Branch | undefined
}

async function updateRows(writing: Writing, rows: readonly RosterRow[]): Promise<void> {
  const { means, imported, entry } = writing
  const locked = await lockMembers(
    means.tx,
    rows.flatMap((row) => row.member_id ?? []),
  )
  const left: { rowNumber: number; code: string }[] = []
  const updates: Update[] = []
  for (const row of rows) {
    const before = locked.get(row.member_id ?? '')
    // The file may have moved out of the import's reach, or changed in any other way, since it was compared.
    if (
      before === undefined ||
      before.revision !== row.member_revision ||
      !isAtOrBelow(before.path, imported.path)
    ) {
      left.push({ rowNumber: row.row_number, code: 'register-changed' })
      continue
    }
    const fields = new Set(changesOf(row).map(({ field }) => field))
    const branch = isOpenInside(writing, row.party_org_id)
    if (fields.has('branch') && branch === undefined) {
      left.push({ rowNumber: row.row_number, code: 'branch-closed-meanwhile' })
      continue
    }
    updates.push({ row, parsed: parsedOf(row, means), fields, before, branch })
  }
  const affiliations = await moveMembers(writing, updates)
  const categories = await recategorise(writing, updates)
  await replaceMembers(
    means.tx,
    updates.map((update) => ({ id: update.before.id, facts: nextFacts(update, means) })),
  )
  await insertManyChanges(
    means.tx,
    updates.flatMap(({ row, before }) =>
      changesOf(row).map(({ field, from, to }) => ({ memberId: before.id, field, before: from, after: to })),
    ),
    entry,
  )
  const befores = updates.map(({ row, before }) => {
    const taken: Before = {
      facts: textFacts(before),
      ...categories.get(before.id),
      ...affiliations.get(before.id),
    }
    return { rowNumber: row.row_number, before: means.crypto.seal(JSON.stringify(taken)) }
  })
  await saveBefores(means.tx, imported.id, befores)
  await markLeft(means.tx, imported.id, left)
}

function changesOf(row: RosterRow): NonNullable<RowFacts['changes']> {
  // Written by the comparison; the column is JSON.
  return (row.facts as RowFacts).changes ?? []
}

/** The facts a file has after the change; only the fields that were shown are taken from the row. */
function nextFacts({ parsed, fields, before, branch }: Update, { crypto }: Means): WritableFacts {
  const has = (field: string) => fields.has(field)
  const name = has('name') ? parsed.name : before.name
  const reading = has('name') ? pinyinOfPerson(name) : undefined
  const convertedOn = has('convertedOn') ? (parsed.convertedOn?.day ?? null) : before.converted_on
  return {
    ...before,
    ...(branch !== undefined && has('branch')
      ? { party_org_id: branch.id, party_group_id: findGroup(branch, parsed.groupName) ?? null }
      : {}),
    name,
    ...(reading === undefined
      ? {}
      : { name_order: reading.order, initials: reading.initials, pinyin: reading.full }),
    sex: has('sex') ? (parsed.sex ?? before.sex) : before.sex,
    born_on: has('bornOn') ? (parsed.bornOn?.day ?? before.born_on) : before.born_on,
    ethnic_group: has('ethnicGroup') ? (parsed.ethnicGroup ?? null) : before.ethnic_group,
    education: has('education') ? (parsed.education ?? null) : before.education,
    membership_kind: convertedOn === null ? 'probationary' : 'full',
    category: has('category') ? (parsed.category ?? before.category) : before.category,
    admitted_on: has('admittedOn') ? (parsed.admittedOn?.day ?? before.admitted_on) : before.admitted_on,
    converted_on: convertedOn,
    early_conversion: has('convertedOn') ? earlyConversionOf(parsed) : before.early_conversion,
    post: has('post') ? (parsed.post ?? '') : before.post,
    workplace: has('workplace') ? (parsed.workplace ?? '') : before.workplace,
    ...(has('identityNumber') ? sealIdentity(crypto, parsed.identity?.number ?? null) : {}),
    ...(has('phone') ? sealPhone(crypto, parsed.phone?.number ?? null) : {}),
    ...(has('address') ? sealAddress(crypto, parsed.address ?? null) : {}),
  }
}

function textFacts(facts: WritableFacts): Before['facts'] {
  const text = (sealed: Buffer | null) => sealed?.toString('base64') ?? null
  return {
    ...facts,
    identity_sealed: text(facts.identity_sealed),
    identity_index: text(facts.identity_index),
    phone_sealed: text(facts.phone_sealed),
    phone_index: text(facts.phone_index),
    address_sealed: text(facts.address_sealed),
  }
}

async function recategorise(
  { means, entry }: Writing,
  updates: readonly Update[],
): Promise<Map<string, { categoryId: string }>> {
  const changed = updates.filter(({ fields }) => fields.has('category'))
  const rows = changed.map(({ before, parsed }) => ({
    memberId: before.id,
    category: parsed.category ?? before.category,
  }))
  const ids = await insertCategories(means.tx, rows, means.today, entry)
  return new Map(rows.map(({ memberId }, index) => [memberId, { categoryId: ids[index] ?? '' }]))
}

/** Ends the old affiliation today and opens the next; one that began today is led elsewhere instead. */
async function moveMembers(
  { means, entry }: Writing,
  updates: readonly Update[],
): Promise<Map<string, Pick<Before, 'affiliation'>>> {
  const moving = updates.filter(({ fields, branch }) => fields.has('branch') && branch !== undefined)
  const open = await listOpenAffiliations(
    means.tx,
    moving.map(({ before }) => before.id),
  )
  const steps = moving.flatMap(({ before, branch, parsed }) => {
    const current = open.get(before.id)
    if (current === undefined || branch === undefined) return []
    return [
      {
        memberId: before.id,
        current,
        orgId: branch.id,
        groupId: findGroup(branch, parsed.groupName) ?? null,
      },
    ]
  })
  const beganToday = ({ current }: { current: OpenAffiliation }) => current.from_on >= means.today
  const redirected = steps.filter(beganToday)
  const ended = steps.filter((step) => !beganToday(step))
  await redirectAffiliations(
    means.tx,
    redirected.map(({ current, orgId, groupId }) => ({ id: current.id, orgId, groupId })),
  )
  const openedIds = await replaceAffiliations(
    means.tx,
    ended.map(({ current, memberId, orgId, groupId }) => ({ id: current.id, memberId, orgId, groupId })),
    means.today,
    entry,
  )
  const moved = new Map<string, Pick<Before, 'affiliation'>>()
  for (const { memberId, current } of redirected) {
    moved.set(memberId, {
      affiliation: { id: current.id, orgId: current.party_org_id, groupId: current.party_group_id },
    })
  }
  for (const [index, { memberId, current }] of ended.entries()) {
    moved.set(memberId, { affiliation: { endedId: current.id, openedId: openedIds[index] ?? '' } })
  }
  return moved
}
