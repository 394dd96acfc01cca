import { isCategory } from '@steward/domain/members/category.ts'
import {
  type CorrectableField,
  type CorrectionRequest,
  decideCorrection as decide,
  requestCorrection as request,
} from '@steward/domain/members/correction.ts'
import { readFileChanges } from '@steward/domain/members/file-change.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { applyCategory, applyFileChanges, entryOf } from './handlers-change.ts'
import {
  decideCorrection,
  listCorrections,
  requestCorrection,
  unmaskCorrection,
  withdrawCorrection,
} from './operations-correction.ts'
import {
  type CorrectionRow,
  insertCorrection,
  listOpenFields,
  listRequests,
  lockCorrection,
  saveAnswer,
} from './queries-correction.ts'
import { factsOf, shownOf } from './queries-facts.ts'
import { type FileRow, findFile, lockFile } from './queries-file.ts'
import { insertLooks } from './queries-look.ts'

const ask = handle(requestCorrection, async (ctx, { field, wanted, reason, fileId }) => {
  const memberId = ctx.actor.memberId ?? problem('not-found')
  ctx.access.demand('member.request-correction', { memberId })
  // The lock keeps two requests for one field apart.
  const file = (await lockFile(ctx.tx, memberId)) ?? problem('not-found')
  const now = valueNow(ctx, file, field)
  const facts = {
    askedByMemberId: memberId,
    openFields: await listOpenFields(ctx.tx, memberId),
    today: ctx.today,
  }
  const read = readWanted(ctx, file, field, wanted)
  if (wanted.trim() !== '' && !read.ok) return read
  const to = read.ok ? read.value : wanted
  const asked = request({ id: ctx.newId(), memberId, field, from: now, to, reason }, facts)
  if (!asked.ok) return asked
  await insertCorrection(ctx, asked.value, {
    nowShown: shown(field, now),
    wantedShown: shown(field, to) ?? '',
    fileId,
  })
  ctx.note({ memberId, field })
  return agree({ id: asked.value.id, answerDueOn: asked.value.answerDueOn })
})

function valueNow(ctx: Context, file: FileRow, field: CorrectableField): string | null {
  if (field === 'category') return file.category
  const value = factsOf(file, ctx.crypto)[field]
  return value === null || value === '' ? null : String(value)
}

/** The wanted value in its one form, read as if it were typed into the file. */
function readWanted(ctx: Context, file: FileRow, field: CorrectableField, wanted: string) {
  if (field === 'category') {
    return isCategory(wanted) ? agree(wanted) : refuse('member-value-invalid', { field })
  }
  const read = readFileChanges(factsOf(file, ctx.crypto), { [field]: wanted }, ctx.today)
  if (read.ok) return agree(String(read.value.facts[field] ?? ''))
  // What must agree with other fields is for the officer to see; only what cannot be read is sent back.
  const later = ['identity-number-disagrees', 'admission-under-age', 'conversion-before-probation-ends']
  return later.includes(read.code) ? agree(wanted.trim()) : read
}

function shown(field: CorrectableField, value: string | null): string | null {
  return field === 'category' ? value : shownOf(field, value)
}

const withdraw = handle(withdrawCorrection, async (ctx, { correctionId }) => {
  const found = (await lockCorrection(ctx.tx, correctionId)) ?? problem('not-found')
  if (found.member_id !== ctx.actor.memberId) problem('not-found')
  ctx.access.demand('member.request-correction', { memberId: found.member_id })
  if (found.state !== 'open')
    return refuse('correction-already-decided', { decidedOn: found.decided_on ?? '' })
  await saveAnswer(ctx, correctionId, 'withdrawn', null)
  return agree({ withdrawn: true as const })
})

const list = handle(listCorrections, async (ctx, input) => {
  const within =
    input.view === 'mine'
      ? ctx.access.within('member.request-correction', { memberId: 'r.member_id' })
      : ctx.access.within('member.decide-correction', { path: 'o.path' })
  const { rows, total } = await listRequests(ctx.tx, within, input)
  return agree({ total, corrections: rows.map((row) => toCorrection(ctx, row, input.view)) })
})

function toCorrection(ctx: Context, row: CorrectionRow, view: 'mine' | 'queue') {
  return {
    id: row.id,
    memberId: row.member_id,
    memberName: row.member_name,
    orgName: row.org_name,
    field: row.field,
    nowShown: row.now_shown,
    wanted: row.wanted_shown,
    reason: row.reason,
    fileId: row.file_id,
    state: row.state,
    requestedAt: row.requested_at,
    answerDueOn: row.answer_due_on,
    overdue: row.state === 'open' && row.answer_due_on < ctx.today,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    mayDecide: view === 'queue' && row.state === 'open' && row.member_id !== ctx.actor.memberId,
  }
}

const answer = handle(decideCorrection, async (ctx, { correctionId, accepted, reason }) => {
  const found = (await lockCorrection(ctx.tx, correctionId)) ?? problem('not-found')
  const place = (await findFile(ctx.tx, found.member_id)) ?? problem('not-found')
  ctx.access.demandHidden('member.decide-correction', { path: place.org_path, memberId: place.id })
  const { actor, today } = ctx
  const decided = decide(
    toRequest(found, ctx),
    { accepted, reason, decidedBy: actor.name, deciderMemberId: actor.memberId },
    today,
  )
  if (!decided.ok) return decided
  await saveAnswer(
    ctx,
    correctionId,
    accepted ? 'accepted' : 'refused',
    decided.value.outcome?.reason ?? null,
  )
  ctx.note({ memberId: found.member_id, field: found.field, accepted })
  if (!accepted) return agree({ state: 'refused' as const })
  const applied = await apply(ctx, found, reason)
  return applied.ok ? agree({ state: 'accepted' as const }) : applied
})

const unmask = handle(unmaskCorrection, async (ctx, { correctionId }) => {
  const found = (await lockCorrection(ctx.tx, correctionId)) ?? problem('not-found')
  const file = (await findFile(ctx.tx, found.member_id)) ?? problem('not-found')
  ctx.access.demandHidden('member.decide-correction', { path: file.org_path, memberId: file.id })
  if (found.state !== 'open')
    return refuse('correction-already-decided', { decidedOn: found.decided_on ?? '' })
  await insertLooks(ctx, [{ id: file.id, path: file.org_path }], {
    what: 'unmask',
    purpose: 'verify',
    fields: [found.field],
  })
  ctx.note({ memberId: file.id, field: found.field })
  return agree({ now: valueNow(ctx, file, found.field), wanted: ctx.crypto.unseal(found.wanted_sealed) })
})

/** An accepted request takes the same path as a change by hand. */
async function apply(ctx: Context, found: CorrectionRow, reason: string) {
  const file = (await lockFile(ctx.tx, found.member_id)) ?? problem('not-found')
  const wanted = ctx.crypto.unseal(found.wanted_sealed)
  const entry = entryOf(ctx, reason || found.reason || '本人申请更正', 'correction', found.id)
  if (found.field !== 'category') return await applyFileChanges(ctx, file, { [found.field]: wanted }, entry)
  if (!isCategory(wanted)) return refuse('member-value-invalid', { field: found.field })
  return await applyCategory(ctx, file, { category: wanted, fromOn: ctx.today }, entry)
}

function toRequest(row: CorrectionRow, ctx: Context): CorrectionRequest {
  const decidedOn = row.decided_on
  return {
    id: row.id,
    memberId: row.member_id,
    field: row.field,
    from: row.now_shown,
    to: ctx.crypto.unseal(row.wanted_sealed),
    reason: row.reason,
    requestedOn: row.requested_on,
    answerDueOn: row.answer_due_on,
    outcome:
      row.state === 'open'
        ? null
        : {
            accepted: row.state === 'accepted',
            decidedBy: row.decided_by ?? '',
            decidedOn: decidedOn ?? row.requested_on,
            reason: row.decision_reason,
          },
  }
}

export const correctionHandlers: readonly Handled[] = [ask, withdraw, list, unmask, answer]
