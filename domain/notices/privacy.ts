import { maskIdentityNumber } from '../shared/identity-number.ts'
import { maskPhone } from '../shared/phone.ts'
import { squeezeText } from '../shared/text.ts'

/** What is never published. */
export const privateKinds = [
  'identityNumber',
  'phone',
  'bankCard',
  'address',
  'health',
  'family',
  'income',
  'complainant',
  'disposal',
] as const
export type PrivateKind = (typeof privateKinds)[number]

export type PrivateFinding = {
  readonly kind: PrivateKind
  /** As found; numbers are masked. */
  readonly words: string
  /** Which part of the notice. */
  readonly where: string
}

type Pattern = {
  readonly kind: PrivateKind
  readonly words: RegExp
  readonly excused?: RegExp
  readonly shown?: (words: string) => string
}

const patterns: readonly Pattern[] = [
  { kind: 'identityNumber', words: /(?<!\d)\d{6}(?:19|20)\d{9}[\dX](?!\d)/giu, shown: maskIdentityNumber },
  {
    kind: 'phone',
    words: /(?<!\d)1[3-9]\d(?:-?\d{4}){2}(?!\d)/gu,
    shown: (words) => maskPhone(words.replaceAll('-', '')),
  },
  { kind: 'phone', words: /(?<!\d)\(?0\d{2,3}\)?-?\d{7,8}(?!\d)/gu, shown: maskPhone },
  { kind: 'bankCard', words: /(?<!\d)(?:62|4\d|5[1-5])\d{14,17}(?!\d)/gu, shown: maskIdentityNumber },
  {
    kind: 'address',
    words:
      /住址|家住|家庭地址|现住|[\p{Script=Han}]{1,6}(?:路|街|巷|弄|小区|花园|村|组)\d+号|\d+(?:栋|幢|号楼)(?:\d+单元)?\d*/gu,
  },
  {
    kind: 'health',
    words:
      /患[\p{Script=Han}]{0,6}病|因病|重病|大病|生病|病故|住院|手术|癌|残疾|怀孕|孕期|精神障碍|传染病|卧床|失能|失智/gu,
    excused:
      /(?:看望|慰问|陪|照顾|照料|帮助|帮|护送|接送|组织|服务)[^,。;]{0,10}(?:住院|生病|残疾|卧床|失能)(?:的)?(?:老人|群众|乡亲|老党员|人员|人)|残疾人(?:联合会|服务|就业)|重病虫害|防(?:大|重)病/gu,
  },
  {
    kind: 'family',
    words: /配偶|妻子|丈夫|爱人|子女|儿子|女儿|离异|离婚|丧偶|单亲|婚姻|家庭成员|家庭情况/gu,
    excused: /(?:留守|务工人员|外出人员)子女/gu,
  },
  {
    kind: 'income',
    words:
      /(?:年|月|家庭|个人|人均)?收入|工资|存款|低保|五保|特困|困难户|困难党员|贫困|负债|补助金|救助金|慰问金/gu,
    // A deed may say for whom in general; a name or a party member behind the word is found.
    excused:
      /(?:村集体|集体经济|集体|党费|财政|增加群众|带动农户)(?:年)?收入|(?:帮助|帮扶|帮|联系|走访|为)[^,。;]{0,6}(?:困难户|困难群众|低保户|贫困户)(?=[\d一二三四五六七八九十两办解送修种收,。;]|$)/gu,
  },
  {
    kind: 'complainant',
    words: /举报人|投诉人|反映人|信访人|异议人|(?:由|是|被)[\p{Script=Han}]{2,4}(?:举报|投诉|反映)/gu,
  },
  { kind: 'disposal', words: /违纪|违法事实|立案|审查调查|留置|处分|组织处理|除名|开除|劝退|诫勉/gu },
]

/**
 * What a text to be published must not say. `official` are telephone numbers of offices, which a notice names as
 * its contact; `disposal` facts are let pass in the notice of a disposal itself. Numbers in findings are masked.
 */
export function findPrivate(
  where: string,
  text: string,
  allowed: { readonly official: readonly string[]; readonly disposal: boolean } = {
    official: [],
    disposal: false,
  },
): PrivateFinding[] {
  const official = new Set(allowed.official.map(digitsOf))
  const findings: PrivateFinding[] = []
  for (const line of text.split(/[\n\r]+/u).map((each) => squeezeText(each))) {
    for (const { kind, words, excused, shown } of patterns) {
      if (kind === 'disposal' && allowed.disposal) continue
      const rest = excused === undefined ? line : line.replaceAll(excused, '□')
      for (const [found] of rest.matchAll(words)) {
        if (kind === 'phone' && official.has(digitsOf(found))) continue
        findings.push({ kind, words: shown === undefined ? found : shown(found), where })
      }
    }
  }
  return findings.filter(
    (one, at) => findings.findIndex((each) => each.kind === one.kind && each.words === one.words) === at,
  )
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '')
}
