import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

const decided = {
  on: '2026-11-01',
  decidedOn: '2026-10-28',
  documentNumber: '云发〔2026〕31号',
  reason: '村级区划调整',
}
const branch = { kind: 'branch', form: 'independent', field: 'rural', unitKind: 'village' }

function codeOf({ status, body }: Reply): string {
  if (status === 200) return 'yes'
  const { refusal, problem } = body as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? `${status} ${problem?.code ?? ''}`
}

describe('changes of organisations', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const yunxi = await idOf('云溪镇党委')
  const liuwan = await idOf('柳湾镇党委')
  const county = await idOf('清源县委')
  const shimen = await idOf('石门村党支部')
  let made = 0
  /** An organisation of its own for a test. */
  const enter = async (input: object = {}, who: CastName = 'hanhanlu') => {
    made += 1
    const reply = await house.call(who, 'organisation.register', {
      parentId: yunxi,
      ...branch,
      name: `试验村第${made}党支部`,
      foundedOn: '2015-07-01',
      ...input,
    })
    assert.equal(codeOf(reply), 'yes')
    return { orgId: String(reply.body.id), revision: Number(reply.body.revision) }
  }
  const orgRow = async (id: string) =>
    (
      await house.rows<{ name: string; path: string; dissolved_on: string | null; parent_id: string }>(
        'select name, path::text as path, dissolved_on::text as dissolved_on, parent_id from party_org where id = $1',
        [id],
      )
    )[0]!
  const kindsOf = async (id: string) =>
    (
      await house.rows<{ kind: string }>(
        'select kind from party_org_change where party_org_id = $1 order by recorded_at, id',
        [id],
      )
    ).map(({ kind }) => kind)

  it('R-012: an officer of the base committee sets up a branch with a decision; the fact is dated', async () => {
    const input = { parentId: yunxi, ...branch, ...decided, name: '新桥村党支部', fullMembersToCome: 5 }
    const reply = await house.call('luqingming', 'organisation.set-up', input)
    assert.equal(codeOf(reply), 'yes')
    const row = await orgRow(String(reply.body.id))
    assert.equal(row.parent_id, yunxi)
    const [fact] = await house.rows<Record<string, unknown>>(
      'select kind, effective_on::text as on, decided_by_org_id, document_number from party_org_change where party_org_id = $1',
      [reply.body.id],
    )
    assert.deepEqual(fact, {
      kind: 'setUp',
      on: '2026-11-01',
      decided_by_org_id: yunxi,
      document_number: decided.documentNumber,
    })
  })

  it('R-001, R-012, R-015: set-up is refused where a rule speaks against it', async () => {
    const setUp = async (change: object, who: CastName = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.set-up', {
          parentId: yunxi,
          ...branch,
          ...decided,
          name: '又一村党支部',
          fullMembersToCome: 5,
          ...change,
        }),
      )
    assert.equal(await setUp({ fullMembersToCome: 2 }), 'org-too-few-full-members')
    assert.equal(await setUp({ form: null }), 'org-branch-needs-form')
    assert.equal(await setUp({ form: 'temporary' }), 'org-temporary-needs-task')
    assert.equal(await setUp({ name: ' ' }), 'org-name-missing')
    assert.equal(await setUp({ name: '石门村党支部' }), 'org-name-taken')
    assert.equal(await setUp({ documentNumber: '' }), 'org-change-needs-decision')
    assert.equal(await setUp({ on: '2026-10-27' }), 'org-change-before-decision')
    assert.equal(await setUp({ on: '2026-11-04' }), 'org-change-in-future')
    assert.equal(await setUp({ decidedByOrgId: shimen }), 'org-change-wrong-decider')
    assert.equal(await setUp({ parentId: shimen }), 'org-wrong-parent')
    assert.equal(await setUp({ canApprove: true }), 'org-approval-only-for-committee')
    assert.equal(await setUp({ kind: 'generalBranch' }), 'org-form-only-for-branch')
    assert.equal(await setUp({ form: 'joint', unitIds: [] }), 'yes')
    assert.equal(await setUp({ memberIds: [shimen] }), 'org-members-not-open')
    const temporary = { form: 'temporary', task: '防汛专班', memberIds: [shimen] }
    assert.equal(await setUp(temporary), 'org-members-keep-home')
  })

  it('who has no right over the parent sets nothing up there; another county finds nothing', async () => {
    const input = { parentId: yunxi, ...branch, ...decided, name: '不该有的党支部', fullMembersToCome: 5 }
    for (const who of ['zhouguyu', 'taochunfen', 'hebailu', 'yingxiaohan'] as const)
      assert.equal(codeOf(await house.call(who, 'organisation.set-up', input)), '403 forbidden', who)
    assert.equal(codeOf(await house.call('other', 'organisation.set-up', input)), '404 not-found')
    assert.equal(codeOf(await house.call(null, 'organisation.set-up', input)), '401 not-signed-in')
    assert.equal((await house.rows("select 1 from party_org where name = '不该有的党支部'")).length, 0)
  })

  it('members move in with the set-up, and leave posts behind', async () => {
    const people = await house.rows<{ id: string }>(
      `select m.id from member m join party_org o on o.id = m.party_org_id
       where o.name = '河口村党支部' and m.membership_kind = 'full' order by m.id desc limit 4`,
    )
    const memberIds = people.map(({ id }) => id)
    const reply = await house.call('luqingming', 'organisation.set-up', {
      parentId: yunxi,
      ...branch,
      ...decided,
      name: '河口村新区党支部',
      memberIds,
      requestedOn: '2026-09-01',
    })
    assert.equal(codeOf(reply), 'yes')
    assert.equal(reply.body.replyLate, true)
    const [counted] = await house.rows<{ members: number; open: number }>(
      `select (select count(*)::int from member where party_org_id = $1) as members,
        (select count(*)::int from member_affiliation where party_org_id = $1 and until_on is null) as open`,
      [reply.body.id],
    )
    assert.deepEqual(counted, { members: 4, open: 4 })
  })

  it('R-002: units of a joint branch come with it', async () => {
    const firm = async (name: string, fullMembers: number) =>
      String(
        (
          await house.call('luqingming', 'organisation.record-unit', {
            kind: 'privateFirm',
            name,
            townId: yunxi,
            staff: 30,
            fullMembers,
            coverage: 'none',
            orgId: null,
            on: '2026-10-01',
            reason: '摸底',
          })
        ).body.id,
      )
    const small = [await firm('联建试验一厂', 2), await firm('联建试验二厂', 2)]
    const large = await firm('联建试验三厂', 5)
    const joint = {
      parentId: yunxi,
      ...branch,
      ...decided,
      form: 'joint',
      field: 'privateFirm',
      fullMembersToCome: 4,
    }
    const refused = await house.call('luqingming', 'organisation.set-up', {
      ...joint,
      name: '联建一支部',
      unitIds: [...small, large],
    })
    assert.equal(codeOf(refused), 'joint-branch-unit-too-large')
    const one = { ...joint, name: '联建一支部', unitIds: small.slice(0, 1) }
    assert.equal(
      codeOf(await house.call('luqingming', 'organisation.set-up', one)),
      'joint-branch-needs-units',
    )
    const two = { ...joint, name: '联建一支部', unitIds: small }
    assert.equal(codeOf(await house.call('luqingming', 'organisation.set-up', two)), 'yes')
    const covered = await house.rows<{ coverage: string }>('select coverage from unit where id = any($1)', [
      small,
    ])
    assert.deepEqual(covered, [{ coverage: 'joint' }, { coverage: 'joint' }])
  })

  it('the same key sets up once', async () => {
    const input = { parentId: yunxi, ...branch, ...decided, name: '一次党支部', fullMembersToCome: 3 }
    const first = await house.call('luqingming', 'organisation.set-up', input, { key: 'once' })
    const second = await house.call('luqingming', 'organisation.set-up', input, { key: 'once' })
    assert.deepEqual(second.body, first.body)
    assert.equal((await house.rows("select 1 from party_org where name = '一次党支部'")).length, 1)
  })

  it('two set-ups at once get two numbers, and of one name one is refused', async () => {
    const input = { parentId: liuwan, ...branch, ...decided, fullMembersToCome: 3 }
    const setUp = (name: string) => house.call('taochunfen', 'organisation.set-up', { ...input, name })
    const replies = await Promise.all(['甲村党支部', '乙村党支部', '丙村党支部', '丙村党支部'].map(setUp))
    assert.deepEqual(replies.map(codeOf).toSorted(), ['org-name-taken', 'yes', 'yes', 'yes'])
  })

  it('R-013: a rename keeps the old name in the history and in the tree of the day before', async () => {
    const org = await enter({ name: '旧名村党支部' })
    const renamed = { ...org, ...decided, name: '新名村党支部' }
    const reply = await house.call('luqingming', 'organisation.rename', renamed)
    assert.equal(codeOf(reply), 'yes')
    assert.equal(reply.body.revision, 2)
    const treeOn = async (asOf: string) =>
      (
        (await house.call('hanhanlu', 'organisation.tree', { asOf })).body.rows as {
          id: string
          name: string
        }[]
      ).find(({ id }) => id === org.orgId)?.name
    assert.equal(await treeOn('2026-10-31'), '旧名村党支部')
    assert.equal(await treeOn('2026-11-01'), '新名村党支部')
    const suggested = await house.call('hanhanlu', 'organisation.search', { text: '旧名支部' })
    assert.equal((suggested.body.rows as { name: string }[])[0]?.name, '新名村党支部')
  })

  it('a change of an older revision is refused with both versions', async () => {
    const org = await enter()
    await house.call('luqingming', 'organisation.rename', { ...org, ...decided, name: '先改的党支部' })
    const late = await house.call('hanhanlu', 'organisation.rename', {
      ...org,
      ...decided,
      name: '后改的党支部',
    })
    assert.equal(codeOf(late), 'organisation-changed-meanwhile')
    const { details } = late.body.refusal as { details: Record<string, unknown> }
    assert.equal(details['name'], '先改的党支部')
    assert.equal(details['changedBy'], '陆清明')
    assert.equal(details['revision'], 2)
  })

  it('R-013: rename is refused without effect, before the last change, and to those below', async () => {
    const org = await enter()
    const rename = async (change: object, who: CastName = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.rename', { ...org, ...decided, name: '某村党支部', ...change }),
      )
    assert.equal(await rename({ name: (await orgRow(org.orgId)).name }), 'org-name-unchanged')
    assert.equal(await rename({ on: '2014-01-01', decidedOn: '2014-01-01' }), 'org-change-before-founding')
    assert.equal(await rename({}, 'zhouguyu'), '403 forbidden')
    assert.equal(await rename({ orgId: yunxi, revision: 1 }), '403 forbidden')
    assert.equal(await rename({}), 'yes')
    assert.equal(
      await rename({ revision: 2, name: '又名村党支部', on: '2026-10-30' }),
      'org-change-before-last-change',
    )
    assert.equal(
      codeOf(await house.call('other', 'organisation.rename', { ...org, ...decided, name: '外县' })),
      '404 not-found',
    )
  })

  it('R-013: a general branch moves with all below it in one go', async () => {
    const general = await enter({ kind: 'generalBranch', form: null, name: '搬家村党总支' })
    const below = await enter({ parentId: general.orgId, name: '搬家村第一党支部' })
    const group = await enter({ parentId: below.orgId, kind: 'partyGroup', form: null, name: '搬家一组' })
    const reply = await house.call('hanhanlu', 'organisation.move', {
      ...general,
      ...decided,
      parentId: liuwan,
    })
    assert.equal(codeOf(reply), 'yes')
    assert.equal(reply.body.moved, 3)
    const top = await orgRow(liuwan)
    const moved = await orgRow(general.orgId)
    assert.equal(moved.path.startsWith(`${top.path}.`), true)
    assert.equal((await orgRow(group.orgId)).path.startsWith(`${(await orgRow(below.orgId)).path}.`), true)
    const before = (await house.call('hanhanlu', 'organisation.tree', { asOf: '2026-10-31' })).body.rows as {
      id: string
      number: number
      parent: number
    }[]
    const parent = before.find(({ id }) => id === yunxi)?.number
    assert.equal(before.find(({ id }) => id === general.orgId)?.parent, parent)
  })

  it('R-013: a move is refused under itself, the same, a wrong kind, a taken name; both parents are asked', async () => {
    const general = await enter({ kind: 'generalBranch', form: null, name: '固定村党总支' })
    const below = await enter({ parentId: general.orgId, name: '固定村第一党支部' })
    const move = async (change: object, who: CastName = 'hanhanlu') =>
      codeOf(
        await house.call(who, 'organisation.move', { ...general, ...decided, parentId: liuwan, ...change }),
      )
    assert.equal(await move({ parentId: general.orgId }), 'org-below-itself')
    assert.equal(await move({ parentId: yunxi }), 'org-same-parent')
    assert.equal(await move({ parentId: below.orgId }), 'org-below-itself')
    assert.equal(await move({ parentId: shimen }), 'org-wrong-parent')
    assert.equal(await move({ orgId: county, parentId: yunxi, revision: 1 }), 'org-root-stays')
    assert.equal(await move({}, 'luqingming'), '403 forbidden')
    assert.equal(await move({ decidedByOrgId: yunxi }), 'org-change-wrong-decider')
    await enter({ parentId: liuwan, kind: 'generalBranch', form: null, name: '固定村党总支' })
    assert.equal(await move({}), 'org-name-taken')
  })

  it('two moves that would make a circle: the later one sees the first', async () => {
    const one = await enter({ kind: 'baseCommittee', form: null, name: '环一党委', parentId: county })
    const two = await enter({ kind: 'baseCommittee', form: null, name: '环二党委', parentId: county })
    const move = (org: typeof one, parentId: string) =>
      house.call('hanhanlu', 'organisation.move', { ...org, ...decided, parentId })
    const codes = (await Promise.all([move(one, two.orgId), move(two, one.orgId)])).map(codeOf)
    assert.deepEqual(codes.toSorted(), ['org-below-itself', 'yes'])
  })

  it('R-013: an empty branch is dissolved with its term, and shows in the tree only when asked', async () => {
    const org = await enter({ name: '撤销村党支部' })
    const reply = await house.call('luqingming', 'organisation.dissolve', { ...org, ...decided })
    assert.equal(codeOf(reply), 'yes')
    assert.equal((await orgRow(org.orgId)).dissolved_on, '2026-11-01')
    const names = async (input: object) =>
      (
        (await house.call('hanhanlu', 'organisation.tree', input)).body.rows as {
          name: string
          closed: boolean
        }[]
      ).find(({ name }) => name === '撤销村党支部')?.closed
    assert.equal(await names({}), undefined)
    assert.equal(await names({ withClosed: true }), true)
    assert.equal(await names({ asOf: '2026-10-31' }), false)
    const again = await house.call('luqingming', 'organisation.dissolve', { ...org, revision: 2, ...decided })
    assert.equal(codeOf(again), 'org-already-dissolved')
  })

  it('R-013: members, organisations below and the root keep it open', async () => {
    const dissolve = async (orgId: string, who: CastName = 'hanhanlu') => {
      const [row] = await house.rows<{ revision: number }>('select revision from party_org where id = $1', [
        orgId,
      ])
      return codeOf(
        await house.call(who, 'organisation.dissolve', { orgId, revision: row?.revision, ...decided }),
      )
    }
    assert.equal(await dissolve(shimen), 'org-has-organisations-below')
    assert.equal(await dissolve(await idOf('河口村党支部')), 'org-has-members')
    assert.equal(await dissolve(county), 'org-root-stays')
    assert.equal(await dissolve(shimen, 'zhouguyu'), '403 forbidden')
  })

  it('R-017: a secretary decides on the groups of the branch, and on nothing else', async () => {
    const group = { parentId: shimen, kind: 'partyGroup', field: 'rural', ...decided, name: '第四党小组' }
    const reply = await house.call('zhouguyu', 'organisation.set-up', group)
    assert.equal(codeOf(reply), 'yes')
    const org = { orgId: reply.body.id, revision: 1 }
    const [own] = await house.rows<{ id: string }>('select id from member where party_org_id = $1 limit 1', [
      shimen,
    ])
    const [foreign] = await house.rows<{ id: string }>(
      'select id from member where party_org_id <> $1 limit 1',
      [shimen],
    )
    const withMember = (memberId: string | undefined) =>
      house.call('zhouguyu', 'organisation.set-up', { ...group, name: '第五党小组', memberIds: [memberId] })
    assert.equal(codeOf(await withMember(foreign?.id)), 'org-members-not-open')
    const fifth = await withMember(own?.id)
    assert.equal(codeOf(fifth), 'yes')
    const inGroup = await house.rows('select 1 from member where party_group_id = $1', [fifth.body.id])
    assert.equal(inGroup.length, 1)
    assert.equal(codeOf(await house.call('zhouguyu', 'organisation.dissolve', { ...org, ...decided })), 'yes')
    assert.equal(codeOf(await house.call('shenliqiu', 'organisation.set-up', group)), '403 forbidden')
  })

  it('R-021: a village branch becomes one with an enterprise; nothing to change is refused', async () => {
    const org = await enter()
    const shape = { ...branch, form: 'villageEnterprise' }
    const change = async (input: object, who: CastName = 'luqingming') =>
      codeOf(await house.call(who, 'organisation.change-form', { ...org, ...decided, ...shape, ...input }))
    assert.equal(await change({ form: 'independent' }), 'org-shape-unchanged')
    assert.equal(await change({ kind: 'generalBranch' }), 'org-form-only-for-branch')
    assert.equal(await change({ form: 'temporary' }), 'org-temporary-needs-task')
    assert.equal(await change({}, 'taochunfen'), '403 forbidden')
    assert.equal(await change({}), 'yes')
    assert.equal(await change({}), 'organisation-changed-meanwhile')
    const [row] = await house.rows<{ form: string }>('select form from party_org where id = $1', [org.orgId])
    assert.equal(row?.form, 'villageEnterprise')
    const general = { orgId: shimen, revision: 1, kind: 'generalBranch', form: null }
    assert.equal(await change(general), 'org-children-do-not-fit')
  })

  it('a secretary corrects telephone and address of the own branch; the trace stays', async () => {
    const [row] = await house.rows<{ revision: number }>('select revision from party_org where id = $1', [
      shimen,
    ])
    const input = { orgId: shimen, revision: row?.revision, shortName: '石门支部', sortNo: 2 }
    const correct = async (change: object, who: CastName = 'zhouguyu') =>
      codeOf(
        await house.call(who, 'organisation.correct', {
          ...input,
          phone: '0570-6210001',
          address: '石门村',
          ...change,
        }),
      )
    assert.equal(await correct({}, 'shenliqiu'), '403 forbidden')
    assert.equal(await correct({}), 'yes')
    assert.equal(await correct({}), 'organisation-changed-meanwhile')
    assert.equal(await correct({ revision: Number(row?.revision) + 1 }), 'org-nothing-corrected')
    assert.ok((await kindsOf(shimen)).includes('correct'))
  })

  it('R-012: a decision is filed upward once, not before it was made', async () => {
    const org = await enter()
    const reply = await house.call('luqingming', 'organisation.rename', {
      ...org,
      ...decided,
      name: '备案村党支部',
    })
    const file = async (change: object = {}, who: CastName | 'other' = 'luqingming') =>
      codeOf(
        await house.call(who, 'organisation.file-change', {
          actId: reply.body.actId,
          filedOn: '2026-11-02',
          ...change,
        }),
      )
    const unfiled = async () =>
      (
        (await house.call('luqingming', 'organisation.list-changes', { unfiledOnly: true, limit: 200 })).body
          .rows as { actId: string }[]
      ).some(({ actId }) => actId === reply.body.actId)
    assert.equal(await unfiled(), true)
    assert.equal(await file({ filedOn: '2026-10-01' }), 'org-filing-before-decision')
    assert.equal(await file({ filedOn: '2026-11-04' }), 'org-filing-in-future')
    assert.equal(await file({ filedWithOrgId: liuwan }), 'org-filing-not-above')
    assert.equal(await file({}, 'taochunfen'), '403 forbidden')
    assert.equal(await file({}, 'other'), '404 not-found')
    assert.deepEqual((await Promise.all([file(), file()])).toSorted(), ['org-filing-twice', 'yes'])
    assert.equal(await unfiled(), false)
  })

  it('changes are listed within reach, below an organisation and between days', async () => {
    const list = async (who: CastName | 'other', input: object = {}) =>
      Number((await house.call(who, 'organisation.list-changes', input)).body.total)
    assert.ok((await list('hanhanlu')) > (await list('taochunfen')))
    assert.equal(await list('other'), 0)
    assert.equal(await list('hanhanlu', { until: '2000-01-01' }), 0)
    assert.ok((await list('hanhanlu', { orgId: yunxi, from: '2026-11-01' })) > 0)
  })

  it('facts about an organisation need a basis and are dated', async () => {
    const record = async (change: object, who: CastName = 'zhouguyu') =>
      codeOf(
        await house.call(who, 'organisation.record-fact', {
          orgId: shimen,
          fact: { kind: 'premises', value: 'own' },
          fromOn: '2026-10-01',
          basis: '现场查看',
          ...change,
        }),
      )
    assert.equal(await record({}), 'yes')
    assert.equal(await record({ basis: '' }), 'org-fact-basis-missing')
    assert.equal(await record({ fromOn: '2026-12-01' }), 'org-fact-in-future')
    assert.equal(await record({ fact: { kind: 'premises', value: 'castle' } }), '400 input-invalid')
    assert.equal(await record({}, 'shenliqiu'), '403 forbidden')
    const gone = await enter()
    await house.call('luqingming', 'organisation.dissolve', { ...gone, ...decided })
    assert.equal(await record({ orgId: gone.orgId }, 'luqingming'), 'org-already-dissolved')
  })
})
