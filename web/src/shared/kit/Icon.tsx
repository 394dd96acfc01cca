import type { IconName } from './icon-paths.ts'
import { iconPaths } from './icon-paths.ts'

export type { IconName } from './icon-paths.ts'

/** A line icon. Without `label` it is decoration and hidden from screen readers. */
export function Icon({ name, label, size }: { name: IconName; label?: string; size?: number }) {
  const box = size === undefined ? undefined : { width: size, height: size }
  return (
    <svg
      className="i"
      viewBox="0 0 24 24"
      style={box}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
