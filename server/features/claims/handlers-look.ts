import { capLines } from '@steward/domain/claims/cap-lines.ts'
import type { ClaimLevel } from '@steward/domain/claims/claim.ts'
import {
  approveClaim,
  barredFrom,
  isEvidenceComplete,
  levelAbove,
  levelAfter,
  waitingDays,
} from '@steward/domain/claims/review.ts'
import { boundByTask, deedWindow } from '@steward/domain/claims/task.ts'
import { roomFor } from '@steward/domain/points/credit.ts'
import { claimableItems, type SchemeItem, type SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import {
  addDays,
  daysBetween,
  type PlainDate,
  toPlainMonth,
  yearOf,
} from '@steward/domain/shared/plain-date.ts'
import { findSamePhotosOf, toPhotoHints } from '#features/files/queries-photo.ts'
import { listOpenPledgesOf } from '#features/pledges/queries.ts'
import { schemeForMember, scoringFactsOf, versionsOf } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-claim.ts'
import { type ClaimRow, findClaim, levelsOf, toClaim } from './queries-claim.ts'
import { creditRulesOf, factsOf, loadStanding, type Standing, usedBefore } from './queries-credit.ts'
import { isStandInFor } from './queries-stand-in.ts'
import {
  findEntryView,
  findLevelNames,
  findOptionFacts,
  listOthers,
  listOwn,
  listSteps,
} from './queries-look.ts'
import { listTasksFor } from './queries-task.ts'
import { toClaimLine, toItemView, versionsOfRows, withItem } from './queries-view.ts'
import { reviewerOf } from './queries-reviewer.ts'

/** At most so many items are shown. */
const MOST_ITEMS = 12

const options = handle(operations.claimOptions, async (context, input) => {
  const { tx, access, actor, today } = context
  const memberId = input.memberId ?? actor.memberId ?? problem('forbidden')
  const day = input.deedOn ?? today
  const year = yearOf(day)
  const [facts, pledges, tasks, standing] = await Promise.all([
    findOptionFacts(tx, memberId, day, actor.memberId),
    listOpenPledgesOf(tx, memberId, day),
    listTasksFor(tx, memberId, day),
    loadStanding(tx, [memberId], { from: year, until: year }),
  ])
  if (facts === undefined) problem('not-found')
  if (!access.can('claim.submit', { memberId })) await demandEntry(context, facts.org_path, memberId)
  const versions = await versionsOf(tx, facts.version_ids)
  const found = schemeForMember(versions, scoringFactsOf(facts), toPlainMonth(day))
  const version = found?.scored === true && facts.state === 'active' ? found : undefined
  const head = {
    ...{ memberId, memberName: facts.name, orgName: facts.org_name, today },
    ...{ returned: facts.returned, mayStandIn: facts.stand_in },
  }
  if (version === undefined) {
    const nothing = { pledges: [], tasks: [], items: [], decideDays: found?.decideDays ?? 0 }
    return agree({ ...head, ...nothing, scored: false, earliestOn: today })
  }
  const lines = standing.get(memberId) ?? []
  const room = (item: SchemeItem) => roomOf(version, item, lines, day)
  const itemBy = (code: string) => version.items.find((item) => item.code === code)
  return agree({
    ...head,
    scored: true,
    earliestOn: addDays(today, -version.lateEntryDays),
    decideDays: version.decideDays,
    pledges: pledges.flatMap(({ id, text, from, until, itemCode }) => {
      const item = itemBy(itemCode)
      if (item === undefined) return []
      return [{ id, title: text, from, until, item: toItemView(item), room: room(item) }]
    }),
    tasks: tasks.flatMap(({ row, task }) => {
      const item = itemBy(task.itemCode)
      const window = deedWindow(task, memberId)
      if (item === undefined || window === null || window.from > day || window.until < day) return []
      const bound = boundByTask(item, task)
      const { least, most } = row
      return [
        { id: row.id, title: row.title, ...window, least, most, item: toItemView(bound), room: room(item) },
      ]
    }),
    items: claimableItems(version)
      .filter((item) => !item.announced && !pledges.some(({ itemCode }) => itemCode === item.code))
      .map((item) => ({ ...toItemView(item), room: room(item), often: facts.often[item.code] ?? 0 }))
      .toSorted((a, b) => b.often - a.often)
      .slice(0, MOST_ITEMS),
  })
})

/** Whoever enters for others: by the permission, or as a stand-in of the member's branch. */
async function demandEntry({ tx, access, actor }: Context, path: string, memberId: string): Promise<void> {
  if (access.can('claim.enter', { path })) return
  if (actor.memberId === null || !(await isStandInFor(tx, actor.memberId, memberId))) problem('not-found')
}

function roomOf(
  version: SchemeVersion,
  item: SchemeItem,
  lines: Parameters<typeof usedBefore>[0],
  day: PlainDate,
) {
  const rules = creditRulesOf(version)
  const rule = rules.items.get(item.code)
  if (rule === undefined) return { left: null, limit: null }
  return roomFor(rules, rule, usedBefore(lines, version, item, day))
}

const mine = handle(operations.listMyClaims, async ({ tx, access, actor, today }, { show, ...page }) => {
  const memberId = actor.memberId ?? problem('forbidden')
  access.demand('claim.submit', { memberId })
  const { rows, counts } = await listOwn(tx, memberId, { show, ...page })
  const versions = await versionsOfRows(tx, rows)
  return agree({
    rows: rows.map((row) => ({
      ...toClaimLine(row, withItem(versions, row).item),
      waitingDays: waitingDays(row, today),
      decideByOn: row.state === 'submitted' ? row.decideByOn : null,
      asks: asksOf(row),
    })),
    total: counts[show],
    counts,
  })
})

function asksOf(row: ClaimRow): 'complete' | 'confirm' | null {
  if (row.state === 'returned') return 'complete'
  return row.state === 'submitted' && !row.confirmedByMember ? 'confirm' : null
}

const show = handle(operations.showClaim, async (context, { claimId }) => {
  const { tx, access, today } = context
  const row = (await findClaim(tx, claimId)) ?? problem('not-found')
  access.demandHidden('claim.read', { path: row.orgPath, memberId: row.memberId })
  const year = yearOf(row.deedOn)
  const reviewer = reviewerOf(context, row)
  const [steps, others, entry, names, standing, versions, hints] = await Promise.all([
    listSteps(tx, claimId),
    listOthers(tx, row),
    findEntryView(tx, row.entryId),
    findLevelNames(tx, row.orgPath),
    loadStanding(tx, [row.memberId], { from: year, until: year }),
    versionsOfRows(tx, [row]),
    reviewer === undefined ? [] : listPhotoHints(context, row),
  ])
  const { version, item } = withItem(versions, row)
  const claim = toClaim(row)
  const next = levelAbove(row.level, levelsOf(row)) ?? null
  const open = row.state === 'submitted'
  return agree({
    ...toClaimLine(row, item),
    ...detailsOf(row),
    ...creditOf(row, version, item, standing, today),
    item: toItemView(item),
    schemeTitle: version.title,
    schemeLabel: version.label,
    schemeDocument: `${version.adopted.body} ${version.adopted.number}`.trim(),
    evidenceComplete: isEvidenceComplete(claim),
    witnesses: row.witnesses.map((each) => ({ ...each })),
    approvals: row.approvals.map(({ level, byName, on }) => ({ level, by: byName, on })),
    steps: steps.map((step) => ({ ...step, facts: { ...step.facts } })),
    waitingDays: waitingDays(row, today),
    decideByOn: open ? row.decideByOn : null,
    daysLeft: open ? daysBetween(today, row.decideByOn) : null,
    nextLevel: next,
    nextOrgName: next === null || next === 'branch' ? null : names[next],
    entry,
    doubles: others
      .filter(({ double }) => double)
      .map(({ id, number, deedOn, state, said }) => ({ id, number, deedOn, state, said })),
    photoHints: hints,
    before: others.map(({ id, deedOn, said, state, credited }) => ({ id, deedOn, said, state, credited })),
    ...rightsOf(context, row),
  })
})

/** Pictures like those of the claim, of this and other branches: a hint, nothing follows by itself (S-194). */
async function listPhotoHints({ tx, access }: Context, row: ClaimRow) {
  const fileIds = row.evidence.flatMap(({ kind, fileId }) =>
    kind === 'photo' && fileId !== null ? [fileId] : [],
  )
  if (fileIds.length === 0) return []
  const found = await findSamePhotosOf(tx, fileIds)
  return [...found].flatMap(([fileId, photos]) =>
    toPhotoHints(access, photos).map((hint) => ({ ...hint, fileId })),
  )
}

function detailsOf(row: ClaimRow) {
  const { orgPath, place, hostBranch, chosen, writtenOn, lateReason, enteredBy, paper, pledgeId, taskId } =
    row
  const { confirmedByMember, taskLeast, taskMost, consentHow, consentOn } = row
  return {
    ...{ orgPath, place, hostBranch, chosen, writtenOn, lateReason, enteredBy, paper, pledgeId, taskId },
    confirmedByMember,
    consent: consentHow === null || consentOn === null ? null : { how: consentHow, on: consentOn },
    taskValue: taskLeast === null || taskMost === null ? null : { least: taskLeast, most: taskMost },
    evidence: row.evidence.map(({ id, kind, fileId, name, type, open, note, addedBy }) => ({
      ...{ id, kind, fileId, name, type, note, addedBy },
      open: fileId !== null && open,
    })),
  }
}

/** Caps before this deed and what would be credited; for a decided claim as things stand without its own line. */
function creditOf(
  row: ClaimRow,
  version: SchemeVersion,
  item: SchemeItem,
  standing: Standing,
  today: PlainDate,
) {
  const used = usedBefore(standing.get(row.memberId) ?? [], version, item, row.deedOn)
  const facts = factsOf(row, version, { used, today })
  const rule = facts.rules.items.get(item.code)
  const countsNow = levelAfter(row.level, item.approval, levelsOf(row)) === undefined
  const caps = rule === undefined ? [] : capLines(facts.rules, rule, used)
  return { caps, countsNow, would: row.state === 'submitted' ? awardOf(row, facts) : null }
}

/** What the last level would write now. */
export function awardOf(row: ClaimRow, facts: ReturnType<typeof factsOf>) {
  const nobody = { accountId: '', memberId: null }
  const top: ClaimLevel = 'county'
  const claim = { ...toClaim(row), level: top, approvals: [] }
  const approved = approveClaim(claim, { ...nobody, level: top }, null, facts)
  return approved.ok ? approved.value.award : null
}

function rightsOf(context: Context, row: ClaimRow) {
  const { access, actor } = context
  const reviewer = reviewerOf(context, row)
  const own = actor.memberId !== null && actor.memberId === row.memberId
  const enters = access.may(['claim.enter'], { path: row.orgPath }).length > 0
  const open = row.state === 'submitted' || row.state === 'returned'
  const barred = reviewer === undefined ? null : (barredFrom(toClaim(row), reviewer) ?? null)
  const decidedByMe =
    row.state === 'submitted'
      ? row.approvals.at(-1)?.by === actor.accountId
      : row.decidedBy === actor.accountId
  return {
    barred: row.state === 'submitted' ? barred : null,
    may: {
      review: reviewer !== undefined && barred === null,
      takeBack: actor.accountId !== null && reviewer !== undefined && decidedByMe,
      withdraw: own && open,
      complete: row.state === 'returned' && (own || enters),
      confirm: own && row.entryBy !== 'member' && !row.confirmedByMember,
      nameWitness: open && (own || enters),
      takeDownWitness: open && access.may(['witness.take-down'], { path: row.orgPath }).length > 0,
      object: own && ['approved', 'adjusted', 'refused'].includes(row.state),
    },
  }
}

export const lookHandlers: readonly Handled[] = [options, mine, show]
