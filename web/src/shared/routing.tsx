import { Suspense, lazy, useEffect } from 'react'
import type { ComponentType, LazyExoticComponent, ReactNode } from 'react'
import type { Permission } from '@steward/domain/access/permissions.ts'
import { Redirect, Route, matchRoute, useLocation, useRouter, useSearch } from 'wouter'
import { Problem } from './call.ts'
import { KEPT_AT } from './kept-answers.ts'
import { ErrorBoundary } from './kit/ErrorBoundary.tsx'
import { StateEmpty, StateError, StateLoading } from './kit/states.tsx'
import { routingLabels } from './routing-labels.ts'
import { AfterSignInContext, SessionContext, mayDo, useSessionQuery } from './session.ts'
import type { Session } from './session.ts'
import { useSessionEnded } from './session-ended.ts'
import { SignInAgain } from './SignInAgain.tsx'
import type { Text } from './texts.ts'
import { adoptLanguage, useText } from './texts.ts'

/** One page of a face. Features append a line to pc/routes.tsx or mobile/routes.tsx. */
export type AppRoute = {
  /** Pattern of wouter, such as /members/:memberId. Pages read it with useParams. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  readonly title: Text
  /** Any one of these opens the page. */
  readonly may?: Permission | readonly Permission[]
  /** Needs no sign-in and has no frame. */
  readonly open?: true
  /** PC: the year switch is shown. */
  readonly year?: true
  /** Phone: a first-level page, with the tabs and without the back arrow. */
  readonly tab?: true
  /** Phone: belongs to the elder layout. */
  readonly elder?: true
  /** Phone: works without a network; what is written there is kept and sent later. */
  readonly sendsLater?: true
}

export const SIGN_IN_PATH = '/sign-in'
export const CHANGE_PASSWORD_PATH = '/change-password'
export const SECOND_FACTOR_PATH = '/second-factor'

const pages = new WeakMap<AppRoute, LazyExoticComponent<ComponentType>>()

/** The page of a route, fetched when it is first shown. */
export function pageOf(route: AppRoute): LazyExoticComponent<ComponentType> {
  const known = pages.get(route)
  if (known) return known
  const page = lazy(async () => ({ default: await route.load() }))
  pages.set(route, page)
  return page
}

/** Whether an address opens a page of this face; links to features that are not there are left out. */
export function useHasPage(routes: readonly AppRoute[]): (path: string | undefined) => boolean {
  const { parser } = useRouter()
  return (path) => path !== undefined && routes.some((route) => matchRoute(parser, route.path, path)[0])
}

export type FrameProps = { readonly route: AppRoute | undefined; readonly children: ReactNode }

export type RoutedPagesProps = {
  readonly routes: readonly AppRoute[]
  readonly Frame: ComponentType<FrameProps>
  /** Name of the face for the window's title. */
  readonly product: Text
}

/** Shows the page of the address, behind sign-in unless the page is open, inside the frame of the face. */
export function RoutedPages({ routes, Frame, product }: RoutedPagesProps) {
  const t = useText()
  const [path] = useLocation()
  const { parser } = useRouter()
  const route = routes.find((one) => matchRoute(parser, one.path, path)[0])
  const title = route ? t(route.title) : undefined
  useEffect(() => {
    document.title = title === undefined ? t(product) : `${title} · ${t(product)}`
  }, [title, product, t])
  if (route?.open) return <OpenPage route={route} />
  return (
    <Gate routes={routes} path={path}>
      {(session) => (
        <Frame route={route}>
          <ErrorBoundary key={path}>
            <Suspense fallback={<StateLoading />}>
              <PageOrReason route={route} session={session} />
            </Suspense>
          </ErrorBoundary>
        </Frame>
      )}
    </Gate>
  )
}

function PageOrReason({ route, session }: { route: AppRoute | undefined; session: Session }) {
  const t = useText()
  if (!route) {
    return (
      <StateEmpty
        fact={<h1 className="sec">{t(routingLabels.noPage)}</h1>}
        fill={t(routingLabels.noPageNext)}
      />
    )
  }
  if (!mayDo(session.may, route.may)) {
    return (
      <StateEmpty
        fact={<h1 className="sec">{t(routingLabels.notYours)}</h1>}
        fill={t(routingLabels.notYoursNext)}
      />
    )
  }
  const Page = pageOf(route)
  return (
    <Route path={route.path}>
      <Page />
    </Route>
  )
}

function OpenPage({ route }: { route: AppRoute }) {
  const [, navigate] = useLocation()
  const then = new URLSearchParams(useSearch()).get('then')
  const Page = pageOf(route)
  // only an address of this face may follow a sign-in
  const goOn = () => navigate(then?.startsWith('/') && !then.startsWith('//') ? then : '/', { replace: true })
  return (
    <ErrorBoundary>
      <AfterSignInContext value={goOn}>
        <Suspense fallback={<StateLoading />}>
          <Route path={route.path}>
            <Page />
          </Route>
        </Suspense>
      </AfterSignInContext>
    </ErrorBoundary>
  )
}

/** The page that stands in place of every other until it is done; the address stays what was asked for. */
function firstPathOf({ mustFirst }: Session): string | undefined {
  if (mustFirst === null) return undefined
  return mustFirst === 'second-factor-first' ? SECOND_FACTOR_PATH : CHANGE_PASSWORD_PATH
}

type GateProps = {
  readonly routes: readonly AppRoute[]
  readonly path: string
  readonly children: (session: Session) => ReactNode
}

function Gate({ routes, path, children }: GateProps) {
  const { data: session, dataUpdatedAt, error, refetch, isFetching } = useSessionQuery()
  const search = useSearch()
  const ended = useSessionEnded()
  useEffect(() => {
    if (session) adoptLanguage(session.account.language)
  }, [session])
  if (error instanceof Problem && error.status === 401 && dataUpdatedAt <= KEPT_AT) {
    const then = search === '' ? path : `${path}?${search}`
    return <Redirect to={`${SIGN_IN_PATH}?then=${encodeURIComponent(then)}`} replace />
  }
  if (!session) {
    return (
      <main className="gate">
        {error && !isFetching ? <StateError error={error} retry={() => void refetch()} /> : <StateLoading />}
      </main>
    )
  }
  // While sign-in stands above the page, what comes first is asked there and the page stays underneath.
  const first = ended ? undefined : routes.find((one) => one.path === firstPathOf(session))
  if (first) {
    const FirstPage = pageOf(first)
    return (
      <SessionContext value={session}>
        <ErrorBoundary>
          <Suspense fallback={<StateLoading />}>
            <FirstPage />
          </Suspense>
        </ErrorBoundary>
      </SessionContext>
    )
  }
  const signIn = routes.find((one) => one.path === SIGN_IN_PATH)
  return (
    <SessionContext value={session}>
      {children(session)}
      {signIn && <SignInAgain Page={pageOf(signIn)} />}
    </SessionContext>
  )
}
