import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { caseLabels, handOverTexts, sanctionLabels, sanctionTexts } from './labels-disposal.ts'
import { HandOverDialog, SanctionDialog } from './SanctionDialogs.pc.tsx'
import './Cases.css'

/** What the competent bodies decided, and what was handed over; nothing is decided here (R-208, S-227). */
export function SanctionsPage() {
  const t = useText()
  const [open, setOpen] = useState<'sanction' | 'handOver'>()
  const close = () => setOpen(undefined)
  return (
    <div className="cases-page">
      <Link href="/outcomes/cases" className="more">
        <Icon name="left" />
        {t(caseLabels.back)}
      </Link>
      <h1 className="ph1">{t(sanctionLabels.title)}</h1>
      <p className="s t2">{t(sanctionLabels.intro)}</p>
      <Sanctions onRecord={() => setOpen('sanction')} />
      <HandOvers onRecord={() => setOpen('handOver')} />
      {open === 'sanction' && <SanctionDialog onClose={close} />}
      {open === 'handOver' && <HandOverDialog onClose={close} />}
    </div>
  )
}

type ListProps = { readonly onRecord: () => void }

function Sanctions({ onRecord }: ListProps) {
  const t = useText()
  const { day } = useCaseDays()
  const list = useQueryOperation('sanction.list', { limit: 100 })
  return (
    <section className="case-section">
      <div className="between">
        <h2 className="sec">{t(sanctionLabels.sanctions)}</h2>
        {list.data?.mayRecord === true && (
          <Button icon="plus" onClick={onRecord}>
            {t(sanctionLabels.record)}
          </Button>
        )}
      </div>
      <Fetched
        from={list}
        what={t(sanctionLabels.sanctions)}
        columns="1fr 140px 200px 120px 160px"
        isEmpty={({ rows }) => rows.length === 0}
        empty={<StateEmpty fact={t(sanctionLabels.noSanctions)} />}
      >
        {({ rows }) => (
          <table className="tbl">
            <thead>
              <tr>
                <th>{t(caseLabels.who)}</th>
                <th>{t(sanctionLabels.kind)}</th>
                <th>{t(sanctionLabels.document)}</th>
                <th>{t(sanctionLabels.decidedOn)}</th>
                <th>{t(sanctionLabels.until)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {row.memberName}
                    <span className="block s t2">{row.orgName}</span>
                  </td>
                  <td className="nw">{t(sanctionTexts[row.sanction])}</td>
                  <td>
                    {row.documentNumber}
                    <span className="block s t2">{row.body}</span>
                  </td>
                  <td className="nw t2">{day(row.decidedOn)}</td>
                  <td className="nw">
                    {day(row.effectUntil)}{' '}
                    {!row.running && <span className="t3">{t(sanctionLabels.over)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Fetched>
    </section>
  )
}

function HandOvers({ onRecord }: ListProps) {
  const t = useText()
  const { day } = useCaseDays()
  const list = useQueryOperation('hand-over.list', { limit: 100 })
  return (
    <section className="case-section">
      <div className="between">
        <h2 className="sec">{t(sanctionLabels.handOvers)}</h2>
        {list.data?.mayRecord === true && (
          <Button icon="plus" onClick={onRecord}>
            {t(sanctionLabels.recordHandOver)}
          </Button>
        )}
      </div>
      <Fetched
        from={list}
        what={t(sanctionLabels.handOvers)}
        columns="1fr 140px 220px 120px 120px"
        isEmpty={({ rows }) => rows.length === 0}
        empty={<StateEmpty fact={t(sanctionLabels.noHandOvers)} />}
      >
        {({ rows }) => (
          <table className="tbl">
            <thead>
              <tr>
                <th>{t(caseLabels.who)}</th>
                <th>{t(sanctionLabels.to)}</th>
                <th>{t(sanctionLabels.letter)}</th>
                <th>{t(sanctionLabels.on)}</th>
                <th>{t(sanctionLabels.by)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {row.memberName}
                    <span className="block s t2">{row.orgName}</span>
                  </td>
                  <td className="nw">{t(handOverTexts[row.to])}</td>
                  <td>{row.document}</td>
                  <td className="nw t2">{day(row.on)}</td>
                  <td className="nw t2">{row.by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Fetched>
    </section>
  )
}
