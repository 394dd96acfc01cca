import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, type PlainDate } from '../shared/plain-date.ts'
import { daysOf, type PledgePeriod } from './pledge.ts'
import { usualMemberPledges, usualOrgPledges } from './pledge-advice.ts'

/** How much of a branch's pledges is read without an account. */
export const publicPages = ['off', 'masked', 'named'] as const
export type PublicPage = (typeof publicPages)[number]

/** What a county settles about pledges (area `pledges`); days are counted from the first day of a period. */
export type PledgeSettings = {
  /** Days after the first of a year, quarter and month in which pledges come in time (S-186). */
  readonly windowDays: { readonly year: number; readonly quarter: number; readonly month: number }
  readonly publicPage: PublicPage
  readonly member: { readonly least: number; readonly most: number }
  readonly orgLeast: number
  /** The county's pledge rules, linked where pledges are written (S-180). */
  readonly rulesTitle: string
  readonly rulesText: string
}

export const defaultPledgeSettings: PledgeSettings = {
  windowDays: { year: 59, quarter: 10, month: 5 },
  publicPage: 'masked',
  member: usualMemberPledges,
  orgLeast: usualOrgPledges,
  rulesTitle: '党员承诺怎么定',
  rulesText:
    '提诺：每年年初写两到五件，阶段任务按季、按月写；年老体弱的同志自愿写。审诺：支部看合不合群众需要、自己有没有条件、组织需不需要，再看具体不具体。公诺：在公开栏和网页上公开，群众可以留言。践诺：做一件报一件。评诺：年底看做没做到；因外部原因没做到的说明原因，不扣分。',
}

export const settingsRefusals = [
  'pledge-window-too-short',
  'pledge-window-too-long',
  'pledge-count-order',
] as const
export type SettingsRefusal = (typeof settingsRefusals)[number]

const leastDays = { year: 14, quarter: 5, month: 3 } as const
const mostDays = { year: 90, quarter: 30, month: 10 } as const

/** Takes a county's settings. Refuses windows in which nobody can write, windows over most of the period, and a least above the most. */
export function checkPledgeSettings(wanted: PledgeSettings): Decision<PledgeSettings, SettingsRefusal> {
  for (const kind of ['year', 'quarter', 'month'] as const) {
    const days = wanted.windowDays[kind]
    if (!Number.isSafeInteger(days) || days < leastDays[kind])
      return refuse('pledge-window-too-short', { period: kind, least: leastDays[kind] })
    if (days > mostDays[kind]) return refuse('pledge-window-too-long', { period: kind, most: mostDays[kind] })
  }
  const { least, most } = wanted.member
  if (least < 0 || most < Math.max(1, least) || wanted.orgLeast < 0) return refuse('pledge-count-order')
  return agree(wanted)
}

/** The stored setting, each part as usual where it holds none. */
export function toPledgeSettings(setting: unknown): PledgeSettings {
  if (typeof setting !== 'object' || setting === null) return defaultPledgeSettings
  // A stored document passed the check when it was kept; parts added since are filled up.
  const kept = { ...defaultPledgeSettings, ...setting }
  const checked = checkPledgeSettings(kept)
  return checked.ok ? checked.value : defaultPledgeSettings
}

/** Days in which a pledge for a period comes in time (S-186): from a month before a year begins, else from its first day. */
export function windowOf(
  period: PledgePeriod,
  settings: PledgeSettings = defaultPledgeSettings,
): { readonly from: PlainDate; readonly until: PlainDate } {
  const { from } = daysOf(period)
  const until = addDays(from, settings.windowDays[period.kind] - 1)
  return { from: addDays(from, period.kind === 'year' ? -31 : -7), until }
}
