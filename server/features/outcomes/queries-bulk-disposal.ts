import type { Actor } from '@steward/domain/outcomes/adverse-step.ts'
import {
  recordSanction,
  sanctionEffectUntil,
  type SanctionRecord,
} from '@steward/domain/outcomes/discipline.ts'
import {
  type DisposalCase,
  type DisposalForm,
  enforceDisposal,
  fileDisposal,
  giveOpinion,
  needsPreReview,
  proposeDisposal,
  recordFacts,
  recordHearing,
  recordPreReview,
  usualCorrectionMonths,
  voteDisposal,
} from '@steward/domain/outcomes/disposal.ts'
import {
  endCorrection,
  endPersuasion,
  mayRejoinFrom,
  memberStateOf,
} from '@steward/domain/outcomes/disposal-end.ts'
import type { DisposalGround, GroundFacts } from '@steward/domain/outcomes/disposal-ground.ts'
import type { Decision } from '@steward/domain/shared/decision.ts'
import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import { addDays, type PlainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import type { VoteCount } from '@steward/domain/shared/vote.ts'
import { lockFile } from '#features/members/queries-file.ts'
import { enterStateByCase } from '#features/members/queries-state.ts'
import type { Context } from '#platform/context.ts'
import { newIdAt } from '#platform/new-id.ts'
import {
  type DisposalMove,
  insertDisposal,
  insertDisposalMove,
  type KeptDisposal,
  type KeptEnd,
  saveDisposal,
} from './queries-disposal.ts'
import { insertDisposalVote } from './queries-disposal-vote.ts'
import { insertSanction } from './queries-sanction.ts'

type Person = { readonly accountId: string; readonly name: string }

/** A case as it stands in a record from before. Its steps are walked through the rules; one they refuse is an error of the caller. */
export type PastDisposal = {
  readonly memberId: string
  readonly memberName: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly form: DisposalForm
  readonly ground: DisposalGround
  readonly facts: Partial<GroundFacts>
  readonly helpPlanId: string | null
  readonly earlierId: string | null
  readonly reason: string
  /** Who ran the case in the branch, and who entered decision and service. */
  readonly secretary: Person
  readonly officer: Person
  /** Full members who found the facts and held the talk. */
  readonly two: readonly [string, string]
  readonly body: { readonly orgId: string; readonly name: string }
  readonly deciderName: string
  readonly number: DocumentNumber
  readonly required: string
  readonly help: string
  readonly vote: VoteCount
  /** Day of the decision; the steps before lie on days counted back from it, the service three days after. */
  readonly decidedOn: PlainDate
  /** How far it came: `opinionGiven` leaves it open, anything else of `disposalStates` too; `inForce` finishes it. */
  readonly reached: 'filed' | 'factsFound' | 'heard' | 'opinionGiven' | 'inForce'
  readonly end: {
    readonly how: 'changed' | 'notChanged' | 'withdrew' | 'refused'
    readonly on: PlainDate
    readonly words: string
  } | null
}

/** Days of the steps before and after the decision. */
const DAYS = {
  propose: -60,
  file: -58,
  find: -45,
  hear: -40,
  opine: -35,
  review: -20,
  vote: -8,
  serve: 3,
} as const

const taken = <Value>(decision: Decision<Value>): Value => {
  if (!decision.ok)
    throw new Error(`A past case breaks a rule: ${decision.code} ${JSON.stringify(decision.details)}`)
  return decision.value
}

/** Everything the rules say of the case, step by step. */
function walk(past: PastDisposal, id: string): DisposalCase[] {
  const on = (days: number) => addDays(past.decidedOn, days)
  const by = actorOf(past.secretary)
  const none: GroundFacts = {
    ...{ helpFailed: false, lapse: null, lostContact: null, correctionUnchanged: false },
    ...{ persuasionRefused: false, outsideDocument: null, disciplined: false },
  }
  const body = `${past.orgName}委员会`
  const { memberId, form, ground, reason, two } = past
  const steps: DisposalCase[] = []
  const step = (next: Decision<DisposalCase>) => steps.push(taken(next))
  const last = () => steps.at(-1) ?? steps[0] ?? neverEmpty()
  step(
    proposeDisposal(
      { id, memberId, form, ground, body, reason },
      { ...none, ...past.facts },
      by,
      on(DAYS.propose),
    ),
  )
  step(fileDisposal(last(), `${past.orgName}备案`, on(DAYS.file)))
  step(recordFacts(last(), { group: two, words: '查阅签到册、谈话记录，情况属实。', on: on(DAYS.find) }))
  step(
    recordHearing(last(), {
      ...{ on: on(DAYS.hear), heldBy: two.map((memberId_) => ({ memberId: memberId_, full: true })) },
      ...{ defence: '情况属实，没有补充。', witnesses: [], invitedOn: [], memberCame: true },
    }),
  )
  step(giveOpinion(last(), { body, words: '同意提交党员大会讨论。', on: on(DAYS.opine) }))
  if (needsPreReview(form))
    step(recordPreReview(last(), { document: '县委组织部预审意见', on: on(DAYS.review) }))
  const minutesId = `党员大会记录 ${on(DAYS.vote)}`
  step(
    voteDisposal(
      last(),
      { count: past.vote, on: on(DAYS.vote), minutesId },
      { secret: true, persons: 1, invited: true },
    ),
  )
  step(
    enforceDisposal(
      last(),
      {
        ...{ deciderName: past.deciderName, body: past.body.name, decidedOn: past.decidedOn, reason },
        proofOfServiceId: `送达回证 ${on(DAYS.serve)}`,
      },
      actorOf(past.officer),
      {
        ...{ bodyMayApprove: true, disputed: false, months: usualMonths(form), today: on(DAYS.serve) },
      },
    ),
  )
  return steps
}

const morningOf = (day: PlainDate) => new Date(startOfDay(day).getTime() + 10 * 3_600_000)
const neverEmpty = (): never => {
  throw new Error('The first step is the proposal')
}
const actorOf = ({ accountId }: Person): Actor => ({ author: { kind: 'person', accountId }, memberId: null })
const usualMonths = (form: DisposalForm) => (form === 'correctionOrder' ? usualCorrectionMonths : null)

const MOVES: readonly (readonly [DisposalCase['state'], DisposalMove, keyof typeof DAYS])[] = [
  ['proposed', 'propose', 'propose'],
  ['filed', 'file', 'file'],
  ['factsFound', 'findFacts', 'find'],
  ['heard', 'hear', 'hear'],
  ['opinionGiven', 'giveOpinion', 'opine'],
  ['preReviewed', 'preReview', 'review'],
  ['voted', 'vote', 'vote'],
  ['inForce', 'serve', 'serve'],
]

/**
 * Writes a case of a record from before with its vote, history and, where it took its member off the rolls, the state of the file.
 * Answers with its id. For the demo: every step goes through the rules, and the gate with its five facts.
 */
export async function insertPastDisposal(context: Context, past: PastDisposal): Promise<string> {
  const at = (days: number) => morningOf(addDays(past.decidedOn, days))
  const id = newIdAt(at(DAYS.propose))
  const steps = walk(past, id)
  const reached = steps.find(({ state }) => state === past.reached) ?? neverEmpty()
  const { tx } = context
  const as = ({ accountId, name }: Person, days: number) => ({
    ...context,
    actor: { ...context.actor, kind: 'account' as const, accountId, name },
    ...{ now: at(days), newId: () => newIdAt(at(days)) },
  })
  const inForce = reached.state === 'inForce'
  const end = endOf(past, reached)
  const state =
    end === null
      ? memberStateOf(reached, null)
      : memberStateOf(reached, { how: end.how === 'lifted' ? 'changed' : end.how })
  const [first = neverEmpty()] = steps
  const base: KeptDisposal = {
    ...{
      of: first,
      memberName: past.memberName,
      orgId: past.orgId,
      orgName: past.orgName,
      orgPath: past.orgPath,
    },
    proposedBy: past.secretary.name,
    ground: {
      lapse: past.facts.lapse ?? null,
      lostContact: past.facts.lostContact ?? null,
      outsideDocument: past.facts.outsideDocument ?? null,
    },
    ...{
      helpPlanId: past.helpPlanId,
      earlierId: past.earlierId,
      voteId: null,
      decision: null,
      service: null,
    },
    ...{ rejoinFrom: null, end: null, revision: 1 },
  }
  await insertDisposal(as(past.secretary, DAYS.propose), base)
  const voteId = inForce ? newIdAt(at(DAYS.vote)) : null
  if (voteId !== null && reached.vote !== null) {
    const { count, on, minutesId: minutes } = reached.vote
    const kept = { id: voteId, about: 'disposal' as const, on, count, minutes, leftOut: [], carried: true }
    await insertDisposalVote(as(past.secretary, DAYS.vote), id, {
      ...kept,
      secret: true,
      chair: past.secretary.name,
    })
  }
  await saveDisposal(tx, {
    ...base,
    of: reached,
    voteId,
    ...(inForce ? decided(past, state !== null, end) : {}),
  })
  for (const [name, move, day] of MOVES.slice(0, MOVES.findIndex(([one]) => one === reached.state) + 1)) {
    if (name === 'preReviewed' && !needsPreReview(past.form)) continue
    await insertDisposalMove(as(name === 'inForce' ? past.officer : past.secretary, DAYS[day]), id, move)
  }
  if (end !== null) {
    const on = { ...as(past.secretary, DAYS.serve), now: morningOf(end.on) }
    await insertDisposalMove({ ...on, newId: () => newIdAt(on.now) }, id, 'end', end.words)
  }
  if (state !== null && reached.served !== null) {
    const file = (await lockFile(tx, past.memberId)) ?? neverEmpty()
    taken(await enterStateByCase(as(past.officer, DAYS.serve), file, state, reached.served))
  }
  return id
}

function decided(past: PastDisposal, leaves: boolean, end: KeptEnd | null) {
  const { body, deciderName, number, decidedOn, reason, required, help, officer } = past
  return {
    decision: {
      ...{ orgId: body.orgId, body: body.name, deciderName, number, on: decidedOn, reason, required, help },
      months: usualMonths(past.form),
    },
    service: { how: 'signed' as const, on: addDays(decidedOn, DAYS.serve), by: officer.name },
    rejoinFrom: leaves ? mayRejoinFrom(decidedOn) : null,
    end,
  }
}

/** How it ended, through the same rules. */
function endOf(past: PastDisposal, of: DisposalCase): KeptEnd | null {
  const { end, secretary } = past
  if (end === null) return null
  const { on, words } = end
  const ended =
    end.how === 'changed' || end.how === 'notChanged'
      ? taken(
          endCorrection(of, {
            changed: end.how === 'changed',
            words,
            minutesId: `党员大会记录 ${on}`,
            vote: past.vote,
            on,
          }),
        )
      : taken(endPersuasion(of, { withdrew: end.how === 'withdrew', requestDocument: '本人申请', words, on }))
  return {
    ...{ how: ended.how, on, words: ended.words, minutes: ended.minutesId },
    ...{ document: end.how === 'withdrew' ? '本人申请' : null, accountId: secretary.accountId },
  }
}

export type PastSanction = Omit<SanctionRecord, 'served' | 'id'> & {
  readonly orgId: string
  readonly officer: Person
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: PlainDate
  readonly reason: string
}

/** Writes a sanction of a record from before through the rules, recorded three days after it was decided. */
export async function insertPastSanction(context: Context, past: PastSanction): Promise<string> {
  const { orgId, officer, deciderName, body, decidedOn, reason, ...of } = past
  const on = addDays(decidedOn, DAYS.serve)
  const now = morningOf(on)
  const id = newIdAt(now)
  const facts = { deciderName, body, decidedOn, reason, proofOfServiceId: `送达回证 ${on}` }
  const recorded = taken(recordSanction({ ...of, id, complex: false }, facts, actorOf(officer), on))
  const actor = {
    ...context.actor,
    kind: 'account' as const,
    accountId: officer.accountId,
    name: officer.name,
  }
  const effectUntil = sanctionEffectUntil(of.sanction, decidedOn, of.probationYears)
  await insertSanction({ ...context, actor, now }, recorded, { orgId, complex: false, effectUntil })
  if (of.sanction === 'expulsion') {
    const file = (await lockFile(context.tx, of.memberId)) ?? neverEmpty()
    taken(
      await enterStateByCase(
        { ...context, actor, now, today: on, newId: () => newIdAt(now) },
        file,
        'expelled',
        facts,
      ),
    )
  }
  return id
}
