import { useState } from 'react'
import { useLocation } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { useOnline } from '../shared/kit/offline.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { amountOf, type PledgeRow, useMyPledges, usePledgeWords } from './hooks.ts'
import { hasNoNetwork, useSendLater } from './hooks-later.ts'
import { emptyDraft } from './hooks-write.ts'
import { pledgeLabels, stateTexts } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { writeLabels } from './labels-write.ts'

/** The own pledges in large words, made to be read aloud; one act: to tell another. */
export function ElderPledgesPage() {
  const { t } = usePledgeWords()
  const year = yearOf(useToday())
  return (
    <Fetched from={useMyPledges(year)} columns="1fr">
      {(mine) => (
        <>
          {mine.rows.length === 0 && (
            <p className="card pad" data-read>
              {t(writeLabels.elderNone)}
            </p>
          )}
          {mine.rows.map((pledge) => (
            <ElderPledge key={pledge.id} pledge={pledge} />
          ))}
          <div className="foot" data-read>
            <ButtonLink href="/elder/pledges/tell" icon="mic" wide>
              {t(writeLabels.elderTell)}
            </ButtonLink>
          </div>
        </>
      )}
    </Fetched>
  )
}

function ElderPledge({ pledge }: { readonly pledge: PledgeRow }) {
  const { t } = usePledgeWords()
  const confirm = useCommandOperation('pledge.confirm')
  const { progress, fields } = pledge
  return (
    <section className="card pad">
      <div data-read>
        <p className="b">{pledge.text}</p>
        <p className="s t2">
          {t(stateTexts[pledge.state])}
          {pledge.publishedOn !== null && progress.of !== null && (
            <>
              {'，'}
              {t(pledgeLabels.progress, {
                done: amountOf(progress.done),
                of: amountOf(progress.of),
                unit: fields.quantity?.unit ?? '',
              })}
            </>
          )}
        </p>
        {pledge.state === 'returned' && <p className="ochre">{pledge.returns.at(-1)?.reason}</p>}
      </div>
      {pledge.toConfirm && (
        <div className="elder-two">
          <Button onClick={() => confirm.mutate({ pledgeId: pledge.id })}>{t(pledgeLabels.confirm)}</Button>
        </div>
      )}
      {confirm.error && <StateError error={confirm.error} refusals={pledgeRefusals} />}
    </section>
  )
}

/** A pledge told in own words; the branch settles the parts with the member. */
export function ElderTellPledgePage() {
  const { t } = usePledgeWords()
  const [, navigate] = useLocation()
  const year = yearOf(useToday())
  const [text, setText] = useState('')
  const [sent, setSent] = useState<'there' | 'later'>()
  const sendLater = useSendLater()
  const online = useOnline()
  const told = { ...emptyDraft(year), text }
  const send = useCommandOperation('pledge.send', { onDone: () => setSent('there') })
  const onError = (error: Error) => {
    if (hasNoNetwork(error))
      void sendLater(told, { pledgeId: null, revision: 0 }).then(() => setSent('later'))
  }
  if (sent !== undefined) {
    return (
      <>
        <p className="card pad" data-read>
          {t(sent === 'there' ? writeLabels.elderSent : writeLabels.keptLater)}
        </p>
        <div className="foot">
          <Button wide onClick={() => navigate('/elder/pledges', { replace: true })}>
            {t(writeLabels.elderRead)}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <p className="card pad" data-read>
        {t(writeLabels.elderTellHelp)}
      </p>
      <div className="card pad">
        <TextArea label={t(writeLabels.elderWords)} rows={5} maxLength={200} value={text} onValue={setText} />
        {text.trim() !== '' && (
          <p className="words" data-read>
            {text}
          </p>
        )}
      </div>
      <div className="foot">
        {send.error && <StateError error={send.error} refusals={pledgeRefusals} />}
        <Button
          wide
          act={text.trim() !== ''}
          busy={send.isPending && t(writeLabels.saving)}
          onClick={() => send.mutate({ ...told, pledgeId: null }, { onError })}
        >
          {t(online ? writeLabels.elderSend : writeLabels.keepNow)}
        </Button>
      </div>
    </>
  )
}
