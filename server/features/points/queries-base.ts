import { broughtBase } from '@steward/domain/points/base.ts'
import { toBaseEvidence } from '@steward/domain/points/base-line.ts'
import { correctEntry, type LedgerEntry } from '@steward/domain/points/entry.ts'
import { monthFor, type MonthState } from '@steward/domain/points/month.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import {
  plainDate,
  type PlainDate,
  type PlainMonth,
  toPlainMonth,
} from '@steward/domain/shared/plain-date.ts'
import type { Points } from '@steward/domain/shared/points.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { reissue } from './queries-correct.ts'
import { ENTRY_COLUMNS, type EntryRow, insertEntries, toEntry } from './queries-ledger.ts'
import { baseLine, holdMonth, lockYear } from './queries-posting.ts'

export type Brought = {
  readonly memberId: string
  readonly orgId: string
  readonly year: number
  readonly certified: Points
  /** Body, number and day, in words. */
  readonly certificate: string
  readonly version: SchemeVersion
}
export type BroughtRefusal = 'base-carried-over' | 'base-already-brought' | 'entry-own-review'

/**
 * Gives a member who came from elsewhere the share of the certified score as base of the year. A flat base that stands is
 * taken back and written again; one that was carried over here, or was brought along before, stays.
 */
export async function postBroughtBase(
  context: Context,
  brought: Brought,
): Promise<Decision<{ base: Points; before: number }, BroughtRefusal>> {
  const { tx, actor, today } = context
  const { memberId, orgId, year, version } = brought
  if (actor.memberId === memberId) return refuse('entry-own-review')
  await lockYear(tx, memberId, year)
  const standing = await findStandingBase(tx, memberId, year)
  if (standing?.kind === 'carryOver') return refuse('base-carried-over')
  if (standing?.source.kind === 'transfer') return refuse('base-already-brought')
  const base = broughtBase(brought.certified, version.carryOver)
  const states = await loadStates(tx, orgId, standing?.month ?? toPlainMonth(today))
  const month = monthFor(standing?.month ?? toPlainMonth(today), (each) => states.get(each))
  const evidence = toBaseEvidence(base, version.carryOver.percent, brought.certificate)
  const lines = linesOf(context, { ...brought, points: base.points, evidence, month }, standing)
  await holdMonth(context, orgId, month, states, 'deed')
  await insertEntries(
    tx,
    lines.map((entry) => ({ entry, outsideCaps: false })),
  )
  if (standing !== undefined) await reissue(context, standing, `起点按积分证明换算：${brought.certificate}`)
  return agree({ base: base.points, before: standing?.credited ?? 0 })
}

type Writing = Brought & {
  readonly points: Points
  readonly evidence: readonly string[]
  readonly month: PlainMonth
}

function linesOf(context: Context, writing: Writing, standing: LedgerEntry | undefined): LedgerEntry[] {
  const { memberId, orgId, year, version, points, evidence, month, certificate } = writing
  const account = context.actor.accountId ?? context.newId()
  const source = { kind: 'transfer' as const, id: memberId }
  if (standing === undefined) {
    const of = { memberId, orgId, deedOn: plainDate(`${year}-01-01`) }
    const { entry } = baseLine(context, of, version, month)
    return [
      { ...entry, raw: points, credited: points, authorId: account, reviewerId: account, source, evidence },
    ]
  }
  const answering = {
    ...{ id: context.newId(), orgId, postedAt: context.now, month, authorId: account, reviewerId: account },
    ...{ reviewerMemberId: context.actor.memberId, source, reason: certificate },
  }
  const right = { id: context.newId(), raw: points, credited: points, limit: null }
  const corrected = correctEntry(standing, right, answering, { alreadyReversed: false })
  if (!corrected.ok) throw new Error(`A standing base is not refused as ${corrected.code}`)
  const [back, again] = corrected.value
  return [
    { ...back, evidence: [] },
    { ...again, evidence },
  ]
}

/** The base of a year that was not taken back. */
async function findStandingBase(
  tx: CountyTx,
  memberId: string,
  year: number,
): Promise<LedgerEntry | undefined> {
  const [row] = await tx.raw<EntryRow>(
    'points-standing-base',
    `select ${ENTRY_COLUMNS} from ledger_entry e where e.county_id = $1 and e.member_id = $2 and e.term = 'base'
       and e.deed_on = make_date($3, 1, 1) and e.kind <> 'reversal' and not exists (select 1 from ledger_entry r
         where r.county_id = $1 and r.refers_to = e.id and r.kind = 'reversal')
     order by e.posted_at desc, e.id desc limit 1`,
    [memberId, year],
  )
  return row && toEntry(row)
}

async function loadStates(
  tx: CountyTx,
  orgId: string,
  from: PlainMonth,
): Promise<Map<PlainMonth, MonthState>> {
  const rows = await tx.raw<{ month: PlainMonth; state: MonthState }>(
    'points-month-states',
    `select month, state from points_month where county_id = $1 and party_org_id = $2 and month >= $3 for share`,
    [orgId, from],
  )
  return new Map(rows.map(({ month, state }) => [month, state]))
}

/** Members on the roll, not left out of scoring, whose year has no base yet and waits for no closing. */
export async function listWithoutBase(tx: CountyTx, year: number, day: PlainDate): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'points-without-base',
    `select m.id from member m where m.county_id = $1 and m.state in ('active', 'suspended')
       and not exists (select 1 from ledger_entry e where e.county_id = $1 and e.member_id = m.id and e.term = 'base'
         and e.deed_on = make_date($2, 1, 1))
       and not exists (select 1 from points_balance b where b.county_id = $1 and b.member_id = m.id and b.year = $2 - 1
         and b.entry_count > 0)
       and not exists (select 1 from scoring_exemption x where x.county_id = $1 and x.member_id = m.id and x.from_on <= $3
         and (x.until_on is null or x.until_on > $3)) order by m.id`,
    [year, day],
  )
  return rows.map(({ id }) => id)
}
