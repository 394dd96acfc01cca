import { type ChannelCount, checkChannel } from '@steward/domain/appraisals/ballot.ts'
import { sealOf } from '@steward/domain/appraisals/ballot-box.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { PastBox } from '#features/appraisals/queries-bulk.ts'
import { systemHashes } from '#features/points/queries-log.ts'
import { newIdAt } from '#platform/new-id.ts'
import { randomUUID } from 'node:crypto'
import { type Made, momentOf, must } from './appraised-branch.ts'
import { drawName } from './plan/names.ts'
import { planGrades, planMarks } from './plan/plan-year.ts'

const MASSES = 7

export type Ballots = {
  readonly counts: Readonly<Record<'members' | 'masses', ChannelCount>>
  readonly seals: Readonly<Record<'members' | 'masses', string | null>>
  readonly boxes: readonly PastBox[]
  readonly assembly: { readonly shouldAttend: number; readonly present: number }
  readonly grades: ReadonlyMap<string, Grade>
}

/** Both papers, counted at the table by two. */
export function makeBallots(made: Made): Ballots {
  const { branch, graded, draw, fullMembers } = made
  const plan = graded.map(({ member, fixed }) => ({ id: member.id, fixed }))
  const grades = planGrades(plan, branch.members.length, draw)
  const present = Math.max(
    Math.floor(fullMembers / 2) + 1,
    Math.round((fullMembers * draw.between(84, 100)) / 100),
  )
  const comes = graded.slice(0, Math.min(present, graded.length))
  const masses = new Set<string>()
  while (masses.size < MASSES) drawName(draw, masses)
  const members = comes.map(({ member }) => ({ memberId: member.id, name: member.name }))
  const others = [...masses].map((name) => ({ memberId: null, name }))
  const boxes = [makeBox(made, grades, 'members', members), makeBox(made, grades, 'masses', others)] as const
  return {
    counts: { members: boxes[0].count, masses: boxes[1].count },
    seals: { members: boxes[0].seal, masses: boxes[1].seal },
    boxes,
    assembly: { shouldAttend: fullMembers, present: Math.min(present, fullMembers) },
    grades,
  }
}

function makeBox(
  { graded, draw, frame, branch }: Made,
  grades: ReadonlyMap<string, Grade>,
  paper: 'members' | 'masses',
  voters: readonly { readonly memberId: string | null; readonly name: string }[],
): PastBox {
  const ids = graded.map(({ member }) => member.id)
  const issued = voters.length
  const spoiled = issued > 12 && draw.chance(10) ? 1 : 0
  const valid = issued - spoiled
  const present = new Set(voters.flatMap(({ memberId }) => memberId ?? []))
  const persons = ids.map((id) => planMarks(id, grades.get(id) ?? 'qualified', valid, present.has(id), draw))
  const count = { issued, cast: issued, spoiled, returnedBlank: 0, notReturned: 0, persons }
  const id = newIdAt(momentOf(frame.days.assemblyOn))
  const box = { id, paper, state: 'closed' as const, graded: ids }
  const seal = must(sealOf(box, { receipts: [], slips: [] }, systemHashes.sha256))
  return {
    ...{ id, paper, seal, graded: ids },
    // Ids of voters are drawn by chance, not by time.
    voters: voters.map((voter) => ({ ...voter, id: randomUUID() })),
    count: must(checkChannel(count, ids)),
    counters: [branch.own.name, branch.other.name],
  }
}
