import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('tasks', async () => {
  const house = await openHouse()
  const orgOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const [shimen, hekou, yunxi, county] = [
    await orgOf('石门村党支部'),
    await orgOf('河口村党支部'),
    await orgOf('云溪镇党委'),
    await orgOf('清源县委'),
  ]
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const words = (change: Body = {}): Body => ({
    ...{ orgId: shimen, kind: 'adHoc', itemCode: 'ad-hoc-task', title: '清理二组渠口', what: '带锹，约半天' },
    ...{ least: 50, most: 50, startsOn: '2026-11-05', dueOn: '2026-11-20', places: 1 },
    ...change,
  })
  const draft = async (who: CastName | 'other' = 'zhouguyu', change: Body = {}) =>
    await house.call(who, 'task.draft', words(change))
  const announced = async (change: Body = {}, who: CastName = 'zhouguyu') => {
    const reply = await draft(who, { announce: true, ...change })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.taskId)
  }
  const take = (who: CastName, taskId: string) => house.call(who, 'task.take', { taskId })
  let keys = 0
  const report = async (who: CastName, taskId: string, change: Body = {}) =>
    await house.call(who, 'claim.submit', {
      ...{ deviceKey: `task-key-${++keys}`, target: { kind: 'task', taskId }, ...change },
    })

  it('S-193, R-242: announced with its value before the work, by the organisation itself', async () => {
    const options = (await house.call('zhouguyu', 'task.options', { orgId: shimen })).body.items as Body[]
    assert.deepEqual(
      options.map(({ code, kinds }) => [code, kinds]),
      [['ad-hoc-task', ['adHoc']]],
    )
    const above = (await house.call('luqingming', 'task.options', { orgId: yunxi })).body.items as Body[]
    assert.ok(
      above.some(({ code, kinds }) => code === 'key-project' && (kinds as string[])[0] === 'keyProject'),
    )
    for (const [who, change, code] of [
      ['zhouguyu', { announce: true, startsOn: '2026-11-02' }, 'task-announced-too-late'],
      ['zhouguyu', { announce: true, least: 10, most: 10 }, 'task-value-out-of-range'],
      ['zhouguyu', { announce: true, itemCode: 'village-work' }, 'task-item-does-not-fit'],
      [
        'zhouguyu',
        { announce: true, kind: 'keyProject', itemCode: 'key-project', least: 200, most: 500 },
        'task-item-does-not-fit',
      ],
      ['zhouguyu', { announce: true, what: '统计各户宗教信仰情况' }, 'task-against-policy'],
      ['zhouguyu', { announce: true, title: '' }, 'task-words-missing'],
      ['zhouguyu', { dueOn: '2026-11-01' }, 'task-days-upside-down'],
      ['zhouguyu', { most: 20 }, 'task-value-out-of-range'],
      ['hebailu', {}, '404'],
      ['shenliqiu', {}, '404'],
      ['taochunfen', {}, '404'],
      ['other', {}, '404'],
    ] as const) {
      assert.equal(codeOf(await draft(who, change)), code, JSON.stringify(change))
    }
    const drafted = (await draft()).body
    assert.equal(drafted.state, 'drafted')
    const { taskId } = drafted
    assert.equal(codeOf(await take('hebailu', String(taskId))), '404')
    assert.equal(codeOf(await house.call('shenliqiu', 'task.announce', { taskId, revision: 1 })), '404')
    assert.equal(
      codeOf(await house.call('zhouguyu', 'task.announce', { taskId, revision: 2 })),
      'task-changed',
    )
    assert.equal(codeOf(await house.call('zhouguyu', 'task.announce', { taskId, revision: 1 })), 'yes')
    assert.equal(
      codeOf(await house.call('zhouguyu', 'task.announce', { taskId, revision: 2 })),
      'task-wrong-state',
    )
  })

  it('words may change, a published value may not', async () => {
    const taskId = await announced({ places: 3 })
    const change = async (more: Body, revision = 1) => {
      const { orgId: _org, kind: _kind, itemCode: _code, ...rest } = words({ places: 3, ...more })
      return await house.call('zhouguyu', 'task.change', { taskId, revision, ...rest })
    }
    assert.equal(codeOf(await change({ most: 80 })), 'task-points-announced')
    assert.equal(codeOf(await change({ dueOn: '2026-11-10' })), 'task-points-announced')
    assert.equal(codeOf(await change({ what: '带锹和手套' }, 5)), 'task-changed')
    assert.equal(codeOf(await change({ what: '带锹和手套', dueOn: '2026-11-25' })), 'yes')
    await take('hebailu', taskId)
    assert.equal(codeOf(await change({ places: 1, dueOn: '2026-11-25' }, 2)), 'yes')
    const shown = (await house.call('zhouguyu', 'task.show', { taskId })).body
    assert.deepEqual(
      (shown.steps as Body[]).map(({ move }) => move),
      ['draft', 'announce', 'change', 'take', 'change'],
    )
  })

  it('S-193: a place is taken once; at once by many, as many as there are places', async () => {
    const taskId = await announced({ places: 1 })
    const replies = await Promise.all(
      (['hebailu', 'qinlidong', 'zhouguyu', 'hebailu'] as const).map((who) => take(who, taskId)),
    )
    assert.equal(replies.filter(({ status }) => status === 200).length, 1)
    const [counted] = await house.rows<{ count: number }>(
      `select count(*)::int as count from task_taking where task_id = $1 and state = 'taken'`,
      [taskId],
    )
    assert.equal(counted?.count, 1)
    assert.equal(codeOf(await take('hanliqiu', taskId)), '404')
    assert.equal(codeOf(await take('hanhanlu', taskId)), '403')
  })

  it('given back with a word it costs nothing, and somebody else can take it', async () => {
    const taskId = await announced({ places: 1 })
    assert.equal(codeOf(await take('hebailu', taskId)), 'yes')
    assert.equal(codeOf(await take('hebailu', taskId)), 'task-taken-already')
    assert.equal(codeOf(await take('qinlidong', taskId)), 'task-full')
    const back = (who: CastName, word: string) => house.call(who, 'task.give-back', { taskId, word })
    assert.equal(codeOf(await back('qinlidong', '不是我的')), 'task-not-taken')
    assert.equal(codeOf(await back('hebailu', ' ')), 'task-needs-word')
    assert.equal(codeOf(await back('hebailu', '孩子发烧')), 'yes')
    assert.equal(codeOf(await take('qinlidong', taskId)), 'yes')
    const seen = (await house.call('zhouguyu', 'task.show', { taskId })).body.takings as Body[]
    assert.deepEqual(
      seen.map(({ name, state, word }) => [name, state, word]),
      [
        ['何白露', 'givenBack', '孩子发烧'],
        ['秦立冬', 'taken', ''],
      ],
    )
    // The word of another is nobody's business.
    const asMember = (await house.call('qinlidong', 'task.show', { taskId })).body.takings as Body[]
    assert.equal(asMember[0]?.word, '')
    house.at(new Date('2026-11-21T01:00:00Z'))
    assert.equal(codeOf(await take('hebailu', taskId)), 'task-over')
    assert.equal(codeOf(await back('qinlidong', '晚了')), 'task-over')
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('R-242: reported by who took it, inside its days, it counts with the value announced', async () => {
    const taskId = await announced({ places: 2, startsOn: '2026-11-03' })
    assert.equal(codeOf(await report('hebailu', taskId)), 'claim-task-not-open')
    await take('hebailu', taskId)
    const options = (await house.call('hebailu', 'claim.options')).body.tasks as Body[]
    const option = options.find(({ id }) => id === taskId)
    assert.deepEqual(
      [option?.least, option?.most, (option!.item as { value: Body }).value.kind],
      [50, 50, 'fixed'],
    )
    assert.equal(codeOf(await report('hebailu', taskId, { deedOn: '2026-11-01' })), 'claim-outside-period')
    const sent = await report('hebailu', taskId)
    assert.equal(codeOf(sent), 'yes')
    const approved = await house.call('zhouguyu', 'claim.approve', {
      claimId: sent.body.claimId,
      revision: 1,
    })
    assert.equal((approved.body.award as Body).credited, 50)
    const shown = (await house.call('zhouguyu', 'task.show', { taskId })).body
    assert.equal(shown.credited, 1)
    const mine = (await house.call('hebailu', 'task.mine')).body.rows as Body[]
    const row = mine.find(({ id }) => id === taskId)
    assert.deepEqual([row?.mine, row?.cannotTake, row?.mayReport], [true, 'task-taken-already', true])
  })

  it('R-241, R-242: a key project of the town goes through branch and committee; the branch chooses inside the announced span', async () => {
    const project = {
      orgId: yunxi,
      kind: 'keyProject',
      itemCode: 'key-project',
      least: 200,
      most: 300,
      places: null,
    }
    assert.equal(
      codeOf(await draft('luqingming', { ...project, announce: true, startsOn: '2026-11-03' })),
      'task-announced-too-late',
    )
    const taskId = await announced({ ...project, startsOn: '2026-11-04' }, 'luqingming')
    house.at(new Date('2026-11-06T01:00:00Z'))
    const listed = (await house.call('hebailu', 'task.mine')).body.rows as Body[]
    assert.ok(listed.some(({ id }) => id === taskId))
    // Open to all without places; of another town it is not there.
    const sent = await report('hebailu', taskId)
    assert.equal(codeOf(sent), 'yes', JSON.stringify(sent.body))
    const { claimId } = sent.body
    const approve = async (who: CastName, chosen: number | null, revision: number) =>
      await house.call(who, 'claim.approve', { claimId, revision, chosen })
    assert.equal(codeOf(await approve('zhouguyu', null, 1)), 'claim-value-out-of-range')
    assert.equal(codeOf(await approve('zhouguyu', 500, 1)), 'claim-value-out-of-range')
    const first = await approve('zhouguyu', 250, 1)
    assert.deepEqual([first.body.level, first.body.award], ['baseCommittee', null])
    const second = await approve('luqingming', null, 2)
    assert.deepEqual([second.body.state, (second.body.award as Body).credited], ['approved', 250])
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('closed or cancelled it takes nobody; cancelling wants a word', async () => {
    const taskId = await announced()
    const end = (verb: string, more: Body, who: CastName = 'zhouguyu') =>
      house.call(who, `task.${verb}`, { taskId, revision: 1, ...more })
    assert.equal(codeOf(await end('cancel', { reason: ' ' })), 'task-needs-reason')
    assert.equal(codeOf(await end('cancel', { reason: '下雨' }, 'hebailu')), '404')
    assert.equal(codeOf(await end('close', { revision: 3 })), 'task-changed')
    assert.equal(codeOf(await end('cancel', { reason: '下雨' })), 'yes')
    assert.equal(codeOf(await end('close', { revision: 2 })), 'task-wrong-state')
    assert.equal(codeOf(await take('hebailu', taskId)), 'task-wrong-state')
    const other = await announced()
    assert.equal(codeOf(await house.call('zhouguyu', 'task.close', { taskId: other, revision: 1 })), 'yes')
  })

  it('lists hold what one announces; drafts of others are not there', async () => {
    const drafted = String((await draft('shenliqiu', { orgId: hekou })).body.taskId)
    const { body } = await house.call('shenliqiu', 'task.list', { show: 'drafted' })
    assert.deepEqual(
      (body.rows as Body[]).map(({ id }) => id),
      [drafted],
    )
    const mine = (await house.call('zhouguyu', 'task.list', { show: 'all', orgId: shimen })).body
    assert.ok((mine.rows as Body[]).every(({ orgId }) => orgId === shimen))
    assert.ok(Number((mine.counts as Body).open) > 0)
    assert.equal((await house.call('hebailu', 'task.list')).status, 403)
    assert.equal((await house.call('hebailu', 'task.show', { taskId: drafted })).status, 404)
    assert.equal((await house.call('zhouguyu', 'task.show', { taskId: drafted })).status, 404)
    assert.equal((await house.call('other', 'task.show', { taskId: drafted })).status, 404)
    assert.equal((await house.call('hanhanlu', 'task.list', { orgId: county })).status, 200)
    assert.equal((await house.call('hanhanlu', 'task.mine')).status, 403)
  })

  it('one key is one draft', async () => {
    const first = await house.call('zhouguyu', 'task.draft', words(), { key: 'draft-1' })
    const again = await house.call('zhouguyu', 'task.draft', words(), { key: 'draft-1' })
    assert.deepEqual(again.body, first.body)
  })
})
