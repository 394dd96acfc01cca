import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { EndExemption, RecordExemption } from './ExemptionForms.pc.tsx'
import { type Exemption, useDayWords } from './hooks.ts'
import { schemeLabels } from './labels.ts'
import { exemptionLabels } from './labels-what-if.ts'
import './Schemes.css'

const SIZE = 50
type Show = 'open' | 'ended'

/** /schemes/exemptions: who is left out of scoring by decision; never why. */
export function ExemptionsPage() {
  const t = useText()
  const [show, setShow] = useState<Show>('open')
  const [offset, setOffset] = useState(0)
  const [beside, setBeside] = useState<Exemption | 'record'>()
  const list = useQueryOperation('exemption.list', { show, offset, limit: SIZE }, { keepPrevious: true })
  const mayRecord = list.data?.may.includes('exemption.record') === true
  const close = () => setBeside(undefined)
  const texts =
    show === 'open'
      ? { fact: exemptionLabels.empty, fill: exemptionLabels.emptyNext }
      : { fact: exemptionLabels.endedEmpty, fill: exemptionLabels.endedEmptyNext }
  return (
    <Columns
      drawer={
        beside === 'record' ? (
          <RecordExemption onClose={close} />
        ) : (
          beside && <EndExemption key={beside.id} exemption={beside} onClose={close} />
        )
      }
    >
      <div className="schemes scheme-pad">
        <Link href="/schemes" className="more">
          <Icon name="left" />
          {t(schemeLabels.back)}
        </Link>
        <div className="between">
          <div>
            <h1 className="ph1">{t(exemptionLabels.title)}</h1>
            <p className="s t2 scheme-intro">{t(exemptionLabels.intro)}</p>
          </div>
          {mayRecord && (
            <Button ink icon="plus" onClick={() => setBeside('record')}>
              {t(exemptionLabels.record)}
            </Button>
          )}
        </div>
        <Segmented
          label={t(exemptionLabels.title)}
          value={show}
          onValue={(next) => {
            setShow(next)
            setOffset(0)
          }}
          choices={[
            { value: 'open', label: t(exemptionLabels.open) },
            { value: 'ended', label: t(exemptionLabels.ended) },
          ]}
        />
        <Fetched
          from={list}
          what={t(exemptionLabels.title)}
          rows={5}
          columns="80px 1fr 1fr 100px"
          isEmpty={(data) => data.rows.length === 0}
          empty={<StateEmpty fact={t(texts.fact)} fill={t(texts.fill)} />}
        >
          {(data) => (
            <>
              <Table rows={data.rows} show={show} onEnd={setBeside} />
              {data.total > SIZE && (
                <Pager first={offset} size={SIZE} total={data.total} onFirst={setOffset} />
              )}
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function Table({
  rows,
  show,
  onEnd,
}: {
  rows: readonly Exemption[]
  show: Show
  onEnd: (exemption: Exemption) => void
}) {
  const t = useText()
  const day = useDayWords()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(exemptionLabels.name)}</th>
          <th>{t(exemptionLabels.branch)}</th>
          <th>{t(exemptionLabels.from)}</th>
          {show === 'ended' && <th>{t(exemptionLabels.until)}</th>}
          <th>{t(exemptionLabels.decided)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="nw">
              <Link href={`/members/${row.memberId}`} className="link">
                {row.name}
              </Link>
            </td>
            <td className="t2">{row.orgName}</td>
            <td className="nw">{day(row.fromOn)}</td>
            {show === 'ended' && <td className="nw">{row.untilOn === null ? '' : day(row.untilOn)}</td>}
            <td>
              {row.decidedByBody}，{day(row.decidedOn)}
              {row.document !== '' && <span className="block c t3">{row.document}</span>}
            </td>
            <td className="num">
              {show === 'open' && row.may.includes('exemption.record') && (
                <Button small onClick={() => onEnd(row)}>
                  {t(exemptionLabels.end)}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
