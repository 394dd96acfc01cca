import { checkHollow } from '@steward/domain/pledges/hollow-words.ts'
import { acceptPledge, returnPledge } from '@steward/domain/pledges/pledge-review.ts'
import { type Pledge, publishPledge, submitPledge, writePledge } from '@steward/domain/pledges/pledge.ts'
import type { Decision } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate, plainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import {
  hollowTexts,
  plannedOrgPledges,
  type PlannedPledge,
  plannedPledges,
} from '#demo/plan/pledge-texts.ts'
import { takeStatistics } from '#demo/take-statistics.ts'
import { type NewThing, openThings } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import { toReadThing } from './handlers-things.ts'
import { type DemoBranch, type DemoRows, insertDemoRows, listDemoBranches, type Who } from './queries-demo.ts'

const WORK_BEGINS_MS = 9 * 3_600_000
const YES = { publicWish: true, strength: true, organisationNeed: true, concrete: true }

/** The pledge under the hands of its people, and the lines written on the way. */
export type Made = { pledge: Pledge; rows: DemoRows; context: Context; by: Who }

/**
 * Fills a year with pledges, by the same rules as the screens: two to four for two thirds of the members of every branch,
 * some hollow and returned once, most published, and those of organisations with their plans. `year` must have begun.
 */
export async function pledgesOfDemo(context: Context, year: number): Promise<number> {
  await takeStatistics(context.tx)
  const branches = await listDemoBranches(context.tx, context.today)
  let rows = emptyRows()
  let things: NewThing[] = []
  let count = 0
  let counted = 0
  let writing = Promise.resolve()
  // While the database takes a part, the next is made.
  const write = async () => {
    await writing
    if (count > counted * 4) {
      await takeStatistics(context.tx, ['plan_item', 'pledge', 'pledge_move', 'pledge_review'])
      counted = count
    }
    writing = writeBranches(context, rows, things)
    writing.catch(() => undefined)
    count += rows.pledges.length
    rows = emptyRows()
    things = []
  }
  for (const branch of branches) {
    for (const [at, member] of branch.members.entries()) {
      // A third has handed nothing in; who reads for the branch always has.
      if (at % 3 === 2 && member.id !== branch.secretary.memberId) continue
      for (let nth = 0; nth < 2 + (at % 3); nth += 1) memberPledge(context, rows, branch, { at, nth, year })
    }
    orgPledges(context, rows, branch, year)
    things.push(...askedToRead(context, branch, rows))
    if (rows.pledges.length >= PLEDGES_A_STEP) await write()
  }
  await write()
  await writing
  return count
}

const PLEDGES_A_STEP = 1500

async function writeBranches(context: Context, rows: DemoRows, things: readonly NewThing[]): Promise<void> {
  await insertDemoRows(context.tx, rows)
  await openThings(context.tx, things)
}

/** What still waits in a branch is asked for, as handing in would. */
function askedToRead(context: Context, branch: DemoBranch, rows: DemoRows): NewThing[] {
  const { id: orgId, name: orgName, path } = branch
  const waiting = rows.pledges.find(
    (each) => each.party_org_id === orgId && each.state === 'submitted' && each.member_id !== null,
  )
  const member = branch.members.find(({ id }) => id === waiting?.member_id)
  if (waiting === undefined || member === undefined) return []
  const about = { orgId, orgName, path, memberId: member.id, name: member.name }
  return [toReadThing(context, { ...about, id: String(waiting.id), text: String(waiting.text) })]
}

export const emptyRows = (): DemoRows => ({
  plan_item: [],
  pledges: [],
  pledge_move: [],
  pledge_return: [],
  pledge_review: [],
  pledge_page: [],
  pledge_outcome: [],
})

type Place = { readonly at: number; readonly nth: number; readonly year: number }

function memberPledge(context: Context, rows: DemoRows, branch: DemoBranch, { at, nth, year }: Place): void {
  const member = branch.members[at]
  const planned = pick(plannedPledges[branch.field], at * 3 + nth)
  if (member === undefined || planned === undefined) return
  const { secretary, above } = branch
  const by = member.accountId === null ? secretary : { ...member, memberId: member.id }
  const reader = member.id === secretary.memberId ? above : secretary
  const pledger = { kind: 'member' as const, memberId: member.id, orgId: branch.id }
  const made = begin(context, rows, by, pledger, year)
  const days = dayWriter(year, at + nth)
  const entry = member.accountId === null ? ('secretary' as const) : ('member' as const)
  const hollow = (at * 5 + nth) % 7 === 0
  if (hollow) {
    write(made, { ...bare(planned), text: pick(hollowTexts, at) ?? '' }, year)
    submit(made, days(3))
    giveBack(made, reader, days(6), nth % 2 === 0 ? '写明为谁做、做多少，到几月' : '写一个做得到的数')
    // One of three who were asked to change it has not come round to it yet.
    if (at % 3 === 1) return keep(made, branch, entry, days(3))
  }
  write(made, full(planned, at + nth, year), year)
  // A few came in the last days and wait; they are after the window and marked.
  if (at % 9 === 4 && nth > 0 && planned.due === '12-31') {
    submit(made, recent(context, year, at + nth))
    return keep(made, branch, entry, days(8))
  }
  const late = at % 11 === 5
  submit(made, late ? addDays(plainDate(`${year}-03-01`), nth) : days(8))
  const last = late ? addDays(plainDate(`${year}-03-08`), nth) : days(14)
  if (last > context.today) return keep(made, branch, entry, days(8))
  accept(made, reader, last)
  if (at % 8 !== 6) publish(made, secretary, addDays(last, 4))
  keep(made, branch, entry, days(8))
}

function orgPledges(context: Context, rows: DemoRows, branch: DemoBranch, year: number): void {
  const { secretary, above } = branch
  const days = dayWriter(year, 0)
  for (const [at, planned] of plannedOrgPledges.entries()) {
    const planItemId = context.newId()
    rows.plan_item.push({
      ...{ county_id: context.county, id: planItemId, party_org_id: branch.id, year, position: at + 1 },
      ...{ title: planned.planItem, detail: '', added_by: secretary.name },
      ...{ added_by_account_id: secretary.accountId, added_at: instantOn(days(1)) },
    })
    const pledger = { kind: 'org' as const, orgId: branch.id, writtenBy: secretary.accountId }
    const made = begin(context, rows, secretary, pledger, year)
    made.pledge = { ...made.pledge, planItemId }
    write(made, full(planned, at, year), year)
    submit(made, days(2))
    // Who wrote it does not read it: without anybody above it waits.
    if (above.accountId !== null && above.accountId !== secretary.accountId) {
      accept(made, above, days(9))
      if (at < 2) publish(made, secretary, days(13))
    }
    keep(made, branch, 'organisation', days(2))
  }
  rows.pledge_page.push({
    ...{ county_id: context.county, party_org_id: branch.id, code: branch.id.replaceAll('-', '').slice(-8) },
    ...{
      opened_by: secretary.name,
      opened_by_account_id: secretary.accountId,
      opened_at: instantOn(days(13)),
    },
  })
}

/** The n-th working step of January for somebody; nobody does all on one day. */
export function dayWriter(year: number, shift: number): (day: number) => PlainDate {
  return (day) => addDays(plainDate(`${year}-01-04`), day + (shift % 9))
}

/** One of the last nine days, within the year. */
function recent({ today }: Context, year: number, shift: number): PlainDate {
  const day = addDays(today, -1 - (shift % 9))
  const first = plainDate(`${year}-01-01`)
  return day < first ? first : day
}

export function pick<One>(list: readonly One[], at: number): One | undefined {
  return list[at % list.length]
}

export function instantOn(day: PlainDate, order = 0): Date {
  return new Date(startOfDay(day).getTime() + WORK_BEGINS_MS + order * 60_000)
}

export function begin(
  context: Context,
  rows: DemoRows,
  by: Who,
  pledger: Pledge['pledger'],
  year: number,
): Made {
  const fields = { object: '', measure: '', quantity: null, dueOn: null, evidence: [], source: null }
  const pledge: Pledge = {
    ...{ id: context.newId(), pledger, period: { kind: 'year' as const, year }, text: '', fields },
    ...{ planItemId: null, rectifies: null, state: 'drafted' as const, returns: [] },
    ...{ submittedOn: null, late: false, publishedOn: null },
  }
  return { pledge, rows, context, by }
}

type Words = Pick<Pledge, 'text' | 'fields'>
const bare = ({ source }: PlannedPledge): Words => ({
  text: '',
  fields: { object: '', measure: '', quantity: null, dueOn: null, evidence: [], source },
})

export function full(planned: PlannedPledge, at: number, year: number): Words {
  const number = pick(planned.numbers, at) ?? 1
  const [month = '12', day = '31'] = planned.due.split('-')
  const fields = {
    object: planned.object,
    measure: planned.measure,
    quantity: { hundredths: number * 100, unit: planned.unit },
    dueOn: plainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
    evidence: planned.evidence,
    source: planned.source,
  }
  return { text: planned.text.replace('{n}', String(number)), fields }
}

/** What a rule agreed to; a refusal is a mistake of the demo. */
export function must<Value>(decision: Decision<Value>, what: string): Value {
  if (decision.ok) return decision.value
  throw new Error(`The demo could not ${what} a pledge: ${decision.code}`)
}

const memberOf = ({ pledger }: Pledge) => (pledger.kind === 'member' ? pledger.memberId : null)

export function write(made: Made, words: Words, year: number): void {
  const written = { ...words, period: { kind: 'year' as const, year } }
  made.pledge = must(writePledge(made.pledge, written, memberOf(made.pledge)), 'write')
}

export function move(made: Made, from: Pledge['state'] | null, day: PlainDate, who: Who, note = ''): void {
  const { context, rows, pledge } = made
  rows.pledge_move.push({
    ...{ county_id: context.county, id: context.newId(), pledge_id: pledge.id, from_state: from },
    ...{ to_state: pledge.state, note, moved_by: who.name, moved_by_account_id: who.accountId },
    ...{ moved_on: day, moved_at: instantOn(day, rows.pledge_move.length % 400) },
  })
}

export function submit(made: Made, day: PlainDate): void {
  const from = made.pledge.state
  const windowUntil = plainDate(`${day.slice(0, 4)}-02-28`)
  const sent = submitPledge(made.pledge, memberOf(made.pledge), { today: day, windowUntil })
  made.pledge = must(sent, 'hand in')
  move(made, from, day, made.by)
}

function giveBack(made: Made, reader: Who, day: PlainDate, reason: string): void {
  const given = { reason, part: 'quantity' as const }
  const by = { accountId: reader.accountId ?? '', memberId: reader.memberId }
  made.pledge = must(returnPledge(made.pledge, given, by, day), 'return')
  move(made, 'submitted', day, reader, reason)
  made.rows.pledge_return.push({
    ...{ county_id: made.context.county, id: made.context.newId(), pledge_id: made.pledge.id, ...given },
    ...{ returned_by: reader.name, returned_by_account_id: reader.accountId },
    ...{ returned_on: day, returned_at: instantOn(day) },
  })
}

export function accept(made: Made, reader: Who, day: PlainDate): void {
  const by = { accountId: reader.accountId ?? '', memberId: reader.memberId }
  const { text, fields } = made.pledge
  if (checkHollow(text, fields).hints.length > 0) throw new Error(`The demo accepts a hollow pledge: ${text}`)
  made.pledge = must(acceptPledge(made.pledge, YES, by), 'accept')
  move(made, 'submitted', day, reader)
  made.rows.pledge_review.push({
    ...{ county_id: made.context.county, id: made.context.newId(), pledge_id: made.pledge.id },
    ...{ public_wish: true, strength: true, organisation_need: true, concrete: true, comment: '' },
    ...{ decision: 'accepted', together: false, reviewed_by: reader.name },
    ...{ reviewed_by_account_id: reader.accountId, reviewed_at: instantOn(day) },
  })
}

export function publish(made: Made, who: Who, day: PlainDate): void {
  if (day > made.context.today) return
  made.pledge = must(publishPledge(made.pledge, day), 'publish')
  move(made, 'accepted', day, who)
}

export function keep(
  { pledge, rows, context, by }: Made,
  branch: Pick<DemoBranch, 'id'>,
  entry: 'member' | 'secretary' | 'organisation' | 'draft',
  day: PlainDate,
): void {
  const { fields } = pledge
  rows.pledges.push({
    ...{ county_id: context.county, id: pledge.id, party_org_id: branch.id, member_id: memberOf(pledge) },
    ...{ period_kind: 'year', year: Number(day.slice(0, 4)), quarter: null, month: null, text: pledge.text },
    ...{ object: fields.object, measure: fields.measure, due_on: fields.dueOn, evidence: fields.evidence },
    quantity_hundredths: fields.quantity?.hundredths ?? null,
    quantity_unit: fields.quantity?.unit ?? '',
    ...{
      source: fields.source,
      skill: '',
      plan_item_id: pledge.planItemId,
      rectifies: pledge.rectifies,
      state: pledge.state,
    },
    ...{ submitted_on: pledge.submittedOn, late: pledge.late, published_on: pledge.publishedOn },
    submitted_at: pledge.submittedOn === null ? null : instantOn(pledge.submittedOn),
    ...{ entered_as: entry, entered_by: by.name, entered_by_account_id: by.accountId },
    consent_on: entry === 'secretary' ? addDays(day, -1) : null,
    consent_how: entry === 'secretary' ? 'paper' : '',
    ...{ paper_file_id: null, confirmed_at: null, created_at: instantOn(day), changed_at: instantOn(day) },
    revision: 1,
  })
}
