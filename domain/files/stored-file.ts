import { agree, type Decision, refuse } from '../shared/decision.ts'

/** What may be kept: pictures, papers and sheets as offices use them. Nothing that runs. */
export const fileTypes = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const
export type FileType = keyof typeof fileTypes

/** What every picture is kept as. */
export const pictureType = 'image/jpeg' satisfies FileType

/** The most one file may weigh. */
export const mostFileBytes = 12_000_000
/** The most letters of a file's name. */
export const mostNameLetters = 120

/** What a file is kept for: proof of a deed, of a wanted correction, or an enclosure of a record. */
export const filePurposes = ['evidence', 'correction', 'attachment'] as const
export type FilePurpose = (typeof filePurposes)[number]

export const fileRefusals = [
  'file-empty',
  'file-type-not-kept',
  'file-type-other-than-name',
  'file-name-too-long',
  'file-picture-unreadable',
  'file-picture-too-large',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

/**
 * Whether a file may be kept, from its name and the type its bytes show. Refuses empty files, types outside the list,
 * and a name whose ending says something else than the bytes.
 */
export function checkFile(
  name: string,
  bytes: number,
  shown: string | undefined,
): Decision<FileType, FileRefusal> {
  if (bytes === 0) return refuse('file-empty')
  if ([...name].length > mostNameLetters) return refuse('file-name-too-long', { most: mostNameLetters })
  if (shown === undefined || !isKept(shown))
    return refuse('file-type-not-kept', { shown: shown ?? 'unknown' })
  const ending = endingOf(name)
  const endings: readonly string[] = fileTypes[shown]
  return endings.includes(ending) ? agree(shown) : refuse('file-type-other-than-name', { shown, ending })
}

/** A name as it is kept: the last part of a path, without signs that mean something to a file system or a terminal. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return last.replaceAll(/[\u0000-\u001f\u007f:*?"<>|\u202a-\u202e\u2066-\u2069]/g, '').trim()
}

/** What stands after the last dot, in small letters; empty without a dot. */
export function endingOf(name: string): string {
  const parts = name.split('.')
  return parts.length < 2 ? '' : (parts.at(-1) ?? '').toLowerCase()
}

/** Pictures are drawn anew before they are kept. */
export function isPicture(type: FileType): boolean {
  return type.startsWith('image/')
}

/** The name of a file that is kept as another type than it was sent: its ending follows. */
export function nameOfKept(name: string, type: FileType): string {
  const endings: readonly string[] = fileTypes[type]
  const ending = endingOf(name)
  return endings.includes(ending) ? name : `${name.slice(0, name.length - ending.length)}${endings[0]}`
}

function isKept(type: string): type is FileType {
  return Object.hasOwn(fileTypes, type)
}

/** kept: may be opened; withheld: reported, nobody opens it; removed: its bytes are gone. */
export type FileState = 'kept' | 'withheld' | 'removed'

/** Reports a file that may hold a state secret or what must not be kept. Refuses without a reason, and twice. */
export function checkReport(
  state: FileState,
  reason: string,
): Decision<'withheld', 'file-report-without-reason' | 'file-not-open'> {
  if (state !== 'kept') return refuse('file-not-open', { state })
  return reason.trim() === '' ? refuse('file-report-without-reason') : agree('withheld')
}

/** Settles a report: gives the file back or removes it for good. Refuses without a reason, and where nothing is reported. */
export function settleReport(
  state: FileState,
  remove: boolean,
  reason: string,
): Decision<'kept' | 'removed', 'file-report-without-reason' | 'file-not-reported'> {
  if (state !== 'withheld') return refuse('file-not-reported', { state })
  if (reason.trim() === '') return refuse('file-report-without-reason')
  return agree(remove ? 'removed' : 'kept')
}
