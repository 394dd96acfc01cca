import { createContext, useCallback, useContext } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from './call.ts'
import { Problem } from './call.ts'
import { forgetKeptAnswers } from './kept-answers.ts'
import { useUndo } from './kit/undo.tsx'
import { explain } from './problems.ts'
import { useText } from './texts.ts'
import { useCommandOperation, useQueryOperation } from './use-operation.ts'

export type Session = OutputOf<'session.show'>

/** The session of a page that the gate let through. */
export const SessionContext = createContext<Session | undefined>(undefined)

/** Asks the server who is here; for the gate. Pages use useSession. */
export function useSessionQuery() {
  return useQueryOperation('session.show', {}, { staleMs: 300_000 })
}

/** Who is at work. Only on pages behind sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession is used outside the gate')
  return session
}

/** Who is at work, or undefined on open pages. */
export function useSessionIfAny(): Session | undefined {
  return useContext(SessionContext)
}

/** May this person do one of these anywhere? The answer for a record comes with the record. */
export function useMay(): (permission: string | readonly string[] | undefined) => boolean {
  const session = useSessionIfAny()
  return useCallback((permission) => mayDo(session?.may ?? [], permission), [session])
}

export function mayDo(may: readonly string[], permission: string | readonly string[] | undefined): boolean {
  if (permission === undefined) return true
  return (typeof permission === 'string' ? [permission] : permission).some((one) => may.includes(one))
}

/** What happens after a sign-in: to the page that was asked for, or back to the page that stayed open. */
export const AfterSignInContext = createContext<(() => void) | undefined>(undefined)

/** For the sign-in page: call the answer once the server has agreed. */
export function useAfterSignIn(): () => void {
  const client = useQueryClient()
  const after = useContext(AfterSignInContext)
  return useCallback(() => {
    // What is not on the page may belong to somebody who used this device before.
    client.removeQueries({ type: 'inactive' })
    void client.invalidateQueries().then(() => after?.())
  }, [client, after])
}

/** Ends the session and forgets all that was fetched, and what `forget` forgets besides. Says so when the server could not be told. */
export function useSignOut(forget?: () => Promise<void>): { signOut: () => void; busy: boolean } {
  const client = useQueryClient()
  const t = useText()
  const say = useUndo()
  const { mutate, isPending } = useCommandOperation('session.end', { refreshes: [] })
  const signOut = useCallback(() => {
    const leave = () => {
      client.clear()
      forgetKeptAnswers()
      void Promise.resolve(forget?.()).finally(() => location.assign(import.meta.env.BASE_URL))
    }
    const stay = (error: Error) => {
      if (error instanceof Problem && error.status === 401) return leave()
      const { title, next } = explain(error)
      say({ text: `${t(title)} ${t(next)}` })
    }
    mutate({}, { onSuccess: leave, onError: stay })
  }, [mutate, client, say, t, forget])
  return { signOut, busy: isPending }
}
