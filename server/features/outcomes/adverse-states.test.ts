import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PERMISSIONS, type Permission } from '@steward/domain/access/permissions.ts'
import { needsCase } from '@steward/domain/members/member-state.ts'
import { rosterFields } from '@steward/domain/members/roster-import/roster-fields.ts'
import { addDays, plainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import fc from 'fast-check'
import { CAST, type CastName } from '#demo/cast.ts'
import { accessOf } from '#platform/access.ts'
import { defineJob } from '#platform/jobs.ts'
import { lockFile } from '#features/members/queries-file.ts'
import { enterStateByCase } from '#features/members/queries-state.ts'
import { z } from 'zod'
import { handlers } from '../../features.ts'
import { openHouse } from '../../testing.ts'

type Attempt = { readonly operation: string; readonly input: object }
let attempts: readonly Attempt[] = []
const answers: string[] = []

/** A job that holds every permission there is and calls the operations themselves, past the API. */
const machine = defineJob({
  name: 'test-machine',
  payload: z.object({}),
  transaction: false,
  async run(job) {
    const everything = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => ({
      ...{ permission, reach: 'everywhere' as const, orgPath: '' },
    }))
    const access = accessOf({ memberId: null, holdings: everything })
    for (const { operation, input } of attempts) {
      const handled = handlers.find((one) => one.operation.id === operation) ?? assert.fail(operation)
      const answer = await job
        .inTransaction(async (context) => {
          const read = handled.operation.input.parse(input)
          const decision = await handled.run({ ...context, access }, read, undefined)
          if (!decision.ok) throw new Error(decision.code)
          return 'done'
        })
        .catch((error: unknown) => (error instanceof Error ? error.message : 'thrown'))
      answers.push(`${operation} ${answer}`)
    }
  },
})
const house = await openHouse([], [machine])
const branch = await house.rows<{ id: string; kind: string }>(
  `select m.id, m.membership_kind as kind from member m join party_org o on o.id = m.party_org_id
   where m.county_id = $1 and o.name = '石门村党支部' and m.state = 'active'
     and m.id not in (select member_id from account where member_id is not null) order by m.id`,
  [house.county],
)
const subjects = branch.filter(({ kind }) => kind === 'full').map(({ id }) => id)
const [yunxi] = await house.rows<{ id: string }>(
  `select id from party_org where name = '云溪镇党委' and county_id = $1`,
  [house.county],
)
const [secretaryRow] = await house.rows<{ id: string }>(
  `select m.id from member m where m.county_id = $1 and m.name = '周谷雨'`,
  [house.county],
)
const two = [secretaryRow!.id, subjects.at(-1)!]

/** What is adverse in the database, and the facts behind it that are missing. */
const ADVERSE = `
  select 'disposal' as kind, d.id, d.state = 'inForce' as adverse, d.decider_name as decider, d.decision_body as body,
      d.decided_on::text as on, d.decision_reason as reason, d.proof_of_service as proof, d.entered_by_account_id as by from disposal d
  union all select 'warning', w.id, w.state <> 'drafted', w.served_decider, w.served_body, w.served_decided_on::text, w.served_reason,
      w.served_proof, w.served_by_account_id from warning w
  union all select 'measure', w.id, w.measure_on is not null, w.measure_decider, w.measure_body, w.measure_decided_on::text,
      w.measure_reason, w.measure_proof, w.measure_by_account_id from warning w
  union all select 'caution', c.id, c.state <> 'drafted', c.served_decider, c.served_body, c.served_decided_on::text, c.served_reason,
      c.served_proof, c.served_by_account_id from caution c
  union all select 'limit', l.id, true, l.served_decider, l.served_body, l.served_decided_on::text, l.served_reason, l.served_proof,
      l.served_by_account_id from outcome_limit l
  union all select 'sanction', s.id, true, s.decider_name, s.body, s.decided_on::text, s.reason, s.proof_of_service,
      s.recorded_by_account_id from sanction s
  union all select 'member', m.id, true, c.decider_name, c.body, c.decided_on::text, c.reason, c.proof_of_service, c.recorded_by_account_id
    from member m left join member_state_change c on c.county_id = m.county_id and c.member_id = m.id and c.to_state = m.state
      and c.begins_on = m.state_from_on
    where m.state in ('suspended', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled')`
type Found = Record<'kind' | 'id', string> &
  Record<'decider' | 'body' | 'on' | 'reason' | 'proof' | 'by', string | null>

const adverse = async () => await house.rows<Found>(`select * from (${ADVERSE}) a where a.adverse`)
const complete = (one: Found) =>
  [one.decider, one.body, one.on, one.reason, one.proof, one.by].every((each) => (each ?? '').trim() !== '')
/** Whoever left the rolls against their will has the case or sanction for it. */
const withoutCase = async () =>
  await house.rows<{ id: string }>(
    `select m.id from member m where m.state = 'removedFromRolls' and not exists (select 1 from disposal d where d.member_id = m.id
         and d.form = 'removal' and d.state = 'inForce')
       or m.state = 'persuadedToWithdraw' and not exists (select 1 from disposal d where d.member_id = m.id and d.ended_how = 'withdrew')
       or m.state = 'expelled' and not exists (select 1 from sanction s where s.member_id = m.id and s.sanction = 'expulsion')`,
  )

const people = Object.keys(CAST) as CastName[]
let today = plainDate('2026-11-03')
const forward = (days: number) => {
  today = addDays(today, days)
  house.at(new Date(startOfDay(today).getTime() + 10 * 3_600_000))
}

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const given = fc.record({
  /** Whether the one who should act acts; otherwise anybody of the cast. */
  usual: mostly(true, false),
  who: fc.constantFrom(...people),
  decider: mostly('陆清明', '', ' '),
  body: mostly('云溪镇党委', ''),
  reason: mostly('长期不参加组织生活，教育后没有改变', '', '没来', '因病请假半年', '信教'),
  proof: mostly('送达回证第12号', '', ' '),
  dated: mostly<'today' | 'none' | 'later' | 'early'>('today', 'none', 'later', 'early'),
  yes: mostly<'over' | 'half' | 'none'>('over', 'half', 'none'),
  words: mostly('查了签到册，情况属实', ''),
  form: fc.constantFrom('correctionOrder', 'removal'),
  to: fc.constantFrom(
    'suspended',
    'persuadedToWithdraw',
    'removedFromRolls',
    'expelled',
    'probationCancelled',
  ),
  sanction: fc.constantFrom('warning', 'expulsion', 'partyProbation', 'removalFromPost'),
  days: fc.integer({ min: 0, max: 4 }),
})
type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never
type World = { memberId: string; disposalId: string | null; warningId: string | null }

const dayOf = ({ dated }: Given) =>
  ({ today, none: null, later: addDays(today, 9), early: addDays(today, -400) })[dated]
const facts = (of: Given) => ({
  ...{ deciderName: of.decider, body: of.body, decidedOn: dayOf(of), reason: of.reason },
})
const revisionOf = async (table: 'disposal' | 'warning', id: string | null) =>
  (await house.rows<{ revision: number }>(`select revision from ${table} where id = $1`, [id]))[0]
    ?.revision ?? 1
const nobody = '01900000-0000-7000-8000-000000000009'

const send = async (of: Given, usual: CastName, operation: string, input: object) =>
  (await house.call(of.usual ? usual : of.who, operation, input)).body
const onCase = async (world: World, of: Given, usual: CastName, operation: string, input: object) => {
  const disposalId = world.disposalId ?? nobody
  const revision = await revisionOf('disposal', world.disposalId)
  return await send(of, usual, operation, { disposalId, revision, ...input })
}

type Act = (world: World, of: Given) => Promise<unknown>
/** One step of a disposal each, in their order; each with whatever facts are given. */
const steps: readonly Act[] = [
  async (world, of) => {
    const body = await send(of, 'zhouguyu', 'disposal.propose', {
      ...{ memberId: world.memberId, form: of.form, reason: of.reason },
      ground: {
        ...{ ground: 'lapse', monthsWithoutLife: 8, monthsWithoutDues: 0, monthsWithoutWork: 0 },
        ...{ goodReason: false, lookedIntoBy: of.decider },
      },
    })
    if (typeof body.disposalId === 'string') world.disposalId = body.disposalId
  },
  (world, of) => onCase(world, of, 'luqingming', 'disposal.file', { document: of.proof }),
  (world, of) =>
    onCase(world, of, 'zhouguyu', 'disposal.find-facts', { group: two, words: of.words, on: today }),
  (world, of) =>
    onCase(world, of, 'zhouguyu', 'disposal.hear', {
      ...{ on: today, heldBy: two, came: true, defence: of.words },
    }),
  (world, of) => onCase(world, of, 'zhouguyu', 'disposal.give-opinion', { words: of.words, on: today }),
  (world, of) => onCase(world, of, 'hanhanlu', 'disposal.pre-review', { document: of.proof, on: today }),
  async (world, of) => {
    await onCase(world, of, 'zhouguyu', 'disposal.invite', {
      ...{ toWhat: 'assembly', heldOn: addDays(today, 1), heldAt: '三点', place: '村部', how: 'paper' },
    })
    forward(1)
  },
  async (world, of) => {
    const [due] = await house.rows<{ n: number }>(
      `select count(*)::int as n from member m where m.membership_kind = 'full' and m.state = 'active'
         and m.party_org_id = (select party_org_id from disposal where id = $1)`,
      [world.disposalId ?? nobody],
    )
    const n = due!.n
    const yes = { over: Math.floor(n / 2) + 1, half: Math.floor(n / 2), none: 0 }[of.yes]
    await onCase(world, of, 'zhouguyu', 'disposal.vote', {
      vote: {
        ...{ on: today, seenShouldAttend: n, present: n, written: 0, yes, no: n - yes, abstain: 0 },
        ...{ chair: '周谷雨', minutes: of.words },
      },
      ...{ secret: of.usual, persons: 1 },
    })
  },
  (world, of) =>
    onCase(world, of, 'luqingming', 'disposal.decide', {
      ...{
        ...facts(of),
        number: {
          issuer: '云镇党发',
          year: 2026,
          number: (Number.parseInt(world.memberId.slice(-4), 16) % 90_000) + 1,
        },
      },
      ...{ required: of.words, help: of.words },
    }),
  (world, of) =>
    onCase(world, of, 'luqingming', 'disposal.serve', {
      ...{ proofOfService: of.proof, how: 'signed', servedOn: dayOf(of) ?? today },
    }),
]
async function serveWarning(world: World, of: Given) {
  const revision = await revisionOf('warning', world.warningId)
  await send(of, 'luqingming', 'warning.serve', {
    ...{
      warningId: world.warningId ?? nobody,
      revision,
      facts: { ...facts(of), proofOfServiceId: of.proof },
    },
  })
}

/** What else may be tried at any time, by anybody. */
const others: readonly Act[] = [
  (world, of) => onCase(world, of, 'zhouguyu', 'disposal.stop', { reason: of.reason }),
  (world, of) =>
    onCase(world, of, 'zhouguyu', 'disposal.end-persuasion', {
      ...{ withdrew: true, requestDocument: of.proof, words: of.words, on: today },
    }),
  async (world, of) => {
    const revision = (
      await house.rows<{ revision: number }>('select revision from member where id = $1', [world.memberId])
    )[0]!
    await send(of, 'luqingming', 'member.record-adverse-state', {
      ...{
        memberId: world.memberId,
        revision: revision.revision,
        to: of.to,
        ...facts(of),
        proofOfService: of.proof,
      },
    })
  },
  (world, of) =>
    send(of, 'luqingming', 'sanction.record', {
      ...{ memberId: world.memberId, sanction: of.sanction, documentNumber: `${of.proof} ${of.days}` },
      ...{ decidingLevel: 'countyDiscipline', ...facts(of), proofOfService: of.proof },
      probationYears: of.sanction === 'partyProbation' ? 1 : null,
    }),
  async (world, of) => {
    const body = await send(of, 'zhouguyu', 'warning.draft', {
      ...{ memberId: world.memberId, bodyOrgId: yunxi!.id, facts: of.reason, standard: '按时参加组织生活' },
      ...{ requiredChange: '按时参加组织生活', helperName: of.decider, changeBy: addDays(today, 90) },
    })
    if (typeof body.warningId === 'string') world.warningId = body.warningId
    await serveWarning(world, of)
  },
  serveWarning,
  async (world, of) => {
    const revision = await revisionOf('warning', world.warningId)
    await send(of, 'luqingming', 'warning.measure', {
      ...{ warningId: world.warningId ?? nobody, revision, kind: 'movePost', document: of.proof },
      ...{ bodyOrgId: yunxi!.id, facts: { ...facts(of), proofOfServiceId: of.proof } },
    })
  },
  (world, of) =>
    send(of, 'luqingming', 'limit.impose', {
      ...{ memberId: world.memberId, kind: 'awards', year: 2026, from: today, until: addDays(today, 200) },
      ...{ document: of.proof, facts: { ...facts(of), proofOfServiceId: of.proof } },
    }),
  async (_world, of) => forward(of.days),
]

/** Mostly the next step of the procedure, sometimes any step, sometimes anything else: a long way is seldom walked by chance. */
const actAt = fc.oneof(
  { weight: 6, arbitrary: fc.constant('next' as const) },
  { weight: 2, arbitrary: fc.nat({ max: steps.length - 1 }).map((at) => ({ step: at })) },
  { weight: 3, arbitrary: fc.nat({ max: others.length - 1 }).map((at) => ({ other: at })) },
)
const ORDER = ['', 'proposed', 'filed', 'factsFound', 'heard', 'opinionGiven', 'preReviewed', '', 'voted']

async function nextOf(world: World): Promise<Act> {
  const rows = await house.rows<{ state: string; form: string; decided: boolean; invited: boolean }>(
    `select d.state, d.form, d.decided_on is not null as decided, exists (select 1 from disposal_invitation i
       where i.disposal_id = d.id and i.to_what = 'assembly') as invited from disposal d where d.id = $1`,
    [world.disposalId],
  )
  const [row] = rows
  if (row === undefined || row.state === 'stopped') return steps[0]!
  if (row.state === 'voted') return steps[row.decided ? 9 : 8]!
  const ready =
    row.state === 'preReviewed' || (row.state === 'opinionGiven' && row.form === 'correctionOrder')
  if (ready) return steps[row.invited ? 7 : 6]!
  const at = ORDER.indexOf(row.state)
  return steps[at] ?? steps[0]!
}

it('R-212: no sequence of operations by any role reaches an adverse state without the five facts', async () => {
  const reached = new Set<string>()
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(actAt, given), { minLength: 22, maxLength: 34 }), async (sequence) => {
      const world: World = {
        memberId: subjects[run % (subjects.length - 2)]!,
        disposalId: null,
        warningId: null,
      }
      run += 1
      for (const [what, of] of sequence) {
        const act =
          what === 'next' ? await nextOf(world) : 'step' in what ? steps[what.step]! : others[what.other]!
        await act(world, of)
        for (const one of await adverse()) {
          reached.add(one.kind)
          assert.ok(complete(one), JSON.stringify(one))
          assert.ok((one.on ?? '') <= today, JSON.stringify(one))
        }
      }
      assert.deepEqual(await withoutCase(), [])
    }),
    { numRuns: 14, endOnFailure: true },
  )
  // Otherwise the run would have proved nothing about them.
  for (const kind of ['disposal', 'member', 'sanction', 'warning', 'limit'])
    assert.ok(reached.has(kind), kind)
})

it('R-212: a job with every permission that calls the operations themselves enters nothing adverse', async () => {
  const before = (await adverse()).length
  const open = async (state: string) =>
    (
      await house.rows<{ id: string; revision: number }>(
        `select id, revision from disposal where state = '${state}' limit 1`,
      )
    )[0]
  const all = {
    ...{
      deciderName: '陆清明',
      body: '云溪镇党委',
      decidedOn: today,
      reason: '长期不参加组织生活，没有改变',
    },
  }
  const proof = '送达回证第99号'
  const memberId = subjects.at(-2)!
  const revision = (
    await house.rows<{ revision: number }>('select revision from member where id = $1', [memberId])
  )[0]!.revision
  const voted = (await open('voted')) ?? (await open('proposed'))
  attempts = [
    {
      operation: 'sanction.record',
      input: {
        memberId,
        sanction: 'expulsion',
        documentNumber: '清纪〔2026〕77号',
        decidingLevel: 'higher',
        ...all,
        proofOfService: proof,
      },
    },
    ...(
      ['suspended', 'probationCancelled', 'removedFromRolls', 'persuadedToWithdraw', 'expelled'] as const
    ).map((to) => ({
      operation: 'member.record-adverse-state',
      input: { memberId, revision, to, ...all, proofOfService: proof },
    })),
    {
      operation: 'disposal.propose',
      input: {
        memberId,
        form: 'removal',
        reason: all.reason,
        ground: { ground: 'decidedElsewhere', outsideDocument: '县组发〔2026〕7号' },
      },
    },
    {
      operation: 'limit.impose',
      input: {
        memberId,
        kind: 'awards',
        year: 2026,
        from: today,
        until: addDays(today, 100),
        document: proof,
        facts: { ...all, proofOfServiceId: proof },
      },
    },
    ...(voted === undefined
      ? []
      : [
          {
            operation: 'disposal.decide',
            input: {
              disposalId: voted.id,
              revision: voted.revision,
              ...all,
              number: { issuer: '云镇党发', year: 2026, number: 1 },
              required: '改',
              help: '帮',
            },
          },
          {
            operation: 'disposal.serve',
            input: {
              disposalId: voted.id,
              revision: voted.revision,
              proofOfService: proof,
              how: 'signed',
              servedOn: today,
            },
          },
        ]),
  ]
  await house.rows(
    `select steward_add_job('test-machine', json_build_object('county', $1::text, 'accountId', null, 'actorName', '机器', 'payload', '{}'::json), null, null)`,
    [house.county],
  )
  await house.runJobs()
  assert.equal(answers.length, attempts.length)
  assert.deepEqual(
    answers.filter((answer) => answer.endsWith(' done')),
    [],
  )
  assert.ok(
    answers.some((answer) => answer.endsWith('adverse-state-not-by-machine')),
    answers.join('\n'),
  )
  assert.equal((await adverse()).length, before)
})

it('R-212: the door of the register refuses a machine, and an import carries no state', async () => {
  let code = ''
  const door = defineJob({
    name: 'test-door',
    payload: z.object({}),
    async run(context) {
      const file = (await lockFile(context.tx, subjects.at(-2)!))!
      const five = {
        deciderName: '机器',
        body: '机器',
        decidedOn: context.today,
        reason: '长期不参加组织生活',
        proofOfServiceId: '回证',
      }
      const entered = await enterStateByCase(context, file, 'removedFromRolls', five)
      code = entered.ok ? 'entered' : entered.code
    },
  })
  const other = await openHouse([], [door])
  await other.rows(
    `select steward_add_job('test-door', json_build_object('county', $1::text, 'accountId', null, 'actorName', '机器', 'payload', '{}'::json), null, null)`,
    [other.county],
  )
  await other.runJobs()
  assert.equal(code, 'adverse-state-not-by-machine')
  assert.deepEqual(
    rosterFields.filter((field) => /state|status/i.test(field)),
    [],
  )
  assert.ok(needsCase('removedFromRolls'))
})

it('R-302: administrators, other branches and another county reach no case at all', async () => {
  const [one] = await house.rows<{ id: string; revision: number }>(
    'select id, revision from disposal limit 1',
  )
  for (const who of [
    'yingxiaohan',
    'fengdahan',
    'xuchushu',
    'shenliqiu',
    'taochunfen',
    'hanliqiu',
    'other',
  ] as const) {
    for (const [operation, input] of [
      ['disposal.show', {}],
      ['disposal.stop', { revision: one!.revision, reason: '不办了' }],
      ['disposal.serve', { revision: one!.revision, proofOfService: '回证', how: 'signed', servedOn: today }],
    ] as const) {
      const reply = await house.call(who, operation, { disposalId: one!.id, ...input })
      assert.equal(reply.status, 404, `${who} ${operation}`)
    }
  }
  assert.equal((await house.call(null, 'disposal.show', { disposalId: one!.id })).status, 401)
})
