import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'

export type MenuItem = {
  readonly id: string
  readonly label: ReactNode
  readonly icon?: IconName
  readonly href?: string
  readonly onPick?: () => void
  /** For choices: shows the tick. */
  readonly chosen?: boolean
  /** A line above this item. */
  readonly apart?: boolean
}

export type MenuProps = {
  /** Name for screen readers when the button has no words. */
  readonly label?: string
  readonly button: ReactNode
  readonly className?: string
  readonly items: readonly MenuItem[]
  readonly side?: 'below' | 'above'
}

/** A button that opens a short list. Arrow keys move, Esc closes and gives the focus back. */
export function Menu({ label, button, className, items, side = 'below' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const listId = useId()
  useEffect(() => {
    if (!open) return
    place.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
    const outside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    addEventListener('pointerdown', outside)
    addEventListener('focusin', outside)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('focusin', outside)
    }
  }, [open])
  const close = () => {
    setOpen(false)
    place.current?.querySelector('button')?.focus()
  }
  return (
    <div className="menu" ref={place} onKeyDown={(event) => open && moveInList(event, close)}>
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div className={`menu-list ${side}`} role="menu" id={listId}>
          {items.map((item) => (
            <Entry key={item.id} item={item} close={close} />
          ))}
        </div>
      )}
    </div>
  )
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const given = {
    role: item.chosen === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.chosen,
    className: item.apart ? 'apart' : undefined,
    onClick: () => {
      close()
      item.onPick?.()
    },
  }
  const inside = (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span className="grow">{item.label}</span>
      {item.chosen && <Icon name="check" />}
    </>
  )
  if (item.href !== undefined) {
    return (
      <Link href={item.href} {...given}>
        {inside}
      </Link>
    )
  }
  return (
    <button type="button" {...given}>
      {inside}
    </button>
  )
}

function moveInList(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Escape') {
    event.preventDefault()
    close()
    return
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = entries.findIndex((entry) => entry === document.activeElement)
  entries[(at + step + entries.length) % entries.length]?.focus()
}
