import { sanctionEffectUntil, type Sanction } from '@steward/domain/outcomes/discipline.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name`; `$2` is how many are named. */
function bySql(
  id: string,
  says: Invariant['says'],
  [table, where = '']: readonly [table: string, where?: string],
  breaches: string,
): Invariant {
  return {
    id: `outcomes.${id}`,
    says,
    async find(tx) {
      const looked = `select count(*)::int as looked from ${table} where county_id = $1${where}`
      const [counted] = await tx.raw<{ looked: number }>(`check-outcomes-${id}-all`, looked, [])
      const found = await tx.raw<{ name: string }>(`check-outcomes-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const fiveFacts = bySql(
  'disposals-five-facts',
  {
    zh: '每件生效的组织处置都有决定人、机构、日期、理由和送达证明，由人录入 (R-212)',
    en: 'Every disposal in force has decider, body, date, reason and proof of service, entered by a person (R-212)',
  },
  ['disposal'],
  `select d.id::text as name from disposal d where d.county_id = $1 and d.state = 'inForce' and (coalesce(d.decider_name, '') = ''
     or coalesce(d.decision_body, '') = '' or d.decided_on is null or coalesce(d.decision_reason, '') = ''
     or coalesce(d.proof_of_service, '') = '' or d.served_on is null or d.entered_by_account_id is null
     or not exists (select 1 from party_org o where o.county_id = d.county_id and o.id = d.decision_org_id and o.approving))`,
)

const voteCarried = bySql(
  'disposals-vote-carried',
  {
    zh: '每件表决过的组织处置，实到和赞成都超过应到的一半，无记名，票数对得上 (R-050, R-051, R-202)',
    en: 'Every disposal that was voted on carried in secret with more than half of those who should attend, present and in favour (R-050, R-051, R-202)',
  },
  ['disposal'],
  `select d.id::text as name from disposal d where d.county_id = $1 and d.state in ('voted', 'inForce') and not exists (
     select 1 from disposal_vote v where v.county_id = d.county_id and v.id = d.vote_id and v.disposal_id = d.id and v.about = 'disposal'
       and v.carried and v.secret and v.voted_on = d.voted_on and v.yes * 2 > v.should_attend and v.present * 2 > v.should_attend
       and v.yes + v.no + v.abstain = v.present + v.written and v.present + v.written <= v.should_attend)`,
)

const preReviewed = bySql(
  'disposals-reviewed-first',
  {
    zh: '劝退、除名都先经组织部门预审再表决 (R-200)',
    en: 'Persuasion and removal were reviewed by the organisation department before the vote (R-200)',
  },
  ['disposal'],
  `select d.id::text as name from disposal d where d.county_id = $1 and d.form <> 'correctionOrder' and d.state in ('voted', 'inForce')
     and (coalesce(d.pre_review_document, '') = '' or d.pre_review_on is null or d.pre_review_on > d.voted_on)`,
)

const inOrder = bySql(
  'disposals-in-order',
  {
    zh: '组织处置逐步进行：备案、查实、谈话、意见、表决、决定、送达，一步不少，先后不乱 (R-197…R-199)',
    en: 'Each disposal took its steps one after the other: filed, facts, talk, opinion, vote, decision, service (R-197…R-199)',
  },
  ['disposal'],
  `select d.id::text as name from disposal d where d.county_id = $1 and d.state in ('voted', 'inForce') and (
     d.filed_on is null or d.found_on is null or d.heard_on is null or d.opinion_on is null or d.voted_on is null
     or d.filed_on < d.proposed_on or d.found_on < d.filed_on or d.heard_on < d.found_on or d.opinion_on < d.heard_on
     or d.voted_on < d.opinion_on or d.decided_on < d.voted_on or d.served_on < d.decided_on or d.ended_on < d.served_on
     or cardinality(d.finding_group) < 2 or jsonb_array_length(d.hearing->'heldBy') < 2)`,
)

const termsKept = bySql(
  'disposals-terms',
  {
    zh: '限期改正的期限按决定的月数算，最长 12 个月，期满前没有评议 (R-194, R-205)',
    en: 'A correction order ends its months after the decision, twelve at most, and was not discussed before (R-194, R-205)',
  },
  ['disposal', ` and form = 'correctionOrder' and state = 'inForce'`],
  `select d.id::text as name from disposal d where d.county_id = $1 and d.form = 'correctionOrder' and d.state = 'inForce' and (
     d.term_months is null or d.until_on <> (d.decided_on + make_interval(months => d.term_months))::date
     or (d.ended_how in ('changed', 'notChanged') and d.ended_on < d.until_on))`,
)

const followUps = bySql(
  'disposals-one-after-another',
  {
    zh: '接着办的处置，前一件是期满没有改变的限期改正，或者被拒绝的劝退 (R-205)',
    en: 'A case that follows another follows a correction order without change, or a refused persuasion (R-205)',
  },
  ['disposal'],
  `select d.id::text as name from disposal d left join disposal e on e.county_id = d.county_id and e.id = d.earlier_disposal_id
   where d.county_id = $1 and d.ground in ('correctionWithoutChange', 'persuasionRefused') and (e.id is null or e.member_id <> d.member_id
     or d.proposed_on < e.ended_on or d.ground = 'correctionWithoutChange' and e.ended_how <> 'notChanged'
     or d.ground = 'persuasionRefused' and e.ended_how <> 'refused')`,
)

const helpedFirst = bySql(
  'disposals-helped-first',
  {
    zh: '因帮扶无效提出的处置，帮扶计划都已评估为没有改变 (S-224)',
    en: 'A case for help in vain rests on a plan that was evaluated as without change (S-224)',
  },
  ['disposal'],
  `select d.id::text as name from disposal d left join help_plan h on h.county_id = d.county_id and h.id = d.help_plan_id
   where d.county_id = $1 and d.ground = 'helpInVain' and (h.id is null or h.member_id <> d.member_id
     or h.result is distinct from 'notChanged' or h.evaluated_on > d.proposed_on)`,
)

const statesFollow = bySql(
  'states-follow-cases',
  {
    zh: '被劝退、除名、开除的党员，都有对应的处置或者处分；生效的除名都落到了党籍上 (R-193, R-208)',
    en: 'Whoever was persuaded out, removed or expelled has the case or sanction for it, and every removal in force shows in the file (R-193, R-208)',
  },
  ['member', ` and state in ('persuadedToWithdraw', 'removedFromRolls', 'expelled')`],
  `select x.name from (
     select m.id::text as name, m.county_id from member m where m.county_id = $1
       and m.state in ('persuadedToWithdraw', 'removedFromRolls', 'expelled') and not (
         m.state = 'removedFromRolls' and exists (select 1 from disposal d where d.county_id = m.county_id and d.member_id = m.id
           and d.form = 'removal' and d.state = 'inForce' and d.ended_how is null and d.decided_on = m.state_from_on)
         or m.state = 'persuadedToWithdraw' and exists (select 1 from disposal d where d.county_id = m.county_id and d.member_id = m.id
           and d.form = 'persuasion' and d.ended_how = 'withdrew' and d.decided_on = m.state_from_on)
         or m.state = 'expelled' and exists (select 1 from sanction s where s.county_id = m.county_id and s.member_id = m.id
           and s.sanction = 'expulsion' and s.decided_on = m.state_from_on))
     union all
     select d.id::text, d.county_id from disposal d join member m on m.county_id = d.county_id and m.id = d.member_id
     where d.county_id = $1 and (d.form = 'removal' and d.state = 'inForce' and d.ended_how is null and m.state <> 'removedFromRolls'
       or d.form = 'persuasion' and d.ended_how = 'withdrew' and m.state <> 'persuadedToWithdraw')) x where x.county_id = $1`,
)

const sanctionDays: Invariant = {
  id: 'outcomes.sanctions-recorded',
  says: {
    zh: '每个处分都有文号和送达证明，影响期按处分种类算 (R-208, R-209)',
    en: 'Every sanction has its document number and proof of service, and keeps from promotion as long as its kind says (R-208, R-209)',
  },
  async find(tx) {
    const rows = await tx.raw<{
      id: string
      sanction: Sanction
      decidedOn: PlainDate
      years: 1 | 2 | null
      until: PlainDate
      complete: boolean
    }>(
      'check-outcomes-sanctions',
      `select s.id, s.sanction, s.decided_on as "decidedOn", s.probation_years as years, s.effect_until_on as until,
         s.document_number <> '' and s.proof_of_service <> '' and s.decider_name <> '' and s.body <> '' and s.reason <> '' as complete
       from sanction s where s.county_id = $1 order by s.id`,
      [],
    )
    const wrong = rows.filter(
      (row) => !row.complete || row.until !== sanctionEffectUntil(row.sanction, row.decidedOn, row.years),
    )
    return { looked: rows.length, breaches: wrong.slice(0, NAMED).map(({ id }) => id) }
  },
}

/** What is true of disposals, sanctions and the states that follow from them at any time. */
export const disposalInvariants: readonly Invariant[] = [
  fiveFacts,
  voteCarried,
  preReviewed,
  inOrder,
  termsKept,
  followUps,
  helpedFirst,
  statesFollow,
  sanctionDays,
]
