import assert from 'node:assert/strict'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from './testing.ts'

type Body = Record<string, unknown>
type Sums = {
  readonly balance: number
  readonly lines: number
  readonly entries: number
  readonly counted: number
}

/** A house with one who reports (何白露), a reviewer beside the secretary (秦立冬), and what tests of claims do over and over. */
export async function openClaims() {
  const house = await openHouse()
  /** The first row of a statement that must find one. */
  const one = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row> => {
    const [row] = await house.rows<Row>(text, [house.county, ...values])
    return row ?? assert.fail(`Nothing found: ${text}`)
  }
  const idOf = async (name: string) =>
    (await one<{ id: string }>('select id from member where county_id = $1 and name = $2', name)).id
  const orgOf = async (name: string) =>
    (await one<{ id: string }>('select id from party_org where county_id = $1 and name = $2', name)).id
  const [hebailu, qinlidong, shimen] = [
    await idOf('何白露'),
    await idOf('秦立冬'),
    await orgOf('石门村党支部'),
  ]
  let keys = 0
  /** A number that was not given before, for keys and words. */
  const next = () => ++keys
  /** `yes`, the code of the refusal, or the status. */
  const codeOf = ({ status, body }: Reply) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const claimOf = (id: unknown) => one<Body>('select * from claim where county_id = $1 and id = $2', id)
  const revisionOf = async (id: unknown) => Number((await claimOf(id)).revision)
  const item = (itemCode: string) => ({ kind: 'item', itemCode })
  /** A deed reported, with what is changed of it; the id of its claim. */
  const submit = async (change: Body = {}, who: CastName = 'hebailu') => {
    const input = { deviceKey: `review-key-${next()}`, target: item('village-work'), ...change }
    const reply = await house.call(who, 'claim.submit', input)
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.claimId)
  }
  const decide = async (
    who: CastName | 'other',
    verb: 'approve' | 'adjust' | 'return' | 'refuse',
    claimId: string,
    more: Body = {},
  ) => await house.call(who, `claim.${verb}`, { claimId, revision: await revisionOf(claimId), ...more })
  const linesOf = async (claimId: string) =>
    await house.rows<Body>(
      `select kind, credited, raw, limit_by, month, reason, reviewer_id, evidence from ledger_entry
       where county_id = $1 and source_kind = 'claim' and source_id = $2 order by posted_at, id`,
      [house.county, claimId],
    )
  /** The balance of a member's year beside the sum of the lines. */
  const sumsOf = (memberId: string) =>
    one<Sums>(
      `select base + duty + pledges_and_tasks + service_and_example + bonus + deductions as balance,
         (select sum(credited)::int from ledger_entry e where e.member_id = b.member_id) as lines,
         entry_count as entries, (select count(*)::int from ledger_entry e where e.member_id = b.member_id) as counted
       from points_balance b where county_id = $1 and member_id = $2 and year = 2026`,
      memberId,
    )
  const assertBalanced = async (memberId: string) => {
    const { balance, lines, entries, counted } = await sumsOf(memberId)
    assert.deepEqual([balance, entries], [lines, counted])
  }
  const account = await one<{ id: string }>(
    `select id from account where county_id = $1 and account_name = 'qinlidong'`,
  )
  const grant = await house.call('fengdahan', 'access.grant', {
    ...{ accountName: 'qinlidong', accountId: account.id, role: 'branch-committee', orgId: shimen },
    ...{ fromOn: '2026-11-01', untilOn: null },
  })
  assert.equal(grant.status, 200, JSON.stringify(grant.body))
  return {
    ...{ house, idOf, orgOf, hebailu, qinlidong, shimen, codeOf, claimOf, revisionOf },
    ...{ submit, item, decide, linesOf, sumsOf, assertBalanced, next },
  }
}
