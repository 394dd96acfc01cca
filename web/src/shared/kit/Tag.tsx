import type { ReactNode } from 'react'
import type { IconName } from './Icon.tsx'
import { Icon } from './Icon.tsx'

export type Tone = 'plain' | 'pine' | 'ochre' | 'seal' | 'indigo' | 'line'

/** A word with a shape. Colour only repeats what the word says; `tight` for use inside a table or tree row. */
export function Tag({
  tone = 'plain',
  icon,
  tight,
  children,
}: {
  tone?: Tone
  icon?: IconName
  tight?: boolean
  children: ReactNode
}) {
  return (
    <span className={['tag', tone !== 'plain' && tone, tight && 'tight'].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
