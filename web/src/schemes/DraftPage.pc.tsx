import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { AdoptDialog } from './AdoptDialog.pc.tsx'
import { Checks, goToChecks } from './Checks.pc.tsx'
import { blocksOf, type DraftEditor, useDraftEditor } from './hooks-draft.ts'
import {
  type DraftShown,
  schemePath,
  useDraft,
  useInstantWords,
  useMonthWords,
  useReadable,
} from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import { ItemDrawer, newItem } from './ItemDrawer.pc.tsx'
import { schemeLabels } from './labels.ts'
import { draftLabels } from './labels-draft.ts'
import { schemeRefusals } from './labels-refusal.ts'
import { NamesDrawer } from './NamesDrawer.pc.tsx'
import { SchemeTable } from './SchemeTable.pc.tsx'
import { SettingsDrawer } from './SettingsDrawer.pc.tsx'
import { WhatIfPanel } from './WhatIf.pc.tsx'
import './Schemes.css'

/** /schemes/:schemeId/draft: the scheme at the left, written in place; at the right whom it would touch. */
export function DraftPage() {
  const t = useText()
  const { schemeId } = useParams<{ schemeId: string }>()
  const draft = useDraft(schemeId)
  const [take, setTake] = useState(0)
  const renew = () => void draft.refetch().then(() => setTake((before) => before + 1))
  return (
    <Fetched from={draft} what={t(schemeLabels.what)} rows={10} columns="1fr 80px 80px">
      {(shown) => <Draft key={take} shown={shown} onRenew={renew} />}
    </Fetched>
  )
}

type Beside =
  | { readonly kind: 'item'; readonly code: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'names' }

function Draft({ shown, onRenew }: { shown: DraftShown; onRenew: () => void }) {
  const t = useText()
  const editor = useDraftEditor(shown)
  const { content } = editor
  const [beside, setBeside] = useState<Beside>()
  const close = () => setBeside(undefined)
  const openItem = (code: string) => setBeside({ kind: 'item', code })
  const openSettings = () => setBeside({ kind: 'settings' })
  const mend = (where: string) =>
    content.items.some(({ code }) => code === where) ? openItem(where) : openSettings()
  const add = () => {
    const item = newItem(content.items.map(({ code }) => code))
    editor.changeItem(item.code, item)
    openItem(item.code)
  }
  const edit = {
    base: shown.baseContent,
    change: editor.change,
    changeItem: editor.changeItem,
    openItem,
    openSettings,
  }
  return (
    <div className="columns scheme-draft">
      <section className="scheme-editor" aria-label={t(schemeLabels.draft)}>
        <div className="scheme-body">
          <Head shown={shown} editor={editor} />
          <SchemeTable content={content} edit={edit} />
          <div className="acts scheme-more">
            <Button small icon="plus" onClick={add}>
              {t(draftLabels.addItem)}
            </Button>
            <Button small icon="settings" onClick={openSettings}>
              {t(draftLabels.editSettings)}
            </Button>
          </div>
          <Checks content={content} onMend={mend} />
        </div>
        <Foot shown={shown} editor={editor} onRenew={onRenew} />
      </section>
      <WhatIfPanel shown={shown} editor={editor} onNames={() => setBeside({ kind: 'names' })} />
      <Aside beside={beside} shown={shown} editor={editor} onClose={close} />
    </div>
  )
}

function Aside({
  beside,
  shown,
  editor,
  onClose,
}: {
  beside: Beside | undefined
  shown: DraftShown
  editor: DraftEditor
  onClose: () => void
}) {
  const { content } = editor
  if (beside === undefined) return null
  if (beside.kind === 'names') return <NamesDrawer schemeId={shown.schemeId} onClose={onClose} />
  if (beside.kind === 'settings')
    return <SettingsDrawer content={content} change={editor.change} onClose={onClose} />
  const item = content.items.find(({ code }) => code === beside.code)
  if (item === undefined) return null
  return (
    <ItemDrawer
      key={item.code}
      item={item}
      isNew={!shown.baseContent.items.some(({ code }) => code === item.code)}
      onChange={(next) => editor.changeItem(item.code, next)}
      onRemove={() => {
        editor.changeItem(item.code, null)
        onClose()
      }}
      onClose={onClose}
    />
  )
}

function Head({ shown, editor }: { shown: DraftShown; editor: DraftEditor }) {
  const t = useText()
  const words = useLanguageWords()
  const { base, schemeId } = shown
  const { label } = base
  return (
    <div className="between">
      <div>
        <h1 className="scheme-title">{words(editor.content.title)}</h1>
        <p className="s t3">
          {editor.changes === 0
            ? t(draftLabels.unchanged, { label })
            : t(draftLabels.changed, { label, count: editor.changes })}
        </p>
      </div>
      <ButtonLink plain href={schemePath(schemeId, `/compare?before=${base.id}&after=draft`)}>
        {t(schemeLabels.compareWith, { label })}
      </ButtonLink>
    </div>
  )
}

function Foot({ shown, editor, onRenew }: { shown: DraftShown; editor: DraftEditor; onRenew: () => void }) {
  const t = useText()
  const month = useMonthWords()
  const readable = useReadable()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState<'adopt' | 'discard'>()
  const blocks = blocksOf(editor.content)
  const close = () => setAsking(undefined)
  const leave = () => navigate(schemePath(shown.schemeId), { replace: true })
  const why =
    blocks > 0 ? (
      <button type="button" className="link" onClick={goToChecks}>
        {t(draftLabels.mendFirst, { count: blocks })}
      </button>
    ) : editor.isSaved ? undefined : (
      t(draftLabels.saving)
    )
  return (
    <footer className="scheme-foot">
      {editor.error && (
        <StateError
          error={readable(editor.error)}
          refusals={schemeRefusals}
          title={editor.isOld ? undefined : t(draftLabels.notSaved)}
          retry={editor.isOld ? undefined : editor.retry}
        >
          {editor.isOld && (
            <Button small onClick={onRenew}>
              {t(draftLabels.reload)}
            </Button>
          )}
        </StateError>
      )}
      <div className="acts">
        <Button act why={why} onClick={() => setAsking('adopt')}>
          {t(draftLabels.adopt)}
        </Button>
        <Button plain onClick={() => setAsking('discard')}>
          {t(draftLabels.discard)}
        </Button>
        <span className="c t3 scheme-state">
          <Saved editor={editor} />
          {t(draftLabels.earliest, { month: month(shown.earliest) })}
        </span>
      </div>
      {asking === 'adopt' && <AdoptDialog shown={shown} editor={editor} onClose={close} onAdopted={leave} />}
      {asking === 'discard' && <Discard shown={shown} editor={editor} onClose={close} onDone={leave} />}
    </footer>
  )
}

function Saved({ editor }: { editor: DraftEditor }) {
  const t = useText()
  const instant = useInstantWords()
  if (editor.error) return null
  const text = !editor.isSaved
    ? t(draftLabels.saving)
    : editor.savedAt === null
      ? ''
      : t(draftLabels.saved, { time: instant(editor.savedAt) })
  return <span role="status">{text === '' ? '' : `${text} · `}</span>
}

function Discard({
  shown,
  editor,
  onClose,
  onDone,
}: {
  shown: DraftShown
  editor: DraftEditor
  onClose: () => void
  onDone: () => void
}) {
  const t = useText()
  const say = useUndo()
  const readable = useReadable()
  const discard = useCommandOperation('scheme.discard-draft', {
    refreshes: ['scheme.list', 'scheme.show'],
    onDone: () => {
      say({ text: t(draftLabels.discarded) })
      onDone()
    },
  })
  return (
    <Dialog
      open
      title={t(draftLabels.discard)}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{t(draftLabels.keep)}</Button>
          <Button
            busy={discard.isPending && t(draftLabels.discarding)}
            onClick={() => discard.mutate({ schemeId: shown.schemeId, revision: editor.revision })}
          >
            {t(draftLabels.discardDo)}
          </Button>
        </>
      }
    >
      <p>{t(draftLabels.discardTell)}</p>
      {discard.error && <StateError error={readable(discard.error)} refusals={schemeRefusals} />}
    </Dialog>
  )
}
