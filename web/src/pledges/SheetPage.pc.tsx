import { Link } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { QrCode } from '../shared/kit/QrCode.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useQueryOperation } from '../shared/use-operation.ts'
import { usePledgeWords } from './hooks.ts'
import { useAddressYear, useOwnOrgId } from './hooks-page.ts'
import { branchLabels } from './labels-branch.ts'
import './Sheet.css'

type Sheet = OutputOf<'pledge.sheet'>

/** The sheet for the wall: pledges with days, three ways to say something, the code (S-189). */
export function SheetPage() {
  const { t } = usePledgeWords()
  const orgId = useOwnOrgId()
  const year = useAddressYear()
  return (
    <div className="print-page">
      <div className="no-print between pledge-bar">
        <Link href="/pledges/publication" className="more">
          <Icon name="left" />
          {t(branchLabels.back)}
        </Link>
        <Button ink icon="printer" onClick={() => print()}>
          {t(branchLabels.printNow)}
        </Button>
      </div>
      <Fetched from={useQueryOperation('pledge.sheet', { orgId, year })} columns="1fr">
        {(sheet) => <SheetA4 sheet={sheet} year={year} />}
      </Fetched>
    </div>
  )
}

function SheetA4({ sheet, year }: { readonly sheet: Sheet; readonly year: number }) {
  const { t, day, language } = usePledgeWords()
  const { pagePath } = sheet
  return (
    <article className="pledge-sheet">
      <h1>{t(branchLabels.sheetTitle)}</h1>
      <p className="sub">{t(branchLabels.sheetOrg, { org: sheet.org.name, year })}</p>
      <table>
        <thead>
          <tr>
            <th>{t(branchLabels.sheetName)}</th>
            <th>{t(branchLabels.sheetText)}</th>
            <th>{t(branchLabels.sheetDue)}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={`${row.name}${row.text}`}>
              <td>{row.ofOrg ? t(branchLabels.publicOrg) : row.name}</td>
              <td>{row.text}</td>
              <td className="nw">{row.dueOn === null ? '' : day(row.dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <div>
          <h2>{t(branchLabels.sheetRoutes)}</h2>
          <ol>
            {pagePath !== null && <li>{t(branchLabels.sheetScan)}</li>}
            <li>
              {sheet.phone === ''
                ? t(branchLabels.sheetPhoneNone)
                : t(branchLabels.sheetPhone, { phone: sheet.phone })}
            </li>
            <li>{t(branchLabels.sheetPaper)}</li>
          </ol>
          <p>{t(branchLabels.sheetFoot)}</p>
          <p className="signed">
            {sheet.org.name}
            <br />
            {formatDay(sheet.publishedOn ?? sheet.printedOn, language)}
          </p>
        </div>
        {pagePath !== null && (
          <figure>
            <QrCode text={new URL(pagePath, location.origin).href} label={t(branchLabels.sheetCode)} />
            <figcaption>{t(branchLabels.sheetCode)}</figcaption>
          </figure>
        )}
      </footer>
    </article>
  )
}
