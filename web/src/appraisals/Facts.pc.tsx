import type { ReactNode } from 'react'

/** Names and values under one another; what is empty is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="apr-facts">
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt className="t3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
