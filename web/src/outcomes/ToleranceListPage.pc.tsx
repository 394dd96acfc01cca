import { useState } from 'react'
import { Link } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented, TextField } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { ToleranceShow } from './hooks-warning.ts'
import { PAGE_SIZE, useDays } from './hooks-warning.ts'
import { toleranceForms, toleranceLabels, toleranceShowTexts } from './labels-tolerance.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { ToleranceTag } from './ToleranceParts.shared.tsx'
import { Folded } from './StepForm.pc.tsx'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import './Warnings.css'

type Found = OutputOf<'tolerance.list'>

/** 容错: cases whose day comes first on top. */
export function ToleranceListPage() {
  const t = useText()
  const { day } = useDays()
  const [show, setShow] = useState<ToleranceShow>('open')
  const [first, setFirst] = useState(0)
  const list = useQueryOperation(
    'tolerance.list',
    { show, offset: first, limit: PAGE_SIZE },
    { keepPrevious: true },
  )
  const { data } = list
  return (
    <div className="outcome-page">
      <OutcomeTabs />
      <div className="between">
        <h1 className="ph1">{t(toleranceLabels.title)}</h1>
        {data?.mayApply && (
          <ButtonLink href="/outcomes/tolerance/new" icon="plus">
            {t(toleranceLabels.applyFor)}
          </ButtonLink>
        )}
      </div>
      <p className="s t2">
        {t(toleranceLabels.intro)} {data && t(toleranceLabels.daysLine, data.days)}
      </p>
      <Segmented
        label={t(toleranceLabels.show)}
        value={show}
        onValue={(next) => {
          setShow(next)
          setFirst(0)
        }}
        choices={(['open', 'toAnswer', 'decided', 'all'] as const).map((value) => ({
          value,
          label: `${t(toleranceShowTexts[value])}${data ? ` ${data.counts[value]}` : ''}`,
        }))}
      />
      <Fetched
        from={list}
        what={t(toleranceLabels.title)}
        columns="160px 1fr 110px 110px"
        isEmpty={(found) => found.rows.length === 0}
        empty={<StateEmpty fact={t(toleranceLabels.empty)} fill={t(toleranceLabels.emptyNext)} />}
      >
        {(found) => (
          <>
            <table className="tbl outcome-table">
              <thead>
                <tr>
                  <th>{t(toleranceLabels.who)}</th>
                  <th>{t(toleranceLabels.matter)}</th>
                  <th>{t(toleranceLabels.state)}</th>
                  <th>{t(toleranceLabels.due)}</th>
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Link href={`/outcomes/tolerance/${row.id}`} className="block">
                        <span className="b">{row.memberName}</span>
                        <span className="block s t2">{row.orgName}</span>
                      </Link>
                    </td>
                    <td>{row.start}</td>
                    <td>
                      <ToleranceTag state={row.state} />
                    </td>
                    <td className={row.isOverdue ? 'nw ochre' : 'nw t2'}>
                      {row.dueOn === null ? '' : day(row.dueOn)}
                      {row.isOverdue && <span className="block s">{t(toleranceLabels.overdue)}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {found.total > PAGE_SIZE && (
              <Pager first={first} size={PAGE_SIZE} total={found.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
      {data?.maySetDays && (
        <div className="outcome-form">
          <Folded words={t(toleranceLabels.setDays)}>
            <Days key={Object.values(data.days).join()} days={data.days} />
          </Folded>
        </div>
      )}
    </div>
  )
}

function Days({ days }: Pick<Found, 'days'>) {
  const t = useText()
  const say = useUndo()
  const [accept, setAccept] = useState(String(days.accept))
  const [check, setCheck] = useState(String(days.check))
  const [answer, setAnswer] = useState(String(days.answer))
  const [document, setDocument] = useState('')
  const save = useCommandOperation('tolerance.set-days', {
    onDone: () => say({ text: t(toleranceForms.daysSaved) }),
  })
  const numbers = [accept, check, answer].map(Number)
  const fits = numbers.every((value) => Number.isInteger(value) && value > 0) && document.trim() !== ''
  return (
    <section className="form">
      <h2 className="sec">{t(toleranceForms.days)}</h2>
      <div className="form-pair">
        <TextField
          label={t(toleranceForms.acceptDays)}
          inputMode="numeric"
          value={accept}
          onValue={setAccept}
        />
        <TextField label={t(toleranceForms.checkDays)} inputMode="numeric" value={check} onValue={setCheck} />
      </div>
      <div className="form-pair">
        <TextField
          label={t(toleranceForms.answerDays)}
          inputMode="numeric"
          value={answer}
          onValue={setAnswer}
        />
        <TextField
          label={t(toleranceForms.daysDocument)}
          maxLength={120}
          value={document}
          onValue={setDocument}
        />
      </div>
      <div className="acts">
        <Button
          aria-disabled={!fits || undefined}
          busy={save.isPending && t(toleranceForms.saveDays)}
          onClick={() =>
            fits &&
            save.mutate({ accept: Number(accept), check: Number(check), answer: Number(answer), document })
          }
        >
          {t(toleranceForms.saveDays)}
        </Button>
      </div>
      {save.isError && <StateError error={save.error} refusals={warningRefusals} />}
    </section>
  )
}
