/** The four links of the loop: pledge, points, appraisal, outcome (S-155, S-228). */
export const yearLinks = ['pledges', 'points', 'appraisal', 'outcomes'] as const
export type YearLink = (typeof yearLinks)[number]

/** What a branch has of each link; whole numbers of things still open. */
export type LinkFacts = {
  /** Members who owe a pledge and have none accepted, those who pledge only if they wish left out. */
  readonly membersWithoutPledge: number
  /** Pledges of the year nobody has judged. */
  readonly pledgesNotJudged: number
  /** Of twelve. */
  readonly monthsNotClosed: number
  readonly appraisalClosed: boolean
  /** Graded members without a recorded use or a reason (S-162). */
  readonly membersWithoutUse: number
  /** Problems of the year without a draft for next year. */
  readonly problemsWithoutPledge: number
}

export type LinkState = { readonly link: YearLink; readonly complete: boolean; readonly open: number }

/** How far each link of a branch is, in the order of the year. */
export function linksOf(facts: LinkFacts): LinkState[] {
  const open: Readonly<Record<YearLink, number>> = {
    pledges: facts.membersWithoutPledge + facts.pledgesNotJudged,
    points: facts.monthsNotClosed,
    appraisal: facts.appraisalClosed ? 0 : 1,
    // Nothing can be used before there are results.
    outcomes: facts.membersWithoutUse + facts.problemsWithoutPledge + (facts.appraisalClosed ? 0 : 1),
  }
  return yearLinks.map((link) => ({ link, complete: open[link] === 0, open: open[link] }))
}

export type CountyLink = {
  readonly link: YearLink
  readonly branches: number
  readonly complete: number
  /** Signed as missing, with the reason. */
  readonly signed: number
  readonly open: number
}

/** The same for a county: branches by link; a link is whole when each branch is complete or signed. */
export function countyLinks(
  branches: readonly { readonly links: readonly LinkState[]; readonly signed: readonly YearLink[] }[],
): CountyLink[] {
  return yearLinks.map((link) => {
    let complete = 0
    let signed = 0
    for (const branch of branches) {
      if (branch.links.some((each) => each.link === link && each.complete)) complete += 1
      else if (branch.signed.includes(link)) signed += 1
    }
    return { link, branches: branches.length, complete, signed, open: branches.length - complete - signed }
  })
}
