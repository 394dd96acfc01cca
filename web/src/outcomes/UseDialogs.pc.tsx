import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { UseLine } from './hooks-use.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'

type Props = { readonly rows: readonly UseLine[]; readonly onDone: () => void }

/** What is chosen, and what can be done with it together. Limits and measures are entered one by one. */
export function UseDialogs({ rows, onDone }: Props) {
  const t = useText()
  const [asked, setAsked] = useState<'confirm' | 'decline'>()
  if (rows.length === 0) return null
  const confirmable = rows.filter(({ may }) => may.includes('confirm'))
  const declinable = rows.filter(({ may }) => may.includes('decline'))
  const close = () => setAsked(undefined)
  const done = () => {
    close()
    onDone()
  }
  return (
    <>
      <div className="use-chosen">
        <span className="grow">{t(useLabels.chosen, { count: rows.length })}</span>
        {declinable.length > 0 && <Button onClick={() => setAsked('decline')}>{t(useLabels.decline)}</Button>}
        {confirmable.length > 0 && (
          <Button act onClick={() => setAsked('confirm')}>
            {t(useLabels.confirm, { count: confirmable.length })}
          </Button>
        )}
      </div>
      {asked === 'confirm' && <Confirm rows={confirmable} onClose={close} onDone={done} />}
      {asked === 'decline' && <Decline rows={declinable} onClose={close} onDone={done} />}
    </>
  )
}

type DialogProps = Props & { readonly onClose: () => void }

export function Confirm({ rows, onClose, onDone }: DialogProps) {
  const t = useText()
  const say = useUndo()
  const [document, setDocument] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = useCommandOperation('outcome.confirm', {
    onDone: ({ confirmed }) => {
      say({ text: t(useLabels.confirmed, { count: confirmed }) })
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (document.trim() !== '') confirm.mutate({ useIds: rows.map(({ id }) => id), document })
  }
  return (
    <Dialog
      open
      keepOpen={document !== ''}
      onClose={onClose}
      title={t(useLabels.confirmTitle, { count: rows.length })}
      acts={
        <>
          <Button onClick={onClose}>{t(useLabels.cancel)}</Button>
          <Button act busy={confirm.isPending && t(useLabels.saving)} onClick={send}>
            {t(useLabels.doConfirm)}
          </Button>
        </>
      }
    >
      <p className="s t2 use-note">{t(useLabels.confirmText)}</p>
      <TextField
        label={t(useLabels.document)}
        help={t(useLabels.documentHelp)}
        error={tried && document.trim() === '' ? t(useLabels.missing) : undefined}
        maxLength={120}
        autoComplete="off"
        value={document}
        onValue={setDocument}
      />
      {confirm.isError && <StateError error={confirm.error} refusals={outcomeRefusals} />}
    </Dialog>
  )
}

export function Decline({ rows, onClose, onDone }: DialogProps) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const decline = useCommandOperation('outcome.decline', {
    onDone: ({ declined }) => {
      say({ text: t(useLabels.declined, { count: declined }) })
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') decline.mutate({ useIds: rows.map(({ id }) => id), reason })
  }
  return (
    <Dialog
      open
      keepOpen={reason !== ''}
      onClose={onClose}
      title={t(useLabels.declineTitle, { count: rows.length })}
      acts={
        <>
          <Button onClick={onClose}>{t(useLabels.cancel)}</Button>
          <Button act busy={decline.isPending && t(useLabels.saving)} onClick={send}>
            {t(useLabels.doDecline)}
          </Button>
        </>
      }
    >
      <p className="s t2 use-note">{t(useLabels.declineText)}</p>
      <TextArea
        label={t(useLabels.reason)}
        error={tried && reason.trim() === '' ? t(useLabels.missing) : undefined}
        maxLength={600}
        value={reason}
        onValue={setReason}
      />
      {decline.isError && <StateError error={decline.error} refusals={outcomeRefusals} />}
    </Dialog>
  )
}
