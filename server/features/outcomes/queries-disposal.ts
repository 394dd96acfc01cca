import type { DisposalCase, DisposalForm, DisposalState, Hearing } from '@steward/domain/outcomes/disposal.ts'
import type { DisposalEnd } from '@steward/domain/outcomes/disposal-end.ts'
import type {
  DisposalGround,
  LapseFacts,
  LostContactFacts,
} from '@steward/domain/outcomes/disposal-ground.ts'
import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** What the ground rested on when the case was proposed; belief and health have no place here. */
export type KeptGround = {
  readonly lapse: LapseFacts | null
  readonly lostContact: Omit<LostContactFacts, 'today'> | null
  readonly outsideDocument: string | null
}
/** Decided by the base committee, not in force before it was handed over. */
export type KeptDecision = {
  readonly orgId: string
  readonly body: string
  readonly deciderName: string
  readonly number: DocumentNumber
  readonly on: PlainDate
  readonly reason: string
  readonly months: number | null
  readonly required: string
  readonly help: string
}
export type KeptService = {
  readonly how: 'signed' | 'refusedToSign'
  readonly on: PlainDate
  readonly by: string
}
export type KeptEnd = {
  readonly how: DisposalEnd['how'] | 'lifted'
  readonly on: PlainDate
  readonly words: string
  readonly minutes: string | null
  readonly document: string | null
  readonly accountId: string | null
}

/** A case as it is stored: the value of the rules, and what they need not know. */
export type KeptDisposal = {
  readonly of: DisposalCase
  readonly memberName: string
  /** The branch it was proposed in. */
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly proposedBy: string
  readonly ground: KeptGround
  readonly helpPlanId: string | null
  readonly earlierId: string | null
  readonly voteId: string | null
  readonly decision: KeptDecision | null
  readonly service: KeptService | null
  readonly rejoinFrom: PlainDate | null
  readonly end: KeptEnd | null
  readonly revision: number
}

type Row = {
  id: string
  member_id: string
  member_name: string
  party_org_id: string
  org_name: string
  org_path: string
  form: DisposalForm
  ground: DisposalGround
  ground_facts: KeptGround
  help_plan_id: string | null
  earlier_disposal_id: string | null
  state: DisposalState
  proposal_body: string
  proposed_on: PlainDate
  reason: string
  proposed_by: string
  filing_document: string | null
  filed_on: PlainDate | null
  finding_group: string[] | null
  finding_words: string | null
  found_on: PlainDate | null
  hearing: Omit<Hearing, 'on'> | null
  heard_on: PlainDate | null
  opinion_body: string | null
  opinion_words: string | null
  opinion_on: PlainDate | null
  pre_review_document: string | null
  pre_review_on: PlainDate | null
  vote_id: string | null
  voted_on: PlainDate | null
  should_attend: number | null
  present: number | null
  written: number | null
  yes: number | null
  no: number | null
  abstain: number | null
  minutes: string | null
  decision_org_id: string | null
  decision_body: string | null
  decider_name: string | null
  decision_issuer: string | null
  decision_year: number | null
  decision_number: number | null
  decided_on: PlainDate | null
  decision_reason: string | null
  term_months: number | null
  required_change: string
  help: string
  proof_of_service: string | null
  served_how: 'signed' | 'refusedToSign' | null
  served_on: PlainDate | null
  served_by: string | null
  entered_by_account_id: string | null
  until_on: PlainDate | null
  rejoin_from_on: PlainDate | null
  ended_how: KeptEnd['how'] | null
  ended_on: PlainDate | null
  end_words: string | null
  end_minutes: string | null
  end_document: string | null
  ended_by_account_id: string | null
  stopped_for: string | null
  revision: number
}

const TEXT = `select d.*, m.name as member_name, o.name as org_name, o.path::text as org_path,
    v.should_attend, v.present, v.written, v.yes, v.no, v.abstain, v.minutes
  from disposal d join member m on m.county_id = d.county_id and m.id = d.member_id
  join party_org o on o.county_id = d.county_id and o.id = d.party_org_id
  left join disposal_vote v on v.county_id = d.county_id and v.id = d.vote_id
  where d.county_id = $1 and d.id = $2`

export async function findDisposal(tx: CountyTx, id: string): Promise<KeptDisposal | undefined> {
  const rows = await tx.raw<Row>('disposal-find', TEXT, [id])
  return rows[0] && toKept(rows[0])
}

export async function lockDisposal(tx: CountyTx, id: string): Promise<KeptDisposal | undefined> {
  const rows = await tx.raw<Row>('disposal-lock', `${TEXT} for update of d`, [id])
  return rows[0] && toKept(rows[0])
}

/** The table's checks hold what belongs together; where the first of a group is there, the others are. */
function toKept(row: Row): KeptDisposal {
  return {
    of: toCase(row),
    memberName: row.member_name,
    orgId: row.party_org_id,
    orgName: row.org_name,
    orgPath: row.org_path,
    proposedBy: row.proposed_by,
    ground: row.ground_facts,
    helpPlanId: row.help_plan_id,
    earlierId: row.earlier_disposal_id,
    voteId: row.vote_id,
    decision: toDecision(row),
    service:
      row.served_on === null
        ? null
        : { how: row.served_how ?? 'signed', on: row.served_on, by: row.served_by ?? '' },
    rejoinFrom: row.rejoin_from_on,
    end:
      row.ended_how === null || row.ended_on === null
        ? null
        : {
            ...{ how: row.ended_how, on: row.ended_on, words: row.end_words ?? '' },
            ...{ minutes: row.end_minutes, document: row.end_document, accountId: row.ended_by_account_id },
          },
    revision: row.revision,
  }
}

function toCase(row: Row): DisposalCase {
  const { form, ground, state } = row
  return {
    ...{ id: row.id, memberId: row.member_id, form, ground, state },
    proposal: { body: row.proposal_body, on: row.proposed_on, reason: row.reason },
    filing: row.filed_on && { document: row.filing_document ?? '', on: row.filed_on },
    finding: row.found_on && {
      group: row.finding_group ?? [],
      words: row.finding_words ?? '',
      on: row.found_on,
    },
    hearing: row.hearing && row.heard_on ? { ...row.hearing, on: row.heard_on } : null,
    opinion: row.opinion_on && {
      body: row.opinion_body ?? '',
      words: row.opinion_words ?? '',
      on: row.opinion_on,
    },
    preReview: row.pre_review_on && { document: row.pre_review_document ?? '', on: row.pre_review_on },
    vote: row.voted_on && {
      on: row.voted_on,
      minutesId: row.minutes ?? '',
      count: {
        ...{ shouldAttend: row.should_attend ?? 0, present: row.present ?? 0, written: row.written ?? 0 },
        ...{ yes: row.yes ?? 0, no: row.no ?? 0, abstain: row.abstain ?? 0 },
      },
    },
    served: toServed(row),
    until: row.until_on,
    stoppedFor: row.stopped_for,
  }
}

function toDecision(row: Row): KeptDecision | null {
  if (row.decided_on === null) return null
  return {
    ...{
      orgId: row.decision_org_id ?? '',
      body: row.decision_body ?? '',
      deciderName: row.decider_name ?? '',
    },
    number: {
      ...{
        issuer: row.decision_issuer ?? '',
        year: row.decision_year ?? 0,
        number: row.decision_number ?? 0,
      },
    },
    ...{ on: row.decided_on, reason: row.decision_reason ?? '', months: row.term_months },
    ...{ required: row.required_change, help: row.help },
  }
}

function toServed(row: Row): ServedDecision | null {
  if (row.state !== 'inForce' || row.decided_on === null) return null
  // Kept only after it went through the gate; the check of the table demands all five.
  return {
    deciderName: row.decider_name ?? '',
    body: row.decision_body ?? '',
    decidedOn: row.decided_on,
    reason: row.decision_reason ?? '',
    proofOfServiceId: row.proof_of_service ?? '',
    enteredBy: row.entered_by_account_id ?? '',
  } as ServedDecision
}

/** Writes a new case. */
export async function insertDisposal({ tx, actor }: Context, kept: KeptDisposal): Promise<void> {
  const { of } = kept
  await tx
    .insert('disposal', {
      ...{ id: of.id, member_id: of.memberId, party_org_id: kept.orgId, form: of.form, ground: of.ground },
      ground_facts: JSON.stringify(kept.ground),
      ...{ help_plan_id: kept.helpPlanId, earlier_disposal_id: kept.earlierId, state: of.state },
      ...{ proposal_body: of.proposal.body, proposed_on: of.proposal.on, reason: of.proposal.reason },
      ...{ proposed_by: kept.proposedBy, proposed_by_account_id: actor.accountId, revision: kept.revision },
    })
    .execute()
}

/** Writes a locked case as it is now, with a higher revision; answers with it. */
export async function saveDisposal(tx: CountyTx, kept: KeptDisposal): Promise<KeptDisposal> {
  const { of, decision, service, end } = kept
  const revision = kept.revision + 1
  const { on: heardOn = null, ...hearing } = of.hearing ?? {}
  await tx
    .update('disposal')
    .set({
      state: of.state,
      ...{ filing_document: of.filing?.document ?? null, filed_on: of.filing?.on ?? null },
      finding_group: of.finding === null ? null : [...of.finding.group],
      ...{ finding_words: of.finding?.words ?? null, found_on: of.finding?.on ?? null },
      ...{ hearing: of.hearing === null ? null : JSON.stringify(hearing), heard_on: heardOn },
      ...{ opinion_body: of.opinion?.body ?? null, opinion_words: of.opinion?.words ?? null },
      opinion_on: of.opinion?.on ?? null,
      ...{ pre_review_document: of.preReview?.document ?? null, pre_review_on: of.preReview?.on ?? null },
      ...{ vote_id: kept.voteId, voted_on: of.vote?.on ?? null },
      ...decisionColumns(decision),
      ...{ proof_of_service: of.served?.proofOfServiceId ?? null, served_how: service?.how ?? null },
      ...{ served_on: service?.on ?? null, served_by: service?.by ?? null },
      entered_by_account_id: of.served?.enteredBy ?? null,
      ...{ until_on: of.until, rejoin_from_on: kept.rejoinFrom },
      ...{ ended_how: end?.how ?? null, ended_on: end?.on ?? null, end_words: end?.words ?? null },
      ...{ end_minutes: end?.minutes ?? null, end_document: end?.document ?? null },
      ...{ ended_by_account_id: end?.accountId ?? null, stopped_for: of.stoppedFor, revision },
    })
    .where('id', '=', of.id)
    .where('revision', '=', kept.revision)
    .executeTakeFirstOrThrow()
  return { ...kept, revision }
}

function decisionColumns(decision: KeptDecision | null) {
  return {
    decision_org_id: decision?.orgId ?? null,
    decision_body: decision?.body ?? null,
    decider_name: decision?.deciderName ?? null,
    decision_issuer: decision?.number.issuer ?? null,
    decision_year: decision?.number.year ?? null,
    decision_number: decision?.number.number ?? null,
    decided_on: decision?.on ?? null,
    decision_reason: decision?.reason ?? null,
    term_months: decision?.months ?? null,
    required_change: decision?.required ?? '',
    help: decision?.help ?? '',
  }
}

export type DisposalMove =
  | 'propose'
  | 'file'
  | 'findFacts'
  | 'invite'
  | 'answer'
  | 'say'
  | 'hear'
  | 'giveOpinion'
  | 'preReview'
  | 'vote'
  | 'voteNotCarried'
  | 'decide'
  | 'serve'
  | 'stop'
  | 'end'
  | 'askLonger'
  | 'lift'

/** Keeps what happened, by whom and when. */
export async function insertDisposalMove(
  { tx, actor, now, newId }: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  disposalId: string,
  move: DisposalMove,
  words = '',
): Promise<void> {
  await tx
    .insert('disposal_move', {
      ...{ id: newId(), disposal_id: disposalId, move, words },
      ...{ by_name: actor.name, account_id: actor.accountId, moved_at: now },
    })
    .execute()
}

export type MoveRow = {
  readonly move: DisposalMove
  readonly words: string
  readonly by: string
  readonly at: Date
}

export async function listDisposalMoves(tx: CountyTx, disposalId: string): Promise<MoveRow[]> {
  return await tx.raw<MoveRow>(
    'disposal-moves',
    `select v.move, v.words, v.by_name as by, v.moved_at as at from disposal_move v
     where v.county_id = $1 and v.disposal_id = $2 order by v.moved_at, v.id`,
    [disposalId],
  )
}

/** Accounts that had a hand in a case; none of them decides an appeal against it. The member's own words are no hand. */
export async function listHands(tx: CountyTx, disposalId: string): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'disposal-hands',
    `select distinct v.account_id as id from disposal_move v
     where v.county_id = $1 and v.disposal_id = $2 and v.account_id is not null and v.move not in ('answer', 'say')`,
    [disposalId],
  )
  return rows.map(({ id }) => id)
}
