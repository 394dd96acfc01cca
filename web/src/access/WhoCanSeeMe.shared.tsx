import { Link } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Seer } from './hooks.ts'
import { useWhoCanSeeMe } from './hooks.ts'
import { accountLabels, seeLabels } from './labels.ts'
import './Access.css'

/** By duty and place: who can open the own file, and what they can do with it. */
export function WhoCanSeeMe({ inCards }: { inCards?: boolean }) {
  const t = useText()
  const seen = useWhoCanSeeMe()
  return (
    <Fetched
      from={seen}
      what={t(seeLabels.what)}
      columns="1fr"
      isEmpty={(data) => data.member === null}
      empty={<StateEmpty fact={t(seeLabels.noFile)} fill={t(seeLabels.noFileNext)} />}
    >
      {({ member, rows }) => (
        <>
          <p className="t2 access-intro">
            {member && t(seeLabels.intro, { name: member.name, org: member.orgName })}
            {t(seeLabels.numbers)}
          </p>
          {rows.length === 0 ? (
            <StateEmpty fact={t(seeLabels.nobody)} />
          ) : (
            <ul className={inCards ? 'seers card pad' : 'seers'}>
              {rows.map((row) => (
                <SeerLine key={`${row.role} ${row.orgName}`} row={row} />
              ))}
            </ul>
          )}
          <Link href="/who-looked" className="more">
            {t(seeLabels.looked)}
            <Icon name="right" />
          </Link>
        </>
      )}
    </Fetched>
  )
}

function SeerLine({ row }: { row: Seer }) {
  const t = useText()
  const words = row.permissions.map((one) => t(one))
  return (
    <li>
      <div className="s t2">{t(seeLabels.dutyAt, { org: row.orgName, role: t(row.label) })}</div>
      <div className="b">{t(accountLabels.list, { words: row.people })}</div>
      <div className="s t2">{t(seeLabels.may, { words })}</div>
      {!row.seesNumbers && <div className="s t2">{t(seeLabels.noNumbers)}</div>}
    </li>
  )
}
