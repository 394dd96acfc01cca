import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { IconButton } from './Button.tsx'
import { kitLabels } from './kit-labels.ts'

type LayerProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the foot; the act last. */
  readonly acts?: ReactNode
  /** Set while something typed would be lost: a touch beside the layer then does not close it. */
  readonly keepOpen?: boolean
}

function Layer({ open, onClose, title, children, acts, keepOpen, look }: LayerProps & { look: string }) {
  const t = useText()
  const titleId = useId()
  const frame = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = frame.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={frame}
      className={look}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && !keepOpen) onClose()
      }}
    >
      <div className="layer-in">
        <header>
          <h2 className="sec grow" id={titleId}>
            {title}
          </h2>
          <IconButton name="close" label={t(kitLabels.close)} onClick={onClose} />
        </header>
        <div className="layer-body">{children}</div>
        {acts && <footer>{acts}</footer>}
      </div>
    </dialog>
  )
}

/** In the middle of the view; for refusals, signatures and short lists. Focus goes in and comes back by itself. */
export function Dialog(props: LayerProps & { wide?: boolean }) {
  const { wide, ...rest } = props
  return <Layer {...rest} look={wide ? 'layer dialog wide' : 'layer dialog'} />
}

/** From the lower edge; the phone's form of a dialog. */
export function Sheet(props: LayerProps) {
  return <Layer {...props} look="layer sheet" />
}

export type DrawerProps = {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  readonly acts?: ReactNode
  /** 508 instead of 440. */
  readonly wide?: boolean
}

/** PC: third column for looking and small changes. Pushes the table when there is room, covers it below 1281. Esc closes. */
export function Drawer({ title, onClose, children, acts, wide }: DrawerProps) {
  const t = useText()
  const titleId = useId()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    frame.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <aside
      ref={frame}
      className={wide ? 'drawer wide' : 'drawer'}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <header>
        <h2 className="sec grow" id={titleId}>
          {title}
        </h2>
        <IconButton name="close" label={t(kitLabels.close)} onClick={onClose} />
      </header>
      <div className="drawer-body">{children}</div>
      {acts && <footer>{acts}</footer>}
    </aside>
  )
}

/** PC: tree, table, drawer. Any of the outer two may be absent. */
export function Columns({
  tree,
  drawer,
  children,
}: {
  tree?: ReactNode
  drawer?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="columns">
      {tree}
      <div className="columns-main">{children}</div>
      {drawer}
    </div>
  )
}
