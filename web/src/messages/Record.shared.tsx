import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, TextField } from '../shared/kit/fields.tsx'
import { Dialog, Sheet } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Delivery } from './hooks.ts'
import { answerTexts, channelTexts, deliveryTexts, messageRefusals } from './labels.ts'

const CHANNELS = ['phone', 'paper', 'helper', 'board'] as const

type RecordProps = {
  readonly message: Delivery['message']
  readonly memberIds: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
  /** The phone's form of a dialog. */
  readonly sheet?: boolean
}

/** Records that people were reached without a screen: how, by whom, and what they answered. */
export function RecordReached({ message, memberIds, onClose, onDone, sheet = false }: RecordProps) {
  const t = useText()
  const say = useUndo()
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('phone')
  const [helperName, setHelperName] = useState('')
  const [given, setGiven] = useState<'none' | 'yes' | 'no'>('none')
  const [note, setNote] = useState('')
  const record = useCommandOperation('message.record-reached', {
    onDone: ({ recorded, already }) => {
      const text = already > 0 ? deliveryTexts.savedAlready : deliveryTexts.saved
      say({ text: t(text, { count: recorded, already }) })
      onDone()
    },
  })
  const takesAnswer = message.asked !== null && channel !== 'board'
  const answer = takesAnswer && given !== 'none' ? given : null
  const save = () =>
    record.mutate({
      messageId: message.id,
      memberIds: [...memberIds],
      channel,
      helperName: channel === 'helper' ? helperName : '',
      answer,
      note: answer === null ? '' : note,
    })
  const Layer = sheet ? Sheet : Dialog
  return (
    <Layer
      open
      onClose={onClose}
      keepOpen={helperName !== '' || note !== ''}
      title={t(deliveryTexts.recordTitle, { count: memberIds.length })}
      acts={
        <Button ink wide={sheet} busy={record.isPending && t(deliveryTexts.saving)} onClick={save}>
          {t(deliveryTexts.save)}
        </Button>
      }
    >
      <div className="form">
        <RadioList
          label={t(deliveryTexts.how)}
          value={channel}
          onValue={setChannel}
          choices={CHANNELS.map((one) => ({ value: one, label: t(channelTexts[one].name) }))}
        />
        {channel === 'helper' && (
          <TextField
            label={t(deliveryTexts.helperName)}
            help={t(deliveryTexts.helperHelp)}
            value={helperName}
            onValue={setHelperName}
            maxLength={40}
          />
        )}
        {takesAnswer && message.asked && (
          <RadioList
            label={t(deliveryTexts.theirAnswer)}
            value={given}
            onValue={setGiven}
            choices={[
              { value: 'none', label: t(deliveryTexts.noAnswerYet) },
              { value: 'yes', label: t(answerTexts[message.asked.kind].yes) },
              { value: 'no', label: t(answerTexts[message.asked.kind].no) },
            ]}
          />
        )}
        {answer === 'no' && (
          <TextField
            optional
            label={t(deliveryTexts.reason)}
            value={note}
            onValue={setNote}
            maxLength={200}
          />
        )}
        {record.isError && <StateError error={record.error} refusals={messageRefusals} />}
      </div>
    </Layer>
  )
}
