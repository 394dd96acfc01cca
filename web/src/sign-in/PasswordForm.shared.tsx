import type { PasswordRule } from '@steward/domain/sign-in/password.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { PasswordField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import type { ShownRule } from './hooks-password.ts'
import { usePasswordForm } from './hooks-password.ts'
import { passwordLabels } from './labels.ts'
import './SignIn.css'

/** The present password, the new one twice, and the rules as they are met. */
export function PasswordForm({ onDone }: { onDone: (othersEnded: number) => void }) {
  const t = useText()
  const form = usePasswordForm(onDone)
  const { typed, type, errorAt, session } = form
  const current =
    session.passwordChangeWhy === 'temporary' ? passwordLabels.currentTemporary : passwordLabels.current
  return (
    <form
      className="form"
      ref={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.failure && <StateError error={form.failure} title={t(passwordLabels.notChanged)} />}
      {/* For password managers, which keep a password with its account. */}
      <input hidden readOnly autoComplete="username" value={session.account.accountName} />
      {!form.isFirst && (
        <PasswordField
          label={t(current)}
          autoComplete="current-password"
          maxLength={300}
          value={typed.current}
          onValue={(value) => type({ current: value })}
          error={errorAt('current')}
        />
      )}
      <div>
        <PasswordField
          label={t(passwordLabels.next)}
          autoComplete="new-password"
          maxLength={300}
          value={typed.next}
          onValue={(value) => type({ next: value })}
          error={errorAt('next')}
        />
        <Rules rules={form.rules} />
      </div>
      <PasswordField
        label={t(passwordLabels.again)}
        autoComplete="new-password"
        maxLength={300}
        value={typed.again}
        onValue={(value) => type({ again: value })}
        error={errorAt('again')}
      />
      <div>
        <Button act wide type="submit" busy={form.isPending && t(passwordLabels.change)}>
          {t(form.isFirst ? passwordLabels.set : passwordLabels.change)}
        </Button>
        <p className="s t3 password-note">{t(passwordLabels.ends)}</p>
      </div>
    </form>
  )
}

const ruleTexts: Readonly<Record<PasswordRule, Text>> = {
  length: passwordLabels.ruleLength,
  kinds: passwordLabels.ruleKinds,
  'account-name': passwordLabels.ruleName,
  guessed: passwordLabels.ruleCommon,
  new: passwordLabels.ruleNew,
}

function Rules({ rules }: { rules: readonly ShownRule[] }) {
  const t = useText()
  const { minPasswordLength, minPasswordKinds } = useSession().passwordRules
  return (
    <ul className="password-rules" aria-label={t(passwordLabels.rules)}>
      {rules.map(({ rule, isMet }) => (
        <li key={rule} className={isMet ? 'met' : undefined}>
          <span className="password-mark" aria-hidden="true">
            {isMet && <Icon name="check" />}
          </span>
          <span>
            {t(ruleTexts[rule], { length: minPasswordLength, kinds: minPasswordKinds })}
            <span className="sr">，{t(isMet ? passwordLabels.met : passwordLabels.unmet)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
