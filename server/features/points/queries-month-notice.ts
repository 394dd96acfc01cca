import { leastWorkingDays } from '@steward/domain/notices/notice.ts'
import { printRoot } from '@steward/domain/points/receipt.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { NewNotice } from '#features/notices/queries.ts'
import type { ListColumn, ListRow } from '#features/notices/queries-notice.ts'
import { schemeForMember } from '#features/schemes/queries.ts'
import type { CountyTx } from '#platform/db.ts'
import type { MonthOrg } from './queries-month.ts'
import { listMonthTable, type TableRow } from './queries-statement.ts'

const COLUMNS: readonly ListColumn[] = [
  { label: '义务', kind: 'points', strong: false },
  { label: '承诺', kind: 'points', strong: false },
  { label: '服务', kind: 'points', strong: false },
  { label: '加分', kind: 'points', strong: false },
  { label: '扣分', kind: 'points', strong: false },
  { label: '合计', kind: 'points', strong: true },
]

/** Rows of the sheet, by name; a base is of the year and stands in no month. Who is not scored is not in the list. */
export function toNoticeRows(table: readonly TableRow[]): ListRow[] {
  return table
    .filter(({ scored, lines }) => scored || lines > 0)
    .map((row) => ({
      memberId: row.memberId,
      name: row.name,
      cells: [
        row.duty,
        row.pledges_and_tasks,
        row.service_and_example,
        row.bonus,
        row.deductions,
        monthTotal(row),
      ],
      usedIds: row.entryIds,
    }))
}

/** What the month brought, without the base of the year. */
export function monthTotal(row: TableRow): number {
  return row.duty + row.pledges_and_tasks + row.service_and_example + row.bonus + row.deductions
}

/** Members that a table only counts. */
export function countNotScored(table: readonly TableRow[]): number {
  return table.filter(({ scored, lines, onRoll }) => onRoll && !scored && lines === 0).length
}

type Office = { readonly office: string; readonly phone: string }

/** The offices that take calls about branches: the committee above where it has a telephone. */
export async function listOffices(
  tx: CountyTx,
  orgIds: readonly string[],
): Promise<ReadonlyMap<string, Office>> {
  const rows = await tx.raw<Office & { orgId: string }>(
    'points-offices',
    `select distinct on (o.id) o.id as "orgId", case when coalesce(p.phone, '') <> '' then p.name else o.name end as office,
       case when coalesce(p.phone, '') <> '' then p.phone else o.phone end as phone
     from party_org o left join party_org p on p.county_id = o.county_id and p.path @> o.path and p.id <> o.id
       and p.kind in ('baseCommittee', 'workCommittee')
     where o.county_id = $1 and o.id = any($2::uuid[]) order by o.id, nlevel(p.path) desc nulls last`,
    [orgIds],
  )
  return new Map(rows.map(({ orgId, office, phone }) => [orgId, { office, phone }]))
}

export type MonthSheet = {
  readonly org: MonthOrg
  readonly month: PlainMonth
  /** The first month of a sheet for several; the month itself where it stands alone. */
  readonly from?: PlainMonth
  readonly table: readonly TableRow[]
  readonly root: Uint8Array | null
  readonly office: Office
  readonly versions: readonly SchemeVersion[]
}

/** The draft of a month's notice; its words can be changed until it is posted, its list is the ledger's. */
export function toMonthNotice({
  org,
  month,
  from = month,
  table,
  root,
  office,
  versions,
}: MonthSheet): NewNotice {
  const rows = toNoticeRows(table)
  const apart = countNotScored(table)
  const first = from === month ? '' : `${Number(from.slice(5, 7))}—`
  const called = `${Number(month.slice(0, 4))}年${first}${Number(month.slice(5, 7))}月`
  const scheme = schemeForMember(versions, { orgField: org.orgField, memberClass: 'inPost' }, month)
  const left = apart === 0 ? '' : `另有${apart}名党员本月不参加积分，不在表内。`
  return {
    orgId: org.orgId,
    kind: 'monthPoints',
    scope: 'branch',
    title: `${org.orgName}${called}党员积分`,
    body: `经党员申报、支部审核，现将${called}积分公示如下。名单按姓名排列，不排名次。${left}`,
    contact: office,
    contactHours: '',
    paperPlace: '',
    routes: ['page', 'statement', 'phone', 'paper'],
    workingDays: Math.max(leastWorkingDays, scheme?.noticeWorkingDays ?? 0),
    names: 'full',
    fullNames: null,
    columns: COLUMNS,
    listNote: `按姓名排列，不排名次。${left}`,
    rows,
    source: { kind: 'pointsMonth', id: `${org.orgId} ${month}` },
    root: root === null ? '' : printRoot(root),
  }
}

/** Org and month of a notice drafted here. */
export function readMonthSource(sourceId: string): { orgId: string; month: PlainMonth } | undefined {
  const [orgId, month] = sourceId.split(' ')
  if (orgId === undefined || month === undefined || !/^\d{4}-\d{2}$/.test(month)) return undefined
  return { orgId, month: month as PlainMonth } // Written by `toMonthNotice`.
}

/** The list of a month as it stands now, for a sheet that is made again. */
export async function listNoticeRows(tx: CountyTx, orgId: string, month: PlainMonth): Promise<ListRow[]> {
  return toNoticeRows(await listMonthTable(tx, orgId, month))
}
