import { ballotPapers, ballotRefusals } from '@steward/domain/appraisals/ballot.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { DutyWords } from './operations-report.ts'
import { appraisalId, Counts, grade, memberId, PersonCount } from './operations-shapes.ts'

const boxId = z.uuid()
const paper = z.enum(ballotPapers)
/** Twenty signs drawn by the voter's own device; no answer ever holds one, so no receipt of a command keeps one. */
const number = z.string().trim().max(40)

export const openBox = defineCommand({
  id: 'ballot.open-box',
  summary: { zh: '开票箱', en: 'Open a ballot box' },
  input: z.object({
    appraisalId,
    paper,
    /** Of the masses; members come from the roll. */
    voters: z.array(z.string().trim().min(1).max(40)).max(2000).default([]),
  }),
  output: z.object({ boxId, voters: z.int() }),
  refusals: ['appraisal-wrong-stage', 'ballot-box-there', 'ballot-nobody-listed', 'ballot-name-twice'],
})

export const listVoters = defineQuery({
  id: 'ballot.voters',
  summary: { zh: '谁领了票', en: 'Who was given a ballot' },
  input: z.object({ boxId }),
  output: z.object({
    paper,
    state: z.enum(['open', 'closed']),
    /** Who has a token may have used it or not; that is written nowhere. */
    rows: z.array(
      z.object({
        voterId: z.uuid(),
        name: z.string(),
        isMember: z.boolean(),
        state: z.enum(['listed', 'tokenGiven', 'onPaper']),
      }),
    ),
    cast: z.int(),
    /** The papers as counted so far; null until they are. */
    papers: z
      .object({
        issued: z.int(),
        cast: z.int(),
        spoiled: z.int(),
        returnedBlank: z.int(),
        notReturned: z.int(),
        persons: z.array(PersonCount),
        counters: z.array(z.string()),
      })
      .nullable(),
    /** Whom the paper names, by name. */
    graded: z.array(z.object({ memberId, name: z.string() })),
  }),
})

export const takeToken = defineCommand({
  id: 'ballot.take-token',
  summary: { zh: '领自己的投票码', en: 'Take the own one-time token' },
  input: z.object({ boxId, token: number }),
  output: z.object({}),
  refusals: ballotRefusals,
})

export const giveToken = defineCommand({
  id: 'ballot.give-token',
  summary: { zh: '给投票人发投票码', en: 'Give a voter a one-time token' },
  input: z.object({ boxId, voterId: z.uuid(), token: number }),
  output: z.object({}),
  refusals: ballotRefusals,
})

export const givePaper = defineCommand({
  id: 'ballot.give-paper',
  summary: { zh: '给投票人发纸质票', en: 'Give a voter a paper' },
  input: z.object({ boxId, voterId: z.uuid() }),
  output: z.object({}),
  refusals: ballotRefusals,
})

const Place = { county: z.string().trim().max(40), boxId, token: number }

export const readPaper = defineCommand({
  id: 'ballot.read-paper',
  summary: { zh: '凭投票码看票面', en: 'Read the ballot paper with a token' },
  open: true,
  anonymous: true,
  unlogged: true,
  input: z.object(Place),
  output: z.object({
    orgName: z.string(),
    year: z.int(),
    paper,
    /** How many may be excellent when grades are set; a ballot is not bound by it. */
    excellentLimit: z.int(),
    /** By name; without the voter. */
    persons: z.array(
      z.object({
        memberId,
        name: z.string(),
        /** Published pledges of the year: how many, how many kept, how many judged so far. */
        pledges: z.object({ all: z.int(), kept: z.int(), judged: z.int() }),
        /** From the report as handed in, the same words once, those with most points first; at most three. */
        deeds: z.array(z.object({ words: z.string(), times: z.int() })),
        /** The report as handed in; members hear it at the assembly. Null on the paper of the masses. */
        report: DutyWords.nullable(),
      }),
    ),
  }),
  refusals: ['ballot-box-closed', 'ballot-token-wrong'],
})

export const cast = defineCommand({
  id: 'ballot.cast',
  summary: { zh: '投票', en: 'Cast a ballot' },
  open: true,
  anonymous: true,
  unlogged: true,
  input: z.object({
    ...Place,
    /** Kept by the voter alone; sent again with the same one, a ballot counts once. */
    receipt: number,
    marks: z.array(z.object({ memberId, grade: grade.nullable() })).max(500),
  }),
  output: z.object({ inBox: z.literal(true) }),
  refusals: ballotRefusals,
})

export const countPaper = defineCommand({
  id: 'ballot.count-paper',
  summary: { zh: '录入纸质票计票', en: 'Enter the count of papers' },
  input: z.object({
    boxId,
    count: z.object({
      issued: z.int(),
      cast: z.int(),
      spoiled: z.int(),
      returnedBlank: z.int(),
      notReturned: z.int(),
      persons: z.array(PersonCount).max(500),
    }),
    counters: z.array(z.string().trim().max(40)).max(10),
  }),
  output: z.object({}),
  refusals: [...ballotRefusals, 'ballot-papers-not-those-given'],
})

export const closeBox = defineCommand({
  id: 'ballot.close-box',
  summary: { zh: '封票箱', en: 'Close a ballot box' },
  input: z.object({ boxId }),
  output: z.object({ seal: z.string(), cast: z.int() }),
  refusals: [...ballotRefusals, 'ballot-papers-not-counted'],
})

const Channel = z.object({
  issued: z.int(),
  cast: z.int(),
  spoiled: z.int(),
  returnedBlank: z.int(),
  notReturned: z.int(),
})

export const showSplit = defineQuery({
  id: 'ballot.split',
  summary: { zh: '两票结果', en: 'What of the two ballots is published' },
  input: z.object({ appraisalId }),
  output: z.object({
    boxes: z.array(
      z.object({
        boxId,
        paper,
        closedOn: plainDate,
        seal: z.string(),
        electronic: Channel,
        papers: Channel,
        counters: z.array(z.string()),
        persons: z.array(
          z.object({
            memberId,
            name: z.string(),
            /** Null where a few could be told apart. */
            counts: Counts.nullable(),
            abstained: z.int().nullable(),
            because: z.enum(['few-ballots', 'unanimous']).nullable(),
          }),
        ),
      }),
    ),
  }),
})

export const listReceipts = defineQuery({
  id: 'ballot.receipts',
  summary: { zh: '验票：箱里有哪些票', en: 'Receipts of the ballots in a closed box' },
  input: z.object({ boxId }),
  output: z.object({ seal: z.string(), closedOn: plainDate, receipts: z.array(z.string()) }),
  refusals: ['ballot-box-open'],
})

/**
 * The way a voter checks without an account and without naming the number: the whole list comes, the device looks.
 */
export const showSealed = defineQuery({
  id: 'ballot.sealed',
  summary: { zh: '不登录验票', en: 'A closed box, for voters without an account' },
  open: true,
  anonymous: true,
  input: z.object({ county: z.string().trim().max(40), boxId }),
  output: z.object({
    orgName: z.string(),
    year: z.int(),
    paper,
    state: z.enum(['open', 'closed']),
    /** Empty while it is open. */
    sealed: z
      .object({
        seal: z.string(),
        closedOn: plainDate,
        receipts: z.array(z.string()),
        /** How many slips lie behind the receipts, and what shows that both are under the seal. */
        slips: z.int(),
        proof: z.array(z.string()),
      })
      .nullable(),
  }),
})

export const ballotOperations = {
  openBox,
  listVoters,
  takeToken,
  giveToken,
  givePaper,
  readPaper,
  cast,
  countPaper,
  closeBox,
  showSplit,
  listReceipts,
  showSealed,
}
