import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { NoticePage } from './hooks.ts'
import { useDay } from './hooks.ts'
import { objectTexts } from './labels-objection.ts'
import { noticeRefusals } from './labels-refusal.ts'
import { ThreeRoutes } from './Routes.shared.tsx'

type Receipt = { readonly code: string; readonly dueOn: string }
type Typed = { readonly rowNo: number | null; readonly text: string; readonly name: string }

/** Writes an objection to a notice: by its printed code without account and name, or with the own account. */
export function ObjectForm({
  page,
  by,
}: {
  readonly page: NoticePage
  readonly by: { readonly county: string; readonly code: string } | 'account'
}) {
  const [receipt, setReceipt] = useState<Receipt>()
  const openly = useCommandOperation('objection.raise-open', { refreshes: [], onDone: setReceipt })
  const signed = useCommandOperation('objection.raise', { onDone: setReceipt })
  if (receipt) return <Received page={page} receipt={receipt} />
  const send = ({ rowNo, text, name }: Typed) => {
    if (by !== 'account') openly.mutate({ ...by, rowNo, text, name })
    else if (page.noticeId !== null)
      signed.mutate({ subject: { kind: 'notice', id: page.noticeId }, rowNo, text })
  }
  return (
    <Form
      page={page}
      signed={by === 'account'}
      busy={openly.isPending || signed.isPending}
      error={openly.error ?? signed.error}
      onSend={send}
    />
  )
}

type FormProps = {
  readonly page: NoticePage
  readonly signed: boolean
  readonly busy: boolean
  readonly error: Error | null
  readonly onSend: (typed: Typed) => void
}

function Form({ page, signed, busy, error, onSend }: FormProps) {
  const t = useText()
  const [rowNo, setRowNo] = useState('')
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const isEmpty = text.trim() === ''
  const send = () => {
    setTried(true)
    if (!isEmpty) onSend({ rowNo: rowNo === '' ? null : Number(rowNo), text, name })
  }
  return (
    <>
      {/* with an account the frame has the title */}
      {!signed && <h1 className="notice-page-title">{t(objectTexts.title)}</h1>}
      <p className="t2">{t(objectTexts.onWhat, { title: page.title })}</p>
      <form className="form object-form" onSubmit={(event) => event.preventDefault()}>
        {page.rows.length > 0 && (
          <SelectField
            label={t(objectTexts.who)}
            value={rowNo}
            onValue={setRowNo}
            none={t(objectTexts.whole)}
            choices={page.rows.map((row) => ({
              value: String(row.rowNo),
              label: `${row.rowNo}　${row.name}`,
            }))}
          />
        )}
        <TextArea
          rows={5}
          label={t(objectTexts.words)}
          placeholder={t(objectTexts.wordsModel)}
          help={t(objectTexts.wordsHelp)}
          error={tried && isEmpty ? t(objectTexts.wordsMissing) : undefined}
          maxLength={1000}
          value={text}
          onValue={setText}
        />
        {!signed && (
          <TextField
            optional
            label={t(objectTexts.name)}
            help={t(objectTexts.nameHelp)}
            maxLength={40}
            autoComplete="off"
            value={name}
            onValue={setName}
          />
        )}
        <p className="s t2" data-read>
          {t(signed ? objectTexts.promiseSigned : objectTexts.promise)}
        </p>
      </form>
      <ThreeRoutes contact={page} />
      {error && <StateError error={error} refusals={noticeRefusals} />}
      <div className="foot">
        <Button act wide busy={busy && t(objectTexts.sending)} onClick={send}>
          {t(objectTexts.send)}
        </Button>
      </div>
    </>
  )
}

function Received({ page, receipt }: { readonly page: NoticePage; readonly receipt: Receipt }) {
  const t = useText()
  const day = useDay()
  return (
    <div role="status" data-read>
      <h1 className="notice-page-title">{t(objectTexts.done)}</h1>
      <p>{t(objectTexts.dueBy, { day: day(receipt.dueOn) })}</p>
      <p className="s t2 over">{t(objectTexts.codeIs)}</p>
      <p className="display objection-code">{receipt.code}</p>
      <p className="s t2">{t(objectTexts.codeKeep)}</p>
      <p className="over">
        <ButtonLink href={`/a/${page.countyCode}/${receipt.code}`} wide>
          {t(objectTexts.askTitle)}
        </ButtonLink>
      </p>
    </div>
  )
}
