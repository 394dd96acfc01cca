import { useRef, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { kitLabels } from '../shared/kit/kit-labels.ts'
import { useReadAloud } from '../shared/kit/read-aloud.ts'
import { useLayoutChoice } from '../shared/layout-choice.ts'
import { useText } from '../shared/texts.ts'
import { ForgottenHelp } from './ForgottenHelp.shared.tsx'
import type { Installation, SignInForm } from './hooks.ts'
import { signInLabels } from './labels.ts'
import { SignInFields, SomeoneElse } from './SignInForm.shared.tsx'

type Props = {
  readonly form: SignInForm
  readonly counties: Installation['counties']
  readonly name: string
}

/** Sign-in of the elder layout: one thing at a time, no layer above it, read aloud. */
export function ElderSignIn({ form, counties, name }: Props) {
  const t = useText()
  const page = useRef<HTMLElement>(null)
  const reader = useReadAloud(page)
  const [, choose] = useLayoutChoice()
  const [isHelp, setHelp] = useState(false)
  return (
    <div className="ph elder" data-mode="elder">
      <header className={reader.canRead ? 'elder-top' : 'elder-top one'}>
        {reader.canRead && (
          <Button icon="speaker" aria-pressed={reader.reading} onClick={reader.toggle}>
            {t(reader.reading ? kitLabels.stopReading : kitLabels.readAloud)}
          </Button>
        )}
        <Button onClick={() => choose('normal')}>{t(signInLabels.normal)}</Button>
      </header>
      <main className="sc" ref={page}>
        {isHelp ? (
          <Help back={() => setHelp(false)} />
        ) : (
          <>
            <h1 className="ph1" data-read>
              {name}
            </h1>
            <SignInFields form={form} counties={counties} />
            <Ways form={form} help={() => setHelp(true)} />
          </>
        )}
      </main>
    </div>
  )
}

function Ways({ form, help }: { form: SignInForm; help: () => void }) {
  const t = useText()
  const byPassword = form.way === 'password'
  return (
    <div className="elder-ways">
      <button type="button" className="go" onClick={() => form.setWay(byPassword ? 'code' : 'password')}>
        <Icon name={byPassword ? 'paper' : 'lock'} />
        <span data-read>
          <b>{t(byPassword ? signInLabels.withCode : signInLabels.withPassword)}</b>
          {byPassword && <span className="block">{t(signInLabels.codeCard)}</span>}
        </span>
        <Icon name="right" />
      </button>
      <Button wide onClick={help}>
        {t(signInLabels.forgot)}
      </Button>
      <SomeoneElse form={form} />
    </div>
  )
}

function Help({ back }: { back: () => void }) {
  const t = useText()
  return (
    <>
      <h1 className="ph1" data-read>
        {t(signInLabels.forgot)}
      </h1>
      <div className="card pad over">
        <ForgottenHelp most={2} />
      </div>
      <div className="foot">
        <Button wide icon="left" onClick={back}>
          {t(kitLabels.back)}
        </Button>
      </div>
    </>
  )
}
