import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Columns, Drawer } from '../shared/kit/layers.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Instrument } from './hooks-use.ts'
import { useDay } from './hooks-use.ts'
import { instrumentTexts } from './labels.ts'
import { instrumentLabels } from './labels-limit.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import './Uses.css'

/** 依据文件: what papers of outcomes name as their basis, version by version. */
export function InstrumentsPage() {
  const t = useText()
  const found = useQueryOperation('instrument.list', {})
  const [kind, setKind] = useState<Instrument['kind']>()
  return (
    <Columns drawer={kind && <Enter key={kind} kind={kind} onClose={() => setKind(undefined)} />}>
      <OutcomeTabs />
      <div className="use-page">
        <header className="use-head">
          <h1 className="ph1">{t(instrumentLabels.title)}</h1>
        </header>
        <p className="s t2 use-intro">{t(instrumentLabels.intro)}</p>
        <Fetched from={found} what={t(instrumentLabels.title)} rows={6} columns="180px 1fr 120px">
          {({ instruments, mayChange }) => (
            <table className="tbl">
              <thead>
                <tr>
                  <th>{t(instrumentLabels.what)}</th>
                  <th>{t(instrumentLabels.now)}</th>
                  {mayChange && <th aria-label={t(instrumentLabels.enter)} />}
                </tr>
              </thead>
              <tbody>
                {instruments.map((one) => (
                  <tr key={one.kind}>
                    <td>{t(instrumentTexts[one.kind])}</td>
                    <td>
                      <Now one={one} />
                    </td>
                    {mayChange && (
                      <td className="num">
                        <Button small onClick={() => setKind(one.kind)}>
                          {t(instrumentLabels.enter)}
                        </Button>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function Now({ one }: { readonly one: Instrument }) {
  const t = useText()
  const day = useDay()
  if (one.title === null) return <span className="t3">{t(instrumentLabels.none)}</span>
  return (
    <>
      《{one.title}》{one.document === null && <span className="c t3">{t(instrumentLabels.byTitle)}</span>}
      {one.versions.map((version) => (
        <span key={version.version} className="block c t3">
          {t(instrumentLabels.version, {
            ...{ version: version.version, number: version.number },
            ...{ day: day(version.on), by: version.enteredBy },
          })}
        </span>
      ))}
    </>
  )
}

function Enter({ kind, onClose }: { readonly kind: Instrument['kind']; readonly onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string>(today)
  const enter = useCommandOperation('instrument.enter', {
    onDone: ({ version }) => {
      say({ text: t(instrumentLabels.entered, { version }) })
      onClose()
    },
  })
  return (
    <Drawer
      title={t(instrumentTexts[kind])}
      onClose={onClose}
      acts={
        <Button
          act
          busy={enter.isPending && t(useLabels.saving)}
          onClick={() => enter.mutate({ kind, title, body, number, on })}
        >
          {t(instrumentLabels.doEnter)}
        </Button>
      }
    >
      <div className="form">
        <TextField label={t(instrumentLabels.docTitle)} maxLength={120} value={title} onValue={setTitle} />
        <TextField label={t(instrumentLabels.body)} maxLength={120} value={body} onValue={setBody} />
        <TextField label={t(instrumentLabels.number)} maxLength={60} value={number} onValue={setNumber} />
        <DateField label={t(instrumentLabels.on)} max={today} value={on} onValue={setOn} />
      </div>
      {enter.isError && <StateError error={enter.error} refusals={outcomeRefusals} />}
    </Drawer>
  )
}
