import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, RadioList, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type Event, useHosts, useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'
import { rollTexts } from './labels-roll.ts'

export type PlacingKind = 'asRegistered' | 'exempt' | 'atHost' | 'guest'
/** Who is placed, and how so far. */
export type Placing = {
  readonly memberId: string
  readonly name: string
  readonly kind: PlacingKind
  readonly owesReport: boolean
  readonly group: string
  /** The document of an exemption, as it stands. */
  readonly decision: { readonly body: string; readonly number: string; readonly on: string } | null
}

type DialogProps = { readonly event: Event; readonly placing: Placing; readonly onClose: () => void }

/** How one member takes part, each way with its ground. */
export function PlaceDialog({ event, placing, onClose }: DialogProps) {
  const { t, today } = useWords()
  const say = useUndo()
  const [kind, setKind] = useState<PlacingKind>(placing.kind)
  const [decision, setDecision] = useState(placing.decision ?? { body: '', number: '', on: '' })
  const [hostOrgId, setHostOrgId] = useState('')
  const [owesReport, setOwesReport] = useState(placing.owesReport)
  const [group, setGroup] = useState(placing.group)
  const [tried, setTried] = useState(false)
  const { name, memberId } = placing
  const place = useCommandOperation('appraisal.place', {
    onDone: () => {
      say({ text: t(rollTexts.saved, { name }) })
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    const placed = toPlace(kind, decision, hostOrgId)
    if (placed === undefined) return
    const owes = kind === 'exempt' || kind === 'atHost' ? null : owesReport
    place.mutate({ appraisalId: event.id, memberId, place: placed, owesReport: owes, group })
  }
  const kinds: readonly PlacingKind[] =
    placing.kind === 'guest' ? ['guest'] : ['asRegistered', 'exempt', 'atHost']
  const helps = {
    asRegistered: rollTexts.asRegisteredHelp,
    exempt: rollTexts.exemptHelp,
    atHost: rollTexts.atHostHelp,
    guest: rollTexts.guestsNext,
  }
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={t(rollTexts.dialog, { name })}
      acts={
        <Button ink busy={place.isPending && t(eventTexts.working)} onClick={send}>
          {t(rollTexts.save)}
        </Button>
      }
    >
      <div className="form">
        <RadioList
          label={t(rollTexts.kind)}
          value={kind}
          onValue={setKind}
          choices={kinds.map((value) => ({ value, label: t(rollTexts[value]), help: t(helps[value]) }))}
        />
        {kind === 'exempt' && (
          <>
            <TextField
              label={t(rollTexts.body)}
              error={tried && decision.body.trim() === '' && t(rollTexts.body)}
              maxLength={120}
              value={decision.body}
              onValue={(body) => setDecision({ ...decision, body })}
            />
            <div className="form-pair">
              <TextField
                label={t(rollTexts.number)}
                error={tried && decision.number.trim() === '' && t(rollTexts.number)}
                maxLength={120}
                value={decision.number}
                onValue={(number) => setDecision({ ...decision, number })}
              />
              <DateField
                label={t(rollTexts.on)}
                error={tried && decision.on === '' && t(rollTexts.on)}
                max={today}
                value={decision.on}
                onValue={(on) => setDecision({ ...decision, on })}
              />
            </div>
          </>
        )}
        {kind === 'atHost' && (
          <Hosts
            event={event}
            hostOrgId={hostOrgId}
            onHost={setHostOrgId}
            isMissing={tried && hostOrgId === ''}
          />
        )}
        {(kind === 'asRegistered' || kind === 'guest') && (
          <CheckBox checked={owesReport} onChecked={setOwesReport}>
            {t(rollTexts.owesAsk)}
            <span className="c t3 block">{t(rollTexts.owesHelp)}</span>
          </CheckBox>
        )}
        {event.inGroups && (
          <TextField
            optional
            label={t(rollTexts.group)}
            help={t(rollTexts.groupHelp)}
            maxLength={30}
            value={group}
            onValue={setGroup}
          />
        )}
        {place.isError && <StateError error={place.error} refusals={appraisalRefusalTexts} />}
      </div>
    </Dialog>
  )
}

function toPlace(
  kind: PlacingKind,
  decision: { body: string; number: string; on: string },
  hostOrgId: string,
) {
  if (kind === 'asRegistered' || kind === 'guest') return { kind }
  if (kind === 'atHost') return hostOrgId === '' ? undefined : { kind, hostOrgId }
  const isWhole = decision.body.trim() !== '' && decision.number.trim() !== '' && decision.on !== ''
  return isWhole ? { kind, decision } : undefined
}

type HostsProps = {
  readonly event: Event
  readonly hostOrgId: string
  readonly onHost: (orgId: string) => void
  readonly isMissing: boolean
}

/** Branches of the county by name. */
function Hosts({ event, hostOrgId, onHost, isMissing }: HostsProps) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const found = useHosts(event.id, search, true)
  const rows = search.trim() === '' ? undefined : found.data?.rows
  return (
    <>
      <TextField
        type="search"
        icon="search"
        label={t(rollTexts.host)}
        placeholder={t(rollTexts.hostFind)}
        error={isMissing && t(rollTexts.hostPick)}
        maxLength={40}
        value={search}
        onValue={setSearch}
      />
      {rows?.length === 0 && <p className="s t2">{t(rollTexts.hostNone, { text: search })}</p>}
      {rows !== undefined && rows.length > 0 && (
        <RadioList
          inCard
          label={t(rollTexts.host)}
          value={hostOrgId || undefined}
          onValue={onHost}
          choices={rows.map(({ id, name, above }) => ({ value: id, label: name, help: above }))}
        />
      )}
    </>
  )
}
