import { useState } from 'react'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { OpenFile } from './FileList.shared.tsx'
import type { ReportedFile } from './hooks.ts'
import { sizeOf } from './hooks.ts'
import { fileRefusals, fileTexts } from './labels.ts'
import './Files.css'

/** 被举报的材料: looked at by the county, then given back or removed for good. */
export function ReportedPage() {
  const t = useText()
  const reported = useQueryOperation('file.reported', {})
  return (
    <div className="files">
      <h1 className="ph1">{t(fileTexts.reportedPage)}</h1>
      <Fetched
        from={reported}
        what={t(fileTexts.reportedPage)}
        columns="1fr 1fr 160px"
        isEmpty={(data) => data.rows.length === 0}
        empty={<StateEmpty fact={t(fileTexts.reportedNone)} fill={t(fileTexts.reportedNoneNext)} />}
      >
        {(data) => (
          <ul className="rows">
            {data.rows.map((file) => (
              <Row key={file.id} file={file} />
            ))}
          </ul>
        )}
      </Fetched>
    </div>
  )
}

function Row({ file }: { readonly file: ReportedFile }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [settling, setSettling] = useState<'giveBack' | 'remove'>()
  const dayOf = (instant: string) => formatDay(dayOfInstant(instant), language, today)
  const report = { name: file.reportedBy, day: dayOf(file.reportedAt), reason: file.reason }
  return (
    <li className="file-row">
      <span className="grow">
        <span className="block">{file.name}</span>
        <span className="block s t3">
          {file.orgName} · {t(fileTexts.by, { name: file.addedBy, day: dayOf(file.addedAt) })} ·{' '}
          {sizeOf(file.byteCount)}
        </span>
        <span className="block s t2">{t(fileTexts.reportedBy, report)}</span>
      </span>
      <span className="acts">
        <OpenFile fileId={file.id} />
        <Button small onClick={() => setSettling('giveBack')}>
          {t(fileTexts.giveBack)}
        </Button>
        <Button small onClick={() => setSettling('remove')}>
          {t(fileTexts.remove)}
        </Button>
      </span>
      {settling && <Settle file={file} how={settling} onClose={() => setSettling(undefined)} />}
    </li>
  )
}

type SettleProps = {
  readonly file: ReportedFile
  readonly how: 'giveBack' | 'remove'
  readonly onClose: () => void
}

function Settle({ file, how, onClose }: SettleProps) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const settle = useCommandOperation('file.settle', {
    onDone: () => {
      say({ text: t(fileTexts.settled) })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={reason !== ''}
      title={t(fileTexts[`${how}Title`], { name: file.name })}
      acts={
        <Button
          ink
          busy={settle.isPending && t(fileTexts[how])}
          onClick={() => settle.mutate({ fileId: file.id, remove: how === 'remove', reason })}
        >
          {t(fileTexts[how])}
        </Button>
      }
    >
      <div className="form">
        <p>{t(fileTexts[`${how}Text`])}</p>
        <TextArea label={t(fileTexts.settleReason)} maxLength={300} value={reason} onValue={setReason} />
        {settle.isError && <StateError error={settle.error} refusals={fileRefusals} />}
      </div>
    </Dialog>
  )
}
