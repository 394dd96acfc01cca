import { useDeferredValue, useState } from 'react'
import type { Role } from '@steward/domain/access/roles.ts'
import { ROLES } from '@steward/domain/access/roles.ts'
import { formatNumber } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented, SelectField, TextField } from '../shared/kit/fields.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { AccountPanel } from './AccountPanel.pc.tsx'
import type { AccountCounts, AccountFilter, AccountRow } from './hooks.ts'
import { accountStates, PAGE_SIZE, useAccountFilter, useAccounts, useDay } from './hooks.ts'
import { accountLabels, stateLabels } from './labels.ts'
import { OpenAccount } from './OpenAccount.pc.tsx'
import './Access.css'

/** /accounts: who may sign in, with which duties, and who needs a look. */
export function AccountsPage() {
  const t = useText()
  const may = useMay()
  const [filter, change] = useAccountFilter()
  const [opening, setOpening] = useState(false)
  const search = useDeferredValue(filter.search)
  const accounts = useAccounts({ ...filter, search })
  const show = (accountId: string | null) => {
    setOpening(false)
    change({ accountId })
  }
  return (
    <Columns
      drawer={drawerOf({ opening, accountId: filter.accountId, show, close: () => setOpening(false) })}
    >
      <div className="accounts-head">
        <h1 className="ph1 grow">
          {t(accountLabels.title)}{' '}
          {accounts.data && (
            <span className="s t3 accounts-count">
              {t(accountLabels.total, { count: formatNumber(accounts.data.counts.all) })}
            </span>
          )}
        </h1>
        <ButtonLink plain href="/accounts/roles">
          {t(accountLabels.roles)}
        </ButtonLink>
        {may('account.manage') && (
          <Button icon="plus" onClick={() => setOpening(true)}>
            {t(accountLabels.open)}
          </Button>
        )}
      </div>
      <Filters filter={filter} change={change} counts={accounts.data?.counts} />
      <div className="accounts-list">
        <Fetched
          from={accounts}
          what={t(accountLabels.what)}
          rows={8}
          columns="90px 120px 1fr 160px 90px"
          isEmpty={(data) => data.total === 0}
          empty={
            <StateEmpty fact={t(accountLabels.empty)} fill={t(accountLabels.emptyNext)}>
              <Button small onClick={() => change({ search: '', role: null, state: 'all' })}>
                {t(accountLabels.showAll)}
              </Button>
            </StateEmpty>
          }
        >
          {(data) => (
            <>
              <Table rows={data.rows} chosen={filter.accountId} onChoose={show} />
              {data.total > PAGE_SIZE && (
                <Pager
                  first={data.offset}
                  size={PAGE_SIZE}
                  total={data.total}
                  onFirst={(offset) => change({ offset })}
                />
              )}
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function drawerOf(at: {
  opening: boolean
  accountId: string | null
  show: (accountId: string | null) => void
  close: () => void
}) {
  if (at.opening) return <OpenAccount onClose={at.close} onOpened={at.show} />
  if (at.accountId === null) return undefined
  return <AccountPanel key={at.accountId} accountId={at.accountId} onClose={() => at.show(null)} />
}

type FiltersProps = {
  readonly filter: AccountFilter
  readonly change: (changed: Partial<AccountFilter>) => void
  readonly counts: AccountCounts | undefined
}

function Filters({ filter, change, counts }: FiltersProps) {
  const t = useText()
  const roles = Object.keys(ROLES) as Role[] // the record's own keys
  return (
    <div className="accounts-filters">
      <div className="accounts-search">
        <TextField
          label={<span className="sr">{t(accountLabels.search)}</span>}
          placeholder={t(accountLabels.search)}
          icon="search"
          type="search"
          autoComplete="off"
          maxLength={80}
          value={filter.search}
          onValue={(search) => change({ search })}
        />
      </div>
      <SelectField
        label={<span className="sr">{t(accountLabels.role)}</span>}
        none={t(accountLabels.anyRole)}
        value={filter.role ?? ''}
        onValue={(role: Role | '') => change({ role: role === '' ? null : role })}
        choices={roles.map((role) => ({ value: role, label: t(ROLES[role]) }))}
      />
      <Segmented
        label={t(accountLabels.what)}
        value={filter.state}
        onValue={(state) => change({ state })}
        choices={accountStates.map((state) => ({
          value: state,
          label: withCount(t(stateLabels[state]), state === 'all' ? undefined : counts?.[state]),
        }))}
      />
    </div>
  )
}

function withCount(words: string, count: number | undefined): string {
  return count === undefined || count === 0 ? words : `${words} ${formatNumber(count)}`
}

type TableProps = {
  readonly rows: readonly AccountRow[]
  readonly chosen: string | null
  readonly onChoose: (accountId: string) => void
}

function Table({ rows, chosen, onChoose }: TableProps) {
  const t = useText()
  return (
    <table className="tbl accounts-table">
      <thead>
        <tr>
          <th scope="col">{t(accountLabels.name)}</th>
          <th scope="col">{t(accountLabels.account)}</th>
          <th scope="col">{t(accountLabels.duties)}</th>
          <th scope="col">{t(accountLabels.place)}</th>
          <th scope="col" className="num">
            {t(accountLabels.lastSeen)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} isChosen={row.id === chosen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: AccountRow
  readonly isChosen: boolean
  readonly onChoose: (accountId: string) => void
}) {
  const t = useText()
  const day = useDay()
  return (
    <tr className={isChosen ? 'on' : undefined} onClick={() => onChoose(row.id)}>
      <td className="nw">
        <button
          type="button"
          className="accounts-name"
          aria-pressed={isChosen}
          onClick={() => onChoose(row.id)}
        >
          {row.name}
        </button>{' '}
        <Marks row={row} />
      </td>
      <td>{row.accountName}</td>
      <td>
        <Duties row={row} />
      </td>
      <td className="t2">{row.orgName}</td>
      <td className="num nw t2">
        {row.lastSeenAt === null ? <span className="t3">{t(accountLabels.never)}</span> : day(row.lastSeenAt)}
      </td>
    </tr>
  )
}

function Marks({ row }: { readonly row: AccountRow }) {
  const t = useText()
  return (
    <>
      {row.state === 'stopped' && <Tag tight>{t(accountLabels.stopped)}</Tag>}
      {row.isLocked && (
        <Tag tone="ochre" icon="lock" tight>
          {t(accountLabels.locked)}
        </Tag>
      )}
      {row.isStale && (
        <Tag tone="ochre" icon="clock" tight>
          {t(accountLabels.stale)}
        </Tag>
      )}
    </>
  )
}

function Duties({ row }: { readonly row: AccountRow }) {
  const t = useText()
  if (row.roles.length === 0) return <span className="t3">{t(accountLabels.noDuty)}</span>
  const words = [...new Set(row.roles.map(({ role }) => t(ROLES[role])))]
  return <>{t(accountLabels.list, { words })}</>
}
