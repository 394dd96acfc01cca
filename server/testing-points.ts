import { plainDate, toPlainDate } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { openManyPostings } from '#features/points/queries-bulk.ts'
import { sealLedger } from '#features/points/queries-seal.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { type Context, GUEST } from '#platform/context.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { newIdAt } from '#platform/new-id.ts'
import type { House, Reply } from './testing.ts'

export type TestDeed = {
  /** Name of a member. */
  readonly who: string
  readonly on: string
  readonly item: string
  readonly raw: number
  readonly reviewer?: string
  readonly evidence?: readonly string[]
}

type TestContext = Pick<Context, 'tx' | 'now' | 'today' | 'newId' | 'actor'>

/** A transaction of the house as a job has one, for doors that have no operation. */
export async function inCounty<T>(
  house: House,
  at: string,
  work: (context: TestContext) => Promise<T>,
): Promise<T> {
  const now = new Date(at)
  return await onConnection(house.pool, true, async (client) =>
    work({
      tx: countyTx(client, house.county),
      now,
      today: toPlainDate(now),
      newId: () => newIdAt(now),
      actor: GUEST,
    }),
  )
}

export async function memberOf(house: House, name: string): Promise<{ id: string; orgId: string }> {
  const [row] = await house.rows<{ id: string; orgId: string }>(
    `select id, party_org_id as "orgId" from member where county_id = $1 and name = $2`,
    [house.county, name],
  )
  if (row === undefined) throw new Error(`Nobody is called ${name}`)
  return row
}

/** Lines for named members through the bulk door, under the schemes of the county; answers with their ids in order. */
export async function postDeeds(house: House, at: string, deeds: readonly TestDeed[]): Promise<string[]> {
  const people = new Map<string, { id: string; orgId: string }>()
  for (const { who } of deeds) people.set(who, await memberOf(house, who))
  const accounts = await house.rows<{ id: string; name: string; memberId: string | null }>(
    `select id, account_name as name, member_id as "memberId" from account where county_id = $1`,
    [house.county],
  )
  return await inCounty(house, at, async (context) => {
    const ids = [...people.values()].map(({ id }) => id)
    const year = Number(deeds[0]?.on.slice(0, 4) ?? context.today.slice(0, 4))
    const versions = await loadVersions(context.tx)
    const facts = await findScoringFacts(context.tx, ids, context.today)
    const postings = await openManyPostings(context, { memberIds: ids, year })
    const entries = await postings.post(
      context,
      deeds.map(({ who, on, item, raw, reviewer, evidence }) => {
        const person = people.get(who)
        const own = person && facts.get(person.id)
        const deedOn = plainDate(on)
        const version = own && schemeForMember(versions, own, deedOn.slice(0, 7) as never)
        if (person === undefined || version === undefined) throw new Error(`No scheme for ${who}`)
        const by = accounts.find(({ name }) => name === reviewer)
        return {
          ...{
            memberId: person.id,
            orgId: person.orgId,
            version,
            itemCode: item,
            deedOn,
            raw: toPoints(raw),
          },
          authorId: person.id,
          reviewerId: by?.id ?? null,
          reviewerMemberId: by?.memberId ?? null,
          source: { kind: by === undefined ? 'automatic' : 'claim', id: context.newId() },
          evidence: evidence ?? [],
        }
      }),
    )
    return entries.filter(({ kind }) => kind === 'award').map(({ id }) => id)
  })
}

/** Takes everything posted into the log, as the nightly job does. */
export async function seal(house: House, at: string) {
  return await inCounty(house, at, (context) => sealLedger(context, context.today, true))
}

/** The code of a refusal; undefined where the answer is none. */
export function refusalOf({ body }: Reply): string | undefined {
  const refusal = body['refusal']
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal
    ? String(refusal.code)
    : undefined
}
