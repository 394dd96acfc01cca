import assert from 'node:assert/strict'
import type { CastName } from '#demo/cast.ts'
import {
  ballots,
  begin,
  type Call,
  goOn,
  hang,
  reports,
  rollOf,
  settle,
  show,
  sign,
  type Walked,
  words,
} from '#features/appraisals/demo.ts'
import type { House } from './testing.ts'

/** A branch of the cast on its way through the appraisal of a year; `best` are as many others as may be excellent, less one. */
export type Appraised = {
  readonly walked: Walked
  readonly appraisalId: string
  readonly graded: readonly { readonly memberId: string; readonly name: string }[]
  readonly best: readonly string[]
  /** Posts the notice of the results, and goes on when the clock of the house says it is over. */
  post(): Promise<void>
  goOn(): Promise<void>
}

/** 石门村党支部 from the opening to the signature, with low grades for those named; everybody else is qualified. */
export async function signedBranch(
  house: House,
  orgId: string,
  secretaryMemberId: string,
  low: ReadonlyMap<string, 'basicallyQualified' | 'unqualified'>,
): Promise<Appraised> {
  const call: Call = async (who, operation, input) => {
    // Nobody signs in to read a paper; everybody else is of the cast.
    const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const walked: Walked = {
    ...{ call, county: 'qingyuan', orgId, year: 2026, secretary: 'zhouguyu', above: 'luqingming' },
    secretaryMemberId,
  }
  const appraisalId = await begin(walked)
  await reports(walked)
  await words(walked)
  await ballots(walked, ['王婶', '李伯', '张叔', '赵姨', '孙姐', '钱哥'])
  const { excellentLimit } = await show(walked)
  const graded = (await rollOf(walked)).filter(({ place }) => place === 'graded')
  const best = graded
    .filter(({ memberId }) => memberId !== secretaryMemberId && !low.has(memberId))
    .slice(0, excellentLimit - 1)
    .map(({ memberId }) => memberId)
  await settle(walked, new Map([...best.map((id) => [id, 'excellent'] as const), ...low]))
  await sign(walked)
  return {
    ...{ walked, appraisalId, graded, best },
    async post() {
      await hang(walked)
    },
    async goOn() {
      await goOn(walked)
    },
  }
}
