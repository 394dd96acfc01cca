import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { toPlainMonth, yearOf } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { logHandlers } from './handlers-log.ts'
import { monthHandlers } from './handlers-month.ts'
import { monthMoveHandlers } from './handlers-month-move.ts'
import { rankingHandlers } from './handlers-ranking.ts'
import { statementHandlers } from './handlers-statement.ts'
import { yearHandlers } from './handlers-year.ts'
import { bringAlong } from './operations.ts'
import { postBroughtBase } from './queries-base.ts'
import { findPerson } from './queries-person.ts'

const bring = handle(bringAlong, async (context, { memberId, year, certified, certificate }) => {
  const { tx, access, today } = context
  const person = (await findPerson(tx, memberId, today, year)) ?? problem('not-found')
  const { orgId, orgPath } = person.facts
  access.demandHidden('points.read', { path: orgPath, memberId })
  access.demand('points.bring-along', { path: orgPath, memberId })
  const version = person.schemeIn(toPlainMonth(today))
  if (version?.scored !== true || year !== yearOf(today)) return refuse('base-not-scored')
  const words = `${certificate.body} ${certificate.number} ${certificate.on}`
  const posted = await postBroughtBase(context, {
    ...{ memberId, orgId, year, version, certificate: words },
    certified: toPoints(certified),
  })
  if (!posted.ok) return posted
  context.note({ memberId, year })
  return agree(posted.value)
})

/** All operations of the feature. */
export const pointsHandlers: readonly Handled[] = [
  bring,
  ...yearHandlers,
  ...statementHandlers,
  ...monthHandlers,
  ...monthMoveHandlers,
  ...rankingHandlers,
  ...logHandlers,
]
