import { toNewcomer } from '@steward/domain/members/roster-import/caution.ts'
import { setImmediate } from 'node:timers/promises'
import { findGroup } from './jobs-roster-judge.ts'
import { earlyConversionOf, isOpenInside, type Left, parsedOf, type Writing } from './jobs-roster-writing.ts'
import { type RosterRow } from './queries-roster-row.ts'
import { markLeft } from './queries-roster-written.ts'
import { countAnew, listTaken } from './queries-roster-write.ts'
import { insertMembers, type NewMember, sealPerson } from './queries.ts'

const ROWS_A_TURN = 100
/** Enough for the database to see how the tables grow. */
const FIRST_ROWS = 500

export type Newcomers = {
  readonly made: readonly { rowNumber: number; member: NewMember }[]
  readonly left: Left[]
}

/** The files rows open, sealed; others get their turn meanwhile. */
export async function prepareNewcomers(writing: Writing, rows: readonly RosterRow[]): Promise<Newcomers> {
  const { means } = writing
  const left: Left[] = []
  const made: { rowNumber: number; member: NewMember }[] = []
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_TURN === 0) await setImmediate()
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
  return { made, left }
}

/** Opens the files whose numbers nobody took since; the first of all go alone, then the database counts anew. */
export async function insertNewcomers(
  writing: Writing,
  { made, left }: Newcomers,
  isFirst: boolean,
): Promise<void> {
  const { means, imported, entry } = writing
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
  if (isFirst && members.length > FIRST_ROWS) await countAnew(means.tx)
  await insertMembers(means.tx, members.slice(FIRST_ROWS), entry)
  await markLeft(means.tx, imported.id, left)
}
