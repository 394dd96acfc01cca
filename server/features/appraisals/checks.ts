import { verifySeal } from '@steward/domain/appraisals/ballot-box.ts'
import { settlementDigest } from '@steward/domain/appraisals/signed-settlement.ts'
import { systemHashes } from '#features/points/queries-log.ts'
import type { Invariant } from '#platform/invariants.ts'
import { type KeptBox, loadContent } from './queries-ballot.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name`; `$2` is how many are named. */
function bySql(id: string, says: Invariant['says'], table: string, breaches: string): Invariant {
  return {
    id: `appraisals.${id}`,
    says,
    async find(tx) {
      const looked = `select count(*)::int as looked from ${table} where county_id = $1`
      const [counted] = await tx.raw<{ looked: number }>(`check-appraisals-${id}-all`, looked, [])
      const found = await tx.raw<{ name: string }>(`check-appraisals-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const resultsFromMeetings = bySql(
  'results-from-meetings',
  {
    zh: '每个格次都有会议评定、评议意见和记录人，公示的是会议评定的 (R-178, R-192)',
    en: 'Every grade was set by a recorded meeting, and the last signed result says the same (R-178, R-192)',
  },
  'settled_grade',
  `select g.appraisal_id || ' ' || g.member_id as name from settled_grade g
   join appraisal a on a.county_id = g.county_id and a.id = g.appraisal_id and a.signed_on is not null
   left join year_result y on y.county_id = g.county_id and y.appraisal_id = g.appraisal_id and y.member_id = g.member_id
     and y.edition = a.edition where g.county_id = $1 and y.grade is distinct from g.grade`,
)

const atMostAThird = bySql(
  'at-most-a-third',
  { zh: '优秀不超过支部党员总数的三分之一 (R-182)', en: 'At most a third of a branch is excellent (R-182)' },
  'signed_settlement',
  `select s.appraisal_id || ' ' || s.edition as name from signed_settlement s where s.county_id = $1
     and (select count(*) from year_result y where y.county_id = s.county_id and y.appraisal_id = s.appraisal_id
       and y.edition = s.edition and y.grade = 'excellent') * 3 > (s.frozen->>'membersOfBranch')::int`,
)

const lowGradesServed = bySql(
  'low-grades-served',
  {
    zh: '基本合格、不合格的反馈五要素齐全，由人作出 (R-212)',
    en: 'No low grade is told without decider, body, date, reason and proof of service (R-212)',
  },
  'grade_feedback',
  `select f.id::text as name from grade_feedback f where f.county_id = $1 and f.state <> 'toTell'
     and f.grade in ('basicallyQualified', 'unqualified') and (f.served_decided_on is null or coalesce(f.served_decider, '') = ''
       or coalesce(f.served_body, '') = '' or coalesce(f.served_reason, '') = '' or coalesce(f.served_proof, '') = ''
       or f.served_by_account_id is null)`,
)

const tokensGone = bySql(
  'tokens-gone',
  {
    zh: '封了的票箱里没有留下投票码，票数不多于发出的码 (R-184)',
    en: 'No token is left of a closed box, and no more ballots than tokens (R-184)',
  },
  'ballot_box',
  `select b.id::text as name from ballot_box b where b.county_id = $1 and (
     b.state = 'closed' and exists (select 1 from ballot_token t where t.county_id = b.county_id and t.box_id = b.id)
     or (select count(*) from ballot_receipt r where r.county_id = b.county_id and r.box_id = b.id) >
       coalesce(b.issued, (select count(*) from ballot_voter v where v.county_id = b.county_id and v.box_id = b.id and v.state = 'tokenGiven')))`,
)

/** Whatever is changed, added or taken out of a closed box gives another seal than the one in the minutes. */
const sealsHold: Invariant = {
  id: 'appraisals.seals-hold',
  says: {
    zh: '每个封了的票箱，重算的封箱校验码和会议记录上的一样 (R-184)',
    en: 'The seal of every closed box is the one computed from what lies in it (R-184)',
  },
  async find(tx) {
    const boxes = await tx.raw<Pick<KeptBox, 'id' | 'paper' | 'graded' | 'state'> & { seal: string }>(
      'check-appraisals-seals',
      `select b.id, b.paper, b.graded, b.state, b.seal from ballot_box b where b.county_id = $1 and b.state = 'closed' order by b.id`,
      [],
    )
    const breaches: string[] = []
    for (const box of boxes) {
      const content = await loadContent(tx, box.id)
      if (!verifySeal(box, content, systemHashes.sha256, box.seal)) breaches.push(box.id)
    }
    return { looked: boxes.length, breaches: breaches.slice(0, NAMED) }
  },
}

/** The bytes that were signed still have the digest that stands on the document. */
const signedAsPrinted: Invariant = {
  id: 'appraisals.signed-as-printed',
  says: {
    zh: '签字评定的内容和文书上的校验码一致',
    en: 'What was signed has the digest that stands on its document',
  },
  async find(tx) {
    const rows = await tx.raw<{ name: string; bytes: Uint8Array; digest: string }>(
      'check-appraisals-signed',
      `select s.appraisal_id || ' ' || s.edition as name, s.bytes, s.digest from signed_settlement s where s.county_id = $1`,
      [],
    )
    const wrong = rows.filter((row) => settlementDigest(row, systemHashes.sha256) !== row.digest)
    return { looked: rows.length, breaches: wrong.slice(0, NAMED).map(({ name }) => name) }
  },
}

export const appraisalInvariants: readonly Invariant[] = [
  resultsFromMeetings,
  atMostAThird,
  lowGradesServed,
  tokensGone,
  sealsHold,
  signedAsPrinted,
]
