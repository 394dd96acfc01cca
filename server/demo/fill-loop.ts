import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { rawValue } from '@steward/domain/schemes/item-value.ts'
import {
  addDays,
  addToMonth,
  ageOn,
  firstDayOf,
  laterOf,
  type PlainDate,
  plainDate,
  type PlainMonth,
  startOfDay,
  toPlainMonth,
  yearOf,
} from '@steward/domain/shared/plain-date.ts'
import type { LedgerEntry } from '@steward/domain/points/entry.ts'
import { listPublished, type PublishedPledge } from '#features/pledges/queries-demo.ts'
import { loadCalendar } from '#features/organisation/queries-calendar.ts'
import { insertPastClaims, type PastClaim } from '#features/claims/queries-bulk.ts'
import { type ManyDeed, openManyPostings } from '#features/points/queries-bulk.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import { newIdAt } from '#platform/new-id.ts'
import { fillMonth, sealDay } from './fill-months.ts'
import type { FilledCounty, FilledMember } from './fill-county.ts'
import { imposeSome } from './fill-deductions.ts'
import { takeMonthStatistics, takeStatistics } from './take-statistics.ts'
import { castHabits, drawHabits, type Habits, planMonth, type PlannedDeed } from './plan/plan-deeds.ts'
import { type Draw, drawFrom } from './plan/random.ts'

const EVENING_MS = 20 * 3_600_000

/** Who reviews for a branch: the secretary, and for the secretary's own deeds another member of the committee. */
export type Reviewers = ReadonlyMap<string, { readonly own: Reviewer; readonly other: Reviewer }>
export type Reviewer = { readonly accountId: string; readonly memberId: string; readonly name: string }

export type Person = {
  readonly member: FilledMember
  readonly orgId: string
  readonly version: SchemeVersion
  readonly habits: Habits
  readonly draw: Draw
  readonly pledges: readonly PublishedPledge[]
  /** A neighbour of the same branch who writes down for others and bears witness. */
  readonly helper: string
}
/** A deed of the plan with its person and the day somebody decides on it, or the record is written. */
type Told = PlannedDeed & {
  readonly id: string
  readonly person: Person
  readonly pledgeId: string | null
  readonly sentAt: Date
  readonly creditedOn: PlainDate
}

/** The year so far of every branch, deed by deed, credited under the same rules as a single claim (R-234…R-240). */
export async function fillLoop(
  context: Context,
  filled: FilledCounty,
  of: { readonly reviewers: Reviewers; readonly opensOn: PlainDate | undefined },
  say: (line: string) => void,
): Promise<void> {
  const { today } = context
  const { reviewers } = of
  const year = yearOf(today)
  const pledges = Map.groupBy(await listPublished(context.tx, year), ({ memberId }) => memberId)
  const people = await gatherPeople(context, filled, pledges)
  const memberIds = people.map(({ member }) => member.id)
  const postings = await openManyPostings(context, { memberIds, year })
  const counts = new Map<string, number>()
  const first = toPlainMonth(plainDate(`${year}-01-01`))
  const calendar = await loadCalendar(context.tx, firstDayOf(first), today)
  const deductedOn = plainDate(`${year}-05-24`)
  const branches = {
    orgIds: [...new Set(people.map(({ orgId }) => orgId))],
    reviewers,
    calendar,
  }
  const opensOn = of.opensOn ?? firstDayOf(first)
  // Whoever is new begins flat, deeds or not; the others have the base of the year before.
  const beginning = people.map(({ member, orgId, version }) => ({
    memberId: member.id,
    orgId,
    version,
    deedOn: opensOn,
  }))
  let waiting: Told[] = []
  let lines = await postings.begin(eveningOf(opensOn), beginning)
  let counted = 0
  const countAnew = async () => {
    if (lines < counted * 3) return
    await takeStatistics(context.tx)
    counted = lines
  }
  for (let month = first; month <= toPlainMonth(today); month = addToMonth(month, 1)) {
    const told = [
      ...waiting,
      ...people.flatMap((person) => tellMonth(person, month, { today, opensOn: of.opensOn })),
    ]
    const isDone = ({ creditedOn }: Told) => creditedOn <= today && creditedOn < reviewUntil(month)
    const done = told.filter(isDone)
    waiting = told.filter((each) => !isDone(each))
    const entries = new Map<string, LedgerEntry>()
    let sealed = Promise.resolve()
    for (const day of [...new Set(done.map(({ creditedOn }) => creditedOn))].toSorted()) {
      const part = done.filter(({ creditedOn }) => creditedOn === day).map((each) => toDeed(each, reviewers))
      const sent = await postings.send(eveningOf(day), part)
      lines += sent.entries.length
      for (const entry of sent.entries) if (entry.source.kind === 'claim') entries.set(entry.source.id, entry)
      // The log takes in what a day brought while the next is credited.
      sealed = Promise.all([sealed, sent.written])
        .then(countAnew)
        .then(() =>
          day === deductedOn ? imposeSome(context, people, { reviewers, calendar, day }) : undefined,
        )
        .then(() => sealDay(context, day))
      sealed.catch(() => undefined)
    }
    await Promise.all([
      sealed,
      insertPastClaims(context.tx, done.flatMap(toPastClaim(reviewers, entries)), counts),
    ])
    await takeMonthStatistics(context.tx)
    const state = await fillMonth(context, month, branches)
    say(`  积分 · points ${month} ${lines} ${MONTH_WORDS[state]}`)
  }
  await insertPastClaims(context.tx, waiting.flatMap(toPastClaim(reviewers, new Map())), counts)
  say(`  还在等支部看的 · waiting for a branch ${waiting.length}`)
}

const MONTH_WORDS = {
  running: '进行中 · running',
  publishing: '公示中 · on notice',
  closed: '已关账 · closed',
} as const

export function eveningOf(day: PlainDate): Pick<Context, 'now' | 'newId'> {
  const now = new Date(startOfDay(day).getTime() + EVENING_MS)
  return { now, newId: () => newIdAt(now) }
}

// Deeds of the last days of a month are reviewed on the third of the next, within its own month.
function reviewUntil(month: PlainMonth): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), 4)
}

async function gatherPeople(
  context: Context,
  filled: FilledCounty,
  pledges: ReadonlyMap<string, readonly PublishedPledge[]>,
): Promise<Person[]> {
  const { tx, today } = context
  const versions = await loadVersions(tx)
  const facts = await findScoringFacts(
    tx,
    filled.members.map(({ id }) => id),
    today,
  )
  return filled.members.flatMap((member, index) => {
    const own = facts.get(member.id)
    const version = own && schemeForMember(versions, own, toPlainMonth(today))
    if (own === undefined || version === undefined || !version.scored) return []
    const draw = drawFrom(`deeds ${member.identityNumber}`)
    const drawn = drawHabits(draw, ageOn(member.bornOn, today))
    const habits = member.accountName === null ? drawn : castHabits
    const about = { member, orgId: own.orgId, version, habits, draw, pledges: pledges.get(member.id) ?? [] }
    return [{ ...about, helper: neighbourOf(filled, index) }]
  })
}

function neighbourOf({ members }: FilledCounty, index: number): string {
  const own = members[index]
  const near = [members[index + 1], members[index - 1]].find((each) => each?.org === own?.org)
  return near?.name ?? '村委会值班员'
}

/** A step of a promise belongs to one of the member's pledges that hang on that day. */
function pledgeOf({ pledges }: Person, { item, deedOn, route }: PlannedDeed): string | null {
  if (item.code !== 'pledge-done' || route === 'record') return null
  return pledges.find(({ from, until }) => from <= deedOn && deedOn <= until)?.id ?? null
}

const REVIEW_DAYS = [8, 16, 24]

type Bounds = { readonly today: PlainDate; readonly opensOn: PlainDate | undefined }

/** Deeds of a month with the day they are credited; none before the year before is closed and has left its base. */
function tellMonth(person: Person, month: PlainMonth, { today, opensOn }: Bounds): Told[] {
  const deeds = planMonth(person.version, month, today, person.habits, person.draw)
  return deeds.map((deed) => {
    const sentOn = deed.route === 'record' ? deed.deedOn : addDays(deed.deedOn, person.draw.between(0, 1))
    const moment = new Date(startOfDay(sentOn).getTime() + EVENING_MS - 3_600_000)
    const usual = deed.route === 'record' ? deed.deedOn : reviewDayAfter(sentOn, month)
    const creditedOn = laterOf(usual, opensOn ?? usual)
    return {
      ...deed,
      id: newIdAt(moment),
      person,
      sentAt: moment,
      creditedOn,
      pledgeId: pledgeOf(person, deed),
    }
  })
}

function reviewDayAfter(sentOn: PlainDate, month: PlainMonth): PlainDate {
  const day = REVIEW_DAYS.map((each) => addDays(firstDayOf(month), each - 1)).find((each) => each > sentOn)
  return day ?? addDays(firstDayOf(addToMonth(month, 1)), 2)
}

function toDeed({ person, item, deedOn, quantity, route, id }: Told, reviewers: Reviewers): ManyDeed {
  const { member, orgId, version } = person
  const raw = rawValue(item, quantity, null)
  if (!raw.ok) throw new Error(`The plan breaks a rule: ${raw.code} ${item.code}`)
  const deed = { memberId: member.id, orgId, version, itemCode: item.code, deedOn, raw: raw.value }
  if (route === 'record') {
    const source = { kind: 'automatic' as const, id: `${item.automatic} ${deedOn}` }
    return { ...deed, source, authorId: version.id, ...BY_RECORD, evidence: [`roster:${item.automatic}`] }
  }
  const reviewer = reviewerOf(reviewers, orgId, member.id)
  return {
    ...deed,
    authorId: member.id,
    reviewerId: reviewer.accountId,
    reviewerMemberId: reviewer.memberId,
    source: { kind: 'claim', id },
    evidence: [],
  }
}

const BY_RECORD = { reviewerId: null, reviewerMemberId: null }

/** Nobody reviews the own deed. */
export function reviewerOf(reviewers: Reviewers, orgId: string, memberId: string): Reviewer {
  const pair = reviewers.get(orgId)
  if (pair === undefined) throw new Error(`Nobody reviews for ${orgId}`)
  return pair.own.memberId === memberId ? pair.other : pair.own
}

/** A told deed as the claim it came as; records have none. */
function toPastClaim(reviewers: Reviewers, entries: ReadonlyMap<string, LedgerEntry>) {
  return (told: Told): PastClaim[] => {
    const { id, person, item, deedOn, sentAt, quantity, said, route, creditedOn, pledgeId } = told
    if (route === 'record') return []
    const { member, orgId, version, helper } = person
    const { accountId, name } = reviewerOf(reviewers, orgId, member.id)
    const entry = entries.get(id)
    const by = {
      member: { by: 'member' as const },
      helper: { by: 'helper' as const, name: helper },
      secretary: { by: 'secretary' as const, accountId, name, paper: '党员积分登记表' },
    }[route]
    const decided = { accountId, name, at: eveningOf(creditedOn).now }
    return [
      {
        id,
        memberId: member.id,
        memberName: member.name,
        orgId,
        itemCode: item.code,
        pledgeId,
        versionId: version.id,
        decideDays: version.decideDays,
        deedOn,
        submittedAt: sentAt,
        quantity,
        said,
        entry: by,
        witness: quantity % 200 === 0 || route !== 'member' ? helper : null,
        decided: entry === undefined ? null : { ...decided, entryId: entry.id, credited: entry.credited },
      },
    ]
  }
}
