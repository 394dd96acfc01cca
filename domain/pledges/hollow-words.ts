import { missingParts, type PledgeFields, type PledgePart } from './pledge.ts'
import { readDeadline, readQuantity } from './pledge-text.ts'

type Words = { readonly zh: string; readonly en: string }

/** Why a phrase says nothing by itself. */
export const hollowReasons = ['attitude', 'slogan', 'noMeasure', 'tries'] as const
export type HollowReason = (typeof hollowReasons)[number]

const explanations: Readonly<Record<HollowReason, Words>> = {
  attitude: {
    zh: '说的是态度，看不出为谁、做多少，可以删去',
    en: 'An attitude: for whom and how much is not said; it can go',
  },
  slogan: {
    zh: '是口号，年底没法看做没做到，换成一件事',
    en: 'A slogan: nobody can tell at year’s end; name a thing instead',
  },
  noMeasure: { zh: '没有数，写明做几次、几户、几天', en: 'No number: how many times, households or days' },
  tries: {
    zh: '“力争”算不算做到说不清，写能做到的数',
    en: 'Trying cannot be judged; write a number within reach',
  },
}

// One list, open to read: each phrase stands under the reason why it says nothing by itself (S-188).
const phrases: Readonly<Record<HollowReason, readonly RegExp[]>> = {
  attitude: [
    /全心全意[^,，。;；、]{0,8}服务|全心全意|尽职尽责|尽心尽力|尽心竭力|尽力而为|兢兢业业|勤勤恳恳|任劳任怨|踏踏实实|认认真真/gu,
    /严格要求自己|严于律己|以身作则|率先垂范|爱岗敬业|无私奉献|甘于奉献|乐于助人|热情服务|真诚服务|有求必应|团结同志|遵纪守法|勇于担当|敢于担当/gu,
  ],
  slogan: [
    /不忘初心|牢记使命|开拓创新|与时俱进|求真务实|真抓实干|攻坚克难|砥砺前行|争先创优|再创佳绩|再上新台阶|做(?:一名)?合格党员|争做[^,，。;；、]{0,8}(?:先锋|表率|模范|标兵)/gu,
    /(?:发挥|充分发挥)[^,，。;；、]{0,6}(?:先锋模范|模范带头|带头|表率)作用|(?:贡献|奉献)(?:自己的|一份|应有的)?力量|添砖加瓦|保驾护航|(?:全面|高质量)发展/gu,
  ],
  noMeasure: [
    /(?:进一步|不断|持续|切实|全面|大力)(?:加强|提高|提升|改进|改善|做好|推进|推动|强化)[^,，。;；、0-9一二三四五六七八九十两]{0,10}/gu,
    /(?:加强|认真|努力|坚持)学习|提高(?:自身|自己|政治|业务)?(?:素质|觉悟|水平|能力)|做好本职工作|完成(?:领导|上级|组织)交办的(?:各项|其他)?(?:任务|工作)|多(?:为|给)(?:群众|百姓|老百姓)(?:办|做)(?:好|实)事|关心群众|经常|多多|尽可能/gu,
  ],
  tries: [/力争|争取|尽量|努力做到|力求/gu],
}

export type Hint =
  /** A phrase of the list, with its place in the text as written. */
  | {
      readonly kind: 'phrase'
      readonly reason: HollowReason
      readonly words: string
      readonly from: number
      readonly until: number
      readonly says: Words
    }
  /** A part that is missing; `found` is what the sentence itself offers for it. */
  | {
      readonly kind: 'missing'
      readonly part: PledgePart
      readonly found: string | null
      readonly says: Words
    }

const questions: Readonly<Record<PledgePart, Words>> = {
  object: { zh: '为谁做', en: 'For whom' },
  measure: { zh: '做什么', en: 'What' },
  quantity: { zh: '做多少', en: 'How much' },
  dueOn: { zh: '到何时', en: 'By when' },
  evidence: { zh: '怎么证明', en: 'How it is shown' },
  source: {
    zh: '是我想做的、群众提的，还是组织交的',
    en: 'Wanted by me, wished by people, or asked by the organisation',
  },
}

export type HollowCheck = {
  readonly hints: readonly Hint[]
  readonly missing: readonly PledgePart[]
  /** Phrases without number, deadline or measure beside them: the reviewer will most likely give it back. */
  readonly hollow: boolean
}

/**
 * Hints against empty talk while somebody writes (S-160, S-188): phrases of a list that anybody can read, each with its reason,
 * and the parts that are missing. It explains and never blocks; the branch reads and decides.
 */
export function checkHollow(text: string, fields: PledgeFields): HollowCheck {
  const found = phrasesIn(text)
  const missing = missingParts(fields)
  const offers: Partial<Record<PledgePart, string | null>> = {
    quantity: readQuantity(text)?.words ?? null,
    dueOn: readDeadline(text)?.words ?? null,
  }
  const hints: Hint[] = [
    ...found,
    ...missing.map((part): Hint => ({
      kind: 'missing',
      part,
      found: offers[part] ?? null,
      says: questions[part],
    })),
  ]
  const concrete = readQuantity(text) !== undefined || fields.quantity !== null
  return { hints, missing, hollow: !concrete && (found.length > 0 || missing.includes('measure')) }
}

function phrasesIn(text: string): Extract<Hint, { kind: 'phrase' }>[] {
  const found = hollowReasons.flatMap((reason) =>
    phrases[reason].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind: 'phrase' as const,
        reason,
        words: match[0],
        from: match.index,
        until: match.index + match[0].length,
        says: explanations[reason],
      })),
    ),
  )
  return found
    .toSorted((a, b) => a.from - b.from || b.until - a.until)
    .filter(
      (one, at, all) => !all.slice(0, at).some((other) => other.from <= one.from && one.until <= other.until),
    )
}
