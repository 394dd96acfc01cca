import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { helpResults } from '@steward/domain/outcomes/help-plan.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, Segmented, TextArea } from '../shared/kit/fields.tsx'
import { Columns, Drawer } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { HelpLine, HelpPlan } from './hooks-use.ts'
import { PAGE, useDay, useHelpPlans } from './hooks-use.ts'
import { helpResultTexts } from './labels.ts'
import { helpLabels } from './labels-limit.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import { Readers } from './Readers.pc.tsx'
import './Uses.css'

/** 帮扶: gaps, measures, helpers and time, before any further step (S-223). */
export function HelpPage() {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const open = params.get('open') ?? undefined
  const [state, setState] = useState<HelpLine['state']>('running')
  const [first, setFirst] = useState(0)
  const found = useHelpPlans(state, first)
  const go = (id: string | undefined) => setParams(id === undefined ? {} : { open: id })
  return (
    <Columns drawer={open && <PlanDrawer key={open} helpPlanId={open} onClose={() => go(undefined)} />}>
      <OutcomeTabs />
      <div className="use-page">
        <header className="use-head">
          <h1 className="ph1 grow">{t(helpLabels.title)}</h1>
        </header>
        <p className="s t2 use-intro">{t(helpLabels.intro)}</p>
        <div className="use-bar">
          <Segmented
            label={t(helpLabels.title)}
            value={state}
            onValue={(next) => {
              setState(next)
              setFirst(0)
            }}
            choices={(['running', 'evaluated'] as const).map((value) => ({
              value,
              label: t(helpLabels[value]),
            }))}
          />
        </div>
        <Fetched
          from={found}
          what={t(helpLabels.title)}
          columns="100px 1fr 1fr 1fr 80px"
          isEmpty={(data) => data.rows.length === 0}
          empty={<StateEmpty fact={t(helpLabels.empty)} fill={t(helpLabels.emptyNext)} />}
        >
          {(data) => (
            <>
              <Table rows={data.rows} open={open} onOpen={go} />
              {data.total > PAGE && <Pager first={first} size={PAGE} total={data.total} onFirst={setFirst} />}
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function Table({
  rows,
  open,
  onOpen,
}: {
  readonly rows: readonly HelpLine[]
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  const t = useText()
  const day = useDay()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(useLabels.name)}</th>
          <th>{t(useLabels.org)}</th>
          <th>{t(helpLabels.helpers)}</th>
          <th>{t(helpLabels.until)}</th>
          <th>{t(helpLabels.steps)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.id === open ? 'on' : undefined}>
            <td>
              <button type="button" className="link" onClick={() => onOpen(row.id)}>
                {row.memberName}
              </button>
            </td>
            <td>{row.orgName}</td>
            <td>{row.helperNames.join('、')}</td>
            <td>{day(row.until)}</td>
            <td>
              {row.result === null ? (
                t(helpLabels.stepCount, { count: row.steps })
              ) : (
                <Tag tight>{t(helpResultTexts[row.result])}</Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlanDrawer({ helpPlanId, onClose }: { readonly helpPlanId: string; readonly onClose: () => void }) {
  const t = useText()
  const day = useDay()
  const found = useQueryOperation('help-plan.show', { helpPlanId })
  return (
    <Drawer wide title={found.data?.memberName ?? ''} onClose={onClose}>
      <Fetched from={found} columns="1fr">
        {(plan) => (
          <>
            <p className="s t2">
              {plan.orgName} · {t(useLabels.span, { from: day(plan.from), until: day(plan.until) })}
            </p>
            <dl className="use-facts">
              <dt>{t(helpLabels.gaps)}</dt>
              <dd>{plan.gaps}</dd>
              <dt>{t(helpLabels.measures)}</dt>
              <dd>{plan.measures}</dd>
              <dt>{t(helpLabels.helpers)}</dt>
              <dd>{plan.helperNames.join('、')}</dd>
              {plan.memberWord !== null && (
                <>
                  <dt>{t(helpLabels.memberWord)}</dt>
                  <dd>{plan.memberWord}</dd>
                </>
              )}
              {plan.result !== null && plan.evaluatedOn !== null && (
                <>
                  <dt>{t(helpLabels.result)}</dt>
                  <dd>
                    {t(helpResultTexts[plan.result])}
                    <span className="block c t3">
                      {t(helpLabels.evaluatedLine, {
                        by: plan.evaluatedBy ?? '',
                        day: day(plan.evaluatedOn),
                      })}
                    </span>
                  </dd>
                </>
              )}
            </dl>
            <p className="c t3 use-note">
              {t(helpLabels.madeLine, { by: plan.madeBy, day: day(plan.madeOn) })}
            </p>
            <Steps plan={plan} />
            {plan.may.includes('note') && <Note helpPlanId={plan.id} />}
            {plan.may.includes('evaluate') && <Evaluate helpPlanId={plan.id} />}
            <Readers file={{ kind: 'helpPlan', id: plan.id }} />
          </>
        )}
      </Fetched>
    </Drawer>
  )
}

function Steps({ plan }: { readonly plan: HelpPlan }) {
  const t = useText()
  const day = useDay()
  return (
    <section className="use-part">
      <h3 className="sec">{t(helpLabels.steps)}</h3>
      {plan.steps.length === 0 ? (
        <p className="s t2">{t(helpLabels.stepsNone)}</p>
      ) : (
        <ul>
          {plan.steps.map((step, place) => (
            <li key={`${step.on}${place}`}>
              <span>{step.words}</span>
              <span className="c t3 nw">
                {step.by} · {day(step.on)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Note({ helpPlanId }: { readonly helpPlanId: string }) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [words, setWords] = useState('')
  const [on, setOn] = useState<string>(today)
  const note = useCommandOperation('help-plan.note', {
    onDone: () => {
      setWords('')
      say({ text: t(helpLabels.noted) })
    },
  })
  return (
    <section className="use-form form">
      <TextArea label={t(helpLabels.noteWhat)} rows={2} maxLength={600} value={words} onValue={setWords} />
      <DateField label={t(helpLabels.noteOn)} max={today} value={on} onValue={setOn} />
      <div className="acts">
        <Button
          busy={note.isPending && t(useLabels.saving)}
          onClick={() => note.mutate({ helpPlanId, words, on })}
        >
          {t(helpLabels.doNote)}
        </Button>
      </div>
      {note.isError && <StateError error={note.error} refusals={outcomeRefusals} />}
    </section>
  )
}

function Evaluate({ helpPlanId }: { readonly helpPlanId: string }) {
  const t = useText()
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const [memberWord, setWord] = useState('')
  const [result, setResult] = useState<(typeof helpResults)[number]>('changed')
  const evaluate = useCommandOperation('help-plan.evaluate', {
    onDone: () => say({ text: t(helpLabels.wasEvaluated) }),
  })
  if (!open)
    return (
      <div className="acts">
        <Button onClick={() => setOpen(true)}>{t(helpLabels.evaluate)}</Button>
      </div>
    )
  return (
    <section className="use-form form">
      <TextArea
        label={t(helpLabels.memberWord)}
        help={t(helpLabels.memberWordHelp)}
        maxLength={1000}
        value={memberWord}
        onValue={setWord}
      />
      <RadioList
        label={t(helpLabels.result)}
        value={result}
        onValue={setResult}
        choices={helpResults.map((value) => ({ value, label: t(helpResultTexts[value]) }))}
      />
      <div className="acts">
        <Button onClick={() => setOpen(false)}>{t(useLabels.cancel)}</Button>
        <Button
          act
          busy={evaluate.isPending && t(useLabels.saving)}
          onClick={() => evaluate.mutate({ helpPlanId, result, memberWord })}
        >
          {t(helpLabels.doEvaluate)}
        </Button>
      </div>
      {evaluate.isError && <StateError error={evaluate.error} refusals={outcomeRefusals} />}
    </section>
  )
}
