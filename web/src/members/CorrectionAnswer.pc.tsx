import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Correction } from './hooks.ts'
import { correctionTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'

/** Accepts or declines; declining needs words the member reads. */
export function CorrectionAnswer({ one, wanted }: { one: Correction; wanted: string }) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const [declining, setDeclining] = useState(false)
  const decide = useCommandOperation('correction.decide', {
    onDone: () => say({ text: t(correctionTexts.done, { name: one.memberName }) }),
  })
  if (!one.mayDecide) return <p className="file-block t2">{t(correctionTexts.own)}</p>
  const send = (accepted: boolean) => decide.mutate({ correctionId: one.id, accepted, reason })
  const decline = () => (declining && reason.trim() !== '' ? send(false) : setDeclining(true))
  return (
    <div className="form file-block">
      <TextArea
        label={t(declining ? correctionTexts.refuseReason : correctionTexts.acceptReason)}
        help={t(declining ? correctionTexts.refuseHelp : correctionTexts.acceptHelp)}
        optional={!declining}
        error={declining && reason.trim() === '' ? t(correctionTexts.refuseReason) : undefined}
        maxLength={500}
        value={reason}
        onValue={setReason}
      />
      <div className="acts">
        <Button act busy={decide.isPending && t(correctionTexts.decide)} onClick={() => send(true)}>
          {t(correctionTexts.accept, { value: wanted })}
        </Button>
        <Button onClick={decline}>{t(correctionTexts.refuse)}</Button>
      </div>
      {decide.error && <StateError error={decide.error} refusals={memberRefusals} />}
    </div>
  )
}
