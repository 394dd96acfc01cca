import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { listTermsEnding, listTermsEndingSoon, listVacancies } from './queries-committee.ts'
import { openHouse, type Reply } from '../../testing.ts'

function codeOf({ status, body }: Reply): string {
  if (status === 200) return 'yes'
  const { refusal, problem } = body as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? `${status} ${problem?.code ?? ''}`
}

describe('committees and terms', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const shimen = await idOf('石门村党支部')
  const second = await idOf('桃坪村第二党支部')
  const peopleOf = async (orgId: string) =>
    (
      await house.rows<{ id: string }>(
        `select id from member where party_org_id = $1 and membership_kind = 'full' and converted_on < '2020-01-01'
         and id not in (select member_id from committee_post where until_on is null) order by id`,
        [orgId],
      )
    ).map(({ id }) => id)
  const people = await peopleOf(shimen)
  const others = await peopleOf(second)
  const seatsOf = (ids: readonly string[]) =>
    ids.map((memberId, index) => ({
      memberId,
      post: ['secretary', 'orgCommissioner', 'publicityCommissioner', 'disciplineCommissioner', 'member'][
        Math.min(index, 4)
      ],
    }))
  const held = async (orgId: string) =>
    await house.rows<{ post: string; member_id: string; id: string }>(
      'select id, post, member_id from committee_post where party_org_id = $1 and until_on is null order by post',
      [orgId],
    )
  const record = async (change: object, who: CastName | 'other' = 'zhouguyu') =>
    codeOf(
      await house.call(who, 'organisation.record-committee', {
        orgId: shimen,
        startsOn: '2026-10-20',
        filledBy: 'election',
        documentNumber: '云组〔2026〕8号',
        seats: seatsOf(people.slice(0, 3)),
        ...change,
      }),
    )

  it('R-004…R-007, R-011, R-052: a committee is refused where a rule speaks against it', async () => {
    assert.equal(await record({ documentNumber: '' }), 'committee-needs-document')
    assert.equal(await record({ startsOn: '2026-11-04' }), 'committee-in-future')
    assert.equal(await record({ startsOn: '2020-01-01' }), 'committee-before-last-term')
    assert.equal(await record({ seats: seatsOf(people.slice(0, 2)) }), 'committee-wrong-size')
    assert.equal(await record({ seats: seatsOf(people.slice(0, 9)) }), 'committee-wrong-size')
    assert.equal(
      await record({ seats: people.slice(0, 3).map((memberId) => ({ memberId, post: 'member' })) }),
      'committee-needs-one-secretary',
    )
    const deputies = ['secretary', 'deputySecretary', 'deputySecretary']
    assert.equal(
      await record({
        seats: people.slice(0, 3).map((memberId, index) => ({ memberId, post: deputies[index] })),
      }),
      'committee-too-many-deputies',
    )
    const twice = ['secretary', 'orgCommissioner', 'orgCommissioner']
    assert.equal(
      await record({
        seats: people.slice(0, 3).map((memberId, index) => ({ memberId, post: twice[index] })),
      }),
      'committee-post-twice',
    )
    const [one = '', two = ''] = people
    assert.equal(await record({ seats: seatsOf([one, two, one]) }), 'committee-person-twice')
    assert.equal(await record({ seats: seatsOf([one, two, others[0] ?? '']) }), 'committee-person-elsewhere')
    assert.equal(await record({ seats: seatsOf([one, two, shimen]) }), 'committee-person-unknown')
    const group = (await house.rows<{ id: string }>("select id from party_org where name = '第一党小组'"))[0]!
      .id
    assert.equal(await record({ orgId: group }), 'committee-not-for-groups')
  })

  it('who has no right there records nothing; another county finds nothing', async () => {
    assert.equal(await record({}, 'shenliqiu'), '403 forbidden')
    assert.equal(await record({}, 'hebailu'), '403 forbidden')
    assert.equal(await record({}, 'other'), '404 not-found')
  })

  it('R-007: a new term ends the old one and its posts the day before; twice at once counts once', async () => {
    const codes = await Promise.all([record({}), record({})])
    assert.deepEqual(codes.toSorted(), ['committee-before-last-term', 'yes'])
    const terms = await house.rows<{ started: string; ended: string | null; years: number }>(
      'select started_on::text as started, ended_on::text as ended, years from committee_term where party_org_id = $1 order by started_on desc',
      [shimen],
    )
    assert.deepEqual(terms[0], { started: '2026-10-20', ended: null, years: 5 })
    assert.equal(terms[1]?.ended, '2026-10-20')
    assert.deepEqual(
      (await held(shimen)).map(({ post }) => post),
      ['orgCommissioner', 'publicityCommissioner', 'secretary'],
    )
    const [last] = await house.rows<{ until: string }>(
      "select max(until_on)::text as until from committee_post where party_org_id = $1 and post = 'secretary'",
      [shimen],
    )
    assert.equal(last?.until, '2026-10-19')
  })

  it('R-008: a term is lengthened by the committee above, by a year at most', async () => {
    const [term] = await house.rows<{ id: string; revision: number }>(
      'select id, revision from committee_term where party_org_id = $1 and ended_on is null',
      [shimen],
    )
    const extend = async (change: object, who: CastName | 'other' = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.extend-term', {
          termId: term?.id,
          revision: 1,
          newEnd: '2032-10-20',
          approvedOn: '2026-11-01',
          documentNumber: '云组〔2026〕9号',
          ...change,
        }),
      )
    assert.equal(await extend({}, 'zhouguyu'), '403 forbidden')
    assert.equal(await extend({}, 'other'), '404 not-found')
    assert.equal(await extend({ newEnd: '2032-10-21' }), 'term-extension-too-long')
    assert.equal(await extend({ newEnd: '2026-10-20' }), 'term-change-not-after-start')
    assert.equal(await extend({ newEnd: '2031-10-20' }), 'term-end-unchanged')
    assert.equal(await extend({ documentNumber: ' ' }), 'term-change-needs-approval')
    assert.equal(await extend({ approvedOn: '2026-11-04' }), 'term-approval-in-future')
    assert.equal(await extend({}), 'yes')
    assert.equal(await extend({}), 'organisation-changed-meanwhile')
    const [old] = await house.rows<{ id: string; revision: number }>(
      'select id, revision from committee_term where party_org_id = $1 and ended_on is not null limit 1',
      [shimen],
    )
    assert.equal(await extend({ termId: old?.id, revision: old?.revision }), 'term-over')
  })

  it('R-016: a post ends with a reason and is filled again; a held one is not', async () => {
    const secretary = (await held(shimen)).find(({ post }) => post === 'secretary')
    const end = async (change: object = {}, who: CastName | 'other' = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.end-post', {
          postId: secretary?.id,
          on: '2026-10-31',
          reason: '调离本村',
          ...change,
        }),
      )
    const fill = async (change: object = {}, who: CastName | 'other' = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.fill-post', {
          orgId: shimen,
          memberId: people[5],
          post: 'secretary',
          fromOn: '2026-11-01',
          filledBy: 'election',
          documentNumber: '云组〔2026〕10号',
          ...change,
        }),
      )
    assert.equal(await fill(), 'committee-post-taken')
    assert.equal(await end({ reason: '' }), 'committee-end-reason-missing')
    assert.equal(await end({ on: '2026-11-04' }), 'committee-in-future')
    assert.equal(await end({ on: '2026-10-19' }), 'committee-post-end-before-start')
    assert.equal(await end({}, 'shenliqiu'), '403 forbidden')
    assert.equal(await end({}, 'other'), '404 not-found')
    assert.equal(await end(), 'yes')
    assert.equal(await end(), 'committee-post-ended')
    assert.equal(await fill({ memberId: people[1] }), 'committee-person-twice')
    assert.equal(await fill({ memberId: others[0] }), 'committee-person-elsewhere')
    assert.equal(await fill({ memberId: shimen }), 'committee-person-unknown')
    assert.equal(await fill({ fromOn: '2026-10-19' }), 'committee-before-term')
    assert.equal(await fill({ fromOn: '2026-11-04' }), 'committee-in-future')
    assert.equal(await fill({ documentNumber: '' }), 'committee-needs-document')
    assert.equal(await fill({}, 'shenliqiu'), '403 forbidden')
    assert.equal(await fill({}, 'other'), '404 not-found')
    assert.deepEqual((await Promise.all([fill(), fill({ memberId: people[6] })])).toSorted(), [
      'committee-post-taken',
      'yes',
    ])
  })

  it('R-016: a branch without a term fills no post', async () => {
    const made = await house.call('luqingming', 'organisation.register', {
      parentId: await idOf('云溪镇党委'),
      kind: 'branch',
      form: 'independent',
      field: 'rural',
      name: '无届村党支部',
      foundedOn: '2020-01-01',
    })
    const fill = { memberId: people[7], post: 'secretary', fromOn: '2026-11-01', filledBy: 'appointment' }
    const reply = await house.call('luqingming', 'organisation.fill-post', {
      ...fill,
      orgId: made.body.id,
      documentNumber: '云组〔2026〕11号',
    })
    assert.equal(codeOf(reply), 'committee-no-term')
  })

  it('R-017: a group has a leader of its own', async () => {
    const group = (await house.rows<{ id: string }>("select id from party_org where name = '第一党小组'"))[0]!
      .id
    const members = await house.rows<{ id: string }>(
      'select id from member where party_group_id = $1 order by id desc',
      [group],
    )
    const lead = async (change: object = {}, who: CastName | 'other' = 'zhouguyu') =>
      codeOf(
        await house.call(who, 'organisation.set-group-leader', {
          orgId: group,
          memberId: members[0]?.id,
          fromOn: '2026-11-01',
          ...change,
        }),
      )
    assert.equal(await lead({ memberId: others[0] }), 'committee-person-elsewhere')
    assert.equal(await lead({ orgId: shimen }), 'group-leader-only-in-group')
    assert.equal(await lead({ fromOn: '2026-11-04' }), 'committee-in-future')
    assert.equal(await lead({}, 'shenliqiu'), '403 forbidden')
    assert.equal(await lead({}, 'other'), '404 not-found')
    assert.equal(await lead(), 'yes')
    assert.equal(await lead(), 'group-leader-unchanged')
    assert.equal((await held(group)).length, 1)
  })

  it('R-016: who dies or moves to another branch leaves the posts, and nobody moves into a branch being dissolved', async () => {
    const fileOf = async (id: string | undefined) =>
      (
        await house.rows<{ id: string; revision: number }>('select id, revision from member where id = $1', [
          id,
        ])
      )[0]!
    const [dead, mover] = (await held(shimen)).filter(({ post }) => post !== 'secretary')
    const died = { ...(await fileOf(dead?.member_id)), diedOn: '2026-11-02', reason: '病故' }
    const { id: memberId, ...rest } = died
    assert.equal(codeOf(await house.call('luqingming', 'member.record-death', { memberId, ...rest })), 'yes')
    const branch = await house.call('luqingming', 'organisation.register', {
      parentId: await idOf('云溪镇党委'),
      kind: 'branch',
      form: 'independent',
      field: 'rural',
      name: '正在撤销的党支部',
      foundedOn: '2020-01-01',
    })
    const moving = await fileOf(mover?.member_id)
    const decided = {
      on: '2026-11-03',
      decidedOn: '2026-11-02',
      documentNumber: '云发〔2026〕50号',
      reason: '并村',
    }
    const [dissolved, moved] = await Promise.all([
      house.call('luqingming', 'organisation.dissolve', { orgId: branch.body.id, revision: 1, ...decided }),
      house.call('luqingming', 'member.change-branch', {
        memberId: moving.id,
        revision: moving.revision,
        orgId: branch.body.id,
        groupId: null,
        fromOn: '2026-11-03',
        reason: '调整',
      }),
    ])
    const codes = [codeOf(dissolved), codeOf(moved)]
    assert.ok(
      ['yes affiliation-branch-dissolved', 'org-has-members yes'].includes(codes.join(' ')),
      codes.join(' '),
    )
    const rest2 = await held(shimen)
    assert.ok(!rest2.some(({ member_id }) => member_id === dead?.member_id))
    assert.equal(
      rest2.some(({ member_id }) => member_id === mover?.member_id),
      codes[1] !== 'yes',
    )
  })

  it('R-007, R-016: other features read which terms end and which posts are vacant', async () => {
    const { ending, soon, vacant } = await onConnection(house.pool, false, async (client) => {
      const tx = countyTx(client, house.county)
      return {
        ending: await listTermsEnding(tx, plainDate('2027-12-31')),
        soon: await listTermsEndingSoon(tx, plainDate('2026-11-03')),
        vacant: await listVacancies(tx, plainDate('2026-11-03')),
      }
    })
    assert.ok(ending.every(({ endsOn }) => endsOn <= '2027-12-31'))
    assert.ok(ending.some(({ orgName }) => orgName === '云溪镇党委'))
    assert.ok(soon.length <= ending.length)
    assert.ok(vacant.some(({ orgName }) => orgName === '桃坪村第二党支部'))
    assert.ok(!vacant.some(({ orgName }) => orgName === '石门村党支部'))
  })
})
