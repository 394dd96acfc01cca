import { lintText } from '@steward/domain/schemes/policy-linter.ts'
import { compareContents } from '@steward/domain/schemes/scheme-changes.ts'
import { versionIn } from '@steward/domain/schemes/scheme-version.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { memberClasses, schemeFields } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { lastDayOf, type PlainMonth, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { draftHandlers } from './handlers-draft.ts'
import { exemptionHandlers } from './handlers-exemption.ts'
import { checksOf, contentOf, draftHead, headOf, latestOf, versionById } from './handlers-read.ts'
import { whatIfHandlers } from './handlers-what-if.ts'
import { checkSchemeText, compareSchemes, listSchemes, showMyScheme, showScheme } from './operations.ts'
import { findScheme, type Found, listSchemes as listFound } from './queries-draft.ts'
import { findExemptionOn } from './queries-exemption.ts'
import { findScoringFacts, loadVersions, schemeForMember, versionsOf } from './queries.ts'

/** What a caller may do with schemes at large; a scheme belongs to the county. */
function mayOf({ access }: Context): string[] {
  return access.may(['scheme.change'], {})
}

function mayChange(ctx: Context): boolean {
  return mayOf(ctx).includes('scheme.change')
}

const FIELD_ORDER: readonly string[] = [...schemeFields, 'every']

function inOrder(a: Found, b: Found): number {
  const place = ({ scheme }: Found) =>
    FIELD_ORDER.indexOf(scheme.field) * memberClasses.length + memberClasses.indexOf(scheme.memberClass)
  return place(a) - place(b)
}

const list = handle(listSchemes, async (ctx) => {
  // Adopted schemes are published; who has a file or keeps members may read all of them.
  ctx.access.demandSomewhere('scheme.read')
  const found = await listFound(ctx.tx)
  const versions = await versionsOf(ctx.tx, found[0]?.versionIds ?? [])
  const month = toPlainMonth(ctx.today)
  const rows = found.toSorted(inOrder).flatMap((one) => {
    const own = versions.filter(({ schemeId }) => schemeId === one.scheme.id)
    const inForce = versionIn(own, month)
    const shown = inForce ?? latestOf(own)
    if (shown === undefined) return []
    const next = own
      .filter(({ effectiveFrom }) => effectiveFrom > month)
      .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0]
    const draft = mayChange(ctx) ? one.draft : null
    return {
      schemeId: one.scheme.id,
      field: one.scheme.field,
      memberClass: one.scheme.memberClass,
      title: shown.title,
      scored: shown.scored,
      items: shown.items.length,
      inForce: inForce === undefined ? null : headOf(inForce, own),
      next: next === undefined ? null : headOf(next, own),
      draft: draft === null ? null : draftHead(draft, versionById(own, draft.baseVersionId)),
    }
  })
  return agree({ rows, may: mayOf(ctx) })
})

/** A scheme with its own versions. */
export async function getScheme(ctx: Context, schemeId: string): Promise<Found & { own: SchemeVersion[] }> {
  const found = (await findScheme(ctx.tx, schemeId)) ?? problem('not-found')
  const versions = await versionsOf(ctx.tx, found.versionIds)
  return { ...found, own: versions.filter((version) => version.schemeId === schemeId) }
}

const show = handle(showScheme, async (ctx, { schemeId, versionId }) => {
  ctx.access.demandSomewhere('scheme.read')
  const { own, draft } = await getScheme(ctx, schemeId)
  const version =
    versionId === null
      ? (versionIn(own, toPlainMonth(ctx.today)) ?? latestOf(own) ?? problem('not-found'))
      : versionById(own, versionId)
  const content = contentOf(version)
  return agree({
    schemeId,
    version: headOf(version, own),
    content,
    checks: checksOf(content),
    versions: own
      .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
      .map((each) => headOf(each, own)),
    draft: draft === null || !mayChange(ctx) ? null : draftHead(draft, versionById(own, draft.baseVersionId)),
    may: mayOf(ctx),
  })
})

const compare = handle(compareSchemes, async (ctx, { schemeId, before, after }) => {
  ctx.access.demandSomewhere('scheme.read')
  if (before === 'draft' || after === 'draft') ctx.access.demand('scheme.change', {})
  const { own, draft } = await getScheme(ctx, schemeId)
  const sideOf = (which: string) => {
    if (which !== 'draft') {
      const version = versionById(own, which)
      return { label: version.label, content: contentOf(version) }
    }
    return { label: null, content: draft?.content ?? problem('not-found') }
  }
  const [was, is] = [sideOf(before), sideOf(after)]
  return agree({
    before: { label: was.label ?? '', content: was.content },
    after: is,
    changes: compareContents(was.content, is.content),
  })
})

const checkText = handle(checkSchemeText, async ({ access }, { text }) => {
  access.demandSomewhere('scheme.change')
  return agree({ findings: lintText('text', text) })
})

const mine = handle(showMyScheme, async (ctx, input) => {
  const { tx, actor, access, today } = ctx
  const memberId = actor.memberId ?? problem('not-found')
  const thisMonth = toPlainMonth(today)
  const month: PlainMonth = input.month ?? thisMonth
  const day = month === thisMonth ? today : lastDayOf(month)
  const facts = (await findScoringFacts(tx, [memberId], day)).get(memberId) ?? problem('not-found')
  access.demandHidden('scheme.read', { path: facts.orgPath, memberId })
  const versions = await loadVersions(tx)
  const version = schemeForMember(versions, facts, month)
  const own = versions.filter(({ schemeId }) => schemeId === version?.schemeId)
  const exemption = facts.memberClass === 'exempt' ? await findExemptionOn(tx, memberId, day) : undefined
  return agree({
    month,
    memberClass: facts.memberClass,
    version: version === undefined ? null : headOf(version, own),
    content: version === undefined ? null : contentOf(version),
    exemption: exemption ?? null,
  })
})

/** All operations of the feature. */
export const schemeHandlers: readonly Handled[] = [
  list,
  show,
  compare,
  checkText,
  mine,
  ...draftHandlers,
  ...whatIfHandlers,
  ...exemptionHandlers,
]
