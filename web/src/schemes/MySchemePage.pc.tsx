import { Link } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { schemeLabels } from './labels.ts'
import { MyScheme } from './MyScheme.shared.tsx'

/** /schemes/mine */
export function MySchemePage() {
  const t = useText()
  return (
    <div className="schemes">
      <Link href="/schemes" className="more">
        <Icon name="left" />
        {t(schemeLabels.back)}
      </Link>
      <h1 className="ph1">{t(schemeLabels.mine)}</h1>
      <MyScheme />
    </div>
  )
}
