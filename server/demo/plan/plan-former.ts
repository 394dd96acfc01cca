import { addYears, plainDate } from '@steward/domain/shared/plain-date.ts'
import { drawName } from './names.ts'
import { finish } from './plan-members.ts'
import { OUTCOME_TOTALS } from './plan-outcomes.ts'
import type { FormerMember, PlannedOrg } from './plan-types.ts'
import { drawFrom } from './random.ts'

/** People who left in the year before, beside all members: the first of each kind in the small county's villages. */
export function planFormer(orgs: readonly PlannedOrg[], firstSerial: number): FormerMember[] {
  const villages = orgs.filter(({ kind, mix, size }) => kind === 'branch' && mix === 'village' && size >= 9)
  const small = villages.filter((org) => org.small)
  const rest = villages.filter((org) => !org.small)
  const kinds = [
    ...Array.from({ length: OUTCOME_TOTALS.persuadedOut }, () => 'persuadedOut' as const),
    ...Array.from({ length: OUTCOME_TOTALS.removed }, () => 'removed' as const),
  ]
  return kinds.flatMap((left, index) => {
    const isFirst = index === 0 || index === OUTCOME_TOTALS.persuadedOut
    const from = isFirst ? small : rest
    const org = from[(isFirst ? index : index * 7) % Math.max(1, from.length)]
    if (org === undefined) return []
    const draw = drawFrom(`former ${index}`)
    const bornOn = plainDate(`${draw.between(1965, 1992)}-0${draw.between(1, 9)}-1${draw.between(0, 9)}`)
    const admittedOn = addYears(bornOn, draw.between(22, 28))
    const person = {
      ...{ name: drawName(draw, new Set()), sex: draw.chance(25) ? ('female' as const) : ('male' as const) },
      ...{ bornOn, admittedOn, convertedOn: addYears(admittedOn, 1), ethnicGroup: '汉族' },
      ...{ education: 'middleSchool' as const, category: 'farmer' as const, floating: false, post: '' },
      accountName: null,
    }
    return [{ ...finish(org, firstSerial + index, person), left }]
  })
}
