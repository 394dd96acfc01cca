import { Link } from 'wouter'
import { Tag } from '../shared/kit/Tag.tsx'
import { type PledgeRow, usePledgeWords } from './hooks.ts'
import { pledgeLabels } from './labels.ts'
import { branchLabels } from './labels-branch.ts'
import { FactsLine, ProgressBar, StateTag } from './State.shared.tsx'

/** Pledges as rows: words, where they stand, how far. */
export function PledgeTable({
  rows,
  named = false,
}: {
  readonly rows: readonly PledgeRow[]
  readonly named?: boolean
}) {
  const { t } = usePledgeWords()
  return (
    <table className="tbl pledge-table">
      <thead>
        <tr>
          {named && <th className="who">{t(branchLabels.member)}</th>}
          <th>{t(branchLabels.pledges)}</th>
          <th className="stand">{t(branchLabels.state)}</th>
          <th className="far">{t(branchLabels.progress)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((pledge) => (
          <PledgeLine key={pledge.id} pledge={pledge} named={named} />
        ))}
      </tbody>
    </table>
  )
}

function PledgeLine({ pledge, named }: { readonly pledge: PledgeRow; readonly named: boolean }) {
  const { t } = usePledgeWords()
  return (
    <tr>
      {named && <td className="nw">{pledge.memberId === null ? t(pledgeLabels.ofOrg) : pledge.name}</td>}
      <td>
        <PledgeWords pledge={pledge} mine={!named} />
      </td>
      <td>
        <StateTag pledge={pledge} />
      </td>
      <td>
        <ProgressBar pledge={pledge} />
      </td>
    </tr>
  )
}

/** The sentence, its facts, and what stands out. */
export function PledgeWords({
  pledge,
  mine = false,
}: {
  readonly pledge: PledgeRow
  readonly mine?: boolean
}) {
  const { t } = usePledgeWords()
  return (
    <Link href={`/pledges/${pledge.id}`} className="block pledge-link">
      {pledge.text || t(pledgeLabels.missing)}{' '}
      {mine && pledge.toConfirm && <Tag tight>{t(pledgeLabels.toConfirm)}</Tag>}
      <FactsLine pledge={pledge} />
    </Link>
  )
}
