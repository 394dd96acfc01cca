import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankByWords } from './likely-item.ts'

const items = [
  '学一样，讲一次。学完在小组会、院坝会上讲给大家听',
  '志愿服务。自愿参加，每小时记 0.2 分',
  '调解邻里纠纷。调解成一件记 0.4 分',
  '教技术：果树、畜牧、手机。教会一户记 0.4 分',
]

test('S-159: what was said brings the likely item to the front; all of them stay to choose from', () => {
  const table: readonly [said: string, first: number][] = [
    ['昨天调解了两家邻里的纠纷', 2],
    ['教老李家用手机缴医保', 3],
    ['去村口志愿服务了两个小时', 1],
    ['在院坝会上讲了修渠的事', 0],
  ]
  for (const [said, first] of table) {
    const order = rankByWords(said, items)
    assert.equal(order[0], first, said)
    assert.deepEqual(order.toSorted(), [0, 1, 2, 3])
  }
  assert.deepEqual(rankByWords('', items), [0, 1, 2, 3])
})
