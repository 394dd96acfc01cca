import { useState } from 'react'
import type { DisposalGround } from '@steward/domain/outcomes/disposal-ground.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, SelectField, TextField } from '../shared/kit/fields.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import type { Ground, Prepared } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { endTexts, formTexts } from './labels-disposal.ts'
import { proposeLabels, stepLabels } from './labels-disposal-step.ts'

const wholeOf = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : 0)

/** The facts of a ground as they are typed; undefined as input while one is missing without which nothing can be sent. */
export function useTypedGround(prepared: Prepared, after: string | null) {
  const failed = prepared.helpPlans.find(({ result }) => result === 'notChanged')
  const [typed, setTyped] = useState({
    ...{ helpPlanId: failed?.id ?? '', life: '', dues: '', work: '', goodReason: false, lookedIntoBy: '' },
    ...{ lostSince: '', foundOn: '', earlierId: after ?? '', outsideDocument: '' },
  })
  const inputs: Readonly<Record<DisposalGround, () => Ground | undefined>> = {
    helpInVain: () =>
      typed.helpPlanId === '' ? undefined : { ground: 'helpInVain', helpPlanId: typed.helpPlanId },
    lapse: () => ({
      ...{ ground: 'lapse', monthsWithoutLife: wholeOf(typed.life), monthsWithoutDues: wholeOf(typed.dues) },
      ...{ monthsWithoutWork: wholeOf(typed.work), goodReason: typed.goodReason },
      lookedIntoBy: typed.lookedIntoBy,
    }),
    lostContact: () =>
      typed.lostSince === ''
        ? undefined
        : { ground: 'lostContact', lostSince: typed.lostSince, foundOn: typed.foundOn || null },
    correctionWithoutChange: () =>
      typed.earlierId === '' ? undefined : { ground: 'correctionWithoutChange', earlierId: typed.earlierId },
    persuasionRefused: () =>
      typed.earlierId === '' ? undefined : { ground: 'persuasionRefused', earlierId: typed.earlierId },
    decidedElsewhere: () => ({ ground: 'decidedElsewhere', outsideDocument: typed.outsideDocument }),
  }
  const missingOf = (kind: DisposalGround): Text => {
    if (kind === 'helpInVain') return proposeLabels.planNone
    return kind === 'lostContact' ? stepLabels.missing : proposeLabels.earlierNone
  }
  return {
    typed,
    set: (change: Partial<typeof typed>) => setTyped({ ...typed, ...change }),
    toInput: (kind: DisposalGround) => inputs[kind](),
    missingOf,
  }
}

type FieldsProps = {
  readonly kind: DisposalGround
  readonly prepared: Prepared
  readonly ground: ReturnType<typeof useTypedGround>
}

/** What a ground needs to be shown; belief and health are nowhere asked. */
export function GroundFields({ kind, prepared, ground: { typed, set } }: FieldsProps) {
  const t = useText()
  const { day, today } = useCaseDays()
  switch (kind) {
    case 'helpInVain':
      return (
        <PlanField
          prepared={prepared}
          value={typed.helpPlanId}
          onValue={(helpPlanId) => set({ helpPlanId })}
        />
      )
    case 'lapse':
      return (
        <>
          <TextField
            label={t(proposeLabels.life)}
            inputMode="numeric"
            value={typed.life}
            onValue={(life) => set({ life })}
          />
          <TextField
            label={t(proposeLabels.dues)}
            inputMode="numeric"
            value={typed.dues}
            onValue={(dues) => set({ dues })}
          />
          <TextField
            label={t(proposeLabels.work)}
            help={t(proposeLabels.lapseHelp)}
            inputMode="numeric"
            value={typed.work}
            onValue={(work) => set({ work })}
          />
          <CheckBox checked={typed.goodReason} onChecked={(goodReason) => set({ goodReason })}>
            {t(proposeLabels.goodReason)}
          </CheckBox>
          <TextField
            label={t(proposeLabels.lookedIntoBy)}
            maxLength={60}
            autoComplete="off"
            value={typed.lookedIntoBy}
            onValue={(lookedIntoBy) => set({ lookedIntoBy })}
          />
        </>
      )
    case 'lostContact':
      return (
        <>
          <DateField
            label={t(proposeLabels.lostSince)}
            max={today}
            value={typed.lostSince}
            onValue={(lostSince) => set({ lostSince })}
          />
          <DateField
            optional
            label={t(proposeLabels.foundOn)}
            help={t(proposeLabels.foundHelp)}
            max={today}
            value={typed.foundOn}
            onValue={(foundOn) => set({ foundOn })}
          />
          <p className="s t2">
            {prepared.stoppedOn === null
              ? t(proposeLabels.notStopped)
              : t(proposeLabels.stoppedOn, { day: day(prepared.stoppedOn) })}
          </p>
        </>
      )
    case 'correctionWithoutChange':
    case 'persuasionRefused':
      return (
        <EarlierField
          kind={kind}
          prepared={prepared}
          value={typed.earlierId}
          onValue={(earlierId) => set({ earlierId })}
        />
      )
    case 'decidedElsewhere':
      return (
        <TextField
          label={t(proposeLabels.outside)}
          help={t(proposeLabels.outsideHelp)}
          maxLength={120}
          autoComplete="off"
          value={typed.outsideDocument}
          onValue={(outsideDocument) => set({ outsideDocument })}
        />
      )
  }
}

type PickProps = {
  readonly prepared: Prepared
  readonly value: string
  readonly onValue: (id: string) => void
}

const planTexts = {
  changed: proposeLabels.planChanged,
  partly: proposeLabels.planPartly,
  notChanged: proposeLabels.planNotChanged,
} as const

function PlanField({ prepared, value, onValue }: PickProps) {
  const t = useText()
  if (prepared.helpPlans.length === 0) return <p className="ochre">{t(proposeLabels.planNone)}</p>
  return (
    <SelectField
      label={t(proposeLabels.plan)}
      none=""
      value={value}
      onValue={onValue}
      choices={prepared.helpPlans.map(({ id, year, result }) => ({
        value: id,
        label: t(proposeLabels.planOf, {
          year,
          result: t(result === null ? proposeLabels.planRunning : planTexts[result]),
        }),
      }))}
    />
  )
}

function EarlierField({ kind, prepared, value, onValue }: PickProps & { readonly kind: DisposalGround }) {
  const t = useText()
  const { day } = useCaseDays()
  const form = kind === 'correctionWithoutChange' ? 'correctionOrder' : 'persuasion'
  const rows = prepared.earlier.filter((one) => one.form === form)
  if (rows.length === 0) return <p className="ochre">{t(proposeLabels.earlierNone)}</p>
  return (
    <SelectField
      label={t(proposeLabels.earlier)}
      none=""
      value={value}
      onValue={onValue}
      choices={rows.map(({ id, endedHow, endedOn }) => ({
        value: id,
        label: `${t(formTexts[form])} · ${t(endTexts[endedHow])} · ${day(endedOn)}`,
      }))}
    />
  )
}
