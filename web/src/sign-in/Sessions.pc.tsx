import { Button } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { useSessions } from './hooks.ts'
import type { OpenSession } from './hooks-profile.ts'
import { useDeviceName, useEndSessions, useMoment } from './hooks-profile.ts'
import { profileLabels } from './labels-profile.ts'

/** Where this account is signed in; each but the present one can be ended. */
export function Sessions() {
  const t = useText()
  const sessions = useSessions()
  return (
    <section className="profile-sessions">
      <h2 className="sec head">{t(profileLabels.sessions)}</h2>
      <Fetched from={sessions} what={t(profileLabels.sessionsWhat)}>
        {({ rows }) => <Table rows={rows} />}
      </Fetched>
    </section>
  )
}

function Table({ rows }: { rows: readonly OpenSession[] }) {
  const t = useText()
  const { end, endOthers, isPending } = useEndSessions()
  const others = rows.filter((row) => !row.isThis).length
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t(profileLabels.device)}</th>
            <th scope="col">{t(profileLabels.began)}</th>
            <th scope="col">{t(profileLabels.seen)}</th>
            <th scope="col">{t(profileLabels.address)}</th>
            <th scope="col">
              <span className="sr">{t(profileLabels.end)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} end={isPending ? () => {} : end} />
          ))}
        </tbody>
      </table>
      <div className="between profile-others">
        <p className="s t3">{t(profileLabels.sessionsHelp)}</p>
        {others > 1 && (
          <Button small busy={isPending && t(profileLabels.endOthers, { count: others })} onClick={endOthers}>
            {t(profileLabels.endOthers, { count: others })}
          </Button>
        )}
      </div>
    </>
  )
}

function Row({ row, end }: { row: OpenSession; end: (row: OpenSession) => void }) {
  const t = useText()
  const moment = useMoment()
  const device = useDeviceName()(row.agent)
  return (
    <tr>
      <td>
        {device}{' '}
        {row.isThis && (
          <Tag tone="pine" tight>
            {t(profileLabels.isThis)}
          </Tag>
        )}{' '}
        {row.openedWith === 'counter-code' && <Tag tight>{t(profileLabels.withCode)}</Tag>}
      </td>
      <td className="nw">{moment(row.startedAt)}</td>
      <td className="nw">{moment(row.lastSeenAt)}</td>
      <td>{row.address}</td>
      <td className="num">
        {!row.isThis && (
          <Button small aria-label={t(profileLabels.endNamed, { device })} onClick={() => end(row)}>
            {t(profileLabels.end)}
          </Button>
        )}
      </td>
    </tr>
  )
}
