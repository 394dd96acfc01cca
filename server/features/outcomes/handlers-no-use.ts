import { recordNoUse, type NoUse } from '@steward/domain/outcomes/outcome-use.ts'
import { cadreUses } from '@steward/domain/outcomes/outcome-drafting.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { stepActor } from './handlers-use-shape.ts'
import { explainNoUse, listWithoutUse } from './operations-use.ts'
import { insertNoUses, listWithoutUseOf, lockGradedPersons } from './queries-no-use.ts'

const listing = handle(listWithoutUse, async (context, { orgId, year, search, ...window }) => {
  const { tx, access, actor } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('outcome.read', target)
  const hidden = access.may(['cadre-list.read'], target).length > 0 ? [] : cadreUses
  const { total, rows } = await listWithoutUseOf(context, { path: org.path, year, search, hidden }, window)
  return agree({
    org: { id: org.id, name: org.name },
    total,
    rows: rows.map((row) => ({ ...row, isMine: row.memberId === actor.memberId })),
    mayExplain: access.may(['outcome.explain'], target).length > 0,
  })
})

const explaining = handle(explainNoUse, async (context, { memberIds, year, reason }) => {
  const { tx, access, today } = context
  const wanted = [...new Set(memberIds)]
  const persons = await lockGradedPersons(tx, wanted, year)
  if (persons.length !== wanted.length) problem('not-found')
  const all: (NoUse & { appraisalId: string })[] = []
  for (const { memberId, name, appraisalId, orgPath, used, explained } of persons) {
    access.demandHidden('outcome.explain', { path: orgPath })
    if (used) return refuse('outcome-used-already', { name })
    if (explained) return refuse('outcome-explained-already', { name })
    const recorded = recordNoUse({ memberId, year }, stepActor(context), reason, today)
    if (!recorded.ok) return refuse(recorded.code, { name, ...recorded.details })
    all.push({ ...recorded.value, appraisalId })
  }
  await insertNoUses(context, all)
  context.note({ memberIds: wanted, year })
  return agree({ explained: all.length })
})

export const noUseHandlers: readonly Handled[] = [listing, explaining]
