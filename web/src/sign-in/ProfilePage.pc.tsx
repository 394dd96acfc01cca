import type { ReactNode } from 'react'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { useSavePreference } from '../shared/preference.ts'
import { CHANGE_PASSWORD_PATH, SECOND_FACTOR_PATH } from '../shared/routing.tsx'
import { useSession } from '../shared/session.ts'
import { useTextSize } from '../shared/text-size.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { profileLabels } from './labels-profile.ts'
import { Sessions } from './Sessions.pc.tsx'
import './Profile.css'

/** Who is signed in, with which duties, how, and where else. */
export function ProfilePage() {
  const { account } = useSession()
  return (
    <div className="profile">
      <div className="profile-side">
        <h1 className="display">{account.name}</h1>
        <Facts />
        <Security />
        <Layouts />
      </div>
      <Sessions />
    </div>
  )
}

function Facts() {
  const t = useText()
  const { account, county, org, roles } = useSession()
  return (
    <dl className="profile-facts">
      <Fact name={t(profileLabels.account)}>{account.accountName}</Fact>
      <Fact name={t(profileLabels.county)}>{county.name}</Fact>
      {org && <Fact name={t(profileLabels.org)}>{org.name}</Fact>}
      <Fact name={t(profileLabels.duties)}>
        {roles.length === 0 && t(profileLabels.noDuty)}
        {roles.map((role) => (
          <span key={`${role.role} ${role.orgId}`} className="block">
            {t(profileLabels.dutyAt, { duty: t(role.label), org: role.orgName })}
          </span>
        ))}
      </Fact>
    </dl>
  )
}

function Security() {
  const t = useText()
  const { account, passwordRules } = useSession()
  return (
    <section className="profile-part">
      <h2 className="sec head">{t(profileLabels.security)}</h2>
      <dl className="profile-facts">
        <Fact
          name={t(profileLabels.password)}
          act={
            <ButtonLink small href={CHANGE_PASSWORD_PATH}>
              {t(account.hasPassword ? profileLabels.passwordChange : profileLabels.passwordSet)}
            </ButtonLink>
          }
        >
          {account.hasPassword
            ? t(profileLabels.passwordLasts, { days: passwordRules.maxPasswordAgeDays })
            : t(profileLabels.passwordNone)}
        </Fact>
        <Fact
          name={t(profileLabels.factor)}
          act={
            account.secondFactor ? undefined : (
              <ButtonLink small href={SECOND_FACTOR_PATH}>
                {t(profileLabels.factorSet)}
              </ButtonLink>
            )
          }
        >
          {t(account.secondFactor ? profileLabels.factorOn : profileLabels.factorOff)}
          {account.secondFactor && <span className="block s t3">{t(profileLabels.factorAsk)}</span>}
        </Fact>
      </dl>
    </section>
  )
}

function Layouts() {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const [size, setSize] = useTextSize()
  const { account } = useSession()
  const save = useSavePreference()
  return (
    <section className="profile-part">
      <h2 className="sec head">{t(profileLabels.layout)}</h2>
      <dl className="profile-facts">
        <Fact name={t(profileLabels.language)}>
          <Segmented
            label={t(profileLabels.language)}
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
        </Fact>
        <Fact name={t(profileLabels.text)}>
          <Segmented
            label={t(profileLabels.text)}
            value={size}
            onValue={setSize}
            choices={[
              { value: 'normal', label: t(profileLabels.textNormal) },
              { value: 'large', label: t(profileLabels.textLarge) },
            ]}
          />
        </Fact>
        <Fact name={t(profileLabels.phoneLayout)}>
          <Segmented
            label={t(profileLabels.phoneLayout)}
            value={account.elder ? 'elder' : 'normal'}
            onValue={(value) => save({ elder: value === 'elder' })}
            choices={[
              { value: 'normal', label: t(profileLabels.normal) },
              { value: 'elder', label: t(profileLabels.elder) },
            ]}
          />
        </Fact>
      </dl>
      <p className="s t3">{t(profileLabels.layoutHelp)}</p>
    </section>
  )
}

function Fact({ name, act, children }: { name: string; act?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="grow">{children}</span>
        {act}
      </dd>
    </div>
  )
}
