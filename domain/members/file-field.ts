/** Fields of a member's file that are changed one by one; category, branch and state have acts of their own. */
export const fileFields = [
  'name',
  'identityNumber',
  'sex',
  'bornOn',
  'ethnicGroup',
  'education',
  'phone',
  'address',
  'workplace',
  'post',
  'admittedOn',
  'convertedOn',
  'extensionMonths',
  'earlyConversion',
] as const
export type FileField = (typeof fileFields)[number]

/** Who somebody is and since when a member: settled by an officer, not by the branch. */
const officerFields: ReadonlySet<FileField> = new Set([
  'name',
  'identityNumber',
  'sex',
  'bornOn',
  'admittedOn',
  'convertedOn',
  'extensionMonths',
  'earlyConversion',
])

export function needsOfficer(field: FileField): boolean {
  return officerFields.has(field)
}

/** Kept encrypted and shown masked. */
export const sealedFields = ['identityNumber', 'phone', 'address'] as const
export type SealedField = (typeof sealedFields)[number]

export function isSealedField(field: string): field is SealedField {
  return (sealedFields as readonly string[]).includes(field)
}
