import type { RefObject } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { CheckBox } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { plain, useTitleOf } from './hooks.ts'
import type { Queue, QueueFilter, QueueRow, useTogether } from './hooks-review.ts'
import { aloneTexts, categoryTexts, claimLabels, claimStateTexts, routeTexts } from './labels.ts'
import { reviewRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { isTogether } from './ReviewPage.pc.tsx'

const SHOWN_ALONE = 3

type QueueProps = {
  readonly queue: UseQueryResult<Queue>
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
  readonly listRef: RefObject<HTMLUListElement | null>
  readonly currentId: string | undefined
  readonly onSelect: (id: string) => void
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (row: QueueRow) => void
  readonly onChooseAll: (all: boolean) => void
  readonly onTogether: () => void
  readonly together: ReturnType<typeof useTogether>
}

/** What waits, longest first; those that may be approved together can be selected. */
export function ReviewQueue(props: QueueProps) {
  const { queue, filter, listRef, currentId, onSelect, chosen, onToggle, onChooseAll } = props
  const t = useText()
  const rows = queue.data?.rows ?? []
  const pickable = rows.filter(isTogether)
  const all = pickable.length > 0 && pickable.every(({ id }) => chosen.has(id))
  return (
    <section className="review-queue" aria-label={t(reviewLabels.title)}>
      <Head data={queue.data} filter={filter} onFilter={props.onFilter} />
      <div className="review-order">
        {pickable.length > 0 && (
          <CheckBox
            checked={all}
            mixed={chosen.size > 0}
            onChecked={onChooseAll}
            label={t(reviewLabels.pickAll)}
          />
        )}
        <span className="c t3">{t(reviewLabels.order)}</span>
      </div>
      <div className="review-list">
        <Fetched
          from={queue}
          what={t(claimLabels.what)}
          columns="1fr"
          rows={6}
          isEmpty={(data) => data.rows.length === 0}
          empty={<Empty show={filter.show ?? 'mine'} />}
        >
          {(data) => (
            <ul ref={listRef}>
              {data.rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  current={row.id === currentId}
                  onSelect={() => onSelect(row.id)}
                  chosen={chosen.has(row.id)}
                  onToggle={() => onToggle(row)}
                  withOrg={new Set(data.rows.map(({ orgId }) => orgId)).size > 1}
                />
              ))}
            </ul>
          )}
        </Fetched>
      </div>
      {filter.show !== 'decided' && rows.length > 0 && <Together {...props} rows={rows} />}
    </section>
  )
}

function Head({
  data,
  filter,
  onFilter,
}: { data: Queue | undefined } & Pick<QueueProps, 'filter' | 'onFilter'>) {
  const t = useText()
  const show = filter.show ?? 'mine'
  const month = filter.month
  const count = data?.total ?? 0
  const title = show === 'decided' ? reviewLabels.decidedLately : reviewLabels.waiting
  const words = month
    ? t(reviewLabels.waitingMonth, { month: Number(month.slice(5)), count })
    : t(title, { count })
  return (
    <header className="review-head">
      <h1 className="sec">{data ? words : t(reviewLabels.title)}</h1>
      <span className="row review-filter">
        {data && show === 'mine' && data.minutes > 0 && (
          <span className="s t2">{t(reviewLabels.minutes, { count: data.minutes })}</span>
        )}
        <Menu
          label={t(reviewLabels.filter)}
          className="ib"
          button={<Icon name="filter" />}
          items={[
            ...(['mine', 'all', 'decided'] as const).map((value) => ({
              id: value,
              label: t(
                { mine: reviewLabels.mine, all: reviewLabels.everything, decided: reviewLabels.decided }[
                  value
                ],
              ),
              chosen: show === value,
              onPick: () => onFilter({ ...filter, show: value }),
            })),
            ...monthItems(data, filter, onFilter, t),
          ]}
        />
      </span>
    </header>
  )
}

function monthItems(
  data: Queue | undefined,
  filter: QueueFilter,
  onFilter: QueueProps['onFilter'],
  t: ReturnType<typeof useText>,
) {
  const months = data?.months ?? []
  if (months.length < 2 && filter.month === undefined) return []
  const { month: _, ...rest } = filter
  return [
    {
      id: 'every',
      label: t(reviewLabels.allMonths),
      chosen: filter.month === undefined,
      apart: true,
      onPick: () => onFilter(rest),
    },
    ...months.map(({ month, count }) => ({
      id: month,
      label: t(reviewLabels.monthCount, {
        year: month.slice(0, 4),
        month: Number(month.slice(5)),
        count,
      }),
      chosen: filter.month === month,
      onPick: () => onFilter({ ...filter, month }),
    })),
  ]
}

function Empty({ show }: { readonly show: NonNullable<QueueFilter['show']> }) {
  const t = useText()
  const may = useMay()
  if (show === 'decided') return <StateEmpty fact={t(reviewLabels.emptyDecided)} />
  return (
    <StateEmpty
      fact={t(reviewLabels.empty)}
      fill={t(may('claim.review') ? reviewLabels.emptyNext : reviewLabels.emptyAbove)}
    >
      {may('claim.enter') && <ButtonLink href="/enter-paper">{t(reviewLabels.enterPaper)}</ButtonLink>}
    </StateEmpty>
  )
}

type RowProps = {
  readonly row: QueueRow
  readonly current: boolean
  readonly onSelect: () => void
  readonly chosen: boolean
  readonly onToggle: () => void
  readonly withOrg: boolean
}

function Row({ row, current, onSelect, chosen, onToggle, withOrg }: RowProps) {
  const t = useText()
  const title = useTitleOf()(row)
  const { icon, sent } = routeTexts[row.route]
  const category = t(categoryTexts[row.category])
  const worth = row.state === 'submitted' ? (row.would?.credited ?? null) : row.credited
  const how =
    row.route === 'helper' || row.route === 'hostBranch' ? `，${t(sent, { name: row.enteredFor ?? '' })}` : ''
  return (
    <li className={current ? 'queue-row on' : 'queue-row'}>
      {isTogether(row) ? (
        <CheckBox
          checked={chosen}
          onChecked={onToggle}
          label={t(reviewLabels.pick, { name: row.memberName, title })}
        />
      ) : (
        <span />
      )}
      <button
        type="button"
        data-keys
        data-claim={row.id}
        aria-current={current || undefined}
        onClick={onSelect}
      >
        <span className="between">
          <span className={current ? 'b' : undefined}>{row.memberName}</span>
          <Waiting row={row} />
        </span>
        <span className="s t2 block ell">
          {title}
          {row.said !== '' && t(claimLabels.saidAfter, { said: row.said })}
        </span>
        <span className="c t3 queue-kind">
          <Icon name={icon} />
          <span className="ell">
            {worth === null ? category : t(claimLabels.plus, { category, points: plain(worth) })}
            {how}
            {withOrg && ` · ${row.orgName}`}
          </span>
        </span>
      </button>
    </li>
  )
}

function Waiting({ row }: { readonly row: QueueRow }) {
  const t = useText()
  if (row.state !== 'submitted') return <span className="c t3">{t(claimStateTexts[row.state].text)}</span>
  const { waitingDays: days, daysLeft } = row
  if (days === 0) return <span className="c t3">{t(claimLabels.todayWord)}</span>
  if (daysLeft <= 2) return <span className="c ochre">{t(claimLabels.waited, { days })}</span>
  return <span className="c t3">{t(claimLabels.days, { days })}</span>
}

/** 一起通过 for what is selected; the rest named with why. */
function Together({
  rows,
  chosen,
  onTogether,
  together,
}: QueueProps & { readonly rows: readonly QueueRow[] }) {
  const t = useText()
  const picked = rows.filter(({ id }) => chosen.has(id))
  const points = picked.reduce((sum, { would }) => sum + (would?.credited ?? 0), 0)
  const alone = rows.filter((row) => row.state === 'submitted' && !isTogether(row))
  const named = alone.slice(0, SHOWN_ALONE).map((row) => whyAlone(row, t))
  const list = alone.length > SHOWN_ALONE ? [...named, '…'] : named
  const left = together.left.map(({ claimId, why }) =>
    t(reviewLabels.oneWhy, {
      name: rows.find(({ id }) => id === claimId)?.memberName ?? '',
      why: why === 'changed' ? t(reviewRefusals['claim-changed']) : t(aloneTexts[why]),
    }),
  )
  return (
    <footer className="review-batch">
      <div className="between">
        <span className="s">
          {picked.length === 0
            ? t(reviewLabels.chosenNone)
            : t(reviewLabels.chosen, { count: picked.length, points: plain(points) })}
        </span>
        <Button
          small
          aria-disabled={picked.length === 0 || undefined}
          busy={together.many.isPending && t(reviewLabels.together)}
          onClick={onTogether}
          hint={<kbd>⇧ A</kbd>}
        >
          {t(reviewLabels.together)}
        </Button>
      </div>
      <p className="c t3">{t(reviewLabels.togetherRule)}</p>
      {left.length > 0 && (
        <p className="c ochre" role="status">
          {t(reviewLabels.togetherLeft, { count: left.length, list: left })}
        </p>
      )}
      {left.length === 0 && alone.length > 0 && (
        <p className="c t3">{t(reviewLabels.oneByOne, { count: alone.length, list })}</p>
      )}
      {together.many.isError && <StateError error={together.many.error} refusals={reviewRefusals} />}
    </footer>
  )
}

function whyAlone(row: QueueRow, t: ReturnType<typeof useText>): string {
  const why = row.alone ?? 'barred'
  return t(reviewLabels.oneWhy, { name: row.memberName, why: t(aloneTexts[why]) })
}
