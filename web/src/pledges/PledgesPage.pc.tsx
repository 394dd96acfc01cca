import { useParams } from 'wouter'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { BelowView } from './Below.pc.tsx'
import { BranchView } from './Branch.pc.tsx'
import { useBoard } from './hooks.ts'
import { useAddressYear, useOwnOrgId } from './hooks-page.ts'
import { pledgeLabels } from './labels.ts'
import { PledgeTable } from './PledgeTable.pc.tsx'
import { PledgeTabs } from './Tabs.pc.tsx'
import './Pledges.css'

/** /pledges: the branch for its secretary, branches below for a committee, what is published for a member. */
export function PledgesPage() {
  const may = useMay()
  const orgId = useOwnOrgId()
  return (
    <div className="pledges">
      <PledgeTabs />
      {may('pledge.enter') ? (
        <BranchView orgId={orgId} />
      ) : may('pledge.follow') ? (
        <BelowView orgId={orgId} />
      ) : (
        <BoardView />
      )}
    </div>
  )
}

/** /pledges/branches/:orgId: one branch as the committee above sees it. */
export function BranchPage() {
  const { orgId = '' } = useParams()
  return (
    <div className="pledges">
      <PledgeTabs />
      <BranchView orgId={orgId} />
    </div>
  )
}

function BoardView() {
  const t = useText()
  const year = useAddressYear()
  return (
    <>
      <h1 className="ph1">{t(pledgeLabels.board)}</h1>
      <Fetched
        from={useBoard(year)}
        what={t(pledgeLabels.board)}
        columns="120px 1fr 160px"
        isEmpty={(data) => data.rows.length === 0}
        empty={<StateEmpty fact={t(pledgeLabels.boardNone, { year })} fill={t(pledgeLabels.boardNoneNext)} />}
      >
        {(data) => <PledgeTable rows={data.rows} named />}
      </Fetched>
    </>
  )
}
