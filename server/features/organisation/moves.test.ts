import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canStandBelow, type OrgKind } from '@steward/domain/organisation/party-org.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { newIdAt } from '#platform/new-id.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { organisationInvariants } from './checks.ts'
import { insertOrgs, type NewOrg } from './queries-bulk.ts'

const kinds = ['baseCommittee', 'generalBranch', 'branch', 'partyGroup'] as const
const decided = {
  on: '2026-11-03',
  decidedOn: '2026-11-02',
  documentNumber: '清组〔2026〕1号',
  reason: '试验',
}

const sealing = cryptoByCounty(Buffer.alloc(32, 7))

type Made = { id: string; kind: OrgKind }

describe('random trees and random moves', async () => {
  const house = await openHouse()
  const [root] = await house.rows<{ id: string }>("select id from party_org where name = '清源县委'")
  const rootId = root?.id ?? ''
  let run = 0

  /** A tree from numbers: each picks a kind and, among the nodes it may stand below, a parent. */
  async function plant(seeds: readonly { kind: number; parent: number }[]): Promise<Made[]> {
    run += 1
    const made: (NewOrg & Made)[] = []
    for (const [index, seed] of seeds.entries()) {
      const kind = kinds[seed.kind] ?? 'branch'
      const parents = [{ id: rootId, kind: 'countyCommittee' as const }, ...made].filter((one) =>
        canStandBelow(kind, one.kind),
      )
      const parent = parents[seed.parent % Math.max(1, parents.length)]
      if (parent === undefined) continue
      made.push({
        id: newIdAt(TEST_NOW),
        parentId: parent.id,
        kind,
        form: kind === 'branch' ? 'independent' : null,
        field: 'rural',
        unitKind: 'other',
        canApprove: false,
        name: `第${run}轮${index}`,
        foundedOn: plainDate('2001-07-01'),
      })
    }
    await onConnection(house.pool, true, async (client) => {
      const entry = {
        by: '试验',
        accountId: null,
        at: TEST_NOW,
        today: plainDate('2026-11-03'),
        reason: '试验',
        newId: () => newIdAt(TEST_NOW),
      }
      const placed = await insertOrgs(countyTx(client, house.county), made, entry)
      assert.equal(placed.ok, true)
    })
    return made
  }

  async function breaches(): Promise<string[]> {
    return await onConnection(house.pool, false, async (client) => {
      const tx = countyTx(client, house.county)
      const found: string[] = []
      for (const { id, find } of organisationInvariants) {
        if (!/one-root|path-follows|parent-fits|closed-is-empty/.test(id)) continue
        found.push(...(await find(tx, sealing(house.county))).breaches)
      }
      return found
    })
  }

  it('R-013: whatever is moved where, every path is its parent’s and its own number', async () => {
    const seed = fc.record({ kind: fc.nat(3), parent: fc.nat(30) })
    const move = fc.record({ org: fc.nat(30), target: fc.nat(30) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(seed, { minLength: 3, maxLength: 20 }),
        fc.array(move, { minLength: 3, maxLength: 12 }),
        async (seeds, moves) => {
          const made = await plant(seeds)
          if (made.length === 0) return
          for (const { org, target } of moves) {
            const moved = made[org % made.length]
            const below = [{ id: rootId }, ...made][target % (made.length + 1)]
            const [row] = await house.rows<{ revision: number }>(
              'select revision from party_org where id = $1',
              [moved?.id],
            )
            const input = { orgId: moved?.id, revision: row?.revision, parentId: below?.id, ...decided }
            const reply = await house.call('hanhanlu', 'organisation.move', input)
            assert.ok([200, 409].includes(reply.status), JSON.stringify(reply.body))
          }
          assert.deepEqual(await breaches(), [])
        },
      ),
      { numRuns: 12, seed: 276, endOnFailure: true },
    )
  })
})
