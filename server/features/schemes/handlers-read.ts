import type { SchemeContent, SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { claimableItems } from '@steward/domain/schemes/scheme.ts'
import { attendanceShare, checkScheme, homeShare, mostOfYear } from '@steward/domain/schemes/scheme-checks.ts'
import { compareContents } from '@steward/domain/schemes/scheme-changes.ts'
import { lastMonthOf } from '@steward/domain/schemes/scheme-version.ts'
import { lintScheme } from '@steward/domain/schemes/policy-linter.ts'
import { problem } from '#platform/problem.ts'
import type { Draft } from './queries-draft.ts'

/** One version without what it says; `versions` are those it stands among. */
export function headOf(version: SchemeVersion, versions: readonly SchemeVersion[]) {
  const { id, label, effectiveFrom, adopted } = version
  return { id, label, effectiveFrom, lastMonth: lastMonthOf(version, versions), adopted }
}

/** What a version says, without what it is. */
export function contentOf(version: SchemeVersion): SchemeContent {
  const {
    id: _id,
    schemeId: _schemeId,
    label: _label,
    effectiveFrom: _from,
    adopted: _adopted,
    ...content
  } = version
  return content
}

export function draftHead(draft: Draft, base: SchemeContent) {
  const { revision, changedBy, changedAt, content } = draft
  return { revision, changedBy, changedAt, changes: compareContents(base, content).length }
}

/** What can be said about a content by looking at it: what does not fit, what the principles forbid, and its shares. */
export function checksOf(content: SchemeContent) {
  return {
    faults: checkScheme(content),
    findings: lintScheme(content),
    attendance: attendanceShare(content),
    home: homeShare(content),
    most: mostOfYear(content),
    claimable: claimableItems(content).length,
  }
}

/** The version a draft is begun from: the latest adopted one, in force or not yet. */
export function latestOf(versions: readonly SchemeVersion[]): SchemeVersion | undefined {
  return versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
}

export function versionById(versions: readonly SchemeVersion[], id: string): SchemeVersion {
  return versions.find((version) => version.id === id) ?? problem('not-found')
}
