import { countOutcomes, countUnqualified } from '@steward/domain/outcomes/outcome-figures.ts'
import type { CountyTx } from '#platform/db.ts'
import type { Invariant } from '#platform/invariants.ts'
import { type FigureRows, listFigureRows } from './queries-figures.ts'

type Says = Invariant['says']

/** All that a county has on record, of all years. */
async function rowsOf(tx: CountyTx): Promise<FigureRows | undefined> {
  const [root] = await tx.raw<{ path: string }>(
    'check-outcomes-root',
    `select o.path::text as path from party_org o where o.county_id = $1 and o.kind = 'countyCommittee'`,
    [],
  )
  return root && (await listFigureRows(tx, { path: root.path, year: null }))
}

/** A figure of the county printed by name, as the board counts it; `holds` says what must be true of it. */
function figure(
  id: string,
  says: Says,
  count: (rows: FigureRows) => number,
  holds: (rows: FigureRows) => string | null = () => null,
): Invariant {
  return {
    id: `outcomes.figure-${id}`,
    says,
    async find(tx) {
      const rows = await rowsOf(tx)
      if (rows === undefined) return { looked: 0, breaches: [] }
      const wrong = holds(rows)
      return { looked: count(rows), breaches: wrong === null ? [] : [wrong] }
    },
  }
}

const talksAddUp = (rows: FigureRows): string | null => {
  const { warned, talked, talkExplained } = countOutcomes(rows)
  return talked + talkExplained > warned ? `${talked} + ${talkExplained} > ${warned}` : null
}
const measuredWereWarned = (rows: FigureRows): string | null => {
  const { warned, measured } = countOutcomes(rows)
  return measured > warned ? `${measured} > ${warned}` : null
}

/** Persons, as the board counts them; each line is a number a report asks for. */
export const figureInvariants: readonly Invariant[] = [
  figure(
    'commended',
    { zh: '定下表彰的人数', en: 'Persons whose commendation was confirmed' },
    (rows) => countOutcomes(rows).commended,
  ),
  figure(
    'tolerated',
    { zh: '予以容错的人数 (R-256)', en: 'Persons given tolerance (R-256)' },
    (rows) => countOutcomes(rows).tolerated,
  ),
  figure(
    'warned',
    { zh: '下达预警通知的人数，不是份数 (R-266)', en: 'Persons served a warning notice, not papers (R-266)' },
    (rows) => countOutcomes(rows).warned,
  ),
  figure(
    'talked',
    {
      zh: '预警谈过话的人数；谈过的加上写明没谈原因的，不多于预警的',
      en: 'Persons given a warning talk; with those explained no more than were warned',
    },
    (rows) => countOutcomes(rows).talked,
    talksAddUp,
  ),
  figure(
    'talk-explained',
    { zh: '预警了没有谈话、写明原因的人数', en: 'Persons warned without a talk, with the reason on record' },
    (rows) => countOutcomes(rows).talkExplained,
  ),
  figure(
    'down-measures',
    {
      zh: '决定了调整的人数；都预警过 (R-262)',
      en: 'Persons with a down measure; all of them were warned (R-262)',
    },
    (rows) => countOutcomes(rows).measured,
    measuredWereWarned,
  ),
  figure(
    'lost-awards',
    { zh: '限制评优的人数 (S-221)', en: 'Persons who lost award eligibility for a time (S-221)' },
    (rows) => countOutcomes(rows).lostAwards,
  ),
  figure(
    'on-hold',
    { zh: '拟任用暂缓的人数', en: 'Proposed appointees put on hold' },
    (rows) => countOutcomes(rows).onHold,
  ),
  figure(
    'unqualified',
    { zh: '评为不合格的人数', en: 'Members graded unqualified' },
    (rows) => countUnqualified(rows).graded,
  ),
  figure(
    'unqualified-correction-notices',
    { zh: '其中下达限期改正通知的人数', en: 'Of them served a correction notice' },
    (rows) => countUnqualified(rows).correctionOrders,
  ),
  figure(
    'unqualified-caution-notices',
    { zh: '其中下达警示通知的人数', en: 'Of them served a caution notice' },
    (rows) => countUnqualified(rows).cautions,
  ),
  figure(
    'unqualified-turned-around',
    { zh: '其中帮扶后转变的人数 (S-223)', en: 'Of them turned around with help (S-223)' },
    (rows) => countUnqualified(rows).turnedAround,
  ),
  figure(
    'unqualified-party-warnings',
    { zh: '其中受党内警告的人数', en: 'Of them warned within the party' },
    (rows) => countUnqualified(rows).partyWarnings,
  ),
  figure(
    'unqualified-removed-from-posts',
    { zh: '其中撤销党内职务的人数', en: 'Of them removed from party posts' },
    (rows) => countUnqualified(rows).removedFromPosts,
  ),
  figure(
    'unqualified-persuaded-out',
    { zh: '其中劝退的人数', en: 'Of them persuaded to leave' },
    (rows) => countUnqualified(rows).persuadedOut,
  ),
  figure(
    'unqualified-removed',
    { zh: '其中除名的人数', en: 'Of them removed from the rolls' },
    (rows) => countUnqualified(rows).removed,
  ),
  figure(
    'unqualified-open',
    { zh: '其中还没有结果的人数；各项不必相加等于总数', en: 'Of them still open; the parts need not add up' },
    (rows) => countUnqualified(rows).open,
  ),
]
