import { formatMonth } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { BranchLink, BranchYear, OpenItem } from './hooks.ts'
import { appraisalStageTexts, itemTexts, loopTexts } from './labels.ts'

/** Names the server answers with at most. */
const NAMED = 12

/** How a link stands, in a few words. */
export function useLinkNote(): (link: Pick<BranchLink, 'complete' | 'signed' | 'open'>) => string {
  const t = useText()
  return ({ complete, signed, open }) => {
    if (complete) return t(loopTexts.complete)
    return signed ? t(loopTexts.signed) : t(loopTexts.openCount, { count: open })
  }
}

/** What is open with its number, and under it who or what. */
export function useItemWords(year: number): (item: OpenItem) => { says: string; names: string } {
  const t = useText()
  const [language] = useLanguage()
  return ({ code, count, names }) => {
    const says = t(itemTexts[code].says, { count })
    if (code === 'appraisal-not-closed') {
      const stage = appraisalStageTexts[names[0] ?? '']
      return { says, names: stage === undefined ? t(loopTexts.notOpened) : t(stage) }
    }
    const wordOf = (name: string) =>
      code === 'months-not-closed'
        ? formatMonth(name, language, year)
        : name === ''
          ? t(loopTexts.ofBranch)
          : name
    const joined = names.map(wordOf).join(t({ zh: '、', en: ', ' }))
    // One member can have several pledges: that there are more people is known only where all places are taken.
    const isCut = names.length === NAMED && count > NAMED
    return { says, names: isCut ? t(loopTexts.namesMore, { names: joined }) : joined }
  }
}

/** Disputes that keep the year open, in words; none where there are none. */
export function useDisputes(): (
  branch: Pick<BranchYear, 'objectionsOpen' | 'appealsOpen' | 'toleranceOpen'>,
) => { kind: 'objections' | 'appeals' | 'tolerance'; says: string }[] {
  const t = useText()
  return ({ objectionsOpen, appealsOpen, toleranceOpen }) =>
    (
      [
        ['objections', objectionsOpen],
        ['appeals', appealsOpen],
        ['tolerance', toleranceOpen],
      ] as const
    ).flatMap(([kind, count]) => (count === 0 ? [] : [{ kind, says: t(loopTexts[kind], { count }) }]))
}
