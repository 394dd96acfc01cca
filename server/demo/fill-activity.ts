import { isRole, permissionsOf } from '@steward/domain/access/roles.ts'
import { addDays, type PlainDate, startOfDay, toPlainDate } from '@steward/domain/shared/plain-date.ts'
import { ROLES_HELD } from '#features/sign-in/queries.ts'
import { type Actor, GUEST, type RoleHeld } from '#platform/context.ts'
import type { Pool } from '#platform/db.ts'
import type { Run } from '#platform/run.ts'
import { fillDeeds } from './fill-deeds.ts'
import { CAST_ORGS, type CastName, type CastOrg, DEMO_COUNTY } from './cast.ts'

const HOUR_MS = 3_600_000

export type Stage = {
  readonly today: PlainDate
  orgId(org: CastOrg): Promise<string>
  memberId(name: string): Promise<string>
  /** Calls an operation as a person of the cast, so many days ago at that hour; a refusal ends the start with its code. */
  act(
    who: CastName,
    daysAgo: number,
    hour: number,
    operation: string,
    input: object,
  ): Promise<Record<string, unknown>>
}

/** A few days of ordinary work by the named people, through the same operations the screens use. */
export async function fillActivity(run: Run, pool: Pool, now: Date): Promise<void> {
  const stage = await openStage(run, pool, now)
  await partyDay(stage)
  await studyPapers(stage)
  await corrections(stage)
  await mendings(stage)
  await fillDeeds(stage)
}

/** The party day of the mockups: some will come, one cannot, one was told by telephone. */
async function partyDay({ act, orgId, memberId, today }: Stage): Promise<void> {
  const sent = await act('zhouguyu', 2, 10, 'message.send', {
    orgId: await orgId('shimen'),
    title: '主题党日：果园秋管',
    body: '请带修枝剪，在村果园集合。走不开的回一句，村里另外安排时间补。',
    asked: { kind: 'coming', dueOn: addDays(today, 3) },
  })
  const messageId = sent.messageId
  await act('hebailu', 1, 12, 'message.read', { messageId })
  const told = [await memberId('秦立冬'), await memberId('方雨水')]
  await act('zhouguyu', 1, 16, 'message.record-reached', { messageId, memberIds: told, channel: 'phone' })
}

async function studyPapers({ act, orgId }: Stage): Promise<void> {
  await act('luqingming', 4, 9, 'message.send', {
    orgId: await orgId('yunxi'),
    title: '四季度学习材料到了',
    body: '各支部到镇党建办领取。行动不便的党员由支部送到家里，送到了登记一下就行。',
    asked: null,
  })
}

async function corrections({ act, memberId }: Stage): Promise<void> {
  await act('hebailu', 3, 19, 'correction.request', {
    field: 'workplace',
    wanted: '石门村村民委员会',
    reason: '档案里一直没有填',
  })
  await act('hanliqiu', 1, 20, 'correction.request', {
    field: 'address',
    wanted: '清源县河口村八组6号',
    reason: '今年搬了家',
  })
  await act('luqingming', 1, 9, 'member.show', { memberId: await memberId('何白露') })
}

async function mendings({ act, orgId, today }: Stage): Promise<void> {
  await act('luqingming', 5, 15, 'organisation.plan-defect', {
    orgId: await orgId('taopingSecond'),
    code: 'noSecretary',
    ownerName: '陆清明',
    what: '镇党委派人到支部谈话酝酿人选，召开党员大会补选书记',
    dueOn: addDays(today, 30),
  })
}

async function openStage(run: Run, pool: Pool, now: Date): Promise<Stage> {
  const found = await pool.query<{ id: string }>('select id from county where code = $1', [DEMO_COUNTY.code])
  const county = found.rows[0]?.id ?? ''
  const today = toPlainDate(now)
  const idBy = async (text: string, values: readonly unknown[]) =>
    (await pool.query<{ id: string }>(text, [county, ...values])).rows[0]?.id ?? ''
  return {
    today,
    orgId: (org) => idBy('select id from party_org where county_id = $1 and name = $2', [CAST_ORGS[org]]),
    // In the whole county others bear the same name: those of the cast stand in its branches.
    memberId: (name) =>
      idBy(
        `select m.id from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
         where m.county_id = $1 and m.name = $2 and o.name = any($3)`,
        [name, Object.values(CAST_ORGS)],
      ),
    async act(who, daysAgo, hour, operation, input) {
      const actor = await actorNamed(pool, county, who, today)
      const at = new Date(startOfDay(addDays(today, -daysAgo)).getTime() + hour * HOUR_MS)
      const answer = await run({ operation, input, as: { county, actor }, now: at })
      if (answer.status === 200 && 'value' in answer) return answer.value as Record<string, unknown>
      const why = 'refusal' in answer ? answer.refusal.code : answer.status
      throw new Error(`The demo could not do ${operation} as ${who}: ${why}`)
    },
  }
}

/** The caller as a session of the account would make it. */
async function actorNamed(pool: Pool, county: string, accountName: string, today: PlainDate): Promise<Actor> {
  const found = await pool.query<{
    id: string
    name: string
    member_id: string | null
    held: { role: string; orgId: string; orgPath: string; orgName: string }[]
  }>(
    `select a.id, a.name, a.member_id,
       (select json_agg(json_build_object('role', h.role, 'orgId', h.org_id, 'orgPath', h.org_path, 'orgName', h.org_name)) from ${ROLES_HELD} h) as held
     from account a where a.county_id = $1 and a.account_name = $2`,
    [county, accountName, today],
  )
  const account = found.rows[0]
  if (account === undefined) throw new Error(`Nobody of the cast is called ${accountName}`)
  const roles = account.held.flatMap(({ role, ...org }): RoleHeld[] =>
    isRole(role) ? [{ role, ...org }] : [],
  )
  return {
    ...GUEST,
    kind: 'account',
    accountId: account.id,
    memberId: account.member_id,
    name: account.name,
    roles,
    holdings: roles.flatMap(({ role, orgPath }) => permissionsOf(role).map((one) => ({ ...one, orgPath }))),
  }
}
