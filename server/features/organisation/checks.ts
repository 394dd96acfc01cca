import type { Invariant } from '#platform/invariants.ts'

type Found = { looked: number; breaches: string[] | null }

/** An invariant from a statement that answers with how many rows it looked at and what is in breach. */
function invariant(id: string, zh: string, en: string, text: string): Invariant {
  return {
    id: `organisation.${id}`,
    says: { zh, en },
    async find(tx) {
      const [row] = await tx.raw<Found>(`check-organisation-${id}`, text, [])
      return { looked: row?.looked ?? 0, breaches: row?.breaches ?? [] }
    },
  }
}

const counted = (looked: string, breaches: string) =>
  `select (${looked})::int as looked, (select array_agg(t.says) from (${breaches}) t) as breaches`

/** What is true of the organisations at any time. */
export const organisationInvariants: readonly Invariant[] = [
  invariant(
    'one-root',
    '每个县只有一个根：县委',
    'A county has one root, the county committee',
    `select count(*)::int as looked, case when count(*) = 1 then null else array['roots: ' || count(*)] end as breaches
     from party_org where county_id = $1 and parent_id is null`,
  ),
  invariant(
    'path-follows-parent',
    '每个组织的路径等于上级的路径加自己的号，没有环',
    'Every path is the parent’s path and the own number, so there is no circle',
    counted(
      'select count(*) from party_org where county_id = $1',
      `select o.name || ' ' || o.path::text as says from party_org o
       left join party_org p on p.county_id = o.county_id and p.id = o.parent_id
       where o.county_id = $1 and o.path::text <> coalesce(p.path::text || '.', '') || o.number::text`,
    ),
  ),
  invariant(
    'parent-fits',
    '上级的类别合适（R-012、R-017）',
    'Every organisation stands below one of a fitting kind (R-012, R-017)',
    counted(
      'select count(*) from party_org where county_id = $1 and parent_id is not null',
      `select o.name || ': ' || o.kind || ' < ' || p.kind as says from party_org o
       join party_org p on p.county_id = o.county_id and p.id = o.parent_id
       where o.county_id = $1 and (o.kind, p.kind) not in (('workCommittee', 'countyCommittee'),
         ('baseCommittee', 'countyCommittee'), ('baseCommittee', 'workCommittee'), ('baseCommittee', 'baseCommittee'),
         ('generalBranch', 'workCommittee'), ('generalBranch', 'baseCommittee'), ('branch', 'workCommittee'),
         ('branch', 'baseCommittee'), ('branch', 'generalBranch'), ('partyGroup', 'branch'))`,
    ),
  ),
  invariant(
    'closed-is-empty',
    '撤销的组织下面没有未撤销的组织，也没有在册党员（R-013、R-019）',
    'A closed organisation has no open ones below and no members on the roll (R-013, R-019)',
    counted(
      'select count(*) from party_org where county_id = $1 and dissolved_on is not null',
      `select o.name as says from party_org o where o.county_id = $1 and o.dissolved_on is not null
       and (exists (select 1 from party_org b where b.county_id = $1 and b.parent_id = o.id and b.dissolved_on is null)
         or exists (select 1 from member m where m.county_id = $1 and m.state in ('active', 'suspended')
           and (m.party_org_id = o.id or m.party_group_id = o.id)))`,
    ),
  ),
  invariant(
    'one-open-term',
    '一个组织最多一届班子在任，撤销的没有（R-007）',
    'An organisation has one open term at most, a closed one none (R-007)',
    counted(
      'select count(*) from committee_term where county_id = $1',
      `select o.name as says from committee_term t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id
       where t.county_id = $1 and t.ended_on is null group by o.id, o.name, o.dissolved_on
       having count(*) > 1 or o.dissolved_on is not null`,
    ),
  ),
  invariant(
    'posts-of-their-term',
    '职务属于本组织的任期，在任期以内（R-006）',
    'Posts belong to a term of their own organisation and lie within it (R-006)',
    counted(
      'select count(*) from committee_post where county_id = $1',
      `select o.name || ' ' || c.post as says from committee_post c
       join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
       left join committee_term t on t.county_id = c.county_id and t.id = c.term_id
       where c.county_id = $1 and c.term_id is not null and (t.party_org_id <> c.party_org_id or c.from_on < t.started_on
         or (t.ended_on is not null and (c.until_on is null or c.until_on >= t.ended_on)))`,
    ),
  ),
  invariant(
    'one-deputy',
    '书记、副书记和各委员不重复（R-006）',
    'One secretary, one deputy and one of each charge at most (R-006)',
    counted(
      'select count(*) from committee_post where county_id = $1 and until_on is null',
      `select o.name || ' ' || c.post as says from committee_post c
       join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
       where c.county_id = $1 and c.until_on is null and c.post <> 'member' group by o.id, o.name, c.post having count(*) > 1`,
    ),
  ),
  invariant(
    'posts-of-active-members',
    '在任的人都在册（R-016）',
    'Whoever holds a post is on the roll (R-016)',
    counted(
      'select count(*) from committee_post where county_id = $1 and until_on is null',
      `select o.name || ' ' || m.name as says from committee_post c
       join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
       join member m on m.county_id = c.county_id and m.id = c.member_id
       where c.county_id = $1 and c.until_on is null and m.state <> 'active'`,
    ),
  ),
  invariant(
    'coverage-agrees',
    '单位的覆盖方式与覆盖它的组织相符（R-021、S-119）',
    'The coverage of a unit agrees with its organisation (R-021, S-119)',
    counted(
      'select count(*) from unit where county_id = $1 and closed_on is null',
      `select u.name as says from unit u left join party_org o on o.county_id = u.county_id and o.id = u.party_org_id
       where u.county_id = $1 and u.closed_on is null and u.coverage <> 'none' and (o.dissolved_on is not null
         or o.kind = 'partyGroup'
         or (u.coverage = 'joint') > (coalesce(o.form, '') in ('joint', 'villageEnterprise', 'villageTown', 'byTrade'))
         or (u.coverage = 'own' and exists (select 1 from unit x where x.county_id = $1 and x.id <> u.id
           and x.party_org_id = u.party_org_id and x.coverage = 'own' and x.closed_on is null)))`,
    ),
  ),
  invariant(
    'towns-are-committees',
    '单位所在的是党委（S-119）',
    'The town of a unit is a committee (S-119)',
    counted(
      'select count(*) from unit where county_id = $1',
      `select u.name as says from unit u join party_org t on t.county_id = u.county_id and t.id = u.town_org_id
       where u.county_id = $1 and t.kind not in ('countyCommittee', 'workCommittee', 'baseCommittee')`,
    ),
  ),
  invariant(
    'calendar-known',
    '工作日历有 2026 年和 2027 年（R-276）',
    'The working-day calendar knows 2026 and 2027 (R-276)',
    counted(
      'select count(*) from calendar_day where county_id = $1',
      `select y.year::text as says from (values (2026), (2027)) as y (year) where not exists
       (select 1 from calendar_day d where d.county_id = $1 and extract(year from d.day_on) = y.year)`,
    ),
  ),
  invariant(
    'changes-decided',
    '每次变动都有决定的党组织和文号（R-012、R-013）',
    'Every change has its deciding organisation and document (R-012, R-013)',
    counted(
      'select count(*) from party_org_change where county_id = $1',
      `select o.name || ' ' || c.kind as says from party_org_change c
       join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
       where c.county_id = $1 and c.kind not in ('register', 'correct')
         and (c.decided_by_org_id is null or c.document_number = '' or c.decided_on > c.effective_on)`,
    ),
  ),
]
