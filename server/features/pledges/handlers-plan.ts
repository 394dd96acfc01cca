import { adviseCount } from '@steward/domain/pledges/pledge-advice.ts'
import { checkPledgeSettings, toPledgeSettings } from '@steward/domain/pledges/pledge-settings.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { findSetting, insertSetting } from '#platform/county-settings.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-branch.ts'
import { findPlace, insertRulesRead } from './queries-branch.ts'
import { listOrgPledges } from './queries-pledge.ts'
import * as plans from './queries-plan.ts'
import { toPledgeRow } from './queries-row.ts'

const AREA = 'pledges'

const list = handle(operations.listPlanItems, async (ctx, { orgId, year }) => {
  const { tx, access, today } = ctx
  const place = (await findPlace(tx, orgId, today)) ?? problem('not-found')
  const target = { path: place.path }
  access.demandHidden('pledge.read', target)
  const writes = access.can('pledge.write-org', target)
  const follows = access.can('pledge.follow', target)
  const rows = await plans.listPlanItems(tx, orgId, year, writes)
  const found = await listOrgPledges(tx, orgId, year)
  const seen = found.filter(
    ({ state, publishedOn }) => writes || (state !== 'drafted' && (follows || publishedOn !== null)),
  )
  const settings = toPledgeSettings(place.setting?.value)
  const usual = { member: settings.member, orgLeast: settings.orgLeast }
  const handedIn = seen.filter(({ state }) => state !== 'drafted').length
  const { advice, least } = adviseCount(handedIn, { kind: 'org', elderlyOrFrail: false }, usual)
  return agree({
    org: { id: place.id, name: place.name },
    rows,
    pledges: seen.map((row) => toPledgeRow(row, today)),
    advice: { advice, least },
    may: access.may(['pledge.write-org', 'pledge.publish'], target),
  })
})

const add = handle(operations.addPlanItem, async (ctx, { orgId, year, title, detail }) => {
  const place = (await findPlace(ctx.tx, orgId, ctx.today)) ?? problem('not-found')
  ctx.access.demandHidden('pledge.write-org', { path: place.path })
  if (title === '') return refuse('plan-item-without-title')
  const id = ctx.newId()
  const position = await plans.insertPlanItem(ctx, { id, orgId, year, title, detail })
  if (position === undefined) return refuse('plan-item-twice', { title })
  ctx.note({ planItemId: id, orgId, year })
  return agree({ planItemId: id, position })
})

const drop = handle(operations.dropPlanItem, async (ctx, { planItemId }) => {
  const item = (await plans.lockPlanItem(ctx.tx, planItemId)) ?? problem('not-found')
  ctx.access.demandHidden('pledge.write-org', { path: item.path })
  if (item.dropped) return refuse('plan-item-dropped-already')
  await plans.dropPlanItem(ctx, planItemId)
  ctx.note({ planItemId })
  return agree({ dropped: true as const })
})

const show = handle(operations.showPledgeSettings, async ({ tx, access, today }) => {
  access.open('everybody')
  const kept = await findSetting(tx, AREA, today)
  const mayChange = access.may(['setting.change'], {}).length > 0
  return agree({ ...toPledgeSettings(kept?.value), versionNo: kept?.versionNo ?? 0, mayChange })
})

const change = handle(operations.changePledgeSettings, async (ctx, wanted) => {
  const { tx, access, actor, now, today } = ctx
  access.demand('setting.change', {})
  const decision = checkPledgeSettings(wanted)
  if (!decision.ok) return decision
  const versionNo = await insertSetting(tx, AREA, {
    fromOn: today,
    value: decision.value,
    decidedBy: actor.name,
    decidedAt: now,
  })
  ctx.note({ area: AREA, versionNo })
  return agree({ versionNo })
})

const readRules = handle(operations.readRules, async (ctx, { orgId }) => {
  const place = (await findPlace(ctx.tx, orgId, ctx.today)) ?? problem('not-found')
  ctx.access.demandHidden('pledge.enter', { path: place.path })
  await insertRulesRead(ctx, orgId, place.setting?.versionNo ?? 0)
  ctx.note({ orgId, versionNo: place.setting?.versionNo ?? 0 })
  return agree({ readOn: ctx.today })
})

export const planHandlers: readonly Handled[] = [list, add, drop, show, change, readRules]
