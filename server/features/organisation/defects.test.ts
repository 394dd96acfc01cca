import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { noteDefectsJob } from './jobs.ts'
import { noteDefects } from './queries-defect.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'

type Defect = {
  code: string
  severity: string
  since: string
  ownerOrg: string
  ownerPerson: string | null
  org: { id: string; name: string }
  plan: { ownerName: string; dueOn: string } | null
}

function codeOf({ status, body }: Reply): string {
  if (status === 200) return 'yes'
  const { refusal, problem } = body as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? `${status} ${problem?.code ?? ''}`
}

describe('defects of organisations', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const vacant = await idOf('桃坪村第二党支部')
  const list = async (input: object = {}, who: CastName | 'other' = 'hanhanlu') => {
    const reply = await house.call(who, 'organisation.list-defects', input)
    assert.equal(reply.status, 200)
    return reply.body.rows as Defect[]
  }
  const plan = async (change: object = {}, who: CastName | 'other' = 'luqingming') =>
    codeOf(
      await house.call(who, 'organisation.plan-defect', {
        orgId: vacant,
        code: 'noSecretary',
        ownerName: '陆清明',
        what: '11 月底前召开党员大会补选书记',
        dueOn: '2026-11-30',
        ...change,
      }),
    )

  it('R-025: each defect has a rule, a first day and a named owner', async () => {
    const found = (await list()).find(({ code, org }) => code === 'noSecretary' && org.id === vacant)
    assert.equal(found?.severity, 'defect')
    assert.equal(found?.ownerOrg, '云溪镇党委')
    assert.ok(found?.ownerPerson)
    assert.match(found?.since ?? '', /^\d{4}-\d{2}-\d{2}$/)
  })

  it('a town sees its own, another county its own, a filter by kind and subtree holds', async () => {
    assert.ok((await list({}, 'luqingming')).every(({ org }) => org.name !== '清源县委'))
    assert.ok(!(await list({}, 'taochunfen')).some(({ org }) => org.id === vacant))
    assert.ok((await list({}, 'other')).every(({ org }) => org.name === '临水县委'))
    assert.ok((await list({ codes: ['noSecretary'] })).every(({ code }) => code === 'noSecretary'))
    assert.deepEqual(await list({ orgId: await idOf('柳湾镇党委'), codes: ['noSecretary'] }), [])
    assert.ok((await list({ severity: 'notice' })).every(({ severity }) => severity === 'notice'))
    const foreign = await house.call('taochunfen', 'organisation.list-defects', { orgId: vacant })
    assert.equal(codeOf(foreign), '403 forbidden')
    const unknown = await house.call('other', 'organisation.list-defects', { orgId: vacant })
    assert.equal(codeOf(unknown), '404 not-found')
  })

  it('R-025: a plan names who, what and when; the newest counts', async () => {
    assert.equal(await plan({ ownerName: '' }), 'defect-plan-owner-missing')
    assert.equal(await plan({ what: '' }), 'defect-plan-what-missing')
    assert.equal(await plan({ dueOn: '2026-11-02' }), 'defect-plan-due-past')
    assert.equal(await plan({ dueOn: '2028-11-04' }), 'defect-plan-due-too-late')
    assert.equal(await plan({ code: 'tooLarge' }), 'defect-not-there')
    assert.equal(await plan({}, 'zhouguyu'), '403 forbidden')
    assert.equal(await plan({}, 'taochunfen'), '403 forbidden')
    assert.equal(await plan({}, 'other'), '404 not-found')
    assert.equal(await plan(), 'yes')
    house.at(new Date('2026-11-04T01:00:00Z'))
    assert.equal(await plan({ ownerName: '何白露' }), 'yes')
    const found = (await list({ plan: 'with' })).filter(({ org }) => org.id === vacant)
    assert.deepEqual(
      found.map(({ plan: known }) => known?.ownerName),
      ['何白露'],
    )
    assert.ok(
      !(await list({ plan: 'without' })).some(({ org, code }) => org.id === vacant && code === 'noSecretary'),
    )
    house.at(new Date('2026-12-01T01:00:00Z'))
    assert.equal((await list({ plan: 'overdue' })).length, 1)
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('R-025: the nightly look keeps the first day, and says when a defect is gone', async () => {
    const look = (day: string) =>
      onConnection(house.pool, true, (client) => noteDefects(countyTx(client, house.county), plainDate(day)))
    const first = await look('2026-11-03')
    assert.ok(first.came > 0)
    assert.deepEqual(await look('2026-11-03'), { came: 0, went: 0 })
    const [secretary] = await house.rows<{ id: string }>(
      `select id from member where party_org_id = $1 and converted_on < '2020-01-01'
         and id not in (select member_id from committee_post where until_on is null) limit 1`,
      [vacant],
    )
    const filled = await house.call('luqingming', 'organisation.fill-post', {
      orgId: vacant,
      memberId: secretary?.id,
      post: 'secretary',
      fromOn: '2026-11-02',
      filledBy: 'appointment',
      documentNumber: '云组〔2026〕12号',
    })
    assert.equal(codeOf(filled), 'yes')
    const next = await look('2026-11-04')
    assert.ok(next.went >= 1)
    const [row] = await house.rows<{ gone: string }>(
      "select gone_on::text as gone from party_org_defect where party_org_id = $1 and code = 'noSecretary'",
      [vacant],
    )
    assert.equal(row?.gone, '2026-11-04')
  })

  it('the nightly look runs as a job for a county', async () => {
    const envelope = { county: house.county, accountId: null, actorName: 'recurring', payload: {} }
    const added = [noteDefectsJob.name, JSON.stringify(envelope)]
    await house.rows('select steward_add_job($1, $2::json, null, null)', added)
    house.at(new Date('2026-11-05T17:10:00Z'))
    await house.runJobs()
    house.at(new Date('2026-11-03T01:00:00Z'))
    const open = await house.rows('select 1 from party_org_defect where gone_on is null')
    assert.ok(open.length > 0)
  })

  it('S-121, S-133: communities with the neighbourhoods they came from and their gaps, each with a plan', async () => {
    const orgId = await idOf('云溪社区党支部')
    const record = (fact: object) =>
      house.call('luqingming', 'organisation.record-fact', {
        orgId,
        fact,
        fromOn: '2026-10-01',
        basis: '走访',
      })
    await record({ kind: 'premises', value: 'rented' })
    await record({ kind: 'secretaryExperience', value: 'no' })
    const reply = await house.call('luqingming', 'organisation.list-communities')
    const rows = reply.body.rows as { name: string; gaps: string[]; formerNames: string[]; planned: number }[]
    const found = rows.find(({ name }) => name === '云溪社区')
    assert.deepEqual(found?.gaps, ['rentedOffice', 'secretaryWithoutExperience'])
    assert.ok((found?.formerNames.length ?? 0) > 0)
    const due = { orgId, code: 'rentedOffice', ownerName: '陆清明', what: '改用旧校舍', dueOn: '2027-03-01' }
    assert.equal(codeOf(await house.call('luqingming', 'organisation.plan-defect', due)), 'yes')
    const again = (await house.call('luqingming', 'organisation.list-communities')).body.rows as typeof rows
    assert.equal(again.find(({ name }) => name === '云溪社区')?.planned, 1)
    assert.deepEqual((await house.call('other', 'organisation.list-communities')).body.rows, [])
  })
})
