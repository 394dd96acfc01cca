import { Link, useLocation } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { RadioList } from '../shared/kit/fields.tsx'
import { CHANGE_PASSWORD_PATH } from '../shared/routing.tsx'
import { useSession, useSignOut } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { LayoutChoice } from './layout-choice.ts'
import { useLayoutChoice } from './layout-choice.ts'
import { mobileLabels, settingsLabels } from './mobile-labels.ts'
import { routes } from './routes.tsx'

export function SettingsPage() {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const { signOut, busy } = useSignOut()
  const canChange = routes.some((route) => route.path === CHANGE_PASSWORD_PATH)
  return (
    <>
      <h2 className="s t3 over">{t(settingsLabels.layout)}</h2>
      <Layouts />
      <h2 className="s t3 over">{t(settingsLabels.language)}</h2>
      <RadioList
        inCard
        label={t(settingsLabels.language)}
        value={language}
        onValue={setLanguage}
        choices={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <div className="card rows over">
        {canChange && (
          <Link href={CHANGE_PASSWORD_PATH} className="entry">
            <Icon name="lock" />
            <span className="grow">{t(settingsLabels.changePassword)}</span>
            <Icon name="right" />
          </Link>
        )}
        <a href="/" className="entry">
          <Icon name="table" />
          <span className="grow">{t(settingsLabels.pcFace)}</span>
          <Icon name="right" />
        </a>
      </div>
      <p className="c t3 over">{t(settingsLabels.install)}</p>
      <div className="foot">
        <Button wide icon="sign-out" busy={busy && t(settingsLabels.signOut)} onClick={signOut}>
          {t(settingsLabels.signOut)}
        </Button>
        <p className="c t3">{t(settingsLabels.signOutHelp)}</p>
      </div>
    </>
  )
}

function Layouts() {
  const t = useText()
  const [, navigate] = useLocation()
  const { account } = useSession()
  const [choice, choose] = useLayoutChoice()
  const pick = (next: LayoutChoice) => {
    choose(next)
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
