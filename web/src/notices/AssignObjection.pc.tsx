import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Objection } from './hooks-objection.ts'
import { objectionLabels } from './labels-objection.ts'
import { noticeRefusals } from './labels-refusal.ts'

/** Gives it to somebody who has not decided the matter and is not concerned; those barred are named with the reason. */
export function AssignObjection({
  one,
  again = false,
}: {
  readonly one: Objection
  readonly again?: boolean
}) {
  const t = useText()
  const say = useUndo()
  const [open, setOpen] = useState(!again)
  const [accountId, setAccountId] = useState<string>()
  const [tried, setTried] = useState(false)
  const handlers = useQueryOperation('objection.handlers', { objectionId: one.id }, { enabled: open })
  const assign = useCommandOperation('objection.assign', {
    onDone: ({ handlerName }) => say({ text: t(objectionLabels.assigned, { name: handlerName }) }),
  })
  if (!open) {
    return (
      <p className="objection-block">
        <Button small onClick={() => setOpen(true)}>
          {t(objectionLabels.reassign)}
        </Button>
      </p>
    )
  }
  const send = () => {
    setTried(true)
    if (accountId !== undefined) assign.mutate({ objectionId: one.id, accountId })
  }
  return (
    <section className="objection-block">
      <h3 className="sec">{t(again ? objectionLabels.reassign : objectionLabels.assign)}</h3>
      <p className="s t2">{t(objectionLabels.assignHelp)}</p>
      <Fetched from={handlers} what={t(objectionLabels.handler)} columns="1fr">
        {({ rows }) => (
          <>
            {rows.every(({ barred }) => barred !== null) && (
              <StateEmpty fact={t(objectionLabels.nobodyFree)} />
            )}
            <RadioList
              label={t(objectionLabels.assignTo)}
              value={accountId}
              onValue={setAccountId}
              choices={rows
                .filter(({ barred }) => barred === null)
                .map((row) => ({
                  value: row.accountId,
                  label: row.name,
                  help: [
                    row.orgName,
                    t(row.roleLabel),
                    t(objectionLabels.handling, { count: row.open }),
                  ].join(' · '),
                }))}
            />
            {rows
              .filter(({ barred }) => barred !== null)
              .map((row) => (
                <p key={row.accountId} className="s t3">
                  {row.name}
                  {t(objectionLabels.colon)}
                  {t(
                    row.barred === 'objection-own-matter'
                      ? objectionLabels.barredOwn
                      : objectionLabels.barredBefore,
                  )}
                </p>
              ))}
          </>
        )}
      </Fetched>
      {tried && accountId === undefined && <p className="s seal">{t(objectionLabels.assignMissing)}</p>}
      {assign.isError && <StateError error={assign.error} refusals={noticeRefusals} />}
      <div className="acts objection-acts">
        <Button act busy={assign.isPending && t(objectionLabels.assigning)} onClick={send}>
          {t(objectionLabels.assign)}
        </Button>
      </div>
    </section>
  )
}
