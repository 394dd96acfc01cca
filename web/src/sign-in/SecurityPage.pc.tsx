import type { Role } from '@steward/domain/access/roles.ts'
import { ROLES } from '@steward/domain/access/roles.ts'
import type { SignInSettings } from '@steward/domain/sign-in/settings.ts'
import { signInSettingRange } from '@steward/domain/sign-in/settings.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useSecurity } from './hooks.ts'
import type { Security, SecurityForm } from './hooks-security.ts'
import { useSecurityForm } from './hooks-security.ts'
import { signInRefusals } from './labels-refusal.ts'
import { securityLabels, settingGroups, settingLabels } from './labels-security.ts'
import './Security.css'

/** The county's rules of passwords and sign-in; they can only be tightened (R-298…R-301). */
export function SecurityPage() {
  const t = useText()
  const security = useSecurity()
  return (
    <div className="security">
      <h1 className="display">{t(securityLabels.title)}</h1>
      <Fetched from={security} what={t(securityLabels.title)}>
        {(data) => <Rules security={data} />}
      </Fetched>
    </div>
  )
}

function Rules({ security }: { security: Security }) {
  const t = useText()
  const form = useSecurityForm(security)
  const { mayChange } = security
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (form.changes > 0 && form.wrong === 0 && !form.isPending) form.save()
      }}
    >
      <p className="t2">{t(mayChange ? securityLabels.intro : securityLabels.readOnly)}</p>
      {settingGroups.map(({ title, settings }) => (
        <section key={title.zh} className="security-group">
          <h2 className="sec head">{t(title)}</h2>
          <div className="security-numbers">
            {settings.map((setting) => (
              <NumberField key={setting} setting={setting} form={form} mayChange={mayChange} />
            ))}
          </div>
        </section>
      ))}
      <Factors security={security} form={form} />
      {mayChange && <Foot form={form} />}
    </form>
  )
}

type NumberProps = {
  readonly setting: keyof SignInSettings
  readonly form: SecurityForm
  readonly mayChange: boolean
}

function NumberField({ setting, form, mayChange }: NumberProps) {
  const t = useText()
  const { name, unit } = settingLabels[setting]
  const { from, to } = signInSettingRange(setting)
  return (
    <TextField
      label={t(name)}
      help={t(securityLabels.atLeast, { from, to, unit: t(unit) })}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      readOnly={!mayChange}
      value={form.textOf(setting)}
      onValue={(text) => form.setText(setting, text)}
      error={form.errorAt(setting)}
    />
  )
}

function Factors({ security, form }: { security: Security; form: SecurityForm }) {
  const t = useText()
  const { coverage, mayChange } = security
  const countOf = (role: Role) => {
    const found = coverage.find((one) => one.role === role)
    if (!found || found.accounts === 0) return t(securityLabels.coverageNone)
    return t(securityLabels.coverage, { accounts: found.accounts, with: found.withSecondFactor })
  }
  return (
    <section className="security-group">
      <h2 className="sec head">{t(securityLabels.factorTitle)}</h2>
      <p className="s t2">{t(securityLabels.factorText)}</p>
      <div className="security-roles">
        {(Object.keys(ROLES) as Role[]).map((role) => (
          <CheckBox
            key={role}
            checked={form.chosen.includes(role)}
            onChecked={(isChosen) => form.choose(role, isChosen)}
            disabled={!mayChange}
          >
            {t(ROLES[role])}
            <span className="block s t3">{countOf(role)}</span>
          </CheckBox>
        ))}
      </div>
    </section>
  )
}

function Foot({ form }: { form: SecurityForm }) {
  const t = useText()
  const roles = form.removed.map((role) => t(ROLES[role]))
  const why = whyNot(form)
  const words = t(form.changes > 0 ? securityLabels.save : securityLabels.saveNone, { count: form.changes })
  return (
    <div className="security-foot">
      {form.error && (
        <StateError error={form.error} refusals={signInRefusals} title={t(securityLabels.notSaved)} />
      )}
      {form.isShorter && <p className="s t2">{t(securityLabels.shorter)}</p>}
      {form.meets > 0 && <p className="s t2">{t(securityLabels.meets, { count: form.meets })}</p>}
      {roles.length > 0 && <p className="s t2">{t(securityLabels.loosened, { roles })}</p>}
      <div className="acts">
        <Button act type="submit" busy={form.isPending && words} why={why && t(why, { count: form.wrong })}>
          {words}
        </Button>
        {form.changes > 0 && <Button onClick={form.takeBack}>{t(securityLabels.takeBack)}</Button>}
      </div>
    </div>
  )
}

function whyNot(form: SecurityForm) {
  if (form.changes === 0) return securityLabels.nothing
  return form.wrong > 0 ? securityLabels.fix : undefined
}
