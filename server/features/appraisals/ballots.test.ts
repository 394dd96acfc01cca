import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isInBox, readReceiptNumber, verifyReceipts } from '@steward/domain/appraisals/ballot-box.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { begin, type Call, drawNumber, giveOut, rollOf, show, type Walked } from './demo.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'
const county = 'qingyuan'
const MASSES = 300
type PaperPerson = {
  memberId: string
  pledges: object
  deeds: { words: string; times: number }[]
  report: { shortcomings: string } | null
}

describe('two ballots', async () => {
  const house = await openHouse()
  const call: Call = async (who, operation, input) => {
    const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const one = async (text: string, values: unknown[]) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgId = await one('select id from party_org where county_id = $1 and name = $2', [
    house.county,
    '石门村党支部',
  ])
  const memberOf = (name: string) =>
    one('select id from member where county_id = $1 and name = $2 and party_org_id = $3', [
      house.county,
      name,
      orgId,
    ])
  const secretaryMemberId = await memberOf('周谷雨')
  const walked: Walked = {
    ...{ call, county, orgId, year: 2026, secretary: 'zhouguyu', above: 'luqingming', secretaryMemberId },
  }
  const appraisalId = await begin(walked)
  // What comes before the ballots has its own tests.
  await house.rows(`update appraisal set stage = 'ballots' where id = $1`, [appraisalId])
  const graded = (await rollOf(walked))
    .filter(({ place }) => place === 'graded')
    .map(({ memberId }) => memberId)
  const hebailu = await memberOf('何白露')
  const qinlidong = await memberOf('秦立冬')
  const marksOf = (but: string | null, grade = 'qualified') =>
    graded.filter((memberId) => memberId !== but).map((memberId) => ({ memberId, grade }))
  const cast = (boxId: string, token: string, more: object = {}) =>
    house.call(null, 'ballot.cast', {
      county,
      boxId,
      token,
      receipt: drawNumber(),
      marks: marksOf(null),
      ...more,
    })
  const count = async (table: string, boxId: string) =>
    (
      await house.rows<{ n: number }>(`select count(*)::int as n from ${table} where box_id = $1`, [boxId])
    )[0]!.n
  let membersBox = ''
  const branchMembers = (
    await house.rows<{ n: number }>(
      `select count(*)::int as n from member where party_org_id = $1 and state in ('active', 'suspended')`,
      [orgId],
    )
  )[0]!.n
  const reportOf = (memberId: string, state: string) =>
    house.rows(
      `insert into duty_report (county_id, id, appraisal_id, member_id, state, words, facts, submitted_on)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, '2026-11-02')`,
      [
        ...[house.county, appraisalId, memberId, state],
        JSON.stringify({
          pledges: '',
          deeds: '',
          gains: '学会修渠',
          shortcomings: '开会发言少',
          lastYearProblems: '',
          nextYear: '管好水渠',
        }),
        JSON.stringify({
          deeds: [
            ['教人用手机', 30],
            ['教人用手机', 25],
            ['捡垃圾', 5],
            ['修渠两百米', 60],
            ['到会三次', 50],
          ].map(([words, points]) => ({ words, points })),
        }),
      ],
    )
  await reportOf(qinlidong, 'submitted')
  await reportOf(secretaryMemberId, 'drafted')

  it('R-188, R-052: a box each; full members of the roll vote, the masses are listed by name', async () => {
    const open = (who: Who, paper: string, voters: string[] = []) =>
      house.call(who, 'ballot.open-box', { appraisalId, paper, voters })
    assert.equal((await open('hebailu', 'members')).status, 404)
    assert.equal((await open('other', 'members')).status, 404)
    assert.equal(codeOf(await open('zhouguyu', 'masses')), 'ballot-nobody-listed')
    assert.equal(codeOf(await open('zhouguyu', 'masses', ['王婶', '王婶'])), 'ballot-name-twice')
    const opened = await open('zhouguyu', 'members')
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    membersBox = String(opened.body.boxId)
    assert.equal(codeOf(await open('zhouguyu', 'members')), 'ballot-box-there')
    const full = (
      await house.rows<{ n: number }>(
        `select count(*)::int as n from member where party_org_id = $1 and state = 'active' and membership_kind = 'full'`,
        [orgId],
      )
    )[0]!.n
    assert.equal(opened.body.voters, full)
    assert.equal(
      codeOf(
        await house.call('zhouguyu', 'appraisal.go-back', {
          appraisalId,
          revision: (await show(walked)).revision,
          reason: '重投',
        }),
      ),
      'appraisal-box-stays-closed',
    )
  })

  it('R-184: a token once, cast once; the same receipt sent again is the same ballot', async () => {
    const boxId = membersBox
    const token = drawNumber()
    const take = (who: Who, number = token) => house.call(who, 'ballot.take-token', { boxId, token: number })
    assert.equal(codeOf(await take('hebailu', 'SHORT')), 'ballot-receipt-short')
    const took = await house.call('hebailu', 'ballot.take-token', { boxId, token }, { key: 't' })
    assert.deepEqual([took.status, took.body], [200, {}])
    assert.deepEqual(
      (await house.call('hebailu', 'ballot.take-token', { boxId, token }, { key: 't' })).body,
      {},
    )
    assert.equal((await take('hebailu')).status, 200, 'the same one again')
    assert.equal(codeOf(await take('hebailu', drawNumber())), 'ballot-already-cast')
    assert.equal((await take('shenliqiu')).status, 404)
    assert.equal((await take('other')).status, 404)
    const read = await house.call(null, 'ballot.read-paper', { county, boxId, token })
    const persons = read.body.persons as { memberId: string }[]
    assert.deepEqual(
      [persons.length, persons.some(({ memberId }) => memberId === hebailu)],
      [graded.length - 1, false],
    )
    assert.equal(read.body.excellentLimit, Math.floor(branchMembers / 3))
    const about = (read.body.persons as PaperPerson[]).find(({ memberId }) => memberId === qinlidong)!
    assert.deepEqual(about.pledges, { all: 0, kept: 0, judged: 0 })
    assert.deepEqual(
      about.deeds,
      [
        { words: '修渠两百米', times: 1 },
        { words: '教人用手机', times: 2 },
        { words: '到会三次', times: 1 },
      ],
      'those with most points, the same once',
    )
    assert.equal(about.report?.shortcomings, '开会发言少')
    assert.equal(
      (read.body.persons as PaperPerson[]).find(({ memberId }) => memberId === secretaryMemberId)!.report,
      null,
      'what is not handed in is not shown',
    )
    assert.equal(
      codeOf(await house.call(null, 'ballot.read-paper', { county, boxId, token: drawNumber() })),
      'ballot-token-wrong',
    )
    assert.equal(codeOf(await cast(boxId, token)), 'ballot-own-person')
    assert.equal(codeOf(await cast(boxId, token, { marks: [] })), 'ballot-nothing-marked')
    assert.equal(
      codeOf(await cast(boxId, token, { marks: [{ memberId: crypto.randomUUID(), grade: 'qualified' }] })),
      'ballot-stranger-marked',
    )
    assert.equal(codeOf(await cast(boxId, drawNumber(), { marks: marksOf(hebailu) })), 'ballot-token-wrong')
    assert.equal(
      codeOf(await cast(boxId, token, { marks: marksOf(hebailu), receipt: 'x' })),
      'ballot-receipt-short',
    )
    assert.equal((await cast(boxId, token, { county: 'linshui' })).status, 404)
    const ballot = { receipt: drawNumber(), marks: marksOf(hebailu, 'excellent') }
    const both = await Promise.all([cast(boxId, token, ballot), cast(boxId, token, ballot)])
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    )
    assert.equal((await cast(boxId, token, ballot)).status, 200)
    assert.deepEqual(
      [await count('ballot_receipt', boxId), await count('ballot_slip', boxId)],
      [1, graded.length - 1],
    )
    assert.equal(
      codeOf(await cast(boxId, token, { marks: marksOf(hebailu) })),
      'ballot-token-wrong',
      'used up',
    )
    assert.equal(codeOf(await take('hebailu', drawNumber())), 'ballot-already-cast')
  })

  it('R-338: a paper instead of a token; who has cast gets none', async () => {
    const { rows } = (await house.call('zhouguyu', 'ballot.voters', { boxId: membersBox })).body as {
      rows: { voterId: string; name: string; state: string }[]
    }
    const idOf = (name: string) => rows.find((row) => row.name === name)!.voterId
    const paper = (who: Who, name: string) =>
      house.call(who, 'ballot.give-paper', { boxId: membersBox, voterId: idOf(name) })
    assert.equal(
      rows.find(({ name }) => name === '何白露')?.state,
      'tokenGiven',
      'no more than that is known',
    )
    assert.equal(codeOf(await paper('zhouguyu', '何白露')), 'ballot-already-cast')
    const token = drawNumber()
    assert.equal(
      (await house.call('qinlidong', 'ballot.take-token', { boxId: membersBox, token })).status,
      200,
    )
    assert.equal((await paper('hebailu', '秦立冬')).status, 404)
    assert.equal((await paper('zhouguyu', '秦立冬')).status, 200, 'the token is void with it')
    assert.equal(codeOf(await cast(membersBox, token, { marks: marksOf(qinlidong) })), 'ballot-token-wrong')
    assert.equal(codeOf(await paper('zhouguyu', '秦立冬')), 'ballot-voter-has-paper')
    assert.equal(
      codeOf(await house.call('zhouguyu', 'ballot.close-box', { boxId: membersBox })),
      'ballot-papers-not-counted',
    )
    const persons = graded.map((memberId) => ({
      memberId,
      counts: {
        excellent: 0,
        qualified: memberId === qinlidong ? 0 : 1,
        basicallyQualified: 0,
        unqualified: 0,
      },
      abstained: memberId === qinlidong ? 1 : 0,
    }))
    const sums = { issued: 1, cast: 1, spoiled: 0, returnedBlank: 0, notReturned: 0, persons }
    const enter = (change: object = {}, counters = ['何白露', '王婶'], who: Who = 'zhouguyu') =>
      house.call(who, 'ballot.count-paper', { boxId: membersBox, count: { ...sums, ...change }, counters })
    assert.equal(codeOf(await enter({ cast: 2 })), 'ballot-papers-do-not-add-up')
    assert.equal(codeOf(await enter({ issued: 2, cast: 1, notReturned: 1 })), 'ballot-papers-not-those-given')
    assert.equal(codeOf(await enter({}, ['何白露'])), 'ballot-one-counter')
    assert.equal(codeOf(await enter({ persons: persons.slice(1) })), 'ballot-persons-differ')
    assert.equal((await enter({}, undefined, 'hebailu')).status, 404)
    assert.equal((await enter()).status, 200)
  })

  it('300 casts at once: none lost, none twice; 300 others after the box has closed find it closed', async () => {
    const names = Array.from({ length: MASSES }, (_, at) => `群众代表${at + 1}`)
    const { boxId, voters } = await giveOut(walked, 'masses', names)
    const [first] = voters
    const paper = await house.call(null, 'ballot.read-paper', { county, boxId, token: first!.token })
    const persons = paper.body.persons as PaperPerson[]
    assert.ok(
      persons.every(({ report }) => report === null),
      'members speak of themselves before members',
    )
    assert.equal(persons.find(({ memberId }) => memberId === qinlidong)!.deeds.length, 3)
    const marks = marksOf(null)
    const ballots = voters.map(({ token }) => ({ token, receipt: drawNumber() }))
    const replies = await Promise.all(
      ballots.map((ballot) => cast(boxId, ballot.token, { receipt: ballot.receipt, marks })),
    )
    assert.deepEqual(
      replies.filter(({ status }) => status !== 200).map((reply) => reply.body),
      [],
    )
    assert.equal(await count('ballot_receipt', boxId), MASSES)
    assert.equal(await count('ballot_slip', boxId), MASSES * graded.length)
    assert.equal(await count('ballot_token', boxId), 0)
    const [closed, ...late] = await Promise.all([
      house.call('zhouguyu', 'ballot.close-box', { boxId }),
      ...ballots.slice(0, 20).map(({ token }) => cast(boxId, token)),
    ])
    assert.deepEqual([closed.status, closed.body.cast], [200, MASSES])
    for (const reply of late)
      assert.ok(['ballot-box-closed', 'ballot-token-wrong'].includes(String(codeOf(reply))))
    const list = await house.call('hebailu', 'ballot.receipts', { boxId })
    const receipts = list.body.receipts as string[]
    assert.deepEqual(receipts, receipts.toSorted())
    assert.ok(ballots.every(({ receipt }) => isInBox(boxId, readReceiptNumber(receipt)!, receipts, sha256)))
    assert.ok(!isInBox(boxId, readReceiptNumber(drawNumber())!, receipts, sha256))
    assert.equal((await house.call('shenliqiu', 'ballot.receipts', { boxId })).status, 404)
    const sealed = (box: string, of = county) => house.call(null, 'ballot.sealed', { county: of, boxId: box })
    const open = await sealed(boxId)
    assert.deepEqual([open.status, open.body.paper, open.body.state], [200, 'masses', 'closed'])
    const published = open.body.sealed as {
      seal: string
      receipts: string[]
      slips: number
      proof: string[]
    }
    assert.deepEqual([published.receipts, published.slips], [receipts, MASSES * graded.length])
    assert.ok(verifyReceipts({ id: boxId, paper: 'masses' }, published, published.seal, sha256))
    const fewer = { ...published, receipts: published.receipts.slice(1) }
    assert.ok(!verifyReceipts({ id: boxId, paper: 'masses' }, fewer, published.seal, sha256))
    assert.equal((await sealed(membersBox)).body.sealed, null, 'not while it is open')
    assert.equal((await sealed(boxId, 'linshui')).status, 404)
    assert.equal((await sealed(boxId, 'nowhere')).status, 404)
    assert.equal(
      codeOf(await house.call('zhouguyu', 'ballot.receipts', { boxId: membersBox })),
      'ballot-box-open',
    )
    assert.equal(codeOf(await house.call('zhouguyu', 'ballot.close-box', { boxId })), 'ballot-box-closed')
  })

  it('R-184: splits are published of closed boxes, and not where all say the same or few have voted', async () => {
    const { boxes } = (await house.call('hebailu', 'ballot.split', { appraisalId })).body as {
      boxes: {
        paper: string
        electronic: { cast: number }
        persons: { counts: object | null; because: string | null }[]
      }[]
    }
    assert.deepEqual(
      boxes.map(({ paper }) => paper),
      ['masses'],
    )
    assert.equal(boxes[0]!.electronic.cast, MASSES)
    assert.ok(boxes[0]!.persons.every(({ counts, because }) => counts === null && because === 'unanimous'))
    const closed = await house.call('zhouguyu', 'ballot.close-box', { boxId: membersBox })
    assert.deepEqual([closed.status, closed.body.cast], [200, 2])
    const after = (await house.call('hebailu', 'ballot.split', { appraisalId })).body.boxes as typeof boxes
    assert.ok(
      after
        .find(({ paper }) => paper === 'members')!
        .persons.every(({ because }) => because === 'few-ballots'),
    )
    assert.equal((await house.call('other', 'ballot.split', { appraisalId })).status, 404)
    assert.equal((await house.call('hanliqiu', 'ballot.split', { appraisalId })).status, 404)
    assert.equal(
      codeOf(
        await house.call('zhouguyu', 'appraisal.go-on', {
          appraisalId,
          revision: (await show(walked)).revision,
        }),
      ),
      'appraisal-assembly-missing',
    )
  })
})
