import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { limitKinds } from '@steward/domain/outcomes/limit.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented, SelectField, TextArea } from '../shared/kit/fields.tsx'
import { Columns, Drawer } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { FactFields, factsOf, noFacts, SpanFields } from './FactFields.pc.tsx'
import { FindMember } from './FindMember.pc.tsx'
import type { LimitLine } from './hooks-use.ts'
import { PAGE, useDay, useLimits, useOutcomeYear, yearAfter } from './hooks-use.ts'
import { limitTexts } from './labels.ts'
import { limitLabels } from './labels-limit.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import { Readers } from './Readers.pc.tsx'
import './Uses.css'

const NEW = 'new'

/** 限制: entered by decision, with start, end and decider; they end by themselves (S-221). */
export function LimitsPage() {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const open = params.get('open') ?? undefined
  const [show, setShow] = useState<'inForce' | 'all'>('inForce')
  const [first, setFirst] = useState(0)
  const found = useLimits(show === 'inForce', first)
  const go = (id: string | undefined) => setParams(id === undefined ? {} : { open: id })
  return (
    <Columns
      drawer={
        open === NEW ? (
          <Impose onClose={() => go(undefined)} />
        ) : (
          open && <LimitDrawer key={open} limitId={open} onClose={() => go(undefined)} />
        )
      }
    >
      <OutcomeTabs />
      <div className="use-page">
        <header className="use-head">
          <h1 className="ph1 grow">{t(limitLabels.title)}</h1>
          {found.data?.mayRecord && (
            <Button act={open !== NEW} onClick={() => go(NEW)}>
              {t(limitLabels.impose)}
            </Button>
          )}
        </header>
        <p className="s t2 use-intro">{t(limitLabels.intro)}</p>
        <div className="use-bar">
          <Segmented
            label={t(limitLabels.title)}
            value={show}
            onValue={(next) => {
              setShow(next)
              setFirst(0)
            }}
            choices={(['inForce', 'all'] as const).map((value) => ({ value, label: t(limitLabels[value]) }))}
          />
        </div>
        <Fetched
          from={found}
          what={t(limitLabels.title)}
          columns="100px 1fr 110px 1fr 1fr"
          isEmpty={(data) => data.rows.length === 0}
          empty={<StateEmpty fact={t(limitLabels.empty)} fill={t(limitLabels.emptyNext)} />}
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
  readonly rows: readonly LimitLine[]
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
          <th>{t(limitLabels.kind)}</th>
          <th>{t(limitLabels.span)}</th>
          <th>{t(limitLabels.document)}</th>
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
            <td>
              <Tag tight>{t(limitTexts[row.kind])}</Tag>
            </td>
            <td>
              {t(useLabels.span, { from: day(row.from), until: day(row.until) })}
              <Ended row={row} />
            </td>
            <td>{row.document}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ended({ row }: { readonly row: LimitLine }) {
  const t = useText()
  const day = useDay()
  if (row.liftedOn !== null)
    return (
      <span className="block c t3">
        {t(useLabels.lifted, { day: day(row.liftedOn), reason: row.liftedFor ?? '' })}
      </span>
    )
  return row.inForce ? null : <span className="block c t3">{t(limitLabels.over)}</span>
}

function LimitDrawer({ limitId, onClose }: { readonly limitId: string; readonly onClose: () => void }) {
  const t = useText()
  const day = useDay()
  const found = useQueryOperation('limit.show', { limitId })
  return (
    <Drawer wide title={found.data?.memberName ?? ''} onClose={onClose}>
      <Fetched from={found} columns="1fr">
        {(limit) => (
          <>
            <p className="b">{t(limitTexts[limit.kind])}</p>
            <p className="s t2">{limit.orgName}</p>
            <dl className="use-facts">
              <dt>{t(limitLabels.span)}</dt>
              <dd>
                {t(useLabels.span, { from: day(limit.from), until: day(limit.until) })}
                <Ended row={limit} />
              </dd>
              <dt>{t(useLabels.served)}</dt>
              <dd>{t(useLabels.servedText, { ...limit.served, day: day(limit.served.on) })}</dd>
              <dt>{t(useLabels.basis)}</dt>
              <dd>{limit.document}</dd>
              <dt>{t(useLabels.factReason)}</dt>
              <dd>{limit.served.reason}</dd>
            </dl>
            <p className="c t3 use-note">{t(useLabels.appealTo, { org: limit.appealTo })}</p>
            {limit.mayLift && <Lift limitId={limit.id} />}
            <Readers file={{ kind: 'limit', id: limit.id }} />
          </>
        )}
      </Fetched>
    </Drawer>
  )
}

function Lift({ limitId }: { readonly limitId: string }) {
  const t = useText()
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const lift = useCommandOperation('limit.lift', {
    onDone: () => {
      setOpen(false)
      say({ text: t(limitLabels.wasLifted) })
    },
  })
  if (!open)
    return (
      <div className="acts">
        <Button onClick={() => setOpen(true)}>{t(limitLabels.lift)}</Button>
      </div>
    )
  return (
    <section className="use-form form">
      <TextArea label={t(limitLabels.liftReason)} maxLength={600} value={reason} onValue={setReason} />
      <div className="acts">
        <Button onClick={() => setOpen(false)}>{t(useLabels.cancel)}</Button>
        <Button
          act
          busy={lift.isPending && t(useLabels.saving)}
          onClick={() => lift.mutate({ limitId, reason })}
        >
          {t(limitLabels.doLift)}
        </Button>
      </div>
      {lift.isError && <StateError error={lift.error} refusals={outcomeRefusals} />}
    </section>
  )
}

function Impose({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const { year, years } = useOutcomeYear()
  const [member, setMember] = useState<{ id: string; name: string }>()
  const [kind, setKind] = useState<LimitLine['kind']>('awards')
  const [ofYear, setOfYear] = useState<number>()
  const [facts, setFacts] = useState(noFacts)
  const [span, setSpan] = useState({ from: '', until: '' })
  const [tried, setTried] = useState(false)
  const impose = useCommandOperation('limit.impose', {
    onDone: () => {
      say({ text: t(limitLabels.imposed) })
      onClose()
    },
  })
  const from = span.from || facts.decidedOn
  const until = span.until || yearAfter(from)
  const result = ofYear ?? year
  const send = () => {
    setTried(true)
    const whole = factsOf(facts)
    if (whole === undefined || member === undefined || result === undefined) return
    impose.mutate({
      ...{ memberId: member.id, year: result, kind, from, until },
      ...{ document: facts.document, facts: whole },
    })
  }
  return (
    <Drawer
      wide
      title={t(limitLabels.impose)}
      onClose={onClose}
      acts={
        <Button act busy={impose.isPending && t(useLabels.saving)} onClick={send}>
          {t(limitLabels.doImpose)}
        </Button>
      }
    >
      <p className="s t2">{t(useLabels.enterText)}</p>
      <div className="form">
        <FindMember
          member={member}
          error={tried && member === undefined ? t(useLabels.missing) : undefined}
          onMember={setMember}
        />
        <div className="use-pair">
          <SelectField
            label={t(limitLabels.kind)}
            value={kind}
            onValue={setKind}
            choices={limitKinds.map((value) => ({ value, label: t(limitTexts[value]) }))}
          />
          <SelectField
            label={t(limitLabels.resultYear)}
            value={String(result ?? '')}
            onValue={(next) => setOfYear(Number(next))}
            choices={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </div>
        <FactFields facts={facts} tried={tried} onFacts={setFacts} />
        <SpanFields from={from} until={until} onSpan={setSpan} />
      </div>
      {impose.isError && <StateError error={impose.error} refusals={outcomeRefusals} />}
    </Drawer>
  )
}
