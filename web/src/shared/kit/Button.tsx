import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'wouter'
import type { IconName } from './Icon.tsx'
import { Icon } from './Icon.tsx'

export type ButtonLook = {
  /** Solid red: the next act, once on a view. */
  readonly act?: boolean
  readonly ink?: boolean
  readonly plain?: boolean
  readonly small?: boolean
  readonly wide?: boolean
  readonly icon?: IconName
}

function classOf({ act, ink, plain, small, wide }: ButtonLook): string {
  const parts = ['btn', act && 'act', ink && 'ink', plain && 'plain', small && 'sm', wide && 'wide']
  return parts.filter(Boolean).join(' ')
}

type ButtonProps = ButtonLook & {
  readonly children: ReactNode
  /** Words while the act is under way; the button takes no second press meanwhile. */
  readonly busy?: string | false
  /** Why the act is not possible now; set beside the button, which is then without effect. */
  readonly why?: ReactNode
  readonly hint?: ReactNode
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>

export function Button({
  act,
  ink,
  plain,
  small,
  wide,
  icon,
  busy,
  why,
  hint,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const still = Boolean(busy) || why !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      className={classOf({ act: act && why === undefined, ink, plain, small, wide })}
      aria-disabled={still || undefined}
      onClick={still ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {busy || children}
      {hint}
    </button>
  )
  if (why === undefined) return button
  return (
    <span className="btn-why">
      {button}
      <span className="s t2">{why}</span>
    </span>
  )
}

/** A link that looks like a button. `href` is a route of this face. */
export function ButtonLink({
  href,
  children,
  icon,
  onClick,
  ...look
}: ButtonLook & { href: string; children: ReactNode; onClick?: () => void }) {
  return (
    <Link href={href} className={classOf(look)} onClick={onClick}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

/** A square button that shows an icon only; the name is for screen readers and the pointer. */
export function IconButton({
  name,
  label,
  ...rest
}: { name: IconName; label: string } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'name'>) {
  return (
    <button type="button" className="ib" aria-label={label} title={label} {...rest}>
      <Icon name={name} />
    </button>
  )
}

/** 全部 6 条 › */
export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="more">
      {children}
      <Icon name="right" />
    </Link>
  )
}
