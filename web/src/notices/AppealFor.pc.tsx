import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Objection } from './hooks-objection.ts'
import { useDay } from './hooks.ts'
import { objectionLabels, objectTexts } from './labels-objection.ts'
import { noticeRefusals } from './labels-refusal.ts'

/** Goes on to the next level for somebody who objected by telephone or on paper and is not content. */
export function AppealFor({ one }: { readonly one: Objection }) {
  const t = useText()
  const day = useDay()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const appeal = useCommandOperation('objection.appeal')
  const send = () => {
    setTried(true)
    if (text.trim() !== '') appeal.mutate({ objectionId: one.id, text })
  }
  return (
    <section className="objection-block form">
      <TextArea
        label={t(objectionLabels.appealWords)}
        help={t(objectionLabels.appealHelp, { day: one.appealUntil === null ? '' : day(one.appealUntil) })}
        error={tried && text.trim() === '' ? t(objectTexts.wordsMissing) : undefined}
        maxLength={1000}
        value={text}
        onValue={setText}
      />
      {appeal.isError && <StateError error={appeal.error} refusals={noticeRefusals} />}
      <div className="acts">
        <Button busy={appeal.isPending && t(objectionLabels.taking)} onClick={send}>
          {t(objectionLabels.appealFor, { org: one.nextOrgName })}
        </Button>
      </div>
    </section>
  )
}
