import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'

describe('limits, help, instruments, readers and lists', async () => {
  const house = await openHouse()
  const one = async (text: string, values: unknown[] = []) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgOf = (name: string) =>
    one('select id from party_org where county_id = $1 and name = $2', [house.county, name])
  const accountOf = (who: CastName) =>
    one('select id from account where county_id = $1 and account_name = $2', [house.county, who])
  const orgId = await orgOf('石门村党支部')
  const yunxi = await orgOf('云溪镇党委')
  const memberOf = (name: string) =>
    one('select id from member where county_id = $1 and name = $2 and party_org_id = $3', [
      house.county,
      name,
      orgId,
    ])
  const hebailu = await memberOf('何白露')
  const secretary = await memberOf('周谷雨')
  const facts = {
    ...{ deciderName: '陆清明', body: '云溪镇党委', decidedOn: '2026-11-02' },
    ...{ reason: '承诺三项没有做也没有说明', proofOfServiceId: '送达回证-2026-31' },
  }
  const impose = (who: Who, more: object = {}) =>
    house.call(who, 'limit.impose', {
      ...{ memberId: hebailu, year: 2026, kind: 'awards', from: '2026-11-03', until: '2027-11-02' },
      ...{ document: '云党发〔2026〕12号', facts },
      ...more,
    })

  it('R-212, S-221: a limit needs the five facts, a document and an end; one of a kind at a time', async () => {
    for (const who of ['hebailu', 'zhouguyu', 'taochunfen', 'other'] as const)
      assert.equal((await impose(who)).status, 404, who)
    for (const [change, code] of [
      [{ facts: { ...facts, proofOfServiceId: null } }, 'adverse-state-needs-proof'],
      [{ facts: { ...facts, reason: '家里老人生病' } }, 'reason-against-policy'],
      [{ document: '' }, 'limit-needs-document'],
      [{ until: '2026-11-01', from: '2026-11-02' }, 'limit-needs-end'],
      [{ from: '2026-11-01' }, 'limit-before-decision'],
    ] as const)
      assert.equal(codeOf(await impose('luqingming', change)), code)
    const both = await Promise.all([impose('luqingming'), impose('luqingming')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'limit-in-force-already'])
    assert.equal((await impose('hanhanlu', { kind: 'appointmentHold' })).status, 200)
  })

  it('R-211: limits are listed to who handles them, to the member and to who stands on the list; reads are written', async () => {
    const list = async (who: Who, org: string, more: object = {}) =>
      (await house.call(who, 'limit.list', { orgId: org, ...more })).body as {
        total: number
        rows: { id: string; kind: string; mayLift: boolean }[]
      }
    const { rows } = await list('luqingming', yunxi, { inForce: true })
    assert.deepEqual(rows.map(({ kind, mayLift }) => [kind, mayLift]).toSorted(), [
      ['appointmentHold', true],
      ['awards', true],
    ])
    const limitId = rows.find(({ kind }) => kind === 'awards')!.id
    assert.equal((await list('zhouguyu', orgId)).total, 0, 'the secretary does not handle limits')
    const show = (who: Who) => house.call(who, 'limit.show', { limitId })
    assert.equal((await show('zhouguyu')).status, 404)
    const file = { kind: 'limit', id: limitId }
    const found = (await house.call('luqingming', 'outcome-reader.candidates', { ...file, search: '周谷' }))
      .body
    assert.deepEqual(
      (found.people as { name: string }[]).map(({ name }) => name),
      ['周谷雨'],
    )
    const add = async (who: Who, more: object = {}) =>
      await house.call(who, 'outcome-reader.add', {
        ...{ ...file, accountId: await accountOf('zhouguyu'), reason: '协助帮扶' },
        ...more,
      })
    assert.equal((await add('zhouguyu')).status, 404)
    assert.equal((await add('hebailu')).status, 404)
    assert.equal((await add('other')).status, 404)
    assert.equal(codeOf(await add('luqingming', { reason: ' ' })), 'reader-needs-reason')
    assert.equal(
      codeOf(await add('luqingming', { accountId: await accountOf('hebailu') })),
      'reader-is-subject',
    )
    assert.equal(
      codeOf(await add('luqingming', { accountId: await accountOf('luqingming') })),
      'reader-is-oneself',
    )
    const both = await Promise.all([add('luqingming'), add('luqingming')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'reader-already-listed'])
    assert.equal((await show('zhouguyu')).status, 200)
    assert.equal((await list('zhouguyu', orgId)).total, 1)
    await show('luqingming')
    await show('luqingming')
    await show('hebailu')
    const read = (await house.call('hebailu', 'outcome-reading.list', { file })).body as {
      rows: { reader: string; standing: string }[]
    }
    assert.deepEqual(read.rows.map(({ reader, standing }) => [reader, standing]).toSorted(), [
      ['周谷雨', 'listed'],
      ['陆清明', 'handler'],
    ])
    assert.equal((await house.call('zhouguyu', 'outcome-reading.list', { file })).status, 404)
    const { readers } = (await house.call('hebailu', 'outcome-reader.list', file)).body as {
      readers: { id: string; name: string }[]
    }
    assert.deepEqual(
      readers.map(({ name }) => name),
      ['周谷雨'],
    )
    const remove = (who: Who) => house.call(who, 'outcome-reader.remove', { readerId: readers[0]!.id })
    assert.equal((await remove('hebailu')).status, 404)
    assert.equal((await remove('luqingming')).status, 200)
    assert.equal(codeOf(await remove('luqingming')), 'reader-not-listed')
    assert.equal((await show('zhouguyu')).status, 404)
  })

  it('lifting harms nobody and needs a reason; the member is told of what was set', async () => {
    const { rows } = (await house.call('luqingming', 'limit.list', { orgId, kind: 'awards' })).body as {
      rows: { id: string }[]
    }
    const lift = (who: Who, reason = '本人已补做承诺事项') =>
      house.call(who, 'limit.lift', { limitId: rows[0]!.id, reason })
    for (const who of ['hebailu', 'zhouguyu', 'taochunfen', 'other'] as const)
      assert.equal((await lift(who)).status, 404)
    assert.equal(codeOf(await lift('luqingming', ' ')), 'limit-needs-reason')
    assert.equal((await lift('luqingming')).status, 200)
    assert.equal(codeOf(await lift('luqingming')), 'limit-not-in-force')
    const things = JSON.stringify((await house.call('hebailu', 'message.things-to-do')).body)
    assert.ok(things.includes('outcome.read'))
    const mine = (await house.call('hebailu', 'outcome.mine')).body as {
      limits: { kind: string; inForce: boolean; liftedFor: string | null }[]
    }
    assert.deepEqual(
      mine.limits.map(({ kind, inForce, liftedFor }) => [kind, inForce, liftedFor]).toSorted(),
      [
        ['appointmentHold', true, null],
        ['awards', false, '本人已补做承诺事项'],
      ],
    )
    const after = JSON.stringify((await house.call('hebailu', 'message.things-to-do')).body)
    assert.ok(!after.includes('outcome.read'), 'read on the own page')
  })

  it('R-187, S-223: a help plan names gaps, help and time; noted, evaluated after hearing the member, one at a time', async () => {
    const make = (who: Who, more: object = {}) =>
      house.call(who, 'help-plan.make', {
        ...{ memberId: hebailu, year: 2026, gaps: '承诺没有做完', measures: '每月谈一次，结对做事' },
        ...{ helperNames: ['顾夏至'], from: '2026-11-03', until: '2026-12-03' },
        ...more,
      })
    for (const who of ['hebailu', 'shenliqiu', 'hanhanlu', 'other'] as const)
      assert.equal((await make(who)).status, 404, who)
    for (const [change, code] of [
      [{ gaps: '' }, 'help-plan-needs-gaps'],
      [{ measures: '' }, 'help-plan-needs-measures'],
      [{ helperNames: [' '] }, 'help-plan-needs-helper'],
      [{ until: '2026-11-03' }, 'help-plan-dates-wrong'],
      [{ memberId: secretary }, 'help-plan-own-case'],
    ] as const)
      assert.equal(codeOf(await make('zhouguyu', change)), code)
    const both = await Promise.all([make('zhouguyu'), make('zhouguyu')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'help-plan-running-already'])
    const helpPlanId = String(both.find(({ status }) => status === 200)!.body.helpPlanId)
    const note = (who: Who, more: object = {}) =>
      house.call(who, 'help-plan.note', { helpPlanId, words: '上门谈了一次', on: '2026-11-03', ...more })
    const evaluate = (who: Who, more: object = {}) =>
      house.call(who, 'help-plan.evaluate', {
        helpPlanId,
        result: 'notChanged',
        memberWord: '我会再努力',
        ...more,
      })
    assert.equal(codeOf(await evaluate('zhouguyu')), 'help-plan-without-steps')
    assert.equal(codeOf(await evaluate('zhouguyu', { memberWord: '' })), 'help-plan-member-not-heard')
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal((await note(who)).status, 404, who)
    assert.equal(codeOf(await note('zhouguyu', { words: ' ' })), 'help-plan-step-empty')
    assert.equal(codeOf(await note('zhouguyu', { on: '2026-11-04' })), 'state-date-in-future')
    assert.equal((await note('zhouguyu')).body.steps, 1)
    assert.equal(codeOf(await evaluate('zhouguyu')), 'help-plan-too-early')
    const shown = (await house.call('hebailu', 'help-plan.show', { helpPlanId })).body as {
      steps: { words: string; by: string }[]
      may: string[]
    }
    assert.deepEqual([shown.steps[0]?.words, shown.steps[0]?.by, shown.may], ['上门谈了一次', '周谷雨', []])
    assert.equal((await house.call('qinlidong', 'help-plan.show', { helpPlanId })).status, 404)
    assert.equal((await house.call('other', 'help-plan.show', { helpPlanId })).status, 404)
    const list = (who: Who, org = orgId) =>
      house.call(who, 'help-plan.list', { orgId: org, state: 'running' })
    assert.deepEqual(
      [(await list('zhouguyu')).body.total, (await list('luqingming', yunxi)).body.total],
      [1, 1],
    )
    assert.equal((await list('hebailu')).status, 404)
    assert.equal((await evaluate('hebailu')).status, 404)
    assert.equal((await evaluate('zhouguyu', { result: 'changed' })).status, 200)
    assert.equal(codeOf(await evaluate('zhouguyu', { result: 'changed' })), 'help-plan-over')
    assert.equal(codeOf(await note('zhouguyu')), 'help-plan-over')
  })

  it('R-254, R-255: the province stands by title, the county enters versions with number and day', async () => {
    const list = async (who: Who) =>
      (await house.call(who, 'instrument.list')).body as {
        instruments: {
          kind: string
          title: string | null
          document: { number: string } | null
          versions: unknown[]
        }[]
        mayChange: boolean
      }
    const before = await list('zhouguyu')
    assert.equal(before.mayChange, false)
    assert.ok(before.instruments.find(({ kind }) => kind === 'tolerance')?.title?.includes('容错纠错'))
    assert.equal(before.instruments.find(({ kind }) => kind === 'warningMeasures')?.title, null)
    const enter = (who: Who, more: object = {}) =>
      house.call(who, 'instrument.enter', {
        ...{ kind: 'warningMeasures', title: '清源县党员干部预警办法', body: '清源县委组织部' },
        ...{ number: '清组发〔2026〕8号', on: '2026-03-01' },
        ...more,
      })
    for (const who of ['hebailu', 'zhouguyu', 'luqingming'] as const)
      assert.equal((await enter(who)).status, 403, who)
    assert.equal(codeOf(await enter('hanhanlu', { title: ' ' })), 'instrument-part-missing')
    assert.equal(codeOf(await enter('hanhanlu', { on: '2026-12-01' })), 'instrument-in-future')
    const both = await Promise.all([enter('hanhanlu'), enter('hanhanlu')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'instrument-entered-already'])
    assert.equal(
      (await enter('hanhanlu', { number: '清组发〔2026〕20号', on: '2026-10-01' })).body.version,
      2,
    )
    const after = (await list('hanhanlu')).instruments.find(({ kind }) => kind === 'warningMeasures')!
    assert.deepEqual([after.document?.number, after.versions.length], ['清组发〔2026〕20号', 2])
    const others = (await list('other')).instruments.find(({ kind }) => kind === 'warningMeasures')!
    assert.equal(others.versions.length, 0)
  })

  it('S-215: the commendation list goes out as a draft, and under a number with its sources; lists as sheets', async () => {
    const appraisalId = '01920000-0000-7000-8000-000000000001'
    await house.rows(
      `insert into appraisal (county_id, id, party_org_id, year, stage, basis_body, basis_number, basis_on, signed_on, edition, opened_by, opened_at)
       values ($1, $2, $3, 2026, 'feedback', '清源县委组织部', '1', '2026-11-01', '2026-11-02', 1, 'x', now()) returning id`,
      [house.county, appraisalId, orgId],
    )
    const file = (who: Who, operation: string, input: object) => house.call(who, operation, input)
    const of = { orgId: yunxi, year: 2026 }
    assert.equal(codeOf(await file('luqingming', 'commendation.draft-file', of)), 'outcome-list-empty')
    await house.rows(
      `insert into outcome_use (county_id, id, appraisal_id, party_org_id, member_id, year, grade, use, kind, body, state, drafted_by, drafted_on)
       select $1, gen_random_uuid(), $2, $3, m.id, 2026, 'qualified', 'countyAward', 'encouragement', 'baseCommittee', 'drafted', 'x', '2026-11-03'
       from member m where m.county_id = $1 and m.party_org_id = $3 order by m.id limit 30 returning id`,
      [house.county, appraisalId, orgId],
    )
    const draft = await file('luqingming', 'commendation.draft-file', of)
    const text = (reply: Reply) =>
      Buffer.from(unzipSync(reply.body.bytes as Uint8Array)['word/document.xml']!).toString('utf8')
    assert.ok(text(draft).includes('拟表彰党员名单') && text(draft).includes('本名单是建议'))
    const issue = (who: Who, number = '云党发〔2026〕15号') =>
      file(who, 'commendation.issue', { ...of, number })
    assert.equal(codeOf(await issue('luqingming')), 'outcome-list-empty', 'nothing is confirmed yet')
    const { rows } = (await house.call('luqingming', 'outcome.list', { ...of, use: 'countyAward' })).body as {
      rows: { id: string }[]
    }
    const useIds = rows.slice(0, 5).map(({ id }) => id)
    assert.equal(
      (await house.call('luqingming', 'outcome.confirm', { useIds, document: '云党发〔2026〕14号' })).status,
      200,
    )
    assert.equal((await issue('zhouguyu')).status, 404)
    assert.equal((await issue('hanhanlu')).status, 403, 'the list of a base committee is its own')
    assert.equal((await issue('other')).status, 404)
    assert.equal(codeOf(await issue('luqingming', '十五号')), 'document-number-wrong')
    const both = await Promise.all([issue('luqingming'), issue('luqingming')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'paper-number-taken'])
    const { papers, mayIssue } = (await house.call('luqingming', 'commendation.list', of)).body as {
      papers: { id: string; number: string; persons: number }[]
      mayIssue: boolean
    }
    assert.deepEqual(
      [papers.length, papers[0]?.number, papers[0]?.persons, mayIssue],
      [1, '云党发〔2026〕15号', 5, true],
    )
    const paper = await file('luqingming', 'commendation.file', { paperId: papers[0]!.id })
    assert.ok(text(paper).includes('云党发〔2026〕15号') && text(paper).includes('结果运用记录'))
    for (const who of ['hebailu', 'taochunfen', 'other'] as const)
      assert.equal((await file(who, 'commendation.file', { paperId: papers[0]!.id })).status, 404, who)
    const sheet = await file('luqingming', 'outcome.list-file', { ...of, list: 'commended' })
    const cells = Buffer.from(
      unzipSync(sheet.body.bytes as Uint8Array)['xl/worksheets/sheet1.xml']!,
    ).toString('utf8')
    assert.ok(cells.includes('表彰名单') && cells.includes('云党发〔2026〕14号') && cells.includes('共5项'))
    assert.equal(codeOf(await file('luqingming', 'outcome.list-file', { ...of, list: 'trips' })), 404)
    assert.equal(
      codeOf(await file('mengxiaoshu', 'outcome.list-file', { ...of, list: 'trips' })),
      'outcome-list-empty',
    )
    const limited = await impose('luqingming', { kind: 'awards' })
    assert.equal(limited.status, 200)
    const hers = await one("select id from outcome_use where member_id = $1 and use = 'countyAward'", [
      hebailu,
    ]).catch(() => undefined)
    if (hers !== undefined && !useIds.includes(hers))
      assert.equal(
        codeOf(await house.call('luqingming', 'outcome.confirm', { useIds: [hers], document: '一' })),
        'outcome-limited',
      )
  })
})
