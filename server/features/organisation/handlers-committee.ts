import { checkCommittee } from '@steward/domain/organisation/committee.ts'
import { checkPostEnd, checkTermStart, fillSeat } from '@steward/domain/organisation/committee-change.ts'
import { isCommitteeOrg } from '@steward/domain/organisation/party-org.ts'
import { changeTermEnd, termEndsOn, termYears } from '@steward/domain/organisation/term-of-office.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { addDays } from '@steward/domain/shared/plain-date.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-committee.ts'
import type { BulkEntry } from './queries-bulk.ts'
import {
  type CommitteeSituation,
  endPosts,
  insertPosts,
  insertTerms,
  loadCommittee,
  lockPost,
  lockTerm,
  saveTermEnd,
} from './queries-committee.ts'
import { lockOrg, type Org } from './queries.ts'

type PersonRefusal = 'committee-person-unknown' | 'committee-person-elsewhere' | 'committee-person-not-active'
type Person = CommitteeSituation['people'][number]

/** Seats are held by active members of the organisation itself; above branches, by members of the whole county. */
function checkPeople(
  org: Org,
  memberIds: readonly string[],
  people: CommitteeSituation['people'],
): Decision<ReadonlyMap<string, Person>, PersonRefusal> {
  const found = new Map(people.map((person) => [person.id, person]))
  for (const id of memberIds) {
    const person = found.get(id)
    if (person === undefined) return refuse('committee-person-unknown')
    if (person.state !== 'active') return refuse('committee-person-not-active')
    const isOwn =
      isCommitteeOrg(org.kind) || person.groupId === org.id || isAtOrBelow(person.orgPath, org.path)
    if (!isOwn) return refuse('committee-person-elsewhere')
  }
  return agree(found)
}

function entryOf(ctx: Context): BulkEntry {
  const { actor, now, today } = ctx
  return {
    by: actor.name,
    accountId: actor.accountId,
    at: now,
    today,
    reason: '',
    newId: () => ctx.newId(),
  }
}

const record = handle(operations.recordCommittee, async (ctx, input) => {
  const { tx, access, today } = ctx
  const org = await lockOrg(tx, input.orgId)
  access.demand('organisation.committee', { path: org.path })
  if (input.documentNumber === '') return refuse('committee-needs-document')
  const memberIds = input.seats.map(({ memberId }) => memberId)
  const situation = await loadCommittee(tx, org.id, memberIds)
  const starts = checkTermStart(org, input.startsOn, {
    today,
    lastStartedOn: situation.term?.startedOn ?? null,
  })
  if (!starts.ok) return starts
  const people = checkPeople(org, memberIds, situation.people)
  if (!people.ok) return people
  const { fullMembers } = situation
  const seats = input.seats.map((seat) => ({
    ...seat,
    convertedOn: people.value.get(seat.memberId)?.convertedOn ?? null,
  }))
  const decision = checkCommittee(seats, { ...org, ...input, fullMembers })
  if (!decision.ok) return decision
  const years = termYears(org.unitKind)
  const term = { ...input, id: ctx.newId(), startedOn: input.startsOn, years }
  const posts = seats.map(({ memberId, post }) => ({ id: ctx.newId(), memberId, post }))
  await insertTerms(tx, [{ ...term, posts }], entryOf(ctx))
  ctx.note({ orgId: org.id, termId: term.id, seats: posts.length })
  return agree({
    termId: term.id,
    endsOn: termEndsOn({ startedOn: term.startedOn, years, approvedEnd: null }),
  })
})

const extend = handle(operations.extendTerm, async (ctx, input) => {
  const { tx, access, today } = ctx
  const row = (await lockTerm(tx, input.termId)) ?? problem('not-found')
  // approval comes from the organisation above
  access.demand('organisation.committee', { path: row.parentPath ?? row.orgPath })
  if (row.endedOn !== null) return refuse('term-over', { endedOn: row.endedOn })
  const term = { startedOn: row.startedOn, years: row.years, approvedEnd: row.approvedEndOn }
  if (row.revision !== input.revision)
    return refuse('organisation-changed-meanwhile', { revision: row.revision, termEndsOn: termEndsOn(term) })
  if (input.approvedOn > today) return refuse('term-approval-in-future', { today })
  const approval = { byOrgAbove: true, approvedOn: input.approvedOn, documentNumber: input.documentNumber }
  const decision = changeTermEnd(term, input.newEnd, approval)
  if (!decision.ok) return decision
  await saveTermEnd(tx, {
    id: row.id,
    revision: row.revision,
    approvedEndOn: input.newEnd,
    document: `${input.documentNumber} ${input.approvedOn}`,
  })
  ctx.note({ termId: row.id, from: termEndsOn(term), until: input.newEnd })
  return agree({ termId: row.id, endsOn: input.newEnd, revision: row.revision + 1 })
})

const fill = handle(operations.fillPost, async (ctx, input) => {
  const { tx, access, today } = ctx
  const org = await lockOrg(tx, input.orgId)
  access.demand('organisation.committee', { path: org.path })
  if (input.documentNumber === '') return refuse('committee-needs-document')
  const situation = await loadCommittee(tx, org.id, [input.memberId])
  const { term, fullMembers } = situation
  if (term === null) return refuse('committee-no-term')
  const people = checkPeople(org, [input.memberId], situation.people)
  if (!people.ok) return people
  const convertedOn = people.value.get(input.memberId)?.convertedOn ?? null
  const { memberId, post, fromOn, filledBy, documentNumber } = input
  const decision = fillSeat(
    situation.seats,
    { memberId, post, convertedOn, from: fromOn },
    { kind: org.kind, form: org.form, fullMembers, startsOn: term.startedOn, filledBy, today },
  )
  if (!decision.ok) return decision
  const postId = ctx.newId()
  await insertPosts(tx, [
    { id: postId, orgId: org.id, termId: term.id, memberId, post, fromOn, filledBy, documentNumber },
  ])
  ctx.note({ orgId: org.id, postId, post })
  return agree({ postId })
})

const end = handle(operations.endPost, async (ctx, input) => {
  const { tx, access, today } = ctx
  const post = (await lockPost(tx, input.postId)) ?? problem('not-found')
  access.demand('organisation.committee', { path: post.orgPath })
  if (input.reason === '') return refuse('committee-end-reason-missing')
  const decision = checkPostEnd(post, input.on, today)
  if (!decision.ok) return decision
  await endPosts(tx, [post.id], input.on, input.reason)
  ctx.note({ postId: post.id, memberId: post.memberId })
  return agree({ postId: post.id })
})

const nameLeader = handle(operations.setGroupLeader, async (ctx, input) => {
  const { tx, access, today } = ctx
  const group = await lockOrg(tx, input.orgId)
  access.demand('organisation.committee', { path: group.path })
  if (group.kind !== 'partyGroup') return refuse('group-leader-only-in-group')
  if (group.dissolvedOn !== null)
    return refuse('org-already-dissolved', { name: group.name, dissolvedOn: group.dissolvedOn })
  if (input.fromOn > today) return refuse('committee-in-future', { today })
  const { seats, people } = await loadCommittee(tx, group.id, [input.memberId])
  if (seats.some(({ memberId }) => memberId === input.memberId)) return refuse('group-leader-unchanged')
  const allowed = checkPeople(group, [input.memberId], people)
  if (!allowed.ok) return allowed
  const present = seats.map(({ postId }) => postId)
  if (present.length > 0) await endPosts(tx, present, addDays(input.fromOn, -1), '另定组长')
  const postId = ctx.newId()
  const post = {
    id: postId,
    orgId: group.id,
    termId: null,
    memberId: input.memberId,
    post: 'groupLeader',
  } as const
  await insertPosts(tx, [{ ...post, fromOn: input.fromOn, filledBy: 'election', documentNumber: '' }])
  ctx.note({ orgId: group.id, postId })
  return agree({ postId })
})

/** Committees, terms, posts and group leaders (R-004… ). */
export const committeeHandlers: readonly Handled[] = [record, extend, fill, end, nameLeader]
