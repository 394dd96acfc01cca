import { randomInt } from 'node:crypto'
import type { ApiPerson } from './api.ts'

/** A branch whose appraisal is walked through without a browser, for journeys of what follows from its grades. */
export type GradedBranch = {
  readonly secretary: ApiPerson
  readonly above: ApiPerson
  readonly orgId: string
  readonly year: number
  readonly secretaryMemberId: string
}
type Line = { memberId: string; name: string; place: string; owesReport: boolean }
type Report = { words: object; facts: { problems: { id: string }[] } }
type Shown = { id: string; revision: number; excellentLimit: number }

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const drawNumber = () => Array.from({ length: 20 }, () => SIGNS[randomInt(SIGNS.length)]).join('')

async function shown({ secretary, orgId, year }: GradedBranch): Promise<Shown> {
  return (await secretary.query<{ appraisal: Shown }>('appraisal.show', { orgId, year })).appraisal
}

/** The next stage of the appraisal. */
export async function goOn(branch: GradedBranch): Promise<void> {
  const { id, revision } = await shown(branch)
  await branch.secretary.command('appraisal.go-on', { appraisalId: id, revision })
}

async function reports(branch: GradedBranch, appraisalId: string, roll: readonly Line[]): Promise<void> {
  const { secretary, above, secretaryMemberId, year } = branch
  for (const { memberId } of roll.filter(({ owesReport }) => owesReport)) {
    const isOwn = memberId === secretaryMemberId
    const seen = await secretary.query<Report>('duty-report.show', { appraisalId, memberId })
    const words = {
      ...seen.words,
      gains: '参加修渠。',
      shortcomings: '学习抓得不紧。',
      nextYear: '管好水渠。',
    }
    // Problems of last year are spoken to, each by a word (S-232).
    const onProblems = Object.fromEntries(seen.facts.problems.map(({ id }) => [id, '改了，按时参加学习。']))
    const written = await secretary.command<{ reportId: string; revision: number }>('duty-report.write', {
      ...{
        appraisalId,
        memberId,
        revision: null,
        words,
        onProblems,
        consentOn: isOwn ? null : `${year}-11-02`,
      },
    })
    const { revision } = await secretary.command<{ revision: number }>('duty-report.submit', written)
    await (isOwn ? above : secretary).command('duty-report.check', { reportId: written.reportId, revision })
  }
}

async function boxes(branch: GradedBranch, appraisalId: string): Promise<void> {
  const { secretary } = branch
  for (const paper of ['members', 'masses']) {
    const voters = paper === 'masses' ? ['王婶', '李伯', '张叔', '赵姨', '孙姐', '钱哥'] : []
    const { boxId } = await secretary.command<{ boxId: string }>('ballot.open-box', {
      appraisalId,
      paper,
      voters,
    })
    const { rows } = await secretary.query<{ rows: { voterId: string }[] }>('ballot.voters', { boxId })
    for (const { voterId } of rows.slice(0, 8)) {
      const place = { county: 'qingyuan', boxId, token: drawNumber() }
      await secretary.command('ballot.give-token', { boxId, voterId, token: place.token })
      const read = await secretary.command<{ persons: Line[] }>('ballot.read-paper', place)
      const marks = read.persons.map(({ memberId }) => ({ memberId, grade: 'qualified' }))
      await secretary.command('ballot.cast', { ...place, receipt: drawNumber(), marks })
    }
    await secretary.command('ballot.close-box', { boxId })
  }
}

/** From the opening to the notice of the results; `low` are graded as named, some others excellent, the rest qualified. */
export async function gradeBranch(
  branch: GradedBranch,
  low: Readonly<Record<string, string>>,
): Promise<string> {
  const { secretary, above, orgId, year, secretaryMemberId } = branch
  const { appraisalId } = await secretary.command<{ appraisalId: string }>('appraisal.open', { orgId, year })
  const basis = { body: '清源县委组织部', number: `清组通〔${year}〕41号`, on: `${year}-11-02` }
  await secretary.command('appraisal.name-basis', { appraisalId, revision: 1, basis })
  await goOn(branch)
  const { rows: roll } = await secretary.query<{ rows: Line[] }>('appraisal.roll', { appraisalId })
  await goOn(branch)
  await reports(branch, appraisalId, roll)
  await goOn(branch)
  const graded = roll.filter(({ place }) => place === 'graded')
  for (const { memberId } of graded)
    await secretary.command('self-appraisal.say', {
      appraisalId,
      memberId,
      text: '做了该做的事，学习还不够。',
    })
  await goOn(branch)
  for (const [at, { memberId }] of graded.entries())
    await secretary.command('peer-word.say', {
      ...{ appraisalId, aboutMemberId: memberId, text: '肯帮忙，话说得少了些。' },
      byMemberId: graded[(at + 1) % graded.length]?.memberId,
    })
  await goOn(branch)
  await boxes(branch, appraisalId)
  const { revision, excellentLimit } = await shown(branch)
  await secretary.command('appraisal.record-assembly', {
    ...{ appraisalId, revision, on: `${year}-12-03`, shouldAttend: 30, present: 28, chair: '周谷雨' },
  })
  await goOn(branch)
  const vote = { shouldAttend: 5, present: 5, written: 0, yes: 5, no: 0, abstain: 0 }
  const { meetingId } = await secretary.command<{ meetingId: string }>('settlement.record-meeting', {
    ...{ appraisalId, body: 'committee', on: `${year}-12-03`, vote, minutes: '支委会会议记录第 11 次' },
  })
  let best = excellentLimit - 1
  for (const { memberId, name } of graded) {
    const isOwn = memberId === secretaryMemberId
    const grade = low[name] ?? (!isOwn && best > 0 ? 'excellent' : 'qualified')
    if (grade === 'excellent') best -= 1
    await (isOwn ? above : secretary).command('settlement.set-grade', {
      ...{ appraisalId, meetingId, memberId, grade, opinion: '按时完成承诺，群众反映较好。' },
      ...{ reason: '会议按全年的工作和群众意见评定。', conduct: '全年参加集体劳动，按时到会。' },
    })
  }
  const now = await shown(branch)
  await secretary.command('settlement.sign', {
    ...{ appraisalId, revision: now.revision, lensSeen: true, signerName: '周谷雨' },
  })
  await goOn(branch)
  const contact = { contactOffice: '石门村党支部', contactPhone: '0000-7654321' }
  const { noticeId } = await secretary.command<{ noticeId: string }>('appraisal.draft-notice', {
    ...{ appraisalId, ...contact },
  })
  await secretary.command('notice.check', {
    noticeId,
    revision: 1,
    figuresCompared: true,
    enclosesEvidence: false,
  })
  await secretary.command('notice.post', { noticeId, revision: 2 })
  return appraisalId
}
