import { useState } from 'react'
import type { ReactNode } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Draft, Place } from './hooks.ts'
import { useDraft, useInstantWords } from './hooks.ts'
import { messageRefusals, sendTexts } from './labels.ts'
import './Messages.css'

const MOST_LETTERS = 2000

export type SendParts = {
  readonly fields: ReactNode
  /** How many get it and when. */
  readonly sum: ReactNode
  readonly act: ReactNode
  readonly draft: Draft
}

/** A notice being written; each face sets the parts in its own way. */
export function SendForm({
  onSent,
  wide = false,
  children,
}: {
  readonly onSent: (messageId: string) => void
  /** The phone's wide button. */
  readonly wide?: boolean
  readonly children: (parts: SendParts) => ReactNode
}) {
  const t = useText()
  const say = useUndo()
  const [draft, change, forget] = useDraft()
  const [tried, setTried] = useState(false)
  const [search, setSearch] = useState('')
  const places = useQueryOperation('message.places', { search }, { keepPrevious: true })
  const place = useChosenPlace(places.data?.rows, draft.orgId)
  const send = useCommandOperation('message.send', {
    onDone: ({ messageId, recipients }) => {
      forget()
      say({ text: t(sendTexts.done, { count: formatNumber(recipients) }) })
      onSent(messageId)
    },
  })
  const missing = missingOf(draft, place)
  const submit = () => {
    setTried(true)
    if (place === undefined || Object.values(missing).some(Boolean)) return
    const { title, body, asks, dueOn } = draft
    send.mutate({ orgId: place.id, title, body, asked: asks === 'nothing' ? null : { kind: asks, dueOn } })
  }
  const error = (name: keyof typeof missing) =>
    tried && missing[name] ? t(sendTexts[`${name}Missing`]) : undefined
  return (
    <Fetched from={places}>
      {(data) =>
        children({
          draft,
          fields: (
            <>
              <PlaceField
                rows={data.rows}
                more={data.more}
                place={place}
                search={search}
                onSearch={setSearch}
                onPlace={(orgId) => change({ orgId })}
                error={error('place')}
              />
              <Words draft={draft} change={change} error={error} />
            </>
          ),
          sum: place && <Sum place={place} quiet={data.quiet} deliverAt={data.deliverAt} />,
          act: (
            <>
              {send.isError && <StateError error={send.error} refusals={messageRefusals} />}
              <Button act wide={wide} busy={send.isPending && t(sendTexts.sending)} onClick={submit}>
                {place ? t(sendTexts.act, { count: formatNumber(place.readers) }) : t(sendTexts.actPlain)}
              </Button>
            </>
          ),
        })
      }
    </Fetched>
  )
}

type Missing = Record<'place' | 'title' | 'body' | 'due', boolean>

function missingOf({ title, body, asks, dueOn }: Draft, place: Place | undefined): Missing {
  return {
    place: place === undefined,
    title: title.trim() === '',
    body: body.trim() === '',
    due: asks !== 'nothing' && dueOn === '',
  }
}

/** The place chosen, also while a search shows others; the first where there is only one. */
function useChosenPlace(rows: readonly Place[] | undefined, orgId: string): Place | undefined {
  const [known, setKnown] = useState<Place>()
  const listed =
    rows?.find(({ id }) => id === orgId) ?? (rows?.length === 1 && orgId === '' ? rows[0] : undefined)
  if (listed && (listed.id !== known?.id || listed.readers !== known.readers)) setKnown(listed)
  if (listed) return listed
  return known?.id === orgId ? known : undefined
}

type PlaceFieldProps = {
  readonly rows: readonly Place[]
  readonly more: boolean
  readonly place: Place | undefined
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly onPlace: (orgId: string) => void
  readonly error: string | undefined
}

function PlaceField({ rows, more, place, search, onSearch, onPlace, error }: PlaceFieldProps) {
  const t = useText()
  if (search === '' && rows.length === 1 && rows[0]) {
    return <TextField readOnly label={t(sendTexts.to)} value={rows[0].name} onValue={() => {}} />
  }
  const choices = rows.map(({ id, name, above, readers }) => ({
    value: id,
    label: name,
    help: [above, t(sendTexts.readers, { count: formatNumber(readers) })].filter(Boolean).join(' · '),
  }))
  return (
    <div className="places">
      <TextField
        type="search"
        icon="search"
        label={t(sendTexts.to)}
        placeholder={t(sendTexts.findPlace)}
        help={more ? t(sendTexts.morePlaces) : undefined}
        error={error}
        value={search}
        onValue={onSearch}
      />
      {rows.length === 0 && <p className="s t2">{t(sendTexts.noPlace, { text: search })}</p>}
      <div className="places-list">
        <RadioList label={t(sendTexts.to)} inCard value={place?.id} onValue={onPlace} choices={choices} />
      </div>
    </div>
  )
}

type WordsProps = {
  readonly draft: Draft
  readonly change: (change: Partial<Draft>) => void
  readonly error: (name: 'title' | 'body' | 'due') => string | undefined
}

function Words({ draft, change, error }: WordsProps) {
  const t = useText()
  const today = useToday()
  const asks = [
    { value: 'nothing', label: t(sendTexts.asksNothing) },
    { value: 'coming', label: t(sendTexts.asksComing) },
    { value: 'agreeing', label: t(sendTexts.asksAgreeing) },
  ] as const
  return (
    <>
      <TextField
        label={t(sendTexts.title)}
        placeholder={t(sendTexts.titleModel)}
        help={t(sendTexts.titleHelp)}
        error={error('title')}
        maxLength={60}
        value={draft.title}
        onValue={(title) => change({ title })}
      />
      <TextArea
        rows={7}
        label={t(sendTexts.body)}
        placeholder={t(sendTexts.bodyModel)}
        help={t(sendTexts.bodyHelp, { count: draft.body.length })}
        error={error('body')}
        maxLength={MOST_LETTERS}
        value={draft.body}
        onValue={(body) => change({ body })}
      />
      <RadioList
        label={t(sendTexts.asks)}
        value={draft.asks}
        onValue={(one) => change({ asks: one })}
        choices={asks}
      />
      {draft.asks !== 'nothing' && (
        <DateField
          label={t(sendTexts.dueOn)}
          error={error('due')}
          min={today}
          value={draft.dueOn}
          onValue={(dueOn) => change({ dueOn })}
        />
      )}
    </>
  )
}

function Sum({ place, quiet, deliverAt }: { place: Place; quiet: boolean; deliverAt: string }) {
  const t = useText()
  const instant = useInstantWords()
  if (place.readers === 0) return <p className="s ochre">{t(sendTexts.nobody)}</p>
  return (
    <p className="s t2">
      {quiet ? t(sendTexts.quiet, { when: instant(deliverAt) }) : t(sendTexts.now)} {t(sendTexts.others)}
    </p>
  )
}
