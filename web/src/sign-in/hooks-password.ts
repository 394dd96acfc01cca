import { useMemo, useState } from 'react'
import { checkPassword, countKinds, maxPasswordLength } from '@steward/domain/sign-in/password.ts'
import { Refused } from '../shared/call.ts'
import { explain } from '../shared/problems.ts'
import type { Session } from '../shared/session.ts'
import { useSession } from '../shared/session.ts'
import type { Text, TextParams, Translate } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useFocusOnTrouble } from './hooks.ts'
import { passwordLabels } from './labels.ts'
import { signInRefusals } from './labels-refusal.ts'

export type PasswordRule = { readonly text: Text; readonly params?: TextParams; readonly isMet: boolean }
type Place = 'current' | 'next' | 'again' | 'form'

/** The rules of a new password, each with whether what is typed meets it. */
export function passwordRulesOf(
  next: string,
  current: string | null,
  { account: { accountName }, passwordRules }: Pick<Session, 'account' | 'passwordRules'>,
): readonly PasswordRule[] {
  const { minPasswordLength, minPasswordKinds } = passwordRules
  const length = [...next].length
  const typed = length > 0
  const other = checkPassword(next, { accountName, settings: { minPasswordLength: 0, minPasswordKinds: 0 } })
  const refusal = other.ok ? undefined : other.code
  return [
    {
      text: passwordLabels.ruleLength,
      params: { least: minPasswordLength },
      isMet: length >= minPasswordLength && length <= maxPasswordLength,
    },
    {
      text: passwordLabels.ruleKinds,
      params: { least: minPasswordKinds },
      isMet: countKinds(next) >= minPasswordKinds,
    },
    { text: passwordLabels.ruleName, isMet: typed && refusal !== 'password-contains-account-name' },
    { text: passwordLabels.ruleCommon, isMet: typed && refusal !== 'password-too-common' },
    ...(current === null ? [] : [{ text: passwordLabels.ruleNew, isMet: typed && next !== current }]),
  ]
}

type Trouble = { readonly at: Place; readonly text: string }

/** What is typed on the password page and the sending of it. `onDone` gets how many other sign-ins were ended. */
export function usePasswordForm(onDone: (othersEnded: number) => void) {
  const t = useText()
  const session = useSession()
  // A first password asks for none before it, in a session opened with a code from the counter.
  const isFirst = !session.account.hasPassword && session.openedWith === 'counter-code'
  const [typed, setTyped] = useState({ current: '', next: '', again: '' })
  const [gap, setGap] = useState<Trouble>()
  const { mutate, error, isPending, reset } = useCommandOperation('account.change-password', {
    refreshes: ['session.show', 'session.list'],
    onDone: ({ otherSessionsEnded }) => onDone(otherSessionsEnded),
  })
  const refused = useMemo(() => (error ? troubleOf(error, t) : undefined), [error, t])
  const trouble = gap ?? refused
  const form = useFocusOnTrouble(trouble)
  const rules = passwordRulesOf(typed.next, isFirst ? null : typed.current, session)
  const submit = () => {
    const missing = gapOf(typed, isFirst, t)
    setGap(missing)
    if (missing || isPending) return
    mutate({ current: isFirst ? null : typed.current, next: typed.next })
  }
  return {
    session,
    isFirst,
    typed,
    type: (part: Partial<typeof typed>) => {
      setTyped({ ...typed, ...part })
      setGap(undefined)
      reset()
    },
    rules,
    submit,
    form,
    isPending,
    errorAt: (place: Place) => (trouble?.at === place ? trouble.text : undefined),
    failure: trouble?.at === 'form' ? error : undefined,
  }
}

function gapOf(
  typed: { current: string; next: string; again: string },
  isFirst: boolean,
  t: Translate,
): Trouble | undefined {
  if (!isFirst && typed.current === '') return { at: 'current', text: t(passwordLabels.fillCurrent) }
  if (typed.next === '') return { at: 'next', text: t(passwordLabels.fillNext) }
  return typed.next === typed.again ? undefined : { at: 'again', text: t(passwordLabels.notSame) }
}

function troubleOf(error: Error, t: Translate): Trouble {
  const { title, params } = explain(error, signInRefusals)
  const text = t(title, params)
  if (!(error instanceof Refused)) return { at: 'form', text }
  const isOfCurrent = error.code === 'password-wrong' || error.code === 'account-locked'
  return { at: isOfCurrent ? 'current' : 'next', text }
}
