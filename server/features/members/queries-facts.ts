import type { FileChange, FileFacts } from '@steward/domain/members/file-change.ts'
import type { FileField } from '@steward/domain/members/file-field.ts'
import { maskIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import { maskPhone } from '@steward/domain/shared/phone.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import { pinyinOfPerson } from '#platform/pinyin.ts'
import type { FileRow } from './queries-file.ts'
import type { Line, MemberColumns } from './queries-change.ts'
import { sealAddress, sealIdentity, sealPhone } from './queries.ts'

/** The facts of a file with its numbers in full; they never leave the operation. */
export function factsOf(file: FileRow, crypto: CountyCrypto): FileFacts {
  const open = (sealed: Buffer | null) => (sealed === null ? null : crypto.unseal(sealed))
  return {
    name: file.name,
    identityNumber: open(file.identity_sealed),
    sex: file.sex,
    bornOn: file.born_on,
    ethnicGroup: file.ethnic_group,
    education: file.education,
    phone: open(file.phone_sealed),
    address: open(file.address_sealed),
    workplace: file.workplace,
    post: file.post,
    admittedOn: file.admitted_on,
    convertedOn: file.converted_on,
    extensionMonths: file.extension_months,
    earlyConversion: file.early_conversion,
  }
}

/** What anybody may read of a value: numbers and address masked. */
export function shownOf(field: FileField, value: string | number | null): string | null {
  if (value === null || value === '') return null
  const text = String(value)
  if (field === 'identityNumber') return maskIdentityNumber(text)
  if (field === 'phone') return maskPhone(text)
  return field === 'address' ? '****' : text
}

export function linesOf(changes: readonly FileChange[]): Line[] {
  return changes.map(({ field, before, after }) => ({
    field,
    before: shownOf(field, before),
    after: shownOf(field, after),
  }))
}

/** The columns of the changed facts, sealed where they are kept sealed. */
export function columnsOf(
  facts: FileFacts,
  changes: readonly FileChange[],
  crypto: CountyCrypto,
): MemberColumns {
  const { full, initials, order } = pinyinOfPerson(facts.name)
  const all: Readonly<Record<FileField, MemberColumns>> = {
    name: { name: facts.name, pinyin: full, initials, name_order: order },
    identityNumber: sealIdentity(crypto, facts.identityNumber),
    sex: { sex: facts.sex },
    bornOn: { born_on: facts.bornOn },
    ethnicGroup: { ethnic_group: facts.ethnicGroup },
    // The rules have read it as a word of the list.
    education: { education: facts.education as NonNullable<MemberColumns['education']> },
    phone: sealPhone(crypto, facts.phone),
    address: sealAddress(crypto, facts.address),
    workplace: { workplace: facts.workplace },
    post: { post: facts.post },
    admittedOn: { admitted_on: facts.admittedOn },
    convertedOn: {
      converted_on: facts.convertedOn,
      membership_kind: facts.convertedOn === null ? 'probationary' : 'full',
    },
    extensionMonths: { extension_months: facts.extensionMonths },
    earlyConversion: { early_conversion: facts.earlyConversion },
  }
  return Object.assign({}, ...changes.map(({ field }) => all[field]))
}
