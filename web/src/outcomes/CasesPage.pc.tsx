import { useState } from 'react'
import { Link } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { CaseTag } from './CaseParts.shared.tsx'
import { Term } from './CaseSteps.shared.tsx'
import type { CaseLine, Which } from './hooks-disposal.ts'
import { useCaseDays, useCases } from './hooks-disposal.ts'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import { caseLabels, formTexts, whichTexts } from './labels-disposal.ts'
import './Cases.css'

const whiches = ['open', 'inForce', 'closed', 'all'] as const

/** Cases the reader may see: where each stands, and the clock of those whose term runs. */
export function CasesPage() {
  const t = useText()
  const [which, setWhich] = useState<Which>('open')
  const [after, setAfter] = useState<string | null>(null)
  const list = useCases(which, after)
  const choose = (next: Which) => {
    setWhich(next)
    setAfter(null)
  }
  return (
    <div className="cases-page">
      <OutcomeTabs />
      <div className="between">
        <h1 className="ph1">{t(caseLabels.title)}</h1>
        {list.data?.mayPropose === true && (
          <ButtonLink href="/outcomes/cases/new" icon="plus">
            {t(caseLabels.propose)}
          </ButtonLink>
        )}
      </div>
      <p className="s t2">{t(caseLabels.intro)}</p>
      <div className="cases-bar">
        <Segmented
          label={t(caseLabels.show)}
          value={which}
          onValue={choose}
          choices={whiches.map((value) => ({ value, label: t(whichTexts[value]) }))}
        />
        <Link href="/outcomes/sanctions" className="more">
          {t(caseLabels.sanctions)}
        </Link>
      </div>
      <Fetched
        from={list}
        what={t(caseLabels.title)}
        columns="1fr 160px 220px 120px 180px"
        isEmpty={({ rows }) => rows.length === 0}
        empty={<StateEmpty fact={t(caseLabels.empty)} fill={t(caseLabels.emptyNext)} />}
      >
        {({ rows, next, figures }) => (
          <>
            <p className="s t2">{t(caseLabels.figures, { ...figures })}</p>
            <table className="tbl">
              <thead>
                <tr>
                  <th>{t(caseLabels.who)}</th>
                  <th>{t(caseLabels.form)}</th>
                  <th>{t(caseLabels.step)}</th>
                  <th>{t(caseLabels.since)}</th>
                  <th>{t(caseLabels.day)}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            {next !== null && (
              <p className="acts">
                <Button small onClick={() => setAfter(next)}>
                  {t(caseLabels.more)}
                </Button>
              </p>
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

function Row({ row }: { readonly row: CaseLine }) {
  const t = useText()
  const { day } = useCaseDays()
  return (
    <tr>
      <td>
        <Link href={`/outcomes/cases/${row.id}`} className="block">
          {row.memberName}
          <span className="block s t2">{row.orgName}</span>
        </Link>
      </td>
      <td className="nw">{t(formTexts[row.form])}</td>
      <td>
        <CaseTag of={row} />
      </td>
      <td className="nw t2">{day(row.proposedOn)}</td>
      <td>{row.until !== null && row.endedHow === null && <Term until={row.until} />}</td>
    </tr>
  )
}
