import { isLate } from '@steward/domain/claims/claim.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Stage } from './fill-activity.ts'

/** The queue of the mockups: reported by phone, on paper, by a helper and from where a member works; one deduction, one task. */
export async function fillDeeds(stage: Stage): Promise<void> {
  await announcedTask(stage)
  await reportedByPhone(stage)
  await reportedByHelper(stage)
  await enteredFromPaper(stage)
  await proposedDeduction(stage)
}

async function announcedTask({ act, orgId, today }: Stage): Promise<void> {
  const drafted = await act('zhouguyu', 7, 9, 'task.draft', {
    orgId: await orgId('shimen'),
    kind: 'adHoc',
    itemCode: 'ad-hoc-task',
    title: '入冬前把村口水管包好',
    what: '村口到学校的水管，包一层保温棉，一个人半天能包完一段。',
    least: 50,
    most: 50,
    startsOn: addDays(today, -6),
    dueOn: addDays(today, 10),
    places: 6,
    announce: true,
  })
  await act('hebailu', 6, 20, 'task.take', { taskId: drafted.taskId })
}

async function reportedByPhone({ act, memberId, today }: Stage): Promise<void> {
  const sent = await act('hebailu', 5, 19, 'claim.submit', {
    deviceKey: 'demo-hebailu-1',
    target: { kind: 'item', itemCode: 'neighbour-help' },
    deedOn: addDays(today, -5),
    quantity: 200,
    said: '帮 2 户老人办医保缴费',
    witness: { memberId: await memberId('陈小满') },
  })
  const shown = await act('zhouguyu', 4, 9, 'claim.show', { claimId: sent.claimId })
  const [witness] = shown.witnesses as { id: string }[] // The contract of claim.show.
  await act('zhouguyu', 4, 9, 'witness.take-down', {
    witnessId: witness?.id,
    answer: 'yes',
    how: 'phone',
    note: '电话里说当天就在旁边',
  })
}

async function reportedByHelper({ act, memberId, orgId, today }: Stage): Promise<void> {
  await act('zhouguyu', 20, 9, 'stand-in.appoint', {
    orgId: await orgId('shimen'),
    memberId: await memberId('何白露'),
  })
  await act('hebailu', 2, 20, 'claim.enter', {
    entry: { by: 'helper', consent: { how: 'spoken', on: addDays(today, -2) } },
    rows: [
      {
        memberId: await memberId('秦立冬'),
        deviceKey: 'demo-hebailu-2',
        target: { kind: 'item', itemCode: 'mentoring' },
        deedOn: addDays(today, -3),
        lateReason: reasonIfLate(addDays(today, -3), addDays(today, -2)),
        said: '给小学生讲修渠往事',
      },
    ],
  })
}

/** On the first days of a month what lies a few days back belongs to the one before. */
function reasonIfLate(deedOn: PlainDate, enteredOn: PlainDate): string | null {
  return isLate(deedOn, enteredOn) ? '月底忙，没有来得及报' : null
}

async function enteredFromPaper({ act, memberId, today }: Stage): Promise<void> {
  const row = async (name: string, itemCode: string, key: string, more: object) => ({
    memberId: await memberId(name),
    deviceKey: `demo-paper-${key}`,
    target: { kind: 'item', itemCode },
    deedOn: addDays(today, -3),
    lateReason: reasonIfLate(addDays(today, -3), addDays(today, -1)),
    ...more,
  })
  await act('zhouguyu', 1, 17, 'claim.enter', {
    entry: { by: 'secretary', paper: '村部登记簿第 14 页' },
    rows: [
      await row('孟秋分', 'environment', 'meng', { said: '护林防火巡查，清了枯枝' }),
      await row('许霜降', 'village-work', 'xu', { said: '清理村口水渠 200 米' }),
      await row('顾夏至', 'skills-taught', 'gu', { said: '教 2 户果树秋剪', quantity: 200 }),
      await row('苏惊蛰', 'host-life', 'su', {
        said: '在务工地参加社区义诊',
        hostBranch: '务工地社区党支部',
      }),
    ],
  })
}

async function proposedDeduction({ act, memberId, today }: Stage): Promise<void> {
  const proposed = await act('shenliqiu', 4, 10, 'deduction.propose', {
    memberId: await memberId('贺处暑'),
    itemCode: 'task-dropped',
    deedOn: addDays(today, -9),
    facts: '认领了河堤清障，当天没有到，也没有说明。',
    quantity: 100,
    chosen: 100,
    evidence: [{ kind: 'paper', note: '河口村任务签到表' }],
  })
  await act('shenliqiu', 4, 11, 'deduction.tell', { deductionId: proposed.deductionId, how: 'phone' })
}
