import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useLayoutChoice } from '../shared/layout-choice.ts'
import { useSessionIfAny } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { signInLabels } from './labels.ts'
import './SignIn.css'

type Props = {
  readonly children?: ReactNode
  /** Above an open page: without head and landmarks of its own. */
  readonly bare?: boolean
}

/** Frame of the phone's pages before the work; large where the elder layout was chosen. */
export function PaperFrame({ children, bare = false }: Props) {
  const session = useSessionIfAny()
  const [choice] = useLayoutChoice()
  const isElder = choice === 'elder' || (choice === undefined && session?.account.elder === true)
  const look = isElder ? 'ph elder paper' : 'ph paper'
  if (bare) {
    return (
      <div className={look} data-mode={isElder ? 'elder' : undefined}>
        <div className="sc">{children}</div>
      </div>
    )
  }
  return (
    <div className={look} data-mode={isElder ? 'elder' : undefined}>
      <Head isElder={isElder} />
      <main className="sc">{children}</main>
    </div>
  )
}

function Head({ isElder }: { isElder: boolean }) {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const [, choose] = useLayoutChoice()
  return (
    <header className="paper-top">
      <span className="mark" aria-hidden="true">
        支
      </span>
      <span className="grow" />
      {!isElder && (
        <button
          type="button"
          className="pill"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t(signInLabels.otherLanguage)}
        </button>
      )}
      <button type="button" className="pill" onClick={() => choose(isElder ? 'normal' : 'elder')}>
        {!isElder && <Icon name="letters" />}
        {t(isElder ? signInLabels.normal : signInLabels.elder)}
      </button>
    </header>
  )
}
