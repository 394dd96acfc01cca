import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { listFilters, MemberFilter, removeFilter, saveFilter } from './operations.ts'

const MOST_FILTERS = 20

/** Filters belong to an account; the system and guests have none. */
function accountOf(ctx: Context): string {
  ctx.access.open('own-account')
  return ctx.actor.accountId ?? problem('forbidden')
}

const list = handle(listFilters, async (ctx) => {
  const rows = await ctx.tx
    .from('saved_filter')
    .select(['id', 'name', 'filter'])
    .where('account_id', '=', accountOf(ctx))
    .orderBy('created_at')
    .execute()
  // A filter of an older form that no longer reads is left out rather than breaking the page.
  const filters = rows.flatMap(({ id, name, filter }) => {
    const read = MemberFilter.safeParse(filter)
    return read.success ? [{ id, name, filter: read.data }] : []
  })
  return agree({ filters })
})

const save = handle(saveFilter, async (ctx, { name, filter }) => {
  const accountId = accountOf(ctx)
  // The account's row keeps two savers apart while the filters are counted.
  await ctx.tx.from('account').select('id').where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow()
  const before = await ctx.tx
    .from('saved_filter')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .execute()
  const same = before.find((one) => one.name === name)
  if (same === undefined && before.length >= MOST_FILTERS)
    return refuse('filter-too-many', { most: MOST_FILTERS })
  const id = same?.id ?? ctx.newId()
  const value = { filter: JSON.stringify(filter) }
  if (same === undefined) {
    await ctx.tx
      .insert('saved_filter', { id, account_id: accountId, name, ...value, created_at: ctx.now })
      .execute()
  } else {
    await ctx.tx.update('saved_filter').set(value).where('id', '=', id).execute()
  }
  return agree({ id, name, filter })
})

const remove = handle(removeFilter, async (ctx, { filterId }) => {
  const gone = await ctx.tx
    .remove('saved_filter')
    .where('id', '=', filterId)
    .where('account_id', '=', accountOf(ctx))
    .executeTakeFirst()
  return agree({ removed: gone.numDeletedRows > 0n })
})

export const filterHandlers: readonly Handled[] = [list, save, remove]
