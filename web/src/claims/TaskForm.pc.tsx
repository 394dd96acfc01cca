import { useState } from 'react'
import type { TaskKind } from '@steward/domain/claims/task.ts'
import { readHundredths } from '@steward/domain/shared/decimal.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { OutputOf } from '../shared/call.ts'
import { plain } from './hooks.ts'
import { taskRefusals } from './labels-refusal.ts'
import { taskKindTexts, taskLabels } from './labels-task.ts'

type Options = OutputOf<'task.options'>
type FormProps = { readonly onClose: () => void; readonly onDone: (taskId: string) => void }

/** Says what is to be done and for how many points; published once, it stays. */
export function TaskForm({ onClose, onDone }: FormProps) {
  const t = useText()
  const { org } = useSession()
  const options = useQueryOperation('task.options', { orgId: org?.id ?? '' }, { enabled: org !== null })
  return (
    <Drawer title={t(taskLabels.announce)} onClose={onClose}>
      <Fetched
        from={options}
        what={t(taskLabels.item)}
        columns="1fr"
        isEmpty={(data) => data.items.length === 0}
        empty={<StateEmpty fact={t(taskLabels.noItems)} />}
      >
        {(data) => <Fields options={data} orgId={org?.id ?? ''} onDone={onDone} />}
      </Fetched>
    </Drawer>
  )
}

function Fields({ options, orgId, onDone }: { options: Options; orgId: string } & Pick<FormProps, 'onDone'>) {
  const t = useText()
  const today = useToday()
  const say = useUndo()
  const [itemCode, setItemCode] = useState(options.items[0]?.code ?? '')
  const item = options.items.find(({ code }) => code === itemCode)
  const [kind, setKind] = useState<TaskKind>(item?.kinds[0] ?? 'adHoc')
  const [title, setTitle] = useState('')
  const [what, setWhat] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [startsOn, setStartsOn] = useState<string>(today)
  const [dueOn, setDueOn] = useState<string>('')
  const [places, setPlaces] = useState('')
  const value = item?.value
  const range = value?.kind === 'range' ? value : undefined
  const fixed = value?.kind === 'fixed' ? value.points : undefined
  const least = fixed ?? readHundredths(from) ?? 0
  const most = fixed ?? readHundredths(to === '' ? from : to) ?? 0
  const fits =
    range === undefined || (least >= range.least && most <= range.most && least <= most && least > 0)
  const missing = title.trim() === '' || what.trim() === '' || dueOn === '' || !fits || item === undefined
  const draft = useCommandOperation('task.draft', {
    onDone: ({ taskId }, { announce, title: named }) => {
      say({
        text: t(announce ? taskLabels.announced : taskLabels.saved, { title: named, points: plain(most) }),
      })
      onDone(taskId)
    },
  })
  const submit = (announce: boolean) => {
    if (missing) return
    draft.mutate({
      orgId,
      kind,
      itemCode,
      title,
      what,
      least,
      most,
      startsOn,
      dueOn,
      places: places.trim() === '' ? null : Number(places),
      announce,
    })
  }
  const bounds = range && { least: plain(range.least), most: plain(range.most) }
  const span = least === most ? plain(most) : `${plain(least)}–${plain(most)}`
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <TextField label={t(taskLabels.name)} maxLength={60} autoFocus value={title} onValue={setTitle} />
      <TextArea label={t(taskLabels.what)} rows={3} maxLength={1000} value={what} onValue={setWhat} />
      <SelectField
        label={t(taskLabels.item)}
        help={item && t(item.rule)}
        value={itemCode}
        onValue={(next) => {
          setItemCode(next)
          const kinds = options.items.find(({ code }) => code === next)?.kinds ?? []
          if (!kinds.includes(kind)) setKind(kinds[0] ?? 'adHoc')
        }}
        choices={options.items.map(({ code, name }) => ({ value: code, label: t(name) }))}
      />
      {item && item.kinds.length > 1 && (
        <SelectField
          label={t(taskLabels.kind)}
          value={kind}
          onValue={setKind}
          choices={item.kinds.map((one) => ({ value: one, label: t(taskKindTexts[one]) }))}
        />
      )}
      {bounds && (
        <div className="form-pair">
          <TextField
            label={t(taskLabels.pointsFrom)}
            help={t(taskLabels.pointsHelp, bounds)}
            error={from !== '' && !fits ? t(taskLabels.pointsWrong, bounds) : undefined}
            inputMode="decimal"
            value={from}
            onValue={setFrom}
          />
          <TextField label={t(taskLabels.pointsTo)} optional inputMode="decimal" value={to} onValue={setTo} />
        </div>
      )}
      <div className="form-pair">
        <DateField label={t(taskLabels.starts)} value={startsOn} min={today} onValue={setStartsOn} />
        <DateField label={t(taskLabels.due)} value={dueOn} min={startsOn} onValue={setDueOn} />
      </div>
      <TextField
        label={t(taskLabels.places)}
        help={t(taskLabels.placesHelp)}
        optional
        inputMode="numeric"
        value={places}
        onValue={(next) => setPlaces(next.replace(/\D/g, ''))}
      />
      {draft.isError && <StateError error={draft.error} refusals={taskRefusals} />}
      <div className="acts">
        <Button
          act={!missing}
          aria-disabled={missing || undefined}
          busy={draft.isPending && t(taskLabels.announce)}
          onClick={() => submit(true)}
        >
          {most > 0 ? t(taskLabels.doAnnounce, { points: span }) : t(taskLabels.doAnnouncePlain)}
        </Button>
        <Button aria-disabled={missing || undefined} onClick={() => submit(false)}>
          {t(taskLabels.saveDraft)}
        </Button>
      </div>
    </form>
  )
}
