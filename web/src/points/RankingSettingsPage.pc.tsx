import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, SelectField, TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { RankingSettings } from './hooks.ts'
import { useRankingSettings } from './hooks.ts'
import { rankingSettingTexts as texts } from './labels-county.ts'
import { pointsRefusals } from './labels-refusal.ts'
import './Own.css'

const MOST_PERCENT = 50
const scopes = ['branch', 'generalBranch', 'baseCommittee', 'county'] as const

/** /settings/ranking: whether there is an order, how far it goes, and who decided so. */
export function RankingSettingsPage() {
  const t = useText()
  const found = useRankingSettings()
  return (
    <div className="own-page">
      <h1 className="ph1">{t(texts.title)}</h1>
      <p className="own-text">{t(texts.text)}</p>
      <Fetched from={found} what={t(texts.what)} columns="120px 1fr">
        {({ settings, mayChange }) => (
          <Form key={JSON.stringify(settings)} settings={settings} mayChange={mayChange} />
        )}
      </Fetched>
    </div>
  )
}

function Form({ settings, mayChange }: { readonly settings: RankingSettings; readonly mayChange: boolean }) {
  const t = useText()
  const say = useUndo()
  const [on, setOn] = useState(settings.on ? 'yes' : 'no')
  const [widest, setWidest] = useState(settings.widest)
  const [body, setBody] = useState(settings.decision?.body ?? '')
  const [document, setDocument] = useState(settings.decision?.document ?? '')
  const [percent, setPercent] = useState(String(settings.namedPercent))
  const [decidedBy, setDecidedBy] = useState('')
  const [tried, setTried] = useState(false)
  const change = useCommandOperation('ranking.change', { onDone: () => say({ text: t(texts.saved) }) })
  const namedPercent = Number(percent)
  const isPercent = /^\d{1,2}$/.test(percent.trim()) && namedPercent <= MOST_PERCENT
  const isByMissing = decidedBy.trim() === ''
  const beyond = widest !== 'branch'
  const save = () => {
    setTried(true)
    if (!isPercent || isByMissing) return
    const decision = beyond ? { body, document } : null
    change.mutate({ on: on === 'yes', widest, decision, namedPercent, decidedBy })
  }
  if (!mayChange) return <Held settings={settings} />
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <RadioList
        label={t(texts.on)}
        value={on}
        onValue={setOn}
        choices={[
          { value: 'yes', label: t(texts.yes), help: t(texts.yesText) },
          { value: 'no', label: t(texts.no), help: t(texts.noText) },
        ]}
      />
      {on === 'yes' && (
        <>
          <SelectField
            label={t(texts.widest)}
            help={beyond ? undefined : t(texts.branchText)}
            value={widest}
            onValue={setWidest}
            choices={scopes.map((value) => ({ value, label: t(texts[value]) }))}
          />
          {beyond && (
            <>
              <TextField
                label={t(texts.body)}
                placeholder={t(texts.bodyModel)}
                value={body}
                onValue={setBody}
                maxLength={80}
              />
              <TextField
                label={t(texts.document)}
                placeholder={t(texts.documentModel)}
                value={document}
                onValue={setDocument}
                maxLength={80}
              />
              <TextField
                label={t(texts.percent)}
                help={t(texts.percentHelp)}
                error={isPercent ? undefined : t(texts.percentWrong)}
                inputMode="numeric"
                value={percent}
                onValue={setPercent}
              />
            </>
          )}
        </>
      )}
      <TextField
        label={t(texts.by)}
        help={t(texts.byHelp)}
        error={tried && isByMissing ? t(texts.byMissing) : undefined}
        maxLength={120}
        value={decidedBy}
        onValue={setDecidedBy}
      />
      {change.isError && <StateError error={change.error} refusals={pointsRefusals} />}
      <div className="acts">
        <Button ink busy={change.isPending && t(texts.saving)} onClick={save}>
          {t(texts.save)}
        </Button>
      </div>
    </form>
  )
}

function Held({ settings }: { readonly settings: RankingSettings }) {
  const t = useText()
  return (
    <>
      <p>{t(settings.on ? texts.yes : texts.no)}</p>
      {settings.on && (
        <p>
          {t(texts.widest)} {t(texts[settings.widest])}
        </p>
      )}
      {settings.decision && <p className="s t2">{t(texts.decided, settings.decision)}</p>}
      <p className="s t3">{t(texts.held)}</p>
    </>
  )
}
