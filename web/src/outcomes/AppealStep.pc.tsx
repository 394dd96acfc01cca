import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, TextArea } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Appeal } from './hooks-warning.ts'
import { appealLabels, appealStateTexts } from './labels-appeal.ts'
import { warningForms } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { OwnAppealActs } from './MyAppeals.shared.tsx'
import { Folded, WordsStep } from './StepForm.pc.tsx'

type StepProps = { readonly appeal: Appeal }

/** Give it to somebody, answer it, or write the next appeal down; each by who may. */
export function AppealStep({ appeal }: StepProps) {
  const t = useText()
  const { may, state } = appeal
  return (
    <div className="appeal-step">
      {may.includes('decide') && <Decide appeal={appeal} />}
      {may.includes('assign') && state === 'received' && <Assign appeal={appeal} />}
      {may.includes('assign') && state === 'assigned' && (
        <Folded words={t(appealLabels.again)}>
          <Assign appeal={appeal} />
        </Folded>
      )}
      {appeal.isOwn && <OwnAppealActs appeal={appeal} />}
      {may.includes('further') && !appeal.isOwn && <Further appeal={appeal} />}
    </div>
  )
}

function Assign({ appeal }: StepProps) {
  const t = useText()
  const say = useUndo()
  const [accountId, setAccountId] = useState<string>()
  const [tried, setTried] = useState(false)
  const handlers = useQueryOperation('appeal.handlers', { appealId: appeal.id })
  const assign = useCommandOperation('appeal.assign', {
    onDone: ({ handlerName }) => say({ text: t(appealLabels.assigned, { name: handlerName }) }),
  })
  const send = () => {
    setTried(true)
    if (accountId !== undefined) assign.mutate({ appealId: appeal.id, accountId })
  }
  return (
    <section className="form">
      <h3 className="sec">{t(appealLabels.assign)}</h3>
      <p className="s t2">{t(appealLabels.assignHelp)}</p>
      <Fetched from={handlers} what={t(appealLabels.assignTo)} columns="1fr">
        {({ rows }) => {
          const free = rows.filter(({ barred }) => barred === null)
          return (
            <>
              {free.length === 0 && <p className="ochre">{t(appealLabels.nobody)}</p>}
              <RadioList
                label={t(appealLabels.assignTo)}
                value={accountId}
                onValue={setAccountId}
                choices={free.map((row) => ({ value: row.accountId, label: row.name, help: row.orgName }))}
              />
              {rows
                .filter(({ barred }) => barred !== null)
                .map((row) => (
                  <p key={row.accountId} className="s t2">
                    {row.name}：
                    {t(row.barred === 'appeal-own-matter' ? appealLabels.barredOwn : appealLabels.barred)}
                  </p>
                ))}
            </>
          )
        }}
      </Fetched>
      {tried && accountId === undefined && <p className="s seal">{t(appealLabels.missing)}</p>}
      {assign.isError && <StateError error={assign.error} refusals={warningRefusals} />}
      <div className="acts">
        <Button act busy={assign.isPending && t(warningForms.saving)} onClick={send}>
          {t(appealLabels.assign)}
        </Button>
      </div>
    </section>
  )
}

function Decide({ appeal }: StepProps) {
  const t = useText()
  const say = useUndo()
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useCommandOperation('appeal.decide', {
    onDone: ({ state }) => say({ text: t(appealLabels.decided, { state: t(appealStateTexts[state].text) }) }),
  })
  const isEmpty = answer.trim() === ''
  const send = (upheld: boolean) => {
    setTried(true)
    if (!isEmpty) decide.mutate({ appealId: appeal.id, upheld, answer })
  }
  return (
    <section className="form">
      <TextArea
        rows={5}
        label={t(appealLabels.answer)}
        help={t(appealLabels.answerHelp)}
        error={tried && isEmpty ? t(warningForms.missing) : undefined}
        maxLength={2000}
        value={answer}
        onValue={setAnswer}
      />
      <p className="s t2">{t(appealLabels.upholdNote)}</p>
      <div className="acts">
        <Button ink busy={decide.isPending && t(warningForms.saving)} onClick={() => send(true)}>
          {t(appealLabels.uphold)}
        </Button>
        <Button ink busy={decide.isPending && t(warningForms.saving)} onClick={() => send(false)}>
          {t(appealLabels.notUphold)}
        </Button>
      </div>
      {decide.isError && <StateError error={decide.error} refusals={warningRefusals} />}
    </section>
  )
}

/** The branch writes the next appeal down for a member without a phone. */
function Further({ appeal }: StepProps) {
  const t = useText()
  const further = useCommandOperation('appeal.further')
  return (
    <Folded words={t(appealLabels.further)}>
      <WordsStep
        title={t(appealLabels.further)}
        intro={t(appealLabels.furtherTo, { body: appeal.nextBodyName ?? '' })}
        label={t(appealLabels.words)}
        act={t(appealLabels.further)}
        pending={further.isPending}
        error={further.error}
        onSend={(words) => further.mutate({ appealId: appeal.id, words })}
      />
    </Folded>
  )
}
