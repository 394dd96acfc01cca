import { createContext, useContext } from 'react'
import type { ComponentType } from 'react'
import { usePledge, usePledgeWords } from './hooks.ts'
import type { PledgeRow } from './hooks.ts'
import { writeLabels } from './labels-write.ts'

type PaperScreens = {
  /** Takes a photo or a scan of the paper and sends it. */
  readonly Field: ComponentType<{
    readonly label: string
    readonly memberId: string
    readonly onAdded: (file: { readonly id: string; readonly name: string }) => void
  }>
  readonly Open: ComponentType<{ readonly fileId: string }>
}

/** The screens of the files for the paper a pledge was written on; the shell puts them in. */
export const PaperContext = createContext<PaperScreens | undefined>(undefined)

export type Paper = { readonly memberId: string; readonly id: string; readonly name: string }

type PaperFieldProps = {
  readonly memberId: string
  readonly paper: Paper | undefined
  readonly onPaper: (paper: Paper | undefined) => void
}

/** The paper as a photo; it can be left out. */
export function PaperField({ memberId, paper, onPaper }: PaperFieldProps) {
  const { t } = usePledgeWords()
  const screens = useContext(PaperContext)
  if (screens === undefined) return null
  if (paper !== undefined) {
    return (
      <p className="between">
        <span>{t(writeLabels.paperIs, { name: paper.name })}</span>
        <button type="button" className="link" onClick={() => onPaper(undefined)}>
          {t(writeLabels.paperLeave)}
        </button>
      </p>
    )
  }
  return (
    <screens.Field
      label={t(writeLabels.paper)}
      memberId={memberId}
      onAdded={({ id, name }) => onPaper({ memberId, id, name })}
    />
  )
}

/** The way to the paper of a pledge, where there is one. */
export function PaperLine({ fileId }: { readonly fileId: string | null }) {
  const { t } = usePledgeWords()
  const screens = useContext(PaperContext)
  if (screens === undefined || fileId === null) return null
  return (
    <div className="row s t2 pledge-paper">
      <span>{t(writeLabels.paperOf)}</span>
      <screens.Open fileId={fileId} />
    </div>
  )
}

/** The same beside a row of the queue, which does not carry it. */
export function PaperOfRow({ row }: { readonly row: Pick<PledgeRow, 'id' | 'entry'> }) {
  const { data } = usePledge(row.id, row.entry === 'secretary')
  return <PaperLine fileId={data?.paperFileId ?? null} />
}
