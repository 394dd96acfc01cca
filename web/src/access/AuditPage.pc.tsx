import { useDeferredValue, useState } from 'react'
import { isPlainDate } from '@steward/domain/shared/plain-date.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateEmpty, StateError, StateLoading } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation } from '../shared/use-operation.ts'
import { useMoment } from './hooks.ts'
import type { AuditFilter, AuditRow } from './hooks-audit.ts'
import {
  useValueWords,
  useAudit,
  useAuditFilter,
  useOperationNames,
  useOutcomeWords,
  useSubjectWords,
} from './hooks-audit.ts'
import { areaLabels, auditLabels, subjectLabels } from './labels-audit.ts'
import { accessRefusals } from './labels-refusal.ts'
import './Access.css'

/** /audit: who did what, when and with which result. */
export function AuditPage() {
  const t = useText()
  const [filter, change] = useAuditFilter()
  const who = useDeferredValue(filter.who)
  const audit = useAudit({ ...filter, who })
  const exported = useDownloadOperation('audit.export')
  const rows = audit.data?.pages.flatMap((page) => page.rows)
  return (
    <div className="audit">
      <div className="between">
        <h1 className="ph1">{t(auditLabels.title)}</h1>
        <Button
          icon="download"
          busy={exported.isPending && t(auditLabels.export)}
          title={t(auditLabels.exportHelp)}
          onClick={() => exported.mutate(filter)}
        >
          {t(auditLabels.export)}
        </Button>
      </div>
      <p className="s t2">{t(auditLabels.intro)}</p>
      {exported.error && <StateError error={exported.error} refusals={accessRefusals} />}
      <Filters filter={filter} change={change} />
      {audit.error && !rows && <StateError error={audit.error} retry={() => void audit.refetch()} />}
      {!rows && !audit.error && (
        <StateLoading what={t(auditLabels.what)} rows={8} columns="110px 80px 1fr 120px" />
      )}
      {rows && <Entries rows={rows} />}
      {audit.hasNextPage && (
        <div className="acts audit-more">
          <Button
            busy={audit.isFetchingNextPage && t(auditLabels.more)}
            onClick={() => void audit.fetchNextPage()}
          >
            {t(auditLabels.more)}
          </Button>
        </div>
      )}
    </div>
  )
}

type FiltersProps = {
  readonly filter: AuditFilter
  readonly change: (changed: Partial<AuditFilter>) => void
}

function Filters({ filter, change }: FiltersProps) {
  const t = useText()
  const day = (text: string) => (isPlainDate(text) ? text : null)
  return (
    <div className="audit-filters">
      <TextField
        label={t(auditLabels.who)}
        placeholder={t(auditLabels.whoPlace)}
        icon="search"
        type="search"
        autoComplete="off"
        maxLength={80}
        value={filter.who}
        onValue={(who) => change({ who })}
      />
      <DateField
        label={t(auditLabels.from)}
        value={filter.fromOn ?? ''}
        onValue={(text) => change({ fromOn: day(text) })}
      />
      <DateField
        label={t(auditLabels.to)}
        value={filter.toOn ?? ''}
        onValue={(text) => change({ toOn: day(text) })}
      />
      <SelectField
        label={t(auditLabels.area)}
        none={t(auditLabels.anyArea)}
        value={filter.operation}
        onValue={(operation) => change({ operation })}
        choices={Object.entries(areaLabels).map(([area, label]) => ({ value: `${area}.`, label: t(label) }))}
      />
      <SelectField
        label={t(auditLabels.outcome)}
        value={filter.outcome}
        onValue={(outcome) => change({ outcome })}
        choices={[
          { value: 'all', label: t(auditLabels.outcomeAll) },
          { value: 'done', label: t(auditLabels.outcomeDone) },
          { value: 'not-done', label: t(auditLabels.outcomeNot) },
        ]}
      />
      {filter.accountId !== null && (
        <span className="audit-one s t2">
          {t(auditLabels.onlyAccount)}
          <Button plain small onClick={() => change({ accountId: null })}>
            {t(auditLabels.clear)}
          </Button>
        </span>
      )}
    </div>
  )
}

function Entries({ rows }: { rows: readonly AuditRow[] }) {
  const t = useText()
  const [opened, setOpened] = useState<AuditRow>()
  if (rows.length === 0) {
    return <StateEmpty fact={t(auditLabels.empty)} fill={t(auditLabels.emptyNext)} />
  }
  return (
    <>
      <table className="tbl compact audit-table">
        <thead>
          <tr>
            <th scope="col">{t(auditLabels.time)}</th>
            <th scope="col">{t(auditLabels.who)}</th>
            <th scope="col">{t(auditLabels.act)}</th>
            <th scope="col">{t(auditLabels.result)}</th>
            <th scope="col">{t(auditLabels.subject)}</th>
            <th scope="col">{t(auditLabels.address)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Entry key={row.id} row={row} onOpen={() => setOpened(row)} />
          ))}
        </tbody>
      </table>
      {opened && <WholeEntry row={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Entry({ row, onOpen }: { row: AuditRow; onOpen: () => void }) {
  const moment = useMoment()
  const operation = useOperationNames()
  const outcome = useOutcomeWords()
  const subject = useSubjectWords()
  return (
    <tr>
      <td className="nw">{moment(row.at)}</td>
      <td className="nw">
        <Actor row={row} />
      </td>
      <td>
        <button type="button" className="audit-open" onClick={onOpen}>
          {operation(row.operation)}
        </button>
      </td>
      <td className={row.outcome === 'done' ? 't2' : 'ochre'}>{outcome(row.outcome)}</td>
      <td className="t2 audit-subject">{subject(row.subject)}</td>
      <td className="t3 nw">{row.address}</td>
    </tr>
  )
}

/** Who did it; of a sign-in, who wanted to be let in. */
function Actor({ row }: { row: AuditRow }) {
  const t = useText()
  if (row.actorName !== '') return <>{row.actorName}</>
  const claimed = row.subject['name'] ?? row.subject['accountName']
  if (typeof claimed === 'string') return <span className="t2">{claimed}</span>
  return <span className="t3">{t(row.address === '' ? auditLabels.system : auditLabels.guest)}</span>
}

function WholeEntry({ row, onClose }: { row: AuditRow; onClose: () => void }) {
  const t = useText()
  const moment = useMoment()
  const operation = useOperationNames()
  const outcome = useOutcomeWords()
  const words = useValueWords()
  return (
    <Dialog open wide onClose={onClose} title={t(auditLabels.detail)}>
      <dl className="audit-facts">
        <dt>{t(auditLabels.time)}</dt>
        <dd>{moment(row.at)}</dd>
        <dt>{t(auditLabels.who)}</dt>
        <dd>
          <Actor row={row} />
        </dd>
        <dt>{t(auditLabels.act)}</dt>
        <dd>{`${operation(row.operation)} ${row.operation}`}</dd>
        <dt>{t(auditLabels.result)}</dt>
        <dd>{`${outcome(row.outcome)} ${row.outcome}`}</dd>
        <dt>{t(auditLabels.address)}</dt>
        <dd>{row.address}</dd>
        {Object.entries(row.subject).map(([key, value]) => (
          <Fact key={key} name={key} words={words(key, value)} />
        ))}
      </dl>
    </Dialog>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  const t = useText()
  const label = subjectLabels[name]
  return (
    <>
      <dt>{label === undefined ? name : t(label)}</dt>
      <dd>{words}</dd>
    </>
  )
}
