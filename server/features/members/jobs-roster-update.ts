import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { pinyinOfPerson } from '#platform/pinyin.ts'
import { findGroup } from './jobs-roster-judge.ts'
import {
  earlyConversionOf,
  isOpenInside,
  type Left,
  type Means,
  parsedOf,
  type Writing,
} from './jobs-roster-writing.ts'
import type { ParsedRow } from '@steward/domain/members/roster-import/row.ts'
import { insertManyChanges } from './queries-change.ts'
import { type RosterRow, type RowFacts } from './queries-roster-row.ts'
import { markLeft, saveBefores } from './queries-roster-written.ts'
import type { Branch } from './queries-roster-register.ts'
import {
  insertCategories,
  listOpenAffiliations,
  lockMembers,
  type LockedMember,
  type OpenAffiliation,
  redirectAffiliations,
  replaceAffiliations,
  replaceMembers,
  type WritableFacts,
} from './queries-roster-write.ts'
import { sealAddress, sealIdentity, sealPhone } from './queries.ts'

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

type Update = {
  readonly row: RosterRow
  readonly parsed: ParsedRow
  readonly fields: ReadonlySet<string>
  readonly before: LockedMember
  readonly branch: Branch | undefined
}

/** Writes the shown changes of files that are still as they were compared. */
export async function updateRows(writing: Writing, rows: readonly RosterRow[]): Promise<void> {
  const { means, imported, entry } = writing
  const locked = await lockMembers(
    means.tx,
    rows.flatMap((row) => row.member_id ?? []),
  )
  const left: Left[] = []
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
