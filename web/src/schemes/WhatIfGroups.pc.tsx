import { useState } from 'react'
import { isCategory } from '@steward/domain/members/category.ts'
import { memberClasses } from '@steward/domain/schemes/scheme.ts'
import { categoryTexts } from '../members/labels.ts'
import { formatNumber } from '../shared/formats.ts'
import { Segmented } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { signed, type WhatIfGroup, type WhatIfResult } from './hooks.ts'
import { classTexts } from './labels.ts'
import { whatIfLabels } from './labels-what-if.ts'

const views = ['byCategory', 'byClass', 'byAge', 'byBranch'] as const
type View = (typeof views)[number]

/** Who rises and who falls, group by group, with bars to both sides of a line. */
export function Groups({ result }: { result: WhatIfResult }) {
  const t = useText()
  const [view, setView] = useState<View>('byCategory')
  const all = result[view]
  // A county has hundreds of branches; those where nobody's year changes are told by their number.
  const groups =
    view === 'byBranch' ? all.filter(({ risen, fallen }) => risen + fallen > 0) : inOrder(view, all)
  const most = Math.max(1, ...groups.map(({ risen, fallen }) => Math.max(risen, fallen)))
  const name = useGroupName(view)
  return (
    <>
      <div className="between">
        <h3 className="sec">{t(whatIfLabels.who)}</h3>
        <span className="c t3">{t(whatIfLabels.whoNote)}</span>
      </div>
      <Segmented
        label={t(whatIfLabels.who)}
        value={view}
        onValue={setView}
        choices={views.map((one) => ({ value: one, label: t(whatIfLabels[one]) }))}
      />
      <table className="scheme-groups">
        <thead>
          <tr>
            <th>{t(whatIfLabels.group)}</th>
            <th className="num">{t(whatIfLabels.count)}</th>
            <th className="down">{t(whatIfLabels.down)}</th>
            <th className="up">{t(whatIfLabels.up)}</th>
            <th className="num">{t(whatIfLabels.medianHead)}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <td>{name(group)}</td>
              <td className="num t2">{formatNumber(group.members)}</td>
              <td className="down">
                <Side count={group.fallen} most={most} />
              </td>
              <td className="up">
                <Side count={group.risen} most={most} />
              </td>
              <td className="num">{group.key === 'merged' ? '' : signed(group.medianChange)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > groups.length && (
        <p className="c t3">{t(whatIfLabels.unchangedBranches, { count: all.length - groups.length })}</p>
      )}
    </>
  )
}

function inOrder(view: View, groups: readonly WhatIfGroup[]): readonly WhatIfGroup[] {
  const age = ({ key }: WhatIfGroup) =>
    key === 'merged' ? Number.POSITIVE_INFINITY : Number.parseInt(key, 10)
  return view === 'byAge' ? groups.toSorted((a, b) => age(a) - age(b)) : groups
}

function Side({ count, most }: { count: number; most: number }) {
  return (
    <span className="scheme-side">
      <span className={count === 0 ? 't3' : undefined}>{formatNumber(count)}</span>
      {count > 0 && <i aria-hidden="true" style={{ width: `${Math.max(2, (count / most) * 72)}%` }} />}
    </span>
  )
}

function useGroupName(view: View): (group: WhatIfGroup) => string {
  const t = useText()
  return ({ key, name }) => {
    if (key === 'merged') return t(whatIfLabels.merged)
    if (view === 'byCategory' && isCategory(key)) return t(categoryTexts[key])
    const memberClass = memberClasses.find((one) => one === key)
    if (view === 'byClass' && memberClass !== undefined) return t(classTexts[memberClass])
    if (view === 'byAge') {
      const [from = '', to] = key.replace('+', '').split('-')
      return to === undefined ? t(whatIfLabels.yearsAndOver, { from }) : t(whatIfLabels.years, { from, to })
    }
    return name ?? key
  }
}
