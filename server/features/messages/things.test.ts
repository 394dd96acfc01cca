import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDate as day } from '@steward/domain/shared/plain-date.ts'
import type { CastName } from '#demo/cast.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { closeThing, type NewThing, openThing } from './queries.ts'

const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)

type Thing = {
  id: string
  kind: string
  facts: Record<string, string | number>
  dueOn: string | null
  minutes: number | null
  subjectId: string | null
}

describe('things to do', async () => {
  const house = await openHouse()
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const accountOf = async (name: CastName) =>
    (await house.rows<{ id: string }>('select id from account where account_name = $1', [name]))[0]!.id
  const list = async (who: CastName | 'other') =>
    (await house.call(who, 'message.things-to-do')).body as unknown as { rows: Thing[]; doneThisWeek: number }
  const kinds = async (who: CastName | 'other') => (await list(who)).rows.map(({ kind }) => kind)
  const find = async (who: CastName, kind: string) => (await list(who)).rows.find((row) => row.kind === kind)
  const shimen = await orgOf('石门村党支部')
  const send = async (who: CastName, orgId: string, input: object = {}) =>
    String(
      (await house.call(who, 'message.send', { orgId, title: '党日', body: '周二九点', ...input })).body
        .messageId,
    )
  const thing = (rest: Partial<NewThing> & Pick<NewThing, 'key' | 'to' | 'orgId'>): NewThing => ({
    id: crypto.randomUUID(),
    kind: 'trial.look',
    facts: { name: '何白露' },
    dueOn: null,
    minutes: 3,
    askedBy: '镇党委',
    subjectId: null,
    openedAt: TEST_NOW,
    ...rest,
  })
  const open = async (...things: NewThing[]) =>
    await onConnection(house.pool, true, async (client) => {
      for (const one of things) await openThing(countyTx(client, house.county), one)
    })

  it('are for nobody without a session, and nothing waits for the other county', async () => {
    assert.equal((await house.call(null, 'message.things-to-do')).status, 401)
    assert.deepEqual(await list('other'), { rows: [], doneThisWeek: 0 })
  })

  it('opened for a permission stand with all who hold it there, and with nobody else', async () => {
    await open(
      thing({ key: 'trial-1', to: { permission: 'message.send' }, orgId: shimen, dueOn: day('2026-11-05') }),
    )
    for (const who of ['zhouguyu', 'luqingming', 'hanhanlu'] as const)
      assert.equal((await kinds(who)).includes('trial.look'), true, who)
    for (const who of ['shenliqiu', 'taochunfen', 'hebailu', 'yingxiaohan'] as const)
      assert.equal((await kinds(who)).includes('trial.look'), false, who)
  })

  it('opened for an account stand with it alone; opened again they stay one; closed they count as done', async () => {
    const accountId = await accountOf('hebailu')
    await open(
      thing({ key: 'own', kind: 'trial.own', to: { accountId }, orgId: shimen }),
      thing({ key: 'own', kind: 'trial.own', to: { accountId }, orgId: shimen }),
    )
    assert.equal((await kinds('hebailu')).filter((kind) => kind === 'trial.own').length, 1)
    assert.equal((await kinds('zhouguyu')).includes('trial.own'), false)
    const before = (await list('hebailu')).doneThisWeek
    await onConnection(house.pool, true, async (client) =>
      closeThing(countyTx(client, house.county), 'own', { name: '何白露', accountId }, TEST_NOW),
    )
    assert.equal((await kinds('hebailu')).includes('trial.own'), false)
    assert.equal((await list('hebailu')).doneThisWeek, before + 1)
    house.at(beijing('11-09T08:00'))
    assert.equal((await list('hebailu')).doneThisWeek, 0)
    house.at(TEST_NOW)
  })

  it('a notice is to be answered until it is answered or the day is over, even when it was read', async () => {
    const id = await send('luqingming', shimen, { asked: { kind: 'coming', dueOn: '2026-11-09' } })
    const found = await find('hebailu', 'message.answer-coming')
    assert.deepEqual([found?.subjectId, found?.dueOn, found?.minutes], [id, '2026-11-09', 1])
    await house.call('hebailu', 'message.read', { messageId: id })
    assert.equal((await find('hebailu', 'message.answer-coming'))?.subjectId, id)
    await house.call('hebailu', 'message.answer', { messageId: id, answer: 'yes' })
    assert.equal(await find('hebailu', 'message.answer-coming'), undefined)
    house.at(beijing('11-10T08:00'))
    assert.equal(await find('qinlidong', 'message.answer-coming'), undefined)
    assert.equal((await find('qinlidong', 'message.read'))?.subjectId, id)
    house.at(TEST_NOW)
  })

  it('a notice is to be read until it was read or told; its sender need not read it', async () => {
    const id = await send('zhouguyu', shimen)
    const mine = async (who: CastName) => (await list(who)).rows.some((row) => row.id === `notice-${id}`)
    assert.deepEqual(
      [await mine('hebailu'), await mine('qinlidong'), await mine('zhouguyu')],
      [true, true, false],
    )
    await house.call('hebailu', 'message.read', { messageId: id })
    const [lidong] = await house.rows<{ id: string }>(`select id from member where name = '秦立冬'`)
    await house.call('zhouguyu', 'message.record-reached', {
      messageId: id,
      memberIds: [lidong!.id],
      channel: 'paper',
    })
    assert.deepEqual([await mine('hebailu'), await mine('qinlidong')], [false, false])
  })

  it('S-020: a day later a secretary is asked to reach the rest of the own branch, nobody above is', async () => {
    const id = await send('luqingming', await orgOf('云溪镇党委'), { title: '全镇通知' })
    const rest = async (who: CastName) => (await list(who)).rows.find((row) => row.id === `unreached-${id}`)
    assert.equal(await rest('zhouguyu'), undefined)
    house.at(beijing('11-04T09:00'))
    const asked = await rest('zhouguyu')
    const { body } = await house.call('zhouguyu', 'message.delivery', { messageId: id })
    // The secretary reads the own copy like everybody else.
    assert.equal(asked?.facts.count, (body.counts as { open: number }).open - 1)
    assert.equal(asked?.subjectId, id)
    assert.equal(await rest('luqingming'), undefined)
    assert.equal(await rest('hebailu'), undefined)
    house.at(TEST_NOW)
  })

  it('R-290: corrections wait for who decides them; the answer waits for who asked, until it was seen', async () => {
    const before = Number((await find('luqingming', 'correction.decide'))?.facts.count ?? 0)
    const asked = await house.call('hebailu', 'correction.request', {
      field: 'education',
      wanted: 'doctor',
      reason: '2024 年毕业',
    })
    assert.equal(asked.status, 200, JSON.stringify(asked.body))
    const waiting = await find('luqingming', 'correction.decide')
    assert.equal(waiting?.facts.count, before + 1)
    assert.equal((await find('taochunfen', 'correction.decide'))?.facts.count === before + 1, false)
    const decided = await house.call('luqingming', 'correction.decide', {
      correctionId: asked.body.id,
      accepted: false,
      reason: '毕业证没有编号，请带原件来核对',
    })
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    const answered = await find('hebailu', 'correction.answered')
    assert.deepEqual(answered?.facts, { field: 'education', state: 'refused', by: '陆清明' })
    const seen = { kind: 'correction.answered', subjectId: answered?.subjectId }
    await house.call('qinlidong', 'message.thing-seen', seen)
    assert.notEqual(await find('hebailu', 'correction.answered'), undefined)
    const done = (await list('hebailu')).doneThisWeek
    await Promise.all([
      house.call('hebailu', 'message.thing-seen', seen, { key: 's' }),
      house.call('hebailu', 'message.thing-seen', seen, { key: 's' }),
    ])
    await house.call('hebailu', 'message.thing-seen', seen)
    assert.equal(await find('hebailu', 'correction.answered'), undefined)
    assert.equal((await list('hebailu')).doneThisWeek, done + 1)
  })

  it('R-007: terms that end within half a year are one thing with the soonest day', async () => {
    const hekou = await orgOf('河口村党支部')
    await house.rows('update committee_term set ended_on = $1 where ended_on is null', ['2026-11-03'])
    const term = async (orgId: string, started: string) =>
      await house.rows(
        `insert into committee_term (county_id, id, party_org_id, started_on, years, filled_by, document_number, author_name, recorded_at)
         values ($1, gen_random_uuid(), $2, $3, 5, 'election', '云委〔2021〕1号', '测试', now())`,
        [house.county, orgId, started],
      )
    await term(shimen, '2022-03-01')
    await term(hekou, '2021-12-20')
    const both = await find('luqingming', 'organisation.terms-ending')
    assert.deepEqual(both?.facts, { count: 2, org: '河口村党支部' })
    assert.deepEqual([both?.dueOn, both?.subjectId], ['2026-12-20', null])
    const own = await find('zhouguyu', 'organisation.terms-ending')
    assert.deepEqual([own?.facts.count, own?.subjectId, own?.dueOn], [1, shimen, '2027-03-01'])
    assert.equal(await find('taochunfen', 'organisation.terms-ending'), undefined)
    house.at(beijing('12-21T08:00'))
    assert.equal((await find('luqingming', 'organisation.terms-ending'))?.facts.count, 1)
    house.at(TEST_NOW)
  })

  it('R-025: defects without a plan stand with who plans them; what is only coming up does not', async () => {
    await house.rows('delete from party_org_defect')
    const seen = async (code: string) =>
      await house.rows(
        `insert into party_org_defect (county_id, party_org_id, code, seen_on) values ($1, $2, $3, '2026-10-01')`,
        [house.county, shimen, code],
      )
    await seen('noSecretary')
    await seen('tooLarge')
    const found = await find('luqingming', 'organisation.defects-unplanned')
    assert.deepEqual([found?.facts, found?.subjectId], [{ count: 1, org: '石门村党支部' }, shimen])
    for (const who of ['zhouguyu', 'taochunfen'] as const)
      assert.equal(await find(who, 'organisation.defects-unplanned'), undefined, who)
    await house.rows(
      `insert into party_org_defect_plan (county_id, id, party_org_id, code, owner_name, what, due_on, author_name, recorded_at)
       values ($1, gen_random_uuid(), $2, 'noSecretary', '陆清明', '补选', '2026-12-01', '陆清明', '2026-11-02T00:00Z')`,
      [house.county, shimen],
    )
    assert.equal(await find('luqingming', 'organisation.defects-unplanned'), undefined)
  })

  it('a roster that waits stands with the account that began it', async () => {
    await house.rows(
      `insert into roster_import (county_id, id, party_org_id, file_name, file_bytes, state, started_by, started_by_account_id, started_at)
       values ($1, gen_random_uuid(), $2, '石门花名册.xlsx', 9, 'ready', '陆清明', $3, now()),
         ($1, gen_random_uuid(), $2, '旧的.xlsx', 9, 'applied', '陆清明', $3, now())`,
      [house.county, shimen, await accountOf('luqingming')],
    )
    const found = (await list('luqingming')).rows.filter(({ kind }) => kind.startsWith('roster-import.'))
    assert.deepEqual(
      found.map(({ kind, facts }) => [kind, facts.file]),
      [['roster-import.look', '石门花名册.xlsx']],
    )
    assert.equal((await kinds('hanhanlu')).includes('roster-import.look'), false)
  })

  it('come soonest first, undated last', async () => {
    const days = (await list('luqingming')).rows.map(({ dueOn }) => dueOn ?? '9999')
    assert.deepEqual(days, days.toSorted())
  })

  it('R-175: none for the account of a member whose death is recorded', async () => {
    await open(
      thing({
        key: 'late',
        kind: 'trial.late',
        to: { accountId: await accountOf('qinlidong') },
        orgId: shimen,
      }),
    )
    await house.rows(`update member set state = 'deceased' where name = '秦立冬'`)
    assert.deepEqual((await list('qinlidong')).rows, [])
  })
})
