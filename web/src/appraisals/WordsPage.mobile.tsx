import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { useDeviceText } from '../shared/device-text.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Appraisal } from './hooks-mine.ts'
import { useMyAppraisal } from './hooks-mine.ts'
import { mineTexts, wordTexts as texts } from './labels-mine.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import { VoiceArea } from './VoiceArea.mobile.tsx'
import './Mine.css'

type Words = OutputOf<'peer-word.list'>
type Fellow = Words['fellows'][number]
type Peer = Words['peers'][number]

/** 自评和互评: the own word, words about me with my answers, a word on others. */
export function WordsPage() {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} what={t(mineTexts.title)} columns="1fr">
      {({ appraisal }) =>
        appraisal === null || appraisal.place === null ? (
          <section className="card pad">
            <StateEmpty fact={t(texts.none)} fill={t(texts.noneNext)} />
          </section>
        ) : (
          <OfAppraisal appraisal={appraisal} />
        )
      }
    </Fetched>
  )
}

function OfAppraisal({ appraisal }: { readonly appraisal: Appraisal }) {
  const t = useText()
  const isTime = ['dutyReports', 'self', 'peers'].includes(appraisal.stage)
  const { memberId } = appraisal
  return (
    <Fetched
      from={useQueryOperation('peer-word.list', { appraisalId: appraisal.id })}
      what={t(texts.title)}
      columns="1fr"
    >
      {(words) => (
        <>
          {!isTime && (
            <p className="s t2">
              {t(appraisal.stage === 'roll' || appraisal.stage === 'basis' ? texts.none : texts.over)}
            </p>
          )}
          <Self
            appraisal={appraisal}
            said={words.selves.find((one) => one.memberId === memberId)}
            isTime={isTime}
          />
          <AboutMe peers={words.peers.filter((one) => one.aboutMemberId === memberId)} />
          {isTime && <Fellows appraisal={appraisal} fellows={words.fellows} />}
          <ByMe peers={words.peers.filter((one) => one.byMemberId === memberId)} />
        </>
      )}
    </Fetched>
  )
}

type SelfProps = {
  readonly appraisal: Appraisal
  readonly said: Words['selves'][number] | undefined
  readonly isTime: boolean
}

function Self({ appraisal, said, isTime }: SelfProps) {
  const t = useText()
  const day = useDay()
  const [changing, setChanging] = useState(false)
  const { text, setText, forget } = useDeviceText(
    `self.${appraisal.id}.${appraisal.memberId}`,
    said?.text ?? '',
  )
  const say = useCommandOperation('self-appraisal.say', {
    onDone: () => {
      forget()
      setChanging(false)
    },
  })
  return (
    <section className="card pad">
      <h2 className="sec">{t(texts.self)}</h2>
      {said !== undefined && !changing && (
        <>
          <p className="words">{said.text}</p>
          <p className="s t2">
            {t(texts.selfSaidOn, { day: day(said.on) })}
            {said.writtenBy !== '' && `，${t(texts.writtenBy, { name: said.writtenBy })}`}
          </p>
          {isTime && (
            <p className="mine-act">
              <Button
                onClick={() => {
                  setText(said.text)
                  setChanging(true)
                }}
              >
                {t(texts.selfAgain)}
              </Button>
            </p>
          )}
        </>
      )}
      {isTime && (said === undefined || changing) && (
        <>
          <VoiceArea label={t(texts.selfHelp)} rows={4} value={text} onValue={setText} />
          {say.error && <StateError error={say.error} refusals={dutyReportRefusalTexts} />}
          <p className="mine-act">
            <Button
              act={text.trim() !== ''}
              wide
              busy={say.isPending && t(texts.sending)}
              onClick={() => say.mutate({ appraisalId: appraisal.id, memberId: appraisal.memberId, text })}
            >
              {t(texts.selfSend)}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

function AboutMe({ peers }: { readonly peers: readonly Peer[] }) {
  const t = useText()
  const day = useDay()
  return (
    <section>
      <h2 className="s t2 over">{t(texts.aboutMe)}</h2>
      {peers.length === 0 && <p className="card pad t2">{t(texts.aboutMeNone)}</p>}
      {peers.map((word) => (
        <div key={word.id} className="card pad">
          <p className="words">{word.text}</p>
          <p className="s t2">{t(texts.by, { name: word.by, day: day(word.on) })}</p>
          {word.answer !== null && (
            <p className="mine-answer">{t(texts.answered, { answer: word.answer })}</p>
          )}
          {word.answer === null && word.mayAnswer && <AnswerWord wordId={word.id} />}
        </div>
      ))}
    </section>
  )
}

function AnswerWord({ wordId }: { readonly wordId: string }) {
  const t = useText()
  const { text, setText, forget } = useDeviceText(`peer-answer.${wordId}`)
  const answer = useCommandOperation('peer-word.answer', { onDone: forget })
  return (
    <>
      <VoiceArea label={t(texts.answer)} rows={2} value={text} onValue={setText} />
      {answer.error && <StateError error={answer.error} refusals={dutyReportRefusalTexts} />}
      <p className="mine-act">
        <Button
          busy={answer.isPending && t(texts.sending)}
          onClick={() => answer.mutate({ wordId, answer: text })}
        >
          {t(texts.answerSend)}
        </Button>
      </p>
    </>
  )
}

const SHORT_LIST = 8

function Fellows({
  appraisal,
  fellows,
}: {
  readonly appraisal: Appraisal
  readonly fellows: readonly Fellow[]
}) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Fellow>()
  const found = fellows.filter(({ name }) => name.includes(search.trim()))
  return (
    <section>
      <h2 className="s t2 over">{t(texts.fellows)}</h2>
      <p className="s t2 mine-help">{fellows.length === 0 ? t(texts.fellowsNone) : t(texts.fellowsHelp)}</p>
      {fellows.length > SHORT_LIST && (
        <TextField
          label={t(texts.search)}
          icon="search"
          value={search}
          onValue={setSearch}
          autoComplete="off"
        />
      )}
      {found.length > 0 && (
        <ul className="card rows mine-fellows">
          {found.map((fellow) => (
            <li key={fellow.memberId}>
              <button type="button" className="entry" onClick={() => setChosen(fellow)}>
                <span className="grow">{fellow.name}</span>
                <span className="s t2">{t(fellow.said ? texts.said : texts.say)}</span>
                <Icon name="right" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen !== undefined && (
        <SayWord appraisal={appraisal} fellow={chosen} onClose={() => setChosen(undefined)} />
      )}
    </section>
  )
}

type SayProps = { readonly appraisal: Appraisal; readonly fellow: Fellow; readonly onClose: () => void }

function SayWord({ appraisal, fellow: { memberId, name }, onClose }: SayProps) {
  const t = useText()
  const { text, setText, forget } = useDeviceText(`peer.${appraisal.id}.${appraisal.memberId}.${memberId}`)
  const say = useCommandOperation('peer-word.say', {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const send = () =>
    say.mutate({ appraisalId: appraisal.id, aboutMemberId: memberId, byMemberId: appraisal.memberId, text })
  return (
    <Sheet
      open
      keepOpen={text !== ''}
      onClose={onClose}
      title={t(texts.sayOn, { name })}
      acts={
        <Button act busy={say.isPending && t(texts.sending)} onClick={send}>
          {t(texts.saySend, { name })}
        </Button>
      }
    >
      <VoiceArea label={t(texts.fellowsHelp)} rows={4} value={text} onValue={setText} />
      {say.error && <StateError error={say.error} refusals={dutyReportRefusalTexts} />}
    </Sheet>
  )
}

function ByMe({ peers }: { readonly peers: readonly Peer[] }) {
  const t = useText()
  if (peers.length === 0) return null
  return (
    <section>
      <h2 className="s t2 over">{t(texts.mine)}</h2>
      {peers.map(({ id, about, text, answer }) => (
        <div key={id} className="card pad">
          <p className="s t2">{t(texts.mineOn, { name: about })}</p>
          <p className="words">{text}</p>
          {answer !== null && <p className="mine-answer">{t(texts.theirAnswer, { name: about, answer })}</p>}
        </div>
      ))}
    </section>
  )
}

function useDay(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatDay(day, language, today)
}
