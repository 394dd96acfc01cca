import { checkQuietHours, fromQuietHours, toQuietHours } from '@steward/domain/messages/quiet-hours.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { findSetting, insertSetting } from '#platform/county-settings.ts'
import { changeQuietHours, showQuietHours } from './operations.ts'

const AREA = 'messages'

const show = handle(showQuietHours, async ({ tx, access, today }) => {
  access.open('everybody')
  const kept = await findSetting(tx, AREA, today)
  return agree({
    ...toQuietHours(kept?.value),
    // A setting of the whole county: only who holds the right everywhere may change it.
    mayChange: access.may(['setting.change'], {}).length > 0,
  })
})

const change = handle(changeQuietHours, async (context, wanted) => {
  const { tx, access, actor, now, today } = context
  access.demand('setting.change', {})
  const decision = checkQuietHours(wanted)
  if (!decision.ok) return decision
  const before = await findSetting(tx, AREA, today)
  const kept = typeof before?.value === 'object' ? before.value : {}
  const value = { ...kept, ...fromQuietHours(decision.value) }
  const versionNo = await insertSetting(tx, AREA, {
    fromOn: today,
    value,
    decidedBy: actor.name,
    decidedAt: now,
  })
  context.note({ area: AREA, versionNo, ...decision.value })
  return agree({ versionNo })
})

export const quietHandlers: readonly Handled[] = [show, change]
