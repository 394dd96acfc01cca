import { useRef } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../shared/kit/Button.tsx'
import { Icon } from '../../shared/kit/Icon.tsx'
import { kitLabels } from '../../shared/kit/kit-labels.ts'
import { useReadAloud } from '../../shared/kit/read-aloud.ts'
import { useSavePreference } from '../../shared/preference.ts'
import type { FrameProps } from '../../shared/routing.tsx'
import { useText } from '../../shared/texts.ts'
import { useLayoutChoice } from '../../shared/layout-choice.ts'
import { elderLabels, mobileLabels } from '../mobile-labels.ts'
import { Strip } from '../Strip.tsx'
import { useGoBack } from '../use-go-back.ts'

/** Frame of the elder layout: no tabs; 读给我听 and 普通版 on the home page, 返回 and 读 on the others. */
export function ElderShell({ route, children }: FrameProps) {
  const page = useRef<HTMLElement>(null)
  const reader = useReadAloud(page)
  return (
    <div className="ph elder" data-mode="elder">
      {route?.tab ? <HomeHead reader={reader} /> : <PageHead route={route} reader={reader} />}
      <Strip route={route} />
      <main className="sc" ref={page}>
        {children}
      </main>
    </div>
  )
}

type HeadProps = { readonly reader: ReturnType<typeof useReadAloud> }

function HomeHead({ reader }: HeadProps) {
  const t = useText()
  const [, navigate] = useLocation()
  const [, choose] = useLayoutChoice()
  const save = useSavePreference()
  const goNormal = () => {
    choose('normal')
    save({ elder: false })
    navigate('/')
  }
  return (
    <header className={reader.canRead ? 'elder-top' : 'elder-top one'}>
      {reader.canRead && (
        <Button icon="speaker" aria-pressed={reader.reading} onClick={reader.toggle}>
          {t(reader.reading ? kitLabels.stopReading : kitLabels.readAloud)}
        </Button>
      )}
      <Button onClick={goNormal}>{t(mobileLabels.normal)}</Button>
    </header>
  )
}

function PageHead({ route, reader }: HeadProps & Pick<FrameProps, 'route'>) {
  const t = useText()
  const goBack = useGoBack('/elder')
  return (
    <header className="hd">
      <button type="button" className="back" onClick={goBack}>
        <Icon name="left" />
        <span>{t(mobileLabels.back)}</span>
      </button>
      <h1>{route ? t(route.title) : ''}</h1>
      {reader.canRead && (
        <button type="button" className="r" aria-pressed={reader.reading} onClick={reader.toggle}>
          <Icon name="speaker" />
          {t(reader.reading ? kitLabels.stopReading : elderLabels.read)}
        </button>
      )}
    </header>
  )
}
