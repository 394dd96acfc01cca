import type { ReactNode } from 'react'
import { useState } from 'react'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { type Part, useAddress, useWords } from './hooks-event.ts'
import { useTable, type Table } from './hooks-settlement.ts'
import { stepTexts } from './labels-event.ts'
import { settlementTexts } from './labels-settlement.ts'
import { Meetings } from './Meetings.pc.tsx'
import { NextStep } from './NextStep.pc.tsx'
import { SettlementSide } from './SettlementSide.pc.tsx'
import { SettlementTable } from './SettlementTable.pc.tsx'
import { ShareMeter } from './ShareMeter.pc.tsx'
import { SignPart } from './Sign.pc.tsx'

/** The table of the settlement, and beside it one member with all three grounds. */
export function SettlementPage({ data, event, top }: Part & { readonly top: ReactNode }) {
  const { t } = useWords()
  const [memberId, setMemberId] = useState<string>()
  const isReached = event.stages.find(({ stage }) => stage === 'settlement')?.state !== 'later'
  const found = useTable(event.id, isReached && data.may.includes('settlement.read'))
  const chosen = found.data?.rows.find((row) => row.memberId === memberId)
  return (
    <Columns
      drawer={
        found.data !== undefined && chosen !== undefined ? (
          <SettlementSide
            key={chosen.memberId}
            event={event}
            table={found.data}
            row={chosen}
            onMember={setMemberId}
          />
        ) : undefined
      }
    >
      <div className="apr apr-in prints">
        {top}
        {isReached ? (
          <Fetched from={found} what={t(settlementTexts.what)} rows={10} columns="100px 1fr 1fr 120px">
            {(table) => (
              <Reached data={data} event={event} table={table} memberId={memberId} onMember={setMemberId} />
            )}
          </Fetched>
        ) : (
          <NotYet data={data} event={event} />
        )}
      </div>
    </Columns>
  )
}

function NotYet(part: Part) {
  const { t } = useWords()
  const { setStep } = useAddress()
  return (
    <>
      <NextStep {...part} step="settlement" onStep={setStep} />
      <section className="apr-step">
        <StateEmpty fact={t(settlementTexts.notYet)} fill={t(settlementTexts.notYetNext)} />
      </section>
    </>
  )
}

type ReachedProps = Part & {
  readonly table: Table
  readonly memberId: string | undefined
  readonly onMember: (memberId: string | undefined) => void
}

function Reached({ data, event, table, memberId, onMember }: ReachedProps) {
  const { t } = useWords()
  const { setStep } = useAddress()
  return (
    <>
      {event.stage !== 'settlement' || event.blocks.length === 0 ? (
        <NextStep data={data} event={event} step="settlement" onStep={setStep} />
      ) : null}
      <section className="apr-settle" aria-labelledby="apr-step">
        <div className="between">
          <h2 className="sec" id="apr-step">
            {t(stepTexts.settlement.title)}
          </h2>
          <SignPart orgId={data.org.id} event={event} table={table} />
        </div>
        <p className="s t2">{t(stepTexts.settlement.needs)}</p>
        <Meetings event={event} table={table} />
        <ShareMeter used={table.excellent} limit={table.excellentLimit} members={event.members} />
        <SettlementTable event={event} table={table} memberId={memberId} onMember={onMember} />
        <p className="s t2 apr-after">{t(settlementTexts.order)}</p>
      </section>
    </>
  )
}
