import { useState } from 'react'
import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useMay, useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Line } from './hooks.ts'
import { usePointsYear } from './hooks.ts'
import { objectTexts } from './labels-own.ts'
import { pointsRefusals } from './labels-refusal.ts'
import { LineWhy, useLineName } from './LineWhy.shared.tsx'
import './Points.css'
import './Own.css'

type Kept = OutputOf<'objection.raise'>

/** Pages of this face: back to the points, and where objections are followed. */
type Ways = {
  readonly after: string
  readonly mine: string
  readonly handled?: (objectionId: string) => string
}

/** /points/lines/:entryId/object: the own line, or with ?member= a line of somebody whose words are written down. */
export function ObjectOfAddress(ways: Ways) {
  const t = useText()
  const { entryId = '' } = useParams()
  const [params] = useSearchParams()
  const member = params.get('member')
  const year = Number(params.get('year'))
  const found = usePointsYear(member, Number.isInteger(year) && year > 2000 ? year : null)
  return (
    <Fetched from={found} what={t(objectTexts.what)} columns="1fr 80px">
      {(data) => {
        const line = data.terms.flatMap(({ lines }) => lines).find(({ id }) => id === entryId)
        if (line === undefined)
          return <StateEmpty fact={t(objectTexts.gone)} fill={t(objectTexts.goneNext)} />
        return data.self ? <Own line={line} {...ways} /> : <Taken line={line} {...ways} />
      }}
    </Fetched>
  )
}

type OfLine = Ways & { readonly line: Line }

function Own({ line, after, mine }: OfLine) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [kept, setKept] = useState<Kept>()
  const raise = useCommandOperation('objection.raise', { onDone: setKept })
  if (kept)
    return (
      <Received kept={kept} after={after} title={t(objectTexts.done)}>
        <ButtonLink href={mine}>{t(objectTexts.seeMine)}</ButtonLink>
      </Received>
    )
  if (line.objectUntil === null) {
    return <StateEmpty fact={t(objectTexts.over)} fill={t(objectTexts.overNext)} />
  }
  const isEmpty = text.trim() === ''
  const send = () => {
    setTried(true)
    if (!isEmpty) raise.mutate({ subject: { kind: 'ledgerEntry', id: line.id }, text })
  }
  return (
    <div className="object-line">
      <About line={line} />
      <Ways>
        <p className="s t2">{t(objectTexts.until, { day: formatDay(line.objectUntil, language, today) })}</p>
      </Ways>
      <TextArea
        rows={5}
        label={t(objectTexts.words)}
        placeholder={t(objectTexts.wordsModel)}
        error={tried && isEmpty ? t(objectTexts.missing) : undefined}
        maxLength={1000}
        value={text}
        onValue={setText}
      />
      <p className="s t2">{t(objectTexts.promise)}</p>
      {raise.isError && <StateError error={raise.error} refusals={pointsRefusals} />}
      <div className="foot">
        <Button act wide busy={raise.isPending && t(objectTexts.sending)} onClick={send}>
          {t(objectTexts.send)}
        </Button>
      </div>
    </div>
  )
}

/** By telephone or on paper: somebody else writes the words down. */
function Taken({ line, after, handled }: OfLine) {
  const t = useText()
  const [route, setRoute] = useState<'phone' | 'paper'>('phone')
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [kept, setKept] = useState<Kept>()
  const take = useCommandOperation('objection.take', { onDone: setKept })
  const may = useMay()
  if (kept)
    return (
      <Received kept={kept} after={after} title={t(objectTexts.takeDone)} taken>
        {handled && may('objection.handle') && (
          <ButtonLink href={handled(kept.objectionId)}>{t(objectTexts.seeHandled)}</ButtonLink>
        )}
      </Received>
    )
  const isEmpty = text.trim() === ''
  const send = () => {
    setTried(true)
    if (!isEmpty) take.mutate({ subject: { kind: 'ledgerEntry', id: line.id }, route, name, text })
  }
  return (
    <div className="object-line">
      <About line={line} />
      <RadioList
        label={t(objectTexts.route)}
        value={route}
        onValue={setRoute}
        choices={[
          { value: 'phone', label: t(objectTexts.byPhone) },
          { value: 'paper', label: t(objectTexts.byPaper) },
        ]}
      />
      <TextField
        optional
        label={t(objectTexts.name)}
        help={t(objectTexts.nameHelp)}
        maxLength={40}
        autoComplete="off"
        value={name}
        onValue={setName}
      />
      <TextArea
        rows={4}
        label={t(objectTexts.words)}
        placeholder={t(objectTexts.wordsModel)}
        error={tried && isEmpty ? t(objectTexts.missing) : undefined}
        maxLength={1000}
        value={text}
        onValue={setText}
      />
      {take.isError && <StateError error={take.error} refusals={pointsRefusals} />}
      <div className="acts">
        <Button act busy={take.isPending && t(objectTexts.sending)} onClick={send}>
          {t(objectTexts.take)}
        </Button>
      </div>
    </div>
  )
}

function About({ line }: { readonly line: Line }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const name = useLineName()
  return (
    <section className="card pad object-about" aria-label={t(objectTexts.about)}>
      <p className="between">
        <span className="b">{name(line)}</span>
        <span className="b nw">{formatPoints(line.credited)}</span>
      </p>
      <p className="c t3">{formatDay(line.deedOn, language, today)}</p>
      <LineWhy line={line} short />
    </section>
  )
}

/** Screen, telephone and paper, of equal weight. */
function Ways({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const branch = useQueryOperation('organisation.my-branch', {}, { staleMs: 300_000 }).data?.branch
  const phone = branch?.phone ?? ''
  return (
    <section className="object-ways">
      <h2 className="sec">{t(objectTexts.ways)}</h2>
      {children}
      <ul>
        <li>
          <Icon name="comment" />
          <span>
            {t(objectTexts.screen)}
            <span className="block s t2">{t(objectTexts.screenText)}</span>
          </span>
        </li>
        <li>
          <Icon name="phone" />
          <span>
            {phone === '' ? (
              t(objectTexts.phoneNone)
            ) : (
              <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{t(objectTexts.phone, { phone })}</a>
            )}
            <span className="block s t2">{t(objectTexts.phoneText)}</span>
          </span>
        </li>
        <li>
          <Icon name="paper" />
          <span>
            {t(objectTexts.paper)}
            <span className="block s t2">
              {t(objectTexts.paperText, { place: branch?.address || t(objectTexts.paperPlace) })}
            </span>
          </span>
        </li>
      </ul>
    </section>
  )
}

type ReceivedProps = {
  readonly kept: Kept
  readonly after: string
  readonly title: string
  /** Written down for somebody, who is told the number. */
  readonly taken?: boolean
  readonly children: ReactNode
}

function Received({ kept, after, title, taken, children }: ReceivedProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { county } = useSession()
  return (
    <div className="object-line" role="status">
      <h2 className="ph1">{title}</h2>
      <p>{t(objectTexts.doneBy, { day: formatDay(kept.dueOn, language, today) })}</p>
      <p className="s t2">{t(objectTexts.codeIs)}</p>
      <p className="display object-code">{kept.code}</p>
      <p className="s t2">{t(taken ? objectTexts.codeTell : objectTexts.codeKeep)}</p>
      <p>
        {/* Open to whoever has the number, on the other face than the officer's. */}
        <a className="link" href={`/m/a/${county.code}/${kept.code}`} target="_blank" rel="noreferrer">
          {t(objectTexts.answerPage)}
        </a>
      </p>
      <p className="acts">
        {children}
        <ButtonLink href={after}>{t(taken ? objectTexts.backOther : objectTexts.back)}</ButtonLink>
      </p>
    </div>
  )
}
