import { toHex } from '@steward/domain/points/bytes.ts'
import { hashNames, printRoot, writeReceipt } from '@steward/domain/points/receipt.ts'
import { packReceipt } from '@steward/domain/points/receipt-code.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { notePageLook } from '#features/members/queries-look.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { downloadReceipt, listRoots, showConsistency, showReceipt } from './operations-log.ts'
import { listRootsBefore } from './queries-log.ts'
import { findConsistency, findReceipt, findReceiptPlace } from './queries-receipt.ts'

/** The receipt of a line of oneself, or of a member the caller may read. */
async function getReceipt(ctx: Context, entryId: string) {
  const place = (await findReceiptPlace(ctx.tx, entryId)) ?? problem('not-found')
  const { memberId, orgPath } = place
  ctx.access.demandHidden('points.read', { path: orgPath, memberId })
  await notePageLook(ctx, { id: memberId, path: orgPath })
  return { place, found: await findReceipt(ctx.tx, entryId) }
}

const fileNameOf = (day: string, index: number) => `receipt-${day}-${index}.json`

const receipt = handle(showReceipt, async (ctx, { entryId }) => {
  const { place, found } = await getReceipt(ctx, entryId)
  if (found === undefined) return refuse('receipt-not-sealed')
  const { index, size, day } = found.receipt
  return agree({
    entryId,
    file: writeReceipt(found.receipt),
    fileName: fileNameOf(day, index),
    codes: hashNames.flatMap((hash) => {
      const code = packReceipt(found.receipt, hash)
      return code === undefined ? [] : [{ hash, code }]
    }),
    index,
    size,
    day,
    printedRoot: printRoot(found.root.sha256),
    notices: place.notices.map((notice) => ({ ...notice, postedOn: plainDate(notice.postedOn) })),
  })
})

const file = handle(downloadReceipt, async (ctx, { entryId }) => {
  const { found } = await getReceipt(ctx, entryId)
  if (found === undefined) return refuse('receipt-not-sealed')
  return agree({
    name: fileNameOf(found.receipt.day, found.receipt.index),
    type: 'application/json',
    bytes: Buffer.from(writeReceipt(found.receipt)),
  })
})

/** Anybody may keep the roots: they say nothing of a person, and whoever keeps them can tell a log written anew. */
async function enterCounty(ctx: Context, code: string): Promise<{ here: Context; name: string }> {
  const county = await ctx.tx.reference
    .selectFrom('county')
    .select(['id', 'name'])
    .where('code', '=', code.toLowerCase())
    .executeTakeFirst()
  if (county === undefined) problem('not-found')
  const here = ctx.enter(county.id)
  here.access.open('everybody')
  return { here, name: county.name }
}

const roots = handle(listRoots, async (ctx, { county, before, limit }) => {
  const { here, name } = await enterCounty(ctx, county)
  const found = await listRootsBefore(here.tx, before, limit + 1)
  return agree({
    countyName: name,
    rows: found.slice(0, limit).map((root) => ({
      day: root.day,
      size: root.size,
      sha256: toHex(root.sha256),
      sm3: toHex(root.sm3),
      printed: printRoot(root.sha256),
      sealedAt: root.sealedAt,
      onNotice: root.onNotice,
    })),
    hasMore: found.length > limit,
  })
})

const consistency = handle(showConsistency, async (ctx, { county, older, newer }) => {
  const { here } = await enterCounty(ctx, county)
  const found = await findConsistency(here.tx, older, newer)
  if (found === undefined) return refuse('ledger-size-unknown', { older, newer })
  const hashed = (root: { size: number; sha256: Uint8Array; sm3: Uint8Array }) => ({
    size: root.size,
    sha256: toHex(root.sha256),
    sm3: toHex(root.sm3),
  })
  return agree({
    older: hashed(found.older),
    newer: hashed(found.newer),
    proof: { sha256: found.proof.sha256.map(toHex), sm3: found.proof.sm3.map(toHex) },
  })
})

export const logHandlers: readonly Handled[] = [receipt, file, roots, consistency]
