import { yearOf } from '../shared/formats.ts'
import { useToday } from '../shared/clock.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Link } from 'wouter'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { PledgeRow } from '../pledges/hooks.ts'
import { amountOf, useBranch, useMyPledges } from '../pledges/hooks.ts'
import { pledgeLabels, stateTexts } from '../pledges/labels.ts'
import { memberYearLabels } from './pc-labels.ts'

type Whose = {
  readonly memberId: string
  readonly orgId: string
  readonly self: boolean
  readonly year: number
}

/** The member's pledges of a year, each with how far it is; the reader's own or, for who reads the branch, a member's. */
export function useMemberPledges({ memberId, orgId, self, year }: Whose): readonly PledgeRow[] | undefined {
  const may = useMay()
  const mine = useMyPledges(year, self && may('pledge.write'))
  const branch = useBranch(orgId, year, !self && may('pledge.read'))
  return self ? mine.data?.rows : branch.data?.members.find(({ id }) => id === memberId)?.pledges
}

export function MemberPledges({
  pledges,
  year,
}: {
  readonly pledges: readonly PledgeRow[]
  readonly year: number
}) {
  const t = useText()
  const isThisYear = year === yearOf(useToday())
  if (pledges.length === 0 && !isThisYear) return null
  return (
    <section className="file-block" aria-labelledby="pledges">
      <div className="head">
        <h2 className="sec" id="pledges">
          {t(memberYearLabels.pledges, { count: pledges.length })}
        </h2>
      </div>
      {pledges.length === 0 && <p className="s t2 file-note">{t(memberYearLabels.noPledges)}</p>}
      <ul className="year-pledges">
        {pledges.map((pledge) => (
          <Row key={pledge.id} pledge={pledge} />
        ))}
      </ul>
    </section>
  )
}

function Row({ pledge }: { readonly pledge: PledgeRow }) {
  const t = useText()
  const { progress, state } = pledge
  const isDone = state === 'fulfilled'
  return (
    <li>
      <span className={isDone ? 'pine' : 't3'}>
        <Icon name={isDone ? 'check' : 'clock'} label={t(stateTexts[state])} />
      </span>
      <Link href={`/pledges/${pledge.id}`}>
        {pledge.text || t(pledgeLabels.missing)}
        {pledge.rectifies && <span className="block c t3">{t(pledgeLabels.rectifies)}</span>}
      </Link>
      <span className="t2 nw">
        {progress.of === null || pledge.publishedOn === null
          ? t(stateTexts[state])
          : t(memberYearLabels.progress, { done: amountOf(progress.done), of: amountOf(progress.of) })}
      </span>
    </li>
  )
}
