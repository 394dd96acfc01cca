import type { ObjectionSubject } from '@steward/domain/notices/objection.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import type { CountyTx } from '#platform/db.ts'
import type { NoticeDoors, NoticeMoved, SubjectDoor } from './queries-door.ts'
import { type KeptNotice, listRows, lockNotice } from './queries-notice.ts'
import { interruptNoticeFor, type SubjectFacts } from './queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether somebody can object to a notice: it hangs, or hung and was not taken down. */
export function takesObjections({ notice }: KeptNotice): boolean {
  return notice.state === 'posted' || notice.state === 'ended' || notice.state === 'settled'
}

/** A notice as what is objected to. Whoever wrote, checked or posted it does not decide. */
export function factsOfNotice(kept: KeptNotice): SubjectFacts | undefined {
  const { notice, orgPath } = kept
  if (!takesObjections(kept) || notice.endsOn === null) return undefined
  const deciders = [notice.draftedBy, notice.accuracy?.by, notice.privacy?.by, notice.approvedBy]
  return {
    partyOrgId: notice.orgId,
    orgPath,
    concernedMemberIds: [],
    firstDeciders: [...new Set(deciders.filter((one) => typeof one === 'string'))],
    knownSince: notice.endsOn,
    noticeId: notice.id,
  }
}

/** Upheld, a notice comes down, is mended, checked and posted anew for its whole term. */
function noticeDoor(onMoved: NoticeMoved): SubjectDoor {
  return {
    async find(tx, id) {
      const kept = UUID.test(id) ? await lockNotice(tx, id, 'count') : undefined
      return kept && factsOfNotice(kept)
    },
    async uphold(context, { objection }, answer) {
      const kept = await lockNotice(context.tx, objection.subject.id)
      // Taken down before, or over and settled: the answer stands, and what it was made from is corrected there.
      if (kept?.notice.state !== 'posted' && kept?.notice.state !== 'ended') return agree(null)
      const down = await interruptNoticeFor(context, kept.notice.id, `异议成立：${answer}`.slice(0, 300))
      if (!down.ok) return down
      await onMoved(context, down.value, 'interrupt')
      return agree(null)
    },
  }
}

/** How the things of one kind are found and corrected; undefined where no feature has them. */
export function doorOf(doors: NoticeDoors, kind: ObjectionSubject['kind']): SubjectDoor | undefined {
  return kind === 'notice' ? noticeDoor(doors.onMoved) : doors.subjects[kind]
}

/** Facts of a thing and of the line of a notice that is meant: the member in it is concerned. */
export async function factsWithRow(
  tx: CountyTx,
  facts: SubjectFacts,
  rowNo: number | null,
): Promise<SubjectFacts> {
  if (rowNo === null || facts.noticeId == null) return facts
  const row = (await listRows(tx, facts.noticeId)).find((one) => one.rowNo === rowNo)
  if (row === undefined) return facts
  const concerned = [...facts.concernedMemberIds, ...(row.memberId === null ? [] : [row.memberId])]
  return { ...facts, rowNo, concernedMemberIds: [...new Set(concerned)] }
}
