import { sanctionWords } from '@steward/domain/outcomes/discipline.ts'
import { formWords } from '@steward/domain/outcomes/disposal-documents.ts'
import { needsCase } from '@steward/domain/members/member-state.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { formatNumber } from '@steward/domain/shared/document-layout.ts'
import { lockFile } from '#features/members/queries-file.ts'
import { liftStateByCase } from '#features/members/queries-state.ts'
import { openThing } from '#features/messages/queries.ts'
import { problem } from '#platform/problem.ts'
import { saveStep } from './handlers-disposal-locking.ts'
import { closeDisposalThings } from './handlers-disposal-things.ts'
import type { AppealDoor } from './queries-appeal-door.ts'
import { listHands, lockDisposal } from './queries-disposal.ts'
import { findSanction } from './queries-sanction.ts'

/** A disposal in force; upheld, it is lifted, and a member it took off the rolls is back. */
export const disposalDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await lockDisposal(tx, id)
    if (kept?.of.state !== 'inForce' || kept.service === null || kept.decision === null) return undefined
    if (kept.end?.how === 'lifted') return undefined
    return {
      ...{ memberId: kept.of.memberId, toldOn: kept.service.on },
      about: `${formWords[kept.of.form]}决定 ${formatNumber(kept.decision.number)}`,
      ...{ decidedByPersons: await listHands(tx, id), decidedByBodies: [kept.decision.orgId] },
    }
  },
  async uphold(context, { appeal }, answer) {
    const { tx, today, actor } = context
    const kept = (await lockDisposal(tx, appeal.subject.id)) ?? problem('not-found')
    const reason = `申诉成立：${answer}`
    const file = (await lockFile(tx, kept.of.memberId)) ?? problem('not-found')
    if (needsCase(file.state) && kept.rejoinFrom !== null) {
      const lifted = await liftStateByCase(context, file, today, reason)
      if (!lifted.ok) return lifted
    }
    const end = {
      ...{ how: 'lifted' as const, on: today, words: reason, minutes: null, document: null },
      accountId: actor.accountId,
    }
    await closeDisposalThings(context, kept.of.id, ['end'])
    await saveStep(context, { ...kept, end, rejoinFrom: null }, 'lift', reason)
    return agree(null)
  },
}

/** A recorded sanction: the platform decides none, so an upheld appeal goes to the body that did. */
export const sanctionDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await findSanction(tx, id)
    if (kept === undefined) return undefined
    return {
      ...{ memberId: kept.memberId, toldOn: kept.decidedOn },
      about: `${sanctionWords[kept.sanction]}（${kept.documentNumber}）`,
      ...{ decidedByPersons: [kept.recordedBy], decidedByBodies: [kept.body] },
    }
  },
  async uphold({ tx, actor, now, newId }, { appeal }) {
    const kept = (await findSanction(tx, appeal.subject.id)) ?? problem('not-found')
    await openThing(tx, {
      ...{ id: newId(), key: `sanction-pass-on-${kept.id}`, kind: 'sanction.pass-on', orgId: kept.orgId },
      ...{ to: { permission: 'sanction.record' as const }, facts: { body: kept.body }, dueOn: null },
      ...{ minutes: 15, askedBy: actor.name, subjectId: kept.id, openedAt: now },
    })
    return agree(null)
  },
}
