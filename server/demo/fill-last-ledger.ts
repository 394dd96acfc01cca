import { rawValue } from '@steward/domain/schemes/item-value.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import {
  type PlainDate,
  plainDate,
  type PlainMonth,
  toPlainMonth,
} from '@steward/domain/shared/plain-date.ts'
import type { WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { insertPastClaims, type PastClaim } from '#features/claims/queries-bulk.ts'
import type { JudgedPledge } from './fill-past-pledges.ts'
import { type ManyDeed, openManyPostings } from '#features/points/queries-bulk.ts'
import type { Context } from '#platform/context.ts'
import type { ToleratedErrors } from './fill-cases.ts'
import type { FilledMember } from './fill-county.ts'
import { eveningOf, type Reviewers, reviewerOf } from './fill-loop.ts'
import { fillMonth, sealDay } from './fill-months.ts'
import type { Habits } from './plan/plan-deeds.ts'
import type { Draw } from './plan/random.ts'
import { takeMonthStatistics, takeStatistics } from './take-statistics.ts'

export type Person = {
  readonly member: FilledMember
  readonly orgId: string
  readonly version: SchemeVersion | undefined
  readonly habits: Habits
  readonly draw: Draw
}
/** The last months of the quarters, each with the two before it on one sheet. */
const QUARTERS = ['03', '06', '09', '12'] as const

export function monthOf(year: number, month: (typeof QUARTERS)[number]): PlainMonth {
  return toPlainMonth(plainDate(`${year}-${month}-01`))
}

export function sheetOf(
  year: number,
  last: (typeof QUARTERS)[number],
  people: readonly Person[],
  calendar: WorkingCalendar,
  reviewers: Reviewers,
) {
  const also = [2, 1].map((back) => {
    const month = String(Number(last) - back).padStart(2, '0')
    return toPlainMonth(plainDate(`${year}-${month}-01`))
  })
  return { orgIds: [...new Set(people.map(({ orgId }) => orgId))], reviewers, calendar, also }
}

type Ledger = {
  readonly year: number
  readonly calendar: WorkingCalendar
  readonly pledges: readonly JudgedPledge[]
  readonly reviewers: Reviewers
  readonly tolerated: ToleratedErrors
}

/** A few records of each quarter, and in December what was promised and kept; the last sheet hangs after the appraisal. */
export async function fillLedger(
  context: Context,
  people: readonly Person[],
  { year, calendar, pledges, reviewers, tolerated }: Ledger,
): Promise<number> {
  // Who came in the course of the year is new in the next one and begins it flat.
  const scored = people.filter(
    ({ version, member }) => version?.scored === true && member.admittedOn < `${year}-01-01`,
  )
  const memberIds = scored.map(({ member }) => member.id)
  const postings = await openManyPostings(context, { memberIds, year })
  const versions = new Map(scored.map(({ member, version }) => [member.id, version]))
  const counts = new Map<string, number>()
  const kept = Map.groupBy(
    pledges.filter(({ outcome }) => outcome === 'fulfilled'),
    ({ memberId }) => memberId,
  )
  let lines = 0
  for (const quarter of QUARTERS) {
    const deedOn = plainDate(`${year}-${quarter}-${quarter === '12' ? '05' : '20'}`)
    const at = eveningOf(deedOn)
    const told = scored

      .map((person) => tellQuarter(person, deedOn))
    const claims = told.flatMap((one) => (one.kind === 'claim' ? [one] : []))
    const deeds = told.flatMap((one): ManyDeed[] => [
      ...(one.kind === 'none' ? [] : [toDeed(one, reviewers)]),
      ...(quarter === '12'
        ? (kept.get(one.person.member.id) ?? []).flatMap((each) => keptDeed(one.person, each, deedOn))
        : []),
    ])
    // Everybody's year begins with the flat base, deeds or not.
    const beginning = scored.flatMap(({ member, orgId, version }) =>
      version !== undefined ? [{ memberId: member.id, orgId, version, deedOn }] : [],
    )
    await postings.begin(at, beginning)
    const { entries, written } = await postings.send(at, deeds)
    lines += entries.length
    const credited = new Map(entries.map((entry) => [entry.source.id, entry]))
    const past = claims.map((one) => toClaim(one, at, reviewers, credited))
    await Promise.all([written, insertPastClaims(context.tx, past, counts)])
    if (quarter === '06') await tolerated.deduct(context, deedOn, (id) => versions.get(id))
    if (quarter === '12') await tolerated.takeBack(context, deedOn)
    await sealDay(context, deedOn)
    await (quarter === '03' || quarter === '12' ? takeStatistics : takeMonthStatistics)(context.tx)
    if (quarter === '12') continue
    await fillMonth(context, monthOf(year, quarter), sheetOf(year, quarter, people, calendar, reviewers))
  }
  return lines
}

type Told = { readonly person: Person; readonly deedOn: PlainDate } & (
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly itemCode: string; readonly automatic: string }
  | { readonly kind: 'claim'; readonly itemCode: string; readonly id: string }
)

/** Meetings of the quarter by the roster; where a class has none on record, what the secretary wrote down. */
function tellQuarter(person: Person, deedOn: PlainDate): Told {
  const { version, habits, draw } = person
  const items = version?.items ?? []
  const record = items.find(
    ({ automatic }) => automatic === 'meetingAttendance' || automatic === 'floatingContact',
  )
  const comes = draw.chance(habits.faithful)
  if (!comes) return { person, deedOn, kind: 'none' }
  if (record?.automatic !== undefined && record.automatic !== null)
    return { person, deedOn, kind: 'record', itemCode: record.code, automatic: record.automatic }
  const open = items.filter(
    ({ claim, value, approval, category }) =>
      claim.includes('secretary') && value.kind === 'fixed' && approval === 'branch' && category === 'duty',
  )
  if (open.length === 0) return { person, deedOn, kind: 'none' }
  return { person, deedOn, kind: 'claim', itemCode: draw.oneOf(open).code, id: eveningOf(deedOn).newId() }
}

function itemOf({ version }: Person, code: string) {
  const item = version?.items.find((each) => each.code === code)
  if (version === undefined || item === undefined)
    throw new Error(`The plan names an item that is not in the scheme: ${code}`)
  return { version, item }
}

function toDeed(told: Exclude<Told, { kind: 'none' }>, reviewers: Reviewers): ManyDeed {
  const { person, deedOn, itemCode } = told
  const { version, item } = itemOf(person, itemCode)
  // Two meetings of the quarter on one line.
  const raw = rawValue(item, told.kind === 'record' ? 200 : 100, null)
  if (!raw.ok) throw new Error(`The plan breaks a rule: ${raw.code} ${itemCode}`)
  const deed = { memberId: person.member.id, orgId: person.orgId, version, itemCode, deedOn, raw: raw.value }
  if (told.kind === 'record') {
    const source = { kind: 'automatic' as const, id: `${told.automatic} ${deedOn}` }
    const nobody = { reviewerId: null, reviewerMemberId: null }
    return { ...deed, ...nobody, source, authorId: version.id, evidence: [`roster:${told.automatic}`] }
  }
  const reviewer = reviewerOf(reviewers, person.orgId, person.member.id)
  return {
    ...deed,
    ...{ authorId: person.member.id, reviewerId: reviewer.accountId, reviewerMemberId: reviewer.memberId },
    ...{ source: { kind: 'claim', id: told.id }, evidence: [] },
  }
}

/** A promise that was kept counts once, by the word of who judged it. */
function keptDeed(person: Person, judged: JudgedPledge, deedOn: PlainDate): ManyDeed[] {
  const item = person.version?.items.find(({ code }) => code === 'pledge-done')
  if (person.version === undefined || item === undefined || judged.judge.accountId === null) return []
  const raw = rawValue(item, 100, null)
  if (!raw.ok) throw new Error(`The plan breaks a rule: ${raw.code} ${item.code}`)
  return [
    {
      ...{ memberId: person.member.id, orgId: person.orgId, version: person.version, itemCode: item.code },
      ...{ deedOn, raw: raw.value, authorId: judged.judge.accountId, reviewerId: judged.judge.accountId },
      reviewerMemberId: judged.judge.memberId,
      ...{ source: { kind: 'pledge', id: judged.pledgeId }, evidence: [`pledge:${judged.pledgeId}`] },
    },
  ]
}

function toClaim(
  { person, itemCode, id, deedOn }: Extract<Told, { kind: 'claim' }>,
  at: ReturnType<typeof eveningOf>,
  reviewers: Reviewers,
  entries: ReadonlyMap<string, { readonly id: string; readonly credited: number }>,
): PastClaim {
  const { member, orgId } = person
  const { version, item } = itemOf(person, itemCode)
  const { accountId, name } = reviewerOf(reviewers, orgId, member.id)
  const entry = entries.get(id)
  return {
    ...{ id, memberId: member.id, memberName: member.name, orgId, itemCode, versionId: version.id },
    pledgeId: null,
    ...{ decideDays: version.decideDays, deedOn, submittedAt: at.now, quantity: 100, said: item.name.zh },
    entry: { by: 'secretary', accountId, name, paper: '支部活动登记簿' },
    witness: null,
    decided:
      entry === undefined
        ? null
        : { accountId, name, at: at.now, entryId: entry.id, credited: entry.credited },
  }
}
