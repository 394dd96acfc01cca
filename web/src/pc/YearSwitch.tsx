import { Icon } from '../shared/kit/Icon.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import { useText } from '../shared/texts.ts'
import { pcLabels } from './pc-labels.ts'
import { useYear } from './use-year.ts'

const YEARS_BACK = 2

export function YearSwitch() {
  const t = useText()
  const { year, thisYear, setYear } = useYear()
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back)
  return (
    <span className="yr">
      <Menu
        className="yr-button"
        button={
          <>
            {t(pcLabels.year, { year })}
            <Icon name="down" />
          </>
        }
        items={years.map((one) => ({
          id: String(one),
          label: t(pcLabels.year, { year: one }),
          chosen: one === year,
          onPick: () => setYear(one),
        }))}
      />
    </span>
  )
}
