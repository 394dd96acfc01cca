/** Calls an operation as a person and answers with its value; a no is thrown. */
type Call = (who: string, operation: string, input: unknown) => Promise<Record<string, unknown>>

/** Who does what for a member: the branch drafts and talks, the committee above serves and checks, the county finds. */
export type Hands = {
  readonly call: Call
  readonly branch: string
  readonly committee: string
  readonly county: string
  readonly bodyOrgId: string
  readonly bodyName: string
  readonly countyOrgId: string
  readonly countyName: string
}

export type WarningStory = {
  readonly memberId: string
  readonly facts: string
  readonly standard: string
  readonly requiredChange: string
  readonly helperName: string
  readonly changeBy: string
  readonly deciderName: string
  readonly decidedOn: string
  readonly proof: string
  readonly feedbackId?: string
}

/** The first rung: draft and notice. Each step happens when the clock stands at its day. */
export async function serveWarning(hands: Hands, of: WarningStory): Promise<string> {
  const { call, branch, committee, bodyOrgId, bodyName } = hands
  const { memberId, facts, standard, requiredChange, helperName, changeBy, feedbackId } = of
  const { warningId } = await call(branch, 'warning.draft', {
    ...{ memberId, bodyOrgId, facts, standard, requiredChange, helperName, changeBy },
    feedbackId: feedbackId ?? null,
  })
  await call(committee, 'warning.serve', {
    ...{ warningId, revision: 1 },
    facts: {
      ...{ deciderName: of.deciderName, body: bodyName, decidedOn: of.decidedOn, reason: facts },
      proofOfServiceId: of.proof,
    },
  })
  return String(warningId)
}

const revisionOf = async ({ call, committee }: Hands, operation: string, input: Record<string, string>) =>
  (await call(committee, operation, input))['revision']

/** The second rung, or why there was none. */
export async function talk(hands: Hands, warningId: string, words: string, held = true): Promise<void> {
  const revision = await revisionOf(hands, 'warning.show', { warningId })
  if (held) await hands.call(hands.branch, 'warning.talk', { warningId, revision, words })
  else await hands.call(hands.branch, 'warning.explain-no-talk', { warningId, revision, reason: words })
}

export async function confirmChange(hands: Hands, warningId: string, words: string): Promise<void> {
  const revision = await revisionOf(hands, 'warning.show', { warningId })
  await hands.call(hands.committee, 'warning.confirm-change', { warningId, revision, words })
}

/** The last rung, after the day of change. */
export async function measure(
  hands: Hands,
  warningId: string,
  of: {
    readonly kind: 'movePost' | 'nonLeadingPost' | 'resign' | 'orderedToResign' | 'demote'
    readonly document: string
    readonly deciderName: string
    readonly decidedOn: string
    readonly reason: string
    readonly proof: string
  },
): Promise<void> {
  const revision = await revisionOf(hands, 'warning.show', { warningId })
  const { kind, document, deciderName, decidedOn, reason, proof } = of
  await hands.call(hands.county, 'warning.measure', {
    ...{ warningId, revision, kind, document, bodyOrgId: hands.countyOrgId },
    facts: { deciderName, body: hands.countyName, decidedOn, reason, proofOfServiceId: proof },
  })
}

/** A caution beside a help plan, drafted by the branch and served by the committee. */
export async function serveCaution(
  hands: Hands,
  of: {
    readonly memberId: string
    readonly helpPlanId: string
    readonly gaps: string
    readonly requiredChange: string
    readonly deciderName: string
    readonly decidedOn: string
    readonly proof: string
  },
): Promise<string> {
  const { memberId, helpPlanId, gaps, requiredChange } = of
  const { cautionId } = await hands.call(hands.branch, 'caution.draft', {
    ...{ memberId, bodyOrgId: hands.bodyOrgId, helpPlanId, gaps, requiredChange },
  })
  await hands.call(hands.committee, 'caution.serve', {
    ...{ cautionId, revision: 1 },
    facts: {
      ...{ deciderName: of.deciderName, body: hands.bodyName, decidedOn: of.decidedOn, reason: gaps },
      proofOfServiceId: of.proof,
    },
  })
  return String(cautionId)
}

export type ToleranceStory = {
  readonly memberId: string
  readonly matter: string
  readonly entryIds: readonly string[]
  readonly warningId?: string
  readonly factors: Readonly<
    Record<'motive' | 'conditions' | 'procedure' | 'nature' | 'consequence' | 'repair', string>
  >
  readonly document: string
  readonly reason: string
}

/** A whole case to the answer, found for toleration: the branch applies, the committee checks, the county finds. */
export async function tolerate(hands: Hands, of: ToleranceStory): Promise<string> {
  const { call, branch, committee, county } = hands
  const { memberId, matter, entryIds, warningId, factors, document, reason } = of
  const { toleranceId } = await call(branch, 'tolerance.apply', {
    ...{ memberId, matter, entryIds, warningId: warningId ?? null },
  })
  await call(committee, 'tolerance.accept', { toleranceId, revision: 1, accepted: true })
  await call(committee, 'tolerance.check', {
    ...{ toleranceId, revision: 2 },
    check: {
      conditions: { dutyOrReform: true, lawsKept: true, careTaken: true, noPrivateGain: true },
      distinctions: {
        inexperienceNotKnowingBreach: true,
        notForbiddenNotDefiance: true,
        forDevelopmentNotGain: true,
      },
      ...{ factors, exclusions: [] },
    },
  })
  await call(county, 'tolerance.find', {
    ...{ toleranceId, revision: 3, tolerated: true, bodyOrgId: hands.countyOrgId, document, reason },
  })
  await call(committee, 'tolerance.answer', { toleranceId, revision: 4 })
  return String(toleranceId)
}
