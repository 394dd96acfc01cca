import { type ReactNode, useState } from 'react'
import { consentWays, type ConsentWay } from '@steward/domain/pledges/pledge-entry.ts'
import { parsePlainDate } from '@steward/domain/shared/plain-date.ts'
import type { OutputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { Segmented, TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { usePledgeWords } from './hooks.ts'
import { hasNoNetwork, useEnterLater } from './hooks-later.ts'
import { emptyDraft } from './hooks-write.ts'
import { pledgeLabels } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { consentTexts, writeLabels } from './labels-write.ts'
import { type Paper, PaperField } from './Paper.shared.tsx'
import { DraftFields, useDraftForm } from './Write.shared.tsx'

type Whom = OutputOf<'pledge.whom'>
type Parts = { readonly fields: ReactNode; readonly act: ReactNode }

/** Writing a pledge down for somebody who agreed: helper, spoken words or paper. */
export function EnterForm({
  year,
  orgId = null,
  wide = false,
  later = false,
  onSent,
  children,
}: {
  readonly year: number
  readonly orgId?: string | null
  readonly wide?: boolean
  /** The phone: kept for later where there is no network. */
  readonly later?: boolean
  readonly onSent: () => void
  readonly children: (parts: Parts) => ReactNode
}) {
  const { t } = usePledgeWords()
  const whom = useQueryOperation('pledge.whom', { year, orgId })
  return (
    <Fetched from={whom} what={t(writeLabels.whom)} columns="1fr">
      {(data) => (
        <EnterFields whom={data} year={year} wide={wide} later={later} onSent={onSent}>
          {children}
        </EnterFields>
      )}
    </Fetched>
  )
}

function EnterFields({
  whom,
  year,
  wide,
  later,
  onSent,
  children,
}: {
  readonly whom: Whom
  readonly year: number
  readonly wide: boolean
  readonly later: boolean
  readonly onSent: () => void
  readonly children: (parts: Parts) => ReactNode
}) {
  const { t, today } = usePledgeWords()
  const say = useUndo()
  const form = useDraftForm(emptyDraft(year))
  const [memberId, setMemberId] = useState<string>()
  const [consentHow, setConsentHow] = useState<ConsentWay>('inPerson')
  const [consentOn, setConsentOn] = useState<string>(today)
  const enterLater = useEnterLater()
  const onLater = () => {
    say({ text: t(writeLabels.keptLater) })
    onSent()
  }
  const [paper, setPaper] = useState<Paper>()
  const member = whom.rows.find(({ id }) => id === memberId)
  const enter = useCommandOperation('pledge.enter', {
    onDone: () => {
      say({ text: t(pledgeLabels.entered, { name: member?.name ?? '' }) })
      onSent()
    },
  })
  const send = () => {
    const on = parsePlainDate(consentOn)
    if (member === undefined || on === undefined) return
    // A paper belongs to the member it was sent for.
    const paperFileId = consentHow === 'paper' && paper?.memberId === member.id ? paper.id : null
    const input = { ...form.draft, memberId: member.id, consentHow, consentOn: on, paperFileId }
    enter.mutate(input, {
      onError: (error) => {
        if (later && hasNoNetwork(error)) void enterLater(input, member.name).then(onLater)
      },
    })
  }
  return children({
    fields: (
      <>
        <PickMember rows={whom.rows} chosen={memberId} onChosen={setMemberId} />
        <div className="form pledge-gap">
          <div className="fieldset">
            <div className="s t2 pledge-label">{t(writeLabels.consent)}</div>
            <Segmented
              label={t(writeLabels.consent)}
              value={consentHow}
              onValue={setConsentHow}
              choices={consentWays.map((way) => ({ value: way, label: t(consentTexts[way]) }))}
            />
          </div>
          <DateField
            label={t(writeLabels.consentOn)}
            help={t(writeLabels.consentHelp)}
            value={consentOn}
            max={today}
            onValue={setConsentOn}
          />
          {whom.as === 'secretary' && consentHow === 'paper' && member !== undefined && (
            <PaperField
              key={member.id}
              memberId={member.id}
              paper={paper?.memberId === member.id ? paper : undefined}
              onPaper={setPaper}
            />
          )}
        </div>
        <div className="pledge-gap">
          <DraftFields form={form} aids={whom.aids} year={year} />
        </div>
      </>
    ),
    act: (
      <>
        {enter.error && <StateError error={enter.error} refusals={pledgeRefusals} />}
        <Button
          wide={wide}
          ink={member !== undefined}
          why={member === undefined ? t(writeLabels.chooseWhom) : undefined}
          onClick={send}
        >
          {t(writeLabels.handIn)}
        </Button>
      </>
    ),
  })
}

const MOST_SHOWN = 8

function PickMember({
  rows,
  chosen,
  onChosen,
}: {
  readonly rows: Whom['rows']
  readonly chosen: string | undefined
  readonly onChosen: (id: string | undefined) => void
}) {
  const { t } = usePledgeWords()
  const [search, setSearch] = useState('')
  const one = rows.find(({ id }) => id === chosen)
  if (one) {
    return (
      <div className="between card pad">
        <span className="b">{one.name}</span>
        <button type="button" className="link" onClick={() => onChosen(undefined)}>
          {t(writeLabels.change)}
        </button>
      </div>
    )
  }
  const found = rows.filter(({ name }) => name.includes(search.trim()))
  return (
    <div>
      <TextField
        label={t(writeLabels.whom)}
        type="search"
        icon="search"
        placeholder={t(writeLabels.whomSearch)}
        value={search}
        onValue={setSearch}
      />
      <div className="chips pledge-gap">
        {found.slice(0, MOST_SHOWN).map(({ id, name, pledges }) => (
          <button key={id} type="button" onClick={() => onChosen(id)}>
            {name}
            {pledges > 0 && <span className="t3"> {t(writeLabels.whomPledges, { n: pledges })}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}
