import {
  type Affiliation,
  type AffiliationFacts,
  changeAffiliation,
  checkAffiliation,
} from '@steward/domain/members/member.ts'
import { checkFile, type FileFacts, readFileChanges } from '@steward/domain/members/file-change.ts'
import {
  needsCase,
  recordAdverseState as decideAdverseState,
  recordDeath as decideDeath,
  restoreMembership,
} from '@steward/domain/members/member-state.ts'
import { mayRejoinFrom } from '@steward/domain/outcomes/disposal-end.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { addDays, plainDate, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { endPostsOfMembers } from '#features/organisation/queries-committee.ts'
import type { z } from 'zod'
import { entryOf, getOwnedFile, whatChanged, whatForbids } from './handlers-change.ts'
import {
  admitMember,
  changeBranch,
  recordAdverseState,
  recordDeath,
  restoreMember,
} from './operations-change.ts'
import { findByIdentity, insertChanges, moveAffiliation, saveMember } from './queries-change.ts'
import { listOrgPlaces, type OrgPlace } from './queries-org.ts'
import { applyState, authorOf, findRemoval, subjectOf } from './queries-state.ts'
import { insertMembers, sealPerson } from './queries.ts'

function affiliationFacts(orgs: readonly OrgPlace[]): AffiliationFacts {
  const find = (id: string) => orgs.find((org) => org.id === id)
  return {
    isBranch: (id) => find(id)?.kind === 'branch',
    groupsOf: (id) => find(id)?.groups ?? [],
  }
}

function isDissolved(org: OrgPlace, day: PlainDate): boolean {
  return org.dissolved_on !== null && org.dissolved_on <= day
}

const move = handle(changeBranch, async (ctx, { memberId, revision, orgId, groupId, reason, ...input }) => {
  const file = await getOwnedFile(ctx, memberId, 'member.certify')
  const forbidden = whatForbids(ctx, file) ?? whatChanged(file, revision)
  if (forbidden !== undefined) return forbidden
  const fromOn = plainDate(input.fromOn)
  if (fromOn > ctx.today) return refuse('affiliation-in-future', { today: ctx.today })
  const orgs = await listOrgPlaces(ctx.tx, [file.party_org_id, orgId], ctx.today)
  const from = orgs.find((org) => org.id === file.party_org_id)
  const to = orgs.find((org) => org.id === orgId) ?? problem('not-found')
  if (from === undefined || from.committee_id !== to.committee_id) {
    return refuse('affiliation-needs-transfer', { to: to.name })
  }
  ctx.access.demand('member.certify', { path: to.path })
  if (isDissolved(to, ctx.today)) return refuse('affiliation-branch-dissolved', { name: to.name })
  const moved = changeAffiliation(await listAffiliations(ctx, memberId), { branchId: orgId, groupId }, fromOn)
  if (!moved.ok) return moved
  const checked = checkAffiliation(moved.value, fromOn, affiliationFacts(orgs))
  if (!checked.ok) return checked
  const entry = entryOf(ctx, reason)
  await moveAffiliation(ctx.tx, memberId, { orgId, groupId, fromOn }, entry)
  const kept = [orgId, groupId]
  const left = [file.party_org_id, file.party_group_id ?? orgId].filter((id) => !kept.includes(id))
  await endPostsOfMembers(ctx.tx, [memberId], addDays(fromOn, -1), reason, left)
  const next = await saveMember(ctx.tx, memberId, { party_org_id: orgId, party_group_id: groupId }, revision)
  await insertChanges(ctx.tx, memberId, [{ field: 'branch', before: file.org_name, after: to.name }], entry)
  return agree({ memberId, revision: next })
})

async function listAffiliations(ctx: Context, memberId: string): Promise<Affiliation[]> {
  const rows = await ctx.tx
    .from('member_affiliation')
    .select(['party_org_id', 'party_group_id', 'from_on', 'until_on'])
    .where('member_id', '=', memberId)
    .orderBy('from_on')
    .execute()
  return rows.map((row) => ({
    branchId: row.party_org_id,
    groupId: row.party_group_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
  }))
}

const admit = handle(admitMember, async (ctx, { orgId, groupId, reason, ...typed }) => {
  const [org] = await listOrgPlaces(ctx.tx, [orgId], ctx.today)
  if (org === undefined) problem('not-found')
  ctx.access.demandHidden('member.read', { path: org.path })
  ctx.access.demand('member.certify', { path: org.path })
  const read = readNewFile(typed, ctx.today)
  if (!read.ok) return read
  const facts = read.value
  const joinedOn = typed.joinedOn === null ? facts.admittedOn : plainDate(typed.joinedOn)
  if (joinedOn > ctx.today) return refuse('affiliation-in-future', { today: ctx.today })
  if (joinedOn < facts.admittedOn) return refuse('affiliation-before-last', { fromOn: facts.admittedOn })
  if (isDissolved(org, ctx.today)) return refuse('affiliation-branch-dissolved', { name: org.name })
  const first: Affiliation = { branchId: orgId, groupId, fromOn: joinedOn, untilOn: null }
  const placed = checkAffiliation([first], ctx.today, affiliationFacts([org]))
  if (!placed.ok) return placed
  const sealed = sealPerson(ctx.crypto, facts)
  const taken = sealed.identity_index ? await findByIdentity(ctx.tx, sealed.identity_index) : undefined
  if (taken !== undefined) {
    const removedOn = await findRemoval(ctx.tx, taken.id)
    const from = removedOn === undefined ? undefined : mayRejoinFrom(removedOn)
    return from !== undefined && ctx.today < from
      ? refuse('member-may-not-rejoin', { from })
      : refuse('identity-number-taken')
  }
  const id = ctx.newId()
  // The rules have read education as a word of the list; the input keeps its type.
  const file = {
    ...facts,
    id,
    orgId,
    groupId,
    joinedOn,
    sealed,
    category: typed.category,
    education: typed.education,
  }
  await insertMembers(ctx.tx, [file], entryOf(ctx, reason))
  ctx.note({ memberId: id })
  return agree({ memberId: id, revision: 1 })
})

/** Reads a whole new file: every typed text in its one form, then all facts against each other. */
function readNewFile(
  typed: Omit<z.output<typeof admitMember.input>, 'orgId' | 'groupId' | 'reason'>,
  today: PlainDate,
) {
  const { name, identityNumber, ethnicGroup, phone, address, post, workplace } = typed
  const blank: FileFacts = {
    name: '',
    identityNumber: null,
    sex: typed.sex,
    bornOn: plainDate(typed.bornOn),
    ethnicGroup: null,
    education: typed.education,
    phone: null,
    address: null,
    workplace: '',
    post: '',
    admittedOn: plainDate(typed.admittedOn),
    convertedOn: typed.convertedOn === null ? null : plainDate(typed.convertedOn),
    extensionMonths: 0,
    earlyConversion: typed.earlyConversion,
  }
  const texts = { name, identityNumber, ethnicGroup, phone, address, post, workplace }
  const read = readFileChanges(blank, texts, today)
  return read.ok ? checkFile(read.value.facts, today) : read
}

const death = handle(recordDeath, async (ctx, { memberId, revision, diedOn, reason }) => {
  const file = await getOwnedFile(ctx, memberId, 'member.change')
  const changed = whatChanged(file, revision)
  if (changed !== undefined) return changed
  const decided = decideDeath(subjectOf(file), plainDate(diedOn), authorOf(ctx), ctx.today)
  if (!decided.ok) return decided
  const next = await applyState(ctx, file, decided.value.change, true, entryOf(ctx, reason))
  return agree({ memberId, revision: next })
})

const adverse = handle(recordAdverseState, async (ctx, { memberId, revision, to, ...typed }) => {
  const file = await getOwnedFile(ctx, memberId, 'member.certify')
  if (ctx.actor.memberId === file.id) return refuse('member-own-file')
  const changed = whatChanged(file, revision)
  if (changed !== undefined) return changed
  if (needsCase(to)) return refuse('member-state-needs-case', { state: to })
  const facts = {
    deciderName: typed.deciderName,
    body: typed.body,
    decidedOn: typed.decidedOn === null ? null : plainDate(typed.decidedOn),
    reason: typed.reason,
    proofOfServiceId: typed.proofOfService,
  }
  const decided = decideAdverseState(subjectOf(file), to, facts, authorOf(ctx), ctx.today)
  if (!decided.ok) return decided
  const leaves = to !== 'suspended'
  const next = await applyState(ctx, file, decided.value, leaves, entryOf(ctx, ''))
  return agree({ memberId, revision: next })
})

const restore = handle(restoreMember, async (ctx, { memberId, revision, restoredOn, reason }) => {
  const file = await getOwnedFile(ctx, memberId, 'member.certify')
  if (ctx.actor.memberId === file.id) return refuse('member-own-file')
  const changed = whatChanged(file, revision)
  if (changed !== undefined) return changed
  const on = plainDate(restoredOn)
  if (on < file.state_from_on)
    return refuse('state-date-before-admission', { admittedOn: file.state_from_on })
  const decided = restoreMembership(subjectOf(file), on, authorOf(ctx), ctx.today)
  if (!decided.ok) return decided
  const next = await applyState(ctx, file, decided.value, false, entryOf(ctx, reason))
  return agree({ memberId, revision: next })
})

export const stateHandlers: readonly Handled[] = [move, admit, death, adverse, restore]
