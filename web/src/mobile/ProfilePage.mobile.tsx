import type { ReactNode } from 'react'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { settingsLabels } from './mobile-labels.ts'

/** Who is signed in and with which duties. */
export function ProfilePage() {
  const t = useText()
  const { account, county, org, roles } = useSession()
  return (
    <>
      <h2 className="ph1">{account.name}</h2>
      <dl className="card facts">
        <Fact name={t(settingsLabels.account)}>{account.accountName}</Fact>
        <Fact name={t(settingsLabels.county)}>{county.name}</Fact>
        {org && <Fact name={t(settingsLabels.org)}>{org.name}</Fact>}
        <Fact name={t(settingsLabels.duties)}>
          {roles.length === 0 && t(settingsLabels.noDuty)}
          {roles.map((role) => (
            <span key={`${role.role} ${role.orgId}`} className="block">
              {t(settingsLabels.dutyAt, { duty: t(role.label), org: role.orgName })}
            </span>
          ))}
        </Fact>
        <Fact name={t(settingsLabels.secondFactor)}>
          {t(account.secondFactor ? settingsLabels.on : settingsLabels.off)}
        </Fact>
      </dl>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
