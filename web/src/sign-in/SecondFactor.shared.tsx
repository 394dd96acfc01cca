import { useMemo, useState } from 'react'
import { readStepCode } from '@steward/domain/sign-in/second-factor.ts'
import { Refused } from '../shared/call.ts'
import type { OutputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { explain } from '../shared/problems.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useFocusOnTrouble } from './hooks.ts'
import { secondFactorLabels } from './labels.ts'
import { signInRefusals } from './labels-refusal.ts'
import { QrCode } from '../shared/kit/QrCode.tsx'
import './SignIn.css'

/** Six digits of a second factor that is set up. */
export function SecondFactorEntry() {
  const t = useText()
  const { mutate, error, isPending, reset } = useCommandOperation('second-factor.verify', {
    refreshes: ['session.show'],
  })
  return (
    <CodeForm
      act={t(secondFactorLabels.verify)}
      help={t(secondFactorLabels.lost)}
      send={(code) => mutate({ code })}
      error={error}
      isPending={isPending}
      reset={reset}
    />
  )
}

/** QR code, key and the first code. Nothing is in force before the code was right. */
export function SecondFactorSetUp({ onDone }: { onDone: () => void }) {
  const t = useText()
  const { mutate, data, error, isPending } = useCommandOperation('second-factor.begin', { refreshes: [] })
  if (data) return <Scan made={data} onDone={onDone} />
  return (
    <div className="form">
      {error && <StateError error={error} refusals={signInRefusals} />}
      <Button act wide busy={isPending && t(secondFactorLabels.begin)} onClick={() => mutate({})}>
        {t(secondFactorLabels.begin)}
      </Button>
    </div>
  )
}

function Scan({ made, onDone }: { made: OutputOf<'second-factor.begin'>; onDone: () => void }) {
  const t = useText()
  const { mutate, error, isPending, reset } = useCommandOperation('second-factor.confirm', {
    refreshes: ['session.show'],
    onDone,
  })
  return (
    <ol className="factor-steps">
      <li>{t(secondFactorLabels.stepApp)}</li>
      <li>
        <p>{t(secondFactorLabels.stepScan)}</p>
        <p className="factor-here">
          <a className="btn" href={made.uri}>
            <Icon name="device" />
            {t(secondFactorLabels.here)}
          </a>
        </p>
        <div className="factor-qr">
          <QrCode text={made.uri} label={t(secondFactorLabels.qr)} />
          <p className="s t2">
            {t(secondFactorLabels.byHand)}
            <code className="factor-key">{made.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </div>
      </li>
      <li>
        <p>{t(secondFactorLabels.stepCode)}</p>
        <CodeForm
          act={t(secondFactorLabels.confirm)}
          send={(code) => mutate({ code })}
          error={error}
          isPending={isPending}
          reset={reset}
        />
      </li>
    </ol>
  )
}

type CodeFormProps = {
  readonly act: string
  readonly help?: string
  readonly send: (code: string) => void
  readonly error: Error | null
  readonly isPending: boolean
  readonly reset: () => void
}

function CodeForm({ act, help, send, error, isPending, reset }: CodeFormProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [isShort, setShort] = useState(false)
  const trouble = useMemo(() => {
    if (isShort) return t(secondFactorLabels.fillCode)
    if (!(error instanceof Refused)) return undefined
    const { title, params } = explain(error, signInRefusals)
    return t(title, params)
  }, [isShort, error, t])
  const form = useFocusOnTrouble(trouble)
  const submit = () => {
    const code = readStepCode(typed)
    setShort(code === undefined)
    if (code !== undefined && !isPending) send(code)
  }
  return (
    <form
      className="form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {error && !(error instanceof Refused) && <StateError error={error} />}
      <TextField
        label={t(secondFactorLabels.code)}
        help={help}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={20}
        value={typed}
        onValue={(value) => {
          setTyped(value)
          setShort(false)
          reset()
        }}
        error={trouble}
      />
      <Button act wide type="submit" busy={isPending && act}>
        {act}
      </Button>
    </form>
  )
}
