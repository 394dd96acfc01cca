import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { useDay } from './hooks.ts'
import type { Person } from './hooks-enter.ts'
import { standInLabels } from './labels-enter.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { MemberBox } from './MemberBox.pc.tsx'

/** 代报员: members whom the branch lets report for others with consent. */
export function StandIns() {
  const { org } = useSession()
  return org === null ? null : <OfBranch orgId={org.id} />
}

function OfBranch({ orgId }: { readonly orgId: string }) {
  const t = useText()
  const day = useDay()
  const say = useUndo()
  const list = useQueryOperation('stand-in.list', { orgId })
  const end = useCommandOperation('stand-in.end', {
    onDone: () => say({ text: t(standInLabels.ended) }),
  })
  return (
    <section className="stand-ins" aria-labelledby="stand-ins">
      <h2 className="sec" id="stand-ins">
        {t(standInLabels.title)}
      </h2>
      <p className="s t2">{t(standInLabels.intro)}</p>
      <Fetched from={list} what={t(standInLabels.title)} columns="1fr 1fr">
        {(data) => (
          <>
            <ul className="rows">
              {data.rows.map((row) => (
                <li key={row.id}>
                  <span className="grow">
                    {row.name}
                    <span className="c t3 block">
                      {t(standInLabels.since, {
                        by: row.appointedBy,
                        day: day(row.appointedOn),
                        count: row.reported,
                      })}
                    </span>
                  </span>
                  {data.mayAppoint && (
                    <Button small onClick={() => end.mutate({ id: row.id })}>
                      {t(standInLabels.end)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {data.rows.length === 0 && <p className="s t3">{t(standInLabels.none)}</p>}
            {data.mayAppoint && <Appoint orgId={orgId} />}
            {end.isError && <StateError error={end.error} refusals={sendingRefusals} />}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Appoint({ orgId }: { readonly orgId: string }) {
  const t = useText()
  const say = useUndo()
  const [person, setPerson] = useState<Person>()
  const appoint = useCommandOperation('stand-in.appoint', {
    onDone: () => {
      say({ text: t(standInLabels.appointed, { name: person?.name ?? '' }) })
      setPerson(undefined)
    },
  })
  return (
    <div className="acts stand-in-new" data-row="stand-in">
      <MemberBox label={t(standInLabels.who)} person={person} onPerson={setPerson} />
      <Button
        aria-disabled={person === undefined || undefined}
        busy={appoint.isPending && t(standInLabels.appoint)}
        onClick={() => person && appoint.mutate({ orgId, memberId: person.memberId })}
      >
        {t(standInLabels.appoint)}
      </Button>
      {appoint.isError && <StateError error={appoint.error} refusals={sendingRefusals} />}
    </div>
  )
}
