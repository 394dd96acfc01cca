import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented, TextArea } from '../shared/kit/fields.tsx'
import { Columns, Dialog, Drawer } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { plain, useDay } from './hooks.ts'
import type { Task, TaskLine, TaskShow } from './hooks-task.ts'
import { TASK_SIZE, useSpan, useTakenWords, useTask, useTasks, useTaskValue } from './hooks-task.ts'
import { claimStateTexts } from './labels.ts'
import { taskRefusals } from './labels-refusal.ts'
import { takingTexts, taskKindTexts, taskLabels, taskStateTexts } from './labels-task.ts'
import { TaskForm } from './TaskForm.pc.tsx'
import './Tasks.css'

const NEW = 'new'

/** 任务: published with their points before the work starts; who took them and what came of it (S-193, R-242). */
export function TasksPage() {
  const t = useText()
  const may = useMay()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('task') ?? undefined
  const [show, setShow] = useState<TaskShow>('open')
  const [first, setFirst] = useState(0)
  const list = useTasks(show, first)
  const go = (id: string | undefined) => navigate(id === undefined ? '/tasks' : `/tasks?task=${id}`)
  return (
    <Columns
      drawer={
        asked === NEW ? (
          <TaskForm onClose={() => go(undefined)} onDone={(taskId) => go(taskId)} />
        ) : asked ? (
          <TaskDrawer key={asked} taskId={asked} onClose={() => go(undefined)} />
        ) : undefined
      }
    >
      <div className="task-page">
        <header className="between">
          <div>
            <h1 className="ph1">{t(taskLabels.title)}</h1>
            <p className="s t2">{t(taskLabels.intro)}</p>
          </div>
          {may('task.announce') && (
            <Button act={asked !== NEW} onClick={() => go(NEW)}>
              {t(taskLabels.announce)}
            </Button>
          )}
        </header>
        <Segmented
          label={t(taskLabels.title)}
          value={show}
          onValue={(next) => {
            setShow(next)
            setFirst(0)
          }}
          choices={(['open', 'drafted', 'ended', 'all'] as const).map((value) => ({
            value,
            label: `${t(taskLabels[value])}${list.data ? ` ${list.data.counts[value]}` : ''}`,
          }))}
        />
        <Fetched
          from={list}
          what={t(taskLabels.title)}
          columns="2fr 1fr 1fr 1fr"
          isEmpty={(data) => data.rows.length === 0}
          empty={<StateEmpty fact={t(taskLabels.empty)} fill={t(taskLabels.emptyNext)} />}
        >
          {(data) => (
            <>
              <Table rows={data.rows} chosen={asked} onChoose={go} />
              {data.total > TASK_SIZE && (
                <Pager first={first} size={TASK_SIZE} total={data.total} onFirst={setFirst} />
              )}
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

type TableProps = {
  readonly rows: readonly TaskLine[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function Table({ rows, chosen, onChoose }: TableProps) {
  const t = useText()
  const value = useTaskValue()
  const span = useSpan()
  const taken = useTakenWords()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(taskLabels.name)}</th>
          <th>{t(taskLabels.points)}</th>
          <th>{t(taskLabels.due)}</th>
          <th>{t(taskLabels.whoTook)}</th>
          <th>{t({ zh: '状态', en: 'State' })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((task) => (
          <tr key={task.id} className={task.id === chosen ? 'on' : undefined}>
            <td>
              <button type="button" className="link" onClick={() => onChoose(task.id)}>
                {task.title}
              </button>
              <span className="c t3 block">
                {t(taskKindTexts[task.kind])} · {task.orgName}
              </span>
            </td>
            <td className="nw">{value(task)}</td>
            <td className="s nw">{span(task)}</td>
            <td className="s">
              {taken(task)}
              {task.credited > 0 && (
                <span className="c t3 block">{t(taskLabels.credited, { count: task.credited })}</span>
              )}
            </td>
            <td>
              <Tag tone={taskStateTexts[task.state].tone} tight>
                {t(taskStateTexts[task.state].text)}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TaskDrawer({ taskId, onClose }: { readonly taskId: string; readonly onClose: () => void }) {
  const t = useText()
  const found = useTask(taskId)
  return (
    <Drawer
      title={found.data?.title ?? t(taskLabels.title)}
      onClose={onClose}
      acts={found.data && <TaskActs task={found.data} />}
    >
      <Fetched from={found} what={t(taskLabels.title)} columns="1fr">
        {(task) => <TaskFacts task={task} />}
      </Fetched>
    </Drawer>
  )
}

function TaskFacts({ task }: { readonly task: Task }) {
  const t = useText()
  const value = useTaskValue()
  const span = useSpan()
  const day = useDay()
  return (
    <>
      <p>{task.what}</p>
      <p className="s t2 task-line">
        {value(task)} · {span(task)}
        <span className="block">{t(task.itemName)}</span>
        {task.announcedBy !== null && task.announcedOn !== null && (
          <span className="block t3">
            {task.announcedBy}，{day(task.announcedOn)}
          </span>
        )}
        {task.endReason !== '' && <span className="block">{task.endReason}</span>}
      </p>
      <h3 className="s t3">{t(taskLabels.whoTook)}</h3>
      {task.takings.length === 0 && <p className="s t2">{t(taskLabels.nobody)}</p>}
      <ul className="rows task-takings">
        {task.takings.map((taking) => (
          <li key={taking.memberId + taking.on + taking.state}>
            <span>
              {taking.name}
              <span className="c t3 block">
                {day(taking.on)} {t(takingTexts[taking.state])}
                {taking.word !== '' && `：${taking.word}`}
              </span>
            </span>
            <span className="s t2">
              <Reported taking={taking} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Reported({ taking: { claims, state } }: { readonly taking: Task['takings'][number] }) {
  const t = useText()
  if (claims.length === 0) return state === 'taken' ? <>{t(taskLabels.noClaim)}</> : null
  return (
    <>
      {claims.map(({ id, state: of, credited }) => {
        const known = Object.entries(claimStateTexts).find(([name]) => name === of)?.[1]
        return (
          <span key={id} className="block">
            {known && t(known.text)} {credited !== null && plain(credited)}
          </span>
        )
      })}
    </>
  )
}

function TaskActs({ task }: { readonly task: Task }) {
  const t = useText()
  const say = useUndo()
  const [ending, setEnding] = useState<'close' | 'cancel'>()
  const announce = useCommandOperation('task.announce', {
    onDone: () => say({ text: t(taskLabels.announced, { title: task.title, points: plain(task.most) }) }),
  })
  if (!task.may.announce && !task.may.end) return null
  return (
    <>
      {task.may.announce && (
        <Button
          act
          busy={announce.isPending && t(taskLabels.announce)}
          onClick={() => announce.mutate({ taskId: task.id, revision: task.revision })}
        >
          {t(taskLabels.doAnnounce, {
            points: task.least === task.most ? plain(task.most) : `${plain(task.least)}–${plain(task.most)}`,
          })}
        </Button>
      )}
      {task.may.end && task.state === 'announced' && (
        <Button onClick={() => setEnding('close')}>{t(taskLabels.close)}</Button>
      )}
      {task.may.end && <Button onClick={() => setEnding('cancel')}>{t(taskLabels.cancel)}</Button>}
      {announce.isError && <StateError error={announce.error} refusals={taskRefusals} />}
      {ending && <EndDialog task={task} how={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function EndDialog({ task, how, onClose }: { task: Task; how: 'close' | 'cancel'; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const done = (words: typeof taskLabels.ended2 | typeof taskLabels.cancelled) => () => {
    onClose()
    say({ text: t(words, { title: task.title }) })
  }
  const close = useCommandOperation('task.close', { onDone: done(taskLabels.ended2) })
  const cancel = useCommandOperation('task.cancel', { onDone: done(taskLabels.cancelled) })
  const command = how === 'close' ? close : cancel
  const words = t(how === 'close' ? taskLabels.close : taskLabels.cancel)
  const run = () => command.mutate({ taskId: task.id, revision: task.revision, reason })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(how === 'close' ? taskLabels.closeTitle : taskLabels.cancelTitle)}
      keepOpen={reason !== ''}
      acts={
        <>
          <Button onClick={onClose}>{t(taskLabels.keep)}</Button>
          <Button busy={command.isPending && words} onClick={run}>
            {words}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t(how === 'close' ? taskLabels.closeText : taskLabels.cancelText)}</p>
        <TextArea
          label={t(taskLabels.reason)}
          optional={how === 'close'}
          maxLength={300}
          value={reason}
          onValue={setReason}
        />
        {command.isError && <StateError error={command.error} refusals={taskRefusals} />}
      </div>
    </Dialog>
  )
}
