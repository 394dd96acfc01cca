import { checkPurpose, unmaskMinutes } from '@steward/domain/members/look.ts'
import type { SealedField } from '@steward/domain/members/file-field.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { unmaskMember, whoLooked } from './operations-look.ts'
import { type FileRow, findFile } from './queries-file.ts'
import { insertLooks, listLooks } from './queries-look.ts'

const OPEN_MS = unmaskMinutes * 60_000
const MOST_AN_HOUR = 60

/** A file whose numbers the caller may see in full: the own one, or by the permission. */
async function getUnmaskable(ctx: Context, memberId: string): Promise<FileRow> {
  const file = (await findFile(ctx.tx, memberId)) ?? problem('not-found')
  const target = { path: file.org_path, memberId: file.id }
  ctx.access.demandHidden('member.read', target)
  if (ctx.actor.memberId !== file.id) ctx.access.demand('member.unmask', target)
  return file
}

const unmask = handle(unmaskMember, async (ctx, { memberId, fields, purpose, note }) => {
  const file = await getUnmaskable(ctx, memberId)
  const stated = checkPurpose(purpose, note)
  if (!stated.ok) return stated
  await ctx.limits.take('member-unmask', ctx.actor.accountId ?? ctx.actor.name, MOST_AN_HOUR, 3600)
  await insertLooks(ctx, [{ id: file.id, path: file.org_path }], { what: 'unmask', ...stated.value, fields })
  ctx.note({ memberId: file.id, fields, purpose })
  const asked = new Set<string>(fields)
  const open = (field: SealedField, sealed: Buffer | null) =>
    asked.has(field) && sealed !== null ? ctx.crypto.unseal(sealed) : null
  return agree({
    identityNumber: open('identityNumber', file.identity_sealed),
    phone: open('phone', file.phone_sealed),
    address: open('address', file.address_sealed),
    readableUntil: new Date(ctx.now.getTime() + OPEN_MS),
  })
})

const looked = handle(whoLooked, async (ctx, input) => {
  const memberId = input.memberId ?? ctx.actor.memberId ?? problem('not-found')
  const file = (await findFile(ctx.tx, memberId)) ?? problem('not-found')
  const target = { path: file.org_path, memberId: file.id }
  ctx.access.demandHidden('member.read', target)
  ctx.access.demand('member.who-looked', target)
  const { total, looks } = await listLooks(ctx.tx, file.id, input)
  return agree({
    total,
    looks: looks.map(({ viewer_name, viewer_org, account_id, ...look }) => ({
      ...look,
      viewer: viewer_name,
      org: viewer_org,
      mine: account_id !== null && account_id === ctx.actor.accountId,
    })),
  })
})

export const lookHandlers: readonly Handled[] = [unmask, looked]
