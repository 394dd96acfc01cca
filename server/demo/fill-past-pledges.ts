import { evaluatePledge, type Outcome } from '@steward/domain/pledges/pledge-outcome.ts'
import { addDays, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import { plannedPledges } from './plan/pledge-texts.ts'
import type { Context } from '#platform/context.ts'
import {
  accept,
  begin,
  dayWriter,
  emptyRows,
  full,
  instantOn,
  keep,
  type Made,
  must,
  pick,
  publish,
  submit,
  write,
} from '#features/pledges/demo.ts'
import {
  type DemoBranch,
  insertDemoRows,
  listDemoBranches,
  type Who,
} from '#features/pledges/queries-demo.ts'

/** A pledge of a year that is over, as it was judged. */
export type JudgedPledge = {
  readonly pledgeId: string
  readonly memberId: string
  readonly orgId: string
  readonly outcome: Outcome
  readonly judgedOn: PlainDate
  readonly judge: Who
}

const PLEDGES_A_STEP = 1500

/**
 * The pledges of a year that is over, by the same rules as the screens: one for each member of a branch who was there when
 * it began, for some a second; all judged in December.
 */
export async function pastPledgesOfDemo(
  context: Context,
  year: number,
  of: {
    readonly wasThere: (memberId: string) => boolean
    /** Reads and judges for a secretary above whom nobody of the committee signs in. */
    readonly county: Who
  },
): Promise<JudgedPledge[]> {
  const branches = await listDemoBranches(context.tx, plainDate(`${year}-12-31`))
  const judged: JudgedPledge[] = []
  let rows = emptyRows()
  let writing = Promise.resolve()
  // While the database takes a part, the next is made.
  const send = async () => {
    await writing
    writing = insertDemoRows(context.tx, rows)
    writing.catch(() => undefined)
    rows = emptyRows()
  }
  for (const branch of branches) {
    for (const [at, member] of branch.members.entries()) {
      if (!of.wasThere(member.id)) continue
      for (let nth = 0; nth < (at % 5 === 0 ? 2 : 1); nth += 1) {
        const above = branch.above.accountId === null ? of.county : branch.above
        const made = pastPledge(context, rows, { ...branch, above }, { at, nth, year })
        if (made !== undefined) judged.push(made)
      }
    }
    if (rows.pledges.length >= PLEDGES_A_STEP) await send()
  }
  await send()
  await writing
  return judged
}

type Place = { readonly at: number; readonly nth: number; readonly year: number }

function pastPledge(
  context: Context,
  rows: Made['rows'],
  branch: DemoBranch,
  { at, nth, year }: Place,
): JudgedPledge | undefined {
  const member = branch.members[at]
  const planned = pick(plannedPledges[branch.field], at * 3 + nth + 1)
  if (member === undefined || planned === undefined) return undefined
  const { secretary, above } = branch
  const by = member.accountId === null ? secretary : { ...member, memberId: member.id }
  const judge = member.id === secretary.memberId ? above : secretary
  if (judge.accountId === null) return undefined
  const made = begin(context, rows, by, { kind: 'member', memberId: member.id, orgId: branch.id }, year)
  const days = dayWriter(year, at + nth)
  write(made, full(planned, at + nth, year), year)
  submit(made, days(8))
  accept(made, judge, days(14))
  publish(made, secretary, addDays(days(14), 4))
  const outcome = outcomeOf(at * 7 + nth * 3, planned.due)
  const judgedOn = plainDate(`${year}-12-04`)
  judgeIt(made, judge, outcome, judgedOn)
  keep(made, branch, member.accountId === null ? 'secretary' : 'member', days(8))
  return { pledgeId: made.pledge.id, memberId: member.id, orgId: branch.id, outcome, judgedOn, judge }
}

/** Four of five were kept; what was due at the end of the year can only be kept or explained by then. */
function outcomeOf(at: number, due: string): Outcome {
  const place = at % 20
  if (place < 16) return 'fulfilled'
  if (place === 19 || due >= '12-01') return 'missedExplained'
  return 'partly'
}

const EXPLANATIONS: Readonly<Record<Outcome, string>> = {
  fulfilled: '',
  partly: '前半年完成得好，后半年人手不够，剩下的明年补上。',
  missedExplained: '春天连续下雨，工地停了两个月，支部会上作了说明。',
  dropped: '',
}

function judgeIt(made: Made, judge: Who, outcome: Outcome, day: PlainDate): void {
  const of = made.pledge.fields.quantity?.hundredths ?? 100
  const percent = { fulfilled: 100, partly: 60, missedExplained: 20, dropped: 0 }[outcome]
  const done = Math.round((of * percent) / 10_000) * 100
  const progress = { done, of, percent: Math.min(100, Math.floor((done * 100) / of)) }
  const by = { accountId: judge.accountId ?? '', memberId: judge.memberId }
  const explanation = EXPLANATIONS[outcome]
  made.pledge = must(
    evaluatePledge(made.pledge, { outcome, by, explanation, heard: true }, progress, day),
    'judge',
  )
  const { context, rows, pledge } = made
  rows.pledge_move.push({
    ...{ county_id: context.county, id: context.newId(), pledge_id: pledge.id, from_state: 'published' },
    ...{
      to_state: pledge.state,
      note: explanation,
      moved_by: judge.name,
      moved_by_account_id: judge.accountId,
    },
    ...{ moved_on: day, moved_at: instantOn(day) },
  })
  rows.pledge_outcome.push({
    ...{ county_id: context.county, pledge_id: pledge.id, outcome, explanation, heard_on: null },
    ...{ done_hundredths: done, percent: progress.percent, judged_by: judge.name },
    ...{ judged_by_account_id: judge.accountId, judged_on: day, judged_at: instantOn(day) },
  })
}
