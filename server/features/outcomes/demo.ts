/** Calls an operation as a person of the cast and answers with its value; a no is thrown. */
export type CallAs = (who: string, operation: string, input: unknown) => Promise<Record<string, unknown>>

/** A branch with those who take the steps of a disposal there. */
export type DisposalWalk = {
  readonly call: CallAs
  readonly secretary: string
  readonly committee: string
  readonly county: string
  /** Two full members who find the facts and hold the talk. */
  readonly two: readonly [string, string]
  /** The day of all steps but the assembly, and the day of the assembly, after it. */
  readonly on: string
  readonly assemblyOn: string
  /** Sets the clock to the day of the assembly. */
  toAssembly(): void
}
export type DisposalStage =
  | 'proposed'
  | 'filed'
  | 'factsFound'
  | 'heard'
  | 'opinionGiven'
  | 'ready'
  | 'voted'
  | 'decided'
  | 'inForce'

const stages: readonly DisposalStage[] = [
  'proposed',
  'filed',
  'factsFound',
  'heard',
  'opinionGiven',
  'ready',
  'voted',
  'decided',
  'inForce',
]

type Case = { revision: number; form: string; state: string }

export async function revisionOf({ call, secretary }: DisposalWalk, disposalId: string): Promise<number> {
  // The shape is that of the contract.
  return ((await call(secretary, 'disposal.show', { disposalId })).case as Case).revision
}

/** The bar of the next vote in numbers. */
export async function barOf({ call, secretary }: DisposalWalk, disposalId: string) {
  return (await call(secretary, 'disposal.show', { disposalId })).bar as {
    shouldAttend: number
    needed: number
  }
}

/** A count in which everybody came, `yes` said yes and the others no. */
export function voteOf(on: string, shouldAttend: number, yes: number) {
  return {
    ...{ on, seenShouldAttend: shouldAttend, present: shouldAttend, written: 0, yes, no: shouldAttend - yes },
    ...{ abstain: 0, chair: '周谷雨', minutes: '党员大会记录第9次' },
  }
}

export type Proposal = { readonly form: string; readonly ground: object; readonly reason: string }

/** Walks a case from its proposal to a stage, as the people of the cast take its steps (R-197…R-202). */
export async function walkDisposal(
  walk: DisposalWalk,
  memberId: string,
  proposal: Proposal,
  until: DisposalStage,
): Promise<string> {
  const { call, secretary, committee, county, two, on, assemblyOn } = walk
  const { disposalId } = await call(secretary, 'disposal.propose', { memberId, ...proposal })
  const id = String(disposalId)
  const step = async (who: string, operation: string, input: object) => {
    const revision = await revisionOf(walk, id)
    return await call(who, operation, { disposalId: id, revision, ...input })
  }
  const form = proposal.form
  const steps: Readonly<Record<DisposalStage, () => Promise<unknown>>> = {
    proposed: async () => undefined,
    filed: () => step(committee, 'disposal.file', { document: '石支发〔2026〕3号' }),
    factsFound: () =>
      step(secretary, 'disposal.find-facts', {
        ...{ group: two, words: '查了签到册，问了组长和邻居。', on },
      }),
    heard: () =>
      step(secretary, 'disposal.hear', {
        ...{ on, heldBy: two, came: true, defence: '这半年在外地打工，没有请假。' },
        witnesses: [{ name: '李秋', words: '平时肯帮忙。' }],
      }),
    opinionGiven: () => step(secretary, 'disposal.give-opinion', { words: '同意提交党员大会讨论。', on }),
    ready: async () => {
      if (form !== 'correctionOrder') {
        await step(county, 'disposal.pre-review', { document: '清组函〔2026〕5号', on })
      }
      await step(secretary, 'disposal.invite', {
        ...{ toWhat: 'assembly', heldOn: assemblyOn, heldAt: '下午三点', place: '村部会议室', how: 'paper' },
      })
      walk.toAssembly()
    },
    voted: async () => {
      const { shouldAttend, needed } = await barOf(walk, id)
      await step(secretary, 'disposal.vote', {
        ...{ vote: voteOf(assemblyOn, shouldAttend, needed), secret: true, persons: 1 },
      })
    },
    decided: () =>
      step(committee, 'disposal.decide', {
        ...{ deciderName: '陆清明', decidedOn: assemblyOn, reason: '长期不参加组织生活，教育后没有改变' },
        number: { issuer: '云镇党发', year: 2026, number: numberOf(id) },
        ...(form === 'correctionOrder'
          ? { required: '每月参加组织生活。', help: '由李秋联系，每两周走访一次。' }
          : {}),
      }),
    inForce: () =>
      step(committee, 'disposal.serve', {
        ...{ proofOfService: '送达回证第12号，本人签字', how: 'signed', servedOn: assemblyOn },
      }),
  }
  for (const stage of stages.slice(0, stages.indexOf(until) + 1)) await steps[stage]()
  return id
}

/** A number that differs from case to case, made of the case itself. */
function numberOf(id: string): number {
  return (Number.parseInt(id.slice(-4), 16) % 90_000) + 1
}
