import { useState } from 'react'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Dialog, Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useDownloadOperation } from '../shared/use-operation.ts'
import type { FileAbout, StoredFile } from './hooks.ts'
import { sizeOf, useFiles } from './hooks.ts'
import { fileRefusals, fileTexts } from './labels.ts'
import './Files.css'

/** Files of a member or an organisation, each to open and to report. */
export function FileList({ about, phone = false }: { readonly about: FileAbout; readonly phone?: boolean }) {
  const t = useText()
  const files = useFiles(about)
  return (
    <Fetched
      from={files}
      what={t(fileTexts.list)}
      columns="24px 1fr 80px"
      isEmpty={(data) => data.rows.length === 0}
      empty={<StateEmpty fact={t(fileTexts.none)} fill={t(fileTexts.noneNext)} />}
    >
      {(data) => (
        <ul className="rows">
          {data.rows.map((file) => (
            <Row key={file.id} file={file} phone={phone} />
          ))}
        </ul>
      )}
    </Fetched>
  )
}

function Row({ file, phone }: { readonly file: StoredFile; readonly phone: boolean }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [reporting, setReporting] = useState(false)
  const day = formatDay(dayOfInstant(file.addedAt), language, today)
  return (
    <li className="file-row">
      <Icon name={file.type.startsWith('image/') ? 'camera' : 'file'} />
      <span className="grow">
        <span className="block">{file.name}</span>
        <span className="block s t3">
          {t(fileTexts.by, { name: file.addedBy, day })} · {sizeOf(file.byteCount)}
        </span>
      </span>
      {file.state === 'kept' ? (
        <span className="acts">
          <OpenFile fileId={file.id} />
          <Button plain small icon="flag" onClick={() => setReporting(true)}>
            {t(fileTexts.report)}
          </Button>
        </span>
      ) : (
        <Tag tone="ochre">{t(fileTexts[file.state])}</Tag>
      )}
      {reporting && <Report file={file} phone={phone} onClose={() => setReporting(false)} />}
    </li>
  )
}

/** Fetches the file into the device's downloads. */
export function OpenFile({ fileId }: { readonly fileId: string }) {
  const t = useText()
  const open = useDownloadOperation('file.download')
  return (
    <>
      <Button
        plain
        small
        icon="download"
        busy={open.isPending && t(fileTexts.opening)}
        onClick={() => open.mutate({ fileId })}
      >
        {t(fileTexts.open)}
      </Button>
      {open.isError && <StateError error={open.error} refusals={fileRefusals} />}
    </>
  )
}

type ReportProps = { readonly file: StoredFile; readonly phone: boolean; readonly onClose: () => void }

function Report({ file, phone, onClose }: ReportProps) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const report = useCommandOperation('file.report', {
    onDone: () => {
      say({ text: t(fileTexts.reported) })
      onClose()
    },
  })
  const Layer = phone ? Sheet : Dialog
  return (
    <Layer
      open
      onClose={onClose}
      keepOpen={reason !== ''}
      title={t(fileTexts.reportTitle, { name: file.name })}
      acts={
        <Button
          ink
          wide={phone}
          busy={report.isPending && t(fileTexts.reportAct)}
          onClick={() => report.mutate({ fileId: file.id, reason })}
        >
          {t(fileTexts.reportAct)}
        </Button>
      }
    >
      <div className="form">
        <p>{t(fileTexts.reportText)}</p>
        <TextArea
          label={t(fileTexts.reason)}
          placeholder={t(fileTexts.reasonModel)}
          maxLength={300}
          value={reason}
          onValue={setReason}
        />
        {report.isError && <StateError error={report.error} refusals={fileRefusals} />}
      </div>
    </Layer>
  )
}
