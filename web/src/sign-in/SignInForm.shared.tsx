import { lazy } from 'react'
import { Problem } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { PasswordField, SelectField, TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Installation, SignInForm } from './hooks.ts'
import { signInLabels } from './labels.ts'
import './SignIn.css'

/** Fetched only when somebody has to do something before the work. */
export const FirstThings = lazy(async () => ({
  default: (await import('./FirstThings.shared.tsx')).FirstThings,
}))

type Props = {
  readonly form: SignInForm
  readonly counties: Installation['counties']
  /** The first empty field takes the focus; on a phone the keyboard would cover the page. */
  readonly focus?: boolean
}

/** County where there are several, account, password or one-time code, and the one act. */
export function SignInFields({ form, counties, focus = false }: Props) {
  const t = useText()
  const begins = form.accountName === '' ? 'account' : 'secret'
  return (
    <form
      className="form sign-in-form"
      ref={form.form}
      data-read
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.failure && <FormTrouble form={form} />}
      {counties.length > 1 && (
        <SelectField
          label={t(signInLabels.county)}
          value={form.county}
          onValue={form.setCounty}
          none={t(signInLabels.countyNone)}
          choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
          error={form.errorAt('county')}
          disabled={form.held !== undefined}
        />
      )}
      <TextField
        label={t(signInLabels.account)}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={80}
        value={form.accountName}
        onValue={form.setAccountName}
        error={form.errorAt('account')}
        readOnly={form.held !== undefined}
        autoFocus={focus && begins === 'account'}
      />
      <Secret form={form} focus={focus && begins === 'secret'} />
      <Button act wide type="submit" busy={form.isPending && t(signInLabels.title)}>
        {t(signInLabels.title)}
      </Button>
    </form>
  )
}

function Secret({ form, focus }: { form: SignInForm; focus: boolean }) {
  const t = useText()
  const bound = {
    value: form.secret,
    onValue: form.setSecret,
    error: form.errorAt('secret'),
    autoFocus: focus,
  }
  if (form.way === 'password') {
    return (
      <PasswordField
        {...bound}
        label={t(signInLabels.password)}
        name="password"
        autoComplete="current-password"
        maxLength={300}
      />
    )
  }
  return (
    <TextField
      {...bound}
      label={t(signInLabels.code)}
      help={t(signInLabels.codeHelp)}
      name="one-time-code"
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={40}
    />
  )
}

/** What has nothing to do with a field: too many tries from here, no network, a fault of ours. */
function FormTrouble({ form }: { form: SignInForm }) {
  const isTooMany = form.failure instanceof Problem && form.failure.code === 'too-many-requests'
  if (!isTooMany) return <StateError error={form.failure} />
  return (
    <p className="wrong" role="alert">
      <Icon name="warning" />
      <span>{form.errorAt('form')}</span>
    </p>
  )
}

/** 用一次性码登录 ↔ 用密码登录 */
export function WayButton({ form }: { form: SignInForm }) {
  const t = useText()
  const byPassword = form.way === 'password'
  return (
    <button type="button" className="link" onClick={() => form.setWay(byPassword ? 'code' : 'password')}>
      {t(byPassword ? signInLabels.withCode : signInLabels.withPassword)}
    </button>
  )
}

/** Above the page of somebody whose session ended: leaves that page and begins anew. */
export function SomeoneElse({ form }: { form: SignInForm }) {
  const t = useText()
  if (!form.held) return null
  return (
    <button type="button" className="link" onClick={() => location.reload()}>
      {t(signInLabels.someoneElse, { name: form.held.name })}
    </button>
  )
}
