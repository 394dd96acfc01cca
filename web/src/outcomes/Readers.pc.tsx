import { useDeferredValue, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { CaseFile } from './hooks-use.ts'
import { useDay } from './hooks-use.ts'
import { limitLabels } from './labels-limit.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import './Uses.css'

/** Who may read one case file, and who has; for the page of any such file. */
export function Readers({ file }: { readonly file: CaseFile }) {
  const t = useText()
  const found = useQueryOperation('outcome-reader.list', file)
  return (
    <section className="use-part" aria-labelledby="file-readers">
      <h3 className="sec" id="file-readers">
        {t(limitLabels.readers)}
      </h3>
      <p className="c t3">{t(limitLabels.readersText)}</p>
      <Fetched from={found} columns="1fr 80px">
        {({ readers, mayChange }) => (
          <>
            {readers.length === 0 ? (
              <p className="s t2">{t(limitLabels.readersNone)}</p>
            ) : (
              <ul>
                {readers.map((reader) => (
                  <li key={reader.id}>
                    <span>
                      {reader.name} <span className="c t3">{reader.reason}</span>
                    </span>
                    {mayChange && <Remove readerId={reader.id} />}
                  </li>
                ))}
              </ul>
            )}
            {mayChange && <Add file={file} />}
            {mayChange && <Readings file={file} />}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Remove({ readerId }: { readonly readerId: string }) {
  const t = useText()
  const remove = useCommandOperation('outcome-reader.remove')
  return (
    <>
      <Button
        small
        plain
        busy={remove.isPending && t(useLabels.saving)}
        onClick={() => remove.mutate({ readerId })}
      >
        {t(limitLabels.remove)}
      </Button>
      {remove.isError && <StateError error={remove.error} refusals={outcomeRefusals} />}
    </>
  )
}

function Add({ file }: { readonly file: CaseFile }) {
  const t = useText()
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQueryOperation(
    'outcome-reader.candidates',
    { ...file, search },
    { enabled: open && search !== '' },
  )
  const add = useCommandOperation('outcome-reader.add', {
    onDone: () => {
      say({ text: t(limitLabels.added) })
      setOpen(false)
      setTyped('')
      setReason('')
    },
  })
  if (!open)
    return (
      <Button small onClick={() => setOpen(true)}>
        {t(limitLabels.addReader)}
      </Button>
    )
  return (
    <div className="form use-find">
      <TextField label={t(limitLabels.readerReason)} maxLength={300} value={reason} onValue={setReason} />
      <TextField
        label={t(limitLabels.findReader)}
        icon="search"
        autoComplete="off"
        value={typed}
        onValue={setTyped}
      />
      <ul>
        {(search === '' ? [] : (found.data?.people ?? [])).map((one) => (
          <li key={one.accountId}>
            <button type="button" onClick={() => add.mutate({ ...file, accountId: one.accountId, reason })}>
              <span>{one.name}</span>
              <span className="c t3">
                {one.org} {one.role}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {add.isError && <StateError error={add.error} refusals={outcomeRefusals} />}
    </div>
  )
}

function Readings({ file }: { readonly file: CaseFile }) {
  const t = useText()
  const day = useDay()
  const found = useQueryOperation('outcome-reading.list', { file, limit: 10 })
  return (
    <>
      <h3 className="sec">{t(limitLabels.readings)}</h3>
      <Fetched
        from={found}
        columns="1fr 80px"
        isEmpty={(data) => data.rows.length === 0}
        empty={<p className="s t2">{t(limitLabels.readingsNone)}</p>}
      >
        {(data) => (
          <ul>
            {data.rows.map((row) => (
              <li key={row.id}>
                <span>
                  {row.reader} <span className="c t3">{row.org}</span>
                </span>
                <span className="c t3 nw">
                  {t(row.standing === 'listed' ? limitLabels.listed : limitLabels.handler)}
                  {row.what === 'file' && ` ${t(limitLabels.tookFile)}`} · {day(row.at)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Fetched>
    </>
  )
}
