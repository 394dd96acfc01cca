import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import type { MembershipKind } from '@steward/domain/members/member.ts'
import type { Sex } from '@steward/domain/shared/identity-number.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { MemberFilter } from './operations.ts'
import { type RollPlace, scopeOf } from './queries-roll.ts'

export type ExportRow = {
  readonly id: string
  readonly path: string
  /** Whether the caller may see this member's numbers in full and asked for it. */
  readonly unmasked: boolean
  readonly name: string
  readonly sex: Sex
  readonly ethnic_group: string | null
  readonly born_on: PlainDate
  readonly education: Education | null
  readonly org_id: string
  readonly org_name: string
  readonly group_name: string | null
  readonly membership_kind: MembershipKind
  readonly category: MemberCategory
  readonly admitted_on: PlainDate
  readonly converted_on: PlainDate | null
  readonly post: string
  readonly workplace: string
  readonly identity_sealed: Buffer | null
  readonly identity_tail: string
  readonly phone_sealed: Buffer | null
  readonly phone_mask: string
  readonly address_sealed: Buffer | null
}

/** Members the caller may see and export, branch by branch in administrative order, then by name. */
export async function listForExport(
  ctx: Context,
  filter: MemberFilter,
  place: RollPlace | null,
  unmasked: boolean,
  most: number,
): Promise<ExportRow[]> {
  const scope = scopeOf(ctx, filter, place)
  const exported = ctx.access.withinText('member.export', { path: 'b.path' }, scope.values.length + 2)
  const opened = ctx.access.withinText(
    'member.unmask',
    { path: 'b.path' },
    scope.values.length + exported.values.length + 2,
  )
  const sealed = (column: string) => `case when x.unmasked then m.${column} end as ${column}`
  // NOTE: without a name, so that every filter gets a plan of its own.
  return await ctx.tx.raw<ExportRow>(
    '',
    `with hits as materialized (select m.id ${scope.text})
     select m.id, b.path::text as path, x.unmasked, m.name, m.sex, m.ethnic_group, m.born_on, m.education, b.id as org_id, b.name as org_name,
       g.name as group_name, m.membership_kind, m.category, m.admitted_on, m.converted_on, m.post, m.workplace,
       ${sealed('identity_sealed')}, m.identity_tail, ${sealed('phone_sealed')}, m.phone_mask, m.address_sealed
     from hits h join member m on m.county_id = $1 and m.id = h.id
     join party_org b on b.county_id = $1 and b.id = m.party_org_id
     left join party_org g on g.county_id = $1 and g.id = m.party_group_id
     cross join lateral (select (${unmasked ? opened.text : 'false'}) as unmasked) x
     where ${exported.text}
     order by b.path, m.name_order, m.id limit ${most + 1}`,
    [...scope.values, ...exported.values, ...(unmasked ? opened.values : [])],
  )
}
