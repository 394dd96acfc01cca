import { useState } from 'react'
import { lookPurposes, type LookPurpose } from '@steward/domain/members/look.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, RadioList, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { formatNumber } from '../shared/formats.ts'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation } from '../shared/use-operation.ts'
import type { RosterFilter } from './hooks-filter.ts'
import { sentenceOf } from './hooks-filter.ts'
import { purposeTexts } from './labels.ts'
import { exportTexts, fileTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'
import './File.css'

type ExportProps = { readonly filter: RosterFilter; readonly total: number; readonly onClose: () => void }

/** The list as it stands, as a workbook; the purpose is noted for everybody in it */
export function ExportDialog({ filter, total, onClose }: ExportProps) {
  const t = useText()
  const [purpose, setPurpose] = useState<LookPurpose>()
  const [note, setNote] = useState('')
  const [unmasked, setUnmasked] = useState(false)
  const { mutate, isPending, error } = useDownloadOperation('roster-export.download')
  const parts = sentenceOf(filter, t)
  const send = () => purpose && mutate({ filter, purpose, note, unmasked }, { onSuccess: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(exportTexts.title, { count: formatNumber(total) })}
      acts={
        <Button
          ink
          icon="download"
          busy={isPending && t(exportTexts.sending)}
          why={purpose === undefined ? t(fileTexts.choosePurpose) : undefined}
          onClick={send}
        >
          {t(exportTexts.act, { count: formatNumber(total) })}
        </Button>
      }
    >
      <p className="s t2 file-gap">
        {parts.length > 0 && <span className="block">{t(exportTexts.only, { parts })}</span>}
        {t(exportTexts.tell)}
      </p>
      <div className="form">
        <RadioList
          label={t(fileTexts.purpose)}
          value={purpose}
          onValue={setPurpose}
          choices={lookPurposes.map((value) => ({ value, label: t(purposeTexts[value]) }))}
        />
        <TextField
          label={t(fileTexts.note)}
          optional={purpose !== 'other'}
          maxLength={200}
          value={note}
          onValue={setNote}
        />
        <CheckBox checked={unmasked} onChecked={setUnmasked}>
          {t(exportTexts.unmasked)}
        </CheckBox>
      </div>
      {error && <StateError error={error} refusals={memberRefusals} />}
    </Dialog>
  )
}
