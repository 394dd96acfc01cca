import { maskName } from '@steward/domain/notices/masking.ts'
import { sayOnPledge } from '@steward/domain/pledges/pledge-comment.ts'
import { publishTogether } from '@steward/domain/pledges/pledge-publication.ts'
import { toPledgeSettings } from '@steward/domain/pledges/pledge-settings.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { type PlainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import { listCounties } from '#features/sign-in/queries-installation.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { randomDigits } from '#platform/passwords.ts'
import { problem } from '#platform/problem.ts'
import { pagePathOf } from './handlers-branch.ts'
import { openCommentToRead } from './handlers-things.ts'
import { commentPublicly, publishPledges, showPublicPage, showSheet } from './operations-branch.ts'
import { findPlace, findPlaceByCode, listPublishedYears, type PledgePlace } from './queries-branch.ts'
import { type CommentColumns, insertComment, listComments } from './queries-comment.ts'
import { findPledge, keepPage, listPledgesIn, lockPledges, savePublished } from './queries-pledge.ts'
import { type PledgeColumns, toPledge, toPledgeRow } from './queries-row.ts'

const CODE_DIGITS = 8
/** Comments without account: on one pledge, and on one page, within an hour. */
const MOST_PER_PLEDGE = 10
const MOST_PER_PAGE = 40
const HOUR_SECONDS = 3600

const publish = handle(publishPledges, async (ctx, { orgId, year, pledgeIds }) => {
  const { tx, access, today } = ctx
  const place = (await findPlace(tx, orgId, today)) ?? problem('not-found')
  access.demandHidden('pledge.publish', { path: place.path })
  const wanted = new Set(pledgeIds)
  const rows = await lockPledges(tx, [...wanted])
  const fits = rows.every((row) => row.orgId === orgId && row.year === year)
  if (rows.length < wanted.size || !fits) problem('not-found')
  const published = publishTogether(rows.map(toPledge), today)
  if (!published.ok) return published
  const ids = rows.map(({ id }) => id)
  await savePublished(ctx, ids)
  const pageCode = place.pageCode ?? randomDigits(CODE_DIGITS)
  if (place.pageCode === null) await keepPage(ctx, orgId, pageCode)
  ctx.note({ orgId, year, published: ids.length })
  return agree({ published: ids.length, pagePath: pagePathOf({ ...place, pageCode }) })
})

const sheet = handle(showSheet, async (ctx, { orgId, year }) => {
  const { tx, access, today } = ctx
  const place = (await findPlace(tx, orgId, today)) ?? problem('not-found')
  access.demandHidden('pledge.publish', { path: place.path })
  const found = await listPledgesIn(tx, orgId, year, true)
  const naming = namingOf(place)
  const days = found.flatMap(({ publishedOn }) => publishedOn ?? [])
  return agree({
    org: { id: place.id, name: place.name },
    county: place.countyName,
    rows: found.map((row) => ({
      name: naming(row),
      ofOrg: row.memberId === null,
      text: row.text,
      dueOn: row.dueOn,
      progress: toPledgeRow(row, today).progress,
    })),
    publishedOn: days.toSorted().at(-1) ?? null,
    printedOn: today,
    pagePath: pagePathOf(place),
    phone: place.phone,
  })
})

/** Names as they hang on the wall and stand on the page: masked unless the county decided for full names. */
function namingOf(place: PledgePlace): (row: PledgeColumns) => string {
  const { publicPage } = toPledgeSettings(place.setting?.value)
  return (row) => (row.memberId === null || publicPage === 'named' ? row.name : maskName(row.name))
}

/** Enters the county of a printed code; the page is closed where the county keeps it so. */
async function enterPage(ctx: Context, county: string, code: string): Promise<[Context, PledgePlace]> {
  ctx.access.open('everybody')
  const counties = await listCounties(ctx.tx)
  const found = counties.find((each) => each.code === county.toLowerCase()) ?? problem('not-found')
  const here = ctx.enter(found.id)
  here.access.open('everybody')
  const place = (await findPlaceByCode(here.tx, code, here.today)) ?? problem('not-found')
  if (pagePathOf(place) === null) problem('not-found')
  return [here, place]
}

const publicPage = handle(showPublicPage, async (ctx, { county, code, year: asked }) => {
  const [{ tx, today }, place] = await enterPage(ctx, county, code)
  const years = await listPublishedYears(tx, place.id)
  const year = asked ?? years[0] ?? yearOf(today)
  const rows = await listPledgesIn(tx, place.id, year, true)
  const comments = await listComments(
    tx,
    rows.map(({ id }) => id),
    false,
  )
  const naming = namingOf(place)
  const { name: orgName, countyName, phone } = place
  const shown = rows.map((row) => publicRow(row, naming(row), comments, today))
  return agree({ orgName, countyName, year, years, phone, rows: shown })
})

function publicRow(row: PledgeColumns, name: string, comments: readonly CommentColumns[], today: PlainDate) {
  const { id, text, fields, period, progress, outcome } = toPledgeRow(row, today)
  const said = comments.filter(({ pledgeId }) => pledgeId === id)
  return {
    ...{ id, name, text, dueOn: fields.dueOn, period, progress },
    ofOrg: row.memberId === null,
    outcome:
      outcome === null
        ? null
        : { outcome: outcome.outcome, explanation: outcome.explanation, on: outcome.on },
    // Signed comments are shown without the name here: members signed for their branch.
    comments: said.map((one) => ({
      ...{ id: one.id, text: one.text, saidOn: one.saidOn, answer: one.answer },
      signed: one.memberId !== null,
    })),
  }
}

const comment = handle(commentPublicly, async (ctx, { county, code, pledgeId, text }) => {
  const [here, place] = await enterPage(ctx, county, code)
  const row = (await findPledge(here.tx, pledgeId)) ?? problem('not-found')
  if (row.orgId !== place.id) problem('not-found')
  const said = { id: here.newId(), author: { kind: 'public' as const }, text }
  const decision = sayOnPledge(said, toPledge(row), here.today)
  if (!decision.ok) return decision
  await here.limits.take('pledge-comment', pledgeId, MOST_PER_PLEDGE, HOUR_SECONDS)
  await here.limits.take('pledge-page', place.id, MOST_PER_PAGE, HOUR_SECONDS)
  await insertComment(here, decision.value)
  await openCommentToRead(here, row)
  here.note({ pledgeId, orgId: place.id })
  return agree({ received: true as const })
})

export const publishHandlers: readonly Handled[] = [publish, sheet, publicPage, comment]
