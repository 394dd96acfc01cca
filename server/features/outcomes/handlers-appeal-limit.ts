import { type LimitKind, liftLimit } from '@steward/domain/outcomes/limit.ts'
import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import { useWords } from '@steward/domain/outcomes/outcome-words.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { problem } from '#platform/problem.ts'
import { stepActor } from './handlers-use-shape.ts'
import type { AppealDoor } from './queries-appeal-door.ts'
import { withdrawUses } from './queries-draft.ts'
import { lockLimit, saveLimitLifted } from './queries-limit.ts'
import { findUse, lockUses } from './queries-use.ts'

const kindWords: Readonly<Record<LimitKind, string>> = {
  awards: '限制评优',
  promotion: '限制提拔',
  appointmentHold: '暂缓任用',
  reserve: '退出后备',
}

/** A limit that holds or will; upheld, it is lifted. */
export const limitDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await lockLimit(tx, id)
    if (kept === undefined || kept.liftedOn !== null) return undefined
    return {
      memberId: kept.memberId,
      about: `${kindWords[kept.kind]}（${kept.document}）`,
      toldOn: kept.served.decidedOn,
      decidedByPersons: [kept.served.enteredBy],
      decidedByBodies: [kept.served.body],
    }
  },
  async uphold(context, { appeal }, answer) {
    const kept = (await lockLimit(context.tx, appeal.subject.id)) ?? problem('not-found')
    const lifted = liftLimit(kept, stepActor(context), `申诉成立：${answer}`, context.today)
    if (!lifted.ok) return lifted
    await saveLimitLifted(context, lifted.value)
    return agree(null)
  },
}

/** Any other use that was decided about the member; upheld, it is taken back with what came of it. */
export const useDoor: AppealDoor = {
  async find(tx, id) {
    const [kept] = await lockUses(tx, [id])
    if (kept === undefined || (kept.state !== 'confirmed' && kept.state !== 'declined')) return undefined
    const told = isAdverseKind(kept.kind) ? kept.served?.decidedOn : kept.decidedOn
    return {
      memberId: kept.memberId,
      about: `${kept.year}年度结果运用：${useWords[kept.use]}`,
      toldOn: told ?? kept.draftedOn,
      decidedByPersons: kept.decidedBy === null ? [] : [kept.decidedBy],
      decidedByBodies: kept.served === null ? [] : [kept.served.body],
    }
  },
  async uphold(context, { appeal }, answer) {
    const kept = (await findUse(context.tx, appeal.subject.id)) ?? problem('not-found')
    // What was held against somebody counts as declined and is not drafted again; what was refused may be.
    const state = isAdverseKind(kept.kind) ? ('declined' as const) : ('withdrawn' as const)
    await withdrawUses(context, [kept], kept.year, { reason: `申诉成立：${answer}`, state })
    return agree(null)
  },
}
