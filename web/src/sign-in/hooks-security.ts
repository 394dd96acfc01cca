import { useState } from 'react'
import type { Role } from '@steward/domain/access/roles.ts'
import type { SignInSettings } from '@steward/domain/sign-in/settings.ts'
import { defaultSignInSettings, tightenSignInSettings } from '@steward/domain/sign-in/settings.ts'
import type { OutputOf } from '../shared/call.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { signInRefusals } from './labels-refusal.ts'
import { securityLabels, settingGroups } from './labels-security.ts'

export type Security = OutputOf<'security.show'>
type Setting = keyof SignInSettings

const settings = settingGroups.flatMap((group) => group.settings)

/** The rules as they stand with what is typed over them. */
export function useSecurityForm({ numbers, secondFactorRoles, coverage }: Security) {
  const t = useText()
  const say = useUndo()
  const [texts, setTexts] = useState<Partial<Record<Setting, string>>>({})
  const [roles, setRoles] = useState<readonly Role[] | undefined>()
  const takeBack = () => {
    setTexts({})
    setRoles(undefined)
    reset()
  }
  const { mutate, error, isPending, reset } = useCommandOperation('security.change', {
    onDone: () => {
      takeBack()
      say({ text: t(securityLabels.saved) })
    },
  })
  const textOf = (setting: Setting) => texts[setting] ?? String(numbers[setting])
  const chosen = roles ?? secondFactorRoles
  const added = chosen.filter((role) => !secondFactorRoles.includes(role))
  const removed = secondFactorRoles.filter((role) => !chosen.includes(role))
  const changed = settings.filter((setting) => textOf(setting).trim() !== String(numbers[setting]))
  const errorAt = (setting: Setting): string | undefined => {
    if (!changed.includes(setting)) return undefined
    const text = textOf(setting).trim()
    const wanted = { ...defaultSignInSettings, [setting]: text === '' ? Number.NaN : Number(text) }
    const checked = tightenSignInSettings(wanted)
    return checked.ok ? undefined : t(signInRefusals[checked.code], checked.details)
  }
  const meets = coverage
    .filter(({ role }) => added.includes(role))
    .reduce((sum, { accounts, withSecondFactor }) => sum + accounts - withSecondFactor, 0)
  return {
    textOf,
    setText: (setting: Setting, text: string) => {
      setTexts({ ...texts, [setting]: text })
      reset()
    },
    chosen,
    choose: (role: Role, isChosen: boolean) => {
      setRoles(isChosen ? [...chosen, role] : chosen.filter((one) => one !== role))
      reset()
    },
    errorAt,
    wrong: changed.filter((setting) => errorAt(setting) !== undefined).length,
    changes: changed.length + added.length + removed.length,
    isShorter: changed.some((setting) => /Minutes|Hours/.test(setting) && /idle|absolute|Idle/.test(setting)),
    /** Accounts that would be asked to set up a second factor. */
    meets,
    removed,
    takeBack,
    save: () => {
      const wanted = Object.fromEntries(settings.map((setting) => [setting, Number(textOf(setting))]))
      mutate({ numbers: { ...numbers, ...wanted }, secondFactorRoles: [...chosen] })
    },
    error,
    isPending,
  }
}

export type SecurityForm = ReturnType<typeof useSecurityForm>
