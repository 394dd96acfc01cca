import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { type Part, type Roll, type RollLine, useRoll, useWords } from './hooks-event.ts'
import { placeTexts, reasonTexts, rollTexts } from './labels-roll.ts'
import { type Placing, PlaceDialog } from './PlaceDialog.pc.tsx'

/** Everybody with how they take part and why, by name. */
export function RollStep({ data, event }: Part) {
  const { t } = useWords()
  const [placing, setPlacing] = useState<Placing>()
  const roll = useRoll(event.id, data.may.includes('settlement.read'))
  if (event.stage === 'basis') return <StateEmpty fact={t(rollTexts.none)} fill={t(rollTexts.noneNext)} />
  return (
    <Fetched
      from={roll}
      what={t(rollTexts.what)}
      rows={8}
      columns="120px 140px 1fr 80px"
      isEmpty={({ rows }) => rows.length === 0}
      empty={<StateEmpty fact={t(rollTexts.none)} fill={t(rollTexts.noneNext)} />}
    >
      {(found) => (
        <>
          <Sums roll={found} />
          <Waiting roll={found} onPlace={setPlacing} />
          <Lines roll={found} inGroups={event.inGroups} onPlace={setPlacing} />
          {!found.mayChange && data.may.includes('appraisal.run') && (
            <p className="s t2 apr-after">{t(rollTexts.fixed)}</p>
          )}
          {placing && <PlaceDialog event={event} placing={placing} onClose={() => setPlacing(undefined)} />}
        </>
      )}
    </Fetched>
  )
}

function Sums({ roll }: { readonly roll: Roll }) {
  const { t } = useWords()
  const count = (place: RollLine['place']) => roll.rows.filter((line) => line.place === place).length
  return (
    <div className="between apr-bar">
      <span className="s t2">
        {t(rollTexts.sums, {
          graded: count('graded'),
          withoutGrade: count('withoutGrade'),
          atHost: count('atHost'),
          exempt: count('exempt'),
        })}
      </span>
      <span className="c t3">{t(rollTexts.order)}</span>
    </div>
  )
}

type WaitingProps = { readonly roll: Roll; readonly onPlace: (placing: Placing) => void }

/** Members without a line, and those whose own branch has said that they are appraised here. */
function Waiting({ roll, onPlace }: WaitingProps) {
  const { t, names } = useWords()
  const block = (people: readonly { memberId: string; name: string }[], kind: 'asRegistered' | 'guest') =>
    people.length === 0 ? null : (
      <div className="apr-note">
        <p>
          {t(kind === 'guest' ? rollTexts.guests : rollTexts.missing, {
            names: names(people.map(({ name }) => name)),
          })}
        </p>
        <p className="s t2">{t(kind === 'guest' ? rollTexts.guestsNext : rollTexts.missingNext)}</p>
        {roll.mayChange && (
          <div className="acts">
            {people.map(({ memberId, name }) => (
              <Button
                key={memberId}
                small
                onClick={() => onPlace({ memberId, name, kind, owesReport: true, group: '', decision: null })}
              >
                {t(rollTexts.add)} {name}
              </Button>
            ))}
          </div>
        )}
      </div>
    )
  return (
    <>
      {block(roll.missing, 'asRegistered')}
      {block(roll.guests, 'guest')}
    </>
  )
}

type LinesProps = WaitingProps & { readonly inGroups: boolean }

function Lines({ roll, inGroups, onPlace }: LinesProps) {
  const { t } = useWords()
  return (
    <table className="tbl compact">
      <thead>
        <tr>
          <th>{t(rollTexts.name)}</th>
          <th>{t(rollTexts.place)}</th>
          <th>{t(rollTexts.reason)}</th>
          {inGroups && <th>{t(rollTexts.group)}</th>}
          <th>{t(rollTexts.owes)}</th>
          {roll.mayChange && <th />}
        </tr>
      </thead>
      <tbody>
        {roll.rows.map((line) => (
          <tr key={line.memberId}>
            <td className="nw">{line.name}</td>
            <td>
              {line.place === 'graded' ? (
                t(placeTexts.graded)
              ) : (
                <Tag tone="line">{t(placeTexts[line.place])}</Tag>
              )}
            </td>
            <td className="t2">
              <Reason line={line} />
            </td>
            {inGroups && <td className="t2">{line.group}</td>}
            <td className="t2">
              {line.place === 'exempt' || line.place === 'atHost'
                ? ''
                : t(line.owesReport ? rollTexts.owesYes : rollTexts.owesNo)}
            </td>
            {roll.mayChange && (
              <td className="num">
                <Button
                  plain
                  small
                  aria-label={t(rollTexts.changeOf, { name: line.name })}
                  onClick={() => onPlace(toPlacing(line))}
                >
                  {t(rollTexts.change)}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reason({ line }: { readonly line: RollLine }) {
  const { t, day } = useWords()
  const { decision } = line
  return t(reasonTexts[line.reason], {
    host: line.hostOrgName ?? '',
    home: line.homeOrgName ?? '',
    body: decision?.body ?? '',
    number: decision?.number ?? '',
    on: decision === null ? '' : day(decision.on),
  })
}

function toPlacing({ memberId, name, place, reason, owesReport, group, decision }: RollLine): Placing {
  const kind =
    reason === 'guest' ? 'guest' : place === 'exempt' || place === 'atHost' ? place : 'asRegistered'
  return { memberId, name, kind, owesReport, group, decision }
}
