import { useState } from 'react'
import type { InputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented, SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useDay } from './hooks.ts'
import { objectionLabels, objectionRouteTexts, objectTexts } from './labels-objection.ts'
import { noticeRefusals } from './labels-refusal.ts'

type Props = {
  readonly subject: InputOf<'objection.take'>['subject']
  readonly rows: readonly { readonly rowNo: number; readonly name: string }[]
  readonly onClose: () => void
}

/** Writes down what somebody said by telephone or on paper, and shows the code to tell them. */
export function TakeObjection({ subject, rows, onClose }: Props) {
  const t = useText()
  const [route, setRoute] = useState<'phone' | 'paper'>('phone')
  const [rowNo, setRowNo] = useState('')
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [taken, setTaken] = useState<{ code: string; dueOn: string }>()
  const take = useCommandOperation('objection.take', { onDone: setTaken })
  if (taken) return <Taken taken={taken} onClose={onClose} />
  const send = () => take.mutate({ subject, route, name, text, rowNo: rowNo === '' ? null : Number(rowNo) })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(objectionLabels.takeTitle)}
      keepOpen={text !== ''}
      acts={
        <Button act busy={take.isPending && t(objectionLabels.taking)} onClick={send}>
          {t(objectionLabels.takeAct)}
        </Button>
      }
    >
      <div className="form">
        <Segmented
          label={t(objectionLabels.takeRoute)}
          value={route}
          onValue={setRoute}
          choices={(['phone', 'paper'] as const).map((value) => ({
            value,
            label: t(objectionRouteTexts[value]),
          }))}
        />
        <TextArea label={t(objectionLabels.takeWords)} maxLength={1000} value={text} onValue={setText} />
        {rows.length > 0 && (
          <SelectField
            label={t(objectTexts.who)}
            value={rowNo}
            onValue={setRowNo}
            none={t(objectTexts.whole)}
            choices={rows.map((row) => ({ value: String(row.rowNo), label: row.name }))}
          />
        )}
        <TextField
          label={t(objectionLabels.takeName)}
          help={t(objectionLabels.takeNameHelp)}
          optional
          maxLength={40}
          value={name}
          onValue={setName}
        />
        {take.isError && <StateError error={take.error} refusals={noticeRefusals} />}
      </div>
    </Dialog>
  )
}

function Taken({ taken, onClose }: { taken: { code: string; dueOn: string }; onClose: () => void }) {
  const t = useText()
  const formatted = useDay()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(objectionLabels.takeTitle)}
      keepOpen
      acts={
        <Button ink onClick={onClose}>
          {t(objectionLabels.close)}
        </Button>
      }
    >
      <p>{t(objectionLabels.takeDone, { code: '' })}</p>
      <p className="display objection-code">{taken.code}</p>
      <p className="s t2">{t(objectionLabels.takeDue, { day: formatted(taken.dueOn) })}</p>
    </Dialog>
  )
}
