import { type Grade, gradeWords } from '@steward/domain/appraisals/grade.ts'
import { insertPastAppraisals, type PastAppraisal } from '#features/appraisals/queries-bulk.ts'
import { loadFigures } from '#features/appraisals/queries-settlement.ts'
import { draftNoticesFor, type ManyNotice } from '#features/notices/queries-bulk.ts'
import { listOffices } from '#features/points/queries-month-notice.ts'
import type { Context } from '#platform/context.ts'
import type { Appraised, AppraisedBranch, YearFrame } from './appraised-branch.ts'
import type { Person } from './fill-last-ledger.ts'
import type { Reviewer, Reviewers } from './fill-loop.ts'
import { advanceBy, contextOn, toMover } from './fill-months.ts'
import { makeAppraisal } from './make-appraisal.ts'

type Around = {
  readonly reviewers: Reviewers
  readonly accounts: Accounts
  /** Grades the plan of the county names, by member. */
  readonly grades: ReadonlyMap<string, Grade>
}

/** Who signs in as a member, by member. */
export type Accounts = ReadonlyMap<string, { readonly accountId: string; readonly name: string }>

const BRANCHES_A_STEP = 40

export async function fillAppraisals(
  context: Context,
  frame: YearFrame,
  people: readonly Person[],
  { reviewers, accounts, grades }: Around,
): Promise<PastAppraisal[]> {
  const { tx } = context
  const figures = await loadFigures(
    tx,
    people.map(({ member }) => member.id),
    frame.year,
  )
  const names = await loadPlaces(context)
  const places = await loadNameOrder(context)
  const byOrg = Map.groupBy(people, ({ orgId }) => orgId)
  const offices = await listOffices(tx, [...byOrg.keys()])
  const made: PastAppraisal[] = []
  let writing = Promise.resolve()
  let part: PastAppraisal[] = []
  // While the database takes some branches, the next are made.
  const send = async () => {
    await writing
    const noticed = part
    part = []
    writing = writeAppraisals(context, frame, noticed, { names, offices, reviewers })
    writing.catch(() => undefined)
  }
  for (const [orgId, own] of byOrg) {
    const pair = reviewers.get(orgId)
    const place = names.get(orgId)
    if (pair === undefined || place === undefined) continue
    const appraisal = makeAppraisal(
      frame,
      toBranch(orgId, place.name, own, pair, { figures, accounts, grades, places }),
    )
    made.push(appraisal)
    part.push(appraisal)
    if (part.length === BRANCHES_A_STEP) await send()
  }
  await send()
  await writing
  return made
}

type Places = ReadonlyMap<string, { readonly name: string; readonly path: string }>

async function loadPlaces({ tx }: Context): Promise<Places> {
  const rows = await tx.from('party_org').select(['id', 'name', 'path']).execute()
  return new Map(rows.map(({ id, name, path }) => [id, { name, path }]))
}

type Known = Pick<Around, 'accounts' | 'grades'> & {
  readonly figures: Awaited<ReturnType<typeof loadFigures>>
  readonly places: ReadonlyMap<string, number>
}

function toBranch(
  orgId: string,
  orgName: string,
  people: readonly Person[],
  { own, other }: { readonly own: Reviewer; readonly other: Reviewer },
  { figures, accounts, grades, places }: Known,
): AppraisedBranch {
  const members = people.flatMap(({ member, version }): Appraised[] => {
    const figure = figures.get(member.id)
    if (figure === undefined) return []
    const { points, outsideCaps } = figure
    return [
      {
        member,
        version,
        points,
        outsideCaps,
        account: accounts.get(member.id),
        fixed: grades.get(member.id) ?? null,
      },
    ]
  })
  // Sheets and minutes list people by name.
  const byName = members.toSorted((a, b) => (places.get(a.member.id) ?? 0) - (places.get(b.member.id) ?? 0))
  return { orgId, orgName, members: byName, own, other }
}

/** Everybody's place in the order of names. */
async function loadNameOrder({ tx }: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.from('member').select('id').orderBy('name_order').orderBy('id').execute()
  return new Map(rows.map(({ id }, index) => [id, index]))
}

const COLUMNS = [
  { label: '年终得分', kind: 'points', strong: true },
  { label: '过程分', kind: 'points', strong: false },
  { label: '评议分', kind: 'points', strong: false },
  { label: '格次', kind: 'text', strong: false },
] as const

type Sheets = {
  readonly names: Places
  readonly offices: Awaited<ReturnType<typeof listOffices>>
  readonly reviewers: Reviewers
}

/** The sheets first, hung and settled by the calendar, then what was appraised. */
async function writeAppraisals(
  context: Context,
  frame: YearFrame,
  appraisals: readonly PastAppraisal[],
  { names, offices, reviewers }: Sheets,
): Promise<void> {
  const at = contextOn(context, frame.days.signedOn)
  const advance = advanceBy(
    frame.calendar,
    ({ orgId }) => reviewers.get(orgId)?.other,
    frame.days.signedOn,
    context.today,
  )
  const made = appraisals.map((each) => toNotice(each, names, offices, reviewers))
  const kept = await draftNoticesFor(at, made, advance)
  const noticeOf = new Map(
    kept.flatMap((each) => (each.ok ? [[each.value.notice.orgId, each.value.notice.id]] : [])),
  )
  await insertPastAppraisals(
    context.tx,
    appraisals.map((each) => ({ ...each, noticeId: noticeOf.get(each.orgId) ?? null })),
  )
}

function toNotice(
  { id, orgId, year, basis, results, roll, memberNames }: PastAppraisal,
  names: Places,
  offices: Sheets['offices'],
  reviewers: Reviewers,
): ManyNotice {
  const place = names.get(orgId) ?? { name: '', path: '' }
  const withoutGrade = roll.filter((line) => line.place === 'withoutGrade').length
  return {
    ...{
      orgId,
      orgName: place.name,
      orgPath: place.path,
      kind: 'appraisal',
      scope: 'branch',
      workingDays: 5,
    },
    title: `关于${year}年度民主评议党员结果的公示`,
    body:
      `根据${basis.body}《${basis.number}》，${place.name}评议党员${results.length}名，` +
      `参加评议不定格次的${withoutGrade}名。格次由会议评定，得分和票数只供参考。`,
    ...{ names: 'full', fullNames: null, contact: offices.get(orgId) ?? { office: place.name, phone: '' } },
    ...{
      contactHours: '',
      paperPlace: '',
      routes: ['page', 'statement', 'phone', 'paper'],
      columns: COLUMNS,
    },
    listNote: '按姓名排列',
    rows: results.map(({ memberId, grade, score, process, appraisal }) => ({
      ...{ memberId, name: memberNames.get(memberId) ?? '', usedIds: [] },
      cells: [score, process, appraisal, gradeWords[grade]],
    })),
    source: { kind: 'appraisal', id },
    root: '',
    by: toMover(reviewers.get(orgId)?.own),
  }
}
