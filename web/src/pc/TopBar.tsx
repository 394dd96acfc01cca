import { Fragment } from 'react'
import { IconButton } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { GlobalSearch } from './GlobalSearch.tsx'
import { MessagesBell } from './MessagesBell.tsx'
import { usePageScope } from './page-scope.ts'
import { pcLabels } from './pc-labels.ts'
import { YearSwitch } from './YearSwitch.tsx'

type Props = { readonly withYear: boolean; readonly onShortcuts: () => void; readonly onHelp: () => void }

export function TopBar({ withYear, onShortcuts, onHelp }: Props) {
  const t = useText()
  return (
    <header className="top">
      <div className="crumb">
        <Scope />
        {withYear && <YearSwitch />}
      </div>
      <GlobalSearch />
      <IconButton name="keyboard" label={t(pcLabels.shortcuts)} onClick={onShortcuts} />
      <MessagesBell />
      <IconButton name="help" label={t(pcLabels.help)} onClick={onHelp} />
    </header>
  )
}

/** Where the work counts: the way from the county down to the organisation, always in sight. */
function Scope() {
  const t = useText()
  const { county, path } = useSession()
  const page = usePageScope()
  const names = page ?? (path.length > 0 ? path.map((one) => one.name) : [county.name])
  return (
    <>
      {names.map((name, place) => (
        <Fragment key={place}>
          {place > 0 && <Icon name="right" />}
          {place === names.length - 1 ? <b className="ell">{name}</b> : <span className="ell">{name}</span>}
        </Fragment>
      ))}
      {county.demo && (
        <Tag tone="line" tight>
          {t(pcLabels.demo)}
        </Tag>
      )}
    </>
  )
}
