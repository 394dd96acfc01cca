import type { CountyTx } from '#platform/db.ts'
import type { Invariant } from '#platform/invariants.ts'
import { IDENTITY_INDEX, PHONE_INDEX } from './queries.ts'

const NAMED = 5

/** An invariant that one statement finds: rows of breaches with a name; `$2` is the number named, `all` counts what was looked at. */
function bySql(id: string, says: Invariant['says'], all: string, breaches: string): Invariant {
  return {
    id: `members.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>(`check-${id}-all`, all, [])
      const found = await tx.raw<{ name: string }>(`check-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map((row) => row.name) }
    },
  }
}

const MEMBERS = 'select count(*)::int as looked from member where county_id = $1'
const ON_ROLL = `${MEMBERS} and state in ('active', 'suspended')`
const named = `m.name || ' ' || m.id::text as name`

const oneAffiliation = bySql(
  'one-affiliation',
  {
    zh: '每名在册党员正好属于一个支部，与档案所记一致 (R-019)',
    en: 'Every member on the roll belongs to exactly one branch, the one in the file (R-019)',
  },
  ON_ROLL,
  `select ${named} from member m where m.county_id = $1 and m.state in ('active', 'suspended')
   and (select count(*) filter (where f.party_org_id = m.party_org_id and f.party_group_id is not distinct from m.party_group_id) * 10 + count(*)
     from member_affiliation f where f.county_id = m.county_id and f.member_id = m.id and f.until_on is null) <> 11`,
)

const affiliationEnds = bySql(
  'affiliation-ends',
  {
    zh: '不在册的人没有未结束的组织关系和标签 (R-175)',
    en: 'Who is off the roll has no open affiliation and no open mark (R-175)',
  },
  MEMBERS,
  `select ${named} from member m where m.county_id = $1 and m.state not in ('active', 'suspended')
   and (exists (select 1 from member_affiliation f where f.county_id = m.county_id and f.member_id = m.id and f.until_on is null)
     or exists (select 1 from member_tag t where t.county_id = m.county_id and t.member_id = m.id and t.until_on is null))`,
)

const affiliationsApart = bySql(
  'affiliations-apart',
  {
    zh: '同一名党员的组织关系前后不重叠 (R-019)',
    en: 'Affiliations of one member do not overlap (R-019)',
  },
  'select count(*)::int as looked from member_affiliation where county_id = $1',
  `select m.name || ' ' || a.from_on as name from member_affiliation a join member_affiliation b on b.county_id = a.county_id
     and b.member_id = a.member_id and b.id <> a.id and b.from_on <= a.from_on and a.from_on < coalesce(b.until_on, 'infinity')
     and (b.from_on < a.from_on or b.id < a.id)
   join member m on m.county_id = a.county_id and m.id = a.member_id
   where a.county_id = $1 and a.from_on < coalesce(a.until_on, 'infinity')`,
)

const categoryHistory = bySql(
  'category-history',
  {
    zh: '每名党员有类别历史，最后一条就是现在的类别 (S-001, S-023)',
    en: 'Every member has a category history that ends in the present category (S-001, S-023)',
  },
  MEMBERS,
  `select ${named} from member m
   left join lateral (select c.category from member_category c where c.county_id = m.county_id and c.member_id = m.id
     order by c.from_on desc, c.id desc limit 1) last on true
   where m.county_id = $1 and (last.category is distinct from m.category)`,
)

const inBranch = bySql(
  'in-a-branch',
  {
    zh: '在册党员所在的组织是没有撤销的支部，小组属于这个支部 (R-019)',
    en: 'A member on the roll belongs to a branch that still exists, and the group to that branch (R-019)',
  },
  ON_ROLL,
  `select m.name || ' ' || o.name as name from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
   left join party_org g on g.county_id = m.county_id and g.id = m.party_group_id
   where m.county_id = $1 and m.state in ('active', 'suspended')
   and (o.kind <> 'branch' or o.dissolved_on is not null and o.dissolved_on <= (select max(a.at)::date from audit_entry a where a.county_id = $1)
     or (g.id is not null and (g.kind <> 'partyGroup' or g.parent_id <> o.id)))`,
)

const conversion = bySql(
  'conversion-after-probation',
  {
    zh: '转正不早于入党满一年，早于一年的写明了原因 (R-105)',
    en: 'Conversion comes a year after admission or says why it came earlier (R-105)',
  },
  `${MEMBERS} and converted_on is not null`,
  `select ${named} from member m where m.county_id = $1 and m.converted_on is not null
   and (m.converted_on < m.admitted_on or (m.early_conversion = '' and m.admitted_on >= '1977-08-18'
     and m.converted_on < (m.admitted_on + interval '1 year')::date))`,
)

const fullIsConverted = bySql(
  'full-is-converted',
  {
    zh: '正式党员有转正日期，预备党员没有 (R-109)',
    en: 'A full member has a day of conversion, a probationary one has none (R-109)',
  },
  MEMBERS,
  `select ${named} from member m where m.county_id = $1 and (m.membership_kind = 'full') <> (m.converted_on is not null)`,
)

const fiveFacts = bySql(
  'five-facts',
  {
    zh: '每个不利的党籍状态都有决定人、机构、日期、理由和送达证明 (R-212)',
    en: 'Every adverse state has its decider, body, date, reasons and proof of service (R-212)',
  },
  `${MEMBERS} and state in ('suspended', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled')`,
  `select ${named} from member m where m.county_id = $1
   and m.state in ('suspended', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled')
   and not exists (select 1 from member_state_change s where s.county_id = m.county_id and s.member_id = m.id and s.to_state = m.state
     and s.begins_on = m.state_from_on and s.decider_name <> '' and s.body <> '' and s.decided_on is not null
     and s.reason <> '' and s.proof_of_service <> '')`,
)

const notInFuture = bySql(
  'not-in-future',
  {
    zh: '出生、入党、转正和状态的日期不晚于登记的日子',
    en: 'Birth, admission, conversion and state are not dated later than they were recorded',
  },
  MEMBERS,
  `select ${named} from member m where m.county_id = $1 and greatest(m.born_on, m.admitted_on, m.converted_on, m.state_from_on)
     > (greatest(m.created_at, (select max(h.at) from member_change h where h.county_id = $1 and h.member_id = m.id)) at time zone 'Asia/Shanghai')::date`,
)

const SEALED_A_TIME = 2000

type SealedRow = {
  readonly id: string
  readonly name: string
  readonly identity_sealed: Buffer | null
  readonly identity_index: Buffer | null
  readonly identity_tail: string
  readonly phone_sealed: Buffer | null
  readonly phone_index: Buffer | null
}

async function sealedAfter(tx: CountyTx, id: string): Promise<SealedRow[]> {
  return await tx
    .from('member')
    .select([
      'id',
      'name',
      'identity_sealed',
      'identity_index',
      'identity_tail',
      'phone_sealed',
      'phone_index',
    ])
    .where('id', '>', id)
    .orderBy('id')
    .limit(SEALED_A_TIME)
    .execute()
}

const sealedIndexes: Invariant = {
  id: 'members.sealed-index',
  says: {
    zh: '密文能解开，检索码和尾号与号码一致',
    en: 'Sealed numbers open, and their search index and last digits fit them',
  },
  async find(tx, crypto) {
    let looked = 0
    const breaches: string[] = []
    const fits = (field: string, sealed: Buffer | null, index: Buffer | null, tail: string | null) => {
      if (sealed === null) return index === null && (tail ?? '') === ''
      const number = crypto.unseal(sealed)
      return (
        index?.equals(crypto.blindIndex(field, number)) === true && (tail === null || number.endsWith(tail))
      )
    }
    const isRight = (row: SealedRow) => {
      try {
        const { identity_sealed, identity_index, identity_tail } = row
        return (
          (identity_sealed === null) === (identity_tail === '') &&
          fits(IDENTITY_INDEX, identity_sealed, identity_index, identity_tail) &&
          fits(PHONE_INDEX, row.phone_sealed, row.phone_index, null)
        )
      } catch {
        return false
      }
    }
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await sealedAfter(tx, last)
      if (rows.length === 0) return { looked, breaches }
      for (const row of rows)
        if (!isRight(row) && breaches.length < NAMED) breaches.push(`${row.name} ${row.id}`)
      looked += rows.length
      last = rows.at(-1)?.id ?? last
    }
  },
}

export const memberInvariants: readonly Invariant[] = [
  oneAffiliation,
  affiliationEnds,
  affiliationsApart,
  categoryHistory,
  inBranch,
  conversion,
  fullIsConverted,
  fiveFacts,
  notInFuture,
  sealedIndexes,
]
