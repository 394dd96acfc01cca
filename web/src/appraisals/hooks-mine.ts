import { useCallback, useEffect, useRef, useState } from 'react'
import { neededParts } from '@steward/domain/appraisals/duty-report.ts'
import type { InputOf, OutputOf } from '../shared/call.ts'
import { Refused } from '../shared/call.ts'
import { instantIn } from '../shared/clock.ts'
import { keepDeviceDraft, readDeviceDraft } from '../shared/device-text.ts'
import { useOnline } from '../shared/kit/offline.tsx'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type Mine = OutputOf<'appraisal.mine'>
export type Appraisal = NonNullable<Mine['appraisal']>
export type Report = OutputOf<'duty-report.show'>
export type ReportWords = Report['words']
export type Feedback = OutputOf<'feedback.show'>
export type Items = OutputOf<'rectification.list'>['rows']

/** The own part in the appraisal of this year, or the latest one. */
export function useMyAppraisal() {
  return useQueryOperation('appraisal.mine', {})
}

export function useMyReport({ id, memberId }: Pick<Appraisal, 'id' | 'memberId'>) {
  return useQueryOperation('duty-report.show', { appraisalId: id, memberId }, { staleMs: 0 })
}

/** What a member can do at a moment, the most needed first. */
export type NextStep = 'report' | 'answer' | 'self' | 'peers' | 'ballot' | 'feedback' | 'mending'

/** What is the member's to do next, by the stage of the branch; nothing is as good an answer. */
export function nextStepOf(mine: Appraisal): NextStep | undefined {
  const { stage, place, box } = mine
  const isWriting = stage === 'dutyReports' || stage === 'self' || stage === 'peers'
  const takesPart = place === 'graded' || place === 'withoutGrade'
  const isHandedIn = mine.reportState !== null && mine.reportState !== 'drafted'
  if (mine.openQuestions > 0) return 'answer'
  if (isWriting && mine.owesReport && !isHandedIn) return 'report'
  if (takesPart && !mine.selfSaid && (stage === 'self' || stage === 'peers')) return 'self'
  if (takesPart && stage === 'peers') return 'peers'
  if (stage === 'ballots' && box?.state === 'open' && box.voter === 'listed') return 'ballot'
  if (mine.feedbackState === 'told') return 'feedback'
  if (mine.itemsOpen > 0) return 'mending'
  return undefined
}

type Written = Pick<Report, 'words' | 'onProblems'>
type Kept = Written & { readonly revision: number | null }

/** What is kept on the device reads as it was put there, or not at all. */
function readKept(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(readDeviceDraft(key) ?? 'null')
    const isDraft = typeof kept === 'object' && kept !== null && 'words' in kept && 'onProblems' in kept
    return isDraft ? (kept as Kept) : undefined // written by keep() below and by nothing else
  } catch {
    return undefined
  }
}

function isSame(a: Written, b: Written): boolean {
  const text = ({ words, onProblems }: Written) =>
    JSON.stringify([Object.entries(words).toSorted(), Object.entries(onProblems).toSorted()])
  return text(a) === text(b)
}

const SAVE_AFTER_MS = 1500

/**
 * The report as it is written: every stroke is kept on this device until it is handed in, and saved with the branch a little
 * later. Where the branch has another text meanwhile, both are shown and a person chooses.
 */
export function useReportDraft(appraisalId: string, report: Report) {
  const key = `duty-report.${appraisalId}.${report.memberId}`
  const [found] = useState(() => readKept(key))
  const isOther = found !== undefined && found.revision !== report.revision && !isSame(found, report)
  const [conflict, setConflict] = useState(isOther)
  const [written, setWritten] = useState<Written>(found ?? report)
  const revision = useRef(report.revision)
  const [savedAt, setSavedAt] = useState<string>()
  const [isDirty, setDirty] = useState(found !== undefined && !isSame(found, report))
  const write = useCommandOperation('duty-report.write', { refreshes: [] })
  const latest = useRef(written)
  const running = useRef<Promise<{ reportId: string; revision: number }>>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { mutateAsync } = write

  const save = useCallback(async (): Promise<{ reportId: string; revision: number }> => {
    clearTimeout(timer.current)
    await running.current?.catch(() => undefined)
    const sent = latest.current
    const input: InputOf<'duty-report.write'> = {
      ...{ appraisalId, memberId: report.memberId, revision: revision.current },
      ...{ words: sent.words, onProblems: sent.onProblems },
    }
    running.current = mutateAsync(input).then((done) => {
      revision.current = done.revision
      keepDeviceDraft(key, JSON.stringify({ ...latest.current, revision: done.revision }))
      setDirty(latest.current !== sent)
      setSavedAt(instantIn(0))
      return done
    })
    return await running.current.catch((failure: unknown) => {
      if (failure instanceof Refused && failure.code === 'duty-report-changed-since') setConflict(true)
      throw failure
    })
  }, [appraisalId, report.memberId, key, mutateAsync])

  const saveSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save().catch(() => undefined), SAVE_AFTER_MS)
  }, [save])
  // What an earlier page, or a time without a network, has left goes out by itself.
  const online = useOnline()
  const waits = online && isDirty && !conflict
  useEffect(() => {
    if (waits) saveSoon()
  }, [waits, saveSoon])

  const change = (next: Partial<Written>) => {
    const changed = { ...latest.current, ...next }
    latest.current = changed
    setWritten(changed)
    setDirty(true)
    keepDeviceDraft(key, JSON.stringify({ ...changed, revision: revision.current }))
    saveSoon()
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  /** After a conflict: goes on with this text, over what the branch has. */
  const choose = (chosen: Written, over: number | null) => {
    revision.current = over
    setConflict(false)
    change({ words: chosen.words, onProblems: chosen.onProblems })
  }
  const forget = () => keepDeviceDraft(key, '')
  return {
    ...written,
    change,
    save,
    forget,
    savedAt,
    isDirty,
    conflict,
    choose,
    error: write.error,
    isSaving: write.isPending,
  }
}

export type ReportDraft = ReturnType<typeof useReportDraft>

/** Parts that keep the report from being handed in, by the rule of the server. */
export function lackingParts({ words, onProblems }: Written, report: Report) {
  const parts = neededParts.filter((part) => words[part].trim() === '')
  const silent = report.facts.problems.some(({ id }) => (onProblems[id] ?? '').trim() === '')
  return silent ? [...parts, 'lastYearProblems' as const] : parts
}
