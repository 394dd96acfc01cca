import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { Problem } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AnswerInFull } from './Answer.shared.tsx'
import { objectTexts } from './labels-objection.ts'
import { OpenFrame } from './PublicNotice.mobile.tsx'
import './Notices.css'

/** /a/:county: the code is typed. */
export function AskAnswerPage() {
  const t = useText()
  const { county = '' } = useParams()
  const [, navigate] = useLocation()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const ask = () => {
    setTried(true)
    if (code.trim() !== '') navigate(`/a/${county}/${encodeURIComponent(code.trim())}`)
  }
  return (
    <OpenFrame>
      <h1 className="notice-page-title">{t(objectTexts.askTitle)}</h1>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <TextField
          label={t(objectTexts.askCode)}
          help={t(objectTexts.askHelp)}
          error={tried && code.trim() === '' ? t(objectTexts.askMissing) : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={code}
          onValue={setCode}
        />
        <Button act wide onClick={ask}>
          {t(objectTexts.ask)}
        </Button>
      </form>
    </OpenFrame>
  )
}

/** /a/:county/:code: where an objection stands and what was answered. */
export function AnswerPage() {
  const t = useText()
  const { county = '', code = '' } = useParams()
  const found = useQueryOperation('objection.answer', { county, code })
  const appeal = useCommandOperation('objection.appeal-open')
  const withdraw = useCommandOperation('objection.withdraw-open')
  const isUnknown = found.error instanceof Problem && found.error.status === 404
  return (
    <OpenFrame>
      {isUnknown ? (
        <StateEmpty
          fact={<h1 className="sec">{t(objectTexts.noSuch)}</h1>}
          fill={t(objectTexts.noSuchNext)}
        />
      ) : (
        <Fetched from={found} what={t(objectTexts.answer)} columns="1fr">
          {(answer) => (
            <AnswerInFull
              answer={answer}
              busy={appeal.isPending || withdraw.isPending}
              error={appeal.error ?? withdraw.error}
              onAppeal={(text) => appeal.mutate({ county, code, text })}
              onWithdraw={() => withdraw.mutate({ county, code })}
            />
          )}
        </Fetched>
      )}
    </OpenFrame>
  )
}
