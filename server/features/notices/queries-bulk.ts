import { draftNotice, type DraftRefusal, type Notice } from '@steward/domain/notices/notice.ts'
import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { insertMoves, type Mover } from './queries-move.ts'
import { insertNotices, insertRows, type KeptNotice } from './queries-notice.ts'
import { type NewNotice, newCode } from './queries.ts'

/** One of many notices; the caller knows where the organisation stands and, where it is another than who calls, who drafts it. */
export type ManyNotice = NewNotice & {
  readonly orgName: string
  readonly orgPath: string
  readonly by?: Mover | undefined
}

/** What a notice has become when it is written: its names stand beside the accounts. */
export type Advanced = Pick<
  KeptNotice,
  'notice' | 'accuracyByName' | 'privacyByName' | 'approvedByName' | 'settledOn'
>
const untouched = (notice: Notice): Advanced => ({
  notice,
  accuracyByName: null,
  privacyByName: null,
  approvedByName: null,
  settledOn: null,
})

/**
 * Drafts many notices by the same rule as one, in three statements; the caller has asked for access and opens what is to do.
 * `advance` takes one further by the rules before it is written, for months that are loaded when they are over.
 */
export async function draftNoticesFor(
  context: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  made: readonly ManyNotice[],
  advance: (drafted: Notice) => Advanced = untouched,
): Promise<Decision<KeptNotice, DraftRefusal>[]> {
  const { tx, actor, now } = context
  const byOf = new Map(made.map(({ orgId, by }) => [orgId, by]))
  const lists: { noticeId: string; rows: NewNotice['rows'] }[] = []
  const decided = made.map((each): Decision<KeptNotice, DraftRefusal> => {
    const { contactHours, paperPlace, columns, listNote, rows, source, root, orgName, orgPath, ...rest } =
      each
    const { by = actor, ...draft } = rest
    const draftedBy = by.accountId ?? problem('forbidden')
    const decision = draftNotice({ ...draft, id: context.newId(), draftedBy })
    if (!decision.ok) return decision
    lists.push({ noticeId: decision.value.id, rows })
    return agree({
      ...advance(decision.value),
      ...{ orgName, orgPath, contactHours, paperPlace, columns, listNote, source, root },
      code: newCode(),
      draftedByName: by.name,
      revision: 1,
    })
  })
  const kept = decided.flatMap((decision) => (decision.ok ? [decision.value] : []))
  await insertNotices(
    tx,
    kept.map((each) => ({ ...each, draftedAt: now })),
  )
  await insertRows(tx, lists)
  await insertMoves(
    context,
    kept.map(({ notice }) => ({ id: notice.id, by: byOf.get(notice.orgId) })),
    'draft',
  )
  return decided
}
