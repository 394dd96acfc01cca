import { readFile } from 'node:fs/promises'
import { formatPoints } from '@steward/domain/shared/points.ts'
import { printRoot, readReceipt, type ReceiptFault, verifyReceipt } from '@steward/domain/points/receipt.ts'
import { unpackReceipt } from '@steward/domain/points/receipt-code.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import { sm3 } from '@steward/domain/points/sm3.ts'
import { type Command, optionOf } from './command.ts'

const FAULTS: Readonly<Record<ReceiptFault, string>> = {
  'receipt-unreadable': '凭证里的条目读不出来 · the line in the receipt cannot be read',
  'receipt-without-proof': '凭证里没有证明 · the receipt holds no proof',
  'receipt-proof-wrong':
    '证明对不上：条目或者凭证被改过 · the proof does not hold: the line or the receipt was altered',
  'receipt-root-differs': '校验根和公示单上印的不一样 · the root is not the one printed on the notice',
}

/** Checks a receipt with nothing but the file, or the text of its printed code; no database and no server. */
export const verifyReceiptFile: Command = {
  name: 'verify',
  usage: 'verify <receipt.json | BS1.…> [--root 7f3a-91c2-…]',
  zh: '核对一张积分凭证，不用联网',
  en: 'check a receipt of points, off line',
  database: false,
  async run({ args, say }) {
    const given = args.find((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--root')
    if (given === undefined) {
      say(`用法 · usage: npm run steward -- ${verifyReceiptFile.usage}`)
      return 2
    }
    const text = given.startsWith('BS1.') ? given : await readFile(given, 'utf8').catch(() => undefined)
    if (text === undefined) {
      say(`读不到这个文件 · this file cannot be read: ${given}`)
      return 2
    }
    const receipt = unpackReceipt(text.trim()) ?? readReceipt(text)
    if (receipt === undefined) {
      say('这不是积分凭证 · this is no receipt of points')
      return 2
    }
    const { faults, leaf, proven } = verifyReceipt(receipt, { sha256, sm3 }, optionOf(args, 'root'))
    if (leaf !== undefined) {
      const { entry, countyId } = leaf
      say(`县 · county      ${countyId}`)
      say(`条目 · line      ${entry.id}  ${entry.kind}  ${entry.itemCode ?? entry.term}`)
      say(`党员 · member    ${entry.memberId}`)
      say(`做事日 · deed    ${entry.deedOn}  入账 · posted ${entry.postedAt.toISOString()}`)
      say(`应记 · raw       ${formatPoints(entry.raw)}  记入 · credited ${formatPoints(entry.credited)}`)
    }
    for (const name of proven) {
      const root = receipt.proofs[name]?.root
      if (root !== undefined)
        say(`${name.padEnd(10)}       ${printRoot(root)}  (${receipt.day}, ${receipt.index}/${receipt.size})`)
    }
    for (const fault of faults) say(`✗ ${FAULTS[fault]}`)
    if (faults.length > 0) return 1
    say('✓ 对得上 · the receipt holds')
    if (optionOf(args, 'root') === undefined)
      say('  请和公示单上印的校验根对照 · compare the root with the one printed on the notice')
    return 0
  },
}
