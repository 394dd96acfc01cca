import { Link } from 'wouter'
import { cadreUses } from '@steward/domain/outcomes/outcome-drafting.ts'
import { outcomeUses } from '@steward/domain/outcomes/outcome-table.ts'
import { formatNumber } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { GradeBar } from './GradeBar.pc.tsx'
import type { Figures, UseList } from './hooks-use.ts'
import { useFigures, useOwnOrg, useUses } from './hooks-use.ts'
import { bodyTexts, gradeTexts, triggerTexts, useTexts } from './labels.ts'
import { boardLabels } from './labels-board.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { OutcomeTabs, OutcomeYear } from './OutcomeTabs.pc.tsx'
import './Uses.css'

/** 结果运用: what follows from the grades of a year, encouragement first (S-211). */
export function BoardPage() {
  const t = useText()
  const found = useFigures()
  return (
    <Columns>
      <OutcomeTabs />
      <div className="use-page">
        <Fetched from={found} what={t(boardLabels.title)} rows={8} columns="1fr 120px 300px">
          {(data) => (
            <>
              <header className="use-head">
                <h1 className="ph1">{t(boardLabels.title)}</h1>
                <span className="s t3 grow">
                  {t(boardLabels.sub, { org: data.org.name, year: data.year })}
                </span>
                <OutcomeYear />
              </header>
              <div className="use-board">
                <div>
                  <Next data={data} />
                  <Encouragement data={data} />
                  <Strict data={data} />
                </div>
                <aside>
                  <GradeBar year={data.year} grades={data.grades} />
                  {data.may.includes('cadres') && <Hints orgId={data.org.id} year={data.year} />}
                </aside>
              </div>
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

type DataProps = { readonly data: Figures }

function Next({ data }: DataProps) {
  const t = useText()
  const say = useUndo()
  const orgId = useOwnOrg()
  const draft = useCommandOperation('outcome.draft', {
    onDone: ({ branches, members, drafted, withdrawn }) =>
      say({ text: t(boardLabels.drafted, { branches, members, drafted, withdrawn }) }),
  })
  const year = data.year
  if (data.out === 0)
    return (
      <section>
        <h2 className="sec">{t(boardLabels.next)}</h2>
        <StateEmpty fact={t(boardLabels.gradesNone)} fill={t(boardLabels.gradesNoneNext)} />
      </section>
    )
  return (
    <section aria-labelledby="outcome-next">
      <h2 className="sec" id="outcome-next">
        {t(boardLabels.next)}
      </h2>
      <ul className="use-next">
        {data.may.includes('draft') && (
          <li>
            <span className="why">
              <span className="block">
                {data.notDrafted > 0
                  ? t(boardLabels.notDrafted, { count: formatNumber(data.notDrafted) })
                  : t(boardLabels.draftAgain)}
              </span>
              <span className="block c t3">{t(boardLabels.draftHow)}</span>
              {data.waiting > 0 && (
                <span className="block c t3">
                  {t(boardLabels.waiting, { count: formatNumber(data.waiting) })}
                </span>
              )}
            </span>
            <Button
              act={data.notDrafted > 0}
              busy={draft.isPending && t(boardLabels.drafting)}
              onClick={() => draft.mutate({ orgId, year })}
            >
              {t(boardLabels.draft)}
            </Button>
          </li>
        )}
        <li>
          <span>
            {data.toDecide > 0
              ? t(boardLabels.toDecide, { count: formatNumber(data.toDecide) })
              : t(boardLabels.toDecideNone)}
          </span>
          {data.toDecide > 0 && (
            <ButtonLink href={`/outcomes/list?year=${year}&mine=1`}>{t(boardLabels.decide)}</ButtonLink>
          )}
        </li>
        <li>
          <span>
            {data.withoutUse > 0
              ? t(boardLabels.withoutUse, { count: formatNumber(data.withoutUse) })
              : t(boardLabels.withoutNone)}
          </span>
          {data.withoutUse > 0 && (
            <ButtonLink href={`/outcomes/without-use?year=${year}`}>
              {t(data.may.includes('draft') ? boardLabels.explain : boardLabels.see)}
            </ButtonLink>
          )}
        </li>
      </ul>
      {draft.isError && <StateError error={draft.error} refusals={outcomeRefusals} />}
    </section>
  )
}

type Row = {
  readonly name: Text
  readonly count: number | null
  readonly how: string
  readonly href?: string
}

/** A number, how it is counted, and the way to the people behind it. */
function FigureTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Row[] }) {
  const t = useText()
  const shown = rows.filter(({ count }) => count !== null)
  if (shown.length === 0) return null
  return (
    <table className="tbl use-figures" aria-label={caption}>
      <thead>
        <tr>
          <th>{t(boardLabels.what)}</th>
          <th className="num">{t(boardLabels.count)}</th>
          <th>{t(boardLabels.definition)}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, count, how, href }) => (
          <tr key={name.zh}>
            <td>
              {href === undefined ? (
                t(name)
              ) : (
                <Link href={href} className="link">
                  {t(name)}
                </Link>
              )}
            </td>
            <td className="num">{formatNumber(count ?? 0)}</td>
            <td className="s t2">{how}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Encouragement({ data }: DataProps) {
  const t = useText()
  const { figures, unqualified, year } = data
  const list = useUses({ limit: 1 }, year)
  return (
    <section>
      <h2 className="sec">{t(boardLabels.encouragement)}</h2>
      <FigureTable
        caption={t(boardLabels.encouragement)}
        rows={[
          {
            ...{ name: boardLabels.commended, count: figures.commended, how: t(boardLabels.commendedHow) },
            href: `/outcomes/list?year=${year}&list=commended`,
          },
          {
            ...{ name: boardLabels.tolerated, count: figures.tolerated, how: t(boardLabels.toleratedHow) },
            href: '/outcomes/tolerance',
          },
          {
            ...{ name: boardLabels.turned, count: unqualified?.turnedAround ?? null },
            ...{ how: t(boardLabels.turnedHow), href: '/outcomes/help' },
          },
        ]}
      />
      {list.data && <Counts counts={list.data.counts} year={year} />}
    </section>
  )
}

/** Drafts and decisions by use, in the order of the table: encouragement first. */
function Counts({ counts, year }: { readonly counts: UseList['counts']; readonly year: number }) {
  const t = useText()
  const rows = outcomeUses
    .map((use) => {
      const of = counts.filter((one) => one.use === use)
      const sum = (state: string) =>
        of.filter((one) => one.state === state).reduce((all, one) => all + one.count, 0)
      return {
        use,
        body: of[0]?.body,
        kind: of[0]?.kind,
        drafted: sum('drafted'),
        confirmed: sum('confirmed'),
      }
    })
    .filter(({ body }) => body !== undefined)
  if (rows.length === 0) return null
  const order = ['encouragement', 'help', 'limit', 'measure']
  return (
    <table className="tbl use-counts" aria-label={t(boardLabels.drafts)}>
      <thead>
        <tr>
          <th>{t(boardLabels.item)}</th>
          <th className="num">{t(boardLabels.drafts)}</th>
          <th className="num">{t(boardLabels.decided)}</th>
          <th>{t(boardLabels.by)}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .toSorted((a, b) => order.indexOf(a.kind ?? '') - order.indexOf(b.kind ?? ''))
          .map(({ use, body, drafted, confirmed }) => (
            <tr key={use}>
              <td>
                <Link href={`/outcomes/list?year=${year}&use=${use}`} className="link">
                  {t(useTexts[use])}
                </Link>
              </td>
              <td className="num">{formatNumber(drafted)}</td>
              <td className="num">{formatNumber(confirmed)}</td>
              <td className="s t2">
                {body && t(bodyTexts[cadreUses.includes(use) && body === 'county' ? 'county' : body])}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Strict({ data }: DataProps) {
  const t = useText()
  const { figures, unqualified, disposals } = data
  const rows: Row[] = [
    {
      ...{ name: boardLabels.warned, count: figures.warned, how: t(boardLabels.warnedHow) },
      href: '/outcomes/warnings',
    },
    {
      ...{ name: boardLabels.talked, count: figures.talked, href: '/outcomes/warnings' },
      how: t(boardLabels.talkedHow, { explained: figures.talkExplained ?? 0 }),
    },
    {
      ...{ name: boardLabels.measured, count: figures.measured, how: t(boardLabels.measuredHow) },
      href: '/outcomes/warnings',
    },
    {
      ...{ name: boardLabels.lostAwards, count: figures.lostAwards, how: t(boardLabels.lostAwardsHow) },
      href: '/outcomes/limits',
    },
    {
      ...{ name: boardLabels.onHold, count: figures.onHold, how: t(boardLabels.onHoldHow) },
      href: '/outcomes/limits',
    },
    {
      ...{ name: boardLabels.unqualified, count: unqualified?.graded ?? null, href: '/outcomes/help' },
      how: unqualified === null ? '' : t(boardLabels.unqualifiedHow, unqualified),
    },
    {
      ...{ name: boardLabels.cases, count: disposals?.cases ?? null, href: '/outcomes/cases' },
      how: disposals === null ? '' : t(boardLabels.casesHow, disposals),
    },
  ]
  if (rows.every(({ count }) => count === null)) return null
  return (
    <section>
      <h2 className="sec">{t(boardLabels.strict)}</h2>
      <FigureTable caption={t(boardLabels.strict)} rows={rows} />
    </section>
  )
}

/** A hint to the competent body, never a state. */
function Hints({ orgId, year }: { readonly orgId: string; readonly year: number }) {
  const t = useText()
  const found = useQueryOperation('down-trigger.list', { orgId, year })
  return (
    <section>
      <h2 className="sec">{t(boardLabels.hints)}</h2>
      <p className="c t3">{t(boardLabels.hintsText)}</p>
      <Fetched
        from={found}
        columns="1fr"
        isEmpty={(data) => data.rows.length === 0}
        empty={<p className="s t2">{t(boardLabels.hintsNone)}</p>}
      >
        {(data) => (
          <ul className="use-next">
            {data.rows.map((row) => (
              <li key={row.memberId}>
                <span>
                  <span className="block">
                    {row.name} <span className="c t3">{row.orgName}</span>
                  </span>
                  <span className="block c t2">
                    {row.triggers.map((trigger) => t(triggerTexts[trigger])).join('；')}
                  </span>
                  <span className="block c t3">
                    {row.grades.map((one) => `${one.year} ${t(gradeTexts[one.grade])}`).join('，')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Fetched>
    </section>
  )
}
