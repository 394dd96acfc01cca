import { useState } from 'react'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { outboxLabels } from '../shared/outbox/outbox-labels.ts'
import { useOutboxItem } from '../shared/outbox/use-outbox.ts'
import { useText } from '../shared/texts.ts'
import { type Mine, useMyPledges } from './hooks.ts'
import { readWaiting, useSendLater } from './hooks-later.ts'
import { pledgeLabels } from './labels.ts'
import { writeLabels } from './labels-write.ts'
import { DraftFields, useDraftForm, WriteForm } from './Write.shared.tsx'

/** 写承诺, on the phone: a sentence, five parts, where it comes from. Without a network it is kept and goes out later. */
export function WritePage() {
  const t = useText()
  const { pledgeId } = useParams()
  const [params] = useSearchParams()
  const waitingId = params.get('waiting')
  const year = yearOf(useToday())
  return (
    <Fetched from={useMyPledges(year)} what={t(pledgeLabels.write)} columns="1fr">
      {(mine) =>
        waitingId === null ? (
          <Write key={pledgeId ?? 'new'} mine={mine} pledgeId={pledgeId} year={year} />
        ) : (
          <Rewrite key={waitingId} mine={mine} waitingId={waitingId} year={year} />
        )
      }
    </Fetched>
  )
}

type WriteProps = { readonly mine: Mine; readonly pledgeId: string | undefined; readonly year: number }

function Write({ mine, pledgeId, year }: WriteProps) {
  const t = useText()
  const [, navigate] = useLocation()
  const say = useUndo()
  const sendLater = useSendLater()
  const pledge = mine.rows.find(({ id }) => id === pledgeId) ?? null
  const back = () => navigate('/pledges', { replace: true })
  return (
    <WriteForm
      pledge={pledge}
      aids={mine}
      year={year}
      wide
      onSent={back}
      later={async (draft, kept) => {
        await sendLater(draft, kept)
        say({ text: t(writeLabels.keptLater) })
        back()
      }}
    >
      {({ fields, saved, act }) => (
        <>
          <div className="between pledge-saved">
            <span className="s t2">
              {t(pledgeLabels.writeNth, {
                n: pledge === null ? mine.rows.length + 1 : mine.rows.indexOf(pledge) + 1,
              })}
            </span>
            {saved}
          </div>
          {fields}
          <div className="foot">
            {act}
            <Help />
          </div>
        </>
      )}
    </WriteForm>
  )
}

type RewriteProps = { readonly mine: Mine; readonly waitingId: string; readonly year: number }

/** One that was not taken: changed, it goes out again. */
function Rewrite({ mine, waitingId, year }: RewriteProps) {
  const t = useText()
  const { item, isRead } = useOutboxItem(waitingId)
  const waiting = readWaiting(item)
  if (!isRead) return null
  if (waiting === undefined) return <StateEmpty fact={t(outboxLabels.gone)} fill={t(outboxLabels.goneNext)} />
  return <Changed waiting={waiting} mine={mine} waitingId={waitingId} year={year} />
}

type ChangedProps = RewriteProps & { readonly waiting: NonNullable<ReturnType<typeof readWaiting>> }

function Changed({ waiting, mine, waitingId, year }: ChangedProps) {
  const t = useText()
  const say = useUndo()
  const [, navigate] = useLocation()
  const sendLater = useSendLater()
  const form = useDraftForm(waiting.draft)
  const [busy, setBusy] = useState(false)
  const isEmpty = form.draft.text.trim() === ''
  const send = async () => {
    if (isEmpty || busy) return
    setBusy(true)
    await sendLater(form.draft, waiting.kept, waitingId)
    say({ text: t(writeLabels.keptLater) })
    navigate('/pledges', { replace: true })
  }
  return (
    <>
      <p className="s t2 pledge-saved">{t(writeLabels.waitingEdit)}</p>
      <DraftFields form={form} aids={mine} year={year} />
      <div className="foot">
        <Button wide ink={!isEmpty} busy={busy && t(writeLabels.saving)} onClick={() => void send()}>
          {t(writeLabels.ask)}
        </Button>
        <Help />
      </div>
    </>
  )
}

function Help() {
  const t = useText()
  return (
    <p className="c t3">
      {t(writeLabels.lackingHelp)}
      <br />
      {t(writeLabels.freeHelp)}
    </p>
  )
}
