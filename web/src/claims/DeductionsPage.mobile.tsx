import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { DeductionInFull, DeductionWhen } from './DeductionInFull.shared.tsx'
import { DeductionTag } from './DeductionParts.shared.tsx'
import { DeductionStep } from './DeductionStep.shared.tsx'
import type { DeductionLine, DeductionShow } from './hooks-deduction.ts'
import { DEDUCTION_SIZE, useDeduction, useDeductions } from './hooks-deduction.ts'
import { deductionLabels } from './labels-deduction.ts'
import './ClaimParts.css'
import './Claims.css'
import './DeductionsMobile.css'

/** /m/deductions: those that somebody has to tell, hear or decide. */
export function DeductionsPage() {
  const t = useText()
  const [show, setShow] = useState<DeductionShow>('open')
  const [first, setFirst] = useState(0)
  return (
    <>
      <p className="s t2 phone-deductions-intro">{t(deductionLabels.intro)}</p>
      <Segmented
        label={t(deductionLabels.title)}
        value={show}
        onValue={(next) => {
          setShow(next)
          setFirst(0)
        }}
        choices={(['open', 'ripe', 'decided', 'all'] as const).map((value) => ({
          value,
          label: t(deductionLabels[value]),
        }))}
      />
      <Fetched
        from={useDeductions(show, first)}
        what={t(deductionLabels.title)}
        columns="1fr 80px"
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <section className="card pad phone-deductions">
            <StateEmpty fact={t(deductionLabels.empty)} fill={t(deductionLabels.emptyNext)} />
          </section>
        }
      >
        {(data) => (
          <>
            <div className="card rows phone-deductions">
              {data.rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </div>
            {data.total > DEDUCTION_SIZE && (
              <Pager first={first} size={DEDUCTION_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </>
  )
}

function Row({ row }: { readonly row: DeductionLine }) {
  const t = useText()
  return (
    <Link href={`/deductions/${row.id}`} className="thing">
      <span className="between">
        <span className="b">{row.memberName}</span>
        <DeductionTag state={row.state} />
      </span>
      <span className="s t2 block">{t(row.itemName)}</span>
      <span className="c t3 block">
        <DeductionWhen row={row} />
      </span>
    </Link>
  )
}

/** /m/deductions/:deductionId: facts, standard, answer; then the step that comes next. */
export function DeductionPage() {
  const t = useText()
  const { deductionId } = useParams()
  return (
    <Fetched from={useDeduction(deductionId)} what={t(deductionLabels.title)} columns="1fr">
      {(deduction) => (
        <>
          <section className="card pad">
            <DeductionInFull deduction={deduction} />
          </section>
          <section className="phone-deduction-step">
            <DeductionStep key={`${deduction.id}${deduction.state}`} deduction={deduction} />
          </section>
        </>
      )}
    </Fetched>
  )
}
