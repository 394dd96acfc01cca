import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField, TextArea } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type Part, type RollLine, useRoll, useWords } from './hooks-event.ts'
import { type Spoken, useSpoken } from './hooks-report.ts'
import { eventTexts } from './labels-event.ts'
import { spokenTexts } from './labels-report.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'

const SPEAKING = ['dutyReports', 'self', 'peers']

/** What members say of themselves; what is said at the meeting is taken down here. */
export function SelfStep({ data, event }: Part) {
  const { t, day, names } = useWords()
  const may = data.may.includes('settlement.read')
  return (
    <Fetched from={useSpoken(event.id, null, may)} what={t(spokenTexts.what)}>
      {(said) => (
        <>
          <p className="s t2">
            {t(spokenTexts.selfSums, { done: event.graded - said.withoutSelf.length, all: event.graded })}
          </p>
          {said.withoutSelf.length > 0 && event.graded > 0 && (
            <p className="s ochre">
              {t(spokenTexts.selfMissing, { names: names(said.withoutSelf.map(({ name }) => name)) })}
            </p>
          )}
          {data.may.includes('appraisal.take-down') && SPEAKING.includes(event.stage) && (
            <SelfForm event={event} said={said} />
          )}
          {said.selves.length === 0 && (
            <StateEmpty fact={t(spokenTexts.selfNone)} fill={t(spokenTexts.selfNoneNext)} />
          )}
          <ul className="rows">
            {said.selves.map((one) => (
              <li key={one.memberId} className="apr-said">
                <p className="s">
                  <span className="b">{one.name}</span>{' '}
                  <span className="t3">
                    {day(one.on)}
                    {one.writtenBy !== '' && ` ${t(spokenTexts.byOther, { name: one.writtenBy })}`}
                  </span>
                </p>
                <p className="pre">{one.text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fetched>
  )
}

/** What members say about each other; somebody has spoken about each. */
export function PeersStep({ data, event }: Part) {
  const { t, day, names } = useWords()
  const may = data.may.includes('settlement.read')
  return (
    <Fetched from={useSpoken(event.id, null, may)} what={t(spokenTexts.what)}>
      {(said) => (
        <>
          <p className="s t2">
            {t(spokenTexts.peerSums, { done: event.graded - said.withoutPeer.length, all: event.graded })}{' '}
            {t(spokenTexts.hidden)}
          </p>
          {said.withoutPeer.length > 0 && event.graded > 0 && (
            <p className="s ochre">
              {t(spokenTexts.peerMissing, { names: names(said.withoutPeer.map(({ name }) => name)) })}
            </p>
          )}
          {data.may.includes('appraisal.take-down') && SPEAKING.includes(event.stage) && (
            <PeerForm event={event} said={said} />
          )}
          {said.peers.length === 0 && (
            <StateEmpty fact={t(spokenTexts.peerNone)} fill={t(spokenTexts.selfNoneNext)} />
          )}
          <ul className="rows">
            {said.peers.map((one) => (
              <li key={one.id} className="apr-said">
                <p className="s">
                  <span className="b">{one.about}</span>{' '}
                  <span className="t3">{t(spokenTexts.saidBy, { by: one.by, day: day(one.on) })}</span>
                </p>
                <p className="pre">{one.text}</p>
                {one.answer !== null && <p className="s t2">{t(spokenTexts.answer, { text: one.answer })}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Fetched>
  )
}

type FormProps = { readonly event: Part['event']; readonly said: Spoken }

function useChoices(appraisalId: string) {
  const rows: readonly RollLine[] = useRoll(appraisalId).data?.rows ?? []
  return rows
    .filter(({ place }) => place === 'graded' || place === 'withoutGrade')
    .map(({ memberId, name }) => ({ value: memberId, label: name }))
}

function SelfForm({ event, said }: FormProps) {
  const { t } = useWords()
  const say = useUndo()
  const choices = useChoices(event.id)
  const [memberId, setMemberId] = useState(said.withoutSelf[0]?.memberId ?? '')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const nameOf = (id: string) => choices.find(({ value }) => value === id)?.label ?? ''
  const save = useCommandOperation('self-appraisal.say', {
    onDone: (_, sent) => {
      say({ text: t(spokenTexts.saved, { name: nameOf(sent.memberId) }) })
      const rest = said.withoutSelf.filter((one) => one.memberId !== sent.memberId)
      setMemberId(rest[0]?.memberId ?? '')
      setText('')
      setTried(false)
    },
  })
  const choose = (id: string) => {
    setMemberId(id)
    setText(said.selves.find((one) => one.memberId === id)?.text ?? '')
  }
  const send = () => {
    setTried(true)
    if (memberId !== '' && text.trim() !== '') save.mutate({ appraisalId: event.id, memberId, text })
  }
  return (
    <section className="form apr-form apr-take" aria-label={t(spokenTexts.take)}>
      <SelectField
        label={t(spokenTexts.who)}
        none={t(spokenTexts.pick)}
        error={tried && memberId === '' && t(spokenTexts.pick)}
        value={memberId}
        onValue={choose}
        choices={choices}
      />
      <TextArea
        label={t(spokenTexts.text)}
        placeholder={t(spokenTexts.selfModel)}
        error={tried && text.trim() === '' && t(spokenTexts.empty)}
        maxLength={4000}
        value={text}
        onValue={setText}
      />
      <div className="acts">
        <Button ink busy={save.isPending && t(eventTexts.working)} onClick={send}>
          {t(said.withoutSelf.length > 1 ? spokenTexts.saveNext : spokenTexts.save)}
        </Button>
      </div>
      {save.isError && <StateError error={save.error} refusals={dutyReportRefusalTexts} />}
    </section>
  )
}

function PeerForm({ event, said }: FormProps) {
  const { t } = useWords()
  const say = useUndo()
  const choices = useChoices(event.id)
  const [aboutMemberId, setAbout] = useState(said.withoutPeer[0]?.memberId ?? '')
  const [byMemberId, setBy] = useState('')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const nameOf = (id: string) => choices.find(({ value }) => value === id)?.label ?? ''
  const save = useCommandOperation('peer-word.say', {
    onDone: (_, sent) => {
      say({ text: t(spokenTexts.saved, { name: nameOf(sent.byMemberId) }) })
      const rest = said.withoutPeer.filter((one) => one.memberId !== sent.aboutMemberId)
      setAbout(rest[0]?.memberId ?? '')
      setText('')
      setTried(false)
    },
  })
  const isWhole = aboutMemberId !== '' && byMemberId !== '' && text.trim() !== ''
  const send = () => {
    setTried(true)
    if (isWhole) save.mutate({ appraisalId: event.id, aboutMemberId, byMemberId, text })
  }
  const pick = (id: string) => tried && id === '' && t(spokenTexts.pick)
  return (
    <section className="form apr-form apr-take" aria-label={t(spokenTexts.takePeer)}>
      <div className="form-pair">
        <SelectField
          label={t(spokenTexts.about)}
          none={t(spokenTexts.pick)}
          error={pick(aboutMemberId)}
          value={aboutMemberId}
          onValue={setAbout}
          choices={choices}
        />
        <SelectField
          label={t(spokenTexts.who)}
          none={t(spokenTexts.pick)}
          error={pick(byMemberId)}
          value={byMemberId}
          onValue={setBy}
          choices={choices}
        />
      </div>
      <TextArea
        label={t(spokenTexts.text)}
        placeholder={t(spokenTexts.peerModel)}
        error={tried && text.trim() === '' && t(spokenTexts.empty)}
        maxLength={4000}
        value={text}
        onValue={setText}
      />
      <div className="acts">
        <Button ink busy={save.isPending && t(eventTexts.working)} onClick={send}>
          {t(said.withoutPeer.length > 1 ? spokenTexts.saveNext : spokenTexts.save)}
        </Button>
      </div>
      {save.isError && <StateError error={save.error} refusals={dutyReportRefusalTexts} />}
    </section>
  )
}
