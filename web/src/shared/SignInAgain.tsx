import { Suspense } from 'react'
import type { ComponentType } from 'react'
import { StateLoading } from './kit/states.tsx'
import { routingLabels } from './routing-labels.ts'
import { AfterSignInContext } from './session.ts'
import { markSessionResumed, useSessionEnded } from './session-ended.ts'
import { useText } from './texts.ts'

/** Sign-in above the page that was being worked on; the page and what was typed stay underneath. */
export function SignInAgain({ Page }: { Page: ComponentType }) {
  const t = useText()
  const ended = useSessionEnded()
  if (!ended) return null
  return (
    <dialog className="layer again" aria-label={t(routingLabels.endedTitle)} ref={openOnce} onCancel={stay}>
      <p className="off" role="status">
        <span>
          <b>{t(routingLabels.endedTitle)}</b> {t(routingLabels.endedText)}
        </span>
      </p>
      <AfterSignInContext value={markSessionResumed}>
        <Suspense fallback={<StateLoading />}>
          <Page />
        </Suspense>
      </AfterSignInContext>
    </dialog>
  )
}

function openOnce(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal()
}

function stay(event: { preventDefault: () => void }): void {
  event.preventDefault()
}
