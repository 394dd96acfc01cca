import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { countBySource, draftPledges, dropProblem as drop } from '@steward/domain/year/problem.ts'
import { findAppraisalOf } from '#features/appraisals/queries.ts'
import { openThings } from '#features/messages/queries.ts'
import { findOrg, lockOrg } from '#features/organisation/queries.ts'
import { insertRectificationDrafts } from '#features/pledges/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { draftFromProblems, dropProblem, listProblems } from './operations-problem.ts'
import {
  insertDrop,
  listHeard,
  listProblemRows,
  lockProblemRow,
  type ProblemRow,
  toProblem,
} from './queries-problem.ts'
import { draftsKeyOf } from './queries-things.ts'

/** Minutes to look at the drafts and hand them in. */
const MINUTES = 5

const list = handle(listProblems, async ({ tx, access }, { orgId, year }) => {
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('problem.read', target)
  const [rows, heard, appraisal] = await Promise.all([
    listProblemRows(tx, orgId, year),
    listHeard(tx, orgId, year),
    findAppraisalOf(tx, orgId, year),
  ])
  const open =
    appraisal !== undefined && !['basis', 'roll', 'dutyReports', 'closed'].includes(appraisal.stage)
  return agree({
    ...{ org: { id: org.id, name: org.name }, year, counts: countBySource(rows.map(toProblem)) },
    rows: rows.map(
      ({ id: problemId, memberId, name, source, words, measure, listedBy, listedOn, ...row }) => ({
        ...{ problemId, memberId, name, source, words, measure, listedBy, listedOn },
        ...{ dropped: row.dropped, rectification: row.rectification, pledge: row.pledge },
      }),
    ),
    withoutPledge: rows.filter(isToDraft).length,
    heard,
    appraisalId: open ? appraisal.id : null,
    may: access.may(['problem.drop', 'problem.draft-pledges', 'rectification.follow'], target) as (
      | 'problem.drop'
      | 'problem.draft-pledges'
      | 'rectification.follow'
    )[],
  })
})

function isToDraft({ dropped, rectification, pledge }: ProblemRow): boolean {
  return dropped === null && rectification !== 'confirmed' && pledge === null
}

const dropping = handle(dropProblem, async (context, { problemId, reason }) => {
  const { tx, access, actor, today } = context
  const row = (await lockProblemRow(tx, problemId)) ?? problem('not-found')
  access.demandHidden('problem.drop', { path: row.orgPath })
  const dropped = drop(toProblem(row), reason)
  if (!dropped.ok) {
    const { code, details } = dropped
    if (code === 'problem-wrong-state' || code === 'problem-needs-reason') return refuse(code, details)
    throw new Error(`A problem is not dropped as ${code}`)
  }
  await insertDrop(tx, {
    ...{ problemId, reason: dropped.value.droppedFor ?? '', by: actor.name, on: today },
    accountId: actor.accountId ?? problem('forbidden'),
  })
  context.note({ problemId, memberId: row.memberId })
  return agree({})
})

/** One draft for each problem that has none; the members fill in the rest and hand them in (R-229, S-231). */
const drafting = handle(draftFromProblems, async (context, { orgId, year }) => {
  const { tx, access, actor, now } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('problem.draft-pledges', { path: org.path })
  await lockOrg(tx, orgId)
  const rows = await listProblemRows(tx, orgId, year)
  const drafts = draftPledges(rows.map(toProblem), {
    pledges: rows.flatMap(({ id, pledge }) =>
      pledge === null ? [] : [{ rectifies: id, state: pledge.state }],
    ),
    items: rows.flatMap(({ id, rectification: state }) => (state === null ? [] : [{ problemId: id, state }])),
    newId: context.newId,
  })
  if (drafts.length === 0) return refuse('problem-nothing-to-draft')
  const by = { name: actor.name, accountId: actor.accountId, at: now }
  const drafted = await insertRectificationDrafts(tx, drafts, by)
  await askMembers(context, rows.filter(isToDraft), year + 1)
  context.note({ orgId, year, drafted })
  return agree({ drafted })
})

/** Each member with an account is asked once to look at the drafts. */
async function askMembers(
  { tx, actor, now, newId }: Context,
  rows: readonly ProblemRow[],
  year: number,
): Promise<void> {
  const members = new Map(rows.map((row) => [row.memberId, row]))
  await openThings(
    tx,
    [...members.values()].flatMap(({ memberId, orgId, accountId }) =>
      accountId === null
        ? []
        : [
            {
              ...{ id: newId(), key: draftsKeyOf(memberId, year), kind: 'year.rectify' },
              ...{ to: { accountId }, orgId, facts: { year }, dueOn: null, minutes: MINUTES },
              ...{ askedBy: actor.name, subjectId: null, openedAt: now },
            },
          ],
    ),
  )
}

export const problemHandlers: readonly Handled[] = [list, dropping, drafting]
