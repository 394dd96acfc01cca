import { findPrivate } from '@steward/domain/notices/privacy.ts'
import { checkHollow } from '@steward/domain/pledges/hollow-words.ts'
import { adviseCount } from '@steward/domain/pledges/pledge-advice.ts'
import { toPledgeSettings, windowOf } from '@steward/domain/pledges/pledge-settings.ts'
import { suggestionsOf } from '@steward/domain/pledges/pledge-suggestions.ts'
import { pledgeTemplates } from '@steward/domain/pledges/pledge-templates.ts'
import * as rules from '@steward/domain/pledges/pledge.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { yearOf } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checkRevision, demandWrite, lockOne } from './handlers-locking.ts'
import { closeToConfirm, closeToMend, closeToRead, openToRead, windowKey } from './handlers-things.ts'
import * as operations from './operations-own.ts'
import { findPlace, findPlaceOfMember, type PledgePlace } from './queries-branch.ts'
import { insertPledge, listPledgesOf, saveConfirmed, savePledge } from './queries-pledge.ts'
import { isPlanItemOf, listPlanItems } from './queries-plan.ts'
import { type PledgeColumns, toPledge, toPledgeRow } from './queries-row.ts'
import { closeThing } from '#features/messages/queries.ts'

/** What helps to write at a place: template of its field, its plan, the county's rules. */
export async function aidsOf(ctx: Context, place: PledgePlace, year: number) {
  const settings = toPledgeSettings(place.setting?.value)
  const planItems = await listPlanItems(ctx.tx, place.id, year, false)
  const { way, examples } = pledgeTemplates[place.field]
  const template = {
    way,
    examples: examples.map(({ amounts, evidence, ...rest }) => ({
      ...rest,
      amounts: [...amounts],
      evidence: [...evidence],
    })),
  }
  return { template, planItems, rulesTitle: settings.rulesTitle, rulesText: settings.rulesText }
}

const mine = handle(operations.listMyPledges, async (ctx, { year }) => {
  const { tx, access, actor, today } = ctx
  const memberId = actor.memberId ?? problem('not-found')
  access.demand('pledge.write', { memberId })
  const place = (await findPlaceOfMember(tx, memberId, today)) ?? problem('not-found')
  const rows = (await listPledgesOf(tx, memberId, year)).map((row) => toPledgeRow(row, today))
  const settings = toPledgeSettings(place.setting?.value)
  const { from, until } = windowOf({ kind: 'year', year }, settings)
  const handedIn = rows.filter(({ state }) => state !== 'drafted').length
  const usual = { member: settings.member, orgLeast: settings.orgLeast }
  return agree({
    ...(await aidsOf(ctx, place, year)),
    org: { id: place.id, name: place.name },
    rows,
    window: { from, until, open: from <= today && today <= until },
    advice: adviseCount(handedIn, { kind: 'member', elderlyOrFrail: place.optional }, usual),
    suggestions: suggestionsOf(rows),
  })
})

const advise = handle(operations.advisePledge, async ({ access }, { text, fields }) => {
  access.open('everybody')
  const { hints, missing, hollow } = checkHollow(text, fields)
  const words = findPrivate('text', [text, fields.object, fields.measure].join('\n')).map(
    (found) => found.words,
  )
  return agree({ hints: [...hints], missing: [...missing], hollow, private: words })
})

type Writing = {
  readonly pledgeId: string | null
  readonly revision: number
  readonly orgId: string | null
  readonly text: string
  readonly fields: rules.PledgeFields
  readonly period: rules.PledgePeriod
  readonly planItemId: string | null
}

/** The pledge as it was, locked, and as it stands with what was written; nothing is saved yet. */
async function writtenOf(ctx: Context, { pledgeId, revision, orgId, ...input }: Writing) {
  const { text, fields, period, planItemId } = input
  const before = pledgeId === null ? await beginning(ctx, orgId, period) : await lockOne(ctx, pledgeId)
  if (before === 'off-roll') return refuse('pledge-member-off-roll')
  if (pledgeId !== null) {
    demandWrite(ctx, before)
    const fresh = checkRevision(before, revision)
    if (!fresh.ok) return fresh
  }
  const written = rules.writePledge(toPledge(before), { text, fields, period }, before.memberId)
  if (!written.ok) return written
  const year = period.kind === 'month' ? yearOf(period.month) : period.year
  if (planItemId !== null && planItemId !== before.planItemId) {
    if (!(await isPlanItemOf(ctx.tx, planItemId, before.orgId, year))) return refuse('plan-item-elsewhere')
  }
  return agree({ before, pledge: { ...written.value, planItemId } })
}

type Saving = {
  readonly pledgeId: string | null
  readonly before: PledgeColumns
  readonly pledge: rules.Pledge
  readonly skill: string
}

async function keep(ctx: Context, { pledgeId, before, pledge, skill }: Saving): Promise<void> {
  if (pledgeId !== null) return await savePledge(ctx, before, pledge, { skill })
  const entry = before.memberId === null ? 'organisation' : 'member'
  await insertPledge(ctx, { pledge, skill, entry, consentOn: null, consentHow: '', paperFileId: null })
}

const write = handle(operations.writePledge, async (ctx, input) => {
  const written = await writtenOf(ctx, input)
  if (!written.ok) return written
  const { before } = written.value
  await keep(ctx, { ...written.value, ...input })
  ctx.note({ pledgeId: before.id, orgId: before.orgId, memberId: before.memberId })
  return agree({ pledgeId: before.id, revision: before.revision + 1, savedAt: ctx.now })
})

/** An empty pledge of the caller, or of an organisation the caller writes for. */
async function beginning(
  ctx: Context,
  orgId: string | null,
  period: rules.PledgePeriod,
): Promise<PledgeColumns | 'off-roll'> {
  const { tx, access, actor, today } = ctx
  if (orgId !== null) {
    const place = (await findPlace(tx, orgId, today)) ?? problem('not-found')
    access.demandHidden('pledge.write-org', { path: place.path })
    return emptyPledge(ctx, place, null, place.name, period)
  }
  const memberId = actor.memberId ?? problem('not-found')
  access.demand('pledge.write', { memberId })
  const place = (await findPlaceOfMember(tx, memberId, today)) ?? problem('not-found')
  return place.isOnRoll ? emptyPledge(ctx, place, memberId, place.memberName, period) : 'off-roll'
}

export function emptyPledge(
  ctx: Context,
  place: Pick<PledgePlace, 'id' | 'name' | 'path'>,
  memberId: string | null,
  name: string,
  period: rules.PledgePeriod,
): PledgeColumns {
  const year = period.kind === 'month' ? yearOf(period.month) : period.year
  return {
    ...{ id: ctx.newId(), orgId: place.id, orgName: place.name, path: place.path, memberId, name },
    ...{
      text: '',
      object: '',
      measure: '',
      hundredths: null,
      unit: '',
      dueOn: null,
      evidence: [],
      source: null,
    },
    ...{ skill: '', planItemId: null, planItem: null, rectifies: null, state: 'drafted', late: false },
    ...{
      submittedOn: null,
      submittedAt: null,
      publishedOn: null,
      toConfirm: false,
      paperFileId: null,
      revision: 0,
      done: 0,
    },
    entry: memberId === null ? 'organisation' : 'member',
    enteredBy: ctx.actor.name,
    enteredByAccountId: ctx.actor.accountId,
    ...{ periodKind: 'year', year, quarter: null, month: null },
    ...{ returns: [], outcome: null, comments: 0, unanswered: 0 },
  }
}

/** Last day on which a pledge for a period comes in time. */
export function windowEnd(place: PledgePlace, period: rules.PledgePeriod) {
  return windowOf(period, toPledgeSettings(place.setting?.value)).until
}

/** The pledge handed in, by the window of its period; nothing is saved yet. */
async function sentOf({ tx, today }: Context, before: PledgeColumns, pledge: rules.Pledge) {
  const place = (await findPlace(tx, before.orgId, today)) ?? problem('not-found')
  const windowUntil = windowEnd(place, pledge.period)
  return rules.submitPledge(pledge, before.memberId, { today, windowUntil })
}

/** What is to do once a pledge was handed in, and what no longer is. */
async function tellSent(ctx: Context, before: PledgeColumns): Promise<void> {
  const reads = before.memberId !== null && ctx.access.can('pledge.review', { path: before.path })
  await openToRead(ctx, before, reads && before.memberId === ctx.actor.memberId)
  if (before.state === 'returned') await closeToMend(ctx, before.id)
  else if (before.memberId !== null)
    await closeThing(ctx.tx, windowKey(before.memberId, before.year), ctx.actor, ctx.now)
}

const submit = handle(operations.submitPledge, async (ctx, { pledgeId, revision }) => {
  const before = await lockOne(ctx, pledgeId)
  demandWrite(ctx, before)
  const fresh = checkRevision(before, revision)
  if (!fresh.ok) return fresh
  const sent = await sentOf(ctx, before, toPledge(before))
  if (!sent.ok) return sent
  await savePledge(ctx, before, sent.value)
  await tellSent(ctx, before)
  ctx.note({ pledgeId, orgId: before.orgId, memberId: before.memberId, late: sent.value.late })
  return agree({ revision: before.revision + 1, late: sent.value.late })
})

const send = handle(operations.sendPledge, async (ctx, input) => {
  const written = await writtenOf(ctx, { ...input, orgId: null })
  if (!written.ok) return written
  const { before, pledge } = written.value
  const sent = await sentOf(ctx, before, pledge)
  if (!sent.ok) return sent
  await keep(ctx, { ...input, before, pledge: { ...sent.value, planItemId: pledge.planItemId } })
  await tellSent(ctx, { ...before, text: input.text })
  ctx.note({ pledgeId: before.id, orgId: before.orgId, memberId: before.memberId, late: sent.value.late })
  return agree({ pledgeId: before.id, revision: before.revision + 1, late: sent.value.late })
})

const withdraw = handle(operations.withdrawPledge, async (ctx, { pledgeId }) => {
  const before = await lockOne(ctx, pledgeId)
  demandWrite(ctx, before)
  const back = rules.withdrawPledge(toPledge(before), before.memberId)
  if (!back.ok) return back
  await savePledge(ctx, before, back.value)
  if (before.state === 'submitted' || before.state === 'toTalk') await closeToRead(ctx, before)
  if (before.state === 'returned' || before.state === 'toTalk') await closeToMend(ctx, pledgeId)
  ctx.note({ pledgeId, orgId: before.orgId, memberId: before.memberId })
  return agree({ withdrawn: true as const })
})

const confirm = handle(operations.confirmPledge, async (ctx, { pledgeId }) => {
  const before = await lockOne(ctx, pledgeId)
  if (before.memberId === null || before.memberId !== ctx.actor.memberId) problem('not-found')
  ctx.access.demand('pledge.write', { memberId: before.memberId })
  if (!before.toConfirm) return refuse('pledge-already-confirmed')
  await saveConfirmed(ctx, pledgeId)
  await closeToConfirm(ctx, pledgeId)
  ctx.note({ pledgeId })
  return agree({ confirmed: true as const })
})

export const ownHandlers: readonly Handled[] = [mine, advise, write, submit, send, withdraw, confirm]
