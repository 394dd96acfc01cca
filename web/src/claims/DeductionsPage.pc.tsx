import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
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
import './Review.css'
import './Deductions.css'

/** 扣分: facts, telling, answer, decision by another. */
export function DeductionsPage() {
  const t = useText()
  const [, navigate] = useLocation()
  const { deductionId } = useParams()
  const [show, setShow] = useState<DeductionShow>('open')
  const [first, setFirst] = useState(0)
  const list = useDeductions(show, first)
  const rows = list.data?.rows ?? []
  const currentId = deductionId ?? rows[0]?.id
  const found = useDeduction(currentId)
  return (
    <div className="columns review deductions">
      <section className="review-queue" aria-label={t(deductionLabels.title)}>
        <header className="review-head">
          <h1 className="sec">{t(deductionLabels.title)}</h1>
          {list.data?.mayPropose && (
            <ButtonLink href="/deductions/new" small>
              {t(deductionLabels.propose)}
            </ButtonLink>
          )}
        </header>
        <p className="c t3 deduction-intro">{t(deductionLabels.intro)}</p>
        <div className="deduction-filter">
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
        </div>
        <div className="review-list">
          <Fetched
            from={list}
            what={t(deductionLabels.title)}
            columns="1fr"
            isEmpty={(data) => data.rows.length === 0}
            empty={<StateEmpty fact={t(deductionLabels.empty)} fill={t(deductionLabels.emptyNext)} />}
          >
            {(data) => (
              <>
                <ul>
                  {data.rows.map((row) => (
                    <Row
                      key={row.id}
                      row={row}
                      current={row.id === currentId}
                      onSelect={() => navigate(`/deductions/${row.id}`)}
                    />
                  ))}
                </ul>
                {data.total > DEDUCTION_SIZE && (
                  <Pager first={first} size={DEDUCTION_SIZE} total={data.total} onFirst={setFirst} />
                )}
              </>
            )}
          </Fetched>
        </div>
      </section>
      <section className="review-evidence" aria-label={t(deductionLabels.facts)}>
        {currentId !== undefined && (
          <Fetched from={found} what={t(deductionLabels.title)} columns="1fr">
            {(deduction) => <DeductionInFull deduction={deduction} />}
          </Fetched>
        )}
      </section>
      <aside className="review-rule" aria-label={t(deductionLabels.decide)}>
        {found.data && currentId !== undefined && (
          <DeductionStep key={`${found.data.id}${found.data.state}`} deduction={found.data} />
        )}
      </aside>
    </div>
  )
}

function Row({ row, current, onSelect }: { row: DeductionLine; current: boolean; onSelect: () => void }) {
  const t = useText()
  return (
    <li className={current ? 'queue-row deduction-row on' : 'queue-row deduction-row'}>
      <button type="button" aria-current={current || undefined} onClick={onSelect}>
        <span className="between">
          <span className={current ? 'b' : undefined}>{row.memberName}</span>
          <DeductionTag state={row.state} />
        </span>
        <span className="s t2 block">{t(row.itemName)}</span>
        <span className="c t3 block">
          <DeductionWhen row={row} />
        </span>
      </button>
    </li>
  )
}
