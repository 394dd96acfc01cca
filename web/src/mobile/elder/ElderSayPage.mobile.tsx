import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSearch } from 'wouter'
import type { Options } from '../../claims/hooks.ts'
import { useOptions, useValueWords } from '../../claims/hooks.ts'
import { CoverContext } from '../../claims/hooks-cover.ts'
import type { Choice, Draft } from '../../claims/hooks-report.ts'
import { choicesOf, likelyFirst, useDraft, useSendDeed } from '../../claims/hooks-report.ts'
import { elderSayLabels as labels } from '../../claims/labels-elder.ts'
import { PhotoTiles } from '../../claims/PhotoTiles.shared.tsx'
import { CoverPhoto } from '../../files/CoverPhoto.shared.tsx'
import { Button } from '../../shared/kit/Button.tsx'
import { Icon } from '../../shared/kit/Icon.tsx'
import { useOnline } from '../../shared/kit/offline.tsx'
import { useReadAloud } from '../../shared/kit/read-aloud.ts'
import { useSpeech } from '../../shared/kit/speech.ts'
import { Fetched } from '../../shared/kit/states.tsx'
import { useOutboxItem } from '../../shared/outbox/use-outbox.ts'
import { useText } from '../../shared/texts.ts'
import { CallFoot, Words } from './ElderPages.mobile.tsx'
import { useMyBranch } from './my-branch.ts'
import '../../claims/Claims.css'
import './elder-say.css'

/** 我做了一件事: said or typed, shown as text, asked before it is given to the branch. No time limits anywhere. */
export function ElderSayPage() {
  const t = useText()
  const online = useOnline()
  const options = useOptions()
  if (options.data === undefined && (!online || options.isError)) {
    return (
      <>
        <Words>{t(labels.offlineFirst)}</Words>
        <CallFoot />
      </>
    )
  }
  return (
    <CoverContext value={CoverPhoto}>
      <Fetched from={options}>{(data) => <Say options={data} />}</Fetched>
    </CoverContext>
  )
}

type Step = 'say' | 'which' | 'check'

function Say({ options }: { readonly options: Options }) {
  const waitingId = new URLSearchParams(useSearch()).get('waiting') ?? undefined
  const { draft, change, deviceKey, clear } = useDraft(waitingId, {})
  const [step, setStep] = useState<Step>('say')
  const [sentId, setSentId] = useState<string>()
  const send = useSendDeed(options, undefined, '/elder/say?waiting={id}')
  const choices = choicesOf(options)
  const choice = choices.find(({ key }) => key === draft.choice)
  const again = () => {
    clear()
    setStep('say')
    setSentId(undefined)
  }
  if (sentId !== undefined) return <Sent itemId={sentId} onAgain={again} />
  if (step === 'which') {
    return (
      <Which
        choices={likelyFirst(choices, draft.said)}
        onPick={(key) => {
          change({ choice: key })
          setStep('check')
        }}
        onBack={() => setStep('say')}
      />
    )
  }
  if (step === 'check' && choice !== undefined) {
    return (
      <Check
        draft={draft}
        choice={choice}
        onOther={() => setStep('which')}
        onSend={async () => setSentId(await send(draft, choice, deviceKey, waitingId))}
        photos={<Photos draft={draft} onDraft={change} />}
      />
    )
  }
  return <Tell draft={draft} onSaid={(said) => change({ said })} onNext={() => setStep('which')} />
}

type TellProps = {
  readonly draft: Draft
  readonly onSaid: (said: string) => void
  readonly onNext: () => void
}

function Tell({ draft, onSaid, onNext }: TellProps) {
  const t = useText()
  const card = useRef<HTMLDivElement>(null)
  const reader = useReadAloud(card)
  const speech = useSpeech((text) => onSaid(text.slice(0, 500)))
  const [typing, setTyping] = useState(!speech.canHear)
  const said = draft.said.trim()
  return (
    <>
      <section className="card pad elder-heard" data-read>
        {typing ? (
          <label>
            <span className="b block">{t(labels.write)}</span>
            <textarea
              className="field area"
              rows={4}
              maxLength={500}
              value={draft.said}
              onChange={(event) => onSaid(event.target.value)}
            />
          </label>
        ) : (
          <>
            <div ref={card} aria-live="polite">
              {said === '' ? t(labels.how) : <span className="elder-quote">“{draft.said}”</span>}
            </div>
            {said !== '' && <p className="s t2 elder-ask">{t(labels.heard)}</p>}
            {speech.failed && <p className="s ochre">{t(labels.notHeard)}</p>}
          </>
        )}
      </section>
      {speech.canHear && !typing && (
        <div className="elder-mic">
          <button
            type="button"
            aria-label={t(speech.listening ? labels.stop : said === '' ? labels.begin : labels.again)}
            aria-pressed={speech.listening}
            onClick={speech.toggle}
          >
            <Icon name="mic" />
          </button>
          <p aria-hidden="true">
            {t(speech.listening ? labels.stop : said === '' ? labels.begin : labels.again)}
          </p>
        </div>
      )}
      <div className="elder-two">
        {said !== '' && reader.canRead && !typing && (
          <Button aria-pressed={reader.reading} onClick={reader.toggle}>
            {t(labels.hear)}
          </Button>
        )}
        {speech.canHear && (
          <Button onClick={() => setTyping(!typing)}>
            {t(typing ? labels.speakInstead : labels.typeInstead)}
          </Button>
        )}
      </div>
      <SayFoot
        act={t(labels.next)}
        missing={said === '' ? t(labels.nothingYet) : undefined}
        onAct={() => {
          if (speech.listening) speech.toggle()
          onNext()
        }}
      />
    </>
  )
}

type FootProps = {
  readonly act: string
  readonly missing?: string | undefined
  readonly onAct: () => void
  readonly busy?: boolean
}

/** The one large act, and the telephone route in words. */
function SayFoot({ act, missing, onAct, busy }: FootProps) {
  const t = useText()
  const { secretary } = useMyBranch()
  return (
    <div className="foot" data-read>
      <Button
        act={missing === undefined}
        wide
        busy={busy && act}
        aria-disabled={missing !== undefined || busy || undefined}
        onClick={() => missing === undefined && onAct()}
      >
        {act}
      </Button>
      <p className="s t2">
        {missing ?? (secretary ? t(labels.orCall, { name: secretary }) : t(labels.orCallBranch))}
      </p>
    </div>
  )
}

type WhichProps = {
  readonly choices: readonly Choice[]
  readonly onPick: (key: string) => void
  readonly onBack: () => void
}

/** 这算哪一样: the likely ones first, each a full-width card. */
function Which({ choices, onPick, onBack }: WhichProps) {
  const t = useText()
  const value = useValueWords()
  const [all, setAll] = useState(false)
  const shown = all ? choices : choices.slice(0, 4)
  return (
    <>
      <h2 className="sec elder-which" data-read>
        {t(labels.which)}
      </h2>
      {shown.map((choice) => (
        <button
          key={choice.key}
          type="button"
          className="card pad elder-card"
          onClick={() => onPick(choice.key)}
        >
          <span className="grow" data-read>
            <span className="block b">
              {typeof choice.title === 'string' ? choice.title : t(choice.title)}
            </span>
            <span className="block s t2">{value(choice.item.value)}</span>
          </span>
          <Icon name="right" />
        </button>
      ))}
      <div className="elder-two">
        {!all && choices.length > 4 && <Button onClick={() => setAll(true)}>{t(labels.moreKinds)}</Button>}
        <Button onClick={onBack}>{t(labels.sayAgain)}</Button>
      </div>
    </>
  )
}

type CheckProps = {
  readonly draft: Draft
  readonly choice: Choice
  readonly onOther: () => void
  readonly onSend: () => Promise<void>
  readonly photos: ReactNode
}

/** All of it once more before it is given. */
function Check({ draft, choice, onOther, onSend, photos }: CheckProps) {
  const t = useText()
  const online = useOnline()
  const [busy, setBusy] = useState(false)
  const title = typeof choice.title === 'string' ? choice.title : t(choice.title)
  return (
    <>
      <section className="card pad elder-heard" data-read>
        <span className="elder-quote">“{draft.said}”</span>
        <p className="s t2 elder-ask">{t(labels.countsAs, { title })}</p>
      </section>
      <div className="elder-two">
        <Button onClick={onOther}>{t(labels.otherKind)}</Button>
      </div>
      <div className="tiles elder-tiles">{photos}</div>
      <SayFoot
        act={t(online ? labels.give : labels.keep)}
        busy={busy}
        onAct={() => {
          setBusy(true)
          void onSend().finally(() => setBusy(false))
        }}
      />
    </>
  )
}

function Photos({ draft, onDraft }: { draft: Draft; onDraft: (change: Partial<Draft>) => void }) {
  return <PhotoTiles photos={draft.photos} onPhotos={(photos) => onDraft({ photos })} />
}

function Sent({ itemId, onAgain }: { readonly itemId: string; readonly onAgain: () => void }) {
  const t = useText()
  const { item } = useOutboxItem(itemId)
  const state = item?.state ?? 'received'
  const words = {
    waiting: labels.kept,
    sending: labels.onItsWay,
    received: labels.received,
    look: labels.look,
  }
  return (
    <>
      <section className="card pad" data-read role="status">
        <p className="b">{t(words[state])}</p>
        {state === 'received' && <p>{t(labels.receivedNext)}</p>}
      </section>
      <div className="elder-two">
        <Button onClick={onAgain}>{t(labels.anotherOne)}</Button>
      </div>
      <CallFoot />
    </>
  )
}
