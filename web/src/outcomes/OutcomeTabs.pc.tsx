import { Link, useLocation, useSearchParams } from 'wouter'
import { useMay } from '../shared/session.ts'
import { SelectField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { useOutcomeYear } from './hooks-use.ts'
import { boardLabels } from './labels-board.ts'
import './Uses.css'

const pages = [
  { path: '/outcomes', label: boardLabels.tabBoard, may: 'outcome.read' },
  { path: '/outcomes/list', label: boardLabels.tabLists, may: 'outcome.read' },
  { path: '/outcomes/without-use', label: boardLabels.tabWithout, may: 'outcome.read' },
  { path: '/outcomes/help', label: boardLabels.tabHelp, may: 'outcome.read' },
  { path: '/outcomes/tolerance', label: boardLabels.tabTolerance, may: 'tolerance.read' },
  { path: '/outcomes/warnings', label: boardLabels.tabWarnings, may: 'warning.read' },
  { path: '/outcomes/cautions', label: boardLabels.tabCautions, may: 'caution.read' },
  { path: '/outcomes/limits', label: boardLabels.tabLimits, may: 'limit.record' },
  { path: '/outcomes/cases', label: boardLabels.tabCases, may: 'disposal.read' },
  { path: '/outcomes/appeals', label: boardLabels.tabAppeals, may: 'appeal.read' },
  { path: '/outcomes/instruments', label: boardLabels.tabInstruments, may: 'outcome.read' },
] as const

/** The pages of outcomes, encouragement first (S-211); each for those who work there. */
export function OutcomeTabs() {
  const t = useText()
  const may = useMay()
  const [path] = useLocation()
  const [params] = useSearchParams()
  const year = params.get('year')
  const isCurrent = (tab: string) =>
    tab === '/outcomes' ? path === tab : path === tab || path.startsWith(`${tab}/`)
  return (
    <nav className="use-tabs" aria-label={t(boardLabels.tabs)}>
      {pages
        .filter((page) => may(page.may))
        .map((page) => (
          <Link
            key={page.path}
            href={year === null ? page.path : `${page.path}?year=${year}`}
            aria-current={isCurrent(page.path) ? 'page' : undefined}
          >
            {t(page.label)}
          </Link>
        ))}
    </nav>
  )
}

/** The year the pages are about: those with grades that are out. */
export function OutcomeYear() {
  const t = useText()
  const { year, years, setYear } = useOutcomeYear()
  if (years.length < 2 || year === undefined) return null
  return (
    <span className="use-year">
      <SelectField
        label={<span className="sr">{t(boardLabels.year)}</span>}
        value={String(year)}
        onValue={(next) => setYear(Number(next))}
        choices={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
    </span>
  )
}
