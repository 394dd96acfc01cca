import { Bar } from '../../shared/kit/Bar.tsx'
import { StateEmpty } from '../../shared/kit/states.tsx'
import type { Tone } from '../../shared/kit/Tag.tsx'
import { Tag } from '../../shared/kit/Tag.tsx'
import { dayOfInstant, useToday } from '../../shared/clock.ts'
import { formatDay, formatNumber, formatTime } from '../../shared/formats.ts'
import { useLanguage, useText } from '../../shared/texts.ts'
import type { ImportSummary, RosterImport } from './hooks.ts'
import { importStateTexts, importTexts, sheetTexts, stepTexts } from './labels.ts'

const TONES: Readonly<Partial<Record<ImportSummary['state'], Tone>>> = {
  mapping: 'ochre',
  ready: 'ochre',
  applied: 'pine',
  unreadable: 'seal',
}

export function StateTag({ summary: { state, work } }: { summary: Pick<ImportSummary, 'state' | 'work'> }) {
  const t = useText()
  const isCutOff = work === 'interrupted'
  return (
    <Tag tone={isCutOff ? 'ochre' : TONES[state]} tight>
      {t(importStateTexts[isCutOff ? 'interrupted' : state])}
    </Tag>
  )
}

/** 11月3日 9:05 */
export function useWhen(): (instant: string | null) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (instant) =>
    instant === null ? '' : `${formatDay(dayOfInstant(instant), language, today)} ${formatTime(instant)}`
}

/** Reading and writing, under way or cut off. */
export function WorkBody({ imported }: { imported: RosterImport }) {
  const t = useText()
  const { state, work, progress } = imported
  if (work === 'interrupted') {
    const tell = state === 'applying' ? importTexts.interruptedApplying : importTexts.interruptedReading
    return <StateEmpty fact={t(importTexts.interrupted)} fill={t(tell)} />
  }
  const step = stepTexts[progress?.step ?? '']
  const all = progress?.all ?? 0
  const words = step === undefined || work === 'waiting' ? t(importTexts.waiting) : t(step)
  return (
    <div role="status" className="import-work">
      <p className="b">{words}</p>
      {progress && all > 0 && (
        <Bar
          done={progress.done}
          all={all}
          label={words}
          words={`${formatNumber(progress.done)} / ${formatNumber(all)}`}
        />
      )}
      <p className="s t2">
        {state === 'reading' && <b>{t(importTexts.nothingWritten)}</b>} {t(importTexts.mayLeave)}
      </p>
    </div>
  )
}

export function UnreadableBody({ imported: { refusal } }: { imported: RosterImport }) {
  const t = useText()
  const text = sheetTexts[refusal?.code ?? ''] ?? sheetTexts['sheet-damaged']
  return <StateEmpty fact={t(importTexts.unreadable)} fill={text && t(text, refusal?.details)} />
}

/** What was written, or that nothing was, or that it was taken back. */
export function EndBody({ imported }: { imported: RosterImport }) {
  const t = useText()
  const when = useWhen()
  const { state, inserted, updated, left, appliedBy, appliedAt, endedBy, endedAt, endReason } = imported
  const ended = { name: endedBy ?? '', when: when(endedAt), reason: endReason }
  if (state === 'abandoned') {
    return <StateEmpty fact={t(importTexts.abandoned)} fill={t(importTexts.abandonedTell, ended)} />
  }
  if (state === 'undone') {
    return <StateEmpty fact={t(importTexts.undone)} fill={t(importTexts.undoneTell, ended)} />
  }
  return (
    <div className="import-end" role="status">
      <p className="ph1">{t(importTexts.applied, { count: formatNumber(inserted + updated) })}</p>
      <p className="s t2">
        {t(importTexts.appliedParts, {
          inserted: formatNumber(inserted),
          updated: formatNumber(updated),
          left: formatNumber(left),
        })}
      </p>
      <p className="c t3">{t(importTexts.appliedBy, { name: appliedBy ?? '', when: when(appliedAt) })}</p>
    </div>
  )
}
