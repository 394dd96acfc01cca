import { useState } from 'react'
import { lookPurposes, type LookPurpose } from '@steward/domain/members/look.ts'
import { exportColumns, type ExportColumn } from '@steward/domain/members/roster-import/export-columns.ts'
import { rosterFieldTexts } from '@steward/domain/members/roster-import/reason-texts.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, RadioList, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { formatNumber } from '../shared/formats.ts'
import { useMay } from '../shared/session.ts'
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
  const may = useMay()
  const [columns, setColumns] = useState<readonly ExportColumn[]>(exportColumns)
  const [purpose, setPurpose] = useState<LookPurpose>()
  const [note, setNote] = useState('')
  const [unmasked, setUnmasked] = useState(false)
  const { mutate, isPending, error } = useDownloadOperation('roster-export.download')
  const parts = sentenceOf(filter, t)
  const send = () =>
    purpose && mutate({ filter, purpose, note, unmasked, columns: [...columns] }, { onSuccess: onClose })
  const why =
    columns.length === 0
      ? exportTexts.chooseColumns
      : purpose === undefined
        ? fileTexts.choosePurpose
        : undefined
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
          why={why && t(why)}
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
        <ColumnChoice chosen={columns} onChosen={setColumns} />
        {may('member.unmask') && (
          <CheckBox checked={unmasked} onChecked={setUnmasked}>
            {t(exportTexts.unmasked)}
            <span className="c t3 block">{t(exportTexts.unmaskedTell)}</span>
          </CheckBox>
        )}
      </div>
      {error && <StateError error={error} refusals={memberRefusals} />}
    </Dialog>
  )
}

type ColumnProps = {
  readonly chosen: readonly ExportColumn[]
  readonly onChosen: (columns: readonly ExportColumn[]) => void
}

/** The columns of the sheet; always in the order offices use. */
function ColumnChoice({ chosen, onChosen }: ColumnProps) {
  const t = useText()
  return (
    <fieldset className="export-columns">
      <legend>{t(exportTexts.columns)}</legend>
      {exportColumns.map((column) => (
        <CheckBox
          key={column}
          checked={chosen.includes(column)}
          onChecked={(on) =>
            onChosen(exportColumns.filter((one) => (one === column ? on : chosen.includes(one))))
          }
        >
          {t(rosterFieldTexts[column])}
        </CheckBox>
      ))}
    </fieldset>
  )
}
