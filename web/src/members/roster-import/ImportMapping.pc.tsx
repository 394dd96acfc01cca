import { useState } from 'react'
import { mappingAt } from '@steward/domain/members/roster-import/mapping.ts'
import { rosterFieldTexts } from '@steward/domain/members/roster-import/reason-texts.ts'
import type { RosterField } from '@steward/domain/members/roster-import/roster-fields.ts'
import { neededFields, rosterFields } from '@steward/domain/members/roster-import/roster-fields.ts'
import { Button } from '../../shared/kit/Button.tsx'
import { SelectField } from '../../shared/kit/fields.tsx'
import { StateError } from '../../shared/kit/states.tsx'
import { Tag } from '../../shared/kit/Tag.tsx'
import { useText } from '../../shared/texts.ts'
import { useCommandOperation } from '../../shared/use-operation.ts'
import type { Mapping, RosterImport } from './hooks.ts'
import { importRefusals, mappingTexts } from './labels.ts'

type Column = Pick<Mapping['columns'][number], 'index' | 'header' | 'field' | 'certainty' | 'samples'>
type MappingProps = {
  readonly imported: RosterImport
  readonly mapping: Mapping
  /** Absent while the columns must be settled before anything else. */
  readonly onBack?: () => void
}

const SAMPLES = 3
const CELLS_NAMED = 5
const MOST_CHOICES = 20

/** What each column holds, for a person to settle; header row and sheet as well. */
export function ImportMapping({ imported, mapping, onBack }: MappingProps) {
  const t = useText()
  const [sheet, setSheet] = useState(mapping.sheet)
  const [headerRow, setHeaderRow] = useState(mapping.headerRow)
  const [columns, setColumns] = useState<readonly Column[]>(mapping.columns)
  const send = useCommandOperation('roster-import.map', { onDone: onBack })
  const chosen = columns.flatMap(({ field }) => field ?? [])
  const twice = chosen.find((field, place) => chosen.indexOf(field) !== place)
  const missing = neededFields.filter((field) => !chosen.includes(field))
  const nameOf = (field: RosterField) => t(rosterFieldTexts[field])
  const why =
    missing.length > 0
      ? t(mappingTexts.missing, { fields: missing.map(nameOf) })
      : twice && t(mappingTexts.twice, { field: nameOf(twice) })
  const moveHeader = (text: string) => {
    const row = Number(text)
    setHeaderRow(row)
    setColumns(columnsAt(mapping, row))
  }
  const setField = (index: number, field: RosterField | null) =>
    setColumns(
      columns.map((column) =>
        column.index === index ? { ...column, field, certainty: 'remembered' } : column,
      ),
    )
  const compare = () =>
    headerRow !== null &&
    send.mutate({
      importId: imported.id,
      sheet,
      headerRow,
      columns: columns.map(({ index, field }) => ({ index, field })),
    })
  return (
    <div className="import-map">
      <p className="s t2">{t(imported.state === 'mapping' ? mappingTexts.notFound : mappingTexts.tell)}</p>
      <div className="form">
        {mapping.sheets.length > 1 && (
          <SelectField
            label={t(mappingTexts.sheet)}
            help={sheet === mapping.sheet ? undefined : t(mappingTexts.sheetHelp)}
            value={sheet}
            onValue={setSheet}
            choices={mapping.sheets.map((name) => ({ value: name, label: name }))}
          />
        )}
        <HeaderRowField mapping={mapping} value={headerRow} onValue={moveHeader} />
      </div>
      <ul className="rows">
        {columns.map((column) => (
          <ColumnLine key={column.index} column={column} onField={setField} />
        ))}
      </ul>
      {send.error && <StateError error={send.error} refusals={importRefusals} />}
      <div className="import-map-acts acts">
        <Button act busy={send.isPending && t(mappingTexts.comparing)} why={why} onClick={compare}>
          {t(mappingTexts.compare)}
        </Button>
        {onBack && (
          <Button plain onClick={onBack}>
            {t(mappingTexts.back)}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The columns under another header row, guessed anew from what is kept of the sheet. */
function columnsAt(mapping: Mapping, headerRow: number): Column[] {
  const rows = mapping.preview
  const guessed = mappingAt({ name: mapping.sheet, rows }, headerRow - 1)
  const data = rows.slice(guessed.dataFrom)
  return guessed.columns.map(({ index, header, field, certainty }) => ({
    index,
    header,
    field,
    certainty,
    samples: data.flatMap((row) => row[index] || []).slice(0, SAMPLES),
  }))
}

type HeaderProps = {
  readonly mapping: Mapping
  readonly value: number | null
  readonly onValue: (row: string) => void
}

function HeaderRowField({ mapping, value, onValue }: HeaderProps) {
  const t = useText()
  const rows = mapping.preview.slice(0, MOST_CHOICES)
  return (
    <SelectField
      label={t(mappingTexts.headerRow)}
      value={value === null ? '' : String(value)}
      none={value === null ? t(mappingTexts.noHeader) : undefined}
      onValue={onValue}
      choices={rows.flatMap((row, place) => {
        const cells = row.filter(Boolean).slice(0, CELLS_NAMED)
        if (cells.length === 0) return []
        return [
          {
            value: String(place + 1),
            label: t(mappingTexts.headerChoice, { row: place + 1, cells }),
          },
        ]
      })}
    />
  )
}

type LineProps = {
  readonly column: Column
  readonly onField: (index: number, field: RosterField | null) => void
}

function ColumnLine({ column: { index, header, field, certainty, samples }, onField }: LineProps) {
  const t = useText()
  const isSure = certainty === 'exact' || certainty === 'remembered'
  return (
    <li className="import-column">
      <div>
        <span className="b">{header || t(mappingTexts.column, { column: index + 1 })}</span>{' '}
        {field !== null && !isSure && (
          <Tag tone="ochre" tight>
            {t(mappingTexts.unsure)}
          </Tag>
        )}
        <span className="c t3 block ell">
          {samples.length > 0 ? samples.join(' / ') : t(mappingTexts.noSamples)}
        </span>
      </div>
      <SelectField
        label={<span className="sr">{header || t(mappingTexts.column, { column: index + 1 })}</span>}
        value={field ?? ''}
        none={t(mappingTexts.ignore)}
        onValue={(next) => onField(index, next || null)}
        choices={rosterFields.map((one) => ({ value: one, label: t(rosterFieldTexts[one]) }))}
      />
    </li>
  )
}
