import { useEffect, useRef, useState } from 'react'
import { ROLES } from '@steward/domain/access/roles.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Account, Grant, Opened } from './hooks.ts'
import { actLabels, detailLabels } from './labels.ts'
import { accessRefusals } from './labels-refusal.ts'
import { PasswordSlip } from './SlipDialog.pc.tsx'

export type Act =
  | { readonly is: 'stop' | 'start' | 'reset' | 'removeFactor' }
  | { readonly is: 'revoke'; readonly grant: Grant }

type Props = { readonly account: Account; readonly act: Act; readonly onClose: () => void }

/** An act with consequences for a person: what it does, a reason, one button. */
export function AccountAct({ account, act, onClose }: Props) {
  const t = useText()
  const say = useUndo()
  const [opened, setOpened] = useState<Opened>()
  const { id: accountId, name } = account
  const done = (words: Text, facts: { role?: string } = {}) => ({
    onDone: () => {
      say({ text: t(words, { name, ...facts }) })
      onClose()
    },
  })
  const role = act.is === 'revoke' ? t(ROLES[act.grant.role]) : ''
  const stop = useCommandOperation('account.stop', done(actLabels.stopDone))
  const start = useCommandOperation('account.start', done(actLabels.startDone))
  const removeFactor = useCommandOperation('second-factor.remove', done(actLabels.factorDone))
  const revoke = useCommandOperation('access.revoke', done(actLabels.revokeDone, { role }))
  const reset = useCommandOperation('account.reset', { onDone: setOpened })
  if (opened) return <PasswordSlip opened={opened} name={name} kind="reset" onClose={onClose} />
  const forAccount = { stop, start, reset, removeFactor }
  const command = act.is === 'revoke' ? revoke : forAccount[act.is]
  const send = (reason: string) => {
    if (act.is === 'revoke') revoke.mutate({ grantId: act.grant.id, reason })
    else forAccount[act.is].mutate({ accountId, reason })
  }
  return (
    <ReasonDialog
      words={wordsOf[act.is]}
      facts={{ name, role }}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    />
  )
}

type Words = { readonly title: Text; readonly text: Text; readonly button: Text }

const wordsOf: Readonly<Record<Act['is'], Words>> = {
  stop: { title: actLabels.stopTitle, text: actLabels.stopText, button: detailLabels.stop },
  start: { title: actLabels.startTitle, text: actLabels.startText, button: detailLabels.start },
  reset: { title: actLabels.resetTitle, text: actLabels.resetText, button: detailLabels.reset },
  removeFactor: {
    title: actLabels.factorTitle,
    text: actLabels.factorText,
    button: detailLabels.removeFactor,
  },
  revoke: { title: actLabels.revokeTitle, text: actLabels.revokeText, button: detailLabels.revoke },
}

type ReasonProps = {
  readonly words: Words
  readonly facts: Readonly<Record<string, string>>
  readonly isPending: boolean
  readonly error: Error | null
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

function ReasonDialog({ words, facts, isPending, error, onSend, onClose }: ReasonProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const isShort = reason.trim().length < 4
  const send = () => (isShort ? setTried(true) : onSend(reason.trim()))
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={reason !== ''}
      title={t(words.title, facts)}
      acts={
        <>
          <Button ink busy={isPending && t(words.button)} onClick={send}>
            {t(words.button)}
          </Button>
          <Button plain onClick={onClose}>
            {t(actLabels.leave)}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending) send()
        }}
      >
        <p className="t2">{t(words.text)}</p>
        <TextField
          label={t(actLabels.reason)}
          help={t(actLabels.reasonHelp)}
          error={tried && isShort && t(actLabels.reasonShort)}
          maxLength={200}
          autoComplete="off"
          value={reason}
          onValue={setReason}
        />
        {error && <StateError error={error} refusals={accessRefusals} />}
      </form>
    </Dialog>
  )
}
