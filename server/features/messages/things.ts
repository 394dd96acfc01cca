import type { Context } from '#platform/context.ts'
import { countOpenCorrections, listInboxRows, listOpenThings, type ThingRow } from './queries.ts'

const MINUTES_A_CORRECTION = 2
const MINUTES_A_NOTICE = 1

/** Things to do of the caller: opened by features, and those that follow from what is open in the register; soonest first. */
export async function listThings(context: Context): Promise<ThingRow[]> {
  const opened = await listOpenThings(context.tx, context.actor)
  const things = [...opened, ...(await noticesToRead(context)), ...(await correctionsToDecide(context))]
  return things.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

/** Notices nobody has read yet on the screen; answered by telephone or paper they are not asked again. */
async function noticesToRead({ tx, actor, now }: Context): Promise<ThingRow[]> {
  if (actor.memberId === null) return []
  const rows = await listInboxRows(tx, actor.memberId, now, true)
  return rows.map((row) => ({
    id: `notice-${row.id}`,
    kind: row.answerDueOn === null ? 'message.read' : 'message.answer',
    facts: { title: row.title, org: row.orgName },
    askedBy: row.sentBy,
    dueOn: row.answerDueOn,
    minutes: MINUTES_A_NOTICE,
    subjectId: row.id,
  }))
}

async function correctionsToDecide({ tx, access, actor }: Context): Promise<ThingRow[]> {
  if (!actor.holdings.some((held) => held.permission === 'member.decide-correction')) return []
  const within = access.withinText('member.decide-correction', { path: 'o.path' }, 3)
  const { count, dueOn } = await countOpenCorrections(tx, within, actor.memberId)
  if (count === 0) return []
  return [
    {
      id: 'corrections',
      kind: 'correction.decide',
      facts: { count },
      askedBy: '',
      dueOn,
      minutes: count * MINUTES_A_CORRECTION,
      subjectId: null,
    },
  ]
}
