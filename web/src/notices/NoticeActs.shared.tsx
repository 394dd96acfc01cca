import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { CheckBox, TextArea } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Notice } from './hooks.ts'
import { useDay } from './hooks.ts'
import { noticeRefusals } from './labels-refusal.ts'
import { workTexts } from './labels-work.ts'

type Asked = 'check' | 'interrupt' | 'settle' | 'drop'

type NoticeActsProps = {
  readonly notice: Notice
  /** Page of this face that changes the words. */
  readonly changeAt: string
}

/** What can be done with a notice now; the next step in red. */
export function NoticeActs({ notice, changeAt }: NoticeActsProps) {
  const t = useText()
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const may = (act: Notice['may'][number]) => notice.may.includes(act)
  if (notice.may.length === 0) return null
  return (
    <div className="notice-acts">
      {may('check') && notice.findings.length === 0 && (
        <Button act onClick={() => setAsked('check')}>
          {t(workTexts.check)}
        </Button>
      )}
      {may('post') && <Post notice={notice} />}
      {may('settle') && (
        <Button act onClick={() => setAsked('settle')}>
          {t(workTexts.settle)}
        </Button>
      )}
      {may('change') && (
        <ButtonLink href={changeAt} icon="edit" act={notice.findings.length > 0}>
          {t(workTexts.change)}
        </ButtonLink>
      )}
      {may('interrupt') && <Button onClick={() => setAsked('interrupt')}>{t(workTexts.interrupt)}</Button>}
      {may('drop') && (
        <Button plain onClick={() => setAsked('drop')}>
          {t(workTexts.drop)}
        </Button>
      )}
      {asked === 'check' && <Check notice={notice} onClose={close} />}
      {asked === 'interrupt' && <Interrupt notice={notice} onClose={close} />}
      {asked === 'settle' && <Settle notice={notice} onClose={close} />}
      {asked === 'drop' && <Drop notice={notice} onClose={close} />}
    </div>
  )
}

function Post({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const say = useUndo()
  const formatted = useDay()
  const post = useCommandOperation('notice.post', {
    onDone: ({ endsOn }) => say({ text: t(workTexts.postedDone, { day: formatted(endsOn) }) }),
  })
  const isOwn = notice.isOwnDraft && notice.scope !== 'branch'
  return (
    <>
      <Button
        act
        busy={post.isPending && t(workTexts.posting)}
        why={isOwn ? t(workTexts.postOwn) : undefined}
        onClick={() => post.mutate({ noticeId: notice.id, revision: notice.revision })}
      >
        {t(workTexts.post, { days: notice.workingDays })}
      </Button>
      {post.isError && <StateError error={post.error} refusals={noticeRefusals} />}
    </>
  )
}

type DialogProps = { readonly notice: Notice; readonly onClose: () => void }

function Check({ notice, onClose }: DialogProps) {
  const t = useText()
  const [figures, setFigures] = useState(false)
  const [noEvidence, setNoEvidence] = useState(false)
  const check = useCommandOperation('notice.check', { onDone: onClose })
  const ready = figures && noEvidence
  const send = () =>
    check.mutate({
      noticeId: notice.id,
      revision: notice.revision,
      figuresCompared: true,
      enclosesEvidence: false,
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(workTexts.checkTitle)}
      acts={
        <Acts
          act={workTexts.check}
          busy={check.isPending}
          why={ready ? undefined : t(workTexts.checkBoth)}
          onClose={onClose}
          onAct={send}
        />
      }
    >
      <div className="form">
        <CheckBox checked={figures} onChecked={setFigures}>
          {t(workTexts.checkFigures)}
        </CheckBox>
        <CheckBox checked={noEvidence} onChecked={setNoEvidence}>
          {t(workTexts.checkNoEvidence)}
        </CheckBox>
        {check.isError && <StateError error={check.error} refusals={noticeRefusals} />}
      </div>
    </Dialog>
  )
}

function Interrupt({ notice, onClose }: DialogProps) {
  const t = useText()
  const interrupt = useCommandOperation('notice.interrupt', { onDone: onClose })
  return (
    <WithWords
      title={workTexts.interruptTitle}
      label={workTexts.interruptReason}
      model={workTexts.interruptModel}
      act={workTexts.interruptAct}
      tell={t(workTexts.interruptTell, { days: notice.workingDays })}
      busy={interrupt.isPending}
      error={interrupt.error}
      onClose={onClose}
      onWords={(reason) => interrupt.mutate({ noticeId: notice.id, reason })}
    />
  )
}

function Settle({ notice, onClose }: DialogProps) {
  const settle = useCommandOperation('notice.settle', { onDone: onClose })
  return (
    <WithWords
      title={workTexts.settleTitle}
      label={workTexts.settleWords}
      model={workTexts.settleModel}
      act={workTexts.settleAct}
      busy={settle.isPending}
      error={settle.error}
      onClose={onClose}
      onWords={(result) => settle.mutate({ noticeId: notice.id, result })}
    />
  )
}

function Drop({ notice, onClose }: DialogProps) {
  const drop = useCommandOperation('notice.drop', { onDone: onClose })
  return (
    <WithWords
      title={workTexts.dropTitle}
      label={workTexts.dropReason}
      act={workTexts.dropAct}
      busy={drop.isPending}
      error={drop.error}
      onClose={onClose}
      onWords={(reason) => drop.mutate({ noticeId: notice.id, reason })}
    />
  )
}

type WithWordsProps = {
  readonly title: Text
  readonly label: Text
  readonly model?: Text
  readonly act: Text
  readonly tell?: ReactNode
  readonly busy: boolean
  readonly error: Error | null
  readonly onClose: () => void
  readonly onWords: (words: string) => void
}

/** A step that needs a sentence others read. */
function WithWords({ title, label, model, act, tell, busy, error, onClose, onWords }: WithWordsProps) {
  const t = useText()
  const [words, setWords] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(title)}
      keepOpen={words !== ''}
      acts={<Acts act={act} busy={busy} onClose={onClose} onAct={() => onWords(words)} />}
    >
      <div className="form">
        {tell && <p className="s t2">{tell}</p>}
        <TextArea
          label={t(label)}
          placeholder={model && t(model)}
          maxLength={300}
          value={words}
          onValue={setWords}
        />
        {error && <StateError error={error} refusals={noticeRefusals} />}
      </div>
    </Dialog>
  )
}

type ActsProps = {
  readonly act: Text
  readonly busy: boolean
  readonly why?: string | undefined
  readonly onClose: () => void
  readonly onAct: () => void
}

function Acts({ act, busy, why, onClose, onAct }: ActsProps) {
  const t = useText()
  return (
    <>
      <Button onClick={onClose}>{t(workTexts.cancel)}</Button>
      <Button act busy={busy && t(workTexts.saving)} why={why} onClick={onAct}>
        {t(act)}
      </Button>
    </>
  )
}
