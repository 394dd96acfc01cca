import { useDeferredValue, useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { useOptions } from './hooks.ts'
import type { HelpFor } from './hooks-report.ts'
import { claimLabels } from './labels.ts'
import { helpLabels, reportLabels } from './labels-report.ts'
import { ReportForm } from './Report.shared.tsx'
import './Claims.css'

type Whom = { readonly memberId: string; readonly name: string }
type How = HelpFor['consent']['how']

/** 代报: for a member who asked for it; name, consent and day are kept with the deed. */
export function HelpPage() {
  const [whom, setWhom] = useState<Whom>()
  const [consent, setConsent] = useState<HelpFor['consent']>()
  if (whom === undefined) return <PickWhom onPick={setWhom} />
  if (consent === undefined)
    return <Consent whom={whom} onConsent={setConsent} onOther={() => setWhom(undefined)} />
  return <Deed whom={whom} consent={consent} />
}

function Deed({ whom, consent }: { readonly whom: Whom; readonly consent: HelpFor['consent'] }) {
  const t = useText()
  const options = useOptions(whom.memberId)
  return (
    <>
      <p className="sec help-whom">{t(reportLabels.forWhom, { name: whom.name })}</p>
      <Fetched from={options} what={t(reportLabels.what)} columns="22px 1fr">
        {(data) => <ReportForm options={data} helpFor={{ name: whom.name, consent }} />}
      </Fetched>
    </>
  )
}

function PickWhom({ onPick }: { readonly onPick: (whom: Whom) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQueryOperation('claim.whom-for', { search }, { keepPrevious: true })
  if (found.data && found.data.as.length === 0) {
    return (
      <section className="card pad">
        <StateEmpty fact={t(helpLabels.notStandIn)} fill={t(helpLabels.notStandInNext)} />
      </section>
    )
  }
  return (
    <>
      <section className="card pad">
        <TextField
          label={t(helpLabels.whom)}
          placeholder={t(helpLabels.search)}
          icon="search"
          autoComplete="off"
          value={typed}
          onValue={setTyped}
        />
      </section>
      <Fetched
        from={found}
        what={t(claimLabels.what)}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <section className="card pad">
            <StateEmpty fact={t(helpLabels.none)} fill={t(helpLabels.noneNext)} />
          </section>
        }
      >
        {(data) => (
          <div className="card rows">
            {data.rows.map((row) => (
              <button key={row.memberId} type="button" className="entry" onClick={() => onPick(row)}>
                <Icon name="person" />
                <span className="grow">{row.name}</span>
                <Icon name="right" />
              </button>
            ))}
          </div>
        )}
      </Fetched>
    </>
  )
}

type ConsentProps = {
  readonly whom: Whom
  readonly onConsent: (consent: HelpFor['consent']) => void
  readonly onOther: () => void
}

function Consent({ whom, onConsent, onOther }: ConsentProps) {
  const t = useText()
  const today = useToday()
  const [how, setHow] = useState<How>()
  const [on, setOn] = useState<string>(today)
  const next = t({ zh: '接着报', en: 'Go on' })
  return (
    <>
      <p className="sec help-whom">{t(reportLabels.forWhom, { name: whom.name })}</p>
      <h2 className="s t3 over">{t(helpLabels.consent)}</h2>
      <RadioList
        inCard
        label={t(helpLabels.consent)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'spoken', label: t(helpLabels.spoken) },
          { value: 'written', label: t(helpLabels.written) },
          { value: 'standing', label: t(helpLabels.standing) },
        ]}
      />
      <section className="card pad help-day">
        <DateField label={t(helpLabels.consentOn)} value={on} max={today} onValue={setOn} />
      </section>
      <p className="s t2 help-text">{t(helpLabels.consentText)}</p>
      <div className="foot">
        <Button
          act={how !== undefined}
          wide
          aria-disabled={how === undefined || undefined}
          onClick={() => how && onConsent({ how, on: on || today })}
        >
          {next}
        </Button>
        <Button wide plain onClick={onOther}>
          {t(helpLabels.other)}
        </Button>
      </div>
    </>
  )
}
