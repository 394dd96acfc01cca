import { countsFrom, memberCategories } from '@steward/domain/members/category.ts'
import { educations } from '@steward/domain/members/education.ts'
import { ageBands, shareOf, standingBands } from '@steward/domain/members/figures.ts'
import { isAdverse } from '@steward/domain/members/member-state.ts'
import { clocksOf, standingOn } from '@steward/domain/members/standing.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { maskIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import { ageOn, plainDate, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { changeHandlers } from './handlers-change.ts'
import { correctionHandlers } from './handlers-correction.ts'
import { filterHandlers } from './handlers-filter.ts'
import { lookHandlers } from './handlers-look.ts'
import { stateHandlers } from './handlers-state.ts'
import { listMembers, MemberFilter, memberFigures, searchEverything, showMember } from './operations.ts'
import { countFigures, type FigureRow, listBelow } from './queries-figures.ts'
import { type FileRow, findFile, getHistories, type Histories } from './queries-file.ts'
import { notePageLook } from './queries-look.ts'
import { findOrg, searchOrgs } from './queries-org.ts'
import { findRoll, type RollRow, scopeOf } from './queries-roll.ts'

const list = handle(listMembers, async (ctx, { sort, offset, limit, ...filter }) => {
  const org = filter.orgId === null ? null : await getVisibleOrg(ctx, filter.orgId)
  const { rows, total } = await findRoll(ctx.tx, scopeOf(ctx, filter, org?.place ?? null), sort, {
    offset,
    limit,
  })
  return agree({ rows: rows.map((row) => toRow(row, ctx.today)), total, offset })
})

function toRow(row: RollRow, today: PlainDate) {
  const standing = row.converted_on === null ? null : standingOn(row.converted_on, row.lapses, today)
  return {
    id: row.id,
    name: row.name,
    orgId: row.org_id,
    orgName: row.org_name,
    category: row.category,
    kind: row.membership_kind,
    state: row.state,
    sex: row.sex,
    age: ageOn(row.born_on, today),
    education: row.education,
    standingYears: standing?.years ?? null,
    tags: [...row.tags],
    phoneMask: row.phone_mask,
  }
}

async function getVisibleOrg(ctx: Context, orgId: string) {
  const org = (await findOrg(ctx.tx, orgId)) ?? problem('not-found')
  ctx.access.demandHidden('member.read', { path: org.path })
  return org
}

const FOUND = 8

const search = handle(searchEverything, async (ctx, { text }) => {
  const filter = MemberFilter.parse({ search: text, state: 'all' })
  const scope = scopeOf(ctx, filter, null, 'people')
  if (text === '') return agree({ people: [], organisations: [] })
  const found = await findRoll(ctx.tx, scope, 'name', { offset: 0, limit: FOUND })
  const orgs = await searchOrgs(ctx.tx, ctx.access, text, ctx.today, FOUND)
  // Eight in all; where both have many, each gets half.
  const most = Math.max(FOUND - orgs.length, FOUND / 2)
  const people = found.rows.slice(0, most).map((row) => ({
    id: row.id,
    name: row.name,
    orgName: row.org_name,
    category: row.category,
    state: row.state,
  }))
  return agree({ people, organisations: orgs.slice(0, FOUND - people.length) })
})

const PERMISSIONS_ON_FILE = [
  'member.change',
  'member.certify',
  'member.unmask',
  'member.request-correction',
  'member.decide-correction',
  'member.who-looked',
] as const

const show = handle(showMember, async (ctx, input) => {
  const memberId = input.memberId ?? ctx.actor.memberId
  const file = memberId === null ? undefined : await findFile(ctx.tx, memberId)
  if (file === undefined) problem('not-found')
  const target = { path: file.org_path, memberId: file.id }
  ctx.access.demandHidden('member.read', target)
  const histories = await getHistories(ctx.tx, file.id)
  await notePageLook(ctx, { id: file.id, path: file.org_path })
  const self = ctx.actor.memberId === file.id
  const maySee = self || ctx.access.can('member.certify', target)
  return agree({
    facts: toFacts(file, histories, ctx.today),
    self,
    clocks: toClocks(file, histories, ctx.today),
    tags: histories.tags.map((tag) => ({ ...tag, at: new Date(tag.at) })),
    categories: toCategories(histories),
    affiliations: histories.affiliations.map((one) => ({ ...one, at: new Date(one.at) })),
    states: histories.states.map((state) => toState(state, maySee)),
    changes: histories.changes.map((change) => ({ ...change, at: new Date(change.at) })),
    openCorrections:
      self || ctx.access.can('member.decide-correction', target) ? [...histories.open_corrections] : [],
    may: ctx.access.may(PERMISSIONS_ON_FILE, target),
  })
})

function toFacts(file: FileRow, histories: Histories, today: PlainDate) {
  return {
    id: file.id,
    revision: file.revision,
    name: file.name,
    sex: file.sex,
    bornOn: file.born_on,
    age: ageOn(file.born_on, today),
    ethnicGroup: file.ethnic_group,
    education: file.education,
    kind: file.membership_kind,
    category: file.category,
    admittedOn: file.admitted_on,
    convertedOn: file.converted_on,
    extensionMonths: file.extension_months,
    earlyConversion: file.early_conversion,
    orgId: file.party_org_id,
    orgName: file.org_name,
    groupName: histories.group_name,
    place: [...histories.place],
    post: file.post,
    workplace: file.workplace,
    state: file.state,
    stateFromOn: file.state_from_on,
    identityMask: file.identity_tail === '' ? '' : maskIdentityNumber(file.identity_tail.padStart(18, '*')),
    phoneMask: file.phone_mask,
    hasAddress: file.address_sealed !== null,
    createdBy: file.created_by,
    createdAt: file.created_at,
  }
}

/** The three clocks, which start on different days. */
function toClocks(file: FileRow, histories: Histories, today: PlainDate) {
  const clocks = clocksOf(file.admitted_on, file.converted_on, file.extension_months)
  const standing = standingOn(file.converted_on, histories.lapses, today)
  const counts = file.converted_on !== null
  return [
    { clock: 'membership' as const, on: clocks.memberSince, years: null, months: null, rule: 'R-139' },
    { clock: 'probation' as const, on: clocks.probationEndsOn, years: null, months: null, rule: 'R-105' },
    {
      clock: 'standing' as const,
      on: clocks.standingSince,
      years: counts ? standing.years : null,
      months: counts ? standing.months : null,
      rule: 'R-109',
    },
  ]
}

function toCategories(histories: Histories) {
  const last = histories.categories.length - 1
  return histories.categories.map((span, index) => ({
    ...span,
    at: new Date(span.at),
    // The first category holds from the first day; a change counts from the month after it (S-023).
    countsFrom: index === last ? span.fromOn.slice(0, 7) : countsFrom(span.fromOn),
  }))
}

function toState(state: Histories['states'][number], maySee: boolean) {
  const { from, to, on, by, decidedOn, deciderName, body, reason, proofOfService } = state
  const facts =
    maySee && isAdverse(to) && decidedOn !== null
      ? { deciderName, body, decidedOn, reason, proofOfService }
      : null
  return { from, to, on, by, facts }
}

const figures = handle(memberFigures, async (ctx, input) => {
  const org = await getVisibleOrg(ctx, input.orgId)
  const day = input.asOf === null ? ctx.today : plainDate(input.asOf)
  const rows = await countFigures(ctx.tx, org.path, day)
  const { below, branches } = await listBelow(ctx.tx, org.id, org.path, day)
  const total = rows.find((row) => row.grouping === 'all')?.count ?? 0
  const counts = (grouping: FigureRow['grouping'], keys: readonly string[]) =>
    keys.map((key) => {
      const count = rows.find((row) => row.grouping === grouping && row.key === key)?.count ?? 0
      return { key, count, share: shareOf(count, total) }
    })
  const bands = (edges: readonly unknown[]) => edges.map((_, index) => String(index))
  return agree({
    orgId: org.id,
    orgName: org.name,
    asOf: day,
    branches,
    total,
    byKind: counts('kind', ['full', 'probationary']),
    byCategory: counts('category', memberCategories),
    bySex: counts('sex', ['male', 'female']),
    byAge: counts('age', bands(ageBands)),
    byEducation: counts('education', [...educations, 'notRecorded']),
    byStanding: counts('standing', [...bands(standingBands), 'none']),
    below: below.map((one) => {
      const found = rows.find((row) => row.grouping === 'below' && row.key === one.path)
      return { orgId: one.id, orgName: one.name, total: found?.count ?? 0, retired: found?.retired ?? 0 }
    }),
  })
})

export const memberHandlers: readonly Handled[] = [
  list,
  search,
  show,
  figures,
  ...filterHandlers,
  ...lookHandlers,
  ...changeHandlers,
  ...stateHandlers,
  ...correctionHandlers,
]
