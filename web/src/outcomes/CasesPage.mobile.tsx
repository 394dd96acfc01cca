import { Link } from 'wouter'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { CaseTag } from './CaseParts.shared.tsx'
import { useCases, useOwnCases } from './hooks-disposal.ts'
import { caseLabels, formTexts } from './labels-disposal.ts'
import { OwnCases } from './OwnCases.shared.tsx'
import './Cases.css'

/** On the phone: what is about the reader, and below it the open cases the reader handles. */
export function CasesPage() {
  const t = useText()
  return (
    <div className="phone-case">
      <p className="t2">{t(caseLabels.mineIntro)}</p>
      <Fetched
        from={useOwnCases()}
        what={t(caseLabels.mine)}
        columns="1fr"
        isEmpty={({ rows, sanctions }) => rows.length + sanctions.length === 0}
        empty={<StateEmpty fact={t(caseLabels.mineEmpty)} />}
      >
        {() => <OwnCases />}
      </Fetched>
      <Handled />
    </div>
  )
}

/** Cases of others, for who handles them; nothing at all for who does not. */
function Handled() {
  const t = useText()
  const own = useOwnCases()
  const list = useCases('open')
  const mine = new Set(own.data?.rows.map(({ id }) => id))
  const rows = list.data?.rows.filter(({ id }) => !mine.has(id)) ?? []
  if (rows.length === 0) return null
  return (
    <section className="case-section">
      <h2 className="sec">{t(caseLabels.handled)}</h2>
      <ul className="rows card pad">
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={`/outcomes/cases/${row.id}`} className="block">
              <span className="between">
                <span className="b">{row.memberName}</span>
                <CaseTag of={row} />
              </span>
              <span className="block s t2">
                {row.orgName} · {t(formTexts[row.form])}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
