import { adoptVersion, versionLabel } from '@steward/domain/schemes/scheme-version.ts'
import type { SchemeContent, SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree, refuse, type Decision } from '@steward/domain/shared/decision.ts'
import { addToMonth, type PlainMonth, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checksOf, contentOf, draftHead, headOf, latestOf, versionById } from './handlers-read.ts'
import { adoptDraft, beginDraft, changeDraft, discardDraft, showDraft } from './operations-draft.ts'
import {
  type Draft,
  findLastClosedMonth,
  findScheme,
  type Found,
  insertDraft,
  lockScheme,
  removeDraft,
  saveDraft,
} from './queries-draft.ts'
import { insertVersions, versionsOf } from './queries.ts'
import { removeWhatIf } from './queries-what-if.ts'

export function authorOf({ actor, now }: Context) {
  return { by: actor.name, accountId: actor.accountId, at: now }
}

type Locked = Found & { readonly own: readonly SchemeVersion[] }

/** A scheme the caller may change, locked, with its versions. */
export async function lockOwn(ctx: Context, schemeId: string): Promise<Locked> {
  ctx.access.demand('scheme.change', {})
  const found = (await lockScheme(ctx.tx, schemeId)) ?? problem('not-found')
  const versions = await versionsOf(ctx.tx, found.versionIds)
  ctx.note({ schemeId, field: found.scheme.field, memberClass: found.scheme.memberClass })
  return { ...found, own: versions.filter((version) => version.schemeId === schemeId) }
}

/** The draft as the caller last saw it. */
export function whatDraft(
  { draft }: Found,
  revision: number,
): Decision<Draft, 'scheme-draft-gone' | 'scheme-draft-changed-meanwhile'> {
  if (draft === null) return refuse('scheme-draft-gone')
  return draft.revision === revision
    ? agree(draft)
    : refuse('scheme-draft-changed-meanwhile', { by: draft.changedBy, revision: draft.revision })
}

const show = handle(showDraft, async (ctx, { schemeId }) => {
  ctx.access.demand('scheme.change', {})
  const found = (await findScheme(ctx.tx, schemeId)) ?? problem('not-found')
  const draft = found.draft ?? problem('not-found')
  const versions = await versionsOf(ctx.tx, found.versionIds)
  const own = versions.filter((version) => version.schemeId === schemeId)
  const base = versionById(own, draft.baseVersionId)
  const baseContent = contentOf(base)
  return agree({
    schemeId,
    draft: draftHead(draft, baseContent),
    content: draft.content,
    checks: checksOf(draft.content),
    base: headOf(base, own),
    baseContent,
    baseChecks: checksOf(baseContent),
    earliest: await earliestMonth(ctx, own),
  })
})

/** The first month a new version can take effect in: next month, after closed months and the version before. */
async function earliestMonth(ctx: Context, own: readonly SchemeVersion[]): Promise<PlainMonth> {
  const months = [
    toPlainMonth(ctx.today),
    (await findLastClosedMonth(ctx.tx)) ?? toPlainMonth(ctx.today),
    ...own.map(({ effectiveFrom }) => effectiveFrom),
  ]
  return addToMonth(
    months.reduce((latest, month) => (month > latest ? month : latest)),
    1,
  )
}

const begin = handle(beginDraft, async (ctx, { schemeId }) => {
  const locked = await lockOwn(ctx, schemeId)
  if (locked.draft !== null) return refuse('scheme-draft-open', { by: locked.draft.changedBy })
  const base = latestOf(locked.own) ?? problem('not-found')
  await insertDraft(ctx.tx, { schemeId, baseVersionId: base.id, content: contentOf(base) }, authorOf(ctx))
  return agree({ schemeId, revision: 1 })
})

function isForOthers(content: SchemeContent, { scheme }: Found): boolean {
  return content.field !== scheme.field || content.memberClass !== scheme.memberClass
}

const change = handle(changeDraft, async (ctx, { schemeId, revision, content }) => {
  const locked = await lockOwn(ctx, schemeId)
  const found = whatDraft(locked, revision)
  if (!found.ok) return found
  if (isForOthers(content, locked)) return refuse('scheme-for-others')
  const next = {
    ...found.value,
    content,
    revision: revision + 1,
    changedBy: ctx.actor.name,
    changedAt: ctx.now,
  }
  await saveDraft(ctx.tx, next, authorOf(ctx))
  const base = versionById(locked.own, next.baseVersionId)
  return agree({ draft: draftHead(next, contentOf(base)), checks: checksOf(content) })
})

const discard = handle(discardDraft, async (ctx, { schemeId, revision }) => {
  const found = whatDraft(await lockOwn(ctx, schemeId), revision)
  if (!found.ok) return found
  await removeDraft(ctx.tx, schemeId)
  await removeWhatIf(ctx.tx, schemeId)
  return agree({ schemeId })
})

const adopt = handle(adoptDraft, async (ctx, { schemeId, revision, effectiveFrom, label, adopted }) => {
  const locked = await lockOwn(ctx, schemeId)
  const found = whatDraft(locked, revision)
  if (!found.ok) return found
  const draft = {
    ...found.value.content,
    id: ctx.newId(),
    schemeId,
    label: label === '' ? versionLabel(effectiveFrom) : label,
    effectiveFrom,
  }
  const lastClosedMonth = await findLastClosedMonth(ctx.tx)
  const decided = adoptVersion(locked.own, draft, adopted, { today: ctx.today, lastClosedMonth })
  if (!decided.ok) return decided
  await insertVersions(ctx.tx, [decided.value], authorOf(ctx))
  await removeDraft(ctx.tx, schemeId)
  ctx.note({ versionId: draft.id, effectiveFrom, number: adopted.number })
  return agree({ version: headOf(decided.value, [...locked.own, decided.value]) })
})

export const draftHandlers: readonly Handled[] = [show, begin, change, discard, adopt]
