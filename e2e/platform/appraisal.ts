import { randomInt } from 'node:crypto'
import type { ApiPerson } from './api.ts'

/** Steps of an appraisal that a journey does not show in the browser, done as the branch and the committee above do them. */
export type Branch = {
  readonly secretary: ApiPerson
  readonly above: ApiPerson
  /** Nobody in particular: casting needs no account. */
  readonly anybody: ApiPerson
  readonly county: string
  readonly orgId: string
  readonly year: number
  readonly secretaryMemberId: string
}
export type Line = { memberId: string; name: string; place: string; owesReport: boolean }
export type Box = { id: string; paper: 'members' | 'masses'; state: string }
export type Shown = {
  id: string
  stage: string
  revision: number
  excellentLimit: number
  edition: number
  boxes: Box[]
}
type Voter = { voterId: string; name: string; state: string }

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A number as a device of a voter draws it. */
export function drawNumber(): string {
  return Array.from({ length: 20 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

export async function show({ secretary, orgId, year }: Branch): Promise<Shown> {
  return (await secretary.query<{ appraisal: Shown }>('appraisal.show', { orgId, year })).appraisal
}

export async function rollOf(branch: Branch): Promise<Line[]> {
  const { id } = await show(branch)
  return (await branch.secretary.query<{ rows: Line[] }>('appraisal.roll', { appraisalId: id })).rows
}

export async function goOn(branch: Branch): Promise<void> {
  const { id, revision } = await show(branch)
  await branch.secretary.command('appraisal.go-on', { appraisalId: id, revision })
}

/** Opened, with its document and its roll; reports can be written. */
export async function beginReports(branch: Branch): Promise<string> {
  const { secretary, orgId, year } = branch
  const { appraisalId } = await secretary.command<{ appraisalId: string }>('appraisal.open', { orgId, year })
  const basis = { body: '清源县委组织部', number: `清组通〔${year}〕41号`, on: `${year}-11-02` }
  await secretary.command('appraisal.name-basis', { appraisalId, revision: 1, basis })
  await goOn(branch)
  await goOn(branch)
  return appraisalId
}

type Report = {
  state: string
  reportId: string
  revision: number
  words: object
  facts: { problems: { id: string }[] }
}

/** All reports that are owed and not there yet, written down with consent, handed in and checked off. */
export async function otherReports(branch: Branch): Promise<void> {
  const { secretary, above, secretaryMemberId, year } = branch
  const { id: appraisalId } = await show(branch)
  for (const { memberId, owesReport } of await rollOf(branch)) {
    if (!owesReport) continue
    const seen = await secretary.query<Report>('duty-report.show', { appraisalId, memberId })
    if (seen.state === 'checked') continue
    const isOwn = memberId === secretaryMemberId
    let handed = { reportId: seen.reportId, revision: seen.revision }
    if (seen.state === 'drafted') {
      const words = {
        ...seen.words,
        gains: '参加村里的修渠，学会了看图纸。',
        shortcomings: '答应的调解拖了两个月，做得不好。',
        nextYear: '把村口的水渠管好，每月巡一次。',
      }
      const written = await secretary.command<{ reportId: string; revision: number }>('duty-report.write', {
        ...{ appraisalId, memberId, revision: seen.revision, words },
        // A word on each problem of last year (S-232).
        onProblems: Object.fromEntries(seen.facts.problems.map(({ id }) => [id, '每次会都说了。'])),
        consentOn: isOwn ? null : `${year}-11-02`,
      })
      const { revision } = await secretary.command<{ revision: number }>('duty-report.submit', written)
      handed = { reportId: written.reportId, revision }
    }
    await (isOwn ? above : secretary).command('duty-report.check', handed)
  }
  await goOn(branch)
}

/** Self-appraisals and words on each other of all who have not spoken, taken down at the meeting. */
export async function otherWords(branch: Branch): Promise<void> {
  const { secretary } = branch
  const { id: appraisalId } = await show(branch)
  const said = () =>
    secretary.query<{ withoutSelf: Line[]; withoutPeer: Line[] }>('peer-word.list', { appraisalId })
  for (const { memberId } of (await said()).withoutSelf) {
    await secretary.command('self-appraisal.say', {
      appraisalId,
      memberId,
      text: '做了该做的事，学习还不够。',
    })
  }
  await goOn(branch)
  const graded = (await rollOf(branch)).filter(({ place }) => place === 'graded')
  for (const { memberId } of (await said()).withoutPeer) {
    const by = graded.find((line) => line.memberId !== memberId)
    await secretary.command('peer-word.say', {
      ...{ appraisalId, aboutMemberId: memberId, byMemberId: by?.memberId, text: '肯帮忙，话说得少了些。' },
    })
  }
  await goOn(branch)
}

export async function openBox(
  branch: Branch,
  paper: Box['paper'],
  voters: readonly string[] = [],
): Promise<string> {
  const { id: appraisalId } = await show(branch)
  const opened = await branch.secretary.command<{ boxId: string }>('ballot.open-box', {
    ...{ appraisalId, paper, voters },
  })
  return opened.boxId
}

export async function votersOf({ secretary }: Branch, boxId: string): Promise<Voter[]> {
  return (await secretary.query<{ rows: Voter[] }>('ballot.voters', { boxId })).rows
}

export async function giveToken({ secretary }: Branch, boxId: string, voterId: string): Promise<string> {
  const token = drawNumber()
  await secretary.command('ballot.give-token', { boxId, voterId, token })
  return token
}

/** Everybody still listed takes a token and votes, each a little differently. */
export async function castOthers(branch: Branch, boxId: string): Promise<number> {
  const { anybody, county } = branch
  const waiting = (await votersOf(branch, boxId)).filter(({ state }) => state === 'listed')
  for (const [at, { voterId }] of waiting.entries()) {
    const token = await giveToken(branch, boxId, voterId)
    const place = { county, boxId, token }
    const { persons } = await anybody.command<{ persons: Line[] }>('ballot.read-paper', place)
    const marks = persons.map(({ memberId }, index) => ({
      ...{ memberId, grade: (at + index) % 3 === 0 ? 'excellent' : 'qualified' },
    }))
    await anybody.command('ballot.cast', { ...place, receipt: drawNumber(), marks })
  }
  return waiting.length
}

/** Counts the papers given out, all marked the same but for the one whose line nobody marked, and closes the box. */
export async function countAndClose(branch: Branch, boxId: string, papers: number): Promise<void> {
  const { secretary } = branch
  if (papers > 0) {
    const none = { excellent: 0, basicallyQualified: 0, unqualified: 0 }
    const persons = (await rollOf(branch))
      .filter(({ place }) => place === 'graded')
      .map(({ memberId }) => ({ memberId, counts: { ...none, qualified: papers }, abstained: 0 }))
    const count = { issued: papers, cast: papers, spoiled: 0, returnedBlank: 0, notReturned: 0, persons }
    await secretary.command('ballot.count-paper', { boxId, count, counters: ['孟秋分', '陈小满'] })
  }
  await secretary.command('ballot.close-box', { boxId })
}

export async function holdAssembly(branch: Branch, on: string): Promise<void> {
  const { id: appraisalId, revision } = await show(branch)
  await branch.secretary.command('appraisal.record-assembly', {
    ...{ appraisalId, revision, on, shouldAttend: 34, present: 31, chair: '周谷雨' },
  })
  await goOn(branch)
}

/** The committee sets all grades, somebody above that of the secretary; signed, drafted as a notice, posted. */
export async function settleAndHang(
  branch: Branch,
  on: string,
  grades: ReadonlyMap<string, string>,
): Promise<string> {
  const { secretary, above, secretaryMemberId } = branch
  const { id: appraisalId } = await show(branch)
  const vote = { shouldAttend: 5, present: 5, written: 0, yes: 5, no: 0, abstain: 0 }
  const { meetingId } = await secretary.command<{ meetingId: string }>('settlement.record-meeting', {
    ...{ appraisalId, body: 'committee', on, vote, minutes: '支委会会议记录第 12 次' },
  })
  for (const { memberId } of (await rollOf(branch)).filter(({ place }) => place === 'graded')) {
    await (memberId === secretaryMemberId ? above : secretary).command('settlement.set-grade', {
      ...{ appraisalId, meetingId, memberId, grade: grades.get(memberId) ?? 'qualified' },
      opinion: '按时完成承诺，群众反映较好。',
      reason: '会议按全年的工作和群众意见评定。',
      conduct: '全年参加集体劳动，按时到会。',
    })
  }
  const { revision } = await show(branch)
  await secretary.command('settlement.sign', { appraisalId, revision, lensSeen: true, signerName: '周谷雨' })
  await goOn(branch)
  const contact = { contactOffice: '石门村党支部', contactPhone: '0000-7654321' }
  const { noticeId } = await secretary.command<{ noticeId: string }>('appraisal.draft-notice', {
    ...{ appraisalId, ...contact },
  })
  await secretary.command('notice.check', {
    ...{ noticeId, revision: 1, figuresCompared: true, enclosesEvidence: false },
  })
  await secretary.command('notice.post', { noticeId, revision: 2 })
  return noticeId
}

type Told = { id: string; memberId: string; name: string; state: string; grade: string }

export async function feedbackOf(branch: Branch, memberId: string): Promise<Told> {
  const { id: appraisalId } = await show(branch)
  const { rows } = await branch.secretary.query<{ rows: Told[] }>('feedback.list', { appraisalId })
  const row = rows.find((one) => one.memberId === memberId)
  if (row === undefined) throw new Error('Everybody graded has a feedback')
  return row
}

/** Everybody who was not told yet, in person; the secretary by somebody above. */
export async function tellOthers(branch: Branch, but: readonly string[] = []): Promise<void> {
  const { secretary, above, secretaryMemberId } = branch
  const { id: appraisalId } = await show(branch)
  const { rows } = await secretary.query<{ rows: Told[] }>('feedback.list', { appraisalId })
  for (const { id: feedbackId, memberId, state } of rows) {
    if (state !== 'toTell' || but.includes(memberId)) continue
    const by = memberId === secretaryMemberId ? above : secretary
    const { revision } = await by.query<{ revision: number }>('feedback.show', { feedbackId })
    await by.command('feedback.tell', { feedbackId, revision, how: 'inPerson' })
  }
}
