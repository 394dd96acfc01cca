import { useRef, useState } from 'react'
import { checkFile, type FilePurpose, fileTypes, mostFileBytes } from '@steward/domain/files/stored-file.ts'
import type { InputOf, OutputOf } from '../shared/call.ts'
import { Refused } from '../shared/call.ts'
import { useQueryOperation, useUploadOperation } from '../shared/use-operation.ts'

export type FileAbout = InputOf<'file.add'>['about']
export type StoredFile = OutputOf<'file.list'>['rows'][number]
export type ReportedFile = OutputOf<'file.reported'>['rows'][number]

export function useFiles(about: FileAbout) {
  return useQueryOperation('file.list', { about })
}

export type Sending = {
  readonly name: string
  readonly state: 'sending' | 'added' | 'failed'
  /** How much has gone out, from 0 to 1. */
  readonly share: number
  readonly sameAs: number
  /** What was done to a picture before it was kept. */
  readonly picture: OutputOf<'file.add'>['picture']
  readonly byteCount: number
  readonly error: unknown
  readonly size: number
}

/** Sends one file after its kind and size were looked at here, so that nothing is sent in vain. */
export function useFileSending(about: FileAbout, purpose: FilePurpose, onAdded: (file: StoredFile) => void) {
  const [sending, setSending] = useState<Sending>()
  const last = useRef<File>(undefined)
  const add = useUploadOperation('file.add')
  const send = (file: File) => {
    last.current = file
    const fresh = {
      name: file.name,
      share: 0,
      sameAs: 0,
      picture: null,
      byteCount: 0,
      error: undefined,
      size: file.size,
    }
    const early = refusedHere(file)
    if (early) return setSending({ ...fresh, state: 'failed', error: early })
    setSending({ ...fresh, state: 'sending' })
    add.mutate(
      {
        input: { about, purpose, name: file.name },
        file,
        onSent: (share) => setSending({ ...fresh, state: 'sending', share }),
      },
      {
        onSuccess: ({ file: added, sameAs, picture }) => {
          const { name, byteCount } = added
          setSending({ ...fresh, name, byteCount, state: 'added', share: 1, sameAs, picture })
          onAdded(added)
        },
        onError: (error) => setSending({ ...fresh, state: 'failed', error }),
      },
    )
  }
  const again = () => last.current && send(last.current)
  return { sending, send, again }
}

/** What the server would refuse anyway: by size, and by the ending of the name. The bytes are its business. */
function refusedHere(file: File): Refused | undefined {
  if (file.size > mostFileBytes) return new Refused('file-too-large', { size: sizeOf(file.size) })
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  const shown = Object.entries(fileTypes).find(([, endings]) => endings.some((one) => one === ending))?.[0]
  const decision = checkFile(file.name, file.size, shown)
  return decision.ok ? undefined : new Refused(decision.code, decision.details)
}

/** 340 KB, 2.1 MB. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
