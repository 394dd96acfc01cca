import { confirmUse, type RecordedUse, recordDraft } from '@steward/domain/outcomes/outcome-use.ts'
import { draftOutcomes, type OutcomeUse } from '@steward/domain/outcomes/outcome-table.ts'
import type { PastAppraisal } from '#features/appraisals/queries-bulk.ts'
import { insertPastUses, type PastNoUse, type PastUse } from '#features/outcomes/queries-bulk.ts'
import type { Context } from '#platform/context.ts'
import { newIdAt } from '#platform/new-id.ts'
import { momentOf, must } from './appraised-branch.ts'
import type { Reviewer, Reviewers } from './fill-loop.ts'
import { noUseReasons } from './plan/outcome-words.ts'
import { OUTCOME_TOTALS, smallShare } from './plan/plan-outcomes.ts'
import type { YearDays } from './plan/plan-year.ts'
import { drawFrom } from './plan/random.ts'

export type UsesOf = {
  readonly year: number
  readonly days: YearDays
  readonly appraisals: readonly PastAppraisal[]
  readonly reviewers: Reviewers
  /** Decides for the county. */
  readonly county: Reviewer
}

/**
 * Every graded member has a use or a reason (S-162): awards of the county, praise where a branch called somebody excellent, help
 * for low grades, a reason for the others. Answers with the uses, so that help plans can name theirs.
 */
export async function fillUses(
  context: Context,
  of: UsesOf,
  commended: ReadonlySet<string>,
): Promise<readonly PastUse[]> {
  const uses: PastUse[] = []
  const noUses: PastNoUse[] = []
  for (const appraisal of of.appraisals) {
    const pair = of.reviewers.get(appraisal.orgId)
    if (pair === undefined) continue
    const draw = drawFrom(`uses ${appraisal.orgId}`)
    for (const { memberId, grade } of appraisal.results) {
      const person = {
        ...{ memberId, grade, serving: false, leadingCadre: false, withoutPost: true, onReserve: false },
      }
      const by = pair.own.memberId === memberId ? pair.other : pair.own
      const wanted = useOf(grade, commended.has(memberId))
      const draft = draftOutcomes(person, false).find(({ use }) => use === wanted)
      if (draft === undefined) {
        noUses.push(noUse(of, appraisal, memberId, by, draw.oneOf(noUseReasons)))
        continue
      }
      const decider = draft.body === 'branch' ? by : of.county
      const recorded = recordDraft(draft, newIdAt(momentOf(of.days.toldOn)), of.year)
      const use = confirmed(recorded, decider, documentOf(of, draft.use), of.days)
      uses.push({ use, appraisalId: appraisal.id, orgId: appraisal.orgId, decidedByName: decider.name })
    }
  }
  await insertPastUses(context.tx, uses, noUses)
  return uses
}

/** Whom the county commended: most among the excellent, some among the qualified; those of the small county first. */
export function pickCommended(
  appraisals: readonly PastAppraisal[],
  of: {
    readonly content: 'small' | 'full'
    readonly isSmall: (orgId: string) => boolean
    readonly taken: ReadonlySet<string>
  },
): Set<string> {
  const total = OUTCOME_TOTALS.commended
  const picked = new Set<string>()
  const pick = (among: readonly PastAppraisal[], grade: 'excellent' | 'qualified', count: number) => {
    const pool = among.flatMap(({ results }) =>
      results
        .filter((one) => one.grade === grade && !of.taken.has(one.memberId))
        .map(({ memberId }) => memberId),
    )
    for (let at = 0; at < count; at += 1) {
      const id = pool[Math.floor((at * pool.length) / count)]
      if (id !== undefined) picked.add(id)
    }
  }
  const first = { excellent: smallShare((total * 5) / 7), qualified: smallShare((total * 2) / 7) }
  const small = appraisals.filter(({ orgId }) => of.isSmall(orgId))
  pick(small, 'excellent', first.excellent)
  pick(small, 'qualified', first.qualified)
  if (of.content === 'small') return picked
  const rest = appraisals.filter(({ orgId }) => !of.isSmall(orgId))
  pick(rest, 'excellent', (total * 5) / 7 - first.excellent)
  pick(rest, 'qualified', (total * 2) / 7 - first.qualified)
  return picked
}

function useOf(grade: PastAppraisal['results'][number]['grade'], commended: boolean): OutcomeUse | null {
  if (grade === 'excellent') return commended ? 'cityAward' : 'publicity'
  if (grade === 'qualified') return commended ? 'countyAward' : null
  return 'helpPlan'
}

function documentOf({ year }: UsesOf, use: OutcomeUse): string {
  if (use === 'cityAward' || use === 'countyAward') return `清组发〔${year + 1}〕2号`
  return use === 'helpPlan' ? '支委会会议记录第 1 次' : '党员大会会议记录第 1 次'
}

function confirmed(use: RecordedUse, decider: Reviewer, document: string, days: YearDays): RecordedUse {
  const author = { kind: 'person' as const, accountId: decider.accountId }
  const memberId = decider.memberId === '' ? null : decider.memberId
  return must(confirmUse(use, { author, memberId }, document, days.endedOn))
}

function noUse(
  { year, days }: UsesOf,
  { id: appraisalId }: PastAppraisal,
  memberId: string,
  by: Reviewer,
  reason: string,
): PastNoUse {
  const id = newIdAt(momentOf(days.endedOn))
  return { id, appraisalId, memberId, year, reason, by, on: days.endedOn }
}
