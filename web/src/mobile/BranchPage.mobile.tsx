import { Link } from 'wouter'
import { MyBranch } from '../organisation/MyBranch.mobile.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { useHasPage } from '../shared/routing.tsx'
import { useMay, useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { BranchEntry } from './branch-entries.ts'
import { branchEntries } from './branch-entries.ts'
import { branchPageLabels } from './mobile-labels.ts'
import { routes } from './routes.tsx'

/** 支部: where this person belongs, what can be looked at, and what is one's own. */
export function BranchPage() {
  const { account } = useSession()
  return (
    <>
      {account.memberId === null ? <Duty /> : <MyBranch />}
      <Entries group="look" />
      <Entries group="own" />
    </>
  )
}

/** For those whose file is kept elsewhere: the organisation they work for. */
function Duty() {
  const t = useText()
  const { org, path, county } = useSession()
  const above = path.slice(0, -1).map((one) => one.name)
  return (
    <>
      <h1 className="month first">{org?.name ?? county.name}</h1>
      {above.length > 0 && <p className="s t2 above">{above.join(' › ')}</p>}
      {!org && (
        <section className="card pad">
          <StateEmpty fact={t(branchPageLabels.none)} fill={t(branchPageLabels.noneNext)} />
        </section>
      )}
    </>
  )
}

function Entries({ group }: { group: BranchEntry['group'] }) {
  const t = useText()
  const may = useMay()
  const hasPage = useHasPage(routes)
  const entries = branchEntries.filter(
    (entry) => entry.group === group && may(entry.may) && hasPage(entry.path),
  )
  if (entries.length === 0) return null
  return (
    <section>
      <h2 className="s t3 over">{t(branchPageLabels[group])}</h2>
      <div className="card rows">
        {entries.map((entry) => (
          <Link key={entry.path} href={entry.path} className="entry">
            <Icon name={entry.icon} />
            <span className="grow">{t(entry.label)}</span>
            <Icon name="right" />
          </Link>
        ))}
      </div>
    </section>
  )
}
