import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { command, Refused } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { drawNumber, type Slip, type VoterRow, type Voters } from './hooks-ballot-box.ts'
import { type Box, type Part, useWords } from './hooks-event.ts'
import { ballotTexts, voterStateTexts } from './labels-ballot.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'
import { Slips } from './Slips.pc.tsx'

type ListProps = Part & { readonly box: Box; readonly voters: Voters }

/** Everybody who may vote, and what they were given: a number on a printed slip, or a paper. */
export function VoterList({ data, event, box, voters }: ListProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const listed = voters.rows.filter(({ state }) => state === 'listed')
  const toGive = listed.filter(({ voterId }) => chosen.size === 0 || chosen.has(voterId))
  const choose = (voterId: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(voterId)
    else next.delete(voterId)
    setChosen(next)
  }
  return (
    <>
      {box.paper === 'members' && <p className="s t2">{t(ballotTexts.memberTake)}</p>}
      <Giving
        data={data}
        event={event}
        box={box}
        toGive={toGive}
        isChosen={chosen.size > 0}
        onGiven={() => setChosen(new Set())}
      />
      <div className="apr-voters">
        <table className="tbl compact">
          <thead>
            <tr>
              <th className="apr-tick">
                {listed.length > 0 && (
                  <CheckBox
                    label={t(ballotTexts.chooseAll)}
                    checked={chosen.size === listed.length}
                    mixed={chosen.size > 0}
                    onChecked={(all) => setChosen(new Set(all ? listed.map((one) => one.voterId) : []))}
                  />
                )}
              </th>
              <th>{t(ballotTexts.voter)}</th>
              <th>{t(ballotTexts.state)}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {voters.rows.map((row) => (
              <VoterLine
                key={row.voterId}
                row={row}
                boxId={box.id}
                isChosen={chosen.has(row.voterId)}
                onChosen={(is) => choose(row.voterId, is)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

type GivingProps = Part & {
  readonly box: Box
  readonly toGive: readonly VoterRow[]
  readonly isChosen: boolean
  readonly onGiven: () => void
}

/** Draws a number for each and gives it; the numbers exist on the printed sheet only. */
function Giving({ data, event, box, toGive, isChosen, onGiven }: GivingProps) {
  const { t } = useWords()
  const [slips, setSlips] = useState<readonly Slip[]>([])
  const [done, setDone] = useState<number>()
  const [failed, setFailed] = useState<unknown>()
  const refresh = useRefreshVoters()
  const give = async () => {
    setFailed(undefined)
    const given: Slip[] = []
    for (const [at, { voterId, name }] of toGive.entries()) {
      setDone(at)
      const token = drawNumber()
      try {
        await giveOnce({ boxId: box.id, voterId, token })
        given.push({ name, token })
      } catch (error) {
        setFailed(error)
        break
      }
    }
    setDone(undefined)
    setSlips(given)
    onGiven()
    await refresh()
  }
  return (
    <>
      {toGive.length > 0 && (
        <div className="acts">
          <Button
            icon="printer"
            busy={done !== undefined && t(ballotTexts.giving, { done, all: toGive.length })}
            onClick={() => void give()}
          >
            {t(isChosen ? ballotTexts.giveChosen : ballotTexts.giveAll, { count: toGive.length })}
          </Button>
        </div>
      )}
      {failed !== undefined && <StateError error={failed} refusals={ballotRefusalTexts} />}
      {slips.length > 0 && (
        <Slips data={data} event={event} box={box} slips={slips} onClose={() => setSlips([])} />
      )}
    </>
  )
}

/** A lost answer is asked for once more with the same number, so that nobody is left with a number that is printed nowhere. */
async function giveOnce(input: { boxId: string; voterId: string; token: string }): Promise<void> {
  try {
    await command('ballot.give-token', input)
  } catch (error) {
    if (error instanceof Refused) throw error
    await command('ballot.give-token', input)
  }
}

type LineProps = {
  readonly row: VoterRow
  readonly boxId: string
  readonly isChosen: boolean
  readonly onChosen: (isChosen: boolean) => void
}

function VoterLine({ row, boxId, isChosen, onChosen }: LineProps) {
  const { t } = useWords()
  const say = useUndo()
  const { voterId, name, state } = row
  const give = useCommandOperation('ballot.give-paper', {
    onDone: () => say({ text: t(ballotTexts.gavePaper, { name }) }),
  })
  return (
    <tr>
      <td className="apr-tick">
        {state === 'listed' && (
          <CheckBox label={t(ballotTexts.choose, { name })} checked={isChosen} onChecked={onChosen} />
        )}
      </td>
      <td className="nw">{name}</td>
      <td className={state === 'listed' ? 't3' : 't2'}>{t(voterStateTexts[state])}</td>
      <td className="num">
        {state === 'listed' && (
          <Button plain small onClick={() => give.mutate({ boxId, voterId })}>
            {t(ballotTexts.givePaper)}
            <span className="sr"> {name}</span>
          </Button>
        )}
        {give.isError && <StateError error={give.error} refusals={ballotRefusalTexts} />}
      </td>
    </tr>
  )
}

function useRefreshVoters() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
