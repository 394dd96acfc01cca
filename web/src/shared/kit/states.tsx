import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'wouter'
import { Problem, Unreachable } from '../call.ts'
import { explain } from '../problems.ts'
import { useSessionEnded } from '../session-ended.ts'
import type { Text } from '../texts.ts'
import { useText } from '../texts.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { kitLabels } from './kit-labels.ts'

/** One sentence of fact, one of what would fill it, at most two outlined buttons. No picture. */
export function StateEmpty({
  fact,
  fill,
  children,
}: {
  fact: ReactNode
  fill?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="state">
      <div className="b">{fact}</div>
      {fill && <p className="s t2">{fill}</p>}
      {children && <div className="acts">{children}</div>}
    </div>
  )
}

export type StateErrorProps = {
  readonly error: unknown
  /** The feature's texts of refusals, by code. */
  readonly refusals?: Readonly<Record<string, Text>>
  readonly retry?: () => void
  /** Instead of the title, such as 没有存上，你写的还在. */
  readonly title?: string
  readonly children?: ReactNode
}

/** What happened, that the input is kept, what to do, an error number. */
export function StateError({ error, refusals, retry, title, children }: StateErrorProps) {
  const t = useText()
  const ended = useSessionEnded()
  const { title: fact, next, params, errorNumber } = explain(error, refusals)
  // After signing in again the same act can simply be done once more.
  if (error instanceof Problem && error.status === 401 && !ended) return null
  return (
    <div className="state error" role="alert">
      {isFailure(error) && (
        <span className="seal">
          <Icon name="warning" />
        </span>
      )}
      <div className="grow">
        <div className="b">{title ?? t(fact, params)}</div>
        <p className="s t2">
          {title ? t(kitLabels.factNext, { fact: t(fact, params), next: t(next, params) }) : t(next, params)}
          {errorNumber && <> {t(kitLabels.errorNumber, { number: errorNumber })}</>}
        </p>
        {(retry || children) && (
          <div className="acts">
            {retry && (
              <Button small onClick={retry}>
                {t(kitLabels.again)}
              </Button>
            )}
            {children}
          </div>
        )}
      </div>
    </div>
  )
}

/** What is not there or not this person's is no failure and bears no warning. */
function isFailure(error: unknown): boolean {
  return !(error instanceof Problem && (error.status === 403 || error.status === 404))
}

export type LoadingProps = {
  /** What is being fetched, for the sentence: 云溪镇 619 人. */
  readonly what?: string
  readonly rows?: number
  /** Column widths of the rows to come, as a grid template. */
  readonly columns?: string
  readonly onStop?: () => void
}

/** Nothing for the first second, then grey lines in the shape of the rows; after ten seconds a way to stop. */
export function StateLoading({ what, rows = 3, columns = '76px 1fr 60px', onStop }: LoadingProps) {
  const t = useText()
  const seconds = useSecondsPassed()
  if (seconds < 1) return <div aria-busy="true" />
  const widths = ['100%', '70%', '84%', '62%']
  return (
    <div className="state-loading" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <div className="sk" key={row} style={{ gridTemplateColumns: columns }} aria-hidden="true">
          {columns.split(/\s+(?![^(]*\))/).map((column, place) => (
            <i
              key={column + String(place)}
              style={place === 1 ? { width: widths[row % widths.length] } : undefined}
            />
          ))}
        </div>
      ))}
      <p className="c t3" role="status">
        {t(kitLabels.loading, { what: what ?? t(kitLabels.loadingSomething) })}
        {seconds >= 10 && <> · {t(kitLabels.takingLong)}</>}
      </p>
      {seconds >= 10 && onStop && (
        <div className="acts">
          <Button small onClick={onStop}>
            {t(kitLabels.stop)}
          </Button>
        </div>
      )}
    </div>
  )
}

const MARKS = [1, 10]

/** 0, then 1 after the first second, then 10. */
function useSecondsPassed(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timers = MARKS.map((mark) => setTimeout(() => setSeconds(mark), mark * 1000))
    return () => timers.forEach(clearTimeout)
  }, [])
  return seconds
}

export type Cause = {
  readonly text: ReactNode
  readonly act?: string
  readonly href?: string
  readonly onAct?: () => void
}

/** 不能做: a title as a fact, the causes each with its link, the rule. */
export function StateRefusal({
  title,
  causes,
  rule,
}: {
  title: ReactNode
  causes: readonly Cause[]
  rule?: ReactNode
}) {
  return (
    <div className="state refusal" role="alert">
      <div className="sec">{title}</div>
      <ul>
        {causes.map((cause, place) => (
          <li key={place}>
            <span>{cause.text}</span>
            <CauseAct cause={cause} />
          </li>
        ))}
      </ul>
      {rule && <p className="c t3">{rule}</p>}
    </div>
  )
}

function CauseAct({ cause }: { cause: Cause }) {
  if (cause.act === undefined) return null
  if (cause.href !== undefined) {
    return (
      <Link href={cause.href} className="link">
        {cause.act}
      </Link>
    )
  }
  return (
    <button type="button" className="link" onClick={cause.onAct}>
      {cause.act}
    </button>
  )
}

/** The three faces of a query: being fetched, failed, there. `isEmpty` with `empty` adds the fourth. */
export function Fetched<Data>({ from, children, isEmpty, empty, ...loading }: FetchedProps<Data>) {
  const client = useQueryClient()
  if (from.data !== undefined)
    return isEmpty?.(from.data) && empty ? <>{empty}</> : <>{children(from.data)}</>
  if (from.isError) return <StateError error={from.error} retry={() => void from.refetch()} />
  if (from.fetchStatus === 'idle') {
    if (!from.isEnabled) return null
    return <StateError error={new Unreachable('stopped')} retry={() => void from.refetch()} />
  }
  return <StateLoading {...loading} onStop={loading.onStop ?? (() => void client.cancelQueries())} />
}

export type FetchedProps<Data> = LoadingProps & {
  readonly from: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
  readonly isEmpty?: (data: Data) => boolean
  readonly empty?: ReactNode
}
