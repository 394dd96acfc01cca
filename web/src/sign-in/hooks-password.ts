import { useMemo, useState } from 'react'
import type { PasswordRule } from '@steward/domain/sign-in/password.ts'
import { passwordRulesMet } from '@steward/domain/sign-in/password.ts'
import { Refused } from '../shared/call.ts'
import { explain } from '../shared/problems.ts'
import { useSession } from '../shared/session.ts'
import type { Translate } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useFocusOnTrouble } from './hooks.ts'
import { passwordLabels } from './labels.ts'
import { signInRefusals } from './labels-refusal.ts'

export type ShownRule = { readonly rule: PasswordRule; readonly isMet: boolean }
type Place = 'current' | 'next' | 'again' | 'form'
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
  const met = passwordRulesMet(typed.next, {
    accountName: session.account.accountName,
    settings: session.passwordRules,
    current: isFirst ? null : typed.current,
  })
  const shown = (Object.keys(met) as PasswordRule[]).filter((rule) => !(isFirst && rule === 'new')) // the record's own keys
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
    rules: shown.map((rule): ShownRule => ({ rule, isMet: met[rule] })),
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
