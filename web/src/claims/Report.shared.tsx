import { useState } from 'react'
import { useSearch } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { useOnline } from '../shared/kit/offline.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { OutboxList } from '../shared/outbox/OutboxList.tsx'
import { useOutboxItem } from '../shared/outbox/use-outbox.ts'
import { useText } from '../shared/texts.ts'
import type { Options } from './hooks.ts'
import { useOptions } from './hooks.ts'
import type { HelpFor } from './hooks-report.ts'
import { choicesOf, isLateDraft, useDraft, useSendDeed } from './hooks-report.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { helpLabels, reportLabels } from './labels-report.ts'
import { useToday } from '../shared/clock.ts'
import { Evidence } from './ReportEvidence.shared.tsx'
import { More } from './ReportMore.shared.tsx'
import { What } from './ReportWhat.shared.tsx'
import { Words } from './ReportWords.shared.tsx'
import './Claims.css'

/** 报一件事: choose, a photo if one likes, send. Three taps from the home page; works without a network (S-159, S-194). */
export function ReportPage() {
  const t = useText()
  const online = useOnline()
  const options = useOptions()
  if (options.data === undefined && (!online || options.isError)) {
    return (
      <section className="card pad">
        <StateEmpty fact={t(reportLabels.offlineFirst)} fill={t(reportLabels.offlineFirstNext)} />
      </section>
    )
  }
  return (
    <Fetched from={options} what={t(reportLabels.what)} columns="22px 1fr">
      {(data) => <ReportForm options={data} />}
    </Fetched>
  )
}

export function ReportForm({ options, helpFor }: { readonly options: Options; readonly helpFor?: HelpFor }) {
  const t = useText()
  const search = new URLSearchParams(useSearch())
  const waitingId = search.get('waiting') ?? undefined
  const asked = search.get('for') ?? undefined
  const { draft, change, deviceKey, clear } = useDraft(waitingId, { choice: asked })
  const [sentId, setSentId] = useState<string>()
  const send = useSendDeed(options, helpFor)
  const choices = choicesOf(options)
  const choice = choices.find(({ key }) => key === draft.choice)
  const missing = useMissing(draft, choice !== undefined)
  if (sentId !== undefined) {
    const another = () => {
      clear()
      setSentId(undefined)
    }
    return <Sent itemId={sentId} decideDays={options.decideDays} helpFor={helpFor} onAnother={another} />
  }
  if (choices.length === 0) {
    return (
      <section className="card pad">
        <StateEmpty fact={t(reportLabels.nothing)} fill={t(reportLabels.nothingNext)} />
      </section>
    )
  }
  const submit = async () => {
    if (choice !== undefined) setSentId(await send(draft, choice, deviceKey, waitingId))
  }
  return (
    <>
      {!options.scored && <p className="card pad s t2">{t(reportLabels.notScored)}</p>}
      <What choices={choices} draft={draft} change={change} />
      <Evidence draft={draft} change={change} choice={choice} memberId={options.memberId} />
      <Words value={draft.said} onValue={(said) => change({ said })} />
      <More draft={draft} change={change} earliestOn={options.earliestOn} />
      <SendFoot missing={missing} onSend={submit} />
    </>
  )
}

function useMissing(draft: Parameters<typeof isLateDraft>[0], isChosen: boolean): string | undefined {
  const t = useText()
  const today = useToday()
  if (!isChosen) return t(reportLabels.chooseFirst)
  const late = isLateDraft(draft, today) && draft.lateReason.trim() === ''
  return late ? t(reportLabels.lateReason) : undefined
}

function SendFoot({ missing, onSend }: { missing: string | undefined; onSend: () => Promise<void> }) {
  const t = useText()
  const online = useOnline()
  const [busy, setBusy] = useState(false)
  const words = t(online ? reportLabels.send : reportLabels.keep)
  return (
    <div className="foot">
      {/* Not yet possible: the sentence under it says what is missing. */}
      <Button
        act={missing === undefined}
        wide
        busy={busy && words}
        aria-disabled={missing !== undefined || busy || undefined}
        aria-describedby="send-note"
        onClick={() => {
          if (missing !== undefined) return
          setBusy(true)
          void onSend().finally(() => setBusy(false))
        }}
      >
        {words}
      </Button>
      <p className="c t3" id="send-note">
        {missing ?? t(reportLabels.threeTaps)}
      </p>
    </div>
  )
}

type SentProps = {
  readonly itemId: string
  readonly decideDays: number
  readonly helpFor: HelpFor | undefined
  readonly onAnother: () => void
}

/** What became of it: kept, on its way, received, or in need of a look. */
function Sent({ itemId, decideDays, helpFor, onAnother }: SentProps) {
  const t = useText()
  const { item } = useOutboxItem(itemId)
  const state = item?.state ?? 'received'
  const titles = {
    waiting: reportLabels.keptTitle,
    sending: reportLabels.onItsWay,
    received: reportLabels.sentTitle,
    look: reportLabels.needsLook,
  }
  const number = numberIn(item?.answer)
  return (
    <>
      <section className="card pad sent" role="status">
        <h2 className="sec row">
          <span className={state === 'received' ? 'pine' : state === 'look' ? 'seal' : 'ochre'}>
            <Icon name={state === 'received' ? 'check' : state === 'look' ? 'warning' : 'upload'} />
          </span>
          {helpFor && state === 'received' ? t(helpLabels.sent, { name: helpFor.name }) : t(titles[state])}
        </h2>
        {state === 'received' && number !== undefined && (
          <p className="s t2">{t(reportLabels.sentText, { days: decideDays, number })}</p>
        )}
        {state === 'waiting' && <p className="s t2">{t(reportLabels.keptText)}</p>}
      </section>
      {item && state !== 'received' && (
        <OutboxList items={[item]} refusals={sendingRefusals} path="/waiting" />
      )}
      <div className="foot two">
        <Button wide onClick={onAnother}>
          {t(reportLabels.another)}
        </Button>
        <ButtonLink href={helpFor ? '/' : '/my-deeds'} wide>
          {t(helpFor ? reportLabels.goHome : reportLabels.seeMine)}
        </ButtonLink>
      </div>
    </>
  )
}

function numberIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const first: unknown = 'rows' in answer && Array.isArray(answer.rows) ? answer.rows[0] : answer
  const found: unknown =
    typeof first === 'object' && first !== null ? Reflect.get(first, 'number') : undefined
  return typeof found === 'string' ? found : undefined
}
