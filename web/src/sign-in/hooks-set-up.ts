import { useState } from 'react'
import { isDefaultAccountName, readAccountName } from '@steward/domain/sign-in/account-name.ts'
import type { OutputOf } from '../shared/call.ts'
import { Refused } from '../shared/call.ts'
import { explain } from '../shared/problems.ts'
import type { Translate } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { signInRefusals } from './labels-refusal.ts'
import { firstPeopleLabels, setUpLabels } from './labels-set-up.ts'

export type Post = keyof typeof firstPeopleLabels
export const posts = Object.keys(firstPeopleLabels) as Post[] // The record has exactly these keys.
export type SetUpStep = 'code' | 'county' | 'people'
export type FirstAccount = OutputOf<'set-up.begin'>['accounts'][number]
type Person = { readonly name: string; readonly accountName: string }
export type Typed = {
  readonly code: string
  readonly countyName: string
  readonly countyCode: string
  /** Undefined until typed: it follows the county's name. */
  readonly rootName: string | undefined
  readonly people: Readonly<Record<Post, Person>>
  readonly secondFactor: boolean
}
/** What is wrong, by the field's name: code, countyCode, system.accountName. */
type Wrongs = Readonly<Record<string, string>>

const nobody: Person = { name: '', accountName: '' }
const COUNTY_CODE = /^[a-z0-9-]{2,40}$/

/** The four steps of setting up the first county: what is typed, what is wrong with it, where one stands. */
export function useSetUp() {
  const t = useText()
  const [step, setStep] = useState<SetUpStep>('code')
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const [typed, setTyped] = useState<Typed>({
    code: '',
    countyName: '',
    countyCode: '',
    rootName: undefined,
    people: { system: nobody, security: nobody, audit: nobody, officer: nobody },
    secondFactor: false,
  })
  const check = useCommandOperation('set-up.check-code', { refreshes: [], onDone: () => setStep('county') })
  const begin = useCommandOperation('set-up.begin', { refreshes: ['set-up.state'] })
  const rootName = typed.rootName ?? (typed.countyName && t(setUpLabels.rootOf, { name: typed.countyName }))

  const send = () => {
    const { people, countyName, countyCode, code, secondFactor } = typed
    const county = { name: countyName, code: countyCode }
    begin.mutate(
      { code, county, rootName, people, secondFactorForAdministrators: secondFactor },
      { onError: (error) => setStep(stepOf(error)) },
    )
  }
  const goOn = () => {
    const found = { code: wrongCode, county: wrongCounty, people: wrongPeople }[step](
      { ...typed, rootName },
      t,
    )
    setWrongs(found)
    if (Object.keys(found).length > 0) return
    if (step === 'code') check.mutate({ code: typed.code })
    else if (step === 'county') setStep('people')
    else send()
  }
  const refused = refusedAt(begin.error ?? check.error, t)
  const failure = refused === undefined ? (begin.error ?? check.error) : null
  return {
    step,
    typed: { ...typed, rootName },
    type: (part: Partial<Typed>) => {
      setTyped({ ...typed, ...part })
      setWrongs({})
      check.reset()
      begin.reset()
    },
    errorAt: (field: string) => wrongs[field] ?? refused?.[field],
    failure,
    /** No answer came to the last step; what became of it is not known. */
    isLost: begin.error !== null && failure !== null,
    goOn,
    goBack: () => setStep(step === 'people' ? 'county' : 'code'),
    isPending: check.isPending || begin.isPending,
    done: begin.data,
  }
}

export type SetUp = ReturnType<typeof useSetUp>

function wrongCode({ code }: Typed, t: Translate): Wrongs {
  return code.trim() === '' ? { code: t(setUpLabels.fillCode) } : {}
}

function wrongCounty({ countyName, countyCode, rootName = '' }: Typed, t: Translate): Wrongs {
  return {
    ...([...countyName.trim()].length < 2 ? { countyName: t(setUpLabels.fillName) } : {}),
    ...(COUNTY_CODE.test(countyCode.trim().toLowerCase())
      ? {}
      : { countyCode: t(signInRefusals['county-code-invalid']) }),
    ...([...rootName.trim()].length < 2 ? { rootName: t(setUpLabels.fillRoot) } : {}),
  }
}

function wrongPeople({ people }: Typed, t: Translate): Wrongs {
  const wrongs: Record<string, string> = {}
  for (const [place, post] of posts.entries()) {
    const { name, accountName } = people[post]
    const before = posts.slice(0, place)
    const same = before.find((one) => people[one].name.trim() === name.trim())
    if (name.trim() === '') wrongs[`${post}.name`] = t(setUpLabels.fillPerson)
    else if (same) wrongs[`${post}.name`] = t(setUpLabels.sameName, { role: t(firstPeopleLabels[same].role) })
    const account = readAccountName(accountName)
    const isTaken = before.some((one) => readAccountName(people[one].accountName) === account)
    const code =
      account === undefined
        ? 'account-name-invalid'
        : isDefaultAccountName(account)
          ? 'account-name-default'
          : isTaken
            ? 'account-name-twice'
            : undefined
    if (code) wrongs[`${post}.accountName`] = t(signInRefusals[code], { accountName: account ?? '' })
  }
  return wrongs
}

/** The field a refusal of the server belongs to; undefined for anything but a refusal. */
function refusedAt(error: Error | null, t: Translate): Wrongs | undefined {
  if (!(error instanceof Refused)) return undefined
  const { title, params } = explain(error, signInRefusals)
  const text = t(title, params)
  if (stepOf(error) === 'county') return { countyCode: text }
  if (stepOf(error) === 'code') return { code: text }
  return Object.fromEntries(posts.map((post) => [`${post}.accountName`, text]))
}

function stepOf(error: Error): SetUpStep {
  if (!(error instanceof Refused)) return 'people'
  if (error.code === 'county-code-invalid') return 'county'
  return error.code.startsWith('account-name') ? 'people' : 'code'
}
