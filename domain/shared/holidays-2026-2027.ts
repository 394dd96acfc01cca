import { addDays, plainDate } from './plain-date.ts'
import type { CalendarDay, Festival } from './working-days.ts'

type FestivalPeriod = {
  readonly festival: Festival
  readonly name: string
  readonly from: string
  readonly until: string
  readonly makeUpDays?: readonly string[]
}

/** The arrangement of the State Council for 2026. */
const year2026: readonly FestivalPeriod[] = [
  { festival: 'newYear', name: '元旦', from: '2026-01-01', until: '2026-01-03', makeUpDays: ['2026-01-04'] },
  {
    festival: 'springFestival',
    name: '春节',
    from: '2026-02-15',
    until: '2026-02-23',
    makeUpDays: ['2026-02-14', '2026-02-28'],
  },
  { festival: 'qingming', name: '清明节', from: '2026-04-04', until: '2026-04-06' },
  {
    festival: 'labourDay',
    name: '劳动节',
    from: '2026-05-01',
    until: '2026-05-05',
    makeUpDays: ['2026-05-09'],
  },
  { festival: 'dragonBoat', name: '端午节', from: '2026-06-19', until: '2026-06-21' },
  { festival: 'midAutumn', name: '中秋节', from: '2026-09-25', until: '2026-09-27' },
  {
    festival: 'nationalDay',
    name: '国庆节',
    from: '2026-10-01',
    until: '2026-10-07',
    makeUpDays: ['2026-09-20', '2026-10-10'],
  },
]

/** The statutory festival days of 2027; the arrangement with its make-up days is not entered yet. */
const year2027: readonly FestivalPeriod[] = [
  { festival: 'newYear', name: '元旦', from: '2027-01-01', until: '2027-01-01' },
  { festival: 'springFestival', name: '春节', from: '2027-02-05', until: '2027-02-08' },
  { festival: 'qingming', name: '清明节', from: '2027-04-05', until: '2027-04-05' },
  { festival: 'labourDay', name: '劳动节', from: '2027-05-01', until: '2027-05-02' },
  { festival: 'dragonBoat', name: '端午节', from: '2027-06-09', until: '2027-06-09' },
  { festival: 'midAutumn', name: '中秋节', from: '2027-09-15', until: '2027-09-15' },
  { festival: 'nationalDay', name: '国庆节', from: '2027-10-01', until: '2027-10-03' },
]

/** What a new county starts with; 2027 is provisional until the county enters the arrangement. */
export const holidays20262027: readonly CalendarDay[] = [
  ...year2026.flatMap((period) => toDays(period, false)),
  ...year2027.flatMap((period) => toDays(period, true)),
]

function toDays(period: FestivalPeriod, provisional: boolean): CalendarDay[] {
  const { festival, name } = period
  const days: CalendarDay[] = []
  const until = plainDate(period.until)
  for (let day = plainDate(period.from); day <= until; day = addDays(day, 1)) {
    days.push({ day, kind: 'holiday', festival, name, provisional })
  }
  for (const day of period.makeUpDays ?? []) {
    days.push({ day: plainDate(day), kind: 'makeUpDay', festival, name: `${name}调休上班`, provisional })
  }
  return days
}
