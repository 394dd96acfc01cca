import { type ReactNode, useState } from 'react'
import { formatTime } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { useOnline } from '../shared/kit/offline.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Mine, PledgeRow } from './hooks.ts'
import { usePledgeWords } from './hooks.ts'
import { hasNoNetwork } from './hooks-later.ts'
import { type Draft, draftOf, emptyDraft, useAutosave, useHints } from './hooks-write.ts'
import { partTexts } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { writeLabels } from './labels-write.ts'
import { MoreParts, SourcePart, WriteAids } from './WriteMore.shared.tsx'
import { WriteParts } from './WriteParts.shared.tsx'
import { WriteText } from './WriteText.shared.tsx'
import './Pledges.css'

type Aids = Pick<Mine, 'template' | 'planItems' | 'rulesTitle' | 'rulesText'>

/** The form's parts and what is written in them. */
export function useDraftForm(start: Draft, onDraft?: (draft: Draft) => void) {
  const [draft, setDraft] = useState(start)
  const hints = useHints(draft)
  const change = (more: Partial<Draft>) => {
    const next = { ...draft, ...more }
    setDraft(next)
    onDraft?.(next)
  }
  return { draft, change, hints }
}

export function DraftFields({
  form,
  aids,
  year,
  ofOrg = false,
}: {
  readonly form: ReturnType<typeof useDraftForm>
  readonly aids: Aids
  readonly year: number
  readonly ofOrg?: boolean
}) {
  const { draft, change, hints } = form
  return (
    <>
      <WriteText value={draft.text} onValue={(text) => change({ text })} hints={hints} />
      <WriteParts
        draft={draft}
        hints={hints}
        template={aids.template}
        onFields={(fields) => change({ fields: { ...draft.fields, ...fields } })}
      />
      <SourcePart draft={draft} onChange={change} />
      <MoreParts draft={draft} onChange={change} aids={aids} year={year} ofOrg={ofOrg} />
      <WriteAids aids={aids} onChange={change} />
    </>
  )
}

export type WriteParts = { readonly fields: ReactNode; readonly saved: ReactNode; readonly act: ReactNode }

/** Writing one's own pledge, or one of an organisation: kept while it is written, handed in with one touch. */
export function WriteForm({
  pledge,
  aids,
  year,
  orgId = null,
  wide = false,
  onSent,
  later,
  children,
}: {
  readonly pledge: PledgeRow | null
  readonly aids: Aids
  readonly year: number
  readonly orgId?: string | null
  readonly wide?: boolean
  readonly onSent: (pledgeId: string) => void
  /** The phone: keeps it for later where there is no network. */
  readonly later?: (draft: Draft, kept: { pledgeId: string | null; revision: number }) => Promise<void>
  readonly children: (parts: WriteParts) => ReactNode
}) {
  const { t, day } = usePledgeWords()
  const say = useUndo()
  const start = { pledgeId: pledge?.id ?? null, revision: pledge?.revision ?? 0 }
  const autosave = useAutosave(start, orgId)
  const form = useDraftForm(pledge === null ? emptyDraft(year) : draftOf(pledge), autosave.keep)
  const submit = useCommandOperation('pledge.submit', {
    onDone: ({ late }, { pledgeId }) => {
      say({ text: t(late ? writeLabels.sentLate : writeLabels.sent) })
      onSent(pledgeId)
    },
  })
  const send = async () => {
    try {
      const { pledgeId, revision } = await autosave.flush()
      if (pledgeId !== null) await submit.mutateAsync({ pledgeId, revision })
    } catch (error) {
      // Anything else is said above the button: nothing was kept, and what was written is still here.
      if (later !== undefined && hasNoNetwork(error)) await later(form.draft, autosave.drop())
    }
  }
  const error = autosave.error ?? submit.error
  // Without a network the act itself keeps it.
  const failure = later !== undefined && hasNoNetwork(error) ? null : error
  const keeps = !useOnline() && later !== undefined
  const last = pledge?.returns.at(-1)
  const isReturned = pledge?.state === 'returned'
  const isEmpty = form.draft.text.trim() === ''
  const ask = orgId === null ? writeLabels.ask : writeLabels.askAbove
  const actWords = keeps ? writeLabels.keepNow : isReturned ? writeLabels.again : ask
  return children({
    saved: <Saved autosave={autosave} />,
    fields: (
      <>
        {isReturned && last && (
          <p className="off">
            {t(writeLabels.returnedFor, { part: t(partTexts[last.part]), reason: last.reason })} {last.by}，
            {day(last.on)}
          </p>
        )}
        <DraftFields form={form} aids={aids} year={year} ofOrg={orgId !== null} />
      </>
    ),
    act: (
      <>
        {failure && (
          <StateError
            error={failure}
            refusals={pledgeRefusals}
            title={submit.error ? undefined : t(writeLabels.notSaved)}
          />
        )}
        {form.hints.hollow && !isEmpty && <p className="c ochre">{t(writeLabels.hollowHelp)}</p>}
        <Button
          wide={wide}
          ink={form.hints.missing.length === 0 && !isEmpty}
          busy={(submit.isPending || autosave.isSaving) && submit.isPending ? t(writeLabels.saving) : false}
          onClick={() => void send()}
        >
          {t(actWords)}
        </Button>
      </>
    ),
  })
}

function Saved({ autosave }: { readonly autosave: ReturnType<typeof useAutosave> }) {
  const { t } = usePledgeWords()
  const { savedAt, dirty, isSaving, flush } = autosave
  if (dirty && !isSaving)
    return (
      <button type="button" className="r" onClick={() => void flush().catch(() => undefined)}>
        {t(writeLabels.keep)}
      </button>
    )
  const words = isSaving
    ? t(writeLabels.saving)
    : savedAt && t(writeLabels.saved, { time: formatTime(savedAt) })
  return (
    <span className="s t3" role="status">
      {words}
    </span>
  )
}
