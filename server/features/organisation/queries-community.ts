import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { nameOf } from './queries.ts'

/** Reorganised communities one may see, with the organisation that covers each (S-121). */
export async function listCommunityUnits(
  tx: CountyTx,
  access: Access,
): Promise<
  {
    unitId: string
    name: string
    town: string
    formedOn: PlainDate | null
    formerNames: string[]
    org: { id: string; name: string; kind: OrgKind } | null
  }[]
> {
  const within = access.withinText('organisation.read', { path: 't.path' }, 2)
  const text = `select u.id as "unitId", u.name, t.name as town, u.formed_on as "formedOn", u.former_names as "formerNames",
      case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end as org
    from unit u join party_org t on t.county_id = u.county_id and t.id = u.town_org_id
    left join party_org o on o.county_id = u.county_id and o.id = u.party_org_id
    where u.county_id = $1 and u.kind = 'community' and u.closed_on is null and ${within.text}
    order by t.sort_no, t.number, u.name`
  return await tx.raw(nameOf('communities', text), text, within.values)
}
