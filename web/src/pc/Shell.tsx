import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { OfflineStrip, useOnline } from '../shared/kit/offline.tsx'
import { useShortcut } from '../shared/kit/shortcuts.ts'
import { useOutboxSending } from '../shared/outbox/use-outbox.ts'
import type { FrameProps } from '../shared/routing.tsx'
import { useText } from '../shared/texts.ts'
import { HelpDialog } from './HelpDialog.tsx'
import { NarrowHint } from './NarrowHint.tsx'
import { pcLabels } from './pc-labels.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import { TopBar } from './TopBar.tsx'

type Open = 'shortcuts' | 'help' | undefined

/** Frame of the PC face: side navigation, top bar with the scope, work below. */
export function Shell({ route, children }: FrameProps) {
  const t = useText()
  const online = useOnline()
  const [open, setOpen] = useState<Open>()
  const close = useCallback(() => setOpen(undefined), [])
  const main = useFocusOnNewPage()
  useOutboxSending()
  useShortcut(
    '?',
    useCallback(() => setOpen('shortcuts'), []),
  )
  return (
    <div className="pc">
      <a href="#main" className="skip" onClick={(event) => focusMain(event, main.current)}>
        {t(pcLabels.skip)}
      </a>
      <SideNavigation />
      <div className="main">
        <TopBar
          withYear={route?.year ?? false}
          onShortcuts={() => setOpen('shortcuts')}
          onHelp={() => setOpen('help')}
        />
        <NarrowHint />
        <div className={online ? undefined : 'strip'}>
          <OfflineStrip />
        </div>
        <main className="page" id="main" tabIndex={-1} ref={main}>
          {children}
        </main>
      </div>
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} />
      <HelpDialog open={open === 'help'} onClose={close} />
    </div>
  )
}

function focusMain(event: { preventDefault: () => void }, main: HTMLElement | null): void {
  event.preventDefault()
  main?.focus()
}

/** A new page begins at its top and screen readers begin with it. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const [path] = useLocation()
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}
