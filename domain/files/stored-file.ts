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

export const fileRefusals = [
  'file-empty',
  'file-type-not-kept',
  'file-type-other-than-name',
  'file-name-too-long',
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
  if ([...name].length > 120) return refuse('file-name-too-long', { most: 120 })
  if (shown === undefined || !isKept(shown))
    return refuse('file-type-not-kept', { shown: shown ?? 'unknown' })
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const endings: readonly string[] = fileTypes[shown]
  return endings.includes(ending) ? agree(shown) : refuse('file-type-other-than-name', { shown, ending })
}

function isKept(type: string): type is FileType {
  return Object.hasOwn(fileTypes, type)
}
