import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { daysBetween, formatDay, formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { inDays } from './ActDrawer.pc.tsx'
import type { DefectCode, DefectRow } from './hooks.ts'
import { useDefects, useJoined } from './hooks.ts'
import { defectReasons, defectTexts } from './labels.ts'
import { defectPageTexts, pageTexts } from './labels-page.ts'
import { DefectTagWord } from './OrgPanel.pc.tsx'
import { OrgTabs } from './OrgTabs.pc.tsx'
import { PlanForm } from './RecordForms.pc.tsx'
import { wordsOf } from './ShapeFields.pc.tsx'

const plans = { all: 'planAll', with: 'planWith', without: 'planWithout', overdue: 'planOverdue' } as const
type Plan = keyof typeof plans

function isPlan(word: string | null): word is Plan {
  return word !== null && Object.hasOwn(plans, word)
}

/** Everything that does not meet the rules, by kind, each with who mends it, how and by when. */
export function DefectsPage() {
  const t = useText()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const code = wordsOf(defectTexts).find((one) => one === search.get('code'))
  const asked = search.get('plan')
  const plan = isPlan(asked) ? asked : 'all'
  const [planned, setPlanned] = useState<DefectRow>()
  const found = useDefects({ plan, ...(code ? { codes: [code] } : {}) })
  const go = (next: { code?: DefectCode | undefined; plan: Plan }) => {
    const params = new URLSearchParams()
    if (next.code) params.set('code', next.code)
    if (next.plan !== 'all') params.set('plan', next.plan)
    navigate(params.size === 0 ? '/organisations/defects' : `/organisations/defects?${params}`)
  }
  return (
    <Columns
      drawer={
        planned && (
          <PlanForm
            key={planned.org.id + planned.code}
            orgId={planned.org.id}
            orgName={planned.org.name}
            defect={planned}
            onClose={() => setPlanned(undefined)}
          />
        )
      }
    >
      <div className="org-list">
        <OrgTabs />
        <header>
          <h1 className="ph1">{t(defectPageTexts.title)}</h1>
          <p className="s t2">{t(defectPageTexts.intro)}</p>
        </header>
        <Fetched from={found} what={t(defectPageTexts.title)} rows={8} columns="1fr 1fr 1fr">
          {(data) => (
            <>
              <Kinds counts={data.counts} code={code} onCode={(next) => go({ code: next, plan })} />
              <div className="org-filters">
                <SelectField
                  label={t(defectPageTexts.planFilter)}
                  value={plan}
                  choices={wordsOf(plans).map((word) => ({
                    value: word,
                    label: t(defectPageTexts[plans[word]]),
                  }))}
                  onValue={(next) => go({ code, plan: next })}
                />
                <span className="s t2">
                  {t(defectPageTexts.count, { rows: data.rows.length, orgs: data.organisations })}
                </span>
              </div>
              {data.rows.length === 0 ? (
                <StateEmpty fact={t(defectPageTexts.empty)} fill={t(defectPageTexts.emptyNext)} />
              ) : (
                <Rows rows={data.rows} mayPlan={data.mayPlan} onPlan={setPlanned} />
              )}
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function Kinds({
  counts,
  code,
  onCode,
}: {
  counts: readonly { code: DefectCode; count: number }[]
  code: DefectCode | undefined
  onCode: (code: DefectCode | undefined) => void
}) {
  const t = useText()
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="org-kinds" role="group" aria-label={t(defectPageTexts.problem)}>
      <button type="button" aria-pressed={code === undefined} onClick={() => onCode(undefined)}>
        {t(defectPageTexts.all)} <span className="num">{formatNumber(all)}</span>
      </button>
      {counts.map((one) => (
        <button
          key={one.code}
          type="button"
          aria-pressed={one.code === code}
          onClick={() => onCode(one.code === code ? undefined : one.code)}
        >
          {t(defectTexts[one.code])} <span className="num">{formatNumber(one.count)}</span>
        </button>
      ))}
    </div>
  )
}

function Rows({
  rows,
  mayPlan,
  onPlan,
}: {
  rows: readonly DefectRow[]
  mayPlan: boolean
  onPlan: (row: DefectRow) => void
}) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(defectPageTexts.organisation)}</th>
          <th>{t(defectPageTexts.problem)}</th>
          <th>{t(defectPageTexts.since)}</th>
          <th>{t(defectPageTexts.owner)}</th>
          <th>{t(defectPageTexts.plan)}</th>
          {mayPlan && <th aria-label={t(pageTexts.makePlan)} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.org.id + row.code}>
            <td>
              <Link href={`/organisations?org=${row.org.id}`} className="link">
                {row.org.name}
              </Link>
              {row.above !== '' && <span className="c t3 block">{row.above}</span>}
            </td>
            <td>
              <DefectTagWord defect={row} />
              <span className="c t3 block">{t(defectReasons[row.code], inDays(row.figures, language))}</span>
            </td>
            <td className="s nw">{formatDay(row.since, language, today)}</td>
            <td className="s">
              {row.ownerOrg}
              {row.ownerPerson !== null && <span className="c t3 block">{row.ownerPerson}</span>}
            </td>
            <td className="s">
              <PlanCell row={row} today={today} />
            </td>
            {mayPlan && (
              <td>
                <Button small onClick={() => onPlan(row)}>
                  {t(row.plan ? pageTexts.changePlan : pageTexts.makePlan)}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlanCell({ row: { plan }, today }: { row: DefectRow; today: string }) {
  const t = useText()
  const [language] = useLanguage()
  const joined = useJoined()
  if (!plan) return <span className="t3">{t(pageTexts.noPlan)}</span>
  const late = daysBetween(plan.dueOn, today)
  return (
    <>
      {plan.what}
      <span className="c t3 block">
        {joined.list([plan.ownerName, formatDay(plan.dueOn, language, today)])}{' '}
        {late > 0 && (
          <Tag tone="seal" tight>
            {t(pageTexts.planLate, { days: late })}
          </Tag>
        )}
      </span>
    </>
  )
}
