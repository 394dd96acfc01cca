import { useEffect, useMemo, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../shared/call.ts'
import { Problem, Refused } from '../shared/call.ts'
import { instantIn } from '../shared/clock.ts'
import { formatTime } from '../shared/formats.ts'
import { explain } from '../shared/problems.ts'
import { useAfterSignIn, useSessionIfAny } from '../shared/session.ts'
import type { Translate } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { signInLabels } from './labels.ts'
import { signInRefusals } from './labels-refusal.ts'

export type Installation = OutputOf<'set-up.state'>
export type DemoAccount = NonNullable<Installation['demo']>['accounts'][number]
export type Way = 'password' | 'code'
export type Place = 'county' | 'account' | 'secret' | 'form'
export type Trouble = { readonly at: Place; readonly text: string }

const COUNTY_KEY = 'steward.county'

/** Which counties are served here, and whether one is still to be set up. */
export function useInstallation() {
  return useQueryOperation('set-up.state', {}, { staleMs: 60_000 })
}

/** A link with ?county= counts here and on the page that led here. */
function countyOfAddress(): string | null {
  const asked = new URLSearchParams(location.search)
  const before = new URLSearchParams(asked.get('then')?.split('?')[1])
  return asked.get('county') ?? before.get('county')
}

/** The county of the address, else of the session that ended, else the one used last on this device. */
function firstCounty({ counties }: Pick<Installation, 'counties'>, held: string | undefined): string {
  const wished = [
    held,
    countyOfAddress(),
    localStorage.getItem(COUNTY_KEY),
    counties.length === 1 ? counties[0]?.code : undefined,
  ]
  return wished.find((code) => counties.some((county) => county.code === code)) ?? ''
}

/** What is typed on the sign-in page, what is wrong with it and where, and the sending of it. */
export function useSignInForm(installation: Pick<Installation, 'counties'>) {
  const t = useText()
  const held = useSessionIfAny()
  const [county, setCounty] = useState(() => firstCounty(installation, held?.county.code))
  const [accountName, setAccountName] = useState(held?.account.accountName ?? '')
  const [secret, setSecret] = useState('')
  const [way, setWay] = useState<Way>(held && !held.account.hasPassword ? 'code' : 'password')
  const [gap, setGap] = useState<Trouble>()
  const { step, send, error, isPending, reset } = useSending()
  const refused = useMemo(() => (error ? troubleOf(error, way, t) : undefined), [error, way, t])
  const trouble = gap ?? refused
  const form = useFocusOnTrouble(trouble)

  const changed = () => {
    setGap(undefined)
    reset()
  }
  const submit = () => {
    const missing = gapOf({ county, accountName, secret, way, several: installation.counties.length > 1 }, t)
    setGap(missing)
    if (missing || isPending) return
    if (county !== '') localStorage.setItem(COUNTY_KEY, county)
    send({ county: county || null, accountName, ...bySecret(way, secret) })
  }
  return {
    county,
    setCounty: (value: string) => (setCounty(value), changed()),
    accountName,
    setAccountName: (value: string) => (setAccountName(value), changed()),
    secret,
    setSecret: (value: string) => (setSecret(value), changed()),
    way,
    setWay: (value: Way) => (setWay(value), setSecret(''), changed()),
    fill: (account: string, password: string, ofCounty: string) => {
      setCounty(ofCounty)
      setAccountName(account)
      setWay('password')
      setSecret(password)
      changed()
    },
    /** The account of the session that ended; another person begins anew. */
    held: held?.account,
    /** What comes before work is asked here, above the page that was left open. */
    asksFirst: step === 'first',
    errorAt: (place: Place) => (trouble?.at === place ? trouble.text : undefined),
    failure: trouble?.at === 'form' ? error : undefined,
    submit,
    form,
    isPending,
  }
}

export type SignInForm = ReturnType<typeof useSignInForm>

function useSending() {
  const after = useAfterSignIn()
  const isAgain = useSessionIfAny() !== undefined
  const [step, setStep] = useState<'sign-in' | 'first'>('sign-in')
  const { mutate, error, isPending, reset } = useCommandOperation('session.sign-in', {
    refreshes: isAgain ? ['session.show'] : [],
  })
  const send = (input: InputOf<'session.sign-in'>) => {
    // On the sign-in page the gate asks for what comes first; above an open page it is asked here.
    const goOn = (mustFirst: string | null) => (mustFirst !== null && isAgain ? setStep('first') : after())
    mutate(input, { onSuccess: (output) => goOn(output.mustFirst) })
  }
  return { step, send, error, isPending, reset }
}

function bySecret(way: Way, secret: string): { password: string | null; counterCode: string | null } {
  return way === 'password'
    ? { password: secret, counterCode: null }
    : { password: null, counterCode: secret }
}

type Typed = { county: string; accountName: string; secret: string; way: Way; several: boolean }

function gapOf({ county, accountName, secret, way, several }: Typed, t: Translate): Trouble | undefined {
  if (several && county === '') return { at: 'county', text: t(signInLabels.fillCounty) }
  if (accountName.trim() === '') return { at: 'account', text: t(signInLabels.fillAccount) }
  if (secret !== '') return undefined
  return { at: 'secret', text: t(way === 'password' ? signInLabels.fillPassword : signInLabels.fillCode) }
}

const PLACES: Readonly<Record<string, Place>> = {
  'county-needed': 'county',
  'county-unknown': 'county',
  'account-locked': 'account',
  'account-stopped': 'account',
}

function troubleOf(error: Error, way: Way, t: Translate): Trouble {
  if (error instanceof Problem && error.code === 'too-many-requests') {
    const minutes = Math.max(1, Math.ceil(Number(error.details['waitSeconds'] ?? 60) / 60))
    return { at: 'form', text: t(signInLabels.tooManyTries, { minutes }) }
  }
  const { title, params } = explain(error, signInRefusals)
  if (!(error instanceof Refused)) return { at: 'form', text: t(title, params) }
  const at = PLACES[error.code] ?? 'secret'
  if (error.code === 'account-locked') {
    const minutes = Number(error.details['minutesLeft'] ?? 1)
    const words = way === 'password' ? signInLabels.lockedUntil : signInLabels.lockedCode
    return { at, text: t(words, { minutes, time: formatTime(instantIn(minutes)) }) }
  }
  const whom = error.details['whom']
  if (error.code === 'account-stopped' && Array.isArray(whom) && whom.length > 0) {
    return { at, text: t(signInLabels.stoppedAsk, { whom }) }
  }
  return { at, text: t(title, params) }
}

/** The field that needs a change gets the focus, so that a screen reader reads its error. */
export function useFocusOnTrouble(trouble: object | string | undefined) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (trouble) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [trouble])
  return form
}

export function useSessions() {
  return useQueryOperation('session.list', {})
}

export function useSecurity() {
  return useQueryOperation('security.show', {})
}
