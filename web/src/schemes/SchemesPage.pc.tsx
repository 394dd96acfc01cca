import { Link } from 'wouter'
import { ButtonLink, MoreLink } from '../shared/kit/Button.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay, useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { type SchemeRow, schemePath, useDecision, useMonthWords, useSchemes } from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import { classTexts, fieldTexts, schemeLabels } from './labels.ts'
import './Schemes.css'

/** /schemes: one line for each field and class, with the version in force, the next one and the draft. */
export function SchemesPage() {
  const t = useText()
  const may = useMay()
  const { account } = useSession()
  const schemes = useSchemes()
  return (
    <div className="schemes">
      <div className="between">
        <div>
          <h1 className="ph1">{t(schemeLabels.title)}</h1>
          <p className="s t2">{t(schemeLabels.intro)}</p>
        </div>
        <div className="acts">
          {account.memberId !== null && <ButtonLink href="/schemes/mine">{t(schemeLabels.mine)}</ButtonLink>}
        </div>
      </div>
      <Fetched
        from={schemes}
        what={t(schemeLabels.title)}
        rows={8}
        columns="1fr 140px 1fr 120px"
        isEmpty={(data) => data.rows.length === 0}
        empty={<StateEmpty fact={t(schemeLabels.empty)} fill={t(schemeLabels.emptyNext)} />}
      >
        {(data) => (
          <table className="tbl">
            <thead>
              <tr>
                <th>{t(schemeLabels.title)}</th>
                <th>{t(schemeLabels.memberClass)}</th>
                <th className="num">{t(schemeLabels.items)}</th>
                <th>{t(schemeLabels.inForce)}</th>
                <th>{t(schemeLabels.next)}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Row key={row.schemeId} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </Fetched>
      {may('exemption.read') && <MoreLink href="/schemes/exemptions">{t(schemeLabels.exemptions)}</MoreLink>}
    </div>
  )
}

function Row({ row }: { row: SchemeRow }) {
  const t = useText()
  const words = useLanguageWords()
  const month = useMonthWords()
  const decision = useDecision()
  const from = (at: string) => t(schemeLabels.effectiveFrom, { month: month(at) })
  return (
    <tr>
      <td>
        <Link href={schemePath(row.schemeId)} className="link">
          {words(row.title)}
        </Link>
      </td>
      <td className="s t2 nw">
        {t(fieldTexts[row.field])} · {t(classTexts[row.memberClass])}
      </td>
      <td className="num t2">{row.scored ? row.items : t(schemeLabels.notScored)}</td>
      <td>
        {row.inForce === null ? (
          <span className="t3">{t(schemeLabels.none)}</span>
        ) : (
          <>
            {from(row.inForce.effectiveFrom)}
            <span className="block c t3">{decision(row.inForce.adopted)}</span>
          </>
        )}
      </td>
      <td>
        {row.next !== null && (
          <>
            {from(row.next.effectiveFrom)}
            <span className="block c t3">{decision(row.next.adopted)}</span>
          </>
        )}
        {row.draft !== null && (
          <Link href={schemePath(row.schemeId, '/draft')}>
            <Tag tone="indigo" tight>
              {row.draft.changes === 0
                ? t(schemeLabels.draft)
                : t(schemeLabels.draftChanges, { count: row.draft.changes })}
            </Tag>
          </Link>
        )}
        {row.next === null && row.draft === null && <span className="t3">{t(schemeLabels.none)}</span>}
      </td>
    </tr>
  )
}
