import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import type { IconName } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { CHANGE_PASSWORD_PATH, SECOND_FACTOR_PATH } from '../shared/routing.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useSessions } from './hooks.ts'
import type { OpenSession } from './hooks-profile.ts'
import { useDeviceName, useEndSessions, useMoment } from './hooks-profile.ts'
import { profileLabels } from './labels-profile.ts'
import './Profile.css'

/** Who is signed in, with which duties, how, and where else. */
export function ProfilePage() {
  const t = useText()
  const { account, county, org, roles } = useSession()
  const sessions = useSessions()
  return (
    <>
      <h2 className="ph1">{account.name}</h2>
      <dl className="card facts">
        <Fact name={t(profileLabels.account)}>{account.accountName}</Fact>
        <Fact name={t(profileLabels.county)}>{county.name}</Fact>
        {org && <Fact name={t(profileLabels.org)}>{org.name}</Fact>}
        <Fact name={t(profileLabels.duties)}>
          {roles.length === 0 && t(profileLabels.noDuty)}
          {roles.map((role) => (
            <span key={`${role.role} ${role.orgId}`} className="block">
              {t(profileLabels.dutyAt, { duty: t(role.label), org: role.orgName })}
            </span>
          ))}
        </Fact>
      </dl>
      <h3 className="s t3 over">{t(profileLabels.security)}</h3>
      <Security />
      <h3 className="s t3 over">{t(profileLabels.sessions)}</h3>
      <div className="card rows">
        <Fetched from={sessions} what={t(profileLabels.sessionsWhat)}>
          {({ rows }) => rows.map((row) => <OpenRow key={row.id} row={row} />)}
        </Fetched>
      </div>
      <p className="c t3 over">{t(profileLabels.sessionsHelp)}</p>
    </>
  )
}

function Security() {
  const t = useText()
  const { account, passwordRules } = useSession()
  const password = account.hasPassword
    ? t(profileLabels.passwordLasts, { days: passwordRules.maxPasswordAgeDays })
    : t(profileLabels.passwordNone)
  const factor = t(account.secondFactor ? profileLabels.factorOn : profileLabels.factorOff)
  return (
    <div className="card rows">
      <Entry href={CHANGE_PASSWORD_PATH} icon="lock" name={t(profileLabels.password)} text={password} />
      <Entry href={SECOND_FACTOR_PATH} icon="shield" name={t(profileLabels.factor)} text={factor} />
    </div>
  )
}

function Entry({ href, icon, name, text }: { href: string; icon: IconName; name: string; text: string }) {
  return (
    <Link href={href} className="entry">
      <Icon name={icon} />
      <span className="grow">
        {name}
        <span className="block s t2">{text}</span>
      </span>
      <Icon name="right" />
    </Link>
  )
}

function OpenRow({ row }: { row: OpenSession }) {
  const t = useText()
  const moment = useMoment()
  const { end, isPending } = useEndSessions()
  const device = useDeviceName()(row.agent)
  return (
    <div className="profile-row">
      <span className="grow">
        {device}{' '}
        {row.isThis && (
          <Tag tone="pine" tight>
            {t(profileLabels.isThis)}
          </Tag>
        )}
        <span className="block s t2">
          {t(profileLabels.sinceSeen, { began: moment(row.startedAt), seen: moment(row.lastSeenAt) })}
        </span>
      </span>
      {!row.isThis && (
        <Button
          small
          busy={isPending && t(profileLabels.end)}
          aria-label={t(profileLabels.endNamed, { device })}
          onClick={() => end(row)}
        >
          {t(profileLabels.end)}
        </Button>
      )}
    </div>
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
