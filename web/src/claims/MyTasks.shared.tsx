import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { MyTask } from './hooks-task.ts'
import { useMyTasks, useSpan, useTakenWords, useTaskValue } from './hooks-task.ts'
import { taskRefusals } from './labels-refusal.ts'
import { taskLabels } from './labels-task.ts'
import './Claims.css'

/** 任务: taken ones first, then those one can take; giving back costs nothing (S-193). */
export function MyTasksPage() {
  const t = useText()
  return (
    <Fetched
      from={useMyTasks()}
      what={t(taskLabels.title)}
      columns="1fr"
      isEmpty={(data) => data.rows.length === 0}
      empty={
        <section className="card pad">
          <StateEmpty fact={t(taskLabels.emptyMine)} fill={t(taskLabels.emptyMineNext)} />
        </section>
      }
    >
      {(data) => (
        <>
          <Group title={t(taskLabels.mine)} rows={data.rows.filter(({ mine }) => mine)} />
          <Group title={t(taskLabels.openToMe)} rows={data.rows.filter(({ mine }) => !mine)} />
        </>
      )}
    </Fetched>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly MyTask[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2 className="s t3 over">{title}</h2>
      {rows.map((task) => (
        <One key={task.id} task={task} />
      ))}
    </section>
  )
}

function One({ task }: { readonly task: MyTask }) {
  const t = useText()
  const value = useTaskValue()
  const taken = useTakenWords()
  const span = useSpan()
  const say = useUndo()
  const [giving, setGiving] = useState(false)
  const take = useCommandOperation('task.take', {
    onDone: () => say({ text: t(taskLabels.took, { title: task.title }) }),
  })
  return (
    <article className="card pad ask task">
      <div className="between deed-head">
        <h3 className="sec">{task.title}</h3>
        <span className="nw">{value(task)}</span>
      </div>
      <p>{task.what}</p>
      <p className="s t3">
        {span(task)} · {taken(task)} · {t(taskLabels.byOrg, { org: task.orgName })}
      </p>
      <div className="acts">
        {task.mayReport && (
          <ButtonLink href={`/report?for=task:${task.id}`}>{t(taskLabels.report)}</ButtonLink>
        )}
        {task.mine && (
          <Button plain onClick={() => setGiving(true)}>
            {t(taskLabels.giveBack)}
          </Button>
        )}
        {!task.mine && task.cannotTake === null && (
          <Button
            busy={take.isPending && t(taskLabels.take)}
            onClick={() => take.mutate({ taskId: task.id })}
          >
            {t(taskLabels.take)}
          </Button>
        )}
        {!task.mine && task.cannotTake !== null && (
          <span className="s t2">{t(taskRefusals[task.cannotTake])}</span>
        )}
      </div>
      {take.isError && <StateError error={take.error} refusals={taskRefusals} />}
      {giving && <GiveBack task={task} onClose={() => setGiving(false)} />}
    </article>
  )
}

function GiveBack({ task, onClose }: { readonly task: MyTask; readonly onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const [word, setWord] = useState('')
  const [tried, setTried] = useState(false)
  const give = useCommandOperation('task.give-back', {
    onDone: () => {
      onClose()
      say({ text: t(taskLabels.gaveBack, { title: task.title }) })
    },
  })
  const submit = () => {
    setTried(true)
    if (word.trim() !== '') give.mutate({ taskId: task.id, word })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(taskLabels.giveBackTitle)}
      keepOpen={word !== ''}
      acts={
        <Button busy={give.isPending && t(taskLabels.giveBack)} onClick={submit}>
          {t(taskLabels.giveBack)}
        </Button>
      }
    >
      <TextArea
        label={t(taskLabels.giveBackWord)}
        help={t(taskLabels.giveBackHelp)}
        error={tried && word.trim() === '' ? t(taskRefusals['task-needs-word']) : undefined}
        maxLength={200}
        value={word}
        onValue={setWord}
      />
      {give.isError && <StateError error={give.error} refusals={taskRefusals} />}
    </Sheet>
  )
}
