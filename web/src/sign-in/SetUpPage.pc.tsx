import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { SIGN_IN_PATH } from '../shared/routing.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useInstallation } from './hooks.ts'
import type { SetUp, SetUpStep } from './hooks-set-up.ts'
import { useSetUp } from './hooks-set-up.ts'
import { setUpLabels } from './labels-set-up.ts'
import { PaperFrame } from './PaperFrame.pc.tsx'
import { SetUpCode, SetUpCounty, SetUpPeople } from './SetUpSteps.pc.tsx'
import { SetUpSlips } from './SetUpSlips.pc.tsx'
import './SetUp.css'

/** The first administrator walks through setting up a county on an empty installation. */
export function SetUpPage() {
  const installation = useInstallation()
  const setUp = useSetUp()
  return (
    <PaperFrame>
      <Fetched from={installation}>
        {({ canSetUp }) => (canSetUp || setUp.done ? <Steps setUp={setUp} /> : <Already />)}
      </Fetched>
    </PaperFrame>
  )
}

function Already() {
  const t = useText()
  return (
    <StateEmpty fact={<h1 className="ph1">{t(setUpLabels.already)}</h1>} fill={t(setUpLabels.alreadyNext)}>
      <ButtonLink href={SIGN_IN_PATH}>{t(setUpLabels.toSignIn)}</ButtonLink>
    </StateEmpty>
  )
}

const steps: readonly { id: SetUpStep | 'done'; name: Text }[] = [
  { id: 'code', name: setUpLabels.stepCode },
  { id: 'county', name: setUpLabels.stepCounty },
  { id: 'people', name: setUpLabels.stepPeople },
  { id: 'done', name: setUpLabels.stepDone },
]

function Steps({ setUp }: { setUp: SetUp }) {
  const t = useText()
  const at = setUp.done ? 'done' : setUp.step
  const here = steps.findIndex(({ id }) => id === at)
  return (
    <div className="set-up">
      <div className="no-print">
        <h1 className="display">{t(setUpLabels.title)}</h1>
        <p className="t2">{t(setUpLabels.intro)}</p>
        <ol className="set-up-steps" aria-label={t(setUpLabels.steps)}>
          {steps.map(({ id, name }, place) => (
            <li
              key={id}
              className={place < here ? 'past' : undefined}
              aria-current={place === here ? 'step' : undefined}
            >
              {t(name)}
            </li>
          ))}
        </ol>
      </div>
      {setUp.done ? <Done done={setUp.done} /> : <Typing setUp={setUp} />}
    </div>
  )
}

function Done({ done }: { done: NonNullable<SetUp['done']> }) {
  const [, navigate] = useLocation()
  return <SetUpSlips done={done} goOn={() => navigate(SIGN_IN_PATH)} />
}

const bodies: Readonly<Record<SetUpStep, (props: { setUp: SetUp }) => ReactNode>> = {
  code: SetUpCode,
  county: SetUpCounty,
  people: SetUpPeople,
}

function Typing({ setUp }: { setUp: SetUp }) {
  const t = useText()
  const form = useRef<HTMLFormElement>(null)
  const Body = bodies[setUp.step]
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus()
  }, [setUp.step])
  const goOn = () => {
    setUp.goOn()
    // After React has marked the fields.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  const last = setUp.step === 'people'
  const words = last ? t(setUpLabels.begin, { name: setUp.typed.countyName }) : t(setUpLabels.next)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!setUp.isPending) goOn()
      }}
    >
      <Body setUp={setUp} />
      {setUp.failure && (
        <div className="set-up-trouble">
          {setUp.isLost ? <Lost setUp={setUp} /> : <StateError error={setUp.failure} />}
        </div>
      )}
      <div className="acts set-up-acts">
        {setUp.step !== 'code' && <Button onClick={setUp.goBack}>{t(setUpLabels.back)}</Button>}
        <Button act type="submit" busy={setUp.isPending && (last ? t(setUpLabels.working) : words)}>
          {words}
        </Button>
      </div>
    </form>
  )
}

function Lost({ setUp }: { setUp: SetUp }) {
  const t = useText()
  return (
    <StateError error={setUp.failure} title={t(setUpLabels.lostTitle)}>
      <p className="s t2">{t(setUpLabels.lostText)}</p>
    </StateError>
  )
}
