import { gradeWords } from '@steward/domain/appraisals/grade.ts'
import { bodyWords, listWords, useWords } from '@steward/domain/outcomes/outcome-words.ts'
import type { OutcomeList } from '@steward/domain/outcomes/outcome-list.ts'
import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import type { Cell } from '#platform/sheets/sheet.ts'
import { writeXlsx } from '#platform/sheets/write.ts'
import type { KeptUse } from './queries-use.ts'

const HEAD = [
  '序号',
  '姓名',
  '所在党组织',
  '评议格次',
  '用途',
  '由谁决定',
  '状态',
  '决定日期',
  '依据文件',
] as const
const WIDTHS = [6, 12, 30, 12, 22, 18, 10, 14, 32]
const states = { drafted: '建议', confirmed: '已定', declined: '未采用', withdrawn: '已撤回' } as const

/** A list of uses as a sheet: title, head, rows, and at the foot what it rests on, who took it and when. */
export async function listSheet(of: {
  readonly list: OutcomeList
  readonly orgName: string
  readonly year: number
  readonly rows: readonly KeptUse[]
  readonly foot: string
}): Promise<Uint8Array> {
  const title = `${of.orgName}${of.year}年度${listWords[of.list]}`
  function* lines(): Generator<Cell[]> {
    yield [title]
    yield [...HEAD]
    for (const [at, use] of of.rows.entries()) yield cellsOf(use, at + 1)
    yield [of.foot]
  }
  const right = HEAD.length - 1
  const bottom = of.rows.length + 2
  return await writeXlsx({
    name: listWords[of.list],
    widths: WIDTHS,
    headRows: 2,
    merged: [
      { top: 0, left: 0, bottom: 0, right },
      { top: bottom, left: 0, bottom, right },
    ],
    rows: lines(),
  })
}

function cellsOf(use: KeptUse, number: number): Cell[] {
  const decided = isAdverseKind(use.kind) && use.served !== null ? use.served.decidedOn : use.decidedOn
  return [
    ...[number, use.memberName, use.orgName, gradeWords[use.grade], useWords[use.use], bodyWords[use.body]],
    ...[states[use.state], decided, use.document],
  ]
}
