import type { ClaimEntry } from '@steward/domain/claims/claim.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import type { z } from 'zod'
import { sendDeed } from './handlers-send.ts'
import * as operations from './operations-entry.ts'
import {
  endStandIn,
  type EntryPlace,
  insertStandIn,
  isStandIn,
  listEntryPlaces,
  listStandIns,
  listWhom,
  lockStandIn,
} from './queries-stand-in.ts'

type Entry = z.output<typeof operations.enterClaims.input>['entry']
const MOST_WHOM = 50

const enter = handle(operations.enterClaims, async (context, { entry, rows }) => {
  const { tx, actor } = context
  const places = await listEntryPlaces(
    tx,
    rows.map(({ memberId }) => memberId),
    actor.memberId,
  )
  const sent = []
  for (const [index, { memberId, deviceKey, ...deed }] of rows.entries()) {
    const row = index + 1
    const how = entryFor(context, places.get(memberId), entry)
    if (memberId === actor.memberId || how === undefined)
      return refuse('claim-not-open-to-you', { by: entry.by, row })
    const one = await sendDeed(context, { memberId, deviceKey, deed, entry: how })
    if (!one.ok) return refuse(one.code, { ...one.details, row })
    sent.push(one.value)
  }
  context.note({ claimIds: sent.map(({ claimId }) => claimId), by: entry.by })
  return agree({ rows: sent })
})

/**
 * How the caller reports for a member: officers of the branch as they say, stand-ins as helpers under their own name only;
 * undefined where a stand-in would copy from paper. Nobody else learns that the member exists.
 */
function entryFor(
  { access, actor }: Context,
  place: EntryPlace | undefined,
  entry: Entry,
): ClaimEntry | undefined {
  const accountId = actor.accountId ?? problem('forbidden')
  const officer = access.can('claim.enter', { path: place?.path ?? null })
  if (place === undefined || (!officer && !place.standIn)) problem('not-found')
  if (entry.by === 'secretary')
    return officer ? { by: 'secretary', accountId, paper: entry.paper } : undefined
  const helperName = officer ? (entry.name ?? actor.name) : actor.name
  return { by: 'helper', accountId, helperName, consent: entry.consent }
}

const whomFor = handle(operations.findWhomFor, async ({ tx, access, actor }, { search, orgId }) => {
  const standIn = await isStandIn(tx, actor.memberId)
  const officer = actor.holdings.some(({ permission }) => permission === 'claim.enter')
  if (standIn) access.open('own-account')
  else access.demandSomewhere('claim.enter')
  const filter = { search, orgId: orgId ?? null, most: MOST_WHOM + 1 }
  const rows = await listWhom(tx, access, actor.memberId, filter)
  return agree({
    rows: rows.slice(0, MOST_WHOM),
    more: rows.length > MOST_WHOM,
    as: officer ? ['helper' as const, 'secretary' as const] : ['helper' as const],
  })
})

const list = handle(operations.listStandIns, async ({ tx, access, today }, { orgId }) => {
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('claim.enter', { path: org.path })
  const rows = await listStandIns(tx, orgId, today)
  return agree({ rows, mayAppoint: access.may(['claim.appoint-stand-in'], { path: org.path }).length > 0 })
})

const appoint = handle(operations.appointStandIn, async (context, { orgId, memberId }) => {
  const { tx, access, actor, today } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('claim.enter', { path: org.path })
  access.demand('claim.appoint-stand-in', { path: org.path })
  const place = (await listEntryPlaces(tx, [memberId], null)).get(memberId)
  if (place?.path !== org.path) return refuse('stand-in-of-other-branch')
  const id = context.newId()
  const by = { by: actor.name, accountId: actor.accountId, on: today }
  if (!(await insertStandIn(tx, { id, orgId, memberId, ...by }))) return refuse('stand-in-appointed-already')
  context.note({ orgId, memberId })
  return agree({ id })
})

const end = handle(operations.endStandIn, async (context, { id }) => {
  const { tx, access, actor, today } = context
  const standIn = (await lockStandIn(tx, id)) ?? problem('not-found')
  access.demandHidden('claim.appoint-stand-in', { path: standIn.path })
  if (standIn.endedOn !== null) return refuse('stand-in-ended-already')
  await endStandIn(tx, id, actor.name, today)
  context.note({ standInId: id })
  return agree({})
})

export const entryHandlers: readonly Handled[] = [enter, whomFor, list, appoint, end]
