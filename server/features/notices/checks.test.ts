import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { noticeInvariants } from './checks.ts'

describe('invariants of notices', async () => {
  const house = await openHouse()
  const breaches = async () =>
    await onConnection(house.pool, false, async (client) => {
      const found: string[] = []
      for (const invariant of noticeInvariants) {
        const { breaches: named } = await invariant.find(
          countyTx(client, house.county),
          cryptoByCounty(Buffer.alloc(32, 7))(house.county),
        )
        if (named.length > 0) found.push(invariant.id)
      }
      return found
    })
  const [org] = await house.rows<{ id: string }>('select id from party_org where name = $1', ['石门村党支部'])
  const draft = {
    kind: 'other',
    scope: 'villageBoard',
    title: '村级工程招标结果',
    body: '现将结果公示如下。',
    contactOffice: '云溪镇党建办',
    contactPhone: '0000-7654321',
    routes: ['page', 'phone', 'paper'],
    workingDays: 5,
    names: 'masked',
  }

  const hang = async () => {
    const made = await house.call('zhouguyu', 'notice.draft', { orgId: org!.id, draft })
    const { noticeId } = made.body
    await house.call('zhouguyu', 'notice.check', {
      ...{ noticeId, revision: 1, figuresCompared: true, enclosesEvidence: false },
    })
    await house.call('luqingming', 'notice.post', { noticeId, revision: 2 })
    return String(noticeId)
  }

  it('hold after a whole course, and a planted breach of each is named', async () => {
    const noticeId = await hang()
    const { code } = (await house.call('zhouguyu', 'notice.show', { noticeId })).body
    await house.call(null, 'objection.raise-open', { county: 'qingyuan', code, text: '请核对金额' })
    const { rows } = (await house.call('zhouguyu', 'objection.list', { noticeId })).body as {
      rows: { id: string }[]
    }
    const objectionId = rows[0]!.id
    const [county] = await house.rows<{ id: string }>(
      `select id from account where account_name = 'hanhanlu'`,
    )
    await house.call('luqingming', 'objection.assign', { objectionId, accountId: county!.id })
    await house.call('hanhanlu', 'objection.decide', { objectionId, upheld: true, answer: '金额写错了' })
    const other = await hang()
    assert.deepEqual(await breaches(), [])

    await house.rows('delete from notice_sheet where notice_id = $1', [noticeId])
    await house.rows(
      `update notice set approved_by_account_id = drafted_by_account_id, ends_on = ends_on + 1 where id = $1`,
      [other],
    )
    await house.rows(
      `update objection set decided_before = decided_before || decided_by::text, answer = '别的' where id = $1`,
      [objectionId],
    )
    assert.deepEqual((await breaches()).toSorted(), [
      'notices.answers-written',
      'notices.decided-apart',
      'notices.posted-checked',
      'notices.sheets-kept',
      'notices.terms-in-working-days',
    ])
    await house.rows(
      `update objection set notice_id = $1, state = 'received', raised_on = '2026-11-04' where id = $2`,
      [other, objectionId],
    )
    await house.rows(`update notice set state = 'settled', settled_on = '2026-11-20' where id = $1`, [other])
    assert.ok((await breaches()).includes('notices.settled-answered'))
  })
})
