import { type ExportColumn, exportWords } from '@steward/domain/members/roster-import/export-columns.ts'
import { rosterFieldTexts } from '@steward/domain/members/roster-import/reason-texts.ts'
import { maskIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import type { Cell } from '#platform/sheets/sheet.ts'
import { writeXlsx } from '#platform/sheets/write.ts'
import type { ExportRow } from './queries-roster-export.ts'

const WIDTHS: Readonly<Record<ExportColumn, number>> = {
  serialNumber: 6,
  name: 12,
  sex: 6,
  ethnicGroup: 10,
  bornOn: 12,
  identityNumber: 22,
  education: 12,
  branchName: 28,
  groupName: 16,
  membershipKind: 12,
  category: 12,
  admittedOn: 12,
  convertedOn: 12,
  phone: 16,
  post: 16,
  workplace: 24,
  address: 30,
}
const MASK = 14

type Export = {
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly ExportRow[]
  /** Names of branches that are clear in the whole county. */
  readonly names: ReadonlyMap<string, string>
  /** Who exported, when, for what; the last line of the sheet. */
  readonly watermark: string
  readonly crypto: CountyCrypto
}

/** The roster as a sheet: title, header, members, and at the foot who exported it, when and what for. */
export async function rosterSheet({
  title,
  columns,
  rows,
  names,
  watermark,
  crypto,
}: Export): Promise<Uint8Array> {
  function* lines(): Generator<Cell[]> {
    yield [title]
    yield columns.map((column) => rosterFieldTexts[column].zh)
    for (const [index, row] of rows.entries())
      yield columns.map((column) =>
        column === 'branchName'
          ? (names.get(row.org_id) ?? row.org_name)
          : cellOf(column, row, index + 1, crypto),
      )
    yield [watermark]
  }
  const right = columns.length - 1
  const bottom = rows.length + 2
  const merged =
    right === 0
      ? []
      : [
          { top: 0, left: 0, bottom: 0, right },
          { top: bottom, left: 0, bottom, right },
        ]
  return await writeXlsx({
    name: '花名册',
    widths: columns.map((column) => WIDTHS[column]),
    headRows: 2,
    merged,
    rows: lines(),
  })
}

function cellOf(
  column: Exclude<ExportColumn, 'branchName'>,
  row: ExportRow,
  number: number,
  crypto: CountyCrypto,
): Cell {
  const open = (sealed: Buffer | null) => (sealed === null ? null : crypto.unseal(sealed))
  switch (column) {
    case 'serialNumber':
      return number
    case 'name':
      return row.name
    case 'sex':
      return exportWords.sex[row.sex]
    case 'ethnicGroup':
      return row.ethnic_group
    case 'bornOn':
      return row.born_on
    case 'identityNumber':
      if (row.unmasked) return open(row.identity_sealed)
      return row.identity_tail === '' ? null : maskIdentityNumber('*'.repeat(MASK) + row.identity_tail)
    case 'education':
      return row.education === null ? null : exportWords.education[row.education]
    case 'groupName':
      return row.group_name
    case 'membershipKind':
      return exportWords.membershipKind[row.membership_kind]
    case 'category':
      return exportWords.category[row.category]
    case 'admittedOn':
      return row.admitted_on
    case 'convertedOn':
      return row.converted_on
    case 'phone':
      return row.unmasked ? open(row.phone_sealed) : row.phone_mask || null
    case 'post':
      return row.post || null
    case 'workplace':
      return row.workplace || null
    case 'address':
      return row.unmasked ? open(row.address_sealed) : row.address_sealed === null ? null : '****'
  }
}
