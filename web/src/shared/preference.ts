import { useCallback } from 'react'
import { useSessionIfAny } from './session.ts'
import { useCommandOperation } from './use-operation.ts'

export type Preference = { readonly elder?: boolean; readonly language?: 'zh' | 'en' }

/** Keeps a choice with the account, so that other devices begin with it. This device has its own choice already, so a failure is not told. */
export function useSavePreference(): (preference: Preference) => void {
  const session = useSessionIfAny()
  const { mutate } = useCommandOperation('account.prefer', { refreshes: ['session.show'] })
  const isThere = session !== undefined
  return useCallback((preference) => isThere && mutate(preference), [mutate, isThere])
}
