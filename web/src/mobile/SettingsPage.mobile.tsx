import { useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { RadioList } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { outboxLabels } from '../shared/outbox/outbox-labels.ts'
import { countOpen, outbox, useOutboxItems } from '../shared/outbox/use-outbox.ts'
import type { LayoutChoice } from '../shared/layout-choice.ts'
import { useLayoutChoice } from '../shared/layout-choice.ts'
import { useSavePreference } from '../shared/preference.ts'
import { useSession, useSignOut } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { mobileLabels, settingsLabels } from './mobile-labels.ts'

export function SettingsPage() {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const save = useSavePreference()
  return (
    <>
      <h2 className="s t3 over">{t(settingsLabels.layout)}</h2>
      <Layouts />
      <h2 className="s t3 over">{t(settingsLabels.language)}</h2>
      <RadioList
        inCard
        label={t(settingsLabels.language)}
        value={language}
        onValue={(value) => {
          setLanguage(value)
          save({ language: value })
        }}
        choices={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <div className="card rows over">
        <Link href="/profile" className="entry">
          <Icon name="lock" />
          <span className="grow">{t(settingsLabels.ownAccount)}</span>
          <Icon name="right" />
        </Link>
        <a href="/" className="entry">
          <Icon name="table" />
          <span className="grow">{t(settingsLabels.pcFace)}</span>
          <Icon name="right" />
        </a>
      </div>
      <p className="c t3 over">{t(settingsLabels.install)}</p>
      <SignOut />
    </>
  )
}

/** Asks first when something on this phone has not been sent yet. */
function SignOut() {
  const t = useText()
  const { account } = useSession()
  const { signOut, busy } = useSignOut(useCallback(() => outbox.forget(account.id), [account.id]))
  const waiting = countOpen(useOutboxItems())
  const [asking, setAsking] = useState(false)
  return (
    <div className="foot">
      <Button
        wide
        icon="sign-out"
        busy={busy && t(settingsLabels.signOut)}
        onClick={() => (waiting > 0 ? setAsking(true) : signOut())}
      >
        {t(settingsLabels.signOut)}
      </Button>
      <p className="c t3">{t(settingsLabels.signOutHelp)}</p>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t(outboxLabels.signOutTitle, { count: waiting })}
        acts={
          <>
            <Button onClick={() => setAsking(false)}>{t(outboxLabels.stay)}</Button>
            <Button onClick={signOut}>{t(outboxLabels.dropAndLeave)}</Button>
          </>
        }
      >
        <p>{t(outboxLabels.signOutText)}</p>
      </Dialog>
    </div>
  )
}

function Layouts() {
  const t = useText()
  const [, navigate] = useLocation()
  const { account } = useSession()
  const [choice, choose] = useLayoutChoice()
  const save = useSavePreference()
  const pick = (next: LayoutChoice) => {
    choose(next)
    save({ elder: next === 'elder' })
    if (next === 'elder') navigate('/elder')
  }
  return (
    <RadioList
      inCard
      label={t(settingsLabels.layout)}
      value={choice ?? (account.elder ? 'elder' : 'normal')}
      onValue={pick}
      choices={[
        { value: 'normal', label: t(mobileLabels.normal) },
        { value: 'elder', label: t(mobileLabels.elder), help: t(settingsLabels.layoutHelp) },
      ]}
    />
  )
}
