import type { DocumentNumber, OfficialDocument } from '@steward/domain/shared/document.ts'
import { type Instrument, type InstrumentKind, provinceTitles } from '@steward/domain/outcomes/instrument.ts'
import type { EntryAuthor } from '@steward/domain/shared/adverse-gate.ts'
import { type Actor as Acting } from '@steward/domain/outcomes/adverse-step.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { listPath } from '#features/organisation/queries.ts'
import type { Actor, Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'

export type StepSubject = 'warning' | 'caution' | 'tolerance' | 'appeal'
export type OutcomeStep = {
  readonly step: string
  readonly words: string
  readonly by: string
  readonly at: Date
}

/** Adds a line to the history of a warning, caution, tolerance case or appeal. */
export async function insertOutcomeStep(
  { tx, actor, now, newId }: Context,
  of: { readonly kind: StepSubject; readonly id: string },
  step: string,
  words = '',
): Promise<void> {
  await tx
    .insert('outcome_step', {
      ...{ id: newId(), subject_kind: of.kind, subject_id: of.id, step, words },
      ...{ by_name: actor.name, account_id: actor.accountId, acted_at: now },
    })
    .execute()
}

export async function listOutcomeSteps(tx: CountyTx, id: string): Promise<OutcomeStep[]> {
  return await tx.raw<OutcomeStep>(
    'outcome-steps',
    `select s.step, s.words, s.by_name as by, s.acted_at as at from outcome_step s
     where s.county_id = $1 and s.subject_id = $2 order by s.acted_at, s.id`,
    [id],
  )
}

/** Who acts, as the rules see it: a signed-in person, or a machine, which gets nowhere here. */
export function actingOf(actor: Actor): Acting {
  const author: EntryAuthor =
    actor.kind === 'account' && actor.accountId !== null
      ? { kind: 'person', accountId: actor.accountId }
      : { kind: actor.kind === 'system' ? 'job' : 'api' }
  return { author, memberId: actor.memberId }
}

/** The account of a person who acts; a machine has none and is refused before. */
export function accountOf(actor: Actor): string {
  return actor.accountId ?? problem('forbidden')
}

export type Body = { readonly id: string; readonly name: string; readonly path: string }

/** Organisations that may give a warning to a member of a branch: its committee above and the county (S-213); the nearest first. */
export async function listBodies(tx: CountyTx, orgPath: string, withBranch = false): Promise<Body[]> {
  const way = await listPath(tx, orgPath)
  const committees = way.filter(({ kind, path }) =>
    path === orgPath ? withBranch : ['baseCommittee', 'workCommittee', 'countyCommittee'].includes(kind),
  )
  return committees.toReversed().map(({ id, name, path }) => ({ id, name, path }))
}

const PAPER_WORDS = { warning: '预警', caution: '警示', tolerance_case: '容错' } as const

/** The next number of a paper in the name of a body; one after the other gets it. */
export async function takeNumber(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  table: keyof typeof PAPER_WORDS,
  bodyName: string,
): Promise<DocumentNumber> {
  const issuer = `${bodyName}${PAPER_WORDS[table]}`
  const year = Number(today.slice(0, 4))
  await tx.raw(
    'outcome-number-lock',
    'select pg_advisory_xact_lock(hashtextextended($1::text || $2 || $3 /* county_id */, 316))',
    [issuer, String(year)],
  )
  const rows = await tx.raw<{ number: number }>(
    `outcome-number-${table}`,
    `select coalesce(max(w.number), 0) + 1 as number from ${table} w
     where w.county_id = $1 and w.number_issuer = $2 and w.number_year = $3`,
    [issuer, year],
  )
  return { issuer, year, number: rows[0]?.number ?? 1 }
}

/** Keeps a paper as it is handed over; a correction is another edition. */
export async function insertServedPaper(
  { tx, newId }: Pick<Context, 'tx' | 'newId'>,
  of: { readonly kind: 'warning' | 'caution' | 'tolerance'; readonly id: string; readonly edition: number },
  document: OfficialDocument,
  signed: { readonly on: PlainDate; readonly accountId: string },
): Promise<void> {
  await tx
    .insert('served_paper', {
      ...{ id: newId(), subject_kind: of.kind, subject_id: of.id, edition: of.edition },
      ...{ template_version: document.templateVersion, value: JSON.stringify(document) },
      ...{ signed_on: signed.on, signed_by_account_id: signed.accountId },
    })
    .execute()
}

/** The paper as it was handed over, the last edition. */
export async function findServedPaper(tx: CountyTx, id: string): Promise<OfficialDocument | undefined> {
  const rows = await tx.raw<{ value: OfficialDocument }>(
    'served-paper-find',
    `select p.value from served_paper p where p.county_id = $1 and p.subject_id = $2 order by p.edition desc limit 1`,
    [id],
  )
  return rows[0]?.value
}

type InstrumentRow = {
  readonly kind: InstrumentKind
  readonly title: string
  readonly body: string
  readonly number: string
  readonly on: PlainDate
}

/** Instruments the county has entered, and the three of the province that stand by their title. */
export async function listNamedInstruments(tx: CountyTx): Promise<Instrument[]> {
  const rows = await tx.raw<InstrumentRow>(
    'outcome-instruments-named',
    `select i.kind, i.title, i.body, i.number, i.issued_on as on from outcome_instrument i
     where i.county_id = $1 order by i.kind, i.version`,
    [],
  )
  const province = (['encouragement', 'tolerance', 'upOrDown'] as const).map((kind) => ({
    kind,
    title: provinceTitles[kind],
    document: null,
  }))
  const own = rows.map(({ kind, title, body, number, on }) => ({
    kind,
    title,
    document: { body, number, on },
  }))
  return [...province, ...own]
}
