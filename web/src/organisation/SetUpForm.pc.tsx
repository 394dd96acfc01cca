import { useState } from 'react'
import { kindsBelow } from '@steward/domain/organisation/party-org.ts'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { ActDrawer, useAct, useDecision } from './ActDrawer.pc.tsx'
import type { OrgShown } from './hooks.ts'
import { formWords } from './labels-form.ts'
import type { FormProps } from './OrgForms.pc.tsx'
import type { ShapeInput } from './ShapeFields.pc.tsx'
import { ShapeFields } from './ShapeFields.pc.tsx'

function startShape({ org }: OrgShown): ShapeInput {
  const kinds = kindsBelow(org.kind)
  const kind = kinds.includes('branch') ? 'branch' : (kinds[0] ?? 'branch')
  const { field, unitKind } = org
  const form = kind === 'branch' ? 'independent' : null
  return { kind, form, field, unitKind, canApprove: false, task: '', taskEndsOn: null }
}

/** A new organisation below this one, by decision. */
export function SetUpForm({ shown, onClose }: FormProps) {
  const t = useText()
  const today = useToday()
  const [shape, setShape] = useState(() => startShape(shown))
  const [name, setName] = useState('')
  const [toCome, setToCome] = useState('')
  const [requestedOn, setRequestedOn] = useState('')
  const decision = useDecision()
  const act = useAct('organisation.set-up', 'setUp', onClose, (_, input) => ({ name: input.name }))
  const isBranch = shape.kind === 'branch'
  return (
    <ActDrawer
      act="setUp"
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={name.trim() === '' ? t(formWords.fillName) : decision.missing}
      onSubmit={() =>
        act.mutate({
          parentId: shown.org.id,
          ...shape,
          name: name.trim(),
          fullMembersToCome: Number.parseInt(toCome, 10) || 0,
          requestedOn: requestedOn === '' ? null : requestedOn,
          ...decision.value,
        })
      }
    >
      <TextField label={t(formWords.parent)} value={shown.org.name} onValue={() => {}} readOnly />
      <TextField label={t(formWords.name)} value={name} maxLength={60} onValue={setName} />
      <ShapeFields value={shape} onValue={setShape} parentKind={shown.org.kind} />
      {isBranch && (
        <div className="form-pair">
          <TextField
            label={t(formWords.toCome)}
            help={t(formWords.toComeHelp)}
            inputMode="numeric"
            value={toCome}
            onValue={setToCome}
          />
          <DateField
            label={t(formWords.requestedOn)}
            help={t(formWords.requestedHelp)}
            optional
            max={today}
            value={requestedOn}
            onValue={setRequestedOn}
          />
        </div>
      )}
      {decision.fields}
    </ActDrawer>
  )
}

/** An organisation that exists already, entered into the register. */
export function RegisterForm({ shown, onClose }: FormProps) {
  const t = useText()
  const today = useToday()
  const [shape, setShape] = useState(() => startShape(shown))
  const [name, setName] = useState('')
  const [foundedOn, setFoundedOn] = useState('')
  const [phone, setPhone] = useState('')
  const [address, setAddress] = useState('')
  const act = useAct('organisation.register', 'register', onClose, (_, input) => ({ name: input.name }))
  return (
    <ActDrawer
      act="register"
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={name.trim() === '' || foundedOn === '' ? t(formWords.fillAll) : undefined}
      onSubmit={() =>
        act.mutate({ parentId: shown.org.id, ...shape, name: name.trim(), foundedOn, phone, address })
      }
    >
      <p className="s t2">{t(formWords.registerNote)}</p>
      <TextField label={t(formWords.parent)} value={shown.org.name} onValue={() => {}} readOnly />
      <TextField label={t(formWords.name)} value={name} maxLength={60} onValue={setName} />
      <ShapeFields value={shape} onValue={setShape} parentKind={shown.org.kind} />
      <DateField label={t(formWords.foundedOn)} max={today} value={foundedOn} onValue={setFoundedOn} />
      <TextField label={t(formWords.phone)} optional type="tel" value={phone} onValue={setPhone} />
      <TextField label={t(formWords.address)} optional value={address} onValue={setAddress} />
    </ActDrawer>
  )
}
