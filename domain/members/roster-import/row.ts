import type { Decision, RefusalDetails } from '../../shared/decision.ts'
import { compareWithStated, type IdentityFacts, type Sex } from '../../shared/identity-number.ts'
import type { Phone } from '../../shared/phone.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { normaliseName, squeezeText } from '../../shared/text.ts'
import type { MemberCategory } from '../category.ts'
import type { Education } from '../education.ts'
import type { MembershipKind } from '../member.ts'
import { checkMembershipDates } from '../standing.ts'
import {
  readEducationCell,
  readEthnicGroupCell,
  readIdentityCell,
  readMemberClassCell,
  readPhoneCell,
  readSexCell,
  readTextCell,
} from './cell-values.ts'
import { type RosterDate, readDateCell } from './date-cell.ts'
import { findHeading, type Mapping } from './mapping.ts'
import type { RosterField } from './roster-fields.ts'
import { type Cell, isBlankCell, type Sheet, spreadMerges, toCellText } from './sheet.ts'

/** Why a row or a value is refused or doubted: the column, a code, and facts for its text; never a whole number of a person. */
export type Reason = { readonly field: RosterField; readonly code: string; readonly details: RefusalDetails }

/** What one row states. A field is undefined when the roster has no such column or the cell is empty: emptiness erases nothing. */
export type ParsedRow = {
  /** As the spreadsheet counts, from 1. */
  readonly rowNumber: number
  readonly name: string
  readonly identity: IdentityFacts | undefined
  readonly sex: Sex | undefined
  /** From the identity number where there is one. */
  readonly bornOn: RosterDate | undefined
  readonly ethnicGroup: string | undefined
  readonly education: Education | undefined
  readonly admittedOn: RosterDate | undefined
  readonly convertedOn: RosterDate | undefined
  readonly branchName: string | undefined
  readonly groupName: string | undefined
  readonly phone: Phone | undefined
  readonly membershipKind: MembershipKind | undefined
  readonly category: MemberCategory | undefined
  readonly post: string | undefined
  readonly workplace: string | undefined
  readonly address: string | undefined
  readonly note: string | undefined
  /** Worth a look, but no ground to refuse. */
  readonly doubts: readonly Reason[]
}
export type ReadRow =
  | { readonly kind: 'parsed'; readonly row: ParsedRow }
  | {
      readonly kind: 'refused'
      readonly rowNumber: number
      readonly name: string
      readonly reasons: readonly Reason[]
    }

const footer =
  /^(?:合计|总计|小计|共计|填表|制表|审核|填报|说明|注[:：]|备注[:：]|负责人|联系人|单位[:：]|日期[:：])/

/**
 * Reads all rows below the header. Empty rows, repeated headers and footers are passed over; a row that holds
 * only the name of an organisation names the branch of the rows below it.
 */
export function readRows(sheet: Sheet, mapping: Mapping, today: PlainDate): ReadRow[] {
  return [...eachRow(sheet, mapping, today)]
}

/** The same one by one, so that a long roster leaves others their turn. */
export function* eachRow(sheet: Sheet, mapping: Mapping, today: PlainDate): Generator<ReadRow> {
  const rows = spreadMerges(sheet, mapping.dataFrom - 1)
  const columnOf = new Map<RosterField, number>()
  for (const { field, index } of mapping.columns) if (field !== null) columnOf.set(field, index)
  let section: string | undefined
  for (let index = mapping.dataFrom; index < rows.length; index += 1) {
    const row = rows[index] ?? []
    const kind = kindOf(row, columnOf)
    if (kind.section !== undefined) section = kind.section
    if (kind.isMember) yield readRow(row, columnOf, index + 1, today, section)
  }
}

function kindOf(
  row: readonly Cell[],
  columnOf: ReadonlyMap<RosterField, number>,
): { isMember: boolean; section?: string } {
  const filled = row.filter((cell) => !isBlankCell(cell))
  const first = filled[0]
  if (first === undefined) return { isMember: false }
  const nameCell = row[columnOf.get('name') ?? -1]
  const identityCell = row[columnOf.get('identityNumber') ?? -1]
  // The identity column is asked first: on a member's row it never reads as a heading.
  if (isHeading(identityCell) && typeof nameCell === 'string' && findHeading(nameCell)?.field === 'name') {
    return { isMember: false }
  }
  if (typeof first === 'string') {
    const text = squeezeText(first)
    if (filled.every((cell) => cell === first)) {
      const organisation = text
        .replace(/^[一二三四五六七八九十\d]+[、.)]/, '')
        .replace(/[:：]?\(?共?\d+[人名]\)?$/, '')
      if (/(?:支部|党委|委员会|党小组)$/.test(organisation)) return { isMember: false, section: organisation }
    }
    if (footer.test(text)) return { isMember: false }
  }
  // One cell alone is a serial number or a remark, unless it is somebody's name or number.
  return { isMember: filled.length > 1 || first === nameCell || first === identityCell }
}

function isHeading(cell: Cell | undefined): boolean {
  return (
    isBlankCell(cell) || (typeof cell === 'string' && !/\d{6}/.test(cell) && findHeading(cell) !== undefined)
  )
}

/** Reads one row by its columns; gathers every reason to refuse it, not only the first. */
export function readRow(
  row: readonly Cell[],
  columnOf: ReadonlyMap<RosterField, number>,
  rowNumber: number,
  today: PlainDate,
  section?: string,
): ReadRow {
  const reasons: Reason[] = []
  const doubts: Reason[] = []
  const cellOf = (field: RosterField): Cell => row[columnOf.get(field) ?? -1] ?? null
  const note = (into: Reason[], field: RosterField, code: string, details: RefusalDetails = {}) => {
    into.push({ field, code, details })
  }
  const take = <Value>(
    field: RosterField,
    read: (cell: Cell) => Decision<Value | null>,
    hard = true,
  ): Value | undefined => {
    const value = read(cellOf(field))
    if (value.ok) return value.value ?? undefined
    note(hard ? reasons : doubts, field, value.code, value.details)
    return undefined
  }
  const textOf = (field: RosterField): string | undefined => readTextCell(cellOf(field)) ?? undefined
  const dateOf = (field: RosterField): RosterDate | undefined => {
    const date = take(field, readDateCell)
    if (date?.monthUnsure) note(doubts, field, 'date-month-ambiguous', { day: date.day })
    return date
  }

  const name = normaliseName(textOf('name') ?? '')
  if (name === '') note(reasons, 'name', 'name-missing')
  else if (/\d/.test(name) || name.length > 40) note(reasons, 'name', 'name-not-readable')
  const identity = isBlankCell(cellOf('identityNumber'))
    ? undefined
    : take('identityNumber', readIdentityCell)
  const statedSex = take('sex', readSexCell)
  const statedBirth = identity
    ? (statedBeside(cellOf('bornOn'), identity) ?? dateOf('bornOn'))
    : dateOf('bornOn')
  if (identity) {
    for (const difference of compareWithStated(identity, { bornOn: statedBirth, sex: statedSex })) {
      if (difference === 'sex-differs') note(reasons, 'sex', 'sex-differs-from-identity-number')
      else
        note(reasons, 'bornOn', 'birth-date-differs-from-identity-number', { stated: statedBirth?.day ?? '' })
    }
  }
  const bornOn: RosterDate | undefined = identity
    ? { day: identity.bornOn, precision: 'day', monthUnsure: false }
    : statedBirth
  const admittedOn = dateOf('admittedOn')
  const convertedOn = dateOf('convertedOn')
  for (const doubt of datesInDoubt({ bornOn, admittedOn, convertedOn }, today)) {
    note(doubt.impossible ? reasons : doubts, doubt.field, doubt.code, doubt.details)
  }
  const kind = take('membershipKind', readMemberClassCell, false)
  const category = take('category', readMemberClassCell, false)
  const phone = take('phone', readPhoneCell, false)
  if (reasons.length > 0) return { kind: 'refused', rowNumber, name, reasons }
  return {
    kind: 'parsed',
    row: {
      rowNumber,
      name,
      identity,
      sex: identity?.sex ?? statedSex,
      bornOn,
      ethnicGroup: take('ethnicGroup', readEthnicGroupCell, false),
      education: take('education', readEducationCell, false),
      admittedOn,
      convertedOn,
      branchName: textOf('branchName') ?? section,
      groupName: textOf('groupName'),
      phone,
      membershipKind: kind?.membershipKind ?? category?.membershipKind,
      category: category?.category ?? kind?.category,
      post: textOf('post'),
      workplace: textOf('workplace'),
      address: textOf('address'),
      note: textOf('note'),
      doubts,
    },
  }
}

// January or October: the identity number tells which, so the birth date need not be refused or doubted.
function statedBeside(cell: Cell, identity: IdentityFacts): RosterDate | undefined {
  const [year, month] = [identity.bornOn.slice(0, 4), identity.bornOn.slice(5, 7)]
  const unsure = squeezeText(toCellText(cell)) === `${year}.1` && (month === '01' || month === '10')
  return unsure ? { day: identity.bornOn, precision: 'month', monthUnsure: false } : undefined
}

type DateDoubt = Reason & { readonly impossible: boolean }

function datesInDoubt(
  dates: { bornOn?: RosterDate; admittedOn?: RosterDate; convertedOn?: RosterDate },
  today: PlainDate,
): DateDoubt[] {
  const { bornOn, admittedOn, convertedOn } = dates
  if (!admittedOn || !bornOn) return []
  const checked = checkMembershipDates(
    { bornOn: bornOn.day, admittedOn: admittedOn.day, convertedOn: convertedOn?.day ?? null },
    today,
  )
  if (checked.ok) return []
  const field = checked.code.startsWith('conversion') ? 'convertedOn' : 'admittedOn'
  // Dates known to the month only, and early admissions of old, are for people to look at.
  const exact = [bornOn, admittedOn, ...(convertedOn ? [convertedOn] : [])].every(
    ({ precision }) => precision === 'day',
  )
  const certain =
    checked.code !== 'admission-under-age' && checked.code !== 'conversion-before-probation-ends'
  return [{ field, code: checked.code, details: checked.details, impossible: exact && certain }]
}
