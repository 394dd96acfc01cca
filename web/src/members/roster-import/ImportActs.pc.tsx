import { useState } from 'react'
import { dayOfInstant, useToday } from '../../shared/clock.ts'
import { formatDay, formatNumber } from '../../shared/formats.ts'
import { Button } from '../../shared/kit/Button.tsx'
import { TextField } from '../../shared/kit/fields.tsx'
import { Dialog } from '../../shared/kit/layers.tsx'
import { StateError } from '../../shared/kit/states.tsx'
import { useUndo } from '../../shared/kit/undo.tsx'
import { useLanguage, useText } from '../../shared/texts.ts'
import { useCommandOperation } from '../../shared/use-operation.ts'
import type { RosterImport } from './hooks.ts'
import { importRefusals, importTexts } from './labels.ts'

type ActsProps = {
  readonly imported: RosterImport
  readonly onMapping: () => void
  /** Begin another import into the same organisation. */
  readonly onAgain: () => void
}

/** The foot of the drawer: what can be done in this state. */
export function ImportActs({ imported, onMapping, onAgain }: ActsProps) {
  const t = useText()
  const { state, work } = imported
  if (state === 'ready') return <WriteActs imported={imported} onMapping={onMapping} />
  if (state === 'applied') return <UndoActs imported={imported} />
  if (work === 'interrupted') return <ResumeActs imported={imported} />
  if (state === 'unreadable') {
    return (
      <Button ink onClick={onAgain}>
        {t(importTexts.otherFile)}
      </Button>
    )
  }
  if (state === 'undone' || state === 'abandoned') {
    return <Button onClick={onAgain}>{t(importTexts.importAgain)}</Button>
  }
  return null
}

/** Whether the drawer has a foot in this state. */
export function hasActs({ state, work, may }: RosterImport): boolean {
  if (state === 'applied') return may.undo
  return work === 'interrupted' || ['ready', 'unreadable', 'undone', 'abandoned'].includes(state)
}

function WriteActs({ imported, onMapping }: Pick<ActsProps, 'imported' | 'onMapping'>) {
  const t = useText()
  const { counts, toWrite, id } = imported
  const rest = counts.new + counts.changed + counts.double + counts.refused - toWrite
  const apply = useCommandOperation('roster-import.apply', {
    refreshes: ['roster-import.show', 'roster-import.list'],
  })
  return (
    <>
      {apply.error && <StateError error={apply.error} refusals={importRefusals} />}
      <Button
        act
        busy={apply.isPending && t(importTexts.writing)}
        why={toWrite === 0 ? t(importTexts.nothingTicked) : undefined}
        onClick={() => apply.mutate({ importId: id, toWrite })}
      >
        {t(importTexts.write, { count: formatNumber(toWrite) })}
      </Button>
      {imported.mapping && <Button onClick={onMapping}>{t(importTexts.changeColumns)}</Button>}
      <span className="c t3 import-rest">
        {rest > 0 ? t(importTexts.restStays, { count: formatNumber(rest) }) : t(importTexts.noRest)}
      </span>
    </>
  )
}

function ResumeActs({ imported }: Pick<ActsProps, 'imported'>) {
  const t = useText()
  const resume = useCommandOperation('roster-import.resume', {
    refreshes: ['roster-import.show', 'roster-import.list'],
  })
  return (
    <>
      {resume.error && <StateError error={resume.error} refusals={importRefusals} />}
      <Button
        act
        busy={resume.isPending && t(importTexts.writing)}
        onClick={() => resume.mutate({ importId: imported.id })}
      >
        {t(importTexts.again)}
      </Button>
    </>
  )
}

function UndoActs({ imported }: Pick<ActsProps, 'imported'>) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [asking, setAsking] = useState(false)
  const { may, undoUntil } = imported
  if (!may.undo) return null
  return (
    <>
      <Button icon="undo" onClick={() => setAsking(true)}>
        {t(importTexts.undo)}
      </Button>
      {undoUntil && (
        <span className="c t3 import-rest">
          {t(importTexts.undoUntil, { day: formatDay(dayOfInstant(undoUntil), language, today) })}
        </span>
      )}
      {asking && <UndoDialog imported={imported} onClose={() => setAsking(false)} />}
    </>
  )
}

function UndoDialog({ imported, onClose }: { imported: RosterImport; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const undo = useCommandOperation('roster-import.undo', {
    onDone: (done) => {
      say({ text: t(importTexts.undoneSay, done) })
      onClose()
    },
  })
  const { inserted, updated, id } = imported
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={reason !== ''}
      title={t(importTexts.undoTitle)}
      acts={
        <Button
          ink
          busy={undo.isPending && t(importTexts.undoing)}
          why={reason.trim() === '' ? t(importTexts.reasonFirst) : undefined}
          onClick={() => undo.mutate({ importId: id, reason })}
        >
          {t(importTexts.undo)}
        </Button>
      }
    >
      <p className="s t2 roster-gap">{t(importTexts.undoTell, { inserted, updated })}</p>
      <TextField label={t(importTexts.undoReason)} maxLength={300} value={reason} onValue={setReason} />
      {undo.error && <StateError error={undo.error} refusals={importRefusals} />}
    </Dialog>
  )
}

/** Gives up what is not written yet. */
export function AbandonButton({ imported }: Pick<ActsProps, 'imported'>) {
  const t = useText()
  const abandon = useCommandOperation('roster-import.abandon', {
    refreshes: ['roster-import.show', 'roster-import.list'],
  })
  return (
    <div className="import-abandon">
      <Button plain small onClick={() => !abandon.isPending && abandon.mutate({ importId: imported.id })}>
        {t(importTexts.abandon)}
      </Button>
      {abandon.error && <StateError error={abandon.error} refusals={importRefusals} />}
    </div>
  )
}
