import { addDays, startOfDay, weekdayOf } from '@steward/domain/shared/plain-date.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { listThingsToDo, seeThing } from './operations-thing.ts'
import {
  type DerivedFacts,
  insertSeen,
  listOpenThings,
  loadDerivedFacts,
  type ThingRow,
} from './queries-thing.ts'

const MINUTES = { notice: 1, correction: 2, claim: 1, call: 2, import: 5, plan: 3, report: 3 }
/** Nobody plans for an afternoon: what takes longer is done in parts. */
const MOST_MINUTES = 60

const list = handle(listThingsToDo, async ({ tx, access, actor, now, today }) => {
  access.open('own-account')
  const weekFrom = startOfDay(addDays(today, 1 - weekdayOf(today)))
  const opened = await listOpenThings(tx, actor)
  const facts = await loadDerivedFacts(tx, access, actor, { now, today, weekFrom })
  const rows = [...opened, ...thingsOf(facts)]
  rows.sort((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999'))
  return agree({ rows, doneThisWeek: facts.done })
})

const see = handle(seeThing, async (context, { kind, subjectId }) => {
  const { tx, access, actor, now } = context
  access.open('own-account')
  if (actor.accountId === null) return agree({})
  const { accountId, name } = actor
  await insertSeen(tx, { id: context.newId(), kind, subjectId, accountId, by: name, at: now })
  return agree({})
})

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const nothing = { askedBy: '', dueOn: null, minutes: null, subjectId: null }

function thingsOf(facts: DerivedFacts): ThingRow[] {
  return [
    ...facts.notices.map((notice) => ({
      id: `notice-${notice.id}`,
      kind: notice.dueOn === null ? 'message.read' : `message.answer-${notice.answerKind ?? 'coming'}`,
      facts: { title: notice.title, start: notice.start, org: notice.org },
      askedBy: notice.sentBy,
      dueOn: notice.dueOn,
      minutes: MINUTES.notice,
      subjectId: notice.id,
    })),
    ...facts.unreached.map((notice) => ({
      ...nothing,
      id: `unreached-${notice.id}`,
      kind: 'message.reach',
      facts: { title: notice.title, count: notice.count },
      dueOn: notice.dueOn,
      minutes: Math.min(MOST_MINUTES, notice.count * MINUTES.call),
      subjectId: notice.id,
    })),
    ...facts.answered.map((answer) => ({
      ...nothing,
      id: `answered-${answer.id}`,
      kind: 'correction.answered',
      facts: { field: answer.field, state: answer.state, by: answer.by },
      minutes: MINUTES.notice,
      subjectId: answer.id,
    })),
    ...facts.imports.map((roster) => ({
      ...nothing,
      id: `import-${roster.id}`,
      kind: roster.state === 'mapping' ? 'roster-import.map' : 'roster-import.look',
      facts: { file: roster.file, org: roster.org },
      minutes: MINUTES.import,
      subjectId: roster.id,
    })),
    ...counted('claim.review', facts.claims, MINUTES.claim),
    ...counted('correction.decide', facts.corrections, MINUTES.correction),
    ...counted('organisation.terms-ending', facts.terms, null),
    ...counted('organisation.defects-unplanned', facts.defects, MINUTES.plan),
    ...counted('file.reported', facts.reports, MINUTES.report),
  ]
}

type Some = DerivedFacts['corrections'] & { readonly orgId?: string | null }

/** Many of one kind are one thing to do, with the soonest day. */
function counted(kind: string, some: Some, minutesEach: number | null): ThingRow[] {
  if (some.count === 0) return []
  return [
    {
      ...nothing,
      id: kind,
      kind,
      facts: { count: some.count, ...(some.name === null ? {} : { org: some.name }) },
      dueOn: some.dueOn,
      minutes: minutesEach === null ? null : Math.min(MOST_MINUTES, some.count * minutesEach),
      subjectId: some.count === 1 ? (some.orgId ?? null) : null,
    },
  ]
}

export const thingHandlers: readonly Handled[] = [list, see]
