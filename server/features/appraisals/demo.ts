import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import { randomBytes } from 'node:crypto'
import { toReceiptNumber } from '@steward/domain/appraisals/ballot-box.ts'

/** Calls an operation as a person of the cast and answers with its value; a no is thrown. */
export type Call = (who: string, operation: string, input: unknown) => Promise<Record<string, unknown>>

/** A branch with its people: who runs the appraisal, and who stands above and sees to what concerns that one. */
export type Walked = {
  readonly call: Call
  readonly county: string
  readonly orgId: string
  readonly year: number
  readonly secretary: string
  readonly above: string
  /** Member of the secretary, whose own report and grade somebody above sees to. */
  readonly secretaryMemberId: string
}

type Shown = {
  appraisal: {
    id: string
    stage: AppraisalStage
    revision: number
    excellentLimit: number
    edition: number
    boxes: { id: string; paper: 'members' | 'masses' }[]
  }
}
type Line = { memberId: string; name: string; place: string; owesReport: boolean }

export async function show({ call, secretary, orgId, year }: Walked): Promise<Shown['appraisal']> {
  // The shapes are those of the contract.
  return ((await call(secretary, 'appraisal.show', { orgId, year })) as Shown).appraisal
}

export async function rollOf(walked: Walked): Promise<Line[]> {
  const { id } = await show(walked)
  return (await walked.call(walked.secretary, 'appraisal.roll', { appraisalId: id })).rows as Line[]
}

export async function goOn(walked: Walked): Promise<void> {
  const { id, revision } = await show(walked)
  await walked.call(walked.secretary, 'appraisal.go-on', { appraisalId: id, revision })
}

/** Number of a token or receipt, as a device draws it. */
export function drawNumber(): string {
  return toReceiptNumber(randomBytes(20))
}

/** Opens the appraisal, names its document and lays out the roll. */
export async function begin(walked: Walked): Promise<string> {
  const { call, secretary, orgId, year } = walked
  const { appraisalId } = await call(secretary, 'appraisal.open', { orgId, year })
  const basis = { body: '清源县委组织部', number: `清组通〔${year}〕41号`, on: `${year}-11-02` }
  await call(secretary, 'appraisal.name-basis', { appraisalId, revision: 1, basis })
  await goOn(walked)
  return String(appraisalId)
}

/** Writes down, hands in and checks off every report that is owed. */
export async function reports(walked: Walked): Promise<void> {
  const { call, secretary, above, secretaryMemberId, year } = walked
  await goOn(walked)
  const { id: appraisalId } = await show(walked)
  for (const { memberId, owesReport } of await rollOf(walked)) {
    if (!owesReport) continue
    const seen = await call(secretary, 'duty-report.show', { appraisalId, memberId })
    const words = {
      ...(seen.words as Record<string, string>),
      gains: '参加村里的修渠，学会了看图纸。',
      shortcomings: '学习抓得不紧，开会发言少。',
      nextYear: '把村口的水渠管好，每月巡一次。',
    }
    const consentOn = memberId === secretaryMemberId ? null : `${year}-11-02`
    const { problems } = seen.facts as { problems: { id: string }[] }
    const onProblems = Object.fromEntries(problems.map(({ id }) => [id, '今年改了，没有再发生。']))
    const written = await call(secretary, 'duty-report.write', {
      ...{ appraisalId, memberId, revision: null, words, onProblems, consentOn },
    })
    const handed = await call(secretary, 'duty-report.submit', written)
    const checker = memberId === secretaryMemberId ? above : secretary
    await call(checker, 'duty-report.check', { reportId: written.reportId, revision: handed.revision })
  }
}

/** What members say of themselves and of each other, written down at the meeting. */
export async function words(walked: Walked): Promise<void> {
  const { call, secretary } = walked
  await goOn(walked)
  const { id: appraisalId } = await show(walked)
  const graded = (await rollOf(walked)).filter(({ place }) => place === 'graded')
  for (const { memberId } of graded) {
    await call(secretary, 'self-appraisal.say', {
      appraisalId,
      memberId,
      text: '今年做了该做的事，学习还不够。',
    })
  }
  await goOn(walked)
  for (const [at, { memberId }] of graded.entries()) {
    const by = graded[(at + 1) % graded.length]?.memberId
    await call(secretary, 'peer-word.say', {
      ...{ appraisalId, aboutMemberId: memberId, byMemberId: by, text: '肯帮忙，话说得少了些。' },
    })
  }
  await goOn(walked)
}

export type Ballot = { token: string; receipt: string; marks: { memberId: string; grade: string }[] }

/** Opens a box and gives every voter a token; answers with what each holds. */
export async function giveOut(
  walked: Walked,
  paper: 'members' | 'masses',
  masses: readonly string[] = [],
): Promise<{ boxId: string; voters: { voterId: string; token: string }[] }> {
  const { call, secretary } = walked
  const { id: appraisalId } = await show(walked)
  const opened = await call(secretary, 'ballot.open-box', { appraisalId, paper, voters: masses })
  const boxId = String(opened.boxId)
  const { rows } = (await call(secretary, 'ballot.voters', { boxId })) as { rows: { voterId: string }[] }
  const voters = rows.map(({ voterId }) => ({ voterId, token: drawNumber() }))
  for (const voter of voters) await call(secretary, 'ballot.give-token', { boxId, ...voter })
  return { boxId, voters }
}

/** Both boxes: everybody votes, most say qualified; the assembly is recorded and the boxes are closed. */
export async function ballots(walked: Walked, masses: readonly string[]): Promise<void> {
  const { call, secretary, county, year } = walked
  const { id: appraisalId } = await show(walked)
  for (const paper of ['members', 'masses'] as const) {
    const { boxId, voters } = await giveOut(walked, paper, paper === 'masses' ? masses : [])
    for (const [at, { token }] of voters.entries()) {
      const read = await call('', 'ballot.read-paper', { county, boxId, token })
      const persons = read.persons as { memberId: string }[]
      const marks = persons.map(({ memberId }, index) => ({
        ...{ memberId, grade: (at + index) % 3 === 0 ? 'excellent' : 'qualified' },
      }))
      await call('', 'ballot.cast', { county, boxId, token, receipt: drawNumber(), marks })
    }
    await call(secretary, 'ballot.close-box', { boxId })
  }
  const { revision } = await show(walked)
  await call(secretary, 'appraisal.record-assembly', {
    ...{ appraisalId, revision, on: `${year}-11-03`, shouldAttend: 30, present: 28, chair: '周谷雨' },
  })
  await goOn(walked)
}

/** The committee sets every grade; somebody above records that of the one who records the others. */
export async function settle(
  walked: Walked,
  grades: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const { call, secretary, above, secretaryMemberId, year } = walked
  const { id: appraisalId } = await show(walked)
  const vote = { shouldAttend: 5, present: 5, written: 0, yes: 5, no: 0, abstain: 0 }
  const { meetingId } = await call(secretary, 'settlement.record-meeting', {
    ...{ appraisalId, body: 'committee', on: `${year}-11-03`, vote, minutes: '支委会会议记录第 11 次' },
  })
  for (const { memberId } of (await rollOf(walked)).filter(({ place }) => place === 'graded')) {
    const who = memberId === secretaryMemberId ? above : secretary
    await call(who, 'settlement.set-grade', {
      ...{ appraisalId, meetingId, memberId, grade: grades.get(memberId) ?? 'qualified' },
      opinion: '按时完成承诺，群众反映较好。',
      reason: '会议按全年的工作和群众意见评定。',
      conduct: '全年参加集体劳动，按时到会。',
    })
  }
  return appraisalId
}

export async function sign(walked: Walked): Promise<void> {
  const { id: appraisalId, revision } = await show(walked)
  const input = { appraisalId, revision, lensSeen: true, signerName: '周谷雨' }
  await walked.call(walked.secretary, 'settlement.sign', input)
  await goOn(walked)
}

/** The notice of results, written and checked by the branch; it hangs for its working days. */
export async function hang(walked: Walked): Promise<string> {
  const { call, secretary } = walked
  const { id: appraisalId } = await show(walked)
  const contact = { contactOffice: '石门村党支部', contactPhone: '0000-7654321' }
  const { noticeId } = await call(secretary, 'appraisal.draft-notice', { appraisalId, ...contact })
  const check = { noticeId, revision: 1, figuresCompared: true, enclosesEvidence: false }
  await call(secretary, 'notice.check', check)
  await call(secretary, 'notice.post', { noticeId, revision: 2 })
  return String(noticeId)
}
