import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { DraftContact, DraftList, DraftScope, DraftWords } from './DraftFields.shared.tsx'
import type { Notice } from './hooks.ts'
import { missingIn, toInput, toList, useDraftForm } from './hooks-draft.ts'
import { noticeRefusals } from './labels-refusal.ts'
import { draftTexts } from './labels-work.ts'

type ChangeFormProps = {
  readonly notice: Notice
  /** Page of the notice on this face. */
  readonly after: string
}

/** The words of a notice that does not hang. */
export function ChangeForm({ notice, after }: ChangeFormProps) {
  const t = useText()
  const [, navigate] = useLocation()
  const done = useSaved(() => navigate(after, { replace: true }))
  const [form, change] = useDraftForm(notice)
  const [tried, setTried] = useState(false)
  const save = useCommandOperation('notice.change', {
    onDone: ({ findings }) => done(notice.id, findings),
  })
  const isMade = notice.sourceKind !== 'none'
  const submit = () => {
    setTried(true)
    if (Object.values(missingIn(form)).some(Boolean)) return
    const list = isMade ? null : toList(form)
    save.mutate({ noticeId: notice.id, revision: notice.revision, draft: toInput(form), list })
  }
  return (
    <form className="form notice-form" onSubmit={(event) => event.preventDefault()}>
      <div className="form">
        <DraftWords form={form} change={change} tried={tried} />
        {isMade ? (
          <p className="s t2">{t(draftTexts.listHeld)}</p>
        ) : (
          <DraftList form={form} change={change} />
        )}
      </div>
      <div className="form">
        <DraftScope form={form} change={change} tried={tried} />
        <DraftContact form={form} change={change} tried={tried} />
      </div>
      {save.isError && <StateError error={save.error} refusals={noticeRefusals} />}
      <div className="acts span">
        <Button act busy={save.isPending && t(draftTexts.saving)} onClick={submit}>
          {t(draftTexts.saveChange)}
        </Button>
      </div>
    </form>
  )
}

/** Says what saving found and goes on. */
export function useSaved(go: (noticeId: string) => void): (noticeId: string, findings: number) => void {
  const t = useText()
  const say = useUndo()
  return (noticeId, findings) => {
    say({ text: findings === 0 ? t(draftTexts.saved) : t(draftTexts.savedFindings, { count: findings }) })
    go(noticeId)
  }
}
