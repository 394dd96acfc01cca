import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { signInLabels } from './labels.ts'
import './SignIn.css'

/** Frame of the pages before the work: paper, the mark, the language, nothing else. */
export function PaperFrame({ children }: { children: ReactNode }) {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  return (
    <div className="paper">
      <header className="paper-top no-print">
        <span className="brand">
          <span className="mark" aria-hidden="true">
            支
          </span>
          {t(signInLabels.product)}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="btn plain"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          <Icon name="language" />
          {t(signInLabels.otherLanguage)}
        </button>
        <a className="btn plain" href="/m/">
          <Icon name="device" />
          {t(signInLabels.phoneFace)}
        </a>
      </header>
      <main className="paper-page">{children}</main>
    </div>
  )
}
