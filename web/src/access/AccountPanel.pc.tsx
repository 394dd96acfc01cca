import { useState } from 'react'
import type { ReactNode } from 'react'
import { ROLES } from '@steward/domain/access/roles.ts'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Act } from './AccountActs.pc.tsx'
import { AccountAct } from './AccountActs.pc.tsx'
import { GiveDuty } from './GiveDuty.pc.tsx'
import type { Account, Grant } from './hooks.ts'
import { useAccount, useDay, useMoment } from './hooks.ts'
import { accountLabels, detailLabels } from './labels.ts'

/** One account: what is known of it, its duties, and what may be done by the one who looks. */
export function AccountPanel({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useText()
  const account = useAccount(accountId)
  const [giving, setGiving] = useState(false)
  const [act, setAct] = useState<Act>()
  if (giving && account.data) return <GiveDuty account={account.data} onClose={() => setGiving(false)} />
  return (
    <Drawer title={account.data?.name ?? t(accountLabels.account)} onClose={onClose}>
      <Fetched from={account} what={t(detailLabels.what)}>
        {(data) => (
          <>
            <Facts account={data} />
            <Grants account={data} onRevoke={(grant) => setAct({ is: 'revoke', grant })} />
            <Acts account={data} onGive={() => setGiving(true)} onAct={setAct} />
            {act && <AccountAct account={data} act={act} onClose={() => setAct(undefined)} />}
          </>
        )}
      </Fetched>
    </Drawer>
  )
}

function Facts({ account }: { account: Account }) {
  const t = useText()
  const moment = useMoment()
  const day = useDay()
  return (
    <dl className="account-facts">
      <Fact name={t(accountLabels.account)}>{account.accountName}</Fact>
      {account.orgName !== null && <Fact name={t(accountLabels.place)}>{account.orgName}</Fact>}
      <Fact name={t(detailLabels.state)}>
        <State account={account} />
        {account.lockedUntil !== null && (
          <span className="block s ochre">
            {t(detailLabels.lockedUntil, { at: moment(account.lockedUntil) })}
          </span>
        )}
      </Fact>
      <Fact name={t(detailLabels.password)}>
        <Password account={account} />
      </Fact>
      <Fact name={t(detailLabels.factor)}>
        {t(account.secondFactor ? detailLabels.factorOn : detailLabels.factorOff)}
      </Fact>
      <Fact name={t(accountLabels.lastSeen)}>
        {account.lastSeenAt === null ? t(accountLabels.never) : moment(account.lastSeenAt)}
      </Fact>
      <Fact name={t(detailLabels.sessions)}>
        {account.openSessions === 0
          ? t(detailLabels.sessionsNone)
          : t(detailLabels.sessionsCount, { count: account.openSessions })}
      </Fact>
      <Fact name={t(detailLabels.opened)}>
        {t(detailLabels.openedBy, { at: day(account.openedAt), by: account.openedBy })}
      </Fact>
    </dl>
  )
}

function State({ account: { state, stateReason } }: { account: Account }) {
  const t = useText()
  if (state === 'stopped') return <>{t(detailLabels.stoppedBecause, { reason: stateReason })}</>
  return (
    <>
      {stateReason === '' ? t(detailLabels.active) : t(detailLabels.activeBecause, { reason: stateReason })}
    </>
  )
}

function Password({ account }: { account: Account }) {
  const t = useText()
  const day = useDay()
  if (!account.hasPassword) return <>{t(detailLabels.passwordNone)}</>
  if (account.mustChangePassword) return <>{t(detailLabels.passwordTemporary)}</>
  return <>{account.passwordSetAt && t(detailLabels.passwordSet, { at: day(account.passwordSetAt) })}</>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Grants({ account, onRevoke }: { account: Account; onRevoke: (grant: Grant) => void }) {
  const t = useText()
  const now = account.grants.filter(({ state }) => state === 'current' || state === 'coming')
  const earlier = account.grants.filter(({ state }) => state === 'past' || state === 'revoked')
  const mayRevoke = account.may.includes('account.grant') && !account.isOwn
  return (
    <section className="account-part">
      <h3 className="sec head">{t(detailLabels.grants)}</h3>
      {account.memberOf !== null && (
        <p className="account-grant">{t(detailLabels.memberOf, { org: account.memberOf })}</p>
      )}
      {now.map((grant) => (
        <GrantLine key={grant.id} grant={grant} onRevoke={mayRevoke ? () => onRevoke(grant) : undefined} />
      ))}
      {now.length === 0 && account.memberOf === null && (
        <p className="s t2">
          {t(detailLabels.noGrants)}
          {t(detailLabels.noGrantsNext)}
        </p>
      )}
      {earlier.length > 0 && (
        <details className="account-earlier">
          <summary className="s t2">{t(detailLabels.earlier, { count: earlier.length })}</summary>
          {earlier.map((grant) => (
            <GrantLine key={grant.id} grant={grant} onRevoke={undefined} />
          ))}
        </details>
      )}
    </section>
  )
}

function GrantLine({ grant, onRevoke }: { grant: Grant; onRevoke: (() => void) | undefined }) {
  const t = useText()
  const day = useDay()
  const facts = {
    from: day(grant.fromOn),
    until: grant.untilOn === null ? '' : day(grant.untilOn),
    by: grant.grantedBy,
  }
  return (
    <div className="account-grant between">
      <div>
        {t(detailLabels.dutyAt, { role: t(ROLES[grant.role]), org: grant.orgName })}{' '}
        {grant.state === 'coming' && <Tag tight>{t(detailLabels.coming)}</Tag>}
        {grant.state === 'past' && <Tag tight>{t(detailLabels.past)}</Tag>}
        <span className="block s t2">
          {t(grant.untilOn === null ? detailLabels.from : detailLabels.fromUntil, facts)}
        </span>
        {grant.revokedAt !== null && (
          <span className="block s t2">
            {t(detailLabels.revokedBy, { at: day(grant.revokedAt), by: grant.revokedBy ?? '' })}
          </span>
        )}
      </div>
      {onRevoke && (
        <Button small onClick={onRevoke}>
          {t(detailLabels.revoke)}
        </Button>
      )}
    </div>
  )
}

type ActsProps = {
  readonly account: Account
  readonly onGive: () => void
  readonly onAct: (act: Act) => void
}

function Acts({ account, onGive, onAct }: ActsProps) {
  const t = useText()
  const { may, isOwn, state, secondFactor, id } = account
  const mayAct = may.includes('account.manage') || may.includes('account.grant')
  if (isOwn) return mayAct ? <p className="s t2 account-part">{t(detailLabels.own)}</p> : null
  return (
    <div className="account-part acts">
      {may.includes('account.grant') && state === 'active' && (
        <Button ink onClick={onGive}>
          {t(detailLabels.give)}
        </Button>
      )}
      {may.includes('account.manage') && state === 'active' && (
        <>
          <Button onClick={() => onAct({ is: 'reset' })}>{t(detailLabels.reset)}</Button>
          <Button onClick={() => onAct({ is: 'stop' })}>{t(detailLabels.stop)}</Button>
        </>
      )}
      {may.includes('account.manage') && state === 'stopped' && (
        <Button ink onClick={() => onAct({ is: 'start' })}>
          {t(detailLabels.start)}
        </Button>
      )}
      {may.includes('security.change') && secondFactor && (
        <Button onClick={() => onAct({ is: 'removeFactor' })}>{t(detailLabels.removeFactor)}</Button>
      )}
      {may.includes('audit.read') && (
        <Link href={`/audit?account=${id}`} className="btn">
          {t(detailLabels.audit)}
        </Link>
      )}
    </div>
  )
}
